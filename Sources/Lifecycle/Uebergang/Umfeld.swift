// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What lies around the object an event happens to, as far as the event needs it.
///
/// A guard never takes "not loaded" for "not there": a part that is nil and needed is an error
/// (``Ablehnungsgrund/umfeldFehlt(_:)``). ``Zustandsquelle/wirkungen(_:richtlinie:)`` loads what is
/// needed.
public struct Umfeld: Hashable, Sendable {
  /// The objects above, the nearest first.
  public var vorfahren: [Schriftgutzustand]?
  /// The objects below, each before those in it.
  public var nachfahren: [Schriftgutzustand]?
  /// The documents in the object and in all objects below.
  public var dokumente: [Dokumentzustand]?
  /// The Aktenplaneinheit of the object (of the target for a move).
  public var einheit: Einheitszustand?
  /// The new place above for a move, the nearest first.
  public var ziel: [Schriftgutzustand]?
  /// What the catalogue says for the object and those below; objects without an entry have no rule
  /// and never become due (F21).
  public var regeln: [ObjektID: Fristregel] = [:]
  /// True if another object already has the Kennzeichen that was drawn (A01).
  public var kennzeichenVergeben: Bool?
  /// True if a file with the same digest is already there (A04, a warning).
  public var dateiBekannt = false
  /// Those of the addressed persons that exist (G01).
  public var personen: Set<String>?
  /// The new unit, if it exists (A07).
  public var organisationseinheiten: Set<String>?
  /// What forbids the deletion beside the states, such as references of other bodies (P11, P12, P14).
  public var loeschhindernisse: [String]?

  /// An empty surrounding: nothing is loaded.
  public init() {}
}
