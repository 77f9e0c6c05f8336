// SPDX-License-Identifier: Apache-2.0

import Foundation
import TestHilfe
import Testing

@testable import Uebergabe

/// What a SIP says about the formats of its files comes from their bytes, not from their names.
@Suite("E-ARK SIP: Formate")
struct EarkformatTests {
  @Test("METS and PREMIS name what the content tells, and say so where it tells nothing")
  func inhalt() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent(EarkTests.objid).path
      var sip = try Earkschreiber(
        pfad: pfad, EarkTests.angaben(), schemata: EarkTests.schemata)
      let muster = Gemeinsam.ordner.appendingPathComponent("uebergabe/formate")
      for name in ["pdfa-elem.pdf", "falsche-endung.jpg", "leer.txt"] {
        let stueck = DimagTests.Stueck(
          Array(try Data(contentsOf: muster.appendingPathComponent(name))))
        try sip.datei(name, groesse: stueck.groesse) { stueck.lies($0) }
      }
      let muell = DimagTests.Stueck([0, 255, 1, 254, 2, 253])
      try sip.datei("muell.docx", groesse: muell.groesse) { muell.lies($0) }
      let nachricht = DimagTests.Stueck(Array("<nachricht/>".utf8))
      try sip.nachricht("x_0503_1.xml", groesse: nachricht.groesse) { nachricht.lies($0) }
      _ = try sip.beende()

      let mets = try String(
        contentsOfFile: pfad + "/representations/rep1/METS.xml", encoding: .utf8)
      for (name, mime) in [
        ("pdfa-elem.pdf", "application/pdf"), ("falsche-endung.jpg", "image/png"),
        ("muell.docx", "application/octet-stream"), ("leer.txt", "application/octet-stream"),
      ] {
        let eintrag = try #require(
          mets.components(separatedBy: "<mets:file ").first { $0.contains("data/\(name)\"") })
        #expect(eintrag.contains("MIMETYPE=\"\(mime)\""), "\(name): \(eintrag)")
      }
      let premis = try String(
        contentsOfFile: pfad + "/metadata/preservation/premis.xml", encoding: .utf8)
      let objekte = premis.components(separatedBy: "<premis:object ").dropFirst()
      let puids = objekte.map { objekt in
        objekt.components(separatedBy: "<premis:formatRegistryKey>").dropFirst().first
          .map { String($0.prefix { $0 != "<" }) }
      }
      // The message first, then the files.
      #expect(puids.map { $0 ?? "-" }.prefix(2) == ["fmt/101", "fmt/478"])
      #expect(puids.count == 5 && puids[2]?.hasPrefix("fmt/1") == true && puids[4] == nil)
      let ereignisse = premis.components(separatedBy: "<premis:event>").dropFirst()
        .filter { $0.contains("format identification") }
      #expect(ereignisse.count == 2)
      #expect(ereignisse.first?.contains("<premis:eventOutcome>success<") == true)
      #expect(ereignisse.first?.contains(">obj-2<") == true)
      #expect(ereignisse.last?.contains("<premis:eventOutcome>warning<") == true)
      #expect(ereignisse.last?.contains(">obj-5<") == true)
      #expect(ereignisse.last?.contains(">obj-2<") == false)
    }
  }
}
