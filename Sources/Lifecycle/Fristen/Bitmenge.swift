// SPDX-License-Identifier: Apache-2.0

/// A set of positions 0 ..< `umfang`, one bit for each.
public struct Bitmenge: Hashable, Sendable {
  /// The bits, 64 in a word, the lowest bit first; bits from `umfang` on are zero.
  public let worte: [UInt64]
  /// How many positions there are.
  public let umfang: Int

  /// A set from its words; bits from `umfang` on must be zero.
  init(worte: [UInt64], umfang: Int) {
    self.worte = worte
    self.umfang = umfang
  }

  /// How many positions are in the set; O(`umfang` / 64).
  public var anzahl: Int { worte.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// True if the position is in the set; false outside of 0 ..< `umfang`.
  public func enthaelt(_ stelle: Int) -> Bool {
    guard (0..<umfang).contains(stelle) else { return false }
    return worte[stelle >> 6] >> UInt64(stelle & 63) & 1 == 1
  }

  /// Calls `body` with each position of the set, in ascending order.
  public func jede<E: Error>(_ body: (Int) throws(E) -> Void) throws(E) {
    for (i, wort) in worte.enumerated() {
      var rest = wort
      while rest != 0 {
        try body(i << 6 | rest.trailingZeroBitCount)
        rest &= rest &- 1
      }
    }
  }

  /// The positions of the set, in ascending order.
  public var stellen: [Int] {
    var liste: [Int] = []
    liste.reserveCapacity(anzahl)
    jede { liste.append($0) }
    return liste
  }
}
