// SPDX-License-Identifier: Apache-2.0
import Behaelter
import Foundation
import TestHilfe
import Testing

@Suite struct FeindlicheTests {
  @Test("entries that share their bytes are refused")
  func ueberlappung() throws {
    try mitTemporaeremOrdner { ordner in
      // Both records point at one local header: the quoted or overlapping bomb.
      var zweiter = Testzip.Satz("b")
      zweiter.ortVon = 0
      let gleich = try Testzip([Testzip.Satz("a"), zweiter, Testzip.Satz("c")])
        .schreibe(ordner, "gleich.zip")
      #expect(schaden(gleich)?.contains("überlappt") == true)
      // The first entry claims the second as part of its content.
      var lang = Testzip.Satz("a", "kurz")
      lang.groesse = 40
      var bytes = Testzip([lang, Testzip.Satz("b")]).bytes
      let satz = try #require(stelle(bytes, [0x50, 0x4B, 1, 2]))
      bytes[satz + 20] = 40
      let pfad = ordner.appendingPathComponent("lang.zip")
      try Data(bytes).write(to: pfad)
      #expect(schaden(pfad.path)?.contains("überlappt") == true)
    }
  }

  @Test("a bomb of zeros meets the ratio, by entry and as a whole, and the size limits")
  func bombe() throws {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.appendingPathComponent("bombe.zip").path
      var s = try Containerschreiber(pfad: pfad)
      let nullen = [UInt8](repeating: 0, count: 9_000_000)
      for i in 0..<3 { _ = try s.eintrag("\(i).txt", bytes: nullen, packart: .gepackt) }
      try s.beende()
      let f = fehler { _ = try Verzeichnis(pfad: pfad) }
      guard case .grenze(_, nil, let grenze, let wert)? = f else {
        Issue.record("no limit")
        return
      }
      #expect(grenze.contains("200"))
      #expect(wert > 900)
      var weit = Grenzen()
      weit.verhaeltnis = 2000
      #expect(try liesAlles(pfad, weit).map(\.bytes.count) == [9_000_000, 9_000_000, 9_000_000])
      var eng = weit
      eng.eintragsgroesse = 8_999_999
      #expect(istGrenze(pfad, eng, "je Eintrag", 9_000_000))
      eng = weit
      eng.gesamtgroesse = 26_999_999
      #expect(istGrenze(pfad, eng, "insgesamt", 27_000_000))
      eng = weit
      eng.eintraege = 2
      #expect(istGrenze(pfad, eng, "Einträge", 3))
    }
  }

  @Test("content that unpacks to more than announced stops at once")
  func falscheGroesse() throws {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.appendingPathComponent("t.zip")
      var s = try Containerschreiber(pfad: pfad.path)
      _ = try s.eintrag("a.txt", bytes: [UInt8](repeating: 65, count: 5_000_000), packart: .gepackt)
      try s.beende()
      var bytes = [UInt8](try Data(contentsOf: pfad))
      let satz = try #require(stelle(bytes, [0x50, 0x4B, 1, 2]))
      for (i, b) in [100, 0, 0, 0].enumerated() { bytes[satz + 24 + i] = UInt8(b) }
      try Data(bytes).write(to: pfad)
      var geliefert = 0
      var leser = try Containerleser(pfad: pfad.path)
      var f: BehaelterFehler?
      do {
        _ = try leser.naechster()
        try leser.jederBlock { geliefert += $0.count }
      } catch { f = error as? BehaelterFehler }
      #expect(f != nil)
      #expect(geliefert <= 100)
    }
  }

  @Test("a wrong CRC, another name or method in the local header, a stored size that differs")
  func widersprueche() throws {
    try mitTemporaeremOrdner { ordner in
      var crc = Testzip.Satz("a")
      crc.crc = 1
      #expect(schaden(try Testzip([crc]).schreibe(ordner))?.contains("CRC-32") == true)
      var name = Testzip.Satz("a")
      name.kopfname = Array("b".utf8)
      #expect(schaden(try Testzip([name]).schreibe(ordner))?.contains("Name im Kopf") == true)
      name.kopfname = Array("längerer Name".utf8)
      #expect(schaden(try Testzip([name]).schreibe(ordner))?.contains("im Kopf") == true)
      var groesse = Testzip.Satz("a")
      groesse.groesse = 7
      let falsch = try Testzip([groesse]).schreibe(ordner)
      #expect(schaden(falsch)?.contains("verschiedenen Größen") == true)
      var bytes = Testzip("a").bytes
      bytes[8] = 8
      let pfad = ordner.appendingPathComponent("m.zip")
      try Data(bytes).write(to: pfad)
      #expect(schaden(pfad.path)?.contains("Packverfahren") == true)
    }
  }

  @Test("encrypted entries are marked, and reading names them; the others stay readable")
  func verschluesselt() throws {
    try mitTemporaeremOrdner { ordner in
      var geheim = Testzip.Satz("geheim.pdf")
      geheim.merkmale = 1
      let pfad = try Testzip([geheim, Testzip.Satz("offen")]).schreibe(ordner)
      #expect(try Verzeichnis(pfad: pfad).eintraege.map(\.verschluesselt) == [true, false])
      var leser = try Containerleser(pfad: pfad)
      var f: BehaelterFehler?
      do { _ = try leser.naechster() } catch { f = error as? BehaelterFehler }
      #expect(f == .verschluesselt(pfad: pfad, eintrag: "geheim.pdf"))
      #expect(try leser.naechster()?.name == "offen")
      var inhalt: [UInt8] = []
      try leser.jederBlock { inhalt += $0 }
      #expect(inhalt == Array("Inhalt".utf8))
      #expect(fehler { try entpacke(pfad, nach: ordner.path + "/aus") } == f)
    }
  }

  @Test("an unknown method and a split container are named as unsupported")
  func nichtUnterstuetzt() throws {
    try mitTemporaeremOrdner { ordner in
      var fremd = Testzip.Satz("a")
      fremd.verfahren = 77
      var teil = Testzip("a")
      teil.teil = 1
      for zip in [Testzip([fremd]), teil] {
        guard case .nichtUnterstuetzt? = fehler({ _ = try liesAlles(zip.schreibe(ordner)) }) else {
          Issue.record("not refused")
          continue
        }
      }
    }
  }

  @Test("bytes before and after are tolerated only if all offsets are right")
  func umgebung() throws {
    try mitTemporaeremOrdner { ordner in
      var zip = Testzip("a", "b")
      zip.vorspann = Array("#!/bin/sh\nexec unzip\n".utf8)
      var pfad = try zip.schreibe(ordner)
      #expect(try liesAlles(pfad).count == 2)
      zip.zaehltVorspann = false
      pfad = try zip.schreibe(ordner)
      #expect(schaden(pfad)?.contains("liegt nicht") == true)
      zip = Testzip("a", "b")
      zip.kommentar = [UInt8](repeating: 32, count: 3000)
      zip.nachspann = [0, 0, 0]
      pfad = try zip.schreibe(ordner)
      #expect(try liesAlles(pfad).count == 2)
      // Two directories: a second end record in the comment must not hide the first.
      zip.nachspann = []
      zip.kommentar = Testzip("c").bytes
      pfad = try zip.schreibe(ordner)
      #expect(schaden(pfad) != nil)
      zip = Testzip("a", "b")
      zip.anzahl = 1
      pfad = try zip.schreibe(ordner)
      #expect(schaden(pfad)?.contains("mehr Einträge") == true)
      zip.anzahl = 3
      pfad = try zip.schreibe(ordner)
      #expect(schaden(pfad) != nil)
    }
  }

  @Test("not a ZIP, an empty file, a folder, a missing file")
  func keinZip() throws {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.appendingPathComponent("x").path
      for text in ["", "PK", String(repeating: "kein Zip", count: 20_000)] {
        try Data(text.utf8).write(to: URL(fileURLWithPath: pfad))
        #expect(fehler { _ = try Verzeichnis(pfad: pfad) } == .keinZip(pfad: pfad))
      }
      for p in ["", ordner.path, "\(pfad)-fehlt", "/dev/zero"] {
        guard case .nichtLesbar? = fehler({ _ = try Verzeichnis(pfad: p) }) else {
          Issue.record("»\(p)«")
          continue
        }
      }
      #expect(try liesAlles(Testzip([]).schreibe(ordner)).isEmpty)
    }
  }

  @Test("cut off anywhere, a container is refused")
  func abgeschnitten() throws {
    try mitTemporaeremOrdner { ordner in
      let ganz = try musterbytes(ordner)
      let pfad = ordner.appendingPathComponent("kurz.zip")
      for laenge in 0..<ganz.count {
        try Data(ganz[..<laenge]).write(to: pfad)
        #expect(fehler { _ = try liesAlles(pfad.path) } != nil, "\(laenge) of \(ganz.count)")
      }
    }
  }

  @Test("random damage never crashes, and what is still read is what was written or refused")
  func zufaelligBeschaedigt() throws {
    try mitTemporaeremOrdner { ordner in
      let ganz = try musterbytes(ordner)
      let pfad = ordner.appendingPathComponent("schaden.zip")
      for seed in 0..<1500 as Range<UInt64> {
        var zufall = Zufall(seed)
        var bytes = ganz
        for _ in 0..<Int.random(in: 1...4, using: &zufall) {
          let i = Int.random(in: bytes.indices, using: &zufall)
          bytes[i] = seed % 2 == 0 ? .random(in: 0...255, using: &zufall) : bytes[i] ^ 0x80
        }
        try Data(bytes).write(to: pfad)
        do {
          for (_, inhalt) in try liesAlles(pfad.path) where inhalt.count > 5000 {
            Issue.record("seed \(seed): \(inhalt.count) bytes")
          }
        } catch {
          #expect(error is BehaelterFehler, "seed \(seed)")
        }
      }
    }
  }

  /// A small container with stored and deflated entries.
  private func musterbytes(_ ordner: URL) throws -> [UInt8] {
    let pfad = ordner.appendingPathComponent("muster.zip").path
    var s = try Containerschreiber(pfad: pfad)
    _ = try s.eintrag("Prüfung.xml", bytes: Array(String(repeating: "<a/>", count: 200).utf8))
    _ = try s.eintrag("b.pdf", bytes: Array("%PDF".utf8))
    _ = try s.eintrag("leer", bytes: [])
    try s.beende()
    return [UInt8](try Data(contentsOf: URL(fileURLWithPath: pfad)))
  }

  private func stelle(_ bytes: [UInt8], _ muster: [UInt8]) -> Int? {
    bytes.indices.dropLast(3).first { bytes[$0..<($0 + 4)].elementsEqual(muster) }
  }

  private func istGrenze(_ pfad: String, _ g: Grenzen, _ name: String, _ wert: Int64) -> Bool {
    guard case .grenze(_, _, let n, let w)? = fehler({ _ = try liesAlles(pfad, g) }) else {
      return false
    }
    return n.contains(name) && w == wert
  }
}
