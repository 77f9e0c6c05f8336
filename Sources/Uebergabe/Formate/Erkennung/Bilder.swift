// SPDX-License-Identifier: Apache-2.0

/// Images: signature, the first structures, and whether the end is there.
extension Erkennungsgang {
  mutating func erkenneBild() -> Bool {
    erkennePNG() || erkenneJPEG() || erkenneTIFF() || erkenneBMP()
  }

  // MARK: PNG (ISO/IEC 15948)

  private static let pngkennung: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  private mutating func erkennePNG() -> Bool {
    guard kopf.hat(Self.pngkennung) else { return false }
    guard kopf.be32(8) == 13, kopf.hat("IHDR", bei: 12) else {
      nimm(.png, .wahrscheinlich, "PNG-Signatur")
      meldeSchaden("Nach der PNG-Signatur fehlt der Bildkopf.")
      return true
    }
    nimm(.png, pngfassung(), .sicher, "PNG-Signatur und Bildkopf")
    if zugriff.schluss(64).bytes.letzteStelle(Array("IEND".utf8)) == nil {
      meldeSchaden("Das Ende des PNG-Bildes (IEND) fehlt.")
    }
    return true
  }

  /// The version by the chunks before the image: 1.1 brought profiles, 1.2 international text.
  private func pngfassung() -> String {
    var fassung = "1.0"
    var ort: Int64 = 8
    for _ in 0..<256 {
      let satz = zugriff.bytes(ab: ort, 8)
      guard satz.count == 8 else { break }
      switch String(decoding: satz[4...], as: UTF8.self) {
      case "IDAT": return fassung
      case "acTL": return "bewegt"
      case "iTXt": fassung = "1.2"
      case "iCCP", "sRGB", "sPLT": if fassung == "1.0" { fassung = "1.1" }
      default: break
      }
      ort += Int64(satz.be32(0)) + 12
    }
    return fassung
  }

  // MARK: JPEG (ISO/IEC 10918)

  private mutating func erkenneJPEG() -> Bool {
    guard kopf.hat([0xFF, 0xD8, 0xFF]) else { return false }
    var fassung: String? = "ohne Kopf"
    var ort: Int64 = 2
    schritte: for _ in 0..<64 {
      let satz = zugriff.bytes(ab: ort, 18)
      guard satz.count >= 4, satz[0] == 0xFF else { break }
      switch satz[1] {
      case 0xFF:
        ort += 1
        continue schritte
      case 0xDA, 0xD9: break schritte
      case 0xE0 where satz.hat("JFIF\0", bei: 4):
        let unter = satz.count > 10 ? Int(satz[10]) : 0
        fassung = satz.count > 10 && satz[9] == 1 && unter < 3 ? "JFIF 1.0\(unter)" : nil
      case 0xE1 where satz.hat("Exif\0", bei: 4):
        // With both, JFIF comes first and PRONOM goes by Exif.
        fassung = exiffassung(zugriff.bytes(ab: ort + 10, max(0, satz.be16(2) - 8)))
      default: break
      }
      guard satz.be16(2) >= 2 else { break }
      ort += Int64(satz.be16(2)) + 2
    }
    nimm(.jpeg, fassung, .sicher, "JPEG-Signatur")
    let schluss = zugriff.schluss(Inhaltszugriff.fenster).bytes
    if schluss.letzteStelle([0xFF, 0xD9]) == nil {
      meldeSchaden("Das Ende des JPEG-Bildes (EOI) fehlt.")
    }
    return true
  }

  /// The tag ExifVersion (0x9000) in the Exif directory, which is a TIFF of its own.
  private func exiffassung(_ tiff: [UInt8]) -> String? {
    let klein = tiff.hat("II")
    guard klein || tiff.hat("MM") else { return nil }
    let zwei = { (i: Int) in klein ? tiff.u16(i) : tiff.be16(i) }
    let vier = { (i: Int) in klein ? tiff.u32(i) : tiff.be32(i) }
    func feld(_ verzeichnis: Int, _ marke: Int) -> Int? {
      let anzahl = min(zwei(verzeichnis), 512)
      for i in 0..<anzahl where zwei(verzeichnis + 2 + i * 12) == marke {
        return verzeichnis + 2 + i * 12 + 8
      }
      return nil
    }
    guard let zeiger = feld(vier(4), 0x8769), let ort = feld(vier(zeiger), 0x9000),
      ort + 4 <= tiff.count
    else { return nil }
    switch String(decoding: tiff[ort..<ort + 4], as: UTF8.self) {
    case "0200": return "Exif 2.0"
    case "0210": return "Exif 2.1"
    case "0220": return "Exif 2.2"
    case "0221": return "Exif 2.2.1"
    case "0230", "0231", "0232": return "Exif 2.3"
    default: return nil
    }
  }

  // MARK: TIFF 6.0

  private mutating func erkenneTIFF() -> Bool {
    let klein = kopf.hat([0x49, 0x49, 0x2A, 0]) || kopf.hat([0x49, 0x49, 0x2B, 0])
    guard klein || kopf.hat([0x4D, 0x4D, 0, 0x2A]) || kopf.hat([0x4D, 0x4D, 0, 0x2B]) else {
      return false
    }
    if kopf[klein ? 2 : 3] == 0x2B {
      nimm(.bigtiff, .sicher, "BigTIFF-Signatur")
      return true
    }
    let ort = Int64(klein ? kopf.u32(4) : kopf.be32(4))
    let anfang = zugriff.bytes(ab: ort, 2)
    let anzahl = klein ? anfang.u16(0) : anfang.be16(0)
    guard ort >= 8, anzahl > 0, zugriff.mangel != .luecke else {
      nimm(.tiff, .wahrscheinlich, "TIFF-Signatur")
      if zugriff.mangel != .luecke {
        meldeSchaden("Das erste Bildverzeichnis des TIFF liegt außerhalb der Datei.")
      }
      return true
    }
    let eintraege = zugriff.bytes(ab: ort + 2, min(anzahl, 1024) * 12)
    let marken = stride(from: 0, to: eintraege.count - 11, by: 12).map {
      klein ? eintraege.u16($0) : eintraege.be16($0)
    }
    nimm(
      marken.contains(0xC612) ? .dng : .tiff, .sicher, "TIFF-Signatur und Bildverzeichnis")
    if ort + 2 + Int64(anzahl) * 12 > zugriff.groesse {
      meldeSchaden("Das Bildverzeichnis des TIFF ist abgeschnitten.")
    }
    return true
  }

  // MARK: BMP

  private mutating func erkenneBMP() -> Bool {
    guard kopf.hat("BM"), [12, 40, 52, 56, 64, 108, 124].contains(kopf.u32(14)),
      kopf.count >= 26
    else { return false }
    let fassung: String? =
      switch kopf.u32(14) {
      case 40: kopf.u32(30) == 3 ? "3.0 NT" : "3.0"
      case 108: "4.0"
      case 124: "5.0"
      default: nil
      }
    nimm(.bmp, fassung, .sicher, "BMP-Kopf mit \(kopf.u32(14)) Byte")
    let groesse = Int64(kopf.u32(2))
    if groesse > zugriff.groesse {
      meldeSchaden("Das BMP-Bild ist kürzer, als sein Kopf sagt.")
    }
    return true
  }
}
