// SPDX-License-Identifier: Apache-2.0
public import Tabellen

/// The objects of an offer as a table that an archivist fills in, and back.
///
/// ```swift
/// let tabelle = Bewertungsliste(liste)
/// try tabelle.schreibeXLSX(nach: "bewertung.xlsx", erstellt: zeitpunkt)
/// let eingang = tabelle.lies(bytes, datei: "bewertung.csv")
/// if let bewertet = eingang.liste { … } else { print(eingang.bericht.text(farbe: false)) }
/// ```
///
/// Only the columns UUID, Entscheidung and Notiz are read back, so it does not matter what a
/// spreadsheet makes of dates and numbers. Texts that look like a formula are protected in both
/// forms (`Formelschutz`).
public struct Bewertungsliste: Sendable {
  /// The objects.
  public let liste: Objektliste
  /// The largest file that is read, in bytes.
  public var groessteDatei = 256 << 20
  /// The largest number of rows that is read.
  public var hoechstzahlZeilen = 1_048_576
  /// How many findings of one rule are kept.
  public var hoechstzahlJeRegel = 200

  /// A table of these objects.
  public init(_ liste: Objektliste) { self.liste = liste }

  /// Writes the table as CSV: UTF-8 with byte order mark, `;`, CRLF.
  ///
  /// - Parameters:
  ///   - pfad: The file; it appears when it is complete.
  ///   - ueberschreiben: Whether a file of that name may be replaced, perhaps one that is filled in.
  /// - Throws: `TabellenFehler`.
  public func schreibeCSV(
    nach pfad: String, ueberschreiben: Bool = false
  ) throws(TabellenFehler) {
    try blatt.schreibeCSV(nach: pfad, ueberschreiben: ueberschreiben)
  }
}
