// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// SIPs made to harm: nothing outside of the package is opened, nothing hangs, nothing is written.
@Suite("Hostile SIPs", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct EarkfeindTests {
  private func mitPaket(
    _ aendern: (URL) throws -> Void, pruefe body: (URL) throws -> Void
  ) throws {
    try mitTemporaeremOrdner { tmp in
      let sip = tmp.appendingPathComponent(EarkTests.objid)
      try EarkTests.schreibe(sip.path, .v220, namen: ["a.pdf", "50% mehr.txt", "%41.txt"])
      try aendern(sip)
      try body(sip)
    }
  }

  private func mets(_ sip: URL, _ eingriff: Eingriff) throws {
    let ort = sip.appendingPathComponent("METS.xml")
    let alt = try String(contentsOf: ort, encoding: .utf8)
    let neu = eingriff(alt)
    #expect(neu != alt)
    try Data(neu.utf8).write(to: ort)
  }

  @Test(
    "addresses that lead out of the package are refused, never followed",
    arguments: [
      ("../../../../etc/passwd", "EARK-PFAD"), ("%2e%2e/%2e%2e/etc/passwd", "EARK-PFAD"),
      ("/etc/passwd", "EARK-PFAD"), ("file:///etc/passwd", "EARK-PFAD"),
      ("documentation/../../x", "EARK-PFAD"), ("C:/Windows/win.ini", "EARK-PFAD"),
      ("..%5C..%5Cx", "EARK-PFAD"), ("a%00b", "EARK-PFAD"), ("%ff%fe", "EARK-PFAD"),
      ("http://example.org/a.txt", "EARK-EXTERN"), ("urn:x:y", "EARK-EXTERN"),
      ("~/geheim", "EARK-PFAD"), ("documentation/%", "CSIP79"), ("", "CSIP79"),
    ])
  func ausbruch(_ adresse: String, _ regel: String) throws {
    try mitPaket(
      { sip in
        // What must not be opened would give its own digest away.
        try Data("x".utf8).write(to: sip.deletingLastPathComponent().appendingPathComponent("x"))
        try mets(sip, imTag("FLocat", setze("xlink:href", adresse)))
      },
      pruefe: { sip in
        let e = try Earkpruefer().pruefe(sip.path)
        #expect(e.regeln(ab: .fehler).contains(regel), "\(e.bericht.befunde)")
        #expect(e.orte("EARK-DATEI-UNGENANNT") == ["documentation/LIESMICH.txt"])
        #expect(e.urteil == .ungueltig)
      })
  }

  @Test(
    "other ways to write an address are understood",
    arguments: [
      ("./documentation/LIESMICH.txt", nil), ("file:documentation/LIESMICH.txt", nil),
      ("file://./documentation/LIESMICH.txt", nil), ("documentation/x/../LIESMICH.txt", nil),
      ("documentation/LIESMICH%2Etxt", nil),
      ("representations/rep1/data/50% mehr.txt", "EARK-KODIERUNG"),
      ("representations/rep1/data/50%25 mehr.txt", "EARK-KODIERUNG"),
    ] as [(String, String?)])
  func adressen(_ adresse: String, _ regel: String?) throws {
    try mitPaket(
      { sip in
        // Where another file is named than before, what is said of it is wrong, but it is found.
        try mets(sip, imTag("FLocat", setze("xlink:href", adresse)))
      },
      pruefe: { sip in
        let e = try Earkpruefer().pruefe(sip.path)
        #expect(e.orte("CSIP79") == [], "\(e.bericht.befunde)")
        if let regel {
          #expect(!e.orte(regel).isEmpty, "\(e.bericht.befunde)")
        } else {
          #expect(e.urteil == .gueltig, "\(e.bericht.befunde)")
        }
      })
  }

  @Test("a percent sign that is one and a code are told apart")
  func prozent() throws {
    try mitPaket(
      { _ in },
      pruefe: { sip in
        #expect(try Earkpruefer().pruefe(sip.path).urteil == .gueltig)
        let namen = try FileManager.default.contentsOfDirectory(
          atPath: sip.path + "/representations/rep1/data")
        #expect(Set(namen) == ["a.pdf", "50% mehr.txt", "%41.txt"])
      })
  }

  @Test("links, devices and unreadable names are findings")
  func dateisystem() throws {
    try mitPaket(
      { sip in
        let data = sip.appendingPathComponent("representations/rep1/data")
        try FileManager.default.removeItem(at: data.appendingPathComponent("a.pdf"))
        try FileManager.default.createSymbolicLink(
          atPath: data.path + "/a.pdf", withDestinationPath: "/etc/passwd")
        mkfifo(data.path + "/rohr", 0o600)
      },
      pruefe: { sip in
        let e = try Earkpruefer().pruefe(sip.path)
        #expect(e.orte("VERKNUEPFUNG") == ["representations/rep1/data/a.pdf"])
        #expect(e.orte("SONDERDATEI") == ["representations/rep1/data/rohr"])
        #expect(e.orte("CSIP79") == ["representations/rep1/data/a.pdf"])
      })
  }

  @Test("METS that points to itself, entities, depth without end, and no XML at all")
  func xml() throws {
    let tief = String(repeating: "<fileGrp ID=\"g\" USE=\"u\">", count: 5000)
    for (eingriff, regel) in [
      (imTag("mptr", setze("xlink:href", "METS.xml")), "CSIP110"),
      (tausche("<mets ", "<!DOCTYPE mets [<!ENTITY a \"b\">]><mets "), "EARK-XML"),
      (tausche("</fileSec>", tief + "</fileSec>"), "GRENZE"),
      ({ _ in "" }, "EARK-XML"), ({ _ in "kein XML" }, "EARK-XML"),
      ({ _ in "<html/>" }, "EARK-METS"),
      (tausche("encoding=\"UTF-8\"", "encoding=\"UTF-16\""), "EARK-XML"),
    ] as [(Eingriff, String)] {
      try mitPaket(
        { try mets($0, eingriff) },
        pruefe: { sip in
          let e = try Earkpruefer().pruefe(sip.path)
          #expect(e.urteil != .gueltig)
          #expect(e.regeln(ab: .fehler).contains(regel), "\(regel): \(e.bericht.befunde)")
        })
    }
  }

  @Test("every prefix of a METS file, and every byte of a small one changed, ends in a report")
  func verstuemmelt() throws {
    try mitPaket(
      { _ in },
      pruefe: { sip in
        let ort = sip.appendingPathComponent("METS.xml")
        let ganz = [UInt8](try Data(contentsOf: ort))
        var z = Zufall(7)
        for _ in 0..<60 {
          var bytes = ganz
          for _ in 0..<Int.random(in: 1...20, using: &z) {
            bytes[Int.random(in: 0..<bytes.count, using: &z)] = UInt8.random(in: 0...255, using: &z)
          }
          if Bool.random(using: &z) {
            bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &z)))
          }
          try Data(bytes).write(to: ort)
          _ = try Earkpruefer().pruefe(sip.path)
        }
      })
  }

  @Test("archives: members that lead out, no folder around it, a folder of another name")
  func archive() throws {
    try mitPaket(
      { _ in },
      pruefe: { sip in
        let tmp = sip.deletingLastPathComponent()
        var e = try Programm.starte("zip", ["-q", "-r", "../flach.zip", "."], ordner: sip)
        try #require(e.status == 0)
        let flach = try Earkpruefer().pruefe(tmp.path + "/flach.zip")
        #expect(flach.regeln(ab: .fehler) == ["CSIPSTR1"], "\(flach.bericht.befunde)")
        #expect(Paketart(erkanntIn: tmp.path + "/flach.zip") == .eark)

        try FileManager.default.moveItem(at: sip, to: tmp.appendingPathComponent("anders"))
        e = try Programm.starte("tar", ["-cf", "anders.tar", "anders"], ordner: tmp)
        try #require(e.status == 0)
        let anders = try Earkpruefer().pruefe(tmp.path + "/anders.tar")
        #expect(anders.urteil == .gueltig && anders.regeln(ab: .warnung) == ["CSIP1"])
        #expect(Paketart(erkanntIn: tmp.path + "/anders.tar") == .eark)

        try Data("x".utf8).write(to: tmp.appendingPathComponent("boese"))
        e = try Programm.starte(
          "tar", ["-P", "-rf", "anders.tar", "--transform", "s,boese,../../boese,", "boese"],
          ordner: tmp)
        try #require(e.status == 0)
        let boese = try Earkpruefer().pruefe(tmp.path + "/anders.tar")
        #expect(boese.regeln(ab: .fehler) == ["ARCHIV-PFAD"], "\(boese.bericht.befunde)")
      })
  }

  @Test("a check leaves every file of the package as it was")
  func nurGelesen() throws {
    try mitPaket(
      { try mets($0, imTag("FLocat", setze("xlink:href", "anders"))) },
      pruefe: { sip in
        func stand() throws -> [String: String] {
          var stand: [String: String] = [:]
          for name in try FileManager.default.subpathsOfDirectory(atPath: sip.path) {
            let a = try FileManager.default.attributesOfItem(atPath: sip.path + "/" + name)
            stand[name] = "\(a[.size]!) \(a[.modificationDate]!) \(a[.systemFileNumber]!)"
          }
          return stand
        }
        let vorher = try stand()
        _ = try Earkpruefer().pruefe(sip.path)
        _ = try Earkpruefer(.tolerant).pruefe(sip.path)
        #expect(try stand() == vorher)
      })
  }

  @Test("kinds of packages are told apart, also damaged ones")
  func arten() throws {
    try mitPaket(
      { _ in },
      pruefe: { sip in
        #expect(Paketart(erkanntIn: sip.path) == .eark)
        try FileManager.default.removeItem(at: sip.appendingPathComponent("METS.xml"))
        #expect(Paketart(erkanntIn: sip.path) == .eark)
        try Data("BagIt-Version: 1.0\n".utf8).write(to: sip.appendingPathComponent("bagit.txt"))
        #expect(Paketart(erkanntIn: sip.path) == .bag)
      })
  }
}
