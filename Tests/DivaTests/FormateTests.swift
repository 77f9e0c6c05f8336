// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import TestHilfe
import Testing

@Suite("diva formate")
struct FormateTests {
  /// A folder with a PNG of a wrong name, a text and, where `mit` says so, an empty file.
  private func mitOrdner(_ body: (URL) throws -> Void) throws {
    try mitTemporaeremOrdner { tmp in
      let ordner = tmp.appendingPathComponent("o")
      try FileManager.default.createDirectory(at: ordner, withIntermediateDirectories: true)
      try Data(
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 0, count: 3)
          + [13] + Array("IHDR".utf8) + .init(repeating: 1, count: 17) + Array("\0\0\0\0IEND".utf8)
      )
      .write(to: ordner.appendingPathComponent("bild.jpg"))
      try Data("Grüße\n".utf8).write(to: ordner.appendingPathComponent("text.txt"))
      try Data("%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF\n".utf8)
        .write(to: ordner.appendingPathComponent("x.pdf"))
      try body(ordner)
    }
  }

  @Test("Tabelle, Befunde und Ende mit 0, 1 und 2")
  func tabelle() throws {
    try mitOrdner { ordner in
      let e = try Diva.starte(["formate", ordner.path])
      #expect(e.status == 0, "\(e.fehler)")
      for wort in ["019", "045", "x-fmt/111", "fmt/18", "Zusammen: 3 Dateien", "FORMAT-ENDUNG"] {
        #expect(e.ausgabe.contains(wort), "\(wort)")
      }
      #expect(try Diva.starte(["formate", ordner.path, "--pdfa-verlangt"]).status == 2)
      #expect(try Diva.starte(["formate", ordner.path + "/fehlt"]).status == 1)
      #expect(try Diva.starte(["formate", ordner.path + "/text.txt"]).status == 0)
      #expect(try Diva.starte(["formate", ordner.path, "--pruefer-alle"]).status == 64)
      let beide = try Diva.starte(["formate", ordner.path + "/fehlt", ordner.path])
      #expect(beide.status == 1 && beide.ausgabe.contains("Zusammen: 3 Dateien"))
    }
  }

  @Test("JSON, CSV und HTML sagen dasselbe")
  func formen() throws {
    try mitOrdner { ordner in
      let csv = ordner.path + "/../t.csv"
      let html = ordner.path + "/../b.html"
      let e = try Diva.starte(["formate", ordner.path, "--json", "--csv", csv, "--bericht", html])
      #expect(e.status == 0, "\(e.fehler)")
      let zeilen = try JSONZeile.alle(e.ausgabe)
      #expect(zeilen.map { $0.wert["datei"] as? String } == ["bild.jpg", "text.txt", "x.pdf", nil])
      #expect(zeilen.map { $0.wert["code"] as? String } == ["019", "045", "018", nil])
      #expect(zeilen.last?.wert["dateien"] as? Int == 3)
      let pdf = zeilen[2].wert["pdf"] as? [String: Any]
      #expect(pdf?["stand"] as? String == "kein PDF/A")
      let tabelle = try String(contentsOfFile: csv, encoding: .utf8)
      #expect(tabelle.contains("bild.jpg") && tabelle.contains("FORMAT-ENDUNG"))
      #expect(tabelle.split(separator: "\r\n").count == 4)
      let seite = try String(contentsOfFile: html, encoding: .utf8)
      #expect(
        seite.contains("Formate in") && seite.contains("fmt/18") && seite.contains("FORMAT-ENDUNG"))
      // Not over somebody's file.
      #expect(try Diva.starte(["formate", ordner.path, "--csv", csv]).status == 1)
    }
  }

  @Test("in einer Nachricht werden Angabe und Inhalt verglichen")
  func nachricht() throws {
    try mitOrdner { ordner in
      let container = try Diva.packe(ordner.path, nach: ordner.deletingLastPathComponent())
      let e = try Diva.starte(["formate", container, "--json"])
      #expect(e.status == 0, "\(e.fehler)")
      let zeilen = try JSONZeile.alle(e.ausgabe)
      let bild = try #require(
        zeilen.first { ($0.wert["datei"] as? String)?.hasSuffix("bild.jpg") == true })
      let befunde = bild.wert["befunde"] as? [[String: Any]] ?? []
      #expect(
        Set(befunde.compactMap { $0["regel"] as? String }) == ["FORMAT-ENDUNG", "FORMAT-ANGABE"])
    }
  }

  @Test("ein Prüfprogramm entscheidet, und sein Versagen ist kein Urteil")
  func pruefer() throws {
    try mitOrdner { ordner in
      let gut = ordner.path + "/../gut.sh"
      try Data(
        "#!/bin/sh\ncat >/dev/null\necho '{\"urteil\":\"gueltig\",\"werkzeug\":\"Probe\"}'\n".utf8
      )
      .write(to: URL(fileURLWithPath: gut))
      chmod(gut, 0o755)
      let e = try Diva.starte([
        "formate", ordner.path, "--pruefer", gut, "--pruefer-alle", "--json",
      ])
      #expect(e.status == 0, "\(e.fehler)")
      let urteil = try JSONZeile.alle(e.ausgabe)[2].wert["pruefung"] as? [String: Any]
      #expect(
        urteil?["urteil"] as? String == "gueltig" && urteil?["werkzeug"] as? String == "Probe")
      let schlecht = try Diva.starte([
        "formate", ordner.path, "--pruefer", "false", "--pruefer-alle",
      ])
      #expect(schlecht.status == 1 && schlecht.ausgabe.contains("FORMAT-PRUEFER-NICHT-GEPRUEFT"))
      // Nothing claims to be PDF/A: nobody is asked.
      #expect(try Diva.starte(["formate", ordner.path, "--pruefer", "false"]).status == 0)
    }
  }
}
