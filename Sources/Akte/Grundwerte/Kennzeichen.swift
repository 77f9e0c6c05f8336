// SPDX-License-Identifier: Apache-2.0

/// The reference people know an object by: Aktenzeichen on an Akte, Vorgangszeichen on a Vorgang,
/// Geschäftszeichen on a Dokument.
///
/// It is never the primary key: files get new Kennzeichen when an Aktenplan is replaced
/// (lebenszyklus FAKTEN 1.2). Any text is allowed, since messages carry what the agency used.
public struct Kennzeichen: Hashable, Sendable, Codable, RawRepresentable {
  /// The text.
  public let rawValue: String

  /// A Kennzeichen with this text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A Kennzeichen with this text.
  public init(_ text: String) { rawValue = text }

  /// The text.
  public var text: String { rawValue }

  /// True if the text may become part of a path: none of `\ / : * ? " < > |` and no control
  /// characters.
  public var istPfadtauglich: Bool {
    !rawValue.isEmpty
      && rawValue.unicodeScalars.allSatisfy {
        $0.value >= 32 && $0.value != 127 && !#"\/:*?"<>|"#.unicodeScalars.contains($0)
      }
  }
}

extension Kennzeichen: ExpressibleByStringLiteral {
  /// A Kennzeichen from a literal.
  public init(stringLiteral value: String) { rawValue = value }
}

extension Kennzeichen: CustomStringConvertible {
  /// The same as ``text``.
  public var description: String { rawValue }
}
