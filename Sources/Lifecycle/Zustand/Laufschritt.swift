// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What a step of a Geschäftsgang asks for (G01).
public enum Schrittart: String, Hashable, Sendable, Codable, CaseIterable {
  case mitzeichnung, kenntnisnahme, bearbeitung, ruecksprache, schlusszeichnung

  /// The name for people.
  public var anzeige: String {
    switch self {
    case .mitzeichnung: "Mitzeichnung"
    case .kenntnisnahme: "Kenntnisnahme"
    case .bearbeitung: "Bearbeitung"
    case .ruecksprache: "Rücksprache"
    case .schlusszeichnung: "Schlusszeichnung"
    }
  }
}

/// What became of a step.
public enum Schrittstatus: String, Hashable, Sendable, Codable, CaseIterable {
  case offen, erledigt, zurueckgewiesen, uebersprungen
  /// The content was changed afterwards, so the step does not count any more (G04).
  case hinfaellig
}

/// A step as it is ordered.
public struct Schrittvorgabe: Hashable, Sendable, Codable {
  /// What is asked for.
  public var art: Schrittart
  /// Id of the person who shall act.
  public var adressat: String
  /// Steps with the same number run at the same time; smaller numbers come first.
  public var gruppe: Int
  /// The text of the order.
  public var text: String
  /// Day by which it shall be done.
  public var termin: Kalendertag?

  /// A step.
  public init(
    _ art: Schrittart, adressat: String, gruppe: Int = 1, text: String = "",
    termin: Kalendertag? = nil
  ) {
    self.art = art
    self.adressat = adressat
    self.gruppe = gruppe
    self.text = text
    self.termin = termin
  }
}

/// A step of a Geschäftsgang (G01–G04).
public struct Laufschritt: Hashable, Sendable, Codable {
  /// Its number within the Dokument, from 1.
  public internal(set) var nummer: Int
  /// What was ordered.
  public internal(set) var vorgabe: Schrittvorgabe
  /// Id of the person who ordered.
  public internal(set) var ersteller: String
  /// Day of the order.
  public internal(set) var erstelltAm: Kalendertag
  /// The version it is about, by its digest.
  public internal(set) var fassung: Pruefsumme
  /// What became of it.
  public internal(set) var status: Schrittstatus = .offen
  /// Id of the person who acted; whoever skips a step is named here.
  public internal(set) var bearbeiter: String?
  /// Day of the act.
  public internal(set) var erledigtAm: Kalendertag?
  /// The note for the file.
  public internal(set) var vermerk: String?
}
