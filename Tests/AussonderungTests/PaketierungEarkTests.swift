// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing
import Xdomea

@testable import Aussonderung
@testable import Uebergabe

/// From a transfer to SIPs: as complete as bags, and valid for foreign judges.
@Suite(
  "Paketierung nach E-ARK", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct PaketierungEarkTests {
  static var xsd: URL { Gemeinsam.ordner.appendingPathComponent("uebergabe/eark/xsd") }

  static func vorgabe(
    _ version: Earkversion = .v220, _ form: Bagschreiber.Form = .ordner
  ) -> Paketierung.Earkvorgabe {
    var v = Paketierung.Earkvorgabe(
      schemata: ["mets.xsd", "DILCISExtensionMETS.xsd", "xlink.xsd", "premis-v3-0.xsd"].map {
        xsd.appendingPathComponent($0).path
      })
    v.version = version
    v.form = form
    v.programmversion = "0.1.0"
    return v
  }

  /// All files of a package by their path in it.
  private func inhalt(_ paket: String) throws -> [String: [UInt8]] {
    var dateien: [String: [UInt8]] = [:]
    try mitTemporaeremOrdner { tmp in
      var wurzel = paket
      if paket.hasSuffix(".zip") || paket.hasSuffix(".tar") {
        let e =
          paket.hasSuffix(".zip")
          ? try Programm.starte("unzip", ["-q", paket, "-d", tmp.path])
          : try Programm.starte("tar", ["-xf", paket, "-C", tmp.path])
        try #require(e.status == 0, "\(e.fehler)")
        let oben = try FileManager.default.contentsOfDirectory(atPath: tmp.path)
        #expect(oben == [URL(fileURLWithPath: paket).deletingPathExtension().lastPathComponent])
        wurzel = tmp.path + "/" + oben[0]
      }
      for name in try FileManager.default.subpathsOfDirectory(atPath: wurzel) {
        var istOrdner: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: wurzel + "/" + name, isDirectory: &istOrdner)
        if istOrdner.boolValue { continue }
        dateien[name] = [UInt8](try Data(contentsOf: URL(fileURLWithPath: wurzel + "/" + name)))
      }
    }
    return dateien
  }

  @Test(
    "jedes Objekt und jede Datei liegt in genau einem SIP; jedes SIP ist gültig",
    arguments: XdomeaFassung.allCases)
  func deckung(_ fassung: XdomeaFassung) throws {
    let formen: [Bagschreiber.Form] = [.ordner, .zip, .tar, .ordner, .ordner]
    for (i, ebene) in PaketierungTests.ebenen.enumerated() {
      try mitTemporaeremOrdner { tmp in
        var muster = Abgabemuster(fassung, seed: UInt64(30 + i))
        let container = try muster.packe(tmp)
        let version: Earkversion = i.isMultiple(of: 2) ? .v220 : .v210
        let bericht = try PaketierungTests.uebergib(
          container, nach: tmp.appendingPathComponent("sips").path,
          .eark(Self.vorgabe(version, formen[i])), ebene)
        let bags = try PaketierungTests.uebergib(
          container, nach: tmp.appendingPathComponent("bags").path, .bagit(.init()), ebene)
        let anlass = "\(fassung) \(ebene)"
        #expect(bericht.pakete.map(\.titel) == bags.pakete.map(\.titel), "\(anlass)")
        #expect(bericht.pakete.map(\.objekte) == bags.pakete.map(\.objekte), "\(anlass)")
        #expect(bericht.pakete.map(\.dateien) == bags.pakete.map(\.dateien), "\(anlass)")
        var orte: [String: Int] = [:]
        for (p, bag) in zip(bericht.pakete, bags.pakete) {
          let pfad = bericht.ordner + "/" + p.name
          let alles = try inhalt(pfad)
          let data = "representations/rep1/data/"
          for (name, bytes) in alles where name.hasPrefix(data) {
            let kurz = String(name.dropFirst(data.count))
            orte[kurz, default: 0] += 1
            #expect(muster.dateien[kurz] == bytes, "\(anlass): \(name)")
          }
          // The message is that which the bag of the same objects has.
          let nachrichten = alles.keys.filter { $0.hasPrefix("metadata/descriptive/") }
          #expect(nachrichten.count == 1)
          let name = String(nachrichten[0].dropFirst("metadata/descriptive/".count))
          let imBag = URL(fileURLWithPath: bags.ordner + "/" + bag.name + "/data/" + name)
          #expect(alles[nachrichten[0]] == [UInt8](try Data(contentsOf: imBag)), "\(anlass)")
          let e = try Earkpruefer().pruefe(pfad)
          #expect(e.urteil == .gueltig && e.version == version, "\(anlass): \(e.bericht.befunde)")
          #expect(!e.bericht.befunde.contains { $0.schwere >= .warnung }, "\(anlass)")
        }
        #expect(orte == muster.dateien.mapValues { _ in 1 }, "\(anlass)")
        var geprueft = 0
        let lieferung = try Lieferungspruefer().pruefe(bericht.ordner) {
          #expect($0.urteil == .gueltig)
          geprueft += 1
        }
        #expect(lieferung.gueltig && geprueft == bericht.pakete.count, "\(lieferung.befunde)")
      }
    }
  }

  @Test("METS und PREMIS halten die amtlichen Schemata ein; eark-validator findet nur Bekanntes")
  func fremd() throws {
    try mitTemporaeremOrdner { tmp in
      var muster = Abgabemuster(.v400, seed: 41)
      let container = try muster.packe(tmp)
      let bericht = try PaketierungTests.uebergib(
        container, nach: tmp.appendingPathComponent("sips").path, .eark(Self.vorgabe(.v210)),
        .vorgang)
      for p in bericht.pakete {
        let pfad = bericht.ordner + "/" + p.name
        for (schema, datei) in [
          ("mets.xsd", "METS.xml"), ("mets.xsd", "representations/rep1/METS.xml"),
          ("premis-v3-0.xsd", "metadata/preservation/premis.xml"),
        ] {
          let e = try Programm.starte(
            "xmllint",
            [
              "--nonet", "--noout", "--schema", Self.xsd.appendingPathComponent(schema).path,
              pfad + "/" + datei,
            ],
            umgebung: ["XML_CATALOG_FILES": Self.xsd.appendingPathComponent("katalog.xml").path])
          #expect(e.status == 0, "\(datei): \(e.fehler)")
        }
      }
      guard EarkValidator.verfuegbar else { return }
      let erstes = try #require(bericht.pakete.first)
      let urteil = try EarkValidator.pruefe(bericht.ordner + "/" + erstes.name)
      #expect(urteil.struktur == "WellFormed" && urteil.schema == "VALID")
      // CSIP15 and 16: its rules for the software agent, applied to a submitter without a code, too.
      #expect(
        urteil.fehler.isSubset(of: ["CSIP12", "CSIP13", "CSIP15", "CSIP16", "SIP14"]),
        "\(urteil.fehler)")
    }
  }

  @Test("ein Kippen, Fehlen, Umbenennen oder Zuviel irgendwo in der Lieferung wird gefunden")
  func schaden() throws {
    try mitTemporaeremOrdner { tmp in
      var muster = Abgabemuster(.v310, seed: 42, breite: 2)
      let container = try muster.packe(tmp)
      let ziel = tmp.appendingPathComponent("sips")
      let bericht = try PaketierungTests.uebergib(
        container, nach: ziel.path, .eark(Self.vorgabe()), .vorgang)
      let paket = ziel.appendingPathComponent(try #require(bericht.pakete.last).name)
      func funde() throws -> [Befund] {
        var befunde: [Befund] = []
        let b = try Lieferungspruefer().pruefe(ziel.path) { befunde += $0.bericht.befunde }
        return (befunde + b.befunde).filter { $0.schwere == .fehler }
      }
      #expect(try funde() == [])
      for name in try FileManager.default.subpathsOfDirectory(atPath: paket.path) {
        let ort = paket.appendingPathComponent(name)
        var istOrdner: ObjCBool = false
        _ = FileManager.default.fileExists(atPath: ort.path, isDirectory: &istOrdner)
        if istOrdner.boolValue { continue }
        let vorher = try Data(contentsOf: ort)
        func genannt(_ was: String) throws {
          let funde = try funde()
          #expect(
            funde.contains { $0.ort.datei?.hasSuffix(name) == true }, "\(was) \(name): \(funde)")
        }
        if !vorher.isEmpty {
          var anders = vorher
          anders[anders.count / 3] ^= 1
          try anders.write(to: ort)
          try genannt("gekippt")
          try vorher.write(to: ort)
        }
        let neu = URL(fileURLWithPath: ort.path + "_")
        try FileManager.default.moveItem(at: ort, to: neu)
        try genannt("umbenannt")
        try FileManager.default.moveItem(at: neu, to: tmp.appendingPathComponent("weg"))
        try genannt("gelöscht")
        try FileManager.default.moveItem(at: tmp.appendingPathComponent("weg"), to: ort)
      }
      let zuviel = paket.appendingPathComponent("metadata/zuviel.xml")
      try Data("x".utf8).write(to: zuviel)
      #expect(try funde().map(\.regel).contains("EARK-DATEI-UNGENANNT"))
      try FileManager.default.removeItem(at: zuviel)
      #expect(try funde() == [])
    }
  }

  @Test("gleiche Eingabe, gleiche Bytes; wer fehlt, wird verlangt; Angaben gehen vor")
  func angaben() throws {
    try mitTemporaeremOrdner { tmp in
      var muster = Abgabemuster(.v400, seed: 43)
      let container = try muster.packe(tmp)
      var listen: [Data] = []
      for i in 0..<2 {
        let b = try PaketierungTests.uebergib(
          container, nach: tmp.appendingPathComponent("p\(i)").path,
          .eark(Self.vorgabe(.v220, .zip)))
        listen.append(try Data(contentsOf: URL(fileURLWithPath: b.ordner + "/" + b.nachweis)))
      }
      #expect(listen[0] == listen[1])

      var vorgabe = Self.vorgabe()
      vorgabe.ersteller = .init("Bauamt", kennung: "B-1")
      vorgabe.ablieferer = .init("Hauptamt")
      vorgabe.archiv = .init("Stadtarchiv", kennung: "A-1")
      vorgabe.vereinbarung = "ÜV 7"
      let b = try PaketierungTests.uebergib(
        container, nach: tmp.appendingPathComponent("q").path, .eark(vorgabe))
      let mets = try String(
        contentsOfFile: b.ordner + "/" + b.pakete[0].name + "/METS.xml", encoding: .utf8)
      for text in ["Bauamt", "B-1", "Hauptamt", "Stadtarchiv", "A-1", "ÜV 7"] {
        #expect(mets.contains(">\(text)<"), "\(text)")
      }
      #expect(!mets.contains("Stadt Muster"))

      let ohne = Paketierung.Earkvorgabe(schemata: [])
      #expect(throws: UebergabeFehler.self) {
        _ = try PaketierungTests.uebergib(
          container, nach: tmp.appendingPathComponent("r").path, .eark(ohne))
      }
      var ohneNamen = Nachrichtenkopf(
        prozessID: muster.kopf.prozessID, absender: Kontakt(), empfaenger: Kontakt(),
        erstellungszeitpunkt: nil)
      ohneNamen.hinweis = "x"
      #expect(throws: UebergabeFehler.self) {
        _ = try Self.vorgabe().angaben(
          objid: "a", titel: "t", am: PaketierungTests.jetzt, ohneNamen)
      }
      #expect(!FileManager.default.fileExists(atPath: tmp.path + "/r"))
    }
  }
}
