// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// Random numbers of the system for keys and nonces, fetched in blocks: one call for 64 numbers
/// instead of one for each.
///
/// A number that was handed out is wiped from the block.
struct Zufallsvorrat: RandomNumberGenerator {
  private static let anzahl = 64
  private var vorrat: [UInt64] = []
  private var system = SystemRandomNumberGenerator()

  /// The next 64 bits.
  mutating func next() -> UInt64 {
    if let zahl = vorrat.popLast() { return zahl }
    vorrat = [UInt64](repeating: 0, count: Self.anzahl)
    // Up to 256 bytes come at once and without interruption (getentropy(3)).
    for block in 0..<Self.anzahl / 32 {
      let gelungen = vorrat.withUnsafeMutableBytes { p in
        p.baseAddress.map { getentropy($0 + 256 * block, 256) == 0 } ?? false
      }
      guard gelungen else {
        vorrat = []
        return system.next()
      }
    }
    return vorrat.popLast() ?? system.next()
  }
}
