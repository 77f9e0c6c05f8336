// SPDX-License-Identifier: Apache-2.0
public import Akte

/// A hold: as long as it stands, nothing is disposed of.
///
/// It does not stop the clock (lebenszyklus FAKTEN 0, rule 10; rows L01–L04).
public struct Sperre: Hashable, Sendable, Codable {
  /// How far a hold reaches.
  public enum Umfang: String, Hashable, Sendable, Codable {
    /// The object alone; what lies above it can still not be disposed of as a whole.
    case objekt
    /// The object and everything below.
    case teilbaum
  }

  /// The hold's id; the same for all objects that one query found.
  public var id: SperrID
  /// Why.
  public var grund: String
  /// Who wants it: a court, the data protection officer, the audit office.
  public var behoerde: String
  /// How far it reaches.
  public var umfang: Umfang
  /// The query that found the object, if the hold was set by one.
  public var abfrage: String?
  /// Day on which somebody asks whether it is still needed.
  public var pruefenAm: Kalendertag?
  /// Id of the person who set it; filled in when it is set.
  public internal(set) var gesetztVon: String = ""
  /// Day on which it was set; filled in when it is set.
  public internal(set) var gesetztAm: Kalendertag?

  /// A hold that is not set yet.
  public init(
    id: SperrID, grund: String, behoerde: String, umfang: Umfang = .teilbaum,
    abfrage: String? = nil, pruefenAm: Kalendertag? = nil
  ) {
    self.id = id
    self.grund = grund
    self.behoerde = behoerde
    self.umfang = umfang
    self.abfrage = abfrage
    self.pruefenAm = pruefenAm
  }
}

/// A day on which somebody looks at the Vorgang again (G05).
public struct Wiedervorlage: Hashable, Sendable, Codable {
  /// Its id.
  public var id: WiedervorlageID
  /// The day.
  public var termin: Kalendertag
  /// What for.
  public var vermerk: String

  /// A Wiedervorlage.
  public init(id: WiedervorlageID, termin: Kalendertag, vermerk: String = "") {
    self.id = id
    self.termin = termin
    self.vermerk = vermerk
  }
}
