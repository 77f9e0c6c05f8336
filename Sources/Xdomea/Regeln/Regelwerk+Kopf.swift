// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// The head of the message.
extension Regelwerk {
  static let r22 = regel(
    "R22", .fehler, "Die Nummerierung der Teile ist stimmig",
    "Eine Abgabe kann aus mehreren Nachrichten bestehen, etwa Teil 2 von 5. Mit unmöglichen "
      + "Angaben lässt sich nicht feststellen, ob alle Teile da sind.",
    abhilfe: "Lassen Sie laufende Nummer und Gesamtanzahl berichtigen.")
  static let r24 = regel(
    "R24", .warnung, "Absender und Empfänger sind benannt",
    "Ohne Namen der Stelle oder Behördenkennung ist nicht nachvollziehbar, wer die Akten "
      + "abgegeben oder übernommen hat.",
    abhilfe: "Lassen Sie für Absender und Empfänger den Namen der Institution oder die "
      + "Behördenkennung eintragen.")

  static let kopf = [r22, r24]
}
