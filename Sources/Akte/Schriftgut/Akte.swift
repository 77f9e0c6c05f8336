// SPDX-License-Identifier: Apache-2.0

/// A file: what belongs together in one matter (also a Teilakte, which is a full Akte).
public struct Akte: Hashable, Sendable, Codable {
  /// UUID and number.
  public var identifikation: Identifikation
  /// True if the object is only sent for context (from 4.0, mandatory there); nil up to 3.1.
  public var kontextobjekt: Bool?
  /// Betreff, Aktenzeichen and so on.
  public var allgemeineMetadaten: AllgemeineMetadaten?
  /// Retention and appraisal.
  public var aussonderungsmetadaten: Aussonderungsmetadaten?
  /// Where the paper part is.
  public var standort: String?
  /// Kind of Akte.
  public var typ: String?
  /// First and last document date.
  public var laufzeit: Zeitraum?
  /// History.
  public var historie: [HistorienProtokollInformation] = []
  /// Routes through the agency; up to 3.1 at most one.
  public var geschaeftsgaenge: [Geschaeftsgang] = []
  /// Documents directly in the Akte.
  public var dokumente: [Dokument] = []
  /// Vorgänge.
  public var vorgaenge: [Vorgang] = []
  /// Parts or volumes.
  public var teilakten: [Akte] = []
  /// References to other objects.
  public var verweise: [Verweis] = []
  /// Contacts.
  public var kontakte: [Kontakt] = []
  /// Closed by zdA-Verfügung (from 3.0).
  public var zdA: Bool?
  /// Day of closing (from 3.0).
  public var zdADatum: Kalendertag?
  /// Agreed additional fields; up to 3.1 at most one extension.
  public var erweiterungen: [Erweiterung] = []
  /// Agreed additional XML (from 3.0).
  public var erweiterungXML: XMLFragment?

  /// The minimum: an identification.
  public init(_ identifikation: Identifikation) { self.identifikation = identifikation }

  /// An electronic Akte with a Betreff.
  public init(id: ObjektID, betreff: String, kennzeichen: Kennzeichen? = nil) {
    self.init(Identifikation(id))
    allgemeineMetadaten = AllgemeineMetadaten(
      betreff: betreff, kennzeichen: kennzeichen, medium: .mediumElektronisch)
  }

  /// The Akte's UUID.
  public var id: ObjektID { identifikation.id }

  /// The Betreff, if there is one.
  public var betreff: String? { allgemeineMetadaten?.betreff }
}

/// A business case within an Akte (also a Teilvorgang, which is a full Vorgang).
public struct Vorgang: Hashable, Sendable, Codable {
  /// UUID and number.
  public var identifikation: Identifikation
  /// True if the object is only sent for context (from 4.0, mandatory there); nil up to 3.1.
  public var kontextobjekt: Bool?
  /// Betreff, Vorgangszeichen and so on.
  public var allgemeineMetadaten: AllgemeineMetadaten?
  /// Retention and appraisal.
  public var aussonderungsmetadaten: Aussonderungsmetadaten?
  /// The Betreff of the Akte, where the Vorgang travels alone.
  public var aktenbetreff: String?
  /// Kind of Vorgang.
  public var typ: String?
  /// Closed by zdA-Verfügung.
  public var zdA: Bool?
  /// Day of closing (from 3.0).
  public var zdADatum: Kalendertag?
  /// First and last document date.
  public var laufzeit: Zeitraum?
  /// History.
  public var historie: [HistorienProtokollInformation] = []
  /// Routes through the agency; up to 3.1 at most one.
  public var geschaeftsgaenge: [Geschaeftsgang] = []
  /// Documents.
  public var dokumente: [Dokument] = []
  /// References to other objects.
  public var verweise: [Verweis] = []
  /// Contacts.
  public var kontakte: [Kontakt] = []
  /// Parts.
  public var teilvorgaenge: [Vorgang] = []
  /// Agreed additional fields; up to 3.1 at most one extension.
  public var erweiterungen: [Erweiterung] = []
  /// Agreed additional XML (from 3.0).
  public var erweiterungXML: XMLFragment?

  /// The minimum: an identification.
  public init(_ identifikation: Identifikation) { self.identifikation = identifikation }

  /// An electronic Vorgang with a Betreff.
  public init(id: ObjektID, betreff: String, kennzeichen: Kennzeichen? = nil) {
    self.init(Identifikation(id))
    allgemeineMetadaten = AllgemeineMetadaten(
      betreff: betreff, kennzeichen: kennzeichen, medium: .mediumElektronisch)
  }

  /// The Vorgang's UUID.
  public var id: ObjektID { identifikation.id }

  /// The Betreff, if there is one.
  public var betreff: String? { allgemeineMetadaten?.betreff }
}

/// What may stand at the top of an offer or a transfer.
public enum Schriftgutobjekt: Hashable, Sendable {
  /// An Akte.
  case akte(Akte)
  /// A Vorgang without its Akte.
  case vorgang(Vorgang)
  /// A loose document (up to 3.1 only).
  case dokument(Dokument)

  /// The object's UUID.
  public var id: ObjektID {
    switch self {
    case .akte(let a): a.id
    case .vorgang(let v): v.id
    case .dokument(let d): d.id
    }
  }

  /// The object's Betreff, if it has one.
  public var betreff: String? {
    switch self {
    case .akte(let a): a.betreff
    case .vorgang(let v): v.betreff
    case .dokument(let d): d.betreff
    }
  }
}
