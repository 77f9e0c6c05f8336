// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// The ways out after a refused or lost request.
@Suite(
  "Nachweis: Anfrage neu stellen und verwerfen",
  .enabled(if: Openssl.verfuegbar, "übersprungen: openssl fehlt"))
struct NachweisanfrageTests {
  private typealias T = NachweisordnerTests

  private func namen(_ pfad: String) throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: pfad))
  }

  @Test(
    "neu gestellt: dieselbe Wurzel, andere Zahl und Richtlinie; die alte Antwort gilt nicht mehr")
  func neu() throws {
    try T.mitBuehne { b in
      var zufall = Zufall(41)
      var n = try T.erstelle(b)
      let alte = n.offeneAnfrage!
      let antwort = try b.stelle.antworte(alte.der)
      try n.stelleAnfrageNeu(richtlinie: "1.3.6.1.4.1.99999.2", zufall: &zufall)
      n = try Nachweisordner(pfad: b.nachweis)
      let neue = n.offeneAnfrage!
      #expect(neue.abdruck == alte.abdruck && neue.nonce != alte.nonce)
      #expect(neue.richtlinie == "1.3.6.1.4.1.99999.2")
      #expect(throws: NachweisFehler.self) { try n.uebernimm(antwort: antwort, try b.anker) }
      try b.stemple(&n)
      #expect(try b.pruefe().gueltig)
      #expect(try namen(b.nachweis).count == 4)
      #expect { try n.stelleAnfrageNeu(zufall: &zufall) } throws: { "\($0)".contains("erneuern") }
      #expect(throws: NachweisFehler.self) { try n.verwirfAnfrage() }
    }
  }

  @Test(
    "verloren, beschädigt, vertauscht: der Nachweis ist lesbar, der Befund nennt den Ausweg",
    arguments: ["verloren", "beschädigt", "vertauscht"])
  func schaden(_ art: String) throws {
    try T.mitBuehne { b in
      _ = try T.erstelle(b)
      var zufall = Zufall(42)
      let ort = URL(fileURLWithPath: b.nachweis + "/anfrage-1-1.tsq")
      switch art {
      case "verloren": try FileManager.default.removeItem(at: ort)
      case "beschädigt": try Data("kaputt".utf8).write(to: ort)
      default:
        let fremd = Pruefsumme(.sha256, bytes: Baumrichter.hash([1], .sha256))!
        try Data(Zeitstempelanfrage(fremd, zufall: &zufall).der).write(to: ort)
      }
      let bericht = try b.pruefe()
      #expect(bericht.gueltig)
      #expect(
        bericht.befunde.contains {
          $0.regel == "NACHWEIS-OFFEN" && $0.schwere == .warnung && $0.abhilfe.contains("--neu")
        }, "\(bericht.text(farbe: false))")
      var n = try Nachweisordner(pfad: b.nachweis)
      #expect(throws: NachweisFehler.self) { try n.uebernimm(antwort: []) }
      try n.stelleAnfrageNeu(zufall: &zufall)
      n = try Nachweisordner(pfad: b.nachweis)
      try b.stemple(&n)
      #expect(try b.pruefe().befunde.isEmpty)
    }
  }

  @Test("verworfen: die Erneuerung des Zeitstempels oder des Baums ist nie gewesen")
  func verwerfen() throws {
    try T.mitBuehne { b in
      var zufall = Zufall(43)
      var n = try T.erstelle(b)
      let erster = #expect(throws: NachweisFehler.self) { try n.verwirfAnfrage() }
      #expect("\(erster!)".contains("neu stellen"))
      try b.stemple(&n)
      let vorher = try namen(b.nachweis)
      try n.erneuereZeitstempel(zufall: &zufall)
      try n.verwirfAnfrage()
      #expect(try namen(b.nachweis) == vorher && n.offeneAnfrage == nil)
      try n.erneuereBaum(daten: b.daten.path, .sha512, am: T.uhr, zufall: &zufall)
      #expect(n.koepfe.count == 2)
      try n.verwirfAnfrage()
      #expect(try namen(b.nachweis) == vorher && n.koepfe.count == 1)
      #expect(try b.pruefe().befunde.isEmpty)
      // A renewal can begin again.
      try n.erneuereBaum(daten: b.daten.path, .sha512, am: T.uhr, zufall: &zufall)
      try b.stemple(&n)
      #expect(try b.pruefe().befunde.isEmpty)
    }
  }

  @Test("was ein abgebrochener Lauf liegen ließ, wird weggeräumt; Fremdes nie")
  func reste() throws {
    try T.mitBuehne { b in
      let bau = b.nachweis + ".teil"
      func lege(_ pfad: String, _ namen: [String]) throws {
        try FileManager.default.createDirectory(atPath: pfad, withIntermediateDirectories: true)
        for name in namen {
          try Data("halb".utf8).write(to: URL(fileURLWithPath: pfad + "/" + name))
        }
      }
      try lege(bau, ["hashliste-1.tsv", "wurzel-1.txt.teil"])
      var n = try T.erstelle(b)
      #expect(!FileManager.default.fileExists(atPath: bau))
      try b.stemple(&n)
      #expect(try b.pruefe().befunde.isEmpty)

      let belege = b.nachweis + "-belege"
      try lege(belege + ".teil", ["000001.ers", "000777.ers", "uebersicht.tsv.teil"])
      #expect(try n.schreibeBelege(nil, nach: belege) == T.namen.count)
      #expect(!FileManager.default.fileExists(atPath: belege + ".teil"))
      #expect(try namen(belege).count == T.namen.count + 2)
      #expect(try !namen(belege).contains("000777.ers"))

      // A folder of the user that only has such a name.
      let fremd = b.nachweis + "-2"
      for name in ["meine.txt", "000001.ers.txt"] {
        try lege(fremd + ".teil", ["000001.ers", name])
        let fehler = #expect(throws: NachweisFehler.self) {
          _ = try n.schreibeBelege(nil, nach: fremd)
        }
        #expect("\(fehler!)".contains(name), "\(fehler!)")
        #expect(try namen(fremd + ".teil") == ["000001.ers", name])
        try FileManager.default.removeItem(atPath: fremd + ".teil")
      }
      try FileManager.default.createSymbolicLink(
        atPath: fremd + ".teil", withDestinationPath: b.daten.path)
      #expect(throws: NachweisFehler.self) { try n.schreibeBelege(nil, nach: fremd) }
      #expect(try b.pruefe().befunde.isEmpty)
    }
  }

  @Test("»--richtlinie«: was eine Objektkennung ist")
  func objektkennung() throws {
    for gut in ["1.2", "2.999.3", "1.3.6.1.4.1.99999.1", "0.4.0.2023.1.1"] {
      #expect(Zeitstempelanfrage.istObjektkennung(gut), "\(gut)")
      var zufall = Zufall(1)
      let anfrage = try Zeitstempelanfrage(
        Pruefsumme(.sha256, bytes: [UInt8](repeating: 1, count: 32))!, richtlinie: gut,
        zufall: &zufall)
      #expect(try Zeitstempelanfrage(der: anfrage.der).richtlinie == gut)
    }
    for schlecht in [
      "", "abc", "1", "1.", ".1", "3.1", "1.40", "1.02", "1.2.99999999999999999999", "1,2", "1.-2",
    ] {
      #expect(!Zeitstempelanfrage.istObjektkennung(schlecht), "\(schlecht)")
    }
  }
}
