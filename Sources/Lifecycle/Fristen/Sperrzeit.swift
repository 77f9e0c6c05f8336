// SPDX-License-Identifier: Apache-2.0
public import Akte

/// A time in which a hold forbids disposal (FAKTEN 0, rule 10).
///
/// A hold postpones the disposal; the period itself runs on unchanged.
public struct Sperrzeit: Hashable, Sendable, Codable {
  /// First day of the hold.
  public var von: Kalendertag
  /// The day on which it was lifted; nil while it is in force.
  ///
  /// From this day on disposal is possible again.
  public var aufgehobenAm: Kalendertag?
  /// Why.
  public var grund: String

  /// A hold.
  public init(von: Kalendertag, aufgehobenAm: Kalendertag? = nil, grund: String = "") {
    self.von = von
    self.aufgehobenAm = aufgehobenAm
    self.grund = grund
  }

  /// True if the hold is in force on this day.
  public func gilt(am tag: Kalendertag) -> Bool {
    guard tag >= von else { return false }
    guard let aufgehobenAm else { return true }
    return tag < aufgehobenAm
  }
}

extension Frist {
  /// The first day on which the file may really be disposed of (F34–F36).
  ///
  /// - Parameters:
  ///   - sperrzeiten: Holds in any order; they may overlap.
  ///   - fruehestens: Do not look before this day; nil begins at ``reifAb``.
  /// - Returns: nil if the period has no end, or if a hold is in force that nobody has lifted.
  public func wirksamAb(_ sperrzeiten: [Sperrzeit], fruehestens: Kalendertag? = nil)
    -> Kalendertag?
  {
    guard let reifAb else { return nil }
    var tag = max(reifAb, fruehestens ?? reifAb)
    // In the order of their beginnings one pass is enough: a hold that was passed does not return.
    for sperre in sperrzeiten.sorted(by: { $0.von < $1.von }) where sperre.gilt(am: tag) {
      guard let ende = sperre.aufgehobenAm else { return nil }
      tag = ende
    }
    return tag
  }
}
