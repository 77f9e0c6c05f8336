// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// What can be said of a bag or another package.
public enum Bagurteil: String, Hashable, Sendable, Codable {
  /// Complete, and every checksum of every manifest agrees.
  case gueltig
  /// A rule is broken.
  case ungueltig
  /// No rule is seen to be broken, but something could not be checked.
  case nichtPruefbar
}

/// The outcome of checking a bag.
public struct Bagergebnis: Sendable {
  /// The findings; rules are those of ``Bagregeln``.
  public internal(set) var bericht: Pruefbericht
  /// The verdict.
  public internal(set) var urteil: Bagurteil
  /// Whether the bag is complete in the sense of RFC 8493, section 3: its form is right and every
  /// file is there; checksums apart.
  public internal(set) var vollstaendig: Bool
  /// The version that the bag states; nil if it is unreadable.
  public internal(set) var version: Bagversion?
  /// Size and number of the payload files that are there.
  public internal(set) var oxum: Oxum
  /// The descriptions of the bag.
  public internal(set) var info: Baginfo
}
