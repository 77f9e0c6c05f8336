// SPDX-License-Identifier: Apache-2.0

/// Takes a CSV text apart: RFC 4180 quotes, `;` between fields, LF, CRLF or CR between records.
struct CSVLeser {
  /// One record.
  struct Satz {
    /// The line on which it begins, counted from 1.
    var zeile: Int
    /// The fields without their quotes.
    var felder: [String]
  }

  /// A record that breaks the quoting rules; reading goes on with the next line.
  struct Mangel {
    /// The line.
    var zeile: Int
    /// True if a quote was never closed; then the rest of the file is lost.
    var offen: Bool
  }

  /// The records, blank lines left out.
  private(set) var saetze: [Satz] = []
  /// What could not be taken apart.
  private(set) var maengel: [Mangel] = []
  /// True if a byte order mark was at the beginning.
  private(set) var hatteBOM = false
  /// How many lines ended with LF, CRLF and CR.
  private(set) var zeilenenden = (lf: 0, crlf: 0, cr: 0)

  private let bytes: [UInt8]
  private let trenner: UInt8
  private var i = 0
  private var zeile = 1

  /// Reads valid UTF-8.
  init(_ bytes: [UInt8], trenner: UInt8 = UInt8(ascii: ";")) {
    self.bytes = bytes
    self.trenner = trenner
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      hatteBOM = true
      i = 3
    }
    while i < bytes.count { liesSatz() }
  }

  private mutating func liesSatz() {
    var satz = Satz(zeile: zeile, felder: [])
    while true {
      guard let feld = liesFeld(satz.zeile) else { return }
      satz.felder.append(feld)
      guard i < bytes.count, bytes[i] == trenner else { break }
      i += 1
    }
    zeilenende()
    if satz.felder != [""] { saetze.append(satz) }
  }

  /// A field, up to the separator, the line's end or the file's end; nil if the record is broken.
  private mutating func liesFeld(_ anfangszeile: Int) -> String? {
    guard i < bytes.count, bytes[i] == anfuehrung else { return liesNackt() }
    i += 1
    var feld: [UInt8] = []
    while i < bytes.count {
      let b = bytes[i]
      i += 1
      if b == anfuehrung {
        guard i < bytes.count, bytes[i] == anfuehrung else {
          guard i == bytes.count || bytes[i] == trenner || istZeilenende(bytes[i]) else {
            maengel.append(Mangel(zeile: anfangszeile, offen: false))
            ueberspringeZeile()
            return nil
          }
          return String(decoding: feld, as: UTF8.self)
        }
        i += 1
      }
      if b == 10 || b == 13 && (i >= bytes.count || bytes[i] != 10) { zeile += 1 }
      feld.append(b)
    }
    maengel.append(Mangel(zeile: anfangszeile, offen: true))
    return nil
  }

  private mutating func liesNackt() -> String {
    let anfang = i
    while i < bytes.count, bytes[i] != trenner, !istZeilenende(bytes[i]) { i += 1 }
    return String(decoding: bytes[anfang..<i], as: UTF8.self)
  }

  private mutating func ueberspringeZeile() {
    while i < bytes.count, !istZeilenende(bytes[i]) { i += 1 }
    zeilenende()
  }

  private mutating func zeilenende() {
    guard i < bytes.count else { return }
    let b = bytes[i]
    i += 1
    zeile += 1
    if b == 10 {
      zeilenenden.lf += 1
    } else if i < bytes.count, bytes[i] == 10 {
      i += 1
      zeilenenden.crlf += 1
    } else {
      zeilenenden.cr += 1
    }
  }

  private func istZeilenende(_ b: UInt8) -> Bool { b == 10 || b == 13 }

  private let anfuehrung = UInt8(ascii: "\"")
}
