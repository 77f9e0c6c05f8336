// SPDX-License-Identifier: Apache-2.0
public import Akte

/// A computed period: its days, what it waits for, and why.
public struct Frist: Hashable, Sendable, Codable {
  /// What can be said about the period.
  public var stand: Fristenstand
  /// First day of the period.
  public var beginn: Kalendertag?
  /// Last day of the period, inclusive.
  public var ende: Kalendertag?
  /// First day on which the file may be disposed of: the day after `ende`.
  public var reifAb: Kalendertag?
  /// First day of restricted processing (rules in two stages, F28).
  public var eingeschraenktAb: Kalendertag?
  /// Latest day on which the file must be offered to the archive: 30 years after the last processing.
  ///
  /// nil if a statute or a supreme authority sets more than 30 years (F26, F27: exactly 30 years are
  /// not longer, so the alarm stays), or if the last processing is not known. An unlimited period
  /// keeps the alarm (F25).
  public var spaetestensAnbieten: Kalendertag?
  /// Why: input, rule, steps, result.
  public var begruendung: Begruendung

  /// A period from its parts; ``berechne(_:_:heute:grenzeJahre:)`` makes real ones.
  public init(stand: Fristenstand, begruendung: Begruendung) {
    self.stand = stand
    self.begruendung = begruendung
  }
}

/// What can be said about a period.
public enum Fristenstand: Hashable, Sendable, Codable {
  /// Begin and end are known.
  case bestimmt
  /// Kept without end (F25).
  case unbefristet
  /// A named event has not happened yet (F30).
  case wartetAufEreignis(String)
  /// The reference day is not known; the file is never due and belongs into a report (F21).
  case fristUnbekannt
  /// The object, or a Vorgang it counts from, is not closed (F23).
  case nichtAbgeschlossen
}
