// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

@Suite("All files of a folder or container")
struct FormatgangTests {
  private func alle(_ body: ((Formatgang.Posten) throws -> Void) throws -> Void) rethrows
    -> [Formatgang.Posten]
  {
    var aus: [Formatgang.Posten] = []
    try body { aus.append($0) }
    return aus
  }

  private func kurz(_ posten: [Formatgang.Posten]) -> [String] {
    posten.map {
      switch $0 {
      case .datei(let pfad, let e): "\(pfad) \(e.code ?? "-")"
      case .nichtLesbar(let pfad, _): "\(pfad) nicht lesbar"
      case .ausgelassen(let pfad): "\(pfad) ausgelassen"
      }
    }
  }

  @Test("a folder with all that may lie in it, in the order of the paths")
  func ordner() throws {
    try mitTemporaeremOrdner { tmp in
      let unten = tmp.appendingPathComponent("b/c")
      try FileManager.default.createDirectory(at: unten, withIntermediateDirectories: true)
      try Data(PNGBau.bytes([])).write(to: tmp.appendingPathComponent("a.png"))
      try Data(PDFBau(stufe: "1B").bytes).write(to: unten.appendingPathComponent("x.pdf"))
      try Data().write(to: tmp.appendingPathComponent("leer.txt"))
      try Data("x".utf8).write(to: tmp.appendingPathComponent("zwei\u{1B}[31m.txt"))
      try FileManager.default.createSymbolicLink(
        atPath: tmp.path + "/kreis", withDestinationPath: tmp.path)
      #expect(mkfifo(tmp.path + "/leitung", 0o600) == 0)
      let fremd = Array((tmp.path + "/z").utf8) + [0xE4, 0]
      let fd = fremd.withUnsafeBytes {
        open($0.bindMemory(to: CChar.self).baseAddress!, O_CREAT | O_WRONLY, 0o600)
      }
      #expect(fd >= 0 && write(fd, "x", 1) == 1)
      close(fd)
      for faeden in [1, 4] {
        var gang = Formatgang()
        gang.faeden = faeden
        let posten = try alle { try gang.ordner(tmp.path, $0) }
        #expect(
          kurz(posten) == [
            "a.png 019", "b/c/x.pdf 044", "kreis ausgelassen", "leer.txt -", "leitung ausgelassen",
            "zwei\u{1B}[31m.txt 045", "z\u{FFFD} 045",
          ])
        var bericht = Formatbericht(werkzeug: "t", ort: tmp.path)
        for p in posten { bericht.nimm(p) }
        #expect(bericht.alle.dateien == 5 && bericht.pdfaAngaben == 1 && bericht.nichtLesbar == 0)
        #expect(
          bericht.bericht.befunde.map(\.regel).sorted() == [
            "FORMAT-AUSGELASSEN", "FORMAT-AUSGELASSEN", "FORMAT-LEER", "FORMAT-NAME", "FORMAT-NAME",
          ])
        #expect(bericht.tabelle.first?.menge.dateien == 2)
        let html = Formatbericht.html([bericht], erstellt: "heute")
        #expect(
          html.contains("fmt/354") && !html.contains("\u{1B}")
            && html.contains("Gültigkeit wurde nicht geprüft"))
      }
    }
  }

  @Test("very many files and folders too deep")
  func viele() throws {
    try mitTemporaeremOrdner { tmp in
      for i in 0..<1500 {
        try Data("Datei \(i)\n".utf8).write(to: tmp.appendingPathComponent("\(10_000 + i).txt"))
      }
      try FileManager.default.createDirectory(
        at: tmp.appendingPathComponent("a/b/c/d"), withIntermediateDirectories: true)
      var gang = Formatgang()
      gang.tiefe = 2
      let posten = try alle { try gang.ordner(tmp.path + "/", $0) }
      #expect(posten.count == 1501)
      #expect(kurz(posten).prefix(1500).elementsEqual((0..<1500).map { "\(10_000 + $0).txt 045" }))
      #expect(kurz(posten).last == "a/b/c nicht lesbar")
      // What the reader throws ends the walk.
      struct Halt: Error {}
      #expect(throws: Halt.self) { try gang.ordner(tmp.path) { _ in throw Halt() } }
      #expect(throws: UebergabeFehler.self) { try gang.ordner(tmp.path + "/fehlt") { _ in } }
    }
  }

  @Test("files in a container, large ones and encrypted ones too, with what a message states")
  func container() throws {
    try mitTemporaeremOrdner { tmp in
      let gross = PDFBau(stufe: "2U") { $0.vorn = [] }
      let viel =
        Array("%PDF-1.7\n".utf8) + [UInt8](repeating: 32, count: 9 << 20)
        + Array("\nstartxref\n9\n%%EOF".utf8)
      var zip = Testzip([
        .init("a.pdf", bytes: gross.bytes), .init("b.png", bytes: PNGBau.bytes([])),
        .init("c.txt", "geheim"), .init("gross.pdf", bytes: viel), .init("ordner/", ""),
        .init("d.txt", "kaputt"),
      ])
      zip.saetze[2].merkmale |= 1
      zip.saetze[5].crc = 1
      let pfad = try zip.schreibe(tmp)
      var gang = Formatgang()
      gang.zwischenablage = tmp.path
      let posten = try alle { weiter in
        try gang.container(pfad, angaben: { $0 == "b.png" ? Formatangabe("011") : nil }, weiter)
      }
      #expect(
        kurz(posten) == [
          "a.pdf 044", "b.png 019", "c.txt nicht lesbar", "gross.pdf 018", "d.txt nicht lesbar",
        ])
      guard case .datei(_, let png) = posten[1] else {
        Issue.record("b.png")
        return
      }
      #expect(png.befunde.map(\.regel) == ["FORMAT-ANGABE"])
      #expect(try FileManager.default.contentsOfDirectory(atPath: tmp.path) == ["t.zip"])
      #expect(throws: UebergabeFehler.self) { try gang.container(tmp.path + "/x", { _ in }) }
    }
  }

  /// A validator of the tests.
  private struct Fest: Formatpruefer {
    let urteil: Fremdurteil
    func pruefe(_ auftrag: Pruefauftrag) -> Fremdurteil {
      FileManager.default.fileExists(atPath: auftrag.pfad)
        ? urteil : Fremdurteil(.nichtGeprueft(grund: "fehlt"))
    }
  }

  @Test("only a validator's verdict is called validity, and it goes into PREMIS")
  func urteile() throws {
    try mitTemporaeremOrdner { tmp in
      try Data(PDFBau(stufe: "2B").bytes).write(to: tmp.appendingPathComponent("a.pdf"))
      try Data(PDFBau().bytes).write(to: tmp.appendingPathComponent("b.pdf"))
      let zip = try Testzip([.init("a.pdf", bytes: PDFBau(stufe: "2B").bytes)]).schreibe(
        tmp, "c.zip")
      let faelle: [(Fremdurteil.Ergebnis, String, String, String?)] = [
        (.gueltig, "PDF/A-2b, geprüft durch veraPDF 1.26: gültig", "success", nil),
        (
          .ungueltig, "PDF/A-2b, geprüft durch veraPDF 1.26: ungültig", "fail",
          "FORMAT-PRUEFER-UNGUELTIG"
        ),
        (
          .nichtGeprueft(grund: "x"), "PDF/A-2b-Angabe (nicht geprüft)", "warning",
          "FORMAT-PRUEFER-NICHT-GEPRUEFT"
        ),
      ]
      for (ergebnis, stand, premis, regel) in faelle {
        var gang = Formatgang()
        gang.zwischenablage = tmp.path
        gang.pruefer = Fest(
          urteil: Fremdurteil(ergebnis, werkzeug: "veraPDF", version: "1.26", profil: "PDF/A-2B"))
        let posten =
          [gang.datei(tmp.path + "/a.pdf")] + (try alle { try gang.container(zip, $0) })
        for p in posten {
          guard case .datei(_, let e) = p else {
            Issue.record("\(p)")
            return
          }
          #expect(e.pdfaStand == stand)
          #expect(e.befunde.map(\.regel) == [regel].compactMap { $0 })
          let ereignisse = e.premisereignisse(programm: "diva 1")
          #expect(ereignisse.map(\.art) == ["format identification", "validation"])
          #expect(ereignisse.map(\.ergebnis) == ["success", premis])
          #expect(
            ereignisse[0].hinweis.contains("fmt/477") && ereignisse[1].agent == "veraPDF 1.26")
          #expect(e.earkformat?.puid == "fmt/477")
        }
        guard case .datei(_, let ohne) = gang.datei(tmp.path + "/b.pdf") else { return }
        #expect(ohne.urteil == nil && ohne.premisereignisse(programm: "d").count == 1)
      }
    }
    #expect(Formaterkennung().erkenne([1, 2, 3], name: "a.x").earkformat == nil)
  }
}

@Suite("A validator as a command")
struct PrueferbefehlTests {
  private func urteil(_ skript: String, frist: Duration = .seconds(900), hoechstens: Int = 1 << 20)
    -> Fremdurteil
  {
    var befehl = Prueferbefehl(["sh", "-c", skript])!
    befehl.frist = frist
    befehl.hoechstensAusgabe = hoechstens
    let ergebnis = Formaterkennung().erkenne(PDFBau(stufe: "2U").bytes, name: "Grüße \"1\".pdf")
    return befehl.pruefe(Pruefauftrag(pfad: "/x/1.pdf", ergebnis))
  }

  private func grund(_ u: Fremdurteil) -> String? {
    if case .nichtGeprueft(let grund) = u.ergebnis { return grund }
    return nil
  }

  @Test("it gets the order and its answer is taken")
  func antwort() throws {
    let u = urteil(
      """
      cat > /dev/null; echo '{"urteil":"ungueltig","werkzeug":"P","version":"2","profil":"2u","meldungen":["a","b\\u001b"]}'
      """)
    #expect(
      u
        == Fremdurteil(
          .ungueltig, werkzeug: "P", version: "2", profil: "2u", meldungen: ["a", "b[U+001B]"]))
    #expect(urteil("echo '{\"urteil\":\"gueltig\"}'").ergebnis == .gueltig)
    // What it was told comes back as a message.
    let echo = urteil(
      #"python3 -c 'import json,sys; d=json.load(sys.stdin); print(json.dumps({"urteil":"gueltig","meldungen":[d["datei"],d["name"],d["code"],d["puid"],d["mime"],d["profil"],str(d["schemaVersion"])]}))'"#
    )
    #expect(
      echo.meldungen == [
        "/x/1.pdf", "Grüße \"1\".pdf", "044", "fmt/478", "application/pdf", "2u", "1",
      ])
    #expect(
      grund(urteil("echo '{\"urteil\":\"nicht-geprueft\",\"grund\":\"kaputt\"}'")) == "kaputt")
  }

  @Test("crash, garbage, silence, flood and sleep are no verdict")
  func versagen() {
    #expect(grund(urteil("exit 7"))?.contains("endete mit 7") == true)
    #expect(
      grund(urteil("echo '{\"urteil\":\"gueltig\"}'; exit 3"))?.contains("endete mit 3") == true)
    #expect(grund(urteil("kill -SEGV $$"))?.contains("Signal 11") == true)
    #expect(grund(urteil("echo Unsinn"))?.contains("nicht zu lesen") == true)
    #expect(grund(urteil("true"))?.contains("nichts ausgegeben") == true)
    #expect(grund(urteil("echo '{\"urteil\":\"super\"}'"))?.contains("super") == true)
    #expect(grund(urteil("yes", hoechstens: 10_000))?.contains("mehr als 10000 Byte") == true)
    #expect(
      grund(urteil("sleep 600 & sleep 600", frist: .milliseconds(300)))?.contains("länger") == true)
    #expect(
      grund(urteil("exec >&-; sleep 600", frist: .milliseconds(300)))?.contains("länger") == true)
    let fehlt = Prueferbefehl(["/gibt/es/nicht"])!
    let e = Formaterkennung().erkenne([0x25], name: "a")
    #expect(grund(fehlt.pruefe(Pruefauftrag(pfad: "a", e)))?.contains("nicht starten") == true)
    #expect(Prueferbefehl([]) == nil && Prueferbefehl([""]) == nil)
  }
}

@Suite("The adapter for veraPDF")
struct VerapdfAdapterTests {
  private static let adapter =
    Gemeinsam.projekt.appendingPathComponent("Docs/werkzeug/verapdf-adapter.py").path

  /// Asks the adapter, with a stand-in that prints this report and ends with this status.
  private func urteil(_ bericht: String, status: Int = 0, pdf: Bool = true) throws -> Fremdurteil {
    try mitTemporaeremOrdner { tmp in
      let ort = tmp.appendingPathComponent("verapdf")
      // It also notes how it was called.
      let text =
        "#!/bin/sh\necho \"$@\" > '\(tmp.path)/aufruf'\ncat <<'ENDE'\n\(bericht)\nENDE\nexit \(status)\n"
      try Data(text.utf8).write(to: ort)
      chmod(ort.path, 0o755)
      let befehl = Prueferbefehl(["env", "VERAPDF=" + ort.path, "python3", Self.adapter])!
      let bytes = pdf ? PDFBau(stufe: "2U").bytes : PNGBau.bytes([])
      let e = Formaterkennung().erkenne(bytes, name: "a")
      let u = befehl.pruefe(Pruefauftrag(pfad: "/o/-a.pdf", e))
      if let aufruf = try? String(contentsOfFile: tmp.path + "/aufruf", encoding: .utf8) {
        #expect(aufruf == "--format mrr --flavour 2u /o/-a.pdf\n")
      }
      return u
    }
  }

  private func bericht(_ urteil: String, _ regeln: String = "") -> String {
    """
    <?xml version="1.0" encoding="utf-8"?>
    <report><buildInformation><releaseDetails id="core" version="1.26.2"/></buildInformation><jobs><job>
    <validationReport jobEndStatus="normal" profileName="PDF/A-2U validation profile" \(urteil)>
    <details>\(regeln)</details></validationReport></job></jobs></report>
    """
  }

  @Test("the report is read, and everything else is no verdict")
  func berichte() throws {
    let gut = try urteil(bericht("isCompliant=\"true\""))
    #expect(gut.ergebnis == .gueltig && gut.pruefer == "veraPDF 1.26.2" && gut.profil == "PDF/A-2U")
    let regel = """
      <rule specification="ISO 19005-2:2011" clause="6.2.11.4" status="failed"><description>Fonts
       embedded</description></rule><rule specification="x" clause="1" status="passed"/>
      """
    let schlecht = try urteil(bericht("isCompliant=\"false\"", regel), status: 1)
    #expect(schlecht.ergebnis == .ungueltig)
    #expect(schlecht.meldungen == ["ISO 19005-2:2011 6.2.11.4: Fonts embedded"])
    for (text, status) in [
      (bericht(""), 0), (bericht("isCompliant=\"true\""), 7), ("Exception", 0), ("", 1),
      ("<!DOCTYPE a [<!ENTITY b \"c\">]><report/>", 0), ("<report/>", 0),
    ] {
      let u = try urteil(text, status: status)
      #expect(u.wort == "nicht-geprueft", "\(text.prefix(40)) \(status): \(u)")
    }
    #expect(try urteil(bericht("isCompliant=\"true\""), pdf: false).wort == "nicht-geprueft")
    let fehlt = Prueferbefehl(["env", "VERAPDF=/gibt/es/nicht", "python3", Self.adapter])!
    let e = Formaterkennung().erkenne(PDFBau(stufe: "1B").bytes, name: "a.pdf")
    guard case .nichtGeprueft(let grund) = fehlt.pruefe(Pruefauftrag(pfad: "a", e)).ergebnis else {
      Issue.record("a verdict without a program")
      return
    }
    #expect(grund.contains("nicht starten"))
  }
}
