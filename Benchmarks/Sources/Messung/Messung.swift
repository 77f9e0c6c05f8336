// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Xdomea

/// Runs one job of the library in a process of its own, so that time and memory can be measured.
///
///     Messung lesen DATEI              read a message, one object at a time
///     Messung pruefen DATEI [SCHEMATA] read with rules, and with validation
///     Messung umschreiben DATEI        read and write again, to nowhere
@main
struct Messung {
  static func main() throws {
    let argumente = CommandLine.arguments
    guard argumente.count >= 3 else {
      FileHandle.standardError.write(
        Data("Aufruf: Messung lesen|pruefen|umschreiben DATEI [SCHEMATA]\n".utf8))
      exit(64)
    }
    let schemata = argumente.count > 3 ? Schemata(ordner: argumente[3]) : nil
    switch argumente[1] {
    case "lesen":
      let leser = try Nachrichtenleser(datei: argumente[2], schemata: schemata)
      var anzahl = 0
      while try leser.naechster() != nil { anzahl += 1 }
      print(leser.version.rawValue, anzahl, leser.maengel.count)
    case "umschreiben":
      let leser = try Nachrichtenleser(datei: argumente[2])
      nonisolated(unsafe) var bytes = 0
      var schreiber = try Nachrichtenschreiber(leser.version, leser.typ, leser.kopf) {
        bytes += $0.count
      }
      while let teil = try leser.naechster() { try schreiber.schreibe(teil) }
      _ = try schreiber.beende()
      print(bytes)
    default:
      let bericht = try Pruefer(schemata: schemata).pruefe(argumente[2])
      print(bericht.gueltig, bericht.befunde.count)
    }
  }
}
