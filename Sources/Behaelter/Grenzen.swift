// SPDX-License-Identifier: Apache-2.0

/// What a reader accepts from a container before it gives up.
///
/// The defaults are far above every honest container and far below what harms a server.
public struct Grenzen: Hashable, Sendable {
  /// The largest number of entries.
  public var eintraege = 2_000_000
  /// The largest unpacked size of one entry in bytes.
  public var eintragsgroesse: Int64 = 64 << 30
  /// The largest unpacked size of all entries together in bytes.
  public var gesamtgroesse: Int64 = 1 << 40
  /// The largest ratio of unpacked to packed size, of an entry and of the whole.
  ///
  /// Applied only to what unpacks to more than 10 MB.
  public var verhaeltnis: Int64 = 200
  /// The longest name in bytes of UTF-8; a longer one is a ``Namensmangel/zuLang``.
  public var namenslaenge = 1024

  /// The default limits.
  public init() {}

  /// The default limits.
  public static let standard = Grenzen()

  /// From this unpacked size on the ratio counts.
  static let verhaeltnisAb: Int64 = 10_000_000

  /// True if unpacking `gepackt` to `groesse` bytes exceeds the ratio.
  func verhaeltnisUeberschritten(groesse: Int64, gepackt: Int64) -> Bool {
    guard groesse > Self.verhaeltnisAb else { return false }
    let (erlaubt, ueberlauf) = max(gepackt, 1).multipliedReportingOverflow(by: verhaeltnis)
    return !ueberlauf && groesse > erlaubt
  }
}
