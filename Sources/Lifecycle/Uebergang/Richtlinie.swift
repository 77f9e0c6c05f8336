// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What an agency may decide for itself.
///
/// Every value is a decision of the house, not a rule of law, except where a docstring says
/// otherwise.
public struct Richtlinie: Hashable, Sendable, Codable {
  /// New Akten only in units without units below (A01).
  public var nurBlaetter = true
  /// Sachbearbeitung may close a Vorgang (A10).
  public var sachbearbeitungSchliesstVorgang = true
  /// Sachbearbeitung may close an Akte (A11).
  public var sachbearbeitungSchliesstAkte = true
  /// A Vorgang without any document cannot be closed (A10).
  public var dokumentpflicht = true
  /// An Akte without a rule of the catalogue cannot be closed (FAKTEN 1.3).
  public var regelpflicht = true
  /// Length of the Transferfrist in months; 0 means directly into the Altregistratur (FAKTEN 3, notes).
  public var transferfristMonate = 12
  /// Only somebody else than who set a hold may lift it (L02).
  public var sperreAufhebenDurchAndere = true
  /// Deleting after a confirmed import needs a second person, too (P11).
  public var loeschenZuZweit = false
  /// Days between the confirmed import and the deletion (P11).
  public var karenztage = 30
  /// How many months before the latest day of the offer the alarm begins (A34).
  public var waechterVorlaufMonate = 12
  /// How long the archive may take to decide.
  ///
  /// There is no default: without it P06 never fires (FAKTEN 2.7).
  public var bewertungsfrist: Bewertungsfrist?
  /// Values agreed with the archive beside A, B and V, and what they mean (P04).
  public var vereinbarteWerte: [String: Katalogart] = [:]
  /// Largest primary file in bytes; nil: any (A04).
  public var hoechsteDateigroesse: Int64?
  /// How an Aktenzeichen is built (FAKTEN 1.2); nil: `{AktenplanKz}/{LfdNr}`.
  public var aktenzeichen: Kennzeichenregel?
  /// What is asked of scans (section 4).
  public var scanregeln = Scanregeln()
  /// How many days a backup of the day of a destruction is kept: until then it can hold the content
  /// (FAKTEN 2.8).
  ///
  /// There is no default: nobody but the house knows its backups.
  public var sicherungstage: Int?
  /// How many years a Vernichtungsprotokoll is kept, counted from the end of its year (FAKTEN 0 rule 7,
  /// 2.8).
  ///
  /// There is no default: no source names a period, the house's Aufbewahrungskatalog has to.
  public var nachweisfristJahre: Int?
  /// Structural levels an object may lie deep; xdomea carries 5 (FAKTEN 1.1).
  public var hoechsteTiefe = 5

  /// The house's defaults.
  public init() {}
}

extension Richtlinie {
  /// The last day on which a backup can still hold what is destroyed on a day; nil if the house did not
  /// say how long it keeps them, or beyond the calendar.
  public func sicherungenBis(vernichtetAm tag: Kalendertag) -> Kalendertag? {
    guard let tage = sicherungstage, (0...36_525).contains(tage) else { return nil }
    return Kalendertag(tageszahl: tag.tageszahl + Int32(tage))
  }

  /// The last day on which the proof of a destruction is kept: 31 December, so many years after the
  /// year of the destruction; nil if the house did not say how long, or beyond the calendar.
  public func nachweisAufzubewahrenBis(vernichtetAm tag: Kalendertag) -> Kalendertag? {
    guard let jahre = nachweisfristJahre, (0...1000).contains(jahre) else { return nil }
    return Kalendertag(Int(tag.jahr) + jahre, 12, 31)
  }
}
