// SPDX-License-Identifier: Apache-2.0

/// A term of the field that reports explain to their readers.
enum Begriff: CaseIterable {
  case prozess, nachricht, kontextobjekt, laufzeit, zdA, aufbewahrungsende, vorschlag, entscheidung
  case kennung, archivkennung, pruefsumme, dateiformat, fristregel, vernichtungsgrund, sicherung
  case loeschen, schluesselvernichtung

  var wort: String {
    switch self {
    case .prozess: "Prozess"
    case .nachricht: "Nachricht"
    case .kontextobjekt: "Kontextobjekt"
    case .laufzeit: "Laufzeit"
    case .zdA: "zdA"
    case .aufbewahrungsende: "Aufbewahren bis"
    case .vorschlag: "Vorschlag"
    case .entscheidung: "Entscheidung"
    case .kennung: "Kennung"
    case .archivkennung: "Archivkennung"
    case .pruefsumme: "Prüfsumme (SHA-256)"
    case .dateiformat: "Dateiformat"
    case .fristregel: "Fristregel"
    case .vernichtungsgrund: "Warum vernichtet"
    case .sicherung: "Sicherungen"
    case .loeschen: "Löschen der Daten"
    case .schluesselvernichtung: "Vernichten der Schlüssel"
    }
  }

  var erklaerung: String {
    switch self {
    case .prozess:
      "Ein Anbieten an das Archiv mit allem, was darauf folgt. Alle Nachrichten dazu tragen "
        + "dieselbe Prozesskennung."
    case .nachricht:
      "Eine Datei im Standard xdomea, die Behörde und Archiv austauschen: 0501 bietet an, 0502 "
        + "bewertet, 0503 gibt ab, 0506 bestätigt die Übernahme."
    case .kontextobjekt:
      "Eine Akte oder ein Vorgang, der nur zeigt, wohin anderes gehört. Er selbst wird weder "
        + "angeboten noch bewertet und in keiner Summe mitgezählt."
    case .laufzeit: "Vom ältesten bis zum jüngsten Dokument."
    case .zdA: "»Zu den Akten«: der Tag, an dem die Akte oder der Vorgang geschlossen wurde."
    case .aufbewahrungsende:
      "Der letzte Tag der Aufbewahrungsfrist. Bis dahin braucht die Behörde die Unterlagen selbst."
    case .vorschlag:
      "Was die Behörde dem Archiv vorschlägt: A für archivwürdig, V für nicht archivwürdig."
    case .entscheidung:
      "A heißt archivwürdig: Das Archiv übernimmt die Unterlagen auf Dauer. V heißt nicht "
        + "archivwürdig: Die Behörde vernichtet sie nach Ablauf der Frist."
    case .kennung:
      "Eine weltweit einmalige Nummer (UUID). Daran erkennen die Systeme ein Objekt wieder."
    case .archivkennung: "Unter dieser Nummer führt das Archiv die Unterlagen."
    case .pruefsumme:
      "Ein Fingerabdruck der Datei. Ändert sich auch nur ein Zeichen, ändert sich die Prüfsumme."
    case .dateiformat:
      "Nach der Liste »dateiformat« von xdomea. Die Nummern hat die abgebende Behörde vergeben."
    case .fristregel:
      "Die Regel, aus der die Aufbewahrungsfrist folgt, mit der Fassung des Katalogs."
    case .vernichtungsgrund:
      "Vernichtet wird nur, was das Archiv übernommen hat, was es nicht haben will, was es in der "
        + "vereinbarten Zeit nicht bewertet hat, oder wozu eine allgemeine Genehmigung vorliegt."
    case .sicherung:
      "Kopien der Daten für den Notfall. Bis zum genannten Tag kann eine solche Kopie die "
        + "vernichteten Inhalte noch enthalten."
    case .loeschen: "Die Dateien und ihre Einträge wurden im System gelöscht."
    case .schluesselvernichtung:
      "Die Daten waren verschlüsselt. Ohne den Schlüssel kann sie niemand mehr lesen."
    }
  }
}
