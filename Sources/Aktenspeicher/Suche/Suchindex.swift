// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// The full-text index `suche`: one row for each object, under the object's number.
///
/// Sequences of three letters (FTS5's `trigram`) over the text in the form of ``Suchtext``. With a
/// million subjects it takes twice the time and half as much room again as an index of words, but
/// only it finds »genehmigung« in »Baugenehmigung«; an index of all ends of words finds it too and
/// takes 2.5 times the time and twice the room of this one.
enum Suchindex {
  /// Makes the empty index.
  ///
  /// A hit in the Kennzeichen counts twice as much as one in the Betreff, that five times as much as
  /// one in the text of the files.
  static func lege(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE suche USING fts5(betreff, kennzeichen, inhalt, tokenize = 'trigram');
        INSERT INTO suche(suche, rank) VALUES('rank', 'bm25(5.0, 10.0, 1.0)');
        """)
  }

  /// Fills the empty index from the objects.
  ///
  /// - Parameters:
  ///   - db: The connection.
  ///   - inhalt: The table with the texts of the files under the objects' numbers.
  /// - Throws: ``SpeicherFehler``.
  static func fuelle(_ db: Database, inhalt: String? = nil) throws {
    try mitGrossemPuffer(db) {
      let pfad = "suche"
      let lesen = try Anweisung(
        db,
        inhalt.map {
          "SELECT nr, betreff, kennzeichen, c2 FROM objekt LEFT JOIN \($0) c ON c.id = nr ORDER BY nr"
        } ?? "SELECT nr, betreff, kennzeichen, NULL FROM objekt ORDER BY nr", pfad)
      let schreiben = try Anweisung(db, neueZeile, pfad)
      try lesen.jedeZeile {
        let betreff = lesen.text(1)
        let kennzeichen = lesen.text(2)
        let inhalt = lesen.text(3) ?? ""
        guard betreff != nil || kennzeichen != nil || !inhalt.isEmpty else { return true }
        schreiben.binde(1, lesen.zahl(0))
        schreiben.binde(2, Suchtext.falte(betreff ?? ""))
        schreiben.binde(3, Suchtext.falte(kennzeichen ?? ""))
        schreiben.binde(4, inhalt)
        try schreiben.fuehreAus()
        return true
      }
    }
  }

  /// Makes the index anew from the objects and the texts that the old one keeps.
  static func baueNeu(_ db: Database) throws {
    try db.execute(sql: "ALTER TABLE suche RENAME TO suche_alt")
    try lege(db)
    try fuelle(db, inhalt: "suche_alt_content")
    try db.execute(sql: "DROP TABLE suche_alt")
  }

  /// Collects more new rows in memory before they go to the disk, which saves merging.
  static func mitGrossemPuffer<T>(_ db: Database, _ body: () throws -> T) throws -> T {
    try db.execute(sql: "INSERT INTO suche(suche, rank) VALUES('hashsize', 67108864)")
    let ergebnis = try body()
    try db.execute(sql: "INSERT INTO suche(suche, rank) VALUES('hashsize', 1048576)")
    return ergebnis
  }

  static let neueZeile = "INSERT INTO suche(rowid,betreff,kennzeichen,inhalt) VALUES(?,?,?,?)"
}

extension Schreibzugriff {
  /// Makes an object findable by its Kennzeichen and Betreff; the text of its files stays.
  ///
  /// - Parameters:
  ///   - nr: The object's number.
  ///   - kennzeichen: Its Kennzeichen.
  ///   - betreff: Its Betreff.
  ///   - neu: Whether it is known that the object is not in the index yet, which saves a look.
  /// - Throws: ``SpeicherFehler``.
  package func setzeSuche(
    _ nr: Int64, kennzeichen: String?, betreff: String?, neu: Bool = false
  ) throws {
    guard kennzeichen != nil || betreff != nil || !neu else { return }
    let kennzeichen = Suchtext.falte(kennzeichen ?? "")
    let betreff = Suchtext.falte(betreff ?? "")
    if !neu, try istInSuche(nr) {
      let a = try anweisung("UPDATE suche SET betreff = ?2, kennzeichen = ?3 WHERE rowid = ?1")
      a.binde(1, nr)
      a.binde(2, betreff)
      a.binde(3, kennzeichen)
      return try a.fuehreAus()
    }
    let a = try anweisung("INSERT INTO suche(rowid,betreff,kennzeichen,inhalt) VALUES(?,?,?,'')")
    a.binde(1, nr)
    a.binde(2, betreff)
    a.binde(3, kennzeichen)
    try a.fuehreAus()
  }

  /// Makes an object findable by the text of its files, which replaces the text given before.
  package func setzeSuche(_ nr: Int64, inhalt: String) throws {
    let gefaltet = Suchtext.falte(inhalt)
    let a =
      try istInSuche(nr)
      ? try anweisung("UPDATE suche SET inhalt = ?2 WHERE rowid = ?1")
      : try anweisung("INSERT INTO suche(rowid,betreff,kennzeichen,inhalt) VALUES(?,'','',?)")
    a.binde(1, nr)
    a.binde(2, gefaltet)
    try a.fuehreAus()
    try weiseSuchtextNach(nr, Array(gefaltet.utf8))
  }

  /// Takes an object out of the index; see ``Speicher/tilgeSpuren()`` for what remains of it.
  package func entferneAusSuche(_ nr: Int64) throws {
    let a = try anweisung("DELETE FROM suche WHERE rowid = ?")
    a.binde(1, nr)
    try a.fuehreAus()
    try weiseSuchtextNach(nr, [])
  }

  private func istInSuche(_ nr: Int64) throws -> Bool {
    let a = try anweisung("SELECT 1 FROM suche_content WHERE id = ?")
    a.binde(1, nr)
    return try a.ersteZeile { true } ?? false
  }
}
