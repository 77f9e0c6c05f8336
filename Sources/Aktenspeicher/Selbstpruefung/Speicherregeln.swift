// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// What a sound store keeps to; a breach is a finding of ``Speicher/pruefe(_:fortschritt:befund:)``.
public enum Speicherregeln {
  static let s1 = Regel(
    id: "S1", titel: "Die Datenbank ist unbeschädigt", schwere: .fehler,
    erklaerung: "Die Datenbank enthält alle Angaben zu Akten, Fristen und Protokoll.",
    abhilfe:
      "Stellen Sie den Speicher aus der letzten Sicherung her, und prüfen Sie den Datenträger.")
  static let s2 = Regel(
    id: "S2", titel: "Verweise zwischen den Tabellen führen zu einem Ziel", schwere: .fehler,
    erklaerung:
      "Ein Vorgang ohne seine Akte oder ein Dokument ohne seine Datei wäre unvollständig.",
    abhilfe: "Stellen Sie den Speicher aus der letzten Sicherung her.")
  static let s3 = Regel(
    id: "S3", titel: "Jede genannte Datei ist vorhanden", schwere: .fehler,
    erklaerung: "Fehlt eine Datei, ist ein Dokument verloren.",
    abhilfe: "Holen Sie die Datei aus einer Sicherung zurück.")
  static let s4 = Regel(
    id: "S4", titel: "Jede vorhandene Datei wird genannt", schwere: .warnung,
    erklaerung:
      "Eine Datei, die zu keinem Dokument gehört, wird nie ausgesondert und nie gelöscht. "
      + "Meist blieb sie von einer abgebrochenen Übernahme.",
    abhilfe:
      "Wiederholen Sie die Prüfung, wenn gerade Dateien übernommen werden. Bleibt der Befund, "
      + "lassen Sie überzählige Dateien vom Programm entfernen.")
  static let s5 = Regel(
    id: "S5", titel: "Der Inhalt jeder Datei ist unverändert", schwere: .fehler,
    erklaerung:
      "Jede Datei trägt die SHA-256-Prüfsumme ihres Inhalts als Namen. Weicht der Inhalt ab, "
      + "wurde sie verändert oder der Datenträger ist schadhaft.",
    abhilfe: "Holen Sie die Datei aus einer Sicherung zurück, und prüfen Sie den Datenträger.")
  static let s6 = Regel(
    id: "S6", titel: "Im Ordner »dateien« liegt nichts Fremdes", schwere: .warnung,
    erklaerung: "Nur Dateien, die das Programm abgelegt hat, gehören hierher.",
    abhilfe: "Klären Sie, woher der Eintrag stammt, und entfernen Sie ihn.")
  static let s7 = Regel(
    id: "S7", titel: "Im Ordner »unterwegs« liegt nichts", schwere: .hinweis,
    erklaerung: "Hier liegen Dateien nur, solange sie geschrieben werden.",
    abhilfe: "Beim nächsten Öffnen zum Schreiben räumt das Programm auf.")
  static let s8 = Regel(
    id: "S8", titel: "Die Suche kennt alle Objekte, wie sie sind", schwere: .fehler,
    erklaerung:
      "Ist das Suchverzeichnis unvollständig oder verändert, werden Akten nicht gefunden, obwohl sie "
      + "da sind, oder für etwas gehalten, was sie nicht sind.",
    abhilfe: "Stellen Sie den Speicher aus der letzten Sicherung her.")
  static let s9 = Regel(
    id: "S9", titel: "Jede Datei ist lesbar", schwere: .fehler,
    erklaerung: "Eine Datei, die sich nicht lesen lässt, kann weder gezeigt noch geprüft werden.",
    abhilfe: "Prüfen Sie Zugriffsrechte und Datenträger.")
  static let s10 = Regel(
    id: "S10", titel: "Angeordnete Löschungen sind ausgeführt", schwere: .hinweis,
    erklaerung: "Dateien werden nach dem Eintrag in die Datenbank gelöscht. Dabei gab es eine "
      + "Unterbrechung.",
    abhilfe: "Beim nächsten Öffnen zum Schreiben holt das Programm die Löschung nach.")
  static let s11 = Regel(
    id: "S11", titel: "Jede Datei gehört zu einem Objekt", schwere: .warnung,
    erklaerung: "Eine Datei ohne Dokument wird nie ausgesondert und nie gelöscht.",
    abhilfe: "Wiederholen Sie die Übernahme, aus der die Datei stammt.")

  static let s12 = Regel(
    id: "S12", titel: "Die Datenbank ist so aufgebaut, wie das Programm sie anlegt",
    schwere: .fehler,
    erklaerung: "Eine Tabelle, ein Verzeichnis oder ein Auslöser fehlt, ist zu viel oder wurde "
      + "verändert. Dann können Angaben unbemerkt geändert oder doppelt vergeben werden.",
    abhilfe: "Stellen Sie den Speicher aus der letzten Sicherung her.")
  static let s13 = Regel(
    id: "S13", titel: "Von Vernichtetem ist nichts mehr in der Datenbank", schwere: .hinweis,
    erklaerung: "Nach einer Vernichtung entfernt das Programm Reste aus Suchverzeichnis und "
      + "Datenbankprotokoll. Dabei gab es eine Unterbrechung, oder ein anderes Programm las noch.",
    abhilfe: "Beim nächsten Öffnen zum Schreiben holt das Programm das nach.")

  /// All rules, in the order of their numbers.
  public static let alle: [Regel] = [s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13]
}
