// SPDX-License-Identifier: Apache-2.0

import Aussonderung
import Foundation
import Synchronization
import TestHilfe
import Testing
import Xdomea

/// Both sides are killed at random moments, three hundred in all, and started again; everything ends
/// as if nothing had happened.
///
/// `DIVA_ABSTURZ=SEED/KILLS` chooses others; `DIVA_ABSTURZ_ZEIGEN` prints whom they hit.
@Suite("Absturz im Verfahren")
struct VerfahrensabsturzTests {
  private static let wahl: (seed: UInt64, abschuesse: Int) = {
    let teile = (ProcessInfo.processInfo.environment["DIVA_ABSTURZ"] ?? "").split(separator: "/")
    return (
      teile.first.flatMap { UInt64($0) } ?? 1, teile.dropFirst().first.flatMap { Int($0) } ?? 300
    )
  }()

  /// The most kills in one run.
  private static let jeLauf = 16
  /// So many runs go on at the same time.
  private static let straenge = 2
  private static let saubere = Mutex<[XdomeaFassung: [String]]>([:])

  /// How an undisturbed run ends.
  private static func sauberesEnde(
    _ fassung: XdomeaFassung, _ vorlage: Absturzvorlage
  ) throws -> [String] {
    if let fertig = saubere.withLock({ $0[fassung] }) { return fertig }
    var zufall = Zufall(0)
    let (bild, _, fehler) = try verfahren(fassung, vorlage, abschuesse: 0, &zufall)
    try #require(fehler.isEmpty, "\(fassung) ohne Abschuss: \(fehler)")
    saubere.withLock { $0[fassung] = bild }
    return bild
  }

  private static func verfahren(
    _ fassung: XdomeaFassung, _ vorlage: Absturzvorlage, abschuesse: Int, _ zufall: inout Zufall
  ) throws -> (bild: [String], treffer: Treffer, fehler: [String]) {
    try mitTemporaeremOrdner { ordner in
      try vorlage.kopiere(nach: ordner, fassung)
      var lauf = Absturzlauf(ordner)
      try lauf.laufe(abschuesse: abschuesse, &zufall)
      guard lauf.fehler.isEmpty else { return ([], lauf.treffer, lauf.fehler) }
      let befund = try Verfahrensbefund(ordner, vorlage)
      return (befund.bild, lauf.treffer, befund.fehler)
    }
  }

  @Test("300-mal abgeschossen: jedes Objekt hat sein eines Schicksal, nichts ging verloren")
  func abgeschossen() async throws {
    let vorlage = try Absturzvorlage.hole()
    defer { Absturzvorlage.raeumeAuf() }
    let alle = await withTaskGroup(of: Treffer.self) { gruppe in
      for strang in 0..<Self.straenge {
        gruppe.addTask { strecke(strang, vorlage) }
      }
      return await gruppe.reduce(into: Treffer()) { $0 += $1 }
    }
    #expect(alle.alle >= Self.wahl.abschuesse)
    // Both sides were hit, and in their work: many of them had changed something already. How many
    // depends on the machine.
    #expect(alle.auf(.behoerde) * 8 >= alle.alle && alle.auf(.archiv) * 8 >= alle.alle)
    #expect(alle.mittendrin * 4 >= alle.alle)
    if ProcessInfo.processInfo.environment["DIVA_ABSTURZ_ZEIGEN"] != nil {
      for (seite, zahlen) in alle.nach {
        print(seite, alle.auf(seite), zahlen.sorted { $0.key < $1.key })
      }
      print("mittendrin \(alle.mittendrin) von \(alle.alle)")
    }
  }

  /// Procedures one after another until the share of kills is used up.
  private func strecke(_ strang: Int, _ vorlage: Absturzvorlage) -> Treffer {
    let anteil = (Self.wahl.abschuesse + Self.straenge - 1 - strang) / Self.straenge
    var treffer = Treffer()
    var nummer = strang
    while treffer.alle < anteil {
      let seed = Self.wahl.seed &+ UInt64(nummer)
      let fassung = XdomeaFassung.allCases[Int(seed % UInt64(XdomeaFassung.allCases.count))]
      nummer += Self.straenge
      do {
        var zufall = Zufall(seed)
        let sauber = try Self.sauberesEnde(fassung, vorlage)
        let (bild, neue, fehler) = try Self.verfahren(
          fassung, vorlage, abschuesse: min(Self.jeLauf, anteil - treffer.alle), &zufall)
        treffer += neue
        let anders = bild.difference(from: sauber)
        guard fehler.isEmpty, anders.isEmpty else {
          Issue.record(
            "DIVA_ABSTURZ=\(seed), \(fassung): \(fehler.prefix(5)) \(anders.map { "\($0)" }.prefix(5))"
          )
          return treffer
        }
      } catch {
        Issue.record("DIVA_ABSTURZ=\(seed), \(fassung): \(error)")
        return treffer
      }
    }
    return treffer
  }
}
