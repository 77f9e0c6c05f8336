// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle
public import Xdomea

/// On which side of the dialogue a process is kept.
public enum Seite: String, Hashable, Sendable, Codable {
  /// The agency offers and hands over.
  case behoerde
  /// The archive appraises and takes over.
  case archiv
}

/// The kind of procedure (FAKTEN 2).
public enum Verfahrensart: String, Hashable, Sendable, Codable {
  /// 0501, 0502, 0503, 0506.
  case vierstufig
  /// 0503 and 0506 alone: the appraisal is known from a Bewertungskatalog.
  case zweistufig
  /// 0511, 0513, 0514: an Aktenplan is appraised in advance.
  case bewertungskatalog

  /// The name for people.
  public var anzeige: String {
    switch self {
    case .vierstufig: "vierstufig"
    case .zweistufig: "zweistufig"
    case .bewertungskatalog: "Bewertungskatalog"
    }
  }
}

/// What an agency set out to do in a process and has not finished yet.
///
/// It is written down before the first step; after a crash it is done again, step by step, and what
/// is done already stays as it is.
public enum Vorhaben: Hashable, Sendable, Codable {
  /// Offer the objects that were chosen (P01, P02).
  case anbieten(anlass: Angebotsanlass)
  /// Hand over what the archive wants (P08), or by catalogue (P15).
  case abgeben(pruefung: Abgabezusage)
  /// Hand over the objects that were chosen by catalogue, without an offer (P15).
  case abgebenNachKatalog(pruefung: Abgabezusage)
  /// Withdraw the offer (P07).
  case zurueckziehen(grund: String)
  /// Delete what may be deleted (P11, P12), and report on it.
  case loeschen
  /// Send the Aktenplan for appraisal (0511).
  case aktenplanVorlegen(bezeichnung: String, version: String)
}

/// What somebody vouches for before files are handed over (P08); hashes are always checked.
public struct Abgabezusage: Hashable, Sendable, Codable {
  /// A virus scan found nothing, except in ``funde``.
  public var virenfrei: Bool
  /// Where a scanner found something; these objects stay here.
  public var funde: [Virenfund] { gefunden ?? [] }
  /// Optional, so that states without it stay readable.
  private var gefunden: [Virenfund]?

  /// What is vouched for.
  public init(virenfrei: Bool) { self.virenfrei = virenfrei }

  /// What a scanner said.
  init(virenfrei: Bool, funde: [Virenfund]) {
    self.virenfrei = virenfrei
    gefunden = funde.isEmpty ? nil : funde
  }
}

/// Who acts, and when.
public struct Handelnde: Hashable, Sendable, Codable {
  /// Who acts.
  public var akteur: Akteur
  /// The second person of a four-eyes act.
  public var zweitePerson: Akteur?
  /// The day in Berlin.
  public var heute: Kalendertag
  /// The instant, with a known zone.
  public var zeitpunkt: Zeitpunkt

  /// Somebody at an instant.
  public init(
    _ akteur: Akteur, zweitePerson: Akteur? = nil, heute: Kalendertag, zeitpunkt: Zeitpunkt
  ) {
    self.akteur = akteur
    self.zweitePerson = zweitePerson
    self.heute = heute
    self.zeitpunkt = zeitpunkt
  }
}

/// Everything that one side knows about a process with the other; what becomes of each object stands
/// in the store (agency) or in the list of objects (archive).
public struct Verfahren: Hashable, Sendable, Codable {
  /// The process.
  public let prozess: ProzessID
  /// The side.
  public let seite: Seite
  /// The kind of procedure.
  public internal(set) var art: Verfahrensart
  /// What was agreed when it began.
  public let vereinbarung: Vereinbarung
  /// The day on which it began.
  public let begonnenAm: Kalendertag
  /// The batches in the agency's store, each with what fits into one part of a message.
  ///
  /// No event is about more objects than that. A batch of which nothing may be offered is not in the
  /// store.
  public internal(set) var pakete: [PaketID] = []
  /// Further processes of the same batch: up to 3.1 each further 0503 has one of its own (FAKTEN 2).
  public internal(set) var weitereProzesse: [ProzessID] = []
  /// The messages of both sides in the order in which they were made or came in.
  public internal(set) var nachrichten: [Nachrichtenvermerk] = []
  /// How many steps were begun; each has ids of its own that follow from its number.
  var schritt = 0
  /// What was begun and is not finished.
  public internal(set) var vorhaben: Vorhaben?
  /// Who began it.
  public internal(set) var vorhabenVon: Handelnde?
  /// Objects that were refused on the way, with the reason, newest last.
  public internal(set) var ablehnungen: [Objektablehnung] = []
  /// The kind of message that waits until somebody accepts what it cannot carry
  /// (``Behoerde/nimmVerlusteHin(_:_:)``); nil: none.
  public internal(set) var offeneVerluste: Nachrichtentyp?
  /// Who accepted what messages cannot carry; nil: nobody.
  public internal(set) var hingenommeneVerluste: [Verlusthinnahme]?
  /// How many proofs of destruction the report of the process contains; nil: none.
  var berichteteVernichtungen: Int?
  /// Why it ended without a result; nil while it runs or ended well.
  public internal(set) var beendetWeil: String?

  init(
    _ prozess: ProzessID, _ seite: Seite, _ art: Verfahrensart, _ vereinbarung: Vereinbarung,
    am tag: Kalendertag
  ) {
    self.prozess = prozess
    self.seite = seite
    self.art = art
    self.vereinbarung = vereinbarung
    begonnenAm = tag
  }
}

/// An object that a step left out, and why.
public struct Objektablehnung: Hashable, Sendable, Codable {
  /// The object.
  public var objekt: ObjektID
  /// The code of the reason, for example `gesperrt`.
  public var grund: String
  /// The reason as a German sentence.
  public var text: String
  /// The row of the transition table, for example `P01`.
  public var regel: String
  /// The day.
  public var am: Kalendertag
}
