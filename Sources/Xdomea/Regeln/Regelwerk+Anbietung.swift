// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// The offer (0501), partly also the transfer (0503).
extension Regelwerk {
  static let r42 = regel(
    "R42", .fehler, "Das Anbieteverzeichnis enthält keine Dateien der Dokumente",
    "In der Anbietung erhält das Archiv nur Metadaten. Die Dateien folgen erst in der "
      + "Aussonderung, wenn das Archiv entschieden hat.",
    abhilfe: "Lassen Sie das Anbieteverzeichnis ohne Primärdokumente neu erstellen.")
  static let r43 = regel(
    "R43", .fehler, "Auszusondernde Objekte haben Aussonderungsmetadaten",
    "Das Archiv braucht Angaben wie Aufbewahrungsdauer und Aussonderungsart, um zu bewerten.",
    abhilfe: "Ergänzen Sie die Aussonderungsmetadaten bei der Akte oder dem Vorgang.")
  static let r44 = regel(
    "R44", .hinweis, "Angebotene Objekte sind zur Bewertung vorgesehen",
    "Üblich ist die Aussonderungsart B, dann entscheidet das Archiv. Steht dort A oder V, gibt "
      + "es schon eine Entscheidung, zum Beispiel aus einem Bewertungskatalog.",
    abhilfe: "Prüfen Sie, ob die Entscheidung mit dem Archiv abgestimmt ist.")

  static let anbietung = [r42, r43, r44]
}
