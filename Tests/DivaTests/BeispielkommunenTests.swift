// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("Die drei Beispielkommunen")
struct BeispielkommunenTests {
  private static let beispiele = Gemeinsam.projekt.appendingPathComponent("Toolbox/beispiele")

  private static func antworten(_ ordner: String) throws -> [String] {
    let pfad = beispiele.appendingPathComponent(ordner).path
    return try FileManager.default.contentsOfDirectory(atPath: pfad).sorted()
      .filter { $0.hasSuffix(".diva.json") }.map { pfad + "/" + $0 }
  }

  @Test(
    "Die Antworten sind fehlerfrei und ergeben, was die Beschreibung sagt",
    arguments: [
      ("gemeinde-15", 4, 1, 0, [Int]()), ("stadt-120", 7, 3, 1, [2]),
      ("landkreis-1500", 9, 4, 1, [2]),
    ])
  func ergebnis(
    ordner: String, beteiligte: Int, standort: Int, abgesichert: Int, nachholbedarf: [Int]
  ) throws {
    let e = try Diva.starte(["reifegrad", "auswerten", "--json"] + (try Self.antworten(ordner)))
    #expect(e.status == 0)
    #expect(e.fehler.isEmpty)
    let wert = try #require(try JSONZeile.alle(e.ausgabe).first?.wert)
    #expect(wert["beteiligte"] as? Int == beteiligte)
    #expect(wert["standort"] as? Int == standort)
    #expect(wert["abgesichert"] as? Int == abgesichert)
    #expect(wert["nachholbedarf"] as? [Int] == nachholbedarf)
    #expect((wert["gespraech"] as? [String])?.isEmpty == false)
  }

  @Test("Die Berichte im Ordner sind die, die das Programm heute schreibt")
  func berichte() throws {
    try mitTemporaeremOrdner { tmp in
      let skript = Gemeinsam.projekt.appendingPathComponent("Docs/werkzeug/beispielberichte.sh")
        .path
      let e = try Programm.starte("sh", [skript, Diva.pfad, tmp.path])
      #expect(e.status == 0, "\(e.fehler)")
      for ordner in ["gemeinde-15", "stadt-120", "landkreis-1500"] {
        for name in ["bericht.html", "bericht.md"] {
          let alt = try String(
            contentsOf: Self.beispiele.appendingPathComponent("\(ordner)/\(name)"), encoding: .utf8)
          let neu = try String(
            contentsOf: tmp.appendingPathComponent("\(ordner)/\(name)"), encoding: .utf8)
          #expect(alt == neu, "\(ordner)/\(name): »make beispielberichte« schreibt ihn neu")
          if name == "bericht.html" { #expect(try aufbaufehler(neu) == "") }
        }
      }
      let kreis = try String(
        contentsOf: tmp.appendingPathComponent("landkreis-1500/bericht.html"), encoding: .utf8)
      #expect(kreis.contains("Leitung und Sachbearbeitung sehen es verschieden"))
      #expect(kreis.contains("Vergleich mit früher"))
      let klein = try String(
        contentsOf: tmp.appendingPathComponent("gemeinde-15/bericht.html"), encoding: .utf8)
      #expect(klein.contains("Was Sie festgelegt haben"))
      #expect(!klein.contains("Leitung und Sachbearbeitung sehen es verschieden"))
    }
  }
}
