// SPDX-License-Identifier: Apache-2.0

/// Text as the full-text index keeps it, so that spellings that mean the same are the same.
///
/// Lower case; ä, ö, ü become ae, oe, ue and ß becomes ss, also when the dots are a character of
/// their own; other accents go; everything that is neither letter nor digit becomes one space.
/// The text begins and ends with a space, so that a search for a space and two letters finds words
/// that begin with them.
enum Suchtext {
  /// The text in the form of the index; empty if it has neither letter nor digit.
  static func falte(_ text: String) -> String {
    var aus: [UInt8] = [32]
    aus.reserveCapacity(text.utf8.count + 8)
    for zeichen in text.unicodeScalars {
      switch zeichen.value {
      case 0x30...0x39, 0x61...0x7A: aus.append(UInt8(truncatingIfNeeded: zeichen.value))
      case 0x41...0x5A: aus.append(UInt8(truncatingIfNeeded: zeichen.value) + 32)
      case 0...0x7F: trenne(&aus)
      case 0xAD, 0x200B...0x200F, 0x2060, 0xFEFF: break  // soft hyphen, signs without a width
      case 0x300...0x36F: if zeichen.value == 0x308 { haengeEAn(&aus) }
      case 0xC0...0x17F where zeichen.value != 0xD7 && zeichen.value != 0xF7:
        aus.append(contentsOf: lateinisch[Int(zeichen.value) - 0xC0].utf8)
      default: nimm(zeichen, &aus)
      }
    }
    guard aus.count > 1 else { return "" }
    trenne(&aus)
    return String(decoding: aus, as: UTF8.self)
  }

  private static func trenne(_ aus: inout [UInt8]) {
    if aus.last != 32 { aus.append(32) }
  }

  /// Two dots above: as the letters ä, ö, ü; above others they go.
  private static func haengeEAn(_ aus: inout [UInt8]) {
    if let letztes = aus.last, [97, 111, 117].contains(letztes) { aus.append(101) }
  }

  private static func nimm(_ zeichen: Unicode.Scalar, _ aus: inout [UInt8]) {
    if zeichen.value == 0x1E9E { return aus.append(contentsOf: [115, 115]) }  // capital ß
    guard zeichen.properties.isAlphabetic || zeichen.properties.numericType != nil else {
      return trenne(&aus)
    }
    aus.append(contentsOf: zeichen.properties.lowercaseMapping.utf8)
  }

  /// What the letters from U+00C0 to U+017F become, in their order.
  private static let lateinisch: [String] =
    ("""
  a a a a ae a ae c e e e e i i i i d n o o o o oe * oe u u u ue y th ss \
  a a a a ae a ae c e e e e i i i i d n o o o o oe * oe u u u ue y th y \
  a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g \
  h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n n n n \
  o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u \
  w w y y y z z z z z z s
  """).split(separator: " ").map(String.init)
}
