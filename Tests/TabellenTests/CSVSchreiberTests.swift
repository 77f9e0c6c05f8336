// SPDX-License-Identifier: Apache-2.0
import Foundation
import Tabellen
import TestHilfe
import Testing

@Suite("CSV schreiben")
struct CSVSchreiberTests {
  @Test("Die Bytes sind UTF-8 mit BOM, Semikolon, CRLF und Anführungszeichen nach RFC 4180")
  func bytes() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("t.csv").path
      var csv = try CSVSchreiber(pfad)
      try csv.zeile(["Nr.", "Straße", ""])
      try csv.zeile(["1", "a;b", "er sagte \"nein\""])
      try csv.zeile(["=1", "zwei\r\nZeilen", " am Rand "])
      try csv.zeile(["a,b", "-", "null\u{0}"])
      #expect(try Self.namen(tmp) != ["t.csv"], "erscheint erst am Ende")
      try csv.beende()
      let erwartet =
        "\u{FEFF}Nr.;Straße;\r\n1;\"a;b\";\"er sagte \"\"nein\"\"\"\r\n"
        + "'=1;\"zwei\r\nZeilen\";\" am Rand \"\r\n\"a,b\";'-;\"null\u{FFFD}\"\r\n"
      let bytes = try Data(contentsOf: URL(fileURLWithPath: pfad))
      #expect(Array(bytes) == Array(erwartet.utf8))
      #expect(try Self.namen(tmp) == ["t.csv"])
    }
  }

  @Test("Wer nicht fertig wird, hinterlässt nichts")
  func abgebrochen() throws {
    try mitTemporaeremOrdner { tmp in
      func beginne() throws {
        var csv = try CSVSchreiber(tmp.appendingPathComponent("t.csv").path)
        for _ in 0..<10_000 { try csv.zeile(["viel Text, damit der Puffer überläuft"]) }
      }
      try beginne()
      #expect(try Self.namen(tmp).isEmpty)
    }
  }

  @Test("Was da ist, wird nur auf Wunsch ersetzt, und nie etwas anderes als eine Datei")
  func vorhanden() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("t.csv").path
      try Data("ausgefüllt".utf8).write(to: URL(fileURLWithPath: pfad))
      #expect(throws: TabellenFehler.zielVorhanden(pfad: pfad)) { try Self.beginne(pfad) }
      #expect(try String(contentsOfFile: pfad, encoding: .utf8) == "ausgefüllt")
      let csv = try CSVSchreiber(pfad, ueberschreiben: true)
      try csv.beende()
      #expect(try Data(contentsOf: URL(fileURLWithPath: pfad)) == Data([0xEF, 0xBB, 0xBF]))
      let weiser = tmp.appendingPathComponent("w.csv").path
      try FileManager.default.createSymbolicLink(atPath: weiser, withDestinationPath: pfad)
      for anderes in [weiser, tmp.path] {
        #expect(throws: TabellenFehler.zielVorhanden(pfad: anderes)) {
          try Self.beginne(anderes, ueberschreiben: true)
        }
      }
    }
  }

  @Test("Wird das Ziel während des Schreibens besetzt, bleibt das fremde stehen")
  func wettlauf() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("t.csv").path
      func schreibe() throws {
        let csv = try CSVSchreiber(pfad)
        try Data("fremd".utf8).write(to: URL(fileURLWithPath: pfad))
        try csv.beende()
      }
      #expect(throws: TabellenFehler.zielVorhanden(pfad: pfad)) { try schreibe() }
      let inhalt = try String(contentsOfFile: pfad, encoding: .utf8)
      #expect(inhalt == "fremd")
      #expect(try Self.namen(tmp) == ["t.csv"])
    }
  }

  @Test(
    "Ein unmöglicher Pfad ist ein deutscher Fehler",
    arguments: ["", "/", "..", "gibt/es/nicht/t.csv", "a\u{0}b"])
  func pfade(_ pfad: String) throws {
    let fehler = try #require(throws: TabellenFehler.self) { try Self.beginne(pfad) }
    guard case .schreiben(let genannt, let grund) = fehler else {
      Issue.record("\(fehler)")
      return
    }
    #expect(genannt == pfad)
    #expect(!grund.isEmpty)
    #expect(fehler.description.contains("Prüfen Sie"))
  }

  private static func beginne(_ pfad: String, ueberschreiben: Bool = false) throws {
    _ = try CSVSchreiber(pfad, ueberschreiben: ueberschreiben)
  }

  private static func namen(_ ordner: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: ordner.path)
  }
}
