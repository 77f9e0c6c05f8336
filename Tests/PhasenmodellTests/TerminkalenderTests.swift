// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Akte
import Foundation
import TestHilfe
import Testing

@testable import Phasenmodell

/// The plan as a calendar (RFC 5545) and the notes it rests on.
@Suite("Maßnahmenplan mit Terminen")
struct TerminkalenderTests {
  private static let katalog = try! Toolbox.eingebaut.katalog().katalog

  private func bericht(_ massnahmen: String) throws -> Reifegradbericht {
    let text = """
      {"format":"diva-antworten","version":1,"katalog":{"id":"diva-phasenmodell","version":"0.1.0"},
       "stammdaten":{"SD-01":"gemeinde","SD-03":15},"standort":0,"antworten":{},"massnahmen":\(massnahmen)}
      """
    let datei = try Antwortleser(Self.katalog).lies(Array(text.utf8), datei: "a").datei
    var b = Reifegradbericht(
      try Auswertung(datei, katalog: Self.katalog), katalog: Self.katalog, toolbox: .eingebaut)
    b.erstellt = Kalendertag(2027, 1, 20)
    return b
  }

  @Test("Nur offene Schritte mit Tag stehen im Kalender, einen ganzen Tag lang")
  func eintraege() throws {
    let b = try bericht(
      """
      {"P0-STR-02":{"wer":"Frau Adler; Hauptamt, \\\\ Boden","bis":"2027-12-31"},
       "P0-STR-01":{"bis":"2027-03-01","erledigt":true},"P0-ORG-01":{"wer":"x"},
       "P0-FIN-01":{"bis":"morgen"},"P0-REC-01":{"bis":7},"P9-X-99":{"bis":"2027-01-01"}}
      """)
    let ics = try #require(b.ics)
    #expect(ics.components(separatedBy: "BEGIN:VEVENT").count == 2)
    #expect(
      ics.contains(
        /\r\nUID:P0-STR-02-[0-9a-f]{16}@diva-selbstcheck\r\nDTSTAMP:20270120T000000Z\r\n/))
    #expect(ics.contains("DTSTART;VALUE=DATE:20271231\r\nDTEND;VALUE=DATE:20280101\r\n"))
    let glatt = ics.replacingOccurrences(of: "\r\n ", with: "")
    #expect(glatt.contains(#"DESCRIPTION:Wer: Frau Adler\; Hauptamt\, \\ Boden\nWerkzeug: "#))
    #expect(ics.hasPrefix("BEGIN:VCALENDAR\r\n") && ics.hasSuffix("END:VCALENDAR\r\n"))
    #expect(
      ics
        == (try bericht(
          #"{"P0-STR-02":{"wer":"Frau Adler; Hauptamt, \\ Boden","bis":"2027-12-31"}}"#)).ics)
  }

  @Test("Die Kennung eines Termins gehört zur Verwaltung und bleibt bei jeder Ausgabe gleich")
  func kennung() throws {
    func uid(_ weiteres: String, bis: String = "2027-03-01") throws -> String {
      let text = """
        {"format":"diva-antworten","version":1,"katalog":{"id":"diva-phasenmodell","version":"0.1.0"},
         "stammdaten":{"SD-01":"gemeinde","SD-03":15},"standort":0,"antworten":{},
         "massnahmen":{"P0-STR-02":{"bis":"\(bis)"}}\(weiteres)}
        """
      let datei = try Antwortleser(Self.katalog).lies(Array(text.utf8), datei: "a").datei
      let b = Reifegradbericht(
        try Auswertung(
          Zusammenfuehrung([datei], katalog: Self.katalog).datei, katalog: Self.katalog),
        katalog: Self.katalog, toolbox: .eingebaut)
      let ics = try #require(b.ics)
      return String(try #require(ics.firstMatch(of: /UID:(\S+)/)).1)
    }
    let a = try uid(#","kommune":"Lindenbach","begonnen":"2027-01-14""#)
    #expect(a == (try uid(#","kommune":"Lindenbach","begonnen":"2027-01-14""#, bis: "2027-09-01")))
    #expect(a != (try uid(#","kommune":"Auental","begonnen":"2027-01-14""#)))
    #expect(a != (try uid(#","kommune":"Lindenbach","begonnen":"2027-01-15""#)))
    #expect(
      a != (try uid(#","kommune":"Lindenbach","begonnen":"2027-01-14","geltungsbereich":"Bauamt""#))
    )
    // FNV-1a of the same five parts, computed elsewhere.
    let python = try Programm.starte(
      "python3",
      [
        "-c",
        """
        h=0xcbf29ce484222325
        for b in '\\x1f'.join(['Lindenbach','Gesamtverwaltung','gemeinde','','2027-01-14']).encode():
            h=((h^b)*0x100000001b3)%2**64
        print('%016x'%h)
        """,
      ])
    #expect(
      a
        == "P0-STR-02-\(python.ausgabe.trimmingCharacters(in: .whitespacesAndNewlines))@diva-selbstcheck"
    )
  }

  @Test("Ohne Tag gibt es keinen Kalender")
  func leer() throws {
    #expect(try bericht("{}").ics == nil)
    #expect(try bericht("[]").ics == nil)
    #expect(try bericht(#"{"P0-STR-02":{"wer":"x"}}"#).ics == nil)
  }

  @Test(
    "Keine Zeile ist länger als 75 Byte, und kein Zeichen wird zerschnitten",
    arguments: ["ä", "a", "漢", "👩‍👩‍👧", "a\u{301}"])
  func falten(zeichen: String) throws {
    for anzahl in [1, 24, 25, 37, 38, 73, 74, 75, 76, 200] {
      let zeile = String(repeating: zeichen, count: anzahl)
      let gefaltet = Terminkalender.gefaltet(zeile)
      let zeilen = gefaltet.dropLast().components(separatedBy: "\r\n")
      #expect(gefaltet.hasSuffix("\r\n"))
      #expect(zeilen.allSatisfy { $0.utf8.count <= 75 })
      #expect(zeilen.dropFirst().allSatisfy { $0.utf8.first == 32 })
      let glatt = gefaltet.replacingOccurrences(of: "\r\n ", with: "", options: .literal)
      #expect(Array(glatt.utf8) == Array((zeile + "\r\n").utf8))
    }
  }

  @Test("Steuerzeichen aus einer fremden Datei beenden keine Zeile")
  func maskieren() {
    #expect(
      Terminkalender.maskiert("a\r\nEND:VEVENT\u{0}\u{7F}\nb") == "a\\nEND:VEVENT\\nb")
  }

  @Test("Person, Tag und Haken stehen in Bericht, Tabelle und Markdown")
  func bericht() throws {
    let b = try bericht(
      #"{"P0-STR-02":{"wer":"Frau <b>Adler</b>","bis":"2027-12-31","erledigt":true}}"#)
    #expect(b.html(werkzeug: "x").contains("Frau &lt;b&gt;Adler&lt;/b&gt;, 31.12.2027</td><td>☑"))
    #expect(b.csv.contains(";Frau <b>Adler</b>;31.12.2027;ja\r\n"))
    #expect(b.markdown.contains("31.12.2027 | ☑ |"))
  }

  @Test("Zusammenführen behält, was zu Maßnahmen vermerkt ist")
  func zusammenfuehren() throws {
    let einer = try bericht(#"{"P0-STR-02":{"bis":"2027-05-01"},"P0-STR-01":{"wer":"A"}}"#)
      .auswertung.datei
    let andere = try bericht(#"{"P0-STR-02":{"bis":"2027-06-01"}}"#).auswertung.datei
    var dritte = andere
    dritte.kuerzel = "D"
    dritte.baum = .objekt(["person": .text("D"), "massnahmen": andere.baum["massnahmen"]])
    let reihenfolgen = [[einer, andere, dritte], [dritte, andere, einer]].map {
      Zusammenfuehrung($0, katalog: Self.katalog).datei
    }
    for datei in reihenfolgen {
      #expect(datei.vormerkungen["P0-STR-02"]?.bis == Kalendertag(2027, 6, 1))
      #expect(datei.vormerkungen["P0-STR-01"]?.wer == "A")
    }
    #expect(reihenfolgen[0].baum == reihenfolgen[1].baum)
    let nochmal = Zusammenfuehrung([reihenfolgen[0]], katalog: Self.katalog).datei
    #expect(nochmal.vormerkungen == reihenfolgen[0].vormerkungen)
  }
}
