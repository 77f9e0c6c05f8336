// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// Numbers the objects of a tree as they come, each before those in it: `1`, `1.1`, `1.1.1`, `1.2`, `2`.
struct Gliederung {
  private var pfad: [ObjektID] = []
  private var zahlen: [Int] = [0]

  /// The number of the next object; one whose parent is not above begins at the top.
  mutating func naechste(_ e: Objekteintrag) -> String {
    var tiefe = 0
    if let eltern = e.eltern, eltern != e.id, let stelle = pfad.lastIndex(of: eltern) {
      tiefe = stelle + 1
    }
    pfad.removeLast(pfad.count - tiefe)
    zahlen.removeLast(zahlen.count - tiefe - 1)
    zahlen[tiefe] += 1
    // Deeper than any file is, the path ends: a hostile list must not let it grow.
    if tiefe < 100 {
      pfad.append(e.id)
      zahlen.append(0)
    }
    return zahlen[...tiefe].lazy.map(String.init).joined(separator: ".")
  }
}
