// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Pruefsummen

/// How products that read RFC 4998 differently get from the lists of a reduced tree to its root.
///
/// Two questions are in dispute: whether a list with a single value is that value or its digest, and
/// whether a value that stands twice in a list counts once. What this suite writes gives the same root
/// in all readings.
public enum Lesart: String, Hashable, Sendable, CaseIterable, Codable {
  /// A single value is taken as it is; every value counts.
  case einfach
  /// A single value is taken as it is; equal values count once.
  case einfachMenge = "einfach-menge"
  /// A single value is hashed again; every value counts.
  case doppelt
  /// A single value is hashed again; equal values count once.
  case doppeltMenge = "doppelt-menge"

  var alsMenge: Bool { self == .einfachMenge || self == .doppeltMenge }
  var einzelnGehasht: Bool { self == .doppelt || self == .doppeltMenge }
}

/// A reduced hash tree (RFC 4998, section 4.2): the lists of digests that lead from one data group to
/// the root.
public struct ReduzierterBaum: Hashable, Sendable {
  /// The lists from below; the first has the digests of the group itself.
  public let listen: [[[UInt8]]]

  /// A reduced tree from its lists.
  public init(_ listen: [[[UInt8]]]) { self.listen = listen }

  /// The root that one reading gives.
  ///
  /// - Parameters:
  ///   - verfahren: The algorithm of the nodes.
  ///   - lesart: The reading.
  /// - Returns: The root; nil if there is no list or an empty one.
  /// - Throws: ``NachweisFehler/verfahrenUnzulaessig(_:)``.
  public func wurzel(
    _ verfahren: Hashverfahren, _ lesart: Lesart
  ) throws(NachweisFehler) -> [UInt8]? {
    var rechner = try bildner(verfahren)
    var wert: [UInt8]?
    for liste in listen {
      var werte = liste
      if let wert { werte.append(wert) }
      if lesart.alsMenge { werte = Array(Set(werte)) }
      guard let erster = werte.first else { return nil }
      if werte.count == 1, !lesart.einzelnGehasht {
        wert = erster
      } else {
        wert = Hashbaum.knoten(werte.map { $0[...] }, &rechner)
      }
    }
    return wert
  }

  /// The readings that lead to a root.
  ///
  /// - Parameters:
  ///   - ziel: The root, what the time stamp covers.
  ///   - verfahren: The algorithm of the nodes.
  /// - Returns: The readings; none if the tree does not lead there.
  /// - Throws: ``NachweisFehler/verfahrenUnzulaessig(_:)``.
  public func lesarten(
    zu ziel: [UInt8], _ verfahren: Hashverfahren
  ) throws(NachweisFehler) -> [Lesart] {
    var passende: [Lesart] = []
    for lesart in Lesart.allCases where try wurzel(verfahren, lesart) == ziel {
      passende.append(lesart)
    }
    return passende
  }
}
