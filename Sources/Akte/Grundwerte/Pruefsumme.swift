// SPDX-License-Identifier: Apache-2.0

/// A digest algorithm that proves the bytes of a file.
///
/// The raw value is the entry code that xdomea 4.0 messages use in
/// `Hash/Algorithmus` (list `xta.serviceprofile.kryptographische-algorithmen`).
public enum Hashverfahren: String, Hashable, Sendable, Codable, CaseIterable {
  /// MD5, 16 bytes. Only for reading old evidence; never written.
  case md5 = "MD5"
  /// SHA-1, 20 bytes. Only for reading old evidence; never written.
  case sha1 = "SHA-1"
  /// SHA-224, 28 bytes.
  case sha224 = "SHA-224"
  /// SHA-256, 32 bytes: the default of this suite.
  case sha256 = "SHA-256"
  /// SHA-384, 48 bytes.
  case sha384 = "SHA-384"
  /// SHA-512, 64 bytes.
  case sha512 = "SHA-512"

  /// Length of the digest in bytes.
  public var laenge: Int {
    switch self {
    case .md5: 16
    case .sha1: 20
    case .sha224: 28
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }

  /// The algorithm that a free spelling names, such as `sha256`, `SHA_256` or the
  /// XML-Security address `http://www.w3.org/2001/04/xmlenc#sha256`; nil if unknown.
  public init?(bezeichnung: some StringProtocol) {
    let ende = String(bezeichnung).split(separator: "#" as Character).last.map(String.init)
    let kern = (ende ?? "").lowercased().filter { $0.isLetter || $0.isNumber }
    let treffer = Self.allCases.first {
      $0.rawValue.lowercased().filter { $0.isLetter || $0.isNumber } == kern
    }
    guard let treffer else { return nil }
    self = treffer
  }
}

/// The digest of a file's bytes, with the algorithm that made it.
public struct Pruefsumme: Hashable, Sendable {
  /// The algorithm.
  public let verfahren: Hashverfahren
  /// The digest; always ``Hashverfahren/laenge`` bytes.
  public let bytes: [UInt8]

  /// A digest from its bytes; nil if the length does not fit the algorithm.
  public init?(_ verfahren: Hashverfahren, bytes: [UInt8]) {
    guard bytes.count == verfahren.laenge else { return nil }
    self.verfahren = verfahren
    self.bytes = bytes
  }

  /// A digest from its text: hex in either case, or base64 if the length fits.
  ///
  /// xdomea does not fix the encoding of `Hash/Wert` (FAKTEN 7), so both are accepted; nil for
  /// anything else.
  public init?(_ verfahren: Hashverfahren, text: some StringProtocol) {
    let zeichen = Array(text.utf8)
    guard let bytes = Self.ausHex(zeichen, verfahren.laenge) ?? Self.ausBase64(zeichen),
      bytes.count == verfahren.laenge
    else { return nil }
    self.verfahren = verfahren
    self.bytes = bytes
  }

  /// The digest as lower-case hex, as this suite writes it.
  public var hex: String {
    let ziffern = Array("0123456789abcdef".utf8)
    return String(unsafeUninitializedCapacity: bytes.count * 2) { puffer in
      for (i, b) in bytes.enumerated() {
        puffer[2 * i] = ziffern[Int(b >> 4)]
        puffer[2 * i + 1] = ziffern[Int(b & 15)]
      }
      return bytes.count * 2
    }
  }

  private static func ausHex(_ zeichen: [UInt8], _ laenge: Int) -> [UInt8]? {
    guard zeichen.count == 2 * laenge else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(laenge)
    for i in 0..<laenge {
      guard let h = hexwert(zeichen[2 * i]), let l = hexwert(zeichen[2 * i + 1]) else {
        return nil
      }
      bytes.append(h << 4 | l)
    }
    return bytes
  }

  private static func ausBase64(_ zeichen: [UInt8]) -> [UInt8]? {
    guard zeichen.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    var puffer: UInt32 = 0
    var bits = 0
    var fuellung = 0
    for z in zeichen {
      let wert: UInt32
      switch z {
      case 65...90: wert = UInt32(z) - 65
      case 97...122: wert = UInt32(z) - 71
      case 48...57: wert = UInt32(z) + 4
      case 43: wert = 62
      case 47: wert = 63
      case 61:
        fuellung += 1
        continue
      default: return nil
      }
      guard fuellung == 0 else { return nil }
      puffer = (puffer << 6) | wert
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: puffer >> UInt32(bits)))
      }
    }
    return fuellung <= 2 ? bytes : nil
  }
}

extension Pruefsumme: Codable {
  /// Reads `SHA-256:9f86d0…`: the algorithm, a colon, the digest.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    let teile = text.split(separator: ":" as Character, maxSplits: 1)
    guard teile.count == 2, let verfahren = Hashverfahren(rawValue: String(teile[0])),
      let wert = Self(verfahren, text: teile[1])
    else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(text) ist keine Prüfsumme"))
    }
    self = wert
  }

  /// Writes `SHA-256:9f86d0…`.
  public func encode(to encoder: any Encoder) throws {
    var behaelter = encoder.singleValueContainer()
    try behaelter.encode(verfahren.rawValue + ":" + hex)
  }
}

/// The value of one hex digit in either case; nil for any other byte.
@inline(__always)
func hexwert(_ z: UInt8) -> UInt8? {
  switch z {
  case 48...57: z &- 48
  case 65...70: z &- 55
  case 97...102: z &- 87
  default: nil
  }
}
