// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Glibc
internal import Lifecycle
internal import Synchronization

/// A store for files and what is known about them: a folder with an SQLite database and the
/// documents' bytes, each under its digest.
///
/// One process writes at a time, any number of processes read meanwhile. What a method has written
/// when it returns lasts a power failure. Values of this type may be used from any thread.
public final class Speicher: Sendable {
  /// The folder.
  public let ordner: String
  /// The deletion ledger, outside of the folder so that it outlives the restoring of a backup
  /// (FAKTEN 2.5).
  public let loeschbuch: String
  /// The files.
  package let ablage: Dateiablage
  let datenbank: Datenbank
  /// How long to wait for another process that writes.
  let wartezeit: Duration
  /// The deletion ledger as this store read or wrote it last; nil if it did not yet.
  let gelesenesLoeschbuch = Mutex<Loeschbuchbild?>(nil)
  /// What the history says about entries that many objects share.
  let historiengedaechtnis = Historiengedaechtnis()
  private let sperre: Schreibsperre?

  /// What a store is opened for.
  public enum Oeffnungsart: Hashable, Sendable {
    /// Reading and writing; one process at a time.
    case schreibend
    /// Reading only; changes nothing and needs no lock.
    case lesend
  }

  /// How long opening for writing waits for another process that writes, unless another time is given.
  public static let schreibwartezeit = Duration.seconds(5)

  /// Whether the store is open for writing.
  public var istSchreibend: Bool { datenbank.schreibend }

  /// Opens a store.
  ///
  /// For writing, an older store is brought to the newest state, what an interrupted process left
  /// is removed, and open orders to delete files are carried out.
  ///
  /// - Parameters:
  ///   - ordner: The folder.
  ///   - art: What for.
  ///   - loeschbuch: The deletion ledger; nil for the file beside the folder.
  ///   - wartezeit: How long to wait for another process that writes to the store or to the ledger.
  /// - Throws: ``SpeicherFehler``, for example ``SpeicherFehler/keinSpeicher(ordner:grund:)``,
  ///   ``SpeicherFehler/gesperrt(pfad:prozess:)``,
  ///   ``SpeicherFehler/neuererStand(ordner:gefunden:bekannt:)``.
  public init(
    _ ordner: String, _ art: Oeffnungsart = .schreibend, loeschbuch: String? = nil,
    wartezeit: Duration = Speicher.schreibwartezeit
  ) throws(SpeicherFehler) {
    let ort = Speicherordner(ordner)
    self.ordner = ort.pfad
    self.loeschbuch = loeschbuch ?? ort.loeschbuch
    self.wartezeit = wartezeit
    let schreibend = art == .schreibend
    try Datenbankkopf.pruefe(ort)
    sperre = schreibend ? try Schreibsperre(ort, wartezeit: wartezeit) : nil
    datenbank = try Datenbank(ort, schreibend: schreibend)
    ablage = try Dateiablage(ort.pfad, schreibend: schreibend)
    guard schreibend else { return }
    try Sicherungszeichen.entferne(ort)  // from now on this is a store of its own
    try raeumeUnvollendetes()
    try ablage.raeumeAuf()
    do {
      try schreibeLoeschbuch()
    } catch {
      throw .eigen(error, self.loeschbuch)
    }
    try erledigeLoeschauftraege()
    do {
      try tilgeOffeneSpuren()
    } catch {
      throw .eigen(error, datenbank.pfad)
    }
  }

  /// Makes a new store and opens it for writing; it appears complete or not at all.
  ///
  /// - Parameters:
  ///   - ordner: The folder; it must not exist or be empty.
  ///   - kennung: A name for the store that no other one has, for example a UUID, at most 1000 bytes.
  ///     Backups are only ever renewed with the store that has the same, and a deletion ledger is
  ///     only continued by it.
  ///   - loeschbuch: The deletion ledger; nil for the file beside the folder.
  /// - Returns: The store, open for writing.
  /// - Throws: ``SpeicherFehler/schonVorhanden(pfad:)`` and others.
  public static func lege(
    _ ordner: String, kennung: String, loeschbuch: String? = nil
  ) throws(SpeicherFehler) -> Speicher {
    guard !kennung.allSatisfy(\.isWhitespace),
      kennung.utf8.count <= Loeschsatz.hoechstlaengeKennung
    else {
      throw .nichtSchreibbar(pfad: ordner, grund: "die Kennung ist leer oder zu lang")
    }
    let bau = try Bauort(ordner)
    do {
      let neu = try Datenbank(bau.ort, schreibend: true, neu: true)
      try neu.schreibe { db in
        try Schreibzugriff(db, neu.pfad).setzeKennung(kennung)
      }
      try neu.leereLog()
      try neu.schliesse()
    } catch {
      throw .eigen(error, ordner)
    }
    try bau.veroeffentliche()
    return try Speicher(ordner, .schreibend, loeschbuch: loeschbuch)
  }

  /// Ends all accesses and lets others write; the store must not be used any more.
  ///
  /// Without this call the store is closed when nobody refers to it any more.
  ///
  /// - Throws: ``SpeicherFehler/beschaeftigt(pfad:)`` if an access is under way.
  public func schliesse() throws(SpeicherFehler) {
    try datenbank.schliesse()
    sperre?.gibFrei()
  }

  /// Reads in one snapshot; writers go on meanwhile.
  ///
  /// - Throws: ``SpeicherFehler``, or what `body` throws.
  package func lies<T>(_ body: (Lesezugriff) throws -> T) throws -> T {
    try datenbank.lies { try body(Lesezugriff($0, datenbank.pfad)) }
  }

  /// Writes in one transaction, which is undone if `body` throws.
  ///
  /// Files that the rows name are published before, by an ``Aufnahmestapel`` that lives until this
  /// method returns.
  ///
  /// - Throws: ``SpeicherFehler``, or what `body` throws.
  package func schreibe<T>(_ body: (Schreibzugriff) throws -> T) throws -> T {
    try datenbank.schreibe { try body(Schreibzugriff($0, datenbank.pfad)) }
  }

  /// Writes masses of rows in one transaction, which is undone if `body` throws.
  ///
  /// The indexes are dropped and made anew at the end, which is several times faster if more comes
  /// in than is there. An id used twice is found only then. Reading inside of `body` is slow.
  ///
  /// - Throws: As ``schreibe(_:)``.
  package func schreibeMasse<T>(_ body: (Schreibzugriff) throws -> T) throws -> T {
    try datenbank.schreibe { db in
      try db.execute(sql: Schema.ohneZusatzindexe)
      let ergebnis = try Suchindex.mitGrossemPuffer(db) {
        try body(Schreibzugriff(db, datenbank.pfad))
      }
      try db.execute(sql: Schema.zusatzindexe)
      return ergebnis
    }
  }

  /// Begins to take in files.
  ///
  /// - Throws: ``SpeicherFehler/nurLesend(ordner:)``.
  package func neuerStapel() throws(SpeicherFehler) -> Aufnahmestapel {
    try Aufnahmestapel(ablage)
  }

  /// The name that was given to the store when it was made.
  package func kennung() throws(SpeicherFehler) -> String {
    do {
      return try lies { try $0.angabe("kennung") ?? "" }
    } catch {
      throw .eigen(error, datenbank.pfad)
    }
  }
}
