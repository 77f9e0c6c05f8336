// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// The fixed lists of values that CSIP, SIP and METS know, and the forms of dates and types.
enum Earkvokabular {
  /// `mets/@TYPE` (CSIP2), with a plain hyphen for each dash.
  ///
  /// The vocabulary writes some of them with a dash, some with a hyphen, and packages mix both.
  private static let inhaltsarten: Set<String> = [
    "Textual works - Print", "Textual works - Digital", "Textual works - Electronic Serials",
    "Digital Musical Composition (score-based representations)", "Musical Scores - Print",
    "Musical Scores - Digital", "Photographs - Print", "Photographs - Digital",
    "Other Graphic Images - Print", "Other Graphic Images - Digital", "Microforms",
    "Audio - On Tangible Medium (digital or analog)", "Audio - Media-independent (digital)",
    "Motion Pictures - Digital and Physical Media", "Video - File-based and Physical Media",
    "Software", "Software and Video Games", "Email", "Datasets", "Geospatial Data",
    "Geographic Information System (GIS) - Vector Data", "GIS Raster and Georeferenced Images",
    "GIS Vector and Raster Combined", "Non-GIS Cartographic", "2D and 3D Computer Aided Design",
    "Design (schematics, architectural drawings) - Print",
    "Scanned 3D Objects (output from photogrammetry scanning)", "Databases", "Websites",
    "Web Archives", "Collection", "Event", "Image", "Interactive resource", "Moving image",
    "Sound", "Still image", "Text", "Physical object", "Service", "Mixed", "Other", "OTHER",
  ]

  static func istInhaltsart(_ text: String) -> Bool {
    inhaltsarten.contains(text.replacing("–", with: "-"))
  }

  /// `csip:CONTENTINFORMATIONTYPE`: what schema and vocabulary have, for they differ (E-ARK-CSIP 582).
  static let informationsarten: Set<String> = [
    "ERMS", "SIARD1", "SIARD2", "SIARDDK", "GeoData", "citcarchival_v1_0", "citsarchival_v1_0",
    "citscarchival_v1_0", "csarchival_v1_0", "cscarchival_v1_0", "citspremis_v1_0",
    "cspremis_v1_0", "citserms_v2_1", "citserms_v3_0", "citsehpj_v1_0", "citsehpj_v2_0",
    "citsehcr_v1_0", "citssiard_v1_0", "citsgeospatial_v3_0", "cits3dpm_v1_0", "MIXED", "OTHER",
  ]

  static let paketarten: Set<String> = ["SIP", "AIP", "DIP", "AIU", "AIC"]
  static let stand: Set<String> = ["CURRENT", "SUPERSEDED"]
  static let satzstand: Set<String> = [
    "NEW", "SUPPLEMENT", "REPLACEMENT", "TEST", "VERSION", "DELETE", "OTHER",
  ]

  /// `@MDTYPE` of METS 1.12.
  static let metadatenarten: Set<String> = [
    "MARC", "MODS", "EAD", "DC", "NISOIMG", "LC-AV", "VRA", "TEIHDR", "DDI", "FGDC", "LOM",
    "PREMIS", "PREMIS:OBJECT", "PREMIS:AGENT", "PREMIS:RIGHTS", "PREMIS:EVENT", "TEXTMD",
    "METSRIGHTS", "ISO 19115:2003 NAP", "EAC-CPF", "LIDO", "OTHER",
  ]

  /// `@CHECKSUMTYPE` of METS 1.12.
  static let verfahren: Set<String> = [
    "Adler-32", "CRC32", "HAVAL", "MD5", "MNP", "SHA-1", "SHA-256", "SHA-384", "SHA-512", "TIGER",
    "WHIRLPOOL",
  ]

  private static let hauptarten: Set<String> = [
    "application", "audio", "example", "font", "haptics", "image", "message", "model", "multipart",
    "text", "video",
  ]

  /// What is wrong with a MIME type, as a German sentence; nil for a possible one.
  static func mangel(mime: String) -> String? {
    if mime.isEmpty { return "Das Dateiformat (MIMETYPE) fehlt." }
    if mime.utf8.count > 256 { return "Das Dateiformat (MIMETYPE) ist länger als 256 Zeichen." }
    let teile = mime.split(separator: "/" as Character, omittingEmptySubsequences: false)
    let istForm =
      teile.count == 2
      && teile.allSatisfy { teil in
        !teil.isEmpty
          && teil.utf8.allSatisfy {
            $0 > 0x20 && $0 < 0x7F && !"()<>@,;:\\\"[]?=".utf8.contains($0)
          }
      }
    guard istForm, hauptarten.contains(teile[0].lowercased()) else {
      return "»\(mime)« ist kein Dateiformat nach der Liste der IANA."
    }
    return nil
  }

  /// Whether the text is an `xs:dateTime`.
  static func istZeitpunkt(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count >= 19, Zeitpunkt(String(decoding: bytes[..<19], as: UTF8.self)) != nil else {
      return false
    }
    var rest = bytes[19...]
    if rest.first == 0x2E {
      rest = rest.dropFirst()
      let ziffern = rest.prefix { 0x30...0x39 ~= $0 }
      if ziffern.isEmpty { return false }
      rest = rest.dropFirst(ziffern.count)
    }
    if rest.isEmpty || rest.elementsEqual([0x5A]) { return true }
    let zone = Array(rest)
    return zone.count == 6 && (zone[0] == 0x2B || zone[0] == 0x2D) && zone[3] == 0x3A
      && [1, 2, 4, 5].allSatisfy { 0x30...0x39 ~= zone[$0] }
  }
}
