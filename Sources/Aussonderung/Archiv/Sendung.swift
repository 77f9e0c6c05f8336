// SPDX-License-Identifier: Apache-2.0
internal import Xdomea

/// The parts of a message that an agency sent at one go, as they came in; their numbers count for
/// themselves.
///
/// What a hold kept back, or what could not be imported, comes in a sending of its own with numbers
/// from 1 again (FAKTEN 7: a corrected version has a new nachrichtenUUID; lebenszyklus L03, P10f). The
/// standard names no sending: a further one begins when the one before is complete.
struct Sendung {
  /// The parts that came, in the order in which they came.
  let teile: [Nachrichtenvermerk]

  /// How many parts it has; up to 3.1 each message is one.
  var gesamt: Int { max(1, teile.first?.gesamt ?? 1) }

  /// The numbers that did not come yet.
  var fehlend: [Int] {
    let da = Set(teile.map(\.teil))
    return (1...gesamt).filter { !da.contains($0) }
  }

  /// Why a part cannot belong to it; nil if it can (R22).
  func widerspruch(teil: Int, gesamt: Int, _ typ: Nachrichtentyp) -> String? {
    if gesamt != self.gesamt {
      return "Gesamtanzahl der \(typ.rawValue) uneinheitlich: \(self.gesamt), \(gesamt) (R22)."
    }
    guard teile.contains(where: { $0.teil == teil }) else { return nil }
    return "Teil \(teil) von \(gesamt) der \(typ.rawValue) liegt schon vor (R22)."
  }
}

extension Verfahren {
  /// The sendings of the agency in the order in which they began.
  var sendungen: [Sendung] {
    var nummern: [Int] = []
    var teile: [Int: [Nachrichtenvermerk]] = [:]
    for vermerk in nachrichten(.aussonderung, eigene: false) {
      // Up to 3.1 there are no parts: each one is complete.
      let nummer = vermerk.fassung >= .v400 ? vermerk.schritt : -1 - nummern.count
      if teile[nummer] == nil { nummern.append(nummer) }
      teile[nummer, default: []].append(vermerk)
    }
    return nummern.map { Sendung(teile: teile[$0] ?? []) }
  }
}
