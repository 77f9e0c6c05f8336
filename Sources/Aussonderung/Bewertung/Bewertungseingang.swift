// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// What came of reading a filled-in list.
public struct Bewertungseingang: Sendable {
  /// All findings, each with the row as the spreadsheet shows it, and the numbers of decisions.
  public let bericht: Pruefbericht
  /// The objects with the decisions and notes; nil if there is an error, then nothing is applied.
  public let liste: Objektliste?
}
