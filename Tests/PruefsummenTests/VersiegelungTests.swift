// SPDX-License-Identifier: Apache-2.0
import Akte
import Pruefsummen
import TestHilfe
import Testing

@Suite struct VersiegelungTests {
  struct Vektor: Sendable {
    var schluessel: String
    var nonce: String
    var klartext: String
    var zusatz: String
    var geheim: String
    var marke: String
  }

  static let lang =
    "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
    + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
  static let langGeheim =
    "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
    + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"
  static let schluessel = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"
  static let null = String(repeating: "0", count: 64)

  // The GCM specification submitted to NIST, test cases 13 to 16 (AES-256, nonce of 96 bits).
  static let vektoren: [Vektor] = [
    Vektor(
      schluessel: null, nonce: "000000000000000000000000", klartext: "", zusatz: "", geheim: "",
      marke: "530f8afbc74536b9a963b4f1c4cb738b"),
    Vektor(
      schluessel: null, nonce: "000000000000000000000000",
      klartext: "00000000000000000000000000000000", zusatz: "",
      geheim: "cea7403d4d606b6e074ec5d3baf39d18", marke: "d0d1c8a799996bf0265b98b5d48ab919"),
    Vektor(
      schluessel: schluessel, nonce: "cafebabefacedbaddecaf888", klartext: lang + "1aafd255",
      zusatz: "", geheim: langGeheim + "898015ad", marke: "b094dac5d93471bdec1a502270e3cc6c"),
    Vektor(
      schluessel: schluessel, nonce: "cafebabefacedbaddecaf888", klartext: lang,
      zusatz: "feedfacedeadbeeffeedfacedeadbeefabaddad2", geheim: langGeheim,
      marke: "76fc6ece0f4e1768cddf8853bb2d551b"),
  ]

  static func bytes(_ hex: String) -> [UInt8] {
    let zeichen = Array(hex)
    return stride(from: 0, to: zeichen.count, by: 2).compactMap {
      UInt8(String(zeichen[$0..<$0 + 2]), radix: 16)
    }
  }

  @Test("the published vectors come out, and open again")
  func vektorenStimmen() throws {
    for v in Self.vektoren {
      let schluessel = try Objektschluessel(bytes: Self.bytes(v.schluessel))
      let zusatz = Self.bytes(v.zusatz)
      let versiegelt = try schluessel.versiegle(
        Self.bytes(v.klartext), zusatz: zusatz, nonce: Self.bytes(v.nonce))
      #expect(versiegelt == Self.bytes(v.nonce + v.geheim + v.marke))
      #expect(versiegelt.count == v.klartext.count / 2 + Objektschluessel.aufschlag)
      let klartext = try schluessel.oeffne(versiegelt, zusatz: zusatz)
      #expect(klartext == Self.bytes(v.klartext))
    }
  }

  @Test("every changed bit of nonce, text, tag, key and additional data is found")
  func veraenderung() throws {
    var zufall = Zufall(11)
    let schluessel = Objektschluessel(&zufall)
    let versiegelt = try schluessel.versiegle(Array("Bußgeld".utf8), zusatz: [1, 2], &zufall)
    for stelle in versiegelt.indices {
      for bit in 0..<8 {
        var anders = versiegelt
        anders[stelle] ^= 1 << bit
        #expect(throws: Versiegelungsfehler.nichtEcht) {
          try schluessel.oeffne(anders, zusatz: [1, 2])
        }
      }
    }
    #expect(throws: Versiegelungsfehler.nichtEcht) {
      try schluessel.oeffne(versiegelt, zusatz: [1, 3])
    }
    #expect(throws: Versiegelungsfehler.nichtEcht) { try schluessel.oeffne(versiegelt, zusatz: []) }
    let fremder = Objektschluessel(&zufall)
    #expect(throws: Versiegelungsfehler.nichtEcht) {
      try fremder.oeffne(versiegelt, zusatz: [1, 2])
    }
    for laenge in [0, 1, 27] {
      #expect(throws: Versiegelungsfehler.zuKurz(laenge)) {
        try schluessel.oeffne(Array(versiegelt.prefix(laenge)), zusatz: [1, 2])
      }
    }
    #expect(throws: Versiegelungsfehler.nichtEcht) {
      try schluessel.oeffne(Array(versiegelt.dropLast()), zusatz: [1, 2])
    }
  }

  @Test("texts of every length open again; the same text never looks the same twice")
  func rundlauf() throws {
    var zufall = Zufall(12)
    let schluessel = Objektschluessel(&zufall)
    var gesehen: Set<[UInt8]> = []
    for laenge in [0, 1, 15, 16, 17, 1000, 70_000] {
      let text = [UInt8](repeating: 65, count: laenge)
      for _ in 0..<3 {
        let versiegelt = try schluessel.versiegle(text, zusatz: [], &zufall)
        #expect(gesehen.insert(versiegelt).inserted)
        let wieder = try schluessel.oeffne(versiegelt, zusatz: [])
        #expect(wieder == text)
      }
    }
  }

  @Test("a key has 32 bytes and comes back as it was stored")
  func schluesselform() throws {
    for laenge in [0, 16, 31, 33] {
      #expect(throws: Versiegelungsfehler.schluessellaenge(laenge)) {
        _ = try Objektschluessel(bytes: [UInt8](repeating: 7, count: laenge))
      }
    }
    var zufall = Zufall(13)
    let erster = Objektschluessel(&zufall)
    let gespeichert = erster.mitBytes { [UInt8]($0) }
    let versiegelt = try erster.versiegle([1, 2, 3], zusatz: [], &zufall)
    let zweiter = try Objektschluessel(bytes: gespeichert)
    let text = try zweiter.oeffne(versiegelt, zusatz: [])
    #expect(text == [1, 2, 3])
    var wieder = Zufall(13)
    #expect(Objektschluessel(&wieder).mitBytes { [UInt8]($0) } == gespeichert)
    for fehler: Versiegelungsfehler in [
      .verfahrenFehlt, .schluessellaenge(3), .zuKurz(1), .zuGross(9), .nichtEcht,
    ] {
      #expect("\(fehler)".hasSuffix("."))
    }
  }
}
