// SPDX-License-Identifier: Apache-2.0
import Akte
import Testing

@testable import Lifecycle

/// Children follow parents (lebenszyklus FAKTEN 2.6).
@Suite("Kinder folgen den Eltern")
struct UebergangKinderTests {
  @Test("Wirksames Ende: das späteste von allen darunter (F24)")
  func wirksamesEnde() throws {
    var w = try Uebergangsstart.offen.welt()
    w.regeln["10.1"] = .probe(jahre: 30)
    w.heute = tag(2019, 9, 9)
    try w.wende(w.h(.vorgang, .zdA(verfuegung: ZdAVerfuegung(datum: w.heute)), .sb))
    w.regeln["10.1"] = .probe(jahre: 10)
    w.heute = tag(2020, 5, 1)
    try w.wende(w.h(.zweiter, .zdA(verfuegung: ZdAVerfuegung(datum: w.heute)), .sb))
    try w.wende(w.h(.akte, .zdA(verfuegung: ZdAVerfuegung(datum: w.heute)), .sb))
    let akte = try #require(w.schriftgut[.akte])
    #expect(akte.frist?.ende == tag(2030, 12, 31))
    #expect(akte.reifAb(nachfahren: w.nachfahren(.akte)) == tag(2050, 1, 1))

    w.heute = tag(2031, 1, 1)
    #expect(w.ablehnung(w.p(.biete([.akte]))) == "P01 nichtReif")
    #expect(w.ablehnung(w.p(.biete([.zweiter]))) == nil, "allein zählt das eigene Ende")
    w.heute = tag(2049, 12, 31)
    #expect(w.ablehnung(w.p(.biete([.vorgang]), ziel: .nr(2))) == "P01 nichtReif")
  }

  @Test("Ein Kind ohne eigene Regel folgt dem Objekt darüber, ein wartendes hält es auf")
  func ohneRegel() throws {
    var w = try Uebergangsstart.reif.welt()
    w.schriftgut[.vorgang]?.frist = nil
    let akte = try #require(w.schriftgut[.akte])
    #expect(akte.reifAb(nachfahren: w.nachfahren(.akte)) == tag(2026, 1, 1))
    w.schriftgut[.zweiter]?.frist?.reifAb = nil
    #expect(akte.reifAb(nachfahren: w.nachfahren(.akte)) == nil)
    #expect(w.ablehnung(w.p(.biete([.akte]))) == "P01 nichtReif")
  }

  @Test("Kaskade: alles oder nichts, mit dem ersten Hindernis und der ganzen Liste")
  func kaskade() throws {
    var w = try Uebergangsstart.offen.welt()
    try w.wende(w.d(.brief, .auschecken, .sb))
    try w.wende(
      w.h(.zweiter, .wiedervorlage(neu: Wiedervorlage(id: .nr(1), termin: w.heute)), .sb))
    let h = w.h(.akte, .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: w.heute)), .reg)
    let fehler = w.fehler(h)
    guard case .kaskade(let erstes, let grund, let offen)? = fehler?.grund else {
      Issue.record("keine Kaskade: \(String(describing: fehler))")
      return
    }
    // From the bottom up, the last child first; the Akte itself is named too, for its documents.
    #expect(erstes == .zweiter && grund.code == "offeneWiedervorlage")
    #expect(offen == [.zweiter, .vorgang, .akte])
    #expect(fehler?.objekt == .akte && fehler?.regel == "A12")

    try w.wende(w.d(.brief, .einchecken, .sb))
    try w.wende(w.h(.zweiter, .wiedervorlageErledigen(id: .nr(1)), .sb))
    try w.wende(h)
    #expect(w.schriftgut.values.allSatisfy { $0.lage == .zdA && $0.zdADatum == w.heute })
  }

  @Test("Kaskade lässt früher Geschlossenes, wie es ist")
  func kaskadeFrueheres() throws {
    var w = try Uebergangsstart.offen.welt()
    try w.wende(w.h(.vorgang, .zdA(verfuegung: ZdAVerfuegung(datum: w.heute)), .sb))
    let vorher = w.schriftgut[.vorgang]
    w.heute = tag(2021, 1, 1)
    let e = try w.wende(
      w.h(.akte, .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: w.heute)), .reg))
    #expect(e.schriftgut.map(\.id) == [.akte, .zweiter] && w.schriftgut[.vorgang] == vorher)
  }

  @Test("Eine Sperre am Kind hält die Akte als Ganzes, nicht den Nachbarn")
  func sperreAmKind() throws {
    var w = try Uebergangsstart.bewertet("V").welt()
    try w.wende(w.h(.vorgang, .sperreSetzen(sperre: .probe(1, .objekt)), .dsb))
    let fehler = w.fehler(w.h(.akte, .vernichten, .reg, mit: .vg))
    #expect(fehler?.grund == .gesperrt([.vorgang]))
    #expect(w.ablehnung(w.h(.zweiter, .vernichten, .reg, mit: .vg)) == nil)
    #expect(w.lage(.zweiter) == .vernichtet && w.dokumente[.brief]?.lage == .registriert)
    try w.wende(w.h(.vorgang, .sperreAufheben(id: .nr(1), grund: "Urteil"), .dsb2))
    #expect(w.ablehnung(w.h(.akte, .vernichten, .reg, mit: .vg)) == nil)
  }

  @Test("Eine Sperre mit Umfang Objekt reicht nicht nach unten, eine mit Umfang Teilbaum schon")
  func umfang() throws {
    for (umfang, erwartet) in [(Sperre.Umfang.objekt, nil), (.teilbaum, "P12 gesperrt")] {
      var w = try Uebergangsstart.bewertet("V").welt()
      try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe(1, umfang)), .dsb))
      #expect(w.ablehnung(w.h(.vorgang, .vernichten, .reg, mit: .vg)) == erwartet)
    }
  }

  @Test("Kontextobjekte werden weder bewertet noch bestätigt")
  func kontext() throws {
    var w = try Uebergangsstart.reif.welt()
    try w.wende(w.p(.biete([.vorgang])))
    try w.wende(w.p(.anbieten(nachricht: .angebot, schemagueltig: true)))
    #expect(w.lage(.akte) == .inAufbewahrung)
    let e = try w.wende(w.p(.werte([(.akte, "A"), (.vorgang, "A")]), .arc))
    #expect(e.abgelehnt == [Ablehnung(objekt: .akte, grund: .kontextobjekt)])
    #expect(w.schriftgut[.akte]?.aussonderung == nil, "A steigt nicht aus dem Angebot hinaus")
    try w.wende(w.p(.gebeAb([.vorgang])))
    let importe = try w.wende(w.p(.importiere([.akte, .vorgang]), .arc))
    #expect(importe.abgelehnt == [Ablehnung(objekt: .akte, grund: .idFehlt)])
    #expect(w.lage(.akte) == .inAufbewahrung && w.lage(.vorgang) == .uebernommen)
    #expect(w.paketlage == .importiert)
  }

  @Test("A an einem Kind macht alles darüber A, was noch nicht entschieden ist")
  func aSteigt() throws {
    var w = try Uebergangsstart.angeboten.welt()
    let e = try w.wende(w.p(.werte([(.vorgang, "A")]), .arc))
    #expect(w.schriftgut[.akte]?.aussonderung?.bewertung == .archivwuerdig)
    #expect(w.lage(.zweiter) == .angeboten && e.hinweise == [.ohneEntscheidung([.zweiter])])
  }

  @Test("A an einem Kind überstimmt ein früheres V oder B darüber", arguments: ["V", "B"])
  func aSpaeter(_ wert: String) throws {
    var w = try Uebergangsstart.angeboten.welt()
    try w.wende(w.p(.werte([(.akte, wert)]), .arc))
    try w.wende(w.p(.werte([(.vorgang, "A"), (.zweiter, "V")], nachricht: .nr(9)), .arc))
    #expect(w.schriftgut[.akte]?.aussonderung?.bewertung == .archivwuerdig)
    #expect(w.ablehnung(w.h(.akte, .vernichten, .reg, mit: .vg)) == "P13 archivwuerdig")
  }

  @Test("V über einem A aus einer früheren Nachricht ist ein Widerspruch")
  func vSpaeter() throws {
    var w = try Uebergangsstart.angeboten.welt()
    w.schriftgut[.akte]?.sperren = [.probe(1, .objekt)]
    try w.wende(w.p(.werte([(.vorgang, "A")]), .arc))
    #expect(w.lage(.akte) == .angeboten)
    w.schriftgut[.akte]?.sperren = []
    #expect(
      w.ablehnung(w.p(.werte([(.akte, "V")], nachricht: .nr(9)), .arc)) == "P04 widerspruch")
  }

  @Test("Fristablauf über einem A ergibt A, nicht die Erlaubnis zum Löschen")
  func fristablaufUeberA() throws {
    var w = try Uebergangsstart.angeboten.welt()
    w.schriftgut[.akte]?.sperren = [.probe(1, .objekt)]
    try w.wende(w.p(.werte([(.vorgang, "A")]), .arc))
    w.schriftgut[.akte]?.sperren = []
    w.richtlinie.bewertungsfrist = .sechsMonate
    w.heute = tag(2031, 1, 1)
    try w.wende(w.p(.fristablauf, .system))
    #expect(w.schriftgut[.akte]?.aussonderung?.bewertung == .archivwuerdig)
    #expect(w.schriftgut[.zweiter]?.aussonderung?.bewertung == .fristablauf)
  }

  @Test("Ein V am Objekt darüber vernichtet kein A darunter, auch nicht nach dessen Abgabe")
  func vUeberA() throws {
    var w = try Uebergangsstart.bewertet("V").welt()
    w.schriftgut[.vorgang]?.aussonderung?.bewertung = .archivwuerdig
    w.schriftgut[.vorgang]?.lage = .uebernommen
    w.schriftgut[.vorgang]?.aussonderung?.uebernommenAm = w.heute
    w.heute = tag(2031, 1, 1)
    #expect(w.ablehnung(w.h(.akte, .vernichten, .reg, mit: .vg)) == "P12 widerspruch")
    // The way out: the archive says A, late.
    try w.wende(w.p(.werte([(.akte, "A")], nachricht: .nr(9)), .arc))
    #expect(w.schriftgut[.akte]?.aussonderung?.bewertung == .archivwuerdig)
  }

  @Test("Unter eine geschlossene Akte kommt nichts Offenes")
  func nichtsOffenesUnterGeschlossenem() throws {
    for start in [
      Uebergangsstart.geschlossen, .aufbewahrt, .angeboten, .bewertet("V"), .abgegeben,
      .uebernommen,
    ] {
      var w = try start.welt()
      #expect(
        w.ablehnung(w.h(.neu, .anlegen(angaben: .vorgang("N")), .sb, in: .akte))
          == "A02 akteGeschlossen")
      #expect(
        w.ablehnung(
          w.h(.neu, .uebernehmen(angaben: .vorgang("N"), stand: Altstand()), .system, in: .akte))
          == "A02 elternGeschlossen")
    }
  }

  @Test("Umgehängtes nimmt geerbte Sperren mit, unter derselben Kennung, und nur einmal")
  func sperreWandertMit() throws {
    var w = try Uebergangsstart.offen.welt()
    try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe(1)), .dsb))
    try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe(2, .objekt)), .dsb))
    try w.wende(w.h(.neu, .anlegen(angaben: .akte("B-1")), .sb))
    func nach(_ ziel: ObjektID, _ kennzeichen: Kennzeichen) -> Handlung {
      w.h(
        .vorgang,
        .umhaengen(nach: Umhaengung(eltern: ziel, kennzeichen: kennzeichen, grund: "x")), .reg)
    }
    let e = try w.wende(nach(.neu, "B-1#1"))
    #expect(w.schriftgut[.vorgang]?.sperren.map(\.id) == [.nr(1)])
    #expect(w.schriftgut[.vorgang]?.sperren.first?.gesetztVon == "dsb")
    #expect(e.aenderungen.map(\.feld).contains("Sperre"))
    try w.wende(nach(.akte, "A-1#9"))
    #expect(w.schriftgut[.vorgang]?.sperren.count == 1)
    // Within the held Akte nothing has to be carried along.
    try w.wende(w.h(.fremd, .anlegen(angaben: .vorgang("T", .teilvorgang)), .sb, in: .vorgang))
    try w.wende(
      w.h(
        .fremd,
        .umhaengen(nach: Umhaengung(eltern: .zweiter, kennzeichen: "T2", grund: "x")), .reg))
    #expect(w.schriftgut[.fremd]?.sperren.map(\.id) == [.nr(1)], "die eigene des Vorgangs")
    try w.wende(
      w.h(
        .zweiter, .umhaengen(nach: Umhaengung(eltern: .akte, kennzeichen: "A-1#8", grund: "x")),
        .reg))
    #expect(w.schriftgut[.zweiter]?.sperren.isEmpty == true)
  }
}
