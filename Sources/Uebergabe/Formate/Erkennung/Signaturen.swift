// SPDX-License-Identifier: Apache-2.0

/// Bytes at a fixed place that tell a format without reading further.
struct Signatur {
  let ort: Int
  let muster: [UInt8]
  let format: Dateiformat
  let fassung: String?
  let sicherheit: Formatsicherheit

  init(
    _ ort: Int, _ muster: [UInt8], _ format: Dateiformat, _ fassung: String? = nil,
    _ sicherheit: Formatsicherheit = .sicher
  ) {
    self.ort = ort
    self.muster = muster
    self.format = format
    self.fassung = fassung
    self.sicherheit = sicherheit
  }

  init(_ ort: Int, _ text: StaticString, _ format: Dateiformat, _ fassung: String? = nil) {
    self.init(ort, text.bytes, format, fassung)
  }

  /// Formats that need no more than this; those with a structure have a recogniser of their own.
  static let alle: [Signatur] = [
    .init(0, "GIF87a", .gif, "87a"), .init(0, "GIF89a", .gif, "89a"),
    .init(0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .siebenzip),
    .init(0, [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x01, 0x00], .rar, "5"),
    .init(0, [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x00], .rar),
    .init(0, [0x1F, 0x8B, 0x08], .gzip),
    .init(0, [0, 0, 0, 0x0C, 0x6A, 0x50, 0x20, 0x20, 0x0D, 0x0A, 0x87, 0x0A], .jp2),
    .init(4, "ftypheic", .heif), .init(4, "ftypmif1", .heif), .init(4, "ftypheix", .heif),
    .init(4, "ftypisom", .mp4), .init(4, "ftypmp4", .mp4), .init(4, "ftypM4A", .mp4),
    .init(4, "ftypM4V", .mp4), .init(4, "ftypqt  ", .mp4), .init(4, "ftypavc1", .mp4),
  ]
}

extension Erkennungsgang {
  mutating func erkenneSignatur() {
    if let s = Signatur.alle.first(where: { kopf.hat($0.muster, bei: $0.ort) }) {
      nimm(s.format, s.fassung, s.sicherheit, "Signatur")
    } else if kopf.hat("RIFF"), kopf.hat("WEBP", bei: 8) {
      let art: String? =
        kopf.hat("VP8 ", bei: 12)
        ? "Lossy" : kopf.hat("VP8L", bei: 12) ? "Lossless" : "Extended"
      nimm(.webp, art, .sicher, "RIFF-Signatur mit WEBP")
    } else if kopf.hat("MZ"), zugriff.bytes(ab: Int64(kopf.u32(60)), 4).hat("PE\0\0") {
      nimm(.programm, .sicher, "MZ- und PE-Signatur")
    }
    erkennePostScript()
    if kopf.hat("{\\rtf") {
      nimm(.rtf, .sicher, "RTF-Signatur")
      let schluss = zugriff.schluss(256).bytes
      if zugriff.mangel != .luecke, !schluss.contains(UInt8(ascii: "}")) {
        meldeSchaden("Das Ende des RTF-Textes fehlt.")
      }
    }
  }

  /// `%!PS`, after a byte of old printers or in the frame of a DOS EPS.
  private mutating func erkennePostScript() {
    var anfang = 0
    if kopf.hat([0xC5, 0xD0, 0xD3, 0xC6]) {
      nimm(.eps, .sicher, "Kopf einer EPS-Datei mit Vorschaubild")
      return
    }
    if kopf.first == 4 { anfang = 1 }
    // A font for PostScript begins alike.
    guard kopf.hat("%!PS", bei: anfang), !kopf.hat("%!PS-AdobeFont", bei: anfang) else { return }
    let zeile = String(
      decoding: kopf[anfang...].prefix(80).prefix { $0 != 10 && $0 != 13 }, as: UTF8.self)
    let fassung = zeile.split(separator: " ").first?.split(separator: "-").last.map(String.init)
    if let eps = zeile.split(separator: "EPSF-").dropFirst().first {
      let nummer = String(eps.prefix(3))
      nimm(
        .eps, Dateiformat.eps.fassungen[nummer] == nil ? nil : nummer, .sicher, "Kopf %!PS … EPSF")
    } else {
      nimm(
        .ps, fassung.flatMap { Dateiformat.ps.fassungen[$0] == nil ? nil : $0 }, .sicher,
        "Kopf %!PS")
    }
  }
}
