// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing
import XMLStrom

@Suite("XMLLeser")
struct XMLLeserTests {
  static let beispiel = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- vorher -->
    <p:wurzel xmlns:p="urn:eins" xmlns="urn:zwei" xmlns:q="urn:drei" q:x="1" y="a&amp;b &lt;">
      <a/>
      <p:a y="Größe > 3 &quot;ä&quot;" q:z="&amp;&#38;&#xE9;"
        w=""><b>eins &amp; <![CDATA[<zwei>]]>&#x20AC;<!-- weg --> drei</b>
        <unbekannt xmlns="">äöü𝄞</unbekannt>
        <b>  </b><q:b>x<a/>y</q:b>
      </p:a>
      <roh><p:t>1</p:t> Text <?pi daten?><!--k--><b z="&#9;&#10;"/></roh>
      <text>\(String(repeating: "Füllung ", count: 40))</text>
    </p:wurzel>
    <!-- nachher -->

    """

  @Test("elements above the cut come as frames; attributes are found by codes and namespace")
  func rahmen() throws {
    let xml = """
      <wurzel xmlns:e="urn:eins" xmlns:f="urn:drei" a="w">
        <a b="1" e:b="2" f:b="3"><b a="x &amp; y"><text>t</text></b><b/></a>
        <unbekannt/>
        <a e:a="leer"></a>
      </wurzel>
      """
    for stueck in [1, 7, 65_536] {
      let leser = try leser(xml, stueck: stueck) {
        $0.schnitttiefe = 3
        $0.mitRahmen = true
      }
      var zeilen: [String] = []
      while let t = try leser.naechster() {
        let werte = [
          t.attribut(0, 2), t.attribut(0, 3), t.attribut(0, 3, namensraum: 1),
          t.attribut(0, 3, namensraum: 255), t.attribut(0, 2, namensraum: 1),
          t.attribut(0, 3, namensraum: 2),
        ]
        zeilen.append(
          "\(t.bezeichnung(0)) \(t.istRahmen) \(t.anzahl) "
            + werte.map { $0 ?? "-" }.joined(separator: "|"))
      }
      #expect(
        zeilen == [
          "a true 1 -|1|2|3|-|-", "b false 2 x & y|-|-|-|-|-", "b false 1 -|-|-|-|-|-",
          "unbekannt true 1 -|-|-|-|-|-", "a true 1 -|-|-|-|leer|-",
        ], "\(stueck)")
      #expect(!leser.mischtextAusserhalb)
    }
    let ohne = try leser(xml) { $0.schnitttiefe = 3 }
    var zahl = 0
    while let t = try ohne.naechster() {
      #expect(!t.istRahmen)
      zahl += 1
    }
    #expect(zahl == 2)
  }

  @Test("a subtree records names, namespaces, text, attributes, lines and structure")
  func aufzeichnung() throws {
    let leser = try leser(Self.beispiel) { $0.rohelemente = [tafel.code("roh")] }
    let wurzel = try #require(try leser.wurzel())
    #expect(wurzel.name == 1)
    #expect(wurzel.localName == "wurzel")
    #expect(wurzel.prefix == "p")
    #expect(wurzel.namensraum == "urn:eins")
    #expect(wurzel.zeile == 3)
    #expect(wurzel.deklarationen.map(\.prefix) == ["p", nil, "q"])
    #expect(wurzel.deklarationen.map(\.uri) == ["urn:eins", "urn:zwei", "urn:drei"])
    #expect(wurzel.attribute.map(\.name) == ["q:x", "y"])
    #expect(wurzel.attribute.map(\.namensraum) == ["urn:drei", nil])
    #expect(wurzel.attribute.map(\.wert) == ["1", "a&b <"])

    #expect(beschreibung(try #require(try leser.naechster())) == "0–1 2 2 a Z4 false [] «»")
    let t = try #require(try leser.naechster())
    #expect(t.anzahl == 6)
    #expect(t.name(0) == 2 && t.namensraum(0) == 1 && t.bezeichnung(0) == "p:a")
    #expect(t.attribut(0, "y") == "Größe > 3 \"ä\"")
    #expect(t.attribut(0, "z") == nil, "an attribute in a namespace is none without")
    #expect(t.attribut(0, "w")?.isEmpty == true)
    #expect(t.attributnamen(0) == ["y", "q:z", "w"])
    #expect(t.text(1) == "eins & <zwei>€ drei")
    #expect(t.bezeichnung(2) == "unbekannt" && t.namensraum(2) == 0 && t.name(2) == 0)
    #expect(t.text(2) == "äöü𝄞")
    #expect(t.text(3) == "  ")
    #expect(t.bezeichnung(4) == "q:b" && t.namensraum(4) == 255)
    #expect(t.hatMischtext(4) && !t.hatMischtext(0) && t.text(4).isEmpty)
    #expect(t.ende(0) == 6 && t.ende(1) == 2 && t.ende(4) == 6)
    #expect(t.zeile(1) == 6 && t.zeile(2) == 7)
    let roh = try #require(try leser.naechster())
    #expect(roh.anzahl == 1)
    #expect(
      roh.text(0)
        == "<p:t xmlns:q=\"urn:drei\" xmlns:p=\"urn:eins\">1</p:t> Text <?pi daten?><!--k-->"
        + "<b xmlns:q=\"urn:drei\" xmlns=\"urn:zwei\" z=\"&#9;&#10;\"/>")
    #expect(try leser.naechster()?.text(0).hasPrefix("Füllung F") == true)
    #expect(try leser.naechster() == nil)
    #expect(try leser.naechster() == nil)
    #expect(!leser.mischtextAusserhalb)
  }

  @Test("every chunk size gives the same tape")
  func stuecke() throws {
    func lies(_ stueck: Int) throws -> [String] {
      let leser = try leser(Self.beispiel, stueck: stueck) { $0.rohelemente = [tafel.code("roh")] }
      let (baeume, fehler) = alles(leser)
      #expect(fehler == nil, "Stück \(stueck)")
      return baeume
    }
    let erwartet = try lies(65536)
    #expect(erwartet.count == 4)
    for stueck in Array(1...130) + [255, 256, 257, 511, 512, 513, 1024, 2048, 4096] {
      #expect(try lies(stueck) == erwartet, "Stück \(stueck)")
    }
  }

  @Test("subtrees that are kept stay valid while reading goes on")
  func behalten() throws {
    let xml =
      "<w>" + (0..<5000).map { "<a n=\"\($0)\"><b>Wert \($0)</b></a>\n" }.joined() + "</w>"
    for stueck in [7, 100, 5000] {
      let leser = try leser(xml, stueck: stueck)
      var alle: [Teilbaum] = []
      while let t = try leser.naechster() { if t.zeile(0) % 3 == 0 { alle.append(t) } }
      for t in alle {
        #expect(t.attribut(0, "n") == "\(t.zeile(0) - 1)")
        #expect(t.text(1) == "Wert \(t.zeile(0) - 1)")
      }
    }
  }

  @Test("other depths of the cut")
  func schnitttiefen() throws {
    let xml = "<w><x><a>1</a><a>2</a></x> Text <x><a>3</a></x></w>"
    let eins = try #require(try leser(xml) { $0.schnitttiefe = 1 }.naechster())
    #expect(eins.anzahl == 6 && eins.hatMischtext(0))
    let drei = try leser(xml) { $0.schnitttiefe = 3 }
    var texte: [String] = []
    while let t = try drei.naechster() { texte.append(t.text(0)) }
    #expect(texte == ["1", "2", "3"])
    #expect(drei.mischtextAusserhalb)
  }

  @Test("an element with many children comes in pieces that together say the same")
  func gestueckelt() throws {
    let kinder = (0..<1000).map { "<b n='\($0)'>Wert \($0)</b>\n" }
    let xml = "<w><a x='1'>" + kinder.joined() + "Text</a><a/><text><b/></text></w>"
    for stueck in [1, 500, 65536] {
      let leser = try leser(xml, stueck: stueck) { $0.stueckelemente = [tafel.code("a")] }
      var werte: [String] = []
      var wurzeln: [String] = []
      var gehalten: [Teilbaum] = []
      while let t = try leser.naechster() {
        gehalten.append(t)
        wurzeln.append(
          "\(t.bezeichnung(0)) \(t.istFortsetzung) \(t.attribut(0, "x") ?? "-") "
            + "\(t.hatMischtext(0)) Z\(t.zeile(0))")
        #expect(t.anzahl <= 257 && t.ende(0) == t.anzahl)
        var k = 1
        while t.name(0) == tafel.code("a"), k < t.ende(0) {
          werte.append("\(t.attribut(k, "n") ?? "-")=\(t.text(k))")
          k = t.ende(k)
        }
      }
      #expect(werte == (0..<1000).map { "\($0)=Wert \($0)" })
      #expect(
        wurzeln == [
          "a false 1 false Z1", "a true - false Z1", "a true - false Z1", "a true - true Z1",
          "a false - false Z1001", "text false - false Z1001",
        ])
      #expect(gehalten.first?.text(1) == "Wert 0")
    }
  }

  @Test("long texts end a piece, too; a single child is never cut")
  func stueckeNachBytes() throws {
    let lang = String(repeating: "x", count: 70_000)
    let leser = try leser("<w><a><b>\(lang)</b><b>\(lang)</b><b/></a></w>") {
      $0.stueckelemente = [tafel.code("a")]
    }
    var groessen: [Int] = []
    while let t = try leser.naechster() { groessen.append(t.anzahl) }
    #expect(groessen == [2, 2, 2])
  }

  @Test("a byte order mark and the names of UTF-8 are accepted")
  func kopf() throws {
    for kopf in [
      "\u{FEFF}", "\u{FEFF}<?xml version='1.0' encoding='utf-8'?>",
      "<?xml version=\"1.0\"?>", "<?xml version=\"1.0\" encoding = \"US-ASCII\"?>", "\n", "",
    ] {
      for stueck in [1, 4096] {
        let (baeume, fehler) = alles(try leser(kopf + "<w><a>ä</a></w>", stueck: stueck))
        #expect(baeume.count == 1 && fehler == nil, "\(kopf)")
      }
    }
  }

  @Test("an error comes after the subtrees before it, whatever the chunk size")
  func fehlerreihenfolge() throws {
    let xml = "<w>\n<a>1</a>\n<a>2</a>\n<a>3</b>\n<a>4</a></w>"
    for stueck in [1, 2, 5, 11, 4096] {
      let leser = try leser(xml, stueck: stueck)
      let (baeume, fehler) = alles(leser)
      #expect(baeume.count == 2)
      guard case .nichtWohlgeformt(let zeile, _, _) = fehler else {
        Issue.record("\(String(describing: fehler))")
        continue
      }
      #expect(zeile == 4)
      #expect(throws: XMLFehler.self) { try leser.naechster() }
    }
  }

  @Test("10 MB in one value are read in linear time")
  func grosserText() throws {
    func dauer(_ menge: Int) throws -> Duration {
      let xml = "<w><a>" + String(repeating: "ein Wort &amp; ", count: menge / 15) + "</a></w>"
      let leser = try leser(xml)
      var text: String?
      let dauer = try rechenzeit { text = try leser.naechster()?.text(0) }
      #expect(text?.utf8.count == menge / 15 * 11)
      return dauer
    }
    _ = try dauer(1_000_000)
    let klein = try dauer(1_500_000)
    let gross = try dauer(15_000_000)
    #expect(gross < klein * 40)
  }

  @Test("a file is read, a folder and a missing file are refused")
  func dateien() throws {
    try mitTemporaeremOrdner { ordner in
      let datei = ordner.appendingPathComponent("a.xml")
      try Data("<w><a/></w>".utf8).write(to: datei)
      let leser = try XMLLeser(Dateiquelle(pfad: datei.path), name: "a.xml", tafel: tafel)
      #expect(try leser.naechster() != nil)
      #expect(throws: XMLFehler.self) { _ = try Dateiquelle(pfad: ordner.path) }
      #expect(throws: XMLFehler.self) { _ = try Dateiquelle(pfad: datei.path + "x") }
    }
  }
}
