// SPDX-License-Identifier: Apache-2.0
import Behaelter
import Foundation
import TestHilfe
import Testing

@Suite struct NamenTests {
  static let faelle: [(String, [Namensmangel])] = [
    ("a.xml", []), ("Prüfung é 🌍 .pdf", []), ("...", []), ("a..b", []), (" ", []),
    ("ab:c", []), ("1:x", []),
    ("/etc", [.absolut]), ("/etc/x", [.absolut, .unterordner]),
    ("..", [.aufwaerts]), ("../x", [.aufwaerts, .unterordner]),
    ("a/../b", [.aufwaerts, .unterordner]),
    ("a\\b", [.rueckstrich]), ("..\\x", [.aufwaerts, .rueckstrich]),
    ("C:x", [.laufwerk]), ("c:\\x", [.rueckstrich, .laufwerk]),
    ("a\u{0}b", [.steuerzeichen]), ("a\nb", [.steuerzeichen]), ("\u{7F}", [.steuerzeichen]),
    ("a\u{85}", [.steuerzeichen]), ("a\u{202E}fdp", [.steuerzeichen]),
    ("d/x", [.unterordner]), ("d/", [.unterordner]),
    ("", [.leer]), (".", [.leer]),
    (String(repeating: "ü", count: 513), [.zuLang]),
  ]

  @Test("each defect of a name is found, and a sound name has none")
  func maengel() {
    for (name, erwartet) in Self.faelle {
      #expect(Namensmangel.maengel(name) == erwartet, "»\(name)«")
    }
  }

  @Test("the directory reports the defects, the reader goes on, unpacking and writing refuse")
  func imContainer() throws {
    try mitTemporaeremOrdner { ordner in
      for (i, (name, erwartet)) in Self.faelle.enumerated() {
        let text = name.hasSuffix("/") ? "" : "Inhalt"  // a folder has no content
        let pfad = try Testzip([Testzip.Satz(name, text)]).schreibe(ordner, "\(i).zip")
        let v = try Verzeichnis(pfad: pfad)
        #expect(v.eintraege.map(\.maengel) == [erwartet], "»\(name)«")
        #expect(v.eintraege.map(\.name) == [name])
        #expect(v[name] != nil)
        #expect(try liesAlles(pfad).map(\.bytes) == [Array(text.utf8)])
        let ziel = ordner.appendingPathComponent("aus-\(i)").path
        let f = fehler { try entpacke(pfad, nach: ziel) }
        #expect((f == nil) == erwartet.isEmpty)
        #expect(FileManager.default.fileExists(atPath: ziel) == erwartet.isEmpty)
        var s = try Containerschreiber(pfad: ordner.appendingPathComponent("neu-\(i)").path)
        var geschrieben = true
        do { _ = try s.eintrag(name, bytes: []) } catch { geschrieben = false }
        #expect(geschrieben == erwartet.isEmpty)
        try s.beende()
      }
      #expect(try inhalt(ordner).allSatisfy { !$0.hasPrefix(".") })
    }
  }

  @Test("a name without the flag is UTF-8 if it can be, otherwise code page 437")
  func kodierung() throws {
    try mitTemporaeremOrdner { ordner in
      var ohneFlag = Testzip.Satz("Grüße.txt")
      ohneFlag.merkmale = 0
      var falschesFlag = Testzip.Satz(roh: [0x41, 0xFF])
      falschesFlag.merkmale = 0x0800
      let cp437 = Testzip.Satz(roh: [0x47, 0x72, 0x81, 0xE1, 0x65, 0x8E, 0xFF])
      let pfad = try Testzip([ohneFlag, falschesFlag, cp437, Testzip.Satz("Ü")]).schreibe(ordner)
      let e = try Verzeichnis(pfad: pfad).eintraege
      #expect(e.map(\.name) == ["Grüße.txt", "A\u{A0}", "GrüßeÄ\u{A0}", "Ü"])
      #expect(e.map(\.istUTF8) == [false, false, false, true])
      #expect(e.map(\.maengel) == [[.nichtUTF8], [.nichtUTF8], [.nichtUTF8], []])
      #expect(e[2].rohname == [0x47, 0x72, 0x81, 0xE1, 0x65, 0x8E, 0xFF])
      #expect(e[0].rohname == Array("Grüße.txt".utf8))
      #expect(try liesAlles(pfad).map(\.name) == e.map(\.name))
      let ziel = ordner.appendingPathComponent("aus")
      try entpacke(pfad, nach: ziel.path)
      #expect(try Set(inhalt(ziel)) == Set(e.map(\.name)))
    }
  }

  @Test("names equal but for composition or letter case are duplicates")
  func doppelt() throws {
    try mitTemporaeremOrdner { ordner in
      let namen = ["\u{FC}.txt", "b", "u\u{308}.txt", "Ü.TXT", "B", "b"]
      let pfad = try Testzip(namen.map { Testzip.Satz($0) }).schreibe(ordner)
      let v = try Verzeichnis(pfad: pfad)
      let ue = Namensmangel.doppelt(mit: "\u{FC}.txt")
      #expect(
        v.eintraege.map(\.maengel) == [
          [], [], [ue], [ue], [.doppelt(mit: "b")], [.doppelt(mit: "b")],
        ])
      // The look-up is by bytes, though: each form finds its own entry.
      for i in 0..<5 {
        #expect(v[namen[i]]?.name.utf8.elementsEqual(namen[i].utf8) == true)
      }
      #expect(v["ü.Txt"] == nil)
      #expect(fehler { try entpacke(pfad, nach: ordner.path + "/aus") } != nil)
      var s = try Containerschreiber(pfad: ordner.appendingPathComponent("neu.zip").path)
      _ = try s.eintrag(namen[0], bytes: [])
      var f: BehaelterFehler?
      do { _ = try s.eintrag(namen[2], bytes: []) } catch { f = error as? BehaelterFehler }
      #expect(f == .doppelterName(eintrag: namen[2]))
      try s.beende()
    }
  }

  @Test("links, folders and devices are told apart and not unpacked")
  func arten() throws {
    try mitTemporaeremOrdner { ordner in
      for (modus, art, mangel) in [
        (0o120777, Eintragsart.verknuepfung, [Namensmangel.verknuepfung]),
        (0o040755, .ordner, [.unterordner]), (0o020600, .sonstige, []), (0, .datei, []),
      ] as [(UInt32, Eintragsart, [Namensmangel])] {
        var satz = Testzip.Satz("x", art == .ordner ? "" : "/etc/passwd")
        satz.attribute = modus << 16
        let pfad = try Testzip([satz, Testzip.Satz("y")]).schreibe(ordner)
        let e = try Verzeichnis(pfad: pfad).eintraege
        #expect(e[0].art == art)
        #expect(e[0].maengel == mangel)
        #expect(try liesAlles(pfad).last?.bytes == Array("Inhalt".utf8))
        let ziel = ordner.appendingPathComponent("aus-\(modus)").path
        #expect((fehler { try entpacke(pfad, nach: ziel) } == nil) == (art == .datei))
      }
    }
  }
}
