// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aussonderung
internal import Pruefung
internal import Xdomea

/// Tells what became of each file in the inbox.
final class Eingangsanzeige {
  private let json: Bool
  private var anzahl = 0
  /// How many were refused or went into quarantine.
  private(set) var zurueckgewiesen = 0

  init(json: Bool) { self.json = json }

  func zeige(_ datei: String, _ ergebnis: Eingangsergebnis) throws {
    anzahl += 1
    let name = datei.split(separator: "/" as Character).last.map(String.init) ?? datei
    let (wort, prozess, grund): (String, String?, String?) =
      switch ergebnis {
      case .verarbeitet(let p, _): ("verarbeitet", p.text, nil)
      case .wiederholt(let p, _): ("wiederholt", p.text, nil)
      case .abgelehnt(let p, _, let grund): ("abgelehnt", p.text, grund)
      case .unbrauchbar(let grund): ("quarantaene", nil, grund)
      }
    if wort == "abgelehnt" || wort == "quarantaene" { zurueckgewiesen += 1 }
    if json {
      var o = JSONObjekt()
      o.setze("werkzeug", Werkzeug.kennung)
      o.setze("schemaVersion", 1)
      o.setze("datei", name)
      o.setze("ergebnis", wort)
      o.setze("prozess", prozess)
      o.setze("grund", grund)
      try Ausgabe.zeile(o.text)
      return
    }
    let text =
      switch ergebnis {
      case .verarbeitet: "angewendet"
      case .wiederholt: "war schon da, nichts geändert"
      case .abgelehnt: "abgelehnt: \(grund ?? "")"
      case .unbrauchbar: "in Quarantäne: \(grund ?? "")"
      }
    try Ausgabe.zeile("\(name.sichtbar): \(text.sichtbar)")
  }

  func ende() throws {
    if anzahl == 0, !json { try Ausgabe.zeile("Der Eingang ist leer.") }
  }
}
