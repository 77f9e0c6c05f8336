// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// The head of the message.
extension Regelwerk {
  static let r22 = regel(
    "R22", .fehler, "Die Nummerierung der Teile ist stimmig und vollständig",
    "Eine Abgabe kann aus mehreren Nachrichten bestehen, etwa Teil 2 von 5. Jeder Teil muss genau "
      + "einmal da sein, sonst fehlt etwas oder es ist unklar, welcher gilt.",
    abhilfe: "Legen Sie fehlende Teile mit vor. Lassen Sie falsche Angaben zu laufender Nummer und "
      + "Gesamtanzahl berichtigen.")
  static let r24 = regel(
    "R24", .warnung, "Absender und Empfänger sind benannt und in Antworten vertauscht",
    "Ohne Namen der Stelle oder Behördenkennung ist nicht nachvollziehbar, wer die Akten "
      + "abgegeben oder übernommen hat. Eine Antwort kommt von der Stelle, an die die Nachricht ging.",
    abhilfe: "Lassen Sie für Absender und Empfänger den Namen der Institution oder die "
      + "Behördenkennung eintragen.")

  static let kopf = [r22, r24]
}
