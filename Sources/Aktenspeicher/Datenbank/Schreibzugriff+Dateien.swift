// SPDX-License-Identifier: Apache-2.0
internal import GRDB

extension Schreibzugriff {
  /// Says that a published file belongs to the store; an open order to delete it is void.
  package func setzeDatei(_ datei: Dateiangabe) throws {
    let a = try anweisung("INSERT OR IGNORE INTO datei(hash,groesse) VALUES(?,?)")
    a.binde(1, datei.hash)
    a.binde(2, datei.groesse)
    try a.fuehreAus()
    let b = try anweisung("DELETE FROM loeschauftrag WHERE hash = ?")
    b.binde(1, datei.hash)
    try b.fuehreAus()
  }

  /// Says that an object uses a file.
  ///
  /// - Throws: ``SpeicherFehler/widerspruch(pfad:grund:)`` if one of them is unknown.
  package func verwende(_ objekt: Int64, _ hash: Dateihash) throws {
    // Not OR IGNORE, which would hide a missing object.
    let a = try anweisung(
      "INSERT INTO verwendung(objekt,hash) VALUES(?,?) ON CONFLICT(objekt,hash) DO NOTHING")
    a.binde(1, objekt)
    a.binde(2, hash)
    try a.fuehreAus()
  }

  /// Says that an object uses none of its files any more; those that nobody uses are ordered to be
  /// deleted.
  ///
  /// The files themselves go after the commit, with
  /// ``Speicher/erledigeLoeschauftraege(vorher:)``.
  ///
  /// - Returns: The files that are ordered to be deleted.
  package func gibDateienFrei(_ objekt: Int64, folge: Int64) throws -> [Dateihash] {
    var verwaist: [Dateihash] = []
    let suche = try anweisung(
      """
      SELECT hash FROM verwendung v WHERE objekt = ?1 AND NOT EXISTS \
      (SELECT 1 FROM verwendung w WHERE w.hash = v.hash AND w.objekt <> ?1)
      """)
    suche.binde(1, objekt)
    try suche.jedeZeile {
      verwaist.append(try suche.hash(0))
      return true
    }
    let a = try anweisung("DELETE FROM verwendung WHERE objekt = ?")
    a.binde(1, objekt)
    try a.fuehreAus()
    for hash in verwaist {
      let b = try anweisung("DELETE FROM datei WHERE hash = ?")
      b.binde(1, hash)
      try b.fuehreAus()
      let c = try anweisung("INSERT OR IGNORE INTO loeschauftrag(hash,folge) VALUES(?,?)")
      c.binde(1, hash)
      c.binde(2, folge)
      try c.fuehreAus()
    }
    return verwaist
  }
}
