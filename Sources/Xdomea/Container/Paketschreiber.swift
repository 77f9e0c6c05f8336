// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Behaelter

/// Writes a container: files as they come, the message as the last entry.
///
/// ```swift
/// var paket = try Paketschreiber("ausgang/", .v400, .aussonderung, kopf)
/// let datei = try paket.datei("…_Bescheid.pdf", pfad: "/dms/4711.pdf")   // stored and hashed
/// try paket.schriftgutobjekt(.akte(akte))                                // names the file
/// let ergebnis = try paket.beende()
/// ```
///
/// The container appears under its name only when it is complete; before that, or after an error,
/// nothing is there. Files are read once, in pieces.
public struct Paketschreiber: ~Copyable {
  /// What was written.
  public struct Ergebnis: Sendable {
    /// The container.
    public let pfad: String
    /// The message in it.
    public let nachrichtname: String
    /// What the version cannot express.
    public let verluste: Verlustbericht
    /// Files in the container that the message does not name (R54), sorted.
    public let ungenannt: [String]
  }

  private var schreiber: Nachrichtenschreiber
  private var container: Containerschreiber
  private let ablage: Zwischenablage
  private let name: Nachrichtenname
  private let pfad: String
  private let version: XdomeaFassung
  private let packart: Containerschreiber.Packart
  private var genannt: Set<Bytename> = []
  private var geschrieben: Set<Bytename> = []

  /// Begins a container.
  ///
  /// - Parameters:
  ///   - ziel: The container, or a folder that gets one with the standard's name.
  ///   - version: The version to write.
  ///   - typ: The kind of message.
  ///   - kopf: The head of the message.
  ///   - ueberschreiben: Replace an existing container.
  ///   - komprimieren: Deflate what gains by it; false stores every file.
  ///   - quelle: The version the values were read from, if they come from a message.
  ///   - form: The form of the names of container and message.
  /// - Throws: `BehaelterFehler` if the target cannot be written or exists, ``XdomeaFehler`` if the
  ///   head lacks what the version demands.
  public init(
    _ ziel: String, _ version: XdomeaFassung, _ typ: Nachrichtentyp, _ kopf: Nachrichtenkopf,
    ueberschreiben: Bool = false, komprimieren: Bool = true, quelle: XdomeaFassung? = nil,
    form: Namensform = .nachFassung
  ) throws {
    packart = komprimieren ? .nachTyp : .gespeichert
    let name = Nachrichtenname(
      version, typ, prozessID: kopf.prozessID, lfdNr: kopf.lfdNr ?? 1, form: form)
    let pfad = containerpfad(ziel, name)
    var optionen = Containerschreiber.Optionen()
    optionen.ueberschreiben = ueberschreiben
    let container = try Containerschreiber(pfad: pfad, optionen: optionen)
    let ablage = try Zwischenablage(neben: pfad)
    schreiber = try Nachrichtenschreiber(version, typ, kopf, quelle: quelle) {
      try ablage.schreibe($0)
    }
    self.container = container
    self.ablage = ablage
    self.name = name
    self.pfad = pfad
    self.version = version
  }

  /// Stores a file and says how the message refers to it: name and, from 4.0, hash.
  ///
  /// - Parameters:
  ///   - name: The entry's name; see ``Primaerdateiname``.
  ///   - datei: The file to read.
  /// - Returns: The reference for a `Format`, and the file's size in bytes.
  /// - Throws: `BehaelterFehler` if the name is not allowed or the file cannot be read.
  public mutating func datei(
    _ name: String, pfad datei: String
  ) throws -> (primaerdokument: Primaerdokument, groesse: Int64) {
    let (groesse, summen) = try container.datei(name, pfad: datei, packart: packart)
    return (verweis(name, summen), groesse)
  }

  /// Stores a file whose bytes the caller delivers.
  ///
  /// - Parameters:
  ///   - name: The entry's name; see ``Primaerdateiname``.
  ///   - groesse: The exact number of bytes.
  ///   - lies: Fills the buffer, returns the number of bytes, 0 at the end.
  /// - Returns: The reference for a `Format`.
  /// - Throws: `BehaelterFehler` if the name is not allowed or the number of bytes differs.
  public mutating func datei(
    _ name: String, groesse: Int64, _ lies: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> Primaerdokument {
    verweis(name, try container.eintrag(name, groesse: groesse, packart: packart, lies))
  }

  private mutating func verweis(_ name: String, _ summen: [Pruefsumme]) -> Primaerdokument {
    geschrieben.insert(Bytename(name))
    var primaer = Primaerdokument(dateiname: name)
    if version.hatHash { primaer.hash = summen.first.map { Hashangabe($0) } }
    return primaer
  }

  /// Writes a covering letter; only before the first object.
  public mutating func anschreiben(_ dokument: Dokument) throws {
    try schreibe(.anschreiben(dokument))
  }

  /// Writes an Akte, a Vorgang or, up to 3.1, a loose document.
  public mutating func schriftgutobjekt(_ objekt: Schriftgutobjekt) throws {
    try schreibe(.schriftgutobjekt(objekt))
  }

  /// Writes an Aktenplan.
  public mutating func aktenplan(_ plan: Aktenplan) throws { try schreibe(.aktenplan(plan)) }

  /// Writes a decision (0502, 0513).
  public mutating func bewertung(_ b: Objektbewertung) throws { try schreibe(.bewertung(b)) }

  /// Writes the result of an import (0506, 0514).
  public mutating func rueckmeldung(_ r: Importrueckmeldung) throws {
    try schreibe(.rueckmeldung(r))
  }

  /// Writes one part of the message.
  public mutating func schreibe(_ teil: Nachrichtenteil) throws {
    var namen: [Bytename] = []
    teil.jedeDatei { name, _ in namen.append(Bytename(name)) }
    genannt.formUnion(namen)
    try schreiber.schreibe(teil)
  }

  /// Ends message and container; the container appears under its name.
  ///
  /// - Returns: Where the container is and what the version could not express.
  /// - Throws: ``XdomeaFehler/datei(name:grund:)`` if the message names a file that was not stored
  ///   (R52), or what writing throws; nothing is left then.
  public consuming func beende() throws -> Ergebnis {
    if let fehlt = genannt.subtracting(geschrieben).map(\.name).min() {
      throw XdomeaFehler.datei(
        name: fehlt, grund: "wird in der Nachricht genannt, ist aber nicht im Container (R52).")
    }
    let ungenannt = geschrieben.subtracting(genannt).map(\.name).sorted()
    let verluste = try schreiber.beende()
    let ablage = ablage
    try ablage.zurueck()
    _ = try container.eintrag(
      name.nachrichtname, groesse: ablage.groesse, packart: .gepackt
    ) { try ablage.lies($0) }
    try container.beende()
    return Ergebnis(
      pfad: pfad, nachrichtname: name.nachrichtname, verluste: verluste, ungenannt: ungenannt)
  }
}

/// The target's path: a folder gets a container with the standard's name.
func containerpfad(_ ziel: String, _ name: Nachrichtenname) -> String {
  if ziel.hasSuffix("/") { return ziel + name.containername }
  return dateiart(ziel) == .ordner ? ziel + "/" + name.containername : ziel
}
