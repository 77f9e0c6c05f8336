// SPDX-License-Identifier: Apache-2.0
public import Akte

/// How long a file is kept, from when it counts, and why: one row of an Aufbewahrungskatalog, or a
/// rule that was set for one object.
///
/// A closed file keeps a copy of its rule, so that a later catalogue does not change it silently
/// (lebenszyklus FAKTEN 5, rows A10, A36).
public struct Fristregel: Hashable, Sendable, Codable {
  /// Where the rule comes from, so that the explanation can name it.
  public var herkunft: Regelherkunft
  /// How long.
  public var dauer: Fristdauer
  /// How the days are counted.
  public var startregel: Startregel
  /// From which day it counts.
  public var bezug: Fristbezug
  /// The period does not end before this ("not before").
  public var mindestBis: Mindestbis?
  /// For rules in two stages: after so many years processing is restricted (BMG § 13, vector F28).
  public var einschraenkungNachJahren: Int?
  /// What shall become of the file.
  public var aussonderungsart: Katalogart
  /// The law or rule, as the catalogue names it.
  public var rechtsgrundlage: String
  /// What kind of law it is; decides about the 30-year guard (F26, F27).
  public var basis: Rechtsbasis
  /// True for what is never deleted, such as registers of civil status.
  public var nieLoeschen: Bool

  /// A rule; by default counted from the end of the year of the zdA-Verfügung.
  public init(
    herkunft: Regelherkunft, dauer: Fristdauer, startregel: Startregel = .jahresende,
    bezug: Fristbezug = .zdA, mindestBis: Mindestbis? = nil, einschraenkungNachJahren: Int? = nil,
    aussonderungsart: Katalogart = .bewerten, rechtsgrundlage: String = "",
    basis: Rechtsbasis = .ortsrecht, nieLoeschen: Bool = false
  ) {
    self.herkunft = herkunft
    self.dauer = dauer
    self.startregel = startregel
    self.bezug = bezug
    self.mindestBis = mindestBis
    self.einschraenkungNachJahren = einschraenkungNachJahren
    self.aussonderungsart = aussonderungsart
    self.rechtsgrundlage = rechtsgrundlage
    self.basis = basis
    self.nieLoeschen = nieLoeschen
  }
}

/// Where a rule comes from.
public enum Regelherkunft: Hashable, Sendable, Codable {
  /// A row of a catalogue: its id, and the version of the catalogue.
  case katalogzeile(id: String, katalog: String)
  /// Set for one object, with the reason.
  case einzelfestlegung(grund: String)
}

/// How long a file is kept.
public enum Fristdauer: Hashable, Sendable, Codable {
  /// Whole years.
  case jahre(Int)
  /// Whole months.
  case monate(Int)
  /// Without end; the duty to offer the file to the archive remains (F25).
  case unbefristet
}

/// How a period is counted (lebenszyklus FAKTEN 3 and 5; raw values are those of the CSV).
public enum Startregel: String, Hashable, Sendable, Codable, CaseIterable {
  /// From 1 January after the reference day to 31 December (rule J).
  case jahresende
  /// From the day after the reference day to the same day number, cut to the month's end (rule T).
  case taggenau
  /// From 1 January after the accounts were approved (Feststellung); waits until they are (F29, F30).
  case folgejahrFeststellung
  /// As `jahresende`, but from an event that the rule names; waits until it happened.
  case ereignis
}

/// The day from which a period counts.
public enum Fristbezug: Hashable, Sendable, Codable {
  /// The zdA-Verfügung of the object itself.
  case zdA
  /// The latest zdA-Verfügung of all Vorgänge of the Akte (F22, F23).
  case letzterVorgang
  /// The last processing.
  case letzteBearbeitung
  /// A named event, such as `Feststellung` or `Rechtskraft`.
  case ereignis(String)
}

/// The earliest end of a period.
public enum Mindestbis: Hashable, Sendable, Codable {
  /// Not before so many months after a named event (F31); 0 means the day of the event.
  case ereignis(String, monate: Int)
  /// Not before a day.
  case tag(Kalendertag)
}

/// What a catalogue wants to become of a file.
public enum Katalogart: String, Hashable, Sendable, Codable, CaseIterable {
  /// Worth archiving.
  case archivieren = "A"
  /// To be appraised by the archive.
  case bewerten = "B"
  /// To be destroyed.
  case vernichten = "V"
}

/// The kind of law a period rests on (raw values are those of the CSV).
public enum Rechtsbasis: String, Hashable, Sendable, Codable, CaseIterable {
  /// A statute of federation or state.
  case gesetz
  /// An administrative rule of a supreme federal or state authority.
  case vwvOberste
  /// Local law: a municipal rule. Does not postpone the duty to offer after 30 years.
  case ortsrecht
}
