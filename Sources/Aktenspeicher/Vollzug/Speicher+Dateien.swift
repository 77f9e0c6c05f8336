// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle
internal import Xdomea

/// A file that comes with an event.
public struct Dateieingang: Sendable {
  /// Where the bytes are.
  public enum Quelle: Sendable {
    /// A file of the system; it is only read.
    case pfad(String)
    /// Bytes in memory.
    case bytes([UInt8])
  }

  /// Where the bytes are.
  public var quelle: Quelle
  /// The name that people know the file by, for example `Bescheid.pdf`.
  public var dateiname: String
  /// Who made it.
  public var ersteller: String?
  /// When it was last changed.
  public var geaendert: Zeitpunkt?
  /// Its text, for the search.
  public var suchtext: String?

  /// A file.
  public init(
    _ quelle: Quelle, dateiname: String, ersteller: String? = nil, geaendert: Zeitpunkt? = nil,
    suchtext: String? = nil
  ) {
    self.quelle = quelle
    self.dateiname = dateiname
    self.ersteller = ersteller
    self.geaendert = geaendert
    self.suchtext = suchtext
  }

  /// How the metadata of a Dokument name the file.
  func version(_ datei: Dateiangabe) -> Version {
    let endung = Primaerdateiname.endung(dateiname)
    let format = Dateiformate.code(endung: endung)
    var primaer = Primaerdokument(dateiname: dateiname)
    primaer.dateinameOriginal = dateiname
    primaer.ersteller = ersteller
    primaer.zeitpunktLetzteAenderung = geaendert
    primaer.hash = datei.hash.pruefsumme.map { Hashangabe($0) }
    return Version(
      nummer: "1",
      formate: [
        Format(
          name: .dateiformat(format.code),
          sonstigerName: format.code == "100" ? (endung.isEmpty ? "unbekannt" : endung) : nil,
          primaerdokument: primaer)
      ])
  }
}

extension Speicher {
  /// Takes in a file and does what the Handlung says with it; both last, or neither does.
  ///
  /// The bytes are on the disk under their digest before the transaction names them.
  ///
  /// - Parameters:
  ///   - eingang: The file.
  ///   - kopf: Id and instant of the event.
  ///   - grund: Why, for the Protokoll.
  ///   - handlung: Makes the Handlung from the version that the file is.
  /// - Returns: What became of it.
  /// - Throws: As ``vollziehe(_:_:_:)``; ``SpeicherFehler/quelleGeaendert(pfad:)``;
  ///   ``SpeicherFehler/widerspruch(pfad:grund:)`` if the Handlung is about no Dokument.
  @discardableResult
  public func vollziehe(
    mit eingang: Dateieingang, _ kopf: Ereigniskopf, grund: String? = nil,
    handlung: (Fassung) throws -> Handlung
  ) throws -> Vollzug {
    let (datei, ergebnis) = try nimm(eingang, kopf, grund, handlung)
    // The bytes of a refused event, or of one that had happened before, are nobody's.
    do {
      if try !hat(datei.hash) { try raeumeUnbenannte([datei.hash]) }
    } catch {
      if case .success = ergebnis { throw error }
    }
    return try ergebnis.get()
  }

  private func nimm(
    _ eingang: Dateieingang, _ kopf: Ereigniskopf, _ grund: String?,
    _ handlung: (Fassung) throws -> Handlung
  ) throws -> (Dateiangabe, Result<Vollzug, any Error>) {
    let stapel = try neuerStapel()
    let datei: Dateiangabe =
      switch eingang.quelle {
      case .pfad(let pfad): try stapel.nimm(datei: pfad)
      case .bytes(let bytes): try stapel.nimm(bytes: bytes)
      }
    guard let hash = datei.hash.pruefsumme else {
      throw SpeicherFehler.datenbank(pfad: ordner, grund: "SHA-256 fehlt")
    }
    let handlung = try handlung(Fassung(hash: hash, groesse: datei.groesse))
    guard case .dokument = handlung.ereignis else {
      throw SpeicherFehler.widerspruch(
        pfad: ordner, grund: "eine Datei gehört zu einem Dokument, nicht zu einem anderen Objekt")
    }
    var beilage = Beilage(
      version: eingang.version(datei), grund: grund, suchtext: eingang.suchtext)
    beilage.dateien = [datei]
    try stapel.veroeffentliche()
    // The batch lives until the commit, so that nobody deletes the same bytes in between.
    let ergebnis = withExtendedLifetime(stapel) {
      Result { try vollziehe(handlung, kopf, beilage) }
    }
    return (datei, ergebnis)
  }
}
