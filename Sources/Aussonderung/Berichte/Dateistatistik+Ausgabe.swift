// SPDX-License-Identifier: Apache-2.0
internal import Pruefung
internal import Xdomea

extension Dateistatistik {
  static let form = Tabellenform(
    klasse: "dateien",
    spalten: [
      .init(name: "Gruppe", breite: 52), .init(name: "Dateien", breite: 16, istZahl: true),
      .init(name: "Anteil", breite: 16, istZahl: true),
      .init(name: "Größe", breite: 16, istZahl: true),
    ])
  /// More groups than these are put together in one row.
  private static let hoechstensGruppen = 100

  /// The three tables.
  func schreibe(_ seite: Seitenschreiber) throws {
    seite.erklaere(.dateiformat)
    if alle.dateien > 0 { seite.absatz(pruefsummensatz) }
    try tabelle(seite, "Nach Endung des Dateinamens", Self.sortiert(jeEndung), ohne: "ohne Endung")
    try tabelle(seite, "Nach Dateiformat", Self.sortiert(jeFormat), ohne: "ohne Angabe")
    try tabelle(
      seite, "Nach Größe",
      Groessenklasse.allCases.compactMap { k in jeGroesse[k].map { (k.anzeige, $0) } },
      ohne: "")
  }

  /// With how many files a hash could be compared.
  private var pruefsummensatz: String {
    if ohnePruefsumme == 0 {
      return
        "Zu jeder Datei nennt die Nachricht eine Prüfsumme; jede wurde beim Übernehmen verglichen."
    }
    if ohnePruefsumme == alle.dateien {
      return "Die Nachricht nennt zu keiner Datei eine Prüfsumme, die sich vergleichen lässt; die "
        + "Dateien wurden nur gelesen."
    }
    return
      "Zu \(ohnePruefsumme.mal("Datei", "Dateien")) nennt die Nachricht keine Prüfsumme, die sich "
      + "vergleichen lässt; diese wurden nur gelesen. Die übrigen wurden verglichen."
  }

  private func tabelle(
    _ seite: Seitenschreiber, _ titel: String, _ gruppen: [(String, Menge)], ohne: String
  ) throws {
    var rest = Menge()
    for (_, m) in gruppen.dropFirst(Self.hoechstensGruppen) {
      rest.dateien += m.dateien
      rest.bytes += m.bytes
    }
    try seite.tabelle(Self.form, titel) {
      for (name, m) in gruppen.prefix(Self.hoechstensGruppen) {
        try zeile(seite, name.isEmpty ? ohne : name, m)
      }
      if rest.dateien > 0 {
        try zeile(seite, "\((gruppen.count - Self.hoechstensGruppen).deutsch) weitere", rest)
      }
      try zeile(seite, "Zusammen", alle, klasse: "summe")
    }
  }

  private func zeile(
    _ seite: Seitenschreiber, _ name: String, _ m: Menge, klasse: String = ""
  ) throws {
    try seite.zeile(name, klasse: klasse) {
      seite.zelle(m.dateien)
      seite.zelle(anteil(m.dateien))
      seite.zelle(m.bytes.alsGroesse)
    }
  }

  private func anteil(_ zahl: Int) -> String {
    guard alle.dateien > 0 else { return "–" }
    let promille = (zahl * 2000 + alle.dateien) / (2 * alle.dateien)
    return "\(promille / 10),\(promille % 10) %"
  }

  /// The most frequent first, then by name.
  private static func sortiert(_ gruppen: [String: Menge]) -> [(String, Menge)] {
    gruppen.sorted { ($1.value.dateien, $0.key) < ($0.value.dateien, $1.key) }
      .map { ($0.key, $0.value) }
  }

  /// The key `statistik`.
  func schreibe(_ json: JSONStrom) throws {
    try json.objekt("statistik") {
      json.zahl("dateien", alle.dateien)
      json.zahl("bytes", alle.bytes)
      json.zahl("ohnePruefsumme", ohnePruefsumme)
      try liste(json, "jeEndung", Self.sortiert(jeEndung))
      try liste(json, "jeFormat", Self.sortiert(jeFormat))
      try liste(
        json, "jeGroesse",
        Groessenklasse.allCases.compactMap { k in jeGroesse[k].map { (k.rawValue, $0) } })
    }
  }

  private func liste(
    _ json: JSONStrom, _ schluessel: String, _ gruppen: [(String, Menge)]
  ) throws {
    try json.liste(schluessel) {
      for (wert, m) in gruppen {
        try json.objekt {
          json.text("wert", wert)
          json.zahl("dateien", m.dateien)
          json.zahl("bytes", m.bytes)
        }
      }
    }
  }
}
