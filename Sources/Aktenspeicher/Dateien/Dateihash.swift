// SPDX-License-Identifier: Apache-2.0
public import Akte

/// The SHA-256 digest of a file's bytes, which is its address in the store.
///
/// The same digest as a ``Akte/Pruefsumme`` of the algorithm SHA-256, without an allocation, so
/// that a million of them are cheap (FAKTEN 1.3: SHA-256 at ingest).
public struct Dateihash: Hashable, Sendable {
  private let a: UInt64
  private let b: UInt64
  private let c: UInt64
  private let d: UInt64

  /// The digest in 32 bytes.
  public static let laenge = 32

  /// The digest from 32 bytes; nil for any other length.
  public init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == Self.laenge else { return nil }
    a = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self))
    b = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    c = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
    d = UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self))
  }

  /// The digest; nil unless it was made by SHA-256.
  public init?(_ summe: Pruefsumme) {
    guard summe.verfahren == .sha256, let wert = summe.bytes.withUnsafeBytes(Self.init(bytes:))
    else { return nil }
    self = wert
  }

  /// The digest from 64 lower-case hex digits; nil for anything else.
  public init?(hex: some StringProtocol) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(Self.laenge)
    var hoch: UInt8?
    for zeichen in hex.utf8 {
      let ziffer: UInt8
      switch zeichen {
      case 48...57: ziffer = zeichen &- 48
      case 97...102: ziffer = zeichen &- 87
      default: return nil
      }
      if let h = hoch {
        guard bytes.count < Self.laenge else { return nil }
        bytes.append(h << 4 | ziffer)
        hoch = nil
      } else {
        hoch = ziffer
      }
    }
    guard hoch == nil, let wert = bytes.withUnsafeBytes(Self.init(bytes:)) else { return nil }
    self = wert
  }

  /// The digest as 64 lower-case hex digits.
  public var hex: String {
    String(unsafeUninitializedCapacity: 64) { puffer in
      var i = 0
      for wort in [a, b, c, d] {
        for stelle in stride(from: 60, through: 0, by: -4) {
          let h = UInt8(truncatingIfNeeded: wort >> UInt64(stelle)) & 15
          puffer[i] = h < 10 ? 48 &+ h : 87 &+ h
          i += 1
        }
      }
      return 64
    }
  }

  /// The digest as the rest of the suite names it; nil never happens for a value of this type.
  public var pruefsumme: Pruefsumme? {
    mitBytes { Pruefsumme(.sha256, bytes: Array($0)) }
  }

  /// Lends the 32 bytes.
  package func mitBytes<T>(_ body: (UnsafeRawBufferPointer) throws -> T) rethrows -> T {
    try withUnsafeBytes(of: (a.bigEndian, b.bigEndian, c.bigEndian, d.bigEndian), body)
  }

  /// Where the file lies below `dateien/`: `ab/cdef…`.
  var ablageort: String {
    let hex = hex
    return hex.prefix(2) + "/" + hex.dropFirst(2)
  }

  /// The folder below `dateien/`, 0 to 255.
  var fach: Int { Int(a >> 56) }
}

extension Dateihash: Comparable {
  /// The order of the bytes.
  public static func < (x: Self, y: Self) -> Bool {
    (x.a, x.b, x.c, x.d) < (y.a, y.b, y.c, y.d)
  }
}

extension Dateihash: CustomStringConvertible {
  /// The same as ``hex``.
  public var description: String { hex }
}

/// A file in the store: its address and its size.
public struct Dateiangabe: Hashable, Sendable {
  /// The digest of the bytes.
  public let hash: Dateihash
  /// The number of bytes.
  public let groesse: Int64

  /// A file with this digest and this size.
  public init(hash: Dateihash, groesse: Int64) {
    self.hash = hash
    self.groesse = groesse
  }
}
