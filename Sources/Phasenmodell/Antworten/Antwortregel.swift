// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// The rules for answer files.
enum Antwortregel {
  static let form = Regel(
    id: "AW01", titel: "Aufbau", schwere: .fehler,
    erklaerung: "Eine Angabe hat nicht die Art, die hier stehen muss.",
    abhilfe:
      "Diese Angabe zählt als offen. Öffnen Sie die Antwortdatei im Selbstcheck und speichern Sie sie neu."
  )
  static let unbekannt = Regel(
    id: "AW02", titel: "Unbekannte Frage", schwere: .warnung,
    erklaerung:
      "Die Frage steht nicht im Katalog dieses Programms, zum Beispiel aus einer anderen Fassung.",
    abhilfe: "Die Antwort bleibt in der Datei erhalten, zählt hier aber nicht.")
  static let wert = Regel(
    id: "AW03", titel: "Wert passt nicht zur Frage", schwere: .fehler,
    erklaerung: "Die Antwort ist keine der möglichen Antworten.",
    abhilfe: "Die Frage zählt als offen. Beantworten Sie sie neu.")
  static let nichtZutreffend = Regel(
    id: "AW04", titel: "»Nicht zutreffend« nur mit Grund und wo es erlaubt ist", schwere: .fehler,
    erklaerung: "Sonst ließe sich jede Lücke wegklicken.",
    abhilfe: "Die Frage zählt als offen. Schreiben Sie einen Grund, oder antworten Sie anders.")
  static let fassung = Regel(
    id: "AW05", titel: "Andere Fassung des Katalogs", schwere: .warnung,
    erklaerung: "Gerechnet wird mit den Fragen, die es in beiden Fassungen gibt.",
    abhilfe: "Beantworten Sie neue Fragen im aktuellen Fragebogen.")
  static let stammdatum = Regel(
    id: "AW06", titel: "Angabe zur Verwaltung", schwere: .fehler,
    erklaerung: "Von diesen Angaben hängt ab, welche Fragen gestellt werden.",
    abhilfe: "Berichtigen Sie die Angabe im Selbstcheck.")
  static let standort = Regel(
    id: "AW07", titel: "Standort 0 bis 6", schwere: .fehler,
    erklaerung: "Ohne Standort ist nicht klar, welche Phasen zählen.",
    abhilfe: "Wählen Sie im Selbstcheck eine der sieben Beschreibungen oder nennen Sie --standort.")
  static let groesse = Regel(
    id: "AW08", titel: "Gewählte Größenklasse braucht einen Grund", schwere: .warnung,
    erklaerung: "Die gewählte Größenklasse weicht von Arbeitsplätzen und Einwohnern ab.",
    abhilfe: "Schreiben Sie den Grund dazu; er steht im Bericht.")
  static let festlegung = Regel(
    id: "AW09", titel: "Festlegung mit Wert, Person, Tag und Grund", schwere: .fehler,
    erklaerung: "Eine Festlegung ersetzt die Stimmen aller; darum muss sie begründet sein.",
    abhilfe: "Die Festlegung zählt nicht. Ergänzen Sie, was fehlt.")
  static let doppelt = Regel(
    id: "AW10", titel: "Dieselbe Person zweimal", schwere: .warnung,
    erklaerung: "Jede Person hat eine Stimme; erkannt wird sie an Rolle, Kürzel und erstem Tag.",
    abhilfe:
      "Es zählt die zuletzt geänderte Datei. Sind es zwei Personen, dann ändern Sie in einer der Dateien "
      + "im Selbstcheck auf der Startseite das Kürzel, speichern sie neu und führen noch einmal zusammen."
  )
  static let verschieden = Regel(
    id: "AW11", titel: "Verschiedene Angaben zur Verwaltung", schwere: .warnung,
    erklaerung: "Die Beteiligten haben zur Verwaltung oder zum Standort Verschiedenes angegeben.",
    abhilfe:
      "Einigen Sie sich, öffnen Sie die gemeinsame Datei im Selbstcheck und ändern Sie die Angabe auf der "
      + "Startseite.")

  static let strittigDoppelt = Regel(
    id: "AW12", titel: "Dieselbe Person zweimal, verschieden beantwortet", schwere: .warnung,
    erklaerung:
      "Zwei Dateien derselben Person haben denselben letzten Tag, aber nicht denselben Inhalt.",
    abhilfe:
      "Fragen Sie nach, welche Datei gilt, lassen Sie die andere weg und führen Sie noch einmal zusammen. "
      + "Sind es zwei Personen, dann ändern Sie in einer der Dateien im Selbstcheck das Kürzel."
  )
  static let termin = Regel(
    id: "AW13", titel: "Vermerk zu einer Maßnahme", schwere: .warnung,
    erklaerung: "Was zu einer Maßnahme vermerkt ist, lässt sich nicht lesen.",
    abhilfe:
      "Der Vermerk bleibt in der Datei erhalten. Tragen Sie den Tag im Selbstcheck neu ein.")
  static let weitere = Regel(
    id: "AW14", titel: "Weitere Befunde", schwere: .warnung,
    erklaerung: "Die Datei hat mehr Fehler, als sich einzeln lesen lassen.",
    abhilfe:
      "Öffnen Sie die Datei im Selbstcheck und speichern Sie sie neu, oder lassen Sie sie weg."
  )

  static let geaendert = Regel(
    id: "AW15", titel: "Frage seit der Antwort geändert", schwere: .warnung,
    erklaerung: "Die Antwort gilt einer früheren Fassung der Frage.",
    abhilfe:
      "Die alte Antwort bleibt in der Datei erhalten. Öffnen Sie die Datei im aktuellen Selbstcheck und "
      + "antworten Sie dort neu.")
  static let ohneKuerzel = Regel(
    id: "AW16", titel: "Dieselbe Rolle ohne Kürzel", schwere: .hinweis,
    erklaerung: "Ohne Kürzel lässt sich nicht erkennen, ob zwei Dateien von derselben Person sind.",
    abhilfe: "Sie zählen als verschiedene Personen. Stimmt das nicht, lassen Sie eine Datei weg.")
  static let fremdeVerwaltung = Regel(
    id: "AW17", titel: "Antworten verschiedener Verwaltungen", schwere: .warnung,
    erklaerung: "Zusammengeführt werden Antworten aus einer Verwaltung.",
    abhilfe:
      "Prüfen Sie, ob eine Datei nicht hierher gehört. Verwaltungen untereinander vergleicht "
      + "»diva reifegrad auswerten --gruppe«.")

  static let alle = [
    form, unbekannt, wert, nichtZutreffend, fassung, stammdatum, standort, groesse, festlegung,
    doppelt, verschieden, strittigDoppelt, termin, weitere,
    geaendert, ohneKuerzel, fremdeVerwaltung,
  ]
}
