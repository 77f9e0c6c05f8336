// SPDX-License-Identifier: Apache-2.0

import Aussonderung
import Foundation
import Glibc
import TestHilfe

/// Whom the kills hit, and in what.
struct Treffer {
  /// By side and what it was doing.
  var nach: [Seite: [String: Int]] = [:]
  /// Those that came when the process had changed something since it began.
  var mittendrin = 0

  var alle: Int { nach.values.reduce(0) { $0 + $1.values.reduce(0, +) } }

  func auf(_ seite: Seite) -> Int { nach[seite]?.values.reduce(0, +) ?? 0 }

  static func += (a: inout Self, b: Self) {
    a.mittendrin += b.mittendrin
    for (seite, zahlen) in b.nach {
      a.nach[seite, default: [:]].merge(zahlen) { $0 + $1 }
    }
  }
}

/// One procedure from the offer to the deletion, both sides as processes that are killed.
struct Absturzlauf {
  let ordner: URL
  private(set) var treffer = Treffer()
  private(set) var fehler: [String] = []
  private var seiten: [Seite: Verfahrensprogramm] = [:]

  init(_ ordner: URL) { self.ordner = ordner }

  /// Kills at random moments at most so often, and lets the procedure come to its end.
  mutating func laufe(abschuesse: Int, _ zufall: inout Zufall) throws {
    // Far more than a loaded machine needs; only what hangs for good is an error.
    let ende = Date(timeIntervalSinceNow: 1_200)
    for seite in [Seite.archiv, .behoerde] {
      seiten[seite] = try Verfahrensprogramm(seite, ordner)
    }
    while fehler.isEmpty, try !istFertig() {
      guard Date() < ende else {
        fehler.append("kommt nicht ans Ende")
        break
      }
      if treffer.alle < abschuesse {
        try schiesse(&zufall)
      } else {
        usleep(2_000)
      }
    }
    if fehler.isEmpty { try leereFaecher(bis: ende) }
    for p in seiten.values { _ = p.schiesseAb() }
  }

  /// True once the agency has nothing left to do; a side that ended otherwise is an error.
  private mutating func istFertig() throws -> Bool {
    if let archiv = seiten[.archiv], !archiv.laeuft {
      fehler.append(try archiv.mangel() ?? "das Archiv hörte auf")
    }
    guard let behoerde = seiten[.behoerde], !behoerde.laeuft else { return false }
    if let mangel = try behoerde.mangel() { fehler.append(mangel) }
    return true
  }

  /// What a side can be doing when it is killed; first, that it looks at what the last interruption
  /// left.
  private static let ziele: [(seite: Seite, taetigkeit: String)] =
    ["beginnt", "setztFort", "holtAb", "bietetAn", "sperrt", "gibtAb", "loescht"]
    .map { (.behoerde, $0) }
    + ["beginnt", "holtAb", "bewertet", "uebernimmt", "bestaetigt"].map { (.archiv, $0) }

  /// Waits until a side does a certain thing, kills it a little later, whatever it does then, and
  /// starts it again; nothing if it does not come to that for a while or has nothing to do.
  private mutating func schiesse(_ zufall: inout Zufall) throws {
    guard let ziel = Self.ziele.randomElement(using: &zufall), let p = seiten[ziel.seite] else {
      return
    }
    let spaeter = [2_000, 15_000, 60_000].randomElement(using: &zufall) ?? 0
    let warten = UInt32.random(in: 0...UInt32(spaeter), using: &zufall)
    for _ in 0..<1_500 where p.laeuft && p.taetigkeit != ziel.taetigkeit { usleep(200) }
    guard p.laeuft, p.taetigkeit == ziel.taetigkeit else { return }
    usleep(warten)
    guard p.taetigkeit != "wartet", p.schiesseAb() else { return }
    let taetigkeit = p.taetigkeit
    if taetigkeit != "wartet" {
      treffer.nach[ziel.seite, default: [:]][taetigkeit, default: 0] += 1
      if p.hatVeraendert { treffer.mittendrin += 1 }
    }
    seiten[ziel.seite] = try Verfahrensprogramm(ziel.seite, ordner)
  }

  /// Lets both sides take what still lies in their inboxes.
  private mutating func leereFaecher(bis ende: Date) throws {
    while fehler.isEmpty {
      let offen = try Verfahrensbefund.container(ordner.path + "/zum-archiv")
      if offen.isEmpty, seiten[.archiv]?.taetigkeit == "wartet" {
        guard try !Verfahrensbefund.container(ordner.path + "/zur-behoerde").isEmpty else { return }
        seiten[.behoerde] = try Verfahrensprogramm(.behoerde, ordner)
        if let mangel = try seiten[.behoerde]?.mangel() { fehler.append(mangel) }
      }
      if Date() > ende { fehler.append("die Post bleibt liegen") }
      if let archiv = seiten[.archiv], !archiv.laeuft {
        fehler.append(try archiv.mangel() ?? "das Archiv hörte auf")
      }
      usleep(2_000)
    }
  }
}
