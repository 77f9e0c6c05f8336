// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// XAIP and LXAIP: the BSI's samples, and our own against the schema.
@Suite("XAIP", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct XaipTests {
  static let ordner = BeweisvorlagenTests.ordner.appendingPathComponent("tr-esor")

  private func pruefe(_ datei: String, _ beweis: String? = nil) throws -> Pruefbericht {
    let pfad = Self.ordner.appendingPathComponent(datei).path
    let beweise = beweis.map { [Self.ordner.appendingPathComponent($0).path] } ?? []
    return try Beweispruefer().pruefe(pfad: pfad, daten: beweise)
  }

  @Test(
    "Pakete mit ihrem Evidence Record gelten",
    arguments: [
      ("xaip/xaip_ok.xml", "xaip/xaip_ok.ers.b64"), ("xaip/xaip_ok.xml", "xaip/xaip_ok.er.xml"),
      ("xaip/xaip_ok.xml", "xaip/xaip_ok.rehashed.ers.b64"),
      ("xaip/xaip_ok_er_resigned.xml", nil),
      ("xaip/xaip_ok_single_protected_data_object_resigned_and_rehased.xml", nil),
      ("xaip/xaip_double_hashed_er.xml", "xaip/xaip_double_hashed_er.ers"),
      ("sorted/XAIP_SORTED_SHA512_GOVTSP.xml", nil), ("lxaip/lxaip_ok_er.xml", nil),
      ("lxaip/lxaip_ok.xml", "lxaip/lxaip_ok.ers.xml"), ("lxaip/lxaip_ok_er_metadata.xml", nil),
      ("xaip/xaip_ok_sig_ers_2version.xml", nil), ("lxaip/lxaip_ok_er_cred.xml", nil),
    ] as [(String, String?)])
  func gut(_ datei: String, _ beweis: String?) throws {
    let bericht = try pruefe(datei, beweis)
    #expect(bericht.gueltig, "\(bericht.text(farbe: false))")
    #expect(bericht.angaben.contains { $0.0 == "Zeitstempel" })
  }

  @Test(
    "fehlerhafte Pakete: der Mangel wird genannt",
    arguments: [
      ("xaip/xaip_nok_ers_wrong_intermediate_hash.xml", nil, "BEWEIS-BAUM", "Kette 1"),
      ("xaip/xaip_ok.xml", "xaip/xaip_nok.ers.b64", "BEWEIS-BAUM", "Kette 1"),
      ("xaip/xaip_ok.xml", "xaip/xaip_ok_sig_ok.ers.b64", "BEWEIS-OBJEKT", "V001"),
      ("lxaip/lxaip_wrong_digest.xml", nil, "XAIP-VERWEIS", "lxaip_ok_data_object.txt"),
      ("lxaip/lxaip_wrong_uri.xml", nil, "XAIP-VERWEIS", "nicht"),
    ] as [(String, String?, String, String)])
  func schlecht(_ datei: String, _ beweis: String?, _ regel: String, _ teil: String) throws {
    let bericht = try pruefe(datei, beweis)
    #expect(!bericht.gueltig)
    #expect(
      bericht.befunde.contains { $0.regel == regel && $0.meldung.contains(teil) },
      "\(bericht.text(farbe: false))")
  }

  @Test("jede Vorlage ergibt einen Bericht; ältere Fassungen werden nicht geprüft und genannt")
  func alle() throws {
    var zahl = 0
    for unter in ["xaip", "lxaip", "sorted", "xaip/signature", "xaip/esor11", "xaip/esor12"] {
      let ort = Self.ordner.appendingPathComponent(unter)
      for name in try FileManager.default.contentsOfDirectory(atPath: ort.path).sorted()
      where name.hasSuffix(".xml") && name != "sample.xml" && !name.hasPrefix("meta_") {
        zahl += 1
        let bericht = try pruefe("\(unter)/\(name)")
        let alt = bericht.befunde.contains { $0.regel == "XAIP-VERSION" }
        let istAlt =
          unter.contains("esor1") || name == "xaip_ok_xmlsig_enveloping_inside_other.xml"
        #expect(alt == istAlt, "\(name)")
      }
    }
    #expect(zahl > 35)
  }

  @Test("ein geändertes Byte im Objekt, im Manifest, im Evidence Record")
  func schaden() throws {
    let datei = Self.ordner.appendingPathComponent("xaip/xaip_ok_er_resigned.xml")
    let gut = try String(contentsOf: datei, encoding: .utf8)
    try mitTemporaeremOrdner { tmp in
      for (alt, neu, regeln, wo) in [
        (
          "bXkgbmFtZSBpcwo=", "bXkgbmFtZSBpcwk=", ["XAIP-PRUEFSUMME", "BEWEIS-OBJEKT"],
          "Hundesteuer"
        ),
        ("2035-02-18Z", "2034-02-18Z", ["BEWEIS-OBJEKT"], "V001"),
        ("MTE=", "MTI=", ["BEWEIS-OBJEKT"], "fileSize"),
        (">fileSize_V001</", ">dateigroesse</", ["XAIP-ZEIGER", "BEWEIS-OBJEKT"], "dateigroesse"),
        (
          "VersionID=\"V001\">\n                <xaip:asn1", "VersionID=\"V9\">\n<xaip:asn1",
          ["XAIP-ZEIGER"], "V9"
        ),
        ("MIJDegIBATAP", "MIJDegIBAjAP", ["BEWEIS-VERSION"], "2"),
        ("MIJDegIBATAP", "MIJDeQIBATAP", ["NACHWEIS-FORM"], "DER"),
      ] where wo != "-" {
        #expect(gut.contains(alt), "\(alt)")
        let ort = tmp.appendingPathComponent("x.xml")
        try gut.replacing(alt, with: neu, maxReplacements: 1).write(
          to: ort, atomically: true, encoding: .utf8)
        let bericht = try Beweispruefer().pruefe(pfad: ort.path, daten: [])
        for regel in regeln {
          #expect(
            bericht.befunde.contains { $0.regel == regel },
            "\(neu) \(bericht.text(farbe: false))")
        }
        #expect(bericht.text(farbe: false).contains(wo))
      }
    }
  }

  @Test("feindliche Eingaben: DOCTYPE, Tiefe, fremder Pfad, kein XML")
  func feindlich() throws {
    try mitTemporaeremOrdner { tmp in
      let ort = tmp.appendingPathComponent("x.xml")
      func bericht(_ text: String) throws -> Pruefbericht {
        try Data(text.utf8).write(to: ort)
        return try Beweispruefer().pruefe(pfad: ort.path, daten: [])
      }
      let kopf = "<x:XAIP xmlns:x=\"\(Xaip.namensraum)\" XAIPVersion=\"1.3.0\">"
      for text in [
        "<!DOCTYPE a [<!ENTITY b SYSTEM \"/etc/passwd\">]><a>&b;</a>", "<a/>", "<", "<a>",
        kopf + String(repeating: "<a>", count: 5000),
      ] {
        #expect(try bericht(text).befunde.map(\.regel) == ["NACHWEIS-FORM"], "\(text.prefix(80))")
      }
      #expect(try bericht(kopf + "</x:XAIP>").befunde.contains { $0.regel == "XAIP-FORM" })
      for uri in ["../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "C:\\x"] {
        let b = try bericht(
          kopf + "<x:dataObjectsSection><x:dataObject dataObjectID=\"d\"><x:xmlData>"
            + "<a:DataObjectReference xmlns:a=\"\(Xaip.asic)\" URI=\"\(uri)\"/>"
            + "</x:xmlData></x:dataObject></x:dataObjectsSection></x:XAIP>")
        #expect(
          b.befunde.contains { $0.regel == "XAIP-VERWEIS" && $0.meldung.contains("nicht gefolgt") })
      }
    }
  }

  @Test(
    "eigene Pakete: gültig nach dem Schema und vor dem eigenen Leser, die Dateien unverändert",
    .enabled(if: Openssl.verfuegbar, "übersprungen: openssl fehlt"))
  func eigene() throws {
    try NachweisordnerTests.mitBuehne { b in
      var n = try NachweisordnerTests.erstelle(b, gruppen: true)
      let ziel = b.nachweis + ".xml"
      let tag = Kalendertag(2056, 12, 31)!
      #expect(throws: NachweisFehler.self) {
        try n.schreibeXaip(objekt: "akte", daten: b.daten.path, nach: ziel, aufbewahrenBis: tag)
      }
      try b.stemple(&n)
      for objekt in ["akte", "leer", "zeile\nzwei\t.txt"] {
        try n.schreibeXaip(objekt: objekt, daten: b.daten.path, nach: ziel, aufbewahrenBis: tag)
        let lint = try Programm.starte(
          "xmllint",
          [
            "--nonet", "--noout", "--schema",
            BeweisvorlagenTests.ordner.appendingPathComponent("xsd/tr-esor-xaip-v1.3.xsd").path,
            ziel,
          ])
        #expect(lint.status == 0, "\(lint.fehler)")
        let bericht = try Beweispruefer(anker: try b.anker, jetzt: b.uhrzeit).pruefe(
          pfad: ziel, daten: [])
        // The names are metadata that no record protects, and the report says so.
        #expect(
          bericht.gueltig && bericht.befunde.map(\.regel) == ["XAIP-UNGESCHUETZT"]
            && bericht.befunde.allSatisfy { $0.schwere == .hinweis },
          "\(bericht.text(farbe: false))")
        let xaip = try Xaip([UInt8](try Data(contentsOf: URL(fileURLWithPath: ziel))))
        let dateien = n.dateien.filter { $0 == objekt || $0.hasPrefix(objekt + "/") }
        for (i, datei) in dateien.enumerated() {
          guard case .bytes(let inhalt)? = xaip.objekte["DO-\(i + 1)"],
            case .bytes(let name)? = xaip.objekte["MDO-\(i + 1)"]
          else {
            Issue.record("\(datei)")
            continue
          }
          #expect(
            inhalt == [UInt8](try Data(contentsOf: b.daten.appendingPathComponent(datei))))
          #expect(String(decoding: name, as: UTF8.self) == datei)
        }
        #expect(throws: NachweisFehler.self) {
          try n.schreibeXaip(objekt: objekt, daten: b.daten.path, nach: ziel, aufbewahrenBis: tag)
        }
        try FileManager.default.removeItem(atPath: ziel)
      }
      for objekt in [nil, "gibt es nicht"] {
        #expect(throws: NachweisFehler.self) {
          try n.schreibeXaip(objekt: objekt, daten: b.daten.path, nach: ziel, aufbewahrenBis: tag)
        }
      }
      try Data("x".utf8).write(to: b.daten.appendingPathComponent("akte/2.txt"))
      let fehler = #expect(throws: NachweisFehler.self) {
        try n.schreibeXaip(objekt: "akte", daten: b.daten.path, nach: ziel, aufbewahrenBis: tag)
      }
      #expect("\(fehler!)".contains("akte/2.txt"))
      #expect(!FileManager.default.fileExists(atPath: ziel))
      #expect(!FileManager.default.fileExists(atPath: ziel + ".teil"))
    }
  }
}
