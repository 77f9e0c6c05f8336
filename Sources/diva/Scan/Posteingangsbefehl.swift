// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Lifecycle

/// `diva vorgang scan posteingang`: mail came in (E01).
struct Posteingangsbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "posteingang", abstract: "Hält fest, wie das Dokument eingegangen ist.")

  @OptionGroup var lauf: Laufangaben

  @Option(help: ArgumentHelp("Auf welchem Weg.", valueName: "WEG"))
  var kanal = Kanalwahl(.papier)

  @Option(help: ArgumentHelp("Von wem.", valueName: "NAME"))
  var absender: String

  @Option(help: ArgumentHelp("Welche Stelle es angenommen hat.", valueName: "STELLE"))
  var stelle: String

  @Option(help: ArgumentHelp("Eingangsdatum (sonst heute).", valueName: "TT.MM.JJJJ"))
  var datum: Kalendertag?

  @Option(help: ArgumentHelp("Zahl der Blätter.", valueName: "ZAHL"))
  var blaetter: Int?

  @Option(help: ArgumentHelp("Zahl der Umschläge.", valueName: "ZAHL"))
  var umschlaege: Int?

  @Flag(help: "Mit Nachweis zugestellt.")
  var zustellung = false

  @Option(
    help: ArgumentHelp("Nicht geöffnet, aus diesem Grund.", valueName: "GRUND"))
  var verschlossen: String?

  func run() throws {
    try lauf.halteFest { _, lauf in
      [
        .posteingangErfasst(
          PosteingangErfasst(
            kanal: kanal.kanal, eingang: lauf.zeitpunkt, eingangsdatum: datum ?? lauf.heute,
            organisationseinheit: stelle, absender: absender, anzahlUmschlaege: umschlaege,
            anzahlBlaetter: blaetter,
            zustellart: zustellung ? .zustellungMitNachweis : .einfach,
            geoeffnet: verschlossen == nil, verschlossenWeil: verschlossen))
      ]
    }
  }
}

/// The ways by which mail comes in.
struct Kanalwahl: ExpressibleByArgument {
  let kanal: Postkanal

  static var allValueStrings: [String] { Postkanal.allCases.map(\.rawValue) }

  init(_ kanal: Postkanal) { self.kanal = kanal }

  init?(argument: String) {
    guard let kanal = Postkanal(rawValue: argument) else { return nil }
    self.kanal = kanal
  }

  var defaultValueDescription: String { kanal.rawValue }
}
