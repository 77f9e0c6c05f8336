// SPDX-License-Identifier: Apache-2.0
internal import Behaelter
internal import Foundation
internal import Pruefung

/// Paper and tables of a file for office programs: pandoc writes American paper and tables without
/// lines, and nobody can fill in by hand what has no lines.
enum Bueroblatt {
  private static let linie = "w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"808080\""

  /// What is replaced in which part of the file, DOCX and ODT alike.
  private static let ersatz: [String: [(alt: String, neu: String)]] = [
    "word/document.xml": [
      (
        "<w:sectPr />",
        "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"1134\" "
          + "w:bottom=\"1134\" w:left=\"1134\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/></w:sectPr>"
      ),
      (
        "<w:tblStyle w:val=\"Table\" /><w:tblW w:type=\"pct\" w:w=\"5000\" />",
        "<w:tblStyle w:val=\"Table\" /><w:tblW w:type=\"pct\" w:w=\"5000\" /><w:tblBorders>"
          + ["top", "left", "bottom", "right", "insideH", "insideV"]
          .map { "<w:\($0) \(linie)/>" }.joined() + "</w:tblBorders>"
      ),
    ],
    "content.xml": [("fo:border=\"none\"", "fo:border=\"0.5pt solid #808080\" fo:padding=\"1mm\"")],
    "styles.xml": [
      ("fo:page-width=\"8.5in\"", "fo:page-width=\"210mm\""),
      ("fo:page-height=\"11in\"", "fo:page-height=\"297mm\""),
      ("fo:margin-left=\"1in\"", "fo:margin-left=\"20mm\""),
      ("fo:margin-right=\"1in\"", "fo:margin-right=\"20mm\""),
      ("fo:margin-top=\"1in\"", "fo:margin-top=\"20mm\""),
      ("fo:margin-bottom=\"1in\"", "fo:margin-bottom=\"20mm\""),
    ],
  ]

  /// The letters in tables are smaller than the rest, in wide ones smaller still; the widths of the
  /// columns reckon with that.
  private static func tabellenschrift(quer: Bool) -> [String: [(alt: String, neu: String)]] {
    let punkt = quer ? 9 : 10
    return [
      "word/styles.xml": [
        (
          "</w:styles>",
          "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Tabellentext\"><w:name w:val=\"Tabellentext\"/>"
            + "<w:basedOn w:val=\"Compact\"/><w:rPr><w:sz w:val=\"\(punkt * 2)\"/><w:szCs w:val=\"\(punkt * 2)\"/></w:rPr>"
            + "</w:style></w:styles>"
        )
      ]
    ]
  }

  /// The size of letters at the end of the style for cells in an ODT.
  private static func mitTabellenschrift(_ xml: String, quer: Bool) -> String {
    let punkt = quer ? 9 : 10
    guard let stil = xml.range(of: "style:name=\"Table_20_Contents\""),
      let ende = xml.range(of: "</style:style>", range: stil.upperBound..<xml.endIndex)
    else { return xml }
    return xml[..<ende.lowerBound]
      + "<style:text-properties fo:font-size=\"\(punkt)pt\" style:font-size-asian=\"\(punkt)pt\" "
      + "style:font-size-complex=\"\(punkt)pt\"/>" + xml[ende.lowerBound...]
  }

  /// Paragraphs in cells get the style of tables.
  private static func inZellen(_ xml: String) -> String {
    xml.split(separator: "<w:tbl>", omittingEmptySubsequences: false).enumerated().map { nr, teil in
      guard nr > 0, let ende = teil.range(of: "</w:tbl>") else { return String(teil) }
      return String(teil[..<ende.lowerBound]).replacing(
        "<w:pStyle w:val=\"Compact\" />", with: "<w:pStyle w:val=\"Tabellentext\" />")
        + teil[ende.lowerBound...]
    }.joined(separator: "<w:tbl>")
  }

  /// What is replaced after that if the paper lies on its side.
  private static let querformat: [String: [(alt: String, neu: String)]] = [
    "word/document.xml": [
      (
        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
        "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"
      )
    ],
    "styles.xml": [
      ("fo:page-width=\"210mm\"", "fo:page-width=\"297mm-\""),
      ("fo:page-height=\"297mm\"", "fo:page-height=\"210mm\""),
      ("fo:page-width=\"297mm-\"", "fo:page-width=\"297mm\""),
      ("style:print-orientation=\"portrait\"", "style:print-orientation=\"landscape\""),
    ],
  ]

  /// Copies a file that pandoc wrote, with paper A4 and lines in its tables.
  ///
  /// - Parameters:
  ///   - quelle: What pandoc wrote.
  ///   - ziel: The copy; it must not exist.
  ///   - quer: Whether the paper lies on its side.
  /// - Throws: `BehaelterFehler` if the file is no container.
  static func setze(_ quelle: String, nach ziel: String, quer: Bool) throws {
    var leser = try Containerleser(pfad: quelle)
    let schreiber = try Baumschreiber(ziel, .zip)
    while let kopf = try leser.naechster() {
      guard kopf.art == .datei else { continue }
      var bytes: [UInt8] = []
      try leser.jederBlock { bytes.append(contentsOf: $0) }
      let regeln =
        (ersatz[kopf.name] ?? []) + (quer ? querformat[kopf.name] ?? [] : [])
        + (tabellenschrift(quer: quer)[kopf.name] ?? [])
      if !regeln.isEmpty, var text = String(validating: bytes, as: UTF8.self) {
        for (alt, neu) in regeln { text = text.replacing(alt, with: neu) }
        if kopf.name == "word/document.xml" { text = inZellen(text) }
        if kopf.name == "styles.xml" { text = mitTabellenschrift(text, quer: quer) }
        bytes = Array(text.utf8)
      }
      var rest = bytes[...]
      // The kind of an ODT stands unpacked in front.
      let packart: Containerschreiber.Packart = kopf.name == "mimetype" ? .gespeichert : .gepackt
      try schreiber.datei(kopf.name, groesse: Int64(bytes.count), packart: packart) { puffer in
        let stueck = rest.prefix(puffer.count)
        puffer.copyBytes(from: stueck)
        rest = rest.dropFirst(stueck.count)
        return stueck.count
      }
    }
    try schreiber.beende()
  }
}
