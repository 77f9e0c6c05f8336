// SPDX-License-Identifier: Apache-2.0
import Akte
import Aussonderung
import Foundation
import Lifecycle
import Pruefung
import Tabellen
import TestHilfe
import Testing

@Suite("Bewertungsliste schreiben")
struct BewertungslisteTests {
  /// Texts that break careless writers and readers.
  static let feindlich = [
    "=1+1", "=HYPERLINK(\"http://boese.example\";\"klick\")", "+49 351", "-Entwurf", "@SUMME(A1)",
    "\t=1", "'=1", "''=1", "'", "er sagte \"nein\"; und ging", "zwei\r\nZeilen", "zwei\nZeilen",
    "a\rb", "Straße, Öl, ẞ, €, 😀, e\u{301}", " am Rand ", "sep=;", "\u{202E}rückwärts", "\"", ";;;",
    String(repeating: "lang ü ", count: 7_200), "UUID", "31.12.2024", "00123", "1e5",
  ]

  @Test("Jede Notiz kommt zurück, wie sie war", arguments: feindlich.indices)
  func notizen(_ nummer: Int) throws {
    let text = Self.feindlich[nummer]
    var liste = Musterliste.klein
    var e = try #require(liste[Musterliste.id(2)])
    e.notiz = text
    e.betreff = text
    e.kennzeichen = text
    e.vorschlagBegruendung = text
    liste.setze(e)
    let csv = try Testtabelle.csv(liste)
    let eingang = Bewertungsliste(liste).lies(csv)
    #expect(eingang.bericht.gueltig, "\(eingang.bericht.befunde)")
    #expect(eingang.liste == liste)
    // No cell of the file begins like a formula.
    for feld in try Testtabelle(liste).zeilen.joined() {
      #expect(!"=+-@\t\r\n".unicodeScalars.contains(feld.unicodeScalars.first ?? " "), "\(feld)")
    }
    // The table opened, changed and saved with other line ends and separator says the same.
    let tabelle = try Testtabelle(liste)
    for (trenner, ende) in [(",", "\n"), ("\t", "\r\n"), (";", "\r")]
    where ende != "\r" || text != "a\rb" {
      let eingang = Bewertungsliste(liste).lies(Array(tabelle.text(trenner, ende: ende).utf8))
      #expect(eingang.liste == liste, "\(trenner) \(eingang.bericht.befunde)")
    }
  }

  @Test("Die Spalten der CSV-Datei nennen, was jemand zum Entscheiden braucht")
  func spalten() throws {
    var liste = Musterliste.klein
    var e = try #require(liste[Musterliste.id(6)])
    e.laufzeit = Zeitraum(beginn: Kalendertag(1998, 3, 1), ende: Kalendertag(2010, 12, 31))
    e.dokumente = 3
    e.bytes = 1_500_000
    e.zdADatum = Kalendertag(2011, 1, 5)
    e.aufbewahrungsende = .jahr(2021)
    e.vorschlag = "V"
    e.vorschlagBegruendung = "Massenakte"
    e.entscheidung = .archivwuerdig
    e.notiz = "Beispielfall"
    liste.setze(e)
    var f = try #require(liste[Musterliste.id(7)])
    f.dokumente = 4
    f.bytes = 500_000
    liste.setze(f)
    let zeilen = try Testtabelle(liste).zeilen
    #expect(
      zeilen[0] == [
        "laufende Nr.", "Ebene", "Kennzeichen", "Betreff", "enthalten in", "Laufzeit", "Dokumente",
        "Umfang", "Umfang in Byte", "zdA", "Aufbewahrungsende", "Vorschlag der Behörde",
        "Begründung", "Entscheidung (A/V)", "Notiz", "UUID",
      ])
    #expect(
      zeilen[6] == [
        "6", "Vorgang", "10.6", "Betreff 6", "10.5", "01.03.1998 – 31.12.2010", "7", "2,0 MB",
        "2000000", "05.01.2011", "2021", "V", "Massenakte", "A", "Beispielfall",
        Musterliste.id(6).text,
      ])
    // The Akte counts what lies in it; the context object is not to be decided.
    #expect(zeilen[5][6] == "7" && zeilen[5][8] == "2000000")
    #expect(zeilen[1][13...] == ["", "nur Zusammenhang, nicht bewerten", Musterliste.id(1).text])
    #expect(zeilen[2][7] == "" && zeilen[2][8] == "", "unbekannter Umfang ist nicht 0")
  }

  @Test("Unsinnige Zahlen und Kreise in der Liste bringen nichts zum Absturz")
  func unsinn() throws {
    var liste = Objektliste()
    for (nummer, eltern) in [(1, 2), (2, 1), (3, 99)] {
      var e = Objekteintrag(
        Musterliste.id(nummer), .akte, in: Musterliste.id(eltern), istKontext: false, teil: 1)
      e.bytes = nummer == 1 ? .max : .min
      e.dokumente = .max
      liste.setze(e)
    }
    let eingang = Bewertungsliste(liste).lies(try Testtabelle.csv(liste))
    #expect(eingang.bericht.gueltig)
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("t.xlsx").path
      try Bewertungsliste(liste).schreibeXLSX(nach: pfad, erstellt: try Self.zeitpunkt)
      #expect(FileManager.default.fileExists(atPath: pfad))
    }
  }

  @Test(
    "Die Arbeitsmappe zeigt dieselben Werte wie die CSV-Datei, mit Auswahl und ohne Formel",
    .enabled(if: Openpyxl.verfuegbar, Comment(rawValue: Openpyxl.hinweis)))
  func arbeitsmappe() throws {
    var liste = Musterliste.klein
    for (stelle, text) in Self.feindlich.enumerated() {
      var e = Objekteintrag(
        Musterliste.id(100 + stelle), .vorgang, in: Musterliste.id(5), istKontext: false, teil: 1)
      e.betreff = text
      e.kennzeichen = text
      e.notiz = text
      e.dokumente = stelle
      liste.setze(e)
    }
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("t.xlsx").path
      try Bewertungsliste(liste).schreibeXLSX(nach: pfad, erstellt: try Self.zeitpunkt)
      let blaetter = try Openpyxl.lies(pfad)
      #expect(blaetter.map(\.name) == ["Bewertungsliste", "Hinweise"])
      let blatt = blaetter[0]
      let zeilen = liste.eintraege.count + 1
      let erwartet = try Testtabelle(liste).zeilen
      #expect(blatt.zeilen.count == zeilen && erwartet.count == zeilen)
      for (ist, soll) in zip(blatt.zeilen, erwartet) {
        for (a, b) in zip(ist, soll) {
          let b = b.replacingOccurrences(of: "\r\n", with: "\n")
            .replacingOccurrences(of: "\r", with: "\n")
          if b.utf16.count > Arbeitsmappe.laengsterText {
            let anfang = try #require(a).dropLast(" … (gekürzt)".count)
            #expect(anfang.utf16.count > 32_000 && b.hasPrefix(anfang))
          } else {
            #expect((a ?? "") == b)
          }
        }
      }
      #expect(!blatt.arten.joined().contains("f"))
      #expect(blatt.fixiert == "A2")
      #expect(blatt.filter == "A1:P\(zeilen)")
      #expect(blatt.regeln == [["list", "\"A,V\"", "N2:N\(zeilen)"]])
      #expect(!blatt.farben[1].isEmpty && blatt.farben[2].isEmpty, "nur Zeile 2 ist grau")
      #expect(Array(blatt.gliederung.prefix(9)) == [0, 0, 1, 2, 1, 0, 1, 2, 1])
      #expect(Array(blatt.einzug.prefix(9)) == [0, 0, 1, 2, 1, 0, 1, 2, 1])
      let hinweise = blaetter[1].zeilen.compactMap { $0[0] }.joined(separator: "\n")
      for wort in ["archivwürdig", "Graue Zeilen", "CSV UTF-8", "Hochkomma", "offen"] {
        #expect(hinweise.contains(wort))
      }
      #expect(!blaetter[1].arten.joined().contains("f"))
    }
  }

  /// Some moment.
  static var zeitpunkt: Zeitpunkt {
    get throws { try #require(Zeitpunkt("2026-01-02T03:04:05.000Z")) }
  }
}
