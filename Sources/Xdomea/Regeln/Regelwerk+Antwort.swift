// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// The archive's answers (0502, 0506) and those to a Bewertungskatalog (0513, 0514).
extension Regelwerk {
  static let r46 = regel(
    "R46", .fehler, "Bewertet wird nur das Angebotene, jedes Objekt genau einmal",
    "Ist ein Objekt mehrfach bewertet oder war es nie angeboten, ist unklar, was archiviert oder "
      + "vernichtet werden soll. Eine Verwechslung lässt sich später nicht mehr gutmachen.",
    abhilfe: "Lassen Sie die Bewertung vom Archiv berichtigen und neu senden. Vernichten Sie "
      + "bis dahin nichts davon.")
  static let r47 = regel(
    "R47", .fehler, "Eine Bewertung lautet A oder V",
    "Nur A (archivwürdig) und V (vernichten) sind eine Entscheidung. Andere Werte gelten nur, wenn "
      + "sie mit dem Archiv vereinbart sind.",
    abhilfe: "Bitten Sie das Archiv um eine Entscheidung für dieses Objekt.")
  static let r62 = regel(
    "R62", .fehler, "Zu jedem übergebenen Objekt gibt es genau eine Rückmeldung",
    "Gelöscht werden darf nur, was das Archiv nachweislich übernommen hat. Mehrere Rückmeldungen "
      + "zu einem Objekt können sich widersprechen, eine fehlende lässt es offen.",
    abhilfe: "Lassen Sie die Importbestätigung vom Archiv neu erstellen. Löschen Sie das Objekt "
      + "bis dahin nicht.")
  static let r63 = regel(
    "R63", .fehler, "Der Import ist nur dann ein Erfolg, wenn kein Objekt scheiterte",
    "Die Nachricht meldet im Ganzen Erfolg, zu einem Objekt aber Misserfolg. Wer nur auf das "
      + "Ganze sieht, löscht, was das Archiv nicht hat.",
    abhilfe: "Lassen Sie die Importbestätigung berichtigen. Maßgeblich ist bis dahin die "
      + "Rückmeldung zum einzelnen Objekt.")
  static let r64 = regel(
    "R64", .fehler, "Ein Misserfolg ist begründet, ein Erfolg hat keine Fehlermeldung",
    "Ohne Begründung lässt sich der Fehler nicht beheben. Ein Erfolg mit Fehlermeldung ist in "
      + "sich widersprüchlich.",
    abhilfe: "Fragen Sie bei der Stelle nach, die die Nachricht erstellt hat.")
  static let r65 = regel(
    "R65", .warnung, "Eine Archivkennung hat, was übernommen wurde, und sonst nichts",
    "Die Archivkennung sagt, wo das Objekt im Archiv zu finden ist. Bei einem Misserfolg ist dort "
      + "nichts zu finden. Bei einem Erfolg steht sie da, wenn sie verlangt war.",
    abhilfe: "Fragen Sie beim Archiv nach, ob das Objekt übernommen wurde.")

  static let antworten = [r46, r47, r62, r63, r64, r65]
}
