// SPDX-License-Identifier: Apache-2.0
import Akte
import TestHilfe
import Testing

@testable import Xdomea

/// Answers of many entries: reading and writing stay linear and deliver every entry.
@Suite("Große Antworten", .serialized)
struct AntwortmengenTests {
  private func id(_ n: Int) -> ObjektID { ObjektID(bytes: (5, UInt64(n))) }

  private func bytes(_ version: XdomeaFassung, _ anzahl: Int) throws -> [UInt8] {
    var bytes: [UInt8] = []
    let typ = Nachrichtentyp.aussonderungImportBestaetigen
    try withUnsafeMutablePointer(to: &bytes) { p in
      var s = try Nachrichtenschreiber(version, typ, Antwortmodell.kopf(typ)) { p.pointee += $0 }
      for n in 0..<anzahl {
        try s.rueckmeldung(Importrueckmeldung(id(n), .erfolg, archivkennung: "A/\(n)"))
      }
      _ = try s.beende()
    }
    return bytes
  }

  private func gelesen(_ bytes: [UInt8]) throws -> Int {
    var stelle = 0
    let leser = try Nachrichtenleser(name: "groß") { puffer in
      let n = min(puffer.count, bytes.count - stelle)
      puffer.copyBytes(from: bytes[stelle..<stelle + n])
      stelle += n
      return n
    }
    var zahl = 0
    while let teil = try leser.naechster() {
      guard case .rueckmeldung(let r) = teil, r.id == id(zahl), r.archivkennung == "A/\(zahl)",
        r.ergebnis.erfolgreich
      else {
        Issue.record("Eintrag \(zahl) falsch")
        break
      }
      zahl += 1
    }
    #expect(leser.maengel.isEmpty, "\(leser.maengel.prefix(3).map(\.meldung))")
    return zahl
  }

  @Test(
    "Jeder Eintrag kommt an, auch wo alle in einem Element stehen",
    arguments: [
      XdomeaFassung.v230, .v310, .v400,
    ])
  func vollstaendig(_ version: XdomeaFassung) throws {
    for anzahl in [1, 85, 86, 255, 256, 257, 5000] {
      #expect(try gelesen(try bytes(version, anzahl)) == anzahl)
    }
  }

  @Test(
    "Doppelt so viele Einträge brauchen etwa doppelt so lange",
    arguments: [
      XdomeaFassung.v240, .v400,
    ])
  func linear(_ version: XdomeaFassung) throws {
    func zeit(_ anzahl: Int) throws -> Duration {
      try rechenzeit { _ = try gelesen(try bytes(version, anzahl)) }
    }
    // Quadratic cost would be a factor of 4; caches blur, so the best of three counts.
    let linear = try (0..<3).contains { _ in
      try zeit(20_000) < (try zeit(10_000)) * 3.5 + .milliseconds(100)
    }
    #expect(linear)
  }
}
