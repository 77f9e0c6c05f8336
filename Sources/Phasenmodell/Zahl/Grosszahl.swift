// SPDX-License-Identifier: Apache-2.0

/// A whole number from 0 without an upper limit.
///
/// Compound interest over many years has hundreds of digits as a fraction; with this nothing is rounded
/// before the end.
struct Grosszahl: Hashable, Sendable {
  /// Base 2^32, the lowest first; no zero at the end.
  private(set) var glieder: [UInt32] = []

  init() {}

  init(_ wert: UInt64) {
    glieder = [UInt32(truncatingIfNeeded: wert), UInt32(truncatingIfNeeded: wert >> 32)]
    kuerze()
  }

  static let eins = Grosszahl(1)

  var istNull: Bool { glieder.isEmpty }

  /// The number as a machine word; nil if it is too large.
  var wort: UInt64? {
    switch glieder.count {
    case 0: 0
    case 1: UInt64(glieder[0])
    case 2: UInt64(glieder[1]) << 32 | UInt64(glieder[0])
    default: nil
    }
  }

  private var bits: Int {
    glieder.last.map { glieder.count * 32 - $0.leadingZeroBitCount } ?? 0
  }

  private mutating func kuerze() { while glieder.last == 0 { glieder.removeLast() } }

  static func + (a: Self, b: Self) -> Self {
    var ergebnis = Self()
    var uebertrag: UInt64 = 0
    for i in 0..<max(a.glieder.count, b.glieder.count) {
      let summe =
        (i < a.glieder.count ? UInt64(a.glieder[i]) : 0)
        + (i < b.glieder.count ? UInt64(b.glieder[i]) : 0) + uebertrag
      ergebnis.glieder.append(UInt32(truncatingIfNeeded: summe))
      uebertrag = summe >> 32
    }
    if uebertrag > 0 { ergebnis.glieder.append(UInt32(uebertrag)) }
    return ergebnis
  }

  /// The difference; 0 if `b` is larger.
  static func - (a: Self, b: Self) -> Self {
    guard a >= b else { return Self() }
    var ergebnis = a
    ergebnis.ziehe(b)
    return ergebnis
  }

  private mutating func ziehe(_ b: Self) {
    var borgen: Int64 = 0
    for i in glieder.indices {
      var stelle = Int64(glieder[i]) - borgen - (i < b.glieder.count ? Int64(b.glieder[i]) : 0)
      borgen = stelle < 0 ? 1 : 0
      if stelle < 0 { stelle += 1 << 32 }
      glieder[i] = UInt32(stelle)
    }
    kuerze()
  }

  static func * (a: Self, b: Self) -> Self {
    guard !a.istNull, !b.istNull else { return Self() }
    var ergebnis = Self()
    ergebnis.glieder = [UInt32](repeating: 0, count: a.glieder.count + b.glieder.count)
    for i in a.glieder.indices {
      var uebertrag: UInt64 = 0
      for j in b.glieder.indices {
        let wert =
          UInt64(a.glieder[i]) * UInt64(b.glieder[j]) + UInt64(ergebnis.glieder[i + j]) + uebertrag
        ergebnis.glieder[i + j] = UInt32(truncatingIfNeeded: wert)
        uebertrag = wert >> 32
      }
      ergebnis.glieder[i + b.glieder.count] = UInt32(uebertrag)
    }
    ergebnis.kuerze()
    return ergebnis
  }

  private func verschoben(links n: Int) -> Self {
    guard n > 0, !istNull else { return self }
    var ergebnis = Self()
    ergebnis.glieder = [UInt32](repeating: 0, count: n / 32)
    var uebertrag: UInt64 = 0
    for g in glieder {
      let wert = UInt64(g) << UInt64(n % 32) | uebertrag
      ergebnis.glieder.append(UInt32(truncatingIfNeeded: wert))
      uebertrag = wert >> 32
    }
    if uebertrag > 0 { ergebnis.glieder.append(UInt32(uebertrag)) }
    return ergebnis
  }

  private mutating func halbiere() {
    for i in glieder.indices {
      let hoch = i + 1 < glieder.count ? glieder[i + 1] << 31 : 0
      glieder[i] = glieder[i] >> 1 | hoch
    }
    kuerze()
  }

  /// Quotient and remainder; a divisor of 0 gives 0 and the number itself.
  func geteilt(durch d: Self) -> (ganz: Self, rest: Self) {
    let breite = bits - d.bits
    guard !d.istNull, breite >= 0 else { return (Self(), self) }
    var ganz = Self()
    ganz.glieder = [UInt32](repeating: 0, count: breite / 32 + 1)
    var rest = self
    var teiler = d.verschoben(links: breite)
    for stelle in (0...breite).reversed() {
      if rest >= teiler {
        rest.ziehe(teiler)
        ganz.glieder[stelle / 32] |= 1 << UInt32(stelle % 32)
      }
      teiler.halbiere()
    }
    ganz.kuerze()
    return (ganz, rest)
  }

  /// The greatest number that divides both.
  static func teiler(_ a: Self, _ b: Self) -> Self {
    var (x, y) = (a, b)
    while !y.istNull { (x, y) = (y, x.geteilt(durch: y).rest) }
    return x
  }

  /// 10 to the power of `n`.
  static func zehnHoch(_ n: Int) -> Self {
    (0..<max(0, n)).reduce(eins) { wert, _ in wert * Self(10) }
  }

  /// The decimal digits.
  var ziffern: String {
    guard !istNull else { return "0" }
    let block = Self(1_000_000_000)
    var text = ""
    var rest = self
    while !rest.istNull {
      let teil = rest.geteilt(durch: block)
      let neun = String(teil.rest.wort ?? 0)
      text =
        (teil.ganz.istNull ? "" : String(repeating: "0", count: 9 - neun.utf8.count)) + neun + text
      rest = teil.ganz
    }
    return text
  }
}

extension Grosszahl: Comparable {
  static func < (a: Self, b: Self) -> Bool {
    guard a.glieder.count == b.glieder.count else { return a.glieder.count < b.glieder.count }
    for i in a.glieder.indices.reversed() where a.glieder[i] != b.glieder[i] {
      return a.glieder[i] < b.glieder[i]
    }
    return false
  }
}
