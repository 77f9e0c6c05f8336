// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// Hash forests of dip_integrity, against trees that its own library made.
@Suite("Hashwald nach dip_integrity", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct HashwaldTests {
  static let vorlagen = Gemeinsam.ordner.appendingPathComponent("uebergabe/dip-integritaet")
  static let arten = [("voll", Hashwald.Umfang.voll), ("wurzeln", .wurzeln)]

  private func mitKopie<T>(_ art: String, _ body: (URL) throws -> T) throws -> T {
    try mitTemporaeremOrdner { tmp in
      let ziel = tmp.appendingPathComponent("wald")
      try FileManager.default.copyItem(at: Self.vorlagen.appendingPathComponent(art), to: ziel)
      let e = try Programm.starte("chmod", ["-R", "u+w", ziel.path])
      #expect(e.status == 0)
      return try body(ziel)
    }
  }

  @Test("die Vorlagen gelten und entstehen Byte für Byte neu", arguments: arten)
  func vorlage(_ art: String, _ umfang: Hashwald.Umfang) throws {
    try mitKopie(art) { ort in
      let gut = try Hashwald.pruefe(ort.path)
      #expect(gut.gueltig && gut.befunde.isEmpty, "\(gut.text(farbe: false))")
      var vorher: [Data] = []
      let namen = [Hashwald.ordnungsname, Hashwald.waldname]
      for name in namen {
        vorher.append(try Data(contentsOf: ort.appendingPathComponent(name)))
        try FileManager.default.removeItem(at: ort.appendingPathComponent(name))
      }
      let text = String(decoding: vorher[1], as: UTF8.self)
      let datum = text.split(separator: "\n")[1].dropFirst(5)
      _ = try Hashwald.schreibe(ort.path, umfang, am: Zeitpunkt(datum)!)
      for (name, alt) in zip(namen, vorher) {
        #expect(try Data(contentsOf: ort.appendingPathComponent(name)) == alt, "\(name)")
      }
      #expect(throws: NachweisFehler.self) {
        try Hashwald.schreibe(ort.path, umfang, am: Zeitpunkt(datum)!)
      }
    }
  }

  @Test("eine geänderte Datei wird genannt oder gefunden", arguments: arten)
  func schaden(_ art: String, _ umfang: Hashwald.Umfang) throws {
    try mitKopie(art) { ort in
      for name in ["datei1.txt", "datei5.txt", "unter/groesse.txt"] {
        let datei = ort.appendingPathComponent(name)
        let gut = try Data(contentsOf: datei)
        var schlecht = gut
        schlecht[0] ^= 1
        try schlecht.write(to: datei)
        let befunde = try Hashwald.pruefe(ort.path).befunde
        #expect(befunde.count == 1)
        #expect(befunde[0].regel == (umfang == .voll ? "DATEI-GEAENDERT" : "WALD-BAUM"))
        #expect(befunde[0].meldung.contains(name))
        try FileManager.default.removeItem(at: datei)
        let fehlt = try Hashwald.pruefe(ort.path).befunde.map(\.regel)
        #expect(fehlt.contains("DATEI-FEHLT"))
        try gut.write(to: datei)
      }
      try Data().write(to: ort.appendingPathComponent("fremd.txt"))
      let fremd = try Hashwald.pruefe(ort.path)
      #expect(fremd.gueltig && fremd.befunde.map(\.regel) == ["DATEI-FREMD"])
    }
  }

  @Test("jedes Byte der beiden Dateien ist gedeckt", arguments: arten)
  func eigene(_ art: String, _ umfang: Hashwald.Umfang) throws {
    try mitKopie(art) { ort in
      for name in [Hashwald.ordnungsname, Hashwald.waldname] {
        let datei = ort.appendingPathComponent(name)
        let gut = try Data(contentsOf: datei)
        for stelle in stride(from: 0, to: gut.count, by: 7) {
          var schlecht = gut
          schlecht[stelle] ^= 2
          try schlecht.write(to: datei)
          let bericht = try Hashwald.pruefe(ort.path)
          #expect(!bericht.gueltig, "\(name) \(stelle)")
          #expect(bericht.befunde.contains { $0.ort.datei == name })
        }
        try gut.dropLast(2).write(to: datei)
        #expect(try !Hashwald.pruefe(ort.path).gueltig)
        try FileManager.default.removeItem(at: datei)
        #expect(try !Hashwald.pruefe(ort.path).gueltig)
        try gut.write(to: datei)
      }
    }
  }

  @Test("1 bis 33 Dateien: geschrieben, geprüft, und ein Pfad mit »..« wird nicht verfolgt")
  func zahlen() throws {
    for anzahl in [1, 2, 3, 4, 7, 8, 33] {
      try mitTemporaeremOrdner { tmp in
        for i in 0..<anzahl {
          try Data("\(i)".utf8).write(to: tmp.appendingPathComponent("d\(i)"))
        }
        let wald = try Hashwald.schreibe(
          tmp.path, .wurzeln, am: Zeitpunkt("2026-11-23T21:00:00.000Z")!)
        #expect(wald.werte.anzahl == (anzahl + 1).nonzeroBitCount)
        #expect(try Hashwald.pruefe(tmp.path).gueltig)
        let boese = try Hashwald.ordnung([Hashwald.ordnungsname, "../\(tmp.lastPathComponent)/d0"])
        try Data(boese).write(to: tmp.appendingPathComponent(Hashwald.ordnungsname))
        #expect(try Hashwald.pruefe(tmp.path).befunde.map(\.regel) == ["WALD-REIHENFOLGE"])
      }
    }
  }
}
