// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aussonderung
internal import Pruefung
internal import Tabellen

/// What an archive appraises in a process, as a table: the objects of an offer, or the units of an
/// Aktenplan.
enum Bewertungstabelle {
  case objekte(Bewertungsliste)
  case einheiten(Katalogliste)

  /// The table of a process.
  ///
  /// - Throws: `AussonderungFehler` if there is no such process or nothing came to appraise yet.
  init(_ ordner: Verfahrensordner, _ prozess: ProzessID) throws {
    let verfahren = try ordner.vorhandenes(prozess)
    if verfahren.art == .bewertungskatalog {
      self = .einheiten(Katalogliste(try ordner.einheitenliste(verfahren.prozess)))
    } else {
      self = .objekte(Bewertungsliste(try ordner.objektliste(verfahren.prozess)))
    }
    guard bewertbar + kontext > 0 else {
      throw AussonderungFehler.falscherStand(
        prozess, grund: "Zu diesem Prozess liegt noch kein Angebot vor.",
        abhilfe: "Bewertet wird auf der Seite des Archivs, nachdem »diva archiv empfangen« das "
          + "Anbieteverzeichnis (0501) oder den Aktenplan (0511) geholt hat.")
    }
  }

  /// How many entries are to be appraised.
  var bewertbar: Int {
    switch self {
    case .objekte(let t): t.liste.eintraege.count { !$0.istKontext }
    case .einheiten(let t): t.liste.eintraege.count
    }
  }

  /// How many entries only show the context.
  var kontext: Int {
    switch self {
    case .objekte(let t): t.liste.eintraege.count { $0.istKontext }
    case .einheiten: 0
    }
  }

  /// The number of entries in words.
  var anzahl: String {
    switch self {
    case .objekte: bewertbar.mal("Objekt", "Objekte")
    case .einheiten: bewertbar.mal("Einheit", "Einheiten")
    }
  }

  /// The largest file that is read, in bytes.
  var groessteDatei: Int {
    switch self {
    case .objekte(let t): t.groessteDatei
    case .einheiten(let t): t.groessteDatei
    }
  }

  func schreibeCSV(nach pfad: String, ueberschreiben: Bool) throws {
    switch self {
    case .objekte(let t): try t.schreibeCSV(nach: pfad, ueberschreiben: ueberschreiben)
    case .einheiten(let t): try t.schreibeCSV(nach: pfad, ueberschreiben: ueberschreiben)
    }
  }

  func schreibeXLSX(nach pfad: String, erstellt: Zeitpunkt, ueberschreiben: Bool) throws {
    switch self {
    case .objekte(let t):
      try t.schreibeXLSX(nach: pfad, erstellt: erstellt, ueberschreiben: ueberschreiben)
    case .einheiten(let t):
      try t.schreibeXLSX(nach: pfad, erstellt: erstellt, ueberschreiben: ueberschreiben)
    }
  }

  /// Reads a filled-in table and keeps its decisions, if it has no error.
  ///
  /// - Returns: All findings, and whether the decisions are kept.
  /// - Throws: `AussonderungFehler` once the decisions were sent.
  func nimm(
    _ bytes: [UInt8], datei: String, _ archiv: Archiv, _ prozess: ProzessID
  ) throws -> (bericht: Pruefbericht, uebernommen: Bool) {
    switch self {
    case .objekte(let t):
      let eingang = t.lies(bytes, datei: datei)
      if let liste = eingang.liste { try archiv.bewerte(liste, prozess) }
      return (eingang.bericht, eingang.liste != nil)
    case .einheiten(let t):
      let eingang = t.lies(bytes, datei: datei)
      if let liste = eingang.liste { try archiv.bewerte(liste, prozess) }
      return (eingang.bericht, eingang.liste != nil)
    }
  }
}
