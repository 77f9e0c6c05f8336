// SPDX-License-Identifier: Apache-2.0

/// Office files from before OLE2: Word 1 and 2, Word for DOS and Macintosh, Excel 2 to 4, Works.
extension Erkennungsgang {
  mutating func erkenneAltesBuero() -> Bool {
    if kopf.hat([0x9B, 0xA5]) || kopf.hat([0xDB, 0xA5]) {
      // The bit "template" of the file information block, as in later versions.
      let istVorlage = kopf.u16(10) & 1 == 1
      nimm(
        istVorlage ? .dot : .doc, istVorlage ? nil : kopf[0] == 0x9B ? "1.0" : "2.0",
        .wahrscheinlich, "Kennung von Word für Windows vor Version 6")
      return true
    }
    if kopf.hat([0x31, 0xBE, 0, 0, 0, 0xAB]) || kopf.hat([0x32, 0xBE, 0, 0, 0, 0xAB]) {
      nimm(.docDOS, .wahrscheinlich, "Kennung von Word für MS-DOS")
      return true
    }
    if let fassung = Self.macfassung(kopf) {
      nimm(.docMac, fassung, .wahrscheinlich, "Kennung von Word für Macintosh")
      return true
    }
    if kopf.hat([0x01, 0xFE, 0x32, 0x00]) || kopf.hat([0x01, 0xFE]) && endung == "wps" {
      nimm(.wps, .wahrscheinlich, "Kennung von Works")
      return true
    }
    return erkenneBIFF()
  }

  private static func macfassung(_ kopf: [UInt8]) -> String? {
    switch (kopf.be16(0), kopf.be16(2)) {
    case (0xFE34, 0): "3.0"
    case (0xFE37, 0x001C): "4.0"
    case (0xFE37, 0x0023): "5.0"
    default: nil
    }
  }

  /// The record "beginning of file" of Excel 2 to 4: identifier, length, version, kind.
  private mutating func erkenneBIFF() -> Bool {
    let fassung: String
    switch (kopf.u16(0), kopf.u16(2)) {
    case (0x0009, 4): fassung = "2"
    case (0x0209, 6): fassung = "3"
    case (0x0409, 6): fassung = "4"
    default: return false
    }
    let format: Dateiformat
    switch kopf.u16(6) {
    case 0x0010: format = .xls
    case 0x0020: format = .xlc
    case 0x0040: format = .xlm
    case 0x0100: format = .xlw
    default: return false
    }
    nimm(
      format, format == .xlc ? fassung + ".0" : fassung, .sicher,
      "BIFF-Anfangssatz Version "
        + fassung)
    if format == .xlm {
      melde("FORMAT-MAKROS", "Die Datei ist ein Makroblatt von Excel.")
    }
    return true
  }
}
