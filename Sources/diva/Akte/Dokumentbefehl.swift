// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Foundation
internal import Lifecycle
internal import Pruefung

/// `diva vorgang dokument`: a file becomes a Dokument (A03, A04).
struct Dokumentbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dokument",
    abstract: "Legt eine Datei als Dokument ab.",
    discussion: "Die Datei wird nur gelesen; der Speicher behält eine eigene Kopie.")

  @Argument(help: ArgumentHelp("Die Datei.", valueName: "DATEI"))
  var datei: String

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Vorgang oder Akte, worin es liegen soll.", valueName: "KENNZEICHEN"))
  var eltern: String

  @Option(help: ArgumentHelp("Worum es geht.", valueName: "TEXT"))
  var betreff: String

  @Option(
    help: ArgumentHelp("Tag, den das Dokument trägt.", valueName: "TT.MM.JJJJ"))
  var datum: Kalendertag?

  @Flag(help: "Das Dokument ist eingegangen; es ist kein Entwurf.")
  var eingang = false

  @OptionGroup var text: Suchtextangabe
  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      let ort = try Nennung(lauf.speicher).schriftgut(eltern)
      let id: ObjektID = lauf.neueKennung()
      let vollzug = try lauf.speicher.vollziehe(
        mit: try text.eingang(datei, lauf), lauf.kopf()
      ) { fassung in
        lauf.handlung(
          .dokument(
            ziel: id, in: ort.id,
            ereignis: .anlegen(
              angaben: Dokumentanlage(
                fassung: fassung, betreff: betreff, eingehend: eingang, dokumentdatum: datum))))
      }
      try lauf.berichte(vollzug, id, "abgelegt", Dateianzeige.angaben)
    }
  }
}

/// `diva vorgang fassung`: a new version of a Dokument (A04, G04).
struct Fassungsbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fassung",
    abstract: "Legt eine neue Fassung eines Dokuments ab; die alte bleibt erhalten.",
    discussion: "Ein laufender Geschäftsgang wird dadurch hinfällig. \(Nennung.hilfe)")

  @Argument(help: ArgumentHelp("Das Dokument.", valueName: "DOKUMENT"))
  var dokument: String

  @Argument(help: ArgumentHelp("Die Datei.", valueName: "DATEI"))
  var datei: String

  @OptionGroup var text: Suchtextangabe
  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      let ziel = try Nennung(lauf.speicher).dokument(dokument).bild
      let vollzug = try lauf.speicher.vollziehe(
        mit: try text.eingang(datei, lauf), lauf.kopf()
      ) {
        lauf.handlung(.dokument(ziel: ziel.id, in: nil, ereignis: .neueFassung(fassung: $0)))
      }
      try lauf.berichte(vollzug, ziel.id, "neue Fassung abgelegt", Dateianzeige.angaben)
    }
  }
}

/// The text of a file, for the search.
struct Suchtextangabe: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Textdatei (UTF-8) mit dem Inhalt des Dokuments, für die Suche.", valueName: "DATEI"))
  var suchtext: String?

  /// The file as the store takes it in.
  ///
  /// - Throws: ``Hinderung`` if the text cannot be read.
  func eingang(_ datei: String, _ lauf: Handlungslauf) throws -> Dateieingang {
    var eingang = Dateieingang(
      .pfad(datei), dateiname: URL(fileURLWithPath: datei).lastPathComponent,
      ersteller: lauf.akteur.name)
    if let suchtext {
      let bytes = try Katalogdatei.bytes(suchtext, hoechstens: 64 << 20)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Hinderung("»\(suchtext.sichtbar)« ist nicht in UTF-8 kodiert.")
      }
      eingang.suchtext = text
    }
    return eingang
  }
}

/// How the newest version of a Dokument is told.
enum Dateianzeige {
  static func angaben(_ bild: Objektbild) -> [Angabe] {
    guard case .dokument(let d) = bild.zustand, let fassung = d.fassungen.last else { return [] }
    return [
      Angabe("datei", "Datei", bild.dateinamen.last ?? ""),
      Angabe("fassung", "Fassung", "\(fassung.nummer)"),
      Angabe("sha256", "SHA-256", fassung.hash.hex),
    ]
  }
}
