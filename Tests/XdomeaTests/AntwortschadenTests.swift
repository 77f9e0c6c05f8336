// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing
import XMLStrom

@testable import Xdomea

/// Messages of every kind and version, damaged element by element; the official schema is the judge.
@Suite(
  "Beschädigte Antworten", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct AntwortschadenTests {
  private static let schemata = Schemata(ordner: Gemeinsam.schemata.path)

  /// What reader and rules find without a schema.
  private func befunde(_ bytes: [UInt8]) throws -> Set<String> {
    try mitTemporaeremOrdner { tmp in
      let datei = tmp.appendingPathComponent("n.xml")
      try Data(bytes).write(to: datei)
      let bericht = try Pruefer().pruefe(datei.path)
      return Set(bericht.befunde.map { "\($0.regel) \($0.meldung)" })
    }
  }

  private func istGueltig(_ bytes: [UInt8]) throws -> Bool {
    // A root element without anything in it is no message.
    do { return try lies(bytes, Self.schemata).schemafehler.isEmpty } catch is XdomeaFehler {
      return false
    }
  }

  @Test(
    "Fehlt ein Pflichtelement, so fällt es auch ohne Schema auf; fehlt ein freies, so nicht",
    arguments: Antwortmodell.alle.indices)
  func fehlend(_ stelle: Int) throws {
    let (version, typ) = Antwortmodell.alle[stelle]
    let text = Zeilentext(try Antwortmodell.bytes(version, typ))
    #expect(try istGueltig(text.bytes))
    let vorher = try befunde(text.bytes)
    var geprueft = 0
    // An optional wrapper without content is read as none.
    for e in text.elemente where e.name != "xdomea:AnzahlJahre" || e.pfad[0].contains("Aktenplan") {
      let kaputt = text.ohne(e.zeilen)
      if try istGueltig(kaputt) {
        #expect(try lies(kaputt).maengel.isEmpty, "\(e.pfad) \(e.name)")
      } else {
        geprueft += 1
        let neu = try befunde(kaputt).subtracting(vorher)
        #expect(!neu.isEmpty, "\(version) \(typ): \(e.pfad) \(e.name)")
      }
    }
    #expect(geprueft >= 7)
  }

  @Test(
    "Ein unbekanntes Element wird überall gemeldet, auch eines ohne Namensraum",
    arguments: Antwortmodell.alle.indices)
  func unbekannt(_ stelle: Int) throws {
    let (version, typ) = Antwortmodell.alle[stelle]
    let text = Zeilentext(try Antwortmodell.bytes(version, typ))
    let erwartet = try lies(text.bytes)
    for e in text.elemente {
      for fremd in ["<xdomea:Unsinn>1</xdomea:Unsinn>", "<xdomeaUUID>1</xdomeaUUID>"] {
        let gelesen = try lies(text.mit(fremd, vor: e.zeilen.lowerBound))
        #expect(
          gelesen.maengel.map(\.art) == [.unbekanntesElement], "\(e.pfad) \(e.name) \(fremd)")
        #expect(gelesen.teile == erwartet.teile && gelesen.kopf == erwartet.kopf)
      }
    }
  }

  @Test(
    "Ein falscher Wert fällt auch ohne Schema auf", arguments: Antwortmodell.alle.indices)
  func falscherWert(_ stelle: Int) throws {
    let (version, typ) = Antwortmodell.alle[stelle]
    let text = Zeilentext(try Antwortmodell.bytes(version, typ))
    let vorher = try befunde(text.bytes)
    var geprueft = 0
    for e in text.elemente where e.zeilen.count == 1 {
      let zeile = text.zeilen[e.zeilen.lowerBound]
      guard let auf = zeile.firstIndex(of: ">"), let zu = zeile.lastIndex(of: "<"), auf < zu else {
        continue
      }
      for wert in ["", "falsch", "-1", "99999999999999999999999", "1 1"] {
        var kopie = text
        kopie.zeilen[e.zeilen.lowerBound] = zeile[...auf] + wert + zeile[zu...]
        guard try !istGueltig(kopie.bytes) else { continue }
        geprueft += 1
        let neu = try befunde(kopie.bytes).subtracting(vorher)
        #expect(!neu.isEmpty, "\(version) \(typ): \(e.pfad) \(e.name) = »\(wert)«")
      }
    }
    #expect(geprueft >= 7)
  }

  @Test("Verstümmelte Antworten enden in einem Bericht oder Fehler, nie in einem Absturz")
  func zufall() throws {
    var zufall = Zufall(4711)
    for (version, typ) in Antwortmodell.alle {
      let ganz = try Antwortmodell.bytes(version, typ)
      for _ in 0..<20 {
        var bytes = ganz
        for _ in 0...2 {
          let i = Int.random(in: bytes.indices, using: &zufall)
          let j = min(bytes.count, i + Int.random(in: 1...60, using: &zufall))
          switch Int.random(in: 0..<3, using: &zufall) {
          case 0: bytes.removeSubrange(i..<j)
          case 1: bytes.insert(contentsOf: Array(bytes[i..<j]), at: i)
          default: bytes[i] ^= 1 << UInt8.random(in: 0...6, using: &zufall)
          }
        }
        do { _ = try lies(bytes) } catch {
          #expect(error is XdomeaFehler || error is XMLFehler, "\(error)")
        }
      }
    }
  }

  @Test("Sehr viele Meldungen, Einheiten und Leser werden vollständig gelesen")
  func viele() throws {
    let zahl = 20_000
    for version in [XdomeaFassung.v310, .v400] {
      let typ = Nachrichtentyp.aussonderungImportBestaetigen
      var viel = ErfolgOderMisserfolg(erfolgreich: false)
      viel.fehlermeldungen = (0..<zahl).map { "Fehler \($0)" }
      var kopf = Antwortmodell.kopf(typ)
      kopf.ergebnis = viel
      let teile: [Nachrichtenteil] = [.rueckmeldung(Importrueckmeldung(id(1), viel))]
      let gelesen = try lies(try schreibe(version, typ, kopf, teile).bytes)
      #expect(gelesen.teile == teile)
      if version == .v400 { #expect(gelesen.kopf.ergebnis == viel) }
      #expect(gelesen.maengel.isEmpty)
    }
    let typ = Nachrichtentyp.bewertungskatalog
    var kopf = Antwortmodell.kopf(typ)
    kopf.weitereLeser = (0..<zahl).map { Kontakt(institution: "Leser \($0)") }
    let gelesen = try lies(
      try schreibe(.v310, typ, kopf, Antwortmodell.teile(typ)).bytes)
    #expect(gelesen.kopf.weitereLeser == kopf.weitereLeser)
  }

  @Test("Ohne Ende fehlende Pflichtelemente beenden das Lesen")
  func fehlendOhneEnde() throws {
    let text = String(
      decoding: try Antwortmodell.bytes(.v400, .bewertungsverzeichnis), as: UTF8.self)
    let ende = "</xdomea:Aussonderung.Bewertungsverzeichnis.0502>"
    let leer = String(repeating: "<xdomea:BewertetesSGO/>\n", count: 60_000)
    #expect(throws: XMLFehler.self) {
      try lies(Array(text.replacing(ende, with: leer + ende).utf8))
    }
  }
}
