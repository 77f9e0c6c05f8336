// SPDX-License-Identifier: Apache-2.0

/// The character set in which German Excel saves CSV unless asked for UTF-8.
enum Windows1252 {
  /// The text as UTF-8; nil if a byte stands for no character.
  static func utf8(_ bytes: [UInt8]) -> [UInt8]? {
    var aus: [UInt8] = []
    aus.reserveCapacity(bytes.count + bytes.count / 8)
    for b in bytes {
      switch b {
      case 0..<0x80: aus.append(b)
      case 0x80..<0xA0:
        guard let skalar = tafel[Int(b) - 0x80] else { return nil }
        aus += Array(String(skalar).utf8)
      default:
        aus.append(0xC0 | b >> 6)
        aus.append(0x80 | b & 0x3F)
      }
    }
    return aus
  }

  /// The characters of 0x80 to 0x9F; five are not assigned.
  private static let tafel: [Character?] = [
    "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
    nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
  ]
}
