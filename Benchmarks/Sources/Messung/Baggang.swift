// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Uebergabe

/// Bags, hash trees and format recognition over the files of a folder.
enum Baggang {
  static func mache(_ ordner: String, _ summe: String) throws {
    var optionen = Bagschreiber.Optionen()
    optionen.hashverfahren = Summen.verfahren(summe)
    print(try Bagwandlung.wandle(ordner, optionen: optionen).oxum.dateien)
  }

  static func pruefe(_ pfad: String, faeden: Int?) throws {
    let ergebnis = try Bagpruefer(faeden: faeden).pruefe(pfad)
    guard ergebnis.bericht.gueltig else {
      print(ergebnis.bericht.befunde.prefix(3))
      exit(2)
    }
    print(ergebnis.bericht.befunde.count)
  }

  /// A tree over so many digests, and the reduced tree of each hundredth.
  static func baum(_ blaetter: Int) throws {
    var zahl: UInt64 = 1
    let liste = (0..<blaetter).compactMap { _ -> Pruefsumme? in
      var bytes: [UInt8] = []
      for _ in 0..<4 {
        zahl = zahl &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        withUnsafeBytes(of: zahl) { bytes.append(contentsOf: $0) }
      }
      return Pruefsumme(.sha256, bytes: bytes)
    }
    let baum = try Hashbaum(liste, .sha256)
    var werte = 0
    for i in stride(from: 0, to: liste.count, by: 100) where baum.reduziert(liste[i]) != nil {
      werte += 1
    }
    print(baum.wurzel.hex.prefix(8), werte)
  }

  static func formate(_ ordner: String) throws {
    let erkennung = Formaterkennung()
    var erkannt = 0
    for name in try FileManager.default.contentsOfDirectory(atPath: ordner) {
      if try erkennung.erkenne(datei: ordner + "/" + name).haupt != nil { erkannt += 1 }
    }
    print(erkannt)
  }
}
