// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What the machine must know about a unit of the Aktenplan.
public struct Einheitszustand: Hashable, Sendable, Codable {
  /// The unit's Kennzeichen, for example `13.21`.
  public let kennzeichen: String
  /// What is filed there.
  public var bezeichnung: String
  /// When it may be used.
  public var gueltigkeit: Zeitraum
  /// True if there is no unit below it.
  public var istBlatt: Bool
  /// No new Akten (A35).
  public internal(set) var stillgelegt = false
  /// The appraisal of the whole unit, agreed with the archive (0513/0514; P14, P15).
  public internal(set) var vorabbewertung: Vorabbewertung?

  /// A unit.
  public init(
    kennzeichen: String, bezeichnung: String, gueltigkeit: Zeitraum = Zeitraum(),
    istBlatt: Bool = true
  ) {
    self.kennzeichen = kennzeichen
    self.bezeichnung = bezeichnung
    self.gueltigkeit = gueltigkeit
    self.istBlatt = istBlatt
  }
}

/// An appraisal that covers all files of a unit (two-step procedure).
public struct Vorabbewertung: Hashable, Sendable, Codable {
  /// Id of the approval or of the process in which the catalogue was exchanged.
  public var nachweis: String
  /// `A` or `V`.
  public var art: Katalogart
  /// From when to when it counts.
  public var gueltigkeit: Zeitraum

  /// An appraisal of a unit.
  public init(nachweis: String, art: Katalogart, gueltigkeit: Zeitraum = Zeitraum()) {
    self.nachweis = nachweis
    self.art = art
    self.gueltigkeit = gueltigkeit
  }
}
