// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// The rules for the data of calculators and decision aids.
enum Hilferegel {
  static let form = Regel(
    id: "RE01", titel: "Aufbau der Rechen- und Entscheidungshilfen", schwere: .fehler,
    erklaerung: "Eingaben, Annahmen mit Quelle, Formel und Regeln sind vollständig.",
    abhilfe: "Vergleichen Sie mit einer anderen Hilfe derselben Art.")
  static let fehlt = Regel(
    id: "RE02", titel: "Jede Rechen- und Entscheidungshilfe läuft", schwere: .fehler,
    erklaerung: "Zu jedem Werkzeug KH und EH gehören Daten neben dem Text.",
    abhilfe: "Legen Sie die Datei neben den Text, zum Beispiel KH-05.yaml neben KH-05.md.")

  static let alle = [form, fehlt]
}
