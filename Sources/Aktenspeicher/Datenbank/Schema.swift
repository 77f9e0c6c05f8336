// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// The tables of the store and how an older store becomes a newer one.
///
/// A step that was ever published is never changed again; a new state is a new step.
enum Schema {
  /// The number of the newest state, in the database as `user_version`.
  static let stand = 3
  /// Marks the database as one of this suite: `DiVA` in ASCII, in the database as `application_id`.
  static let kennung = 0x4469_5641

  /// The steps, oldest first.
  static var umstellung: DatabaseMigrator {
    var umstellung = DatabaseMigrator()
    // 0.1: rows without full text.
    umstellung.registerMigration("0.1", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: tabellen)
      try db.execute(sql: zusatzindexe)
      try db.execute(sql: "PRAGMA application_id = \(kennung)")
    }
    // 1: the full-text index, filled from the rows.
    umstellung.registerMigration("1", foreignKeyChecks: .immediate) { db in
      try Suchindex.lege(db)
      try Suchindex.fuelle(db)
      try db.execute(sql: nachweise)
      try db.execute(sql: "PRAGMA user_version = 1")
    }
    // 2: digests of what the Protokoll does not prove.
    umstellung.registerMigration("2", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: suchtexte)
      try Suchnachweis.fuelle(db)
      let s = Schreibzugriff(db, "speicher.sqlite")
      if let kennung = try Lesezugriff(db, s.pfad).angabe("kennung") {
        try s.setzeKennung(kennung)
      }
      try db.execute(sql: "PRAGMA user_version = 2")
    }
    // 3: proofs that are not in the Löschbuch yet are found without reading all proofs.
    umstellung.registerMigration("3", foreignKeyChecks: .immediate) { db in
      try db.execute(sql: "CREATE INDEX nachweis_offen ON nachweis(folge) WHERE imbuch = 0")
      try db.execute(sql: "PRAGMA user_version = 3")
    }
    return umstellung
  }

  /// The steps that a store of this state has gone through.
  static func schritte(bis stand: Int) -> ArraySlice<String> {
    umstellung.migrations.prefix(max(0, stand) + 1)
  }

  /// The digests of the texts of files in the full-text index, which has no other source for them.
  static let suchtexte = """
    CREATE TABLE suchtext(
      nr INTEGER PRIMARY KEY, summe BLOB NOT NULL CHECK(length(summe) = 32)) STRICT;
    """

  /// The proofs of destructions, and whether they stand in the Löschbuch.
  static let nachweise = """
    CREATE TABLE nachweis(
      id BLOB NOT NULL PRIMARY KEY, daten BLOB NOT NULL, folge INTEGER NOT NULL,
      imbuch INTEGER NOT NULL DEFAULT 0) STRICT;
    CREATE INDEX objekt_gesperrt ON objekt(nr) WHERE gesperrt > 0;
    """

  /// State 0.1.
  ///
  /// Days are numbers as in `Kalendertag.tageszahl`; `lage` counts the states of
  /// FAKTEN 2.1 in the order given there, without the derived one: 2 is zdA, 3 inAufbewahrung.
  static let tabellen = """
    CREATE TABLE angaben(
      schluessel TEXT PRIMARY KEY, wert TEXT NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE objekt(
      nr INTEGER PRIMARY KEY,
      id BLOB NOT NULL CHECK(length(id) = 16),
      ebene INTEGER NOT NULL,
      eltern INTEGER REFERENCES objekt(nr),
      einheit TEXT,
      lage INTEGER NOT NULL,
      kennzeichen TEXT,
      betreff TEXT,
      zda INTEGER,
      reifab INTEGER,
      spaetestens INTEGER,
      gesperrt INTEGER NOT NULL DEFAULT 0,
      paket BLOB,
      folge INTEGER NOT NULL,
      zustand BLOB NOT NULL,
      metadaten BLOB NOT NULL) STRICT;
    CREATE TABLE datei(
      hash BLOB PRIMARY KEY CHECK(length(hash) = 32),
      groesse INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE verwendung(
      objekt INTEGER NOT NULL REFERENCES objekt(nr),
      hash BLOB NOT NULL REFERENCES datei(hash),
      PRIMARY KEY(objekt, hash)) STRICT, WITHOUT ROWID;
    CREATE TABLE protokoll(
      folge INTEGER PRIMARY KEY,
      ereignis BLOB NOT NULL,
      eintrag BLOB NOT NULL,
      nutzlast BLOB NOT NULL) STRICT;
    CREATE TABLE protokollobjekt(
      objekt BLOB NOT NULL, folge INTEGER NOT NULL,
      PRIMARY KEY(objekt, folge)) STRICT, WITHOUT ROWID;
    CREATE TABLE schluessel(
      objekt BLOB PRIMARY KEY, schluessel BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE einheit(
      kennzeichen TEXT NOT NULL PRIMARY KEY, daten BLOB NOT NULL, folge INTEGER NOT NULL) STRICT;
    CREATE TABLE katalog(
      version TEXT NOT NULL PRIMARY KEY, gueltigab INTEGER, csv BLOB NOT NULL,
      folge INTEGER NOT NULL) STRICT;
    CREATE TABLE paket(
      id BLOB NOT NULL PRIMARY KEY, zustand BLOB NOT NULL, folge INTEGER NOT NULL) STRICT;
    CREATE TABLE zaehler(
      bereich TEXT PRIMARY KEY, stand INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE loeschauftrag(
      hash BLOB PRIMARY KEY CHECK(length(hash) = 32),
      folge INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    """

  /// The indexes that a mass import drops and makes anew, uniqueness included: an index that is
  /// made from sorted rows is made several times faster than one that grows with each row.
  static let indexe: [(name: String, rest: String)] = [
    ("objekt_id", "ON objekt(id)"),
    ("objekt_eltern", "ON objekt(eltern)"),
    ("objekt_kennzeichen", "ON objekt(kennzeichen)"),
    ("objekt_einheit", "ON objekt(einheit)"),
    ("objekt_reifab", "ON objekt(reifab) WHERE lage IN (2,3)"),
    // Tells what lies in something that is due itself without reading the rows.
    ("objekt_faellig", "ON objekt(reifab, eltern) WHERE lage IN (2,3)"),
    ("objekt_spaetestens", "ON objekt(spaetestens) WHERE lage IN (0,1,2,3)"),
    ("verwendung_hash", "ON verwendung(hash)"),
    ("protokoll_ereignis", "ON protokoll(ereignis)"),
  ]

  private static let eindeutige: Set<String> = ["objekt_id", "protokoll_ereignis"]

  /// Makes all of ``indexe``.
  static var zusatzindexe: String {
    indexe.map { name, rest in
      "CREATE \(eindeutige.contains(name) ? "UNIQUE " : "")INDEX \(name) \(rest);\n"
    }.joined()
  }

  /// Drops all of ``indexe``.
  static var ohneZusatzindexe: String {
    indexe.map { "DROP INDEX \($0.name);\n" }.joined()
  }
}
