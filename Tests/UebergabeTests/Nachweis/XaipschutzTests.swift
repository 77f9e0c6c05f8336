// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// What a package contains, and what of it its evidence record covers.
@Suite("XAIP: was geschützt ist", .enabled(if: Openssl.verfuegbar, "übersprungen: openssl fehlt"))
struct XaipschutzTests {
  /// A package of this suite over one file, changed.
  private func pruefe(_ aendere: (String) -> String) throws -> Pruefbericht {
    try NachweisordnerTests.mitBuehne(namen: ["a"]) { b in
      var n = try NachweisordnerTests.erstelle(b)
      try b.stemple(&n)
      let ziel = b.nachweis + ".xml"
      try n.schreibeXaip(
        objekt: nil, daten: b.daten.path, nach: ziel, aufbewahrenBis: Kalendertag(2056, 12, 31)!)
      let gut = try String(contentsOfFile: ziel, encoding: .utf8)
      let schlecht = aendere(gut)
      #expect(schlecht != gut)
      try schlecht.write(toFile: ziel, atomically: false, encoding: .utf8)
      return try Beweispruefer(anker: try b.anker, jetzt: b.uhrzeit).pruefe(pfad: ziel, daten: [])
    }
  }

  private func hat(
    _ bericht: Pruefbericht, _ regel: String, _ schwere: Schwere, _ objekt: String
  ) -> Bool {
    bericht.befunde.contains {
      $0.regel == regel && $0.schwere == schwere && $0.meldung.contains("»\(objekt)«")
    }
  }

  private static let geschuetzt =
    "<xaip:protectedObjectPointer>DO-1</xaip:protectedObjectPointer>"
  private static let zusatz =
    "<xaip:dataObject dataObjectID=\"DO-X\"><xaip:binaryData>eA==</xaip:binaryData></xaip:dataObject>"

  private static func mitZusatz(_ text: String) -> String {
    text.replacing("</xaip:dataObjectsSection>", with: zusatz + "</xaip:dataObjectsSection>")
  }

  @Test("ein Evidence Record ohne geschützte Objekte belegt nichts: Fehler")
  func ohneSchutz() throws {
    let bericht = try pruefe { $0.replacing(Self.geschuetzt, with: "") }
    #expect(!bericht.gueltig)
    #expect(hat(bericht, "XAIP-OHNE-SCHUTZ", .fehler, "V001"), "\(bericht.befunde)")
    #expect(hat(bericht, "XAIP-UNGENANNT", .fehler, "DO-1"), "\(bericht.befunde)")
  }

  @Test("geschützt ist nur, was nicht verglichen werden kann: Fehler")
  func unvergleichbar() throws {
    let bericht = try pruefe {
      $0.replacing(Self.geschuetzt, with: Self.geschuetzt.replacing("DO-1", with: "ER-V001"))
        .replacing(
          "<xaip:unprotectedObjectPointer>MDO-1",
          with: "<xaip:unprotectedObjectPointer>DO-1</xaip:unprotectedObjectPointer>"
            + "<xaip:unprotectedObjectPointer>MDO-1")
    }
    #expect(!bericht.gueltig)
    #expect(hat(bericht, "XAIP-OHNE-SCHUTZ", .fehler, "V001"), "\(bericht.befunde)")
    #expect(hat(bericht, "XAIP-UNGESCHUETZT", .warnung, "DO-1"), "\(bericht.befunde)")
  }

  @Test("ein Datenobjekt, das kein Manifest nennt, ist untergeschoben: Fehler")
  func ungenannt() throws {
    let bericht = try pruefe(Self.mitZusatz)
    #expect(!bericht.gueltig)
    #expect(hat(bericht, "XAIP-UNGENANNT", .fehler, "DO-X"), "\(bericht.befunde)")
    #expect(!hat(bericht, "XAIP-UNGENANNT", .fehler, "DO-1"))
  }

  @Test("ein ausdrücklich ungeschütztes Datenobjekt: Warnung, das Paket gilt")
  func ungeschuetzt() throws {
    let bericht = try pruefe {
      Self.mitZusatz($0).replacing(
        "<xaip:unprotectedObjectPointer>MDO-1",
        with: "<xaip:unprotectedObjectPointer>DO-X</xaip:unprotectedObjectPointer>"
          + "<xaip:unprotectedObjectPointer>MDO-1")
    }
    #expect(bericht.gueltig, "\(bericht.befunde)")
    #expect(hat(bericht, "XAIP-UNGESCHUETZT", .warnung, "DO-X"), "\(bericht.befunde)")
  }

  @Test("geschützt in einer Version, zu der es keinen Evidence Record gibt: Warnung")
  func ohneRecord() throws {
    let bericht = try pruefe {
      Self.mitZusatz($0).replacing(
        "</xaip:versionManifest>",
        with: "</xaip:versionManifest><xaip:versionManifest VersionID=\"V002\">"
          + "<xaip:preservationInfo><xaip:retentionPeriod>2056-12-31</xaip:retentionPeriod>"
          + "</xaip:preservationInfo><xaip:packageInfoUnit packageUnitID=\"E2\">"
          + "<xaip:protectedObjectPointer>DO-X</xaip:protectedObjectPointer>"
          + "</xaip:packageInfoUnit></xaip:versionManifest>")
    }
    #expect(bericht.gueltig, "\(bericht.befunde)")
    #expect(hat(bericht, "XAIP-UNGESCHUETZT", .warnung, "DO-X"), "\(bericht.befunde)")
    #expect(!hat(bericht, "XAIP-UNGESCHUETZT", .warnung, "DO-1"))
  }

  @Test("ein Objekt ohne Kennung: Fehler")
  func ohneKennung() throws {
    let bericht = try pruefe { Self.mitZusatz($0).replacing(" dataObjectID=\"DO-X\"", with: "") }
    #expect(!bericht.gueltig)
    #expect(
      bericht.befunde.contains { $0.regel == "XAIP-FORM" && $0.meldung.contains("1 Objekt hat") })
  }

  @Test("ein Evidence Record, der seine Version nicht nennt, handelt von der einzigen")
  func ohneVersion() throws {
    let bericht = try pruefe { text in
      let teile = text.split(separator: "<xaip:evidenceRecord", maxSplits: 1)
      return teile[0] + "<xaip:evidenceRecord"
        + teile[1].replacing(" VersionID=\"V001\"", with: "", maxReplacements: 1)
    }
    #expect(
      bericht.gueltig && bericht.angaben.contains { $0.0 == "Zeitstempel" }, "\(bericht.befunde)")
  }
}
