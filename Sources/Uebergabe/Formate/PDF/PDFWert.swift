// SPDX-License-Identifier: Apache-2.0

/// A value of a PDF (ISO 32000-2, 7.3).
indirect enum PDFWert {
  case zahl(Int)
  case name(String)
  case text
  case feld([PDFWert])
  case verzeichnis([String: PDFWert])
  case verweis(Int)
  /// A word such as `true`, `null` or `endobj`, or a fraction.
  case wort(String)

  var alsZahl: Int? {
    if case .zahl(let z) = self { return z }
    return nil
  }

  var alsName: String? {
    if case .name(let n) = self { return n }
    return nil
  }

  var alsVerweis: Int? {
    if case .verweis(let v) = self { return v }
    return nil
  }

  var alsVerzeichnis: [String: PDFWert]? {
    if case .verzeichnis(let v) = self { return v }
    return nil
  }

  /// The values of an array; a single value as an array of one.
  var alsFeld: [PDFWert] {
    if case .feld(let f) = self { return f }
    return [self]
  }
}

/// Takes values of a PDF from bytes; nil where the bytes end or make no sense.
struct PDFZerleger {
  private static let hoechstensTiefe = 48
  private static let hoechstensWerte = 200_000

  let bytes: [UInt8]
  var stelle: Int
  private var werte = 0

  init(_ bytes: [UInt8], ab stelle: Int = 0) {
    self.bytes = bytes
    self.stelle = stelle
  }

  /// The next value.
  mutating func wert(tiefe: Int = 0) -> PDFWert? {
    werte += 1
    guard tiefe <= Self.hoechstensTiefe, werte <= Self.hoechstensWerte else { return nil }
    ueberspringeLeer()
    guard stelle < bytes.count else { return nil }
    switch bytes[stelle] {
    case UInt8(ascii: "/"): return name()
    case UInt8(ascii: "("): return klammertext()
    case UInt8(ascii: "["): return feld(tiefe)
    case UInt8(ascii: "<"):
      return bytes.hat("<<", bei: stelle) ? verzeichnis(tiefe) : hextext()
    case UInt8(ascii: "]"), UInt8(ascii: ">"), UInt8(ascii: ")"), UInt8(ascii: "{"),
      UInt8(ascii: "}"):
      return nil
    default: return wort()
    }
  }

  /// The next word, if it is this one.
  mutating func nimm(_ wort: StaticString) -> Bool {
    ueberspringeLeer()
    guard bytes.hat(wort, bei: stelle) else { return false }
    stelle += wort.utf8CodeUnitCount
    return true
  }

  mutating func ueberspringeLeer() {
    while stelle < bytes.count {
      if Self.istLeer(bytes[stelle]) {
        stelle += 1
      } else if bytes[stelle] == UInt8(ascii: "%") {
        while stelle < bytes.count, bytes[stelle] != 10, bytes[stelle] != 13 { stelle += 1 }
      } else {
        return
      }
    }
  }

  static func istLeer(_ b: UInt8) -> Bool {
    b == 32 || b == 10 || b == 13 || b == 9 || b == 12 || b == 0
  }

  private static func istGrenze(_ b: UInt8) -> Bool {
    istLeer(b) || "()<>[]{}/%".utf8.contains(b)
  }

  private mutating func wort() -> PDFWert? {
    let anfang = stelle
    while stelle < bytes.count, !Self.istGrenze(bytes[stelle]) { stelle += 1 }
    // A word that touches the end may go on.
    guard stelle < bytes.count, stelle > anfang, stelle - anfang < 64 else { return nil }
    let text = String(decoding: bytes[anfang..<stelle], as: UTF8.self)
    guard let zahl = Int(text) else { return .wort(text) }
    return verweis(zahl) ?? .zahl(zahl)
  }

  /// `12 0 R`, with the first number read already.
  private mutating func verweis(_ nummer: Int) -> PDFWert? {
    var i = stelle
    while i < bytes.count, Self.istLeer(bytes[i]) { i += 1 }
    let anfang = i
    while i < bytes.count, i - anfang < 6, (0x30...0x39).contains(bytes[i]) { i += 1 }
    guard i > anfang else { return nil }
    let ende = i
    while i < bytes.count, Self.istLeer(bytes[i]) { i += 1 }
    guard i > ende, i < bytes.count, bytes[i] == UInt8(ascii: "R"), nummer >= 0,
      i + 1 >= bytes.count || Self.istGrenze(bytes[i + 1])
    else { return nil }
    stelle = i + 1
    return .verweis(nummer)
  }

  private mutating func name() -> PDFWert? {
    stelle += 1
    var aus: [UInt8] = []
    while stelle < bytes.count, !Self.istGrenze(bytes[stelle]) {
      if bytes[stelle] == UInt8(ascii: "#"), stelle + 2 < bytes.count,
        let b = UInt8(
          String(decoding: bytes[(stelle + 1)...(stelle + 2)], as: UTF8.self), radix: 16)
      {
        aus.append(b)
        stelle += 3
      } else {
        aus.append(bytes[stelle])
        stelle += 1
      }
      guard aus.count <= 256 else { return nil }
    }
    return stelle < bytes.count ? .name(String(decoding: aus, as: UTF8.self)) : nil
  }

  private mutating func klammertext() -> PDFWert? {
    var tiefe = 0
    while stelle < bytes.count {
      switch bytes[stelle] {
      case UInt8(ascii: "\\"): stelle += 1
      case UInt8(ascii: "("): tiefe += 1
      case UInt8(ascii: ")"): tiefe -= 1
      default: break
      }
      stelle += 1
      if tiefe == 0 { return .text }
    }
    return nil
  }

  private mutating func hextext() -> PDFWert? {
    while stelle < bytes.count, bytes[stelle] != UInt8(ascii: ">") { stelle += 1 }
    guard stelle < bytes.count else { return nil }
    stelle += 1
    return .text
  }

  private mutating func feld(_ tiefe: Int) -> PDFWert? {
    stelle += 1
    var aus: [PDFWert] = []
    while true {
      if nimm("]") { return .feld(aus) }
      guard let w = wert(tiefe: tiefe + 1) else { return nil }
      aus.append(w)
    }
  }

  private mutating func verzeichnis(_ tiefe: Int) -> PDFWert? {
    stelle += 2
    var aus: [String: PDFWert] = [:]
    while true {
      if nimm(">>") { return .verzeichnis(aus) }
      guard case .name(let schluessel)? = wert(tiefe: tiefe + 1),
        let w = wert(tiefe: tiefe + 1)
      else { return nil }
      aus[schluessel] = w
    }
  }
}
