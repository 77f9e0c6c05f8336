// SPDX-License-Identifier: Apache-2.0
import Akte
import Xdomea

/// Jobs on one message file.
struct Nachrichten {
  let datei: String
  let schemata: Schemata?

  init(datei: String, schemata: String?) {
    self.datei = datei
    self.schemata = schemata.map { Schemata(ordner: $0) }
  }

  func miss(_ was: String) throws {
    switch was {
    case "umschreiben": try umschreiben()
    case "pruefen":
      let bericht = try Pruefer(schemata: schemata).pruefe(datei)
      print(bericht.gueltig, bericht.befunde.count)
    case "modell":
      let leser = try Nachrichtenleser(datei: datei, schemata: schemata)
      var teile: [Nachrichtenteil] = []
      while let teil = try leser.naechster() { teile.append(teil) }
      print(leser.version.rawValue, teile.count, leser.maengel.count)
    default:
      let leser = try Nachrichtenleser(datei: datei, schemata: schemata)
      var anzahl = 0
      while try leser.naechster() != nil { anzahl += 1 }
      print(leser.version.rawValue, anzahl, leser.maengel.count)
    }
  }

  private func umschreiben() throws {
    let leser = try Nachrichtenleser(datei: datei)
    nonisolated(unsafe) var bytes = 0
    var schreiber = try Nachrichtenschreiber(leser.version, leser.typ, leser.kopf) {
      bytes += $0.count
    }
    while let teil = try leser.naechster() { try schreiber.schreibe(teil) }
    _ = try schreiber.beende()
    print(bytes)
  }
}
