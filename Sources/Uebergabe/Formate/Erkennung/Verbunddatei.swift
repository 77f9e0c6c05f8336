// SPDX-License-Identifier: Apache-2.0

/// The directory of an OLE2 compound file, read by position and within bounds ([MS-CFB]).
///
/// Nothing is trusted: every chain has a length limit, every place is checked against the file.
struct Verbunddatei {
  /// One stream or storage.
  struct Eintrag {
    let name: String
    let istStrom: Bool
    let start: Int
    let groesse: Int64
    let links: Int
    let rechts: Int
    let kind: Int
    /// The class id, as it stands.
    let klasse: [UInt8]
  }

  static let kennung: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let hoechstensSektoren = 1 << 16
  /// Numbers from here on are no sectors but signs, such as the end of a chain.
  private static let sonderwerte = 0xFFFF_FFFA

  private let zugriff: Inhaltszugriff
  private let kopf: [UInt8]
  private let sektor: Int
  private let hoechstens: Int
  /// The root and the entries directly below it.
  private(set) var wurzel: Eintrag?
  private(set) var oben: [Eintrag] = []
  /// A sentence for each thing that does not fit.
  private(set) var maengel: [String] = []
  private var gelesen: [Eintrag?] = []

  /// The directory of the file behind `zugriff`; nil if it is no compound file.
  init?(_ zugriff: Inhaltszugriff, _ grenzen: Formatgrenzen) {
    let kopf = zugriff.bytes(ab: 0, 512)
    guard kopf.hat(Self.kennung) else { return nil }
    self.zugriff = zugriff
    self.kopf = kopf
    hoechstens = grenzen.eintraege
    let stufe = kopf.u16(30)
    guard kopf.count == 512, stufe == 9 || stufe == 12 else {
      sektor = 512
      maengel.append("Der Kopf der Verbunddatei (OLE2) ist abgeschnitten oder unmöglich.")
      return
    }
    sektor = 1 << stufe
    liesVerzeichnis()
  }

  /// The entry of this name directly below the root; the case does not matter.
  subscript(name: String) -> Eintrag? {
    let klein = name.lowercased()
    return oben.first { $0.name.lowercased() == klein }
  }

  /// The first bytes of a stream.
  func inhalt(_ eintrag: Eintrag, _ anzahl: Int) -> [UInt8] {
    let zahl = Int(min(Int64(anzahl), eintrag.groesse))
    if eintrag.groesse < Int64(max(kopf.u32(56), 0)) { return miniinhalt(eintrag.start, zahl) }
    return kette(eintrag.start, zahl, sektor) {
      naechster($0)
    } lies: {
      zugriff.bytes(ab: ort($0), $1)
    }
  }

  // MARK: Sectors

  private func ort(_ nummer: Int) -> Int64 { (Int64(nummer) + 1) * Int64(sektor) }

  /// Bytes along a chain of units of `einheit` bytes.
  private func kette(
    _ start: Int, _ anzahl: Int, _ einheit: Int, weiter: (Int) -> Int?,
    lies: (Int, Int) -> [UInt8]
  ) -> [UInt8] {
    var aus: [UInt8] = []
    var nummer = start
    var schritte = 0
    while aus.count < anzahl, nummer < Self.sonderwerte, schritte < Self.hoechstensSektoren {
      let teil = lies(nummer, min(einheit, anzahl - aus.count))
      guard !teil.isEmpty else { break }
      aus += teil
      schritte += 1
      guard let folgender = weiter(nummer) else { break }
      nummer = folgender
    }
    return aus
  }

  /// The next sector after `nummer`, from the allocation table; nil if its place is not in the file.
  private func naechster(_ nummer: Int) -> Int? {
    let jeSektor = sektor / 4
    guard let tafel = tafelsektor(nummer / jeSektor) else { return nil }
    let bytes = zugriff.bytes(ab: ort(tafel) + Int64(nummer % jeSektor) * 4, 4)
    return bytes.count == 4 ? bytes.u32(0) : nil
  }

  /// The sector that holds part `index` of the allocation table: 109 in the header, then a chain.
  private func tafelsektor(_ index: Int) -> Int? {
    if index < 109 {
      let nummer = kopf.u32(76 + index * 4)
      return nummer < Self.sonderwerte ? nummer : nil
    }
    let jeSektor = sektor / 4 - 1
    var nummer = kopf.u32(68)
    var rest = index - 109
    var schritte = 0
    while rest >= jeSektor, nummer < Self.sonderwerte, schritte < 4096 {
      let zeiger = zugriff.bytes(ab: ort(nummer) + Int64(jeSektor) * 4, 4)
      guard zeiger.count == 4 else { return nil }
      nummer = zeiger.u32(0)
      rest -= jeSektor
      schritte += 1
    }
    guard nummer < Self.sonderwerte, rest < jeSektor else { return nil }
    let bytes = zugriff.bytes(ab: ort(nummer) + Int64(rest) * 4, 4)
    guard bytes.count == 4 else { return nil }
    return bytes.u32(0) < Self.sonderwerte ? bytes.u32(0) : nil
  }

  /// Bytes of a small stream: units of 64 bytes in the stream of the root.
  private func miniinhalt(_ start: Int, _ anzahl: Int) -> [UInt8] {
    guard let wurzel else { return [] }
    let jeSektor = sektor / 4
    return kette(start, anzahl, 64) { nummer in
      // The small allocation table is itself a chain of sectors.
      guard let tafel = sektorDerKette(kopf.u32(60), nummer / jeSektor) else { return nil }
      let bytes = zugriff.bytes(ab: ort(tafel) + Int64(nummer % jeSektor) * 4, 4)
      return bytes.count == 4 ? bytes.u32(0) : nil
    } lies: { nummer, zahl in
      let stelle = nummer * 64
      guard let s = sektorDerKette(wurzel.start, stelle / sektor) else { return [] }
      return zugriff.bytes(ab: ort(s) + Int64(stelle % sektor), zahl)
    }
  }

  private func sektorDerKette(_ start: Int, _ index: Int) -> Int? {
    guard index < 4096 else { return nil }
    var nummer = start
    for _ in 0..<index {
      guard nummer < Self.sonderwerte, let folgender = naechster(nummer) else { return nil }
      nummer = folgender
    }
    return nummer < Self.sonderwerte ? nummer : nil
  }

  // MARK: Directory

  private mutating func liesVerzeichnis() {
    var nummer = kopf.u32(48)
    var besucht: Set<Int> = []
    while nummer < Self.sonderwerte, gelesen.count < hoechstens {
      guard besucht.insert(nummer).inserted else {
        maengel.append("Das Verzeichnis der Verbunddatei (OLE2) läuft im Kreis.")
        break
      }
      let bytes = zugriff.bytes(ab: ort(nummer), sektor)
      for anfang in stride(from: 0, to: bytes.count - 127, by: 128) {
        gelesen.append(Self.eintrag(bytes, anfang))
      }
      guard bytes.count == sektor, let folgender = naechster(nummer) else {
        maengel.append("Das Verzeichnis der Verbunddatei (OLE2) ist abgeschnitten.")
        break
      }
      nummer = folgender
    }
    guard let erster = gelesen.first, let wurzel = erster else {
      maengel.append("Die Verbunddatei (OLE2) hat kein lesbares Verzeichnis.")
      return
    }
    self.wurzel = wurzel
    oben = nachbarn(wurzel.kind)
    if oben.isEmpty, gelesen.count > 1, gelesen.dropFirst().contains(where: { $0 != nil }) {
      // Without a tree all names count, which may be those of embedded documents.
      oben = gelesen.dropFirst().compactMap { $0 }
    }
  }

  /// The entries directly in a storage.
  func inhalt(von eintrag: Eintrag) -> [Eintrag] { nachbarn(eintrag.kind) }

  /// The tree of siblings around an entry, each once.
  private func nachbarn(_ start: Int) -> [Eintrag] {
    var aus: [Eintrag] = []
    var offen = [start]
    var besucht: Set<Int> = []
    while let i = offen.popLast() {
      guard i < gelesen.count, besucht.insert(i).inserted, let e = gelesen[i] else { continue }
      aus.append(e)
      offen += [e.links, e.rechts]
    }
    return aus
  }

  private static func eintrag(_ bytes: [UInt8], _ a: Int) -> Eintrag? {
    let art = bytes[a + 66]
    let laenge = bytes.u16(a + 64)
    guard art == 1 || art == 2 || art == 5, laenge >= 2, laenge <= 64 else { return nil }
    let einheiten = stride(from: 0, to: laenge - 2, by: 2).map { UInt16(bytes.u16(a + $0)) }
    return Eintrag(
      name: String(decoding: einheiten, as: UTF16.self), istStrom: art == 2,
      start: bytes.u32(a + 116), groesse: bytes.u64(a + 120), links: bytes.u32(a + 68),
      rechts: bytes.u32(a + 72), kind: bytes.u32(a + 76), klasse: Array(bytes[(a + 80)..<(a + 96)]))
  }
}
