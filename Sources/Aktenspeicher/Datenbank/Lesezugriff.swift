// SPDX-License-Identifier: Apache-2.0
package import Akte
internal import GRDB

/// Reads rows in one snapshot: what is written meanwhile is not seen.
///
/// Rows come one after the other, so memory does not grow with their number. Valid until the block
/// it was given to returns.
package final class Lesezugriff {
  let db: Database
  let pfad: String
  private var anweisungen: [String: Anweisung] = [:]

  init(_ db: Database, _ pfad: String) {
    self.db = db
    self.pfad = pfad
  }

  static let spalten = """
    nr,id,ebene,eltern,einheit,lage,kennzeichen,betreff,zda,reifab,spaetestens,gesperrt,paket,\
    folge,zustand,metadaten
    """

  /// The statement for `sql`, prepared at its first use; one that is just running is made anew, so
  /// that a query may ask the same again for each of its rows.
  func anweisung(_ sql: String) throws -> Anweisung {
    if let a = anweisungen[sql] {
      if !a.laeuft {
        a.vergiss()
        return a
      }
      return try Anweisung(db, sql, pfad)
    }
    let a = try Anweisung(db, sql, pfad, ausVorrat: true)
    anweisungen[sql] = a
    return a
  }

  func objekt(_ a: Anweisung) throws(SpeicherFehler) -> Objektzeile {
    guard let ebene = Objektebene(rawValue: Int(a.zahl(2))) else {
      throw .beschaedigt(pfad: pfad, grund: "das Objekt \(a.id(1)) hat eine unbekannte Ebene")
    }
    return Objektzeile(
      nr: a.zahl(0), id: a.id(1), ebene: ebene, eltern: a.vielleichtZahl(3), einheit: a.text(4),
      lage: Int(a.zahl(5)), kennzeichen: a.text(6), betreff: a.text(7), zda: a.tag(8),
      reifab: a.tag(9), spaetestens: a.tag(10), gesperrt: Int(a.zahl(11)),
      paket: a.vielleichtBytes(12), folge: a.zahl(13), zustand: a.bytes(14),
      metadaten: a.bytes(15))
  }

  /// The object with this id; nil if there is none.
  package func objekt(_ id: ObjektID) throws -> Objektzeile? {
    let a = try anweisung("SELECT \(Self.spalten) FROM objekt WHERE id = ?")
    a.binde(1, id)
    return try a.ersteZeile { try objekt(a) }
  }

  /// The object with this number; nil if there is none.
  package func objekt(nummer: Int64) throws -> Objektzeile? {
    let a = try anweisung("SELECT \(Self.spalten) FROM objekt WHERE nr = ?")
    a.binde(1, nummer)
    return try a.ersteZeile { try objekt(a) }
  }

  /// The objects with these ids, without those that are not there, in the order given.
  package func objekte(_ ids: [ObjektID]) throws -> [Objektzeile] {
    let a = try anweisung("SELECT \(Self.spalten) FROM objekt WHERE id = ?")
    return try ids.compactMap { id in
      a.binde(1, id)
      return try a.ersteZeile { try objekt(a) }
    }
  }

  /// Calls `body` for each direct child, in the order of the numbers, until it returns false.
  package func kinder(_ eltern: Int64, _ body: (Objektzeile) throws -> Bool) throws {
    let a = try anweisung("SELECT \(Self.spalten) FROM objekt WHERE eltern = ? ORDER BY nr")
    a.binde(1, eltern)
    try a.jedeZeile { try body(try objekt(a)) }
  }

  /// Calls `body` for each Akte, Teilakte, Vorgang and Teilvorgang directly in an object, in the
  /// order of the numbers, until it returns false; documents are passed over unread.
  func schriftgut(in eltern: Int64, _ body: (Objektzeile) throws -> Bool) throws {
    let a = try anweisung(
      "SELECT \(Self.spalten) FROM objekt WHERE eltern = ? AND ebene < 4 ORDER BY nr")
    a.binde(1, eltern)
    try a.jedeZeile { try body(try objekt(a)) }
  }

  /// Calls `body` for each document directly in an object, in the order of the numbers, until it
  /// returns false.
  func dokumente(in eltern: Int64, _ body: (Objektzeile) throws -> Bool) throws {
    let a = try anweisung(
      "SELECT \(Self.spalten) FROM objekt WHERE eltern = ? AND ebene = 4 ORDER BY nr")
    a.binde(1, eltern)
    try a.jedeZeile { try body(try objekt(a)) }
  }

  /// Calls `body` for each object after the number `nach`, in the order of the numbers, until it
  /// returns false.
  package func jedesObjekt(nach: Int64 = 0, _ body: (Objektzeile) throws -> Bool) throws {
    let a = try anweisung("SELECT \(Self.spalten) FROM objekt WHERE nr > ? ORDER BY nr")
    a.binde(1, nach)
    try a.jedeZeile { try body(try objekt(a)) }
  }

  /// What may be disposed of on the day `bis`, ordered by day and number, until `body` returns
  /// false.
  ///
  /// Only objects in zdA or inAufbewahrung. Held ones are among them, so that the list can say why
  /// they stay (FAKTEN 2.1: aussonderungsreif is derived).
  package func faellige(bis: Kalendertag, _ body: (Faelligzeile) throws -> Bool) throws {
    // The condition is word for word that of the index.
    let a = try anweisung(
      """
      SELECT nr,id,ebene,lage,reifab,gesperrt FROM objekt \
      WHERE lage IN (2,3) AND reifab <= ? ORDER BY reifab, nr
      """)
    a.binde(1, Int64(bis.tageszahl))
    try a.jedeZeile {
      guard let ebene = Objektebene(rawValue: Int(a.zahl(2))), let tag = a.tag(4) else {
        throw SpeicherFehler.beschaedigt(
          pfad: pfad, grund: "das Objekt \(a.id(1)) hat unmögliche Werte")
      }
      return try body(
        Faelligzeile(
          nr: a.zahl(0), id: a.id(1), ebene: ebene, lage: Int(a.zahl(3)), reifab: tag,
          gesperrt: Int(a.zahl(5))))
    }
  }

  /// The numbers of what may be disposed of on the day `bis`, ordered by day and number; answered
  /// from the index alone.
  package func faelligeNummern(bis: Kalendertag) throws -> [Int64] {
    let a = try anweisung(
      "SELECT nr FROM objekt WHERE lage IN (2,3) AND reifab <= ? ORDER BY reifab, nr")
    a.binde(1, Int64(bis.tageszahl))
    var nummern: [Int64] = []
    try a.jedeZeile {
      nummern.append(a.zahl(0))
      return true
    }
    return nummern
  }

  /// What must be offered by the day `bis` and is not yet, ordered by day and number, until `body`
  /// returns false.
  package func anzubieten(
    bis: Kalendertag, _ body: (_ nr: Int64, _ spaetestens: Kalendertag) throws -> Bool
  ) throws {
    let a = try anweisung(
      """
      SELECT nr,spaetestens FROM objekt \
      WHERE lage IN (0,1,2,3) AND spaetestens <= ? ORDER BY spaetestens, nr
      """)
    a.binde(1, Int64(bis.tageszahl))
    try a.jedeZeile {
      guard let tag = a.tag(1) else { return true }
      return try body(a.zahl(0), tag)
    }
  }

  /// Calls `body` for each protocol entry after the position `nach`, until it returns false.
  package func protokoll(nach: Int64 = 0, _ body: (Protokollzeile) throws -> Bool) throws {
    let a = try anweisung(
      "SELECT folge,ereignis,eintrag,nutzlast FROM protokoll WHERE folge > ? ORDER BY folge")
    a.binde(1, nach)
    try a.jedeZeile { try body(Self.protokollzeile(a)) }
  }

  /// Calls `body` for each protocol entry about an object, until it returns false.
  package func protokoll(
    ueber objekt: ObjektID, _ body: (Protokollzeile) throws -> Bool
  ) throws {
    let a = try anweisung(
      """
      SELECT p.folge,p.ereignis,p.eintrag,p.nutzlast FROM protokollobjekt o \
      JOIN protokoll p ON p.folge = o.folge WHERE o.objekt = ? ORDER BY o.folge
      """)
    a.binde(1, objekt)
    try a.jedeZeile { try body(Self.protokollzeile(a)) }
  }

  /// The protocol entry for an event; nil if it did not happen.
  package func protokoll(ereignis: [UInt8]) throws -> Protokollzeile? {
    let a = try anweisung(
      "SELECT folge,ereignis,eintrag,nutzlast FROM protokoll WHERE ereignis = ?")
    a.binde(1, ereignis)
    return try a.ersteZeile { Self.protokollzeile(a) }
  }

  /// The position of the last protocol entry; 0 without one.
  package func letzteFolge() throws -> Int64 {
    try anweisung("SELECT coalesce(max(folge), 0) FROM protokoll").eineZahl
  }

  private static func protokollzeile(_ a: Anweisung) -> Protokollzeile {
    Protokollzeile(
      folge: a.zahl(0), ereignis: a.bytes(1), eintrag: a.bytes(2), nutzlast: a.bytes(3))
  }

  /// The key of an object; nil if it has none or it was destroyed.
  package func schluessel(_ objekt: ObjektID) throws -> [UInt8]? {
    let a = try anweisung("SELECT schluessel FROM schluessel WHERE objekt = ?")
    a.binde(1, objekt)
    return try a.ersteZeile { a.bytes(0) }
  }

  /// A value about the store itself.
  package func angabe(_ schluessel: String) throws -> String? {
    let a = try anweisung("SELECT wert FROM angaben WHERE schluessel = ?")
    a.binde(1, schluessel)
    return try a.ersteZeile { a.text(0) } ?? nil
  }

  /// The files of an object, in the order of their digests.
  package func dateien(_ objekt: Int64) throws -> [Dateiangabe] {
    let a = try anweisung(
      """
      SELECT d.hash,d.groesse FROM verwendung v JOIN datei d ON d.hash = v.hash \
      WHERE v.objekt = ? ORDER BY v.hash
      """)
    a.binde(1, objekt)
    var liste: [Dateiangabe] = []
    try a.jedeZeile {
      liste.append(Dateiangabe(hash: try a.hash(0), groesse: a.zahl(1)))
      return true
    }
    return liste
  }

  /// Calls `body` for each file of the store, in the order of the digests, until it returns false.
  package func jedeDatei(_ body: (Dateiangabe) throws -> Bool) throws {
    let a = try anweisung("SELECT hash,groesse FROM datei ORDER BY hash")
    try a.jedeZeile { try body(Dateiangabe(hash: try a.hash(0), groesse: a.zahl(1))) }
  }

  /// The number of rows: objects, files, protocol entries, orders to delete.
  package func anzahlen() throws -> (objekte: Int64, dateien: Int64, eintraege: Int64, offen: Int64)
  {
    (
      try anweisung("SELECT count(*) FROM objekt").eineZahl,
      try anweisung("SELECT count(*) FROM datei").eineZahl,
      try anweisung("SELECT count(*) FROM protokoll").eineZahl,
      try anweisung("SELECT count(*) FROM loeschauftrag").eineZahl
    )
  }
}
