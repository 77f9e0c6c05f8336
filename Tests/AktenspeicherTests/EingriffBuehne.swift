// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import GRDB
import Lifecycle
import Pruefung
import TestHilfe
import Testing

@testable import Aktenspeicher

extension Buehne {
  /// The archive does not want anything of the unit (P14).
  mutating func genehmige(_ einheit: String = "00.12") throws {
    try tu(
      .einheit(
        ziel: einheit,
        ereignis: .vorabbewerten(bewertung: Vorabbewertung(nachweis: "GB 7", art: .vernichten))),
      Self.registratur)
  }

  /// zdA with everything below.
  mutating func schliesse(_ akte: ObjektID) throws {
    try tu(
      .schriftgut(
        ziel: akte, in: nil, ereignis: .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: heute))),
      Self.registratur)
  }

  /// Lets the years pass, so that everything closed is due.
  mutating func lassJahreVergehen() throws {
    heute = try #require(Kalendertag(2033, 1, 1))
    _ = try speicher.fristlauf(am: heute) { kopf() }
  }

  /// The act that destroys an Akte by the general approval (P14).
  func vernichtung(_ akte: ObjektID) -> Handlung {
    Handlung(
      .schriftgut(ziel: akte, in: nil, ereignis: .vernichtenNachGenehmigung),
      akteur: Self.registratur, zweitePerson: Self.leitung, heute: heute)
  }

  /// Destroys an Akte by the general approval (P14).
  @discardableResult
  mutating func vernichte(_ akte: ObjektID) throws -> Vollzug {
    try speicher.vollziehe(vernichtung(akte), kopf())
  }
}

/// The findings of a complete check.
func befunde(
  _ speicher: Speicher, _ umfang: Speicher.Pruefumfang = .vollstaendig, anker: [Anker] = []
) throws -> [Befund] {
  var liste: [Befund] = []
  try speicher.pruefe(umfang, anker: anker) { liste.append($0) }
  return liste
}

/// Somebody who changes the database past the program, and can take everything back.
struct Eindringling {
  /// The second connection.
  let db: DatabaseQueue
  private let rein: DatabaseQueue

  init(_ speicher: Speicher) throws {
    var e = Configuration()
    e.foreignKeysEnabled = false
    e.busyMode = .timeout(5)
    e.prepareDatabase {
      try $0.execute(sql: "PRAGMA ignore_check_constraints = ON; PRAGMA synchronous = OFF")
    }
    db = try DatabaseQueue(path: speicher.ordner + "/speicher.sqlite", configuration: e)
    rein = try DatabaseQueue()
    try db.backup(to: rein)
  }

  /// Puts the database back as it was.
  func nimmZurueck() throws { try rein.backup(to: db) }

  /// The tables of the store, without those of the full-text index.
  func tafeln() throws -> [String] {
    try db.read {
      try String.fetchAll(
        $0,
        sql: """
          SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'suche%' \
          AND name NOT LIKE 'sqlite%' ORDER BY name
          """)
    }
  }

  /// The columns of a table, and those by which a row is found.
  func spalten(_ tafel: String) throws -> (alle: [String], schluessel: [String]) {
    try db.read { db in
      let alle = try db.columns(in: tafel)
      return (alle.map(\.name), try db.primaryKey(tafel).columns)
    }
  }

  func zeilen(_ tafel: String) throws -> [Row] {
    let (alle, schluessel) = try spalten(tafel)
    return try db.read {
      try Row.fetchAll(
        $0,
        sql:
          "SELECT \(alle.joined(separator: ",")) FROM \(tafel) ORDER BY \(schluessel.joined(separator: ","))"
      )
    }
  }

  /// Sets a column of one row; false if the database itself refuses it.
  func setze(_ tafel: String, _ zeile: Row, _ spalte: String, _ wert: DatabaseValue) throws -> Bool
  {
    let schluessel = try spalten(tafel).schluessel
    let bedingung = schluessel.map { "\($0) IS ?" }.joined(separator: " AND ")
    let werte = schluessel.map { (zeile[$0] as DatabaseValue) }
    do {
      try db.write {
        try $0.execute(
          sql: "UPDATE \(tafel) SET \(spalte) = ? WHERE \(bedingung)",
          arguments: StatementArguments([wert] + werte))
      }
      return true
    } catch let fehler as DatabaseError where Self.verweigert(fehler) {
      return false
    }
  }

  /// True if the database itself does not take the value.
  static func verweigert(_ fehler: DatabaseError) -> Bool {
    [.SQLITE_CONSTRAINT, .SQLITE_MISMATCH].contains(fehler.resultCode)
  }

  func fuehreAus(_ sql: String, _ werte: StatementArguments = []) throws {
    try db.write { try $0.execute(sql: sql, arguments: werte) }
  }
}
