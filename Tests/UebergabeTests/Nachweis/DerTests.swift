// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import TestHilfe
import Testing

@testable import Uebergabe

/// Hostile and damaged DER: an error that names a place, never a trap, never much memory.
@Suite("Feindliches DER")
struct DerTests {
  /// A DER element with a length of any size.
  static func element(_ marke: UInt8, _ inhalt: [UInt8]) -> [UInt8] {
    var laenge: [UInt8] = []
    var n = inhalt.count
    if n < 128 { return [marke, UInt8(n)] + inhalt }
    while n > 0 {
      laenge.insert(UInt8(n & 255), at: 0)
      n >>= 8
    }
    return [marke, 0x80 | UInt8(laenge.count)] + laenge + inhalt
  }

  static func abgelehnt(_ bytes: [UInt8]) {
    #expect(throws: NachweisFehler.self) { try EvidenceRecord(der: bytes) }
    #expect(throws: NachweisFehler.self) { try Zeitstempel(der: bytes) }
    #expect(throws: NachweisFehler.self) { try Zeitstempelantwort(bytes) }
    #expect(throws: NachweisFehler.self) { try Zeitstempelanfrage(der: bytes) }
  }

  @Test("Tiefe, riesige und unbestimmte Längen, Abbruch, Fremdes")
  func feindlich() {
    var tief: [UInt8] = []
    for _ in 0..<20_000 { tief = [0x30, 0x80] + tief }
    var verschachtelt: [UInt8] = [5, 0]
    for _ in 0..<2000 { verschachtelt = Self.element(0x30, verschachtelt) }
    for bytes in [
      [], [0x30], [0x30, 0x84, 0xFF, 0xFF, 0xFF, 0xFF], [0x30, 0x80, 0, 0],
      [0x30, 0x88, 0x7F, 255, 255, 255, 255, 255, 255, 255], [0x30, 0x81, 0x01, 0x05],
      [0x30, 0], [5, 0], tief, verschachtelt, [UInt8](repeating: 0x30, count: 1 << 16),
      [UInt8](repeating: 0xFF, count: 4096), Array("PK\u{3}\u{4}".utf8),
    ] as [[UInt8]] { Self.abgelehnt(bytes) }
  }

  @Test("zu groß wird gar nicht erst zerlegt")
  func grenze() {
    var grenzen = Nachweisgrenzen()
    grenzen.beweis = 100
    let bytes = Self.element(0x30, [UInt8](repeating: 5, count: 200))
    let fehler = #expect(throws: NachweisFehler.self) {
      try EvidenceRecord(der: bytes, grenzen: grenzen)
    }
    #expect("\(fehler!)".contains("100"))
    #expect(throws: NachweisFehler.self) { try Zeitstempel(der: bytes, grenzen: grenzen) }
  }

  @Test(
    "jede Kürzung und zehntausend geänderte Bytes eines echten Evidence Records",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func geaendert() throws {
    let gut = try EvidenceRecord(
      der: try BeweisvorlagenTests.bytes("tr-esor/xaip/xaip_ok_qualified_dtrust.ers")
    ).der
    for n in stride(from: 0, to: gut.count, by: 13) { Self.abgelehnt(Array(gut.prefix(n))) }
    #expect(throws: NachweisFehler.self) { try EvidenceRecord(der: gut + [0]) }
    var zufall = Zufall(23)
    var gelesen = 0
    for _ in 0..<10_000 {
      var schlecht = gut
      schlecht[Int.random(in: 0..<gut.count, using: &zufall)] = UInt8.random(
        in: 0...255, using: &zufall)
      // Whatever can be read at all is judged without a trap.
      if let record = try? EvidenceRecord(der: schlecht), gelesen < 500 {
        gelesen += 1
        _ = try Beweispruefer().ergebnisse(record)
      }
    }
    #expect(gelesen == 500)
  }

  @Test("der Ort des Fehlers wird genannt")
  func ort() throws {
    let eins: [UInt8] = [2, 1, 1]
    let leereListe = Self.element(0x30, [])
    for (inhalt, teil) in [
      ([5, 0], "version"), (eins, "digestAlgorithms"), (eins + leereListe, "archiveTimeStamp"),
      (eins + leereListe + leereListe, "keine Kette"),
      (eins + leereListe + Self.element(0x30, leereListe), "Kette 1"),
      (eins + leereListe + Self.element(0x30, Self.element(0x30, leereListe)), "timeStamp"),
      (eins + leereListe + leereListe + [5, 0], "Ende"),
      (
        eins + leereListe
          + Self.element(
            0x30, Self.element(0x30, Self.element(0x30, [0xA2, 4, 0x30, 2, 5, 0] + leereListe))),
        "Liste 1, Wert 1"
      ),
    ] as [([UInt8], String)] {
      let fehler = #expect(throws: NachweisFehler.self) {
        try EvidenceRecord(der: Self.element(0x30, inhalt))
      }
      #expect("\(fehler!)".contains(teil), "\(fehler!)")
    }
  }
}
