// SPDX-License-Identifier: Apache-2.0

/// Why a file is not the JSON or YAML that was expected.
public struct Lesefehler: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, counted from 1; nil if it concerns the whole file.
  public let zeile: Int?
  /// What is wrong, as a German sentence.
  public let grund: String
  /// What to do, as a German sentence.
  public let abhilfe: String

  /// The place, what is wrong, and what to do.
  public var description: String {
    (zeile.map { "Zeile \($0): " } ?? "") + grund + (abhilfe.isEmpty ? "" : " " + abhilfe)
  }
}

/// Reads JSON that anybody may have written.
///
/// Size and depth are limited; a key that comes twice, bytes that are not UTF-8 and anything after
/// the end are errors. Numbers keep their digits.
struct JSONLeser {
  /// The largest file in bytes (UX.md §2).
  static let groessteDatei = 2 << 20
  /// How deep lists and objects may lie in one another.
  static let groessteTiefe = 32

  private let bytes: [UInt8]
  private var stelle = 0
  private var zeile = 1

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a whole file.
  ///
  /// - Throws: ``Lesefehler`` with the line.
  static func lies(_ bytes: [UInt8]) throws(Lesefehler) -> Baum.Ast {
    guard bytes.count <= groessteDatei else {
      throw Lesefehler(
        zeile: nil, grund: "Die Datei ist größer als \(groessteDatei >> 20) MB.",
        abhilfe:
          "Eine Antwortdatei hat wenige hundert KB; prüfen Sie, ob es die richtige Datei ist."
      )
    }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
      || bytes.prefix(2).contains(0)
    {
      throw Lesefehler(
        zeile: nil, grund: "Die Datei ist in UTF-16 geschrieben und nicht in UTF-8.",
        abhilfe: falscheSchrift)
    }
    var leser = JSONLeser(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { leser.stelle = 3 }
    leser.ueberspringe()
    let ast = try leser.wert(tiefe: 0)
    leser.ueberspringe()
    guard leser.stelle == bytes.count else { throw leser.fehler("Nach dem Ende steht noch etwas.") }
    return ast
  }

  private static let falscheSchrift =
    "Wahrscheinlich hat ein anderes Programm sie gespeichert. Nehmen Sie die Datei, wie der Selbstcheck sie "
    + "gespeichert hat, oder speichern Sie sie dort mit der Codierung UTF-8."

  private func fehler(_ grund: String) -> Lesefehler {
    Lesefehler(
      zeile: zeile, grund: grund,
      abhilfe: "Die Datei ist beschädigt oder keine Antwortdatei; lassen Sie sie neu speichern.")
  }

  private var zeichen: UInt8? { stelle < bytes.count ? bytes[stelle] : nil }

  private mutating func ueberspringe() {
    while let z = zeichen, z == 32 || z == 9 || z == 10 || z == 13 {
      if z == 10 { zeile += 1 }
      stelle += 1
    }
  }

  private mutating func nimm(_ erwartet: Character) -> Bool {
    ueberspringe()
    guard zeichen == erwartet.asciiValue else { return false }
    stelle += 1
    ueberspringe()
    return true
  }

  private mutating func wert(tiefe: Int) throws(Lesefehler) -> Baum.Ast {
    guard tiefe < Self.groessteTiefe else {
      throw fehler("Die Angaben liegen mehr als \(Self.groessteTiefe) Ebenen tief.")
    }
    let beginn = zeile
    switch zeichen {
    case UInt8(ascii: "{"): return Baum.Ast(.objekt(try objekt(tiefe)), zeile: beginn)
    case UInt8(ascii: "["): return Baum.Ast(.liste(try liste(tiefe)), zeile: beginn)
    case UInt8(ascii: "\""): return Baum.Ast(.text(try text()), zeile: beginn)
    case UInt8(ascii: "t"): return Baum.Ast(try wort("true", .wahrheit(true)), zeile: beginn)
    case UInt8(ascii: "f"): return Baum.Ast(try wort("false", .wahrheit(false)), zeile: beginn)
    case UInt8(ascii: "n"): return Baum.Ast(try wort("null", .nichts), zeile: beginn)
    case UInt8(ascii: "-"), .some(48...57): return Baum.Ast(.zahl(try zahl()), zeile: beginn)
    case nil: throw fehler("Die Datei endet mitten in einer Angabe.")
    default: throw fehler("Hier beginnt kein Wert.")
    }
  }

  private mutating func objekt(_ tiefe: Int) throws(Lesefehler) -> [Baum.Eintrag] {
    stelle += 1
    var eintraege: [Baum.Eintrag] = []
    var namen: Set<String> = []
    if nimm("}") { return eintraege }
    repeat {
      ueberspringe()
      guard zeichen == UInt8(ascii: "\"") else {
        throw fehler("Hier fehlt ein Name in Anführungszeichen.")
      }
      let name = try text()
      guard namen.insert(name).inserted else {
        throw fehler("»\(name.prefix(80))« kommt zweimal vor.")
      }
      guard nimm(":") else { throw fehler("Nach »\(name.prefix(80))« fehlt der Doppelpunkt.") }
      eintraege.append(Baum.Eintrag(name, try wert(tiefe: tiefe + 1)))
    } while nimm(",")
    guard nimm("}") else { throw fehler("Hier fehlt ein Komma oder die schließende Klammer.") }
    return eintraege
  }

  private mutating func liste(_ tiefe: Int) throws(Lesefehler) -> [Baum.Ast] {
    stelle += 1
    var werte: [Baum.Ast] = []
    if nimm("]") { return werte }
    repeat {
      ueberspringe()
      werte.append(try wert(tiefe: tiefe + 1))
    } while nimm(",")
    guard nimm("]") else { throw fehler("Hier fehlt ein Komma oder die schließende Klammer.") }
    return werte
  }

  private mutating func wort(_ wort: String, _ baum: Baum) throws(Lesefehler) -> Baum {
    guard bytes[stelle...].starts(with: wort.utf8) else { throw fehler("Hier beginnt kein Wert.") }
    stelle += wort.utf8.count
    return baum
  }

  private mutating func zahl() throws(Lesefehler) -> String {
    let beginn = stelle
    if zeichen == UInt8(ascii: "-") { stelle += 1 }
    let ersteZiffer = stelle
    func ziffern() -> Int {
      var n = 0
      while let z = stelle + n < bytes.count ? bytes[stelle + n] : nil, (48...57).contains(z) {
        n += 1
      }
      return n
    }
    let ganze = ziffern()
    stelle += ganze
    guard ganze > 0, ganze == 1 || bytes[ersteZiffer] != 48 else {
      throw fehler("Hier steht keine Zahl.")
    }
    if zeichen == UInt8(ascii: ".") {
      stelle += 1
      let n = ziffern()
      guard n > 0 else { throw fehler("Nach dem Punkt fehlen Ziffern.") }
      stelle += n
    }
    if zeichen == UInt8(ascii: "e") || zeichen == UInt8(ascii: "E") {
      throw fehler("Zahlen mit Exponent werden nicht gelesen.")
    }
    guard stelle - beginn <= 40 else { throw fehler("Die Zahl hat mehr als 40 Zeichen.") }
    return String(decoding: bytes[beginn..<stelle], as: UTF8.self)
  }

  private mutating func text() throws(Lesefehler) -> String {
    stelle += 1
    var puffer: [UInt8] = []
    while true {
      guard let z = zeichen else { throw fehler("Ein Text endet nicht.") }
      stelle += 1
      switch z {
      case UInt8(ascii: "\""):
        guard let text = String(validating: puffer, as: UTF8.self) else {
          throw Lesefehler(
            zeile: zeile,
            grund:
              "Ein Text ist nicht in UTF-8 geschrieben, Umlaute sind vielleicht in Windows-1252.",
            abhilfe: Self.falscheSchrift)
        }
        return text
      case UInt8(ascii: "\\"): puffer += Array(String(try maske()).utf8)
      case 0..<32: throw fehler("In einem Text steht ein Steuerzeichen.")
      default: puffer.append(z)
      }
    }
  }

  private mutating func maske() throws(Lesefehler) -> Character {
    guard let z = zeichen else { throw fehler("Ein Text endet nicht.") }
    stelle += 1
    switch z {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{c}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return Character(try codepunkt())
    default: throw fehler("Hinter dem Rückstrich steht ein falsches Zeichen.")
    }
  }

  private mutating func codepunkt() throws(Lesefehler) -> Unicode.Scalar {
    let hoch = try vier()
    if let einer = Unicode.Scalar(hoch) { return einer }
    guard (0xD800..<0xDC00).contains(hoch), bytes[stelle...].starts(with: "\\u".utf8) else {
      throw fehler("Ein Zeichen ist falsch verschlüsselt.")
    }
    stelle += 2
    let tief = try vier()
    guard (0xDC00..<0xE000).contains(tief),
      let paar = Unicode.Scalar(0x10000 + (hoch - 0xD800) << 10 + (tief - 0xDC00))
    else { throw fehler("Ein Zeichen ist falsch verschlüsselt.") }
    return paar
  }

  private mutating func vier() throws(Lesefehler) -> UInt32 {
    guard stelle + 4 <= bytes.count,
      let wert = UInt32(String(decoding: bytes[stelle..<stelle + 4], as: UTF8.self), radix: 16),
      bytes[stelle] != UInt8(ascii: "+"), bytes[stelle] != UInt8(ascii: "-")
    else { throw fehler("Ein Zeichen ist falsch verschlüsselt.") }
    stelle += 4
    return wert
  }
}
