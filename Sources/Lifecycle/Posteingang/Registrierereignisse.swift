// SPDX-License-Identifier: Apache-2.0
public import Akte

/// An enclosure.
public struct Anlagenangabe: Hashable, Sendable, Codable {
  /// Its number, from 1.
  public var nummer: Int
  /// What it is.
  public var bezeichnung: String

  /// The data of the event.
  public init(
    nummer: Int, bezeichnung: String
  ) {
    self.nummer = nummer
    self.bezeichnung = bezeichnung
  }
}

/// The document was registered and filed (FAKTEN 4).
public struct DokumentRegistriert: Hashable, Sendable, Codable {
  /// Its Kennzeichen.
  public var kennzeichen: String?
  /// Its Betreff.
  public var betreff: String
  /// What kind of document it is.
  public var dokumenttyp: String
  /// The Akte or Vorgang it belongs to.
  public var zuordnung: ObjektID
  /// The day of receipt.
  public var posteingangsdatum: Kalendertag?
  /// The day on the letter.
  public var datumDesSchreibens: Kalendertag?
  /// The sender's reference.
  public var fremdesGeschaeftszeichen: String?
  /// How confidential it is.
  public var vertraulichkeit: String?
  /// The enclosures.
  public var anlagen: [Anlagenangabe]

  /// The data of the event.
  public init(
    kennzeichen: String? = nil, betreff: String, dokumenttyp: String, zuordnung: ObjektID,
    posteingangsdatum: Kalendertag? = nil, datumDesSchreibens: Kalendertag? = nil,
    fremdesGeschaeftszeichen: String? = nil, vertraulichkeit: String? = nil,
    anlagen: [Anlagenangabe] = []
  ) {
    self.kennzeichen = kennzeichen
    self.betreff = betreff
    self.dokumenttyp = dokumenttyp
    self.zuordnung = zuordnung
    self.posteingangsdatum = posteingangsdatum
    self.datumDesSchreibens = datumDesSchreibens
    self.fremdesGeschaeftszeichen = fremdesGeschaeftszeichen
    self.vertraulichkeit = vertraulichkeit
    self.anlagen = anlagen
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("dokumentRegistriert")
    try pruefung.text(betreff, "betreff")
    try pruefung.text(dokumenttyp, "dokumenttyp")
    guard !zuordnung.istLeer else { throw pruefung.fehlt("zuordnung") }
    try pruefung.anlagen(anlagen)
  }
}

/// The document was given to an organisational unit (FAKTEN 4).
public struct Zugewiesen: Hashable, Sendable, Codable {
  /// From where.
  public var von: String?
  /// To whom.
  public var an: String

  /// The data of the event.
  public init(
    von: String? = nil, an: String
  ) {
    self.von = von
    self.an = an
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("zugewiesen")
    try pruefung.text(an, "an")
  }
}

/// The document went astray and was passed on (FAKTEN 4).
public struct Umgeleitet: Hashable, Sendable, Codable {
  /// From where.
  public var von: String
  /// To whom.
  public var an: String
  /// Why, such as `Irrläufer`.
  public var grund: String

  /// The data of the event.
  public init(
    von: String, an: String, grund: String
  ) {
    self.von = von
    self.an = an
    self.grund = grund
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("umgeleitet")
    try pruefung.text(von, "von")
    try pruefung.text(an, "an")
    try pruefung.text(grund, "grund")
    guard Laufpruefung.name(von) != Laufpruefung.name(an) else {
      throw pruefung.falsch("an", "Ziel und Herkunft sind gleich")
    }
  }
}
