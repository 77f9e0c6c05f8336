// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Phasenmodell

/// `diva reifegrad`: where a municipality stands with the electronic file.
struct Reifegradbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reifegrad",
    abstract: "Wertet den Selbstcheck aus: Wo stehen wir, was fehlt, was hilft?",
    discussion: """
      Der Selbstcheck im Browser speichert Antwortdateien (….diva.json). Dieses Programm führt die \
      Dateien mehrerer Personen zusammen, wertet sie aus und schreibt einen Bericht zum Drucken.
      """,
    subcommands: [
      Reifegradauswertebefehl.self, Zusammenfuehrbefehl.self, Reifegradvergleichsbefehl.self,
      Fragebogenbefehl.self, Reifegradkatalogbefehl.self, Reifegradpruefbefehl.self,
    ])
}

/// Which toolbox a command works with.
struct Toolboxangabe: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Ordner der Toolbox (sonst die, die das Programm mitbringt).", valueName: "ORDNER"))
  var toolbox: String?

  /// The files of the toolbox.
  ///
  /// - Throws: ``Hinderung`` if the folder cannot be read.
  func lies() throws -> Toolbox {
    guard let toolbox else { return .eingebaut }
    return try Toolboxordner.lies(toolbox)
  }

  /// A catalogue that can be used.
  ///
  /// - Throws: ``Hinderung`` if it has faults.
  func katalog(_ toolbox: Toolbox) throws -> Katalog {
    let ergebnis = try toolbox.katalog()
    guard ergebnis.befunde.isEmpty, ergebnis.katalog.pruefe(datei: "katalog.yaml").isEmpty else {
      throw Hinderung(
        "Der Katalog der Toolbox hat Fehler und wird nicht benutzt. »diva reifegrad lint« nennt sie."
      )
    }
    return ergebnis.katalog
  }
}

/// `diva reifegrad katalog`: the catalogue as JSON.
struct Reifegradkatalogbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "katalog",
    abstract: "Gibt den Fragenkatalog als JSON aus.",
    discussion: "Die Namen sind die von katalog.yaml, nach dem Alphabet geordnet.")

  @OptionGroup var ort: Toolboxangabe

  @Flag(help: "JSON ausgeben (einzige Form).")
  var json = false

  func run() throws {
    try Ausgabe.text(try ort.katalog(try ort.lies()).json)
  }
}
