// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Foundation
internal import Lifecycle

/// `diva vorgang auschecken`: somebody works on a Dokument; others wait (A04).
struct Auscheckbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "auschecken",
    abstract: "Nimmt ein Dokument in Bearbeitung; bis zum Einchecken kann es kein anderer ändern.",
    discussion: """
      Eine neue Fassung (»fassung«) checkt es wieder ein. Solange es ausgecheckt ist, lässt sich auch \
      der Vorgang nicht schließen. \(Nennung.hilfe)
      """)

  @Argument(help: ArgumentHelp("Das Dokument.", valueName: "DOKUMENT"))
  var dokument: String

  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      let ziel = try Nennung(lauf.speicher).dokument(dokument).bild
      try lauf.tu(.auschecken, an: ziel, "ausgecheckt von \(lauf.akteur.name)")
    }
  }
}

/// `diva vorgang einchecken`: the work ends without a new version (A04).
struct Eincheckbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "einchecken",
    abstract: "Gibt ein Dokument ohne neue Fassung wieder frei.",
    discussion: """
      Das kann, wer es ausgecheckt hat, oder die Registratur (Rolle REG) für jemanden, der fehlt. \
      Haben Sie es geändert, legen Sie stattdessen eine neue Fassung ab (»fassung«). \
      \(Nennung.hilfe)
      """)

  @Argument(help: ArgumentHelp("Das Dokument.", valueName: "DOKUMENT"))
  var dokument: String

  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      let ziel = try Nennung(lauf.speicher).dokument(dokument).bild
      try lauf.tu(.einchecken, an: ziel, "eingecheckt")
    }
  }
}

/// `diva vorgang repraesentat`: the same content in a further format (A20).
struct Repraesentatbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "repraesentat",
    abstract:
      "Legt zu einer Fassung dasselbe in einem weiteren Format ab, zum Beispiel PDF/A (Rolle REG).",
    discussion: """
      Geht auch nach dem Abschluss: Das Original bleibt, wie es ist, und wird vorher Byte für Byte \
      geprüft. \(Nennung.hilfe)
      """)

  @Argument(help: ArgumentHelp("Das Dokument.", valueName: "DOKUMENT"))
  var dokument: String

  @Argument(help: ArgumentHelp("Die Datei im weiteren Format.", valueName: "DATEI"))
  var datei: String

  @Option(help: ArgumentHelp("Zu welcher Fassung (sonst zur neuesten).", valueName: "NUMMER"))
  var fassung: Int?

  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      let (ziel, zustand) = try Nennung(lauf.speicher).dokument(dokument)
      let gemeint = zustand.fassungen.last { fassung == nil || $0.nummer == fassung }
      guard let gemeint else {
        throw Hinderung(
          "Eine Fassung \(fassung ?? 1) hat das Dokument nicht. Vorhanden sind: "
            + zustand.fassungen.map { "\($0.nummer)" }.joined(separator: ", ") + ".")
      }
      try pruefeOriginal(gemeint.hash, lauf)
      let eingang = Dateieingang(
        .pfad(datei), dateiname: URL(fileURLWithPath: datei).lastPathComponent,
        ersteller: lauf.akteur.name)
      let vollzug = try lauf.speicher.vollziehe(mit: eingang, lauf.kopf()) {
        lauf.handlung(
          .dokument(
            ziel: ziel.id, in: nil,
            ereignis: .repraesentatHinzu(
              nummer: gemeint.nummer, original: gemeint.hash, repraesentat: $0.hash)))
      }
      try lauf.berichte(vollzug, ziel.id, "Repräsentat zu Fassung \(gemeint.nummer) abgelegt") {
        [Angabe("dateien", "Dateien", $0.dateinamen.joined(separator: ", "))]
      }
    }
  }

  /// Reads the original to its end: a rendition of something else would be worse than none.
  private func pruefeOriginal(_ hash: Pruefsumme, _ lauf: Handlungslauf) throws {
    guard let dateihash = Dateihash(hash) else { return }
    let lies = try lauf.speicher.oeffne(dateihash)
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { puffer.deallocate() }
    while try lies(puffer) > 0 {}
  }
}
