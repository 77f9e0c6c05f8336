// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import XMLStrom

/// The optional table `metadaten.csv` of a folder that is packed.
///
/// UTF-8, separated by `;`, texts with `;`, quotes or line breaks in double quotes, quotes doubled.
/// Header: `pfad;betreff;kennzeichen;aktenplaneinheit;laufzeit_beginn;laufzeit_ende;zda;`
/// `aussonderungsart`; columns may be missing (but `pfad`) and come in any order. An empty cell
/// overrides nothing.
struct Metadatentabelle {
  static let dateiname = "metadaten.csv"
  static let spalten = [
    "pfad", "betreff", "kennzeichen", "aktenplaneinheit", "laufzeit_beginn", "laufzeit_ende",
    "zda", "aussonderungsart",
  ]

  /// What the table says of one path.
  struct Zeile {
    var nummer: Int
    var betreff: String?
    var kennzeichen: String?
    var aktenplaneinheit: String?
    var beginn: Kalendertag?
    var ende: Kalendertag?
    var zda: Kalendertag?
    var aussonderungsart: Aussonderungsart?

    /// True if the row says what only an Akte or a Vorgang has.
    var hatAktenangaben: Bool {
      aktenplaneinheit != nil || beginn != nil || ende != nil || zda != nil
        || aussonderungsart != nil
    }
  }

  // Text compares by canonical equivalence: names from macOS are decomposed, tables are not.
  private(set) var zeilen: [String: Zeile] = [:]
  private var benutzt: Set<String> = []

  init() {}

  /// Reads the table.
  ///
  /// - Throws: ``XdomeaFehler/eingabe(_:)`` that names line, column and remedy.
  init(datei pfad: String) throws {
    var quelle = try Dateiquelle(pfad: pfad)
    var bytes: [UInt8] = []
    var puffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let n = try puffer.withUnsafeMutableBytes { try quelle.lies($0) }
      if n == 0 { break }
      bytes += puffer[..<n]
      guard bytes.count <= 256 << 20 else {
        throw XdomeaFehler.eingabe("\(pfad) ist größer als 256 MB. Teilen Sie den Ordner auf.")
      }
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw XdomeaFehler.eingabe(
        "\(pfad) ist nicht in UTF-8 kodiert. Speichern Sie die Tabelle als „CSV UTF-8“.")
    }
    try lies(text, pfad)
  }

  /// What the table says of a path relative to the packed folder; counts the row as used.
  mutating func zeile(_ pfad: String) -> Zeile? {
    guard let z = zeilen[pfad] else { return nil }
    benutzt.insert(pfad)
    return z
  }

  /// Rows whose path was never asked for, in the order of the table.
  var unbenutzte: [(pfad: String, nummer: Int)] {
    zeilen.filter { !benutzt.contains($0.key) }.map { ($0.key, $0.value.nummer) }
      .sorted { $0.1 < $1.1 }
  }

  private mutating func lies(_ text: String, _ datei: String) throws {
    var kopf: [String]?
    try Self.jedeZeile(text, datei) { felder, nummer in
      func fehler(_ was: String) -> XdomeaFehler {
        .eingabe("\(datei), Zeile \(nummer): \(was)")
      }
      if felder.allSatisfy(\.trimmed.isEmpty) { return }
      guard let spalten = kopf else {
        var namen = felder.map { $0.trimmed.lowercased() }
        // Spreadsheets write empty columns behind the last one.
        while namen.last == "" { namen.removeLast() }
        if namen.count == 1, namen[0].contains(",") {
          throw fehler("Die Spalten sind mit Komma getrennt. Speichern Sie mit Semikolon.")
        }
        if let fremd = namen.first(where: { !Self.spalten.contains($0) }) {
          throw fehler(
            "Die Spalte „\(fremd)“ ist unbekannt. Erlaubt sind "
              + Self.spalten.joined(separator: ", ") + ".")
        }
        if Set(namen).count < namen.count { throw fehler("Eine Spalte kommt doppelt vor.") }
        guard namen.contains("pfad") else { throw fehler("Die Spalte „pfad“ fehlt.") }
        kopf = namen
        return
      }
      guard
        felder.count == spalten.count
          || felder.count > spalten.count && felder[spalten.count...].allSatisfy(\.trimmed.isEmpty)
      else {
        throw fehler(
          "\(felder.count) Spalten statt \(spalten.count). Texte mit Semikolon gehören in "
            + "Anführungszeichen.")
      }
      var zeile = Zeile(nummer: nummer)
      var pfad = ""
      for (spalte, feld) in zip(spalten, felder) {
        let wert = feld.trimmed.replacing("\r\n", with: "\n")
        if wert.isEmpty { continue }
        if let z = wert.unicodeScalars.first(where: { $0.value < 32 && $0 != "\n" && $0 != "\t" }) {
          throw fehler("Die Spalte „\(spalte)“ enthält das Steuerzeichen U+00\(z.hex).")
        }
        switch spalte {
        case "pfad": pfad = Self.bereinigt(wert)
        case "betreff": zeile.betreff = wert
        case "kennzeichen": zeile.kennzeichen = wert
        case "aktenplaneinheit": zeile.aktenplaneinheit = wert
        case "laufzeit_beginn", "laufzeit_ende", "zda":
          guard let tag = Self.tag(wert) else { throw fehler(Self.datum(wert)) }
          switch spalte {
          case "laufzeit_beginn": zeile.beginn = tag
          case "laufzeit_ende": zeile.ende = tag
          default: zeile.zda = tag
          }
        default:
          switch wert.uppercased() {
          case "A": zeile.aussonderungsart = .archivieren
          case "B": zeile.aussonderungsart = .bewerten
          case "V": zeile.aussonderungsart = .vernichten
          default:
            throw fehler("Aussonderungsart „\(wert)“ ist nicht A, B oder V.")
          }
        }
      }
      guard !pfad.isEmpty else { throw fehler("Der Pfad ist leer.") }
      if let b = zeile.beginn, let e = zeile.ende, e < b {
        throw fehler("Die Laufzeit endet (\(e.anzeige)) vor ihrem Beginn (\(b.anzeige)).")
      }
      if let andere = self.zeilen[pfad] {
        throw fehler("Der Pfad „\(pfad)“ steht schon in Zeile \(andere.nummer).")
      }
      self.zeilen[pfad] = zeile
    }
  }

  private static func datum(_ wert: String) -> String {
    "„\(wert)“ ist kein Tag. Schreiben Sie das Datum wie 2012-03-01 oder 01.03.2012."
  }

  /// `JJJJ-MM-TT` or `TT.MM.JJJJ`, from 1800 on: a year of two digits is a mistake, not the year 12.
  private static func tag(_ wert: String) -> Kalendertag? {
    var tag = Kalendertag(wert)
    let teile = wert.split(separator: "." as Character, omittingEmptySubsequences: false)
    if tag == nil, teile.count == 3, teile[2].utf8.count == 4,
      let t = Int(teile[0]), let m = Int(teile[1]), let j = Int(teile[2])
    {
      tag = Kalendertag(j, m, t)
    }
    return tag.flatMap { $0.jahr >= 1800 ? $0 : nil }
  }

  /// The path without `./` and without a `/` at its end; `\` counts as `/`.
  private static func bereinigt(_ pfad: String) -> String {
    var p = pfad.replacing("\\", with: "/")
    while p.hasPrefix("./") { p.removeFirst(2) }
    while p.hasPrefix("/") { p.removeFirst() }
    while p.hasSuffix("/") { p.removeLast() }
    return p
  }

  /// Splits RFC 4180 text with `;`; calls `body` for every row that is not empty.
  private static func jedeZeile(
    _ text: String, _ datei: String, _ body: ([String], Int) throws -> Void
  ) throws {
    var felder: [String] = []
    var feld: [UInt8] = []
    var nummer = 1
    var anfang = 1
    var inAnfuehrung = false
    var warAnfuehrung = false
    func zeileFertig() throws {
      felder.append(String(decoding: feld, as: UTF8.self))
      feld.removeAll(keepingCapacity: true)
      if !(felder.count == 1 && felder[0].isEmpty) { try body(felder, anfang) }
      felder.removeAll(keepingCapacity: true)
      warAnfuehrung = false
    }
    let bytes = Array(text.utf8)
    var i = 0
    while i < bytes.count {
      let b = bytes[i]
      i += 1
      if inAnfuehrung {
        if b == 34 {
          if i < bytes.count, bytes[i] == 34 {
            feld.append(34)
            i += 1
          } else {
            inAnfuehrung = false
          }
        } else {
          if b == 10 { nummer += 1 }
          feld.append(b)
        }
        continue
      }
      switch b {
      case 34 where feld.isEmpty && !warAnfuehrung:
        inAnfuehrung = true
        warAnfuehrung = true
      case 59:
        felder.append(String(decoding: feld, as: UTF8.self))
        feld.removeAll(keepingCapacity: true)
        warAnfuehrung = false
      case 13: continue
      case 10:
        try zeileFertig()
        nummer += 1
        anfang = nummer
      default: feld.append(b)
      }
    }
    if inAnfuehrung {
      throw XdomeaFehler.eingabe(
        "\(datei), Zeile \(anfang): Ein Anführungszeichen wird nicht geschlossen.")
    }
    if !feld.isEmpty || !felder.isEmpty { try zeileFertig() }
  }
}

extension String {
  fileprivate var trimmed: String {
    var s = self[...]
    while let z = s.first, z.isWhitespace { s.removeFirst() }
    while let z = s.last, z.isWhitespace { s.removeLast() }
    return String(s)
  }
}

extension Unicode.Scalar {
  fileprivate var hex: String {
    let zahl = String(value, radix: 16, uppercase: true)
    return zahl.utf8.count < 2 ? "0" + zahl : zahl
  }
}
