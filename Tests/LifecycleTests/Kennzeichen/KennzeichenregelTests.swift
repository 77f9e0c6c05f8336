// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Lifecycle
import TestHilfe
import Testing

@Suite struct KennzeichenregelTests {
  static let beispiel = "{OrgKz}-{AktenplanKz}/{LfdNr}[/{Jahr}][#{Vorgang}]"

  static func regel(
    _ text: String, _ bereich: Zaehlerbereich = .init()
  ) throws -> Kennzeichenregel {
    try Kennzeichenregel(try Kennzeichenvorlage(text), bereich: bereich)
  }

  @Test("the example of the specification, with and without its optional parts")
  func beispiele() throws {
    let regel = try Self.regel(Self.beispiel)
    var werte = Kennzeichenwerte(orgKz: "32", aktenplanKz: "112.20")
    #expect(try regel.baue(werte, lfdNr: 7) == "32-112.20/7")
    werte.jahr = 2026
    #expect(try regel.baue(werte, lfdNr: 7) == "32-112.20/7/2026")
    werte.vorgang = 3
    #expect(try regel.baue(werte, lfdNr: 7) == "32-112.20/7/2026#3")
    werte.jahr = nil
    #expect(try regel.baue(werte, lfdNr: 7) == "32-112.20/7#3")
    #expect(regel.vorlage.pflichtplaetze == [.orgKz, .aktenplanKz, .lfdNr])
    #expect(regel.vorlage.wahlfreiePlaetze == [.jahr, .vorgang])
  }

  @Test("widths fill with zeros and never cut; the year can be short; brackets can be written")
  func breiten() throws {
    let regel = try Self.regel("[[{AktenplanKz}]]{{{LfdNr:4}}}-{Jahr:2}[_{Dokument:3} Ü]")
    var werte = Kennzeichenwerte(aktenplanKz: "Straßen", jahr: 2007)
    #expect(try regel.baue(werte, lfdNr: 7) == "[Straßen]{0007}-07")
    werte.dokument = 12
    #expect(try regel.baue(werte, lfdNr: 123_456) == "[Straßen]{123456}-07_012 Ü")
    #expect(try Self.regel("{AktenplanKz}{LfdNr}{Jahr}").baue(werte, lfdNr: 1) == "Straßen12007")
  }

  @Test("missing values are named all at once; impossible ones by their slot")
  func werte() throws {
    let regel = try Self.regel(Self.beispiel + "{Dokument}")
    #expect(throws: Kennzeichenfehler.werteFehlen([.orgKz, .aktenplanKz, .dokument])) {
      try regel.baue(Kennzeichenwerte(), lfdNr: 1)
    }
    let gut = Kennzeichenwerte(orgKz: "a", aktenplanKz: "b", jahr: 2026, vorgang: 1, dokument: 1)
    for (platz, aendern): (Kennzeichenplatz, (inout Kennzeichenwerte) -> Void) in [
      (.orgKz, { $0.orgKz = "" }), (.orgKz, { $0.orgKz = " a" }), (.orgKz, { $0.orgKz = "\n" }),
      (.aktenplanKz, { $0.aktenplanKz = "a\u{7}b" }), (.jahr, { $0.jahr = 0 }),
      (.jahr, { $0.jahr = 10_000 }), (.vorgang, { $0.vorgang = 0 }),
      (.dokument, { $0.dokument = -1 }),
    ] {
      var werte = gut
      aendern(&werte)
      let fehler = #expect(throws: Kennzeichenfehler.self) { try regel.baue(werte, lfdNr: 1) }
      guard case .wertUnzulaessig(platz, _)? = fehler else {
        Issue.record("\(platz): \(String(describing: fehler))")
        continue
      }
    }
    #expect(throws: Kennzeichenfehler.self) { try regel.baue(gut, lfdNr: 0) }
  }

  @Test(
    "a wrong template is told with position and remedy",
    arguments: [
      ("", 1, "leer"), ("{AktenplanKz}/{LfdNr", 15, "nicht geschlossen"),
      ("{AktenplanKz}}", 14, "ohne »{«"), ("ab}", 3, "ohne »{«"), ("{lfdnr}", 1, "{LfdNr}?"),
      ("x{Monat}", 2, "{AktenplanKz}"), ("{AktenplanKz:3}", 1, "keine Breite"),
      ("{LfdNr:0}", 1, "1 bis 12"), ("{LfdNr:13}", 1, "1 bis 12"), ("{LfdNr:x}", 1, "1 bis 12"),
      ("{LfdNr:}", 1, "1 bis 12"), ("{Jahr:3}", 1, "2 und 4"), ("{LfdNr}{LfdNr}", 8, "zweimal"),
      ("{LfdNr}[/{Jahr}", 8, "nicht geschlossen"), ("{LfdNr}]", 8, "ohne »[«"),
      ("{LfdNr}[/{Jahr}[x{Vorgang}]]", 16, "in einem anderen"), ("{LfdNr}[abc]", 8, "ohne Platz"),
      ("{LfdNr}[]", 8, "ohne Platz"), ("a\tb", 2, "Steuerzeichen"),
    ])
  func falscheVorlagen(_ text: String, _ stelle: Int, _ wort: String) throws {
    let fehler = #expect(throws: Kennzeichenfehler.self) { try Kennzeichenvorlage(text) }
    guard case .vorlage(stelle, _, let abhilfe)? = fehler else {
      Issue.record("\(text): \(String(describing: fehler))")
      return
    }
    let satz = try #require(fehler).description
    #expect(!abhilfe.isEmpty && satz.contains(wort), "\(satz)")
  }

  @Test("a template under which two files would get the same Kennzeichen is refused")
  func eindeutigkeit() throws {
    for (text, bereich, platz): (String, Zaehlerbereich, Kennzeichenplatz) in [
      ("{AktenplanKz}", .init(), .lfdNr), ("{AktenplanKz}[/{LfdNr}]", .init(), .lfdNr),
      ("{LfdNr}", .init(), .aktenplanKz),
      ("{AktenplanKz}/{LfdNr}", .init(jeJahr: true), .jahr),
      ("{AktenplanKz}/{LfdNr}[/{Jahr}]", .init(jeJahr: true), .jahr),
      ("{AktenplanKz}/{LfdNr}", .init(jeOrganisationseinheit: true), .orgKz),
    ] {
      let fehler = #expect(throws: Kennzeichenfehler.self) { try Self.regel(text, bereich) }
      guard case .platzFehlt(platz, _)? = fehler else {
        Issue.record("\(text): \(String(describing: fehler))")
        continue
      }
    }
  }

  @Test("the counter is that of the Aktenplaneinheit, with year and unit only if they count")
  func zaehler() throws {
    let werte = Kennzeichenwerte(orgKz: "32", aktenplanKz: "112", jahr: 2026)
    let einfach = try Self.regel(Self.beispiel).zaehler(fuer: werte)
    #expect(einfach.aktenplanKz == "112" && einfach.jahr == nil && einfach.orgKz == nil)
    let genau = try Self.regel(
      "{OrgKz}-{AktenplanKz}/{LfdNr}/{Jahr}",
      Zaehlerbereich(jeJahr: true, jeOrganisationseinheit: true))
    #expect(try genau.zaehler(fuer: werte).jahr == 2026)
    #expect(try genau.zaehler(fuer: werte).orgKz == "32")
    #expect(throws: Kennzeichenfehler.werteFehlen([.aktenplanKz, .jahr, .orgKz])) {
      try genau.zaehler(fuer: Kennzeichenwerte())
    }
  }

  @Test("characters that a path cannot have are found in template and values")
  func pfad() throws {
    let regel = try Self.regel(Self.beispiel)
    #expect(regel.vorlage.pfadmaengel.map(\.stelle) == [22, 31])
    #expect(regel.vorlage.pfadmaengel.allSatisfy { $0.zeichen == "/" })
    let werte = Kennzeichenwerte(orgKz: "32", aktenplanKz: "112")
    #expect(throws: Kennzeichenfehler.nichtPfadtauglich(kennzeichen: "32-112/1", zeichen: "/")) {
      try regel.baue(werte, lfdNr: 1, fuerPfad: true)
    }
    let gut = try Self.regel("{OrgKz}-{AktenplanKz}_{LfdNr}")
    #expect(gut.vorlage.pfadmaengel.isEmpty)
    #expect(try gut.baue(werte, lfdNr: 1, fuerPfad: true).istPfadtauglich)
    #expect(throws: Kennzeichenfehler.self) {
      try gut.baue(Kennzeichenwerte(orgKz: "a:b", aktenplanKz: "1"), lfdNr: 1, fuerPfad: true)
    }
  }

  @Test("a rule is stored as text and checked when it is read")
  func codable() throws {
    let regel = try Kennzeichenregel(
      try Kennzeichenvorlage("{AktenplanKz}/{LfdNr:3}/{Jahr}"), bereich: .init(jeJahr: true),
      luecken: .lueckenlos)
    let json = try KanonischesJSON.bytes(regel)
    #expect(
      String(decoding: json, as: UTF8.self)
        == #"{"bereich":{"jeJahr":true,"jeOrganisationseinheit":false},"luecken":"lueckenlos","#
        + #""vorlage":"{AktenplanKz}/{LfdNr:3}/{Jahr}"}"#)
    #expect(try JSONDecoder().decode(Kennzeichenregel.self, from: Data(json)) == regel)
    #expect(throws: Kennzeichenfehler.self) {
      try JSONDecoder().decode(Kennzeichenregel.self, from: Data(#"{"vorlage":"{LfdNr}"}"#.utf8))
    }
  }

  @Test("property: different numbers of one counter never give the same Kennzeichen")
  func verschieden() throws {
    var zufall = Zufall(5)
    for text in [Self.beispiel, "{AktenplanKz}.{LfdNr:3}", "{LfdNr}x{AktenplanKz}"] {
      let regel = try Self.regel(text)
      let werte = Kennzeichenwerte(
        orgKz: "o\(UInt8.random(in: 0...9, using: &zufall))", aktenplanKz: "1-2/3", vorgang: 4)
      let alle = try (1...2000).map { try regel.baue(werte, lfdNr: $0) }
      #expect(Set(alle).count == 2000)
    }
  }
}
