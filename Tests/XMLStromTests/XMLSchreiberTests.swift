// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing
import XMLStrom

@Suite("XMLSchreiber")
struct XMLSchreiberTests {
  private static let w = XMLName("p:wurzel")
  private static let a = XMLName("a")

  private func text(_ senke: Speichersenke) -> String {
    String(decoding: senke.bytes, as: UTF8.self)
  }

  @Test("elements are indented, text and raw content stay on their line")
  func einzug() throws {
    var s = XMLSchreiber(Speichersenke())
    try s.deklaration()
    try s.oeffne(Self.w)
    try s.attribut(XMLName("xmlns:p"), "urn:\"<&>'\t\n\r")
    try s.blatt(Self.a, "Größe < 3 & 4 > 2 \"x\"\r\n")
    try s.blatt(Self.a, "")
    try s.oeffne(Self.a)
    try s.oeffne(Self.a)
    try s.text("eins")
    try s.text("")
    try s.text(" zwei")
    try s.schliesse()
    try s.oeffne(Self.a)
    try s.roh("<x/>\n<y/>")
    try s.schliesse()
    try s.oeffne(Self.a)
    try s.schliesse()
    #expect(s.tiefe == 2)
    try s.schliesse()
    try s.schliesse()
    #expect(
      text(try s.beende()) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <p:wurzel xmlns:p="urn:&quot;&lt;&amp;&gt;'&#9;&#10;&#13;">
          <a>Größe &lt; 3 &amp; 4 &gt; 2 "x"&#13;\n</a>
          <a/>
          <a>
            <a>eins zwei</a>
            <a><x/>
        <y/></a>
            <a/>
          </a>
        </p:wurzel>

        """)
  }

  @Test("without indentation nothing is added")
  func ohneEinzug() throws {
    var s = XMLSchreiber(Speichersenke(), einzug: false)
    try s.oeffne(Self.a)
    try s.blatt(Self.a, "x")
    try s.schliesse()
    #expect(text(try s.beende()) == "<a><a>x</a></a>")
  }

  @Test("random texts and attributes come back as they were")
  func rundreise() throws {
    let zeichen: [Unicode.Scalar] = Array(
      "ab <>&\"'\t\n\r]äß€𝄞\u{FEFF}\u{85}\u{F000}\u{FFFD}".unicodeScalars)
    for seed in 0..<300 {
      var zufall = Zufall(UInt64(seed))
      func satz() -> String {
        var s = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...60, using: &zufall) {
          s.append(zeichen[Int.random(in: 0..<zeichen.count, using: &zufall)])
        }
        return String(s)
      }
      var s = XMLSchreiber(Speichersenke(), einzug: seed % 2 == 0)
      try s.oeffne(Self.a)
      var erwartet: [(String, String)] = []
      for _ in 0..<5 {
        let paar = (satz(), satz())
        erwartet.append(paar)
        try s.oeffne(Self.a)
        try s.attribut(XMLName("b"), paar.0)
        try s.text(paar.1)
        try s.schliesse()
      }
      try s.schliesse()
      let leser = try leser(bytes: try s.beende().bytes, stueck: seed % 50 + 1)
      for (attribut, text) in erwartet {
        let t = try #require(try leser.naechster())
        #expect(t.attribut(0, "b").map { Array($0.utf8) } == Array(attribut.utf8), "seed \(seed)")
        #expect(Array(t.text(0).utf8) == Array(text.utf8), "seed \(seed)")
      }
      #expect(try leser.naechster() == nil)
    }
  }

  @Test("characters XML cannot carry are refused at every position")
  func unzulaessig() throws {
    for zahl: UInt32 in [0, 1, 8, 11, 12, 14, 31, 0xFFFE, 0xFFFF] {
      let zeichen = try #require(Unicode.Scalar(zahl))
      for stelle in 0..<20 {
        let text = String(repeating: "x", count: stelle) + String(zeichen) + "ende"
        var s = XMLSchreiber(Speichersenke())
        try s.oeffne(Self.a)
        #expect(throws: XMLFehler.unzulaessigesZeichen(zahl)) { try s.attribut(Self.a, text) }
        #expect(throws: XMLFehler.unzulaessigesZeichen(zahl)) { try s.text(text) }
        #expect(throws: XMLFehler.unzulaessigesZeichen(zahl)) { try s.blatt(Self.a, text) }
      }
    }
    #expect("\(XMLFehler.unzulaessigesZeichen(11))".contains("U+000B"))
  }

  @Test("calls out of order are refused")
  func reihenfolge() throws {
    var s = XMLSchreiber(Speichersenke())
    #expect(throws: XMLFehler.self) { try s.schliesse() }
    #expect(throws: XMLFehler.self) { try s.text("x") }
    try s.oeffne(Self.a)
    #expect(throws: XMLFehler.self) { try s.deklaration() }
    try s.text("x")
    #expect(throws: XMLFehler.self) { try s.attribut(Self.a, "") }
    do {
      _ = try s.beende()
      Issue.record("kein Fehler")
    } catch { #expect("\(error)".contains("Element a ist noch offen")) }
  }

  @Test("a long document reaches the file whole and xmllint accepts it")
  func datei() throws {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.appendingPathComponent("a.xml").path
      var s = XMLSchreiber(try Dateisenke(pfad: pfad))
      try s.deklaration()
      try s.oeffne(Self.w)
      try s.attribut(XMLName("xmlns:p"), "urn:p")
      for i in 0..<30_000 { try s.blatt(Self.a, "Förderantrag & Nr. \(i)") }
      try s.blatt(Self.a, String(repeating: "<&>", count: 500_000))
      try s.schliesse()
      var senke = try s.beende()
      try senke.schliesse()
      let leser = try XMLLeser(Dateiquelle(pfad: pfad), name: pfad, tafel: tafel)
      var anzahl = 0
      var laenge = 0
      while let t = try leser.naechster() {
        anzahl += 1
        laenge = t.mitText(0) { $0.count }
      }
      #expect(anzahl == 30_001 && laenge == 1_500_000)
      if Programm.vorhanden("xmllint") {
        #expect(try Programm.starte("xmllint", ["--noout", pfad]).status == 0)
      }
      #expect(throws: XMLFehler.self) { _ = try Dateisenke(pfad: pfad) }
    }
  }

  @Test("a full disk is reported")
  func volleScheibe() throws {
    let deskriptor = open("/dev/full", O_WRONLY)
    try #require(deskriptor >= 0)
    defer { close(deskriptor) }
    var s = XMLSchreiber(Dateisenke(deskriptor: deskriptor))
    try s.blatt(Self.a, "x")
    do {
      _ = try s.beende()
      Issue.record("kein Fehler")
    } catch { #expect(error is XMLFehler) }
  }
}
