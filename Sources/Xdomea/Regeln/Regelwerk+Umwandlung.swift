// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// Conversion to another version.
extension Regelwerk {
  static let r66 = regel(
    "R66", .fehler, "Texte passen in den Zeichenvorrat von xdomea 2",
    "Ältere Versionen erlauben nur lateinische Buchstaben und wenige Zeichen. Andere Zeichen "
      + "müssen ersetzt werden, der Text ist dann nicht mehr derselbe.",
    abhilfe: "Prüfen Sie die ersetzten Stellen, oder verwenden Sie eine neuere Version.")
  static let r67 = regel(
    "R67", .fehler, "Akten enthalten Dokumente oder Vorgänge, nicht beides",
    "xdomea 2 kann in einer Akte nicht beides nebeneinander darstellen.",
    abhilfe: "Verwenden Sie mindestens xdomea 3.0, oder ordnen Sie die Dokumente einem Vorgang "
      + "zu.")
  static let r68 = regel(
    "R68", .warnung, "Alle Angaben lassen sich übertragen",
    "Ältere Versionen kennen manche Angaben nicht, zum Beispiel Kontextobjekte oder Prüfsummen. "
      + "Sie gehen beim Umwandeln verloren.",
    abhilfe: "Bewahren Sie die ursprüngliche Nachricht auf, oder verwenden Sie eine neuere "
      + "Version.")
  static let r69 = regel(
    "R69", .hinweis, "Der ursprüngliche Dateiname hat eine andere Bedeutung",
    "In xdomea 3 ist es der Name vor der Übernahme in das abgebende System, ab 4.0 der Name vor "
      + "dem Export. Der Wert wird unverändert übernommen.",
    abhilfe: "Nichts zu tun, wenn Ihnen der Unterschied bewusst ist.")
  static let r70 = regel(
    "R70", .fehler, "Formatangaben in xdomea 3 haben keine Bezeichnung",
    "Das Schema von xdomea 3 erlaubt bei Dateiformat und Kommunikationskanal nur den Code. Die "
      + "Bezeichnung wird deshalb entfernt.",
    abhilfe: "Nichts zu tun, der Code sagt dasselbe aus.")

  static let umwandlung = [r66, r67, r68, r69, r70]
}
