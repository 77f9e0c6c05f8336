// SPDX-License-Identifier: Apache-2.0
import Akte
import Testing

@testable import Lifecycle

/// A source that cannot be read, and counts nothing.
private struct KaputteQuelle: Zustandsquelle {
  struct Lesefehler: Error, Equatable {}

  func schriftgut(_ id: ObjektID) throws(Lesefehler) -> Schriftgutzustand? { throw Lesefehler() }
  func dokument(_ id: ObjektID) throws(Lesefehler) -> Dokumentzustand? { throw Lesefehler() }
  func kinder(_ id: ObjektID) throws(Lesefehler) -> [Schriftgutzustand] { throw Lesefehler() }
  func dokumente(in id: ObjektID) throws(Lesefehler) -> [Dokumentzustand] { throw Lesefehler() }
  func paket(_ id: PaketID) throws(Lesefehler) -> Paketzustand? { throw Lesefehler() }
  func einheit(_ kennzeichen: String) throws(Lesefehler) -> Einheitszustand? { throw Lesefehler() }
  func regel(
    fuer objekt: Schriftgutzustand, am tag: Kalendertag
  ) throws(Lesefehler) -> Fristregel? { throw Lesefehler() }
  func istVergeben(_ kennzeichen: Kennzeichen, ausserAn id: ObjektID) throws(Lesefehler) -> Bool {
    throw Lesefehler()
  }
  func istBekannt(_ hash: Pruefsumme) throws(Lesefehler) -> Bool { throw Lesefehler() }
  func istVergeben(_ id: ObjektID) throws(Lesefehler) -> Bool { throw Lesefehler() }
  func istPerson(_ kennung: String) throws(Lesefehler) -> Bool { throw Lesefehler() }
  func istOrganisationseinheit(_ name: String) throws(Lesefehler) -> Bool { throw Lesefehler() }
  func loeschhindernisse(_ id: ObjektID) throws(Lesefehler) -> [String] { throw Lesefehler() }
}

@Suite("Quellen von Zuständen")
struct ZustandsquelleTests {
  @Test("Das Modell im Speicher und die Welt der Tests sagen in jedem Fall dasselbe")
  func gleich() throws {
    // Everything that can be reached by events alone from nothing.
    var modell = Bestandsmodell()
    var w = Uebergangswelt()
    modell.regeln = ["10.1": .probe(jahre: 5)]
    w.regeln = modell.regeln
    func beide(_ h: Handlung) throws {
      let a = Result { () throws(LifecycleFehler) in try modell.wende(h) }
      let b = Result { () throws(LifecycleFehler) in try w.wende(h) }
      #expect(a == b)
      #expect(modell.schriftgut == w.schriftgut && modell.dokumente == w.dokumente)
      #expect(modell.pakete == w.pakete && modell.einheiten == w.einheiten)
    }
    try beide(
      w.e(.anlegen(angaben: Einheitszustand(kennzeichen: "10.1", bezeichnung: "Hunde")), .fa))
    try beide(w.h(.akte, .anlegen(angaben: .akte()), .sb))
    try beide(w.h(.vorgang, .anlegen(angaben: .vorgang("A-1#1")), .sb, in: .akte))
    try beide(w.h(.zweiter, .anlegen(angaben: .vorgang("A-1#1")), .sb, in: .akte))
    try beide(w.d(.brief, .anlegen(angaben: .brief(1)), .sb, in: .vorgang))
    try beide(w.d(.zweiterBrief, .anlegen(angaben: .brief(1)), .sb, in: .vorgang))
    try beide(w.h(.neu, .anlegen(angaben: .akte("B-1")), .sb))
    try beide(
      w.h(
        .vorgang, .umhaengen(nach: Umhaengung(eltern: .neu, kennzeichen: "B-1#1", grund: "x")), .reg
      ))
    #expect(modell.kinder(.akte).isEmpty && modell.kinder(.neu).map(\.id) == [.vorgang])
    // The old Kennzeichen is burnt.
    try beide(w.h(.fremd, .anlegen(angaben: .akte("A-1#1")), .sb))
    #expect(modell.schriftgut[.fremd] == nil)
    try beide(w.h(.neu, .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: w.heute)), .reg))
    w.heute = tag(2030, 1, 1)
    try beide(w.p(.biete([.neu])))
    try beide(w.p(.anbieten(nachricht: .angebot, schemagueltig: true)))
    try beide(w.p(.werte([(.neu, "V"), (.vorgang, "V")]), .arc))
    try beide(w.h(.neu, .vernichten, .reg, mit: .vg))
    #expect(modell.schriftgut[.vorgang]?.lage == .vernichtet)
    try beide(w.d(.fremd, .anlegen(angaben: .brief(4)), .sb, in: .vorgang))
  }

  @Test("Ein Lesefehler ist keine Ablehnung")
  func lesefehler() {
    let w = Uebergangswelt()
    let handlungen = [
      w.h(.akte, .vernichten, .reg), w.d(.brief, .auschecken, .sb), w.p(.fristablauf),
      w.e(.stilllegen, .fa), w.h(.neu, .anlegen(angaben: .akte()), .sb, in: .akte),
    ]
    for h in handlungen {
      do {
        _ = try KaputteQuelle().wirkungen(h)
        Issue.record("nichts geworfen")
      } catch {
        guard case .lesen = error else {
          Issue.record("\(error)")
          continue
        }
      }
    }
  }

  @Test("Was nicht geladen ist, gilt nicht als nicht vorhanden")
  func umfeldFehlt() throws {
    let w = try Uebergangsstart.bewertet("V").welt()
    let z = try #require(w.schriftgut[.akte])
    var k = Kontext(akteur: .reg, zweitePerson: .vg, heute: w.heute)
    func code() -> String? {
      do {
        _ = try Lebenszyklus.wende(.vernichten, auf: z, ziel: .akte, k)
        return nil
      } catch {
        return error.grund.code
      }
    }
    #expect(code() == "umfeldFehlt")
    k.umfeld.nachfahren = w.nachfahren(.akte)
    #expect(code() == "umfeldFehlt")
    k.umfeld.vorfahren = []
    #expect(code() == "umfeldFehlt", "die Dokumente fehlen noch")
    k.umfeld.dokumente = []
    #expect(code() == "umfeldFehlt", "ob jemand darauf verweist, ist nicht geladen")
    k.umfeld.loeschhindernisse = ["Klage des Nachbarn"]
    #expect(code() == "fremderVerweis")
    k.umfeld.loeschhindernisse = []
    #expect(code() == nil)
  }

  @Test("Auch Kennzeichen, Personen und Ämter müssen geladen sein")
  func verzeichnisseFehlen() throws {
    let w = try Uebergangsstart.offen.welt()
    var k = Kontext(akteur: .reg, heute: w.heute)
    k.umfeld.vorfahren = []
    k.umfeld.einheit = w.einheiten["10.1"]
    let vorgang = try #require(w.schriftgut[.vorgang])
    let brief = try #require(w.dokumente[.brief])
    func code(_ wende: () throws(LifecycleFehler) -> Wirkungen) -> String? {
      do {
        _ = try wende()
        return nil
      } catch {
        return error.grund.code
      }
    }
    func anlegen() throws(LifecycleFehler) -> Wirkungen {
      try Lebenszyklus.wende(.anlegen(angaben: .akte("N")), auf: nil, ziel: .neu, k)
    }
    func amt() throws(LifecycleFehler) -> Wirkungen {
      try Lebenszyklus.wende(.federfuehrungAendern(neu: "Amt 7"), auf: vorgang, ziel: .vorgang, k)
    }
    func verfuegen() throws(LifecycleFehler) -> Wirkungen {
      try Lebenszyklus.wende(
        .verfuegen(schritte: [Schrittvorgabe(.mitzeichnung, adressat: "kunze")]), auf: brief,
        ziel: .brief, k)
    }
    #expect(code(anlegen) == "umfeldFehlt")
    k.umfeld.kennzeichenVergeben = false
    #expect(code(anlegen) == nil)
    #expect(code(amt) == "umfeldFehlt")
    k.umfeld.organisationseinheiten = []
    #expect(code(amt) == "orgUnbekannt")
    k.umfeld.organisationseinheiten = ["Amt 7"]
    #expect(code(amt) == nil)
    k.akteur = .sb
    k.umfeld.vorfahren = [vorgang]
    #expect(code(verfuegen) == "umfeldFehlt")
    k.umfeld.personen = []
    #expect(code(verfuegen) == "adressatUnbekannt")
    k.umfeld.personen = ["kunze"]
    #expect(code(verfuegen) == nil)
  }

  @Test("Fehlt der Quelle etwas darüber, dessen Sperre niemand sähe, wird nichts vernichtet")
  func vorfahrFehlt() throws {
    var w = try Uebergangsstart.bewertet("V").welt()
    let h = w.h(.vorgang, .vernichten, .reg, mit: .vg)
    var ganz = w
    #expect(ganz.ablehnung(h) == nil)
    w.schriftgut[.akte] = nil
    #expect(w.ablehnung(h) == "P12 umfeldFehlt")
    #expect(w.lage(.vorgang) == .bewertet)
    #expect(w.ablehnung(w.d(.brief, .auschecken, .sb)) != nil)
  }

  @Test("Vorfahren von unten nach oben, Nachfahren von oben nach unten")
  func baum() throws {
    let w = try Uebergangsstart.offen.welt()
    #expect(w.vorfahren(.vorgang).map(\.id) == [.vorgang, .akte])
    #expect(w.vorfahren(nil).isEmpty && w.vorfahren(.fremd).isEmpty)
    #expect(w.nachfahren(.akte).map(\.id) == [.vorgang, .zweiter])
  }

  // MARK: Import

  @Test("Übernommenes kommt geschlossen an, mit seiner Frist und mit allem, was hineingehört")
  func uebernahme() throws {
    var w = try Uebergangsstart.leer.welt()
    w.heute = tag(2024, 1, 1)
    let stand = Altstand(
      zdADatum: tag(2015, 6, 1), laufzeit: Zeitraum(beginn: tag(2010, 1, 1), ende: tag(2015, 5, 1)))
    try w.wende(w.h(.akte, .uebernehmen(angaben: .akte(), stand: stand), .system))
    let akte = try #require(w.schriftgut[.akte])
    #expect(akte.lage == .inAufbewahrung && akte.ausUebernahme)
    #expect(akte.frist?.ende == tag(2020, 12, 31) && akte.letzteBearbeitung == tag(2015, 5, 1))
    try w.wende(
      w.h(.vorgang, .uebernehmen(angaben: .vorgang("A-1#1"), stand: stand), .reg, in: .akte))
    try w.wende(w.d(.brief, .uebernehmen(angaben: .brief(1)), .system, in: .vorgang))
    #expect(
      w.schriftgut[.akte]?.letzteBearbeitung == tag(2015, 5, 1), "der Import ist keine Arbeit")

    #expect(
      w.ablehnung(w.d(.neu, .uebernehmen(angaben: .brief(2)), .sb, in: .vorgang))
        == "A03 nichtBefugt")
    try w.wende(w.p(.biete([.akte])))
    #expect(
      w.ablehnung(w.d(.neu, .uebernehmen(angaben: .brief(2)), .system, in: .vorgang))
        == "A03 elternGeschlossen")
  }

  @Test("Was dieses Haus geschlossen hat, nimmt auch durch Import nichts mehr auf")
  func keinImportInEigenes() throws {
    var w = try Uebergangsstart.geschlossen.welt()
    let stand = Altstand(zdADatum: tag(2015, 6, 1))
    #expect(
      w.ablehnung(w.d(.neu, .uebernehmen(angaben: .brief(9)), .reg, in: .vorgang))
        == "A03 elternGeschlossen")
    #expect(
      w.ablehnung(
        w.h(.neu, .uebernehmen(angaben: .vorgang("N"), stand: stand), .system, in: .akte))
        == "A02 elternGeschlossen")

    // Also what came in, once it was re-opened and closed here.
    var u = try Uebergangsstart.leer.welt()
    u.heute = tag(2024, 1, 1)
    try u.wende(u.h(.akte, .uebernehmen(angaben: .akte(), stand: stand), .system))
    try u.wende(
      u.h(.vorgang, .uebernehmen(angaben: .vorgang("V"), stand: stand), .system, in: .akte))
    try u.wende(u.d(.brief, .uebernehmen(angaben: .brief(1)), .system, in: .vorgang))
    try u.wende(u.h(.vorgang, .wiederaufnehmen(grund: "Klage"), .reg, mit: .vg))
    try u.wende(u.h(.akte, .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: u.heute)), .reg))
    #expect(u.schriftgut[.vorgang]?.ausUebernahme == false)
    #expect(
      u.ablehnung(u.d(.neu, .uebernehmen(angaben: .brief(9)), .system, in: .vorgang))
        == "A03 elternGeschlossen")
  }

  @Test("Ein Import in einen gesperrten Baum steht unter der Sperre")
  func importUnterSperre() throws {
    var w = try Uebergangsstart.leer.welt()
    w.heute = tag(2024, 1, 1)
    let stand = Altstand(zdADatum: tag(2015, 6, 1))
    try w.wende(w.h(.akte, .uebernehmen(angaben: .akte(), stand: stand), .system))
    try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe()), .dsb))
    try w.wende(w.h(.vorgang, .uebernehmen(angaben: .vorgang("V"), stand: stand), .reg, in: .akte))
    #expect(w.ablehnung(w.p(.biete([.vorgang]))) == "P01 gesperrt")
  }

  @Test("Bezugsereignisse bestimmen eine wartende Frist, einmal")
  func bezugsereignis() throws {
    var w = try Uebergangsstart.offen.welt()
    w.regeln["10.1"] = Fristregel(
      herkunft: .katalogzeile(id: "2", katalog: "K1"), dauer: .jahre(10),
      startregel: .folgejahrFeststellung, bezug: .ereignis("Feststellung"))
    w.heute = tag(2020, 3, 2)
    try w.wende(w.h(.akte, .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: w.heute)), .reg))
    #expect(w.schriftgut[.akte]?.frist?.stand == .wartetAufEreignis("Feststellung"))
    w.heute = tag(2022, 1, 1)
    let e = Schriftgutereignis.bezugsereignis(name: "Feststellung", datum: .tag(tag(2021, 11, 24)))
    try w.wende(w.h(.akte, e, .sb))
    #expect(w.schriftgut[.akte]?.frist?.ende == tag(2031, 12, 31))
    #expect(w.ablehnung(w.h(.akte, e, .sb)) == "A11 ereignisBekannt")
    let spaeter = Schriftgutereignis.bezugsereignis(name: "X", datum: .tag(tag(2022, 1, 2)))
    #expect(w.ablehnung(w.h(.akte, spaeter, .sb)) == "A11 datumInZukunft")
  }
}
