// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle
import TestHilfe
import Testing

@Suite struct ProtokollformTests {
  // Computed by another program from the description of form 1, never from this code.
  static let bytes1 =
    "01000000000000000100112233445566778899aabbccddeeff000001a20779754d10413130207a6441566572667565"
    + "67656e0072a9abf81ad5dada0f08ece3af0bc1f9adc53fe98bb16c3b6ec235772d172818"
    + "0000000000000000000000000000000000000000000000000000000000000000"
    + "00000001c0ffee0000004000800000000000000101cefb9972ddd79e058cb5c7ba802647cddb71de2aeb0d04bdd4"
    + "4b53e14bc8040e"
  static let hash1 = "a999975004a4c12c84ba9cd1bbb10a1c0dfc22f1846985942fea64d66db70c0a"
  static let bytes2 =
    "01000000000000000200112233445566778899aabbccddee00ffffffffffffffff0e503132205665726e6963687465"
    + "6e010b66726973744c61657566743ed7481c816156cf9632de2e5457fea7a6dc6ab77aca1cba1fc41a7326c13988"
    + "a999975004a4c12c84ba9cd1bbb10a1c0dfc22f1846985942fea64d66db70c0a"
    + "00000002c0ffee0000004000800000000000000100c0ffee00000040008000000000000002011a903692902d1f20"
    + "f18a23c17bd1d90a077337ea82bdc8fc53df9f9a1b93893b"
  static let hash2 = "45b688c09dbcb5f63b5f16384cbf841d82bd9746dafac94f398d13c264522145"

  static func entwuerfe() throws -> [Protokollentwurf] {
    [
      Protokollentwurf(
        ereignis: try Muster.id("00112233-4455-6677-8899-AABBCCDDEEFF"),
        zeitpunkt: try #require(Zeitpunkt("2026-11-23T09:15:30.1257+01:00")),
        art: "A10 zdAVerfuegen",
        betroffene: [
          Objektstand(
            id: try Muster.id("c0ffee00-0000-4000-8000-000000000001"),
            stand: try Muster.summe("stand 1"))
        ], nutzlast: try Muster.summe("nutzlast 1")),
      Protokollentwurf(
        ereignis: try Muster.id("00112233-4455-6677-8899-aabbccddee00"),
        zeitpunkt: try #require(Zeitpunkt("1969-12-31T23:59:59.999Z")), art: "P12 Vernichten",
        ausgang: .abgelehnt(grund: "fristLaeuft"),
        betroffene: [
          Objektstand(id: try Muster.id("c0ffee00-0000-4000-8000-000000000001")),
          Objektstand(
            id: try Muster.id("c0ffee00-0000-4000-8000-000000000002"),
            stand: try Muster.summe("stand 2")),
        ], nutzlast: try Muster.summe("nutzlast 2")),
    ]
  }

  @Test("form 1 gives the fixed bytes and hashes, and reads them again")
  func festeVektoren() throws {
    var kette = try Protokollkette()
    let entwuerfe = try Self.entwuerfe()
    for (entwurf, (bytes, hash)) in zip(
      entwuerfe, [(Self.bytes1, Self.hash1), (Self.bytes2, Self.hash2)])
    {
      var satz: [UInt8] = []
      let eintrag = try kette.haenge(an: entwurf, satz: &satz)
      #expect(Muster.hex(satz) == bytes + hash)
      #expect(eintrag.hash.hex == hash)
      #expect(Muster.hex(try eintrag.kanonisch()) == bytes)
      #expect(try eintrag.satz() == satz)
      #expect(try Protokolleintrag(satz: satz) == eintrag)
    }
    #expect(kette.kopf.folge == 2 && kette.kopf.hash.hex == Self.hash2)
  }

  @Test("instants are kept in UTC with milliseconds, whatever zone they came with")
  func zeitpunkte() throws {
    var kette = try Protokollkette()
    let eintrag = try kette.haenge(an: try Self.entwuerfe()[0])
    #expect(eintrag.zeitpunkt.text == "2026-11-23T08:15:30.125Z")
    var ohne = try Self.entwuerfe()[1]
    ohne.zeitpunkt = try #require(Zeitpunkt("2026-11-23T08:15:30"))
    let kopf = kette.kopf
    #expect(throws: Protokollfehler.zeitpunktOhneZone("2026-11-23T08:15:30")) {
      try kette.haenge(an: ohne)
    }
    #expect(kette.kopf == kopf)
  }

  @Test("texts that could carry personal data are refused, and nothing is appended")
  func keineFreientexte() throws {
    var kette = try Protokollkette()
    var entwurf = try Self.entwuerfe()[0]
    for art in ["", "Müller", "A10\n", String(repeating: "a", count: 121)] {
      entwurf.art = art
      #expect(throws: Protokollfehler.artUnzulaessig(art)) { try kette.haenge(an: entwurf) }
    }
    entwurf.art = "A10"
    for grund in ["", "ein freier Text", "Ä", String(repeating: "a", count: 121)] {
      entwurf.ausgang = .abgelehnt(grund: grund)
      #expect(throws: Protokollfehler.grundUnzulaessig(grund)) { try kette.haenge(an: entwurf) }
    }
    entwurf.ausgang = .angenommen
    entwurf.nutzlast = try #require(Pruefsumme(.md5, bytes: [UInt8](repeating: 0, count: 16)))
    #expect(throws: Protokollfehler.hashverfahren(.md5)) { try kette.haenge(an: entwurf) }
    #expect(kette.kopf == .anfang)
  }

  @Test("the reader takes no other bytes: shortened, lengthened, other form, other flags")
  func strengerLeser() throws {
    let satz = try Muster.kette(1, seed: 3)[0].satz
    let kanonisch = Array(satz.dropLast(32))
    let hash = try Protokolleintrag(satz: satz).hash
    for laenge in 0..<kanonisch.count {
      #expect(throws: Protokollfehler.self) {
        try Protokolleintrag(kanonisch: Array(kanonisch.prefix(laenge)), hash: hash)
      }
    }
    #expect(throws: Protokollfehler.self) {
      try Protokolleintrag(kanonisch: kanonisch + [0], hash: hash)
    }
    #expect(throws: Protokollfehler.formUnbekannt(2)) {
      try Protokolleintrag(kanonisch: [2] + kanonisch.dropFirst(), hash: hash)
    }
    #expect(throws: Protokollfehler.self) { try Protokolleintrag(satz: []) }
    // A hostile number of objects asks for no memory.
    var viele = Array(try ohneObjekte().dropLast(4))
    viele += [255, 255, 255, 255]
    #expect(throws: Protokollfehler.self) { try Protokolleintrag(kanonisch: viele, hash: hash) }
  }

  private func ohneObjekte() throws -> [UInt8] {
    var entwurf = try Self.entwuerfe()[0]
    entwurf.betroffene = []
    var kette = try Protokollkette()
    return try kette.haenge(an: entwurf).kanonisch()
  }

  @Test("property: what is written is read again, and any other byte is another entry or an error")
  func eigenschaft() throws {
    for seed in UInt64(1)...40 {
      let saetze = try Muster.kette(3, seed: seed)
      for s in saetze {
        let eintrag = try Protokolleintrag(satz: s.satz)
        #expect(try eintrag.satz() == s.satz, "seed \(seed)")
        let kanonisch = Array(s.satz.dropLast(32))
        for stelle in kanonisch.indices {
          var anders = kanonisch
          anders[stelle] ^= 1 << UInt8(stelle & 7)
          guard let anderer = try? Protokolleintrag(kanonisch: anders, hash: eintrag.hash) else {
            continue
          }
          #expect(anderer != eintrag, "seed \(seed), byte \(stelle)")
          #expect(try anderer.kanonisch() == anders, "seed \(seed), byte \(stelle)")
        }
      }
    }
  }

  /// A later form as it could come: form 1 and an unused byte behind it.
  static let zwei = Protokollform(
    nummer: 2,
    kodiere: { (eintrag, ziel) throws(Protokollfehler) in
      let anfang = ziel.count
      try Protokollform.eins.kodiere(eintrag, &ziel)
      ziel[anfang] = 2
      ziel.append(7)
    },
    dekodiere: { (bytes, hash) throws(Protokollfehler) in
      guard bytes.first == 2, bytes.last == 7 else { throw .unlesbar(stelle: 0, grund: "Form 2") }
      var eintrag = try Protokollform.eins.dekodiere([1] + bytes.dropFirst().dropLast(), hash)
      eintrag.form = 2
      return eintrag
    })

  @Test("entries of two forms live in one chain; a reader that knows one of them says so")
  func zweiFormen() throws {
    let saetze = try Muster.kette(5, seed: 9)
    var eintraege = try saetze.map { try Protokolleintrag(satz: $0.satz) }
    // From the third entry on in form 2.
    for i in 2..<5 {
      eintraege[i].form = 2
      eintraege[i].vorgaenger = eintraege[i - 1].hash
      var bytes: [UInt8] = []
      try Self.zwei.kodiere(eintraege[i], &bytes)
      eintraege[i].hash = try Pruefsumme.sha256(bytes)
    }
    var kundig = try Kettenpruefung(formen: [.eins, Self.zwei])
    for e in eintraege { #expect(kundig.nimm(e) == e) }
    let gut = kundig.abschluss()
    #expect(gut.istUnversehrt && gut.eintraege == 5 && gut.kopf.hash == eintraege[4].hash)

    var bytes: [UInt8] = []
    try Self.zwei.kodiere(eintraege[2], &bytes)
    #expect(throws: Protokollfehler.formUnbekannt(2)) {
      try Protokolleintrag(kanonisch: bytes, hash: eintraege[2].hash)
    }
    var unkundig = try Kettenpruefung()
    for e in eintraege { unkundig.nimm(e) }
    let schlecht = unkundig.abschluss()
    #expect(schlecht.bruch?.folge == 3 && schlecht.bruch?.regel == "PR1")
  }
}
