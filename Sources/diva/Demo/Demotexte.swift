// SPDX-License-Identifier: Apache-2.0

/// The steps of the demonstration, in order.
enum Demoschritt: String, CaseIterable {
  case eingang, bearbeiten, schliessen, jahre, beweisen
  case einpacken, pruefen, vergleichen, zeigen, umsetzen, veraendern, berichten
  case anbieten, abgeben, loeschen, katalog, zweistufig

  /// The heading.
  var titel: String {
    switch self {
    case .eingang: "Ein Brief kommt an"
    case .bearbeiten: "Bearbeiten, mitzeichnen, unterschreiben, versenden"
    case .schliessen: "Die Akte schließen"
    case .jahre: "Zehn Jahre vergehen"
    case .beweisen: "Beweisen, dass nichts verändert wurde"
    case .einpacken: "Akten einpacken"
    case .pruefen: "Prüfen, ob alles stimmt"
    case .vergleichen: "Auspacken und Byte für Byte vergleichen"
    case .zeigen: "Hineinsehen"
    case .umsetzen: "In eine ältere Version umsetzen"
    case .veraendern: "Ein Byte verändern und noch einmal prüfen"
    case .berichten: "Bericht schreiben"
    case .anbieten: "Vierstufig aussondern: anbieten und bewerten"
    case .abgeben: "Vierstufig aussondern: abgeben und übernehmen"
    case .loeschen: "Vierstufig aussondern: löschen und beweisen"
    case .katalog: "Zweistufig aussondern: den Aktenplan vorab bewerten"
    case .zweistufig: "Zweistufig aussondern: abgeben, übernehmen, löschen"
    }
  }
}

/// What the demonstration says before and after its steps.
enum Demotexte {
  static let anfang = [
    "Vorführung: das Leben einer Akte vom Posteingang bis zum Ende ihrer Frist, die Übergabe von "
      + "Dateien an das Archiv, und die Aussonderung bis zur Löschung mit Vernichtungsprotokoll.",
    "Die Akten der Stadt Musterhausen sind erfunden. Ihre eigenen Dateien bleiben unberührt.",
  ]

  static let ende = [
    "",
    "Alle Schritte sind gelungen. So geht es mit Ihren eigenen Akten weiter:",
    "",
    #"  diva packen "Meine Akten" --nach . --absender "Ihre Stadt" --archiv "Ihr Archiv""#,
    "  diva pruefen *_0503_1.zip --bericht Bericht.html",
    "  diva zeigen *_0503_1.zip",
    "",
    "Was die Befehle noch können, sagt »diva hilfe packen«. Eine Anleitung: Docs/kommune.md",
  ]

  /// What fields that an older version lacks are, in plain words.
  static let felder = [
    "Hash": "die Prüfsumme einer Datei",
    "ZeitpunktLetzteAenderung": "wann eine Datei zuletzt geändert wurde",
    "nachrichtenUUID": "die Nummer der Nachricht selbst",
    "produkthersteller": "wer das schreibende Programm herstellt",
  ]
}
