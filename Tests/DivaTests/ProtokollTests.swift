// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("diva protokoll")
struct ProtokollTests {
  @Test("Zeigen: alles, zu einem Objekt, ab einer Nummer, nur Abgelehntes")
  func zeigen() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      try b.lehntAb("akte", "zda", "00.12/1", weil: "noch offen")
      let alles = try b.gelingt("protokoll", "zeigen")
      #expect(
        alles.hasPrefix("Nr. 1  00: 02.03.2026 12:00  Aktenplaneinheit angelegt, admin (FA)\n"))
      #expect(alles.contains("Nr. 5  00.12/1: 02.03.2026 12:00  Akte angelegt, "))
      #expect(try b.gelingt("protokoll", "zeigen", "--ab", "8").split(separator: "\n").count == 1)
      let abgelehnt = try b.gelingt("protokoll", "zeigen", "--abgelehnte")
      #expect(abgelehnt.contains("Abgelehnt: ") && abgelehnt.contains("kindOffen"))
      #expect(!abgelehnt.contains("Nr. 5 "))
      let brief = try b.gelingt("protokoll", "zeigen", "00.12/1-1:1")
      #expect(brief.hasPrefix("Nr. 7  00.12/1-1:1: "))
      let j = try b.json("protokoll", "zeigen", "00.12/1")
      #expect(j.wert["art"] as? String == "A01 anlegen")
      try b.scheitert(1, "protokoll", "zeigen", "99", weil: "gibt es im Speicher nicht")
    }
  }

  @Test("Ausgegeben lässt es sich ohne Speicher prüfen; ein verändertes Zeichen fällt auf")
  func ausgeben() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      let eigene = try b.gelingt("protokoll", "pruefen")
      let anker = try #require(eigene.split(separator: "\n").last.map(String.init))
      try b.gelingt("protokoll", "ausgeben", "--nach", "p.jsonl")
      let e = try b.starte(["protokoll", "pruefen", "p.jsonl", "--anker", anker], speicher: "")
      #expect(e.status == 0, "\(e.ausgabe)\(e.fehler)")
      #expect(e.ausgabe.hasSuffix(anker + "\n"))
      let pfad = b.ordner.appendingPathComponent("p.jsonl")
      let text = try String(contentsOf: pfad, encoding: .utf8)
      #expect(!text.contains("admin"))
      try b.scheitert(1, "protokoll", "ausgeben", "--nach", "p.jsonl", weil: "gibt es schon")
      #expect(try String(contentsOf: pfad, encoding: .utf8) == text)

      try b.gelingt("protokoll", "ausgeben", "--nach", "klar.jsonl", "--klartext")
      let klar = b.ordner.appendingPathComponent("klar.jsonl")
      #expect(try String(contentsOf: klar, encoding: .utf8).contains("admin"))

      // A line less: the chain is broken.
      var zeilen = text.split(separator: "\n", omittingEmptySubsequences: false)
      zeilen.remove(at: 3)
      try Data(zeilen.joined(separator: "\n").utf8).write(to: pfad)
      let kaputt = try b.starte(["protokoll", "pruefen", "p.jsonl"], speicher: "")
      #expect(kaputt.status == 2)
      #expect(kaputt.ausgabe.contains("FEHLER PR"))
      try b.scheitert(1, "protokoll", "pruefen", "fehlt.jsonl", weil: "fehlt.jsonl")
      let leer = try FileManager.default.contentsOfDirectory(atPath: b.ordner.path)
      #expect(!leer.contains { $0.hasSuffix(".teil") })
    }
  }

  @Test("Ein Anker, der nicht passt, ist ein Fehler")
  func anker() throws {
    try SpeicherBuehne.mit { b in
      let anker = try #require(
        try b.gelingt("protokoll", "pruefen").split(separator: "\n").last.map(String.init))
      try SpeicherBuehne.mit { anderer in
        let e = try anderer.starte(["protokoll", "pruefen", "--anker", anker])
        #expect(e.status == 2)
        #expect(e.ausgabe.contains("FEHLER PR8"))
      }
    }
  }
}
