// SPDX-License-Identifier: Apache-2.0
public import Akte

/// One destroyed object.
public struct Vernichtungsobjekt: Hashable, Sendable, Codable {
  /// The object's id.
  public var id: ObjektID
  /// Its Kennzeichen.
  public var kennzeichen: String?
  /// Its Betreff; leave it out if it is personal (policy of the agency).
  public var betreff: String?
  /// First and last document date.
  public var laufzeit: Zeitraum?
  /// The period: the catalogue's row, or the reason of a single decision.
  public var fristregel: String
  /// The version of the catalogue.
  public var katalogfassung: String?
  /// The last day of the period.
  public var aufbewahrungsende: Kalendertag?
  /// Why it was permitted to destroy it.
  public var bewertung: Vernichtungsgrund
  /// The number of documents.
  public var anzahlDokumente: Int
  /// SHA-256 of the last content, as the Protokoll states it.
  public var letzterInhalt: Inhaltshash?
  /// The files, each with its result.
  public var dateien: [Vernichtungsdatei]
  /// The archive's own id, under which it can be found there; nil if the archive named none.
  public var archivkennung: String?

  /// A destroyed object.
  public init(
    id: ObjektID, kennzeichen: String? = nil, betreff: String? = nil, laufzeit: Zeitraum? = nil,
    fristregel: String, katalogfassung: String? = nil, aufbewahrungsende: Kalendertag? = nil,
    bewertung: Vernichtungsgrund, anzahlDokumente: Int, letzterInhalt: Inhaltshash? = nil,
    dateien: [Vernichtungsdatei] = [], archivkennung: String? = nil
  ) {
    self.id = id
    self.kennzeichen = kennzeichen
    self.betreff = betreff
    self.laufzeit = laufzeit
    self.fristregel = fristregel
    self.katalogfassung = katalogfassung
    self.aufbewahrungsende = aufbewahrungsende
    self.bewertung = bewertung
    self.anzahlDokumente = anzahlDokumente
    self.letzterInhalt = letzterInhalt
    self.dateien = dateien
    self.archivkennung = archivkennung
  }
}

/// Why an object could be destroyed.
public struct Vernichtungsgrund: Hashable, Sendable, Codable {
  /// The kinds of reasons (rows P11, P12, P06, P14).
  public enum Art: String, Hashable, Sendable, Codable, CaseIterable {
    /// The archive has taken it over and confirmed that (0506).
    case abgeliefert
    /// The archive valued it V (0502).
    case bewertetV
    /// The archive did not decide in time.
    case fristablauf
    /// A general approval of the archive covers it.
    case genehmigung
  }

  /// The kind of reason.
  public var art: Art
  /// The message that says so, if there is one.
  public var nachricht: NachrichtenID?
  /// The id of the general approval, if there is one.
  public var genehmigung: String?
  /// The day of the message, of the approval, or of the end of the deadline.
  public var datum: Kalendertag

  /// A reason.
  public init(
    _ art: Art, nachricht: NachrichtenID? = nil, genehmigung: String? = nil, datum: Kalendertag
  ) {
    self.art = art
    self.nachricht = nachricht
    self.genehmigung = genehmigung
    self.datum = datum
  }
}

/// One file and what became of it.
public struct Vernichtungsdatei: Hashable, Sendable, Codable {
  /// What became of a file.
  public enum Ergebnis: String, Hashable, Sendable, Codable, CaseIterable {
    /// It was deleted.
    case geloescht
    /// It was not there.
    case nichtGefunden
    /// It could not be deleted.
    case gescheitert
  }

  /// The digest of its content.
  public var inhalt: Inhaltshash
  /// Its size.
  public var bytes: Int64
  /// What became of it.
  public var ergebnis: Ergebnis
  /// Why it could not be deleted.
  public var grund: String?

  /// A file.
  public init(inhalt: Inhaltshash, bytes: Int64, ergebnis: Ergebnis, grund: String? = nil) {
    self.inhalt = inhalt
    self.bytes = bytes
    self.ergebnis = ergebnis
    self.grund = grund
  }
}

/// How something was destroyed.
public struct Vernichtungsverfahren: Hashable, Sendable, Codable {
  /// The kinds of destruction.
  public enum Art: String, Hashable, Sendable, Codable, CaseIterable {
    /// The data were deleted.
    case logischeLoeschung
    /// The keys were destroyed, so that the sealed data cannot be read any more.
    case schluesselvernichtung
    /// The medium was destroyed.
    case datentraegervernichtung
    /// The paper was destroyed.
    case papiervernichtung
  }

  /// The kinds that were applied.
  public var arten: [Art]
  /// Class of protection and grade of security after DIN 66399, such as `2/P-4`.
  public var din66399: String?

  /// A way of destruction.
  public init(_ arten: [Art], din66399: String? = nil) {
    self.arten = arten
    self.din66399 = din66399
  }
}
