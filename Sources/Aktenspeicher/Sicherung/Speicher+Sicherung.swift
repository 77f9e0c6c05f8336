// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Glibc

/// What a backup did.
public struct Sicherungsergebnis: Hashable, Sendable {
  /// Files that came new into the backup.
  public internal(set) var neueDateien = 0
  /// Their size in bytes.
  public internal(set) var neueBytes: Int64 = 0
  /// Files that were in the backup already.
  public internal(set) var vorhandeneDateien = 0
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
  /// its digest. A new backup appears complete or not at all. In an existing one, files that are
  /// there are not copied again, the database is replaced at the end in one step, and files that the
  /// store does not have any more are removed, so that no backup keeps what was to be deleted. The
  /// deletion ledger is not part of it (FAKTEN 2.5).
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
  ///   at `ziel`, ``SpeicherFehler/dateiFehlt(_:pfad:)`` and
  ///   ``SpeicherFehler/dateiVeraendert(pfad:erwartet:gefunden:)`` if this store is damaged; an
  ///   earlier backup then stays as it was.
  @discardableResult
  public func sichere(
    nach ziel: String, _ art: Dateiuebernahme = .kopie,
    fortschritt: (_ erledigt: Int, _ alle: Int) -> Void = { _, _ in }
  ) throws(SpeicherFehler) -> Sicherungsergebnis {
    let ort = Speicherordner(ziel)
    let kennung = try kennung()
    if try Bauort.istFrei(ort.pfad) {
      let bau = try Bauort(ort.pfad)
      try Sicherungszeichen.setze(bau.ort, kennung: kennung)
      let lauf = try Sicherungslauf(self, bau.ort, art)
      try lauf.erledige(fortschritt)
      try bau.veroeffentliche()
      return lauf.ergebnis
    }
    guard Sicherungszeichen.gilt(ort, kennung: kennung) else {
      throw .schonVorhanden(pfad: ort.pfad)
    }
    let sperre = try Schreibsperre(ort)
    return try withExtendedLifetime(sperre) { () throws(SpeicherFehler) in
      let lauf = try Sicherungslauf(self, ort, art)
      try lauf.erledige(fortschritt)
      return lauf.ergebnis
    }
  }
}

/// One backup under way.
private final class Sicherungslauf {
  private let quelle: Speicher
  private let ort: Speicherordner
  private let art: Speicher.Dateiuebernahme
  private let ziel: Dateiablage
  private(set) var ergebnis = Sicherungsergebnis()

  /// The copy of the database until it takes its place.
  private var teil: String { ort.datenbank + ".teil" }

  init(
    _ quelle: Speicher, _ ort: Speicherordner, _ art: Speicher.Dateiuebernahme
  ) throws(SpeicherFehler) {
    self.quelle = quelle
    self.ort = ort
    self.art = art
    ziel = try Dateiablage(ort.pfad, schreibend: true)
    try ziel.raeumeAuf()
  }

  func erledige(_ fortschritt: (Int, Int) -> Void) throws(SpeicherFehler) {
    do {
      defer { unlink(teil) }
      // Files may be deleted, and rightly so, after the copy of the database named them. Then the
      // copy is made anew, and most files are there already.
      repeat {
        try kopiereDatenbank()
      } while try !uebernimmDateien(fortschritt)
      guard rename(teil, ort.datenbank) == 0 else { throw SpeicherFehler.schreiben(teil, errno) }
      try entferneUeberzaehlige()
      let nummer = Dateisystem.sichere(ziel.ordner)
      guard nummer == 0 else { throw SpeicherFehler.schreiben(ort.pfad, nummer) }
    } catch {
      throw .eigen(error, ort.pfad)
    }
  }

  private func kopiereDatenbank() throws {
    guard unlink(teil) == 0 || errno == ENOENT else {
      throw SpeicherFehler.schreiben(teil, errno)
    }
    try quelle.datenbank.liesOhneTransaktion { db in
      try db.execute(sql: "VACUUM INTO ?", arguments: [teil])
    }
    // What waits to be deleted never comes into the backup, so there is no order left.
    let kopie = try DatabaseQueue(path: teil)
    try kopie.write { try $0.execute(sql: "DELETE FROM loeschauftrag") }
    try kopie.close()
    let fd = open(teil, O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else { throw SpeicherFehler.schreiben(teil, errno) }
    defer { close(fd) }
    guard fsync(fd) == 0 else { throw SpeicherFehler.schreiben(teil, errno) }
    ergebnis.durchgaenge += 1
  }

  private func mitKopie<T>(_ body: (Lesezugriff) throws -> T) throws -> T {
    var einstellungen = Configuration()
    einstellungen.readonly = true
    let kopie = try DatabaseQueue(path: teil, configuration: einstellungen)
    defer { try? kopie.close() }
    return try kopie.read { try body(Lesezugriff($0, teil)) }
  }

  /// Takes over the files that the copy names; false if some were deleted meanwhile.
  private func uebernimmDateien(_ fortschritt: (Int, Int) -> Void) throws -> Bool {
    try mitKopie { kopie in
      let alle = Int(try kopie.anzahlen().dateien)
      var erledigt = 0
      var vorhandene = 0
      var verschwunden = false
      var stapel = try Aufnahmestapel(ziel)
      var imStapel = (anzahl: 0, bytes: 0 as Int64)
      try kopie.jedeDatei { datei in
        erledigt += 1
        if erledigt % 256 == 0 { fortschritt(erledigt, alle) }
        if try ziel.groesse(datei.hash) == datei.groesse {
          vorhandene += 1
          return true
        }
        do {
          try uebernimm(datei, stapel)
        } catch SpeicherFehler.dateiFehlt(let hash, let pfad) {
          guard try !quelle.hat(hash) else { throw SpeicherFehler.dateiFehlt(hash, pfad: pfad) }
          verschwunden = true
          return true
        }
        ergebnis.neueDateien += 1
        ergebnis.neueBytes += datei.groesse
        imStapel = (imStapel.anzahl + 1, imStapel.bytes + datei.groesse)
        if imStapel.anzahl >= 4096 || imStapel.bytes >= 1 << 30 {
          try stapel.veroeffentliche()
          stapel = try Aufnahmestapel(ziel)
          imStapel = (0, 0)
        }
        return true
      }
      try stapel.veroeffentliche()
      fortschritt(erledigt, alle)
      if ergebnis.durchgaenge == 1 { ergebnis.vorhandeneDateien = vorhandene }
      return !verschwunden
    }
  }

  private func uebernimm(_ datei: Dateiangabe, _ stapel: Aufnahmestapel) throws {
    if try ziel.groesse(datei.hash) != nil {
      _ = try ziel.loesche([datei.hash])  // another length: damaged, and replaced
    }
    if art == .verknuepfung, try ziel.verknuepfe(datei.hash, aus: quelle.ablage) { return }
    let leser = try Dateileser(datei.hash, quelle.ablage)
    try stapel.nimm(aus: leser.lies)
  }

  /// Removes files from the backup that its database does not name.
  private func entferneUeberzaehlige() throws {
    var einstellungen = Configuration()
    einstellungen.readonly = true
    let kopie = try DatabaseQueue(path: ort.datenbank, configuration: einstellungen)
    defer { try? kopie.close() }
    try kopie.read { db in
      let a = try Anweisung(db, "SELECT 1 FROM datei WHERE hash = ?", ort.datenbank)
      try ziel.jedeTranche { tranche in
        let ueberzaehlige = try tranche.filter { datei in
          a.binde(1, datei.hash)
          return try a.ersteZeile { true } == nil
        }
        for ausgang in try ziel.loesche(ueberzaehlige.map(\.hash)) where ausgang == .geloescht {
          ergebnis.entfernteDateien += 1
        }
      }
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
