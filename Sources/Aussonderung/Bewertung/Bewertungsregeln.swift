// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// The rules that a filled-in list of decisions is checked against (xdomea FAKTEN R45–R48, lebenszyklus
/// FAKTEN 2.6).
public enum Bewertungsregeln {
  /// All rules, BL1 first.
  public static let alle: [Regel] = datei + zeilen + zusammenhang

  private static func regel(
    _ id: String, _ schwere: Schwere, _ titel: String, _ erklaerung: String, abhilfe: String
  ) -> Regel {
    Regel(id: id, titel: titel, schwere: schwere, erklaerung: erklaerung, abhilfe: abhilfe)
  }

  // MARK: The file

  static let bl1 = regel(
    "BL1", .fehler, "Die Datei ist eine CSV-Tabelle",
    "Gelesen wird nur die einfache Textform einer Tabelle (CSV). Für Arbeitsmappen (XLSX, XLS, ODS) "
      + "gibt es in Debian keine gepflegte Bibliothek, die sie verlässlich und ohne Java oder "
      + "Python liest; ein eigener Leser wäre eine Fehlerquelle bei Entscheidungen, die sich nicht "
      + "zurücknehmen lassen.",
    abhilfe: "Öffnen Sie die Mappe, wählen Sie das Blatt »Bewertungsliste« und dann »Datei«, "
      + "»Speichern unter«, Dateityp »CSV UTF-8 (durch Trennzeichen getrennt)«. Lesen Sie diese "
      + "Datei ein.")
  static let bl2 = regel(
    "BL2", .hinweis, "Der Zeichensatz ist UTF-8",
    "Excel speichert »CSV (Trennzeichen-getrennt)« in Windows-1252. Das wird gelesen; Zeichen, die "
      + "es dort nicht gibt, hat Excel aber schon durch Fragezeichen ersetzt.",
    abhilfe: "Prüfen Sie Notizen mit besonderen Zeichen, oder speichern Sie als »CSV UTF-8«.")
  static let bl3 = regel(
    "BL3", .fehler, "Die Datei hat wenigstens eine Zeile und bleibt im üblichen Umfang",
    "Eine leere Liste entscheidet nichts, eine übergroße ist sicher eine andere Datei.",
    abhilfe: "Prüfen Sie, ob Sie die richtige Datei gewählt haben.")
  static let bl4 = regel(
    "BL4", .fehler, "Anführungszeichen sind paarig",
    "Ein Feld, das mit einem Anführungszeichen beginnt, endet mit einem; im Feld stehen sie doppelt.",
    abhilfe:
      "Speichern Sie die Liste noch einmal mit der Tabellenkalkulation, oder berichtigen Sie "
      + "die Anführungszeichen in dieser Zeile.")
  static let bl5 = regel(
    "BL5", .fehler, "Die Kopfzeile nennt UUID, Entscheidung und Notiz",
    "Die Spalten werden an ihrem Namen erkannt und dürfen in beliebiger Reihenfolge stehen. Die "
      + "übrigen Spalten werden nicht gelesen.",
    abhilfe: "Stellen Sie die Kopfzeile der ausgegebenen Liste wieder her.")

  static let datei = [bl1, bl2, bl3, bl4, bl5]

  // MARK: A row

  static let bl6 = regel(
    "BL6", .fehler, "Die Zeile hat nicht mehr Felder als die Kopfzeile",
    "Steht ein Trennzeichen zu viel, verschieben sich die Angaben der Zeile.",
    abhilfe: "Löschen Sie, was rechts neben der Tabelle steht; enthält ein Text das Trennzeichen, "
      + "setzen Sie ihn in Anführungszeichen.")
  static let bl7 = regel(
    "BL7", .fehler, "Jede Zeile hat eine UUID",
    "An der UUID wird das Objekt erkannt, nicht an seinem Betreff oder an der Stelle in der Liste.",
    abhilfe: "Übernehmen Sie die UUID aus der ausgegebenen Liste, oder löschen Sie die Zeile, wenn "
      + "Sie sie selbst hinzugefügt haben.")
  static let bl8 = regel(
    "BL8", .fehler, "Das Objekt steht im Anbieteverzeichnis oder im Aktenplan",
    "Bewertet werden kann nur, was angeboten oder vorgelegt wurde (R46).",
    abhilfe: "Prüfen Sie, ob die Liste zu diesem Prozess gehört, und löschen Sie die Zeile.")
  static let bl9 = regel(
    "BL9", .fehler, "Ein Objekt steht in einer Zeile",
    "Stehen zu einem Objekt zwei verschiedene Angaben da, lässt sich nicht sagen, welche gilt (R46).",
    abhilfe: "Löschen Sie eine der Zeilen.")
  static let bl10 = regel(
    "BL10", .fehler, "Jedes angebotene Objekt hat eine Zeile",
    "Eine fehlende Zeile ist keine Entscheidung: Sie kann versehentlich gelöscht worden sein (R45).",
    abhilfe: "Fügen Sie die Zeile aus der ausgegebenen Liste wieder ein. Soll das Objekt offen "
      + "bleiben, lassen Sie die Spalte »Entscheidung« leer.")
  static let bl11 = regel(
    "BL11", .fehler, "Die Entscheidung ist A oder V",
    "A steht für archivwürdig, V für nicht archivwürdig (vernichten). Ein leeres Feld lässt die "
      + "Entscheidung offen. Andere Werte sind keine Entscheidung, auch B nicht (R47); nur für eine "
      + "Aktenplaneinheit sagt B, dass ihre Akten einzeln angeboten werden.",
    abhilfe: "Geben Sie A oder V an, oder lassen Sie das Feld leer.")
  static let bl12 = regel(
    "BL12", .fehler, "Kontextobjekte werden nicht bewertet",
    "Sie zeigen nur, wohin die angebotenen Objekte gehören, und gehen selbst nicht ins Archiv (R46).",
    abhilfe: "Leeren Sie in dieser Zeile die Spalte »Entscheidung« und bewerten Sie, was in dem "
      + "Objekt liegt.")

  static let zeilen = [bl6, bl7, bl8, bl9, bl10, bl11, bl12]

  // MARK: Rows together

  static let bl13 = regel(
    "BL13", .fehler, "Über Archivwürdigem steht kein V",
    "Ein archivwürdiger Vorgang kann nicht ins Archiv kommen, wenn die Akte vernichtet wird (R48).",
    abhilfe:
      "Bewerten Sie das übergeordnete Objekt mit A oder lassen Sie es leer, oder bewerten Sie "
      + "das enthaltene mit V.")
  static let bl14 = regel(
    "BL14", .hinweis, "Alle Objekte sind entschieden",
    "Was offen bleibt, ist nicht V: Die Behörde darf es nicht löschen und fragt weiter (R45).",
    abhilfe: "Ergänzen Sie die Entscheidungen, bevor das Bewertungsverzeichnis hinausgeht.")

  static let zusammenhang = [bl13, bl14]
}
