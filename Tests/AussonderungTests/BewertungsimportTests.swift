// SPDX-License-Identifier: Apache-2.0
import Akte
import Aussonderung
import Foundation
import Lifecycle
import Pruefung
import TestHilfe
import Testing

@Suite("Bewertungsliste lesen")
struct BewertungsimportTests {
  /// Reads a changed table of the small list.
  private func lies(
    _ aendere: (inout Testtabelle) throws -> Void, liste: Objektliste = Musterliste.klein
  ) throws -> Bewertungseingang {
    var tabelle = try Testtabelle(liste)
    try aendere(&tabelle)
    return Bewertungsliste(liste).lies(tabelle.bytes, datei: "b.csv")
  }

  /// The decisions of objects 1 to 8: `A`, `V` or `-`.
  private func muster(_ liste: Objektliste?) -> String {
    (liste?.eintraege ?? []).map { $0.entscheidung?.rawValue ?? "-" }.joined()
  }

  /// Rule, row and severity of the findings.
  private func kurz(_ eingang: Bewertungseingang) -> [String] {
    eingang.bericht.befunde.map {
      "\($0.regel) \($0.ort.zeile.map(String.init) ?? "-") \($0.schwere.rawValue)"
    }
  }

  // MARK: What follows from decisions

  @Test(
    "Ausdrückliche Entscheidungen gelten; Leeres erbt von oben; A darunter macht A",
    arguments: [
      // rows 2 to 9 are the objects 1 to 8; row 2 is the context object
      ([:], "--------"),
      ([6: "A"], "----AAAA"), ([6: "V"], "----VVVV"), ([3: "a"], "-AA-----"),
      ([3: " v "], "-VV-----"), ([8: "A"], "----AAA-"), ([8: "V"], "------V-"),
      ([9: "A"], "----A--A"), ([6: "A", 7: "V"], "----AVVA"), ([6: "A", 8: "V"], "----AAVA"),
      ([7: "V", 9: "V"], "-----VVV"), ([7: "V", 9: "A"], "----AVVA"),
      ([6: "A", 7: "V", 9: "V"], "----AVVV"), ([4: "A", 5: "V"], "-AAV----"),
    ] as [([Int: String], String)])
  func folgen(_ entscheidungen: [Int: String], _ erwartet: String) throws {
    let eingang = try lies { t in for (z, w) in entscheidungen { t.entscheide(z, w) } }
    #expect(eingang.bericht.gueltig, "\(kurz(eingang))")
    #expect(muster(eingang.liste) == erwartet)
    let offen = erwartet.dropFirst().count { $0 == "-" }
    #expect(kurz(eingang) == (offen > 0 ? ["BL14 - hinweis"] : []))
  }

  @Test("Die Reihenfolge der Zeilen ändert nichts am Ergebnis")
  func reihenfolge() throws {
    for seed in 1...50 as ClosedRange<UInt64> {
      var zufall = Zufall(seed)
      let werte = ["A", "V", "", ""]
      var tabelle = try Testtabelle(Musterliste.klein)
      for zeile in 3...9 { tabelle.entscheide(zeile, werte.randomElement(using: &zufall) ?? "") }
      let geordnet = Bewertungsliste(Musterliste.klein).lies(tabelle.bytes)
      tabelle.zeilen[1...].shuffle(using: &zufall)
      let gemischt = Bewertungsliste(Musterliste.klein).lies(tabelle.bytes)
      #expect(geordnet.liste == gemischt.liste)
      #expect(geordnet.bericht.gueltig == gemischt.bericht.gueltig)
    }
  }

  @Test("Was herauskommt, enthält nie V über A, und jede Angabe eines Menschen steht noch da")
  func nieWiderspruch() throws {
    for seed in 1...300 as ClosedRange<UInt64> {
      var zufall = Zufall(seed)
      var tabelle = try Testtabelle(Musterliste.klein)
      var gesetzt: [ObjektID: String] = [:]
      for zeile in 3...9 {
        let wert = ["A", "V", "", ""].randomElement(using: &zufall) ?? ""
        tabelle.entscheide(zeile, wert)
        if !wert.isEmpty { gesetzt[Musterliste.id(zeile - 1)] = wert }
      }
      let eingang = Bewertungsliste(Musterliste.klein).lies(tabelle.bytes)
      guard let liste = eingang.liste else {
        #expect(eingang.bericht.befunde.contains { $0.regel == "BL13" }, "seed \(seed)")
        continue
      }
      #expect(liste.widersprueche.isEmpty, "seed \(seed)")
      for (id, wert) in gesetzt { #expect(liste[id]?.entscheidung?.rawValue == wert) }
    }
  }

  @Test("Die Tabelle ersetzt frühere Entscheidungen und Notizen, auch durch nichts")
  func ersetzt() throws {
    var liste = Musterliste.klein
    for nummer in [4, 8] {
      var e = try #require(liste[Musterliste.id(nummer)])
      e.entscheidung = .archivwuerdig
      e.notiz = "alt"
      liste.setze(e)
    }
    let eingang = try lies(
      { t in
        t.entscheide(5, "V")
        t.entscheide(9, "")
        t.notiere(5, "neu")
        t.notiere(9, "")
      }, liste: liste)
    #expect(muster(eingang.liste) == "---V----")
    #expect(eingang.liste?[Musterliste.id(4)]?.notiz == "neu")
    #expect(eingang.liste?[Musterliste.id(8)]?.notiz == nil)
  }

  // MARK: Forms of the file

  @Test("Windows-1252, wie Excel es speichert, wird gelesen und genannt")
  func windows1252() throws {
    var tabelle = try Testtabelle(Musterliste.klein)
    tabelle.entscheide(3, "A")
    tabelle.notiere(3, "Größe: 5 € – „schön“ ŠŽœÿ")
    let bytes = try #require(tabelle.text().data(using: .windowsCP1252))
    let eingang = Bewertungsliste(Musterliste.klein).lies(Array(bytes))
    #expect(kurz(eingang) == ["BL2 - hinweis", "BL14 - hinweis"])
    #expect(eingang.liste?[Musterliste.id(2)]?.notiz == "Größe: 5 € – „schön“ ŠŽœÿ")
    // Bytes that stand for nothing there are no text at all; nor is broken UTF-8 after a BOM.
    for kaputt in [[0x81], Array(bytes) + [0x9D], [0xEF, 0xBB, 0xBF] + Array(bytes)] as [[UInt8]] {
      let eingang = Bewertungsliste(Musterliste.klein).lies(kaputt)
      #expect(kurz(eingang) == ["BL1 - fehler"])
    }
  }

  @Test(
    "Spalten in anderer Reihenfolge, andere Trennzeichen, leere Zeilen, ohne die übrigen Spalten")
  func umgestellt() throws {
    var tabelle = try Testtabelle(Musterliste.klein)
    tabelle.entscheide(3, "a")
    tabelle.notiere(3, "ja; \"gut\", \t fein")
    let soll = Bewertungsliste(Musterliste.klein).lies(tabelle.bytes).liste
    #expect(soll?[Musterliste.id(2)]?.entscheidung == .archivwuerdig)
    tabelle.zeilen = tabelle.zeilen.map { Array($0.reversed()) }
    tabelle.zeilen.insert(Array(repeating: " ", count: 16), at: 4)
    tabelle.zeilen.insert([], at: 1)
    tabelle.zeilen.insert([""], at: 0)
    tabelle.zeilen.append(Array(repeating: "", count: 20))
    for (trenner, ende) in [(";", "\n"), (",", "\r\n"), ("\t", "\r")] {
      let eingang = Bewertungsliste(Musterliste.klein).lies(
        Array(tabelle.text(trenner, ende: ende).utf8))
      #expect(eingang.liste == soll, "\(trenner): \(kurz(eingang))")
    }
    let schmal =
      "sep=,\nNOTIZ, uuid ,entscheidung\n"
      + (1...8).map { ",\(Musterliste.id($0).text.uppercased()),\($0 == 5 ? "v" : "")\n" }.joined()
    let eingang = Bewertungsliste(Musterliste.klein).lies(Array(schmal.utf8))
    #expect(muster(eingang.liste) == "----VVVV", "\(kurz(eingang))")
  }

  @Test("Fehlt die Spalte Notiz, bleiben die Notizen; fehlt eine andere, gilt nichts")
  func fehlendeSpalten() throws {
    var liste = Musterliste.klein
    var e = try #require(liste[Musterliste.id(2)])
    e.notiz = "bleibt"
    liste.setze(e)
    func ohne(_ namen: [String]) throws -> Bewertungseingang {
      try lies(
        { t in
          let weg = namen.compactMap { t.zeilen[0].firstIndex(of: $0) }
          t.entscheide(3, "A")
          t.zeilen = t.zeilen.map { z in
            z.enumerated().filter { !weg.contains($0.offset) }.map(\.element)
          }
        }, liste: liste)
    }
    let notiz = try ohne(["Notiz"])
    #expect(kurz(notiz) == ["BL5 1 warnung", "BL14 - hinweis"])
    #expect(notiz.liste?[Musterliste.id(2)]?.notiz == "bleibt")
    #expect(notiz.liste?[Musterliste.id(2)]?.entscheidung == .archivwuerdig)
    #expect(kurz(try ohne(["UUID"])) == ["BL5 1 fehler"])
    #expect(kurz(try ohne(["Entscheidung (A/V)"])) == ["BL5 1 fehler"])
    #expect(kurz(try ohne(["Entscheidung (A/V)", "UUID", "Notiz"])) == ["BL5 1 fehler"])
    let doppelt = try lies { t in t.zeilen = t.zeilen.map { $0 + [$0[13]] } }
    #expect(kurz(doppelt) == ["BL5 1 fehler"])
  }

  @Test("Eine Arbeitsmappe wird mit Grund und Weg zur CSV-Datei abgelehnt")
  func arbeitsmappe() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent("t.xlsx")
      try Bewertungsliste(Musterliste.klein).schreibeXLSX(
        nach: pfad.path, erstellt: try BewertungslisteTests.zeitpunkt)
      let eingang = Bewertungsliste(Musterliste.klein).lies(Array(try Data(contentsOf: pfad)))
      let befund = try #require(eingang.bericht.befunde.first)
      #expect(kurz(eingang) == ["BL1 - fehler"])
      #expect(befund.meldung.contains("Arbeitsmappe"))
      #expect(befund.abhilfe.contains("CSV UTF-8"))
      #expect(eingang.liste == nil)
    }
    let regel = try #require(Bewertungsregeln.alle.first { $0.id == "BL1" })
    #expect(regel.erklaerung.contains("Debian"))
  }

  @Test(
    "Was keine Liste ist, ist ein Befund",
    arguments: [
      ([], "BL3 - fehler"), (Array("\n\n;;\n".utf8), "BL3 - fehler"),
      (Array("Liebe Kolleginnen".utf8), "BL5 1 fehler"),
      (Array("UUID;Entscheidung;Notiz\n".utf8), "BL3 - fehler"),
      ([0xFF, 0xFE, 65, 0], "BL1 - fehler"), ([65, 0, 66], "BL1 - fehler"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0], "BL1 - fehler"),
    ] as [([UInt8], String)])
  func keineListe(_ bytes: [UInt8], _ erwartet: String) {
    let eingang = Bewertungsliste(Musterliste.klein).lies(bytes)
    #expect(kurz(eingang) == [erwartet])
    #expect(eingang.liste == nil)
  }

  @Test("Zu große Dateien und zu viele Zeilen sind ein Befund")
  func grenzen() throws {
    var tabelle = Bewertungsliste(Musterliste.klein)
    let bytes = try Testtabelle.csv(Musterliste.klein)
    tabelle.groessteDatei = bytes.count
    tabelle.hoechstzahlZeilen = 8
    #expect(tabelle.lies(bytes).bericht.gueltig)
    tabelle.hoechstzahlZeilen = 7
    #expect(kurz(tabelle.lies(bytes)) == ["BL3 - fehler"])
    tabelle.groessteDatei = bytes.count - 1
    #expect(kurz(tabelle.lies(bytes)) == ["BL3 - fehler"])
  }

  // MARK: Contradictions

  @Test("Jeder Widerspruch nennt seine Zeile, alle auf einmal, und nichts wird übernommen")
  func alleAufEinmal() throws {
    let fremd = Musterliste.id(77).text
    let eingang = try lies { t in
      t.notiere(2, "eine\r\nNotiz über\nvier\rZeilen")  // the row numbers below do not move
      t.entscheide(2, "A")  // context
      t.entscheide(3, "B")
      t.entscheide(6, "V")
      t.entscheide(8, "A")
      t.zeilen.remove(at: 8)  // object 8, row 9
      t.zeilen.append(t.zeilen[3])  // row 9: object 3 once more, unchanged
      t.zeilen.append(t.zeilen[5])  // row 10: object 5 with another decision
      t.zeilen[9][13] = "A"
      t.zeilen.append(t.zeilen[4])  // row 11: object 4 with another note
      t.zeilen[10][14] = "anders"
      t.zeilen.append(t.zeilen[4])  // row 12: nothing known
      t.zeilen[11][15] = fremd
      t.zeilen.append(t.zeilen[4])  // row 13: no UUID
      t.zeilen[12][15] = "keine-uuid"
      t.zeilen.append([])  // row 14: blank
      t.zeilen.append(t.zeilen[4] + ["zu viel"])  // row 15
    }
    #expect(
      kurz(eingang).sorted() == [
        "BL10 - fehler", "BL11 3 fehler", "BL12 2 fehler", "BL12 2 warnung", "BL13 6 fehler",
        "BL6 15 fehler", "BL7 13 fehler", "BL8 12 fehler", "BL9 10 fehler", "BL9 11 fehler",
        "BL9 15 warnung", "BL9 9 warnung",
      ])
    #expect(eingang.liste == nil)
    let befunde = eingang.bericht.befunde
    #expect(befunde.allSatisfy { $0.ort.datei == "b.csv" && !$0.abhilfe.isEmpty })
    let v = try #require(befunde.first { $0.regel == "BL13" })
    #expect(v.meldung.contains("in Zeile 8"))
    #expect(v.ort.objekt == Musterliste.id(5).text && v.ort.betreff == "Betreff 5")
    #expect(try #require(befunde.first { $0.regel == "BL8" }).meldung.contains(fremd))
    let fehlend = try #require(befunde.first { $0.regel == "BL10" })
    #expect(fehlend.meldung.contains("laufenden Nr. 8"))
    #expect(fehlend.ort.objekt == Musterliste.id(8).text)
    #expect(befunde.contains { $0.regel == "BL9" && $0.meldung.contains("»V«, hier »A«") })
  }

  @Test("Anführungszeichen, die nicht stimmen, sind ein Befund mit der Zeile der Tabelle")
  func anfuehrungszeichen() throws {
    var zeilen = try Testtabelle(Musterliste.klein).text().components(separatedBy: "\r\n")
    zeilen[1] = zeilen[1].replacingOccurrences(of: "Betreff 1", with: "\"Betreff\r\n\r\n1\"")
    zeilen[4] = zeilen[4].replacingOccurrences(of: "Betreff 4", with: "\"Betreff\" 4")
    let mitten = Bewertungsliste(Musterliste.klein).lies(
      Array(zeilen.joined(separator: "\r\n").utf8))
    #expect(kurz(mitten) == ["BL4 5 fehler", "BL10 - fehler"])
    zeilen[7] = zeilen[7].replacingOccurrences(of: "Betreff 7", with: "\"Betreff 7")
    let offen = Bewertungsliste(Musterliste.klein).lies(
      Array(zeilen.joined(separator: "\r\n").utf8))
    #expect(
      kurz(offen) == [
        "BL4 5 fehler", "BL4 8 fehler", "BL10 - fehler", "BL10 - fehler", "BL10 - fehler",
      ])
  }

  @Test(
    "Andere Werte als A, V und leer sind kein Urteil",
    arguments: ["B", "A?", "AV", "archivwürdig", "ja", "x", "0", "=A1", "\u{410}"])
  func werte(_ wert: String) throws {
    let eingang = try lies { $0.entscheide(3, wert) }
    #expect(kurz(eingang) == ["BL11 3 fehler"])
    #expect(eingang.bericht.befunde[0].meldung.contains("»\(wert)«"))
  }

  @Test("Eine fehlende Zeile eines Kontextobjekts schadet nicht; jede andere ist ein Fehler")
  func fehlendeZeilen() throws {
    let kontext = try lies { $0.zeilen.remove(at: 1) }
    #expect(kurz(kontext) == ["BL14 - hinweis"])
    for zeile in 3...9 {
      let eingang = try lies { $0.zeilen.remove(at: zeile - 1) }
      #expect(kurz(eingang) == ["BL10 - fehler"])
      #expect(eingang.bericht.befunde[0].ort.objekt == Musterliste.id(zeile - 1).text)
    }
  }

  @Test("Viele Fehler bleiben im Speicher begrenzt und werden gezählt")
  func vieleFehler() throws {
    var tabelle = Bewertungsliste(Musterliste.klein)
    tabelle.hoechstzahlJeRegel = 5
    let text = "UUID;Entscheidung;Notiz\n" + String(repeating: "nichts;A;\n", count: 100)
    let bericht = tabelle.lies(Array(text.utf8)).bericht
    #expect(bericht.befunde.count { $0.regel == "BL7" } == 5)
    #expect(bericht.ausgelassen["BL7"] == 95)
  }

  @Test("Jede Regel hat Titel, Erklärung und Abhilfe, und ihre Nummern haben keine Lücke")
  func regeln() {
    #expect(Bewertungsregeln.alle.map(\.id) == (1...14).map { "BL\($0)" })
    for regel in Bewertungsregeln.alle {
      #expect(!regel.titel.isEmpty && !regel.erklaerung.isEmpty && !regel.abhilfe.isEmpty)
    }
  }

  @Test("100.000 Objekte kommen durch die Tabelle und zurück")
  func viele() throws {
    let liste = Musterliste.gross(akten: 20_000)
    let eingang = Bewertungsliste(liste).lies(try Testtabelle.csv(liste))
    #expect(eingang.bericht.befunde.isEmpty, "\(kurz(eingang).prefix(5))")
    #expect(eingang.liste == liste)
  }
}
