// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// Identity and structure of objects.
extension Regelwerk {
  static let r27 = regel(
    "R27", .fehler, "Jedes Objekt hat eine eigene UUID",
    "Rückmeldungen des Archivs beziehen sich auf die UUID. Ist sie mehrfach vergeben, kann ein "
      + "Objekt verwechselt und zu Unrecht gelöscht werden.",
    abhilfe: "Lassen Sie im abgebenden System jedem Objekt eine eigene UUID geben.")
  static let r29 = regel(
    "R29", .fehler, "Nummern gleichartiger Objekte sind eindeutig und vollständig",
    "Die Nummer im übergeordneten Container legt die Reihenfolge fest. Sie muss bei allen "
      + "gleichartigen Objekten stehen oder bei keinem.",
    abhilfe: "Lassen Sie die Nummern berichtigen oder ganz weglassen.")
  static let r30 = regel(
    "R30", .warnung, "Die Gliederung ist höchstens fünf Stufen tief",
    "xdomea sieht Akte, Teilakte, Vorgang, Teilvorgang und Dokument vor. Tiefere Gliederungen "
      + "kann der Empfänger womöglich nicht abbilden.",
    abhilfe: "Klären Sie mit dem Empfänger, ob er diese Tiefe verarbeiten kann. Ab 4.0 gehören "
      + "weitere Ebenen in den Strukturpfad.")

  static let objekte = [r27, r29, r30]
}
