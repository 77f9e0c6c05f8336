// SPDX-License-Identifier: Apache-2.0
package import Akte

/// The lines of one part's objects and files.
///
/// The n-th question for a name that occurs several times is answered with its n-th line; so the
/// part must be walked in the order of the message.
struct Zeilenverzeichnis {
  private var objekte = Stellen<ObjektID>()
  private var dateien = Stellen<Bytename>()

  init() {}

  init(_ fundstellen: Fundstellen) {
    objekte = Stellen(fundstellen.objekte.lazy.map { ($0.id, $0.zeile) })
    dateien = Stellen(fundstellen.dateien.lazy.map { (Bytename($0.name), $0.zeile) })
  }

  /// The line of the next object with this UUID.
  mutating func objekt(_ id: ObjektID) -> Int? { objekte.naechste(id) }

  /// The line of the next reference to this file.
  mutating func datei(_ name: String) -> Int? { dateien.naechste(Bytename(name)) }
}

/// Lines by key, in order; most keys have one line only.
private struct Stellen<Schluessel: Hashable> {
  private var erste: [Schluessel: Int] = [:]
  private var weitere: [Schluessel: (zeilen: [Int], naechste: Int)] = [:]

  init() {}

  init(_ alle: some Collection<(Schluessel, Int)>) {
    erste.reserveCapacity(alle.count)
    for (schluessel, zeile) in alle {
      if erste[schluessel] == nil {
        erste[schluessel] = zeile
      } else {
        weitere[schluessel, default: ([], 0)].zeilen.append(zeile)
      }
    }
  }

  mutating func naechste(_ schluessel: Schluessel) -> Int? {
    if let zeile = erste.removeValue(forKey: schluessel) { return zeile }
    guard let rest = weitere[schluessel], rest.naechste < rest.zeilen.count else { return nil }
    weitere[schluessel]?.naechste += 1
    return rest.zeilen[rest.naechste]
  }
}

extension Fundstellen {
  /// Places that did not come from a reader.
  package static func aus(
    objekte: [(id: ObjektID, zeile: Int)], dateien: [(name: String, zeile: Int)]
  ) -> Fundstellen {
    Fundstellen(objekte: objekte, dateien: dateien)
  }
}
