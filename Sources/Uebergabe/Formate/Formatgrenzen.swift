// SPDX-License-Identifier: Apache-2.0
public import Behaelter

/// How much of a file the recognition reads before it gives up; it never needs more memory than this.
public struct Formatgrenzen: Hashable, Sendable {
  /// The bytes read of one file, without ``durchsicht``.
  public var lesen: Int64 = 32 << 20
  /// The bytes searched where the structure of a PDF is no help, or where a text is told from others.
  public var durchsicht: Int64 = 16 << 20
  /// The unpacked bytes of one packed part, such as a metadata stream or an object stream.
  public var auspacken = 8 << 20
  /// The records read of the directory of a ZIP or OLE2 file.
  public var eintraege = 20_000
  /// The bytes kept by ``Formatmitleser`` of a stream that cannot be read twice.
  public var mitlesen = 4 << 20
  /// What an unpacked ZIP may be before it counts as a bomb.
  public var behaelter = Grenzen.standard

  /// The default limits.
  public init() {}
}
