// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Behaelter
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

@Suite("Bags are written by RFC 8493")
struct BagschreiberTests {
  static let formen: [(Bagschreiber.Form, String)] = [
    (.ordner, "bag"), (.zip, "bag.zip"), (.tar, "bag.tar"),
  ]

  private func schreibe(
    _ pfad: String, _ form: Bagschreiber.Form = .ordner, info: Baginfo? = Baginfo(),
    verfahren: [Hashverfahren] = [.sha512], _ dateien: [(String, String)]
  ) throws -> Bagschreiber.Quittung {
    var optionen = Bagschreiber.Optionen()
    optionen.form = form
    optionen.info = info
    optionen.hashverfahren = verfahren
    var schreiber = try Bagschreiber(pfad: pfad, optionen: optionen)
    for (name, text) in dateien { try schreiber.nutzlast(name, bytes: Array(text.utf8)) }
    return try schreiber.beende()
  }

  @Test("the bytes of a small bag are those of the standard")
  func bytes() throws {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.appendingPathComponent("bag")
      let quittung = try schreibe(
        pfad.path, info: Baginfo([.init("Source-Organization", "Stadt Muster")]),
        verfahren: [.sha256],
        [("b/100%.txt", "b"), ("a\r\nÄ.txt", ""), ("a+ ", "abc")])
      func text(_ name: String) throws -> String {
        try String(contentsOf: pfad.appendingPathComponent(name), encoding: .utf8)
      }
      #expect(
        try text("bagit.txt") == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
      #expect(
        try text("bag-info.txt") == "Source-Organization: Stadt Muster\nPayload-Oxum: 4.3\n")
      #expect(
        try text("manifest-sha256.txt") == """
          e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  data/a%0D%0AÄ.txt
          ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  data/a+\u{20}
          3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  data/b/100%25.txt

          """)
      let tags = try text("tagmanifest-sha256.txt").split(separator: "\n").map { $0.dropFirst(66) }
      #expect(tags == ["bag-info.txt", "bagit.txt", "manifest-sha256.txt"])
      #expect(quittung.oxum.oktette == 4 && quittung.oxum.dateien == 3)
      #expect(quittung.warnungen.map(\.regel) == ["NAME-WINDOWS", "NAME-WINDOWS"])
      let e = try Bagpruefer().pruefe(pfad.path)
      #expect(e.urteil == .gueltig && e.vollstaendig && e.regeln(ab: .warnung) == [])
    }
  }

  @Test("each form is valid, reads back equal, and comes out the same again", arguments: formen)
  func rundlauf(_ form: Bagschreiber.Form, _ name: String) throws {
    let dateien = [
      ("ä/ö.txt", "eins"), ("leer", ""), ("groß.bin", String(repeating: "x", count: 700_000)),
    ]
    try mitTemporaeremOrdner { ordner in
      var ergebnisse: [Data] = []
      for lauf in ["eins", "zwei"] {
        let unter = ordner.appendingPathComponent(lauf)
        try FileManager.default.createDirectory(at: unter, withIntermediateDirectories: false)
        let pfad = unter.appendingPathComponent(name)
        _ = try schreibe(pfad.path, form, verfahren: [.sha512, .sha256], dateien)
        let e = try Bagpruefer().pruefe(pfad.path)
        #expect(e.urteil == .gueltig)
        #expect(e.bericht.befunde == [])
        let zurueck = try gelesen(pfad.path)
        #expect(
          zurueck == Dictionary(uniqueKeysWithValues: dateien.map { (Bagpfad($0), Array($1.utf8)) })
        )
        #expect(try FileManager.default.contentsOfDirectory(atPath: unter.path) == [name])
        ergebnisse.append(
          form == .ordner
            ? try Data(contentsOf: pfad.appendingPathComponent("tagmanifest-sha512.txt"))
            : try Data(contentsOf: pfad))
      }
      #expect(ergebnisse[0] == ergebnisse[1])
    }
  }

  @Test(
    "foreign programs unpack what we serialise",
    arguments: [("unzip", "bag.zip"), ("tar", "bag.tar")])
  func auspacken(_ programm: String, _ name: String) throws {
    try #require(Programm.vorhanden(programm))
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.appendingPathComponent(name).path
      _ = try schreibe(pfad, programm == "tar" ? .tar : .zip, [("ä/ö.txt", "eins"), ("b", "zwei")])
      let argumente = programm == "tar" ? ["-xf", pfad] : ["-q", pfad]
      #expect(
        try Programm.starte(programm, argumente, umgebung: ["LC_ALL": "C.UTF-8"], ordner: ordner)
          .status == 0)
      #expect(try Bagpruefer().pruefe(ordner.appendingPathComponent("bag").path).urteil == .gueltig)
    }
  }

  @Test("without its end nothing is left at the target", arguments: formen)
  func abbruch(_ form: Bagschreiber.Form, _ name: String) throws {
    try mitTemporaeremOrdner { ordner in
      var optionen = Bagschreiber.Optionen()
      optionen.form = form
      do {
        var schreiber = try Bagschreiber(
          pfad: ordner.appendingPathComponent(name).path, optionen: optionen)
        try schreiber.nutzlast("a/b/c.txt", bytes: [1, 2, 3])
        // A source that ends early spoils the bag for good.
        #expect(throws: UebergabeFehler.self) {
          try schreiber.nutzlast("kurz", groesse: 5) { _ in 0 }
        }
        #expect(throws: UebergabeFehler.self) { try schreiber.nutzlast("mehr", bytes: []) }
        do {
          _ = try schreiber.beende()
          Issue.record("finished all the same")
        } catch {}
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: ordner.path) == [])
    }
  }

  @Test("an existing target is left alone", arguments: formen)
  func vorhanden(_ form: Bagschreiber.Form, _ name: String) throws {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.appendingPathComponent(name)
      try Data("alt".utf8).write(to: pfad)
      #expect(throws: UebergabeFehler.behaelter(.zielVorhanden(pfad: pfad.path))) {
        _ = try schreibe(pfad.path, form, [])
      }
      #expect(try Data(contentsOf: pfad) == Data("alt".utf8))
    }
  }

  @Test(
    "names that would not come back or lead out are refused",
    arguments: [
      "", "/a", "a//b", "a/", "../a", "a/../b", "a\\..\\b", ".", "a/./b", "a\0b",
      String(repeating: "ä", count: 128), "a\u{FFFD}b",
    ])
  func unzulaessig(_ name: String) throws {
    try mitTemporaeremOrdner { ordner in
      var schreiber = try Bagschreiber(pfad: ordner.appendingPathComponent("bag").path)
      #expect(throws: UebergabeFehler.self) { try schreiber.nutzlast(name, bytes: []) }
      // The refusal does no harm.
      try schreiber.nutzlast("gut", bytes: [])
      let quittung = try schreiber.beende()
      #expect(quittung.oxum.dateien == 1)
    }
  }

  @Test(
    "reserved names of tag files are refused",
    arguments: [
      "bagit.txt", "Bag-Info.txt", "fetch.txt", "manifest-sha1.txt", "tagmanifest-x.txt", "data/x",
      "DATA/x", " a", "*a", "~a", "C:x", "%a%",
    ])
  func vorbehalten(_ name: String) throws {
    try mitTemporaeremOrdner { ordner in
      var schreiber = try Bagschreiber(pfad: ordner.appendingPathComponent("bag").path)
      #expect(throws: UebergabeFehler.self) { try schreiber.tagdatei(name, bytes: []) }
      try schreiber.tagdatei("dimag/control.xml", bytes: [60])
      _ = try schreiber.beende()
      #expect(try Bagpruefer().pruefe(ordner.path + "/bag").bericht.befunde == [])
    }
  }

  @Test("two names that are one after composition, or a file and a folder, are refused")
  func doppelt() throws {
    try mitTemporaeremOrdner { ordner in
      var schreiber = try Bagschreiber(pfad: ordner.appendingPathComponent("bag").path)
      try schreiber.nutzlast("\u{E4}/x", bytes: [])
      for name in ["\u{E4}/x", "a\u{308}/x", "a\u{308}", "\u{E4}/x/y"] {
        #expect(throws: UebergabeFehler.self) { try schreiber.nutzlast(name, bytes: []) }
      }
      try schreiber.nutzlast("\u{C4}/X", bytes: [])
      let quittung = try schreiber.beende()
      #expect(quittung.warnungen.map(\.regel) == ["NUR-GROSSKLEIN"])
    }
  }

  @Test(
    "weak and no algorithms are refused", arguments: [[], [Hashverfahren.md5], [.sha512, .sha1]])
  func verfahren(_ liste: [Hashverfahren]) throws {
    try mitTemporaeremOrdner { ordner in
      #expect(throws: UebergabeFehler.self) {
        _ = try schreibe(ordner.path + "/bag", verfahren: liste, [])
      }
      let rest = try FileManager.default.contentsOfDirectory(atPath: ordner.path)
      #expect(rest == [])
    }
  }

  @Test("long values fold at blanks and come back as they were")
  func falten() throws {
    let werte = [
      "kurz", "", String(repeating: "Wort ", count: 60) + "Ende",
      "zwei  Leerzeichen  " + String(repeating: "und mehr ", count: 20) + "x",
      String(repeating: "ohne", count: 50), "mit : Doppelpunkt",
    ]
    let info = Baginfo(werte.map { .init("External-Description", $0) })
    let bytes = try info.bytes(oxum: Oxum())
    let zeilen = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    for zeile in zeilen where !zeile.contains("ohneohne") { #expect(zeile.count <= 79) }
    #expect(zeilen.count > werte.count + 5)
    var verstoesse = 0
    let zurueck = Baginfo.gelesen(bytes) { _, _ in verstoesse += 1 }
    #expect(zurueck["external-description"] == werte)
    #expect(zurueck["Payload-Oxum"] == ["0.0"])
    #expect(verstoesse == 0)
  }

  @Test(
    "descriptions that would not come back are refused",
    arguments: [
      ("", "x"), ("a:b", "x"), (" a", "x"), ("a", "x\ny"), ("a", " x"), ("payload-oxum", "1.1"),
    ])
  func angaben(_ bezeichnung: String, _ wert: String) throws {
    try mitTemporaeremOrdner { ordner in
      #expect(throws: UebergabeFehler.self) {
        _ = try schreibe(ordner.path + "/bag", info: Baginfo([.init(bezeichnung, wert)]), [])
      }
      let rest = try FileManager.default.contentsOfDirectory(atPath: ordner.path)
      #expect(rest == [])
    }
  }

  @Test("a link as a source is refused")
  func verknuepfung() throws {
    try mitTemporaeremOrdner { ordner in
      try FileManager.default.createSymbolicLink(
        atPath: ordner.path + "/link", withDestinationPath: "/etc/hostname")
      var schreiber = try Bagschreiber(pfad: ordner.path + "/bag")
      #expect(throws: UebergabeFehler.self) {
        try schreiber.nutzlast("x", datei: ordner.path + "/link")
      }
    }
  }
}
