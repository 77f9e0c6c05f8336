// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// UUIDs, numbers among siblings and depth: R27, R29, R30.
extension Nachrichtenregeln {
  /// Finds the line of an object and checks that its UUID is new in the message.
  mutating func beginne(
    _ identifikation: Identifikation, _ art: Objektart, _ betreff: String?, kontext: Bool? = nil
  ) -> Stelle {
    let id = identifikation.id
    let stelle = Stelle(art: art, id: id, betreff: betreff, zeile: zeilen.objekt(id) ?? teilzeile)
    // An unreadable UUID was reported as such (R17).
    if id.istLeer { return stelle }
    if let erste = vergeben[id] {
      let nurKontext = erste.kontext && kontext == true && erste.art == art
      melde(
        Regelwerk.r27, schwere: nurKontext ? .warnung : nil,
        "UUID \(id) mehrfach vergeben: \(ort(erste.art, erste.zeile)), \(ort(art, stelle.zeile)).",
        an: stelle)
    } else {
      vergeben[id] = (art, kontext == true, stelle.zeile)
    }
    return stelle
  }

  private func ort(_ art: Objektart, _ zeile: Int?) -> String {
    art.anzeige + (zeile.map { " (Zeile \($0))" } ?? "")
  }

  /// Checks the numbers of siblings of one kind.
  func pruefeNummern<T>(
    _ geschwister: [T], _ pfad: KeyPath<T, Identifikation>, _ art: Objektart, unter stelle: Stelle
  ) {
    guard geschwister.count > 1 else { return }
    var gesehen: Set<String> = []
    var gemeldet: Set<String> = []
    var ohne = 0
    for g in geschwister {
      guard let nummer = g[keyPath: pfad].nummerImUebergeordnetenContainer, !nummer.isEmpty else {
        ohne += 1
        continue
      }
      let form = version >= .v300 ? ohneFuehrendeNullen(nummer) : nummer
      if !gesehen.insert(form).inserted, gemeldet.insert(form).inserted {
        melde(
          Regelwerk.r29,
          "Nummer \(nummer) unter \(stelle.bezeichnung) doppelt (\(art.anzeige)).", an: stelle)
      }
    }
    if ohne > 0, ohne < geschwister.count {
      melde(
        Regelwerk.r29,
        "Nummerierung unter \(stelle.bezeichnung) unvollständig: \(ohne) von "
          + "\(geschwister.count) Objekten der Art \(art.anzeige) haben keine Nummer.", an: stelle)
    }
  }

  private func ohneFuehrendeNullen(_ nummer: String) -> String {
    guard nummer.utf8.first == 48, nummer.utf8.count > 1 else { return nummer }
    let rest = nummer.drop { $0 == "0" }
    return rest.isEmpty ? "0" : String(rest)
  }

  // MARK: Depth

  /// Remembers the deepest level of the part.
  mutating func merkeTiefe(_ stufe: Int, _ stelle: Stelle) {
    if stufe > hoechsteStufe, stufe > tiefste?.stufe ?? 0 { tiefste = (stufe, stelle) }
  }

  /// Reports the depth once per part.
  func pruefeTiefe() {
    guard let tiefste else { return }
    melde(
      Regelwerk.r30, "Stufigkeit \(tiefste.stufe) überschreitet \(hoechsteStufe).",
      an: tiefste.objekt)
  }
}
