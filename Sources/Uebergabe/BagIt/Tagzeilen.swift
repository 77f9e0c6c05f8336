// SPDX-License-Identifier: Apache-2.0

/// Goes through the lines of a tag file in UTF-8: LF, CR and CRLF end a line, also mixed (RFC 8493,
/// section 2.1.1 and 2.2); the end of the last line may be missing.
struct Tagzeilen: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var stelle = 0
  private var nummer = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The next line without its end, and its number counted from 1.
  mutating func next() -> (nummer: Int, zeile: ArraySlice<UInt8>)? {
    guard stelle < bytes.count else { return nil }
    var ende = stelle
    while ende < bytes.count, bytes[ende] != 0x0A, bytes[ende] != 0x0D { ende += 1 }
    let zeile = bytes[stelle..<ende]
    stelle = ende + 1
    if ende + 1 < bytes.count, bytes[ende] == 0x0D, bytes[ende + 1] == 0x0A { stelle += 1 }
    nummer += 1
    return (nummer, zeile)
  }
}

extension ArraySlice<UInt8> {
  /// The text of a line that is valid UTF-8.
  var text: String { String(decoding: self, as: UTF8.self) }

  /// Without blanks and tabs at both ends.
  var ohneRand: ArraySlice<UInt8> {
    let anfang = firstIndex { !$0.istLeerraum } ?? endIndex
    let ende = lastIndex { !$0.istLeerraum }.map { index(after: $0) } ?? anfang
    return self[anfang..<ende]
  }
}

extension UInt8 {
  /// Blank or tab.
  var istLeerraum: Bool { self == 0x20 || self == 0x09 }
}
