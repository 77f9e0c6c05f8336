// SPDX-License-Identifier: Apache-2.0

/// A day of the Gregorian calendar without time and time zone.
///
/// Business dates of xdomea (`xs:date`) are days, not instants; they never become a `Date`
/// (lebenszyklus FAKTEN 1.4). Years 1 to 9999. Stored as days since 1970-01-01, so that
/// comparing and counting are integer operations.
public struct Kalendertag: Hashable, Sendable, Comparable {
  /// Days since 1970-01-01; negative before.
  public let tageszahl: Int32

  /// The day with this number; nil outside of the years 1 to 9999.
  public init?(tageszahl: Int32) {
    guard (-719_162...2_932_896).contains(tageszahl) else { return nil }
    self.tageszahl = tageszahl
  }

  /// A day by its parts; nil if the calendar has no such day.
  public init?(_ jahr: Int, _ monat: Int, _ tag: Int) {
    guard (1...9999).contains(jahr), (1...12).contains(monat), tag >= 1,
      tag <= Self.tage(imMonat: monat, jahr)
    else { return nil }
    tageszahl = Self.zahl(jahr, monat, tag)
  }

  /// A day from `JJJJ-MM-TT`; nil for anything else, also for a day with a time zone.
  public init?(_ text: some StringProtocol) {
    var kopie = String(text)
    guard
      let tag = kopie.withUTF8({ p in p.count == 10 ? Self(utf8: p) : nil })
    else { return nil }
    self = tag
  }

  /// A day from the first ten bytes `JJJJ-MM-TT`.
  package init?(utf8 p: UnsafeBufferPointer<UInt8>) {
    guard p.count >= 10, p[4] == 45, p[7] == 45,
      let j1 = zweistellig(p, 0), let j2 = zweistellig(p, 2),
      let m = zweistellig(p, 5), let t = zweistellig(p, 8)
    else { return nil }
    self.init(j1 * 100 + j2, m, t)
  }

  /// Year, month and day.
  public var teile: (jahr: Int, monat: Int, tag: Int) {
    // Days to civil date by the well-known era arithmetic (400-year cycles starting in March).
    let z = Int(tageszahl) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let doe = z - era * 146_097
    let yoe = (doe - doe / 1460 + doe / 36_524 - doe / 146_096) / 365
    let doy = doe - (365 * yoe + yoe / 4 - yoe / 100)
    let mp = (5 * doy + 2) / 153
    let tag = doy - (153 * mp + 2) / 5 + 1
    let monat = mp < 10 ? mp + 3 : mp - 9
    return (yoe + era * 400 + (monat <= 2 ? 1 : 0), monat, tag)
  }

  /// The year.
  public var jahr: Int { teile.jahr }
  /// The month, 1 to 12.
  public var monat: Int { teile.monat }
  /// The day of the month, 1 to 31.
  public var tag: Int { teile.tag }

  /// The day as `JJJJ-MM-TT`.
  public var text: String {
    String(unsafeUninitializedCapacity: 10) { p in p.baseAddress.map { schreibe($0) } ?? 0 }
  }

  /// Writes ``text`` to `p`, which has room for 10 bytes; returns their number.
  package func schreibe(_ p: UnsafeMutablePointer<UInt8>) -> Int {
    let (j, m, t) = teile
    setzeZwei(p, j / 100)
    setzeZwei(p + 2, j % 100)
    p[4] = 45
    setzeZwei(p + 5, m)
    p[7] = 45
    setzeZwei(p + 8, t)
    return 10
  }

  /// The day as people read it: `TT.MM.JJJJ`.
  public var anzeige: String {
    let (j, m, t) = teile
    return zweistelligerText(t) + "." + zweistelligerText(m) + "." + vierstellig(j)
  }

  /// 31 December of a year; nil outside of the years 1 to 9999.
  public static func jahresende(_ jahr: Int) -> Kalendertag? { Kalendertag(jahr, 12, 31) }

  /// True for a leap year.
  public static func istSchaltjahr(_ jahr: Int) -> Bool {
    jahr % 4 == 0 && (jahr % 100 != 0 || jahr % 400 == 0)
  }

  /// The number of days of a month.
  public static func tage(imMonat monat: Int, _ jahr: Int) -> Int {
    switch monat {
    case 2: istSchaltjahr(jahr) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Earlier days are less.
  public static func < (a: Self, b: Self) -> Bool { a.tageszahl < b.tageszahl }

  private static func zahl(_ jahr: Int, _ monat: Int, _ tag: Int) -> Int32 {
    let y = monat <= 2 ? jahr - 1 : jahr
    let era = y / 400
    let yoe = y - era * 400
    let doy = (153 * (monat > 2 ? monat - 3 : monat + 9) + 2) / 5 + tag - 1
    let doe = yoe * 365 + yoe / 4 - yoe / 100 + doy
    return Int32(era * 146_097 + doe - 719_468)
  }
}

extension Kalendertag: CustomStringConvertible {
  /// The same as ``text``.
  public var description: String { text }
}

extension Kalendertag: Codable {
  /// Reads `JJJJ-MM-TT`.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let wert = Self(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(text) ist kein Tag"))
    }
    self = wert
  }

  /// Writes `JJJJ-MM-TT`.
  public func encode(to encoder: any Encoder) throws {
    var behaelter = encoder.singleValueContainer()
    try behaelter.encode(text)
  }
}

/// A date of which perhaps only the year or the month is known.
///
/// xdomea 2.x gives the end of retention as a year only; later versions write 31.12. of that year.
public enum Teildatum: Hashable, Sendable {
  /// A whole day.
  case tag(Kalendertag)
  /// A month of a year.
  case monat(jahr: Int, monat: Int)
  /// A year.
  case jahr(Int)
  /// It is known that there is a date, but not which.
  case unbekannt

  /// The last day that this date can mean; nil if unknown.
  public var spaetesterTag: Kalendertag? {
    switch self {
    case .tag(let t): t
    case .monat(let j, let m): Kalendertag(j, m, Kalendertag.tage(imMonat: m, j))
    case .jahr(let j): Kalendertag.jahresende(j)
    case .unbekannt: nil
    }
  }

  /// The first day that this date can mean; nil if unknown.
  public var fruehesterTag: Kalendertag? {
    switch self {
    case .tag(let t): t
    case .monat(let j, let m): Kalendertag(j, m, 1)
    case .jahr(let j): Kalendertag(j, 1, 1)
    case .unbekannt: nil
    }
  }

  /// The year, if known.
  public var jahreszahl: Int? {
    switch self {
    case .tag(let t): t.jahr
    case .monat(let j, _): j
    case .jahr(let j): j
    case .unbekannt: nil
    }
  }

  /// The date as people read it, for example `12.03.2024`, `03.2024` or `2024`.
  public var anzeige: String {
    switch self {
    case .tag(let t): t.anzeige
    case .monat(let j, let m): zweistelligerText(m) + "." + vierstellig(j)
    case .jahr(let j): vierstellig(j)
    case .unbekannt: "unbekannt"
    }
  }
}

@inline(__always)
func zweistellig(_ p: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int? {
  let a = p[i] &- 48
  let b = p[i + 1] &- 48
  guard a < 10, b < 10 else { return nil }
  return Int(a) * 10 + Int(b)
}

/// Writes a number below 100 with two digits.
@inline(__always)
func setzeZwei(_ p: UnsafeMutablePointer<UInt8>, _ n: Int) {
  p[0] = 48 &+ UInt8(truncatingIfNeeded: n / 10)
  p[1] = 48 &+ UInt8(truncatingIfNeeded: n % 10)
}

func zweistelligerText(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }

func vierstellig(_ n: Int) -> String {
  let s = String(n)
  return String(repeating: "0", count: max(0, 4 - s.utf8.count)) + s
}
