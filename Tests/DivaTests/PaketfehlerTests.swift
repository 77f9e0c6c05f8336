// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import TestHilfe
import Testing

/// Wrong calls of `diva uebergeben` and damaged packages, as a user meets them.
@Suite("diva: Fehler bei Paketen")
struct PaketfehlerTests {
  @Test("ein unbrauchbarer Importpfad ist ein falscher Aufruf")
  func importpfad() throws {
    try mitTemporaeremOrdner { tmp in
      let container = try Diva.packe(nach: tmp)
      let ziel = tmp.appendingPathComponent("pakete").path
      let aufruf = ["uebergeben", container, "--nach", ziel, "--format", "dimag", "--rootid", "S"]
      for pfad in ["/Import", "../x", "a//b"] {
        let e = try Diva.starte(aufruf + ["--importpfad", pfad])
        #expect(e.status == 64 && e.fehler.contains("Importpfad"), "\(pfad): \(e.fehler)")
        #expect(!FileManager.default.fileExists(atPath: ziel))
      }
      let e = try Diva.starte(aufruf + ["--importpfad", "Eingang"])
      try #require(e.status == 0, "\(e.fehler)")
      let geprueft = try Diva.starte(["pruefen", "--ohne-schema", ziel])
      #expect(geprueft.status == 0, "\(geprueft.ausgabe)")
    }
  }

  @Test("eine Ausnahme für eine unbekannte Akte wird genannt")
  func ausnahme() throws {
    try mitTemporaeremOrdner { tmp in
      let container = try Diva.packe(nach: tmp)
      let ziel = tmp.appendingPathComponent("pakete").path
      let id = "c0ffee00-1111-4222-8333-444455556666"
      let e = try Diva.starte([
        "uebergeben", container, "--nach", ziel, "--format", "bagit", "--ausnahme", "\(id)=vorgang",
      ])
      #expect(e.status == 1 && e.fehler.contains(id), "\(e.fehler)")
      #expect(!FileManager.default.fileExists(atPath: ziel))
    }
  }

  @Test("ein beschädigter Eintrag eines ZIP ist ein Befund und kein Abbruch")
  func schaden() throws {
    try mitTemporaeremOrdner { tmp in
      let container = try Diva.packe(nach: tmp)
      let ziel = tmp.appendingPathComponent("pakete")
      let e = try Diva.starte([
        "uebergeben", container, "--nach", ziel.path, "--format", "bagit", "--packung", "zip",
      ])
      try #require(e.status == 0, "\(e.fehler)")
      let name = try #require(
        try FileManager.default.contentsOfDirectory(atPath: ziel.path).first {
          $0.hasSuffix(".zip")
        })
      let datei = ziel.appendingPathComponent(name)
      let heil = try Data(contentsOf: datei)
      // A byte in the content of the first and of a later entry.
      var koepfe: [Int] = []
      let marke: [UInt8] = [0x50, 0x4B, 3, 4]
      for i in 0..<(heil.count - 30) where heil[i..<(i + 4)].elementsEqual(marke) {
        let groesse = Int(heil[i + 18]) + Int(heil[i + 19]) << 8
        if groesse > 40 || heil[i + 6] & 8 != 0 {
          koepfe.append(i + 30 + Int(heil[i + 26]) + Int(heil[i + 28]))
        }
      }
      try #require(koepfe.count > 3)
      for anfang in koepfe.prefix(6) {
        var bytes = heil
        bytes[anfang + 12] ^= 0x10
        try bytes.write(to: datei)
        let geprueft = try Diva.starte(["pruefen", "--json", "--ohne-schema", datei.path])
        #expect(geprueft.status == 2, "\(geprueft.ausgabe) \(geprueft.fehler)")
      }
    }
  }
}
