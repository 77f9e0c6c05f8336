// SPDX-License-Identifier: Apache-2.0

/// A small repeatable random generator (SplitMix64), so that a failing property test can be run again.
public struct Zufall: RandomNumberGenerator, Sendable {
  private var zustand: UInt64

  /// Starts the sequence that belongs to `seed`.
  public init(_ seed: UInt64) { zustand = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    zustand &+= 0x9E37_79B9_7F4A_7C15
    var z = zustand
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
