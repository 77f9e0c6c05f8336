// SPDX-License-Identifier: Apache-2.0

/// How sure a format was recognised.
public enum Formatsicherheit: Int, Hashable, Sendable, Codable, Comparable {
  /// Only the extension of the name says so.
  case endung = 0
  /// The content has no signature and looks like it.
  case heuristik = 1
  /// The content has a sign of it, but not its whole structure.
  case wahrscheinlich = 2
  /// Signature and structure agree.
  case sicher = 3

  /// The word for people.
  public var anzeige: String {
    switch self {
    case .endung: "vermutet nach der Endung"
    case .heuristik: "Heuristik"
    case .wahrscheinlich: "wahrscheinlich"
    case .sicher: "sicher"
    }
  }

  /// Whether `links` is less sure than `rechts`.
  public static func < (links: Self, rechts: Self) -> Bool { links.rawValue < rechts.rawValue }
}

/// One format that a file may have.
public struct Formatkandidat: Hashable, Sendable {
  /// The format.
  public let format: Dateiformat
  /// Its version, such as `1.7` or `2u`; nil if it is not known or does not matter.
  public let fassung: String?
  /// How sure this is.
  public let sicherheit: Formatsicherheit
  /// What it was recognised by, in German.
  public let grund: String
  /// The code of the list Dateiformat of xdomea; where it depends on the extension, that of this file.
  public let code: String

  /// The PRONOM id; nil where it would be a guess.
  public var puid: String? { fassung.flatMap { format.fassungen[$0] } ?? format.puid }

  /// Name and version for people.
  public var anzeige: String {
    guard let fassung else { return format.name }
    return format == .pdfa ? "PDF/A-\(fassung) (nach eigener Angabe)" : "\(format.name) \(fassung)"
  }
}
