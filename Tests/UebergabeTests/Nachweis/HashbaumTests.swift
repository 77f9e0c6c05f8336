// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefsummen
import TestHilfe
import Testing

@testable import Uebergabe

/// A second implementation of RFC 4998, section 4, written from its text and without our digester's
/// helpers: the judge over the first.
enum Baumrichter {
  static func hash(_ bytes: [UInt8], _ v: Hashverfahren) -> [UInt8] {
    do {
      var b = try Pruefsummenbildner([v])
      bytes.withUnsafeBytes { b.nimm($0) }
      return b.abschluss()[0].bytes
    } catch { return [] }
  }

  static func geordnet(_ werte: [[UInt8]]) -> [[UInt8]] {
    werte.sorted { a, b in
      for (x, y) in zip(a, b) where x != y { return x < y }
      return a.count < b.count
    }
  }

  /// The root of the whole tree over data groups, recursively from above.
  static func wurzel(_ gruppen: [[[UInt8]]], _ k: Int, _ v: Hashverfahren) -> [UInt8] {
    var ebene = geordnet(
      Array(
        Set(
          gruppen.map { g in
            let menge = geordnet(Array(Set(g)))
            return menge.count == 1 ? menge[0] : hash(menge.flatMap { $0 }, v)
          })))
    while ebene.count > 1 {
      var oben: [[UInt8]] = []
      while !ebene.isEmpty {
        let teil = Array(ebene.prefix(k))
        ebene.removeFirst(teil.count)
        oben.append(teil.count == 1 ? teil[0] : hash(geordnet(teil).flatMap { $0 }, v))
      }
      ebene = oben
    }
    return ebene[0]
  }

  /// Whether a reduced tree leads from a digest to a root (RFC 4998, section 4.3, read literally).
  static func fuehrt(_ wert: [UInt8], _ listen: [[[UInt8]]], _ wurzel: [UInt8], _ v: Hashverfahren)
    -> Bool
  {
    guard let erste = listen.first else { return wert == wurzel }
    guard erste.contains(wert) else { return false }
    var h = hash(geordnet(erste).flatMap { $0 }, v)
    for liste in listen.dropFirst() { h = hash(geordnet(liste + [h]).flatMap { $0 }, v) }
    return h == wurzel
  }
}

@Suite("Hashbaum nach RFC 4998")
struct HashbaumTests {
  static func blatt(_ i: Int, _ v: Hashverfahren = .sha256) -> Pruefsumme {
    Pruefsumme(v, bytes: Baumrichter.hash(Array("Datei \(i)".utf8), v))!
  }

  @Test("jedes Blatt führt zur Wurzel, in jeder Lesart; zweite Rechnung stimmt überein")
  func eigenschaft() throws {
    var zufall = Zufall(17)
    for runde in 0..<200 {
      let v = [Hashverfahren.sha256, .sha384, .sha512][runde % 3]
      let n = Int.random(in: 1...40, using: &zufall)
      let k = Int.random(in: 2...7, using: &zufall)
      let blaetter = (0..<n).map { _ in Self.blatt(Int.random(in: 0...60, using: &zufall), v) }
      let baum = try Hashbaum(blaetter, v, verzweigung: k)
      let soll = Baumrichter.wurzel(blaetter.map { [$0.bytes] }, k, v)
      #expect(baum.wurzel.bytes == soll)
      #expect(try Hashbaum(blaetter.shuffled(using: &zufall), v, verzweigung: k) == baum)
      for b in Set(blaetter) {
        let reduziert = try #require(baum.reduziert(b))
        #expect(Baumrichter.fuehrt(b.bytes, reduziert.listen, soll, v))
        #expect(reduziert.listen.first.map { $0.count > 1 } ?? (baum.blattzahl == 1))
        #expect(reduziert.listen.allSatisfy { !$0.isEmpty })
        if !reduziert.listen.isEmpty {
          #expect(try reduziert.lesarten(zu: soll, v) == Lesart.allCases)
        }
        // A flipped bit anywhere leads elsewhere.
        for (i, liste) in reduziert.listen.enumerated() {
          var listen = reduziert.listen
          let j = Int.random(in: 0..<liste.count, using: &zufall)
          listen[i][j][Int.random(in: 0..<v.laenge, using: &zufall)] ^= 1
          #expect(try ReduzierterBaum(listen).lesarten(zu: soll, v).isEmpty)
        }
      }
      #expect(baum.reduziert(Self.blatt(1000, v)) == nil)
    }
  }

  @Test("Datengruppen: geordnet, jede Datei einmal, eine einzelne bleibt, wie sie ist")
  func gruppen() throws {
    let (a, b) = (Self.blatt(1), Self.blatt(2))
    let ab = try Hashbaum.gruppenhash([a, b])
    #expect(ab == (try Hashbaum.gruppenhash([b, a, b])))
    #expect(try Hashbaum.gruppenhash([a, a]) == a)
    #expect(ab.bytes == Baumrichter.wurzel([[a.bytes, b.bytes]], 2, .sha256))
    #expect(throws: NachweisFehler.leer("Datengruppe")) { try Hashbaum.gruppenhash([]) }
    #expect(throws: NachweisFehler.self) { try Hashbaum.gruppenhash([a, Self.blatt(1, .sha512)]) }
    #expect(throws: NachweisFehler.leer("Hashbaum")) { try Hashbaum([], .sha256) }
  }

  @Test("die Lesarten unterscheiden sich bei einem Wert und bei doppelten Werten")
  func lesarten() throws {
    let a = Self.blatt(1).bytes
    let einer = ReduzierterBaum([[a]])
    #expect(try einer.lesarten(zu: a, .sha256) == [.einfach, .einfachMenge])
    #expect(
      try einer.lesarten(zu: Baumrichter.hash(a, .sha256), .sha256) == [.doppelt, .doppeltMenge])
    let b = Self.blatt(2).bytes
    let doppelt = ReduzierterBaum([[a, b, a]])
    let alsListe = Baumrichter.hash(Baumrichter.geordnet([a, a, b]).flatMap { $0 }, .sha256)
    #expect(try doppelt.lesarten(zu: alsListe, .sha256) == [.einfach, .doppelt])
    #expect(try ReduzierterBaum([[a], []]).lesarten(zu: a, .sha256) == [.einfach, .einfachMenge])
    #expect(try ReduzierterBaum([[]]).wurzel(.sha256, .einfach) == nil)
  }

  @Test("100.000 Blätter: Rechenzeit je Blatt wie bei 10.000")
  func linear() throws {
    func zeit(_ n: Int) throws -> Duration {
      let blaetter = (0..<n).map { Self.blatt($0) }
      return try rechenzeit {
        let baum = try Hashbaum(blaetter, .sha256)
        #expect(baum.blattzahl == n)
        #expect(baum.reduziert(blaetter[n / 2]) != nil)
      }
    }
    let klein = try zeit(10_000)
    let gross = try zeit(100_000)
    #expect(gross < klein * 25, "\(klein) \(gross)")
  }
}
