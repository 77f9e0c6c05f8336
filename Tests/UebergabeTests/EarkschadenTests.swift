// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// One change anywhere in a SIP is found, and the finding says where.
@Suite(
  "Damage of SIPs is found and located",
  .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct EarkschadenTests {
  static let formen: [Bagschreiber.Form] = [.ordner, .zip, .tar]
  static let namen = ["a.pdf", "ordner/b c.txt", "ordner/Größe.xml", "leer.txt"]

  /// A SIP in a folder, changed by `body`, then packed by a foreign program in that form.
  private func schaden(
    _ form: Bagschreiber.Form, _ body: (URL) throws -> Void
  ) throws -> Earkergebnis {
    try mitTemporaeremOrdner { tmp in
      let sip = tmp.appendingPathComponent(EarkTests.objid)
      try EarkTests.schreibe(sip.path, .v220, namen: Self.namen)
      try body(sip)
      switch form {
      case .ordner: return try Earkpruefer().pruefe(sip.path)
      case .zip:
        let e = try Programm.starte(
          "zip", ["-q", "-r", "sip.zip", EarkTests.objid], ordner: tmp)
        try #require(e.status == 0)
        return try Earkpruefer().pruefe(tmp.path + "/sip.zip")
      case .tar:
        let e = try Programm.starte(
          "tar", ["-czf", "sip.tar.gz", EarkTests.objid], ordner: tmp)
        try #require(e.status == 0)
        return try Earkpruefer().pruefe(tmp.path + "/sip.tar.gz")
      }
    }
  }

  private func kippe(_ datei: URL) throws {
    var bytes = [UInt8](try Data(contentsOf: datei))
    bytes[bytes.count / 2] ^= 1
    try Data(bytes).write(to: datei)
  }

  @Test("untouched it is valid in each form", arguments: formen)
  func heil(_ form: Bagschreiber.Form) throws {
    let e = try schaden(form) { _ in }
    #expect(e.urteil == .gueltig && e.regeln(ab: .warnung).subtracting(["ARCHIV-NAME"]) == [])
  }

  @Test(
    "what our own writer packs is valid, and damage in it is found",
    arguments: [Bagschreiber.Form.zip, .tar])
  func gepackt(_ form: Bagschreiber.Form) throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent(EarkTests.objid + (form == .zip ? ".zip" : ".tar"))
      try EarkTests.schreibe(pfad.path, .v210, form: form)
      let e = try Earkpruefer().pruefe(pfad.path)
      #expect(e.urteil == .gueltig, "\(e.bericht.befunde)")
      #expect(e.regeln(ab: .warnung) == [])
      #expect(Paketart(erkanntIn: pfad.path) == .eark)
      // The same package as a folder has the same METS.
      let ordner = tmp.appendingPathComponent("ordner")
      let a = try EarkTests.schreibe(ordner.path, .v210)
      let b = try EarkTests.schreibe(tmp.appendingPathComponent("zwei").path, .v210, form: form)
      #expect(a == b)
      let ganz = [UInt8](try Data(contentsOf: pfad))
      let stelle = try #require(ganz.firstRange(of: Array("Inhalt von a.pdf".utf8))).lowerBound
      var bytes = ganz
      bytes[stelle] ^= 1
      try Data(bytes).write(to: pfad)
      let gekippt = try Earkpruefer().pruefe(pfad.path)
      #expect(gekippt.urteil != .gueltig)
      #expect(
        gekippt.bericht.befunde.contains { $0.ort.datei == "representations/rep1/data/a.pdf" })
      try Data(ganz.prefix(ganz.count / 2)).write(to: pfad)
      #expect(try Earkpruefer().pruefe(pfad.path).urteil != .gueltig)
    }
  }

  @Test("one flipped byte in every file, one after the other", arguments: formen)
  func ueberall(_ form: Bagschreiber.Form) throws {
    var namen: [String] = []
    _ = try schaden(.ordner) { sip in
      namen = try FileManager.default.subpathsOfDirectory(atPath: sip.path).filter { name in
        var istOrdner: ObjCBool = false
        let da = FileManager.default.fileExists(
          atPath: sip.path + "/" + name, isDirectory: &istOrdner)
        return da && !istOrdner.boolValue && !name.hasSuffix("leer.txt")
      }
    }
    #expect(namen.count == 12)
    for name in namen {
      // The METS of the package seals all else; what seals it is the list of the delivery.
      if name == "METS.xml" { continue }
      let e = try schaden(form) { try kippe($0.appendingPathComponent(name)) }
      #expect(e.urteil == .ungueltig, "\(name)")
      #expect(e.bericht.befunde.compactMap(\.ort.datei).contains(name), "\(name)")
    }
  }

  @Test("every file missing, one after the other", arguments: formen)
  func fehlt(_ form: Bagschreiber.Form) throws {
    for (name, regel) in [
      ("representations/rep1/data/ordner/b c.txt", "CSIP79"),
      ("representations/rep1/data/leer.txt", "CSIP79"), ("schemas/xlink.xsd", "CSIP79"),
      ("metadata/descriptive/x_0503_1.xml", "CSIP24"),
      ("metadata/preservation/premis.xml", "CSIP38"),
      ("representations/rep1/METS.xml", "CSIP110"), ("METS.xml", "CSIPSTR4"),
    ] {
      let e = try schaden(form) {
        try FileManager.default.removeItem(at: $0.appendingPathComponent(name))
      }
      #expect(e.urteil == .ungueltig, "\(name)")
      #expect(e.orte(regel) == [name], "\(name): \(e.bericht.befunde)")
    }
  }

  @Test("one extra file anywhere", arguments: formen)
  func zusatz(_ form: Bagschreiber.Form) throws {
    for name in [
      "zuviel", "representations/rep1/data/neu.txt", "metadata/other/neu.xml", "schemas/Ä.xsd",
    ] {
      let e = try schaden(form) {
        let ort = $0.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: ort.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("neu".utf8).write(to: ort)
      }
      #expect(e.regeln(ab: .fehler) == ["EARK-DATEI-UNGENANNT"], "\(name)")
      #expect(e.orte("EARK-DATEI-UNGENANNT") == [name])
    }
  }

  @Test("one renamed file is named with its old name", arguments: formen)
  func umbenannt(_ form: Bagschreiber.Form) throws {
    let alt = "representations/rep1/data/a.pdf"
    let neu = "representations/rep1/data/ordner/anders.pdf"
    let e = try schaden(form) {
      try FileManager.default.moveItem(
        at: $0.appendingPathComponent(alt), to: $0.appendingPathComponent(neu))
    }
    #expect(e.regeln(ab: .fehler) == ["CSIP79", "EARK-DATEI-UNGENANNT"])
    #expect(e.orte("CSIP79") == [alt] && e.orte("EARK-DATEI-UNGENANNT") == [neu])
    #expect(e.orte("UMBENANNT") == [neu])
    let befund = try #require(e.bericht.befunde.first { $0.regel == "UMBENANNT" })
    #expect(befund.meldung.contains(alt))
  }

  @Test("a renamed representation, and one that nobody points to")
  func repraesentation() throws {
    let e = try schaden(.ordner) {
      try FileManager.default.moveItem(
        at: $0.appendingPathComponent("representations/rep1"),
        to: $0.appendingPathComponent("representations/rep2"))
    }
    #expect(e.urteil == .ungueltig)
    #expect(e.orte("CSIP105") == ["representations/rep2/METS.xml"])
    // It is read all the same: its files are known, and only what belongs to it is not.
    #expect(e.orte("EARK-DATEI-UNGENANNT") == ["representations/rep2/METS.xml"])
  }

  @Test("PREMIS: what its schema demands, dangling links, digests that no file has")
  func premis() throws {
    func pruefe(_ alt: String, _ neu: String) throws -> Earkergebnis {
      try schaden(.ordner) { sip in
        let ort = sip.appendingPathComponent("metadata/preservation/premis.xml")
        let text = try String(contentsOf: ort, encoding: .utf8)
        let anders = text.replacingOccurrences(of: alt, with: neu)
        #expect(anders != text)
        try Data(anders.utf8).write(to: ort)
      }
    }
    for (alt, neu, regel) in [
      ("eventType>", "eventArt>", "EARK-PREMIS"), ("objectIdentifier>", "kennung>", "EARK-PREMIS"),
      (
        "<premis:objectIdentifierValue>obj-2<", "<premis:objectIdentifierValue>obj-1<",
        "EARK-PREMIS"
      ),
      (
        "<premis:agentIdentifierValue>agent-1<", "<premis:agentIdentifierValue>agent-2<",
        "EARK-PREMIS-VERWEIS"
      ),
      (
        "<premis:linkingObjectIdentifierValue>obj-3<",
        "<premis:linkingObjectIdentifierValue>obj-99<", "EARK-PREMIS-VERWEIS"
      ),
      ("premis:format>", "premis:art>", "EARK-PREMIS"),
      ("<premis:messageDigest>", "<premis:messageDigest>0", "EARK-PREMIS-PRUEFSUMME"),
      ("</premis:premis>", "", "EARK-XML"),
    ] {
      let e = try pruefe(alt, neu)
      #expect(
        e.orte(regel).contains("metadata/preservation/premis.xml"), "\(regel): \(e.bericht.befunde)"
      )
      // METS knows its digest, whatever stands in it.
      #expect(e.orte("CSIP43") == ["metadata/preservation/premis.xml"])
    }
  }
}
