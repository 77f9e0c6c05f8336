// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Tabellen

extension Bewertungsliste {
  /// The name of the sheet that is filled in.
  static let blattname = "Bewertungsliste"

  /// Writes the table as a workbook for people, with a second sheet that explains how to fill it in.
  ///
  /// - Parameters:
  ///   - pfad: The file; it appears when it is complete.
  ///   - erstellt: When it was made, for the properties of the file.
  ///   - ueberschreiben: Whether a file of that name may be replaced, perhaps one that is filled in.
  /// - Throws: `TabellenFehler`.
  public func schreibeXLSX(
    nach pfad: String, erstellt: Zeitpunkt, ueberschreiben: Bool = false
  ) throws(TabellenFehler) {
    // Before anything is written: the file could never become complete.
    guard liste.eintraege.count < Arbeitsmappe.hoechstzahlZeilen else {
      throw .zuVieleZeilen(pfad: pfad, hoechstens: Arbeitsmappe.hoechstzahlZeilen)
    }
    var mappe = try Arbeitsmappe(
      pfad, titel: Self.blattname, erstellt: erstellt.unixSekunden ?? 0,
      ueberschreiben: ueberschreiben)
    try mappe.blatt(Self.gestalt)
    try mappe.zeile(
      Listenspalte.allCases.map { Zelle(.text($0.rawValue), Self.kopfform) })
    let zeilen = Listenzeilen(liste)
    for (stelle, e) in liste.eintraege.enumerated() {
      let tiefe = zeilen.gefuege.tiefe(stelle)
      try mappe.zeile(
        Listenspalte.allCases.map { spalte in
          Zelle(
            zeilen.wert(spalte, stelle).geschuetzt,
            Self.form(spalte, istKontext: e.istKontext, tiefe: tiefe))
        }, gliederung: tiefe)
    }
    try schreibeHinweise(&mappe)
    try mappe.beende()
  }

  private static var gestalt: Blattgestalt {
    var gestalt = Blattgestalt(blattname, breiten: Listenspalte.allCases.map(\.breite))
    gestalt.hatKopf = true
    gestalt.auswahl = Auswahlspalte(
      spalte: Listenspalte.entscheidung.stelle,
      werte: Archiventscheidung.allCases.map(\.rawValue), titel: "Keine Entscheidung",
      meldung: "Möglich sind A (archivwürdig) und V (nicht archivwürdig, vernichten). "
        + "Ein leeres Feld lässt die Entscheidung offen.")
    return gestalt
  }

  private static var kopfform: Zellform {
    var form = Zellform()
    form.fett = true
    form.umbruch = true
    return form
  }

  private static func form(_ spalte: Listenspalte, istKontext: Bool, tiefe: Int) -> Zellform {
    var form = Zellform()
    form.grau = istKontext
    switch spalte {
    case .betreff:
      form.einzug = tiefe
      form.umbruch = true
    case .begruendung: form.umbruch = true
    case .vorschlag: form.mittig = true
    case .entscheidung:
      form.mittig = true
      form.eingabe = !istKontext
    case .notiz:
      form.umbruch = true
      form.eingabe = !istKontext
    default: break
    }
    return form
  }

  private func schreibeHinweise(_ mappe: inout Arbeitsmappe) throws(TabellenFehler) {
    try mappe.blatt(Blattgestalt("Hinweise", breiten: [110]))
    for absatz in Ausfuellhinweise.absaetze {
      var form = Zellform()
      form.fett = absatz.istUeberschrift
      form.umbruch = true
      try mappe.zeile([Zelle(.text(absatz.text), form)])
    }
  }
}

extension Zellwert {
  /// The value, a text protected: it passes through the CSV form when the workbook is saved as such.
  fileprivate var geschuetzt: Zellwert {
    if case .text(let text) = self { .text(Formelschutz.geschuetzt(text)) } else { self }
  }
}
