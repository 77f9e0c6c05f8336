// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// The rules that a DIMAG package is checked against beside ``Bagregeln``: what the open source program
/// x-man sends, for DIMAG has no public specification.
///
/// The identifiers never change. The severity is that of a strict check.
public enum Dimagregeln {
  /// All rules.
  public static let alle = [
    regel(
      "DIMAG-STEUERDATEI-FEHLT", "Die Datei dimag/control.xml ist vorhanden",
      "Ohne sie weiß DIMAG nicht, was das Paket enthält und wohin es gehört."),
    regel(
      "DIMAG-PROTOKOLL-FEHLT", "Die Datei dimag/protocol.xml ist vorhanden",
      "Sie hält fest, wie das Paket entstanden ist."),
    regel(
      "DIMAG-XML", "Die Steuerdateien sind lesbar",
      "Nur was wohlgeformtes XML ist, kann eingelesen werden."),
    regel(
      "DIMAG-AUFBAU", "Die Steuerdateien haben die vereinbarten Elemente in fester Reihenfolge",
      "DIMAG liest die Elemente der Reihe nach. Ein fehlendes oder fremdes bricht die Übernahme ab."
    ),
    regel(
      "DIMAG-ROOTID", "Der Bestand ist genannt",
      "Die rootid sagt, welchem Bestand das Paket zugeordnet wird."),
    regel(
      "DIMAG-KENNUNG", "Nur das Informationsobjekt hat eine alternate-id, und sie ist eine UUID",
      "Über sie gehören Steuerdatei und Protokoll zusammen."),
    regel(
      "DIMAG-TITEL", "Jedes Objekt hat einen Titel",
      "Ohne Titel ist das Objekt im Archiv nicht zu finden."),
    regel(
      "DIMAG-ZEITRAUM", "Der Entstehungszeitraum hat die vereinbarte Form",
      "Er lautet »Von A bis B«, »Von A«, »Bis B« oder »Unbekannt«; bei Repräsentationen und Dateien "
        + "bleibt er leer."),
    regel(
      "DIMAG-DATEINAME", "Jede Datei hat einen Namen",
      "Ohne ursprünglichen Namen scheitert die Übernahme."),
    regel(
      "DIMAG-PFAD", "Der Pfad einer Datei führt in den Ordner data dieses Pakets",
      "DIMAG sucht die Datei unter diesem Pfad auf dem Server des Archivs."),
    regel(
      "DIMAG-DATEI-FEHLT", "Jede genannte Datei liegt im Paket",
      "Fehlt sie, ist das Informationsobjekt unvollständig."),
    regel(
      "DIMAG-DATEI-UNGENANNT", "Jede Datei in data ist in control.xml genannt",
      "Was nicht genannt ist, kommt nicht ins Archiv."),
    regel(
      "DIMAG-DATEI-DOPPELT", "Jede Datei ist einmal genannt",
      "Sonst läge sie mehrfach im Archiv."),
    regel(
      "DIMAG-NACHRICHT", "Das Paket enthält genau eine Nachricht (XML)",
      "Sie trägt die Metadaten zu den Dateien."),
    regel(
      "DIMAG-PROTOKOLLBEZUG", "Das Protokoll gehört zum Informationsobjekt",
      "parent-alternate-id und alternate-id müssen gleich sein."),
    regel(
      "DIMAG-ZEIT", "Zeiten im Protokoll haben die Form JJJJ-MM-TT hh:mm:ss und folgen aufeinander",
      "Sonst ist der Ablauf nicht nachzuvollziehen."),
    regel(
      "DIMAG-SHA512", "Das Paket ist mit SHA-512 gesichert",
      "Die Dateien sichert manifest-sha512.txt, alles Übrige tagmanifest-sha512.txt."),
  ]

  /// The rule with an identifier such as `DIMAG-PFAD`; nil if there is none.
  public static func regel(_ id: String) -> Regel? { alle.first { $0.id == id } }

  /// The rule with an identifier; one without an explanation if there is none.
  static subscript(id: String) -> Regel { regel(id) ?? regel(id, "Regel \(id)", "") }

  private static func regel(_ id: String, _ titel: String, _ erklaerung: String) -> Regel {
    Regel(
      id: id, titel: titel, schwere: .fehler, erklaerung: erklaerung,
      abhilfe: "Lassen Sie das Paket neu erstellen.")
  }
}
