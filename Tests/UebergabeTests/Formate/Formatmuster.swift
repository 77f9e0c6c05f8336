// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import TestHilfe

/// Files made for the tests, byte by byte.
enum Formatmuster {
  /// A row of the shared table of expectations.
  struct Zeile: CustomStringConvertible, Sendable {
    let datei: String
    let code: String
    let puid: String
    let mime: String
    let libmagic: String
    var description: String { datei }
  }

  static let ordner = Gemeinsam.ordner.appendingPathComponent("uebergabe/formate")

  /// The shared table; empty without the folder.
  static let zeilen: [Zeile] = {
    let text = try? String(
      contentsOf: ordner.appendingPathComponent("ERWARTUNG.tsv"), encoding: .utf8)
    return (text ?? "").split(separator: "\n").dropFirst().map {
      let f = $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Zeile(datei: f[0], code: f[1], puid: f[2], mime: f[3], libmagic: f[4])
    }
  }()

  static func le16(_ z: Int) -> [UInt8] { [UInt8(z & 255), UInt8(z >> 8 & 255)] }
  static func le32(_ z: Int) -> [UInt8] { le16(z & 0xFFFF) + le16(z >> 16 & 0xFFFF) }

  // MARK: OLE2

  /// A compound file of version 3 with these streams below its root, each of at least 4096 bytes.
  static func ole2(
    _ stroeme: [(name: String, inhalt: [UInt8])], klasse: [UInt8] = [], lager: [String] = [],
    klein: [(name: String, inhalt: [UInt8])] = []
  ) -> [UInt8] {
    var daten: [UInt8] = []
    var fat: [Int] = []
    var starts: [(Int, Int)] = []
    for s in stroeme {
      let inhalt = s.inhalt + [UInt8](repeating: 0, count: max(0, 4096 - s.inhalt.count))
      let gefuellt = inhalt + [UInt8](repeating: 0, count: (512 - inhalt.count % 512) % 512)
      starts.append((fat.count, inhalt.count))
      let sektoren = gefuellt.count / 512
      for i in 0..<sektoren { fat.append(i + 1 < sektoren ? fat.count + 1 : 0xFFFF_FFFE) }
      daten += gefuellt
    }
    func eintrag(_ name: String, _ art: UInt8, rechts: Int, kind: Int, _ s: (Int, Int)) -> [UInt8] {
      let n = Array(name.utf16).flatMap { le16(Int($0)) }
      var e = n + [UInt8](repeating: 0, count: 64 - n.count) + le16(n.count + 2) + [art, 1]
      e += le32(0xFFFF_FFFF) + le32(rechts) + le32(kind)
      e +=
        art == 5
        ? klasse + [UInt8](repeating: 0, count: 16 - klasse.count) : .init(repeating: 0, count: 16)
      e += [UInt8](repeating: 0, count: 20) + le32(s.0) + le32(s.1) + le32(0)
      return e
    }
    // Small streams: units of 64 bytes in the stream of the root, with a table of their own.
    var mini: [UInt8] = []
    var minifat: [Int] = []
    for s in klein {
      starts.append((minifat.count, s.inhalt.count))
      let einheiten = max(1, (s.inhalt.count + 63) / 64)
      for i in 0..<einheiten {
        minifat.append(i + 1 < einheiten ? minifat.count + 1 : 0xFFFF_FFFE)
      }
      mini += s.inhalt + [UInt8](repeating: 0, count: einheiten * 64 - s.inhalt.count)
    }
    var ministart = 0xFFFF_FFFE
    var minitafel = 0xFFFF_FFFE
    if !mini.isEmpty {
      ministart = fat.count
      daten += mini + [UInt8](repeating: 0, count: (512 - mini.count % 512) % 512)
      let sektoren = (mini.count + 511) / 512
      for i in 0..<sektoren { fat.append(i + 1 < sektoren ? fat.count + 1 : 0xFFFF_FFFE) }
      minitafel = fat.count
      fat.append(0xFFFF_FFFE)
      daten += (minifat + [Int](repeating: 0xFFFF_FFFF, count: 128 - minifat.count)).flatMap(le32)
    }
    var verzeichnis = eintrag(
      "Root Entry", 5, rechts: 0xFFFF_FFFF, kind: 1, (ministart, mini.count))
    let alle =
      stroeme.map { ($0.name, true) } + klein.map { ($0.name, true) } + lager.map { ($0, false) }
    for (i, (name, istStrom)) in alle.enumerated() {
      verzeichnis += eintrag(
        name, istStrom ? 2 : 1, rechts: i + 1 < alle.count ? i + 2 : 0xFFFF_FFFF,
        kind: 0xFFFF_FFFF, istStrom ? starts[i] : (0, 0))
    }
    verzeichnis += [UInt8](repeating: 0, count: (512 - verzeichnis.count % 512) % 512)
    let erster = fat.count
    let sektoren = verzeichnis.count / 512
    for i in 0..<sektoren { fat.append(i + 1 < sektoren ? fat.count + 1 : 0xFFFF_FFFE) }
    let fatort = fat.count
    fat.append(0xFFFF_FFFD)
    precondition(fat.count <= 128)
    let tafel = (fat + [Int](repeating: 0xFFFF_FFFF, count: 128 - fat.count)).flatMap(le32)
    var kopf: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    kopf +=
      [UInt8](repeating: 0, count: 16) + le16(0x3E) + le16(3) + le16(0xFFFE) + le16(9) + le16(6)
    kopf += [UInt8](repeating: 0, count: 6) + le32(0) + le32(1) + le32(erster) + le32(0)
    kopf += le32(4096) + le32(minitafel) + le32(mini.isEmpty ? 0 : 1) + le32(0xFFFF_FFFE) + le32(0)
    kopf += le32(fatort)
    kopf += [UInt8](repeating: 0xFF, count: 512 - kopf.count)
    return kopf + daten + verzeichnis + tafel
  }

  static func word(schalter: Int = 0, nummer: Int = 0xC1, mac: UInt8 = 0) -> [UInt8] {
    ole2([
      (
        "WordDocument",
        le16(0xA5EC) + le16(nummer) + le32(0) + le16(0) + le16(schalter) + le32(0)
          + le16(0) + [mac]
      ),
      ("1Table", [0]),
    ])
  }

  static func excel(
    _ strom: String = "Workbook", version: Int = 0x600, jahr: Int = 1996, saetze: [UInt8] = []
  ) -> [UInt8] {
    ole2([
      (
        strom,
        le16(0x809) + le16(16) + le16(version) + le16(5) + le16(0) + le16(jahr)
          + [UInt8](repeating: 0, count: 8) + saetze
      )
    ])
  }

  // MARK: ZIP

  static func odf(_ typ: String, manifest: String = "") -> [UInt8] {
    Testzip([
      .init("mimetype", "application/vnd.oasis.opendocument." + typ),
      .init(
        "META-INF/manifest.xml",
        """
        <?xml version="1.0"?><m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" \
        m:version="1.2">\(manifest)</m:manifest>
        """),
      .init("content.xml", "<x/>"),
    ]).bytes
  }

  static func ooxml(_ typ: String, _ teil: String = "word/document.xml", weitere: [String] = [])
    -> [UInt8]
  {
    Testzip(
      [
        .init(
          "[Content_Types].xml",
          """
          <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
          <Override PartName="/\(teil)" ContentType="\(typ)"/></Types>
          """),
        .init(
          "_rels/.rels",
          """
          <?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
          <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
          Target="\(teil)"/></Relationships>
          """),
        .init(teil, "<x/>"),
      ] + weitere.map { .init($0) }
    ).bytes
  }

  static let ooxmlraum = "application/vnd.openxmlformats-officedocument."

  // MARK: One sample for each code

  /// Name, content, code and PRONOM id of a sample for each code that is told by content.
  static let jeCode: [(name: String, bytes: [UInt8], code: String, puid: String?)] = [
    (
      "a.bmp",
      Array("BM".utf8) + le32(62) + le32(0) + le32(54) + le32(108) + .init(repeating: 0, count: 44),
      "001", "fmt/118"
    ),
    ("a.csv", Array("Name,Ort\r\n\"Müller, A\",X\r\nB,Y\r\n".utf8), "002", "x-fmt/18"),
    ("a.doc", word(), "003", "fmt/40"),
    ("b.doc", word(nummer: 0x65), "003", "fmt/39"),
    ("c.doc", [0xDB, 0xA5, 0x2D, 0] + .init(repeating: 0, count: 60), "003", "fmt/38"),
    ("d.doc", [0x31, 0xBE, 0, 0, 0, 0xAB] + .init(repeating: 0, count: 60), "004", nil),
    ("e.doc", [0xFE, 0x37, 0, 0x23] + .init(repeating: 0, count: 60), "005", "x-fmt/65"),
    ("a.eml", Array("Received: x\nFrom: a@b\nTo: c\n\nText\n".utf8), "006", "fmt/278"),
    (
      "a.htm",
      Array("<!-- x -->\n<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">\n<HTML></HTML>".utf8),
      "007", "fmt/100"
    ),
    (
      "a.html",
      Array(
        "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Strict//EN\" \"x\"><html xmlns=\"http://www.w3.org/1999/xhtml\"/>"
          .utf8), "008", "fmt/102"
    ),
    (
      "a.jpe",
      [0xFF, 0xD8, 0xFF, 0xE0, 0, 16] + Array("JFIF\0".utf8) + [
        1, 2, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9,
      ], "009", "fmt/44"
    ),
    ("a.jpeg", [0xFF, 0xD8, 0xFF, 0xDB, 0, 4, 1, 1, 0xFF, 0xD9], "010", "fmt/41"),
    ("a.jpg", [0xFF, 0xD8, 0xFF, 0xDB, 0, 4, 1, 1, 0xFF, 0xD9], "011", "fmt/41"),
    ("a.msg", ole2([("__properties_version1.0", [0])]), "012", "x-fmt/430"),
    ("a.odp", odf("presentation"), "013", "fmt/293"),
    ("a.ods", odf("spreadsheet"), "014", "fmt/295"),
    ("a.odt", odf("text"), "015", "fmt/291"),
    ("a.otp", odf("presentation-template"), "016", "fmt/293"),
    ("a.ots", odf("spreadsheet-template"), "017", "fmt/295"),
    ("a.pdf", PDFBau().bytes, "018", "fmt/276"),
    ("a.png", PNGBau.bytes(["iTXt"]), "019", "fmt/13"),
    (
      "a.ppt",
      ole2([
        ("PowerPoint Document", [0]),
        ("Current User", [UInt8](repeating: 0, count: 12) + le32(0xE391_C05F)),
      ]), "020", "fmt/126"
    ),
    ("a.ps", Array("%!PS-Adobe-2.0\nshowpage\n".utf8), "021", "x-fmt/406"),
    ("a.rtf", Array("{\\rtf1 Text}".utf8), "022", nil),
    (
      "a.tif", [0x4D, 0x4D, 0, 0x2A, 0, 0, 0, 8, 0, 1] + .init(repeating: 0, count: 16), "023",
      "fmt/353"
    ),
    (
      "a.tiff", [0x49, 0x49, 0x2A, 0, 8, 0, 0, 0, 1, 0] + .init(repeating: 0, count: 16), "024",
      "fmt/353"
    ),
    ("a.wps", ole2([("MatOST", [0])]), "025", nil),
    ("a.xlc", le16(0x0409) + le16(6) + le16(4) + le16(0x20) + le32(0), "026", "x-fmt/126"),
    ("a.xlm", le16(0x0209) + le16(6) + le16(3) + le16(0x40) + le32(0), "027", "fmt/556"),
    ("a.xls", excel(jahr: 1997), "028", "fmt/62"),
    ("b.xls", excel("Book", version: 0x500), "028", "fmt/59"),
    ("c.xls", le16(0x0009) + le16(4) + le16(2) + le16(0x10) + le32(0), "028", "fmt/55"),
    ("a.xlw", le16(0x0409) + le16(6) + le16(4) + le16(0x100) + le32(0), "029", "fmt/58"),
    ("a.xml", Array("<?xml version=\"1.0\"?><a/>".utf8), "030", "fmt/101"),
    ("a.xsd", Array("<schema xmlns='http://www.w3.org/2001/XMLSchema'/>".utf8), "031", "x-fmt/280"),
    ("a.dot", word(schalter: 1), "032", "x-fmt/45"),
    ("a.pot", ole2([("PowerPoint Document", [0])]), "033", "x-fmt/84"),
    ("a.xlt", excel(saetze: le16(0x60) + le16(0)), "034", "x-fmt/17"),
    ("a.docx", ooxml(ooxmlraum + "wordprocessingml.document.main+xml"), "035", "fmt/412"),
    (
      "a.xlsx", ooxml(ooxmlraum + "spreadsheetml.sheet.main+xml", "xl/workbook.xml"), "036",
      "fmt/214"
    ),
    ("a.pptx", ooxml(ooxmlraum + "presentationml.presentation.main+xml"), "037", "fmt/215"),
    ("a.dotx", ooxml(ooxmlraum + "wordprocessingml.template.main+xml"), "038", "fmt/597"),
    ("a.xltx", ooxml(ooxmlraum + "spreadsheetml.template.main+xml"), "039", "fmt/598"),
    ("a.potx", ooxml(ooxmlraum + "presentationml.template.main+xml"), "040", "fmt/631"),
    ("a.dtd", Array("<!-- x --><!ENTITY a \"b\">\n<!ELEMENT a ANY>".utf8), "041", "x-fmt/315"),
    ("a.mpp", ole2([("\u{1}CompObj", Array("MSProject.MPP12".utf8))]), "042", "fmt/440"),
    ("a.ott", odf("text-template"), "043", "fmt/291"),
    ("b.pdf", PDFBau(stufe: "2B").bytes, "044", "fmt/477"),
    ("a.txt", Array("Grüße aus dem Rathaus\n".utf8), "045", "x-fmt/111"),
  ]
}

/// A PNG with chosen chunks before its image.
enum PNGBau {
  static func bytes(_ stuecke: [String], mitEnde: Bool = true) -> [UInt8] {
    var aus: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    func satz(_ name: String, _ inhalt: [UInt8]) {
      let n = inhalt.count
      aus += [UInt8(n >> 24), UInt8(n >> 16 & 255), UInt8(n >> 8 & 255), UInt8(n & 255)]
      aus += Array(name.utf8) + inhalt + [0, 0, 0, 0]
    }
    satz("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
    for s in stuecke { satz(s, [0]) }
    satz("IDAT", [UInt8](repeating: 7, count: 40))
    if mitEnde { satz("IEND", []) }
    return aus
  }
}
