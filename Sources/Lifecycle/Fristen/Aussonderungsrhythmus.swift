// SPDX-License-Identifier: Apache-2.0
public import Akte

/// On which days a municipality disposes of files, as agreed with the archive (F48).
public struct Aussonderungsrhythmus: Hashable, Sendable, Codable {
  /// Month of the run, 1 to 12.
  public let monat: Int
  /// Day of the run; in a month that lacks it, the month's last day.
  public let tag: Int
  /// Every how many years, 1 for every year.
  public let alleJahre: Int
  /// A year with a run, from which `alleJahre` counts in both directions.
  public let jahrMitLauf: Int

  /// A rhythm; nil unless month and day exist in a leap year, and `alleJahre` is 1 to 100.
  public init?(monat: Int, tag: Int, alleJahre: Int = 1, jahrMitLauf: Int = 2000) {
    guard Kalendertag(2000, monat, tag) != nil, (1...100).contains(alleJahre),
      (1...9999).contains(jahrMitLauf)
    else { return nil }
    self.monat = monat
    self.tag = tag
    self.alleJahre = alleJahre
    self.jahrMitLauf = jahrMitLauf
  }

  /// The first run on or after a day; nil outside of the years 1 to 9999.
  public func naechsterLauf(ab fruehestens: Kalendertag) -> Kalendertag? {
    let versatz = (jahrMitLauf - fruehestens.jahr) % alleJahre
    var jahr = fruehestens.jahr + (versatz < 0 ? versatz + alleJahre : versatz)
    while (1...9999).contains(jahr) {
      let letzter = Kalendertag.tage(imMonat: monat, jahr)
      guard let lauf = Kalendertag(jahr, monat, min(tag, letzter)) else { return nil }
      if lauf >= fruehestens { return lauf }
      jahr += alleJahre
    }
    return nil
  }

  /// The run with which a file is disposed of; nil if its period has no end.
  public func lauf(fuer frist: Frist) -> Kalendertag? { frist.reifAb.flatMap(naechsterLauf(ab:)) }
}
