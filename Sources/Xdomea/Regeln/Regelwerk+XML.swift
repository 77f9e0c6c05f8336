// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// The message as XML.
extension Regelwerk {
  static let r11 = regel(
    "R11", .fehler, "Die Nachricht ist wohlgeformtes XML ohne DOCTYPE",
    "Eine Nachricht, die kein fehlerfreies XML ist, kann nicht gelesen werden. "
      + "DOCTYPE-Angaben sind aus Sicherheitsgründen nicht zugelassen.",
    abhilfe: "Lassen Sie die Nachricht vom Absender neu erstellen und unverändert übertragen.")
  static let r12 = regel(
    "R12", .fehler, "Die xdomea-Version ist bekannt und stimmig",
    "Der Namensraum sagt, nach welcher Version des Standards die Nachricht zu lesen ist. Andere "
      + "Angaben zur Version müssen dazu passen.",
    abhilfe: "Klären Sie mit dem Absender, welche Version gemeint ist, und lassen Sie die "
      + "Nachricht neu erstellen.")
  static let r13 = regel(
    "R13", .warnung, "Der Namensraum hat das Präfix xdomea",
    "Der Standard schreibt das Präfix »xdomea« vor. Manche Programme erkennen die Nachricht "
      + "sonst nicht.",
    abhilfe: "Bitten Sie den Hersteller des abgebenden Systems, das Präfix »xdomea« zu verwenden.")
  static let r14 = regel(
    "R14", .warnung, "Die Nachricht nennt ihr Schema",
    "Die Angabe schemaLocation sagt, mit welcher Schemadatei die Nachricht geprüft werden kann. "
      + "Der Standard verlangt sie.",
    abhilfe: "Bitten Sie den Hersteller des abgebenden Systems, schemaLocation vollständig "
      + "anzugeben.")
  static let r15 = regel(
    "R15", .fehler, "Die Nachricht entspricht dem amtlichen Schema",
    "Das Schema legt fest, welche Angaben in welcher Reihenfolge stehen. Empfänger lehnen "
      + "Nachrichten ab, die davon abweichen.",
    abhilfe: "Lassen Sie die Nachricht im abgebenden System berichtigen. Die Meldung nennt die "
      + "Zeile.")
  static let r16 = regel(
    "R16", .warnung, "Festgelegte Werte sind als 1 geschrieben",
    "Das Schema verlangt hier genau das Zeichen »1«. Manche Empfänger lehnen die gleichbedeutende "
      + "Schreibweise »true« ab.",
    abhilfe: "Lassen Sie den Wert als »1« schreiben.")
  static let r17 = regel(
    "R17", .fehler, "Jede UUID hat die vorgeschriebene Form",
    "UUIDs sind die eindeutigen Kennungen der Objekte: 32 Hexadezimalziffern in fünf Gruppen. "
      + "Andere Kennungen lassen sich nicht sicher wiederfinden.",
    abhilfe: "Lassen Sie die Kennung im abgebenden System berichtigen.")
  static let r18 = regel(
    "R18", .warnung, "Der Erstellungszeitpunkt ist genau angegeben",
    "xdomea 4.0 verlangt Millisekunden und Zeitzone, damit die Reihenfolge von Nachrichten "
      + "eindeutig ist.",
    abhilfe: "Lassen Sie den Zeitpunkt vollständig angeben, zum Beispiel "
      + "2025-03-31T14:05:09.000+02:00.")
  static let r19 = regel(
    "R19", .warnung, "Codes stammen aus der genannten Liste",
    "Viele Angaben werden als Code aus einer amtlichen Liste geschrieben. Einen unbekannten Code "
      + "kann der Empfänger nicht deuten.",
    abhilfe: "Lassen Sie einen Code aus der Liste verwenden und die Bezeichnung weglassen oder "
      + "passend angeben.")

  static let xml = [r11, r12, r13, r14, r15, r16, r17, r18, r19]
}
