// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// The rules of an Aktenplan as a table.
public enum Aktenplanregeln {
  /// AP1: the file is a table in UTF-8.
  public static let datei = Regel(
    id: "AP1", titel: "Die Datei ist eine Tabelle in UTF-8", schwere: .fehler,
    erklaerung: "Gelesen werden Textdateien (CSV) in UTF-8 mit Semikolon zwischen den Feldern.",
    abhilfe: "Speichern Sie die Tabelle als »CSV UTF-8« mit Semikolon.")
  /// AP2: the header names the columns.
  public static let kopf = Regel(
    id: "AP2", titel: "Die Kopfzeile nennt die Spalten", schwere: .fehler,
    erklaerung: "Die Spalten heißen kennzeichen, bezeichnung, gueltigAb und gueltigBis; die beiden "
      + "letzten dürfen fehlen.",
    abhilfe: "Ergänzen Sie die Kopfzeile.")
  /// AP3: each row has as many fields as the header.
  public static let felder = Regel(
    id: "AP3", titel: "Jede Zeile hat so viele Felder wie die Kopfzeile", schwere: .fehler,
    erklaerung: "Fehlt ein Semikolon oder steht eines zu viel, verschieben sich die Angaben.",
    abhilfe: "Prüfen Sie die Semikolons; enthält ein Text eines, setzen Sie ihn in "
      + "Anführungszeichen.")
  /// AP4: a unit has a number and a name.
  public static let angabe = Regel(
    id: "AP4", titel: "Jede Einheit hat ein Kennzeichen und eine Bezeichnung", schwere: .fehler,
    erklaerung: "Ein Kennzeichen besteht aus Teilen, die Punkt, Strich, Schrägstrich oder "
      + "Leerzeichen trennen, zum Beispiel 13.21.",
    abhilfe: "Füllen Sie beide Felder aus.")
  /// AP5: a number occurs once.
  public static let doppelt = Regel(
    id: "AP5", titel: "Jedes Kennzeichen kommt einmal vor", schwere: .fehler,
    erklaerung: "Zwei Zeilen mit demselben Kennzeichen beschreiben dieselbe Einheit.",
    abhilfe: "Entfernen Sie eine der Zeilen.")
  /// AP6: the days of validity are days in the right order.
  public static let gueltigkeit = Regel(
    id: "AP6", titel: "Die Gültigkeit ist lesbar", schwere: .fehler,
    erklaerung: "Tage schreibt man JJJJ-MM-TT; das Ende liegt nicht vor dem Anfang.",
    abhilfe: "Berichtigen Sie die Tage, oder lassen Sie die Felder leer.")

  /// All rules, ordered by number.
  public static let alle: [Regel] = [datei, kopf, felder, angabe, doppelt, gueltigkeit]
}
