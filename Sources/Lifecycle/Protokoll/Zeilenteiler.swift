// SPDX-License-Identifier: Apache-2.0

/// Cuts a stream of bytes into lines that end with a line feed, with bounded memory.
struct Zeilenteiler {
  /// A line, without its end.
  enum Zeile {
    case zeile([UInt8])
    /// Longer than the limit; its bytes were skipped.
    case zuLang(Int)

    /// The number of bytes, without the line feed.
    var laenge: Int {
      switch self {
      case .zeile(let bytes): bytes.count
      case .zuLang(let n): n
      }
    }
  }

  private let hoechstlaenge: Int
  private var anfang: [UInt8] = []
  private var uebersprungen = 0

  init(hoechstlaenge: Int) { self.hoechstlaenge = hoechstlaenge }

  /// Takes the next bytes and returns the lines that they complete.
  mutating func nimm(_ bytes: [UInt8]) -> [Zeile] {
    var zeilen: [Zeile] = []
    var von = 0
    while let ende = bytes[von...].firstIndex(of: 10) {
      sammle(bytes[von..<ende])
      zeilen.append(rest)
      anfang = []
      uebersprungen = 0
      von = ende + 1
    }
    sammle(bytes[von...])
    return zeilen
  }

  /// What came after the last line feed.
  var rest: Zeile { uebersprungen > 0 ? .zuLang(uebersprungen) : .zeile(anfang) }

  private mutating func sammle(_ bytes: ArraySlice<UInt8>) {
    if uebersprungen > 0 {
      uebersprungen += bytes.count
    } else if anfang.count + bytes.count > hoechstlaenge {
      uebersprungen = anfang.count + bytes.count
      anfang = []
    } else {
      anfang += bytes
    }
  }
}
