// SPDX-License-Identifier: Apache-2.0
import Foundation
import Tabellen
import TestHilfe
import Testing

@Suite(
  "Arbeitsmappe (XLSX)", .enabled(if: Openpyxl.verfuegbar, Comment(rawValue: Openpyxl.hinweis)))
struct ArbeitsmappeTests {
  @Test("Ein fremdes Programm liest dieselben Werte, und nichts ist eine Formel")
  func werte() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("t.xlsx").path
      let texte = [
        "Straße & <Öl> \"x\"", "=1+1", "{=1}", "http://beispiel.de", "0012", "31.12.2024",
        " Rand ", "zwei\nZeilen", "a\tb", "😀 ẞ ñ", "TRUE", "#NV",
      ]
      var mappe = try Arbeitsmappe(pfad, titel: "Probe", erstellt: 1_700_000_000)
      try mappe.blatt(Blattgestalt("Eins", breiten: [10, 20]))
      for text in texte {
        try mappe.zeile([Zelle(.text(text)), Zelle(.zahl(9_007_199_254_740_992))])
      }
      try mappe.blatt(Blattgestalt("Zwei", breiten: []))
      try mappe.zeile([Zelle(.leer), Zelle(.text(""))])
      try mappe.blatt(Blattgestalt("Drei", breiten: []))
      try mappe.beende()
      let blaetter = try Openpyxl.lies(pfad)
      #expect(blaetter.map(\.name) == ["Eins", "Zwei", "Drei"])
      #expect(blaetter[0].zeilen.map { $0[0] } == texte)
      #expect(blaetter[0].zeilen.allSatisfy { $0[1] == "9007199254740992" })
      #expect(blaetter[0].arten.allSatisfy { $0 == "sn" })
      #expect(blaetter[1].zeilen.joined().allSatisfy { $0 == nil })
    }
  }

  @Test("Zeichen, die das Format nicht kennt, werden sichtbar; lange Texte gekürzt")
  func grenzwerte() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("t.xlsx").path
      let lang = String(repeating: "ä😀", count: 25_000)
      let knapp = String(repeating: "ü", count: Arbeitsmappe.laengsterText)
      let steuer = String(repeating: "\u{1}", count: 30_000)
      var mappe = try Arbeitsmappe(pfad, titel: "Probe", erstellt: 0)
      try mappe.blatt(Blattgestalt("Eins", breiten: []))
      for text in ["\u{7}Ton\u{0}", "\u{FFFE}", "a\r\nb\rc", "_x0041_", lang, knapp, steuer] {
        try mappe.zeile([Zelle(.text(text))])
      }
      try mappe.beende()
      let werte = try Openpyxl.lies(pfad)[0].zeilen.map { $0[0] ?? "" }
      #expect(werte[0] == "[U+0007]Ton[U+0000]")
      #expect(werte[1] == "[U+FFFE]")
      #expect(werte[2] == "a\nb\nc")
      // Excel reads the escape of the escape; openpyxl shows it.
      #expect(werte[3] == "_x005F_x0041_" || werte[3] == "_x0041_")
      #expect(werte[4].hasPrefix("ä😀ä😀") && werte[4].hasSuffix(" … (gekürzt)"))
      #expect(werte[4].utf16.count <= 32_767 && werte[4].utf16.count > 32_760)
      #expect(werte[5] == knapp)
      #expect(werte[6].hasPrefix("[U+0001][U+0001]") && werte[6].utf16.count <= 32_767)
    }
  }

  @Test("Kopfzeile, Filter, Breiten, Auswahl, Gliederung und Farben sind gesetzt")
  func gestalt() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("t.xlsx").path
      var mappe = try Arbeitsmappe(pfad, titel: "Probe", erstellt: 1)
      var gestalt = Blattgestalt("Eins", breiten: [7, 33, 5, 5])
      gestalt.hatKopf = true
      gestalt.auswahl = Auswahlspalte(
        spalte: 1, werte: ["A", "V"], titel: String(repeating: "t", count: 99),
        meldung: String(repeating: "ä", count: 999))
      try mappe.blatt(gestalt)
      var grau = Zellform()
      grau.grau = true
      var tief = Zellform()
      tief.einzug = 2
      try mappe.zeile((0..<4).map { Zelle(.text("Kopf \($0)")) })
      try mappe.zeile([Zelle(.text("a"), grau), Zelle(.leer), Zelle(.leer), Zelle(.text("b"))])
      try mappe.zeile(
        [Zelle(.text("c")), Zelle(.leer), Zelle(.leer), Zelle(.text("d"), tief)], gliederung: 2)
      try mappe.beende()
      let blatt = try Openpyxl.lies(pfad)[0]
      #expect(blatt.fixiert == "A2")
      #expect(blatt.filter == "A1:D3")
      #expect(blatt.regeln == [["list", "\"A,V\"", "B2:B3"]])
      #expect(abs(try #require(blatt.breiten["B"]) - 33) < 1)
      #expect(blatt.gliederung == [0, 0, 2])
      #expect(blatt.einzug == [0, 0, 2])
      #expect(blatt.farben[0].isEmpty && !blatt.farben[1].isEmpty && blatt.farben[2].isEmpty)
    }
  }

  @Test("Dieselbe Eingabe gibt dieselben Bytes")
  func gleich() throws {
    try mitTemporaeremOrdner { tmp in
      func schreibe(_ name: String) throws -> Data {
        let datei = tmp.appendingPathComponent(name)
        var mappe = try Arbeitsmappe(datei.path, titel: "Probe", erstellt: 1_700_000_000)
        try mappe.blatt(Blattgestalt("Eins", breiten: [12]))
        for i in 0..<1000 { try mappe.zeile([Zelle(.zahl(Int64(i))), Zelle(.text("Text \(i)"))]) }
        try mappe.beende()
        return try Data(contentsOf: datei)
      }
      let erste = try schreibe("a.xlsx")
      #expect(try schreibe("b.xlsx") == erste)
    }
  }

  /// A locale with a decimal comma, if the system has one.
  private static func dezimalkommaSchema() -> locale_t? {
    newlocale(1 << LC_NUMERIC, "de_DE.UTF-8", nil)
  }

  @Test(
    "Ein Gebietsschema mit Dezimalkomma verdirbt die Mappe nicht",
    .enabled(if: dezimalkommaSchema() != nil, "übersprungen: das Gebietsschema de_DE fehlt"))
  func dezimalkomma() throws {
    let deutsch = try #require(Self.dezimalkommaSchema())
    defer { freelocale(deutsch) }
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("t.xlsx").path
      let vorher = uselocale(deutsch)
      defer { uselocale(vorher) }
      var mappe = try Arbeitsmappe(pfad, titel: "Probe", erstellt: 1)
      try mappe.blatt(Blattgestalt("Eins", breiten: [12]))
      try mappe.zeile([Zelle(.zahl(1))])
      try mappe.beende()
      uselocale(vorher)
      #expect(abs(try #require(try Openpyxl.lies(pfad)[0].breiten["A"]) - 12) < 1)
    }
  }

  @Test("Wer nicht fertig wird, hinterlässt nichts; was da ist, bleibt")
  func abgebrochen() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("t.xlsx").path
      func beginne() throws {
        var mappe = try Arbeitsmappe(pfad, titel: "Probe", erstellt: 1)
        try mappe.blatt(Blattgestalt("Eins", breiten: []))
        for _ in 0..<5000 { try mappe.zeile([Zelle(.text("Zeile"))]) }
      }
      try beginne()
      #expect(try FileManager.default.contentsOfDirectory(atPath: tmp.path).isEmpty)
      try Data("ausgefüllt".utf8).write(to: URL(fileURLWithPath: pfad))
      #expect(throws: TabellenFehler.zielVorhanden(pfad: pfad)) {
        _ = try Arbeitsmappe(pfad, titel: "Probe", erstellt: 1)
      }
      #expect(try String(contentsOfFile: pfad, encoding: .utf8) == "ausgefüllt")
    }
  }

  @Test("Falscher Gebrauch ist ein Fehler, kein Absturz")
  func gebrauch() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("t.xlsx").path
      func ohneBlatt() throws {
        var mappe = try Arbeitsmappe(pfad, titel: "Probe", erstellt: 1)
        try mappe.zeile([])
      }
      #expect(throws: TabellenFehler.self) { try ohneBlatt() }
      for name in ["", "a/b", String(repeating: "x", count: 32)] {
        func falscherName() throws {
          var mappe = try Arbeitsmappe(pfad, titel: "Probe", erstellt: 1)
          try mappe.blatt(Blattgestalt(name, breiten: []))
        }
        #expect(throws: TabellenFehler.self) { try falscherName() }
      }
      func zweimal() throws {
        var mappe = try Arbeitsmappe(pfad, titel: "Probe", erstellt: 1)
        try mappe.blatt(Blattgestalt("Eins", breiten: []))
        try mappe.blatt(Blattgestalt("eins", breiten: []))
      }
      #expect(throws: TabellenFehler.self) { try zweimal() }
      let rest = try FileManager.default.contentsOfDirectory(atPath: tmp.path)
      #expect(rest.isEmpty)
    }
  }

  @Test("Mehr Zeilen, als ein Blatt fasst, sind ein Fehler mit Abhilfe")
  func zuVieleZeilen() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("t.xlsx").path
      func schreibe() throws {
        var mappe = try Arbeitsmappe(pfad, titel: "Probe", erstellt: 1)
        try mappe.blatt(Blattgestalt("Eins", breiten: []))
        for _ in 0...Arbeitsmappe.hoechstzahlZeilen { try mappe.zeile([]) }
      }
      let fehler = try #require(throws: TabellenFehler.self) { try schreibe() }
      #expect(
        fehler == .zuVieleZeilen(pfad: pfad, hoechstens: Arbeitsmappe.hoechstzahlZeilen))
      #expect(fehler.description.contains("CSV"))
    }
  }
}
