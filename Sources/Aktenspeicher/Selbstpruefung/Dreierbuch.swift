// SPDX-License-Identifier: Apache-2.0
internal import GRDB

/// Which objects have which sequence of three letters, counted from the texts: what the full-text index
/// must answer.
struct Dreierbuch {
  /// Three letters in one number, 21 bits each.
  struct Folge: Hashable {
    private(set) var zahl: UInt64 = 0

    /// Adds a letter at the end; the first of four goes.
    mutating func haenge(_ zeichen: Unicode.Scalar) {
      zahl = (zahl << 21 | UInt64(zeichen.value)) & (1 << 63 - 1)
    }

    /// The three letters.
    var text: String {
      var text = ""
      for weite in [42, 21, 0] as [UInt64] {
        if let zeichen = Unicode.Scalar(UInt32(zahl >> weite & 0x1F_FFFF)) {
          text.unicodeScalars.append(zeichen)
        }
      }
      return text
    }
  }

  /// The objects that have a sequence, by number and a sum over their numbers.
  struct Stellen {
    private(set) var anzahl = 0
    private(set) var summe: UInt64 = 0
    private var letzte = Int64.min

    /// Counts an object once, if it comes several times in a row.
    mutating func nimm(_ nr: Int64) {
      guard nr != letzte || anzahl == 0 else { return }
      letzte = nr
      anzahl += 1
      // Mixed, so that two numbers do not make up for two others.
      var z = UInt64(bitPattern: nr) &* 0x9E37_79B9_7F4A_7C15
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      summe &+= z ^ (z >> 31)
    }
  }

  /// All sequences.
  private(set) var stellen: [Folge: Stellen] = [:]
  private var anzahlen: [UInt64] = [0, 0, 0, 0]

  /// The row of the index with the number of texts and of all sequences in each column.
  var gesamt: [UInt8] { anzahlen.flatMap(Ganzzahl.bytes) }

  /// Whether there are no texts.
  var istLeer: Bool { anzahlen[0] == 0 }

  /// Counts the texts of the index.
  ///
  /// - Parameters:
  ///   - l: The store.
  ///   - db: A connection to ask how the index takes a letter.
  /// - Throws: ``SpeicherFehler``.
  init(_ l: Lesezugriff, _ db: Database) throws {
    let formen = try Buchstabenform(db)
    let a = try l.anweisung("SELECT id, c0, c1, c2 FROM suche_content")
    try a.jedeZeile {
      anzahlen[0] += 1
      for spalte in 1...3 {
        var folge = Folge()
        var laenge = 0
        for zeichen in (a.text(Int32(spalte)) ?? "").unicodeScalars {
          folge.haenge(try formen.form(zeichen))
          laenge += 1
          if laenge >= 3 {
            anzahlen[spalte] += 1
            stellen[folge, default: Stellen()].nimm(a.zahl(0))
          }
        }
      }
      return true
    }
  }
}

/// How the index takes a letter: some, such as the Greek ς, are another one there.
private final class Buchstabenform {
  private let schreiben: Anweisung
  private let lesen: Anweisung
  private let leeren: Anweisung
  private var bekannt: [Unicode.Scalar: Unicode.Scalar] = [:]

  init(_ db: Database) throws {
    try db.execute(
      sql: """
        CREATE VIRTUAL TABLE temp.form USING fts5(t, tokenize = 'trigram');
        CREATE VIRTUAL TABLE temp.formworte USING fts5vocab(temp, form, row);
        """)
    schreiben = try Anweisung(db, "INSERT INTO form(rowid, t) VALUES(1, ?)", "suche")
    lesen = try Anweisung(db, "SELECT term FROM formworte", "suche")
    leeren = try Anweisung(db, "DELETE FROM form", "suche")
  }

  func form(_ zeichen: Unicode.Scalar) throws -> Unicode.Scalar {
    if zeichen.isASCII {
      return zeichen.properties.isUppercase ? Unicode.Scalar(UInt8(zeichen.value) + 32) : zeichen
    }
    if let form = bekannt[zeichen] { return form }
    schreiben.binde(1, String(repeating: Character(zeichen), count: 3))
    try schreiben.fuehreAus()
    let form = try lesen.ersteZeile { lesen.text(0)?.unicodeScalars.first } ?? zeichen
    try leeren.fuehreAus()
    bekannt[zeichen] = form ?? zeichen
    return form ?? zeichen
  }
}

/// Numbers as SQLite writes them into the rows of an index: seven bits in a byte, the highest first.
enum Ganzzahl {
  /// Takes a number from the front; nil if it is cut off or has no end.
  static func lies(_ bytes: inout ArraySlice<UInt8>) -> UInt64? {
    var zahl: UInt64 = 0
    for _ in 0..<8 {
      guard let byte = bytes.popFirst() else { return nil }
      zahl = zahl << 7 | UInt64(byte & 0x7F)
      if byte < 0x80 { return zahl }
    }
    return nil
  }

  /// The bytes of a number less than 2^56.
  static func bytes(_ zahl: UInt64) -> [UInt8] {
    var rest = zahl >> 7
    var bytes = [UInt8(zahl & 0x7F)]
    while rest > 0 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    return bytes.reversed()
  }
}
