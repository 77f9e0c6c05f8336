// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aussonderung
internal import Pruefung
internal import Xdomea

/// Tells what became of each file in the inbox.
final class Eingangsanzeige {
  /// More findings of a file are in its report.
  private static let hoechstensBefunde = 5

  private let json: Bool
  private let transfer: Transferordner
  private var anzahl = 0
  /// How many were refused or went into quarantine.
  private(set) var zurueckgewiesen = 0

  init(json: Bool, _ transfer: Transferordner) {
    self.json = json
    self.transfer = transfer
  }

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
    let bericht: String? =
      if case .unbrauchbar(let grund) = ergebnis { transfer.bericht(zu: datei, grund: grund) } else
      {
        nil
      }
    if json {
      var o = JSONObjekt()
      o.setze("werkzeug", Werkzeug.kennung)
      o.setze("schemaVersion", 1)
      o.setze("datei", name)
      o.setze("ergebnis", wort)
      o.setze("prozess", prozess)
      o.setze("grund", grund)
      if let bericht { o.setze("bericht", bericht) }
      try Ausgabe.zeile(o.text)
      return
    }
    let text =
      switch ergebnis {
      case .verarbeitet: "angewendet"
      case .wiederholt: "war schon da, nichts geändert"
      case .abgelehnt: "abgelehnt: \(grund ?? "")"
      case .unbrauchbar: "in Quarantäne"
      }
    try Ausgabe.zeile("\(name.sichtbar): \(text.sichtbar)")
    guard case .unbrauchbar(let grund) = ergebnis else { return }
    let befunde = Self.befunde(grund)
    for b in befunde.prefix(Self.hoechstensBefunde) { try Ausgabe.zeile("  " + b.sichtbar) }
    if befunde.count > Self.hoechstensBefunde {
      let weitere = (befunde.count - Self.hoechstensBefunde).mal(
        "weiterer Befund", "weitere Befunde")
      try Ausgabe.zeile("  … und \(weitere)")
    }
    if let bericht { try Ausgabe.zeile("  Bericht: \(bericht.sichtbar)") }
  }

  /// The findings of a report in words, one each; a reason that is no report as its lines.
  private static func befunde(_ grund: String) -> [String] {
    let zeilen = grund.split(whereSeparator: \.isNewline).map(String.init)
    let befunde = zeilen.filter { z in
      ["FEHLER ", "WARNUNG ", "HINWEIS "].contains { z.hasPrefix($0) }
    }
    return befunde.isEmpty ? zeilen : befunde
  }

  /// Tells that nothing came, or what has to wait.
  func ende() throws {
    let wartend = try transfer.eingegangene().count
    if json {
      guard wartend > 0 else { return }
      var o = JSONObjekt()
      o.setze("werkzeug", Werkzeug.kennung)
      o.setze("schemaVersion", 1)
      o.setze("wartend", wartend)
      return try Ausgabe.zeile(o.text)
    }
    switch wartend {
    case 0: if anzahl == 0 { try Ausgabe.zeile("Der Eingang ist leer.") }
    case 1: try Ausgabe.zeile("1 Datei wartet noch, bis sie sich nicht mehr ändert.")
    default:
      try Ausgabe.zeile(
        "\(wartend.deutsch) Dateien warten noch, bis sie sich nicht mehr ändern.")
    }
  }
}
