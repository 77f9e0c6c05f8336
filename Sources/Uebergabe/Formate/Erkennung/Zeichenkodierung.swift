// SPDX-License-Identifier: Apache-2.0

/// The encoding of a text by its first bytes.
enum Zeichenkodierung {
  case utf8
  case utf16LE
  case utf16BE

  /// The encoding that a byte order mark tells, or the zero beside the first `<`.
  init(_ bytes: [UInt8]) {
    if bytes.hat([0xFE, 0xFF]) {
      self = .utf16BE
    } else if bytes.hat([0xFF, 0xFE]) {
      self = .utf16LE
    } else if let i = bytes.prefix(256).firstIndex(of: UInt8(ascii: "<")) {
      if i % 2 == 1, bytes[i - 1] == 0 {
        self = .utf16BE
      } else if i % 2 == 0, i + 1 < bytes.count, bytes[i + 1] == 0 {
        self = .utf16LE
      } else {
        self = .utf8
      }
    } else {
      self = .utf8
    }
  }

  /// The bytes as UTF-8, without a byte order mark; those of a UTF-8 text as they are.
  static func utf8(_ bytes: [UInt8]) -> [UInt8] {
    let kodierung = Zeichenkodierung(bytes)
    if kodierung == .utf8 { return bytes.hat([0xEF, 0xBB, 0xBF]) ? Array(bytes[3...]) : bytes }
    var einheiten: [UInt16] = []
    einheiten.reserveCapacity(bytes.count / 2)
    for i in stride(from: 0, to: bytes.count - 1, by: 2) {
      einheiten.append(UInt16(kodierung == .utf16LE ? bytes.u16(i) : bytes.be16(i)))
    }
    if einheiten.first == 0xFEFF { einheiten.removeFirst() }
    return Array(String(decoding: einheiten, as: UTF16.self).utf8)
  }
}

/// Whether bytes are text, and of which encoding; takes them piece by piece.
struct Zeichenprobe {
  private(set) var istUTF8 = true
  /// A byte above 127 was seen.
  private(set) var hatHohe = false
  /// A control character that no text has.
  private(set) var istBinaer = false
  private var fehlen = 0
  private var unten: UInt8 = 0x80
  private var oben: UInt8 = 0xBF

  /// Takes the next bytes.
  mutating func nimm(_ bytes: [UInt8]) {
    for b in bytes {
      if b < 0x80 {
        // Bell to carriage return, the end sign of DOS and escape do occur in texts, as libmagic has it.
        if b < 0x20, !(7...13).contains(b), b != 0x1A, b != 0x1B { istBinaer = true }
        if b == 0x7F { istBinaer = true }
        if fehlen > 0 {
          istUTF8 = false
          fehlen = 0
        }
        continue
      }
      hatHohe = true
      if istUTF8 { nimmHohes(b) }
    }
  }

  /// Tells that no more bytes come.
  mutating func schliesse() { if fehlen > 0 { istUTF8 = false } }

  private mutating func nimmHohes(_ b: UInt8) {
    if fehlen > 0 {
      if b < unten || b > oben { istUTF8 = false }
      (unten, oben, fehlen) = (0x80, 0xBF, fehlen - 1)
      return
    }
    switch b {
    case 0xC2...0xDF: fehlen = 1
    case 0xE0: (fehlen, unten) = (2, 0xA0)
    case 0xED: (fehlen, oben) = (2, 0x9F)
    case 0xE1...0xEF: fehlen = 2
    case 0xF0: (fehlen, unten) = (3, 0x90)
    case 0xF1...0xF3: fehlen = 3
    case 0xF4: (fehlen, oben) = (3, 0x8F)
    default: istUTF8 = false
    }
  }
}
