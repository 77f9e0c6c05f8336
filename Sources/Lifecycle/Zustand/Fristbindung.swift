// SPDX-License-Identifier: Apache-2.0
public import Akte

/// The rule a closed object is bound to and the days that follow from it: the copy that zdA freezes
/// (A10, A11).
///
/// The explanation is not kept: it follows from the same input at any time
/// (``Schriftgutzustand/fristeingaben(nachfahren:)``).
public struct Fristbindung: Hashable, Sendable, Codable {
  /// The rule.
  public var regel: Fristregel
  /// What can be said about the period.
  public var stand: Fristenstand
  /// Last day of the period, inclusive.
  public var ende: Kalendertag?
  /// First day on which the object may be disposed of by its own rule.
  public var reifAb: Kalendertag?
  /// First day of restricted processing (F28).
  public var eingeschraenktAb: Kalendertag?
  /// Latest day for the offer (30-year guard).
  public var spaetestensAnbieten: Kalendertag?

  init(regel: Fristregel, _ frist: Frist) {
    self.regel = regel
    stand = frist.stand
    ende = frist.ende
    reifAb = frist.reifAb
    eingeschraenktAb = frist.eingeschraenktAb
    spaetestensAnbieten = frist.spaetestensAnbieten
  }
}
