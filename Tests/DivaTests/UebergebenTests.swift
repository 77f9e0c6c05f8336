// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import TestHilfe
import Testing

@Suite("diva uebergeben und Pakete in diva pruefen")
struct UebergebenTests {
  /// Makes packages of a packed folder of files.
  private func mitPaketen<T>(
    _ optionen: [String], _ body: (_ ziel: URL, Programm.Ergebnis) throws -> T
  ) throws -> T {
    try mitTemporaeremOrdner { tmp in
      let container = try Diva.packe(nach: tmp)
      let ziel = tmp.appendingPathComponent("pakete")
      let e = try Diva.starte(["uebergeben", container, "--nach", ziel.path] + optionen)
      return try body(ziel, e)
    }
  }

  private func pakete(_ ziel: URL) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: ziel.path).sorted()
      .filter { $0 != "deckungsnachweis.tsv" }
  }

  @Test(
    "aus einer Abgabe werden gültige Pakete",
    arguments: [
      ["--format", "bagit"], ["--format", "bagit", "--packung", "zip"],
      ["--format", "bagit", "--packung", "tar", "--ebene", "vorgang"],
      ["--format", "dimag", "--rootid", "Struct-1", "--als", "Erika Muster"],
    ])
  func gueltig(_ optionen: [String]) throws {
    try mitPaketen(optionen) { ziel, e in
      try #require(e.status == 0, "\(e.fehler)")
      #expect(e.ausgabe.contains("deckungsnachweis.tsv"))
      let pakete = try pakete(ziel)
      #expect(!pakete.isEmpty)
      for p in pakete {
        let einzeln = try Diva.starte(["pruefen", ziel.path + "/" + p, "--ohne-schema"])
        #expect(einzeln.status == 0, "\(einzeln.ausgabe)")
      }
      let alle = try Diva.starte(["pruefen", "--json", "--ohne-schema", ziel.path])
      #expect(alle.status == 0, "\(alle.ausgabe)")
      let zeilen = try JSONZeile.alle(alle.ausgabe)
      #expect(zeilen.last?.wert["art"] as? String == "lieferung")
    }
  }

  private static var xsd: String {
    Gemeinsam.ordner.appendingPathComponent("uebergabe/eark/xsd").path
  }

  @Test(
    "aus einer Abgabe werden gültige SIP; Schäden und die Fassung werden geprüft",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"),
    arguments: [[], ["--packung", "zip"], ["--packung", "tar", "--ebene", "vorgang"]])
  func sip(_ weitere: [String]) throws {
    let optionen = ["--format", "eark", "--eark-schemata", Self.xsd, "--eark-version", "2.1.0"]
    try mitPaketen(optionen + weitere + ["--archiv", "Stadtarchiv=DE-1"]) { ziel, e in
      try #require(e.status == 0, "\(e.fehler)")
      let pakete = try pakete(ziel)
      #expect(!pakete.isEmpty && pakete.allSatisfy { $0.hasPrefix("uuid-") })
      let eines = ziel.path + "/" + pakete[0]
      let einzeln = try Diva.starte(["pruefen", eines])
      #expect(einzeln.status == 0 && einzeln.ausgabe.contains("2.1.0"), "\(einzeln.ausgabe)")
      let andere = try Diva.starte(["pruefen", eines, "--eark-version", "2.2.0"])
      #expect(andere.status == 2 && andere.ausgabe.contains("SIP2"), "\(andere.ausgabe)")
      let tolerant = try Diva.starte([
        "pruefen", eines, "--tolerant", "--eark-version", "2.2.0",
      ])
      #expect(tolerant.status == 0, "\(tolerant.ausgabe)")
      let alle = try Diva.starte(["pruefen", "--json", ziel.path])
      #expect(alle.status == 0, "\(alle.ausgabe)")
      let zeilen = try JSONZeile.alle(alle.ausgabe)
      #expect(zeilen.first?.wert["art"] as? String == "eark")
      #expect(zeilen.last?.wert["art"] as? String == "lieferung")
      guard weitere.isEmpty else { return }
      let html = ziel.deletingLastPathComponent().appendingPathComponent("b.html")
      let liesmich = URL(fileURLWithPath: eines + "/documentation/LIESMICH.txt")
      try Data("anders".utf8).write(to: liesmich)
      let kaputt = try Diva.starte(["pruefen", eines, "--bericht", html.path])
      #expect(kaputt.status == 2 && kaputt.ausgabe.contains("documentation/LIESMICH.txt"))
      #expect(kaputt.ausgabe.contains("CSIP71") && kaputt.ausgabe.contains("CSIP69"))
      #expect(try String(contentsOf: html, encoding: .utf8).contains("CSIP71"))
      #expect(try Diva.starte(["pruefen", "--tolerant", eines]).status == 2)
      try FileManager.default.removeItem(atPath: eines + "/METS.xml")
      let ohne = try Diva.starte(["pruefen", eines])
      #expect(ohne.status == 2 && ohne.ausgabe.contains("CSIPSTR4"), "\(ohne.ausgabe)")
    }
  }

  @Test("die Nachricht eines Pakets wird geprüft, auch wenn jede Prüfsumme stimmt")
  func nachricht() throws {
    try mitPaketen(["--format", "bagit"]) { ziel, e in
      try #require(e.status == 0, "\(e.fehler)")
      let paket = ziel.appendingPathComponent(try pakete(ziel)[0])
      let data = paket.appendingPathComponent("data")
      let namen = try FileManager.default.contentsOfDirectory(atPath: data.path).sorted()
      let nachricht = data.appendingPathComponent(
        try #require(namen.first { $0.contains("_0503") }))
      let datei = try #require(namen.first { $0.hasSuffix(".pdf") })
      let text = try String(contentsOf: nachricht, encoding: .utf8)
      try text.replacingOccurrences(of: ">\(datei)<", with: ">\(datei)x<")
        .write(to: nachricht, atomically: false, encoding: .utf8)
      // Somebody who changes the message makes the digests anew; a foreign program stands for it.
      let neu = try Programm.starte(
        "sh",
        [
          "-c",
          """
          sha512sum data/* > manifest-sha512.txt && size=$(stat -c %s data/* | awk '{s+=$1} END {print s}') && \
          sed -i "s/^Payload-Oxum: [0-9]*/Payload-Oxum: $size/" bag-info.txt && \
          sha512sum bag-info.txt bagit.txt manifest-sha512.txt > tagmanifest-sha512.txt
          """,
        ], ordner: paket)
      try #require(neu.status == 0, "\(neu.fehler)")
      let e = try Diva.starte(["pruefen", "--json", "--ohne-schema", paket.path])
      #expect(e.status == 2, "\(e.ausgabe)")
      let zeilen = try JSONZeile.alle(e.ausgabe)
      #expect(zeilen.map { $0.wert["art"] as? String } == ["bag", "ordner"])
      #expect(zeilen.first?.wert["gueltig"] as? Bool == true, "\(e.ausgabe)")
      #expect(e.ausgabe.contains("\(datei)x"), "\(e.ausgabe)")
    }
  }

  @Test("Schäden: ein Byte, eine Datei, ein Paket, der Nachweis; Ende mit 2")
  func schaden() throws {
    try mitPaketen(["--format", "bagit"]) { ziel, e in
      try #require(e.status == 0, "\(e.fehler)")
      let paket = ziel.appendingPathComponent(try pakete(ziel)[0])
      let data = paket.appendingPathComponent("data")
      let datei = data.appendingPathComponent(
        try FileManager.default.contentsOfDirectory(atPath: data.path).sorted()[0])
      func pruefe(_ regel: String, _ ort: String) throws {
        let e = try Diva.starte(["pruefen", "--ohne-schema", ziel.path])
        #expect(e.status == 2, "\(regel)")
        #expect(e.ausgabe.contains(regel) && e.ausgabe.contains(ort), "\(e.ausgabe)")
      }
      func mit(_ ort: URL, _ aendern: (inout Data) -> Void, _ body: () throws -> Void) throws {
        let vorher = try Data(contentsOf: ort)
        var neu = vorher
        aendern(&neu)
        try neu.write(to: ort)
        try body()
        try vorher.write(to: ort)
      }
      try mit(datei, { $0[0] ^= 1 }) {
        try pruefe("NUTZLAST-PRUEFSUMME", datei.lastPathComponent)
      }
      let siegel = paket.appendingPathComponent("tagmanifest-sha512.txt")
      let bytes = try Data(contentsOf: siegel)
      try FileManager.default.removeItem(at: siegel)
      try pruefe("LIEFERUNG-SIEGEL", "tagmanifest-sha512.txt")
      try bytes.write(to: siegel)
      let nachweis = ziel.appendingPathComponent("deckungsnachweis.tsv")
      try mit(nachweis, { $0[$0.count / 2] ^= 1 }) {
        try pruefe("LIEFERUNG-NACHWEIS", "deckungsnachweis.tsv")
      }
      let weg = URL(fileURLWithPath: paket.path + "x")
      try FileManager.default.moveItem(at: paket, to: weg)
      try pruefe("LIEFERUNG-PAKET-FEHLT", paket.lastPathComponent)
      try pruefe("LIEFERUNG-FREMD", weg.lastPathComponent)
      try FileManager.default.moveItem(at: weg, to: paket)
      #expect(try Diva.starte(["pruefen", "--ohne-schema", ziel.path]).status == 0)
    }
  }

  @Test("streng und tolerant; was nicht zu öffnen ist, endet mit 1")
  func tolerant() throws {
    try mitTemporaeremOrdner { tmp in
      let bag = tmp.appendingPathComponent("bag")
      try FileManager.default.createDirectory(
        at: bag.appendingPathComponent("data"), withIntermediateDirectories: true)
      try Data("BagIt-Version: 1.0 \nTag-File-Character-Encoding: UTF-8\n".utf8)
        .write(to: bag.appendingPathComponent("bagit.txt"))
      try Data().write(to: bag.appendingPathComponent("manifest-sha512.txt"))
      let streng = try Diva.starte(["pruefen", bag.path])
      #expect(streng.status == 2 && streng.ausgabe.contains("BAGIT-LEERRAUM"))
      #expect(try Diva.starte(["pruefen", "--tolerant", bag.path]).status == 0)
      let html = tmp.appendingPathComponent("b.html")
      _ = try Diva.starte(["pruefen", bag.path, "--bericht", html.path])
      #expect(try String(contentsOf: html, encoding: .utf8).contains("BAGIT-LEERRAUM"))
      try Data().write(to: bag.appendingPathComponent("manifest-crc32.txt"))
      // A bag of which something cannot be judged is not called valid.
      let fremd = try Diva.starte(["pruefen", "--tolerant", bag.path])
      #expect(fremd.status == 1, "\(fremd.ausgabe)")
    }
  }

  @Test("falsche Angaben werden genannt und schreiben nichts")
  func angaben() throws {
    for optionen in [
      ["--format", "dimag"], ["--format", "zip"], ["--format", "bagit", "--ebene", "blatt"],
      ["--format", "bagit", "--rootid", "x"], ["--format", "bagit", "--ausnahme", "x=akte"],
      ["--format", "dimag", "--rootid", "x", "--packung", "zip"],
      ["--format", "bagit", "--ohne-schema", "--schemata", "x"],
      ["--format", "bagit", "--eark-version", "2.1.0"], ["--format", "eark"],
      ["--format", "eark", "--eark-schemata", "x", "--eark-version", "3.0.0"],
      ["--format", "eark", "--eark-schemata", "x", "--rootid", "y"],
    ] {
      try mitPaketen(optionen) { ziel, e in
        #expect(e.status == 64, "\(optionen): \(e.fehler)")
        #expect(!FileManager.default.fileExists(atPath: ziel.path))
      }
    }
    try mitPaketen(["--format", "bagit"]) { ziel, e in
      #expect(e.status == 0)
      let zweites = try Diva.starte([
        "uebergeben", ziel.path, "--format", "bagit", "--nach", ziel.path,
      ])
      #expect(zweites.status == 1)
    }
  }
}
