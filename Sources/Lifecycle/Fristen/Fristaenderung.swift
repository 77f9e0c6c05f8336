// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// How a new period compares with an old one.
///
/// An extension needs a reason (row A16); a reduction needs a legal basis, a second person, and no
/// hold (row A17).
public enum Fristaenderung: String, Hashable, Sendable, Codable, CaseIterable {
  /// Same end.
  case unveraendert
  /// The new end is earlier, or an end now exists.
  case verkuerzt
  /// The new end is later, or there is none any more.
  case verlaengert
  /// The old period was over; it stays as it was (row A36, F33).
  case abgelaufenUnberuehrt
  /// The end cannot be compared: an event or a day is missing on one of the sides.
  case unbestimmt

  /// Compares two periods of one object; never `abgelaufenUnberuehrt`.
  public init(von alt: Frist, zu neu: Frist) {
    switch (alt.stand, neu.stand) {
    case (.bestimmt, .bestimmt):
      guard let a = alt.ende, let n = neu.ende else {
        self = .unbestimmt
        return
      }
      self = a == n ? .unveraendert : n < a ? .verkuerzt : .verlaengert
    case (.unbefristet, .bestimmt): self = .verkuerzt
    case (.bestimmt, .unbefristet): self = .verlaengert
    case (let a, let n): self = a == n ? .unveraendert : .unbestimmt
    }
  }

  /// The change as people read it.
  public var anzeige: String {
    switch self {
    case .unveraendert: "unverändert"
    case .verkuerzt: "verkürzt"
    case .verlaengert: "verlängert"
    case .abgelaufenUnberuehrt: "abgelaufen, bleibt unberührt"
    case .unbestimmt: "nicht bestimmbar"
    }
  }
}
