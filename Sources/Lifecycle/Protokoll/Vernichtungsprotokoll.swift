// SPDX-License-Identifier: Apache-2.0
public import Akte

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
      self = try KanonischesJSON.lies(Self.self, bytes)
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
