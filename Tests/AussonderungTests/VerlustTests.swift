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

/// What an older version cannot carry is known before anything goes out (R66–R70).
@Suite("Verluste beim Senden")
struct VerlustTests {
  private func namen(_ ordner: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: ordner).sorted()
  }

  private func bericht(_ behoerde: Behoerde, _ prozess: ProzessID, _ typ: String) throws
    -> [String: Any]
  {
    let pfad = behoerde.ordner.berichte(prozess) + "/verlustbericht-\(typ)"
    #expect(FileManager.default.fileExists(atPath: pfad + ".html"))
    let daten = try Data(contentsOf: URL(fileURLWithPath: pfad + ".json"))
    return try #require(try JSONSerialization.jsonObject(with: daten) as? [String: Any])
  }

  @Test(
    "Texte außerhalb des Zeichenvorrats gehen erst hinaus, wenn jemand sie hinnimmt (R66)",
    arguments: [XdomeaFassung.v230, .v240])
  func zeichen(_ fassung: XdomeaFassung) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner, fassung)
      let (akte, vorgaenge) = try b.akte("Straße – „Am Markt“", vorgaenge: 1)
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      do {
        try behoerde.bieteAn(prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
        Issue.record("gesandt")
      } catch AussonderungFehler.verlusteOffen(let p, let anzahl, let beispiel) {
        #expect(p == prozess && anzahl >= 2 && beispiel.contains("ersetzt"))
      }
      #expect(try namen(b.pfad("zum-archiv")) == [])
      #expect(try b.speicher.paket(behoerde.verfahren(prozess).pakete[0])?.lage == .entwurf)
      let stand = try behoerde.stand(prozess)
      #expect((stand.verluste["R66"] ?? 0) >= 2)
      #expect(stand.naechstes?.contains("hinnehmen") == true)
      let werte = try bericht(behoerde, prozess, "0501")
      let verluste = try #require(werte["verluste"] as? [[String: Any]])
      let ersetzt = verluste.filter { $0["regel"] as? String == "R66" }
      #expect(
        Set(ersetzt.compactMap { $0["objekt"] as? String }) == [akte.text, vorgaenge[0].text])
      #expect(ersetzt.allSatisfy { $0["folge"] as? String == "hinzunehmen" })
      // Again without a decision: still nothing goes out.
      #expect(throws: AussonderungFehler.self) { try behoerde.setzeFort(prozess) }
      #expect(try namen(b.pfad("zum-archiv")) == [])

      let v = try behoerde.nimmVerlusteHin(prozess, b.wer())
      #expect(v.hingenommeneVerluste?.map(\.von) == [Buehne.registratur.name])
      #expect(v.vorhaben == nil && v.offeneVerluste == nil)
      #expect(try namen(b.pfad("zum-archiv")).count == 1)
      #expect(throws: AussonderungFehler.self) { try behoerde.nimmVerlusteHin(prozess, b.wer()) }
      let archiv = try b.archiv()
      try holeAlles(archiv, b)
      try holeAlles(behoerde, b)
      var liste = try archiv.ordner.objektliste(prozess)
      try liste.bewerte(akte, .archivwuerdig)
      try archiv.bewerte(liste, prozess)
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      try holeAlles(archiv, b)

      // The transfer brings other texts: it is decided anew, and nothing is booked before.
      #expect(throws: AussonderungFehler.self) {
        try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      }
      #expect(try b.lage(akte) == .bewertet)
      #expect(try namen(b.pfad("zum-archiv")) == [])
      _ = try bericht(behoerde, prozess, "0503")
      try behoerde.nimmVerlusteHin(prozess, b.wer())
      #expect(try b.lage(akte) == .abgegeben)
      try holeAlles(archiv, b)
      try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
      try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      #expect(try b.lage(akte) == .uebernommen)
      #expect(try b.pruefe() == [])
    }
  }

  @Test("Was wegen Verlusten wartet, lässt sich zurückziehen", arguments: [true, false])
  func zurueck(_ angebot: Bool) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner, .v240)
      let (akte, _) = try b.akte("Straße – breit", vorgaenge: 1)
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      #expect(throws: AussonderungFehler.self) {
        try behoerde.bieteAn(prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      }
      if !angebot {
        try behoerde.nimmVerlusteHin(prozess, b.wer())
        let archiv = try b.archiv()
        try holeAlles(archiv, b)
        try holeAlles(behoerde, b)
        var liste = try archiv.ordner.objektliste(prozess)
        try liste.bewerte(akte, .archivwuerdig)
        try archiv.bewerte(liste, prozess)
        try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
        try holeAlles(behoerde, b)
        try holeAlles(archiv, b)
        #expect(throws: AussonderungFehler.self) {
          try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
        }
      }
      let v = try behoerde.zieheZurueck(prozess, grund: "neuere Fassung vereinbart", b.wer())
      #expect(v.vorhaben == nil && v.offeneVerluste == nil)
      #expect(try namen(b.pfad("zum-archiv")) == [])
      #expect(try b.lage(akte) == .inAufbewahrung)
      #expect(try b.speicher.schriftgut(akte)?.aussonderung == nil)
    }
  }

  @Test("Eine Akte mit Vorgängen und eigenen Dokumenten kann 2.x nicht tragen (R67)")
  func gemischt() throws {
    try mitTemporaeremOrdner { ordner in
      for (fassung, geht) in [(XdomeaFassung.v240, false), (.v300, true)] {
        try mitTemporaeremOrdner { ordner in
          let b = try Buehne(ordner, fassung)
          let akte = try b.lege(.akte, "Gemischt")
          let vorgang = try b.lege(.vorgang, "Vorgang", in: akte)
          try b.dokument("a.txt", "a", in: vorgang)
          try b.dokument("b.txt", "b", in: akte)
          try b.tu(
            .schriftgut(
              ziel: akte, in: nil,
              ereignis: .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: b.heute))),
            Buehne.registratur)
          try b.warte()
          let prozess = ProzessID.zufaellig(&b.zufall)
          // Also without the schemas, which would find it too.
          let behoerde = Behoerde(
            bestand: b.speicher, ordner: try Verfahrensordner(b.pfad("behoerde")),
            ausgang: try b.behoerdenfach())
          do {
            try behoerde.bieteAn(
              prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
            #expect(geht)
          } catch AussonderungFehler.nachrichtUngueltig(_, let befunde) {
            #expect(!geht)
            #expect(befunde.contains { $0.contains("R67") && $0.contains(akte.text) })
            #expect(throws: AussonderungFehler.self) {
              try behoerde.nimmVerlusteHin(prozess, b.wer())
            }
          }
          #expect(try namen(b.pfad("zum-archiv")).count == (geht ? 1 : 0))
        }
      }
    }
  }

  @Test("Was nur vermerkt wird, hält nichts auf und steht im Bericht (R68)")
  func vermerkt() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner, .v310)
      let (akte, _) = try b.akte("Straße – breit", vorgaenge: 1)
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      try behoerde.bieteAn(prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      let verluste = try behoerde.stand(prozess).verluste
      #expect(verluste["R66"] == nil)
      let v = try behoerde.verfahren(prozess)
      let gezaehlt = try v.nachrichten.flatMap { try behoerde.ordner.verluste($0, in: v) }
        .reduce(into: [String: Int]()) { $0[$1.regel, default: 0] += 1 }
      #expect(gezaehlt == verluste)
      if !verluste.isEmpty {
        let summen = try bericht(behoerde, prozess, "0501")["summen"] as? [String: Int]
        #expect(summen == verluste)
      }
    }
  }
}
