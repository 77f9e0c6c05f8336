// SPDX-License-Identifier: Apache-2.0

/// What the second sheet of the workbook says to those who fill in the first.
enum Ausfuellhinweise {
  /// A paragraph.
  struct Absatz {
    let istUeberschrift: Bool
    let text: String
  }

  /// The paragraphs for a kind of list.
  static func absaetze(_ art: Listenart) -> [Absatz] {
    switch art {
    case .objekte: objekte
    case .einheiten: einheiten
    }
  }

  private static let einheiten: [Absatz] =
    [
      titel("So bewerten Sie einen Aktenplan vorab"),
      text(
        "Die Behörde legt Ihnen ihren Aktenplan vor. Sie entscheiden, was mit allen Akten einer Einheit "
          + "geschieht, ohne sie einzeln zu sehen."),
      titel("1. Entscheiden"),
      text(
        "Tragen Sie in die Spalte »Entscheidung (A/V/B)« ein: A, wenn alle Akten der Einheit ins Archiv "
          + "kommen; V, wenn die Behörde sie nach ihrer Frist vernichten darf; B, wenn sie Ihnen weiter "
          + "einzeln angeboten werden sollen."),
      text(
        "Ein leeres Feld übernimmt, was für die Einheit darüber gilt. Steht auch dort nichts, gilt B. "
          + "Eine Entscheidung für eine Einheit ändert nichts an der darüber."),
      titel("2. Notieren"),
      text("Die Spalte »Notiz« ist für Sie; sie geht nicht an die Behörde."),
    ] + rueckgabe

  private static let objekte: [Absatz] =
    [
      titel("So füllen Sie die Bewertungsliste aus"),
      text(
        "Die Behörde bietet Ihnen die Akten und Vorgänge auf dem Blatt »Bewertungsliste« an. Sie "
          + "entscheiden, was das Archiv übernimmt."),
      titel("1. Entscheiden"),
      text(
        "Tragen Sie in die Spalte »Entscheidung (A/V)« ein: A für archivwürdig, das Archiv übernimmt. "
          + "V für nicht archivwürdig, die Behörde darf vernichten. Beim Anklicken des Feldes erscheint "
          + "eine Auswahl."),
      text(
        "Ein leeres Feld ist keine Entscheidung. Liegt das Objekt in einem anderen, für das Sie A oder "
          + "V eingetragen haben, so gilt diese Entscheidung auch für das Objekt. Sonst bleibt es offen, "
          + "und die Behörde darf es nicht vernichten."),
      text(
        "Sie können eine ganze Akte mit A bewerten und einzelne Vorgänge darin mit V. Umgekehrt geht es "
          + "nicht: Über einem Vorgang mit A darf keine Akte mit V stehen. Ist die Akte leer gelassen, "
          + "wird sie durch den Vorgang mit A ebenfalls A."),
      text(
        "Graue Zeilen zeigen nur den Zusammenhang. Sie werden nicht bewertet; lassen Sie dort das Feld "
          + "leer."),
      titel("2. Notieren"),
      text(
        "In die Spalte »Notiz« können Sie schreiben, warum Sie so entschieden haben. Beginnt eine Notiz "
          + "mit einem Gleichheitszeichen, Plus, Minus oder @, setzen Sie ein Hochkomma (') davor, damit "
          + "die Tabellenkalkulation nicht rechnet. So stehen auch fremde Texte in dieser Liste."),
      titel("3. Was Sie ändern dürfen"),
      text(
        "Gelesen werden nur die Spalten UUID, Entscheidung und Notiz. Sortieren, Filtern, Ausblenden und "
          + "Verschieben von Spalten schaden nicht. Löschen Sie keine Zeilen, ändern Sie keine UUID, und "
          + "lassen Sie die Kopfzeile stehen."),
      text(
        "Die Zahl der Dokumente und der Umfang zählen alles mit, was in dem Objekt liegt. Ist der Umfang "
          + "leer, hat die Behörde ihn noch nicht mitgeteilt. Texte über 32.767 Zeichen sind gekürzt; "
          + "vollständig stehen sie in der CSV-Fassung."),
    ] + rueckgabe

  private static let rueckgabe = [
    titel("Zurückgeben"),
    text(
      "Eingelesen wird die Liste als CSV-Datei. Excel: Blatt »Bewertungsliste« anklicken, dann »Datei«, "
        + "»Speichern unter«, Dateityp »CSV UTF-8 (durch Trennzeichen getrennt)«. LibreOffice: »Datei«, "
        + "»Speichern unter«, Dateityp »Text CSV«, Zeichensatz UTF-8."),
    text(
      "Beim Einlesen nennt das Programm jede Zeile, die nicht stimmt, mit der Zeilennummer der "
        + "Tabelle. Solange ein Fehler darin ist, wird keine Entscheidung übernommen."),
  ]

  private static func titel(_ text: String) -> Absatz { Absatz(istUeberschrift: true, text: text) }
  private static func text(_ text: String) -> Absatz { Absatz(istUeberschrift: false, text: text) }
}
