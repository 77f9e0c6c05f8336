// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// Packages for DIMAG: the shape that x-man sends, and every fault in it found.
@Suite("DIMAG packages")
struct DimagTests {
  static let name = "bagit_5b1f6c1e-0d2a-4c55-9a53-3f2c8f0e7a11"
  static let kennung = "c0ffee00-1111-4222-8333-444455556666"
  static var beispiel: URL {
    Gemeinsam.ordner.appendingPathComponent("uebergabe/dimag-beispiel/\(name)")
  }

  static func angaben() -> Dimagangaben {
    var a = Dimagangaben(
      rootid: "Struct-12345", alternateID: kennung,
      titel: "Akte 61.21-3/2010: Bauakte Musterweg 1",
      zeitraum: Zeitraum(
        beginn: Kalendertag("2010-03-01"), ende: Kalendertag("2019-11-30")))
    a.importpfad = "Import/xman_"
    let bezug = "Aussonderung 1b2c3d4e-5f60-4711-8822-99aabbccddee"
    a.protokoll = [
      ("Empfangen", "2026-01-12T09:00:00", "", "uebergabe_0501.zip", "Anbietung empfangen"),
      (
        "Bewertung", "2026-01-13T11:30:00", "Erika Muster", "uebergabe_0501.zip",
        "Anbietung bewerten"
      ),
      ("Empfangen", "2026-01-14T08:15:00", "", "uebergabe_0503.zip", "Abgabe empfangen"),
      (
        "Formatverifikation", "2026-01-14T08:40:00", "", bezug,
        "Formatverifikation aller Primärdateien: ok"
      ),
      ("Ingest", "2026-01-15T10:00:00", "Erika Muster", bezug, "Ingest starten"),
    ].map { prozess, zeit, wer, bezug, angaben in
      Dimageintrag(
        prozess, ende: Zeitpunkt(zeit + "+01:00")!, ausfuehrender: wer, bezug: bezug,
        naehereAngaben: angaben)
    }
    return a
  }

  static let originale = [
    "0a1b2c3d-0001-4000-8000-000000000001_Antrag.pdf": "Antrag.pdf",
    "0a1b2c3d-0002-4000-8000-000000000002_Bescheid.txt": "Bescheid Größe.txt",
  ]
  static let nachricht = "1b2c3d4e-5f60-4711-8822-99aabbccddee_Aussonderung.Aussonderung.0503.xml"

  /// The sample, written anew.
  static func schreibe(_ pfad: String, _ inhalt: (String) throws -> [UInt8]) throws {
    var paket = try Dimagschreiber(pfad: pfad, angaben())
    for name in originale.keys.sorted() {
      let quelle = Stueck(try inhalt(name))
      try paket.datei(name, originalname: originale[name]!, groesse: quelle.groesse) {
        quelle.lies($0)
      }
    }
    let quelle = Stueck(try inhalt(nachricht))
    try paket.nachricht(nachricht, groesse: quelle.groesse) { quelle.lies($0) }
    try paket.formatergebnisse(try inhalt("verification_results.json"))
    _ = try paket.beende()
  }

  /// Bytes handed out a few at a time.
  final class Stueck {
    private var rest: ArraySlice<UInt8>
    let groesse: Int64
    init(_ bytes: [UInt8]) {
      rest = bytes[...]
      groesse = Int64(bytes.count)
    }
    func lies(_ puffer: UnsafeMutableRawBufferPointer) -> Int {
      let n = min(puffer.count, rest.count, 5)
      puffer.copyBytes(from: rest.prefix(n))
      rest = rest.dropFirst(n)
      return n
    }
  }

  static func dateien(_ ordner: URL) throws -> [String: [UInt8]] {
    var alle: [String: [UInt8]] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: ordner.path) {
      let ort = ordner.appendingPathComponent(name)
      guard (try ort.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true else {
        continue
      }
      alle[name] = [UInt8](try Data(contentsOf: ort))
    }
    return alle
  }

  @Test(
    "the shared sample is rebuilt byte for byte",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func vorlage() throws {
    let vorlage = try Self.dateien(Self.beispiel)
    try #require(vorlage.count == 9)
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent(Self.name)
      try Self.schreibe(pfad.path) { vorlage["data/" + $0]! }
      let neu = try Self.dateien(pfad)
      #expect(neu.keys.sorted() == vorlage.keys.sorted())
      for (name, bytes) in vorlage { #expect(neu[name] == bytes, "\(name)") }
    }
    let e = try Dimagpruefer().pruefe(Self.beispiel.path)
    #expect(e.urteil == .gueltig && e.bericht.befunde == [])
    #expect(Paketart(erkanntIn: Self.beispiel.path) == .dimag)
  }

  /// A small package of our own in a folder.
  private func mitPaket<T>(_ body: (URL) throws -> T) throws -> T {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent(Self.name)
      try Self.schreibe(pfad.path) { Array("Inhalt von \($0)".utf8) }
      return try body(pfad)
    }
  }

  @Test("one flipped, missing, renamed or additional file anywhere is found and named")
  func schaden() throws {
    let namen = try mitPaket { try Self.dateien($0).keys.sorted() }
    #expect(namen.count == 9)
    for name in namen {
      for art in ["kippen", "löschen", "umbenennen"] {
        try mitPaket { paket in
          let ort = paket.appendingPathComponent(name)
          switch art {
          case "kippen":
            var bytes = [UInt8](try Data(contentsOf: ort))
            bytes[bytes.count / 2] ^= 0x04
            try Data(bytes).write(to: ort)
          case "löschen": try FileManager.default.removeItem(at: ort)
          default:
            try FileManager.default.moveItem(at: ort, to: URL(fileURLWithPath: ort.path + ".alt"))
          }
          let e = try Dimagpruefer().pruefe(paket.path)
          #expect(e.urteil == .ungueltig, "\(art) \(name)")
          // A tag manifest itself is sealed by nothing; its own lines say what is wrong.
          let genannt = e.bericht.befunde.contains {
            $0.ort.datei == name || $0.ort.datei == name + ".alt" || $0.meldung.contains(name)
          }
          let istSiegel = name == "tagmanifest-sha512.txt"
          #expect(genannt || istSiegel, "\(art) \(name): \(e.bericht.befunde)")
        }
      }
    }
    for name in ["data/zuviel.pdf", "data/unter/zuviel.pdf"] {
      try mitPaket { paket in
        let ort = paket.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: ort.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("x".utf8).write(to: ort)
        let e = try Dimagpruefer().pruefe(paket.path)
        #expect(e.orte("DIMAG-DATEI-UNGENANNT") == [name])
        #expect(e.orte("NUTZLAST-NICHT-IM-MANIFEST") == [name])
      }
    }
  }

  /// One fault in the DIMAG files, the bag itself sound, and the rules that find it.
  static let fehler: [(datei: String, alt: String, neu: String, regeln: Set<String>)] = [
    ("control", "<rootid>Struct-12345</rootid>", "<rootid></rootid>", ["DIMAG-ROOTID"]),
    ("control", "<rootid>Struct-12345</rootid>", "", ["DIMAG-AUFBAU", "DIMAG-ROOTID"]),
    ("control", "verzeichnungseinheit>", "verzeichnis>", ["DIMAG-AUFBAU"]),
    ("control", "</verzeichnungseinheit>", "", ["DIMAG-XML"]),
    ("control", "<rootid>", "<!DOCTYPE x><rootid>", ["DIMAG-XML"]),
    (
      "control", "c0ffee00-1111-4222-8333-444455556666", "4711",
      ["DIMAG-KENNUNG", "DIMAG-PROTOKOLLBEZUG"]
    ),
    ("control", "Von 2010-03-01 bis 2019-11-30", "2010-2019", ["DIMAG-ZEITRAUM"]),
    (
      "control", "Von 2010-03-01 bis 2019-11-30", "Von 2019-11-30 bis 2010-03-01",
      ["DIMAG-ZEITRAUM"]
    ),
    ("control", "Von 2010-03-01 bis 2019-11-30", "", ["DIMAG-ZEITRAUM"]),
    ("control", "Von 2010-03-01 bis 2019-11-30", "Unbekannt", []),
    ("control", "Von 2010-03-01 bis 2019-11-30", "Bis 2019-11-30", []),
    (
      "control", "<titel>Akte 61.21-3/2010: Bauakte Musterweg 1</titel>", "<titel></titel>",
      ["DIMAG-TITEL"]
    ),
    (
      "control", "<dateiname>Antrag.pdf</dateiname>", "<dateiname></dateiname>", ["DIMAG-DATEINAME"]
    ),
    (
      "control", "<typ>R</typ>", "<typ>F</typ>",
      ["DIMAG-AUFBAU", "DIMAG-DATEI-UNGENANNT", "DIMAG-NACHRICHT"]
    ),
    ("control", "<typ>D</typ>", "<typ>Q</typ>", ["DIMAG-AUFBAU", "DIMAG-DATEI-UNGENANNT"]),
    (
      "control", "<titel>Original</titel>\n    <typ>R</typ>",
      "<typ>R</typ>\n    <titel>Original</titel>", ["DIMAG-AUFBAU"]
    ),
    (
      "control", "/data/0a1b2c3d-0001-4000-8000-000000000001_Antrag.pdf", "/data/fehlt.pdf",
      ["DIMAG-DATEI-FEHLT", "DIMAG-DATEI-UNGENANNT"]
    ),
    (
      "control", "Import/xman_bagit_5b1f6c1e-0d2a-4c55-9a53-3f2c8f0e7a11/data/verification",
      "Import/anders/data/verification", ["DIMAG-PFAD"]
    ),
    (
      "control", "/data/verification", "/../data/verification",
      ["DIMAG-PFAD", "DIMAG-DATEI-UNGENANNT"]
    ),
    (
      "control", "/data/verification", "/daten/verification",
      ["DIMAG-PFAD", "DIMAG-DATEI-UNGENANNT"]
    ),
    (
      "control", "/data/verification_results.json",
      "/data/0a1b2c3d-0001-4000-8000-000000000001_Antrag.pdf",
      ["DIMAG-DATEI-DOPPELT", "DIMAG-DATEI-UNGENANNT"]
    ),
    (
      "protocol", "<parent-alternate-id>c0ff", "<parent-alternate-id>c1ff", ["DIMAG-PROTOKOLLBEZUG"]
    ),
    ("protocol", "2026-01-13 11:30:00", "13.01.2026", ["DIMAG-ZEIT"]),
    ("protocol", "2026-01-13 11:30:00", "2026-13-13 11:30:00", ["DIMAG-ZEIT"]),
    ("protocol", "2026-01-13 11:30:00", "2026-01-01 11:30:00", ["DIMAG-ZEIT"]),
    ("protocol", "<prozess>Ingest</prozess>", "", ["DIMAG-AUFBAU"]),
    ("protocol", "protokollobjekt>", "objekt>", ["DIMAG-AUFBAU"]),
  ]

  @Test("each fault of control.xml and protocol.xml has its rule", arguments: fehler.indices)
  func steuerdateien(_ nummer: Int) throws {
    let (datei, alt, neu, regeln) = Self.fehler[nummer]
    try mitPaket { paket in
      let ort = paket.appendingPathComponent("dimag/\(datei).xml")
      let text = String(decoding: try Data(contentsOf: ort), as: UTF8.self)
      try #require(text.contains(alt), "\(alt)")
      let geaendert =
        alt.hasSuffix("einheit>") || alt.hasSuffix("objekt>")
        ? text.replacingOccurrences(of: alt, with: neu)
        : text.replacingOccurrences(
          of: alt, with: neu, range: text.range(of: alt))
      try Data(geaendert.utf8).write(to: ort)
      try versiegle(paket, "dimag/\(datei).xml")
      let e = try Dimagpruefer().pruefe(paket.path)
      #expect(e.regeln(ab: .fehler) == regeln, "\(e.bericht.befunde)")
      #expect(e.urteil == (regeln.isEmpty ? .gueltig : .ungueltig))
    }
  }

  /// Puts the new digest of a file into the tag manifest.
  private func versiegle(_ paket: URL, _ name: String) throws {
    let ort = paket.appendingPathComponent("tagmanifest-sha512.txt")
    let zeilen = String(decoding: try Data(contentsOf: ort), as: UTF8.self)
      .split(separator: "\n").map { zeile -> String in
        guard zeile.hasSuffix("  " + name) else { return String(zeile) }
        let bytes = [UInt8](try! Data(contentsOf: paket.appendingPathComponent(name)))
        return Bagbau.summe(bytes, "sha512") + "  " + name
      }
    try Data((zeilen.joined(separator: "\n") + "\n").utf8).write(to: ort)
  }

  @Test("packed as ZIP or TAR it is checked the same way", arguments: ["zip", "tar"])
  func gepackt(_ art: String) throws {
    try mitPaket { paket in
      let ordner = paket.deletingLastPathComponent()
      let e = try Programm.starte(
        art == "zip" ? "zip" : "tar",
        art == "zip" ? ["-q", "-r", "p.zip", Self.name] : ["-cf", "p.tar", Self.name],
        ordner: ordner)
      try #require(e.status == 0)
      let pfad = ordner.appendingPathComponent("p.\(art)").path
      #expect(Paketart(erkanntIn: pfad) == .dimag)
      let ergebnis = try Dimagpruefer().pruefe(pfad)
      #expect(ergebnis.urteil == .gueltig, "\(ergebnis.bericht.befunde)")
    }
  }

  @Test("names with XML's own characters come back; what cannot be is refused")
  func namen() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("bagit_x")
      var angaben = Self.angaben()
      angaben.titel = "Akte <1> & \"2\"\n'3'\u{1}"
      var paket = try Dimagschreiber(pfad: pfad.path, angaben)
      for name in ["a & b <c>.pdf", "Ä %41 \"x\".txt", "zeile\neins.txt"] {
        let quelle = Stueck([1, 2, 3])
        try paket.datei(name, originalname: "", groesse: 3) { quelle.lies($0) }
      }
      #expect(throws: UebergabeFehler.self) {
        try paket.datei("ordner/datei.txt", groesse: 0) { _ in 0 }
      }
      try paket.nachricht("x_0503_1.xml", groesse: 0) { _ in 0 }
      _ = try paket.beende()
      let e = try Dimagpruefer().pruefe(pfad.path)
      #expect(e.urteil == .gueltig, "\(e.bericht.befunde)")
      let text = String(
        decoding: try Data(contentsOf: pfad.appendingPathComponent("dimag/control.xml")),
        as: UTF8.self)
      #expect(
        text.contains("<titel>Akte &lt;1&gt; &amp; &#34;2&#34;&#xA;&#39;3&#39;\u{FFFD}</titel>"))
    }
    var ohne = Self.angaben()
    ohne.rootid = ""
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("p").path
      #expect(throws: UebergabeFehler.dimagangabeFehlt("rootid")) {
        _ = try Dimagschreiber(pfad: pfad, ohne)
      }
      // Without a message there is no package.
      let paket = try Dimagschreiber(pfad: pfad, Self.angaben())
      do throws(UebergabeFehler) {
        _ = try paket.beende()
        Issue.record("kein Fehler")
      } catch { #expect(error == .dimagangabeFehlt("Nachricht 0503")) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: tmp.path) == [])
    }
  }
}
