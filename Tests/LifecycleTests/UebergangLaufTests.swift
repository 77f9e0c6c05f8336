// SPDX-License-Identifier: Apache-2.0
import Akte
import Testing

@testable import Lifecycle

/// Events of mail and scan (lebenszyklus FAKTEN 4) where they meet the transition table.
@Suite("Lauf eines Dokuments in der Übergangstabelle")
struct UebergangLaufTests {
  private static func gescannt(_ w: inout Uebergangswelt, bis: Int = 5) throws {
    let ereignisse: [Laufereignis] = [
      .scanJobBegonnen(Lauf.scan()), .seiteGescannt(try Lauf.seite(1)),
      .scanQualitaetGeprueft(Lauf.pruefung(1...1)), .transfervermerkErstellt(try Lauf.vermerk()),
      .originalVerbleibFestgelegt(try Lauf.verbleib(fruehestens: "2019-03-01")),
    ]
    for e in ereignisse.prefix(bis) { try w.wende(try lauf(e, w)) }
  }

  private static func lauf(_ e: Laufereignis, _ w: Uebergangswelt) throws -> Handlung {
    w.d(.brief, .lauf(meldung: try Lauf.meldung(e, objekt: .brief)), .sb)
  }

  private static func papierWeg(_ w: Uebergangswelt, am tag: String) throws -> Handlung {
    try lauf(.originalVernichtet(try Lauf.vernichtung(tag)), w)
  }

  @Test("Ohne bestandene Qualitätsprüfung kein zdA (A10)")
  func qualitaet() throws {
    var w = try Uebergangsstart.offen.welt()
    try Self.gescannt(&w, bis: 2)
    let zdA = w.h(.vorgang, .zdA(verfuegung: ZdAVerfuegung(datum: w.heute)), .sb)
    let fehler = w.fehler(zdA)
    #expect(fehler?.regel == "A10" && fehler?.grund == .offeneQualitaetssicherung([.brief]))
    try w.wende(try Self.lauf(.scanQualitaetGeprueft(Lauf.pruefung(1...1)), w))
    #expect(w.ablehnung(zdA) == nil)
  }

  @Test("Das Papier bleibt, solange eine Sperre oder eine Abgabe das Dokument erreicht (L03, A31)")
  func papier() throws {
    var w = try Uebergangsstart.offen.welt()
    w.richtlinie.scanregeln = Scanregeln()
    try Self.gescannt(&w)
    try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe()), .dsb))
    #expect(w.ablehnung(try Self.papierWeg(w, am: "2019-03-01")) == "E10 gesperrt")
    try w.wende(w.h(.akte, .sperreAufheben(id: .nr(1), grund: "Urteil"), .dsb2))

    // A hold on the Akte alone does not reach down; one on the Vorgang itself holds its documents.
    try w.wende(w.h(.vorgang, .sperreSetzen(sperre: .probe(1, .objekt)), .dsb))
    #expect(w.ablehnung(try Self.papierWeg(w, am: "2019-03-01")) == "E10 gesperrt")
    try w.wende(w.h(.vorgang, .sperreAufheben(id: .nr(1), grund: "Urteil"), .dsb2))
    try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe(1, .objekt)), .dsb))

    try w.wende(w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), .vg))
    #expect(w.ablehnung(try Self.papierWeg(w, am: "2019-03-01")) == "E10 abgabeLaufend")
    try w.wende(w.h(.akte, .uebernahmeAbgelehnt(grund: "x"), .system))
    #expect(w.ablehnung(try Self.papierWeg(w, am: "2019-03-02")) == "E10 datumInZukunft")
    #expect(w.ablehnung(try Self.papierWeg(w, am: "2019-03-01")) == nil)
  }

  @Test("Nach Abschluss wird das Papier noch vernichtet, gescannt wird nicht mehr (A19)")
  func nachAbschluss() throws {
    var w = try Uebergangsstart.offen.welt()
    try Self.gescannt(&w)
    w.heute = tag(2020, 3, 2)
    try w.wende(w.h(.akte, .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: w.heute)), .reg))
    let vorher = w.schriftgut
    #expect(
      w.ablehnung(try Self.lauf(.scanJobBegonnen(Lauf.scan()), w)) == "A19 akteGeschlossen")
    #expect(w.ablehnung(try Self.papierWeg(w, am: "2020-03-01")) == nil)
    #expect(w.schriftgut == vorher, "keine Bearbeitung der Akte")
    let fehler = w.fehler(try Self.papierWeg(w, am: "2020-03-01"))
    #expect(fehler?.grund == .lauf(.originalVernichtet))
  }

  @Test("Schritte des Geschäftsgangs werden nicht als Lauf nachgetragen")
  func eigene() throws {
    var w = try Uebergangsstart.offen.welt()
    for e in try Lauf.alle() {
      let meldung = try Self.lauf(e, w)
      if w.fehler(meldung)?.grund == .eigenesEreignis {
        #expect(["E13", "E13e", "E13s"].contains(e.zeile))
      } else {
        #expect(!["E13", "E13e", "E13s"].contains(e.zeile))
      }
    }
  }
}
