// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Everything the machine must know about one Akte, Teilakte, Vorgang or Teilvorgang.
///
/// Betreff and the other descriptive metadata are not part of it: they live in the domain value of
/// target `Akte`. A vendor stores this value as a row or as JSON; ``Lebenszyklus`` makes the next one.
public struct Schriftgutzustand: Hashable, Sendable, Codable {
  /// The object.
  public let id: ObjektID
  /// What it is.
  public let ebene: Ebene
  /// The object it lies in; nil for an Akte.
  public internal(set) var eltern: ObjektID?
  /// Kennzeichen of the Aktenplaneinheit.
  public internal(set) var einheit: String
  /// Where it stands in its life.
  public internal(set) var lage: Lage
  /// The Kennzeichen it has now.
  public internal(set) var kennzeichen: Kennzeichen
  /// Kennzeichen it had before, oldest first (A06).
  public internal(set) var alteKennzeichen: [Kennzeichen] = []
  /// Second selector into the catalogue, such as `Federfuehrung` (lebenszyklus FAKTEN 5).
  public internal(set) var selektor: String?
  /// Responsible unit.
  public internal(set) var federfuehrung: String?
  /// True once a child or a document was ever in it (A05).
  public internal(set) var hatteInhalt = false
  /// True if it came in closed, with an earlier life (import, migration): what belongs into it may
  /// still follow.
  ///
  /// A zdA-Verfügung of this house ends that.
  public internal(set) var ausUebernahme = false
  /// Earliest and latest document date.
  public internal(set) var laufzeit = Zeitraum()
  /// Last processing: the Entstehung of the archive law (FAKTEN 0, rule 4).
  public internal(set) var letzteBearbeitung: Kalendertag
  /// Day of the zdA-Verfügung.
  public internal(set) var zdADatum: Kalendertag?
  /// Last day of the Transferfrist, inclusive.
  public internal(set) var transferfristende: Kalendertag?
  /// Named events that periods count from.
  public internal(set) var ereignisse: [String: Teildatum] = [:]
  /// A rule set for this object alone; goes before the catalogue.
  public internal(set) var einzelregel: Fristregel?
  /// The rule and the days frozen at zdA.
  public internal(set) var frist: Fristbindung?
  /// The agency's proposal for the appraisal.
  public internal(set) var bewertungsvorschlag: Katalogart?
  /// Holds, in the order in which they were set.
  public internal(set) var sperren: [Sperre] = []
  /// Days on which somebody looks at it again.
  public internal(set) var wiedervorlagen: [Wiedervorlage] = []
  /// Processing is restricted (row A30, DSGVO article 18).
  public internal(set) var verarbeitungEingeschraenkt = false
  /// Another body was asked to take the file over; content is frozen (A31).
  public internal(set) var abgabeLaufend = false
  /// A paper part is not accounted for yet.
  public internal(set) var papierteilOffen = false
  /// The latest day for the offer has passed (A34).
  public internal(set) var anbietungspflichtVerletzt = false
  /// Where it stands in a procedure with the archive.
  public internal(set) var aussonderung: Aussonderungsstand?
  /// Digests of files that its own metadata name, such as those of a Geschäftsgang, in document order.
  public internal(set) var weitereDateien: [Pruefsumme]?
  /// What remains after destruction.
  public internal(set) var vernichtung: Vernichtungsvermerk?

  init(
    id: ObjektID, ebene: Ebene, eltern: ObjektID?, einheit: String, kennzeichen: Kennzeichen,
    am tag: Kalendertag
  ) {
    self.id = id
    self.ebene = ebene
    self.eltern = eltern
    self.einheit = einheit
    self.kennzeichen = kennzeichen
    lage = .angelegt
    letzteBearbeitung = tag
  }

  /// The number of holds set on the object itself.
  public var istGesperrt: Bool { !sperren.isEmpty }
}

/// Where an object stands in a procedure with the archive.
public struct Aussonderungsstand: Hashable, Sendable, Codable {
  /// The batch it belongs to.
  public internal(set) var paket: PaketID
  /// What the archive decided.
  public internal(set) var bewertung: Bewertung?
  /// The day of the decision.
  public internal(set) var bewertetAm: Kalendertag?
  /// The message the decision came with; while `bewertung` is nil one that came when a hold kept it
  /// from counting, to be read once more when the hold is gone (L03).
  public internal(set) var bewertungsnachricht: NachrichtenID?
  /// Why the archive could not import it (0506 with `erfolgreich` 0).
  public internal(set) var importfehler: String?
  /// The message that confirms the import (0506).
  public internal(set) var importnachricht: NachrichtenID?
  /// The archive's own id (0506).
  public internal(set) var archivkennung: String?
  /// The day of the confirmed import.
  public internal(set) var uebernommenAm: Kalendertag?

  init(paket: PaketID) { self.paket = paket }
}

/// What remains of a destroyed object.
public struct Vernichtungsvermerk: Hashable, Sendable, Codable {
  /// Why it could be destroyed.
  public internal(set) var grund: Loeschgrund
  /// The day.
  public internal(set) var am: Kalendertag
}

/// What makes a deletion lawful (lebenszyklus FAKTEN 0, rules 2 and 3).
public enum Loeschgrund: String, Hashable, Sendable, Codable, CaseIterable {
  /// The archive confirmed the import (P11).
  case abgeliefert
  /// The archive does not want it (P12).
  case nichtArchivwuerdig
  /// The archive let the configured time pass (P12 after P06).
  case fristablauf
  /// A general approval or an appraisal catalogue covers it (P14).
  case genehmigung

  /// The reason for people.
  public var anzeige: String {
    switch self {
    case .abgeliefert: "vom Archiv übernommen"
    case .nichtArchivwuerdig: "vom Archiv als nicht archivwürdig bewertet"
    case .fristablauf: "Bewertungsfrist ohne Entscheidung des Archivs abgelaufen"
    case .genehmigung: "allgemeine Vernichtungsgenehmigung des Archivs"
    }
  }
}
