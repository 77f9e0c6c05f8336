// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing
import XMLStrom

@Suite("Raw elements")
struct RohelementTests {
  static let xmllint = Programm.vorhanden("xmllint")

  private func roh(_ xml: String, stueck: Int = 65536) throws -> String {
    let leser = try leser(xml, stueck: stueck) { $0.rohelemente = [tafel.code("roh")] }
    let t = try #require(try leser.naechster())
    return t.text(0)
  }

  static let faelle: [String] = [
    // default namespace outside, used inside and undeclared inside
    "<wurzel xmlns='urn:eins'><roh><x><y xmlns=''><z/></y></x> Misch &amp; text <x/></roh></wurzel>",
    // prefixes declared outside, also used only in values
    "<wurzel xmlns:p='urn:p' xmlns:xs='urn:xs'><roh><p:x t='xs:string'><p:y/></p:x></roh></wurzel>",
    // a prefix of the table and xsi
    "<e:wurzel xmlns:e='urn:eins' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"
      + "<roh><a><b xsi:nil='true'/><e:c e:d='1'><e:f/></e:c><e:g/></a></roh></e:wurzel>",
    // a prefix bound again, outside and inside
    "<wurzel xmlns:p='urn:1'><roh xmlns:p='urn:2'><p:a><p:b xmlns:p='urn:3' p:c=''/>"
      + "<p:d/></p:a></roh></wurzel>",
    // a default namespace inside
    "<wurzel><roh><a xmlns='urn:x'><b/><c xmlns='urn:y'><d/></c></a><e/></roh></wurzel>",
    // text, escapes, CDATA, comments, instructions, xml:space
    "<wurzel><roh>  \n&lt;a&gt; <![CDATA[<&>]]]]><![CDATA[>]]> &#13;&#10; <!-- k - --><?p  d ?><?q?>\n"
      + "<a b='&lt;&quot;&#9;&#10;&#13;&amp;&#38;#38;&gt;' xml:lang='de' xml:space='preserve'> </a>"
      + "</roh></wurzel>",
    // the raw element's own attributes and nested raw elements
    "<wurzel><roh a='1'><roh><roh/></roh></roh></wurzel>",
  ]

  @Test("content survives canonically", .enabled(if: xmllint), arguments: faelle)
  func kanonisch(xml: String) throws {
    // The content is put back between the tags of the original.
    let anfang = try #require(xml.range(of: "<roh[^>]*>", options: .regularExpression))
    let ende = try #require(xml.range(of: "</roh></", options: .backwards))
    for stueck in [1, 5, 65536] {
      let neu = xml[..<anfang.upperBound] + (try roh(xml, stueck: stueck)) + xml[ende.lowerBound...]
      #expect(try c14n(String(neu)) == c14n(xml))
    }
  }

  @Test("content is well-formed by itself", arguments: faelle)
  func eigenstaendig(xml: String) throws {
    try pruefeWohlgeformt(fragment: roh(xml))
  }

  @Test("content that is written and read again stays the same text", arguments: faelle)
  func stabil(xml: String) throws {
    let einmal = try roh(xml)
    var schreiber = XMLSchreiber(Speichersenke())
    try schreiber.oeffne(XMLName("wurzel"))
    try schreiber.oeffne(XMLName("roh"))
    try schreiber.roh(einmal)
    try schreiber.schliesse()
    try schreiber.schliesse()
    let text = String(decoding: try schreiber.beende().bytes, as: UTF8.self)
    #expect(text == "<wurzel>\n  <roh>\(einmal)</roh>\n</wurzel>\n")
    #expect(try roh(text) == einmal)
  }

  @Test("namespaces of the table and xsi are declared only where they are used")
  func sparsam() throws {
    let text = try roh(
      "<e:wurzel xmlns:e='urn:eins' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"
        + " xmlns:q='urn:q'><roh><a/><b><e:c/></b></roh></e:wurzel>")
    #expect(
      text == "<a xmlns:q=\"urn:q\"/><b xmlns:q=\"urn:q\"><e:c xmlns:e=\"urn:eins\"/></b>")
  }

  @Test("a raw element inside a subtree counts as one element")
  func imTeilbaum() throws {
    let leser = try leser("<w><a><roh><b/>x</roh><b>1</b></a></w>") { $0.rohelemente = [4] }
    let t = try #require(try leser.naechster())
    #expect(t.anzahl == 3)
    #expect(t.text(1) == "<b/>x" && t.ende(1) == 2 && !t.hatMischtext(1) && t.text(2) == "1")
  }

  @Test("fragments that are no content are refused")
  func fragmente() throws {
    for gut in ["", "Text", "<a/>", "<a/>x<b c='1'/>", "<p:a xmlns:p='u'/>", "<!--x-->", "&lt;"] {
      try pruefeWohlgeformt(fragment: gut)
    }
    for schlecht in [
      "<a>", "</a>", "</_><_>", "</_><!--", "</_><?x ", "</_>", "<![CDATA[", "<p:a/>",
      "<a p:b=''/>",
      "<?xml version='1.0'?><a/>", "<!DOCTYPE a><a/>", "&e;", "<", "&", "\0", "<a b=1/>", "\u{1}",
      "<_>", "<!--", "]]>",
    ] {
      #expect(throws: XMLFehler.self, "\(schlecht)") { try pruefeWohlgeformt(fragment: schlecht) }
    }
    var grenzen = XMLGrenzen()
    grenzen.tiefe = 3
    #expect(throws: XMLFehler.self) {
      try pruefeWohlgeformt(fragment: "<a><b><c/></b></a>", grenzen: grenzen)
    }
  }

  private func c14n(_ xml: String) throws -> String {
    try mitTemporaeremOrdner { ordner in
      let datei = ordner.appendingPathComponent("a.xml")
      try Data(xml.utf8).write(to: datei)
      let ergebnis = try Programm.starte("xmllint", ["--nonet", "--c14n", datei.path])
      #expect(ergebnis.status == 0, "\(ergebnis.fehler)")
      return ergebnis.ausgabe
    }
  }
}
