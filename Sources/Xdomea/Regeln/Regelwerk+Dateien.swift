// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// Files of the transfer (0503).
extension Regelwerk {
  static let r50 = regel(
    "R50", .fehler, "Übergeben wird nur, was das Archiv übernimmt",
    "Ein Objekt mit der Aussonderungsart V (vernichten) oder B (noch zu bewerten) gehört nicht "
      + "in eine Übergabe. Ob das Archiv es übernehmen will, steht in seiner Antwort (0502).",
    abhilfe: "Berichtigen Sie die Aussonderungsart, oder lassen Sie das Objekt weg. Übergeordnete "
      + "Akten, die nur den Zusammenhang zeigen, werden als Kontextobjekt gekennzeichnet.")
  static let r51 = regel(
    "R51", .fehler, "Elektronische Dokumente haben eine Datei, Papierdokumente keine",
    "Ohne Datei kann das Archiv ein elektronisches Dokument nicht übernehmen. Nach der Löschung "
      + "in der Verwaltung wäre es verloren.",
    abhilfe: "Fügen Sie die Datei hinzu, oder berichtigen Sie die Angabe zum Medium.")
  static let r52 = regel(
    "R52", .fehler, "Jede genannte Datei liegt im Container",
    "Fehlt eine Datei, ist das Dokument unvollständig. Namen müssen auch in Groß- und "
      + "Kleinschreibung übereinstimmen.",
    abhilfe: "Fügen Sie die fehlende Datei unter genau diesem Namen hinzu.")
  static let r53 = regel(
    "R53", .fehler, "Jede Datei wird nur einmal genannt",
    "Gehört eine Datei zu zwei Dokumenten, ist unklar, welches sie enthält. Beim Löschen des "
      + "einen ginge sie auch dem anderen verloren.",
    abhilfe: "Legen Sie für jedes Dokument eine eigene Datei in den Container.")
  static let r54 = regel(
    "R54", .warnung, "Jede Datei im Container wird genannt",
    "Dateien, die keinem Dokument zugeordnet sind, werden vom Empfänger nicht übernommen.",
    abhilfe: "Prüfen Sie, ob ein Dokument vergessen wurde. Entfernen Sie die Datei andernfalls.")
  static let r55 = regel(
    "R55", .warnung, "Dateinamen beginnen mit einer eigenen UUID",
    "Ab xdomea 4.0 trägt jede Datei eine eigene UUID im Namen, nicht die des Dokuments. So "
      + "bleiben Dateien und Objekte unterscheidbar.",
    abhilfe: "Lassen Sie Dateien mit einer eigenen UUID benennen.")
  static let r56 = regel(
    "R56", .fehler, "Prüfsummen stimmen",
    "Die Prüfsumme (Hash) zeigt, ob eine Datei unverändert angekommen ist. Stimmt sie nicht, "
      + "wurde die Datei verändert oder beschädigt.",
    abhilfe: "Verwenden Sie diese Datei nicht. Lassen Sie den Container neu übertragen oder neu "
      + "erstellen.")
  static let r57 = regel(
    "R57", .fehler, "Angaben zur Prüfsumme sind vollständig",
    "Nur mit genau einem bekannten Verfahren und einem passenden Wert lässt sich die Prüfsumme "
      + "(Hash) einer Datei nachrechnen.",
    abhilfe: "Lassen Sie die Prüfsumme mit einem üblichen Verfahren wie SHA-256 angeben.")
  static let r58 = regel(
    "R58", .fehler, "Das Dateiformat ist stimmig angegeben",
    "Code 100 heißt »Sonstiges« und braucht einen Namen im Klartext; bei allen anderen Codes "
      + "entfällt er. Der Code soll zur Dateiendung passen.",
    abhilfe: "Lassen Sie den Formatcode, den Namen oder die Dateiendung berichtigen.")
  static let r59 = regel(
    "R59", .warnung, "Dateien sind nicht leer",
    "Eine Datei ohne Inhalt deutet auf einen Fehler beim Export hin.",
    abhilfe: "Prüfen Sie das Dokument im abgebenden System und exportieren Sie es neu.")
  static let r60 = regel(
    "R60", .warnung, "Zeitangaben zu Dateien sind plausibel",
    "Eine Datei kann nicht geändert worden sein, bevor es sie gab, und nicht nach der Nachricht "
      + "entstanden sein.",
    abhilfe: "Prüfen Sie die Zeitangaben und die Uhr des abgebenden Systems.")

  static let dateien = [r50, r51, r52, r53, r54, r55, r56, r57, r58, r59, r60]
}
