// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import GRDB

/// The digests of what the full-text index knows of the files of an object, in the table `suchtext`.
///
/// Betreff and Kennzeichen in the index can be compared with the object; the text of the files came
/// from outside and stands nowhere else.
enum Suchnachweis {
  /// Takes over the texts that an older store has in its index.
  static func fuelle(_ db: Database) throws {
    let s = Schreibzugriff(db, "speicher.sqlite")
    let a = try Anweisung(db, "SELECT id, c2 FROM suche_content WHERE c2 <> ''", s.pfad)
    try a.jedeZeile {
      try s.weiseSuchtextNach(a.zahl(0), a.bytes(1))
      return true
    }
  }
}

extension Schreibzugriff {
  /// Keeps the digest of the text, as the index has it, under the object's number; none of no text.
  func weiseSuchtextNach(_ nr: Int64, _ gefaltet: [UInt8]) throws {
    guard !gefaltet.isEmpty else {
      let a = try anweisung("DELETE FROM suchtext WHERE nr = ?")
      a.binde(1, nr)
      return try a.fuehreAus()
    }
    let a = try anweisung("INSERT OR REPLACE INTO suchtext(nr,summe) VALUES(?,?)")
    a.binde(1, nr)
    a.binde(2, try Zeilensummen(pfad).summe(gefaltet).bytes)
    try a.fuehreAus()
  }

  /// Keeps the name of the store with its digest, which proves it until the Protokoll does.
  func setzeKennung(_ kennung: String) throws {
    try setzeAngabe("kennung", kennung)
    try setzeAngabe("kennungssumme", try Zeilensummen(pfad).summe(Array(kennung.utf8)).hex)
  }
}
