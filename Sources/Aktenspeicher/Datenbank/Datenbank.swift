// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import GRDBSQLite
internal import Glibc

/// The connections to a store's database: one that writes and several that read.
///
/// Write-ahead log, so that readers never wait for the writer; every commit lasts a power failure;
/// what is deleted is overwritten with zeros.
final class Datenbank: Sendable {
  /// The database file.
  let pfad: String
  private let pool: DatabasePool
  /// Whether rows can be written.
  let schreibend: Bool

  /// Opens an existing database and, for writing, brings it to the newest state.
  ///
  /// - Parameters:
  ///   - ordner: The store's folder.
  ///   - schreibend: Whether rows will be written; then the caller holds the ``Schreibsperre``.
  ///   - neu: Whether an empty database may become a store.
  /// - Throws: ``SpeicherFehler``.
  init(_ ordner: Speicherordner, schreibend: Bool, neu: Bool = false) throws(SpeicherFehler) {
    let datei = ordner.datenbank
    pfad = datei
    self.schreibend = schreibend
    if !neu {
      guard access(datei, F_OK) == 0 else {
        throw errno == ENOENT || errno == ENOTDIR
          ? .keinSpeicher(ordner: ordner.pfad, grund: "die Datei speicher.sqlite fehlt")
          : .lesen(datei, errno)
      }
      guard Self.darf(datei, schreibend ? R_OK | W_OK : R_OK) else {
        throw schreibend ? .schreiben(datei, errno) : .lesen(datei, errno)
      }
    }
    do {
      pool = try DatabasePool(
        path: Self.adresse(datei, schreibend: schreibend),
        configuration: Self.einstellungen(schreibend: schreibend))
      try Self.pruefeStand(pool, ordner, schreibend: schreibend, neu: neu)
      guard schreibend else { return }
      try Schema.umstellung.migrate(pool)
      // The pool chooses NORMAL when it sets up the log; a lost commit is not acceptable here.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    } catch {
      throw .eigen(error, datei)
    }
  }

  /// Closes the connections after the accesses under way.
  func schliesse() throws(SpeicherFehler) {
    // The pool closes the writer first, but only a writer that closes last empties the log.
    pool.invalidateReadOnlyConnections()
    do { try pool.close() } catch { throw .eigen(error, pfad) }
  }

  /// What SQLite opens: the path, or for a folder nobody can write to, such as a backup on a
  /// read-only medium, the file declared unchanging.
  ///
  /// A reader of a log needs the shared-memory file beside the database. If it is not there and
  /// cannot be made, nobody has the database open, and the file is all there is.
  private static func adresse(_ datei: String, schreibend: Bool) -> String {
    guard !schreibend, access(datei + "-wal", F_OK) != 0 else { return datei }
    let ordner = datei.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    guard !darf(ordner.joined(separator: "/") + "/", W_OK) else { return datei }
    var adresse = "file:"
    for byte in datei.utf8 {
      switch byte {
      case 45...57, 65...90, 97...122, 95, 126: adresse.unicodeScalars.append(Unicode.Scalar(byte))
      default: adresse += (byte < 16 ? "%0" : "%") + String(byte, radix: 16)
      }
    }
    return adresse + "?immutable=1"
  }

  /// Whether the effective user has these rights; `access` would ask for the real one.
  private static func darf(_ pfad: String, _ rechte: Int32) -> Bool {
    faccessat(AT_FDCWD, pfad, rechte, AT_EACCESS) == 0
  }

  /// How much of the database the writer keeps in memory, in KiB.
  static let puffer = 16_384
  /// How much of the database a reader keeps in memory, in KiB.
  static let lesepuffer = 12_288
  /// How much the writer keeps while masses of rows come in.
  static let grosserPuffer = 65_536

  /// Sets how much of the database the writer keeps in memory.
  ///
  /// - Throws: ``SpeicherFehler``.
  func setzePuffer(kibibyte: Int) throws(SpeicherFehler) {
    do {
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA cache_size = -\(kibibyte)")
      }
    } catch {
      throw .eigen(error, pfad)
    }
  }

  /// How many seconds to wait for others who hold the database.
  static let wartezeit = 10

  private static func einstellungen(schreibend: Bool) -> Configuration {
    var e = Configuration()
    e.label = "Aktenspeicher"
    e.readonly = !schreibend
    e.busyMode = .timeout(Double(wartezeit))
    e.prepareDatabase { db in
      try db.execute(sql: "PRAGMA secure_delete = ON")
      let puffer = db.configuration.readonly ? lesepuffer : puffer
      try db.execute(sql: "PRAGMA cache_size = -\(puffer)")
      if !db.configuration.readonly {
        try db.execute(sql: "PRAGMA journal_size_limit = 67108864")
      }
    }
    return e
  }

  private static func pruefeStand(
    _ pool: DatabasePool, _ ordner: Speicherordner, schreibend: Bool, neu: Bool
  ) throws {
    try pool.read { db in
      let kennung = try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      let stand = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      let leer = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_master") == 0
      if neu && leer { return }
      guard kennung == Schema.kennung else {
        throw SpeicherFehler.keinSpeicher(
          ordner: ordner.pfad, grund: "die Datei speicher.sqlite gehört zu einem anderen Programm")
      }
      let schritte = try Schema.umstellung.appliedIdentifiers(db)
      let fehlend = Schema.schritte(bis: stand).first { !schritte.contains($0) }
      // For reading only, the check names it.
      if let fehlend, stand <= Schema.stand, schreibend || stand < Schema.stand {
        throw SpeicherFehler.beschaedigt(
          pfad: ordner.datenbank,
          grund: "in der Tafel »grdb_migrations« fehlt der Schritt »\(fehlend)«")
      }
      guard
        try stand <= Schema.stand && (fehlend != nil || !Schema.umstellung.hasBeenSuperseded(db))
      else {
        throw SpeicherFehler.neuererStand(
          ordner: ordner.pfad, gefunden: max(stand, Schema.stand + 1), bekannt: Schema.stand)
      }
      guard schreibend || stand == Schema.stand else {
        throw SpeicherFehler.aeltererStand(
          ordner: ordner.pfad, gefunden: stand, bekannt: Schema.stand)
      }
    }
  }

  // MARK: - Access

  /// Reads in one snapshot; writers go on meanwhile.
  ///
  /// Who reads again while reading reads in the same snapshot: the caller of a public method that
  /// hands objects over one by one may ask the store about each of them.
  ///
  /// - Throws: ``SpeicherFehler``, or what `body` throws.
  func lies<T>(_ body: (Database) throws -> T) throws -> T {
    do {
      return try pool.unsafeReentrantRead { db in
        if db.isInsideTransaction { return try body(db) }
        var ergebnis: T?
        try db.inTransaction(.deferred) {
          ergebnis = try body(db)
          return .commit
        }
        guard let ergebnis else { throw SpeicherFehler.nurLesend(ordner: ordner) }
        return ergebnis
      }
    } catch { throw SpeicherFehler.uebersetzt(error, pfad) }
  }

  /// Copies one snapshot of all rows into a new database file, without what is free or deleted.
  ///
  /// - Throws: ``SpeicherFehler`` about `ziel` for what cannot be written, about this database for
  ///   what cannot be read.
  func kopiere(nach ziel: String) throws {
    do {
      try pool.unsafeRead { try $0.execute(sql: "VACUUM INTO ?", arguments: [ziel]) }
    } catch let fehler as DatabaseError {
      let lesefehler: [ResultCode] = [.SQLITE_IOERR_READ, .SQLITE_IOERR_SHORT_READ]
      switch fehler.resultCode {
      case .SQLITE_CANTOPEN:
        throw SpeicherFehler.nichtSchreibbar(pfad: ziel, grund: "sie lässt sich nicht anlegen")
      case .SQLITE_FULL, .SQLITE_READONLY, .SQLITE_PERM,
        .SQLITE_IOERR where !lesefehler.contains(fehler.extendedResultCode):
        throw SpeicherFehler.uebersetzt(fehler, ziel)
      default: throw SpeicherFehler.uebersetzt(fehler, pfad)
      }
    }
  }

  /// Writes in one transaction, which is undone if `body` throws.
  ///
  /// - Throws: ``SpeicherFehler``, or what `body` throws.
  func schreibe<T>(_ body: (Database) throws -> T) throws -> T {
    guard schreibend else { throw SpeicherFehler.nurLesend(ordner: ordner) }
    do { return try pool.write(body) } catch { throw SpeicherFehler.uebersetzt(error, pfad) }
  }

  /// Brings the whole log into the database file and empties it.
  ///
  /// Until then deleted content may still stand in the log.
  ///
  /// - Parameter wartezeit: How many seconds to wait for readers.
  /// - Throws: ``SpeicherFehler/beschaeftigt(pfad:)`` if they take longer, and others.
  func leereLog(wartezeit: Int = Datenbank.wartezeit) throws {
    guard schreibend else { throw SpeicherFehler.nurLesend(ordner: ordner) }
    do {
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA busy_timeout = \(wartezeit * 1000)")
        defer { try? db.execute(sql: "PRAGMA busy_timeout = \(Self.wartezeit * 1000)") }
        _ = try db.checkpoint(.truncate)
      }
    } catch {
      throw SpeicherFehler.uebersetzt(error, pfad)
    }
  }

  private var ordner: String { String(pfad.dropLast("/speicher.sqlite".count)) }
}
