// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// What reading a Löschbuch has shown.
public struct Loeschbuchbericht: Sendable {
  /// What is to be done with the end of the file before the next line is appended.
  public enum Reparatur: Hashable, Sendable {
    /// Nothing: the file ends with a complete line, or is empty.
    case keine
    /// The last line is complete but for its line feed: append one.
    case zeilenendeErgaenzen
    /// The last line was cut off while it was written: shorten the file to so many bytes. All
    /// complete lines stay. The deletion of the lost line had not begun.
    case kuerzen(auf: Int)
  }

  /// How many lines are whole.
  public internal(set) var saetze = 0
  /// Number and hash of the last whole line.
  public internal(set) var kopf = Kettenkopf.anfang
  /// How many of them name no store (form 1).
  public internal(set) var ohneSpeicher = 0
  /// The Kennung of another store that a line names; nil if none does.
  public internal(set) var fremderSpeicher: String?
  /// What is to be done with the end of the file.
  public internal(set) var reparatur = Reparatur.keine
  /// The findings, up to the number asked for.
  public internal(set) var befunde: [Befund] = []
  /// How many findings there were beyond those kept.
  public internal(set) var weitereBefunde = 0
  /// True if some finding, kept or not, is an error.
  public internal(set) var hatFehler = false

  /// True if no finding is an error; a cut-off last line is none.
  public var istUnversehrt: Bool { !hatFehler }
}
