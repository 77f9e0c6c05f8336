// SPDX-License-Identifier: Apache-2.0

/// Composes letters that were written in two parts, such as `u` + U+0308 from a Mac.
///
/// The library has no Foundation, and the standard library no public composition. But its
/// `Character` compares and hashes by canonical equivalence, so a table of the composed letters is
/// found by the decomposed ones. It holds the Latin and Cyrillic blocks; other letters stay as they
/// are, and still compare as equal.
enum Textform {
  /// The text with composed letters (NFC for Latin and Cyrillic).
  static func komponiert(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0xCC }) else { return text }
    var aus = ""
    aus.reserveCapacity(text.utf8.count)
    for zeichen in text { aus.append(tafel[zeichen] ?? zeichen) }
    return aus
  }

  private static let tafel: [Character: Character] = {
    var tafel: [Character: Character] = [:]
    for block in [0xC0...0x24F, 0x400...0x4FF, 0x1E00...0x1EFF] as [ClosedRange<UInt32>] {
      for wert in block {
        guard let skalar = Unicode.Scalar(wert), skalar.properties.isAlphabetic else { continue }
        tafel[Character(skalar)] = Character(skalar)
      }
    }
    return tafel
  }()
}
