// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Foundation
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// `diva speicher katalog`: a version of the Aufbewahrungskatalog comes into the store (A36).
struct Katalogaufnahme: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "katalog",
    abstract: "Nimmt eine Fassung des Aufbewahrungskatalogs auf (Rolle FA).",
    discussion: """
      Sie gilt für Akten, die von ihrem ersten Tag an geschlossen werden. Was sie an laufenden Fristen \
      ändern würde, zeigt vorher »diva katalog waswaere«. Bei Fehlern im Katalog endet das Programm \
      mit 2, und nichts wird aufgenommen.
      """)

  @Argument(help: ArgumentHelp("Der Katalog.", valueName: "DATEI.csv"))
  var datei: String

  @Option(
    name: .customLong("version"),
    help: ArgumentHelp("Name der Fassung (sonst der Name der Datei).", valueName: "NAME"))
  var fassung: String?

  @Option(help: ArgumentHelp("Ihr erster Tag.", valueName: "TT.MM.JJJJ"))
  var gueltigAb: Kalendertag

  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    let katalog = try Katalogtext(datei, version: fassung, json: handlung.json)
    try handlung.fuehreAus { lauf in
      try katalog.nimm(gueltigAb, lauf)
      try zeige(katalog)
    }
  }

  private func zeige(_ katalog: Katalogtext) throws {
    guard handlung.json else {
      try Ausgabe.zeile(
        "Katalog \(katalog.version): aufgenommen, gilt ab \(gueltigAb.anzeige)".sichtbar)
      return
    }
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("katalog", katalog.version)
    o.setze("gueltigAb", gueltigAb.text)
    try Ausgabe.zeile(o.text)
  }
}

/// A catalogue that shall come into the store.
struct Katalogtext {
  let datei: String
  let version: String
  private let bytes: [UInt8]

  /// Reads and checks the file; tells errors.
  ///
  /// - Throws: `ExitCode` 2 after errors were told, ``Hinderung`` if the file cannot be read.
  init(_ datei: String, version: String?, json: Bool) throws {
    self.datei = datei
    self.version =
      version ?? URL(fileURLWithPath: datei).deletingPathExtension().lastPathComponent
    let leser = Katalogleser()
    bytes = try Katalogdatei.bytes(datei, hoechstens: leser.groessteDatei)
    let befunde = leser.lies(bytes, version: self.version, datei: datei).befunde
    try Befundausgabe.halte(befunde, datei: datei, art: "katalog", json: json)
  }

  /// Brings the catalogue into the store.
  ///
  /// - Throws: As `Speicher.nimmKatalog`.
  func nimm(_ gueltigAb: Kalendertag, _ lauf: Handlungslauf) throws {
    let befunde = try lauf.speicher.nimmKatalog(
      bytes, version: version, gueltigAb: gueltigAb, von: lauf.akteur, lauf.kopf(), datei: datei)
    try Befundausgabe.halte(befunde, datei: datei, art: "katalog", json: lauf.json)
  }
}
