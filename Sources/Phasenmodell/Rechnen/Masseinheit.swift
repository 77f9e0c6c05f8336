// SPDX-License-Identifier: Apache-2.0

/// Units of results as they stand behind a number.
public enum Masseinheit {
  private static let einzahl = [
    "Akten": "Akte", "Arbeitsplätze": "Arbeitsplatz", "Dokumente": "Dokument",
    "Einheiten": "Einheit",
    "Jahre": "Jahr", "Lizenzen": "Lizenz", "Monate": "Monat", "Personen": "Person",
    "Personentage": "Personentag", "Seiten": "Seite", "Stellen": "Stelle", "Stunden": "Stunde",
    "Tage": "Tag", "Termine": "Termin", "Wellen": "Welle", "Wochen": "Woche",
  ]

  /// A number with its unit: `1 Akte`, `2 Akten`, `1,0 Tage`; the number alone if there is no unit.
  public static func anzeige(_ zahl: String, _ einheit: String) -> String {
    guard !einheit.isEmpty else { return zahl }
    return zahl + " " + (zahl == "1" ? einzahl[einheit] ?? einheit : einheit)
  }
}
