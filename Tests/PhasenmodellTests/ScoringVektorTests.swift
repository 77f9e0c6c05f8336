// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Foundation
import TestHilfe
import Testing

@testable import Phasenmodell

@Suite("Testvektoren der Auswertung")
struct ScoringVektorTests {
  private static let schwellen = Schwellen()
  private static let vektoren = try! Vektoren.lies("scoring")

  private static func vektor(_ name: String) throws -> Baum {
    try #require(vektoren.first { $0["name"]?.alsText == name }, "der Vektor \(name) fehlt")
  }

  /// The names of all vectors whose name begins so.
  private static func namen(_ anfang: String...) -> [String] {
    vektoren.compactMap { $0["name"]?.alsText }.filter { n in anfang.contains { n.hasPrefix($0) } }
  }

  private static func fragen(_ baum: Baum?) -> [Frage] {
    (baum?.alsListe ?? []).map { f in
      var frage = Frage(
        id: f["id"]!.alsText!, phase: f["phase"]?.alsZahl ?? 0, dim: f["dim"]?.alsText ?? "",
        gewicht: f["w"]!.alsZahl!)
      frage.ko = f["ko"] == .wahrheit(true)
      frage.koMin = f["ko_min"]?.alsZahl ?? 10_000
      return frage
    }
  }

  private static func wertungen(_ baum: Baum?) -> [String: Wertung] {
    Dictionary(uniqueKeysWithValues: (baum?.alsObjekt ?? []).map { ($0.0, $0.1.alsWertung) })
  }

  private static func oder(_ zahl: Int?) -> Baum { zahl.map(Baum.ganz) ?? .nichts }

  @Test("Kein Vektor bleibt ungeprüft")
  func vollstaendig() {
    let geprueft = Self.namen(
      "V1-", "V2-", "V3", "V4-", "V5", "V6", "V7-", "V8", "V9-", "V10-", "V11-", "V12-")
    #expect(geprueft.count == Self.vektoren.count)
    #expect(Self.vektoren.count == 23)
  }

  @Test("V1: Normalisierung")
  func normalisierung() throws {
    let v = try Self.vektor("V1-normalisierung")
    let skalen = KatalogTests.katalog.skalen
    let n = v["eingabe"]!.alsListe.map { fall -> Int? in
      let teile = fall.alsListe
      guard teile[0].alsText == "zahl" else {
        return Norm.stufe(teile[1].alsZahl!, skalen[teile[0].alsText!]!)
      }
      guard case .zahl(let zahl) = Zahleingabe.lies(teile[1].alsText!) else { return nil }
      let richtung = teile.count > 4 ? teile[4].alsZahl! : 1
      return Norm.zahl(
        zahl, Zahlenskala(min: teile[2].alsZahl!, max: teile[3].alsZahl!, richtung: richtung))
    }
    #expect(n == v["ergebnis"]!.alsListe.map(\.alsZahl))
  }

  @Test("V2: nicht zutreffend und offen")
  func offen() throws {
    let v = try Self.vektor("V2-nz-und-offen")
    let k = Kennzahlen(Self.fragen(v["fragen"]), Self.wertungen(v["antworten"]))
    let e = v["ergebnis"]!
    #expect(Self.oder(k.ist) == e["ist"])
    #expect(Self.oder(k.min) == e["min"])
    #expect(Self.oder(k.max) == e["max"])
    #expect(Self.oder(k.vollstaendigkeit) == e["vollstaendigkeit"])
    #expect(k.nichtZutreffend == e["w_nz"]!.alsZahl)
  }

  @Test("V3, V4, V11: Ergebnis einer Phase", arguments: namen("V3", "V4-", "V11-"))
  func phase(name: String) throws {
    let v = try Self.vektor(name)
    let p = Phasenergebnis(
      phase: 0, fragen: Self.fragen(v["fragen"]), wertungen: Self.wertungen(v["antworten"]),
      schwellen: Self.schwellen)
    let e = v["ergebnis"]!
    #expect(p.status.rawValue == e["status"]!.alsText)
    #expect(Self.oder(p.kennzahlen.ist) == e["ist"])
    #expect(Self.oder(p.kennzahlen.min) == e["min"])
    #expect(Self.oder(p.kennzahlen.max) == e["max"])
    #expect(Self.oder(p.kennzahlen.vollstaendigkeit) == e["vollstaendigkeit"])
    #expect(p.kennzahlen.nichtZutreffend == e["w_nz"]!.alsZahl)
    #expect(
      p.muss.mapValues(\.rawValue)
        == Dictionary(uniqueKeysWithValues: e["ko"]!.alsObjekt.map { ($0.0, $0.1.alsText!) }))
    let zellen = e["zellen"]!.alsObjekt
    #expect(Set(zellen.map(\.0)) == Set(p.zellen.keys))
    for (dim, z) in zellen {
      let zelle = try #require(p.zellen[dim])
      #expect(Self.oder(zelle.kennzahlen.ist) == z["ist"])
      #expect(Self.oder(zelle.kennzahlen.min) == z["min"])
      #expect(zelle.kennzahlen.fragen == z["fragen"]!.alsZahl)
      #expect(Baum.wahrheit(zelle.schwach) == z["schwach"])
    }
  }

  @Test("V5: Standort", arguments: namen("V5"))
  func standort(name: String) throws {
    let v = try Self.vektor(name)
    let status = v["status"]!.alsObjekt.map {
      (Int($0.0)!, Phasenergebnis.Status(rawValue: $0.1.alsText!)!)
    }
    let s = Stand(Dictionary(uniqueKeysWithValues: status), standort: v["standort"]!.alsZahl!)
    let e = v["ergebnis"]!
    #expect(Self.oder(s.abgesichert) == e["abgesichert"])
    #expect(s.nachholbedarf == e["nachholbedarf"]!.alsListe.map(\.alsZahl!))
    #expect(s.arbeitsphase == e["arbeitsphase"]!.alsZahl)
  }

  @Test("V6: Zusammenführen", arguments: namen("V6"))
  func zusammenfuehren(name: String) throws {
    let v = try Self.vektor(name)
    let f = v["festlegung"]!
    let s = Stimmen(
      v["stimmen"]!.alsListe.map(\.alsWertung), ko: v["ko"] == .wahrheit(true),
      festlegung: f == .nichts ? nil : f.alsWertung, schwellen: Self.schwellen)
    let e = v["ergebnis"]!
    #expect(s.wertung == e["wert"]!.alsWertung)
    #expect(s.spannweite == e["spannweite"]!.alsZahl)
    #expect(s.einigkeit.rawValue == e["stufe"]!.alsText)
    #expect(Baum.wahrheit(s.strittig) == e["strittig"])
    #expect(s.festgelegt == (e["herkunft"]!.alsText == "festgelegt"))
    #expect(s.werte.count == e["anzahl"]!.alsZahl)
    #expect(s.nichtZutreffend == e["nz"]!.alsZahl)
    #expect(s.weissNicht == e["wn"]!.alsZahl)
  }

  @Test("V7: Vergleich in der Zeit")
  func zeit() throws {
    let v = try Self.vektor("V7-zeitvergleich")
    func seite(_ name: String) -> [String: Zeitvergleich.Stelle] {
      Self.wertungen(v[name]).mapValues { .init(wertung: $0) }
    }
    let z = Zeitvergleich(
      alt: seite("alt"), neu: seite("neu"),
      gewichte: Dictionary(
        uniqueKeysWithValues: v["gewichte_neu"]!.alsObjekt.map { ($0.0, $0.1.alsZahl!) }),
      schwellen: Self.schwellen)
    let e = v["ergebnis"]!
    #expect(z.basis == e["basis"]!.alsListe.map(\.alsText!))
    #expect(Self.oder(z.alt) == e["alt"])
    #expect(Self.oder(z.neu) == e["neu"])
    #expect(Self.oder(z.delta) == e["delta"])
    #expect(z.klasse.rawValue == e["klasse"]!.alsText)
    #expect(z.besser == e["besser"]!.alsListe.map(\.alsText!))
    #expect(z.schlechter == e["schlechter"]!.alsListe.map(\.alsText!))
    #expect(z.nichtVergleichbar == e["nicht_vergleichbar"]!.alsListe.map(\.alsText!))
    #expect(z.neuBeantwortet == ["c"])
  }

  @Test("V8: Vergleich mit anderen Kommunen")
  func gruppe() throws {
    let v = try Self.vektor("V8-kommunenvergleich")
    let g = try #require(
      Gruppenvergleich(
        eigen: v["eigen"]!.alsZahl!, andere: v["andere"]!.alsListe.map(\.alsZahl!),
        schwellen: Self.schwellen))
    let e = v["ergebnis"]!
    #expect(g.anzahl == e["n"]!.alsZahl)
    #expect(g.q1 == e["q1"]!.alsZahl)
    #expect(g.median == e["median"]!.alsZahl)
    #expect(g.q3 == e["q3"]!.alsZahl)
    #expect(g.prozentrang == e["prozentrang"]!.alsZahl)
    let b = try Self.vektor("V8b-zu-wenige")
    #expect(
      Gruppenvergleich(
        eigen: b["eigen"]!.alsZahl!, andere: b["andere"]!.alsListe.map(\.alsZahl!),
        schwellen: Self.schwellen) == nil)
  }

  @Test("V9: Maßnahmen in der Folge ihrer Wirkung")
  func massnahmen() throws {
    let v = try Self.vektor("V9-massnahmen")
    let m = Massnahme.liste(
      Self.fragen(v["fragen"]), Self.wertungen(v["antworten"]), standort: v["standort"]!.alsZahl!)
    let e = v["ergebnis"]!.alsListe
    #expect(m.map(\.frage) == e.map { $0["id"]!.alsText! })
    #expect(m.map(\.klasse) == e.map { $0["klasse"]!.alsZahl! })
    #expect(m.map(\.punkte) == e.map { $0["punkte"]!.alsZahl! })
    #expect(m.map(\.art.rawValue) == e.map { $0["art"]!.alsText! })
    #expect(m.map(\.phase) == e.map { $0["phase"]!.alsZahl! })
  }

  @Test("V10: Rundung")
  func rundung() throws {
    let v = try Self.vektor("V10-rundung")
    let e = [Norm.zehntel(20_000, 3), Norm.zehntel(10_000, 16), Norm.zehntel(12_500, 2)]
    #expect(e == v["ergebnis"]!.alsListe.map(\.alsZahl))
    #expect(Norm.rund(-5, 10) == -1)
    #expect(Norm.rund(-4, 10) == 0)
    #expect(Norm.anzeige(e[1]) == "6,3 %")
    #expect(Norm.anzeige(nil) == "–")
    #expect(Norm.anzeige(-5) == "−0,5 %")
  }

  @Test("V12: Leitung und Sachbearbeitung")
  func rollen() throws {
    let v = try Self.vektor("V12-rollen")
    func zeilen(_ name: String) -> [[Int?]] { v[name]!.alsListe.map { $0.alsListe.map(\.alsZahl) } }
    let gewichte = v["gewichte"]!.alsListe.map(\.alsZahl!)
    let r = try #require(
      Rollenvergleich(
        leitung: zeilen("leitung"), sachbearbeitung: zeilen("sachbearbeitung"), gewichte: gewichte,
        schwellen: Self.schwellen))
    let e = v["ergebnis"]!
    #expect(r.leitung == e["leitung"]!.alsZahl)
    #expect(r.sachbearbeitung == e["sachbearbeitung"]!.alsZahl)
    #expect(r.unterschied == e["unterschied"]!.alsZahl)
    #expect(r.anzeigen)
    // Two people are not three, and a question that only two answered says nothing.
    #expect(
      Rollenvergleich(
        leitung: Array(zeilen("leitung").dropLast()), sachbearbeitung: zeilen("sachbearbeitung"),
        gewichte: gewichte, schwellen: Self.schwellen) == nil)
    let luecke: [[Int?]] = [[nil, nil], [7_500, 7_500], [10_000, 10_000]]
    #expect(
      Rollenvergleich(
        leitung: luecke, sachbearbeitung: zeilen("sachbearbeitung"), gewichte: gewichte,
        schwellen: Self.schwellen) == nil)
  }
}
