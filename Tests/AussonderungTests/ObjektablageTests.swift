// SPDX-License-Identifier: Apache-2.0
import Akte
import Aussonderung
import Foundation
import TestHilfe
import Testing

@Suite("Objektliste im Verfahrensordner")
struct ObjektablageTests {
  private let prozess = ProzessID(bytes: (0x2000_0000_0000_4000, 0x8000_0000_0000_0001))

  @Test("Eine Objektliste kommt zurück, wie sie war")
  func hinUndHer() throws {
    try mitTemporaeremOrdner { tmp in
      let ordner = try Verfahrensordner(tmp.path)
      var liste = Musterliste.klein
      var e = try #require(liste[Musterliste.id(2)])
      e.entscheidung = .archivwuerdig
      e.notiz = "zwei\nZeilen"
      liste.setze(e)
      try ordner.schreibe(objektliste: liste, prozess)
      #expect(try ordner.objektliste(prozess) == liste)
      try ordner.schreibe(objektliste: Objektliste(), prozess)
      #expect(try ordner.objektliste(prozess) == Objektliste())
    }
  }

  @Test("Unbekannter Prozess, fehlende und beschädigte Liste sind verschiedene Fehler")
  func fehler() throws {
    try mitTemporaeremOrdner { tmp in
      let ordner = try Verfahrensordner(tmp.path)
      #expect(throws: AussonderungFehler.unbekannterProzess(prozess, ordner: tmp.path)) {
        try ordner.objektliste(prozess)
      }
      let eigener = tmp.appendingPathComponent(prozess.text)
      try FileManager.default.createDirectory(at: eigener, withIntermediateDirectories: true)
      let ohne = try #require(throws: AussonderungFehler.self) { try ordner.objektliste(prozess) }
      #expect(ohne.description.contains("noch keine Objektliste"))
      try Data("{\"id\":1}\n".utf8).write(to: eigener.appendingPathComponent("objekte.jsonl"))
      let kaputt = try #require(throws: AussonderungFehler.self) { try ordner.objektliste(prozess) }
      #expect(kaputt.description.contains("nicht lesbar"))
    }
  }
}
