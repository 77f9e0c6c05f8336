// SPDX-License-Identifier: Apache-2.0

/// How the Kennung of a store stands in a line of the Löschbuch: ASCII, without a tab or a line feed.
///
/// Letters, digits, `-`, `.` and `_` stand for themselves, every other byte of the UTF-8 form is `%`
/// with two capital hexadecimal digits. There is one spelling only.
enum Kennungsschrift {
  /// The spelling of a Kennung.
  static func bytes(_ kennung: String) -> [UInt8] {
    var aus: [UInt8] = []
    for byte in kennung.utf8 {
      if Form1.istCodezeichen(byte) {
        aus.append(byte)
      } else {
        aus += [37, ziffer(byte >> 4), ziffer(byte & 15)]
      }
    }
    return aus
  }

  /// The Kennung of a spelling; nil if it is none.
  static func kennung(_ bytes: some Collection<UInt8>) -> String? {
    var roh: [UInt8] = []
    var rest = bytes[...]
    while let byte = rest.popFirst() {
      if byte == 37 {
        guard let hoch = rest.popFirst().flatMap(wert), let tief = rest.popFirst().flatMap(wert)
        else { return nil }
        roh.append(hoch << 4 | tief)
      } else {
        roh.append(byte)
      }
    }
    guard roh.count <= Loeschsatz.hoechstlaengeKennung,
      let kennung = String(validating: roh, as: UTF8.self),
      Self.bytes(kennung).elementsEqual(bytes)
    else { return nil }
    return kennung
  }

  private static func ziffer(_ n: UInt8) -> UInt8 { n < 10 ? 48 + n : 55 + n }

  private static func wert(_ zeichen: UInt8) -> UInt8? {
    switch zeichen {
    case 48...57: zeichen - 48
    case 65...70: zeichen - 55
    default: nil
    }
  }
}
