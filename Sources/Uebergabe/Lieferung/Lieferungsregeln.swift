// SPDX-License-Identifier: Apache-2.0
public import Pruefung

/// The rules for a folder of packages with their Deckungsnachweis.
///
/// The identifiers never change.
public enum Lieferungsregeln {
  /// All rules.
  public static let alle = [
    regel(
      "LIEFERUNG-NACHWEIS", "Der Deckungsnachweis ist lesbar und unverändert",
      "Er sagt, in welchem Paket jedes Objekt und jede Datei liegt; seine letzte Zeile ist die "
        + "Prüfsumme aller anderen."),
    regel(
      "LIEFERUNG-PAKET-FEHLT", "Jedes Paket des Nachweises ist da",
      "Fehlt eines, ist die Abgabe unvollständig."),
    regel(
      "LIEFERUNG-PAKET", "Jedes Paket ist gültig",
      "Die Befunde stehen im Bericht über das Paket."),
    regel(
      "LIEFERUNG-SIEGEL", "Jedes Paket ist das, welches der Nachweis nennt",
      "Die Prüfsumme des Siegels (tagmanifest-sha512.txt, METS.xml oder Archivdatei) weicht ab."),
    regel(
      "LIEFERUNG-FREMD", "Neben und in den Paketen liegt nichts anderes",
      "Was weder der Nachweis noch ein Manifest nennt, gehört nicht zur Lieferung."),
  ]

  /// The rule with an identifier; nil if there is none.
  public static func regel(_ id: String) -> Regel? { alle.first { $0.id == id } }

  /// The rule with an identifier; one without an explanation if there is none.
  static subscript(id: String) -> Regel { regel(id) ?? regel(id, "Regel \(id)", "") }

  private static func regel(_ id: String, _ titel: String, _ erklaerung: String) -> Regel {
    Regel(
      id: id, titel: titel, schwere: .fehler, erklaerung: erklaerung,
      abhilfe: "Lassen Sie die Pakete neu bilden oder neu übertragen.")
  }
}
