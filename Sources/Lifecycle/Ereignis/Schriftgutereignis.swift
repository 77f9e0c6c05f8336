// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What can happen to an Akte, Teilakte, Vorgang or Teilvorgang; the row of the transition table
/// (lebenszyklus FAKTEN 2.2) stands beside each.
public enum Schriftgutereignis: Hashable, Sendable, Codable {
  /// A01, A02: a new object.
  case anlegen(angaben: Anlageangaben)
  /// An object that already had a life elsewhere comes in (import, migration).
  case uebernehmen(angaben: Anlageangaben, stand: Altstand)
  /// A05: made by mistake.
  case stornieren(grund: String)
  /// A06: to another Akte or Aktenplaneinheit; with a new Kennzeichen.
  case umhaengen(nach: Umhaengung)
  /// A07: another unit is responsible.
  case federfuehrungAendern(neu: String)
  /// G05: look at it again on a day.
  case wiedervorlage(neu: Wiedervorlage)
  /// G05: done.
  case wiedervorlageErledigen(id: WiedervorlageID)
  /// A10, A11: zdA.
  case zdA(verfuegung: ZdAVerfuegung)
  /// A12: zdA of the object and everything open below, all or nothing.
  case zdAKaskadierend(verfuegung: ZdAVerfuegung)
  /// A13, A14: work goes on.
  case wiederaufnehmen(grund: String)
  /// A15: a day has passed.
  case transferfristAbgelaufen
  /// A16: a longer period.
  case fristVerlaengern(regel: Fristregel, grund: String)
  /// A17: a shorter period.
  case fristVerkuerzen(regel: Fristregel, rechtsgrundlage: String)
  /// An event that a period counts from became known, such as `Feststellung` (F29, F30).
  case bezugsereignis(name: String, datum: Teildatum)
  /// A18: a metadatum is corrected; before closing any, afterwards only some.
  case metadatenkorrektur(korrektur: Metadatenkorrektur)
  /// L01, L04: a hold.
  case sperreSetzen(sperre: Sperre)
  /// L02: no hold any more.
  case sperreAufheben(id: SperrID, grund: String)
  /// P11–P13: destroy the object and everything below.
  case vernichten
  /// P14: destroy by a general approval, without a single offer.
  case vernichtenNachGenehmigung
  /// A30: somebody demands erasure (Art. 17 DSGVO).
  case loeschverlangen(grund: String, sofort: Bool)
  /// A31: another body is asked to take the file over.
  case uebernahmeersuchen(an: String)
  /// A32: it refused.
  case uebernahmeAbgelehnt(grund: String)
  /// A33: it confirmed by a structured record.
  case uebernahmeBestaetigt(nachweis: String)
  /// A34: is the latest day for the offer near?
  case anbietungswaechter
  /// A36: a new version of the catalogue.
  case katalogaenderung(aenderung: Katalogaenderung)
  /// The paper part of a hybrid file was found and its place noted, or is missing again.
  case papierteil(offen: Bool, standort: String)
}

/// What a new object needs.
public struct Anlageangaben: Hashable, Sendable, Codable {
  /// What it becomes.
  public var ebene: Ebene
  /// Kennzeichen of the Aktenplaneinheit; nil takes that of the object above.
  public var einheit: String?
  /// What it is about.
  public var betreff: String
  /// The Kennzeichen drawn for it.
  public var kennzeichen: Kennzeichen
  /// Responsible unit.
  public var federfuehrung: String?
  /// Second selector into the catalogue.
  public var selektor: String?
  /// A part of it exists on paper only.
  public var papierteil: Bool

  /// A new object.
  public init(
    ebene: Ebene, einheit: String? = nil, betreff: String, kennzeichen: Kennzeichen,
    federfuehrung: String? = nil, selektor: String? = nil, papierteil: Bool = false
  ) {
    self.ebene = ebene
    self.einheit = einheit
    self.betreff = betreff
    self.kennzeichen = kennzeichen
    self.federfuehrung = federfuehrung
    self.selektor = selektor
    self.papierteil = papierteil
  }
}

/// What is known about the earlier life of an object that comes in.
public struct Altstand: Hashable, Sendable, Codable {
  /// Day of the zdA-Verfügung; nil if it is still open.
  public var zdADatum: Kalendertag?
  /// Last processing; nil takes the end of the Laufzeit, the zdA day or today.
  public var letzteBearbeitung: Kalendertag?
  /// Earliest and latest document date.
  public var laufzeit: Zeitraum
  /// A rule that comes with the object, such as its Aufbewahrungsdauer in a message.
  public var einzelregel: Fristregel?
  /// Named events that periods count from.
  public var ereignisse: [String: Teildatum]
  /// The agency's proposal for the appraisal.
  public var bewertungsvorschlag: Katalogart?
  /// Last day of the Transferfrist; nil counts it from the zdA day as the policy says.
  public var transferfristende: Kalendertag?
  /// Digests of files that the metadata name, such as those of a Geschäftsgang, in document order.
  public var weitereDateien: [Pruefsumme]?

  /// An earlier life.
  public init(
    zdADatum: Kalendertag? = nil, letzteBearbeitung: Kalendertag? = nil,
    laufzeit: Zeitraum = Zeitraum(), einzelregel: Fristregel? = nil,
    ereignisse: [String: Teildatum] = [:]
  ) {
    self.zdADatum = zdADatum
    self.letzteBearbeitung = letzteBearbeitung
    self.laufzeit = laufzeit
    self.einzelregel = einzelregel
    self.ereignisse = ereignisse
  }
}

/// Where an object is moved (A06).
public struct Umhaengung: Hashable, Sendable, Codable {
  /// The new object above; nil for an Akte.
  public var eltern: ObjektID?
  /// The new Aktenplaneinheit; nil takes that of the new object above.
  public var einheit: String?
  /// The Kennzeichen drawn at the new place.
  public var kennzeichen: Kennzeichen
  /// Why.
  public var grund: String

  /// A move.
  public init(
    eltern: ObjektID? = nil, einheit: String? = nil, kennzeichen: Kennzeichen, grund: String
  ) {
    self.eltern = eltern
    self.einheit = einheit
    self.kennzeichen = kennzeichen
    self.grund = grund
  }
}

/// The order that closes an object (A10, A11).
public struct ZdAVerfuegung: Hashable, Sendable, Codable {
  /// The day from which the periods count.
  public var datum: Kalendertag
  /// The caller knows that the day lies before the end of the Laufzeit.
  public var vorLaufzeitendeBestaetigt: Bool
  /// The agency's proposal for the appraisal, `A` or `V`.
  public var bewertungsvorschlag: Katalogart?
  /// Why it proposes that.
  public var begruendung: String

  /// A zdA-Verfügung.
  public init(
    datum: Kalendertag, vorLaufzeitendeBestaetigt: Bool = false,
    bewertungsvorschlag: Katalogart? = nil, begruendung: String = ""
  ) {
    self.datum = datum
    self.vorLaufzeitendeBestaetigt = vorLaufzeitendeBestaetigt
    self.bewertungsvorschlag = bewertungsvorschlag
    self.begruendung = begruendung
  }
}

/// A metadatum that is corrected (A18).
public struct Metadatenkorrektur: Hashable, Sendable, Codable {
  /// Which.
  public var feld: Metadatenfeld
  /// Its value before.
  public var alt: String
  /// Its value after.
  public var neu: String
  /// Why.
  public var grund: String

  /// A correction.
  public init(_ feld: Metadatenfeld, alt: String, neu: String, grund: String) {
    self.feld = feld
    self.alt = alt
    self.neu = neu
    self.grund = grund
  }
}

/// Metadata that may be corrected, and some that may not (lebenszyklus FAKTEN 2.4).
public enum Metadatenfeld: String, Hashable, Sendable, Codable, CaseIterable {
  case betreff, verweis, geheimhaltung, standort, ausleihe, bewertungsvorschlag, bemerkung
  case federfuehrung, aktenfuehrung, laufzeit, kennzeichen, zdADatum, dokumentdatum

  /// True if the field may still be corrected after closing.
  public var nachAbschluss: Bool {
    switch self {
    case .betreff, .verweis, .geheimhaltung, .standort, .ausleihe, .bewertungsvorschlag: true
    case .bemerkung, .federfuehrung, .aktenfuehrung, .laufzeit, .kennzeichen, .zdADatum,
      .dokumentdatum:
      false
    }
  }

  /// True if the field changes only by an event of its own: a move, a zdA-Verfügung, a document.
  public var nurDurchEigenesEreignis: Bool {
    switch self {
    case .kennzeichen, .zdADatum, .laufzeit, .federfuehrung, .dokumentdatum: true
    default: false
    }
  }

  /// The field's name in xdomea, for the history.
  public var xdomeaName: String {
    switch self {
    case .betreff: "Betreff"
    case .verweis: "Verweis"
    case .geheimhaltung: "Geheimhaltung"
    case .standort: "Standort"
    case .ausleihe: "Ausleihe"
    case .bewertungsvorschlag: "Bewertungsvorschlag"
    case .bemerkung: "Bemerkung"
    case .federfuehrung: "Federfuehrung"
    case .aktenfuehrung: "Aktenfuehrung"
    case .laufzeit: "Laufzeit"
    case .kennzeichen: "Kennzeichen"
    case .zdADatum: "ZdADatum"
    case .dokumentdatum: "DatumDesSchreibens"
    }
  }
}

/// The grades of secrecy in ascending order, for the rule "only lower" after closing (A18).
public enum Geheimhaltungsgrad: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  case offen = "offen"
  case nurFuerDenDienstgebrauch = "VS-NfD"
  case vertraulich = "VS-Vertraulich"
  case geheim = "Geheim"
  case strengGeheim = "Streng geheim"

  /// Lower grades are less.
  public static func < (a: Self, b: Self) -> Bool { a.rang < b.rang }

  private var rang: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What a new version of the catalogue does to one object (A36).
public struct Katalogaenderung: Hashable, Sendable, Codable {
  /// The rule of the new version.
  public var regel: Fristregel
  /// From which day the new version counts.
  public var gueltigAb: Kalendertag
  /// Whether it also counts for periods that already run.
  public var laufendeFristen: Bool

  /// A new version of the rule.
  public init(regel: Fristregel, gueltigAb: Kalendertag, laufendeFristen: Bool) {
    self.regel = regel
    self.gueltigAb = gueltigAb
    self.laufendeFristen = laufendeFristen
  }
}
