// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Phasenmodell

/// Answer files for the tests.
enum Antwortmuster {
  static let katalog = KatalogTests.katalog

  /// The text of a file; `antworten` is the inside of the object.
  static func text(
    _ antworten: String, standort: String = "1", rolle: String = "leitung", kuerzel: String = "AB",
    stammdaten: String = #""SD-01":"gemeinde","SD-03":15,"SD-07":"nein","SD-08":"nein""#,
    weiteres: String = ""
  ) -> String {
    """
    {"format":"diva-antworten","version":1,
     "katalog":{"id":"diva-phasenmodell","version":"0.1.0"},
     "stammdaten":{\(stammdaten)},"standort":\(standort),
     "person":{"rolle":"\(rolle)","kuerzel":"\(kuerzel)"},"begonnen":"2027-01-14",
     "antworten":{\(antworten)}\(weiteres)}
    """
  }

  static func lies(_ text: String) throws -> Antwortleser.Ergebnis {
    try Antwortleser(katalog).lies(Array(text.utf8), datei: "a.diva.json")
  }

  /// A file with random answers to every question of the small size class.
  static func zufaellig(_ zufall: inout Zufall, kuerzel: String) throws -> Antwortdatei {
    var teile: [String] = []
    for f in katalog.fragen where f.gk.contains(.klein) {
      switch Int.random(in: 0..<10, using: &zufall) {
      case 0: teile.append(#""\#(f.id)":{"wn":true}"#)
      case 1 where f.nz: teile.append(#""\#(f.id)":{"nz":true,"grund":"gibt es nicht"}"#)
      case 2: break
      default:
        if f.zahl != nil {
          teile.append(#""\#(f.id)":{"zahl":"\#(Int.random(in: 0...100, using: &zufall)).5"}"#)
        } else {
          let stufen = katalog.skalen[f.skala]!.stufen.map(\.wert)
          teile.append(#""\#(f.id)":{"wert":\#(stufen.randomElement(using: &zufall)!)}"#)
        }
      }
    }
    return try lies(text(teile.joined(separator: ","), standort: "3", kuerzel: kuerzel)).datei
  }
}

@Suite("Eigenschaften der Auswertung")
struct AuswertungTests {
  private static let katalog = KatalogTests.katalog

  @Test("Der Kurzcheck fragt und wertet über alle Phasen, wo auch immer die Verwaltung steht")
  func kurzcheck() throws {
    for standort in 0...6 {
      let kurz = try Antwortmuster.lies(
        Antwortmuster.text("", standort: "\(standort)", weiteres: #","umfang":"kurz""#))
      let a = try Auswertung(kurz.datei, katalog: Self.katalog)
      let gefragt = Self.katalog.fragen.filter { $0.kurz && $0.gk.contains(.klein) }
      let anwendbar = gefragt.filter { f in
        f.nurWenn.map { kurz.datei.stammdaten[$0.stammdatum] == $0.wert } ?? true
      }
      #expect(a.fragen.map(\.id) == anwendbar.map(\.id))
      #expect(a.phasen.map(\.phase) == Array(0...6))
      #expect(Set(a.fragen.map(\.phase)) == Set(0...6))
      // What is beyond the next phase decides nothing and is no step of the plan.
      #expect(a.massnahmen.allSatisfy { $0.phase <= standort + 1 })
      let voll = try Antwortmuster.lies(Antwortmuster.text("", standort: "\(standort)"))
      let b = try Auswertung(voll.datei, katalog: Self.katalog)
      #expect(b.phasen.map(\.phase) == Array(0...min(6, standort + 1)))
    }
  }

  @Test("Für beliebige Antworten gelten die Sätze der Beschreibung", arguments: 1...20)
  func eigenschaften(saat: Int) throws {
    var zufall = Zufall(UInt64(saat))
    let datei = try Antwortmuster.zufaellig(&zufall, kuerzel: "A")
    let a = try Auswertung(datei, katalog: Self.katalog)
    for p in a.phasen {
      let k = p.kennzahlen
      for k in [p.kennzahlen] + p.zellen.values.map(\.kennzahlen) {
        guard let min = k.min, let ist = k.ist, let max = k.max else { continue }
        #expect(min <= ist)
        #expect(ist <= max)
      }
      let fragen = a.fragen.filter { $0.phase == p.phase }
      // The order does not matter, and neither does a factor of all weights.
      let gemischt = Phasenergebnis(
        phase: p.phase, fragen: fragen.shuffled(using: &zufall), wertungen: a.wertungen,
        schwellen: Self.katalog.schwellen)
      #expect(gemischt == p)
      let schwer = fragen.map { f in
        var f = f
        f.gewicht *= 7
        return f
      }
      let s = Phasenergebnis(
        phase: p.phase, fragen: schwer, wertungen: a.wertungen, schwellen: Self.katalog.schwellen)
      #expect(s.status == p.status)
      #expect(s.kennzahlen.min == k.min)
      #expect(s.kennzahlen.ist == k.ist)
      #expect(s.kennzahlen.max == k.max)
      // One more open question never raises the least value.
      let neu = Frage(id: "neu", phase: p.phase, dim: "STR", gewicht: 2)
      let mehr = Kennzahlen(fragen + [neu], a.wertungen)
      let (links, rechts) = (mehr.summe * k.anwendbar, k.summe * mehr.anwendbar)
      #expect(links <= rechts)
      // A must-have that is not met is never passed.
      for f in fragen where f.ko {
        var w = a.wertungen
        for andere in fragen { w[andere.id] = .wert(10_000) }
        let voll = Phasenergebnis(
          phase: p.phase, fragen: fragen, wertungen: w, schwellen: Self.katalog.schwellen)
        #expect(voll.status == .bestanden)
        w[f.id] = .wert(f.koMin - 1)
        let ohne = Phasenergebnis(
          phase: p.phase, fragen: fragen, wertungen: w, schwellen: Self.katalog.schwellen)
        #expect(ohne.status != .bestanden)
      }
    }
    // With itself a result has no change.
    let z = Zeitvergleich(alt: a, Self.katalog, neu: a, Self.katalog)
    #expect(z.delta == 0)
    #expect(z.besser + z.schlechter + z.nichtVergleichbar == [])
    // One respondent merged is that respondent.
    let eine = Zusammenfuehrung([datei], katalog: Self.katalog).datei
    let b = try Auswertung(eine, katalog: Self.katalog)
    #expect(b.wertungen == a.wertungen)
    #expect(b.phasen == a.phasen)
    #expect(b.massnahmen == a.massnahmen)
  }

  @Test("Zusammenführen hängt nicht von der Folge ab und ist verlustfrei", arguments: 1...8)
  func folge(saat: Int) throws {
    var zufall = Zufall(UInt64(saat))
    let dateien = try (0..<4).map { try Antwortmuster.zufaellig(&zufall, kuerzel: "P\($0)") }
    let a = Zusammenfuehrung(dateien, katalog: Self.katalog).datei
    let b = Zusammenfuehrung(dateien.shuffled(using: &zufall), katalog: Self.katalog).datei
    #expect(a.baum.json == b.baum.json)
    // In two steps, and with a file twice, it is the same.
    let erst = Zusammenfuehrung(Array(dateien[..<2]), katalog: Self.katalog).datei
    let gelesen = try Antwortmuster.lies(erst.baum.json)
    #expect(gelesen.befunde.isEmpty)
    let dann = Zusammenfuehrung(
      [dateien[3], gelesen.datei, dateien[2], dateien[0]], katalog: Self.katalog
    ).datei
    #expect(dann.baum.json == a.baum.json)
    #expect(a.stimmen.count == 4)
    for d in dateien { #expect(a.baum.json.contains(#""kuerzel": "\#(d.kuerzel!)""#)) }
  }

  @Test(
    "Zwei Dateien einer Person vom selben Tag mit verschiedenem Inhalt sind ein benannter Streit")
  func strittigDoppelt() throws {
    let dateien = try [1, 4].map { wert in
      try Antwortmuster.lies(
        Antwortmuster.text(
          #""P0-STR-01":{"wert":\#(wert)},"P0-STR-02":{"wert":1}"#,
          weiteres: #","geaendert":"2027-01-15""#)
      ).datei
    }
    for folge in [dateien, dateien.reversed()] {
      let z = Zusammenfuehrung(folge, katalog: Self.katalog)
      #expect(z.datei.stimmen.count == 1)
      #expect(z.befunde.map(\.regel) == ["AW12"])
      #expect(z.befunde[0].meldung.contains("Verschieden beantwortet: P0-STR-01."))
    }
    #expect(Zusammenfuehrung([dateien[0], dateien[0]], katalog: Self.katalog).befunde.isEmpty)
  }

  @Test("Beim Zusammenführen bleibt eine Zahl eine Zahl, und verschiedene Vermerke werden genannt")
  func zahlen() throws {
    let dateien = try [("A", "2027-05-01"), ("B", "2027-06-01")].map { kuerzel, tag in
      try Antwortmuster.lies(
        Antwortmuster.text(
          #""P0-STR-02":{"wert":1}"#, kuerzel: kuerzel,
          weiteres: #","kommune":"Lindenbach","massnahmen":{"P0-STR-02":{"bis":"\#(tag)"}}"#)
      ).datei
    }
    let z = Zusammenfuehrung(dateien, katalog: Self.katalog)
    #expect(z.datei.baum["stammdaten"]?["SD-03"] == .zahl("15"))
    #expect(z.datei.baum["stammdaten"]?["SD-01"] == .text("gemeinde"))
    #expect(z.datei.kommune == "Lindenbach")
    #expect(z.befunde.contains { $0.meldung.contains("Zur Maßnahme P0-STR-02") })
    let gelesen = try Antwortmuster.lies(z.datei.baum.json)
    #expect(gelesen.befunde.isEmpty && gelesen.datei.stammdaten["SD-03"] == "15")
  }

  @Test("Von derselben Person zählt die zuletzt geänderte Datei")
  func doppelt() throws {
    let alt = try Antwortmuster.lies(
      Antwortmuster.text(#""P0-STR-01":{"wert":1}"#, weiteres: #","geaendert":"2027-01-15""#)
    ).datei
    let neu = try Antwortmuster.lies(
      Antwortmuster.text(#""P0-STR-01":{"wert":4}"#, weiteres: #","geaendert":"2027-01-16""#)
    ).datei
    for folge in [[alt, neu], [neu, alt]] {
      let z = Zusammenfuehrung(folge, katalog: Self.katalog)
      #expect(z.datei.stimmen.count == 1)
      #expect(z.datei.stimmen[0].antworten["P0-STR-01"]?.inhalt == .stufe(4))
      #expect(z.befunde.map(\.regel) == ["AW10"])
    }
  }

  @Test("Strittiges Muss sperrt, eine Festlegung löst es")
  func strittig() throws {
    func datei(_ wert: Int, _ kuerzel: String, _ weiteres: String = "") throws -> Antwortdatei {
      try Antwortmuster.lies(
        Antwortmuster.text(
          #""P0-STR-02":{"wert":\#(wert)}"#, standort: "0", kuerzel: kuerzel, weiteres: weiteres)
      ).datei
    }
    let offen = Zusammenfuehrung(
      [try datei(1, "A"), try datei(0, "B"), try datei(1, "C")], katalog: Self.katalog
    ).datei
    let a = try Auswertung(offen, katalog: Self.katalog)
    #expect(a.strittig == ["P0-STR-02"])
    #expect(a.phasen[0].muss["P0-STR-02"] == .strittig)
    #expect(a.gespraechsliste.first?.id == "P0-STR-02")
    #expect(a.massnahmen.first { $0.frage == "P0-STR-02" }?.art == .klaeren)
    let fest =
      #","festlegungen":{"P0-STR-02":{"wert":1,"wer":"Leitung","am":"2027-01-20","grund":"Vermerk gefunden"}}"#
    let gelesen = try datei(1, "A", fest)
    let entschieden = Zusammenfuehrung(
      [gelesen, try datei(0, "B"), try datei(1, "C")], katalog: Self.katalog
    ).datei
    let b = try Auswertung(entschieden, katalog: Self.katalog)
    #expect(b.strittig.isEmpty)
    #expect(b.phasen[0].muss["P0-STR-02"] == .erfuellt)
    #expect(entschieden.baum["festlegungen"]?["P0-STR-02"]?["grund"] == .text("Vermerk gefunden"))
  }

  @Test(
    "Größenklasse nach Arbeitsplätzen, sonst Einwohnern",
    arguments: [
      (["SD-03": "25"], Groessenklasse.klein), (["SD-03": "26"], .mittel),
      (["SD-03": "150"], .mittel),
      (["SD-03": "151"], .gross), (["SD-02": "5000"], .klein), (["SD-02": "5001"], .mittel),
      (["SD-02": "20001"], .gross), (["SD-02": "900", "SD-03": "200"], .gross),
      (["SD-01": "landkreis", "SD-03": "10"], .landkreis),
      (["SD-01": "kreisfreie_stadt", "SD-02": "900"], .gross), (["SD-01": "gemeinde"], nil),
    ] as [([String: String], Groessenklasse?)])
  func groesse(stammdaten: [String: String], klasse: Groessenklasse?) {
    #expect(Self.katalog.groessenklasse(aus: stammdaten) == klasse)
  }

  @Test("Bedingungen und Größe bestimmen, was gefragt wird; die Antworten bleiben")
  func anwendbar() throws {
    let ohne = try Antwortmuster.lies(Antwortmuster.text(#""P1-MEN-01":{"wert":1}"#)).datei
    let a = try Auswertung(ohne, katalog: Self.katalog)
    #expect(!a.fragen.contains { $0.id == "P1-MEN-01" })
    #expect(ohne.antworten["P1-MEN-01"] != nil)
    let mit = try Antwortmuster.lies(
      Antwortmuster.text(
        #""P1-MEN-01":{"wert":1}"#, stammdaten: #""SD-01":"stadt","SD-03":120,"SD-07":"ja""#)
    ).datei
    let b = try Auswertung(mit, katalog: Self.katalog)
    #expect(b.groessenklasse == .mittel)
    #expect(b.phasen[1].muss["P1-MEN-01"] == .erfuellt)
    // One phase of preview, and all on request.
    #expect(b.phasen.map(\.phase) == [0, 1, 2])
    #expect(try Auswertung(mit, katalog: Self.katalog, voll: true).phasen.count == 7)
    #expect(try Auswertung(mit, katalog: Self.katalog, standort: 6).phasen.count == 7)
  }

  @Test("Ohne Standort oder Größe gibt es kein Ergebnis, sondern einen Satz, was fehlt")
  func hindernis() throws {
    let ohneOrt = try Antwortmuster.lies(Antwortmuster.text("", standort: "null")).datei
    #expect(throws: Auswertung.Hindernis.ohneStandort) {
      try Auswertung(ohneOrt, katalog: Self.katalog)
    }
    let ohneGroesse = try Antwortmuster.lies(Antwortmuster.text("", stammdaten: "")).datei
    #expect(throws: Auswertung.Hindernis.ohneGroessenklasse) {
      try Auswertung(ohneGroesse, katalog: Self.katalog)
    }
    #expect(
      try Auswertung(ohneGroesse, katalog: Self.katalog, groessenklasse: .klein).standort == 1)
  }

  @Test("Hinweise zur Plausibilität erscheinen, wenn ihre Bedingung gilt, sonst nicht")
  func plausibilitaet() throws {
    func hinweise(_ antworten: String, _ standort: String) throws -> [String] {
      let d = try Antwortmuster.lies(Antwortmuster.text(antworten, standort: standort)).datei
      return try Auswertung(d, katalog: Self.katalog).hinweise
    }
    #expect(try hinweise(#""P4-ORG-02":{"zahl":"60"}"#, "5").count == 1)
    #expect(try hinweise(#""P4-ORG-02":{"zahl":"80"}"#, "5").isEmpty)
    #expect(try hinweise(#""P4-ORG-02":{"wn":true}"#, "5").isEmpty)
    #expect(try hinweise(#""P4-ORG-02":{"zahl":"60"}"#, "3").isEmpty)
  }

  @Test("Aussagekraft: hoch nur mit Belegen zu jedem Muss")
  func aussagekraft() throws {
    func auswertung(_ beleg: String, ohne: String? = nil) throws -> Auswertung {
      let fragen = Self.katalog.anwendbareFragen(.klein, ["SD-07": "nein"])
      let teile = fragen.filter { $0.phase <= 1 && $0.id != ohne }.map { f -> String in
        let zusatz = f.ko ? beleg : ""
        return #""\#(f.id)":{"wert":1\#(zusatz)}"#
      }
      let d = try Antwortmuster.lies(Antwortmuster.text(teile.joined(separator: ","))).datei
      return try Auswertung(d, katalog: Self.katalog)
    }
    #expect(try auswertung(#","beleg":"Vermerk""#).aussagekraft == .hoch)
    #expect(try auswertung(#","beleg":"  ""#).aussagekraft == .mittel)
    #expect(try auswertung("").belegquote == 0)
    #expect(try auswertung(#","beleg":"x""#, ohne: "P0-STR-02").aussagekraft == .mittel)
    let leer = try Antwortmuster.lies(Antwortmuster.text("")).datei
    #expect(try Auswertung(leer, katalog: Self.katalog).aussagekraft == .gering)
    #expect(try Auswertung(leer, katalog: Self.katalog).phasen[0].status == .nichtBewertet)
  }
}
