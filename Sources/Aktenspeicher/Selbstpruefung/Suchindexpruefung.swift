// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import GRDB
internal import Pruefung

/// Compares the full-text index with the texts that it is made of: that it has each place of each
/// sequence of three letters, and that a search for one finds exactly the objects that have it.
///
/// SQLite checks an index only where it may write. So its tables are copied into a temporary database,
/// from one snapshot, and the check runs there: it works in a store that is open for reading, and nobody
/// waits for it.
struct Suchindexpruefung {
  /// So many findings are enough to know.
  private static let hoechstzahl = 20
  private static let ort = Ort(datei: "speicher.sqlite")

  private let speicher: Speicher
  private let befund: (Befund) -> Void

  init(_ speicher: Speicher, _ befund: @escaping (Befund) -> Void) {
    self.speicher = speicher
    self.befund = befund
  }

  func erledige() throws {
    let heil = try speicher.lies { try Suchseitenpruefung($0) { sage($0) }.erledige() }
    guard heil else { return }
    let kopie = try DatabaseQueue(path: "")  // a temporary file that nobody else sees
    defer { try? kopie.close() }
    try kopie.writeWithoutTransaction { db in
      try db.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      try Suchindex.lege(db)
      try pruefeEinstellungen(db)
      for tafel in Tafel.alle { try db.execute(sql: "DELETE FROM \(tafel.name)") }
      let soll = try speicher.lies { l in
        try db.inTransaction {
          for tafel in Tafel.alle { try tafel.kopiere(l, db) }
          return .commit
        }
        return try pruefeLaengen(l, try Dreierbuch(l, db))
      }
      // The index keeps its structure in memory; this lets go of it, so that it reads the copy.
      try db.execute(sql: "PRAGMA writable_schema = RESET")
      if try pruefeGegenTexte(db) { try pruefeAntworten(db, soll) }
    }
  }

  private func sage(_ text: String, objekt: ObjektID? = nil) {
    befund(
      Befund(
        Speicherregeln.s8, text,
        ort: objekt.map { Ort(datei: "speicher.sqlite", objekt: $0.text) } ?? Self.ort))
  }

  // MARK: Settings, lengths

  /// The settings of the index are always the same.
  private func pruefeEinstellungen(_ frisch: Database) throws {
    try Suchindex.mitGrossemPuffer(frisch) {}
    let sql = "SELECT typeof(k) || ' ' || hex(k), typeof(v) || ' ' || hex(v), k FROM suche_config"
    func lies(_ db: Database) throws -> [String: (wert: String, name: String)] {
      var werte: [String: (String, String)] = [:]
      for zeile in try Row.fetchAll(db, sql: sql) {
        let name: DatabaseValue = zeile[2]
        werte[zeile[0]] = (zeile[1], "\(name)")
      }
      return werte
    }
    let soll = try lies(frisch)
    let ist = try speicher.datenbank.lies { try lies($0) }
    for schluessel in Set(soll.keys).union(ist.keys).sorted()
    where soll[schluessel]?.wert != ist[schluessel]?.wert {
      let name = soll[schluessel]?.name ?? ist[schluessel]?.name ?? ""
      sage("In der Tafel »suche_config« ist die Zeile \(name.sichtbar) nicht die des Programms.")
    }
  }

  /// The number of sequences in each text, and of all together.
  private func pruefeLaengen(_ l: Lesezugriff, _ soll: Dreierbuch) throws -> Dreierbuch {
    var anzahl = 0
    let a = try l.anweisung(
      """
      SELECT c.id, d.sz, o.id, c.c0, c.c1, c.c2 FROM suche_content c \
      LEFT JOIN suche_docsize d ON d.id = c.id LEFT JOIN objekt o ON o.nr = c.id
      """)
    try a.jedeZeile {
      let laengen = (3...5).map { UInt64(max(0, (a.text($0) ?? "").unicodeScalars.count - 2)) }
      if a.bytes(1) != laengen.flatMap(Ganzzahl.bytes) {
        sage(
          "In der Tafel »suche_docsize« stimmt die Zeile \(a.zahl(0)) nicht mit den Texten überein.",
          objekt: a.id(2))
        anzahl += 1
      }
      return anzahl < Self.hoechstzahl
    }
    let b = try l.anweisung("SELECT block FROM suche_data WHERE id = 1")
    let gesamt = try b.ersteZeile { b.bytes(0) }
    // A fresh index has an empty row there.
    if gesamt != soll.gesamt, gesamt != [] || !soll.istLeer {
      sage("In der Tafel »suche_data« nennt die Zeile 1 andere Längen, als die Texte haben.")
    }
    return soll
  }

  // MARK: Places, answers

  private func pruefeGegenTexte(_ db: Database) throws -> Bool {
    do {
      try db.execute(sql: "INSERT INTO suche(suche) VALUES('integrity-check')")
      return true
    } catch let fehler as DatabaseError where fehler.resultCode == .SQLITE_CORRUPT {
      sage("Das Suchverzeichnis (Tafeln »suche_data« und »suche_idx«) widerspricht seinen Texten.")
      return false
    }
  }

  /// Asks for each sequence of three letters, as a search would.
  private func pruefeAntworten(_ db: Database, _ soll: Dreierbuch) throws {
    let a = try Anweisung(db, "SELECT rowid FROM suche WHERE suche MATCH ?", "suche")
    var anzahl = 0
    for (folge, stellen) in soll.stellen where anzahl < Self.hoechstzahl {
      let text = folge.text
      a.binde(1, "\"\(text)\"")
      var ist = Dreierbuch.Stellen()
      do {
        try a.jedeZeile {
          ist.nimm(a.zahl(0))
          return true
        }
      } catch SpeicherFehler.beschaedigt {
        ist = Dreierbuch.Stellen()
      }
      guard ist.anzahl != stellen.anzahl || ist.summe != stellen.summe else { continue }
      anzahl += 1
      sage(
        "Im Suchverzeichnis (Tafeln »suche_data« und »suche_idx«) findet »\(text)« "
          + "\(ist.anzahl.mal("Objekt", "Objekte")), in den Texten \(stellen.anzahl.deutsch).")
    }
  }
}

/// A table behind the full-text index.
private struct Tafel {
  let name: String
  let spalten: [String]

  static let alle = [
    Tafel(name: "suche_content", spalten: ["id", "c0", "c1", "c2"]),
    Tafel(name: "suche_docsize", spalten: ["id", "sz"]),
    Tafel(name: "suche_idx", spalten: ["segid", "term", "pgno"]),
    Tafel(name: "suche_data", spalten: ["id", "block"]),
  ]

  /// Copies all rows; their kinds were checked before.
  func kopiere(_ l: Lesezugriff, _ db: Database) throws {
    let namen = spalten.joined(separator: ",")
    let lesen = try l.anweisung("SELECT \(namen) FROM \(name)")
    let platz = spalten.map { _ in "?" }.joined(separator: ",")
    let schreiben = try Anweisung(db, "INSERT INTO \(name)(\(namen)) VALUES(\(platz))", "suche")
    try lesen.jedeZeile {
      for (i, spalte) in zip(Int32(0)..., spalten) {
        switch spalte {
        case "id", "segid", "pgno": schreiben.binde(i + 1, lesen.zahl(i))
        case "block", "sz", "term": schreiben.binde(i + 1, lesen.bytes(i))
        default: schreiben.binde(i + 1, lesen.text(i) ?? "")
        }
      }
      try schreiben.fuehreAus()
      return true
    }
  }
}
