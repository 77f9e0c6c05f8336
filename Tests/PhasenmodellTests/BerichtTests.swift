// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Akte
import Foundation
import TestHilfe
import Testing

@testable import Phasenmodell

@Suite("Bericht")
struct BerichtTests {
  private static let katalog = KatalogTests.katalog
  private static let boese = "<img src=x onerror=alert(1)>\u{202E}\"'&"

  private func bericht(_ dateien: [Antwortdatei], standort: Int? = nil) throws -> Reifegradbericht {
    let z = Zusammenfuehrung(dateien, katalog: Self.katalog).datei
    var b = Reifegradbericht(
      try Auswertung(z, katalog: Self.katalog, standort: standort), katalog: Self.katalog,
      toolbox: .eingebaut)
    b.erstellt = Kalendertag(2027, 1, 20)
    return b
  }

  private func gruppe(_ saat: UInt64, _ anzahl: Int) throws -> [Antwortdatei] {
    var zufall = Zufall(saat)
    return try (0..<anzahl).map { try Antwortmuster.zufaellig(&zufall, kuerzel: "P\($0)") }
  }

  @Test("Die Seite ist wohlgeformt und braucht nichts von außen", arguments: 0...6)
  func aufbau(standort: Int) throws {
    var b = try bericht(try gruppe(UInt64(standort), 3), standort: standort)
    b.vergleiche(mit: try bericht(try gruppe(99, 2), standort: standort).auswertung, Self.katalog)
    b.name = Self.boese
    let html = b.html(werkzeug: "diva test")
    #expect(try aufbaufehler(html) == "")
    #expect(!html.contains("http:"))
    #expect(!html.contains("https:"))
    #expect(!html.contains("<script"))
    #expect(!html.contains("<img"))
    #expect(html.contains("&lt;img src=x onerror=alert(1)&gt;"))
    #expect(html.contains("default-src 'none'"))
    #expect(html == b.html(werkzeug: "diva test"))
  }

  @Test("Was in Antworten steht, erscheint wörtlich und wird nicht ausgeführt")
  func fremdes() throws {
    let j = Self.boese.replacingOccurrences(of: "\"", with: "\\\"")
    let text = Antwortmuster.text(
      #""P0-STR-01":{"wert":3,"beleg":"\#(j)","bemerkung":"=1+1"}"#, rolle: j, kuerzel: j,
      weiteres:
        #","geltungsbereich":"\#(j)","festlegungen":{"P0-FIN-01":{"wert":1,"wer":"\#(j)","am":"2027-01-20","grund":"\#(j)"}}"#
    )
    let d = try Antwortmuster.lies(text).datei
    let zwei = try Antwortmuster.lies(Antwortmuster.text(#""P0-STR-01":{"wert":0}"#)).datei
    let b = try bericht([d, zwei])
    let html = b.html(werkzeug: "diva")
    #expect(!html.contains("<img"))
    #expect(html.components(separatedBy: "&lt;img src=x").count > 5)
    #expect(try aufbaufehler(html) == "")
    #expect(!b.text.contains("\u{202E}"))
    #expect(!b.markdown.contains("<img"))
    #expect(try JSONSerialization.jsonObject(with: Data(b.json.utf8)) is [String: Any])
  }

  @Test("Netzbild und Balken sagen ihre Werte auch in Worten")
  func bilder() throws {
    let b = try bericht(try gruppe(7, 2))
    let html = b.html(werkzeug: "diva")
    for d in Self.katalog.dimensionen {
      let wert = b.bild!.zellen[d.id].flatMap { $0.kennzahlen.min }
      let erwartet = wert.map { "\(d.text) \(Norm.anzeige($0))" } ?? "\(d.text) nicht anwendbar"
      #expect(html.contains(erwartet))
    }
    #expect(html.contains("Standort: Phase 3 (Einführung im Pilotbereich)."))
  }

  @Test("Eine Achse ohne Wert wird nicht als 0 gezeichnet")
  func leereAchse() {
    func linien(_ werte: [Int?]) -> (linien: Int, marken: Int) {
      var seite = Seite("x", stil: "")
      Netzbild(
        achsen: (0..<8).map { "A\($0)" }, reihen: [.init(name: "heute", werte: werte)],
        beschreibung: ""
      )
      .haengeAn(&seite, id: "n")
      return (
        seite.html.components(separatedBy: "class=\"reihe0\"").count - 1,
        seite.html.components(separatedBy: "class=\"marke0\"").count - 1
      )
    }
    #expect(linien([Int?](repeating: 500, count: 8)) == (8, 8))
    #expect(linien([500, nil, 500, 500, 500, 500, 500, 500]) == (6, 7))
    #expect(linien([Int?](repeating: nil, count: 8)) == (0, 0))
    #expect(linien([0, nil, nil, nil, nil, nil, nil, 1_000]) == (1, 2))
  }

  @Test("Die Tabelle hat je Frage eine Zeile und keine Formeln")
  func csv() throws {
    let b = try bericht(try gruppe(3, 1))
    let zeilen = b.csv.components(separatedBy: "\r\n").dropLast()
    #expect(zeilen.count == b.auswertung.fragen.count + 1)
    #expect(b.csv.hasPrefix("\u{FEFF}Nummer;"))
    for z in zeilen { #expect(z.components(separatedBy: ";").count >= 15) }
    for boese in ["=1+1", "+1", "-1", "@x", "\tx"] {
      #expect(Reifegradbericht.csvfeld(boese) == "'" + boese)
    }
    #expect(Reifegradbericht.csvfeld("a;\"b\"") == "\"a;\"\"b\"\"\"")
  }

  @Test("Die ersten Schritte nennen ein Werkzeug, das zur Größe passt")
  func plan() throws {
    let b = try bericht(try gruppe(11, 1))
    #expect(b.planlaenge == 5)
    #expect(!b.plan.isEmpty)
    for z in b.plan { #expect(z.werkzeug?.gk.contains(.klein) == true) }
    #expect(b.text.contains("Die nächsten Schritte:"))
    #expect(b.markdown.contains("## Maßnahmenplan"))
  }

  @Test("Die Vergleichsdatei nennt nur Summen; unter fünf anderen wird nichts gezeigt")
  func vergleich() throws {
    let andere = try (1...5).map { saat in
      try Vergleichsdatei(
        Array(
          Vergleichsdatei(try bericht(try gruppe(UInt64(saat), 1)).auswertung, Self.katalog).baum
            .json.utf8))
    }
    var b = try bericht(try gruppe(50, 1))
    let eigene = Vergleichsdatei(b.auswertung, Self.katalog)
    for geheim in ["P0", "Gesamt", "leitung", "beleg"] {
      #expect(!eigene.baum.json.contains(geheim))
    }
    b.vergleiche(mit: Array(andere.dropLast()))
    #expect(b.gruppe.allSatisfy { $0.vergleich == nil })
    b.vergleiche(mit: Array(andere.dropLast()) + [eigene])
    #expect(b.gruppe.allSatisfy { $0.vergleich == nil })
    b.vergleiche(mit: andere)
    #expect(b.gruppe.map(\.phase) == [0, 1, 2, 3])
    for z in b.gruppe { #expect(z.vergleich?.anzahl == 5) }
    for falsch in ["{}", #"{"format":"diva-vergleich","version":1}"#, "x"] {
      #expect(throws: Lesefehler.self) { try Vergleichsdatei(Array(falsch.utf8)) }
    }
    let gelogen = eigene.baum.json.replacingOccurrences(of: #""w_anw": "#, with: #""w_anw": -"#)
    #expect(throws: Lesefehler.self) { try Vergleichsdatei(Array(gelogen.utf8)) }
  }
}

@Suite("Texte der Werkzeuge")
struct WerkzeugtextTests {
  private let md = Markdown { $0 }

  @Test(
    "Was die Texte benutzen, wird HTML",
    arguments: [
      ("# A *b* **c** `d`", "<h1>A <em>b</em> <strong>c</strong> <code>d</code></h1>\n"),
      ("a\nb\n\nc", "<p>a\nb</p>\n<p>c</p>\n"),
      (
        "- a\n- b\n  - c\n- d",
        "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n<li>d</li>\n</ul>\n"
      ),
      ("1. a\n2. b\n   - c", "<ol>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ol>\n"),
      ("3. c", "<ol start=\"3\">\n<li>c</li>\n</ol>\n"),
      ("> a\n>\n> b", "<blockquote>\n<p>a</p>\n<p>b</p>\n</blockquote>\n"),
      ("```\n<x> *a*\n```", "<pre><code>&lt;x&gt; *a*\n</code></pre>\n"),
      ("[a](b.md)", "<p><a href=\"b.md\">a</a></p>\n"),
      ("a \\* b * c", "<p>a * b * c</p>\n"),
      ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"),
      ("[a](\"onclick=x)", "<p><a href=\"&quot;onclick=x\">a</a></p>\n"),
      (
        "| a | b |\n|---|--:|\n| 1 \\| 2 | **x** |",
        "<div class=\"rolle\"><table>\n<thead><tr><th scope=\"col\">a</th><th scope=\"col\">b</th></tr></thead>\n<tbody>\n<tr><td>1 | 2</td><td><strong>x</strong></td></tr>\n</tbody>\n</table></div>\n"
      ),
      ("| a\nb", "<p>a</p>\n<p>b</p>\n"), ("---", "<hr>\n"), ("**", "<p>**</p>\n"),
      ("[a](", "<p>[a](</p>\n"),
    ])
  func markdown(text: String, html: String) {
    #expect(md.html(text) == html)
  }

  @Test("Alle Werkzeuge werden zu wohlgeformten Seiten ohne Reste von Markdown")
  func alle() throws {
    try mitTemporaeremOrdner { ordner in
      for w in KatalogTests.katalog.werkzeuge {
        let text = try #require(Toolbox.eingebaut.werkzeugtext(w.id))
        let html = text.html(werkzeug: "diva")
        #expect(html.contains(">\(w.id) "))
        #expect(text.markdown.contains("Lizenz CC BY 4.0"))
        try Data(html.utf8).write(to: ordner.appendingPathComponent("\(w.id).html"))
      }
      let e = try Programm.starte("python3", ["-c", Self.pruefung, ordner.path])
      #expect(e.ausgabe == "89\n")
      #expect(e.fehler == "")
    }
  }

  /// Balanced tags, no script and no address, and no marks of Markdown outside of code.
  private static let pruefung = """
    import pathlib, re, sys
    from html.parser import HTMLParser
    class L(HTMLParser):
        def __init__(self):
            super().__init__(); self.offen=[]; self.text=[]; self.fehler=[]
        def handle_starttag(self, t, a):
            if t in ('script','iframe','img','link'): self.fehler.append(t)
            if t not in ('meta','hr','br'): self.offen.append(t)
        def handle_endtag(self, t):
            if not self.offen or self.offen.pop()!=t: self.fehler.append('end '+t)
        def handle_data(self, d):
            if not {'code','pre','style'} & set(self.offen): self.text.append(d)
    n=0
    for p in sorted(pathlib.Path(sys.argv[1]).glob('*.html')):
        l=L(); l.feed(p.read_text(encoding='utf-8')); l.close(); n+=1
        t=' '.join(l.text)
        for m in (r'\\]\\(', r'(?m)^\\s*\\|', r'(?m)^#', r'\\*\\*', r'-{3,}'):
            for s in re.finditer(m, t): l.fehler.append(repr(t[max(0,s.start()-30):s.end()+20]))
        if l.offen: l.fehler.append('open '+' '.join(l.offen))
        if l.fehler: print(p.name, l.fehler[:4], file=sys.stderr)
    print(n)
    """

  @Test("Ausgewählt wird nach Phase, Größe und Themenfeld")
  func suche() {
    let k = KatalogTests.katalog
    #expect(k.werkzeuge().count == 89)
    let klein = k.werkzeuge(phase: 0, klasse: .klein, dim: "FIN")
    #expect(!klein.isEmpty)
    #expect(
      klein.allSatisfy { $0.phasen.contains(0) && $0.gk.contains(.klein) && $0.dim.contains("FIN") }
    )
  }
}
