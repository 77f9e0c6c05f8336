// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// The rules that a Protokoll is checked against, with their explanations for people.
public enum Protokollregelwerk {
  /// PR1: an entry can be read.
  public static let unlesbar = Regel(
    id: "PR1", titel: "Ein Protokolleintrag ist nicht lesbar", schwere: .fehler,
    erklaerung: "Die Bytes des Eintrags entsprechen keiner bekannten Form.",
    abhilfe: sicherung)
  /// PR2: an entry has the hash that it states.
  public static let hashFalsch = Regel(
    id: "PR2", titel: "Der Hash eines Protokolleintrags ist falsch", schwere: .fehler,
    erklaerung: "Der Eintrag oder sein Hash wurde nach dem Schreiben verändert.",
    abhilfe: sicherung)
  /// PR3: no entry is missing.
  public static let luecke = Regel(
    id: "PR3", titel: "Im Protokoll fehlen Einträge", schwere: .fehler,
    erklaerung: "Die laufenden Nummern haben eine Lücke; Einträge wurden entfernt.",
    abhilfe: sicherung)
  /// PR4: the entries are in their order, each one once.
  public static let reihenfolge = Regel(
    id: "PR4", titel: "Die Reihenfolge der Protokolleinträge stimmt nicht", schwere: .fehler,
    erklaerung: "Ein Eintrag steht an der falschen Stelle oder kommt zweimal vor.",
    abhilfe: sicherung)
  /// PR5: an entry names the hash of the entry before it.
  public static let vorgaenger = Regel(
    id: "PR5", titel: "Ein Protokolleintrag passt nicht zu seinem Vorgänger", schwere: .fehler,
    erklaerung: "Der Eintrag davor wurde ausgetauscht, oder die Kette wurde hier neu begonnen.",
    abhilfe: sicherung)
  /// PR6: a payload is the one that the entry was made for.
  public static let nutzlast = Regel(
    id: "PR6", titel: "Eine Nutzlast passt nicht zu ihrem Protokolleintrag", schwere: .fehler,
    erklaerung: "Die versiegelten Angaben (Akteur, Grund, Werte) wurden nach dem Schreiben "
      + "verändert oder vertauscht. Der Eintrag selbst ist davon nicht berührt.",
    abhilfe: sicherung)
  /// PR7: each event is recorded once.
  public static let doppelt = Regel(
    id: "PR7", titel: "Ein Ereignis ist zweimal protokolliert", schwere: .fehler,
    erklaerung: "Jedes Ereignis hat eine eigene Kennung und darf nur einen Eintrag haben.",
    abhilfe: "Wenden Sie sich an den Hersteller des Verfahrens, das die Ereignisse schreibt.")
  /// PR8: the chain contains the ends that were noted elsewhere.
  public static let anker = Regel(
    id: "PR8", titel: "Das Protokoll passt nicht zu einem Anker", schwere: .fehler,
    erklaerung: "Nummer und Hash, die außerhalb notiert wurden, kommen im Protokoll nicht vor. "
      + "Das Ende wurde abgeschnitten, oder das Protokoll wurde neu geschrieben.",
    abhilfe: sicherung)
  /// PR9: the instants do not run backwards.
  public static let zeit = Regel(
    id: "PR9", titel: "Die Zeit läuft im Protokoll rückwärts", schwere: .warnung,
    erklaerung: "Ein Eintrag trägt einen früheren Zeitpunkt als der Eintrag davor.",
    abhilfe: "Prüfen Sie die Uhr des Rechners; die Reihenfolge der Einträge ist dennoch bewiesen.")
  /// PR10: a line of an export can be read.
  public static let zeile = Regel(
    id: "PR10", titel: "Eine Zeile der Protokolldatei ist nicht lesbar", schwere: .fehler,
    erklaerung: "Die Datei enthält je Zeile ein JSON-Objekt in der Form, die das Programm "
      + "schreibt.",
    abhilfe: "Führen Sie das Protokoll noch einmal aus oder übertragen Sie die Datei erneut.")
  /// PR11: opened text in an export is what was sealed.
  public static let klartext = Regel(
    id: "PR11", titel: "Der lesbare Text ist nicht der versiegelte", schwere: .fehler,
    erklaerung: "Neben der versiegelten Nutzlast steht ein lesbarer Text mit anderem Inhalt.",
    abhilfe: "Verlassen Sie sich nur auf die versiegelte Nutzlast.")
  /// PR12: opened text in an export could be compared with what was sealed.
  public static let klartextUngeprueft = Regel(
    id: "PR12", titel: "Lesbarer Text ist nicht bewiesen", schwere: .hinweis,
    erklaerung: "Ob der lesbare Text der versiegelte ist, zeigt nur der Schlüssel des Objekts.",
    abhilfe: "Prüfen Sie die Datei mit den Schlüsseln, wenn es auf den Text ankommt.")
  /// PR13: an export is complete.
  public static let ausfuhrende = Regel(
    id: "PR13", titel: "Die Protokolldatei ist unvollständig", schwere: .fehler,
    erklaerung: "Die letzte Zeile mit dem Anker fehlt oder sie steht nicht am Ende.",
    abhilfe: "Führen Sie das Protokoll noch einmal aus oder übertragen Sie die Datei erneut.")

  /// All rules, ordered by number.
  public static let alle: [Regel] = [
    unlesbar, hashFalsch, luecke, reihenfolge, vorgaenger, nutzlast, doppelt, anker, zeit, zeile,
    klartext, klartextUngeprueft, ausfuhrende,
  ]

  private static let sicherung =
    "Bewahren Sie diesen Stand unverändert auf und vergleichen Sie ihn mit einer Sicherung. "
    + "Ziehen Sie die Revision oder den Datenschutz hinzu."
}
