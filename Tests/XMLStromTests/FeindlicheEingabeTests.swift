// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing
import XMLStrom

@Suite("Hostile input")
struct FeindlicheEingabeTests {
  @Test("a DOCTYPE is refused with its line, whatever it holds", arguments: [1, 13, 65536])
  func doctype(stueck: Int) throws {
    var bombe = "<!ENTITY a0 \"x\">"
    for i in 1...12 {
      bombe += "<!ENTITY a\(i) \"\(String(repeating: "&a\(i - 1);", count: 10))\">"
    }
    for dtd in [
      "<!DOCTYPE w>", "<!DOCTYPE w SYSTEM \"file:///etc/passwd\">",
      "<!DOCTYPE w [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
      "<!DOCTYPE w [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x\"> %p;]>", "<!DOCTYPE w [\(bombe)]>",
    ] {
      let f = try fehler("<?xml version=\"1.0\"?>\n\(dtd)<w><a>&e;&a12;</a></w>", stueck: stueck)
      #expect(f == .doctype(zeile: 2), "\(dtd)")
    }
  }

  @Test("undefined entities, NUL and control characters are not well-formed")
  func zeichen() throws {
    for inhalt in ["&e;", "\0", "\u{1}", "&#0;", "&#1;", "&#xFFFE;", "<a", "<a b></a>", "]]>"] {
      for stueck in [1, 65536] {
        guard
          case .nichtWohlgeformt(let zeile, _, _)? = try fehler(
            "<w>\n\n<a>\(inhalt)</a></w>", stueck: stueck)
        else {
          Issue.record("\(inhalt.debugDescription)")
          continue
        }
        #expect(zeile == 3)
      }
    }
  }

  @Test("every truncation of a document is an error")
  func abgeschnitten() throws {
    let bytes = Array("<?xml version=\"1.0\"?>\n<w x=\"1\"><a>ä</a><!-- c --><b/></w>".utf8)
    for laenge in 0..<bytes.count {
      let f = alles(try leser(bytes: Array(bytes[..<laenge]))).fehler
      #expect(f != nil, "\(laenge)")
    }
    guard case .nichtWohlgeformt(3, _, let grund)? = try fehler("<w>\n<a>\n") else {
      Issue.record("\(String(describing: try fehler("<w>\n<a>\n")))")
      return
    }
    #expect(grund.contains("vorzeitig"))
    #expect(try fehler("<w/><w/>") != nil)
    #expect(try fehler("<w/>Text") != nil)
  }

  @Test("other encodings are refused", arguments: [1, 3, 65536])
  func kodierungen(stueck: Int) throws {
    let xml = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><w><a/></w>"
    let utf16 = Array(xml.utf16)
    let formen: [[UInt8]] = [
      [0xFF, 0xFE] + utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
      [0xFE, 0xFF] + utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] },
      utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] },
      utf16.flatMap { [0, 0, 0, UInt8($0)] }, Array(xml.utf8),
      Array("<?xml version='1.0' encoding='ISO-8859-1'?><w><a/></w>".utf8),
      Array("<w><a>".utf8) + [0xE4, 0x20] + Array("</a></w>".utf8),
      Array("<w><a b='".utf8) + [0xC3, 0x28] + Array("'/></w>".utf8),
    ]
    for (i, form) in formen.enumerated() {
      guard case .kodierung(_, zeile: 1)? = alles(try leser(bytes: form, stueck: stueck)).fehler
      else {
        Issue.record(
          "Form \(i): \(String(describing: alles(try leser(bytes: form, stueck: stueck)).fehler))")
        continue
      }
    }
    #expect(
      try fehler("<?xml version='1.0' encoding='ISO-8859-1'?><w/>")
        == .kodierung("ISO-8859-1", zeile: 1))
  }

  @Test("each limit is named in its error")
  func grenzen() throws {
    func grenze(_ xml: String, _ aendere: (inout XMLGrenzen) -> Void) throws -> String? {
      let f = try fehler(xml) { aendere(&$0.grenzen) }
      guard case .grenze(let name, _, _)? = f else { return f.map { "\($0)" } }
      return name
    }
    let tief = String(repeating: "<a>", count: 300) + String(repeating: "</a>", count: 300)
    #expect(try grenze(tief) { _ in } == "Verschachtelungstiefe")
    #expect(try grenze(tief) { $0.tiefe = 300 } == nil)
    #expect(try grenze(tief) { $0.tiefe = 299 } == "Verschachtelungstiefe")
    let attribute = (0..<65).map { " a\($0)=''" }.joined()
    #expect(try grenze("<w><a\(attribute)/></w>") { _ in } == "Attribute eines Elements")
    let raeume = (0..<65).map { " xmlns:a\($0)='u'" }.joined()
    #expect(try grenze("<w\(raeume)/>") { _ in } == "Namensraumdeklarationen eines Elements")
    #expect(
      try grenze("<w><a>12345</a></w>") { $0.textlaenge = 4 } == "Länge eines Textes in Byte")
    #expect(
      try grenze("<w><a x='12345'/></w>") { $0.textlaenge = 4 }
        == "Länge eines Attributwerts in Byte")
    let namen = "<w>" + (0..<5000).map { "<n\($0)/>" }.joined() + "</w>"
    #expect(try grenze(namen) { _ in } == "verschiedene Namen")
    #expect(try grenze(namen) { $0.namen = 6000 } == nil)
    let viele = "<w><a>" + String(repeating: "<b>x</b>", count: 1000) + "</a></w>"
    #expect(try grenze(viele) { $0.teilbaum = 10_000 } == "Größe eines Teilbaums in Byte")
    #expect(
      try grenze("<w><!--\(String(repeating: "x", count: 400_000))--></w>") { _ in }
        == "Länge einer Marke in Byte")
  }

  @Test("a tag with very many attributes ends early")
  func vieleAttribute() throws {
    let tag = "<w><a " + (0..<400_000).map { "a\($0)='' " }.joined() + "/></w>"
    // The whole tag takes minutes.
    let zeit = try rechenzeit {
      guard case .grenze? = try fehler(tag) else {
        Issue.record("keine Grenze")
        return
      }
    }
    #expect(zeit < .seconds(20))
  }

  @Test("random damage never crashes, and each error has a German text")
  func beschaedigt() throws {
    let original = Array(XMLLeserTests.beispiel.utf8)
    for seed in 0..<400 {
      var zufall = Zufall(UInt64(seed))
      var bytes = original
      for _ in 0..<Int.random(in: 1...4, using: &zufall) {
        let stelle = Int.random(in: 0..<bytes.count, using: &zufall)
        switch Int.random(in: 0..<3, using: &zufall) {
        case 0: bytes[stelle] = UInt8.random(in: 0...255, using: &zufall)
        case 1: bytes.remove(at: stelle)
        default: bytes.insert(UInt8.random(in: 0...127, using: &zufall), at: stelle)
        }
      }
      let stueck = Int.random(in: 1...600, using: &zufall)
      let roh: (inout Leseroptionen) -> Void = { $0.rohelemente = [4] }
      let a = alles(try leser(bytes: bytes, stueck: stueck, roh))
      let b = alles(try leser(bytes: bytes, roh))
      #expect(a.baeume == b.baeume, "seed \(seed)")
      #expect((a.fehler == nil) == (b.fehler == nil), "seed \(seed)")
      if let fehler = a.fehler { #expect("\(fehler)".contains("Zeile")) }
    }
  }
}
