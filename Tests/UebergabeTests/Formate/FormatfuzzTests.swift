// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import TestHilfe
import Testing

@testable import Uebergabe

@Suite("Hostile bytes before the recognition of formats")
struct FormatfuzzTests {
  /// Own and shared samples that are small enough to be cut everywhere.
  private static let muster: [(String, [UInt8])] = {
    var alle = Formatmuster.jeCode.map { ($0.name, $0.bytes) }
    for art in [PDFBau.Verweisart.strom, .objektstrom, .hybrid] {
      alle.append(("x.pdf", PDFBau(stufe: "2B") { $0.art = art }.bytes))
    }
    for z in Formatmuster.zeilen {
      let ort = Formatmuster.ordner.appendingPathComponent(z.datei)
      if let d = try? Data(contentsOf: ort), d.count < 20_000 { alle.append((z.datei, Array(d))) }
    }
    return alle
  }()

  /// Recognises, and holds the reading to its bounds.
  private func erkenne(_ bytes: [UInt8], _ name: String) -> Formatergebnis {
    let grenzen = Formatgrenzen()
    let zugriff = Inhaltszugriff(bytes, budget: grenzen.lesen)
    let e = Formaterkennung().erkenne(zugriff, name: name, Formatangabe("018"))
    // Small files: nothing may be read over and over.
    #expect(zugriff.gelesen < 4 << 20, "\(name): \(zugriff.gelesen)")
    #expect(zugriff.zugriffe < 600, "\(name): \(zugriff.zugriffe)")
    #expect(bytes.isEmpty == e.kandidaten.isEmpty)
    return e
  }

  @Test("every beginning of every sample")
  func abgeschnitten() {
    for (name, bytes) in Self.muster {
      let schritt = bytes.count > 700 ? 41 : 1
      for n in stride(from: 0, to: bytes.count, by: schritt) {
        _ = erkenne(Array(bytes.prefix(n)), name)
      }
    }
  }

  @Test("flipped bytes")
  func verfaelscht() {
    var zufall = Zufall(0xF0)
    for (name, bytes) in Self.muster where !bytes.isEmpty {
      for _ in 0..<30 {
        var neu = bytes
        for _ in 0..<Int.random(in: 1...6, using: &zufall) {
          neu[Int.random(in: 0..<neu.count, using: &zufall)] = UInt8.random(
            in: 0...255, using: &zufall)
        }
        _ = erkenne(neu, name)
      }
    }
  }

  @Test("numbers replaced by the largest and the smallest")
  func grenzwerte() {
    var zufall = Zufall(7)
    for (name, bytes) in Self.muster where bytes.count > 8 {
      for wert in [0, 0xFF, 0x7F, 0x80] as [UInt8] {
        for _ in 0..<8 {
          var neu = bytes
          let ort = Int.random(in: 0..<(neu.count - 8), using: &zufall)
          for i in 0..<4 { neu[ort + i] = wert }
          _ = erkenne(neu, name)
        }
      }
    }
  }

  @Test("random bytes behind every signature")
  func zufaellig() {
    var zufall = Zufall(99)
    for (name, bytes) in Self.muster {
      for laenge in [16, 300, 3000] {
        let rest = (0..<laenge).map { _ in UInt8.random(in: 0...255, using: &zufall) }
        _ = erkenne(Array(bytes.prefix(16)) + rest, name)
        _ = erkenne(rest, name)
      }
    }
  }
}
