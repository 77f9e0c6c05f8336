// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Pruefsummen

/// Digests of files.
enum Summen {
  static func verfahren(_ text: String) -> [Hashverfahren] {
    text.split(separator: ",").map { name in
      switch name {
      case "sha256": .sha256
      case "sha512": .sha512
      default: Messung.hilfe()
      }
    }
  }

  /// The files below the paths given, in the order of their names.
  static func dateien(_ pfade: [String]) throws -> [String] {
    try pfade.flatMap { pfad -> [String] in
      var istOrdner: ObjCBool = false
      guard FileManager.default.fileExists(atPath: pfad, isDirectory: &istOrdner) else {
        throw CocoaError(.fileNoSuchFile)
      }
      guard istOrdner.boolValue else { return [pfad] }
      return try FileManager.default.contentsOfDirectory(atPath: pfad).sorted().map { pfad + "/" + $0 }
    }
  }

  static func miss(_ name: String, faeden: Int, _ pfade: [String]) throws {
    let alle = try dateien(pfade)
    let liste = verfahren(name)
    if liste.count == 1 {
      print(try pruefsummen(dateien: alle, liste[0], faeden: faeden).count)
    } else {
      print(try pruefsummenEinzeln(dateien: alle, liste, faeden: faeden).count)
    }
  }
}
