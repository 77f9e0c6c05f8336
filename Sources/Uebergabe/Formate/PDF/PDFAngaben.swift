// SPDX-License-Identifier: Apache-2.0

/// What a PDF says of itself; none of it is proved.
public struct PDFAngaben: Hashable, Sendable {
  /// The version of PDF, the later one of header and catalogue; nil if there is no such version.
  public let version: String?
  /// The claim to be PDF/A in the metadata of the catalogue.
  public let pdfa: PDFAAngabe?
  /// Whether the claim was found by searching, because the tree of objects could not be read.
  public let istOhneObjektbaum: Bool
  /// Whether the trailer names an encryption.
  public let istVerschluesselt: Bool
}

/// The claim of a PDF to be PDF/A (ISO 19005): part and conformance level.
///
/// A claim is not validity.
public struct PDFAAngabe: Hashable, Sendable {
  /// Part and level, such as `2u` or `4`.
  public let stufe: String

  /// Part and level that exist (ISO 19005-1 to -4).
  static let stufen: Set<String> = [
    "1a", "1b", "2a", "2b", "2u", "3a", "3b", "3u", "4", "4e", "4f",
  ]

  /// Whether the standard has this level.
  public var gibtEs: Bool { Self.stufen.contains(stufe) }
}
