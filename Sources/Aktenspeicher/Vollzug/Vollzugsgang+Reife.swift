// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

/// Effective due days (lebenszyklus FAKTEN 2.6).
extension Vollzugsgang {
  /// Writes what was put off, and brings the effective due days up to date, from the touched rows
  /// upwards (FAKTEN 2.6).
  ///
  /// The deepest rows come first, so that each one above is worked out once, whatever the number of
  /// rows in it.
  func abschluss() throws {
    try schreibeNachtrag()
    var tiefen: [Int64: Int] = [:]
    var offen: [Int: Set<Int64>] = [:]
    for nr in beruehrt { offen[try tiefe(nr, &tiefen), default: []].insert(nr) }
    beruehrt = []
    while let unterste = offen.keys.max(), let zeilen = offen.removeValue(forKey: unterste) {
      for nr in zeilen.sorted() {
        guard let zeile = try l.objekt(nummer: nr), zeile.ebene != .dokument else { continue }
        let neu = try Reiferechnung(l).reife(zeile, quelle.gemerkt(zeile.id))
        if neu != zeile.reifab { try s.setzeReife(nr, neu) }
        // Those above look through an object without a day of its own: to them it may have changed.
        if neu != zeile.reifab || neu == nil, let eltern = zeile.eltern, unterste > 0 {
          offen[unterste - 1, default: []].insert(eltern)
        }
      }
    }
  }

  /// How many objects lie above a row.
  private func tiefe(_ nr: Int64, _ bekannt: inout [Int64: Int]) throws -> Int {
    var weg: [Int64] = []
    var naechste: Int64? = nr
    var basis = -1
    while let n = naechste, weg.count < 100 {
      if let b = bekannt[n] {
        basis = b
        break
      }
      weg.append(n)
      naechste = try l.eltern(n)
    }
    for n in weg.reversed() {
      basis += 1
      bekannt[n] = basis
    }
    return basis
  }
}
