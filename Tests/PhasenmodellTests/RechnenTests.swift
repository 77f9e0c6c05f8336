// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Phasenmodell

@Suite("Kalkulationshilfen")
struct RechnenTests {
  static let hilfen = Toolbox.eingebaut.kalkulationshilfen
  private static let vektoren = try! Vektoren.lies("kalkulation")

  private func hilfe(_ id: String) throws -> Kalkulationshilfe {
    try #require(Self.hilfen.first { $0.id == id })
  }

  private func rechne(_ id: String, _ worte: [(String, String)]) throws -> Rechnung {
    let h = try hilfe(id)
    return try h.rechne(try Eingaben(h, worte.map { (name: $0.0, wert: $0.1) }))
  }

  @Test("Alle 14 sind da, mit Eingaben, Formel und Quelle jeder Annahme")
  func alle() throws {
    #expect(Self.hilfen.map(\.id) == (1...14).map { "KH-" + ($0 < 10 ? "0" : "") + "\($0)" })
    for h in Self.hilfen {
      let liste = Befundliste(h.id)
      let pfad = try #require(Toolbox.eingebaut.pfad(werkzeug: h.id))
      let yaml = try #require(
        Toolbox.eingebaut.text(pfad.replacingOccurrences(of: ".md", with: ".yaml")))
      _ = Kalkulationshilfe.lies(yaml, liste)
      #expect(liste.befunde.isEmpty, "\(h.id) \(liste.befunde.map(\.meldung))")
      #expect(!h.formel.isEmpty && !h.ergebnisse.isEmpty)
      #expect(KatalogTests.katalog.werkzeug(h.id)?.titel == h.titel)
    }
  }

  @Test("Jeder Vektor stimmt, und jeder Rechenweg ist da", arguments: vektoren.indices)
  func vektor(nr: Int) throws {
    let v = Self.vektoren[nr]
    let h = try hilfe(v["id"]!.alsText!)
    let r = try h.rechne(try Eingaben(h, v["eingabe"]!))
    #expect(r.baum.json == v["ergebnis"]!.json, "\(v["name"]!)")
    #expect(!r.schritte.isEmpty || v["eingabe"]!["regel"]?.alsText == "dauernd")
    // Each result has a name for people.
    #expect(Set(r.werte.map(\.name)) == Set(h.ergebnisse.map(\.id)))
  }

  @Test("Jede Hilfe hat mindestens einen Vektor")
  func abdeckung() {
    #expect(Self.vektoren.count == 27)
    #expect(Set(Self.vektoren.compactMap { $0["id"]?.alsText }) == Set(Self.hilfen.map(\.id)))
  }

  @Test("Deutsch eingegeben ergibt dasselbe wie in der Form der Maschine")
  func deutsch() throws {
    let r = try rechne(
      "KH-05",
      [
        ("ap", "15"), ("dok_je_tag", "8"), ("tage", "220 Tage"), ("anteil_scan", "40 %"),
        ("seiten_je_dok", "3"), ("kb_seite", "75 KB"), ("kb_digital", "250"), ("versionen", "1,2"),
        ("wachstum", "5"), ("jahre", "5"), ("bestand_seiten", "50.000"), ("index", "15 %"),
        ("kopien", "2"), ("reserve", "30"),
      ])
    #expect(r.baum["empfehlung_gb"] == .zahl("140"))
    // With the assumptions alone, only the workplaces are asked.
    #expect(try rechne("KH-05", [("ap", "15")]).baum["dokumente_jahr1"] == .zahl("26400"))
    let f = try rechne(
      "KH-06", [("regel", "ereignistag"), ("jahre", "5"), ("datum", "29.02.2024")])
    #expect(f.baum["ende"] == .text("2029-02-28"))
    let l = try rechne(
      "KH-02",
      [
        ("einmalig", "Einrichtung=12.000 €; Schulung=4500"), ("einmalig", "Scanner=2500"),
        ("jaehrlich", "Nutzung=7200;Betreuung=1800"), ("ap", "15"),
      ])
    #expect(l.baum["tco"] == .text("66782.22"))
    let s = try rechne(
      "KH-10",
      [
        ("gruppen", "personen=15;stunden=6"), ("gruppen", "personen=2; stunden=8; groesse=2"),
        ("gruppen", "personen=3;stunden=2"), ("tagessatz_trainer", "1.200"), ("satz", "45"),
        ("tage_vor_start", "10"),
      ])
    #expect(s.baum["termine"] == .zahl("4"))
    let w = try rechne(
      "KH-01",
      [
        ("ap", "15"), ("minuten", "12"), ("satz", "45"), ("sach", "1200"), ("einmalig", "42000"),
        ("laufend", "7800"), ("hochlauf", "25 %; 75 %; 100 %"), ("zins", "2 %"),
      ])
    #expect(w.baum["kapitalwert_gesamt"] == .text("-4264.23"))
    #expect(w.hinweise.contains { $0.contains("nicht erreicht") })
  }

  @Test(
    "Falsche und doppeldeutige Eingaben werden mit Namen zurückgewiesen",
    arguments: [
      ("ap", "1.5", "Meinen Sie 1,5 oder 1500?"), ("ap", "0", "zu klein"),
      ("ap", "12,5", "ganze Zahl"),
      ("ap", "viele", "keine Zahl"), ("ap", "200.000", "zu groß"),
      ("anteil_scan", "40", "Meinen Sie 40 %?"),
      ("anteil_scan", "140 %", "zu groß"), ("wachstum", "0,05", "Meinen Sie 5 % oder 0,05 %?"),
      ("wachstum", "-1 %", "zu klein"), ("gibtesnicht", "1", "gibt es nicht"),
      ("ap", "", "keine Zahl"),
    ])
  func falsch(name: String, wort: String, erwartet: String) throws {
    do {
      _ = try rechne("KH-05", name == "ap" ? [(name, wort)] : [("ap", "15"), (name, wort)])
      Issue.record("angenommen")
    } catch let fehler as Rechenfehler {
      #expect("\(fehler)".contains(erwartet), "\(fehler)")
      #expect("\(fehler)".contains("»\(name)«"))
    }
  }

  private static let bestand =
    "name=Bauakten; lfm=20; blatt_je_meter.min=5.000; blatt_je_meter.typ=6.000; blatt_je_meter.max=7.500; beidseitig=30 %"

  @Test("Eine Gruppe, wie sie das Beispiel der Hilfe zeigt, rechnet")
  func beispiele() throws {
    for h in Self.hilfen {
      for feld in h.eingaben where [.gruppen, .posten, .anteilsliste].contains(feld.typ) {
        let beispiel = try #require(feld.beispiel, "\(h.id) \(feld.id)")
        _ = try feld.wert(beispiel)
      }
    }
    let r = try rechne("KH-04", [("bestaende", Self.bestand)])
    #expect(r.baum["summe_blatt"]?["typ"] == .zahl("120000"))
    // A semicolon at the end is no error.
    #expect(try rechne("KH-04", [("bestaende", Self.bestand + "; ")]) == r)
  }

  @Test(
    "Was zweimal dasteht oder in falscher Reihenfolge, wird nicht geraten",
    arguments: [
      ("lfm=20", "lfm=20; lfm=30", "»lfm« steht zweimal da"),
      ("min=5.000", "min=9.000", "Mindestwert ≤ typisch ≤ Höchstwert"),
      ("max=7.500", "max=5.500", "Höchstwert 5500"), ("30 %", "130 %", "130 % ist zu groß"),
      ("lfm=20", "lfm=-1", "zu klein"), ("typ=6.000", "typ=0", "zu klein"),
      ("lfm=20", "lfm", "Zum Beispiel: bestaende="),
    ])
  func gruppen(alt: String, neu: String, erwartet: String) throws {
    do {
      _ = try rechne(
        "KH-04", [("bestaende", Self.bestand.replacingOccurrences(of: alt, with: neu))])
      Issue.record("angenommen")
    } catch { #expect("\(error)".replacingOccurrences(of: ".", with: "").contains(erwartet)) }
  }

  @Test("Zwei Bestände oder Posten mit demselben Namen werden zurückgewiesen")
  func doppelt() {
    #expect(throws: Rechenfehler.self) {
      try rechne("KH-04", [("bestaende", Self.bestand), ("bestaende", Self.bestand)])
    }
    for posten in [[("einmalig", "A=1; A=2")], [("einmalig", "A=1"), ("einmalig", "A=2")]] {
      #expect(throws: Rechenfehler.self) {
        try rechne("KH-02", posten + [("jaehrlich", "B=1"), ("ap", "15")])
      }
    }
    #expect(throws: Rechenfehler.self) {
      try rechne(
        "KH-09",
        [
          ("objekte", "100"), ("automatik", "90 %"), ("min_manuell", "3"), ("quellen", "1"),
          ("stichprobe", "101"), ("gb", "10"), ("gb_h", "10"), ("satz_pt", "400"),
        ])
    }
  }

  @Test("Null, negative und riesige Zahlen enden in einer Rechnung oder in einem Satz")
  func grenzen() throws {
    var (gerechnet, abgelehnt) = (0, 0)
    for v in Self.vektoren {
      let h = try hilfe(v["id"]!.alsText!)
      guard case .objekt(let eingaben) = v["eingabe"]! else { continue }
      let zahlfelder = Set(h.eingaben.filter(\.typ.istZahl).map(\.id))
      for stelle in eingaben.indices where zahlfelder.contains(eingaben[stelle].name) {
        for zahl in ["0", "-1", "0.0000001", String(repeating: "9", count: 40)] {
          var neu = eingaben
          neu[stelle].ast = Baum.Ast(.zahl(zahl))
          do {
            _ = try h.rechne(try Eingaben(h, .objekt(neu)))
            gerechnet += 1
          } catch {
            abgelehnt += 1
            #expect("\(error)".count < 400)
            if zahl == "-1" { #expect("\(error)".contains("»\(eingaben[stelle].name)«")) }
          }
        }
      }
    }
    #expect(gerechnet > 50 && abgelehnt > 100)
  }

  @Test("Was fehlt oder nicht zusammenpasst, wird gesagt")
  func fehlt() throws {
    func fehler(_ id: String, _ json: String) throws -> String {
      let h = try hilfe(id)
      do {
        _ = try h.rechne(try Eingaben(h, try JSONLeser.lies(Array(json.utf8)).baum))
        return ""
      } catch { return "\(error)" }
    }
    #expect(try fehler("KH-05", "{}").contains("»ap«"))
    #expect(try fehler("KH-05", "[]").contains("keine Gruppe"))
    #expect(try fehler("KH-05", #"{"ap":15,"ap2":1}"#).contains("ap2"))
    #expect(try fehler("KH-05", #"{"ap":true}"#).contains("Zahl erwartet"))
    #expect(try fehler("KH-03", #"{"f":{"x":1}}"#).contains("f.x"))
    #expect(try fehler("KH-04", #"{"bestaende":[]}"#).contains("Liste"))
    #expect(
      try fehler("KH-06", #"{"regel":"nie","jahre":1,"datum":"2024-01-01"}"#).contains("jahresende")
    )
    #expect(
      try fehler("KH-06", #"{"regel":"jahresende","jahre":1,"datum":"2024-02-30"}"#).contains(
        "»datum«"))
    #expect(
      try fehler("KH-06", #"{"regel":"jahresende","jahre":110,"datum":"9950-01-01"}"#).contains(
        "9999"))
    let doppelt =
      #"{"angebote":[{"name":"A","punkte":1,"preis":1,"ausschluss_erfuellt":true},{"name":"A","punkte":1,"preis":1,"ausschluss_erfuellt":true}],"mindestpunkte":0}"#
    #expect(try fehler("KH-08", doppelt).contains("zweimal"))
    #expect(
      try fehler("KH-08", doppelt.replacingOccurrences(of: #""preis":1"#, with: #""preis":0"#))
        .contains("zu klein"))
  }

  @Test("Größte Eingaben rechnen genau und kommen zu Ende")
  func gross() throws {
    let r = try rechne(
      "KH-01",
      [
        ("ap", "99.999"), ("minuten", "479,999"), ("satz", "999,99"), ("sach", "999999999"),
        ("einmalig", "999999999,99"), ("laufend", "1"), ("jahre", "30"), ("zins", "3,7777 %"),
      ])
    guard case .text(let wert)? = r.baum["kapitalwert_gesamt"] else {
      Issue.record("kein Wert")
      return
    }
    let e = try Programm.starte(
      "python3",
      [
        "-c",
        """
        from fractions import Fraction as F
        z=F('0.037777'); ap=F(99999); voll=ap*F('479.999')/60*F('0.5')*220*F('999.99'); h=[F('0.25'),F('0.75'),F(1)]
        k=-F('999999999.99')
        for t in range(1,31):
            a=h[min(t,3)-1]; k+=(F(999999999)*a-1+voll*a)/(1+z)**t
        q=k*100; n=(2*q.numerator+q.denominator)//(2*q.denominator); print(f'{n//100}.{n%100:02d}')
        """,
      ])
    #expect(wert + "\n" == e.ausgabe)
  }
}
