// SPDX-License-Identifier: Apache-2.0
import Foundation

/// Builds a ZIP byte by byte, so that a test can make any of its fields wrong.
struct Testzip {
  struct Satz {
    var name: [UInt8]
    var bytes: [UInt8]
    var merkmale: UInt16 = 0
    var verfahren: UInt16 = 0
    var groesse: UInt32?
    var crc: UInt32?
    var attribute: UInt32 = 0o100644 << 16
    /// The name in the local header if it differs.
    var kopfname: [UInt8]?
    /// Points at the local header of that earlier entry instead of its own.
    var ortVon: Int?

    init(_ name: String, _ inhalt: String = "Inhalt") {
      self.name = Array(name.utf8)
      bytes = Array(inhalt.utf8)
      merkmale = self.name.contains { $0 >= 128 } ? 0x0800 : 0
    }

    init(roh: [UInt8], _ inhalt: String = "Inhalt") {
      name = roh
      bytes = Array(inhalt.utf8)
    }
  }

  var saetze: [Satz]
  var vorspann: [UInt8] = []
  var nachspann: [UInt8] = []
  var kommentar: [UInt8] = []
  /// Whether the offsets count the bytes before the first entry.
  var zaehltVorspann = true
  var anzahl: UInt16?
  var teil: UInt16 = 0

  init(_ saetze: [Satz]) { self.saetze = saetze }

  init(_ namen: String...) { saetze = namen.map { Satz($0) } }

  var bytes: [UInt8] {
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
    let n = anzahl ?? UInt16(saetze.count)
    aus += verzeichnis + le(0x0605_4B50 as UInt32) + le(teil) + le(teil) + le(n) + le(n)
    aus += le(UInt32(verzeichnis.count)) + le(UInt32(anfang)) + le(UInt16(kommentar.count))
    return aus + kommentar + nachspann
  }

  @discardableResult
  func schreibe(_ ordner: URL, _ name: String = "t.zip") throws -> String {
    let ziel = ordner.appendingPathComponent(name)
    try Data(bytes).write(to: ziel)
    return ziel.path
  }

  static func crc32(_ bytes: [UInt8]) -> UInt32 {
    var crc = ~(0 as UInt32)
    for b in bytes {
      crc ^= UInt32(b)
      for _ in 0..<8 { crc = (crc >> 1) ^ (crc & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~crc
  }

  private func le<T: FixedWidthInteger>(_ wert: T) -> [UInt8] {
    withUnsafeBytes(of: wert.littleEndian) { [UInt8]($0) }
  }
}
