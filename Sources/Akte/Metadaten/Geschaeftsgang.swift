// SPDX-License-Identifier: Apache-2.0

/// The route of an object through the agency with all its steps.
public struct Geschaeftsgang: Hashable, Sendable, Codable {
  /// The route's own UUID.
  public var identifikation: Identifikation
  /// All steps, whatever their state.
  public var beteiligungsschritte: [Beteiligungsschritt] = []

  /// A route without steps yet.
  public init(_ identifikation: Identifikation) { self.identifikation = identifikation }
}

/// One step of a Geschäftsgang.
public struct Beteiligungsschritt: Hashable, Sendable, Codable {
  /// The step's number within the route.
  public var nummer: String
  /// Future, current, done or skipped; list `beteiligungsstatus`.
  public var status: Code
  /// What was ordered.
  public var verfuegung: Verfuegung
  /// What was done.
  public var bearbeitung: Bearbeitung?
  /// Numbers of the steps that run at the same time (from 4.0).
  public var parallelZuBeteiligungsschritt: [String] = []
  /// The document version the step is about (from 4.0).
  public var versionNummer: String?

  /// A step.
  public init(nummer: String, status: Code, verfuegung: Verfuegung) {
    self.nummer = nummer
    self.status = status
    self.verfuegung = verfuegung
  }
}

/// An order within a Geschäftsgang.
public struct Verfuegung: Hashable, Sendable, Codable {
  /// Who ordered.
  public var ersteller: Kontakt
  /// Who shall act.
  public var adressat: Kontakt
  /// Day of the order.
  public var erstellungsdatum: Kalendertag?
  /// Time of the order; mandatory in 2.x.
  public var erstellungsuhrzeit: Uhrzeit?
  /// The text of the order.
  public var verfuegung: String?
  /// Day by which it shall be done.
  public var terminDatum: Kalendertag?
  /// Time by which it shall be done.
  public var terminUhrzeit: Uhrzeit?
  /// Free text.
  public var notiz: String?

  /// An order.
  public init(ersteller: Kontakt, adressat: Kontakt, erstellungsdatum: Kalendertag?) {
    self.ersteller = ersteller
    self.adressat = adressat
    self.erstellungsdatum = erstellungsdatum
  }
}

/// What was done in a step of a Geschäftsgang.
public struct Bearbeitung: Hashable, Sendable, Codable {
  /// Who acted.
  public var bearbeiter: Kontakt
  /// Day.
  public var datum: Kalendertag?
  /// Time; mandatory in 2.x.
  public var uhrzeit: Uhrzeit?
  /// The note for the file.
  public var vermerk: String?
  /// Free text.
  public var notiz: String?
  /// Documents added in this step.
  public var anlagen: [Dokument] = []

  /// What was done.
  public init(bearbeiter: Kontakt, datum: Kalendertag?) {
    self.bearbeiter = bearbeiter
    self.datum = datum
  }
}
