// SPDX-License-Identifier: Apache-2.0

/// One record of the central directory (APPNOTE 4.3.12), Zip64 values already in place.
struct Verzeichnissatz {
  static let mindestlaenge = 46

  /// Where the record begins in the file.
  let satzort: Int64
  let merkmale: UInt16
  let verfahren: UInt16
  let crc32: UInt32
  let gepackt: Int64
  let groesse: Int64
  /// Where the local header begins.
  let ort: Int64
  let art: Eintragsart
  /// The bytes of the name; lent until the next record is read.
  let name: UnsafeRawBufferPointer

  var istUTF8Flag: Bool { merkmale & 0x0800 != 0 }
  var verschluesselt: Bool { merkmale & 0x2041 != 0 }  // bits 0, 6 and 13
}

/// Reads the records of the central directory one after the other through one buffer.
struct Satzleser: ~Copyable {
  private let datei: Containerdatei
  private let puffer: UnsafeMutableRawBufferPointer
  private var gefuellt = 0
  private var stelle = 0
  private var ort: Int64
  private let ende: Int64
  private var uebrig: Int64

  init(_ datei: Containerdatei, _ lage: Verzeichnislage) {
    self.datei = datei
    puffer = .allocate(byteCount: 1 << 18, alignment: 16)  // the longest record has 196,651 bytes
    ort = lage.anfang
    ende = lage.anfang + lage.laenge
    uebrig = lage.anzahl
  }

  deinit { puffer.deallocate() }

  /// The next record; nil after the last, which must end where the directory ends.
  mutating func naechster() throws(BehaelterFehler) -> Verzeichnissatz? {
    guard uebrig > 0 else {
      guard ort + Int64(stelle) == ende else {
        throw datei.beschaedigt("das Inhaltsverzeichnis hat mehr Einträge, als sein Endsatz sagt")
      }
      return nil
    }
    uebrig -= 1
    try sichere(Verzeichnissatz.mindestlaenge)
    let kopf = UnsafeRawBufferPointer(rebasing: puffer[stelle..<gefuellt])
    guard kopf.u32(0) == 0x0201_4B50 else {
      throw datei.beschaedigt("ein Satz des Inhaltsverzeichnisses fehlt")
    }
    let namensende = Verzeichnissatz.mindestlaenge + Int(kopf.u16(28))
    let zusatzende = namensende + Int(kopf.u16(30))
    let laenge = zusatzende + Int(kopf.u16(32))
    try sichere(laenge)
    let satz = UnsafeRawBufferPointer(rebasing: puffer[stelle..<(stelle + laenge)])
    let satzort = ort + Int64(stelle)
    stelle += laenge
    let name = UnsafeRawBufferPointer(rebasing: satz[Verzeichnissatz.mindestlaenge..<namensende])
    let zusatz = UnsafeRawBufferPointer(rebasing: satz[namensende..<zusatzende])
    guard let werte = Grosswerte(satz, zusatz: zusatz) else {
      throw datei.beschaedigt("unmögliche Größen- oder Ortsangabe", CP437.text(name))
    }
    return Verzeichnissatz(
      satzort: satzort, merkmale: satz.u16(8), verfahren: satz.u16(10), crc32: satz.u32(16),
      gepackt: werte.gepackt, groesse: werte.groesse, ort: werte.ort,
      art: Self.art(satz, letztesZeichen: name.last), name: name)
  }

  /// Makes sure that `anzahl` bytes of the directory are in the buffer from `stelle` on.
  private mutating func sichere(_ anzahl: Int) throws(BehaelterFehler) {
    guard gefuellt - stelle < anzahl else { return }
    ort += Int64(stelle)
    guard ende - ort >= anzahl else {
      throw datei.beschaedigt("das Inhaltsverzeichnis endet mitten in einem Eintrag")
    }
    gefuellt = Int(min(ende - ort, Int64(puffer.count)))
    stelle = 0
    try datei.lies(ort, UnsafeMutableRawBufferPointer(rebasing: puffer[..<gefuellt]))
  }

  private static func art(_ satz: UnsafeRawBufferPointer, letztesZeichen: UInt8?) -> Eintragsart {
    let system = satz.u16(4) >> 8
    let attribute = satz.u32(38)
    let ordner = letztesZeichen == 0x2F
    guard system == 3 || system == 19 else {  // Unix, macOS
      return ordner || attribute & 0x10 != 0 ? .ordner : .datei
    }
    switch (attribute >> 16) & 0o170000 {
    case 0o120000: return .verknuepfung
    case 0o040000: return .ordner
    case 0o100000, 0: return ordner ? .ordner : .datei
    default: return .sonstige
    }
  }
}

/// Sizes and place of an entry: from the record, or from its Zip64 field where it says so.
private struct Grosswerte {
  let groesse: Int64
  let gepackt: Int64
  let ort: Int64

  init?(_ satz: UnsafeRawBufferPointer, zusatz: UnsafeRawBufferPointer) {
    var groesse = UInt64(satz.u32(24))
    var gepackt = UInt64(satz.u32(20))
    var ort = UInt64(satz.u32(42))
    var teil = UInt32(satz.u16(34))
    var stelle = 0
    while zusatz.count - stelle >= 4 {
      let kennung = zusatz.u16(stelle)
      let ende = stelle + 4 + Int(zusatz.u16(stelle + 2))
      guard ende <= zusatz.count else { break }  // padding that some tools leave
      if kennung == 1 {
        var feld = stelle + 4
        func wert() -> UInt64? {
          guard ende - feld >= 8 else { return nil }
          defer { feld += 8 }
          return zusatz.u64(feld)
        }
        if groesse == UInt32.max {
          guard let w = wert() else { return nil }
          groesse = w
        }
        if gepackt == UInt32.max {
          guard let w = wert() else { return nil }
          gepackt = w
        }
        if ort == UInt32.max {
          guard let w = wert() else { return nil }
          ort = w
        }
        if teil == 0xFFFF {
          guard ende - feld >= 4 else { return nil }
          teil = zusatz.u32(feld)
        }
        break
      }
      stelle = ende
    }
    guard teil == 0, let g = Int64(exactly: groesse), let p = Int64(exactly: gepackt),
      let o = Int64(exactly: ort)
    else { return nil }
    self.groesse = g
    self.gepackt = p
    self.ort = o
  }
}
