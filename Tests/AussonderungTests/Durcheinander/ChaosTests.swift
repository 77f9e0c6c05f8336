// SPDX-License-Identifier: Apache-2.0

import Aussonderung
import Foundation
import Synchronization
import TestHilfe
import Testing

/// A hundred processes with a postman who does everything that can happen to a message.
///
/// `DIVA_CHAOS=SEED` or `SEED/RUNS` chooses others, such as `1/1000`; a failure names its seed, and
/// `DIVA_CHAOS=SEED/1` plays it again.
@Suite("Durcheinander")
struct ChaosTests {
  private static let wahl: (seed: UInt64, laeufe: Int) = {
    let teile = (ProcessInfo.processInfo.environment["DIVA_CHAOS"] ?? "").split(separator: "/")
    return (
      teile.first.flatMap { UInt64($0) } ?? 1, teile.dropFirst().first.flatMap { Int($0) } ?? 100
    )
  }()

  private static let saubere = Mutex<[String: Chaosende]>([:])
  private static let enden = Mutex<[String: Int]>([:])

  /// The end of an undisturbed run with the same decisions.
  private func sauberesEnde(_ plan: Chaosplan) throws -> Chaosende {
    if let fertig = Self.saubere.withLock({ $0[plan.name] }) { return fertig }
    let ende = try mitTemporaeremOrdner { ordner in
      var lauf = try Chaoslauf(ordner, Chaosplan(rein: plan), seed: 0)
      try lauf.laufe()
      let ende = try lauf.ende()
      try lauf.pruefeEnde(ende)
      #expect(
        lauf.fehler.isEmpty && ende.bild.hasPrefix("abgeschlossen"),
        "\(plan.name): \(ende.bild) \(lauf.fehler)")
      return ende
    }
    Self.saubere.withLock { $0[plan.name] = ende }
    return ende
  }

  @Test("Was auch immer mit den Nachrichten geschieht: gleiches Ende oder klarer Halt")
  func durcheinander() async throws {
    let wahl = Self.wahl
    await withTaskGroup(of: Void.self) { gruppe in
      for strang in 0..<2 {
        gruppe.addTask {
          for i in stride(from: strang, to: wahl.laeufe, by: 2) {
            let seed = wahl.seed &+ UInt64(i)
            do {
              try einzeln(seed)
            } catch {
              Issue.record("DIVA_CHAOS=\(seed)/1: \(error)")
            }
          }
        }
      }
    }
    Chaosvorlage.raeumeAuf()
    if ProcessInfo.processInfo.environment["DIVA_CHAOS_ZEIGEN"] != nil {
      print(Self.enden.withLock { "\($0.sorted { $0.key < $1.key })" })
    }
  }

  private func einzeln(_ seed: UInt64) throws {
    var zufall = Zufall(seed)
    let plan = Chaosplan(&zufall)
    let sauber = try sauberesEnde(plan)
    try mitTemporaeremOrdner { ordner in
      var lauf = try Chaoslauf(ordner, plan, seed: seed)
      do {
        try lauf.laufe()
        try lauf.pruefeEnde(sauber)
        let bild = try lauf.fingerabdruck()
        Self.enden.withLock {
          $0[bild == sauber.bild ? "sauber" : "Halt", default: 0] += 1
          $0["zu früh geholt", default: 0] += lauf.postbote.verfrueht
        }
      } catch {
        lauf.fehler.append("\(error)")
      }
      guard !lauf.fehler.isEmpty else { return }
      let zeigen = ProcessInfo.processInfo.environment["DIVA_CHAOS_ZEIGEN"] != nil
      if zeigen {
        print(plan)
        for tat in lauf.taten { print("  ", tat) }
      }
      Issue.record("DIVA_CHAOS=\(seed)/1: \(lauf.fehler.prefix(4).joined(separator: "; "))")
    }
  }
}
