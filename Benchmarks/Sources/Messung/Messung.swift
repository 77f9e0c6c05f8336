// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Runs one job of the library, through its public interface, in a process of its own: so the caller can measure
/// time and peak memory, and compare with a peer.
///
///     Messung lesen|modell|zaehlen|validieren|umschreiben DATEI [SCHEMATA]
///     Messung pruefen DATEI [SCHEMATA]
///     Messung schreiben ZIEL DOKUMENTE
///     Messung summen VERFAHREN[,VERFAHREN] FÄDEN DATEI|ORDNER …
///     Messung packen gespeichert|gepackt|nachTyp VERFAHREN|ohne ORDNER ZIEL
///     Messung beweisen BEHÄLTER VERFAHREN
///     Messung entpacken BEHÄLTER ZIEL
///     Messung bag ORDNER VERFAHREN
///     Messung bagpruefen ORDNER FÄDEN
///     Messung baum DATEIEN
///     Messung formate ORDNER
@main
struct Messung {
  static func main() throws {
    var angaben = Array(CommandLine.arguments.dropFirst())
    guard angaben.count >= 2 else { hilfe() }
    let was = angaben.removeFirst()
    let angabe = { (i: Int) -> String in
      guard angaben.indices.contains(i) else { hilfe() }
      return angaben[i]
    }
    switch was {
    case "lesen", "modell", "zaehlen", "validieren", "umschreiben", "pruefen":
      try Nachrichten(datei: angabe(0), schemata: angaben.count > 1 ? angabe(1) : nil).miss(was)
    case "schreiben":
      try Briefmuster.schreibe(ziel: angabe(0), dokumente: Int(angabe(1)) ?? 0)
    case "summen":
      try Summen.miss(angabe(0), faeden: Int(angabe(1)) ?? 1, Array(angaben.dropFirst(2)))
    case "packen":
      try Containergang.packe(angabe(0), angabe(1), ordner: angabe(2), ziel: angabe(3))
    case "beweisen": try Containergang.beweise(angabe(0), angabe(1))
    case "entpacken": try Containergang.entpacke(angabe(0), nach: angabe(1))
    case "bag": try Baggang.mache(angabe(0), angabe(1))
    case "bagpruefen": try Baggang.pruefe(angabe(0), faeden: Int(angabe(1)))
    case "baum": try Baggang.baum(Int(angabe(0)) ?? 0)
    case "formate": try Baggang.formate(angabe(0))
    default: hilfe()
    }
  }

  static func hilfe() -> Never {
    FileHandle.standardError.write(
      Data("Aufruf: Messung AUFTRAG ANGABEN; die Aufträge stehen in Messung.swift\n".utf8))
    exit(64)
  }
}
