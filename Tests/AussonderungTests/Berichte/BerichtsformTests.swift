// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing
import Xdomea

/// What holds for every report: one page without anything from outside, escaped, made piece by piece.
@Suite("Form der Berichte")
struct BerichtsformTests {
  @Test("The page is well formed and needs nothing but itself")
  func aufbau() throws {
    for bericht in try Berichtsmuster.alle() {
      let html = try bericht.seite()
      #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"de\">"))
      #expect(html.hasSuffix("</body>\n</html>\n"))
      #expect(html.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
      #expect(html.contains("size: A4 landscape") && html.contains("table-header-group"))
      for fremd in ["<script", "src=", "url(", "http:", "https:", "@import", "style=\""] {
        #expect(!html.contains(fremd), "\(bericht.dateiname): \(fremd)")
      }
      if Programm.vorhanden("python3") {
        #expect(try aufbaufehler(html) == "", "\(bericht.dateiname)")
      }
    }
  }

  @Test(
    "Hostile values are shown, not obeyed",
    arguments: [
      "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onload='x", "&lt;b&gt;",
      "a\u{0}b\u{7}\u{1B}[31m\u{7F}", "\u{202E}fdp.exe\u{2066}", "</td></table></style>",
      "\u{338}x", "zwei\nZeilen\r\tTab\u{2028}", "{{7*7}}\\u0041\\",
    ])
  func boese(_ wert: String) throws {
    var kopf = Berichtskopf(Berichtsmuster.prozess, behoerde: wert, archiv: wert)
    kopf.durch = wert
    var n = Nachrichtenangabe(.aussonderung, datei: wert)
    n.von = wert
    kopf.nachrichten = [n]
    var liste = Objektliste()
    for (i, stand) in [Uebernahmestand.uebernommen, .gescheitert(grund: wert)].enumerated() {
      var e = Objekteintrag(Berichtsmuster.id(i), .akte, in: nil, istKontext: false, teil: i)
      e.kennzeichen = wert
      e.betreff = wert
      e.vorschlag = wert
      e.vorschlagBegruendung = wert
      e.notiz = wert
      e.uebernahme = stand
      e.archivkennung = wert
      liste.setze(e)
    }
    var statistik = Dateistatistik()
    statistik.nimm("x." + wert, bytes: 1, format: wert)
    var p = try Berichtsmuster.protokoll()
    p.archiv = wert
    p.ausfuehrend = wert
    p.freigebend = wert
    p.verfahren.din66399 = wert
    p.objekte[0].kennzeichen = wert
    p.objekte[0].betreff = wert
    p.objekte[0].fristregel = wert
    p.objekte[0].katalogfassung = wert
    p.objekte[0].bewertung.genehmigung = wert
    p.objekte[0].dateien[2].grund = wert
    try p.schliesse()
    let zeilen = Berichtszeilen(liste)
    let berichte: [any Aussonderungsbericht] = [
      Anbieteverzeichnisbericht(kopf, objekte: zeilen), Bewertungsbericht(kopf, objekte: zeilen),
      Uebernahmenachweis(kopf, objekte: zeilen, statistik: statistik),
      Vernichtungsnachweis(behoerde: wert, archiv: wert, Berichtszeilen([p])),
    ]
    for bericht in berichte {
      let html = try bericht.seite()
      if Programm.vorhanden("python3") { #expect(try aufbaufehler(html) == "") }
      #expect(!html.contains("<script") && !html.contains("<img"))
      let unsichtbar = html.unicodeScalars.filter {
        $0 != "\n"
          && [.control, .format, .lineSeparator, .paragraphSeparator]
            .contains($0.properties.generalCategory)
      }
      #expect(unsichtbar.isEmpty, "\(bericht.dateiname)")
      _ = try bericht.jsonWerte()
    }
    let zurueck = try #require(
      try berichte[2].jsonWerte()["objekte"] as? [[String: Any]])
    #expect(zurueck[1]["betreff"] as? String == wert && zurueck[1]["grund"] as? String == wert)
    let nachweis = try #require(try berichte[3].jsonWerte()["protokolle"] as? [[String: Any]])
    #expect(nachweis[0]["ausfuehrend"] as? String == wert)
  }

  @Test("What the rows throw comes through, and no half file stays")
  func abbruch() throws {
    struct Panne: Error {}
    let bericht = Anbieteverzeichnisbericht(
      Berichtsmuster.kopf,
      objekte: Berichtszeilen { body in
        try body(Berichtsmuster.liste.eintraege[0])
        throw Panne()
      })
    #expect(throws: Panne.self) { try bericht.seite() }
    try mitTemporaeremOrdner { ordner in
      #expect(throws: Panne.self) { try bericht.schreibe(in: ordner.path) }
      let reste = try FileManager.default.contentsOfDirectory(atPath: ordner.path)
      #expect(reste.isEmpty)
    }
  }

  @Test("Both forms lie under their names; written again they are the same bytes")
  func dateien() throws {
    try mitTemporaeremOrdner { ordner in
      let ziel = ordner.appendingPathComponent("neu/berichte").path
      for bericht in try Berichtsmuster.alle() {
        try bericht.schreibe(in: ziel)
        try bericht.schreibe(in: ziel)
        let html = try String(contentsOfFile: "\(ziel)/\(bericht.dateiname).html", encoding: .utf8)
        #expect(try html == bericht.seite())
        let json = try Data(contentsOf: URL(fileURLWithPath: "\(ziel)/\(bericht.dateiname).json"))
        #expect(try Array(json) == bericht.jsonBytes())
      }
      let namen = try FileManager.default.contentsOfDirectory(atPath: ziel)
      #expect(namen.count == 8)
    }
  }

  /// Akten with nine Vorgänge each, made when they are asked for.
  private static func zeilen(_ zahl: Int, _ jede: @escaping (Int) -> Void = { _ in })
    -> Berichtszeilen<Objekteintrag>
  {
    Berichtszeilen { body in
      for n in 0..<zahl {
        let akte = n - n % 10
        var e = Objekteintrag(
          Berichtsmuster.id(n), n == akte ? .akte : .vorgang,
          in: n == akte ? nil : Berichtsmuster.id(akte), istKontext: false, teil: 1)
        e.kennzeichen = "00.12-\(n)/2020"
        e.betreff = "Unterlagen Nummer \(n) des Hauptamtes"
        e.entscheidung = .archivwuerdig
        e.uebernahme = .uebernommen
        jede(n)
        try body(e)
      }
    }
  }

  @Test("A hundred thousand objects leave piece by piece while they come")
  func hunderttausend() throws {
    var fort = 0
    var groesstes = 0
    var rueckstand = 0
    var erzeugt = 0
    let bericht = Uebernahmenachweis(
      Berichtsmuster.kopf,
      objekte: Self.zeilen(100_000) { _ in
        erzeugt += 1
      })
    var zeilenweg = 0
    try bericht.html { stueck in
      fort += stueck.count
      groesstes = max(groesstes, stueck.count)
      zeilenweg += stueck.count(where: { $0 == 10 })
      // The first pass only counts; then as many rows as came must be on their way.
      rueckstand = max(rueckstand, erzeugt - 100_000 - zeilenweg)
    }
    #expect(erzeugt == 200_000 && zeilenweg > 100_000)
    #expect(groesstes < 128_000 && rueckstand < 1000)
    #expect(fort > 20_000_000)
  }

  @Test("The time per object does not grow with their number")
  func linear() throws {
    func dauer(_ zahl: Int) throws -> Duration {
      try (0..<2).map { _ in
        try rechenzeit {
          var bytes = 0
          let bericht = Bewertungsbericht(Berichtsmuster.kopf, objekte: Self.zeilen(zahl))
          try bericht.html { bytes += $0.count }
          try bericht.json { bytes += $0.count }
        }
      }.min()!
    }
    let (klein, gross) = (try dauer(4000), try dauer(16_000))
    // Four times as many; a square would be sixteen times.
    #expect(gross < klein * 9, "\(klein) \(gross)")
  }
}
