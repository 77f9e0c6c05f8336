// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Pruefsummen
import TestHilfe
import Testing

@Suite struct PruefsummenTests {
  // FIPS 180-2 and RFC 1321: the digests of "" and "abc".
  static let vektoren: [(Hashverfahren, String, String)] = [
    (.md5, "", "d41d8cd98f00b204e9800998ecf8427e"),
    (.md5, "abc", "900150983cd24fb0d6963f7d28e17f72"),
    (.sha1, "", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
    (.sha1, "abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
    (.sha224, "", "d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f"),
    (.sha224, "abc", "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7"),
    (.sha256, "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    (.sha256, "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      .sha384, "",
      "38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da"
        + "274edebfe76f65fbd51ad2f14898b95b"
    ),
    (
      .sha384, "abc",
      "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed"
        + "8086072ba1e7cc2358baeca134c825a7"
    ),
    (
      .sha512, "",
      "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
        + "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"
    ),
    (
      .sha512, "abc",
      "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
        + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"
    ),
  ]

  @Test("the published test vectors come out for every algorithm")
  func vektorenStimmen() throws {
    for (verfahren, text, hex) in Self.vektoren {
      var bildner = try Pruefsummenbildner([verfahren])
      for b in Array(text.utf8) { [b].withUnsafeBytes { bildner.nimm($0) } }
      #expect(bildner.abschluss().map(\.hex) == [hex], "\(verfahren) »\(text)«")
    }
    #expect(Set(Self.vektoren.map(\.0)) == Set(Hashverfahren.allCases))
  }

  @Test("several algorithms in one pass, and the value serves for the next stream")
  func mehrereUndWieder() throws {
    var bildner = try Pruefsummenbildner([.sha512, .sha256])
    Array("abc".utf8).withUnsafeBytes { bildner.nimm($0) }
    #expect(bildner.abschluss().map(\.verfahren) == [.sha512, .sha256])
    Array("weg".utf8).withUnsafeBytes { bildner.nimm($0) }
    bildner.beginne()
    let leer = bildner.abschluss().map(\.hex)
    #expect(leer[1] == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    var keiner = try Pruefsummenbildner([])
    Array("abc".utf8).withUnsafeBytes { keiner.nimm($0) }
    #expect(keiner.abschluss().isEmpty)
  }

  @Test("many files: every number of threads gives the same, in the order given")
  func vieleDateien() throws {
    try mitTemporaeremOrdner { ordner in
      var zufall = Zufall(7)
      var pfade: [String] = []
      for i in 0..<300 {
        let pfad = ordner.appendingPathComponent("ä \(i)").path
        let laenge = i % 50 == 0 ? 300_000 + i : Int.random(in: 0...2000, using: &zufall)
        let bytes = (0..<laenge).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ i) }
        try Data(bytes).write(to: URL(fileURLWithPath: pfad))
        pfade.append(pfad)
      }
      let einzeln = try pfade.map { try pruefsumme(datei: $0, .sha256) }
      for faeden in [nil, 1, 2, 3, 16, 0, -1] {
        #expect(try pruefsummen(dateien: pfade, .sha256, faeden: faeden) == einzeln)
      }
      #expect(try pruefsummen(dateien: [], .sha256).isEmpty)
      if Programm.vorhanden("sha256sum") {
        let lauf = try Programm.starte("sha256sum", pfade)
        let fremd = lauf.ausgabe.split(separator: "\n").map { String($0.prefix(64)) }
        #expect(einzeln.map(\.hex) == fremd)
      }
    }
  }

  @Test("the first unreadable path in the order given is the error")
  func ersterFehler() throws {
    try mitTemporaeremOrdner { ordner in
      let gut = ordner.appendingPathComponent("gut").path
      try Data("x".utf8).write(to: URL(fileURLWithPath: gut))
      var pfade = [String](repeating: gut, count: 400)
      pfade[133] = ordner.appendingPathComponent("fehlt-1").path
      pfade[134] = ordner.appendingPathComponent("fehlt-2").path
      pfade[300] = ordner.path
      for faeden in [1, 2, 8] {
        #expect(throws: PruefsummenFehler.nichtLesbar(pfad: pfade[133], grund: "nicht gefunden")) {
          try pruefsummen(dateien: pfade, .sha256, faeden: faeden)
        }
      }
    }
  }

  @Test("a folder, a FIFO and a missing file are named in the error, without waiting")
  func keineDatei() throws {
    try mitTemporaeremOrdner { ordner in
      let fifo = ordner.appendingPathComponent("fifo").path
      try #require(mkfifo(fifo, 0o600) == 0)
      for (pfad, grund) in [
        (ordner.path, "ist ein Ordner"), (fifo, "ist keine gewöhnliche Datei"),
        ("\(fifo)-fehlt", "nicht gefunden"),
      ] {
        let fehler = #expect(throws: PruefsummenFehler.self) {
          try pruefsumme(datei: pfad, .sha256)
        }
        #expect(fehler == .nichtLesbar(pfad: pfad, grund: grund))
        #expect("\(try #require(fehler))".contains(pfad))
      }
    }
  }
}
