// SPDX-License-Identifier: Apache-2.0

/// The values of a JSON text in the order in which they stand there, each with its place.
///
/// Nothing is copied and nothing is converted before it is asked for: a state has some thirty fields, and
/// a procedure reads millions of them.
final class JSONBand {
  /// What a value is.
  enum Art: UInt8 {
    case null, wahr, falsch, zahl, text, textMitEscape, liste, objekt
  }

  /// A value: where its bytes are, without quotation marks, and which mark follows all that lies in it.
  struct Marke {
    var art: Art
    var von: Int32
    var bis: Int32
    var danach: Int32
  }

  /// Deeper than any state; a damaged row must not exhaust the stack.
  private static let hoechsttiefe = 128

  let bytes: [UInt8]
  let marken: [Marke]

  /// The values of a text.
  ///
  /// - Throws: `DecodingError.dataCorrupted` if it is no JSON, or longer or deeper than any state.
  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    guard bytes.count < Int(Int32.max) else { throw Self.kaputt(0) }
    var marken: [Marke] = []
    marken.reserveCapacity(bytes.count / 12 + 4)
    let fehler = bytes.withUnsafeBufferPointer { text -> Int? in
      var zug = Zug(text: text)
      guard zug.wert(&marken, 0), zug.leerraum() == nil else { return zug.stelle }
      return nil
    }
    if let fehler { throw Self.kaputt(fehler) }
    self.marken = marken
  }

  static func kaputt(_ stelle: Int) -> DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: "kein JSON ab Byte \(stelle)"))
  }

  /// Goes through the text once.
  private struct Zug {
    let text: UnsafeBufferPointer<UInt8>
    var stelle = 0

    /// The next byte that is no white space, which stays there; nil at the end.
    mutating func leerraum() -> UInt8? {
      while stelle < text.count {
        let z = text[stelle]
        guard z == 32 || z == 10 || z == 13 || z == 9 else { return z }
        stelle += 1
      }
      return nil
    }

    /// Takes in a value with all that lies in it; false if there is none.
    mutating func wert(_ marken: inout [Marke], _ tiefe: Int) -> Bool {
      guard let z = leerraum(), tiefe < JSONBand.hoechsttiefe else { return false }
      let nummer = marken.count
      switch z {
      case 34: return zeichenkette(&marken)
      case 123, 91:
        stelle += 1
        let anfang = Int32(stelle)
        marken.append(
          Marke(art: z == 123 ? .objekt : .liste, von: anfang, bis: anfang, danach: 0))
        guard z == 123 ? felder(&marken, tiefe) : glieder(&marken, tiefe) else { return false }
        marken[nummer].danach = Int32(marken.count)
        return true
      case 116: return wort("true", .wahr, &marken)
      case 102: return wort("false", .falsch, &marken)
      case 110: return wort("null", .null, &marken)
      default: return zahl(&marken)
      }
    }

    private mutating func felder(_ marken: inout [Marke], _ tiefe: Int) -> Bool {
      if leerraum() == 125 {
        stelle += 1
        return true
      }
      while true {
        guard leerraum() == 34, zeichenkette(&marken), leerraum() == 58 else { return false }
        stelle += 1
        guard wert(&marken, tiefe + 1), let z = leerraum() else { return false }
        guard z == 44 || z == 125 else { return false }
        stelle += 1
        if z == 125 { return true }
      }
    }

    private mutating func glieder(_ marken: inout [Marke], _ tiefe: Int) -> Bool {
      if leerraum() == 93 {
        stelle += 1
        return true
      }
      while true {
        guard wert(&marken, tiefe + 1), let z = leerraum() else { return false }
        guard z == 44 || z == 93 else { return false }
        stelle += 1
        if z == 93 { return true }
      }
    }

    private mutating func zeichenkette(_ marken: inout [Marke]) -> Bool {
      stelle += 1
      let von = stelle
      var art = Art.text
      while stelle < text.count {
        let z = text[stelle]
        if z == 34 {
          marken.append(
            Marke(
              art: art, von: Int32(von), bis: Int32(stelle), danach: Int32(marken.count + 1)))
          stelle += 1
          return true
        }
        guard z >= 32 else { return false }
        if z == 92 {
          art = .textMitEscape
          stelle += 1
        }
        stelle += 1
      }
      return false
    }

    private mutating func wort(
      _ wort: StaticString, _ art: Art, _ marken: inout [Marke]
    ) -> Bool {
      let laenge = wort.utf8CodeUnitCount
      guard stelle + laenge <= text.count,
        wort.withUTF8Buffer({ $0.elementsEqual(text[stelle..<(stelle + laenge)]) })
      else { return false }
      haenge(art, laenge, &marken)
      return true
    }

    private mutating func zahl(_ marken: inout [Marke]) -> Bool {
      var ende = stelle
      func ziffern() -> Bool {
        let von = ende
        while ende < text.count, text[ende] >= 48, text[ende] <= 57 { ende += 1 }
        return ende > von
      }
      if ende < text.count, text[ende] == 45 { ende += 1 }
      let erste = ende
      guard ziffern(), text[erste] != 48 || ende == erste + 1 else { return false }
      if ende < text.count, text[ende] == 46 {
        ende += 1
        guard ziffern() else { return false }
      }
      if ende < text.count, text[ende] | 32 == 101 {
        ende += 1
        if ende < text.count, text[ende] == 43 || text[ende] == 45 { ende += 1 }
        guard ziffern() else { return false }
      }
      haenge(.zahl, ende - stelle, &marken)
      return true
    }

    private mutating func haenge(_ art: Art, _ laenge: Int, _ marken: inout [Marke]) {
      marken.append(
        Marke(
          art: art, von: Int32(stelle), bis: Int32(stelle + laenge),
          danach: Int32(marken.count + 1)))
      stelle += laenge
    }
  }
}

extension JSONBand {
  /// The text of a mark; nil if the mark is none, or not valid.
  func text(_ nummer: Int) -> String? {
    let m = marken[nummer]
    let roh = bytes[Int(m.von)..<Int(m.bis)]
    return switch m.art {
    case .text: String(validating: roh, as: UTF8.self)
    case .textMitEscape: Self.aufgeloest(roh).flatMap { String(validating: $0, as: UTF8.self) }
    default: nil
    }
  }

  /// True if the mark is this key.
  func heisst(_ nummer: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let m = marken[nummer]
    guard m.art == .text else {
      return Self.aufgeloest(bytes[Int(m.von)..<Int(m.bis)])?.elementsEqual(name) ?? false
    }
    guard Int(m.bis - m.von) == name.count else { return false }
    return bytes.withUnsafeBufferPointer { text in
      let von = Int(m.von)
      for i in 0..<name.count where text[von + i] != name[i] { return false }
      return true
    }
  }

  /// A whole number; nil if the mark is none, or too great.
  func zahl<Z: FixedWidthInteger>(_ nummer: Int) -> Z? {
    let m = marken[nummer]
    guard m.art == .zahl else { return nil }
    var wert: Z = 0
    var stelle = Int(m.von)
    let negativ = bytes[stelle] == 45
    if negativ { stelle += 1 }
    while stelle < Int(m.bis) {
      let z = bytes[stelle]
      guard z >= 48, z <= 57 else { return nil }
      let (mal, zuViel) = wert.multipliedReportingOverflow(by: 10)
      let (summe, ueber) =
        negativ
        ? mal.subtractingReportingOverflow(Z(z - 48)) : mal.addingReportingOverflow(Z(z - 48))
      guard !zuViel, !ueber else { return nil }
      wert = summe
      stelle += 1
    }
    return wert
  }

  /// The number as it is spelt.
  func ziffern(_ nummer: Int) -> String {
    String(decoding: bytes[Int(marken[nummer].von)..<Int(marken[nummer].bis)], as: UTF8.self)
  }

  /// The bytes of a text without its escapes; nil if one of them is none.
  private static func aufgeloest(_ roh: ArraySlice<UInt8>) -> [UInt8]? {
    var aus: [UInt8] = []
    aus.reserveCapacity(roh.count)
    var rest = roh
    while let z = rest.popFirst() {
      guard z == 92 else {
        aus.append(z)
        continue
      }
      switch rest.popFirst() {
      case 34: aus.append(34)
      case 92: aus.append(92)
      case 47: aus.append(47)
      case 98: aus.append(8)
      case 102: aus.append(12)
      case 110: aus.append(10)
      case 114: aus.append(13)
      case 116: aus.append(9)
      case 117:
        guard var wert = vierstellig(&rest) else { return nil }
        if wert & 0xFC00 == 0xD800 {
          guard rest.popFirst() == 92, rest.popFirst() == 117, let tief = vierstellig(&rest),
            tief & 0xFC00 == 0xDC00
          else { return nil }
          wert = 0x1_0000 + (wert & 0x3FF) << 10 + tief & 0x3FF
        }
        guard let zeichen = Unicode.Scalar(wert) else { return nil }
        if let bytes = UTF8.encode(zeichen) { aus.append(contentsOf: bytes) }
      default: return nil
      }
    }
    return aus
  }

  private static func vierstellig(_ rest: inout ArraySlice<UInt8>) -> UInt32? {
    var wert: UInt32 = 0
    for _ in 0..<4 {
      guard let z = rest.popFirst() else { return nil }
      switch z {
      case 48...57: wert = wert << 4 | UInt32(z - 48)
      case 65...70: wert = wert << 4 | UInt32(z - 55)
      case 97...102: wert = wert << 4 | UInt32(z - 87)
      default: return nil
      }
    }
    return wert
  }
}
