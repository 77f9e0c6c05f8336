// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Aussonderung

/// `diva verfahren`: the processes of either side.
struct Verfahrenbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verfahren", abstract: "Zeigt Verfahren mit allen Nachrichten, auf beiden Seiten.",
    subcommands: [Verfahrenzeigen.self, Berichtsbefehl.self])
}

/// `diva verfahren zeigen`: one process, message by message and object by object.
struct Verfahrenzeigen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zeigen", abstract: "Zeigt ein Verfahren: Nachrichten, Objekte, Ablehnungen.")

  @Argument(help: ArgumentHelp("Der Prozess.", valueName: "PROZESS"))
  var prozess: ProzessID

  @OptionGroup var ort: Verfahrensangabe

  @Flag(help: "Eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    let ordner = try ort.oeffne()
    let v = try ordner.vorhandenes(prozess)
    try Archivanzeige(json: json).zeige(v, try ordner.objektliste(v.prozess), nil)
  }
}

extension Verfahrensordner {
  /// The process.
  ///
  /// - Throws: `AussonderungFehler` if there is none.
  func vorhandenes(_ prozess: ProzessID) throws -> Verfahren {
    guard let v = try verfahren(prozess) else {
      throw AussonderungFehler.unbekannterProzess(prozess, ordner: ordner)
    }
    return v
  }
}
