// SPDX-License-Identifier: Apache-2.0

/// At which level a transfer is divided into packages for the archive.
///
/// A Vorgang at the top is always a package of its own; documents at the top are one together. An Akte
/// that is divided gives a package for each Teilakte and Vorgang on the way, never finer, and one for
/// its loose documents. An Akte that has neither Teilakten nor Vorgänge, or names files itself (in its
/// Geschäftsgang), is never divided.
public enum Paketierungsebene: Hashable, Sendable {
  /// Each object at the top is a package.
  case wurzel
  /// Each Akte or Teilakte that has no Teilakten is a package.
  case akte
  /// Each Vorgang is a package.
  case vorgang
  /// An Akte at this depth is a package; 0 is the top, a nested Teilakte counts one.
  case stufe(Int)
}

extension Paketierungsebene: LosslessStringConvertible {
  /// `wurzel`, `akte`, `vorgang`, `stufe-1` and so on.
  public init?(_ description: String) {
    switch description {
    case "wurzel": self = .wurzel
    case "akte": self = .akte
    case "vorgang": self = .vorgang
    default:
      guard description.hasPrefix("stufe-"), let n = Int(description.dropFirst(6)), 0...99 ~= n
      else { return nil }
      self = .stufe(n)
    }
  }

  /// The name that ``init(_:)`` reads.
  public var description: String {
    switch self {
    case .wurzel: "wurzel"
    case .akte: "akte"
    case .vorgang: "vorgang"
    case .stufe(let n): "stufe-\(n)"
    }
  }
}
