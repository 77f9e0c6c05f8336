// SPDX-License-Identifier: Apache-2.0
public import Behaelter

/// What the reader accepts of a bag before it gives up.
public struct Baggrenzen: Hashable, Sendable {
  /// Number, sizes, length of names, and ratio of packing.
  public var behaelter = Grenzen.standard
  /// How many folders may lie within one another.
  public var tiefe = 100
  /// The largest manifest or other text file of the bag in bytes.
  public var tagdatei: Int64 = 1 << 30

  /// The default limits.
  public init() {}

  /// The default limits.
  public static let standard = Baggrenzen()
}
