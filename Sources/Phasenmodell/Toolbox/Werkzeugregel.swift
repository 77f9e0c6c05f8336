// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// The rules for the texts of the toolbox.
enum Werkzeugregel {
  static let kopf = Regel(
    id: "WZ01", titel: "Kopfdaten vollständig", schwere: .fehler,
    erklaerung: "Die Kopfdaten sagen, für wen ein Werkzeug ist und wie alt es ist.",
    abhilfe: "Vergleichen Sie mit Toolbox/beitragen/vorlage.md.")
  static let katalog = Regel(
    id: "WZ02", titel: "Kopfdaten und Katalog stimmen überein", schwere: .fehler,
    erklaerung: "Der Katalog empfiehlt Werkzeuge; beide müssen dasselbe sagen.",
    abhilfe: "Gleichen Sie Kopfdaten und katalog.yaml an.")
  static let ort = Regel(
    id: "WZ03", titel: "Jedes Werkzeug hat einen Text an seinem Ort", schwere: .fehler,
    erklaerung:
      "Der Text von CL-10 heißt CL-10.md und liegt in einem Ordner, der mit CL-10- beginnt.",
    abhilfe: "Legen Sie die Datei an oder benennen Sie Ordner und Datei um.")
  static let verweis = Regel(
    id: "WZ04", titel: "Verweise haben ein Ziel", schwere: .fehler,
    erklaerung: "Ein Verweis ins Leere hält auf.",
    abhilfe: "Prüfen Sie Pfad und Schreibweise.")
  static let tage = Regel(
    id: "WZ05", titel: "Stand, Rechtsstand und prüfen bis", schwere: .fehler,
    erklaerung: "Ein Text wird spätestens nach einem Jahr und einem Monat wieder geprüft.",
    abhilfe:
      "Setzen Sie »pruefen_bis« nach »stand« und höchstens 13 Monate nach »stand« und »rechtsstand«."
  )
  static let recht = Regel(
    id: "WZ06", titel: "Kein Gesetz ohne Rechtsstand", schwere: .fehler,
    erklaerung: "Gesetze ändern sich; wer liest, muss wissen, von wann die Aussage ist.",
    abhilfe: "Ergänzen Sie »rechtsstand« mit dem Tag, an dem Sie nachgelesen haben.")
  static let lizenz = Regel(
    id: "WZ07", titel: "Lizenz CC-BY-4.0", schwere: .fehler,
    erklaerung: "Alle Texte der Toolbox dürfen frei weitergegeben werden.",
    abhilfe: "Schreiben Sie »lizenz: CC-BY-4.0«.")
  static let ueberfaellig = Regel(
    id: "WZ08", titel: "Prüfung überfällig", schwere: .warnung,
    erklaerung: "Nach »prüfen bis« können Angaben veraltet sein.",
    abhilfe:
      "Prüfen Sie den Text, besonders das Recht, und setzen Sie »stand« und »pruefen_bis« neu.")

  static let alle = [kopf, katalog, ort, verweis, tage, recht, lizenz, ueberfaellig]
}
