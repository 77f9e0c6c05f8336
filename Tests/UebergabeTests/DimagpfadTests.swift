// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import Pruefung
import TestHilfe
import Testing
import Uebergabe

/// The import path is relative to the SFTP root; what is written is what our own check accepts.
@Suite("DIMAG: Importpfad")
struct DimagpfadTests {
  @Test(
    "ein Schrägstrich am Ende wird ergänzt",
    arguments: [
      ("", ""), ("Import/", "Import/"), ("Import", "Import/"), ("a/b", "a/b/"),
      ("Import/xman_", "Import/xman_"), ("Import/xman_/", "Import/xman_/"),
      ("Übergabe", "Übergabe/"),
    ])
  func gut(_ pfad: String, _ erwartet: String) throws {
    let geprueft = try Dimagangaben.geprueft(importpfad: pfad)
    #expect(geprueft == erwartet)
    try mitTemporaeremOrdner { tmp in
      var angaben = Dimagangaben(rootid: "S", alternateID: DimagTests.kennung, titel: "T")
      angaben.importpfad = pfad
      let ort = tmp.appendingPathComponent("bagit_1").path
      var paket = try Dimagschreiber(pfad: ort, angaben)
      let inhalt = DimagTests.Stueck(Array("x".utf8))
      try paket.datei("a.txt", originalname: nil, groesse: inhalt.groesse) { inhalt.lies($0) }
      let nachricht = DimagTests.Stueck(Array("<a/>".utf8))
      try paket.nachricht("n_0503.xml", groesse: nachricht.groesse) { nachricht.lies($0) }
      _ = try paket.beende()
      let steuer = try String(contentsOfFile: ort + "/dimag/control.xml", encoding: .utf8)
      #expect(steuer.contains("<sftp-dateiname>\(erwartet)bagit_1/data/a.txt</sftp-dateiname>"))
      let ergebnis = try Dimagpruefer().pruefe(ort)
      #expect(!ergebnis.bericht.befunde.contains { $0.regel == "DIMAG-PFAD" })
      #expect(!ergebnis.bericht.befunde.contains { $0.regel == "DIMAG-DATEI-UNGENANNT" })
    }
  }

  @Test(
    "was kein Pfad ab dem Wurzelordner ist, wird verweigert",
    arguments: [
      "/Import", "/", "//", "a//b", "a//", "..", "../x", "a/../b", "a/..", ".", "./a", "~/a",
      "C:/a",
    ])
  func schlecht(_ pfad: String) throws {
    try mitTemporaeremOrdner { tmp in
      var angaben = Dimagangaben(rootid: "S", alternateID: DimagTests.kennung, titel: "T")
      angaben.importpfad = pfad
      #expect {
        _ = try Dimagschreiber(pfad: tmp.appendingPathComponent("bagit_1").path, angaben)
      } throws: { fehler in
        guard case UebergabeFehler.importpfadUnzulaessig(pfad, _) = fehler else { return false }
        return true
      }
      let reste = try FileManager.default.contentsOfDirectory(atPath: tmp.path)
      #expect(reste == [])
    }
  }
}
