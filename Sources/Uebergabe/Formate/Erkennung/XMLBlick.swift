// SPDX-License-Identifier: Apache-2.0

/// A lenient look at the beginning of XML in UTF-8: tags and texts one after another.
///
/// It recognises, it does not check: entities but the five of XML and numbers stay as they are, nothing
/// is loaded, and where the bytes make no sense it ends. Messages are read with `XMLStrom`.
struct XMLBlick {
  /// One piece.
  enum Stueck {
    case anfang(String, [(name: String, wert: String)], istLeer: Bool)
    case ende(String)
    case text([UInt8])
  }

  private static let hoechstensAttribute = 256
  private static let hoechstensName = 256

  private let bytes: [UInt8]
  private var stelle = 0
  /// The text of the DOCTYPE, if one was passed.
  private(set) var doctype = ""
  /// The text of the XML declaration, if one was passed.
  private(set) var deklaration = ""

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.hat([0xEF, 0xBB, 0xBF]) { stelle = 3 }
  }

  /// The next piece; nil at the end or where it is no XML.
  mutating func naechstes() -> Stueck? {
    while stelle < bytes.count {
      guard bytes[stelle] == UInt8(ascii: "<") else { return text() }
      if bytes.hat("<?", bei: stelle) {
        let anfang = stelle
        guard ueberspringe("?>") else { return nil }
        if bytes.hat("<?xml", bei: anfang), anfang + 5 < bytes.count,
          Self.istLeer(bytes[anfang + 5])
        {
          deklaration = String(decoding: bytes[anfang..<stelle], as: UTF8.self)
        }
      } else if bytes.hat("<!--", bei: stelle) {
        guard ueberspringe("-->") else { return nil }
      } else if bytes.hat("<![CDATA[", bei: stelle) {
        let anfang = stelle + 9
        guard ueberspringe("]]>") else { return nil }
        return .text(Array(bytes[anfang..<max(anfang, stelle - 3)]))
      } else if bytes.hat("<!", bei: stelle) {
        guard ueberspringeTyp() else { return nil }
      } else {
        return marke()
      }
    }
    return nil
  }

  private mutating func text() -> Stueck {
    let anfang = stelle
    while stelle < bytes.count, bytes[stelle] != UInt8(ascii: "<") { stelle += 1 }
    return .text(Array(bytes[anfang..<stelle]))
  }

  private mutating func ueberspringe(_ ende: StaticString) -> Bool {
    guard let schluss = bytes.stelle(ende.bytes, ab: stelle) else { return false }
    stelle = schluss + ende.utf8CodeUnitCount
    return true
  }

  private mutating func ueberspringeTyp() -> Bool {
    let anfang = stelle
    var tiefe = 0
    while stelle < bytes.count {
      switch bytes[stelle] {
      case UInt8(ascii: "["): tiefe += 1
      case UInt8(ascii: "]"): tiefe -= 1
      case UInt8(ascii: ">") where tiefe <= 0:
        stelle += 1
        if doctype.isEmpty { doctype = String(decoding: bytes[anfang..<stelle], as: UTF8.self) }
        return true
      default: break
      }
      stelle += 1
    }
    return false
  }

  private mutating func marke() -> Stueck? {
    stelle += 1
    let istEnde = stelle < bytes.count && bytes[stelle] == UInt8(ascii: "/")
    if istEnde { stelle += 1 }
    guard let name = name() else { return nil }
    if istEnde { return ueberspringe(">") ? .ende(name) : nil }
    var attribute: [(name: String, wert: String)] = []
    while attribute.count <= Self.hoechstensAttribute {
      ueberspringeLeer()
      guard stelle < bytes.count else { return nil }
      if bytes[stelle] == UInt8(ascii: ">") {
        stelle += 1
        return .anfang(name, attribute, istLeer: false)
      }
      if bytes.hat("/>", bei: stelle) {
        stelle += 2
        return .anfang(name, attribute, istLeer: true)
      }
      guard let schluessel = self.name() else { return nil }
      ueberspringeLeer()
      guard stelle < bytes.count, bytes[stelle] == UInt8(ascii: "=") else { return nil }
      stelle += 1
      ueberspringeLeer()
      guard stelle < bytes.count, bytes[stelle] == 0x22 || bytes[stelle] == 0x27 else { return nil }
      let zeichen = bytes[stelle]
      let anfang = stelle + 1
      stelle = anfang
      while stelle < bytes.count, bytes[stelle] != zeichen { stelle += 1 }
      guard stelle < bytes.count else { return nil }
      attribute.append((schluessel, Self.klartext(Array(bytes[anfang..<stelle]))))
      stelle += 1
    }
    return nil
  }

  private mutating func name() -> String? {
    let anfang = stelle
    while stelle < bytes.count, stelle - anfang <= Self.hoechstensName {
      let b = bytes[stelle]
      guard
        b >= 0x80 || b == 0x2D || b == 0x2E || b == 0x5F || (0x30...0x3A).contains(b)
          || (0x41...0x5A).contains(b) || (0x61...0x7A).contains(b)
      else { break }
      stelle += 1
    }
    guard stelle > anfang, let erstes = bytes[anfang...].first, erstes >= 0x41 || erstes == 0x3A
    else { return nil }
    return String(decoding: bytes[anfang..<stelle], as: UTF8.self)
  }

  private mutating func ueberspringeLeer() {
    while stelle < bytes.count, Self.istLeer(bytes[stelle]) { stelle += 1 }
  }

  private static func istLeer(_ b: UInt8) -> Bool { b == 32 || b == 9 || b == 10 || b == 13 }

  /// The text with the entities of XML resolved.
  static func klartext(_ bytes: [UInt8]) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(UInt8(ascii: "&")) else { return text }
    var aus = ""
    var rest = text[...]
    while let und = rest.firstIndex(of: "&") {
      aus += rest[..<und]
      let hinten = rest[rest.index(after: und)...]
      guard let ende = hinten.prefix(12).firstIndex(of: ";"),
        let zeichen = zeichen(hinten[..<ende])
      else {
        aus.append("&")
        rest = hinten
        continue
      }
      aus.unicodeScalars.append(zeichen)
      rest = hinten[hinten.index(after: ende)...]
    }
    return aus + rest
  }

  private static func zeichen(_ name: Substring) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.first == "#" else { return nil }
    let ziffern = name.dropFirst()
    let nummer =
      ziffern.first == "x" ? UInt32(ziffern.dropFirst(), radix: 16) : UInt32(ziffern)
    return nummer.flatMap(Unicode.Scalar.init)
  }

  /// Prefix and local part of a name.
  static func teile(_ name: String) -> (praefix: String, lokal: String) {
    guard let i = name.firstIndex(of: ":") else { return ("", name) }
    return (String(name[..<i]), String(name[name.index(after: i)...]))
  }
}
