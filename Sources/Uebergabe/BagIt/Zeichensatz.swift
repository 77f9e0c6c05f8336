// SPDX-License-Identifier: Apache-2.0
internal import Glibc

/// The character set that `Tag-File-Character-Encoding` names.
///
/// UTF-8 is read as it is, everything else through the system's converter.
struct Zeichensatz {
  let name: String
  private let schluessel: String

  var istUTF8: Bool { schluessel == "UTF-8" || schluessel == "UTF8" }

  static let utf8 = Zeichensatz(geprueft: "UTF-8")

  /// The character set of that name; nil if the system does not know it.
  init?(_ name: String) {
    // The name comes from outside: no path to a converter, no options of it.
    let erlaubt = name.utf8.allSatisfy { b in
      (0x30...0x39).contains(b) || (0x61...0x7A).contains(b | 0x20) || b == 0x2D || b == 0x5F
        || b == 0x2E || b == 0x3A
    }
    guard erlaubt, !name.isEmpty, name.utf8.count <= 40 else { return nil }
    self.init(geprueft: name)
    guard !istUTF8 else { return }
    guard let umwandler = Umwandler(von: name) else { return nil }
    _ = consume umwandler
  }

  private init(geprueft name: String) {
    self.name = name
    schluessel = name.uppercased()
  }

  /// The bytes in UTF-8; nil if they are not valid.
  func alsUTF8(_ bytes: [UInt8]) -> [UInt8]? {
    if istUTF8 { return String(validating: bytes, as: UTF8.self) == nil ? nil : bytes }
    guard let umwandler = Umwandler(von: name) else { return nil }
    return umwandler.alsUTF8(bytes)
  }
}

/// The system's converter of one character set to UTF-8.
private struct Umwandler: ~Copyable {
  private let griff: iconv_t

  init?(von name: String) {
    guard let griff = iconv_open("UTF-8", name), Int(bitPattern: griff) != -1 else { return nil }
    self.griff = griff
  }

  deinit { iconv_close(griff) }

  func alsUTF8(_ bytes: [UInt8]) -> [UInt8]? {
    var aus: [UInt8] = []
    var stueck = [CChar](repeating: 0, count: 1 << 16)
    var eingabe = bytes.map { CChar(bitPattern: $0) }
    let gelungen = eingabe.withUnsafeMutableBufferPointer { ein in
      stueck.withUnsafeMutableBufferPointer { puffer in
        var quelle = ein.baseAddress
        var rest = ein.count
        repeat {
          var ziel = puffer.baseAddress
          var platz = puffer.count
          let ergebnis = iconv(griff, &quelle, &rest, &ziel, &platz)
          aus.append(contentsOf: UnsafeRawBufferPointer(puffer)[..<(puffer.count - platz)])
          if ergebnis == -1, errno != E2BIG { return false }
        } while rest > 0
        return true
      }
    }
    return gelungen ? aus : nil
  }
}
