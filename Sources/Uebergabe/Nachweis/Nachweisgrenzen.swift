// SPDX-License-Identifier: Apache-2.0

/// What is accepted of foreign evidence before reading ends.
public struct Nachweisgrenzen: Hashable, Sendable {
  /// The largest evidence record, time stamp or answer in bytes.
  public var beweis = 4 << 20
  /// The largest list of hashes in bytes.
  public var liste = 1 << 30
  /// The largest XAIP in bytes; it is read into memory as a whole.
  public var xaip = 256 << 20
  /// The greatest number of files.
  public var dateien = 2_000_000
  /// How many folders may lie within one another.
  public var tiefe = 100

  /// The default limits.
  public init() {}

  /// The default limits.
  public static let standard = Nachweisgrenzen()
}
