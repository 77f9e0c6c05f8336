// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// Names and entries of the container.
extension Regelwerk {
  static let r1 = regel(
    "R1", .fehler, "Der Dateiname folgt dem Muster seiner Version",
    "Archive und Behörden erkennen eine Nachricht am Namen aus Prozess-ID und Nachrichtentyp. "
      + "Mit einem anderen Namen wird sie womöglich nicht gefunden oder abgelehnt.",
    abhilfe: "Benennen Sie den Container und die Nachricht darin nach dem Muster der Version: "
      + "bis 3.1 »ProzessID_Aussonderung.Aussonderung.0503.zip«, ab 4.0 »ProzessID_0503_1.zip«.")
  static let r2 = regel(
    "R2", .fehler, "Der Container enthält genau eine Nachricht",
    "Im Container muss genau eine Nachricht liegen, und sie muss so heißen wie der Container. "
      + "Sonst ist nicht eindeutig, was gelesen werden soll.",
    abhilfe: "Packen Sie je Container eine Nachricht und benennen Sie beide gleich.")
  static let r3 = regel(
    "R3", .fehler, "Der Container hat keine Ordner",
    "Der Standard verlangt, dass alle Dateien nebeneinander im Container liegen.",
    abhilfe: "Packen Sie die Dateien ohne Unterordner.")
  static let r4 = regel(
    "R4", .fehler, "Dateinamen sind keine Pfade",
    "Ein Name mit Pfadangaben wie »..« oder »/« könnte beim Entpacken fremde Dateien "
      + "überschreiben.",
    abhilfe: "Entpacken Sie diesen Container nicht von Hand. Lassen Sie ihn mit einfachen "
      + "Dateinamen neu erstellen.")
  static let r5 = regel(
    "R5", .fehler, "Jeder Dateiname kommt nur einmal vor",
    "Zwei Einträge mit demselben oder einem nicht unterscheidbaren Namen überschreiben sich "
      + "beim Entpacken.",
    abhilfe: "Geben Sie jeder Datei einen eigenen Namen, auch ohne Rücksicht auf Groß- und "
      + "Kleinschreibung.")
  static let r6 = regel(
    "R6", .warnung, "Dateinamen sind als UTF-8 gekennzeichnet",
    "Ohne diese Kennzeichnung werden Umlaute in Dateinamen auf manchen Rechnern falsch gelesen.",
    abhilfe: "Packen Sie den Container mit einem Programm, das Dateinamen als UTF-8 speichert.")
  static let r7 = regel(
    "R7", .fehler, "Der Container ist unverschlüsselt und nicht übermäßig groß",
    "Verschlüsselte Einträge können nicht geprüft werden. Grenzen für Zahl und Größe der Dateien "
      + "schützen vor schädlichen Containern.",
    abhilfe: "Ist etwas verschlüsselt, lassen Sie den Container ohne Kennwort erstellen. Ist eine "
      + "Grenze überschritten und er zu Recht so groß, heben Sie die Grenze an, oder teilen Sie die "
      + "Abgabe auf.")
  static let r8 = regel(
    "R8", .fehler, "Die Prozess-ID im Namen und in der Nachricht ist dieselbe",
    "Die Prozess-ID verbindet alle Nachrichten einer Aussonderung. Weichen die Angaben ab, wird "
      + "die Nachricht womöglich dem falschen Verfahren zugeordnet.",
    abhilfe: "Prüfen Sie, ob die Datei umbenannt wurde. Lassen Sie sie andernfalls neu erstellen.")
  static let r9 = regel(
    "R9", .fehler, "Der Nachrichtentyp ist überall derselbe",
    "Name, Wurzelelement und Kopf der Nachricht nennen den Typ, zum Beispiel 0503. Weichen sie "
      + "ab, ist unklar, was die Nachricht sein soll.",
    abhilfe: "Lassen Sie die Nachricht mit einheitlichem Nachrichtentyp neu erstellen.")
  static let r10 = regel(
    "R10", .fehler, "Die laufende Nummer im Namen und in der Nachricht ist dieselbe",
    "Ab xdomea 4.0 kann eine Abgabe aus mehreren Teilen bestehen. Die Nummer sorgt dafür, dass "
      + "kein Teil verwechselt wird.",
    abhilfe: "Prüfen Sie, ob die Datei umbenannt wurde. Lassen Sie sie andernfalls neu erstellen.")

  static let container = [r1, r2, r3, r4, r5, r6, r7, r8, r9, r10]
}
