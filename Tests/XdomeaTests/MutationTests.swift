// SPDX-License-Identifier: Apache-2.0
import Akte
import Behaelter
import Foundation
import Pruefung
import TestHilfe
import Testing
import XMLStrom
import Xdomea

/// Random damage: the checker always gives a report or an error of a known type, never a crash.
@Suite("Zufällig beschädigte Eingaben")
struct MutationTests {
  @Test("Container")
  func container() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = try muster(tmp)
      try beschaedige(pfad, tmp.appendingPathComponent("kaputt.zip"), dauer: .seconds(4))
    }
  }

  @Test("Nachricht")
  func nachricht() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = try muster(tmp)
      var leser = try Containerleser(pfad: pfad)
      var xml: [UInt8] = []
      while let kopf = try leser.naechster() {
        guard kopf.name.hasSuffix("_0503_1.xml") else { continue }
        try leser.jederBlock { xml += $0 }
      }
      let ganz = tmp.appendingPathComponent("ganz.xml")
      try Data(xml).write(to: ganz)
      try beschaedige(ganz.path, tmp.appendingPathComponent("kaputt.xml"), dauer: .seconds(5))
    }
  }

  /// Checks damaged copies, the same sequence in every run, until the time is up.
  private func beschaedige(_ pfad: String, _ kopie: URL, dauer: Duration) throws {
    let ganz = [UInt8](try Data(contentsOf: URL(fileURLWithPath: pfad)))
    let heil = try Pruefer().pruefe(pfad)
    #expect(heil.gueltig, "\(heil.befunde)")
    let ende = ContinuousClock.now + dauer
    var seed: UInt64 = 0
    while ContinuousClock.now < ende {
      seed += 1
      var zufall = Zufall(seed)
      var bytes = ganz
      for _ in 0..<Int.random(in: 1...5, using: &zufall) where bytes.count > 100 {
        mutiere(&bytes, &zufall)
      }
      try Data(bytes).write(to: kopie)
      do {
        let bericht = try Pruefer().pruefe(kopie.path)
        for b in bericht.befunde {
          #expect(!b.abhilfe.isEmpty && !b.meldung.isEmpty && b.ort.datei != nil, "seed \(seed)")
        }
      } catch {
        #expect(
          error is XdomeaFehler || error is BehaelterFehler || error is XMLFehler,
          "seed \(seed): \(error)")
      }
      do { try Inhaltsanzeige.json(kopie.path) { _ in } } catch {
        #expect(
          error is XdomeaFehler || error is BehaelterFehler || error is XMLFehler,
          "seed \(seed): \(error)")
      }
    }
    #expect(seed > 20)
  }

  private func mutiere(_ bytes: inout [UInt8], _ zufall: inout Zufall) {
    let stelle = Int.random(in: bytes.indices, using: &zufall)
    let bis = min(bytes.count, stelle + Int.random(in: 1...40, using: &zufall))
    switch Int.random(in: 0..<7, using: &zufall) {
    case 0: bytes[stelle] ^= 1 << UInt8.random(in: 0...7, using: &zufall)
    case 1: bytes[stelle] = .random(in: 0...255, using: &zufall)
    case 2: bytes.removeSubrange(stelle..<bis)
    case 3: bytes.insert(contentsOf: bytes[stelle..<bis], at: stelle)
    case 4: bytes.insert(.random(in: 32...126, using: &zufall), at: stelle)
    case 5: bytes.removeSubrange(stelle...)
    default:
      let ziel = Int.random(in: bytes.indices, using: &zufall)
      bytes.insert(contentsOf: Array(bytes[stelle..<bis]), at: ziel)
    }
  }

  private func muster(_ tmp: URL) throws -> String {
    let akten = Gemeinsam.projekt.appendingPathComponent("Docs/beispiel/akten").path
    let optionen = Packer.Optionen(
      version: .v400, absender: Kontakt(institution: "Stadt Muster"),
      archiv: Kontakt(institution: "Kreisarchiv"),
      prozessID: try #require(ProzessID("5b0f5d2e-7c1a-4f7e-9a36-1d0c8e4b2a90")),
      zeitpunkt: try #require(Zeitpunkt("2026-03-02T09:30:00.000Z")))
    return try Packer.packe(ordner: akten, nach: tmp.path, optionen).pfad
  }
}
