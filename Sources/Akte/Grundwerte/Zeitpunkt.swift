// SPDX-License-Identifier: Apache-2.0

/// A time of day as `xs:time` gives it: whole seconds, an exact fraction, perhaps a zone.
public struct Uhrzeit: Hashable, Sendable {
  /// Seconds since midnight, 0 to 86399.
  public let sekunden: Int32
  /// The fraction in nanoseconds.
  public let nanosekunden: Int32
  /// How many digits of the fraction were given, 0 to 9.
  public let stellen: UInt8
  /// The zone, as given.
  public let zone: Zeitzone

  /// A time of day; nil outside of 00:00:00 to 23:59:59.
  public init?(
    _ stunde: Int, _ minute: Int, _ sekunde: Int, nanosekunden: Int32 = 0, stellen: UInt8 = 0,
    zone: Zeitzone = .keine
  ) {
    guard (0..<24).contains(stunde), (0..<60).contains(minute), (0..<60).contains(sekunde),
      (0..<1_000_000_000).contains(nanosekunden), stellen <= 9
    else { return nil }
    sekunden = Int32(stunde * 3600 + minute * 60 + sekunde)
    self.nanosekunden = nanosekunden
    self.stellen = stellen
    self.zone = zone
  }

  /// A time from `hh:mm:ss[.fff][Z|±hh:mm]`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    var kopie = String(text)
    guard let wert = kopie.withUTF8({ Self(utf8: $0) }) else { return nil }
    self = wert
  }

  /// A time from UTF-8 bytes; at most nine digits of the fraction are kept exactly.
  package init?(utf8 p: UnsafeBufferPointer<UInt8>) {
    guard p.count >= 8, p[2] == 58, p[5] == 58, let h = zweistellig(p, 0),
      let m = zweistellig(p, 3), let s = zweistellig(p, 6)
    else { return nil }
    var i = 8
    var nano: Int32 = 0
    var stellen: UInt8 = 0
    if i < p.count, p[i] == 46 {
      i += 1
      let anfang = i
      while i < p.count, p[i] &- 48 < 10 {
        guard stellen < 9 else { return nil }
        nano = nano * 10 + Int32(p[i] &- 48)
        stellen += 1
        i += 1
      }
      guard i > anfang else { return nil }
      for _ in stellen..<9 { nano *= 10 }
    }
    guard let zone = Zeitzone(utf8: UnsafeBufferPointer(rebasing: p[i...])) else { return nil }
    self.init(h, m, s, nanosekunden: nano, stellen: stellen, zone: zone)
  }

  /// The time as it was given.
  public var text: String {
    String(unsafeUninitializedCapacity: 24) { p in p.baseAddress.map { schreibe($0) } ?? 0 }
  }

  /// Writes ``text`` to `p`, which has room for 24 bytes; returns their number.
  package func schreibe(_ p: UnsafeMutablePointer<UInt8>) -> Int {
    let s = Int(sekunden)
    setzeZwei(p, s / 3600)
    p[2] = 58
    setzeZwei(p + 3, s / 60 % 60)
    p[5] = 58
    setzeZwei(p + 6, s % 60)
    var n = 8
    if stellen > 0 {
      p[n] = 46
      var rest = Int(nanosekunden)
      var teiler = 100_000_000
      for i in 1...Int(stellen) {
        p[n + i] = 48 &+ UInt8(truncatingIfNeeded: rest / teiler)
        rest %= teiler
        teiler /= 10
      }
      n += 1 + Int(stellen)
    }
    return n + zone.schreibe(p + n)
  }
}

/// The zone of a time: none, `Z`, or an offset in minutes.
public enum Zeitzone: Hashable, Sendable {
  /// No zone was given; the instant is not known.
  case keine
  /// UTC, written `Z`.
  case utc
  /// An offset from UTC in minutes, −840 to 840.
  case abstand(Int16)

  package init?(utf8 p: UnsafeBufferPointer<UInt8>) {
    if p.isEmpty {
      self = .keine
      return
    }
    if p.count == 1, p[0] == 90 {
      self = .utc
      return
    }
    guard p.count == 6, p[0] == 43 || p[0] == 45, p[3] == 58, let h = zweistellig(p, 1),
      let m = zweistellig(p, 4), m < 60, h * 60 + m <= 840
    else { return nil }
    self = .abstand(Int16(p[0] == 45 ? -(h * 60 + m) : h * 60 + m))
  }

  /// The zone as XML writes it: nothing, `Z` or `±hh:mm`.
  public var text: String {
    String(unsafeUninitializedCapacity: 6) { p in p.baseAddress.map { schreibe($0) } ?? 0 }
  }

  /// Writes ``text`` to `p`, which has room for 6 bytes; returns their number.
  func schreibe(_ p: UnsafeMutablePointer<UInt8>) -> Int {
    switch self {
    case .keine: return 0
    case .utc:
      p[0] = 90
      return 1
    case .abstand(let minuten):
      let b = abs(Int(minuten))
      p[0] = minuten < 0 ? 45 : 43
      setzeZwei(p + 1, b / 60)
      p[3] = 58
      setzeZwei(p + 4, b % 60)
      return 6
    }
  }

  /// Minutes ahead of UTC; nil if no zone is known.
  public var minuten: Int? {
    switch self {
    case .keine: nil
    case .utc: 0
    case .abstand(let m): Int(m)
    }
  }
}

/// A point in time as `xs:dateTime` gives it: day, time of day, perhaps a zone.
///
/// The given precision and spelling of the zone are kept, so that a message that is read and
/// written again says exactly the same.
public struct Zeitpunkt: Hashable, Sendable {
  /// The day, in the zone of ``uhrzeit``.
  public let tag: Kalendertag
  /// The time of day with its zone.
  public let uhrzeit: Uhrzeit

  /// A point in time from its parts.
  public init(_ tag: Kalendertag, _ uhrzeit: Uhrzeit) {
    self.tag = tag
    self.uhrzeit = uhrzeit
  }

  /// A point in time from `JJJJ-MM-TTThh:mm:ss[.fff][Z|±hh:mm]`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    var kopie = String(text)
    guard let wert = kopie.withUTF8({ Self(utf8: $0) }) else { return nil }
    self = wert
  }

  /// A point in time from UTF-8 bytes.
  package init?(utf8 p: UnsafeBufferPointer<UInt8>) {
    guard p.count >= 19 else { return nil }
    // `24:00:00` is the first instant of the next day.
    if p[10] == 84, p[11] == 50, p[12] == 52 {
      var nullUhr = Array(p)
      nullUhr[12] = 48
      nullUhr[11] = 48
      guard let wert = nullUhr.withUnsafeBufferPointer({ Self(utf8: $0) }),
        wert.uhrzeit.sekunden == 0, wert.uhrzeit.nanosekunden == 0,
        let tag = Kalendertag(tageszahl: wert.tag.tageszahl + 1)
      else { return nil }
      self.init(tag, wert.uhrzeit)
      return
    }
    guard p[10] == 84, let tag = Kalendertag(utf8: p),
      let uhrzeit = Uhrzeit(utf8: UnsafeBufferPointer(rebasing: p[11...]))
    else { return nil }
    self.init(tag, uhrzeit)
  }

  /// A point in time from seconds since 1970-01-01T00:00:00Z, with milliseconds and zone, as
  /// xdomea 4.0 demands of `erstellungszeitpunkt` (R18); nil outside of the years 1 to 9999.
  public init?(unixMillisekunden: Int64) {
    let sekunden = unixMillisekunden.floorDiv(1000)
    let milli = Int32(unixMillisekunden - sekunden * 1000)
    let tage = sekunden.floorDiv(86_400)
    let rest = Int(sekunden - tage * 86_400)
    guard let zahl = Int32(exactly: tage), let tag = Kalendertag(tageszahl: zahl),
      let uhrzeit = Uhrzeit(
        rest / 3600, rest / 60 % 60, rest % 60, nanosekunden: milli * 1_000_000, stellen: 3,
        zone: .utc)
    else { return nil }
    self.tag = tag
    self.uhrzeit = uhrzeit
  }

  /// Seconds since 1970-01-01T00:00:00Z, without the fraction; nil if no zone is known.
  public var unixSekunden: Int64? {
    guard let minuten = uhrzeit.zone.minuten else { return nil }
    return Int64(tag.tageszahl) * 86_400 + Int64(uhrzeit.sekunden) - Int64(minuten) * 60
  }

  /// The point in time as it was given.
  public var text: String {
    String(unsafeUninitializedCapacity: 35) { p in p.baseAddress.map { schreibe($0) } ?? 0 }
  }

  /// Writes ``text`` to `p`, which has room for 35 bytes; returns their number.
  package func schreibe(_ p: UnsafeMutablePointer<UInt8>) -> Int {
    let n = tag.schreibe(p)
    p[n] = 84
    return n + 1 + uhrzeit.schreibe(p + n + 1)
  }

  /// True if milliseconds and zone are there (R18).
  public var istVollstaendig: Bool { uhrzeit.stellen >= 3 && uhrzeit.zone != .keine }

  /// True if this point is later than the other; false if it cannot be known for want of a zone.
  public func istSpaeter(als anderer: Zeitpunkt) -> Bool {
    if let a = unixSekunden, let b = anderer.unixSekunden {
      return a == b ? uhrzeit.nanosekunden > anderer.uhrzeit.nanosekunden : a > b
    }
    // Without zones the local values are at most 14 hours apart from the truth on each side.
    let a = Int64(tag.tageszahl) * 86_400 + Int64(uhrzeit.sekunden)
    let b = Int64(anderer.tag.tageszahl) * 86_400 + Int64(anderer.uhrzeit.sekunden)
    return a - b > 28 * 3600
  }
}

extension Zeitpunkt: CustomStringConvertible {
  /// The same as ``text``.
  public var description: String { text }
}

extension Zeitpunkt: Codable {
  /// Reads the XML form.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let wert = Self(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(text) ist kein Zeitpunkt"))
    }
    self = wert
  }

  /// Writes the XML form.
  public func encode(to encoder: any Encoder) throws {
    var behaelter = encoder.singleValueContainer()
    try behaelter.encode(text)
  }
}

extension Uhrzeit: Codable {
  /// Reads the XML form.
  public init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let wert = Self(text) else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "\(text) ist keine Uhrzeit"))
    }
    self = wert
  }

  /// Writes the XML form.
  public func encode(to encoder: any Encoder) throws {
    var behaelter = encoder.singleValueContainer()
    try behaelter.encode(text)
  }
}

extension Int64 {
  fileprivate func floorDiv(_ n: Int64) -> Int64 {
    let q = self / n
    return self % n < 0 ? q - 1 : q
  }
}
