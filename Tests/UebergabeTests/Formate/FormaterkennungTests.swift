// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

@Suite("Recognition of formats")
struct FormaterkennungTests {
  private let erkennung = Formaterkennung()

  private func befunde(_ e: Formatergebnis) -> Set<String> { Set(e.befunde.map(\.regel)) }

  @Test(
    "every shared sample has the code, the PRONOM id and the MIME type of the table",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func vorlagen() throws {
    #expect(Formatmuster.zeilen.count == 35)
    for z in Formatmuster.zeilen {
      let e = try erkennung.erkenne(
        datei: Formatmuster.ordner.appendingPathComponent(z.datei).path, als: z.datei)
      #expect(e.code ?? "-" == z.code, "\(z.datei)")
      guard z.code != "-" else {
        #expect(befunde(e) == ["FORMAT-LEER"] && e.kandidaten.isEmpty)
        continue
      }
      #expect(e.mime == z.mime, "\(z.datei)")
      if z.puid.contains("..") || z.puid.contains("oder") || z.puid.contains("?") {
        // The table leaves it open: none, or one of those.
        let zahlen = z.puid.matches(of: /\d+/).compactMap { Int($0.output) }
        let zahl = e.puid.flatMap { Int($0.split(separator: "/").last!) }
        #expect(
          zahl == nil || (zahlen.min()!...zahlen.max()!).contains(zahl!),
          "\(z.datei): \(e.puid ?? "-")")
      } else {
        #expect(e.puid == z.puid, "\(z.datei)")
      }
    }
  }

  @Test(
    "what the samples are about is found",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"),
    arguments: [
      ("falsche-endung.jpg", ["FORMAT-ENDUNG"]), ("makro.docm", ["FORMAT-MAKROS"]),
      ("nur-endung.docx", ["FORMAT-ENDUNG"]), ("nur-cfb.doc", ["FORMAT-ENDUNG"]), ("nur.zip", []),
      ("text-latin1.txt", ["FORMAT-TEXT-NICHT-UTF8"]), ("text-utf8.txt", []),
      ("pdfa-attr.pdf", []), ("pdfa-elem.pdf", []), ("pdfa-xmp-mitte.pdf", []),
      ("pdfa-xmp-utf16.pdf", []), ("pdfa-im-text.pdf", ["FORMAT-PDF-AUFBAU"]),
      ("text.docx", []), ("text.odt", []), ("bild.png", []), ("bild.jpg", []), ("mail.msg", []),
    ])
  func anlass(_ datei: String, _ regeln: [String]) throws {
    let e = try erkennung.erkenne(
      datei: Formatmuster.ordner.appendingPathComponent(datei).path, als: datei)
    #expect(befunde(e) == Set(regeln))
  }

  @Test("each code of the list has a sample of our own that is recognised for sure")
  func jeCode() {
    for m in Formatmuster.jeCode {
      let e = erkennung.erkenne(m.bytes, name: m.name)
      #expect(e.code == m.code, "\(m.name): \(e.haupt?.anzeige ?? "-")")
      #expect(e.puid == m.puid, "\(m.name): \(e.puid ?? "-")")
      #expect(
        befunde(e).subtracting(["FORMAT-MAKROS"]).isEmpty, "\(m.name): \(befunde(e))")
    }
    let codes = Set(Formatmuster.jeCode.map(\.code))
    #expect(codes == Set((1...45).map { "0" + ($0 < 10 ? "0" : "") + "\($0)" }))
  }

  @Test(
    "the table of formats has exactly the codes of the official list",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func liste() throws {
    let ort = Gemeinsam.ordner.appendingPathComponent(
      "xdomea/codelisten/3.0.0/Dateiformat_1.0.xml")
    let xml = try String(contentsOf: ort, encoding: .utf8)
    let codes = Set(xml.matches(of: /<SimpleValue>(\d{3})<\/SimpleValue>/).map { String($0.1) })
    #expect(codes.count == 46)
    #expect(Dateiformat.alle.reduce(into: Set()) { $0.formUnion($1.codes) } == codes)
    #expect(Set(Dateiformat.alle.map(\.kennung)).count == Dateiformat.alle.count)
    #expect(xml.contains(Dateiformat.listenURI) && xml.contains(Dateiformat.listenversion))
    for code in codes where code != "100" {
      let format = try #require(Dateiformat.format(code: code))
      let endung = try #require(
        xml.firstMatch(
          of: try Regex("<SimpleValue>\(code)</SimpleValue>[\\s\\S]*?<SimpleValue>(\\w+) - "))
      )[1].substring!
      #expect(format.endungen.contains(String(endung)), "\(code)")
    }
  }

  @Test("extension, stated code and content are compared")
  func vergleiche() {
    func regeln(_ name: String, _ bytes: [UInt8], _ angabe: String? = nil) -> [String: Schwere] {
      let e = erkennung.erkenne(bytes, name: name, angegeben: angabe.map { Formatangabe($0) })
      return Dictionary(e.befunde.map { ($0.regel, $0.schwere) }, uniquingKeysWith: { a, _ in a })
    }
    let png = PNGBau.bytes([])
    #expect(regeln("a.png", png, "019") == [:])
    #expect(regeln("a.png", png, "011") == ["FORMAT-ANGABE": .warnung])
    #expect(regeln("a.jpg", png) == ["FORMAT-ENDUNG": .warnung])
    #expect(regeln("a.unbekannt", png) == ["FORMAT-ENDUNG": .hinweis])
    #expect(regeln("ohne", png) == ["FORMAT-ENDUNG": .hinweis])
    #expect(regeln("A.PNG", png) == [:])
    #expect(regeln("ordner.jpg/a.png", png) == [:])
    let pdfa = PDFBau(stufe: "1A").bytes
    #expect(regeln("a.pdf", pdfa, "044") == [:])
    #expect(regeln("a.pdf", pdfa, "018") == ["FORMAT-ANGABE": .hinweis])
    #expect(regeln("a.pdf", PDFBau().bytes, "044") == ["FORMAT-ANGABE": .warnung])
    #expect(regeln("a.pdf", PDFBau().bytes, "100") == ["FORMAT-ANGABE": .hinweis])
    #expect(regeln("a.doc", Formatmuster.word(), "004") == ["FORMAT-ANGABE": .hinweis])
    #expect(regeln("notiz.txt", Array("x\n".utf8), "045") == [:])
    #expect(
      regeln("a.pdf", Array("nur Text\n".utf8), "018").keys.sorted() == [
        "FORMAT-ANGABE", "FORMAT-ENDUNG",
      ])
  }

  @Test("PDF/A can be demanded")
  func verlangt() {
    var streng = Formaterkennung()
    streng.pdfaVerlangt = true
    #expect(befunde(streng.erkenne(PDFBau().bytes, name: "a.pdf")) == ["FORMAT-PDFA-FEHLT"])
    #expect(befunde(streng.erkenne(PDFBau(stufe: "3U").bytes, name: "a.pdf")).isEmpty)
    #expect(befunde(streng.erkenne(PNGBau.bytes([]), name: "a.png")).isEmpty)
  }

  @Test("keys, macros, bombs")
  func gefahren() {
    func regeln(_ name: String, _ bytes: [UInt8]) -> Set<String> {
      befunde(erkennung.erkenne(bytes, name: name))
    }
    #expect(regeln("a.doc", Formatmuster.word(schalter: 0x100)) == ["FORMAT-VERSCHLUESSELT"])
    #expect(
      regeln(
        "a.xls",
        Formatmuster.excel(saetze: Formatmuster.le16(0x2F) + Formatmuster.le16(2) + [0, 0]))
        == ["FORMAT-VERSCHLUESSELT"])
    let paket = Formatmuster.ole2([("EncryptedPackage", [0]), ("EncryptionInfo", [0])])
    #expect(regeln("a.docx", paket) == ["FORMAT-VERSCHLUESSELT"])
    #expect(erkennung.erkenne(paket, name: "a.docx").puid == "fmt/494")
    #expect(
      regeln(
        "a.ppt",
        Formatmuster.ole2([
          ("PowerPoint Document", [0]),
          ("Current User", .init(repeating: 0, count: 12) + Formatmuster.le32(0xF3D1_C4DF)),
        ])) == ["FORMAT-VERSCHLUESSELT"])
    #expect(
      regeln(
        "a.doc",
        Formatmuster.ole2(
          [("WordDocument", Formatmuster.le16(0xA5EC) + Formatmuster.le16(0xC1))], lager: ["Macros"]
        ))
        == ["FORMAT-MAKROS"])
    #expect(
      regeln("a.odt", Formatmuster.odf("text", manifest: "<m:encryption-data/>"))
        == ["FORMAT-VERSCHLUESSELT"])
    #expect(
      regeln(
        "a.docx",
        Formatmuster.ooxml(
          Formatmuster.ooxmlraum + "wordprocessingml.document.main+xml",
          weitere: ["word/vbaProject.bin"])) == ["FORMAT-MAKROS"])
    var geheim = Testzip("a.txt", "b.txt")
    geheim.saetze[0].merkmale = 1
    #expect(regeln("a.zip", geheim.bytes) == ["FORMAT-VERSCHLUESSELT"])
    var bombe = Testzip("a.txt")
    bombe.saetze[0].groesse = 2_000_000_000
    bombe.saetze[0].verfahren = 8
    #expect(regeln("a.zip", bombe.bytes) == ["FORMAT-ZIPBOMBE"])
    #expect(regeln("a.zip", Testzip("a.txt").bytes) == [])
  }

  @Test("what is cut off or contradicts itself is named")
  func schaeden() {
    func regeln(_ name: String, _ bytes: [UInt8]) -> Set<String> {
      befunde(erkennung.erkenne(bytes, name: name))
    }
    #expect(regeln("a.png", PNGBau.bytes([], mitEnde: false)) == ["FORMAT-BESCHAEDIGT"])
    #expect(regeln("a.jpg", [0xFF, 0xD8, 0xFF, 0xDB, 0, 4, 1, 1, 2]) == ["FORMAT-BESCHAEDIGT"])
    #expect(regeln("a.tif", [0x49, 0x49, 0x2A, 0, 0xFF, 0xFF, 0, 0]) == ["FORMAT-BESCHAEDIGT"])
    let odt = Formatmuster.odf("text")
    #expect(regeln("a.odt", odt) == [])
    let halb = erkennung.erkenne(Array(odt.prefix(200)), name: "a.odt")
    #expect(halb.code == "015" && halb.haupt?.sicherheit == .wahrscheinlich)
    #expect(befunde(halb) == ["FORMAT-BESCHAEDIGT"])
    let doc = Formatmuster.word()
    #expect(regeln("a.doc", Array(doc.prefix(600))).contains("FORMAT-BESCHAEDIGT"))
    var kreis = doc
    // The directory's chain leads to itself.
    let fat = doc.count - 512
    let erster = Int(doc[48]) | Int(doc[49]) << 8
    kreis.replaceSubrange(fat + erster * 4..<fat + erster * 4 + 4, with: Formatmuster.le32(erster))
    #expect(regeln("a.doc", kreis) == ["FORMAT-BESCHAEDIGT"])
    #expect(regeln("a.bin", [0, 1, 2, 3, 4, 5]) == ["FORMAT-UNBEKANNT"])
  }

  @Test("text of other encodings, and text that is none")
  func texte() {
    func e(_ name: String, _ bytes: [UInt8]) -> Formatergebnis {
      erkennung.erkenne(bytes, name: name)
    }
    let spaet = Array(String(repeating: "Zeile\n", count: 30_000).utf8)
    #expect(befunde(e("a.txt", spaet + [0xE4, 10])) == ["FORMAT-TEXT-NICHT-UTF8"])
    #expect(befunde(e("a.txt", spaet + [0xC3, 0xA4])) == [])
    #expect(befunde(e("a.txt", spaet + [0xC3])) == ["FORMAT-TEXT-NICHT-UTF8"])
    #expect(e("a.txt", spaet + [0]).code == "100")
    #expect(
      e("a.txt", [0xFF, 0xFE] + "Hallo\n".utf16.flatMap { Formatmuster.le16(Int($0)) }).code
        == "045")
    #expect(
      e("a.xml", "<?xml version='1.0'?><a/>".utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
        .code == "030")
    for schlecht in [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE0, 0x80, 0x80],
    ] as [[UInt8]] {
      var probe = Zeichenprobe()
      probe.nimm(schlecht)
      probe.schliesse()
      #expect(!probe.istUTF8 && String(validating: schlecht, as: UTF8.self) == nil)
    }
    #expect(e("a.txt", Array("\u{1B}[1mfett\u{1B}[0m\n".utf8)).code == "045")
    #expect(e("a.txt", Array("\u{1}x\n".utf8)).code == "100")
    #expect(e("a.txt", Array("%!PS-AdobeFont-1.0: X\n".utf8)).code == "045")
    #expect(e("liste.csv", Array("a;b\nc\n".utf8)).haupt?.sicherheit == .endung)
    #expect(e("liste.dat", Array("a;b\nc;d\n".utf8)).code == "002")
    #expect(e("notiz.txt", Array("a;b\nc;d\n".utf8)).code == "045")
    #expect(e("a.txt", Array("Von: mir\nBetreff: x\n\nText\n".utf8)).code == "045")
    #expect(
      e("a.svg", Array("<svg xmlns='http://www.w3.org/2000/svg'/>".utf8)).haupt?.format == .svg)
    #expect(e("a.txt", Array("Ein Text über %PDF-1.4 und mehr\n".utf8)).code == "045")
  }

  @Test("a file that two programs read differently is named")
  func mehrdeutig() {
    let beides = Testzip([.init("a.pdf", bytes: PDFBau().bytes)]).bytes
    let e = erkennung.erkenne(beides, name: "a.zip")
    #expect(e.kandidaten.map(\.code) == ["100", "018"])
    #expect(befunde(e).contains("FORMAT-MEHRDEUTIG"))
  }

  @Test("small streams of a compound file are read")
  func kleineStroeme() throws {
    let inhalt = (0..<200).map { UInt8($0) }
    let bytes = Formatmuster.ole2(
      [("PowerPoint Document", [1])],
      klein: [
        ("A", Array(repeating: 7, count: 700)), ("B", inhalt),
        ("Current User", .init(repeating: 0, count: 12) + Formatmuster.le32(0xF3D1_C4DF)),
      ])
    let datei = try #require(
      Verbunddatei(Inhaltszugriff(bytes, budget: 1 << 20), Formatgrenzen()))
    #expect(datei.inhalt(try #require(datei["b"]), 500) == inhalt)
    #expect(datei.inhalt(try #require(datei["B"]), 100) == Array(inhalt.prefix(100)))
    #expect(datei["C"] == nil && datei.maengel.isEmpty)
    let e = erkennung.erkenne(bytes, name: "a.ppt")
    #expect(e.istVerschluesselt && befunde(e) == ["FORMAT-VERSCHLUESSELT"])
  }

  @Test(
    "libmagic agrees on the MIME type, except where it is known to say less",
    .enabled(if: Programm.vorhanden("file"), "übersprungen: das Programm file fehlt"))
  func libmagic() throws {
    try mitTemporaeremOrdner { tmp in
      var orte: [(URL, String)] = []
      for m in Formatmuster.jeCode {
        let ort = tmp.appendingPathComponent(m.name)
        try Data(m.bytes).write(to: ort)
        orte.append((ort, erkennung.erkenne(m.bytes, name: m.name).mime))
      }
      for z in Formatmuster.zeilen where z.code != "-" {
        let ort = Formatmuster.ordner.appendingPathComponent(z.datei)
        orte.append((ort, try erkennung.erkenne(datei: ort.path).mime))
      }
      let e = try Programm.starte("file", ["-b", "--mime-type", "--"] + orte.map(\.0.path))
      let fremd = e.ausgabe.split(separator: "\n").map(String.init)
      try #require(fremd.count == orte.count)
      // Own minimal samples that libmagic has no signature for, or names by their container.
      let weniger: Set<String> = [
        "text/plain", "application/octet-stream", "application/zip", "application/x-ole-storage",
        "text/xml", "application/CDFV2", "text/html", "application/x-wine-extension-ini",
      ]
      var gleich = 0
      for ((ort, unser), seins) in zip(orte, fremd) {
        if unser == seins {
          gleich += 1
        } else {
          let verwandt =
            weniger.contains(seins)
            || unser.hasPrefix("application/vnd.") && seins.hasPrefix("application/")
            || unser == "application/msword" && seins.hasPrefix("application/")
          #expect(verwandt, "\(ort.lastPathComponent): \(unser), libmagic: \(seins)")
        }
      }
      #expect(gleich * 2 > orte.count, "\(gleich) von \(orte.count)")
    }
  }

  @Test("the bytes in passing give the same as the file")
  func mitlesen() {
    for m in Formatmuster.jeCode {
      var leser = Formatmitleser(m.name)
      for anfang in stride(from: 0, to: m.bytes.count, by: 997) {
        m.bytes[anfang..<min(anfang + 997, m.bytes.count)].withUnsafeBytes { leser.nimm($0) }
      }
      #expect(leser.ergebnis() == erkennung.erkenne(m.bytes, name: m.name), "\(m.name)")
    }
    var klein = Formaterkennung()
    klein.grenzen.mitlesen = 1 << 17
    let luecke =
      PDFBau(stufe: "2B").bytes.prefix(200) + [UInt8](repeating: 32, count: 1 << 20)
      + Array("\nstartxref\n300000\n%%EOF\n".utf8)
    var leser = Formatmitleser("a.pdf", klein)
    Array(luecke).withUnsafeBytes { leser.nimm($0) }
    let e = leser.ergebnis()
    #expect(e.code == "018" && befunde(e) == ["FORMAT-GRENZE"])
  }

  @Test("opening follows no link and reads no pipe")
  func oeffnen() throws {
    try mitTemporaeremOrdner { tmp in
      let leitung = tmp.appendingPathComponent("p").path
      #expect(mkfifo(leitung, 0o600) == 0)
      let verweis = tmp.appendingPathComponent("v").path
      try FileManager.default.createSymbolicLink(
        atPath: verweis, withDestinationPath: "/etc/passwd")
      for pfad in [leitung, verweis, tmp.path, tmp.path + "/fehlt"] {
        #expect(throws: UebergabeFehler.self) { try erkennung.erkenne(datei: pfad) }
      }
    }
  }
}
