// SPDX-License-Identifier: Apache-2.0
import Akte
import Testing

@testable import Lifecycle

/// Batches (lebenszyklus FAKTEN 2.3): every object keeps its own state; messages come twice, late,
/// from strangers and in any order.
@Suite("Aussonderungspaket")
struct UebergangPaketTests {
  @Test("Der ganze Weg bis zum Abschluss")
  func ganzerWeg() throws {
    var w = try Uebergangsstart.uebernommen.welt()
    w.heute = tag(2031, 1, 1)
    #expect(w.ablehnung(w.p(.abschliessen)) == "P07 offeneObjekte")
    try w.wende(w.h(.akte, .vernichten, .reg))
    try w.wende(w.p(.abschliessen))
    #expect(w.paketlage == .abgeschlossen)
    #expect(w.ablehnung(w.p(.empfang(nachricht: .nr(900)), .arc)) == "P09 falscheLage")
  }

  @Test("Ein schlechtes Objekt hält die anderen nie auf", arguments: 0..<4)
  func einzeln(_ fall: Int) throws {
    var w = try Uebergangsstart.reif.welt()
    let schlecht: ObjektID
    switch fall {
    case 0: schlecht = .fremd
    case 1:
      schlecht = .vorgang
      try w.wende(w.h(.vorgang, .sperreSetzen(sperre: .probe()), .dsb))
    case 2:
      schlecht = .vorgang
      w.schriftgut[.vorgang]?.frist?.reifAb = tag(2040, 1, 1)
    default:
      schlecht = .vorgang
      try w.wende(w.p(.biete([.vorgang]), ziel: .nr(2)))
    }
    let e = try w.wende(w.p(.biete([schlecht, .zweiter, .zweiter])))
    #expect(e.abgelehnt.map(\.objekt) == [schlecht] && w.pakete[.paket]?.objekte == [.zweiter])
  }

  @Test("Ein Vorfahr, den niemand kennt, könnte gesperrt sein: es geht nicht weiter (L03)")
  func unbekannterVorfahr() throws {
    var w = try Uebergangsstart.angeboten.welt()
    let akte = try #require(w.schriftgut[.akte])
    w.schriftgut[.akte] = nil
    #expect(w.ablehnung(w.p(.werte([(.vorgang, "V")]), .arc)) == "P04 umfeldFehlt")
    w.schriftgut[.akte] = akte
    try w.wende(w.p(.werte([(.akte, "A"), (.vorgang, "A"), (.zweiter, "A")]), .arc))
    w.schriftgut[.akte] = nil
    #expect(w.ablehnung(w.p(.gebeAb([.vorgang]))) == "P08 umfeldFehlt")
    w.schriftgut[.akte] = akte
    #expect(w.ablehnung(w.p(.gebeAb([.vorgang]))) == nil)
  }

  @Test("Wiederholte Nachrichten ändern nichts, sagen es aber")
  func wiederholt() throws {
    var w = try Uebergangsstart.angeboten.welt()
    let wertung = w.p(.werte([(.akte, "A"), (.vorgang, "A"), (.zweiter, "A")]), .arc)
    try w.wende(wertung)
    try w.wende(w.p(.gebeAb([.akte, .vorgang, .zweiter])))
    let empfang = w.p(.empfang(nachricht: .nr(507)), .arc)
    try w.wende(empfang)
    let importe = w.p(.importiere([.akte, .vorgang, .zweiter]), .arc)
    try w.wende(importe)
    let vorher = w
    for (h, n) in [
      (w.p(.eingang(504, am: w.heute), .arc), NachrichtenID.nr(504)), (wertung, .bewertung),
      (empfang, .nr(507)), (importe, .nr(506)),
    ] {
      let e = try w.wende(h)
      #expect(e.istLeer && e.auftraege.isEmpty && e.hinweise == [.bereitsVerarbeitet(n)])
    }
    #expect(w.schriftgut == vorher.schriftgut && w.pakete == vorher.pakete)
  }

  @Test("0502 vor 0504; die späte Empfangsbestätigung ändert nur den Empfang")
  func andereReihenfolge() throws {
    var w = try Uebergangsstart.entwurf.welt()
    try w.wende(w.p(.anbieten(nachricht: .angebot, schemagueltig: true)))
    try w.wende(w.p(.werte([(.akte, "A"), (.vorgang, "A"), (.zweiter, "A")]), .arc))
    #expect(w.paketlage == .bewertet)
    try w.wende(w.p(.eingang(504, am: w.heute), .arc))
    #expect(w.paketlage == .bewertet && w.pakete[.paket]?.empfangenAm == w.heute)
  }

  @Test("Nach der Rücknahme wirkt keine Nachricht mehr")
  func nachRuecknahme() throws {
    var w = try Uebergangsstart.angeboten.welt()
    try w.wende(w.p(.zurueckziehen(grund: "Versehen")))
    let vorher = w
    #expect(w.ablehnung(w.p(.werte([(.akte, "V")]), .arc)) == "P04 falscheLage")
    #expect(w.ablehnung(w.p(.eingang(900, am: w.heute), .arc)) == "P03 falscheLage")
    #expect(w.ablehnung(w.p(.zurueckziehen(grund: "Versehen"))) == "P07 falscheLage")
    #expect(w.schriftgut == vorher.schriftgut && w.pakete == vorher.pakete)
    // The objects may be offered again.
    #expect(w.ablehnung(w.p(.biete([.akte]), ziel: .nr(2))) == nil)
  }

  @Test("Eine Entscheidung für ein Paket, das es nicht gibt")
  func unbekanntesPaket() throws {
    var w = try Uebergangsstart.angeboten.welt()
    #expect(
      w.ablehnung(w.p(.werte([(.akte, "V")]), .arc, ziel: .nr(77))) == "P04 unbekannt")
    #expect(w.ablehnung(w.p(.biete([.akte]))) == "P01 kennungVergeben")
  }

  @Test("Eine Entscheidung, die unter einer Sperre kam, verfällt nicht")
  func unterSperre() throws {
    var w = try Uebergangsstart.angeboten.welt()
    w.richtlinie.bewertungsfrist = .sechsMonate
    try w.wende(w.h(.vorgang, .sperreSetzen(sperre: .probe(1, .objekt)), .dsb))
    let wertung = w.p(.werte([(.vorgang, "A"), (.zweiter, "V")]), .arc)
    let e = try w.wende(wertung)
    #expect(e.abgelehnt == [Ablehnung(objekt: .vorgang, grund: .gesperrt([.vorgang]))])
    #expect(w.lage(.vorgang) == .angeboten)
    #expect(w.schriftgut[.vorgang]?.aussonderung?.bewertung == nil)
    #expect(w.ablehnung(wertung) == "P04 gesperrt", "noch gesperrt: es bleibt dabei")

    try w.wende(w.h(.vorgang, .sperreAufheben(id: .nr(1), grund: "Urteil"), .dsb2))
    var spaet = w
    spaet.heute = tag(2031, 1, 1)
    let ablauf = try spaet.wende(spaet.p(.fristablauf, .system))
    #expect(spaet.lage(.vorgang) == .angeboten, "das Archiv hat rechtzeitig entschieden")
    #expect(
      ablauf.abgelehnt == [Ablehnung(objekt: .vorgang, grund: .entscheidungWartet(.bewertung))])

    let nochmals = try w.wende(wertung)
    #expect(w.schriftgut[.vorgang]?.aussonderung?.bewertung == .archivwuerdig)
    #expect(w.schriftgut[.zweiter]?.aussonderung?.bewertung == .nichtArchivwuerdig)
    #expect(nochmals.auftraege.isEmpty, "der 0505 ging schon hinaus")
    let drittes = try w.wende(wertung)
    #expect(drittes.istLeer && drittes.hinweise == [.bereitsVerarbeitet(.bewertung)])
  }

  @Test("Auch wenn alles gesperrt ist, wird die Entscheidung vermerkt")
  func allesGesperrt() throws {
    var w = try Uebergangsstart.angeboten.welt()
    try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe()), .dsb))
    let e = try w.wende(w.p(.werte([(.akte, "A")]), .arc))
    #expect(e.abgelehnt.map(\.grund.code) == ["gesperrt"])
    #expect(w.schriftgut[.akte]?.aussonderung?.bewertungsnachricht == .bewertung)
    #expect(w.pakete[.paket]?.bekannteNachrichten.contains(.bewertung) == true)
  }

  @Test("Ein A kommt auch spät noch an, ein V nicht")
  func spaet() throws {
    var w = try Uebergangsstart.angeboten.welt()
    w.richtlinie.bewertungsfrist = .sechsMonate
    w.heute = tag(2031, 1, 1)
    try w.wende(w.p(.fristablauf, .system))
    #expect(w.ablehnung(w.p(.werte([(.zweiter, "V")]), .arc)) == "P04 falscheLage")
    try w.wende(w.p(.werte([(.vorgang, "A")]), .arc))
    #expect(w.schriftgut[.vorgang]?.aussonderung?.bewertung == .archivwuerdig)
    #expect(w.schriftgut[.akte]?.aussonderung?.bewertung == .archivwuerdig)
    #expect(w.schriftgut[.zweiter]?.aussonderung?.bewertung == .fristablauf)
    var a = try Uebergangsstart.bewertet("A").welt()
    #expect(a.ablehnung(a.p(.werte([(.akte, "V")], nachricht: .nr(9)), .arc)) == "P04 falscheLage")
  }

  @Test("Gesperrtes herausnehmen, der Rest wird angeboten; Kontext und Ende folgen")
  func herausnehmen() throws {
    var w = try Uebergangsstart.reif.welt()
    try w.wende(w.p(.biete([.vorgang, .zweiter])))
    try w.wende(w.h(.vorgang, .sperreSetzen(sperre: .probe()), .dsb))
    #expect(w.ablehnung(w.p(.anbieten(nachricht: .angebot, schemagueltig: true))) == "P02 gesperrt")
    try w.wende(w.p(.herausnehmen(objekte: [.vorgang])))
    #expect(w.schriftgut[.vorgang]?.aussonderung == nil)
    #expect(w.pakete[.paket]?.objekte == [.zweiter])
    #expect(w.pakete[.paket]?.kontextobjekte == [.akte])
    try w.wende(w.p(.anbieten(nachricht: .angebot, schemagueltig: true)))
    #expect(w.lage(.zweiter) == .angeboten && w.lage(.vorgang) == .inAufbewahrung)
    #expect(w.ablehnung(w.p(.herausnehmen(objekte: [.zweiter]))) == "P01 falscheLage")

    var leer = try Uebergangsstart.entwurf.welt()
    try leer.wende(leer.p(.herausnehmen(objekte: [.akte])))
    #expect(leer.paketlage == .abgebrochen && leer.pakete[.paket]?.objekte.isEmpty == true)
  }

  @Test("Abbrechen gibt die Objekte frei, nach einer Abgabe nicht mehr")
  func abbrechen() throws {
    var w = try Uebergangsstart.bewertet("V").welt()
    try w.wende(w.p(.abbrechen(grund: "Neuer Katalog")))
    #expect(w.paketlage == .abgebrochen && w.lage(.akte) == .inAufbewahrung)
    #expect(w.ablehnung(w.h(.akte, .vernichten, .reg, mit: .vg)) == "P12 falscheLage")
    var spaeter = try Uebergangsstart.abgegeben.welt()
    #expect(spaeter.ablehnung(spaeter.p(.abbrechen(grund: "x"))) == "P07 bereitsAbgegeben")
  }

  @Test("Ein zurückgenommenes A bleibt als Vorschlag stehen")
  func zurueckgenommenesA() throws {
    var w = try Uebergangsstart.bewertet("A").welt()
    let e = try w.wende(w.p(.zurueckziehen(grund: "Nachtrag")))
    #expect(w.schriftgut[.vorgang]?.bewertungsvorschlag == .archivieren)
    #expect(
      e.aenderungen.contains(Aenderung(.vorgang, "Bewertungsvorschlag", alt: nil, neu: "A")))
  }

  @Test("Geladen wird alles unter jedem Objekt, in welcher Reihenfolge sie auch genannt sind")
  func reihenfolgeDerObjekte() throws {
    var w = try Uebergangsstart.offen.welt()
    let teil = ObjektID.nr(21)
    let anderes = ObjektID.nr(22)
    for id in [teil, anderes] {
      let a = Anlageangaben.vorgang("T\(id)", .teilvorgang)
      try w.wende(w.h(id, .anlegen(angaben: a), .sb, in: .vorgang))
      try w.wende(w.d(.nr(id == teil ? 31 : 32), .anlegen(angaben: .brief(9)), .sb, in: id))
    }
    w.heute = tag(2020, 3, 2)
    try w.wende(w.h(.akte, .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: w.heute)), .reg))
    w.heute = tag(2030, 1, 1)
    try w.wende(w.h(anderes, .sperreSetzen(sperre: .probe(1, .objekt)), .dsb))
    for folge in [[teil, .akte], [.akte, teil]] {
      var kopie = w
      let e = try kopie.wende(kopie.p(.biete(folge)))
      #expect(kopie.pakete[.paket]?.objekte == [teil])
      #expect(e.abgelehnt == [Ablehnung(objekt: .akte, grund: .gesperrt([anderes]))])
    }
  }
}
