// SPDX-License-Identifier: Apache-2.0

/// The version of BagIt that a bag states, and what changed with it.
public struct Bagversion: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The number before the dot.
  public let haupt: Int
  /// The number after the dot.
  public let neben: Int

  /// The version of RFC 8493.
  public static let v10 = Bagversion(haupt: 1, neben: 0)

  /// The versions that this suite reads: the drafts 0.93 to 0.97 and RFC 8493.
  public static let bekannte: Set<Bagversion> = Set(
    (93...97).map { Bagversion(haupt: 0, neben: $0) } + [v10])

  init(haupt: Int, neben: Int) {
    self.haupt = haupt
    self.neben = neben
  }

  /// The version `M.N`; nil for any other text.
  public init?(_ text: String) {
    let teile = text.split(separator: "." as Character, omittingEmptySubsequences: false)
    guard teile.count == 2,
      teile.allSatisfy({
        !$0.isEmpty && $0.utf8.count <= 4 && $0.utf8.allSatisfy { 0x30...0x39 ~= $0 }
      }),
      let haupt = Int(teile[0]), let neben = Int(teile[1])
    else { return nil }
    self.init(haupt: haupt, neben: neben)
  }

  /// The version as `bagit.txt` writes it.
  public var description: String { "\(haupt).\(neben)" }

  /// True for the older of two versions.
  public static func < (links: Bagversion, rechts: Bagversion) -> Bool {
    (links.haupt, links.neben) < (rechts.haupt, rechts.neben)
  }

  /// Whether the rules of RFC 8493 hold: percent codes, every file in every manifest.
  var istRFC: Bool { self >= .v10 }

  /// The file of descriptions: it had another name up to 0.95.
  var infodatei: String {
    self < Bagversion(haupt: 0, neben: 96) ? "package-info.txt" : "bag-info.txt"
  }
}
