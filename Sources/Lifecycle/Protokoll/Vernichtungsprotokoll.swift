// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import FoundationEssentials

/// Marks the ids of Vernichtungsprotokolle.
public enum Vernichtungsbezug {}
/// The id of a Vernichtungsprotokoll.
public typealias VernichtungsprotokollID = Kennung<Vernichtungsbezug>

/// The proof that files were destroyed lawfully: it stays when their content is gone
/// (lebenszyklus FAKTEN 0 rule 12, 2.8; rows P11, P12, P14).
public struct Vernichtungsprotokoll: Hashable, Sendable, Codable {
  /// The id of this Vernichtungsprotokoll.
  public var id: VernichtungsprotokollID
  /// The Aussonderung the objects belonged to.
  public var paket: ProzessID?
  /// What was destroyed.
  public var objekte: [Vernichtungsobjekt]
  /// The archive that was asked.
  public var archiv: String?
  /// Who destroyed.
  public var ausfuehrend: String
  /// The second person, who approved (row P12).
  public var freigebend: String?
  /// When.
  public var zeitpunkt: Zeitpunkt
  /// How.
  public var verfahren: Vernichtungsverfahren
  /// The last day on which a backup can still hold the content.
  public var sicherungenBis: Kalendertag?
  /// The last day on which this Vernichtungsprotokoll itself is kept.
  public var aufzubewahrenBis: Kalendertag?
  /// SHA-256 of the canonical JSON without this field; nil before ``schliesse()``.
  public private(set) var hash: Inhaltshash?

  /// A Vernichtungsprotokoll that is not closed yet.
  public init(
    id: VernichtungsprotokollID, paket: ProzessID? = nil, objekte: [Vernichtungsobjekt],
    archiv: String? = nil, ausfuehrend: String, freigebend: String? = nil, zeitpunkt: Zeitpunkt,
    verfahren: Vernichtungsverfahren, sicherungenBis: Kalendertag? = nil,
    aufzubewahrenBis: Kalendertag? = nil
  ) {
    self.id = id
    self.paket = paket
    self.objekte = objekte
    self.archiv = archiv
    self.ausfuehrend = ausfuehrend
    self.freigebend = freigebend
    self.zeitpunkt = zeitpunkt
    self.verfahren = verfahren
    self.sicherungenBis = sicherungenBis
    self.aufzubewahrenBis = aufzubewahrenBis
  }

  /// Computes ``hash``; afterwards every change is seen by ``istUnversehrt()``.
  ///
  /// - Throws: ``Protokollfehler`` if it cannot be computed.
  public mutating func schliesse() throws(Protokollfehler) {
    hash = Inhaltshash(try summe())
  }

  /// True if it was closed and nothing has changed since.
  ///
  /// - Throws: ``Protokollfehler`` if it cannot be computed.
  public func istUnversehrt() throws(Protokollfehler) -> Bool {
    guard let hash else { return false }
    return hash.pruefsumme == (try summe())
  }

  /// The canonical JSON, the hash included.
  ///
  /// - Throws: ``Protokollfehler/nichtDarstellbar(grund:)``.
  public func kanonisch() throws(Protokollfehler) -> [UInt8] { try KanonischesJSON.bytes(self) }

  /// A Vernichtungsprotokoll from JSON; whether it is whole says ``istUnversehrt()``.
  ///
  /// - Throws: ``Protokollfehler/nutzlastUnlesbar(grund:)``.
  public init(json bytes: [UInt8]) throws(Protokollfehler) {
    do {
      self = try JSONDecoder().decode(Self.self, from: Data(bytes))
    } catch {
      throw .nutzlastUnlesbar(grund: "sie ist kein Vernichtungsprotokoll in der erwarteten Form")
    }
  }

  /// The number of documents of all objects.
  public var anzahlDokumente: Int { objekte.reduce(0) { $0 + $1.anzahlDokumente } }
  /// The number of files of all objects.
  public var anzahlDateien: Int { objekte.reduce(0) { $0 + $1.dateien.count } }
  /// The bytes of all files.
  public var anzahlBytes: Int64 {
    objekte.reduce(0) { $0 + $1.dateien.reduce(0) { $0 + $1.bytes } }
  }
  /// The files that could not be destroyed.
  public var gescheitert: [Vernichtungsdatei] {
    objekte.flatMap(\.dateien).filter { $0.ergebnis == .gescheitert }
  }

  private func summe() throws(Protokollfehler) -> Pruefsumme {
    var ohne = self
    ohne.hash = nil
    return try .sha256(try KanonischesJSON.bytes(ohne))
  }
}

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

  /// A destroyed object.
  public init(
    id: ObjektID, kennzeichen: String? = nil, betreff: String? = nil, laufzeit: Zeitraum? = nil,
    fristregel: String, katalogfassung: String? = nil, aufbewahrungsende: Kalendertag? = nil,
    bewertung: Vernichtungsgrund, anzahlDokumente: Int, letzterInhalt: Inhaltshash? = nil,
    dateien: [Vernichtungsdatei] = []
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
