// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// Context objects, periods and secrecy.
extension Regelwerk {
  static let r31 = regel(
    "R31", .fehler, "Jede Akte enthält etwas Auszusonderndes",
    "Kontextobjekte werden nur zur Information mitgeschickt. Besteht eine Akte nur aus ihnen, "
      + "gibt es nichts zu bewerten oder zu übernehmen.",
    abhilfe: "Nehmen Sie die Akte aus der Nachricht, oder kennzeichnen Sie die auszusondernden "
      + "Objekte mit Kontextobjekt 0.")
  static let r32 = regel(
    "R32", .fehler, "Unter einem auszusondernden Objekt liegt kein Kontextobjekt",
    "Wird eine Akte ausgesondert, gehört alles darin dazu. Ein Kontextobjekt darunter würde "
      + "weder bewertet noch übernommen.",
    abhilfe: "Kennzeichnen Sie das Objekt als auszusondernd oder das übergeordnete als "
      + "Kontextobjekt.")
  static let r33 = regel(
    "R33", .fehler, "Kontextobjekte enthalten keine Dokumente",
    "Kontextobjekte dienen nur der Einordnung. Dokumente darin würden ohne Bewertung "
      + "weitergegeben.",
    abhilfe: "Nehmen Sie die Dokumente heraus, oder kennzeichnen Sie das Objekt als "
      + "auszusondernd.")
  static let r34 = regel(
    "R34", .hinweis, "Angaben zum Abschluss passen zum Kontextobjekt",
    "Widersprechen sich die Angaben, gilt das Kennzeichen Kontextobjekt. Der Widerspruch kann "
      + "auf einen falschen Export hindeuten.",
    abhilfe: "Prüfen Sie, ob das Objekt richtig gekennzeichnet ist.")
  static let r35 = regel(
    "R35", .warnung, "Ausgesondert wird nur, was abgeschlossen ist und dessen Frist abgelaufen ist",
    "Akten werden nach der zdA-Verfügung und nach Ablauf der Aufbewahrungsfrist angeboten. "
      + "Vorher werden sie in der Verwaltung noch gebraucht.",
    abhilfe: "Prüfen Sie Abschluss, Laufzeit und Aufbewahrungsfrist des Objekts. Ist die "
      + "vorzeitige Abgabe vereinbart, ist nichts zu tun.")
  static let r36 = regel(
    "R36", .fehler, "Akte und Vorgang tragen die höchste Einstufung ihres Inhalts",
    "Wer nur die Akte sieht, muss erkennen, dass darin eingestufte Dokumente liegen. Sonst "
      + "gelangen sie in falsche Hände.",
    abhilfe: "Heben Sie Grad und Frist der Einstufung bei der Akte oder dem Vorgang an.")

  static let kontextUndFristen = [r31, r32, r33, r34, r35, r36]
}
