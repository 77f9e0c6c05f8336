// SPDX-License-Identifier: Apache-2.0

/// What a backup did.
public struct Sicherungsergebnis: Hashable, Sendable {
  /// Files that came new into the backup.
  public internal(set) var neueDateien = 0
  /// Their size in bytes.
  public internal(set) var neueBytes: Int64 = 0
  /// Files that were in the backup already.
  public internal(set) var vorhandeneDateien = 0
  /// Files that were damaged in the backup and were copied anew.
  public internal(set) var ersetzteDateien = 0
  /// Files removed from the backup because the store does not have them any more.
  public internal(set) var entfernteDateien = 0
  /// How often the database was copied; more than 1 if files were deleted meanwhile.
  public internal(set) var durchgaenge = 0
}

extension Speicher {
  /// How the files come into a backup.
  public enum Dateiuebernahme: Hashable, Sendable {
    /// Copies: the backup is independent of the store.
    case kopie
    /// Second names for the same files, where the file system can do that: quick and without
    /// room, but damage to the disk hits both. For a state to be copied elsewhere afterwards.
    case verknuepfung
  }

  /// Makes or renews a backup while others go on reading and writing.
  ///
  /// The database is copied in one snapshot, then the files it names; each one is checked against
  /// its digest, also those that an earlier backup left there: one that is damaged is copied anew. A
  /// new backup appears complete or not at all. In an existing one, sound files are not copied again,
  /// the database is replaced at the end in one step, and files that the store does not have any more
  /// are removed only after that lasts a power failure, so that no backup keeps what was to be
  /// deleted, and none lacks what it names. The deletion ledger is not part of it (FAKTEN 2.5).
  ///
  /// The copy is made by `VACUUM INTO` and not by SQLite's backup interface: that is three times as
  /// fast, but takes the free pages along, where deleted content could stand, and its copy needs a
  /// writable folder to be read.
  ///
  /// - Parameters:
  ///   - ziel: The folder of the backup: absent, empty, or an earlier backup of this store.
  ///   - art: How the files come there.
  ///   - fortschritt: Called now and then with the number of files dealt with and of all files.
  /// - Returns: What was done.
  /// - Throws: ``SpeicherFehler``: ``SpeicherFehler/schonVorhanden(pfad:)`` if something else is
  ///   at `ziel`, ``SpeicherFehler/imSpeicher(pfad:speicher:)`` if it lies in a store,
  ///   ``SpeicherFehler/dateiFehlt(_:pfad:)`` and
  ///   ``SpeicherFehler/dateiVeraendert(pfad:erwartet:gefunden:)`` if this store is damaged; an
  ///   earlier backup then stays as it was.
  @discardableResult
  public func sichere(
    nach ziel: String, _ art: Dateiuebernahme = .kopie,
    fortschritt: (_ erledigt: Int, _ alle: Int) -> Void = { _, _ in }
  ) throws(SpeicherFehler) -> Sicherungsergebnis {
    let ort = Speicherordner(ziel)
    let kennung = try kennung()
    try ort.verlangeAusserhalb()
    if try Bauort.istFrei(ort.pfad) {
      let bau = try Bauort(ort.pfad)
      do {
        try Sicherungszeichen.setze(bau.ort, kennung: kennung)
        let lauf = try Sicherungslauf(self, bau.ort, art)
        try lauf.erledige(fortschritt)
        try bau.veroeffentliche()
        return lauf.ergebnis
      } catch {
        // Nobody knows the hidden folder in which it is built.
        throw error.umbenannt(von: bau.ort.pfad, nach: ort.pfad)
      }
    }
    guard Sicherungszeichen.gilt(ort, kennung: kennung) else {
      throw .schonVorhanden(pfad: ort.pfad)
    }
    let sperre = try Schreibsperre(ort, wartezeit: wartezeit)
    return try withExtendedLifetime(sperre) { () throws(SpeicherFehler) in
      let lauf = try Sicherungslauf(self, ort, art)
      try lauf.erledige(fortschritt)
      return lauf.ergebnis
    }
  }
}

extension Speicher {
  /// Whether the store has a file at this moment.
  func hat(_ hash: Dateihash) throws -> Bool {
    try lies { zugriff in
      let a = try zugriff.anweisung("SELECT 1 FROM datei WHERE hash = ?")
      a.binde(1, hash)
      return try a.ersteZeile { true } ?? false
    }
  }
}
