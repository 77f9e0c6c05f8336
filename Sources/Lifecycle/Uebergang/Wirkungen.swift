// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What follows from an event: new states to store and things to do.
///
/// Nothing has happened yet when this value comes back; the caller stores all of it in one
/// transaction, or nothing.
public struct Wirkungen: Hashable, Sendable {
  /// The row of the transition table, for example `A10`.
  public var regel: String
  /// New states of Akten and Vorgänge; the object of the event first.
  public var schriftgut: [Schriftgutzustand] = []
  /// New states of documents.
  public var dokumente: [Dokumentzustand] = []
  /// New state of the batch.
  public var paket: Paketzustand?
  /// New state of the Aktenplaneinheit.
  public var einheit: Einheitszustand?
  /// Metadata that change, for the history of the objects.
  public var aenderungen: [Aenderung] = []
  /// What the caller has to do beyond storing.
  public var auftraege: [Auftrag] = []
  /// What the caller should know.
  public var hinweise: [Lebenshinweis] = []
  /// Objects of a batch the event was refused for; the others went on (L03).
  public var abgelehnt: [Ablehnung] = []

  init(_ regel: String) { self.regel = regel }

  /// True if nothing is to be stored: the event had already happened, or is not due.
  public var istLeer: Bool {
    schriftgut.isEmpty && dokumente.isEmpty && paket == nil && einheit == nil
  }
}

/// A metadatum of an object changes.
public struct Aenderung: Hashable, Sendable, Codable {
  /// The object.
  public var objekt: ObjektID
  /// The metadatum as xdomea names it.
  public var feld: String
  /// Its value before; nil if there was none.
  public var alt: String?
  /// Its value after; nil if there is none.
  public var neu: String?

  /// A change.
  public init(_ objekt: ObjektID, _ feld: String, alt: String?, neu: String?) {
    self.objekt = objekt
    self.feld = feld
    self.alt = alt
    self.neu = neu
  }
}

/// What the caller has to do beyond storing new states.
public enum Auftrag: Hashable, Sendable {
  /// Ask for a Bewertungsvorschlag (A10).
  case bewertungsvorschlagErfragen(ObjektID)
  /// Offer the object to the archive before its period ends (A30).
  case vorzeitigAnbieten(ObjektID)
  /// Put the object on the worklist of the 30-year guard; the latest day is named (A34).
  case anbietungAnmahnen(ObjektID, spaetestens: Kalendertag)
  /// Answer the 0502 with a 0505 (P04).
  case bewertungBestaetigen(NachrichtenID)
  /// Tell the archive that the offer is withdrawn (P07).
  case ruecknahmeMitteilen(PaketID)
  /// Delete the content, and write a Vernichtungsprotokoll (P11, P12, P14).
  case loesche(Loeschfreigabe)
}

/// Something the caller should know although nothing is wrong.
public enum Lebenshinweis: Hashable, Sendable {
  /// The same bytes are already filed (A04).
  case dublette(Pruefsumme)
  /// No rule of the catalogue fits: the object will never become due (F21).
  case ohneRegel(ObjektID)
  /// The Transferfrist ends after the Aufbewahrungsfrist (F47).
  case transferfristUeberAufbewahrung(ObjektID)
  /// The message was worked on before; nothing changes.
  case bereitsVerarbeitet(NachrichtenID)
  /// Objects of the offer that the answer does not name: they stay offered, they are not V.
  case ohneEntscheidung([ObjektID])
  /// The Geschäftsgang became void because the content changed (G04).
  case zeichnungHinfaellig(ObjektID)
  /// Objects above were re-opened, too (A13).
  case wiedereroeffnet([ObjektID])
  /// Further holds remain.
  case weitereSperren([SperrID])
}

/// An object of a batch for which the event was refused.
public struct Ablehnung: Hashable, Sendable {
  /// The object.
  public var objekt: ObjektID
  /// Why.
  public var grund: Ablehnungsgrund
}

/// The right to delete, object by object.
///
/// Only ``Lebenszyklus`` makes one: after a confirmed import, an appraisal V, an expired configured
/// deadline or a general approval, and never under a hold.
public struct Loeschfreigabe: Hashable, Sendable {
  /// One Akte, Vorgang … that may be deleted.
  public struct Eintrag: Hashable, Sendable {
    /// The object.
    public let objekt: ObjektID
    /// The documents that lie directly in it.
    public let dokumente: [ObjektID]
    /// What makes the deletion lawful.
    public let grund: Loeschgrund
  }

  /// The objects, those below first.
  public let eintraege: [Eintrag]
  /// The day on which the right was given.
  public let am: Kalendertag
}
