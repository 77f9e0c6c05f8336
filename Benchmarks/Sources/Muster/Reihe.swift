// SPDX-License-Identifier: Apache-2.0

/// A repeatable sequence (SplitMix64).
public struct Reihe: RandomNumberGenerator {
  var zustand: UInt64

  /// The sequence that starts at a state.
  public init(zustand: UInt64) { self.zustand = zustand }

  /// The next number.
  public mutating func next() -> UInt64 {
    zustand &+= 0x9E37_79B9_7F4A_7C15
    var z = zustand
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
