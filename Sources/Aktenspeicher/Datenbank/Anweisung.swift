// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import GRDBSQLite

/// A prepared statement whose values are bound without a detour.
///
/// GRDB prepares the statement; binding and stepping go straight to SQLite, which is 2.4 times as
/// fast for masses of rows. Texts and blobs are collected in one reused buffer and bound when the
/// statement runs, so that SQLite copies nothing. Bound values are forgotten after each run.
/// Belongs to the transaction in which it was made.
final class Anweisung {
  private let anweisung: Statement
  private let s: OpaquePointer
  private let pfad: String

  private var puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4096, alignment: 16)
  private var belegt = 0
  private var teile: [(spalte: Int32, anfang: Int, laenge: Int, istText: Bool)] = []
  /// Whether a query of it is under way.
  private(set) var laeuft = false

  /// Prepares `sql`.
  ///
  /// - Parameters:
  ///   - db: The connection.
  ///   - sql: One statement.
  ///   - pfad: The database file, for errors.
  ///   - vorrat: Whether the connection's prepared statement may be taken, if none is using it: who
  ///     asks one question per transaction would prepare it each time.
  /// - Throws: GRDB's error if the statement is wrong.
  init(_ db: Database, _ sql: String, _ pfad: String, ausVorrat vorrat: Bool = false) throws {
    var fertig = vorrat ? try db.cachedStatement(sql: sql) : try db.makeStatement(sql: sql)
    if vorrat {
      if sqlite3_stmt_busy(fertig.sqliteStatement) != 0 { fertig = try db.makeStatement(sql: sql) }
      sqlite3_clear_bindings(fertig.sqliteStatement)
    }
    anweisung = fertig
    s = fertig.sqliteStatement
    self.pfad = pfad
    teile.reserveCapacity(16)
  }

  deinit { puffer.deallocate() }

  /// Forgets all values that are bound.
  func vergiss() {
    sqlite3_clear_bindings(s)
    teile.removeAll(keepingCapacity: true)
    belegt = 0
  }

  // MARK: - Values, columns from 1

  /// Binds a number, or NULL.
  func binde(_ spalte: Int32, _ wert: Int64?) {
    if let wert {
      sqlite3_bind_int64(s, spalte, wert)
    } else {
      sqlite3_bind_null(s, spalte)
    }
  }

  /// Binds a number.
  func binde(_ spalte: Int32, _ wert: Int) { sqlite3_bind_int64(s, spalte, Int64(wert)) }

  /// Binds a text, or NULL.
  func binde(_ spalte: Int32, _ wert: String?) {
    guard var wert else {
      sqlite3_bind_null(s, spalte)
      return
    }
    wert.withUTF8 { merke(spalte, UnsafeRawBufferPointer($0), istText: true) }
  }

  /// Binds a blob.
  func binde(_ spalte: Int32, _ bytes: UnsafeRawBufferPointer) {
    merke(spalte, bytes, istText: false)
  }

  /// Binds a blob, or NULL.
  func binde(_ spalte: Int32, _ bytes: [UInt8]?) {
    guard let bytes else {
      sqlite3_bind_null(s, spalte)
      return
    }
    bytes.withUnsafeBytes { merke(spalte, $0, istText: false) }
  }

  /// Binds the digest of a file.
  func binde(_ spalte: Int32, _ hash: Dateihash) {
    hash.mitBytes { merke(spalte, $0, istText: false) }
  }

  private func merke(_ spalte: Int32, _ bytes: UnsafeRawBufferPointer, istText: Bool) {
    if puffer.count - belegt < bytes.count {
      let groesser = UnsafeMutableRawBufferPointer.allocate(
        byteCount: max(puffer.count * 2, belegt + bytes.count), alignment: 16)
      groesser.copyMemory(from: UnsafeRawBufferPointer(rebasing: puffer[..<belegt]))
      puffer.deallocate()
      puffer = groesser
    }
    UnsafeMutableRawBufferPointer(rebasing: puffer[belegt...]).copyMemory(from: bytes)
    teile.append((spalte, belegt, bytes.count, istText))
    belegt += bytes.count
  }

  private func bindeTeile() throws(SpeicherFehler) {
    guard let basis = puffer.baseAddress else { return }
    for teil in teile {
      let anfang = basis + teil.anfang
      // Without a destructor SQLite neither copies nor frees; the buffer outlives the run.
      let code =
        teil.istText
        ? sqlite3_bind_text64(
          s, teil.spalte, anfang.assumingMemoryBound(to: CChar.self), UInt64(teil.laenge), nil,
          UInt8(SQLITE_UTF8))
        : sqlite3_bind_blob64(s, teil.spalte, anfang, UInt64(teil.laenge), nil)
      guard code == SQLITE_OK else { throw fehler }
    }
    teile.removeAll(keepingCapacity: true)
    belegt = 0
  }

  // MARK: - Running

  /// Runs a statement that yields no rows.
  ///
  /// - Throws: ``SpeicherFehler``.
  func fuehreAus() throws(SpeicherFehler) {
    defer { sqlite3_reset(s) }
    try bindeTeile()
    let code = sqlite3_step(s)
    guard code == SQLITE_DONE || code == SQLITE_ROW else { throw fehler }
  }

  /// Runs a query and calls `body` for each row until it returns false.
  ///
  /// Columns are read in `body` and only there.
  func jedeZeile(_ body: () throws -> Bool) throws {
    laeuft = true
    defer {
      sqlite3_reset(s)
      laeuft = false
    }
    try bindeTeile()
    while true {
      let code = sqlite3_step(s)
      if code == SQLITE_DONE { return }
      guard code == SQLITE_ROW else { throw fehler }
      guard try body() else { return }
    }
  }

  /// Runs a query and returns what `body` makes of the first row; nil without a row.
  func ersteZeile<T>(_ body: () throws -> T) throws -> T? {
    var ergebnis: T?
    try jedeZeile {
      ergebnis = try body()
      return false
    }
    return ergebnis
  }

  private var fehler: SpeicherFehler {
    let db = sqlite3_db_handle(s)
    return .sqlite(
      sqlite3_extended_errcode(db), String(cString: sqlite3_errmsg(db)), pfad,
      system: sqlite3_system_errno(db))
  }

  // MARK: - Columns, from 0

  /// A number; NULL is 0.
  func zahl(_ spalte: Int32) -> Int64 { sqlite3_column_int64(s, spalte) }

  /// A number, or nil for NULL.
  func vielleichtZahl(_ spalte: Int32) -> Int64? {
    sqlite3_column_type(s, spalte) == SQLITE_NULL ? nil : sqlite3_column_int64(s, spalte)
  }

  /// A text, or nil for NULL.
  func text(_ spalte: Int32) -> String? {
    guard let anfang = sqlite3_column_text(s, spalte) else { return nil }
    let laenge = Int(sqlite3_column_bytes(s, spalte))
    return String(decoding: UnsafeBufferPointer(start: anfang, count: laenge), as: UTF8.self)
  }

  /// Lends the bytes of a blob; empty for NULL.
  func mitBytes<T>(_ spalte: Int32, _ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
    let anfang = sqlite3_column_blob(s, spalte)
    let laenge = Int(sqlite3_column_bytes(s, spalte))
    return try body(UnsafeRawBufferPointer(start: anfang, count: anfang == nil ? 0 : laenge))
  }

  /// The bytes of a blob; empty for NULL.
  func bytes(_ spalte: Int32) -> [UInt8] { mitBytes(spalte) { Array($0) } }

  /// The bytes of a blob, or nil for NULL.
  func vielleichtBytes(_ spalte: Int32) -> [UInt8]? {
    sqlite3_column_type(s, spalte) == SQLITE_NULL ? nil : bytes(spalte)
  }

  /// The digest of a file.
  ///
  /// - Throws: ``SpeicherFehler/beschaedigt(pfad:grund:)`` if it has not 32 bytes.
  func hash(_ spalte: Int32) throws(SpeicherFehler) -> Dateihash {
    guard let hash = mitBytes(spalte, Dateihash.init(bytes:)) else {
      throw .beschaedigt(pfad: pfad, grund: "eine Prüfsumme hat nicht 32 Byte")
    }
    return hash
  }
}
