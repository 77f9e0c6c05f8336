// SPDX-License-Identifier: Apache-2.0

/// Escaping: eight bytes at a time where nothing is to be escaped or refused.
extension Schreibkern {
  mutating func maskiere(_ text: String, attribut: Bool) throws(XMLFehler) {
    var text = text
    let verboten = text.withUTF8 { maskiereBytes($0, attribut) }
    if verboten != 0 { throw .unzulaessigesZeichen(verboten - 1) }
  }

  mutating func maskiere(
    _ bytes: UnsafeBufferPointer<UInt8>, attribut: Bool
  ) throws(XMLFehler) {
    let verboten = maskiereBytes(bytes, attribut)
    if verboten != 0 { throw .unzulaessigesZeichen(verboten - 1) }
  }

  /// Appends the text escaped; returns 0, or 1 plus the number of a character XML cannot carry.
  private mutating func maskiereBytes(
    _ bytes: UnsafeBufferPointer<UInt8>, _ attribut: Bool
  ) -> UInt32 {
    guard let quelle = bytes.baseAddress else { return 0 }
    let laenge = bytes.count
    let roh = UnsafeRawPointer(quelle)
    var i = 0
    while i < laenge {
      // Up to here nothing needs room but the bytes themselves.
      platz(laenge &- i)
      var ziel = start + anzahl
      let anfang = ziel
      while i &+ 8 <= laenge {
        let wort = roh.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        if Self.auffaellig(wort, attribut) { break }
        UnsafeMutableRawPointer(ziel).storeBytes(of: wort, as: UInt64.self)
        ziel += 8
        i &+= 8
      }
      vermerke(ziel - anfang)
      let ende = min(i &+ 8, laenge)
      while i < ende {
        let byte = quelle[i]
        if let ersatz = Self.ersatz(byte, attribut) {
          schreibe(ersatz)
        } else if byte < 0x20 && byte != 0x0A && byte != 0x09 {
          return UInt32(byte) + 1
        } else if byte == 0xEF && i &+ 2 < laenge && quelle[i &+ 1] == 0xBF
          && quelle[i &+ 2] >= 0xBE
        {
          return 0xFFC0 + UInt32(quelle[i &+ 2] & 0x3F) + 1
        } else {
          platz(1)
          start[anzahl] = byte
          vermerke(1)
        }
        i &+= 1
      }
    }
    return 0
  }

  /// True if one of the eight bytes is a control character, a special character or 0xEF.
  @inline(__always)
  private static func auffaellig(_ wort: UInt64, _ attribut: Bool) -> Bool {
    @inline(__always)
    func hat(_ byte: UInt64) -> UInt64 {
      let rest = wort ^ (byte &* 0x0101_0101_0101_0101)
      return (rest &- 0x0101_0101_0101_0101) & ~rest
    }
    let steuerzeichen = (wort &- 0x2020_2020_2020_2020) & ~wort
    var treffer = steuerzeichen | hat(0x26) | hat(0x3C) | hat(0x3E) | hat(0xEF)
    if attribut { treffer |= hat(0x22) }
    return treffer & 0x8080_8080_8080_8080 != 0
  }

  @inline(__always)
  private static func ersatz(_ byte: UInt8, _ attribut: Bool) -> StaticString? {
    switch byte {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x0D: "&#13;"
    case 0x22: attribut ? "&quot;" : nil
    case 0x09: attribut ? "&#9;" : nil
    case 0x0A: attribut ? "&#10;" : nil
    default: nil
    }
  }
}
