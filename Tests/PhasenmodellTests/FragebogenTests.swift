// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Foundation
import TestHilfe
import Testing

@testable import Phasenmodell

/// The self check as a file; what it does in a browser is tested there (Tests/Browser).
@Suite("Fragebogen")
struct FragebogenTests {
  private static let katalog = try! Toolbox.eingebaut.katalog().katalog

  private func seite(
    _ toolbox: Toolbox = .eingebaut, _ klasse: Groessenklasse? = nil
  ) throws -> String {
    try Fragebogen(
      katalog: Self.katalog, toolbox: toolbox, version: "0.1", groessenklasse: klasse
    ).html()
  }

  @Test("Eine Datei, in der keine Marke offen ist und die nichts von außen holt")
  func ganz() throws {
    let html = try seite()
    #expect(html == (try seite()))
    #expect(html.utf8.count < 5_000_000)
    #expect(!html.contains("%%"))
    #expect(html.firstMatch(of: /<(?:link|img|iframe|script[^>]+src)/) == nil)
    #expect(html.ranges(of: "</script").count == 3)
  }

  @Test("Die Daten sind JSON mit allen Werkzeugen, Vektoren, Rechnern und Entscheidungshilfen")
  func daten() throws {
    let html = try seite()
    let beginn = try #require(html.range(of: "id=\"diva-daten\">"))
    let ende = try #require(html[beginn.upperBound...].range(of: "</script>"))
    let roh = Data(html[beginn.upperBound..<ende.lowerBound].utf8)
    let json = try #require(try JSONSerialization.jsonObject(with: roh) as? [String: Any])
    #expect((json["werkzeuge"] as? [String: Any])?.count == Self.katalog.werkzeuge.count)
    #expect((json["rechner"] as? [String: Any])?.count == 14)
    #expect((json["entscheider"] as? [String: Any])?.count == 10)
    let vektoren = try #require(json["vektoren"] as? [String: [Any]])
    #expect(vektoren["scoring"]?.isEmpty == false && vektoren["kalkulation"]?.isEmpty == false)
    let fragen = (json["katalog"] as? [String: Any])?["fragen"] as? [Any]
    #expect(fragen?.count == Self.katalog.fragen.count)
  }

  @Test("Der Bogen zum Ausdrucken zeigt die Fragen der Größe")
  func papier() throws {
    func fragen(_ klasse: Groessenklasse?) throws -> Int {
      try seite(.eingebaut, klasse).ranges(of: "papier-kasten\">").count
    }
    #expect(try fragen(nil) == Self.katalog.fragen.count)
    let klein = Self.katalog.fragen.count { $0.gk.contains(.klein) }
    #expect(try fragen(.klein) == klein && klein < Self.katalog.fragen.count)
  }

  @Test("Fehlt eine Quelle oder endete sie ihr Element, entsteht keine Seite")
  func kaputt() throws {
    for (datei, inhalt) in [
      ("selbstcheck/seite.css", nil), ("selbstcheck/js/bruch.js", "x = '</script>'"),
      ("selbstcheck/seite.css", "a\r\nb"), ("selbstcheck/seite.html", "%%UNBEKANNT%%"),
    ] {
      var toolbox = Toolbox.eingebaut
      toolbox.dateien[datei] = inhalt.map { Array($0.utf8) }
      let fehler = #expect(throws: Lesefehler.self) { try seite(toolbox) }
      #expect("\(try #require(fehler))".contains("selbstcheck/"))
    }
  }
}
