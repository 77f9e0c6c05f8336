// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Tabellen

/// A list for appraisal as a file, whatever it lists.
struct Listenblatt {
  /// A row.
  struct Zeile {
    /// Grey, and nothing to fill in.
    let istKontext: Bool
    /// How many entries are above it.
    let tiefe: Int
  }

  /// The name of the sheet that is filled in.
  static let blattname = "Bewertungsliste"

  let art: Listenart
  let anzahl: Int
  /// The value of a cell, texts not protected.
  let wert: (Listenspalte, Int) -> Zellwert
  let zeile: (Int) -> Zeile

  /// Writes CSV: UTF-8 with byte order mark, `;`, CRLF.
  ///
  /// - Parameters:
  ///   - pfad: The file; it appears when it is complete.
  ///   - ueberschreiben: Whether a file of that name may be replaced.
  /// - Throws: `TabellenFehler`.
  func schreibeCSV(nach pfad: String, ueberschreiben: Bool) throws(TabellenFehler) {
    var csv = try CSVSchreiber(pfad, ueberschreiben: ueberschreiben)
    let spalten = art.spalten
    try csv.zeile(spalten.map(art.kopf))
    for stelle in 0..<anzahl { try csv.zeile(spalten.map { wert($0, stelle).text }) }
    try csv.beende()
  }

  /// Writes a workbook with a second sheet that explains how to fill it in.
  ///
  /// - Parameters:
  ///   - pfad: The file; it appears when it is complete.
  ///   - erstellt: When it was made, for the properties of the file.
  ///   - ueberschreiben: Whether a file of that name may be replaced.
  /// - Throws: `TabellenFehler`.
  func schreibeXLSX(
    nach pfad: String, erstellt: Zeitpunkt, ueberschreiben: Bool
  ) throws(TabellenFehler) {
    // Before anything is written: the file could never become complete.
    guard anzahl < Arbeitsmappe.hoechstzahlZeilen else {
      throw .zuVieleZeilen(pfad: pfad, hoechstens: Arbeitsmappe.hoechstzahlZeilen)
    }
    var mappe = try Arbeitsmappe(
      pfad, titel: Self.blattname, erstellt: erstellt.unixSekunden ?? 0,
      ueberschreiben: ueberschreiben)
    let spalten = art.spalten
    try mappe.blatt(gestalt)
    try mappe.zeile(spalten.map { Zelle(.text(art.kopf($0)), Self.kopfform) })
    for stelle in 0..<anzahl {
      let z = zeile(stelle)
      try mappe.zeile(
        spalten.map { Zelle(wert($0, stelle).geschuetzt, Self.form($0, z)) }, gliederung: z.tiefe)
    }
    try mappe.blatt(Blattgestalt("Hinweise", breiten: [110]))
    for absatz in Ausfuellhinweise.absaetze(art) {
      var form = Zellform()
      form.fett = absatz.istUeberschrift
      form.umbruch = true
      try mappe.zeile([Zelle(.text(absatz.text), form)])
    }
    try mappe.beende()
  }

  private var gestalt: Blattgestalt {
    var gestalt = Blattgestalt(Self.blattname, breiten: art.spalten.map(\.breite))
    gestalt.hatKopf = true
    gestalt.auswahl = Auswahlspalte(
      spalte: art.spalten.firstIndex(of: .entscheidung) ?? 0, werte: art.werte,
      titel: "Keine Entscheidung", meldung: art.auswahlmeldung)
    return gestalt
  }

  private static var kopfform: Zellform {
    var form = Zellform()
    form.fett = true
    form.umbruch = true
    return form
  }

  private static func form(_ spalte: Listenspalte, _ zeile: Zeile) -> Zellform {
    var form = Zellform()
    form.grau = zeile.istKontext
    switch spalte {
    case .betreff, .bezeichnung:
      form.einzug = zeile.tiefe
      form.umbruch = true
    case .begruendung: form.umbruch = true
    case .vorschlag, .stillgelegt: form.mittig = true
    case .entscheidung:
      form.mittig = true
      form.eingabe = !zeile.istKontext
    case .notiz:
      form.umbruch = true
      form.eingabe = !zeile.istKontext
    default: break
    }
    return form
  }
}

extension Zellwert {
  /// The value as CSV writes it: numbers without separators.
  fileprivate var text: String {
    switch self {
    case .leer: ""
    case .text(let text): text
    case .zahl(let zahl): String(zahl)
    }
  }

  /// The value, a text protected: it passes through the CSV form when the workbook is saved as such.
  fileprivate var geschuetzt: Zellwert {
    if case .text(let text) = self { .text(Formelschutz.geschuetzt(text)) } else { self }
  }
}
