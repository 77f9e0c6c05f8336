// SPDX-License-Identifier: Apache-2.0
import Akte
import Aktenspeicher
import Foundation
import Lifecycle
import Pruefung

/// Reads beside a writer and looks for events of which only a part is to be seen.
struct Mitleser {
  private let speicher: Speicher

  init(_ ordner: String) throws { speicher = try Speicher(ordner, .lesend) }

  /// Reads again and again until the file `zeichen` is there; a line with the number of rounds, the
  /// number of states seen, and everything that was wrong.
  ///
  /// When it has seen a few states, it says so by a file of its own beside `zeichen`.
  func lies(bis zeichen: String) throws -> String {
    var runden = 0
    var staende: Set<Int64> = []
    var fehler: Set<String> = []
    var gesagt = false
    repeat {
      runden += 1
      fehler.formUnion(try einBild(&staende))
      if runden > 3, staende.count > 3, !gesagt {
        try Data().write(to: URL(fileURLWithPath: "\(zeichen).\(getpid())"))
        gesagt = true
      }
      if runden % 8 == 0 {
        try speicher.pruefe { b in
          if b.schwere != .hinweis { fehler.insert("\(b.regel) \(b.meldung)") }
        }
      }
    } while !FileManager.default.fileExists(atPath: zeichen)
    return ([String(runden), String(staende.count)] + fehler.sorted()).joined(separator: "\n")
  }

  /// One snapshot: rows and Protokoll end with the same event, and an Akte that is closed has nothing
  /// open below.
  private func einBild(_ staende: inout Set<Int64>) throws -> [String] {
    var fehler: [String] = []
    try speicher.lies { l in
      let letzte = try l.letzteFolge()
      staende.insert(letzte)
      var lagen: [Int64: Int] = [:]
      try l.jedesObjekt { zeile in
        lagen[zeile.nr] = zeile.lage
        if zeile.folge > letzte { fehler.append("Zeile \(zeile.nr) ist neuer als das Protokoll") }
        if zeile.ebene != .dokument, let eltern = zeile.eltern.flatMap({ lagen[$0] }),
          (2...3).contains(eltern), zeile.lage < 2
        {
          fehler.append("offenes Objekt \(zeile.nr) in geschlossener Akte")
        }
        if zeile.ebene == .dokument, zeile.lage != 28 {
          let dateien = try l.dateien(zeile.nr)
          if dateien.isEmpty { fehler.append("Dokument \(zeile.nr) ohne Datei") }
          if zeile.eltern.flatMap({ lagen[$0] }) == 8 {
            fehler.append("Dokument \(zeile.nr) in vernichteter Akte")
          }
        }
        return true
      }
    }
    return fehler
  }
}
