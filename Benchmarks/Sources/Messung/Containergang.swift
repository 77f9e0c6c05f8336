// SPDX-License-Identifier: Apache-2.0
import Akte
import Behaelter
import Foundation
import Pruefsummen

/// Containers: pack a folder, prove a container, unpack it.
enum Containergang {
  static func packe(_ art: String, _ summe: String, ordner: String, ziel: String) throws {
    let packart: Containerschreiber.Packart =
      switch art {
      case "gespeichert": .gespeichert
      case "gepackt": .gepackt
      default: .nachTyp
      }
    var optionen = Containerschreiber.Optionen()
    optionen.hashverfahren = summe == "ohne" ? [] : Summen.verfahren(summe)
    optionen.ueberschreiben = true
    var schreiber = try Containerschreiber(pfad: ziel, optionen: optionen)
    var bytes: Int64 = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: ordner).sorted() {
      bytes += try schreiber.datei(name, pfad: ordner + "/" + name, packart: packart).groesse
    }
    try schreiber.beende()
    print(bytes)
  }

  static func beweise(_ pfad: String, _ summe: String) throws {
    var leser = try Containerleser(pfad: pfad)
    var bildner = try Pruefsummenbildner(summe == "ohne" ? [] : Summen.verfahren(summe))
    var anzahl = 0
    while try leser.naechster() != nil {
      try leser.jederBlock { bildner.nimm($0) }
      _ = bildner.abschluss()
      anzahl += 1
    }
    print(anzahl)
  }

  static func entpacke(_ pfad: String, nach ziel: String) throws {
    var anzahl = 0
    try Behaelter.entpacke(pfad, nach: ziel) { _, _ in anzahl += 1 }
    print(anzahl)
  }
}
