// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// References, contacts, routes, versions and extensions.
extension Regelwerk {
  static let r37 = regel(
    "R37", .fehler, "Verweise haben ein Ziel",
    "Ein Verweis muss eine UUID oder ein Kennzeichen nennen, sonst ist nicht zu erkennen, worauf "
      + "er zeigt.",
    abhilfe: "Lassen Sie das Ziel ergänzen oder den Verweis entfernen.")
  static let r38 = regel(
    "R38", .warnung, "Kontakte sind nicht leer",
    "Ein Kontakt ohne jede Angabe sagt nichts aus und deutet auf einen Fehler beim Export hin.",
    abhilfe: "Lassen Sie den Kontakt ausfüllen oder weglassen.")
  static let r39 = regel(
    "R39", .warnung, "Schritte eines Geschäftsgangs sind eindeutig",
    "Die Schritte werden über ihre Nummern verbunden. Doppelte oder fehlende Nummern machen den "
      + "Ablauf unklar.",
    abhilfe: "Lassen Sie die Nummern der Schritte und ihre Verweise berichtigen.")
  static let r40 = regel(
    "R40", .fehler, "Versionsnummern eines Dokuments sind eindeutig",
    "Gleiche Nummern lassen nicht erkennen, welche Version die neuere ist.",
    abhilfe: "Lassen Sie jeder Version des Dokuments eine eigene Nummer geben.")
  static let r41 = regel(
    "R41", .warnung, "Erweiterungen sind nicht leer",
    "Eine anwendungsspezifische Erweiterung ohne Feld enthält keine Angabe.",
    abhilfe: "Lassen Sie die Erweiterung ausfüllen oder weglassen.")

  static let einzelheiten = [r37, r38, r39, r40, r41]
}
