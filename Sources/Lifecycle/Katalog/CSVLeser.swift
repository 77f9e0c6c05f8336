// SPDX-License-Identifier: Apache-2.0

/// Takes a CSV text apart: RFC 4180 quotes, `;` between fields, LF, CRLF or CR between records.
package struct CSVLeser {
  /// One record.
  package struct Satz {
    /// The line on which it begins, counted from 1.
    package var zeile: Int
    /// Its number among all records, blank lines included, counted from 1: the number that a
    /// spreadsheet shows beside it, for there a record is one row however many lines it has.
    package var nummer: Int
    /// The fields without their quotes.
    package var felder: [String]
  }

  /// A record that breaks the quoting rules; reading goes on with the next line.
  package struct Mangel: Error {
    /// The line.
    package var zeile: Int
    /// Its number among all records, as ``Satz/nummer``.
    package var nummer: Int
    /// True if a quote was never closed; then the rest of the file is lost.
    package var offen: Bool
  }

  /// What comes next in the text.
  package enum Fund {
    /// A record.
    case satz(Satz)
    /// Something that is none.
    case mangel(Mangel)
  }

  /// The records, blank lines left out; only if all were read at once.
  private(set) var saetze: [Satz] = []
  /// What could not be taken apart; only if all was read at once.
  private(set) var maengel: [Mangel] = []
  /// True if a byte order mark was at the beginning.
  private(set) var hatteBOM = false
  /// How many lines ended with LF, CRLF and CR.
  private(set) var zeilenenden = (lf: 0, crlf: 0, cr: 0)

  private let bytes: [UInt8]
  private let trenner: UInt8
  private var i = 0
  private var zeile = 1
  private var nummer = 0

  /// Reads valid UTF-8, all records at once.
  init(_ bytes: [UInt8], trenner: UInt8 = UInt8(ascii: ";")) {
    self.init(einzeln: bytes, trenner: trenner)
    while let fund = naechster() {
      switch fund {
      case .satz(let satz): saetze.append(satz)
      case .mangel(let mangel): maengel.append(mangel)
      }
    }
  }

  /// Begins to read valid UTF-8, record by record; memory is that of one record.
  package init(einzeln bytes: [UInt8], trenner: UInt8) {
    self.bytes = bytes
    self.trenner = trenner
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      hatteBOM = true
      i = 3
    }
  }

  /// The next record, blank lines left out; nil after the last.
  package mutating func naechster() -> Fund? {
    while i < bytes.count {
      let fund = liesSatz()
      if case .satz(let satz) = fund, satz.felder == [""] { continue }
      return fund
    }
    return nil
  }

  private mutating func liesSatz() -> Fund {
    nummer += 1
    var satz = Satz(zeile: zeile, nummer: nummer, felder: [])
    while true {
      do throws(Mangel) {
        satz.felder.append(try liesFeld(satz.zeile))
      } catch {
        return .mangel(error)
      }
      guard i < bytes.count, bytes[i] == trenner else { break }
      i += 1
    }
    zeilenende()
    return .satz(satz)
  }

  /// A field, up to the separator, the line's end or the file's end.
  private mutating func liesFeld(_ anfangszeile: Int) throws(Mangel) -> String {
    guard i < bytes.count, bytes[i] == anfuehrung else { return liesNackt() }
    i += 1
    var feld: [UInt8] = []
    while i < bytes.count {
      let b = bytes[i]
      i += 1
      if b == anfuehrung {
        guard i < bytes.count, bytes[i] == anfuehrung else {
          guard i == bytes.count || bytes[i] == trenner || istZeilenende(bytes[i]) else {
            ueberspringeZeile()
            throw Mangel(zeile: anfangszeile, nummer: nummer, offen: false)
          }
          return String(decoding: feld, as: UTF8.self)
        }
        i += 1
      }
      if b == 10 || b == 13 && (i >= bytes.count || bytes[i] != 10) { zeile += 1 }
      feld.append(b)
    }
    throw Mangel(zeile: anfangszeile, nummer: nummer, offen: true)
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
