// SPDX-License-Identifier: Apache-2.0
public import Foundation

/// Builds a ZIP byte by byte, so that a test can make any of its fields wrong.
public struct Testzip {
  /// One entry: its content, its local header and its record in the directory.
  public struct Satz {
    /// The bytes of the name.
    public var name: [UInt8]
    /// The content as it lies in the file.
    public var bytes: [UInt8]
    /// The general purpose flags.
    public var merkmale: UInt16 = 0
    /// The compression method.
    public var verfahren: UInt16 = 0
    /// The unpacked size if it is not that of `bytes`.
    public var groesse: UInt32?
    /// The CRC-32 if it is not that of `bytes`.
    public var crc: UInt32?
    /// The external attributes, Unix mode above.
    public var attribute: UInt32 = 0o100644 << 16
    /// The name in the local header if it differs.
    public var kopfname: [UInt8]?
    /// Points at the local header of that earlier entry instead of its own.
    public var ortVon: Int?

    /// An entry with text.
    public init(_ name: String, _ inhalt: String = "Inhalt") {
      self.init(name, bytes: Array(inhalt.utf8))
    }

    /// An entry with bytes.
    public init(_ name: String, bytes: [UInt8]) {
      self.init(roh: Array(name.utf8), bytes: bytes)
      merkmale = self.name.contains { $0 >= 128 } ? 0x0800 : 0
    }

    /// An entry whose name is not flagged as UTF-8.
    public init(roh: [UInt8], _ inhalt: String = "Inhalt") {
      self.init(roh: roh, bytes: Array(inhalt.utf8))
    }

    /// An entry with bytes whose name is not flagged as UTF-8.
    public init(roh: [UInt8], bytes: [UInt8]) {
      name = roh
      self.bytes = bytes
    }
  }

  /// The entries.
  public var saetze: [Satz]
  /// Bytes before the first entry.
  public var vorspann: [UInt8] = []
  /// Bytes after the end.
  public var nachspann: [UInt8] = []
  /// The comment at the end.
  public var kommentar: [UInt8] = []
  /// Whether the offsets count the bytes before the first entry.
  public var zaehltVorspann = true
  /// The number of entries that the end record states, if it is not the true one.
  public var anzahl: UInt16?
  /// The number of this part.
  public var teil: UInt16 = 0

  /// A ZIP of these entries.
  public init(_ saetze: [Satz]) { self.saetze = saetze }

  /// A ZIP of files with these names.
  public init(_ namen: String...) { saetze = namen.map { Satz($0) } }

  /// The file; with a Zip64 end record if there are more entries than the small one can count.
  public var bytes: [UInt8] {
    var aus = vorspann
    let verschub = zaehltVorspann ? 0 : vorspann.count
    var orte: [Int] = []
    var verzeichnis: [UInt8] = []
    for s in saetze {
      orte.append(s.ortVon.map { orte[$0] } ?? aus.count - verschub)
      let crc = s.crc ?? Self.crc32(s.bytes)
      let groesse = s.groesse ?? UInt32(s.bytes.count)
      if s.ortVon == nil {
        let name = s.kopfname ?? s.name
        aus += le(0x0403_4B50 as UInt32) + le(20 as UInt16) + le(s.merkmale) + le(s.verfahren)
        aus += le(0x0021_0000 as UInt32) + le(crc) + le(UInt32(s.bytes.count)) + le(groesse)
        aus += le(UInt16(name.count)) + le(0 as UInt16) + name + s.bytes
      }
      verzeichnis += le(0x0201_4B50 as UInt32) + le(0x031E as UInt16) + le(20 as UInt16)
      verzeichnis += le(s.merkmale) + le(s.verfahren) + le(0x0021_0000 as UInt32) + le(crc)
      verzeichnis += le(UInt32(s.bytes.count)) + le(groesse) + le(UInt16(s.name.count))
      verzeichnis += [UInt8](repeating: 0, count: 8) + le(s.attribute)
      verzeichnis += le(UInt32(orte[orte.count - 1])) + s.name
    }
    let anfang = aus.count - verschub
    aus += verzeichnis
    if saetze.count > 0xFFFE { aus += zip64(anfang, verzeichnis.count, aus.count - verschub) }
    let n = anzahl ?? UInt16(clamping: saetze.count)
    aus += le(0x0605_4B50 as UInt32) + le(teil) + le(teil) + le(n) + le(n)
    aus += le(UInt32(verzeichnis.count)) + le(UInt32(anfang)) + le(UInt16(kommentar.count))
    return aus + kommentar + nachspann
  }

  /// The large end record and its locator.
  private func zip64(_ anfang: Int, _ laenge: Int, _ ort: Int) -> [UInt8] {
    let zahl = UInt64(saetze.count)
    let satz =
      le(0x0606_4B50 as UInt32) + le(44 as UInt64) + le(0x002D_032D as UInt32)
      + le(0 as UInt64) + le(zahl) + le(zahl) + le(UInt64(laenge)) + le(UInt64(anfang))
    return satz + le(0x0706_4B50 as UInt32) + le(0 as UInt32) + le(UInt64(ort)) + le(1 as UInt32)
  }

  /// Writes the file and returns its path.
  @discardableResult
  public func schreibe(_ ordner: URL, _ name: String = "t.zip") throws -> String {
    let ziel = ordner.appendingPathComponent(name)
    try Data(bytes).write(to: ziel)
    return ziel.path
  }

  /// The CRC-32 that ZIP uses.
  public static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc = ~(0 as UInt32)
    for b in bytes { crc = (crc >> 8) ^ tafel[Int(UInt8(truncatingIfNeeded: crc) ^ b)] }
    return ~crc
  }

  private static let tafel: [UInt32] = (0..<256).map { i in
    (0..<8).reduce(UInt32(i)) { wert, _ in (wert >> 1) ^ (wert & 1 == 1 ? 0xEDB8_8320 : 0) }
  }

  private func le<T: FixedWidthInteger>(_ wert: T) -> [UInt8] {
    withUnsafeBytes(of: wert.littleEndian) { [UInt8]($0) }
  }
}
