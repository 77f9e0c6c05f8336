// SPDX-License-Identifier: Apache-2.0

/// Where the objects of a PDF lie (ISO 32000-2, 7.5): tables, streams, hybrids, all updates, the newest first.
///
/// Tables are not read, only looked up, so that a million objects cost nothing.
struct Querverweise {
  /// Where an object is.
  enum Fundort {
    case ort(Int64)
    /// In an object stream.
    case gepackt(strom: Int)
  }

  private enum Quelle {
    /// A table: where its first record begins, and how long a record is.
    case tabelle(Int64, Int)
    /// A stream: its bytes and the widths of its three fields.
    case strom([UInt8], [Int])
  }

  private struct Abschnitt {
    let quelle: Quelle
    let erste: Int
    let anzahl: Int
    /// The number of the update, 0 for the newest.
    let stand: Int
  }

  private static let hoechstensStaende = 256

  private let zugriff: Inhaltszugriff
  private var abschnitte: [Abschnitt] = []
  /// The trailers, the newest first.
  private(set) var anhaenge: [[String: PDFWert]] = []

  /// Follows the chain from `startxref` on; nil if it is broken at its first link.
  init?(_ datei: PDFBlick, ab start: Int64) {
    zugriff = datei.zugriff
    var ort: Int64? = start
    var besucht: Set<Int64> = []
    while let hier = ort, anhaenge.count < Self.hoechstensStaende, besucht.insert(hier).inserted {
      guard let anhang = lies(datei, hier) else { break }
      let stand = anhaenge.count
      anhaenge.append(anhang)
      // A hybrid hides its newer objects from old readers in a stream of its own.
      if let zweit = anhang["XRefStm"]?.alsZahl, besucht.insert(Int64(zweit)).inserted {
        _ = liesStrom(datei, Int64(zweit), stand)
      }
      ort = anhang["Prev"]?.alsZahl.map(Int64.init)
    }
    if anhaenge.isEmpty { return nil }
  }

  /// The newest value of a key of the trailers.
  subscript(schluessel: String) -> PDFWert? {
    for a in anhaenge { if let w = a[schluessel] { return w } }
    return nil
  }

  /// Where the object of this number lies; nil if it is free or unknown.
  func ort(_ nummer: Int) -> Fundort? {
    var freiSeit: Int?
    for a in abschnitte where nummer >= a.erste && nummer - a.erste < a.anzahl {
      // Freed by an update: only the stream of the same update may still have it.
      if let freiSeit, a.stand != freiSeit { return nil }
      switch a.quelle {
      case .tabelle(let anfang, let laenge):
        let satz = zugriff.bytes(ab: anfang + Int64(nummer - a.erste) * Int64(laenge), 18)
        guard satz.count == 18, let ort = Int64(String(decoding: satz[..<10], as: UTF8.self)) else {
          return nil
        }
        if satz[17] == UInt8(ascii: "n") { return .ort(ort) }
        freiSeit = a.stand
      case .strom(let bytes, let breiten):
        let laenge = breiten.reduce(0, +)
        let i = (nummer - a.erste) * laenge
        guard i + laenge <= bytes.count else { return nil }
        let felder = Self.felder(bytes, i, breiten)
        switch breiten[0] == 0 ? 1 : felder.0 {
        case 1: return .ort(Int64(felder.1))
        case 2: return .gepackt(strom: felder.1)
        default: freiSeit = a.stand
        }
      }
    }
    return nil
  }

  private static func felder(_ bytes: [UInt8], _ i: Int, _ breiten: [Int]) -> (Int, Int) {
    func zahl(_ ab: Int, _ breite: Int) -> Int {
      var z = 0
      for b in bytes[ab..<ab + min(breite, 7)] { z = z << 8 | Int(b) }
      return z
    }
    return (zahl(i, breiten[0]), zahl(i + breiten[0], breiten[1]))
  }

  // MARK: Reading

  private mutating func lies(_ datei: PDFBlick, _ ort: Int64) -> [String: PDFWert]? {
    var z = PDFZerleger(zugriff.bytes(ab: ort, 32))
    if z.nimm("xref") { return liesTabelle(datei, ort + Int64(z.stelle)) }
    return liesStrom(datei, ort, anhaenge.count)
  }

  private mutating func liesTabelle(_ datei: PDFBlick, _ anfang: Int64) -> [String: PDFWert]? {
    var ort = anfang
    for _ in 0..<100_000 {
      var z = PDFZerleger(zugriff.bytes(ab: ort, 64))
      if z.nimm("trailer") {
        return datei.wert(ab: ort + Int64(z.stelle))?.wert.alsVerzeichnis
      }
      guard case .zahl(let erste)? = z.wert(), case .zahl(let anzahl)? = z.wert(), erste >= 0,
        anzahl >= 0, anzahl < 1 << 32
      else { return nil }
      z.ueberspringeLeer()
      let saetze = ort + Int64(z.stelle)
      guard anzahl > 0 else {
        ort = saetze
        continue
      }
      let satz = zugriff.bytes(ab: saetze, 20)
      guard satz.count == 20, satz[..<10].allSatisfy({ (0x30...0x39).contains($0) }),
        satz[10] == 32, satz[17] == UInt8(ascii: "n") || satz[17] == UInt8(ascii: "f")
      else { return nil }
      // Some programs end a record with one byte instead of two.
      let laenge = PDFZerleger.istLeer(satz[19]) ? 20 : 19
      abschnitte.append(
        Abschnitt(
          quelle: .tabelle(saetze, laenge), erste: erste, anzahl: anzahl, stand: anhaenge.count))
      ort = saetze + Int64(anzahl) * Int64(laenge)
    }
    return nil
  }

  private mutating func liesStrom(
    _ datei: PDFBlick, _ ort: Int64, _ stand: Int
  ) -> [String: PDFWert]? {
    guard let objekt = datei.objekt(ab: ort, nil), let d = objekt.wert.alsVerzeichnis,
      d["Type"]?.alsName == "XRef", let bytes = datei.inhalt(objekt),
      let breiten = d["W"]?.alsFeld.compactMap(\.alsZahl), breiten.count >= 3,
      breiten.allSatisfy({ (0...16).contains($0) }), breiten.reduce(0, +) > 0
    else { return nil }
    let laenge = breiten.reduce(0, +)
    let paare = d["Index"]?.alsFeld.compactMap(\.alsZahl) ?? [0, d["Size"]?.alsZahl ?? 0]
    var ab = 0
    for i in stride(from: 0, to: paare.count - 1, by: 2) {
      let passen = (bytes.count - ab) / laenge
      let anzahl = min(max(0, paare[i + 1]), passen)
      guard paare[i] >= 0, anzahl > 0 else { continue }
      abschnitte.append(
        Abschnitt(
          quelle: .strom(Array(bytes[ab..<ab + anzahl * laenge]), Array(breiten.prefix(3))),
          erste: paare[i], anzahl: anzahl, stand: stand))
      ab += anzahl * laenge
    }
    return d
  }
}
