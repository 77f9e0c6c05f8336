// SPDX-License-Identifier: Apache-2.0
import Akte
import Behaelter
import Foundation
import TestHilfe
import Testing

@Suite struct SchreiberTests {
  static let namen = [
    "0d7e_0501_1.xml", "Größe – Prüfung ß.pdf", "Katze 🐈‍⬛ é.txt", "a b.txt", "u\u{308}.jpg",
    "ohneEndung",
  ]

  /// Writes the sample entries: content of several pieces, an empty one among them.
  static func schreibe(_ pfad: String, _ optionen: Containerschreiber.Optionen = .init()) throws {
    var s = try Containerschreiber(pfad: pfad, optionen: optionen)
    for (i, name) in namen.enumerated() { _ = try s.eintrag(name, bytes: muster(i)) }
    try s.beende()
  }

  static func muster(_ i: Int) -> [UInt8] {
    (0..<(i * 50_000)).map { UInt8(truncatingIfNeeded: $0 / 7 &* (i + 3) &+ $0 / 1000) }
  }

  @Test("what is written is read back, entry by entry and by the three ways of reading")
  func hinUndZurueck() throws {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.appendingPathComponent("Überprüfung.zip").path
      try Self.schreibe(pfad)
      let v = try Verzeichnis(pfad: pfad)
      #expect(v.eintraege.map(\.name) == Self.namen)
      #expect(v.eintraege.allSatisfy { $0.istUTF8 && $0.maengel.isEmpty && $0.art == .datei })
      #expect(v.eintraege.map(\.verfahren) == [0, 0, 8, 8, 0, 8])
      let alle = try liesAlles(pfad)
      for (i, e) in alle.enumerated() {
        #expect(e.name.utf8.elementsEqual(Self.namen[i].utf8))
        #expect(e.bytes == Self.muster(i))
      }
      // Pulled in odd pieces, jumping forward and back.
      var leser = try Containerleser(pfad: pfad)
      let puffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4099, alignment: 1)
      defer { puffer.deallocate() }
      for i in [3, 1, 1, 5, 0] {
        #expect(try leser.springe(zu: Self.namen[i]))
        var bytes: [UInt8] = []
        while case let n = try leser.lies(puffer), n > 0 { bytes += puffer[..<n] }
        #expect(bytes == Self.muster(i))
      }
      #expect(try !leser.springe(zu: "fehlt"))
      #expect(try leser.springe(zu: Self.namen[4]))
      #expect(try leser.naechster()?.name == Self.namen[5])
      #expect(try leser.naechster() == nil)
      let ziel = ordner.appendingPathComponent("aus")
      var gemeldet: [String: Int64] = [:]
      try entpacke(pfad, nach: ziel.path) { gemeldet[$0] = $1 }
      for (i, name) in Self.namen.enumerated() {
        #expect(gemeldet[name] == Int64(Self.muster(i).count))
        let datei = try Data(contentsOf: ziel.appendingPathComponent(name))
        #expect([UInt8](datei) == Self.muster(i))
      }
      #expect(throws: BehaelterFehler.zielVorhanden(pfad: ziel.path)) {
        try entpacke(pfad, nach: ziel.path)
      }
      #expect(try inhalt(ordner).sorted() == ["aus", "Überprüfung.zip"].sorted())
    }
  }

  @Test(
    "foreign programs read the container, names included",
    .enabled(if: ["unzip", "bsdtar", "python3"].allSatisfy(Programm.vorhanden)))
  func fremdeLeser() throws {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.appendingPathComponent("t.zip").path
      try Self.schreibe(pfad)
      let umgebung = ["LC_ALL": "C.UTF-8"]
      #expect(try Programm.starte("unzip", ["-tq", pfad], umgebung: umgebung).status == 0)
      let tar = try Programm.starte("bsdtar", ["-tf", pfad], umgebung: umgebung)
      #expect(tar.ausgabe.split(separator: "\n").map(String.init) == Self.namen)
      let text = """
        import sys, zipfile, hashlib
        z = zipfile.ZipFile(sys.argv[1])
        assert z.testzip() is None
        for i in z.infolist(): print(i.filename, i.file_size, i.date_time, hex(i.external_attr))
        """
      let python = try Programm.starte("python3", ["-X", "utf8", "-c", text, pfad])
      let zeilen = python.ausgabe.split(separator: "\n").map(String.init)
      #expect(
        zeilen
          == Self.namen.enumerated().map {
            "\($1) \($0 * 50_000) (1980, 1, 1, 0, 0, 0) 0x81a40000"
          })
      #expect(python.fehler == "")
    }
  }

  @Test("the digests of an entry are those of its bytes, in the order of the options")
  func pruefsummen() throws {
    try mitTemporaeremOrdner { ordner in
      var optionen = Containerschreiber.Optionen()
      optionen.hashverfahren = [.md5, .sha256]
      var s = try Containerschreiber(pfad: ordner.path + "/t.zip", optionen: optionen)
      let quelle = ordner.path + "/q"
      try Data("abc".utf8).write(to: URL(fileURLWithPath: quelle))
      let abc = [
        "900150983cd24fb0d6963f7d28e17f72",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
      ]
      let datei = try s.datei("a.txt", pfad: quelle)
      #expect(datei.groesse == 3)
      #expect(datei.pruefsummen.map(\.hex) == abc)
      #expect(try s.eintrag("b.txt", bytes: Array("abc".utf8)).map(\.hex) == abc)
      var rest = Array("abc".utf8)
      let gezogen = try s.eintrag("c.txt", groesse: 3) { puffer in
        guard let b = rest.popLast() else { return 0 }
        puffer[0] = UInt8(ascii: "a") + UInt8(ascii: "c") - b
        return 1
      }
      #expect(gezogen.map(\.hex) == abc)
      try s.beende()
      #expect(try liesAlles(ordner.path + "/t.zip").map(\.bytes).allSatisfy { $0 == [97, 98, 99] })
    }
  }

  @Test("content of another length than announced spoils the container, which then vanishes")
  func falscheGroesse() throws {
    try mitTemporaeremOrdner { ordner in
      for (angekuendigt, geliefert) in [(3, 2), (2, 3), (1, 0), (0, 1)] as [(Int64, Int64)] {
        var s = try Containerschreiber(pfad: ordner.path + "/t.zip")
        var rest = geliefert
        var f: BehaelterFehler?
        do {
          _ = try s.eintrag("a", groesse: angekuendigt) { _ in
            rest -= 1
            return rest >= 0 ? 1 : 0
          }
        } catch { f = error as? BehaelterFehler }
        #expect(f == .groesseFalsch(eintrag: "a", erwartet: angekuendigt, gelesen: geliefert))
        f = nil
        do { try s.beende() } catch { f = error as? BehaelterFehler }
        #expect(f != nil)
        #expect(try inhalt(ordner) == [])
      }
    }
  }

  @Test("without its good end a writer leaves nothing; until then the target does not exist")
  func abgebrochen() throws {
    try mitTemporaeremOrdner { ordner in
      do {
        var s = try Containerschreiber(pfad: ordner.path + "/t.zip")
        _ = try s.eintrag("a", bytes: Self.muster(3))
        let dateien = try inhalt(ordner)
        // Nothing at all where the system knows files without a name, else a hidden one.
        #expect(dateien.allSatisfy { $0.hasPrefix(".t.zip.teil-") } && dateien.count <= 1)
      }
      #expect(try inhalt(ordner) == [])
    }
  }

  @Test("an existing target is replaced only on demand, and never a folder or a link")
  func zielVorhanden() throws {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.path + "/t.zip"
      try Data("alt".utf8).write(to: URL(fileURLWithPath: pfad))
      var f = fehler { try Self.schreibe(pfad) }
      #expect(f == .zielVorhanden(pfad: pfad))
      #expect(try Data(contentsOf: URL(fileURLWithPath: pfad)) == Data("alt".utf8))
      var optionen = Containerschreiber.Optionen()
      optionen.ueberschreiben = true
      try Self.schreibe(pfad, optionen)
      #expect(try Verzeichnis(pfad: pfad).eintraege.count == Self.namen.count)
      let rechte = try FileManager.default.attributesOfItem(atPath: pfad)[.posixPermissions]
      #expect(rechte as? Int == 0o644)
      try FileManager.default.createSymbolicLink(
        atPath: ordner.path + "/l", withDestinationPath: pfad)
      for ziel in [ordner.path, ordner.path + "/l", "/dev/full"] {
        f = fehler { try Self.schreibe(ziel, optionen) }
        #expect(f == .zielVorhanden(pfad: ziel))
      }
      // A target that appears while the container is written is not replaced either.
      let spaet = ordner.path + "/spät.zip"
      let s = try Containerschreiber(pfad: spaet)
      try Data("neu".utf8).write(to: URL(fileURLWithPath: spaet))
      f = nil
      do { try s.beende() } catch { f = error as? BehaelterFehler }
      #expect(f == .zielVorhanden(pfad: spaet))
      #expect(try inhalt(ordner) == ["l", "spät.zip", "t.zip"])
      for ziel in ["", "/", ordner.path + "/fehlt/t.zip", ordner.path + "/.."] {
        guard case .schreiben? = fehler({ try Self.schreibe(ziel, optionen) }) else {
          Issue.record("»\(ziel)«")
          continue
        }
      }
    }
  }

  @Test("only regular files become entries: no link, folder or FIFO")
  func quellen() throws {
    try mitTemporaeremOrdner { ordner in
      try FileManager.default.createSymbolicLink(
        atPath: ordner.path + "/l", withDestinationPath: "/etc/passwd")
      try #require(mkfifo(ordner.path + "/fifo", 0o600) == 0)
      var s = try Containerschreiber(pfad: ordner.path + "/t.zip")
      for pfad in ["/l", "/fifo", "", "/fehlt"].map({ ordner.path + $0 }) {
        var istRichtig = false
        do { _ = try s.datei("a", pfad: pfad) } catch {
          if case .nichtLesbar(let p, _)? = error as? BehaelterFehler { istRichtig = p == pfad }
        }
        #expect(istRichtig)
      }
      _ = try s.datei("a", pfad: #filePath)  // the writer is still sound
      try s.beende()
    }
  }

  @Test("more than 65,535 entries make a Zip64 directory")
  func zip64() throws {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.path + "/t.zip"
      var s = try Containerschreiber(pfad: pfad)
      for i in 0..<70_000 { _ = try s.eintrag("\(i)", bytes: []) }
      try s.beende()
      let v = try Verzeichnis(pfad: pfad)
      #expect(v.eintraege.count == 70_000)
      #expect(v["69999"]?.name == "69999")
      var leser = try Containerleser(pfad: pfad)
      #expect(try leser.springe(zu: "65536"))
      var anzahl = 1
      while try leser.naechster() != nil { anzahl += 1 }
      #expect(anzahl == 70_000 - 65_536)
    }
  }
}
