// SPDX-License-Identifier: Apache-2.0

/// Decides by the first bytes and the XML declaration whether a document is UTF-8.
enum Kopfpruefung {
  enum Ergebnis: Equatable {
    case utf8
    /// More bytes are needed.
    case unklar
    /// Another encoding, by its name.
    case fremd(String)
  }

  static func pruefe(_ bytes: [UInt8], beendet: Bool) -> Ergebnis {
    if bytes.count < 6 && !beendet { return .unklar }
    if let fremd = bytefolge(bytes) { return .fremd(fremd) }
    let rest = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    // "<?xml " may come in pieces.
    let anfang = Array("<?xml".utf8)
    guard rest.prefix(5).elementsEqual(anfang.prefix(rest.count)) else { return .utf8 }
    guard let ende = rest.firstIndex(of: UInt8(ascii: ">")) else {
      return beendet || bytes.count > 1024 ? .utf8 : .unklar
    }
    guard let name = kodierung(in: rest[..<ende]) else { return .utf8 }
    switch name.uppercased() {
    case "UTF-8", "UTF8", "US-ASCII", "ASCII": return .utf8
    default: return .fremd(name)
    }
  }

  private static func bytefolge(_ bytes: [UInt8]) -> String? {
    let ersteVier = Array(bytes.prefix(4))
    if ersteVier == [0, 0, 0xFE, 0xFF] || ersteVier == [0xFF, 0xFE, 0, 0]
      || ersteVier == [0, 0, 0, 0x3C] || ersteVier == [0x3C, 0, 0, 0]
    {
      return "UTF-32"
    }
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
      || bytes.starts(with: [0, 0x3C]) || bytes.starts(with: [0x3C, 0])
    {
      return "UTF-16"
    }
    return ersteVier == [0x4C, 0x6F, 0xA7, 0x94] ? "EBCDIC" : nil
  }

  /// The value of the pseudo attribute `encoding`; anything odd is left to libxml2.
  private static func kodierung(in deklaration: ArraySlice<UInt8>) -> String? {
    let wort = Array("encoding".utf8)
    var rest = deklaration
    while let stelle = rest.firstIndex(of: wort[0]) {
      rest = rest[stelle...]
      guard rest.starts(with: wort) else {
        rest = rest.dropFirst()
        continue
      }
      rest = rest.dropFirst(wort.count).drop { $0 <= 0x20 || $0 == UInt8(ascii: "=") }
      guard let zeichen = rest.first, zeichen == 0x22 || zeichen == 0x27 else { return nil }
      return String(decoding: rest.dropFirst().prefix { $0 != zeichen }, as: UTF8.self)
    }
    return nil
  }
}
