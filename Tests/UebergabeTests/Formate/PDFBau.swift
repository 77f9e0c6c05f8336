// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import TestHilfe

/// Builds PDF files in the ways that the standard allows, and some that it does not.
struct PDFBau {
  enum Verweisart { case tabelle, strom, objektstrom, hybrid }

  /// The claimed level, such as `2B`; nil for no metadata.
  var stufe: String?
  var art = Verweisart.tabelle
  /// The XMP as attributes, with another prefix.
  var alsAttribute = false
  /// Zero for UTF-8, 1 for UTF-16BE, 2 for UTF-16LE.
  var kodierung = 0
  /// Packs the metadata with Flate.
  var gepackt = false
  /// Names an encryption in the trailer.
  var verschluesselt = false
  /// Bytes before the header and after the end.
  var vorn: [UInt8] = []
  var hinten: [UInt8] = []
  /// Adds an update whose catalogue has no metadata.
  var ohneAngabeErneuert = false
  /// Adds an update that adds the metadata.
  var mitAngabeErneuert: String?
  /// Makes the number after startxref wrong.
  var falscherStart = false

  init(stufe: String? = nil, _ aendern: (inout PDFBau) -> Void = { _ in }) {
    self.stufe = stufe
    aendern(&self)
  }

  static func xmp(_ stufe: String, attribute: Bool, kodierung: Int) -> [UInt8] {
    let teil = stufe.prefix(1)
    let rest = stufe.dropFirst()
    let innen =
      attribute
      ? "<rdf:Description rdf:about='' xmlns:q='http://www.aiim.org/pdfa/ns/id/' q:part='\(teil)'"
        + (rest.isEmpty ? "" : " q:conformance='\(rest)'") + "/>"
      : "<rdf:Description rdf:about='' xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/'>"
        + "<pdfaid:part> \(teil)\n</pdfaid:part>"
        + (rest.isEmpty ? "" : "<pdfaid:conformance>\(rest)</pdfaid:conformance>")
        + "</rdf:Description>"
    let text =
      "<?xpacket begin='\u{FEFF}' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
      + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>\(innen)</rdf:RDF></x:xmpmeta>"
      + "\n   \n<?xpacket end='w'?>"
    switch kodierung {
    case 1: return text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] }
    case 2: return text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
    default: return Array(text.utf8)
    }
  }

  /// The bytes in the frame of zlib, stored: an own packer that any unpacker reads.
  static func zlib(_ bytes: [UInt8]) -> [UInt8] {
    var aus: [UInt8] = [0x78, 0x01]
    var rest = bytes[...]
    repeat {
      let teil = rest.prefix(0xFFFF)
      rest = rest.dropFirst(teil.count)
      aus += [rest.isEmpty ? 1 : 0] + Formatmuster.le16(teil.count)
      aus += Formatmuster.le16(~teil.count & 0xFFFF) + teil
    } while !rest.isEmpty
    var (a, b) = (1, 0)
    for x in bytes {
      a = (a + Int(x)) % 65521
      b = (b + a) % 65521
    }
    let summe = b << 16 | a
    return aus + [
      UInt8(summe >> 24), UInt8(summe >> 16 & 255), UInt8(summe >> 8 & 255), UInt8(summe & 255),
    ]
  }

  var bytes: [UInt8] {
    var aus = Array("%PDF-1.7\n%âãÏÓ\n".utf8)
    var orte: [Int: Int] = [:]
    func objekt(_ n: Int, _ text: String) {
      orte[n] = aus.count
      aus += Array("\(n) 0 obj\n\(text)\nendobj\n".utf8)
    }
    func strom(_ n: Int, _ kopf: String, _ inhalt: [UInt8]) {
      orte[n] = aus.count
      aus += Array("\(n) 0 obj\n<<\(kopf)/Length \(inhalt.count)>>stream\n".utf8) + inhalt
      aus += Array("\nendstream\nendobj\n".utf8)
    }
    let katalog = "<</Type/Catalog/Pages 2 0 R" + (stufe == nil ? "" : "/Metadata 4 0 R") + ">>"
    let seiten = "<</Type/Pages/Kids[]/Count 0>>"
    let packt = art == .objektstrom || art == .hybrid
    if packt {
      // An old reader of a hybrid sees a catalogue of its own.
      let teile = [(1, katalog), (2, seiten)]
      var kopf = ""
      var inhalt = ""
      for (n, t) in teile {
        kopf += "\(n) \(inhalt.utf8.count) "
        inhalt += t + " "
      }
      strom(
        5, "/Type/ObjStm/N 2/First \(kopf.utf8.count)/Filter/FlateDecode",
        Self.zlib(Array((kopf + inhalt).utf8)))
    } else {
      objekt(1, katalog)
      objekt(2, seiten)
    }
    if let stufe {
      let xmp = Self.xmp(stufe, attribute: alsAttribute, kodierung: kodierung)
      strom(
        4, "/Type/Metadata/Subtype/XML" + (gepackt ? "/Filter[/FlateDecode]" : ""),
        gepackt ? Self.zlib(xmp) : xmp)
    }
    let anhang = "/Size 10/Root 1 0 R" + (verschluesselt ? "/Encrypt 9 0 R" : "")
    var start = schreibeVerweise(&aus, orte, anhang, packt)
    if ohneAngabeErneuert || mitAngabeErneuert != nil {
      orte = [:]
      if let neu = mitAngabeErneuert {
        let xmp = Self.xmp(neu, attribute: alsAttribute, kodierung: 0)
        strom(7, "/Type/Metadata/Subtype/XML", xmp)
        objekt(1, "<</Type/Catalog/Pages 2 0 R/Metadata 7 0 R/Version/2.0>>")
      } else {
        objekt(1, "<</Type/Catalog/Pages 2 0 R>>")
      }
      let neu = aus.count
      aus += Array("xref\n".utf8)
      for (n, ort) in orte.sorted(by: { $0.key < $1.key }) {
        aus += Array("\(n) 1\n\(Self.zehn(ort)) 00000 n \n".utf8)
      }
      aus += Array("trailer\n<<\(anhang)/Prev \(start)>>\n".utf8)
      start = neu
    }
    aus += Array("startxref\n\(falscherStart ? start + 7 : start)\n%%EOF\n".utf8)
    return vorn + aus + hinten
  }

  private static func zehn(_ zahl: Int) -> String {
    String(repeating: "0", count: 10 - String(zahl).count) + String(zahl)
  }

  private func schreibeVerweise(
    _ aus: inout [UInt8], _ orte: [Int: Int], _ anhang: String, _ packt: Bool
  ) -> Int {
    func alsStrom(_ n: Int) -> Int {
      let ort = aus.count
      var inhalt: [UInt8] = []
      for i in 0..<10 {
        var satz: [UInt8]
        if packt, i == 1 || i == 2 {
          satz = [2, 0, 0, 5, UInt8(i - 1)]
        } else if let o = orte[i] ?? (i == n ? ort : nil) {
          satz = [1, 0, UInt8(o >> 8), UInt8(o & 255), 0]
        } else {
          satz = [0, 0, 0, 0, 0]
        }
        // The predictor "up": each row minus the one before.
        let vorige = inhalt.isEmpty ? [UInt8](repeating: 0, count: 5) : letzte
        letzte = satz
        satz = zip(satz, vorige).map { $0 &- $1 }
        inhalt += [2] + satz
      }
      let packung = Self.zlib(inhalt)
      aus += Array(
        """
        \(n) 0 obj
        <</Type/XRef/W[1 3 1]/Index[0 10]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 5>>\
        /Length \(packung.count)\(anhang)>>stream

        """.utf8)
      aus += packung + Array("\nendstream\nendobj\n".utf8)
      return ort
    }
    var letzte: [UInt8] = []
    switch art {
    case .strom, .objektstrom: return alsStrom(8)
    case .tabelle, .hybrid:
      let zweit = art == .hybrid ? alsStrom(8) : nil
      let ort = aus.count
      aus += Array("xref\n0 10\n".utf8)
      for i in 0..<10 {
        aus += Array(
          (orte[i].map { "\(Self.zehn($0)) 00000 n \n" } ?? "0000000000 65535 f \n").utf8)
      }
      aus += Array("trailer\n<<\(anhang)\(zweit.map { "/XRefStm \($0)" } ?? "")>>\n".utf8)
      return ort
    }
  }
}
