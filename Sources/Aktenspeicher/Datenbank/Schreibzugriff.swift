// SPDX-License-Identifier: Apache-2.0
package import Akte
internal import GRDB

/// Writes rows in one transaction; each statement is prepared once and used for all its rows.
///
/// Valid until the block it was given to returns.
package final class Schreibzugriff {
  let db: Database
  let pfad: String
  private var anweisungen: [StaticStringSchluessel: Anweisung] = [:]

  init(_ db: Database, _ pfad: String) {
    self.db = db
    self.pfad = pfad
  }

  /// The statement for `sql`, prepared at its first use.
  func anweisung(_ sql: StaticString) throws -> Anweisung {
    let schluessel = StaticStringSchluessel(sql)
    if let a = anweisungen[schluessel] { return a }
    let a = try Anweisung(db, String(describing: sql), pfad)
    anweisungen[schluessel] = a
    return a
  }

  // MARK: - Objects

  /// Writes an object: a new row, or new values for the number.
  ///
  /// - Parameters:
  ///   - zeile: The object.
  ///   - neu: Whether the number must be new, which is quicker; a number that is there is refused.
  /// - Throws: ``SpeicherFehler/widerspruch(pfad:grund:)`` if the id belongs to another number or
  ///   the parent is missing.
  package func setze(_ zeile: borrowing Objektzeile, neu: Bool = false) throws {
    let a = try neu ? neueObjektzeile : geaenderteObjektzeile
    a.binde(1, zeile.nr)
    a.binde(2, zeile.id)
    a.binde(3, zeile.ebene.rawValue)
    a.binde(4, zeile.eltern)
    a.binde(5, zeile.einheit)
    a.binde(6, zeile.lage)
    a.binde(7, zeile.kennzeichen)
    a.binde(8, zeile.betreff)
    a.binde(9, zeile.zda.map { Int64($0.tageszahl) })
    a.binde(10, zeile.reifab.map { Int64($0.tageszahl) })
    a.binde(11, zeile.spaetestens.map { Int64($0.tageszahl) })
    a.binde(12, zeile.gesperrt)
    a.binde(13, zeile.paket)
    a.binde(14, zeile.folge)
    a.binde(15, zeile.zustand)
    a.binde(16, zeile.metadaten)
    try a.fuehreAus()
  }

  /// Writes new values for a row.
  ///
  /// SQLite takes a row out of every index that has a column named in the statement, and puts it back,
  /// also if nothing changed: what places the object is named only if it did.
  ///
  /// - Parameters:
  ///   - zeile: The object.
  ///   - alt: The row as it is.
  /// - Throws: ``SpeicherFehler``.
  func setze(_ zeile: borrowing Objektzeile, statt alt: borrowing Objektzeile) throws {
    guard zeile.nr == alt.nr, zeile.id == alt.id, zeile.ebene == alt.ebene,
      zeile.eltern == alt.eltern, bytegleich(zeile.einheit, alt.einheit),
      bytegleich(zeile.kennzeichen, alt.kennzeichen)
    else { return try setze(zeile) }
    let a = try anweisung(
      """
      UPDATE objekt SET lage=?2,betreff=?3,zda=?4,reifab=?5,spaetestens=?6,gesperrt=?7,paket=?8,\
      folge=?9,zustand=?10,metadaten=?11 WHERE nr=?1
      """)
    a.binde(1, zeile.nr)
    a.binde(2, zeile.lage)
    a.binde(3, zeile.betreff)
    a.binde(4, zeile.zda.map { Int64($0.tageszahl) })
    a.binde(5, zeile.reifab.map { Int64($0.tageszahl) })
    a.binde(6, zeile.spaetestens.map { Int64($0.tageszahl) })
    a.binde(7, zeile.gesperrt)
    a.binde(8, zeile.paket)
    a.binde(9, zeile.folge)
    a.binde(10, zeile.zustand)
    a.binde(11, zeile.metadaten)
    try a.fuehreAus()
  }

  private var neueObjektzeile: Anweisung {
    get throws {
      try anweisung(
        """
        INSERT INTO objekt(nr,id,ebene,eltern,einheit,lage,kennzeichen,betreff,zda,reifab,\
        spaetestens,gesperrt,paket,folge,zustand,metadaten) \
        VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)
        """)
    }
  }

  private var geaenderteObjektzeile: Anweisung {
    get throws {
      try anweisung(
        """
        INSERT INTO objekt(nr,id,ebene,eltern,einheit,lage,kennzeichen,betreff,zda,reifab,\
        spaetestens,gesperrt,paket,folge,zustand,metadaten) \
        VALUES(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT(nr) DO UPDATE SET \
        id=excluded.id,ebene=excluded.ebene,eltern=excluded.eltern,einheit=excluded.einheit,\
        lage=excluded.lage,kennzeichen=excluded.kennzeichen,betreff=excluded.betreff,\
        zda=excluded.zda,reifab=excluded.reifab,spaetestens=excluded.spaetestens,\
        gesperrt=excluded.gesperrt,paket=excluded.paket,folge=excluded.folge,\
        zustand=excluded.zustand,metadaten=excluded.metadaten
        """)
    }
  }

  /// The number for the next new object: one more than the highest.
  package func naechsteObjektnummer() throws -> Int64 {
    try anweisung("SELECT coalesce(max(nr), 0) + 1 FROM objekt").eineZahl
  }

  // MARK: - Protocol

  /// Appends an entry and says which objects it is about.
  ///
  /// - Throws: ``SpeicherFehler/widerspruch(pfad:grund:)`` if the position or the event is there.
  package func protokolliere(_ zeile: borrowing Protokollzeile, _ objekte: [ObjektID]) throws {
    let a = try anweisung("INSERT INTO protokoll(folge,ereignis,eintrag,nutzlast) VALUES(?,?,?,?)")
    a.binde(1, zeile.folge)
    a.binde(2, zeile.ereignis)
    a.binde(3, zeile.eintrag)
    a.binde(4, zeile.nutzlast)
    try a.fuehreAus()
    for objekt in objekte { try verweise(objekt, auf: zeile.folge) }
  }

  /// Says that an entry is about an object.
  func verweise(_ objekt: ObjektID, auf folge: Int64) throws {
    let a = try anweisung("INSERT OR IGNORE INTO protokollobjekt(objekt,folge) VALUES(?,?)")
    a.binde(1, objekt)
    a.binde(2, folge)
    try a.fuehreAus()
  }

  /// Replaces the readable content of an entry, for example by nothing when its key is destroyed.
  package func setzeNutzlast(_ folge: Int64, _ nutzlast: [UInt8]) throws {
    let a = try anweisung("UPDATE protokoll SET nutzlast = ?2 WHERE folge = ?1")
    a.binde(1, folge)
    a.binde(2, nutzlast)
    try a.fuehreAus()
  }

  /// Keeps the key of an object, or removes it for good with nil.
  package func setzeSchluessel(_ objekt: ObjektID, _ schluessel: [UInt8]?) throws {
    guard let schluessel else {
      let a = try anweisung("DELETE FROM schluessel WHERE objekt = ?")
      a.binde(1, objekt)
      return try a.fuehreAus()
    }
    let a = try anweisung("INSERT OR REPLACE INTO schluessel(objekt,schluessel) VALUES(?,?)")
    a.binde(1, objekt)
    a.binde(2, schluessel)
    try a.fuehreAus()
  }

  // MARK: - Small tables

  /// Keeps a value about the store itself.
  package func setzeAngabe(_ schluessel: String, _ wert: String) throws {
    let a = try anweisung("INSERT OR REPLACE INTO angaben(schluessel,wert) VALUES(?,?)")
    a.binde(1, schluessel)
    a.binde(2, wert)
    try a.fuehreAus()
  }

  /// Forgets a value about the store itself.
  func entferneAngabe(_ schluessel: String) throws {
    let a = try anweisung("DELETE FROM angaben WHERE schluessel = ?")
    a.binde(1, schluessel)
    try a.fuehreAus()
  }

  /// Keeps an Aktenplaneinheit.
  package func setzeEinheit(_ kennzeichen: String, _ daten: [UInt8], folge: Int64) throws {
    let a = try anweisung("INSERT OR REPLACE INTO einheit(kennzeichen,daten,folge) VALUES(?,?,?)")
    a.binde(1, kennzeichen)
    a.binde(2, daten)
    a.binde(3, folge)
    try a.fuehreAus()
  }

  /// Keeps a version of the retention catalogue.
  package func setzeKatalog(
    _ version: String, gueltigAb: Kalendertag?, _ csv: [UInt8], folge: Int64
  ) throws {
    let a = try anweisung(
      "INSERT OR REPLACE INTO katalog(version,gueltigab,csv,folge) VALUES(?,?,?,?)")
    a.binde(1, version)
    a.binde(2, gueltigAb.map { Int64($0.tageszahl) })
    a.binde(3, csv)
    a.binde(4, folge)
    try a.fuehreAus()
  }

  /// Keeps an Aussonderungspaket.
  package func setzePaket(_ id: [UInt8], _ zustand: [UInt8], folge: Int64) throws {
    let a = try anweisung("INSERT OR REPLACE INTO paket(id,zustand,folge) VALUES(?,?,?)")
    a.binde(1, id)
    a.binde(2, zustand)
    a.binde(3, folge)
    try a.fuehreAus()
  }

  /// The last number that a counter gave; 0 before the first
  /// (FAKTEN 1.2: counters per scope, collision check inside the same transaction).
  package func zaehlerstand(_ bereich: String) throws -> Int64 {
    let a = try anweisung("SELECT coalesce(max(stand), 0) FROM zaehler WHERE bereich = ?")
    a.binde(1, bereich)
    return try a.eineZahl
  }

  /// Uses up the numbers of a counter up to this one.
  package func setzeZaehler(_ bereich: String, _ stand: Int64) throws {
    let a = try anweisung("INSERT OR REPLACE INTO zaehler(bereich,stand) VALUES(?,?)")
    a.binde(1, bereich)
    a.binde(2, stand)
    try a.fuehreAus()
  }
}

/// A key that compares the addresses of literals and not their text.
private struct StaticStringSchluessel: Hashable {
  private let adresse: Int

  init(_ text: StaticString) {
    adresse = text.hasPointerRepresentation ? Int(bitPattern: text.utf8Start) : 0
  }
}

extension Anweisung {
  /// Binds the 16 bytes of an id.
  func binde(_ spalte: Int32, _ id: ObjektID) {
    withUnsafeBytes(of: (id.bytes.0.bigEndian, id.bytes.1.bigEndian)) { binde(spalte, $0) }
  }

  /// The id in 16 bytes; the nil id for anything else.
  func id(_ spalte: Int32) -> ObjektID {
    mitBytes(spalte) { p in
      guard p.count == 16 else { return .leer }
      return ObjektID(
        bytes: (
          UInt64(bigEndian: p.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
          UInt64(bigEndian: p.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
        ))
    }
  }

  /// A day, or nil for NULL.
  func tag(_ spalte: Int32) -> Kalendertag? {
    vielleichtZahl(spalte).flatMap { Int32(exactly: $0) }.flatMap(Kalendertag.init(tageszahl:))
  }

  /// The number in the first column of the one row.
  var eineZahl: Int64 {
    get throws { try ersteZeile { zahl(0) } ?? 0 }
  }
}
