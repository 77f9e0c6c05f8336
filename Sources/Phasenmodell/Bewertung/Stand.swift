// SPDX-License-Identifier: Apache-2.0

/// What is secured, what is to be caught up, and where to work on (SCORING.md §4).
public struct Stand: Hashable, Sendable {
  /// The highest phase up to which all are secured; nil for none yet.
  public var abgesichert: Int?
  /// Phases before the position that are not secured.
  public var nachholbedarf: [Int]
  /// The phase to work on.
  public var arbeitsphase: Int

  /// Derives it from the phases and the position.
  public init(_ status: [Int: Phasenergebnis.Status], standort: Int) {
    var abgesichert: Int?
    for (phase, status) in status.sorted(by: { $0.key < $1.key }) {
      guard status.genuegt else { break }
      abgesichert = phase
    }
    self.abgesichert = abgesichert
    nachholbedarf = status.filter { $0.key < standort && !$0.value.genuegt }.map(\.key).sorted()
    let weiter = status[standort]?.genuegt == true && standort < 6 && nachholbedarf.isEmpty
    arbeitsphase = weiter ? standort + 1 : standort
  }
}
