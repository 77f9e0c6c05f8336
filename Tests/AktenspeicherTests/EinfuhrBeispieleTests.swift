// SPDX-License-Identifier: Apache-2.0
import Akte
import Aktenspeicher
import Foundation
import Lifecycle
import Pruefung
import TestHilfe
import Testing

@testable import Xdomea

@Suite("Einfuhr der Beispiele", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct EinfuhrBeispieleTests {
  /// Elements that the store may add or say more exactly, because the state knows them better: the
  /// digest of each file, a Kennzeichen that was drawn, what is inherited from above, and the days
  /// that follow from closing.
  static let erlaubteZusaetze = [
    "/hash/", "/kennzeichen ", "/federfuehrung ", "/aktenplaneinheit/", "/zdA ", "/zdADatum ",
    "/transferfristende ", "/aufbewahrungsende ", "/laufzeit/", "/aussonderungsart/",
  ]

  @Test(
    "Was hereinkommt, kommt mit jeder Angabe wieder heraus; der Speicher ist unversehrt",
    arguments: Einfuhrhilfe.beispiele)
  func rundlauf(_ name: String) throws {
    try mitTemporaeremOrdner { ordner in
      let quelle = try Einfuhrhilfe.mitDateien(
        Gemeinsam.beispiele.appendingPathComponent(name).path, nach: ordner)
      let speicher = try Einfuhrhilfe.speicher(ordner)
      let bericht = try speicher.importiere(quelle: quelle, Einfuhrhilfe.optionen())
      #expect(bericht.abgelehnt.isEmpty, "\(bericht.text)")
      #expect(bericht.objekte > 0)
      #expect(try Einfuhrhilfe.pruefe(speicher) == [])
      for original in try Einfuhrhilfe.objekte(quelle) {
        let heraus = try #require(try speicher.schriftgutobjekt(original.id, historie: false))
        let alt = try Einfuhrhilfe.zeilen(original)
        let neu = try Einfuhrhilfe.zeilen(heraus)
        let fehlend = Set(alt).subtracting(neu)
        #expect(fehlend.isEmpty, "\(fehlend.sorted().joined(separator: "\n"))")
        let zusaetzlich = Set(neu).subtracting(alt).filter { zeile in
          !Self.erlaubteZusaetze.contains { zeile.contains($0) }
        }
        #expect(zusaetzlich.isEmpty, "\(zusaetzlich.sorted().joined(separator: "\n"))")
      }
      // The same once more changes nothing.
      let kopf = try speicher.protokollkopf()
      let zweiter = try speicher.importiere(quelle: quelle, Einfuhrhilfe.optionen())
      #expect(zweiter.objekte == 0)
      #expect(zweiter.bereitsUebernommen >= bericht.objekte)
      #expect(try speicher.protokollkopf() == kopf)
    }
  }

  @Test(
    "Übergaben kommen als gültige Container wieder heraus",
    arguments: Einfuhrhilfe.beispiele.filter { $0.contains("0503") },
    [XdomeaFassung.v300, .v310, .v400])
  func container(_ name: String, _ version: XdomeaFassung) throws {
    try mitTemporaeremOrdner { ordner in
      let quelle = try Einfuhrhilfe.mitDateien(
        Gemeinsam.beispiele.appendingPathComponent(name).path, nach: ordner)
      let speicher = try Einfuhrhilfe.speicher(ordner)
      _ = try speicher.importiere(quelle: quelle, Einfuhrhilfe.optionen())
      let objekte = try Einfuhrhilfe.objekte(quelle)
      let dateien = try dateinamen(quelle)
      var zufall = Zufall(3)
      let kopf = Einfuhrhilfe.kopf(
        .zufaellig(&zufall), version >= .v400 ? .zufaellig(&zufall) : nil)
      let ziel = ordner.appendingPathComponent("aus").path + "/"
      try FileManager.default.createDirectory(
        atPath: ziel, withIntermediateDirectories: true)
      // From 4.0 no document travels without what it lies in.
      let ids = try objekte.map { objekt in
        guard version >= .v400, case .dokument = objekt else { return objekt.id }
        return try #require(try speicher.vorfahren(objekt.id).first?.id)
      }
      let aus = try speicher.gibAus(ids, nach: ziel, kopf, version: version)
      #expect(aus.dateien == dateien.count)
      let pruefer = Pruefer(
        schemata: Schemata(ordner: Gemeinsam.schemata.path), heute: Kalendertag(2100, 1, 1))
      let bericht = try pruefer.pruefe(aus.pfad)
      // R50: some samples transfer what the archive does not want; that is their own decision.
      let fehler = bericht.befunde.filter { $0.schwere == .fehler && $0.regel != "R50" }
      #expect(fehler.isEmpty, "\(fehler.map { "\($0.regel) \($0.meldung)" })")
      try pruefeMitXmllint(aus.pfad, version, ordner)
      // The same files with the same bytes.
      #expect(try inhalte(aus.pfad).sorted() == inhalte(quelle, dateien).sorted())
    }
  }

  private func dateinamen(_ quelle: String) throws -> [String] {
    let leser = try Nachrichtenpaket(pfad: quelle).leser()
    var namen: [String] = []
    while let teil = try leser.naechster() {
      guard case .schriftgutobjekt = teil else { continue }
      teil.jedeDatei { name, _ in namen.append(name) }
    }
    return namen
  }

  private func inhalte(_ pfad: String, _ namen: [String]? = nil) throws -> [String] {
    var alle: [String] = []
    try Nachrichtenpaket(pfad: pfad).jedeDatei { name, _, lies in
      guard namen?.contains(name) ?? true else { return }
      var bytes: [UInt8] = []
      var puffer = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let n = try puffer.withUnsafeMutableBytes { try lies($0) }
        if n == 0 { break }
        bytes += puffer[..<n]
      }
      alle.append(Data(bytes).base64EncodedString())
    }
    return alle
  }

  private func pruefeMitXmllint(_ pfad: String, _ version: XdomeaFassung, _ ordner: URL) throws {
    guard Programm.vorhanden("xmllint") else { return }
    let paket = try Nachrichtenpaket(pfad: pfad)
    let lies = try paket.oeffne(try #require(paket.nachricht))
    var bytes = Data()
    var puffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let n = try puffer.withUnsafeMutableBytes { try lies($0) }
      if n == 0 { break }
      bytes.append(contentsOf: puffer[..<n])
    }
    let datei = ordner.appendingPathComponent("pruefling.xml")
    try bytes.write(to: datei)
    let schema = Gemeinsam.schemata.appendingPathComponent(
      "\(version.rawValue)/\(version.schemadatei)")
    let e = try Programm.starte(
      "xmllint", ["--nonet", "--noout", "--schema", schema.path, datei.path],
      umgebung: ["XML_CATALOG_FILES": Gemeinsam.schemata.appendingPathComponent("catalog.xml").path]
    )
    #expect(e.status == 0, "xmllint: \(e.fehler.prefix(2000))")
  }
}
