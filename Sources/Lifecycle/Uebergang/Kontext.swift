// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Who does it, when, under which policy and in which surroundings.
///
/// No clock is read: the day and the instant come in.
public struct Kontext: Hashable, Sendable {
  /// Who acts.
  public var akteur: Akteur
  /// The second person of a four-eyes act.
  public var zweitePerson: Akteur?
  /// The day in Berlin.
  public var heute: Kalendertag
  /// The policy of the agency.
  public var richtlinie: Richtlinie
  /// What lies around the object.
  public var umfeld: Umfeld

  /// A context.
  public init(
    akteur: Akteur, zweitePerson: Akteur? = nil, heute: Kalendertag,
    richtlinie: Richtlinie = Richtlinie(), umfeld: Umfeld = Umfeld()
  ) {
    self.akteur = akteur
    self.zweitePerson = zweitePerson
    self.heute = heute
    self.richtlinie = richtlinie
    self.umfeld = umfeld
  }
}
