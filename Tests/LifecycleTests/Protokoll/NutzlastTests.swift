// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle
import Pruefsummen
import TestHilfe
import Testing

@Suite struct NutzlastTests {
  static let nutzlast = Protokollnutzlast(
    akteur: "Jana Müller", rolle: "REG", zweitePerson: "Ömer Kaya", grund: "Tippfehler \"Btreff\"",
    ereignis: #"{"a":1}"#,
    aenderungen: [
      Metadatenaenderung("Betreff", alt: "Btreff", neu: "Betreff"),
      Metadatenaenderung("Standort", alt: nil, neu: "Keller/2"),
    ])

  @Test("the payload's JSON has one spelling and comes back")
  func json() throws {
    let bytes = Self.nutzlast.kanonisch()
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"aenderungen":[{"alt":"Btreff","name":"Betreff","neu":"Betreff"},{"name":"Standort","neu":"Keller/2"}],"#
        + #""akteur":"Jana Müller","ereignis":"{\"a\":1}","grund":"Tippfehler \"Btreff\"","rolle":"REG","#
        + #""zweitePerson":"Ömer Kaya"}"#)
    #expect(try Protokollnutzlast(json: bytes) == Self.nutzlast)
    // The direct writer and the general one agree.
    for grund in [nil, "", "a\"b\\c\n\u{1f}ü", String(repeating: "x", count: 300)] {
      for rolle in [nil, "REG"] {
        var nutzlast = Protokollnutzlast(akteur: grund ?? "a", rolle: rolle, grund: grund)
        nutzlast.ereignis = grund
        nutzlast.zweitePerson = rolle
        nutzlast.aenderungen = [
          Metadatenaenderung("n", alt: grund, neu: rolle),
          Metadatenaenderung("\t", alt: nil, neu: nil),
        ]
        #expect(nutzlast.kanonisch() == (try KanonischesJSON.bytes(nutzlast)))
        #expect(try Protokollnutzlast(json: nutzlast.kanonisch()) == nutzlast)
      }
    }
    for falsch in ["", "{}", "[1]", #"{"akteur":1,"aenderungen":[]}"#] {
      #expect(throws: Protokollfehler.self) { try Protokollnutzlast(json: Array(falsch.utf8)) }
    }
  }

  @Test("canonical JSON: order, escapes, nesting, whole numbers only")
  func kanonisch() throws {
    struct Innen: Codable {
      var z: [Int]
      var b: Bool
      var nichts: Int?
    }
    struct Probe: Codable {
      var zz = "\u{1}\n\t\"\\/ü\u{2028}😀"
      var a = Innen(z: [-1, 0, 9_007_199_254_740_993], b: true)
      var oben: [String: [Innen]] = ["y": [], "Z": [Innen(z: [], b: false)]]
      var gross = UInt64.max
    }
    let text = String(decoding: try KanonischesJSON.bytes(Probe()), as: UTF8.self)
    #expect(
      text == #"{"a":{"b":true,"z":[-1,0,9007199254740993]},"gross":18446744073709551615,"#
        + #""oben":{"Z":[{"b":false,"z":[]}],"y":[]},"zz":"\u0001\n\t\"\\/ü\#u{2028}😀"}"#)
    #expect(throws: Protokollfehler.self) { try KanonischesJSON.bytes(1.5) }
    #expect(throws: Protokollfehler.self) { try KanonischesJSON.bytes(["a": [Float(1)]]) }
    #expect(try KanonischesJSON.bytes("a") == Array("\"a\"".utf8))
    #expect(try KanonischesJSON.bytes([Int?.none, 1]) == Array("[null,1]".utf8))
  }

  @Test("a sealed payload opens for its object and event only, and not after the key is gone")
  func versiegelt() throws {
    var zufall = Zufall(21)
    let schluessel = Objektschluessel(&zufall)
    let objekt = ObjektID.zufaellig(&zufall)
    let ereignis = EreignisID.zufaellig(&zufall)
    let versiegelt = try Self.nutzlast.versiegle(
      fuer: objekt, ereignis: ereignis, mit: schluessel, &zufall)
    #expect(versiegelt.objekt == objekt)
    let gelesen = try VersiegelteNutzlast(bytes: versiegelt.bytes)
    #expect(gelesen == versiegelt)
    let offen = try gelesen.oeffne(ereignis: ereignis, mit: schluessel)
    #expect(offen == Self.nutzlast)
    #expect(String(decoding: versiegelt.bytes, as: UTF8.self).contains("Müller") == false)
    let anderes = EreignisID.zufaellig(&zufall)
    #expect(throws: Protokollfehler.versiegelung(.nichtEcht)) {
      try gelesen.oeffne(ereignis: anderes, mit: schluessel)
    }
    for stelle in versiegelt.bytes.indices {
      var bytes = versiegelt.bytes
      bytes[stelle] ^= 4
      #expect(throws: Protokollfehler.self) {
        try VersiegelteNutzlast(bytes: bytes).oeffne(ereignis: ereignis, mit: schluessel)
      }
    }
    for laenge in [0, 1, 44] {
      #expect(throws: Protokollfehler.self) {
        try VersiegelteNutzlast(bytes: Array(versiegelt.bytes.prefix(laenge)))
      }
    }
    // Without the key the chain still proves the sealed bytes.
    var kette = try Protokollkette()
    let eintrag = try kette.haenge(
      an: Protokollentwurf(
        ereignis: ereignis, zeitpunkt: try Muster.zeit(), art: "A18 Metadatenkorrektur",
        betroffene: [Objektstand(id: objekt)], nutzlast: try versiegelt.pruefsumme()))
    var pruefung = try Kettenpruefung()
    pruefung.nimm(eintrag, nutzlast: versiegelt.bytes)
    let bericht = pruefung.abschluss()
    #expect(bericht.istUnversehrt && bericht.nutzlastenGeprueft == 1)
    let fremder = Objektschluessel(&zufall)
    #expect(throws: Protokollfehler.versiegelung(.nichtEcht)) {
      try versiegelt.oeffne(ereignis: ereignis, mit: fremder)
    }
  }

  @Test("xdomea history: one entry for each changed metadatum, all mandatory fields filled")
  func historie() throws {
    var kette = try Protokollkette()
    var entwurf = Protokollentwurf(
      ereignis: .leer, zeitpunkt: try Muster.zeit(), art: "A18 Metadatenkorrektur",
      betroffene: [], nutzlast: try Muster.summe(""))
    let eintrag = try kette.haenge(an: entwurf)
    let historie = eintrag.historie(Self.nutzlast)
    #expect(historie.count == 2)
    #expect(historie.map(\.metadatumName) == ["Betreff", "Standort"])
    #expect(
      historie[0].metadatumAlterWert == "Btreff" && historie[0].metadatumNeuerWert == "Betreff")
    #expect(historie[1].metadatumAlterWert == nil)
    #expect(
      historie[0].akteur == "Jana Müller (REG)" && historie[0].aktion == "Metadaten berichtigt")
    #expect(historie[0].datumUhrzeit == eintrag.zeitpunkt)
    #expect(historie[0].bemerkung == "Tippfehler \"Btreff\"; Zweite Person: Ömer Kaya")
    let leer = eintrag.historie(Protokollnutzlast(akteur: ""))
    #expect(leer.count == 1 && leer[0].akteur == "unbekannt" && leer[0].bemerkung == nil)
    let vernichtet = eintrag.historie(nil)
    #expect(vernichtet.count == 1 && vernichtet[0].akteur == "nicht mehr lesbar")
    entwurf.art = "A10 zdAVerfuegen"
    entwurf.ausgang = .abgelehnt(grund: "offenerSchritt")
    let abgelehnt = try kette.haenge(an: entwurf).historie(Protokollnutzlast(akteur: "x"))
    #expect(abgelehnt[0].aktion == "Abgelehnt: zdA verfügt")
    #expect(abgelehnt[0].bemerkung == "Ablehnungsgrund: offenerSchritt")
    entwurf.art = "Z99 Eigenes"
    #expect(try kette.haenge(an: entwurf).historie(nil)[0].aktion == "Abgelehnt: Z99 Eigenes")
  }
}
