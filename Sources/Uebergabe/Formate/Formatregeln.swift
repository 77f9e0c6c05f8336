// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// What is noticed about the format of a file; the identifiers never change.
///
/// Sources: FAKTEN 5.4 of the hand-over, rule R58 of xdomea for the stated format.
public enum Formatregeln {
  /// All rules, in the order in which people read them.
  public static let alle: [Regel] = lesen + inhalt + gefahr + pdf + pruefer

  /// The rule with an identifier such as `FORMAT-LEER`; nil if there is none.
  ///
  /// - Parameter id: The identifier.
  /// - Returns: The rule.
  public static func regel(_ id: String) -> Regel? { verzeichnis[id] }

  /// The rule with an identifier; one without an explanation if there is none.
  static subscript(id: String) -> Regel {
    verzeichnis[id]
      ?? Regel(id: id, titel: "Regel \(id)", schwere: .fehler, erklaerung: "", abhilfe: "")
  }

  private static let verzeichnis: [String: Regel] =
    Dictionary(alle.map { ($0.id, $0) }, uniquingKeysWith: { erste, _ in erste })

  private static func regel(
    _ id: String, _ schwere: Schwere, _ titel: String, _ erklaerung: String, _ abhilfe: String
  ) -> Regel {
    Regel(id: id, titel: titel, schwere: schwere, erklaerung: erklaerung, abhilfe: abhilfe)
  }

  private static let lesen = [
    regel(
      "FORMAT-NICHT-LESBAR", .fehler, "Jede Datei lässt sich lesen",
      "Was nicht gelesen werden kann, kann auch nicht archiviert werden.",
      "Prüfen Sie Leserechte und Datenträger."),
    regel(
      "FORMAT-AUSGELASSEN", .warnung, "Es gibt nur Dateien und Ordner",
      "Verknüpfungen und Geräte haben keinen eigenen Inhalt; ihnen wird nicht gefolgt.",
      "Ersetzen Sie die Verknüpfung durch die Datei, falls sie gebraucht wird."),
    regel(
      "FORMAT-NAME", .warnung, "Dateinamen sind lesbar",
      "Namen mit unsichtbaren Zeichen oder fremder Kodierung werden von Programmen verschieden gelesen.",
      "Benennen Sie die Datei um."),
    regel(
      "FORMAT-GRENZE", .hinweis, "Die Datei wurde weit genug gelesen",
      "Von der Datei wurde nur ein Teil gelesen; das Ergebnis kann unvollständig sein.", ""),
  ]

  private static let inhalt = [
    regel(
      "FORMAT-LEER", .warnung, "Dateien haben einen Inhalt",
      "Eine Datei mit 0 Byte ist meist das Ergebnis einer misslungenen Übertragung.",
      "Suchen Sie die Datei im Quellsystem und übertragen Sie sie erneut."),
    regel(
      "FORMAT-UNBEKANNT", .hinweis, "Das Format ist bekannt",
      "Der Inhalt gehört zu keinem der Formate, die dieses Programm unterscheidet.",
      "Klären Sie mit dem Archiv, ob es dieses Format übernimmt."),
    regel(
      "FORMAT-ENDUNG", .warnung, "Endung und Inhalt stimmen überein",
      "Programme wählen nach der Endung, wie sie eine Datei öffnen.",
      "Öffnen Sie die Datei, prüfen Sie ihren Inhalt und geben Sie ihr die richtige Endung."),
    regel(
      "FORMAT-ANGABE", .warnung, "Das angegebene Format stimmt mit dem Inhalt überein",
      "Die Nachricht nennt zu jeder Datei ein Format (Format/Name). Das Archiv plant danach die Erhaltung.",
      "Berichtigen Sie die Angabe im Fachverfahren oder die Datei."),
    regel(
      "FORMAT-MEHRDEUTIG", .hinweis, "Das Format ist eindeutig",
      "Der Inhalt passt zu mehreren Formaten; genannt ist zuerst das wahrscheinlichste.",
      "Öffnen Sie die Datei und prüfen Sie, was sie ist."),
    regel(
      "FORMAT-TEXT-NICHT-UTF8", .hinweis, "Texte sind in UTF-8 gespeichert",
      "Der Text hat Zeichen einer anderen Kodierung. Welche es ist, steht nicht in der Datei.",
      "Speichern Sie den Text als UTF-8, wenn das noch möglich ist."),
    regel(
      "FORMAT-BESCHAEDIGT", .warnung, "Die Datei ist vollständig aufgebaut",
      "Der Aufbau der Datei hat Lücken oder Widersprüche, wie sie bei abgebrochener Übertragung entstehen.",
      "Öffnen Sie die Datei zur Probe und holen Sie sie gegebenenfalls neu aus dem Quellsystem."),
  ]

  private static let gefahr = [
    regel(
      "FORMAT-VERSCHLUESSELT", .fehler, "Dateien sind nicht verschlüsselt",
      "Ohne Kennwort ist der Inhalt verloren; Archive nehmen verschlüsselte Dateien nicht an.",
      "Speichern Sie die Datei ohne Kennwort und Schutz neu."),
    regel(
      "FORMAT-MAKROS", .warnung, "Dateien enthalten keine Makros",
      "Makros sind Programme in einem Dokument. Sie können Schaden anrichten und laufen später nicht mehr.",
      "Speichern Sie das Dokument ohne Makros oder als PDF/A."),
    regel(
      "FORMAT-ZIPBOMBE", .fehler, "Archive haben ein übliches Verhältnis von Inhalt zu Größe",
      "Das Archiv wird beim Auspacken ungewöhnlich groß. So werden Rechner zum Stillstand gebracht.",
      "Packen Sie das Archiv nicht aus und fragen Sie den Absender."),
  ]

  private static let pdf = [
    regel(
      "FORMAT-PDFA-FEHLT", .fehler, "PDF-Dateien geben an, PDF/A zu sein",
      "Verlangt ist PDF/A, etwa nach der Ablieferungsvereinbarung; die Datei gibt es nicht an.",
      "Wandeln Sie die Datei in PDF/A um und prüfen Sie das Ergebnis."),
    regel(
      "FORMAT-PDFA-OHNE-OBJEKTBAUM", .hinweis, "Die PDF/A-Angabe steht, wo sie hingehört",
      "Der Objektbaum des PDF war nicht zu lesen. Die Angabe wurde durch Suchen gefunden (ohne Objektbaum).",
      "Lassen Sie die Datei mit einem PDF/A-Prüfprogramm prüfen."),
    regel(
      "FORMAT-PDFA-STUFE", .warnung, "Die PDF/A-Angabe nennt eine Stufe, die es gibt",
      "Teil und Stufe der Angabe passen nicht zusammen.",
      "Lassen Sie die Datei mit einem PDF/A-Prüfprogramm prüfen."),
    regel(
      "FORMAT-PDF-ANFANG", .hinweis, "Ein PDF beginnt mit seiner Kennung",
      "Vor der Kennung %PDF- stehen andere Bytes.", ""),
    regel(
      "FORMAT-PDF-ENDE", .warnung, "Ein PDF endet mit %%EOF",
      "Fehlt das Ende, dann ist die Datei oft abgeschnitten.",
      "Öffnen Sie die Datei zur Probe und holen Sie sie gegebenenfalls neu aus dem Quellsystem."),
    regel(
      "FORMAT-PDF-ANHANG", .warnung, "Nach dem Ende eines PDF folgt nichts mehr",
      "Bytes nach %%EOF gehören nicht zum Dokument; manche Programme zeigen die Datei dann nicht.",
      "Speichern Sie die Datei neu und prüfen Sie, was angehängt war."),
    regel(
      "FORMAT-PDF-AUFBAU", .warnung, "Die Querverweise eines PDF sind lesbar",
      "Ohne sie muss ein Programm raten, welche Teile gelten. Nicht jedes öffnet die Datei.",
      "Öffnen Sie die Datei zur Probe und speichern Sie sie neu."),
  ]

  private static let pruefer = [
    regel(
      "FORMAT-PRUEFER-UNGUELTIG", .fehler, "Das Prüfprogramm hält die Datei für gültig",
      "Das genannte Programm hat die Datei geprüft und Verstöße gefunden.",
      "Erzeugen Sie die Datei neu, zum Beispiel mit einem anderen Programm."),
    regel(
      "FORMAT-PRUEFER-NICHT-GEPRUEFT", .warnung, "Das Prüfprogramm konnte die Datei prüfen",
      "Das Programm hat kein Urteil gefällt. Über die Gültigkeit ist damit nichts gesagt.",
      "Prüfen Sie das Programm und seinen Aufruf; wiederholen Sie die Prüfung."),
  ]
}
