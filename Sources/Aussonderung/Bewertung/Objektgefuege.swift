// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// Where the objects of a list lie, by their places in the list.
struct Objektgefuege {
  /// The place of each object.
  let stellen: [ObjektID: Int]
  /// The place of the object that each lies in; -1 at the top.
  private let eltern: [Int]
  /// No honest message nests deeper; a list that goes round in circles ends here.
  private static let groessteTiefe = 100

  init(_ posten: [Listenposten]) {
    var stellen: [ObjektID: Int] = [:]
    stellen.reserveCapacity(posten.count)
    for (stelle, p) in posten.enumerated() { stellen[p.id] = stelle }
    self.stellen = stellen
    eltern = posten.map { p in p.eltern.flatMap { stellen[$0] } ?? -1 }
  }

  /// The places of the objects above, the nearest first.
  func vorfahren(_ stelle: Int) -> some Sequence<Int> {
    sequence(first: stelle) { [eltern] in eltern[$0] < 0 ? nil : eltern[$0] }
      .dropFirst().prefix(Self.groessteTiefe)
  }

  /// How many objects are above.
  func tiefe(_ stelle: Int) -> Int { vorfahren(stelle).reduce(0) { n, _ in n + 1 } }

  /// A number of each object together with those of all objects in it.
  ///
  /// - Parameter werte: The numbers; each counts as at most 2^53, which spreadsheets can show.
  /// - Returns: The sums.
  func summen(_ werte: [Int64]) -> [Int64] {
    let groesste: Int64 = 1 << 53
    var summen = [Int64](repeating: 0, count: werte.count)
    for (stelle, wert) in werte.enumerated() {
      let zahl = min(max(wert, 0), groesste)
      summen[stelle] = min(summen[stelle] + zahl, groesste)
      for oben in vorfahren(stelle) { summen[oben] = min(summen[oben] + zahl, groesste) }
    }
    return summen
  }
}
