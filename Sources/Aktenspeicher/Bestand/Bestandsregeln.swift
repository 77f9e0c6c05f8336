// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// The rules of what the store knows: every row is the one whose digest the Protokoll holds.
enum Bestandsregeln {
  /// B1: a row is the one that the Protokoll proves.
  static let zeile = Regel(
    id: "B1", titel: "Eine Zeile ist nicht die protokollierte", schwere: .fehler,
    erklaerung: "Zu jedem Objekt hält das Protokoll die Prüfsumme seiner Zeile fest. Diese Zeile "
      + "wurde an ihm vorbei geändert.",
    abhilfe: sicherung)
  /// B2: a derived column says what the state says.
  static let spalte = Regel(
    id: "B2", titel: "Eine abgeleitete Angabe widerspricht dem Zustand", schwere: .fehler,
    erklaerung: "Für das Suchen und Auflisten stehen einige Angaben doppelt in der Zeile. Hier "
      + "weichen sie voneinander ab.",
    abhilfe: sicherung)
  /// B3: what the Protokoll names is there.
  static let fehlt = Regel(
    id: "B3", titel: "Eine Zeile fehlt oder ist zu viel", schwere: .fehler,
    erklaerung:
      "Das Protokoll nennt etwas, das der Speicher nicht hat, oder der Speicher hat etwas, "
      + "das im Protokoll nicht vorkommt.",
    abhilfe: sicherung)
  /// B4: a payload can be opened as long as its object lives.
  static let nutzlast = Regel(
    id: "B4", titel: "Eine Nutzlast des Protokolls lässt sich nicht öffnen", schwere: .fehler,
    erklaerung: "Der Schlüssel eines Objekts, das noch besteht, fehlt oder passt nicht.",
    abhilfe: sicherung)
  /// B5: the Löschbuch fits the store.
  static let loeschbuch = Regel(
    id: "B5", titel: "Löschbuch und Speicher widersprechen sich", schwere: .fehler,
    erklaerung:
      "Nach dem Löschbuch ist etwas gelöscht, das im Speicher noch da ist; so ist es, wenn "
      + "eine ältere Sicherung eingespielt wurde. Oder das Löschbuch ist unvollständig.",
    abhilfe: "Holen Sie die Löschungen mit »diva speicher pruefen --nachholen« nach.")

  /// All rules, ordered by number.
  static let alle: [Regel] = [zeile, spalte, fehlt, nutzlast, loeschbuch]

  private static let sicherung =
    "Bewahren Sie den Speicher unverändert auf, klären Sie die Ursache und holen Sie den Stand aus "
    + "einer Sicherung."
}
