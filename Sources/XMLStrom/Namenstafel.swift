// SPDX-License-Identifier: Apache-2.0

/// Dense codes for the names and namespaces a client knows.
///
/// A code is the index in the list given at the beginning plus 1; code 0 means an unknown name.
/// The reader looks each distinct name up once per document, so that a client compares numbers.
public struct Namenstafel: Sendable {
  private let namen: [String]
  private let codes: [String: UInt16]
  /// The known namespace URIs in the order of their codes.
  public let namensraeume: [String]

  /// A table of local names and namespace URIs.
  ///
  /// - Precondition: At most 65,000 names, none of them twice, and at most 254 namespaces.
  public init(namen: [String], namensraeume: [String]) {
    precondition(namen.count <= 65_000 && namensraeume.count <= 254, "Namenstafel zu groß")
    self.namen = namen
    self.namensraeume = namensraeume
    codes = Dictionary(
      uniqueKeysWithValues: zip(namen, (0..<namen.count).map { UInt16($0 + 1) }))
  }

  /// The number of known names; the greatest code.
  public var anzahl: Int { namen.count }

  /// The code of a local name, 0 if it is unknown.
  public func code(_ name: String) -> UInt16 { codes[name] ?? 0 }

  /// The local name with this code, "" for 0 and for codes that were not given.
  public func name(_ code: UInt16) -> String {
    code > 0 && Int(code) <= namen.count ? namen[Int(code) - 1] : ""
  }

  /// The code of a namespace URI: 0 for "", 255 for one that is not in the table.
  public func namensraumcode(_ uri: String) -> UInt8 {
    if uri.isEmpty { return 0 }
    guard let stelle = namensraeume.firstIndex(of: uri) else { return 255 }
    return UInt8(stelle + 1)
  }

  /// The namespace URI with this code, "" for 0, 255 and codes that were not given.
  public func namensraum(_ code: UInt8) -> String {
    code > 0 && Int(code) <= namensraeume.count ? namensraeume[Int(code) - 1] : ""
  }
}
