// SPDX-License-Identifier: Apache-2.0

// The day of an instant is its day in Germany (lebenszyklus FAKTEN 3). The rules of the zone are
// few enough to be written down here, so that the day does not hang on a table of the machine.

/// The legal time of Germany (Europe/Berlin) by its own rules.
public enum BerlinerZeit {
  /// Seconds that Berlin is ahead of UTC at an instant.
  ///
  /// Local mean time (+0:53:28) until 31 March 1893, then Central European Time with the summer
  /// times of 1916–1918 and 1940–1949 as a table, and the rule of today since 1980. For the future
  /// the rule of today is carried on.
  ///
  /// - Parameter unixSekunden: Seconds since 1970-01-01T00:00:00Z.
  /// - Returns: 3208, 3600, 7200 or 10,800.
  public static func abstand(unixSekunden: Int64) -> Int64 {
    guard unixSekunden >= beginnMEZ else { return ortszeit }
    if unixSekunden >= ersterSommerSeit1980 { return abstandSeit1980(unixSekunden) }
    return wechsel.last { $0.ab <= unixSekunden }?.abstand ?? winter
  }

  /// The instant of a local day and time, in seconds since 1970-01-01T00:00:00Z.
  ///
  /// A time that exists twice, since the clock was put back, means the first one. A time that does
  /// not exist, since the clock was put forward, is read with the clock before the change: 02:30
  /// becomes 03:30.
  static func unixSekunden(ortszeit lokal: Int64) -> Int64 {
    // Around a change the offsets of the days before and after differ; the larger is the earlier
    // instant.
    let vorher = abstand(unixSekunden: lokal - 86_400)
    let nachher = abstand(unixSekunden: lokal + 86_400)
    for a in [max(vorher, nachher), min(vorher, nachher)]
    where abstand(unixSekunden: lokal - a) == a {
      return lokal - a
    }
    return lokal - vorher
  }

  private static let ortszeit: Int64 = 3208
  private static let winter: Int64 = 3600
  private static let sommer: Int64 = 7200
  private static let hochsommer: Int64 = 10_800
  private static let beginnMEZ: Int64 = -2_422_054_408
  private static let ersterSommerSeit1980: Int64 = 323_830_800

  /// The changes of the clock between 1916 and 1949.
  private static let wechsel: [(ab: Int64, abstand: Int64)] = [
    (-1_693_706_400, sommer), (-1_680_483_600, winter),  // 1916
    (-1_663_455_600, sommer), (-1_650_150_000, winter),
    (-1_632_006_000, sommer), (-1_618_700_400, winter),
    (-938_905_200, sommer), (-857_257_200, winter),  // 1940 to 1942 without a break
    (-844_556_400, sommer), (-828_226_800, winter),
    (-812_502_000, sommer), (-796_777_200, winter),
    (-781_052_400, sommer), (-776_563_200, hochsommer),  // 1945
    (-765_936_000, sommer), (-761_180_400, winter),
    (-748_479_600, sommer), (-733_273_200, winter),
    (-717_631_200, sommer), (-714_610_800, hochsommer),  // 1947
    (-710_380_800, sommer), (-701_910_000, winter),
    (-684_975_600, sommer), (-670_460_400, winter),
    (-654_130_800, sommer), (-639_010_800, winter),
  ]

  /// Summer time from the last Sunday of March to the last Sunday of September (1980–1995) or
  /// October (since 1996), both at 01:00 UTC; in 1980 it began on 6 April.
  private static func abstandSeit1980(_ s: Int64) -> Int64 {
    guard let zahl = Int32(exactly: s / 86_400), let tag = Kalendertag(tageszahl: zahl) else {
      return winter
    }
    let jahr = tag.jahr
    let beginn = jahr == 1980 ? ersterSommerSeit1980 : letzterSonntag(3, jahr)
    let ende = letzterSonntag(jahr < 1996 ? 9 : 10, jahr)
    return s >= beginn && s < ende ? sommer : winter
  }

  /// 01:00 UTC on the last Sunday of a month.
  private static func letzterSonntag(_ monat: Int, _ jahr: Int) -> Int64 {
    guard let letzter = Kalendertag(jahr, monat, Kalendertag.tage(imMonat: monat, jahr)) else {
      return .max
    }
    return Int64(Int(letzter.tageszahl) - letzter.wochentag % 7) * 86_400 + 3600
  }
}

/// A point on the time line, whatever zone it was written in; earlier ones are less.
///
/// Two events at 02:30 in the night in which the clock is put back are told apart (F50).
public struct Augenblick: Hashable, Sendable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let unixSekunden: Int64
  /// The fraction in nanoseconds.
  public let nanosekunden: Int32

  /// Earlier instants are less.
  public static func < (a: Self, b: Self) -> Bool {
    (a.unixSekunden, a.nanosekunden) < (b.unixSekunden, b.nanosekunden)
  }
}

extension Zeitpunkt {
  /// The instant; a point in time without a zone counts as Berlin local time (F16).
  public var augenblick: Augenblick {
    let lokal = Int64(tag.tageszahl) * 86_400 + Int64(uhrzeit.sekunden)
    return Augenblick(
      unixSekunden: unixSekunden ?? BerlinerZeit.unixSekunden(ortszeit: lokal),
      nanosekunden: uhrzeit.nanosekunden)
  }

  /// The day in Germany on which this instant lies: the reference day of an event (F12–F16).
  ///
  /// Without a zone it is the day as written. nil outside of the years 1 to 9999.
  public var berlinerTag: Kalendertag? {
    guard let s = unixSekunden else { return tag }
    return Self.lokal(s).tag
  }

  /// The same instant in Berlin local time, with its distance from UTC as the zone.
  ///
  /// Before April 1893 the distance is no whole number of minutes; then, as without a zone in the
  /// source, no zone is given. nil outside of the years 1 to 9999.
  public var berlinerZeit: Zeitpunkt? {
    guard let s = unixSekunden else { return self }
    let (tag, sekunden, abstand) = Self.lokal(s)
    let zone: Zeitzone = abstand % 60 == 0 ? .abstand(Int16(abstand / 60)) : .keine
    guard let tag,
      let zeit = Uhrzeit(
        sekunden / 3600, sekunden / 60 % 60, sekunden % 60, nanosekunden: uhrzeit.nanosekunden,
        stellen: uhrzeit.stellen, zone: zone)
    else { return nil }
    return Zeitpunkt(tag, zeit)
  }

  /// The instant at which it is `uhrzeit` in Berlin on `tag`, written in UTC; a zone in `uhrzeit`
  /// is ignored.
  ///
  /// Of two equal local times it is the first; a local time that was skipped is moved forward.
  /// nil outside of the years 1 to 9999.
  public init?(berlin tag: Kalendertag, _ uhrzeit: Uhrzeit) {
    let lokal = Int64(tag.tageszahl) * 86_400 + Int64(uhrzeit.sekunden)
    let (tage, rest) = Self.tageUndRest(BerlinerZeit.unixSekunden(ortszeit: lokal))
    guard let tag = Kalendertag(tageszahl: tage),
      let zeit = Uhrzeit(
        rest / 3600, rest / 60 % 60, rest % 60, nanosekunden: uhrzeit.nanosekunden,
        stellen: uhrzeit.stellen, zone: .utc)
    else { return nil }
    self.init(tag, zeit)
  }

  private static func lokal(_ s: Int64) -> (tag: Kalendertag?, sekunden: Int, abstand: Int64) {
    let abstand = BerlinerZeit.abstand(unixSekunden: s)
    let (tage, rest) = tageUndRest(s + abstand)
    return (Kalendertag(tageszahl: tage), rest, abstand)
  }

  private static func tageUndRest(_ s: Int64) -> (tage: Int32, rest: Int) {
    let tage = s >= 0 ? s / 86_400 : (s - 86_399) / 86_400
    return (Int32(clamping: tage), Int(s - tage * 86_400))
  }
}

extension Kalendertag {
  /// The day of the week, 1 = Monday to 7 = Sunday (ISO 8601).
  public var wochentag: Int { (Int(tageszahl) % 7 + 10) % 7 + 1 }

  /// A day from an `xs:date`: `JJJJ-MM-TT`, perhaps with a zone, which is checked and then ignored.
  ///
  /// A zone cannot move a business date (F17). nil for anything else.
  public init?(xsDate text: some StringProtocol) {
    var kopie = String(text)
    let tag = kopie.withUTF8 { p -> Kalendertag? in
      guard let tag = Kalendertag(utf8: p),
        Zeitzone(utf8: UnsafeBufferPointer(rebasing: p[10...])) != nil
      else { return nil }
      return tag
    }
    guard let tag else { return nil }
    self = tag
  }
}
