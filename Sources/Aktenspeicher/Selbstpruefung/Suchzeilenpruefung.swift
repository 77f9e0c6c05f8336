// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import GRDB
internal import Pruefung

/// Compares the texts in the full-text index with the objects, and those of the files with their
/// digests.
struct Suchzeilenpruefung {
  /// So many findings are enough to know.
  private static let hoechstzahl = 100

  private let speicher: Speicher
  private let befund: (Befund) -> Void

  init(_ speicher: Speicher, _ befund: @escaping (Befund) -> Void) {
    self.speicher = speicher
    self.befund = befund
  }

  /// Checks all rows; false if one of them is not as it should be.
  func erledige() throws -> Bool {
    try speicher.lies { l in
      let summen = try Zeilensummen(l.pfad)
      var anzahl = 0
      func sage(_ text: String, _ ort: Ort = Ort(datei: "speicher.sqlite")) {
        anzahl += 1
        if anzahl <= Self.hoechstzahl { befund(Befund(Speicherregeln.s8, text, ort: ort)) }
      }
      try pruefeArten(l) { sage($0) }
      let a = try l.anweisung(
        """
        SELECT o.nr, o.id, o.betreff, o.kennzeichen, c.id, c.c0, c.c1, c.c2, s.summe FROM objekt o \
        LEFT JOIN suche_content c ON c.id = o.nr LEFT JOIN suchtext s ON s.nr = o.nr ORDER BY o.nr
        """)
      try a.jedeZeile {
        let ort = Ort(datei: "speicher.sqlite", objekt: a.id(1).text, betreff: a.text(2))
        for text in try abweichungen(a, summen) {
          sage("Beim Objekt \(a.id(1)) (Zeile \(a.zahl(0)) der Tafel »suche_content«) \(text)", ort)
        }
        return anzahl < Self.hoechstzahl
      }
      for (tafel, nummer, bezug) in [
        ("suche_content", "id", "nr FROM objekt"), ("suchtext", "nr", "nr FROM objekt"),
        ("suche_docsize", "id", "id FROM suche_content"),
      ] {
        let b = try l.anweisung(
          "SELECT \(nummer) FROM \(tafel) WHERE \(nummer) NOT IN (SELECT \(bezug)) LIMIT 10")
        try b.jedeZeile {
          sage("Zur Zeile \(b.zahl(0)) der Tafel »\(tafel)« gibt es nichts, wozu sie gehört.")
          return true
        }
      }
      return anzahl == 0
    }
  }

  /// What is wrong with the row of an object.
  private func abweichungen(_ a: Anweisung, _ summen: Zeilensummen) throws -> [String] {
    let betreff = Array(Suchtext.falte(a.text(2) ?? "").utf8)
    let kennzeichen = Array(Suchtext.falte(a.text(3) ?? "").utf8)
    let inhalt = a.bytes(7)
    var texte: [String] = []
    if a.vielleichtZahl(4) == nil {
      if !betreff.isEmpty || !kennzeichen.isEmpty { texte.append("fehlt die Zeile der Suche.") }
    } else {
      // Bytes: a text that is none would be mended while it is read.
      if a.bytes(5) != betreff { texte.append("steht ein anderer Betreff in der Suche.") }
      if a.bytes(6) != kennzeichen { texte.append("steht ein anderes Kennzeichen in der Suche.") }
    }
    let summe = a.vielleichtBytes(8)
    switch (inhalt.isEmpty, summe) {
    case (true, nil): break
    case (true, _?): texte.append("fehlt der Text der Dateien in der Suche (Tafel »suchtext«).")
    case (false, nil):
      texte.append("ist der Text der Dateien in der Suche nicht nachgewiesen (Tafel »suchtext«).")
    case (false, let summe?):
      if try summen.summe(inhalt).bytes != summe {
        texte.append(
          "hat der Text der Dateien in der Suche eine andere Prüfsumme als in der Tafel »suchtext«."
        )
      }
    }
    return texte
  }

  /// The full-text index declares no kinds of values, so the database does not look at them.
  private func pruefeArten(_ l: Lesezugriff, _ sage: (String) -> Void) throws {
    for (tafel, spalten, art) in [
      ("suche_content", ["c0", "c1", "c2"], "text"), ("suche_data", ["block"], "blob"),
      ("suche_docsize", ["sz"], "blob"), ("suche_idx", ["segid", "pgno"], "integer"),
      ("suche_idx", ["term"], "blob"),
    ] {
      for spalte in spalten {
        let anzahl = try l.anweisung(
          "SELECT count(*) FROM \(tafel) WHERE typeof(\(spalte)) <> '\(art)'"
        ).eineZahl
        if anzahl > 0 {
          sage(
            "In der Tafel »\(tafel)« hat die Spalte »\(spalte)« bei \(anzahl.mal("Zeile", "Zeilen")) "
              + "eine falsche Art von Wert.")
        }
      }
    }
  }
}
