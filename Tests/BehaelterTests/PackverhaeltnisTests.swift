// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import TestHilfe
import Testing

@testable import Behaelter

/// What packs too well for readers with a limit is stored; everything else is deflated as before.
@Suite("Verhältnis beim Packen")
struct PackverhaeltnisTests {
  /// Writes entries in pieces and returns what the directory says of them.
  private func geschrieben(
    _ inhalte: [(name: String, bytes: [UInt8])], alsBaum: Bool = false, stueck: Int = 50_000
  ) throws -> [(verfahren: UInt16, gepackt: Int64)] {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("a.zip").path
      func lies(_ bytes: [UInt8]) -> (UnsafeMutableRawBufferPointer) -> Int {
        var stelle = 0
        return { puffer in
          let n = min(puffer.count, stueck, bytes.count - stelle)
          puffer.copyBytes(from: bytes[stelle..<(stelle + n)])
          stelle += n
          return n
        }
      }
      if alsBaum {
        let baum = try Baumschreiber(pfad, .zip)
        for (name, bytes) in inhalte {
          try baum.datei(name, groesse: Int64(bytes.count), lies(bytes))
        }
        try baum.beende()
      } else {
        var container = try Containerschreiber(pfad: pfad)
        for (name, bytes) in inhalte {
          _ = try container.eintrag(name, groesse: Int64(bytes.count), lies(bytes))
        }
        try container.beende()
      }
      // Reading applies the limit; the content must be what was given.
      let gelesen = try liesAlles(pfad)
      #expect(gelesen.map(\.bytes) == inhalte.map(\.bytes))
      return try Verzeichnis(pfad: pfad).eintraege.map { ($0.verfahren, $0.gepackt) }
    }
  }

  private func text(_ laenge: Int) -> [UInt8] {
    var z = Zufall(7)
    let worte = (0..<2000).map { _ in String(UInt32.random(in: 0..<100_000, using: &z), radix: 26) }
    var bytes: [UInt8] = []
    while bytes.count < laenge { bytes += Array("\(worte.randomElement(using: &z)!) ".utf8) }
    return Array(bytes.prefix(laenge))
  }

  @Test("Nullen, mit und ohne Anfang aus Zufall, sind lesbar", arguments: [false, true])
  func nullen(_ alsBaum: Bool) throws {
    var z = Zufall(3)
    let zufall = (0..<30_000).map { _ in UInt8.random(in: 0...255, using: &z) }
    let nullen = [UInt8](repeating: 0, count: 12_000_000)
    let e = try geschrieben(
      [("a.bin", nullen), ("b.bin", zufall + nullen), ("c.txt", text(3_000_000))], alsBaum: alsBaum)
    // The last is ordinary; the middle one would have 12 MB in 42 KB.
    #expect(e.map(\.verfahren) == [0, 0, 8])
    #expect(e[2].gepackt < 2_000_000)
  }

  @Test("viele kleine Dateien, die zusammen zu gut packen, sind lesbar")
  func viele() throws {
    let eine = [UInt8](repeating: 0x20, count: 400_000)
    let e = try geschrieben((0..<40).map { ("n\($0).txt", eine) })
    #expect(e.allSatisfy { $0.verfahren == 0 })
  }

  @Test("gewöhnliche Dateien jeder Länge um die Grenzen der Probe werden gepackt")
  func laengen() throws {
    let laengen = [1, 2048, 2049, 16_383, 16_384, 16_385, 131_072, 131_073, 1_048_577]
    for stueck in [1_000, 65_536] {
      let e = try geschrieben(laengen.map { ("t\($0).txt", text($0)) }, stueck: stueck)
      #expect(e.allSatisfy { $0.verfahren == 8 })
    }
    #expect(try geschrieben([("leer.txt", [])]).map(\.verfahren) == [0])
  }

  @Test("was zu groß ist, um es zu entscheiden, wird gespeichert")
  func gross() {
    #expect(Packprobe(groesse: 2 << 30).vorab == .speichern)
    #expect(Packprobe(groesse: 100 << 20).vorab == .offen)
    #expect(Packprobe(groesse: 100).vorab == .packen)
  }
}
