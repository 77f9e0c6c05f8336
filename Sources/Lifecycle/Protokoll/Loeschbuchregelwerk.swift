// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// The rules that a Löschbuch is checked against.
public enum Loeschbuchregelwerk {
  /// LB1: a line can be read and has the hash that it states.
  public static let zeile = Regel(
    id: "LB1", titel: "Eine Zeile des Löschbuchs ist beschädigt", schwere: .fehler,
    erklaerung: "Die Zeile wurde nach dem Schreiben verändert oder ist nicht lesbar.",
    abhilfe: sicherung)
  /// LB2: the lines follow each other without a gap.
  public static let folge = Regel(
    id: "LB2", titel: "Im Löschbuch fehlen Zeilen oder ihre Reihenfolge stimmt nicht",
    schwere: .fehler,
    erklaerung: "Die laufenden Nummern haben eine Lücke oder laufen zurück.", abhilfe: sicherung)
  /// LB3: a line names the hash of the line before it.
  public static let vorgaenger = Regel(
    id: "LB3", titel: "Eine Zeile des Löschbuchs passt nicht zu ihrem Vorgänger",
    schwere: .fehler,
    erklaerung: "Die Zeile davor wurde ausgetauscht, oder das Buch wurde hier neu begonnen.",
    abhilfe: sicherung)
  /// LB4: the last line is complete.
  public static let abgerissen = Regel(
    id: "LB4", titel: "Die letzte Zeile des Löschbuchs ist unvollständig", schwere: .warnung,
    erklaerung: "Beim Schreiben der letzten Zeile brach das Programm oder der Rechner ab. Alle "
      + "Zeilen davor sind vollständig.",
    abhilfe: "Lassen Sie das Löschbuch reparieren; die Löschung dieser Zeile hatte noch nicht "
      + "begonnen.")
  /// LB5: the book contains the end that was noted elsewhere.
  public static let anker = Regel(
    id: "LB5", titel: "Das Löschbuch passt nicht zu einem Anker", schwere: .fehler,
    erklaerung: "Nummer und Hash, die außerhalb notiert wurden, kommen nicht vor. Das Ende wurde "
      + "abgeschnitten, oder das Buch wurde neu geschrieben.",
    abhilfe: sicherung)

  /// LB6: every line names the store that it belongs to.
  public static let ohneSpeicher = Regel(
    id: "LB6", titel: "Zeilen des Löschbuchs nennen keinen Aktenspeicher", schwere: .warnung,
    erklaerung: "Eine ältere Fassung des Programms hat sie geschrieben. Ob sie zu diesem "
      + "Aktenspeicher gehören, ist ihnen nicht anzusehen.",
    abhilfe: "Vergewissern Sie sich, dass es das Löschbuch dieses Aktenspeichers ist. Neue Zeilen "
      + "nennen ihn.")
  /// LB7: no line names another store.
  public static let fremd = Regel(
    id: "LB7", titel: "Das Löschbuch gehört zu einem anderen Aktenspeicher", schwere: .fehler,
    erklaerung: "Die Zeile nennt die Kennung eines anderen Aktenspeichers. Was sie löscht, wird "
      + "hier nicht nachgeholt, und das Buch wird nicht fortgeführt.",
    abhilfe:
      "Legen Sie das Löschbuch dieses Aktenspeichers an seinen Platz, oder nennen Sie es mit "
      + "»--loeschbuch«.")

  /// All rules, ordered by number.
  public static let alle: [Regel] = [
    zeile, folge, vorgaenger, abgerissen, anker, ohneSpeicher, fremd,
  ]

  private static let sicherung =
    "Bewahren Sie das Buch unverändert auf und holen Sie eine Abschrift aus der Sicherung."
}
