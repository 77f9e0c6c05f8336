// SPDX-License-Identifier: Apache-2.0

import Akte
import Aussonderung
import TestHilfe
import Xdomea

/// What is decided and done in one run; it follows from the seed.
struct Chaosplan {
  /// What the archive decides about an Akte.
  enum Entscheidung: String, CaseIterable {
    case archivwuerdig, nichtArchivwuerdig
    /// The first Vorgang A, the others V.
    case gemischt
  }

  let fassung: XdomeaFassung
  let entscheidungen: [Entscheidung]
  /// The parts are so small that every Akte is one.
  let geteilt: Bool
  /// The agency may withdraw.
  let ziehtZurueck: Bool
  /// The archive lets its time pass before it answers.
  let saeumig: Bool
  /// Some holds stay.
  let sperreBleibt: Bool
  /// The archive's repository fails for an object at first.
  let importScheitert: Bool
  /// The number of steps in disorder.
  let schritte: Int

  init(_ zufall: inout Zufall) {
    func mit(_ prozent: Int) -> Bool { Int.random(in: 0..<100, using: &zufall) < prozent }
    fassung = XdomeaFassung.allCases.randomElement(using: &zufall) ?? .v400
    let anzahl = [1, 2, 2, 3].randomElement(using: &zufall) ?? 1
    entscheidungen = (0..<anzahl).map { i in
      let alle: [Entscheidung] =
        i == 0 ? Entscheidung.allCases : [.archivwuerdig, .nichtArchivwuerdig]
      return alle.randomElement(using: &zufall) ?? .archivwuerdig
    }
    geteilt = mit(50)
    ziehtZurueck = mit(8)
    saeumig = mit(12)
    sperreBleibt = mit(15)
    importScheitert = mit(30)
    schritte = Int.random(in: 8...20, using: &zufall)
  }

  /// The same decisions without any disturbance.
  init(rein: Chaosplan) {
    fassung = rein.fassung
    entscheidungen = rein.entscheidungen
    geteilt = false
    ziehtZurueck = false
    saeumig = false
    sperreBleibt = false
    importScheitert = false
    schritte = 0
  }

  /// Runs with the same name end alike.
  var name: String {
    "\(fassung) " + entscheidungen.map(\.rawValue).joined(separator: " ")
  }
}
