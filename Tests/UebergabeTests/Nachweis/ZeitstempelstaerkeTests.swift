// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// Tokens that are signed, but not as RFC 3161 demands or not with sound means.
@Suite(
  "Zeitstempel: signierte Attribute und Verfahren",
  .enabled(if: Openssl.verfuegbar, "übersprungen: openssl fehlt"))
struct ZeitstempelstaerkeTests {
  private static let wert = Pruefsumme(.sha256, bytes: Baumrichter.hash([7], .sha256))!

  private func stelle(
    _ tmp: URL, _ name: String, schluessel: String = "rsa:2048", hash: String = "sha256"
  ) throws -> Zeitstempelstelle {
    try Zeitstempelstelle(tmp.appendingPathComponent(name), schluessel: schluessel, hash: hash)
  }

  private func token(
    _ stelle: Zeitstempelstelle, _ wert: Pruefsumme = wert
  ) throws -> [UInt8] {
    var zufall = Zufall(3)
    return try Zeitstempelantwort(
      try stelle.antworte(Zeitstempelanfrage(wert, zufall: &zufall).der)
    ).token
  }

  private func mangel(
    _ token: [UInt8], _ stelle: Zeitstempelstelle, mitAnker: Bool = false
  ) throws -> String? {
    let anker =
      mitAnker
      ? try Vertrauensanker(
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: stelle.wurzel))), name: "ca") : nil
    guard case .ungueltig(let grund) = try Zeitstempel(der: token).pruefeSignatur(anker) else {
      return nil
    }
    return grund
  }

  @Test(
    "ohne signierte Attribute, ohne oder mit falscher Nennung des Zertifikats: ungültig, wie für openssl"
  )
  func attribute() throws {
    try mitTemporaeremOrdner { tmp in
      let stelle = try stelle(tmp, "tsa")
      let gut = try token(stelle)
      #expect(try mangel(gut, stelle) == nil && mangel(gut, stelle, mitAnker: true) == nil)
      #expect(try stelle.bestaetigt(gut, hex: Self.wert.hex))
      for (optionen, teil) in [
        (["-noattr"], "keine signierten Attribute"), ([], "nennt ihr Zertifikat nicht"),
      ] as [([String], String)] {
        let schlecht = try stelle.signiereNeu(gut, optionen)
        for mitAnker in [false, true] {
          let grund = try mangel(schlecht, stelle, mitAnker: mitAnker)
          #expect(grund?.contains(teil) == true, "\(optionen) \(grund ?? "gilt")")
        }
        #expect(try !stelle.bestaetigt(schlecht, hex: Self.wert.hex))
        #expect(throws: NachweisFehler.self) {
          var zufall = Zufall(3)
          _ = try Zeitstempel(
            antwort: schlecht, auf: Zeitstempelanfrage(Self.wert, zufall: &zufall), nil)
        }
      }
      // With the attribute the same way of signing is accepted.
      #expect(try mangel(try stelle.signiereNeu(gut, ["-cades"]), stelle) == nil)
      // Another certificate with the same key: only the attribute tells them apart.
      let text = try String(
        contentsOf: stelle.ordner.appendingPathComponent("tsa.pem"), encoding: .utf8)
      let zertifikat = [UInt8](
        Data(
          base64Encoded: text.split(separator: "\n").filter { !$0.hasPrefix("-") }.joined())!)
      var getauscht = gut
      let ort = try #require(gut.firstRange(of: zertifikat))
      getauscht[ort.upperBound - 1] ^= 1
      #expect(try mangel(getauscht, stelle)?.contains("anderes Zertifikat") == true)
    }
  }

  @Test(
    "schwache Verfahren werden genannt, mit Jahr, und nicht für neue Nachweise angenommen",
    arguments: [
      ("rsa:1024", "sha256", "RSA-Schlüssel mit 1024 Bit", false),
      ("rsa:512", "sha256", "RSA-Schlüssel mit 512 Bit", true),
      ("rsa:2048", "sha1", "SHA-1 (Signatur)", false),
    ] as [(String, String, String, Bool)])
  func schwach(_ schluessel: String, _ hash: String, _ was: String, _ istGebrochen: Bool) throws {
    try NachweisordnerTests.mitBuehne(namen: ["a"]) { b in
      let schwache = try Zeitstempelstelle(
        b.stelle.ordner.appendingPathComponent("schwach"), schluessel: schluessel, hash: hash)
      let n = try NachweisordnerTests.erstelle(b)
      var abgelehnt = n
      let fehler = #expect(throws: NachweisFehler.self) {
        try abgelehnt.uebernimm(antwort: try schwache.antworte(n.offeneAnfrage!.der))
      }
      #expect("\(fehler!)".contains(was) && "\(fehler!)".contains("seit Ende 201"), "\(fehler!)")

      // An old record that has such a stamp, alone and renewed by a sound one.
      let alt = try token(schwache, Self.wert)
      var kette = [Archivzeitstempel(.sha256, nil, token: alt)]
      func bericht() throws -> Pruefbericht {
        try Beweispruefer().pruefe(
          try EvidenceRecord(ketten: [kette]), name: "x", [Beweisgegenstand(name: "d", bytes: [7])])
      }
      func befund(_ bericht: Pruefbericht) throws -> Befund {
        try #require(
          bericht.befunde.first { $0.regel == "STEMPEL-SCHWACH" }, "\(bericht.text(farbe: false))")
      }
      let allein = try befund(try bericht())
      #expect(allein.schwere == .fehler && allein.meldung.contains(was))
      #expect(allein.abhilfe.contains("Erneuerung"))
      let decke = Pruefsumme(.sha256, bytes: Baumrichter.hash(alt, .sha256))!
      kette.append(Archivzeitstempel(.sha256, nil, token: try token(b.stelle, decke)))
      let letzter = try bericht()
      let erneuert = try befund(letzter)
      #expect(erneuert.schwere == (istGebrochen ? .fehler : .warnung))
      #expect(erneuert.meldung.contains("rneuer"), "\(erneuert.meldung)")
      #expect(letzter.gueltig == !istGebrochen, "\(letzter.text(farbe: false))")
    }
  }

  @Test("Grenzen der Schwäche: Verfahren, Schlüsselarten, Längen")
  func grenzen() {
    for (art, bits, grad) in [
      (.rsa, 1023, .gebrochen), (.rsa, 1024, .veraltet), (.rsa, 1899, .veraltet), (.rsa, 1976, nil),
      (.dsa, 2047, .veraltet), (.dsa, 2048, nil), (.kurve, 159, .gebrochen),
      (.kurve, 192, .veraltet),
      (.kurve, 224, nil),
    ] as [(Schluesselart, Int, Schwaeche.Grad?)] {
      #expect(Schwaeche(schluessel: art, bits: bits)?.grad == grad, "\(art) \(bits)")
    }
    for (v, grad) in [
      (.md5, .gebrochen), (.sha1, .veraltet), (.sha224, nil), (.sha256, nil), (.sha512, nil),
    ] as [(Hashverfahren, Schwaeche.Grad?)] {
      #expect(Schwaeche(hash: v.objektkennung, zweck: "x")?.grad == grad, "\(v)")
    }
    #expect(Schwaeche(hash: "1.2.840.113549.2.5", zweck: "x")!.urteil(nil).0 == .fehler)
    let zeit = NachweisordnerTests.uhr
    #expect(Schwaeche(hash: "1.2.840.113549.2.5", zweck: "x")!.urteil(zeit).0 == .fehler)
    #expect(Schwaeche(hash: "1.3.14.3.2.26", zweck: "x")!.urteil(zeit).0 == .warnung)
  }
}
