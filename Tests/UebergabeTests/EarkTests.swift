// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// E-ARK SIPs: valid against the schemas, true about their files, and as foreign judges see them.
@Suite("E-ARK SIP")
struct EarkTests {
  static let objid = "uuid-3f0c9a52-6c1e-4d8e-9b47-0a6d5b1e2c77"
  static var xsd: URL { Gemeinsam.ordner.appendingPathComponent("uebergabe/eark/xsd") }
  static var schemata: [String] {
    ["mets.xsd", "DILCISExtensionMETS.xsd", "xlink.xsd", "premis-v3-0.xsd"].map {
      xsd.appendingPathComponent($0).path
    }
  }

  static func angaben() -> Earkangaben {
    var a = Earkangaben(
      objid: objid, titel: "Bauakte \"Musterweg\" & <1>\u{1}",
      erstellt: Zeitpunkt("2026-01-15T10:00:00+01:00")!,
      ersteller: .init("Stadt Musterstadt, Bauamt", kennung: "DE-MUSTER-61"),
      ablieferer: .init("Stadt Musterstadt, Hauptamt", kennung: "DE-MUSTER-10"),
      archiv: .init("Stadtarchiv & Co", kennung: "DE-MUSTER-99"))
    a.vereinbarung = "Übernahmevereinbarung 1/2026"
    a.programm = ("diva", "0.1.0")
    return a
  }

  /// Names that METS must encode and PREMIS must survive.
  static let namen = [
    "a.pdf", "mit Leerzeichen & <Zeichen> \"x\".txt", "Größe.xml", "Gro\u{308}ße2.xml", "%41#?.csv",
    "ordner/unter ordner/datei.tif", "zeile\neins.txt", "ohne Endung", "😀.docx", "leer.txt",
  ]

  static func inhalt(_ name: String) -> [UInt8] {
    name == "leer.txt" ? [] : Array("Inhalt von \(name)".utf8)
  }

  @discardableResult
  static func schreibe(
    _ pfad: String, _ version: Earkversion, form: Bagschreiber.Form = .ordner,
    namen: [String] = Self.namen
  ) throws -> Earkschreiber.Quittung {
    var sip = try Earkschreiber(pfad: pfad, angaben(), version, form: form, schemata: schemata)
    for name in namen {
      let quelle = DimagTests.Stueck(inhalt(name))
      try sip.datei(
        name, originalname: "Original \(name)\u{2}",
        format: name == "a.pdf" ? Earkformat("PDF/A", puid: "fmt/95") : nil,
        groesse: quelle.groesse
      ) { quelle.lies($0) }
    }
    let nachricht = DimagTests.Stueck(Array("<nachricht/>".utf8))
    try sip.nachricht("x_0503_1.xml", groesse: nachricht.groesse) { nachricht.lies($0) }
    return try sip.beende()
  }

  /// Reads METS and PREMIS with another language's parser and compares them with the disk.
  ///
  /// Sizes, digests, references, ids, and files that nobody names; one line per fault.
  static let richter = """
    import hashlib, os, sys, urllib.parse, xml.etree.ElementTree as E
    M, X, P = '{http://www.loc.gov/METS/}', '{http://www.w3.org/1999/xlink}', '{http://www.loc.gov/premis/v3}'
    wurzel, genannt, summen = sys.argv[1], {'METS.xml'}, {}
    def pruefe(mets):
        basis = os.path.dirname(mets)
        baum = E.parse(os.path.join(wurzel, mets)).getroot()
        ids = [e.get('ID') for e in baum.iter() if e.get('ID')]
        if len(ids) != len(set(ids)): print(mets, 'doppelte ID')
        for e in baum.iter():
            for a in ('FILEID', 'ADMID', 'DMDID'):
                for wert in (e.get(a) or '').split():
                    if wert not in ids: print(mets, a, wert, 'fehlt')
        stellen = [(f, f.find(M + 'FLocat')) for f in baum.iter(M + 'file')]
        stellen += [(e, e) for e in baum.iter(M + 'mdRef')]
        for f, ort in stellen:
            pfad = os.path.join(basis, urllib.parse.unquote(ort.get(X + 'href'), errors='strict'))
            if pfad in genannt: print(pfad, 'zweimal')
            genannt.add(pfad)
            bytes = open(os.path.join(wurzel, pfad), 'rb').read()
            summe = hashlib.sha512(bytes).hexdigest()
            summen[summe] = len(bytes)
            if int(f.get('SIZE')) != len(bytes): print(pfad, 'SIZE')
            if f.get('CHECKSUM') != summe or f.get('CHECKSUMTYPE') != 'SHA-512': print(pfad, 'CHECKSUM')
        for e in baum.iter(M + 'mptr'):
            pruefe(os.path.join(basis, urllib.parse.unquote(e.get(X + 'href'))))
    pruefe('METS.xml')
    for ordner, _, dateien in os.walk(wurzel):
        for d in dateien:
            pfad = os.path.relpath(os.path.join(ordner, d), wurzel)
            if pfad not in genannt: print(pfad, 'ungenannt')
    premis = E.parse(os.path.join(wurzel, 'metadata/preservation/premis.xml')).getroot()
    objekte = premis.findall(P + 'object')
    for o in objekte:
        c = o.find(P + 'objectCharacteristics')
        if summen.get(c.find(P + 'fixity/' + P + 'messageDigest').text) != int(c.find(P + 'size').text):
            print('PREMIS', o.find(P + 'originalName').text)
    ids = sorted(o.find(P + 'objectIdentifier/' + P + 'objectIdentifierValue').text for o in objekte)
    for e in premis.findall(P + 'event'):
        links = sorted(v.text for v in e.iter(P + 'linkingObjectIdentifierValue'))
        alle = e.find(P + 'eventType').text == 'message digest calculation'
        if (links != ids) if alle else (not set(links) <= set(ids) or len(links) != len(set(links))):
            print('PREMIS Verweise')
    print('Dateien', len(objekte))
    """

  private func urteil(_ pfad: String) throws -> [String] {
    let e = try Programm.starte("python3", ["-c", Self.richter, pfad])
    try #require(e.status == 0, "\(e.fehler)")
    return e.ausgabe.split(separator: "\n").map(String.init)
  }

  @Test(
    "what METS and PREMIS say is true, and the schemas hold",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"),
    arguments: Earkversion.allCases, [[], ["eine.txt"], Self.namen])
  func wahr(_ version: Earkversion, _ namen: [String]) throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent(Self.objid)
      let quittung = try Self.schreibe(pfad.path, version, namen: namen)
      #expect(quittung.dateien == namen.count)
      let mets = pfad.appendingPathComponent("METS.xml")
      #expect(
        quittung.mets.hex == Bagbau.summe([UInt8](try Data(contentsOf: mets)), "sha512"))
      #expect(try urteil(pfad.path) == ["Dateien \(namen.count + 1)"])
      let eigen = try Earkpruefer().pruefe(pfad.path)
      #expect(eigen.urteil == .gueltig && eigen.version == version, "\(eigen.bericht.befunde)")
      #expect(eigen.umfang.dateien == namen.count + 8)
      for name in namen {
        let ort = pfad.appendingPathComponent("representations/rep1/data/\(name)")
        #expect([UInt8](try Data(contentsOf: ort)) == Self.inhalt(name))
      }
      for (schema, datei) in [
        ("mets.xsd", "METS.xml"), ("mets.xsd", "representations/rep1/METS.xml"),
        ("premis-v3-0.xsd", "metadata/preservation/premis.xml"),
      ] {
        let e = try Programm.starte(
          "xmllint",
          ["--nonet", "--noout", "--schema", Self.xsd.appendingPathComponent(schema).path]
            + [pfad.appendingPathComponent(datei).path],
          umgebung: ["XML_CATALOG_FILES": Self.xsd.appendingPathComponent("katalog.xml").path])
        #expect(e.status == 0, "\(datei): \(e.fehler)")
      }
      let text = try String(contentsOf: mets, encoding: .utf8)
      #expect(text.contains("PROFILE=\"\(version.profil)\""))
    }
  }

  @Test(
    "the judge of this test sees one flipped, missing or additional file",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func richterSieht() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent(Self.objid)
      try Self.schreibe(pfad.path, .v220)
      let ort = pfad.appendingPathComponent("representations/rep1/data/a.pdf")
      var bytes = try Data(contentsOf: ort)
      bytes[0] ^= 1
      try bytes.write(to: ort)
      #expect(try urteil(pfad.path).contains("representations/rep1/data/a.pdf CHECKSUM"))
      try Data("x".utf8).write(to: pfad.appendingPathComponent("zuviel"))
      #expect(try urteil(pfad.path).contains("zuviel ungenannt"))
    }
  }

  @Test(
    "eark-validator finds only what is known of it",
    .enabled(if: Gemeinsam.verfuegbar && EarkValidator.verfuegbar, "\(EarkValidator.hinweis)"))
  func fremd() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent(Self.objid)
      try Self.schreibe(pfad.path, .v210)
      let e = try EarkValidator.pruefe(pfad.path)
      #expect(e.struktur == "WellFormed" && e.schema == "VALID")
      // The rules for the software agent, applied to every CREATOR; a note test without namespace.
      #expect(e.fehler.isSubset(of: ["CSIP12", "CSIP13", "CSIP16", "SIP14"]), "\(e.fehler)")
      #expect(!e.fehler.isEmpty)
    }
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent(Self.objid)
      try Self.schreibe(pfad.path, .v220)
      // It knows no 2.2: the other profile is all that differs.
      let e = try EarkValidator.pruefe(pfad.path)
      #expect(
        e.fehler.isSubset(of: ["CSIP12", "CSIP13", "CSIP16", "SIP14", "SIP2"]), "\(e.fehler)")
    }
  }

  @Test(
    "the same input gives the same bytes",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func wiederholbar() throws {
    try mitTemporaeremOrdner { tmp in
      let a = try Self.schreibe(tmp.appendingPathComponent("a").path, .v220)
      let b = try Self.schreibe(tmp.appendingPathComponent("b").path, .v220)
      #expect(a == b)
    }
  }

  @Test(
    "what must not be is refused, and nothing stands at the target",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func fehler() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("p").path
      func scheitert(_ aendern: (inout Earkangaben) -> Void, schemata: [String] = Self.schemata) {
        var a = Self.angaben()
        aendern(&a)
        #expect(throws: UebergabeFehler.self) {
          _ = try Earkschreiber(pfad: pfad, a, schemata: schemata)
        }
      }
      scheitert { $0.titel = "" }
      scheitert { $0.ablieferer.name = "" }
      scheitert { $0.objid = "4711" }
      scheitert { $0.objid = "uuid/../x" }
      scheitert { $0.objid = "" }
      scheitert { $0.erstellt = Zeitpunkt("2026-01-15T10:00:00")! }
      scheitert({ _ in }, schemata: [])
      scheitert({ _ in }, schemata: [tmp.path + "/fehlt.xsd"])

      do {
        var sip = try Earkschreiber(pfad: pfad, Self.angaben(), schemata: Self.schemata)
        for name in ["../a", "/a", "a//b", "", "a/../../b"] {
          do {
            try sip.datei(name, groesse: 0) { _ in 0 }
            Issue.record("»\(name)« angenommen")
          } catch is UebergabeFehler {}
        }
        try sip.datei("ä.txt", groesse: 0) { _ in 0 }
        do {
          try sip.datei("a\u{308}.txt", groesse: 0) { _ in 0 }
          Issue.record("gleicher Name angenommen")
        } catch is UebergabeFehler {}
        // Less than announced: the package cannot be finished.
        do {
          try sip.datei("kurz.txt", groesse: 5) { _ in 0 }
          Issue.record("zu kurz angenommen")
        } catch is UebergabeFehler {}
        do {
          _ = try sip.beende()
          Issue.record("unvollständig beendet")
        } catch is UebergabeFehler {}
      }
      do {
        let ohne = try Earkschreiber(pfad: pfad, Self.angaben(), schemata: Self.schemata)
        do {
          _ = try ohne.beende()
          Issue.record("ohne Nachricht beendet")
        } catch let fehler as UebergabeFehler {
          #expect(fehler == .earkangabeFehlt("Nachricht 0503"))
        }
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: tmp.path) == [])
    }
  }
}
