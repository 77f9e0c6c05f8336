// SPDX-License-Identifier: Apache-2.0

extension Bewertungsliste {
  /// Reads a filled-in list: CSV with `;`, comma or tab, UTF-8 or Windows-1252, columns in any order.
  ///
  /// Decisions and notes of the list replace those of the objects; empty cells empty them. Explicit
  /// decisions are taken first, then the objects without one inherit that of the nearest object above,
  /// and what contains an A and has no decision becomes A. The rest stays open.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - datei: Its name for the findings.
  /// - Returns: All findings, and the decided objects if no finding is an error.
  public func lies(_ bytes: [UInt8], datei: String? = nil) -> Bewertungseingang {
    var lauf = Listenlauf(
      liste.eintraege.map { Listenposten($0) }, .objekte,
      Listengrenzen(
        datei: groessteDatei, zeilen: hoechstzahlZeilen, befundeJeRegel: hoechstzahlJeRegel), datei)
    lauf.lies(bytes)
    guard let ergebnis = lauf.ergebnis else {
      return Bewertungseingang(bericht: lauf.bericht, liste: nil)
    }
    var neu = liste
    for (stelle, e) in liste.eintraege.enumerated() where !e.istKontext {
      var eintrag = e
      eintrag.entscheidung = ergebnis.entscheidungen[stelle]
      if let notizen = ergebnis.notizen { eintrag.notiz = notizen[stelle] }
      if eintrag != e { neu.setze(eintrag) }
    }
    return Bewertungseingang(bericht: lauf.bericht, liste: neu)
  }
}
