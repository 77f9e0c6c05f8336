// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import Lifecycle
internal import Pruefung

// German words for values that carry none of their own.

extension Objektebene {
  /// The name for people.
  var anzeige: String {
    switch self {
    case .akte: "Akte"
    case .teilakte: "Teilakte"
    case .vorgang: "Vorgang"
    case .teilvorgang: "Teilvorgang"
    case .dokument: "Dokument"
    }
  }

  /// The plural for people.
  var mehrzahl: String {
    switch self {
    case .akte: "Akten"
    case .teilakte: "Teilakten"
    case .vorgang: "Vorgänge"
    case .teilvorgang: "Teilvorgänge"
    case .dokument: "Dokumente"
    }
  }

  /// The name in JSON.
  var wort: String { anzeige.lowercased() }
}

/// States by the number that the database keeps.
enum Lagewort {
  /// The name for people.
  static func anzeige(_ nummer: Int) -> String {
    Lage.allCases.first { $0.nummer == nummer }?.anzeige
      ?? Dokumentlage.allCases.first { $0.nummer == nummer }?.anzeige ?? "unbekannt"
  }
}

extension Zeitpunkt {
  /// Day and time in Berlin for people, for example `02.03.2026 12:00`.
  var anzeige: String {
    guard let ort = berlinerZeit else { return text }
    return "\(ort.tag.anzeige) \(ort.uhrzeit.text.prefix(5))"
  }
}

extension Lebenshinweis {
  /// What the caller should know, as a German sentence.
  var satz: String {
    switch self {
    case .dublette: "Eine Datei mit genau diesem Inhalt gibt es im Speicher schon."
    case .ohneRegel(let id):
      "Für \(id) gibt es keine Aufbewahrungsregel; ausgesondert wird es mit dem, worin es liegt."
    case .transferfristUeberAufbewahrung(let id):
      "Bei \(id) endet die Transferfrist erst nach der Aufbewahrungsfrist."
    case .bereitsVerarbeitet: "Die Nachricht war schon verarbeitet; nichts hat sich geändert."
    case .ohneEntscheidung(let ids):
      "Ohne Entscheidung bleiben \(ids.count.mal("Objekt", "Objekte"))."
    case .zeichnungHinfaellig(let id):
      "Die bisherigen Schritte zu \(id) gelten nicht mehr, weil sich der Inhalt geändert hat."
    case .wiedereroeffnet(let ids):
      "Ebenfalls wieder offen: " + ids.map(\.text).joined(separator: ", ")
    case .weitereSperren(let ids):
      "Weitere Sperren bestehen: " + ids.map(\.text).joined(separator: ", ")
    }
  }
}
