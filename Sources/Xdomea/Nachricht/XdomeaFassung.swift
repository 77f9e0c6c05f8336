// SPDX-License-Identifier: Apache-2.0

/// A published version of the xdomea standard that this codec knows.
///
/// Not named `XdomeaVersion`: DocC leaves out what begins with the module's name and `Version`.
public enum XdomeaFassung: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// 2.3.0
  case v230 = "2.3.0"
  /// 2.4.0
  case v240 = "2.4.0"
  /// 3.0.0
  case v300 = "3.0.0"
  /// 3.1.0
  case v310 = "3.1.0"
  /// 4.0.0
  case v400 = "4.0.0"

  /// The namespace of the version's messages; the only safe sign of the version (FAKTEN 0).
  public var namensraum: String { "urn:xoev-de:xdomea:schema:" + rawValue }

  /// The version whose messages have this namespace; nil if unknown (R12).
  public init?(namensraum: String) {
    guard let v = Self.allCases.first(where: { $0.namensraum == namensraum }) else { return nil }
    self = v
  }

  /// Older versions are less.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }

  /// The schema file that declares the messages of the Aussonderung family.
  public var schemadatei: String { "xdomea-Nachrichten-AussonderungDurchfuehren.xsd" }

  /// True if a message can prove its files by a hash (from 4.0).
  public var hatHash: Bool { self >= .v400 }

  /// True if files are named in the short form `ProzessID_0503_1` (from 4.0, FAKTEN 7).
  public var hatKurzeNamen: Bool { self >= .v400 }
}
