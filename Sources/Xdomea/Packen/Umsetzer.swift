// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Behaelter
internal import Pruefsummen

/// Reads a container in one version and writes it in another, with a report of what was lost.
///
/// Files are copied under their names and proved against the hashes of the message on the way.
public enum Umsetzer {
  /// How to convert.
  public struct Optionen: Sendable {
    /// The version to write: 3.0.0, 3.1.0 or 4.0.0.
    public var version: XdomeaVersion
    /// The new message's UUID where the source has none and the target wants one.
    public var nachrichtenID: NachrichtenID
    /// Replace an existing target.
    public var ueberschreiben = false
    /// Called after each file with its name, the number of files and the bytes so far.
    public var fortschritt: (@Sendable (_ was: String, _ dateien: Int, _ bytes: Int64) -> Void)?

    /// Options for one conversion.
    public init(version: XdomeaVersion, nachrichtenID: NachrichtenID) {
      self.version = version
      self.nachrichtenID = nachrichtenID
    }
  }

  /// What was converted.
  public struct Ergebnis: Sendable {
    /// The new container.
    public internal(set) var pfad: String
    /// The version that was read.
    public internal(set) var quellversion: XdomeaVersion
    /// The version that was written.
    public internal(set) var zielversion: XdomeaVersion
    /// The kind of message.
    public internal(set) var typ: Nachrichtentyp
    /// Number of files copied.
    public internal(set) var dateien = 0
    /// Bytes of the files.
    public internal(set) var bytes: Int64 = 0
    /// What the target cannot express, or not in the same way.
    public internal(set) var verluste: Verlustbericht
    /// What the source's message says beyond the model of its version; not in the target.
    public internal(set) var maengel: [Lesemangel]
  }

  /// Converts a container, folder or message into a container.
  ///
  /// - Parameter ziel: The container, or a folder that gets one with the standard's name.
  /// - Throws: ``XdomeaFehler`` if the source refers to files that are missing or do not have the
  ///   hash stated, or if the target cannot carry an object; nothing is left at the target then.
  public static func setzeUm(
    _ quelle: String, nach ziel: String, _ optionen: Optionen
  ) throws -> Ergebnis {
    guard [.v3_0_0, .v3_1_0, .v4_0_0].contains(optionen.version) else {
      throw XdomeaFehler.eingabe(
        "Umgesetzt wird nach xdomea 3.0.0, 3.1.0 oder 4.0.0, nicht nach "
          + "\(optionen.version.rawValue).")
    }
    let paket = try Nachrichtenpaket(pfad: quelle)
    let leser = try paket.leser()
    var kopf = leser.kopf
    if optionen.version.hatKurzeNamen {
      kopf.nachrichtenID = kopf.nachrichtenID ?? optionen.nachrichtenID
    }
    let name = Nachrichtenname(
      optionen.version, leser.typ, prozessID: kopf.prozessID, lfdNr: kopf.lfdNr ?? 1)
    let zielpfad = containerpfad(ziel, name)
    var containeroptionen = Containerschreiber.Optionen()
    containeroptionen.ueberschreiben = optionen.ueberschreiben
    var container = try Containerschreiber(pfad: zielpfad, optionen: containeroptionen)
    let ablage = try Zwischenablage(neben: zielpfad)
    var schreiber = try Nachrichtenschreiber(optionen.version, leser.typ, kopf) {
      try ablage.schreibe($0)
    }
    var genannt: [Bytename: Hashangabe?] = [:]
    while let teil = try leser.naechster() {
      teil.jedeDatei { genannt[Bytename($0)] = $1 }
      try schreiber.schreibe(teil)
    }
    var ergebnis = Ergebnis(
      pfad: zielpfad, quellversion: leser.version, zielversion: optionen.version, typ: leser.typ,
      verluste: try schreiber.beende(), maengel: leser.maengel)
    try pruefeVollstaendig(genannt, paket)
    try kopiere(paket, genannt, &container, optionen, &ergebnis)
    try ablage.zurueck()
    _ = try container.eintrag(name.nachrichtname, groesse: ablage.groesse, packart: .gepackt) {
      try ablage.lies($0)
    }
    try container.beende()
    return ergebnis
  }

  private static func pruefeVollstaendig(
    _ genannt: [Bytename: Hashangabe?], _ paket: Nachrichtenpaket
  ) throws {
    let vorhanden = Set(paket.dateien.map { Bytename($0.name) })
    let fehlend = genannt.keys.filter { !vorhanden.contains($0) }.map(\.name).sorted()
    guard let erste = fehlend.first else { return }
    throw XdomeaFehler.datei(
      name: erste,
      grund: "fehlt in \(paket.pfad)"
        + (fehlend.count > 1 ? " (und \(fehlend.count - 1) weitere)" : "")
        + ". Prüfen Sie die Quelle mit „diva pruefen“.")
  }

  private static func kopiere(
    _ paket: Nachrichtenpaket, _ genannt: [Bytename: Hashangabe?],
    _ container: inout Containerschreiber, _ optionen: Optionen, _ ergebnis: inout Ergebnis
  ) throws {
    let verzeichnis = Dictionary(
      paket.dateien.map { (Bytename($0.name), $0.groesse) }, uniquingKeysWith: { a, _ in a })
    try paket.jedeDatei { name, groesse, lies in
      let soll = genannt[Bytename(name)]??.pruefsumme
      let rechner = try soll.map { try Rechner($0.verfahren) }
      _ = try container.eintrag(name, groesse: verzeichnis[Bytename(name)] ?? groesse) { puffer in
        let n = try lies(puffer)
        if n > 0 { rechner?.bildner.nimm(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(puffer)[..<n])) }
        return n
      }
      if let soll, let ist = rechner?.bildner.abschluss().first, ist != soll {
        throw XdomeaFehler.datei(
          name: name,
          grund: "Der Hash stimmt nicht (erwartet \(soll.hex), berechnet \(ist.hex)). Die Datei "
            + "ist beschädigt; fordern Sie den Container neu an.")
      }
      ergebnis.dateien += 1
      ergebnis.bytes += groesse
      optionen.fortschritt?(name, ergebnis.dateien, ergebnis.bytes)
    }
  }
}
