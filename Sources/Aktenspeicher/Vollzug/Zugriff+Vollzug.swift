// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import GRDB
internal import Lifecycle

// Queries that carrying out events needs beside the plain rows.

extension Lesezugriff {
  /// The end of the Protokoll.
  func kopf() throws -> Kettenkopf {
    let a = try anweisung("SELECT eintrag FROM protokoll ORDER BY folge DESC LIMIT 1")
    guard let satz = try a.ersteZeile({ a.bytes(0) }) else { return .anfang }
    do {
      let eintrag = try Protokolleintrag(satz: satz)
      return Kettenkopf(folge: eintrag.folge, hash: eintrag.hash)
    } catch {
      throw SpeicherFehler.beschaedigt(
        pfad: pfad, grund: "der letzte Eintrag des Protokolls ist nicht lesbar")
    }
  }

  /// The name of the store as its first entry proves it.
  func kennungsstand(_ summen: Zeilensummen) throws -> Objektstand {
    Objektstand(
      id: try summen.kennung("angabe", "kennung"),
      stand: try summen.summe(Array((try angabe("kennung") ?? "").utf8)))
  }

  /// The number of an object; nil if there is none.
  func nummer(_ id: ObjektID) throws -> Int64? {
    let a = try anweisung("SELECT nr FROM objekt WHERE id = ?")
    a.binde(1, id)
    return try a.ersteZeile { a.zahl(0) }
  }

  /// The latest effective due day of the direct children that have one.
  func spaetesteReife(unter nr: Int64) throws -> Kalendertag? {
    let a = try anweisung(
      "SELECT max(reifab) FROM objekt WHERE eltern = ? AND ebene < 4 AND lage NOT IN (8,9)")
    a.binde(1, nr)
    return try a.ersteZeile { a.tag(0) } ?? nil
  }

  /// Hands over the direct children without an effective due day, until `body` says no.
  func ohneReife(unter nr: Int64, _ body: (Objektzeile) throws -> Bool) throws {
    try kinder(nr) { zeile in
      guard zeile.ebene != .dokument, zeile.reifab == nil, zeile.lage != 8, zeile.lage != 9 else {
        return true
      }
      return try body(zeile)
    }
  }
}

extension Schreibzugriff {
  /// Sets the effective due day of an object.
  func setzeReife(_ nr: Int64, _ tag: Kalendertag?) throws {
    let a = try anweisung("UPDATE objekt SET reifab = ?2 WHERE nr = ?1")
    a.binde(1, nr)
    a.binde(2, tag.map { Int64($0.tageszahl) })
    try a.fuehreAus()
  }

  /// Keeps the proof of a destruction; it still has to go into the Löschbuch.
  func setzeNachweis(_ id: [UInt8], _ daten: [UInt8], folge: Int64) throws {
    let a = try anweisung(
      "INSERT OR REPLACE INTO nachweis(id,daten,folge,imbuch) VALUES(?,?,?,0)")
    a.binde(1, id)
    a.binde(2, daten)
    a.binde(3, folge)
    try a.fuehreAus()
  }

  /// Says that a proof stands in the Löschbuch.
  func merkeImBuch(_ id: [UInt8]) throws {
    let a = try anweisung("UPDATE nachweis SET imbuch = 1 WHERE id = ?")
    a.binde(1, id)
    try a.fuehreAus()
  }
}

extension Lesezugriff {
  /// The protocol entry with this number; nil without it.
  func eintrag(_ folge: Int64) throws -> Protokollzeile? {
    let a = try anweisung("SELECT folge,ereignis,eintrag,nutzlast FROM protokoll WHERE folge = ?")
    a.binde(1, folge)
    return try a.ersteZeile {
      Protokollzeile(
        folge: a.zahl(0), ereignis: a.bytes(1), eintrag: a.bytes(2), nutzlast: a.bytes(3))
    }
  }
}
