// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Foundation
import TestHilfe
import Testing

@testable import Phasenmodell

/// The map of the toolbox, and tools as text for other programs.
@Suite("Übersichtskarte und Ausgaben der Werkzeuge")
struct WerkzeugausgabeTests {
  private static let katalog = try! Toolbox.eingebaut.katalog().katalog

  @Test(
    "Die Karte zeigt jede Phase, jede Aufgabe und deren Werkzeuge in der Reihenfolge des Katalogs")
  func karte() throws {
    let html = Uebersichtskarte(Self.katalog).html(werkzeug: "diva")
    #expect(try aufbaufehler(html) == "")
    #expect(html.firstMatch(of: /<(?:script|img|link|iframe)/) == nil)
    #expect(html.ranges(of: "<h2>").count == 7)
    #expect(html.ranges(of: "<li><h3>").count == Self.katalog.aufgaben.count)
    let vorn = html[..<html.range(of: "<details")!.lowerBound]
    let stellen = Self.katalog.aufgaben.flatMap { $0.werkzeuge + $0.zusaetzlich }
    #expect(vorn.matches(of: /<strong>([A-Z]{2}-\d\d)<\/strong>/).map { String($0.1) } == stellen)
    #expect(!html.contains("<a href"))
    // Every tool is in the map: nothing is made that nobody finds.
    #expect(Set(stellen) == Set(Self.katalog.werkzeuge.map(\.id)))
  }

  @Test("Was zu einer Größe nicht passt, lässt die Karte weg; die Tabelle sagt es in Worten")
  func groesse() throws {
    let html = Uebersichtskarte(Self.katalog, groessenklasse: .klein).html(werkzeug: "d") {
      "\($0).html"
    }
    #expect(html.contains(#"id="gk-klein" checked>"#) && !html.contains(#"id="gk-alle" checked"#))
    #expect(html.contains("body:has(#gk-klein:checked) .werkzeuge > li:not(.gk-klein)"))
    let karte = try #require(html.range(of: "<ol class=\"karte\">"))
    let eintrag = try #require(
      html[karte.upperBound...].firstMatch(of: /<li class="([^"]*)"><a href="LF-08.html">/))
    #expect(eintrag.1 == "gk-mittel gk-gross gk-landkreis")
    let zeile = try #require(
      html.firstMatch(of: /LF-08 Handbuch für Key-User<\/th>(.*)<\/tr>/))
    #expect(zeile.1.hasSuffix("<td>–</td><td>ja</td><td>ja</td><td>ja</td>"))
  }

  @Test("Verweise werden gewechselt oder zu Worten, in Code nicht")
  func verweise() {
    let text = """
      Siehe [CL-10](../a/CL-10.md) und [x](b.csv), [y](c.csv).
      ```
      [CL-10](../a/CL-10.md)
      ```
      - [ ] Kästchen [Datum] (kein Verweis)
      """
    let neu = Verweiswechsel.wechsle(text) {
      $0 == "c.csv" ? nil : String($0.split(separator: "/").last!)
    }
    #expect(
      neu == """
        Siehe [CL-10](CL-10.md) und [x](b.csv), y.
        ```
        [CL-10](../a/CL-10.md)
        ```
        - [ ] Kästchen [Datum] (kein Verweis)
        """)
  }

  @Test("Spalten werden so breit wie das, was in ihnen steht")
  func spalten() {
    let neu = Spaltenbreite.gesetzt([
      "| Nr. | Punkt \\| Handlung |", "|---|:--|",
      "| 1 | Die Zuständigkeitsvereinbarung liegt unterschrieben vor und ist verteilt |", "",
      "| kein |",
      "| Kopf |",
    ])
    let teile = neu[1].split(separator: "|").map(\.count)
    // The longest word of a column does not break, and the line of the paper is full.
    #expect(
      teile.count == 2 && (7...14).contains(teile[0]) && (105...110).contains(teile.reduce(0, +)))
    #expect(neu[4] == "| kein |" && neu[5] == "| Kopf |")
    // Where somebody writes, there is room to write.
    let leer = Spaltenbreite.gesetzt([
      "| Frage | Eintrag | Wer |", "|---|---|---|", "| Wie viele? | {{SD-11}} | |",
    ])
    let breiten = leer[1].split(separator: "|").map(\.count)
    #expect(breiten[0] >= 12 && breiten[1] > 30 && breiten[2] > 30, "\(breiten)")
  }

  @Test("Kein Wort bricht in einer schmalen Spalte, solange eine andere Platz übrig hat")
  func woerter() throws {
    var (tabellen, zuVoll) = (0, 0)
    for text in Self.katalog.werkzeuge.compactMap({ Toolbox.eingebaut.werkzeugtext($0.id) })
      + [try #require(Toolbox.eingebaut.stammdatenblatt)]
    {
      let platz = Spaltenbreite.platz(quer: text.brauchtQuerformat)
      let zeilen = text.buerotext.split(separator: "\n", omittingEmptySubsequences: false).map(
        String.init)
      for (nr, zeile) in zeilen.enumerated() where zeile.hasPrefix("|--") && nr > 0 {
        let breiten = zeile.split(separator: "|").map(\.count)
        #expect(breiten.reduce(0, +) <= platz, "\(text.id) \(zeile)")
        var woerter = breiten.map { _ in 0 }
        for reihe in [zeilen[nr - 1]] + zeilen[(nr + 1)...].prefix(while: { $0.hasPrefix("|") }) {
          let zellen = reihe.replacing("\\|", with: "/").dropFirst().split(
            separator: "|", omittingEmptySubsequences: false)
          for (i, zelle) in zellen.enumerated() where i < woerter.count {
            for wort in zelle.replacing(/[*`]/, with: "").split(whereSeparator: {
              $0.isWhitespace || "-/".contains($0)
            }) { woerter[i] = max(woerter[i], wort.count) }
          }
        }
        tabellen += 1
        let bricht = zip(woerter, breiten).contains { $0 >= $1 }
        // A margin, the bold head, and a code with a hyphen that is kept whole.
        let uebrig = zip(woerter, breiten).contains { max($0, 9) + 12 < $1 }
        if bricht { zuVoll += 1 }
        #expect(!(bricht && uebrig), "\(text.id) \(woerter) \(breiten)")
      }
    }
    #expect(tabellen > 200 && zuVoll < tabellen / 20, "\(zuVoll) von \(tabellen)")
  }

  @Test("Was mehr als sieben Spalten hat, kommt auf querliegendes Papier")
  func quer() throws {
    let breit = Self.katalog.werkzeuge.filter {
      Toolbox.eingebaut.werkzeugtext($0.id)?.brauchtQuerformat == true
    }.map(\.id)
    #expect(breit.contains("VL-07") && breit.contains("VL-21") && !breit.contains("VL-04"))
  }

  @Test("Der Text für das Büroprogramm hat weder Kopfdaten noch Titel noch Verweise")
  func buero() throws {
    for w in Self.katalog.werkzeuge {
      let text = try #require(Toolbox.eingebaut.werkzeugtext(w.id))
      let buero = text.buerotext
      #expect(!buero.hasPrefix("# "), "\(w.id)")
      #expect(!buero.contains("lizenz: CC") && !buero.contains("](.."), "\(w.id)")
      #expect(buero.contains("Lizenz CC BY 4.0"), "\(w.id)")
    }
  }

  @Test("Zu einem Werkzeug gehören seine Tabellen und Kalender, nicht die eines anderen")
  func beilagen() {
    #expect(
      Toolbox.eingebaut.beilagen(werkzeug: "VL-15").keys.sorted() == ["VL-15-anforderungen.csv"])
    #expect(
      Toolbox.eingebaut.beilagen(werkzeug: "VL-05").keys.sorted() == [
        "VL-05-beispiel-lindenbach.ics"
      ])
    #expect(Toolbox.eingebaut.beilagen(werkzeug: "KH-05").isEmpty)
    #expect(Toolbox.eingebaut.beilagen(werkzeug: "XX-99").isEmpty)
  }
}
