// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// What checking a Protokoll has shown.
public struct Kettenbericht: Sendable {
  /// The first place where the chain is broken.
  public struct Bruch: Hashable, Sendable {
    /// The number that the entry has by its place.
    public let folge: Int64
    /// The rule that was broken, such as `PR2`.
    public let regel: String
    /// How many entries follow this one.
    public internal(set) var danach: Int
  }

  /// The chain's end before the first entry that was checked; ``Kettenkopf/anfang`` if the chain
  /// was checked from its first entry on.
  public let beginn: Kettenkopf
  /// How many entries there were.
  public internal(set) var eintraege = 0
  /// The first broken entry; nil if all are whole.
  public internal(set) var bruch: Bruch?
  /// Number and hash of the last whole entry.
  public internal(set) var kopf: Kettenkopf
  /// How many payloads were there and compared with their entries.
  public internal(set) var nutzlastenGeprueft = 0
  /// How many payloads were not there, so that nothing can be said about them.
  public internal(set) var nutzlastenFehlen = 0
  /// Within how many entries event ids were compared; nil for all.
  public internal(set) var ereignisfenster: Int?
  /// The findings, in the order of the entries, up to the number asked for.
  public internal(set) var befunde: [Befund] = []
  /// How many findings there were beyond those kept.
  public internal(set) var weitereBefunde = 0
  /// True if some finding, kept or not, is an error.
  public internal(set) var hatFehler = false

  init(nach beginn: Kettenkopf, ereignisfenster: Int?) {
    self.beginn = beginn
    kopf = beginn
    self.ereignisfenster = ereignisfenster
  }

  /// True if no finding is an error.
  public var istUnversehrt: Bool { !hatFehler }
}
