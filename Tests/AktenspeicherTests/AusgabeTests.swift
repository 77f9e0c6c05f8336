// SPDX-License-Identifier: Apache-2.0
import Akte
import Aktenspeicher
import Foundation
import Lifecycle
import Pruefung
import TestHilfe
import Testing

@testable import Xdomea

@Suite("Ausgabe von Übergaben")
struct AusgabeTests {
  private func gib(
    _ ids: [ObjektID], _ buehne: inout Buehne, _ ordner: URL, _ version: XdomeaFassung = .v400
  ) throws -> Ausgabeergebnis {
    let kopf = Einfuhrhilfe.kopf(
      .zufaellig(&buehne.zufall), version >= .v400 ? .zufaellig(&buehne.zufall) : nil)
    return try buehne.speicher.gibAus(
      ids, nach: ordner.path + "/aus-\(version.rawValue).zip", kopf, version: version)
  }

  private func objekte(_ pfad: String) throws -> [Schriftgutobjekt] {
    try Einfuhrhilfe.objekte(pfad)
  }

  @Test("Was im Haus entstand, geht mit Geschichte und Dateien hinaus; gleiche Namen stören nicht")
  func eigenes() throws {
    try mitTemporaeremOrdner { ordner in
      var buehne = try Buehne(ordner)
      let akte = try buehne.akte()
      let vorgang = try buehne.vorgang(in: akte)
      _ = try buehne.dokument("Bescheid.txt", "eins", in: vorgang)
      _ = try buehne.dokument("Bescheid.txt", "zwei", in: vorgang)
      try buehne.tu(
        .schriftgut(
          ziel: akte, in: nil,
          ereignis: .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: buehne.heute))),
        Buehne.registratur)
      for version in [XdomeaFassung.v300, .v310, .v400] {
        let aus = try gib([akte, vorgang, akte], &buehne, ordner, version)
        #expect(aus.akten == 1 && aus.vorgaenge == 1 && aus.dokumente == 2 && aus.dateien == 2)
        var pruefer = Pruefer(heute: Kalendertag(2100, 1, 1))
        if Gemeinsam.verfuegbar { pruefer.schemata = Schemata(ordner: Gemeinsam.schemata.path) }
        let bericht = try pruefer.pruefe(aus.pfad)
        let fehler = bericht.befunde.filter { $0.schwere == .fehler && $0.regel != "R50" }
        #expect(fehler.isEmpty, "\(fehler.map { "\($0.regel) \($0.meldung)" })")
        guard case .akte(let heraus)? = try objekte(aus.pfad).first else {
          Issue.record("keine Akte")
          return
        }
        #expect(!heraus.historie.isEmpty && heraus.zdA == true)
        let primaer = heraus.vorgaenge[0].dokumente.map {
          $0.versionen[0].formate[0].primaerdokument
        }
        #expect(Set(primaer.map(\.dateiname)).count == 2)
        #expect(primaer.allSatisfy { $0.dateinameOriginal == "Bescheid.txt" })
        #expect(primaer.allSatisfy { ($0.hash != nil) == (version == .v400) })
      }
    }
  }

  @Test("Ein Vorgang allein geht ab 4.0 mit seiner Akte als Kontext, vorher für sich")
  func kontext() throws {
    try mitTemporaeremOrdner { ordner in
      var buehne = try Buehne(ordner)
      let akte = try buehne.akte("Bauakte")
      let einer = try buehne.vorgang(in: akte, "einer")
      let anderer = try buehne.vorgang(in: akte, "anderer")
      let dritter = try buehne.vorgang(in: akte, "dritter")
      for v in [einer, anderer, dritter] { _ = try buehne.dokument("a.txt", v.text, in: v) }
      _ = try buehne.dokument("direkt.txt", "direkt", in: akte)
      var aus = try gib([dritter, einer], &buehne, ordner)
      var heraus = try objekte(aus.pfad)
      guard heraus.count == 1, case .akte(let a) = heraus[0] else {
        Issue.record("nicht genau eine Akte")
        return
      }
      #expect(a.kontextobjekt == true && a.dokumente.isEmpty)
      #expect(a.vorgaenge.map(\.id) == [einer, dritter])
      #expect(a.vorgaenge.allSatisfy { $0.kontextobjekt == false && $0.dokumente.count == 1 })
      #expect(aus.dateien == 2)
      aus = try gib([einer], &buehne, ordner, .v310)
      heraus = try objekte(aus.pfad)
      guard heraus.count == 1, case .vorgang(let v) = heraus[0] else {
        Issue.record("nicht genau ein Vorgang")
        return
      }
      #expect(v.id == einer && v.aktenbetreff == "Bauakte")
    }
  }

  @Test("Eine veränderte Datei verhindert den Container; unbekannte Objekte und Dokumente auch")
  func schaden() throws {
    try mitTemporaeremOrdner { ordner in
      var buehne = try Buehne(ordner)
      let akte = try buehne.akte()
      let vorgang = try buehne.vorgang(in: akte)
      let dokument = try buehne.dokument("a.txt", "Der Inhalt", in: vorgang)
      let hash = try #require(try buehne.speicher.objekt(dokument)?.dateien.first?.hash)
      #expect(throws: XdomeaFehler.self) { try gib([dokument], &buehne, ordner) }
      #expect(throws: XdomeaFehler.self) { try gib([.leer], &buehne, ordner) }
      #expect(throws: XdomeaFehler.self) { try gib([], &buehne, ordner) }
      let pfad = buehne.speicher.ordner + "/dateien/\(hash.hex.prefix(2))/\(hash.hex.dropFirst(2))"
      chmod(pfad, 0o644)
      try Data("Der inhalt".utf8).write(to: URL(fileURLWithPath: pfad))
      #expect(throws: SpeicherFehler.self) { try gib([akte], &buehne, ordner) }
      let reste = try FileManager.default.contentsOfDirectory(atPath: ordner.path)
      #expect(!reste.contains { $0.hasPrefix("aus") || $0.hasSuffix(".zip") })
    }
  }
}
