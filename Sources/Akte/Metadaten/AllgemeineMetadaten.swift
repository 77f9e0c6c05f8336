// SPDX-License-Identifier: Apache-2.0

/// The metadata that every object may carry (xdomea 4.0 `AllgemeineMetadatenType`).
public struct AllgemeineMetadaten: Hashable, Sendable, Codable {
  /// What the object is about.
  public var betreff: String?
  /// Aktenzeichen, Vorgangszeichen or Geschäftszeichen.
  public var kennzeichen: Kennzeichen?
  /// Who is responsible for the business process.
  public var federfuehrung: String?
  /// Who keeps the file.
  public var aktenfuehrung: String?
  /// Secrecy; up to 3.1 only the grade, as `Vertraulichkeitsstufe`.
  @Selten public var geheimhaltung: Geheimhaltung?
  /// Free text.
  public var bemerkung: String?
  /// `001` electronic, `002` hybrid, `003` paper.
  public var medium: Code?
  /// Where the object belongs in the Aktenplan.
  @Selten public var aktenplaneinheit: Aktenplanverweis?
  /// When the object was last changed (from 4.0).
  public var zeitpunktLetzteAenderung: Zeitpunkt?
  /// Structure above the object that the five levels cannot carry (from 4.0).
  public var strukturpfad: [Pfadelement]?
  /// Data protection level as text (from 4.0).
  public var datenschutzstufe: String?
  /// Data protection level as an entry of an agreed list (from 4.0).
  @Selten public var datenschutzstufeCode: Code?

  /// Empty metadata.
  public init() {}

  /// Metadata of an ordinary electronic object.
  public init(betreff: String?, kennzeichen: Kennzeichen? = nil, medium: Code? = nil) {
    self.betreff = betreff
    self.kennzeichen = kennzeichen
    self.medium = medium
  }
}

/// Secrecy of an object (xdomea 4.0 `GeheimhaltungType`).
public struct Geheimhaltung: Hashable, Sendable, Codable {
  /// The grade; list `vertraulichkeitsstufe` 1.0 up to 3.1, an agreed list from 4.0.
  public var grad: Code?
  /// Year in which the classification ends.
  public var einstufungsfrist: Int?
  /// Day of classification.
  public var eingestuftAm: Kalendertag?
  /// Who classified.
  public var herausgeber: String?
  /// Day on which the classification ends.
  public var einstufungEndetAm: Kalendertag?
  /// Free text.
  public var bemerkung: String?

  /// Secrecy with a grade.
  public init(grad: Code? = nil) { self.grad = grad }
}

/// The unit of the Aktenplan an object is filed under, as the object itself names it.
public struct Aktenplanverweis: Hashable, Sendable, Codable {
  /// The unit's Kennzeichen, for example `13.21`.
  public var kennzeichen: String?
  /// What is filed there.
  public var inhaltsangabe: String?
  /// Short form of the title (from 3.0).
  public var betreffKurz: String?

  /// A reference to a unit of the Aktenplan.
  public init(
    kennzeichen: String? = nil, inhaltsangabe: String? = nil, betreffKurz: String? = nil
  ) {
    self.kennzeichen = kennzeichen
    self.inhaltsangabe = inhaltsangabe
    self.betreffKurz = betreffKurz
  }
}

/// One step of a Strukturpfad, from the top down (from 4.0).
public struct Pfadelement: Hashable, Sendable, Codable {
  /// The name of the structural element.
  public var name: String
  /// Its kind, list `strukturelementtyp` 1.0.
  public var typ: Code

  /// A step of a path.
  public init(name: String, typ: Code) {
    self.name = name
    self.typ = typ
  }
}

/// A span of days, both inclusive and both optional.
public struct Zeitraum: Hashable, Sendable, Codable {
  /// First day.
  public var beginn: Kalendertag?
  /// Last day.
  public var ende: Kalendertag?

  /// A span of days.
  public init(beginn: Kalendertag? = nil, ende: Kalendertag? = nil) {
    self.beginn = beginn
    self.ende = ende
  }
}
