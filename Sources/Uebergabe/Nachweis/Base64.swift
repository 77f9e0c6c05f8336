// SPDX-License-Identifier: Apache-2.0

/// Base64 (RFC 4648), on bytes.
enum Base64 {
  private static let zeichen = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let werte: [UInt8] = {
    var w = [UInt8](repeating: 255, count: 256)
    for (i, z) in zeichen.enumerated() { w[Int(z)] = UInt8(i) }
    return w
  }()

  /// The bytes that a text stands for; white space does not count; nil if it is no base64.
  static func gelesen(_ text: some Collection<UInt8>) -> [UInt8]? {
    var aus: [UInt8] = []
    aus.reserveCapacity(text.count / 4 * 3)
    var puffer: UInt32 = 0
    var bits = 0
    var zaehler = 0
    var fuellung = 0
    for z in text {
      switch z {
      case 0x20, 0x09, 0x0A, 0x0D: continue
      case 0x3D:
        fuellung += 1
        zaehler += 1
      default:
        let wert = werte[Int(z)]
        guard wert < 64, fuellung == 0 else { return nil }
        zaehler += 1
        puffer = puffer << 6 | UInt32(wert)
        bits += 6
        if bits >= 8 {
          bits -= 8
          aus.append(UInt8(truncatingIfNeeded: puffer >> UInt32(bits)))
        }
      }
    }
    return zaehler % 4 == 0 && fuellung <= 2 ? aus : nil
  }

  /// The text of bytes, on one line.
  static func geschrieben(_ bytes: some Collection<UInt8>) -> String {
    var aus: [UInt8] = []
    aus.reserveCapacity((bytes.count + 2) / 3 * 4)
    var puffer: UInt32 = 0
    var zahl = 0
    for b in bytes {
      puffer = puffer << 8 | UInt32(b)
      zahl += 1
      if zahl == 3 {
        for s: UInt32 in [18, 12, 6, 0] { aus.append(zeichen[Int(puffer >> s & 63)]) }
        puffer = 0
        zahl = 0
      }
    }
    if zahl == 1 {
      aus += [zeichen[Int(puffer >> 2 & 63)], zeichen[Int(puffer << 4 & 63)], 0x3D, 0x3D]
    } else if zahl == 2 {
      aus += [
        zeichen[Int(puffer >> 10 & 63)], zeichen[Int(puffer >> 4 & 63)],
        zeichen[Int(puffer << 2 & 63)], 0x3D,
      ]
    }
    return String(decoding: aus, as: UTF8.self)
  }
}
