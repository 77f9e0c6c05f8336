// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// What only several messages of one process tell.
extension Regelwerk {
  static let r20 = regel(
    "R20", .fehler, "Ein Prozess hat eine Prozess-ID und bis 3.1 jede Nachricht nur einmal",
    "Die Prozess-ID verbindet alle Nachrichten einer Aussonderung. Bis xdomea 3.1 darf es darin von "
      + "jedem Nachrichtentyp nur eine geben, sonst ist unklar, welche gilt.",
    abhilfe: "Klären Sie mit dem Absender, welche Nachricht gilt. Eine weitere Abgabe braucht bis "
      + "3.1 eine eigene Prozess-ID.")
  static let r21 = regel(
    "R21", .fehler, "Jede Nachricht hat eine eigene UUID",
    "Antworten nennen die UUID der Nachricht, zu der sie gehören. Tragen zwei verschiedene "
      + "Nachrichten dieselbe, ist nicht mehr zu erkennen, welche gemeint ist.",
    abhilfe:
      "Lassen Sie die spätere Nachricht mit einer neuen UUID erstellen. Auch eine berichtigte "
      + "Fassung braucht eine neue.")
  static let r23 = regel(
    "R23", .fehler, "Eine Antwort nennt die Nachricht, auf die sie antwortet",
    "Nur mit der richtigen UUID und laufenden Nummer lässt sich eine Antwort ihrem Teil zuordnen. "
      + "Sonst gelten Entscheidungen womöglich für die falschen Objekte.",
    abhilfe: "Lassen Sie die Antwort mit der UUID und der laufenden Nummer der beantworteten "
      + "Nachricht neu erstellen. Fehlt nur diese Nachricht, dann legen Sie sie mit vor.")
  static let r25 = regel(
    "R25", .fehler, "Die Nachrichten folgen in der richtigen Reihenfolge aufeinander",
    "Erst wird angeboten (0501), dann bewertet (0502), dann übergeben (0503), dann bestätigt (0506). "
      + "Wer einen Schritt auslässt, übergibt oder löscht ohne Entscheidung.",
    abhilfe:
      "Legen Sie die fehlende Nachricht mit vor. Gibt es sie nicht, dann klären Sie den Stand "
      + "des Verfahrens, bevor Sie weiterarbeiten.")
  static let r26 = regel(
    "R26", .hinweis, "Empfangsbestätigungen kommen, wenn sie verlangt sind",
    "Eine Nachricht kann um eine Empfangsbestätigung bitten. Bleibt sie aus, hält das das Verfahren "
      + "nicht auf, kann aber auf einen Verlust hindeuten.",
    abhilfe: "Fragen Sie bei Gelegenheit nach, ob die Nachricht angekommen ist.")
  static let r28 = regel(
    "R28", .fehler, "Eine UUID bezeichnet in allen Nachrichten dasselbe Objekt",
    "Angebot, Bewertung, Übergabe und Bestätigung finden nur über die UUID zusammen. Bezeichnet sie "
      + "später etwas anderes, gilt die Entscheidung für das falsche Objekt.",
    abhilfe: "Lassen Sie im abgebenden System prüfen, warum sich das Objekt geändert hat, und die "
      + "Nachricht berichtigen.")
  static let r45 = regel(
    "R45", .fehler, "Zu jedem angebotenen Objekt gibt es eine Bewertung",
    "Ohne Entscheidung des Archivs darf ein Objekt weder übergeben noch vernichtet werden. Fehlt der "
      + "Eintrag, gilt die Bewertung des übergeordneten Objekts.",
    abhilfe: "Bitten Sie das Archiv um eine vollständige Bewertung. Vernichten Sie das Objekt bis "
      + "dahin nicht.")
  static let r48 = regel(
    "R48", .warnung, "Unter einem zu vernichtenden Objekt liegt nichts Archivwürdiges",
    "Soll ein Vorgang archiviert werden, wird seine Akte mindestens für den Zusammenhang gebraucht. "
      + "Wer sie als Ganzes löscht, löscht auch das Archivwürdige darin.",
    abhilfe:
      "Fragen Sie das Archiv, ob die Bewertung so gemeint ist. Löschen Sie das übergeordnete "
      + "Objekt nicht als Ganzes.")
  static let r49 = regel(
    "R49", .fehler, "Alles Archivwürdige wird übergeben",
    "Was das Archiv mit A bewertet hat, muss in der Aussonderung enthalten sein. Sonst ginge es bei "
      + "der späteren Löschung verloren.",
    abhilfe: "Lassen Sie das fehlende Objekt in einer weiteren oder berichtigten Aussonderung "
      + "übergeben. Löschen Sie es bis dahin nicht.")
  static let r61 = regel(
    "R61", .fehler, "Gelöscht wird erst nach der Bestätigung des Archivs",
    "Ein archivwürdiges Objekt darf erst gelöscht werden, wenn das Archiv seinen Import bestätigt hat "
      + "(0506).",
    abhilfe:
      "Löschen Sie das Objekt nicht. Warten Sie die Importbestätigung ab, oder klären Sie den "
      + "Grund des Misserfolgs mit dem Archiv.")

  static let prozess = [r20, r21, r23, r25, r26, r28, r45, r48, r49, r61]
}
