// SPDX-License-Identifier: Apache-2.0

/// A UUID that belongs to one kind of thing, so that a process id never passes for an object id.
///
/// Equality and hash ignore the letter case, as the standard compares; the spelling that was
/// received is kept and written again (xdomea FAKTEN 7: keep the letter case exactly as received).
/// Only the strict form 8-4-4-4-12 hex digits is accepted (R17).
public struct Kennung<Bezug>: Hashable, Sendable {
  private let hoch: UInt64
  private let tief: UInt64
  /// Bit i set: hex digit i (0…31, from the left) was an upper-case letter.
  private let grossbuchstaben: UInt32

  /// A UUID from 16 bytes; written in lower case.
  public init(bytes: (UInt64, UInt64)) {
    (hoch, tief) = bytes
    grossbuchstaben = 0
  }

  /// A UUID from its text; nil unless it is exactly 8-4-4-4-12 hex digits.
  public init?(_ text: some StringProtocol) {
    var kopie = String(text)
    guard let wert = kopie.withUTF8({ Self(utf8: $0) }) else { return nil }
    self = wert
  }

  /// A UUID from UTF-8 bytes; nil unless they are exactly 8-4-4-4-12 hex digits.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count == 36 else { return nil }
    var hoch: UInt64 = 0
    var tief: UInt64 = 0
    var gross: UInt32 = 0
    var ziffer: UInt32 = 0
    for i in 0..<36 {
      let z = bytes[i]
      if i == 8 || i == 13 || i == 18 || i == 23 {
        guard z == 45 else { return nil }
        continue
      }
      guard let h = hexwert(z) else { return nil }
      if z >= 65 && z <= 70 { gross |= 1 << ziffer }
      if ziffer < 16 { hoch = hoch << 4 | UInt64(h) } else { tief = tief << 4 | UInt64(h) }
      ziffer += 1
    }
    self.hoch = hoch
    self.tief = tief
    grossbuchstaben = gross
  }

  /// The two halves of the 128 bits, high half first.
  public var bytes: (UInt64, UInt64) { (hoch, tief) }

  /// The nil UUID: all bits zero.
  ///
  /// Readers use it where a message had no usable id.
  public static var leer: Self { Self(bytes: (0, 0)) }

  /// True for the nil UUID.
  public var istLeer: Bool { hoch == 0 && tief == 0 }

  /// The same UUID for another kind of thing.
  public func als<Anderer>(_: Anderer.Type) -> Kennung<Anderer> {
    Kennung<Anderer>(hoch: hoch, tief: tief, grossbuchstaben: grossbuchstaben)
  }

  fileprivate init(hoch: UInt64, tief: UInt64, grossbuchstaben: UInt32) {
    self.hoch = hoch
    self.tief = tief
    self.grossbuchstaben = grossbuchstaben
  }

  /// The 36 characters, in the spelling that was received.
  public var text: String {
    String(unsafeUninitializedCapacity: 36) { p in p.baseAddress.map { schreibe($0) } ?? 0 }
  }

  /// Writes ``text`` to `puffer`, which has room for 36 bytes; returns their number.
  package func schreibe(_ puffer: UnsafeMutablePointer<UInt8>) -> Int {
    var ziffer = 0
    for i in 0..<36 {
      if i == 8 || i == 13 || i == 18 || i == 23 {
        puffer[i] = 45
        continue
      }
      let halb = ziffer < 16 ? hoch : tief
      let h = UInt8(truncatingIfNeeded: halb >> UInt64(60 - 4 * (ziffer & 15))) & 15
      if h < 10 {
        puffer[i] = 48 &+ h
      } else {
        puffer[i] = (grossbuchstaben >> UInt32(ziffer) & 1 == 1 ? 55 : 87) &+ h
      }
      ziffer += 1
    }
    return 36
  }

  /// Equal if the 128 bits are equal; letter case does not count.
  public static func == (a: Self, b: Self) -> Bool { a.hoch == b.hoch && a.tief == b.tief }

  /// Feeds the 128 bits; letter case does not count.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(hoch)
    hasher.combine(tief)
  }
}

extension Kennung: Comparable {
  /// The order of the 128 bits; says nothing, but makes lists repeatable.
  public static func < (a: Self, b: Self) -> Bool {
    a.hoch == b.hoch ? a.tief < b.tief : a.hoch < b.hoch
  }
}

extension Kennung: CustomStringConvertible {
  /// The same as ``text``.
  public var description: String { text }
}

extension Kennung: Codable {
  /// Reads the 36 characters.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let wert = Self(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(text) ist keine UUID"))
    }
    self = wert
  }

  /// Writes the 36 characters.
  public func encode(to encoder: any Encoder) throws {
    var behaelter = encoder.singleValueContainer()
    try behaelter.encode(text)
  }
}

extension Kennung {
  /// A new random UUID (version 4, RFC 9562) from the given source of randomness.
  public static func zufaellig(_ zufall: inout some RandomNumberGenerator) -> Self {
    let h = UInt64.random(in: .min ... .max, using: &zufall)
    let t = UInt64.random(in: .min ... .max, using: &zufall)
    return Self(
      bytes: (
        h & ~0xF000 | 0x4000,
        t & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
      ))
  }
}

/// Marks the ids of Akten, Vorgänge, Dokumente and the other objects of a message.
public enum Objektbezug {}
/// Marks the ids of business processes (ProzessID).
public enum Prozessbezug {}
/// Marks the ids of messages (nachrichtenUUID, xdomea 4.0).
public enum Nachrichtenbezug {}

/// The id of an Akte, Vorgang, Dokument, Schriftstück, Anlage or Geschäftsgang.
public typealias ObjektID = Kennung<Objektbezug>
/// The id of one business process, the same in all its messages.
public typealias ProzessID = Kennung<Prozessbezug>
/// The id of one message instance.
public typealias NachrichtenID = Kennung<Nachrichtenbezug>
