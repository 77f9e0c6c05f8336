// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// SIPs of others, several representations, and many files.
@Suite("E-ARK samples", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct EarkbeispielTests {
  private static var ordner: URL { Gemeinsam.ordner.appendingPathComponent("uebergabe/eark") }

  @Test("the reference SIP is valid; the flat one lacks only the role of the submitter")
  func vorlagen() throws {
    let name = "uuid-3f0c9a52-6c1e-4d8e-9b47-0a6d5b1e2c77"
    let rep = try Earkpruefer().pruefe(
      Self.ordner.appendingPathComponent("beispiel-sip-rep/" + name).path)
    #expect(rep.urteil == .gueltig && rep.version == .v210)
    #expect(rep.regeln(ab: .warnung) == [])
    let flach = try Earkpruefer().pruefe(
      Self.ordner.appendingPathComponent("beispiel-sip/" + name).path)
    #expect(flach.regeln(ab: .warnung) == ["SIP16"])
  }

  @Test(
    "the samples with one fault each show that fault",
    arguments: [
      ("minimal_IP_nocrtdt", "CSIP7"), ("minimal_IP_noflscid", "CSIP59"),
      ("minimal_IP_nomtshdr", "CSIP117"), ("minimal_IP_nopcktyp", "CSIP9"),
      ("minimal_IP_with_schemas", nil), ("minimal_IP_invmets", nil),
    ] as [(String, String?)])
  func beispiele(_ name: String, _ regel: String?) throws {
    let e = try Earkpruefer().pruefe(
      Self.ordner.appendingPathComponent("beispiele/\(name).zip").path)
    #expect(e.urteil == .ungueltig)
    let einzeln: Set<String> = ["CSIP7", "CSIP59", "CSIP117", "CSIP9"]
    // Of these four faults a sample has its own, and no other one; without a header the id of fileSec
    // is missing there, too.
    var soll = Set([regel].compactMap { $0 })
    if name == "minimal_IP_nomtshdr" { soll.insert("CSIP59") }
    #expect(e.regeln(ab: .fehler).intersection(einzeln) == soll)
  }

  /// A package with a second representation beside the first one.
  private func zweite(_ sip: URL) throws {
    let reps = sip.appendingPathComponent("representations")
    try FileManager.default.copyItem(
      at: reps.appendingPathComponent("rep1"), to: reps.appendingPathComponent("rep2"))
    let mets2 = reps.appendingPathComponent("rep2/METS.xml")
    let neu = try String(contentsOf: mets2, encoding: .utf8)
      .replacingOccurrences(of: "rep1", with: "rep2")
    try Data(neu.utf8).write(to: mets2)
    let ort = sip.appendingPathComponent("METS.xml")
    var mets = try String(contentsOf: ort, encoding: .utf8)
    func kopie(_ von: String, _ bis: String) throws -> (Range<String.Index>, String) {
      let anfang = try #require(mets.range(of: von))
      let ende = try #require(mets.range(of: bis, range: anfang.upperBound..<mets.endIndex))
      return (
        ende.upperBound..<ende.upperBound,
        mets[anfang.lowerBound..<ende.upperBound].replacingOccurrences(of: "rep1", with: "rep2")
      )
    }
    let (hinterGruppe, gruppe) = try kopie("<fileGrp ID=\"grp-rep1\"", "</fileGrp>")
    let neueGruppe = setze("SIZE", "\(neu.utf8.count)")(
      setze("CHECKSUM", Bagbau.summe(Array(neu.utf8), "sha512"))(gruppe))
    mets.replaceSubrange(hinterGruppe, with: neueGruppe)
    let (hinterAbschnitt, abschnitt) = try kopie("<div ID=\"div-rep1\"", "</div>")
    mets.replaceSubrange(hinterAbschnitt, with: abschnitt)
    try Data(
      mets.replacingOccurrences(
        of: "<fptr FILEID=\"grp-rep1\"/>",
        with: "<fptr FILEID=\"grp-rep1\"/><fptr FILEID=\"grp-rep2\"/>"
      ).utf8
    ).write(to: ort)
  }

  @Test(
    "several representations, each with its METS, are followed", arguments: Earkversion.allCases)
  func mehrere(_ version: Earkversion) throws {
    try mitTemporaeremOrdner { tmp in
      let sip = tmp.appendingPathComponent(EarkTests.objid)
      try EarkTests.schreibe(sip.path, version, namen: ["a.pdf", "b.txt"])
      try zweite(sip)
      let heil = try Earkpruefer().pruefe(sip.path)
      #expect(heil.urteil == .gueltig, "\(heil.bericht.befunde)")
      #expect(heil.regeln(ab: .warnung) == [])
      let ort = sip.appendingPathComponent("representations/rep2/data/b.txt")
      try Data("anders".utf8).write(to: ort)
      let e = try Earkpruefer().pruefe(sip.path)
      #expect(e.orte("CSIP71") == ["representations/rep2/data/b.txt"])
      #expect(e.orte("CSIP69") == ["representations/rep2/data/b.txt"])
    }
  }

  @Test(
    "many files: METS is read in pieces, and one damage among them is found",
    arguments: EarkschadenTests.formen)
  func viele(_ form: Bagschreiber.Form) throws {
    try mitTemporaeremOrdner { tmp in
      let zahl = 3000
      let endung = form == .ordner ? "" : form == .zip ? ".zip" : ".tar"
      let sip = tmp.appendingPathComponent(EarkTests.objid + endung)
      try EarkTests.schreibe(
        sip.path, .v220, form: form, namen: (0..<zahl).map { "o\($0 / 100)/d\($0).txt" })
      let e = try Earkpruefer().pruefe(sip.path)
      #expect(e.urteil == .gueltig && e.umfang.dateien == zahl + 8, "\(e.bericht.befunde)")
      guard form == .ordner else { return }
      let ort = sip.appendingPathComponent("representations/rep1/data/o27/d2718.txt")
      try FileManager.default.removeItem(at: ort)
      let kaputt = try Earkpruefer().pruefe(sip.path)
      #expect(kaputt.orte("CSIP79") == ["representations/rep1/data/o27/d2718.txt"])
      #expect(kaputt.regeln(ab: .fehler) == ["CSIP79"])
    }
  }

  @Test("groups within groups and pieces of a long group belong together")
  func gruppen() throws {
    try mitTemporaeremOrdner { tmp in
      let sip = tmp.appendingPathComponent(EarkTests.objid)
      try EarkTests.schreibe(sip.path, .v220, namen: ["a"])
      let ort = sip.appendingPathComponent("METS.xml")
      let mets = try String(contentsOf: ort, encoding: .utf8)
      let anfang = try #require(mets.range(of: "<file "))
      let ende = try #require(mets.range(of: "</file>"))
      let datei = String(mets[anfang.lowerBound..<ende.upperBound])
      var viele = "<fileGrp ID=\"g0\" USE=\"Viele\"><fileGrp ID=\"g1\" USE=\"Innen\">"
      viele += datei.replacingOccurrences(of: "\"file-1\"", with: "\"innen\"") + "</fileGrp>"
      for i in 0..<700 {
        viele += datei.replacingOccurrences(of: "\"file-1\"", with: "\"f\(i)\"")
      }
      viele += "</fileGrp></fileSec>"
      try Data(mets.replacingOccurrences(of: "</fileSec>", with: viele).utf8).write(to: ort)
      let e = try Earkpruefer().pruefe(sip.path)
      // The file is the same each time: nothing is missing, no group is empty, no id is double.
      #expect(e.urteil == .gueltig, "\(e.bericht.befunde)")
    }
  }
}
