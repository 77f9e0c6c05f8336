// SPDX-License-Identifier: Apache-2.0

/// Where the central directory of a container lies, from the record at the file's end.
///
/// Sources: APPNOTE 6.3.10, 4.3.14 to 4.3.16. The last end record in the file counts; its numbers
/// must point exactly at the bytes before it. So bytes before the first entry or after the end
/// are tolerated only if every offset is right, and all readers see the same directory.
struct Verzeichnislage {
  /// The number of entries.
  let anzahl: Int64
  /// Where the first record begins.
  let anfang: Int64
  /// The length of all records in bytes.
  let laenge: Int64

  private static let endsatz = 22
  private static let wegweiser = 20
  private static let endsatz64 = 56

  init(_ datei: Containerdatei) throws(BehaelterFehler) {
    guard datei.groesse >= Self.endsatz else { throw .keinZip(pfad: datei.pfad) }
    // End record, the longest comment, and the locator that precedes them.
    let anzahl = Int(min(datei.groesse, Int64(Self.endsatz + 0xFFFF + Self.wegweiser)))
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: anzahl, alignment: 16)
    defer { puffer.deallocate() }
    let anfang = datei.groesse - Int64(anzahl)
    try datei.lies(anfang, puffer)
    let ende = UnsafeRawBufferPointer(puffer)
    var stelle = anzahl - Self.endsatz
    while stelle >= 0, ende.u32(stelle) != 0x0605_4B50 { stelle -= 1 }
    guard stelle >= 0 else { throw .keinZip(pfad: datei.pfad) }
    let satz = UnsafeRawBufferPointer(rebasing: ende[stelle...])
    guard Self.endsatz + Int(satz.u16(20)) <= satz.count else {
      throw datei.beschaedigt("der Kommentar am Ende ist abgeschnitten")
    }
    let satzort = anfang + Int64(stelle)
    if stelle >= Self.wegweiser, ende.u32(stelle - Self.wegweiser) == 0x0706_4B50 {
      let wegweiser = UnsafeRawBufferPointer(
        rebasing: ende[(stelle - Self.wegweiser)..<stelle])
      self = try Self.zip64(
        datei, satz, wegweiser, wegweiserort: satzort - Int64(Self.wegweiser))
      return
    }
    guard satz.u16(4) == 0, satz.u16(6) == 0, satz.u16(8) == satz.u16(10) else {
      throw Self.mehrteilig(datei)
    }
    try self.init(
      datei, anzahl: UInt64(satz.u16(10)), laenge: UInt64(satz.u32(12)),
      anfang: UInt64(satz.u32(16)), ende: satzort)
  }

  /// The Zip64 form: the locator before the end record points at a larger one.
  private static func zip64(
    _ datei: Containerdatei, _ satz: UnsafeRawBufferPointer, _ wegweiser: UnsafeRawBufferPointer,
    wegweiserort: Int64
  ) throws(BehaelterFehler) -> Verzeichnislage {
    guard wegweiser.u32(4) == 0, wegweiser.u32(16) <= 1 else { throw mehrteilig(datei) }
    guard let ort = Int64(exactly: wegweiser.u64(8)), ort <= wegweiserort - Int64(endsatz64) else {
      throw datei.beschaedigt("der Zip64-Verweis zeigt aus der Datei hinaus")
    }
    let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: endsatz64, alignment: 16)
    defer { puffer.deallocate() }
    try datei.lies(ort, puffer)
    let gross = UnsafeRawBufferPointer(puffer)
    guard gross.u32(0) == 0x0606_4B50, gross.u64(4) == UInt64(wegweiserort - ort - 12) else {
      throw datei.beschaedigt("der Zip64-Endsatz passt nicht zu seinem Verweis")
    }
    guard gross.u32(16) == 0, gross.u32(20) == 0, gross.u64(24) == gross.u64(32) else {
      throw mehrteilig(datei)
    }
    // The small record must agree, or hold its highest value as "see the large one".
    guard satz.u16(10) == 0xFFFF || UInt64(satz.u16(10)) == gross.u64(32),
      satz.u32(12) == .max || UInt64(satz.u32(12)) == gross.u64(40),
      satz.u32(16) == .max || UInt64(satz.u32(16)) == gross.u64(48)
    else { throw datei.beschaedigt("die beiden Endsätze widersprechen sich") }
    return try Verzeichnislage(
      datei, anzahl: gross.u64(32), laenge: gross.u64(40), anfang: gross.u64(48), ende: ort)
  }

  private static func mehrteilig(_ datei: Containerdatei) -> BehaelterFehler {
    .nichtUnterstuetzt(
      pfad: datei.pfad, eintrag: nil, grund: "er ist auf mehrere Dateien verteilt")
  }

  private init(
    _ datei: Containerdatei, anzahl: UInt64, laenge: UInt64, anfang: UInt64, ende: Int64
  ) throws(BehaelterFehler) {
    guard let anzahl = Int64(exactly: anzahl), let laenge = Int64(exactly: laenge),
      let anfang = Int64(exactly: anfang), laenge <= ende, anfang == ende - laenge
    else { throw datei.beschaedigt("das Inhaltsverzeichnis liegt nicht, wo sein Endsatz sagt") }
    guard anzahl <= laenge / Int64(Verzeichnissatz.mindestlaenge) else {
      throw datei.beschaedigt("das Inhaltsverzeichnis ist kürzer als seine Einträge")
    }
    self.anzahl = anzahl
    self.anfang = anfang
    self.laenge = laenge
  }
}
