// SPDX-License-Identifier: Apache-2.0

/// A condition or quantity of a decision aid, for example `punkte * 100 >= 70 * hoechst und nicht x`.
///
/// Values are exact numbers; true is 1 and false 0. Known are `und`, `oder`, `nicht`, comparisons,
/// `+ - * /`, brackets and the functions `min`, `max`, `summe`, `mittel`, `ja` (how many are not 0) and
/// `wenn(condition, then, else)`.
indirect enum Ausdruck: Hashable, Sendable {
  case zahl(Bruch)
  case name(String)
  case funktion(String, [Ausdruck])
  case zwei(String, Ausdruck, Ausdruck)
  case nicht(Ausdruck)

  /// Reads a text.
  ///
  /// - Throws: ``Lesefehler`` with what is not understood.
  init(_ text: String) throws(Lesefehler) {
    var leser = Ausdruckleser(text)
    self = try leser.ganz()
  }

  /// All names that occur.
  var namen: [String] {
    switch self {
    case .zahl: []
    case .name(let name): [name]
    case .funktion(_, let teile): teile.flatMap(\.namen)
    case .zwei(_, let a, let b): a.namen + b.namen
    case .nicht(let a): a.namen
    }
  }

  /// The value.
  ///
  /// - Parameter werte: The values of a name: one, or several for all entries of a list.
  /// - Returns: The value, exact.
  /// - Throws: ``Rechenfehler`` for a missing value or a division by 0.
  func wert(
    _ werte: (String) throws(Rechenfehler) -> [Bruch]
  ) throws(Rechenfehler) -> Bruch {
    switch self {
    case .zahl(let zahl): return zahl
    case .name(let name):
      guard let wert = try werte(name).first else { return .null }
      return wert
    case .nicht(let a): return try a.wert(werte).istNull ? .eins : .null
    case .funktion(let name, let teile): return try Self.funktion(name, teile, werte)
    case .zwei("und", let a, let b):
      return try a.wert(werte).istNull ? .null : Self.wahr(!b.wert(werte).istNull)
    case .zwei("oder", let a, let b):
      return try !a.wert(werte).istNull ? .eins : Self.wahr(!b.wert(werte).istNull)
    case .zwei(let zeichen, let links, let rechts):
      let (a, b) = (try links.wert(werte), try rechts.wert(werte))
      switch zeichen {
      case "+": return a + b
      case "-": return a - b
      case "*": return a * b
      case "/": return try a.geteilt(durch: b)
      case "==": return Self.wahr(a == b)
      case "!=": return Self.wahr(a != b)
      case "<": return Self.wahr(a < b)
      case "<=": return Self.wahr(a <= b)
      case ">": return Self.wahr(a > b)
      default: return Self.wahr(a >= b)
      }
    }
  }

  private static func wahr(_ ja: Bool) -> Bruch { ja ? .eins : .null }

  private static func funktion(
    _ name: String, _ teile: [Ausdruck], _ werte: (String) throws(Rechenfehler) -> [Bruch]
  ) throws(Rechenfehler) -> Bruch {
    if name == "wenn" {
      guard teile.count == 3 else { throw .unmoeglich(grund: "»wenn« braucht drei Angaben.") }
      return try teile[0].wert(werte).istNull ? teile[2].wert(werte) : teile[1].wert(werte)
    }
    var zahlen: [Bruch] = []
    for teil in teile {
      if case .name(let name) = teil {
        zahlen += try werte(name)
      } else {
        zahlen.append(try teil.wert(werte))
      }
    }
    switch name {
    case "min": return zahlen.min() ?? .null
    case "max": return zahlen.max() ?? .null
    case "ja": return Bruch(zahlen.count { !$0.istNull })
    case "summe": return zahlen.reduce(.null, +)
    default:
      guard !zahlen.isEmpty else { return .null }
      return try zahlen.reduce(.null, +).geteilt(durch: Bruch(zahlen.count))
    }
  }
}

/// Reads an expression from left to right.
private struct Ausdruckleser {
  private static let funktionen = ["min", "max", "ja", "summe", "mittel", "wenn"]
  private let text: String
  private var worte: [String]
  private var stelle = 0
  private var tiefe = 0

  init(_ text: String) {
    self.text = text
    worte = text.matches(of: /[a-z][a-z0-9_.]*|[0-9]+(?:\.[0-9]+)?|==|!=|<=|>=|[^\s]/).map {
      String($0.0)
    }
  }

  private var fehler: Lesefehler {
    Lesefehler(
      zeile: nil, grund: "Die Bedingung »\(text)« ist unverständlich.",
      abhilfe:
        "Bekannt sind und, oder, nicht, Vergleiche, + - * /, Klammern, min, max, summe, mittel, ja, wenn."
    )
  }

  mutating func ganz() throws(Lesefehler) -> Ausdruck {
    let ausdruck = try oder()
    guard stelle == worte.count else { throw fehler }
    return ausdruck
  }

  private mutating func nimm(_ moeglich: String...) -> String? {
    guard stelle < worte.count, moeglich.contains(worte[stelle]) else { return nil }
    stelle += 1
    return worte[stelle - 1]
  }

  private mutating func oder() throws(Lesefehler) -> Ausdruck {
    tiefe += 1
    defer { tiefe -= 1 }
    guard tiefe < 32 else { throw fehler }
    var links = try und()
    while nimm("oder") != nil { links = .zwei("oder", links, try und()) }
    return links
  }

  private mutating func und() throws(Lesefehler) -> Ausdruck {
    var links = try verneinung()
    while nimm("und") != nil { links = .zwei("und", links, try verneinung()) }
    return links
  }

  private mutating func verneinung() throws(Lesefehler) -> Ausdruck {
    guard nimm("nicht") != nil else { return try vergleich() }
    return .nicht(try vergleich())
  }

  private mutating func vergleich() throws(Lesefehler) -> Ausdruck {
    let links = try summe()
    guard let zeichen = nimm("==", "!=", "<=", ">=", "<", ">") else { return links }
    return .zwei(zeichen, links, try summe())
  }

  private mutating func summe() throws(Lesefehler) -> Ausdruck {
    var links = try produkt()
    while let zeichen = nimm("+", "-") { links = .zwei(zeichen, links, try produkt()) }
    return links
  }

  private mutating func produkt() throws(Lesefehler) -> Ausdruck {
    var links = try teil()
    while let zeichen = nimm("*", "/") { links = .zwei(zeichen, links, try teil()) }
    return links
  }

  private mutating func teil() throws(Lesefehler) -> Ausdruck {
    if nimm("(") != nil {
      let innen = try oder()
      guard nimm(")") != nil else { throw fehler }
      return innen
    }
    guard stelle < worte.count else { throw fehler }
    let wort = worte[stelle]
    stelle += 1
    if let zahl = Bruch(dezimal: wort) { return .zahl(zahl) }
    guard wort.first?.isLetter == true, !["und", "oder", "nicht"].contains(wort) else {
      throw fehler
    }
    guard nimm("(") != nil else { return .name(wort) }
    guard Self.funktionen.contains(wort) else { throw fehler }
    var teile = [try oder()]
    while nimm(",") != nil { teile.append(try oder()) }
    guard nimm(")") != nil else { throw fehler }
    return .funktion(wort, teile)
  }
}
