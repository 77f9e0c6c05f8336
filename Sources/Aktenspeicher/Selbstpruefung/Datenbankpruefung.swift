// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import GRDB
internal import Pruefung

/// The part of the check that concerns the database.
struct Datenbankpruefung {
  /// So many messages of one kind are enough to know.
  private static let hoechstzahl = 100

  private let speicher: Speicher
  private let fortschritt: (Speicher.Pruefstand) -> Void
  private let befund: (Befund) -> Void

  init(
    _ speicher: Speicher, _ fortschritt: @escaping (Speicher.Pruefstand) -> Void,
    _ befund: @escaping (Befund) -> Void
  ) {
    self.speicher = speicher
    self.fortschritt = fortschritt
    self.befund = befund
  }

  /// Checks all; false if the database is so damaged that nothing it says could be believed.
  func erledige() throws -> Bool {
    melde("Datenbank")
    guard try pruefeAufbau() else { return false }
    try pruefeTabellen()
    melde("Verweise")
    try pruefeVerweise()
    melde("Suche")
    let zeilen = try Suchzeilenpruefung(speicher, befund).erledige()
    // Whoever changed a row of the index has changed what it should answer, too.
    if zeilen { try Suchindexpruefung(speicher, befund).erledige() }
    return true
  }

  private func melde(_ abschnitt: String) {
    fortschritt(Speicher.Pruefstand(abschnitt: abschnitt, erledigt: 0, gesamt: nil))
  }

  private func pruefeAufbau() throws -> Bool {
    do {
      let meldungen = try speicher.datenbank.lies { db in
        try String.fetchAll(db, sql: "PRAGMA integrity_check(\(Self.hoechstzahl))")
      }
      guard meldungen != ["ok"] else { return true }
      // SQLite may say the same of many rows, and several things in one message.
      var gesagt: Set<String> = []
      for zeile in meldungen.flatMap({ $0.split(separator: "\n") })
      where !zeile.hasPrefix("***") {
        let meldung = Datenbankmeldung.deutsch(String(zeile))
        guard gesagt.insert(meldung).inserted else { continue }
        befund(Befund(Speicherregeln.s1, "Die Datenbank ist beschädigt: \(meldung).", ort: ort))
      }
      return false
    } catch SpeicherFehler.beschaedigt(_, let grund) {
      befund(Befund(Speicherregeln.s1, "Die Datenbank ist beschädigt: \(grund).", ort: ort))
      return false
    }
  }

  private func pruefeTabellen() throws {
    let namen = try speicher.datenbank.lies { try Aufbaupruefung().abweichungen($0) }
    for name in namen.prefix(Self.hoechstzahl) {
      befund(
        Befund(
          Speicherregeln.s12,
          "»\(name.sichtbar)« ist nicht so aufgebaut, wie das Programm es anlegt.",
          ort: ort))
    }
  }

  private func pruefeVerweise() throws {
    try speicher.lies { zugriff in
      let a = try zugriff.anweisung("PRAGMA foreign_key_check")
      var anzahl = 0
      try a.jedeZeile {
        let meldung =
          "Eine Zeile der Tabelle »\(a.text(0) ?? "")« verweist auf »\(a.text(2) ?? "")«, "
          + "das Ziel fehlt"
          + (a.vielleichtZahl(1).map { " (Zeile \($0))" } ?? "") + "."
        befund(Befund(Speicherregeln.s2, meldung, ort: ort))
        anzahl += 1
        return anzahl < Self.hoechstzahl
      }
      for tafel in ["datei", "verwendung", "loeschauftrag"] {
        let falsche = try zugriff.anweisung(
          "SELECT count(*) FROM \(tafel) WHERE length(hash) <> 32"
        ).eineZahl
        guard falsche > 0 else { continue }
        let meldung =
          "In der Tabelle »\(tafel)« ist bei \(falsche.mal("Zeile", "Zeilen")) die Prüfsumme keine."
        befund(Befund(Speicherregeln.s2, meldung, ort: ort))
      }
      let offen = try zugriff.anzahlen().offen
      if offen > 0 {
        let was = offen.mal("Datei wartet", "Dateien warten")
        befund(Befund(Speicherregeln.s10, "\(was) auf die Löschung.", ort: ort))
      }
      if try zugriff.angabe("spuren") != nil {
        befund(
          Befund(
            Speicherregeln.s13, "Nach einer Vernichtung sind noch Spuren in der Datenbank.",
            ort: ort))
      }
      let b = try zugriff.anweisung(
        """
        SELECT hash FROM datei d WHERE length(hash) = 32 AND NOT EXISTS \
        (SELECT 1 FROM verwendung v WHERE v.hash = d.hash) LIMIT \(Self.hoechstzahl)
        """)
      try b.jedeZeile {
        let name = "dateien/" + (try b.hash(0)).ablageort
        befund(
          Befund(
            Speicherregeln.s11, "Die Datei »\(name)« gehört zu keinem Objekt.",
            ort: Ort(datei: name)))
        return true
      }
    }
  }

  private var ort: Ort { Ort(datei: "speicher.sqlite") }
}
