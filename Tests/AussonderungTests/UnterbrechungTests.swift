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

/// The power fails.
struct Stromausfall: Error {}

/// A store whose process ends at one of its calls, before it did anything or after.
final class Ausfallbestand: Aussonderungsbestand {
  let echt: Speicher
  private var bis: Int
  private let nachher: Bool

  init(_ echt: Speicher, bis: Int, nachher: Bool) {
    self.echt = echt
    self.bis = bis
    self.nachher = nachher
  }

  private func ruf<T>(_ body: () throws -> T) throws -> T {
    bis -= 1
    if bis < 0 || (bis == 0 && !nachher) { throw Stromausfall() }
    let ergebnis = try body()
    if bis == 0 { throw Stromausfall() }
    return ergebnis
  }

  func jedesFaellige(am tag: Kalendertag, _ body: (ObjektID) throws -> Bool) throws {
    var ids: [ObjektID] = []
    try ruf {
      try echt.jedesFaellige(am: tag) { (id: ObjektID) in
        ids.append(id)
        return true
      }
    }
    for id in ids { guard try body(id) else { return } }
  }
  func schriftgut(_ id: ObjektID) throws -> Schriftgutzustand? {
    try ruf { try echt.schriftgut(id) }
  }
  func kinder(_ id: ObjektID) throws -> [ObjektID] { try ruf { try echt.kinder(id) } }
  func umfang(_ id: ObjektID) throws -> Objektumfang { try ruf { try echt.umfang(id) } }
  func paket(_ id: PaketID) throws -> Paketzustand? { try ruf { try echt.paket(id) } }
  func einheiten() throws -> [Einheitszustand] { try ruf { try echt.einheiten() } }
  func regel(einheit kennzeichen: String, am tag: Kalendertag) throws -> Fristregel? {
    try ruf { try echt.regel(einheit: kennzeichen, am: tag) }
  }
  func richtlinie() throws -> Richtlinie { try ruf { try echt.richtlinie() } }
  func auskunft(_ id: ObjektID, mitDateien: Bool) throws -> Aussonderungsauskunft {
    try ruf { try echt.auskunft(id, mitDateien: mitDateien) }
  }
  func probiere(_ handlung: Handlung) throws -> Wirkungen {
    try ruf { try echt.probiere(handlung) }
  }
  func vernichtungsprotokolle(
    _ prozess: ProzessID, _ body: (Vernichtungsprotokoll) throws -> Void
  ) throws {
    var alle: [Vernichtungsprotokoll] = []
    try ruf { try echt.vernichtungsprotokolle(prozess) { alle.append($0) } }
    for p in alle { try body(p) }
  }
  func vollziehe(
    _ handlung: Handlung, ereignis: EreignisID, zeitpunkt: Zeitpunkt
  ) throws -> Handlungsergebnis {
    try ruf { try echt.vollziehe(handlung, ereignis: ereignis, zeitpunkt: zeitpunkt) }
  }
}

@Suite("Unterbrochenes Verfahren")
struct UnterbrechungTests {
  /// Lets a step of the agency end at each of its calls of the store in turn; afterwards it is
  /// carried on, and must leave what an uninterrupted one leaves.
  private func anJederStelle(
    _ vorher: (Buehne, ProzessID) throws -> Void,
    _ schritt: (Behoerde, Buehne, ProzessID) throws -> Void,
    danach pruefe: (Behoerde, Buehne, ProzessID) throws -> Void
  ) throws {
    for nachher in [false, true] {
      var stelle = 0
      var fertig = false
      while !fertig {
        stelle += 1
        try #require(stelle < 500)
        try mitTemporaeremOrdner { ordner in
          let b = try Buehne(ordner)
          let prozess = ProzessID.zufaellig(&b.zufall)
          try vorher(b, prozess)
          do {
            let ausfall = Ausfallbestand(b.speicher, bis: stelle, nachher: nachher)
            try schritt(
              Behoerde(
                bestand: ausfall, ordner: try Verfahrensordner(b.pfad("behoerde")),
                ausgang: try b.behoerdenfach(), schemata: b.schemata), b, prozess)
            fertig = true
          } catch is Stromausfall {
            let behoerde = try b.behoerde()
            if try behoerde.ordner.verfahren(prozess) == nil {
              // Nothing was begun.
              try schritt(behoerde, b, prozess)
            } else if try behoerde.verfahren(prozess).vorhaben != nil {
              try behoerde.setzeFort(prozess)
            } else {
              try schritt(behoerde, b, prozess)
            }
          }
          try pruefe(try b.behoerde(), b, prozess)
          #expect(try b.pruefe() == [], "Stelle \(stelle)")
        }
      }
    }
  }

  private func post(_ b: Buehne) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: b.pfad("zum-archiv")).sorted()
  }

  @Test("Anbieten, an jeder Stelle unterbrochen und fortgesetzt")
  func anbieten() throws {
    try anJederStelle { b, _ in
      _ = try b.akte("Ortsrecht", vorgaenge: 1)
      try b.warte()
    } _: { behoerde, b, prozess in
      try behoerde.bieteAn(
        prozess, .faellige(hoechstens: 10), anlass: .fristende, b.vereinbarung, b.wer())
    } danach: { behoerde, b, prozess in
      let v = try behoerde.verfahren(prozess)
      #expect(v.vorhaben == nil)
      #expect(v.nachrichten.map(\.stand) == [.versandt])
      #expect(try post(b) == ["\(prozess)_0501_1.zip"])
      #expect(try b.speicher.paket(v.pakete[0])?.lage == .angeboten)
    }
  }

  @Test("Abgeben, an jeder Stelle unterbrochen und fortgesetzt")
  func abgeben() throws {
    try anJederStelle { b, prozess in
      let (akte, _) = try b.akte("Ortsrecht", vorgaenge: 2)
      try b.warte()
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      try behoerde.bieteAn(prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      try holeAlles(archiv, b)
      var liste = try archiv.ordner.objektliste(prozess)
      try liste.bewerte(akte, .archivwuerdig)
      try archiv.bewerte(liste, prozess)
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      try holeAlles(archiv, b)
    } _: { behoerde, b, prozess in
      do {
        try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      } catch AussonderungFehler.nichtsZuTun {
        // It was done already.
      }
    } danach: { behoerde, b, prozess in
      let v = try behoerde.verfahren(prozess)
      #expect(v.vorhaben == nil)
      #expect(v.nachrichten(.aussonderung, eigene: true).map(\.stand) == [.versandt])
      #expect(try post(b) == ["\(prozess)_0503_1.zip"])
      let paket = try #require(try b.speicher.paket(v.pakete[0]))
      #expect(paket.lage == .abgegeben && paket.abgegeben.count == 3)
      #expect(paket.abgabenachrichten == v.nachrichten(.aussonderung, eigene: true).map(\.id))
    }
  }

  @Test("Löschen, an jeder Stelle unterbrochen: alles Vernichtete steht einmal in den Berichten")
  func loeschen() throws {
    try anJederStelle { b, prozess in
      let (akte, _) = try b.akte("Kopierpapier", vorgaenge: 1)
      let (gemischte, vorgaenge) = try b.akte("Ortsrecht", vorgaenge: 2)
      try b.warte()
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      try behoerde.bieteAn(
        prozess, .objekte([akte, gemischte]), anlass: .fristende, b.vereinbarung, b.wer())
      try holeAlles(archiv, b)
      var liste = try archiv.ordner.objektliste(prozess)
      try liste.bewerte(akte, .nichtArchivwuerdig)
      try liste.bewerte(vorgaenge[0], .archivwuerdig)
      try liste.bewerte(vorgaenge[1], .nichtArchivwuerdig)
      try archiv.bewerte(liste, prozess)
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
    } _: { behoerde, b, prozess in
      _ = try behoerde.loesche(prozess, b.wer(mit: Buehne.leitung))
    } danach: { behoerde, b, prozess in
      #expect(try behoerde.verfahren(prozess).vorhaben == nil)
      let paket = try #require(try b.speicher.paket(behoerde.verfahren(prozess).pakete[0]))
      let vernichtet = try paket.objekte.filter { try b.lage($0) == .vernichtet }
      #expect(vernichtet.count == 3)
      let ordner = behoerde.ordner.berichte(prozess)
      let berichte = try FileManager.default.contentsOfDirectory(atPath: ordner)
        .filter { $0.hasPrefix("vernichtungsprotokoll") && $0.hasSuffix(".json") }
        .map { try String(contentsOfFile: ordner + "/" + $0, encoding: .utf8) }
      for id in vernichtet {
        #expect(berichte.count { $0.contains("\"\(id)\"") } == 1)
      }
    }
  }

  @Test("Eine 0502 unter einer Sperre, an jeder Stelle unterbrochen: der Grund bleibt")
  func gesperrt() throws {
    try anJederStelle { b, prozess in
      let (akte, vorgaenge) = try b.akte("Ortsrecht", vorgaenge: 2)
      try b.warte()
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      try behoerde.bieteAn(prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      try holeAlles(archiv, b)
      try holeAlles(behoerde, b)
      try b.tu(
        .schriftgut(
          ziel: vorgaenge[1], in: nil,
          ereignis: .sperreSetzen(
            sperre: Sperre(id: .zufaellig(&b.zufall), grund: "Klage", behoerde: "Gericht"))),
        Akteur(kennung: "dsb", rollen: [.datenschutz]))
      var liste = try archiv.ordner.objektliste(prozess)
      try liste.bewerte(akte, .archivwuerdig)
      try archiv.bewerte(liste, prozess)
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
    } _: { behoerde, b, _ in
      try behoerde.holeAb(b.behoerdenfach(), b.wer()) { _, _ in }
    } danach: { behoerde, b, prozess in
      let v = try behoerde.verfahren(prozess)
      #expect(v.ablehnungen.map(\.grund) == ["gesperrt", "gesperrt"])
      #expect(v.nachrichten(.bewertungsverzeichnis, eigene: false).map(\.stand) == [.verarbeitet])
      #expect(try post(b).contains("\(prozess)_0505_1.zip"))
    }
  }
}
