// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aktenspeicher
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing
import Xdomea

/// The proof of a destruction: complete, whoever interrupts the run.
@Suite("Vernichtungsprotokoll eines Verfahrens")
struct VernichtungTests {
  /// Akten of one Vorgang each that the archive did not want.
  private func unerwuenscht(_ b: Buehne, _ zahl: Int) throws -> (ProzessID, [ObjektID]) {
    var alle: [ObjektID] = []
    var akten: [ObjektID] = []
    for i in 1...zahl {
      let (akte, vorgaenge) = try b.akte("Kopierpapier \(i)", vorgaenge: 1)
      akten.append(akte)
      alle += [akte] + vorgaenge
    }
    try b.warte()
    let prozess = ProzessID.zufaellig(&b.zufall)
    let behoerde = try b.behoerde()
    let archiv = try b.archiv()
    try behoerde.bieteAn(prozess, .objekte(akten), anlass: .fristende, b.vereinbarung, b.wer())
    try holeAlles(archiv, b)
    var liste = try archiv.ordner.objektliste(prozess)
    for id in akten { try liste.bewerte(id, .nichtArchivwuerdig) }
    try archiv.bewerte(liste, prozess)
    try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
    try holeAlles(behoerde, b)
    try holeAlles(archiv, b)
    return (prozess, alle)
  }

  private func werte(_ behoerde: Behoerde, _ prozess: ProzessID) throws -> [String: Any] {
    let pfad = behoerde.ordner.berichte(prozess) + "/vernichtungsprotokoll.json"
    let daten = try Data(contentsOf: URL(fileURLWithPath: pfad))
    return try #require(try JSONSerialization.jsonObject(with: daten) as? [String: Any])
  }

  private func nachweise(_ werte: [String: Any]) throws -> [Vernichtungsprotokoll] {
    try #require(werte["protokolle"] as? [[String: Any]]).map { n in
      try Vernichtungsprotokoll(
        json: Array(
          try JSONSerialization.data(withJSONObject: n, options: [.withoutEscapingSlashes])))
    }
  }

  @Test(
    "Archiv, Ende der Sicherungen und eigene Frist stehen im Nachweis, wenn sie festgelegt sind")
  func angaben() throws {
    try mitTemporaeremOrdner { ordner in
      for (tage, jahre) in [(90, 30), (0, 0), (nil, nil)] as [(Int?, Int?)] {
        try mitTemporaeremOrdner { ordner in
          let b = try Buehne(ordner)
          var richtlinie = try b.speicher.richtlinie()
          richtlinie.sicherungstage = tage
          richtlinie.nachweisfristJahre = jahre
          try b.speicher.setze(richtlinie, von: Buehne.fach, b.kopf())
          let (prozess, _) = try unerwuenscht(b, 1)
          let behoerde = try b.behoerde()
          b.heute = Kalendertag(2032, 12, 30)!
          _ = try behoerde.loesche(prozess, b.wer(mit: Buehne.leitung))
          var protokolle: [Vernichtungsprotokoll] = []
          try b.speicher.vernichtungsprotokolle(prozess) { protokolle.append($0) }
          let p = try #require(protokolle.first)
          #expect(p.archiv == "Kreisarchiv")
          #expect(p.paket == prozess)
          switch tage {
          case 90?:
            #expect(p.sicherungenBis == Kalendertag(2033, 3, 30))
            #expect(p.aufzubewahrenBis == Kalendertag(2062, 12, 31))
          case 0?:
            #expect(p.sicherungenBis == Kalendertag(2032, 12, 30))
            #expect(p.aufzubewahrenBis == Kalendertag(2032, 12, 31))
          default:
            #expect(p.sicherungenBis == nil && p.aufzubewahrenBis == nil)
          }
          #expect(try p.istUnversehrt())
          let seite = try String(
            contentsOfFile: behoerde.ordner.berichte(prozess) + "/vernichtungsprotokoll.html",
            encoding: .utf8)
          #expect(seite.contains("nicht festgelegt") == (tage == nil))
          #expect(seite.contains("Kreisarchiv"))
        }
      }
    }
  }

  @Test("Ein Lauf, der mittendrin endet, ergibt mit dem nächsten ein vollständiges Protokoll")
  func unterbrochen() throws {
    for nachher in [false, true] {
      var stelle = 0
      var fertig = false
      while !fertig {
        stelle += 1
        try #require(stelle < 300)
        try mitTemporaeremOrdner { ordner in
          let b = try Buehne(ordner)
          let (prozess, alle) = try unerwuenscht(b, 3)
          let tag = b.heute
          do {
            let ausfall = Ausfallbestand(b.speicher, bis: stelle, nachher: nachher)
            _ = try Behoerde(
              bestand: ausfall, ordner: try Verfahrensordner(b.pfad("behoerde")),
              ausgang: try b.behoerdenfach(), schemata: b.schemata
            ).loesche(prozess, b.wer(mit: Buehne.leitung))
            fertig = true
          } catch is Stromausfall {
            // The next run, another day.
            b.heute = Kalendertag(tageszahl: tag.tageszahl + 1)!
            _ = try b.behoerde().loesche(prozess, b.wer(mit: Buehne.leitung))
          }
          let behoerde = try b.behoerde()
          let werte = try werte(behoerde, prozess)
          let objekte = try nachweise(werte).flatMap(\.objekte).map(\.id)
          #expect(objekte.count == alle.count && Set(objekte) == Set(alle), "Stelle \(stelle)")
          #expect((werte["summen"] as? [String: Any])?["objekte"] as? Int == alle.count)
          #expect(try nachweise(werte).allSatisfy { try $0.istUnversehrt() })
          let berichte = try FileManager.default.contentsOfDirectory(
            atPath: behoerde.ordner.berichte(prozess)
          ).filter { $0.hasPrefix("vernichtungsprotokoll") }
          #expect(
            berichte.sorted() == ["vernichtungsprotokoll.html", "vernichtungsprotokoll.json"])
          #expect(try behoerde.stand(prozess).paket == .abgeschlossen)
          #expect(try b.pruefe() == [])
        }
        // Each place costs a whole procedure.
        stelle += 4
      }
    }
  }

  @Test("Der Nachweis eines Verfahrens nennt nichts aus einem anderen")
  func getrennt() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (erster, eine) = try unerwuenscht(b, 1)
      _ = try b.behoerde().loesche(erster, b.wer(mit: Buehne.leitung))
      b.heute = Kalendertag(2026, 3, 2)!
      let (zweiter, andere) = try unerwuenscht(b, 2)
      _ = try b.behoerde().loesche(zweiter, b.wer(mit: Buehne.leitung))
      for (prozess, ids) in [(erster, eine), (zweiter, andere)] {
        let objekte = try nachweise(try werte(b.behoerde(), prozess)).flatMap(\.objekte).map(\.id)
        #expect(Set(objekte) == Set(ids) && objekte.count == ids.count)
      }
    }
  }
}
