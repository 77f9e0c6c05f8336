// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("diva katalog pruefen")
struct FristkatalogTests {
  @Test("Der Beispielkatalog ist gültig")
  func beispiel() throws {
    let e = try Diva.starte(["katalog", "pruefen", FristTests.katalog])
    #expect(e.status == 0)
    #expect(e.fehler.isEmpty)
    #expect(e.ausgabe.contains("gültig: 3 Hinweise"))
    let j = try Diva.starte(["katalog", "pruefen", "--json", FristTests.katalog])
    let zeile = try #require(try JSONZeile.alle(j.ausgabe).first)
    #expect(zeile.wert["art"] as? String == "katalog")
    #expect(zeile.wert["gueltig"] as? Bool == true)
    #expect((zeile.wert["befunde"] as? [Any])?.count == 3)
  }

  @Test("Mit genannten Ereignissen wird vor den anderen gewarnt")
  func ereignisse() throws {
    let e = try Diva.starte([
      "katalog", "pruefen", FristTests.katalog, "--ereignis", "Feststellung", "--waechter",
    ])
    #expect(e.status == 0)
    #expect(e.ausgabe.contains("WARNUNG K31 Zeile 5  Für das Ereignis »AktenabschlussPersonal«"))
    #expect(!e.ausgabe.contains("»Feststellung«"))
  }

  @Test("Fehler enden mit 2, unlesbare Dateien mit 1 und halten die anderen nicht auf")
  func fehler() throws {
    try mitTemporaeremOrdner { tmp in
      let falsch = tmp.appendingPathComponent("falsch.csv")
      let heil = try String(contentsOfFile: FristTests.katalog, encoding: .utf8)
      let text = heil.replacingOccurrences(of: "B02;00.12", with: "B01;00.12\u{1B}[31m")
      try Data(text.utf8).write(to: falsch)
      let e = try Diva.starte(["katalog", "pruefen", falsch.path, FristTests.katalog])
      #expect(e.status == 2)
      #expect(e.ausgabe.contains("FEHLER K11 Zeile 3"))
      #expect(!e.ausgabe.contains("\u{1B}"))
      #expect(e.ausgabe.contains("gültig: 3 Hinweise"))

      let fehlt = tmp.appendingPathComponent("fehlt.csv").path
      let zwei = try Diva.starte([
        "katalog", "pruefen", "--json", fehlt, tmp.path, FristTests.katalog,
      ])
      #expect(zwei.status == 1)
      #expect(zwei.fehler.contains("fehlt.csv"))
      let zeilen = try JSONZeile.alle(zwei.ausgabe)
      #expect(zeilen.count == 3)
      #expect(zeilen.first?.schluessel == ["werkzeug", "schemaVersion", "datei", "fehler"])
      #expect(zeilen.last?.wert["gueltig"] as? Bool == true)
    }
  }

  @Test("Eine endlose Datei wird nicht ganz gelesen")
  func endlos() throws {
    let e = try Diva.starte(["katalog", "pruefen", "/dev/zero"])
    #expect(e.status == 2)
    #expect(e.ausgabe.contains("zu groß für einen Katalog"))
  }
}
