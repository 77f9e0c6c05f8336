// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Pruefsummen

/// Reads a container in one version and writes it in another, with a report of what was lost.
///
/// Files are copied under their names and proved against the hashes of the message on the way.
public enum Umsetzer {
  /// How to convert.
  public struct Optionen: Sendable {
    /// The version to write: 3.0.0, 3.1.0 or 4.0.0.
    public var version: XdomeaFassung
    /// The new message's UUID where the source has none and the target wants one.
    public var nachrichtenID: NachrichtenID
    /// The message that the source answers, where the source does not say it and the target must.
    public var ursprungsnachricht: NachrichtenID?
    /// Replace an existing target.
    public var ueberschreiben = false
    /// Called after each file with its name, the number of files and the bytes so far.
    public var fortschritt: (@Sendable (_ was: String, _ dateien: Int, _ bytes: Int64) -> Void)?

    /// Options for one conversion.
    public init(version: XdomeaFassung, nachrichtenID: NachrichtenID) {
      self.version = version
      self.nachrichtenID = nachrichtenID
    }
  }

  /// What was converted.
  public struct Ergebnis: Sendable {
    /// The new container.
    public internal(set) var pfad: String
    /// The version that was read.
    public internal(set) var quellversion: XdomeaFassung
    /// The version that was written.
    public internal(set) var zielversion: XdomeaFassung
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
    /// How many further defects were counted but not kept.
    public internal(set) var ausgelasseneMaengel = 0
    /// Files whose stated hash could not be checked: unknown algorithm or unusable value.
    public internal(set) var ungeprueft: [String] = []
  }

  /// Converts a container, folder or message into a container.
  ///
  /// `ziel` is the container, or a folder that gets one with the standard's name.
  ///
  /// - Throws: ``XdomeaFehler`` if the source refers to files that are missing or do not have the
  ///   hash stated, if the target has no such message or cannot carry an object, or if it demands
  ///   ``Optionen/ursprungsnachricht``; nothing is left at the target then.
  public static func setzeUm(
    _ quelle: String, nach ziel: String, _ optionen: Optionen
  ) throws -> Ergebnis {
    guard [.v300, .v310, .v400].contains(optionen.version) else {
      throw XdomeaFehler.eingabe(
        "Umgesetzt wird nach xdomea 3.0.0, 3.1.0 oder 4.0.0, nicht nach "
          + "\(optionen.version.rawValue).")
    }
    let paket = try Nachrichtenpaket(pfad: quelle)
    if let fremd = paket.fremde.first {
      throw XdomeaFehler.datei(
        name: quelle + "/" + fremd,
        grund: "Neben einer Nachricht liegen nur Dateien, keine Ordner und keine Verknüpfungen. "
          + "Entfernen Sie ihn.")
    }
    let leser = try paket.leser()
    var kopf = leser.kopf
    kopf.nachrichtenID =
      kopf.nachrichtenID ?? (optionen.version >= .v400 ? optionen.nachrichtenID : nil)
    kopf.ursprungsnachricht = kopf.ursprungsnachricht ?? optionen.ursprungsnachricht
    if kopf.ergebnis == nil, verlangtErgebnis(optionen.version, leser.typ) {
      kopf.ergebnis = try gesamtergebnis(paket)
    }
    var ausgabe = try Paketschreiber(
      ziel, optionen.version, leser.typ, kopf, ueberschreiben: optionen.ueberschreiben,
      quelle: leser.version)
    var genannt: [Bytename: Hashangabe?] = [:]
    while let teil = try leser.naechster() {
      teil.jedeDatei { name, hash in
        // A file may be named twice; a statement of its hash counts wherever it stands.
        if let hash {
          genannt[Bytename(name)] = hash
        } else {
          _ = genannt[Bytename(name), default: nil]
        }
      }
      try ausgabe.schreibe(teil)
    }
    try pruefeVollstaendig(genannt, paket)
    var (dateien, bytes) = (0, Int64(0))
    var ungeprueft: [String] = []
    try paket.jedeDatei { name, groesse, lies in
      let angabe = genannt[Bytename(name)] ?? nil
      if angabe != nil, angabe?.pruefsumme == nil { ungeprueft.append(name) }
      try kopiere(name, groesse, lies, angabe, &ausgabe)
      dateien += 1
      bytes += groesse
      optionen.fortschritt?(name, dateien, bytes)
    }
    let geschrieben = try ausgabe.beende()
    return Ergebnis(
      pfad: geschrieben.pfad, quellversion: leser.version, zielversion: optionen.version,
      typ: leser.typ, dateien: dateien, bytes: bytes, verluste: geschrieben.verluste,
      maengel: leser.maengel, ausgelasseneMaengel: leser.ausgelasseneMaengel,
      ungeprueft: ungeprueft)
  }

  /// True if the version has a result of the import as a whole in this message.
  private static func verlangtErgebnis(
    _ version: XdomeaFassung, _ typ: Nachrichtentyp
  ) -> Bool {
    let profil = Profil.von(version)
    return profil.felder(profil.wurzelplan(typ)).contains(.erfolgreich)
  }

  /// The result as a whole: success if every object succeeded (R63).
  private static func gesamtergebnis(_ paket: Nachrichtenpaket) throws -> ErfolgOderMisserfolg {
    let leser = try paket.leser()
    while let teil = try leser.naechster() {
      if case .rueckmeldung(let r) = teil, !r.ergebnis.erfolgreich {
        return ErfolgOderMisserfolg(erfolgreich: false)
      }
    }
    return .erfolg
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

  /// Copies one file and proves it against the hash that the message states.
  private static func kopiere(
    _ name: String, _ groesse: Int64, _ lies: (UnsafeMutableRawBufferPointer) throws -> Int,
    _ angabe: Hashangabe?, _ ausgabe: inout Paketschreiber
  ) throws {
    let soll = angabe?.pruefsumme
    let rechner = try soll.map { try Rechner($0.verfahren) }
    _ = try ausgabe.datei(name, groesse: groesse) { puffer in
      let n = try lies(puffer)
      if n > 0 { rechner?.bildner.nimm(UnsafeRawBufferPointer(rebasing: puffer[..<n])) }
      return n
    }
    if let soll, let ist = rechner?.bildner.abschluss().first, ist != soll {
      throw XdomeaFehler.datei(
        name: name,
        grund: "Der Hash stimmt nicht (erwartet \(soll.hex), berechnet \(ist.hex)). Die Datei "
          + "ist beschädigt; fordern Sie den Container neu an.")
    }
  }
}
