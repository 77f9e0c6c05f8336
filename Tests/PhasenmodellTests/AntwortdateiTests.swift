// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Phasenmodell

@Suite("Antwortdateien aus fremder Hand")
struct AntwortdateiTests {
  @Test(
    "Was keine Antwortdatei ist, wird mit einem Satz abgelehnt",
    arguments: [
      "", "x", "[]", "null", "{", #"{"format":"diva-antworten""#, "{\"a\":\"\u{1}\"}",
      #"{"format":"anderes","version":1}"#, #"{"format":"diva-antworten","version":2}"#,
      #"{"format":"diva-antworten","version":1,"katalog":{"id":"fremd","version":"1"}}"#,
      #"{"a":1,"a":2}"#, #"{"a":1e9}"#, #"{"a":01}"#, #"{"a":"\ud800"}"#, #"{"a":1} {}"#,
      #"{"a":"\x"}"#, #"{"a":+1}"#, #"{"a":1,}"#, #"{a:1}"#, #"{"a":nul}"#, "{\"a\":\"\\u+123\"}",
      String(repeating: "[", count: 100_000), String(repeating: #"{"a":"#, count: 40),
    ])
  func keine(text: String) {
    do {
      _ = try Antwortmuster.lies(text)
      Issue.record("angenommen")
    } catch {
      #expect(error is Lesefehler)
      #expect("\(error)".count < 300)
    }
  }

  @Test("Falsches UTF-8 und zu große Dateien werden abgelehnt")
  func bytes() {
    let leser = Antwortleser(KatalogTests.katalog)
    #expect(throws: Lesefehler.self) {
      try leser.lies(Array(#"{"a":""#.utf8) + [0xC3, 0x28] + Array(#""}"#.utf8), datei: "a")
    }
    #expect(throws: Lesefehler.self) {
      try leser.lies([UInt8](repeating: 32, count: Antwortleser.groessteDatei + 1), datei: "a")
    }
  }

  @Test("50.000 Fehler in einer Datei werden gezählt, nicht alle aufgeschrieben")
  func viele() throws {
    let antworten = (0..<50_000).map { #""X\#($0)":{"wert":1}"# }.joined(separator: ",")
    let e = try Antwortmuster.lies(Antwortmuster.text(antworten))
    #expect(e.befunde.count == Antwortleser.meisteBefunde + 1)
    #expect(e.befunde.last?.regel == "AW14")
    #expect(e.befunde.last?.meldung.contains("49.951 weitere") == true)
  }

  @Test("Jeder Befund zum Aufbau nennt die Frage")
  func frage() throws {
    for antwort in ["1", "[]", #"{"wert":1,"beleg":7}"#, #"{"wert":1,"rev":"a"}"#] {
      let e = try Antwortmuster.lies(Antwortmuster.text(#""P1-STR-01":\#(antwort)"#))
      #expect(e.befunde.map(\.regel) == ["AW01"], "\(antwort)")
      #expect(e.befunde[0].meldung.hasPrefix("P1-STR-01: "), "\(e.befunde[0].meldung)")
    }
  }

  @Test("Ein Termin, der keiner ist, wird genannt und bleibt")
  func termine() throws {
    let e = try Antwortmuster.lies(
      Antwortmuster.text(
        "",
        weiteres:
          #","massnahmen":{"P0-STR-02":{"bis":"31.12."},"P0-STR-01":{"bis":"2027-03-01"},"P0-ORG-01":7}"#
      ))
    #expect(e.befunde.map(\.regel) == ["AW13", "AW13"])
    #expect(e.befunde[0].meldung == "P0-STR-02: »Bis wann?« ist »31.12.« und kein Tag.")
    #expect(e.datei.vormerkungen["P0-STR-02"]?.unlesbar == "31.12.")
    #expect(e.datei.vormerkungen["P0-STR-02"]?.bis == nil)
    #expect(e.datei.vormerkungen["P0-STR-01"]?.unlesbar == nil)
    let z = Zusammenfuehrung([e.datei], katalog: KatalogTests.katalog)
    #expect(z.datei.vormerkungen["P0-STR-02"]?.unlesbar == "31.12.")
  }

  @Test(
    "Eine falsche Angabe ist ein Befund und zählt als offen",
    arguments: [
      (#""P1-STR-01":{"wert":7}"#, "AW03"), (#""P1-STR-01":{"wert":"1"}"#, "AW03"),
      (#""P1-STR-01":{"wert":0.5}"#, "AW03"), (#""P1-STR-01":{"wert":-1}"#, "AW03"),
      (#""P1-STR-01":{"zahl":"1"}"#, "AW03"), (#""P1-STR-01":{"wert":1,"wn":true}"#, "AW03"),
      (#""P1-STR-01":{"wert":[1]}"#, "AW03"), (#""P1-STR-01":1"#, "AW01"),
      (#""P1-STR-01":[]"#, "AW01"),
      (#""P1-STR-01":{"nz":true,"grund":"x"}"#, "AW04"),
      (#""P3-MEN-01":{"zahl":"87,5"}"#, "AW03"), (#""P3-MEN-01":{"zahl":true}"#, "AW03"),
      (#""P3-MEN-01":{"wert":2}"#, "AW03"), (#""P3-MEN-01":{"zahl":"1e9"}"#, "AW03"),
      (#""P9-XYZ-01":{"wert":1}"#, "AW02"),
    ])
  func angabe(antworten: String, regel: String) throws {
    let e = try Antwortmuster.lies(Antwortmuster.text(antworten, standort: "3"))
    #expect(e.befunde.map(\.regel) == [regel])
    #expect(e.datei.antworten.isEmpty)
    #expect(e.befunde[0].ort.zeile != nil)
    #expect(!e.befunde[0].abhilfe.isEmpty)
  }

  @Test("»Nicht zutreffend« braucht einen Grund; ohne Gründe ist jede solche Antwort ein Fehler")
  func gruende() throws {
    let fragen = KatalogTests.katalog.fragen.filter(\.nz)
    #expect(!fragen.isEmpty)
    for grund in [#","grund":"gibt es nicht""#, "", #","grund":"   ""#, #","grund":5"#] {
      let text = fragen.map { #""\#($0.id)":{"nz":true\#(grund)}"# }.joined(separator: ",")
      let e = try Antwortmuster.lies(Antwortmuster.text(text, standort: "6"))
      if grund.contains("gibt") {
        #expect(e.befunde.isEmpty)
        #expect(e.datei.antworten.count == fragen.count)
      } else {
        #expect(e.befunde.count { $0.regel == "AW04" } == fragen.count)
        #expect(e.datei.antworten.isEmpty)
      }
    }
  }

  @Test(
    "Falsche Angaben zur Verwaltung sind Befunde",
    arguments: [
      (#""SD-03":-5"#, "AW06"), (#""SD-03":1.5"#, "AW06"), (#""SD-03":"viele""#, "AW06"),
      (#""SD-03":99999999999999999999"#, "AW06"), (#""SD-01":"staat""#, "AW06"),
      (#""SD-07":"vielleicht""#, "AW06"), (#""SD-03":{}"#, "AW06"),
    ])
  func stammdaten(text: String, regel: String) throws {
    let e = try Antwortmuster.lies(Antwortmuster.text("", stammdaten: text))
    #expect(e.befunde.map(\.regel) == [regel])
    #expect(e.datei.stammdaten.isEmpty)
  }

  @Test("Standort, Fassung und gewählte Größe werden geprüft")
  func rest() throws {
    #expect(
      try Antwortmuster.lies(Antwortmuster.text("", standort: "7")).befunde.map(\.regel) == ["AW07"]
    )
    #expect(
      try Antwortmuster.lies(Antwortmuster.text("", standort: "\"1\"")).befunde.map(\.regel) == [
        "AW07"
      ])
    let andere = Antwortmuster.text("").replacingOccurrences(of: "0.1.0", with: "0.9.0")
    #expect(try Antwortmuster.lies(andere).befunde.map(\.regel) == ["AW05"])
    let gross = #","groessenklasse":"gross""#
    #expect(
      try Antwortmuster.lies(Antwortmuster.text("", weiteres: gross)).befunde.map(\.regel) == [
        "AW08"
      ])
    let begruendet = gross + #","groessenklasse_grund":"mit Eigenbetrieben""#
    #expect(try Antwortmuster.lies(Antwortmuster.text("", weiteres: begruendet)).befunde.isEmpty)
    let fest =
      #","festlegungen":{"P0-STR-02":{"wert":1,"wer":"Leitung","am":"gestern","grund":"x"}}"#
    #expect(
      try Antwortmuster.lies(Antwortmuster.text("", weiteres: fest)).befunde.map(\.regel) == [
        "AW09"
      ])
  }

  @Test("Was unbekannt ist, bleibt beim Zusammenführen erhalten")
  func erhalten() throws {
    let e = try Antwortmuster.lies(
      Antwortmuster.text(
        #""P9-NEU-01":{"wert":1,"bemerkung":"<img src=x onerror=alert(1)>"},"P0-STR-01":{"wert":3,"neu":[1,{"x":null}]}"#,
        weiteres: #","zukunft":{"a":[true,12.50]}"#))
    let json = Zusammenfuehrung([e.datei], katalog: KatalogTests.katalog).datei.baum.json
    #expect(json.contains("P9-NEU-01"))
    #expect(json.contains("<img src=x onerror=alert(1)>"))
    #expect(json.contains("12.50"))
    let wieder = try Antwortmuster.lies(json)
    #expect(wieder.datei.stimmen[0].baum["zukunft"] == e.datei.baum["zukunft"])
    // Sorted keys and a line feed at the end: the same bytes every time.
    #expect(json == wieder.datei.baum.json)
  }

  @Test("JSON wird so geschrieben, wie es ein anderes Programm liest")
  func schreiben() throws {
    let text =
      #"{"ä":"Zeile\n\"Zitat\" \\ \u0007 😀","z":-12.50,"a":[],"o":{},"w":[true,false,null]}"#
    let baum = try JSONLeser.lies(Array(text.utf8)).baum
    for json in [baum.json, baum.jsonZeile] {
      let a = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? NSDictionary
      let b = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary
      #expect(a == b)
    }
    #expect(baum.json.hasPrefix("{\n  \"a\": [],\n  \"o\": {},\n"))
    #expect(baum.json.contains("-12.50"))
  }
}

@Suite("Zahlen")
struct ZahlTests {
  @Test(
    "Deutsche Zahlen werden gelesen",
    arguments: [
      ("12", "12"), ("12,5", "12.5"), ("1.250", "1250"), ("1 250", "1250"),
      ("1.234.567,89", "1234567.89"),
      ("-3,5", "-3.5"), ("−3", "-3"), (" 7 ", "7"), ("1\u{202F}250", "1250"), ("0,05", "0.05"),
      ("1250,5", "1250.5"), ("0", "0"), ("007", "7"),
    ])
  func deutsch(text: String, wert: String) throws {
    #expect(Zahleingabe.lies(text) == .zahl(try #require(Bruch(dezimal: wert))))
  }

  @Test(
    "Was zweierlei heißen kann, wird nicht geraten",
    arguments: [
      ("1.5", ["1,5", "1500"]), ("1.25", ["1,25", "1250"]), ("0.05", ["0,05"]),
      ("0.125", ["0,125"]),
      ("1,234.5", ["1.234,5"]), ("1,234,567", ["1.234.567"]), ("12.3456", ["12,3456"]),
    ])
  func mehrdeutig(text: String, moeglich: [String]) {
    #expect(Zahleingabe.lies(text) == .mehrdeutig(moeglich))
    #expect(Zahleingabe.lies(text).rueckfrage?.hasPrefix("Meinen Sie \(moeglich[0])") == true)
  }

  @Test(
    "Was keine Zahl ist, wird abgelehnt",
    arguments: [
      "", "zwölf", "1,", ",5", "1..5", "1.25.3", "1,2,3", "--1", "1e3", "0x1F", "1.2345.678", "1 2",
      "١٢",
      String(repeating: "9", count: 41), "1.250 000", "12 €",
    ])
  func ungueltig(text: String) {
    #expect(Zahleingabe.lies(text) == .ungueltig)
    #expect(Zahleingabe.lies(text).rueckfrage != nil)
  }

  @Test("Brüche rechnen genau und runden halb weg von null")
  func bruch() throws {
    let drittel = try #require(Bruch.eins.durch(3))
    #expect(drittel + drittel + drittel == 1)
    #expect(Bruch.eins.durch(0) == nil)
    #expect((Bruch(dezimal: "0.1")! + Bruch(dezimal: "0.2")!).dezimal == "0.3")
    #expect(Bruch(dezimal: "2.345")!.gerundet(2) == "2.35")
    #expect(Bruch(dezimal: "-2.345")!.gerundet(2) == "-2.35")
    #expect(Bruch(dezimal: "-0.004")!.gerundet(2) == "0.00")
    #expect(Bruch(dezimal: "0.996")!.gerundet(2) == "1.00")
    #expect(Bruch(dezimal: "2.1")!.aufgerundet == 3)
    #expect(Bruch(2).aufgerundet == 2)
    #expect(Bruch(dezimal: "-2.1")!.aufgerundet == -2)
    #expect(Bruch(-1) < 0 && Bruch(dezimal: "-2")! < -1 && Bruch(dezimal: "0.5")! < 1)
    #expect(Bruch(dezimal: "1.02")!.hoch(20).gerundet(10) == "1.4859473960")
    #expect(Bruch(dezimal: "1234567.891")!.deutsch(2) == "1.234.567,89")
    #expect(Bruch(dezimal: "-1000")!.deutsch == "−1.000")
    for falsch in ["", "1,5", ".5", "1.", "+1", "1e3", "١"] {
      #expect(Bruch(dezimal: falsch) == nil)
    }
  }

  @Test("Große Zahlen stimmen mit der Rechnung eines anderen Programms überein", arguments: 1...5)
  func gross(saat: Int) throws {
    var zufall = Zufall(UInt64(saat))
    func wort() -> String {
      String(
        (0..<Int.random(in: 1...30, using: &zufall)).map { _ in
          "123456789".randomElement(using: &zufall)!
        })
    }
    var zeilen: [String] = []
    var erwartet: [String] = []
    for _ in 0..<20 {
      let (a, b, c) = (wort(), wort(), wort())
      let wert = try #require(
        (Bruch(dezimal: a)! * Bruch(dezimal: b)! - Bruch(dezimal: c)!).durch(Bruch(dezimal: c)!))
      erwartet.append(wert.gerundet(6))
      zeilen.append("print(f(F(\(a)*\(b)-\(c),\(c))))")
    }
    let skript = """
      from fractions import Fraction as F
      def f(x):
          z=x*10**6; n=abs(z); q=(2*n.numerator+n.denominator)//(2*n.denominator)
          s=str(q).rjust(7,'0'); return ('-' if z<0 and q else '')+s[:-6]+'.'+s[-6:]
      \(zeilen.joined(separator: "\n"))
      """
    let e = try Programm.starte("python3", ["-c", skript])
    #expect(e.ausgabe.split(separator: "\n").map(String.init) == erwartet)
  }
}
