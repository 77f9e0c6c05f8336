// SPDX-License-Identifier: Apache-2.0

/// Base64 (RFC 4648, with padding), read strictly: one spelling for the same bytes.
enum Base64 {
  private static let zeichen = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let werte: [UInt8] = {
    var tafel = [UInt8](repeating: 255, count: 256)
    for (wert, z) in zeichen.enumerated() { tafel[Int(z)] = UInt8(wert) }
    return tafel
  }()

  /// Appends the text of `bytes`.
  static func haenge(_ bytes: [UInt8], an ziel: inout [UInt8]) {
    var i = 0
    while i < bytes.count {
      let anzahl = min(3, bytes.count - i)
      var block: UInt32 = 0
      for j in 0..<3 { block = block << 8 | (j < anzahl ? UInt32(bytes[i + j]) : 0) }
      for j in 0..<4 {
        ziel.append(j <= anzahl ? zeichen[Int(block >> UInt32(18 - 6 * j) & 63)] : 61)
      }
      i += 3
    }
  }

  /// The bytes of a text; nil if it is not exactly what ``haenge(_:an:)`` writes.
  static func bytes(_ text: String) -> [UInt8]? {
    let quelle = Array(text.utf8)
    guard quelle.count.isMultiple(of: 4) else { return nil }
    var aus: [UInt8] = []
    aus.reserveCapacity(quelle.count / 4 * 3)
    var i = 0
    while i < quelle.count {
      let letzter = i + 4 == quelle.count
      let fuellung = letzter ? (quelle[i + 3] != 61 ? 0 : quelle[i + 2] != 61 ? 1 : 2) : 0
      var block: UInt32 = 0
      for j in 0..<4 {
        let wert = j < 4 - fuellung ? werte[Int(quelle[i + j])] : 0
        guard wert < 64 else { return nil }
        block = block << 6 | UInt32(wert)
      }
      // Bits that no byte takes must be zero.
      guard block & ((1 << UInt32(8 * fuellung)) &- 1) == 0 else { return nil }
      for j in 0..<(3 - fuellung) {
        aus.append(UInt8(truncatingIfNeeded: block >> UInt32(16 - 8 * j)))
      }
      i += 4
    }
    return aus
  }
}
