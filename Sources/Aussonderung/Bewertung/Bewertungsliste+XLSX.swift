// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Tabellen

extension Bewertungsliste {
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
    try blatt.schreibeXLSX(nach: pfad, erstellt: erstellt, ueberschreiben: ueberschreiben)
  }

  var blatt: Listenblatt {
    let zeilen = Listenzeilen(liste)
    return Listenblatt(art: .objekte, anzahl: liste.eintraege.count, wert: zeilen.wert) { stelle in
      Listenblatt.Zeile(
        istKontext: zeilen.liste.eintraege[stelle].istKontext, tiefe: zeilen.gefuege.tiefe(stelle))
    }
  }
}
