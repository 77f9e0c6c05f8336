// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Makes a 0503 container of a folder: Akten on the first level, Vorgänge on the second, files as
/// Dokumente; folders below a Vorgang become Teilvorgänge.
///
/// One pass: each file is read once, hashed and stored; then the message follows as the last entry.
/// Only one Akte is in memory at a time. The same folder, table and options give the same bytes.
public enum Packer {
  /// What the folder does not say itself.
  public struct Optionen: Sendable {
    /// The version to write: 3.0.0, 3.1.0 or 4.0.0.
    public var version: XdomeaFassung
    /// The sending authority.
    public var absender: Kontakt
    /// The receiving archive.
    public var archiv: Kontakt
    /// The process; all other ids are derived from it.
    public var prozessID: ProzessID
    /// When the message was made.
    public var zeitpunkt: Zeitpunkt
    /// The product named as the sender's system.
    public var system = Werkzeug.system
    /// The day all Akten were closed, where the table names no other; nil says nothing of it.
    public var zdADatum: Kalendertag?
    /// Deflate what gains by it; false stores everything, which is faster and larger.
    public var komprimieren = true
    /// Replace an existing target.
    public var ueberschreiben = false
    /// Called after each file with its path, the number of files and the bytes so far.
    public var fortschritt: (@Sendable (_ was: String, _ dateien: Int, _ bytes: Int64) -> Void)?

    /// Options for one container.
    public init(
      version: XdomeaFassung, absender: Kontakt, archiv: Kontakt, prozessID: ProzessID,
      zeitpunkt: Zeitpunkt
    ) {
      self.version = version
      self.absender = absender
      self.archiv = archiv
      self.prozessID = prozessID
      self.zeitpunkt = zeitpunkt
    }
  }

  /// What was packed.
  public struct Ergebnis: Sendable {
    /// The container.
    public internal(set) var pfad = ""
    /// The message in it.
    public internal(set) var nachrichtname = ""
    /// Number of Akten.
    public internal(set) var akten = 0
    /// Number of Vorgänge and Teilvorgänge.
    public internal(set) var vorgaenge = 0
    /// Number of Dokumente, which is the number of files.
    public internal(set) var dokumente = 0
    /// Bytes of the files.
    public internal(set) var bytes: Int64 = 0
    /// Files that were left out on purpose: hidden ones and leftovers of desktop systems.
    public internal(set) var uebergangen: [String] = []
    /// What the user should know.
    public internal(set) var hinweise: [String] = []
    /// What the version cannot express.
    public internal(set) var verluste = Verlustbericht()
  }

  /// Packs the folder.
  ///
  /// `ziel` is the container, or a folder that gets one with the standard's name.
  ///
  /// - Throws: ``XdomeaFehler`` or `BehaelterFehler`; nothing is left at the target then.
  public static func packe(
    ordner: String, nach ziel: String, _ optionen: Optionen
  ) throws -> Ergebnis {
    guard [.v300, .v310, .v400].contains(optionen.version) else {
      throw XdomeaFehler.eingabe(
        "Gepackt wird in xdomea 3.0.0, 3.1.0 oder 4.0.0, nicht in \(optionen.version.rawValue).")
    }
    let lauf = try Packlauf(ordner, ziel, optionen)
    return try lauf.ausfuehren()
  }
}
