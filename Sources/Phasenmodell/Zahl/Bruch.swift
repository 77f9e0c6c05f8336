// SPDX-License-Identifier: Apache-2.0

/// An exact number: a fraction in lowest terms.
///
/// Scores and calculations use it instead of floating point, so that every program gets the same
/// result; it is rounded once, for display.
public struct Bruch: Hashable, Sendable {
  private var negativ: Bool
  private var zaehler: Grosszahl
  private var nenner: Grosszahl

  private init(_ negativ: Bool, _ zaehler: Grosszahl, _ nenner: Grosszahl) {
    let teiler = Grosszahl.teiler(zaehler, nenner)
    self.zaehler = zaehler.geteilt(durch: teiler).ganz
    self.nenner = nenner.geteilt(durch: teiler).ganz
    self.negativ = negativ && !zaehler.istNull
  }

  /// A whole number.
  public init(_ ganz: Int) { self.init(ganz < 0, Grosszahl(UInt64(ganz.magnitude)), .eins) }

  /// A decimal number with a point, for example `-12.50`; nil for anything else or over 40 characters.
  public init?(dezimal text: String) {
    guard text.utf8.count <= 40, text.wholeMatch(of: /-?[0-9]+(\.[0-9]+)?/) != nil else {
      return nil
    }
    let betrag = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let teile = betrag.split(separator: ".", omittingEmptySubsequences: false)
    let stellen = teile.count == 2 ? teile[1].utf8.count : 0
    let wert = betrag.utf8.filter { $0 != 46 }.reduce(Grosszahl()) { summe, ziffer in
      summe * Grosszahl(10) + Grosszahl(UInt64(ziffer - 48))
    }
    self.init(text.hasPrefix("-"), wert, .zehnHoch(stellen))
  }

  /// 0.
  public static let null = Bruch(0)
  /// 1.
  public static let eins = Bruch(1)

  /// True for 0.
  public var istNull: Bool { zaehler.istNull }

  /// The sum.
  public static func + (a: Self, b: Self) -> Self {
    let (x, y) = (a.zaehler * b.nenner, b.zaehler * a.nenner)
    let nenner = a.nenner * b.nenner
    guard a.negativ != b.negativ else { return Self(a.negativ, x + y, nenner) }
    return x >= y ? Self(a.negativ, x - y, nenner) : Self(b.negativ, y - x, nenner)
  }

  /// The negative.
  public static prefix func - (a: Self) -> Self { Self(!a.negativ, a.zaehler, a.nenner) }

  /// The difference.
  public static func - (a: Self, b: Self) -> Self { a + -b }

  /// The product.
  public static func * (a: Self, b: Self) -> Self {
    Self(a.negativ != b.negativ, a.zaehler * b.zaehler, a.nenner * b.nenner)
  }

  /// The quotient; nil for a divisor of 0.
  public func durch(_ b: Self) -> Self? {
    guard !b.istNull else { return nil }
    return Self(negativ != b.negativ, zaehler * b.nenner, nenner * b.zaehler)
  }

  /// The quotient by a whole number other than 0, such as 60 minutes.
  func durch(fest n: Int) -> Self { Self(negativ, zaehler, nenner * Grosszahl(UInt64(max(1, n)))) }

  /// The power with an exponent from 0.
  public func hoch(_ n: Int) -> Self { (0..<max(0, n)).reduce(.eins) { wert, _ in wert * self } }

  /// The number rounded to decimals, half away from zero, with a point: `-4264.23`.
  public func gerundet(_ stellen: Int) -> String {
    let zwei = Grosszahl(2)
    // floor((2 z + m) / (2 m)), SCORING.md §1
    let ganz = (zaehler * .zehnHoch(stellen) * zwei + nenner).geteilt(durch: nenner * zwei).ganz
    var ziffern = ganz.ziffern
    if stellen > 0 {
      ziffern = String(repeating: "0", count: max(0, stellen + 1 - ziffern.utf8.count)) + ziffern
      ziffern.insert(".", at: ziffern.index(ziffern.endIndex, offsetBy: -stellen))
    }
    return negativ && !ganz.istNull ? "-" + ziffern : ziffern
  }

  /// The number rounded half away from zero; nil if it is too large for a machine word.
  public var gerundet: Int? { Int(gerundet(0)) }

  /// The least whole number that is not less; nil if it is too large for a machine word.
  public var aufgerundet: Int? {
    let (ganz, rest) = zaehler.geteilt(durch: nenner)
    guard let wort = ganz.wort, let zahl = Int(exactly: wort) else { return nil }
    return negativ ? -zahl : zahl + (rest.istNull ? 0 : 1)
  }

  /// True for a number without decimals.
  public var istGanz: Bool { nenner == .eins }

  /// All decimals if there are few, with a point and without zeros at the end; else twelve, rounded.
  public var dezimal: String {
    for stellen in 0...12 {
      let text = gerundet(stellen)
      if Bruch(dezimal: text) == self { return text }
    }
    return gerundet(12)
  }

  /// As people write it, rounded: `1.250,00`.
  public func deutsch(_ stellen: Int) -> String { Self.deutsch(gerundet(stellen)) }

  /// As people write it, with all its decimals: `0,05`.
  public var deutsch: String { Self.deutsch(dezimal) }

  private static func deutsch(_ text: String) -> String {
    let teile = text.split(separator: ".")
    var ganz = ""
    let ziffern = teile[0].drop { $0 == "-" }
    for (i, z) in ziffern.enumerated() {
      if i > 0, (ziffern.count - i).isMultiple(of: 3) { ganz += "." }
      ganz.append(z)
    }
    return (text.hasPrefix("-") ? "−" : "") + ganz + (teile.count == 2 ? "," + teile[1] : "")
  }
}

extension Bruch: Comparable {
  /// By value.
  public static func < (a: Self, b: Self) -> Bool {
    guard a.negativ == b.negativ else { return a.negativ }
    let (x, y) = (a.zaehler * b.nenner, b.zaehler * a.nenner)
    return a.negativ ? y < x : x < y
  }
}

extension Bruch: ExpressibleByIntegerLiteral {
  /// A whole number.
  public init(integerLiteral wert: Int) { self.init(wert) }
}
