// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// House rules: what could not be read or was not checked.
extension Regelwerk {
  static let h1 = regel(
    "H1", .fehler, "Container oder Nachricht ist beschädigt oder kein ZIP/XML",
    "Die Datei lässt sich nicht öffnen. Meist wurde sie unvollständig übertragen oder nach dem "
      + "Erstellen verändert.",
    abhilfe: "Übertragen Sie die Datei noch einmal. Hilft das nicht, lassen Sie sie vom "
      + "Absender neu erstellen.")
  static let h2 = regel(
    "H2", .warnung, "Die Nachricht enthält etwas, das das Modell nicht kennt",
    "Der Standard sieht an dieser Stelle kein solches Element oder Attribut vor. Diese Angabe "
      + "wird nicht ausgewertet und beim Umwandeln nicht mitgenommen.",
    abhilfe: "Fragen Sie beim Absender nach, was die Angabe bedeutet. Vereinbarte Zusatzangaben "
      + "gehören in eine anwendungsspezifische Erweiterung.")
  static let h3 = regel(
    "H3", .fehler, "Ein Wert hat nicht die verlangte Form",
    "Ein Pflichtelement fehlt, oder ein Wert ist zum Beispiel kein Datum, obwohl eines verlangt "
      + "ist. Die Angabe kann nicht ausgewertet werden.",
    abhilfe: "Lassen Sie die Angabe im abgebenden System ergänzen oder berichtigen und die "
      + "Nachricht neu erstellen.")
  static let h4 = regel(
    "H4", .hinweis, "Schemaprüfung wurde nicht durchgeführt",
    "Ohne die amtlichen Schemadateien werden nur die Regeln dieses Werkzeugs geprüft, nicht der "
      + "vollständige Aufbau der Nachricht.",
    abhilfe: "Geben Sie den Ordner mit den xdomea-Schemadateien an und prüfen Sie noch einmal.")

  static let h5 = regel(
    "H5", .hinweis, "Dateien wurden nicht geprüft",
    "Geprüft wurde nur die Nachricht. Ob die Dateien vollständig und unverändert sind, lässt sich "
      + "nur am Container oder am ausgepackten Ordner feststellen.",
    abhilfe: "Prüfen Sie den ganzen Container.")

  static let haus = [h1, h2, h3, h4, h5]
}
