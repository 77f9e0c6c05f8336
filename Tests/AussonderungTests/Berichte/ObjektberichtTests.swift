// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing
import Xdomea

/// What an agency and an archive read about the objects of a process.
@Suite("Berichte über Objekte")
struct ObjektberichtTests {
  private let kopf = Berichtsmuster.kopf

  @Test("The Anbieteverzeichnis says everything that the offer says")
  func anbieteverzeichnis() throws {
    let bericht = Anbieteverzeichnisbericht(kopf, objekte: Berichtszeilen(Berichtsmuster.liste))
    let text = try bericht.text()
    for wert in [
      // Head and message.
      "Stadt Musterhausen, Hauptamt", "Stadtarchiv Musterhausen", Berichtsmuster.prozess.text,
      "5d1f0c9e-7a52-4a5c-9d7e-3c0a11f2b002", "vierstufig", "4.0.0", "Jana Müller",
      "01.07.2032, 12:15 Uhr (MESZ)", "0501", "1 von 2", "02.01.2032, 09:00 Uhr (MEZ)",
      "Absendende Stelle", "5d1f0c9e_Aussonderung.Anbieteverzeichnis.0501.xdomea",
      "e7a0c2d4-1111-4222-8333-944455556666", String(repeating: "a7", count: 32), "SHA-256",
      // Objects.
      "00.10-1/2019-3", "Sitzung des Bauausschusses vom 14. Mai", "02.04.2019 – 31.01.2020",
      "03.02.2020", "2030", "A – archivwürdig", "Beschlüsse des Rates", "V – nicht archivwürdig",
      "01.03.2018 – 30.11.2021", "31.12.2031", "05.2031", "Kontextobjekt", "Teil 2",
      Berichtsmuster.id(6).text, "01.03.2018 – 30.11.2021",
      // Sums: three Vorgänge and one Akte, 7 + 4 + 5 + 1 documents, nothing of the context.
      "5 Objekte mit 17 Dokumenten", "Akten 1 0", "Vorgänge 4 17", "Zusammen 5 17",
      "Kontextobjekte (nicht mitgezählt) 1",
      // For the file.
      "Ort, Datum", "Unterschrift", "Für die Behörde", "Für das Archiv",
    ] {
      #expect(text.contains(wert), "\(wert)")
    }
    #expect(!text.contains("Entscheidung"))
  }

  @Test("Objects come as a tree with hierarchical numbers, later parts in their place")
  func ordnung() throws {
    let werte = try Anbieteverzeichnisbericht(
      kopf, objekte: Berichtszeilen(Berichtsmuster.liste)
    ).jsonWerte()
    let objekte = try #require(werte["objekte"] as? [[String: Any]])
    #expect(objekte.map { $0["nr"] as? String } == ["1", "1.1", "1.2", "2", "2.1", "2.2"])
    #expect(
      objekte.map { $0["id"] as? String } == [1, 2, 6, 3, 4, 5].map { Berichtsmuster.id($0).text })
  }

  @Test("The JSON has all values under their documented keys")
  func json() throws {
    let bericht = Uebernahmenachweis(
      kopf, objekte: Berichtszeilen(Berichtsmuster.uebernommen), statistik: Berichtsmuster.statistik
    )
    let werte = try bericht.jsonWerte()
    #expect(werte["schemaVersion"] as? Int == 1)
    #expect(werte["bericht"] as? String == "uebernahmebericht")
    let k = try #require(werte["kopf"] as? [String: Any])
    #expect(k["prozess"] as? String == Berichtsmuster.prozess.text)
    #expect(k["weitereProzesse"] as? [String] == ["5d1f0c9e-7a52-4a5c-9d7e-3c0a11f2b002"])
    #expect(k["art"] as? String == "vierstufig" && k["fassung"] as? String == "4.0.0")
    #expect(k["behoerde"] as? String == kopf.behoerde && k["archiv"] as? String == kopf.archiv)
    #expect(k["durch"] as? String == "Jana Müller")
    #expect(k["zeitpunkt"] as? String == "2032-07-01T10:15:00.000Z")
    let n = try #require((k["nachrichten"] as? [[String: Any]])?.first)
    #expect(n["typ"] as? String == "0501" && n["teil"] as? Int == 1 && n["gesamt"] as? Int == 2)
    #expect(n["verfahren"] as? String == "SHA-256")
    #expect(n["pruefsumme"] as? String == String(repeating: "a7", count: 32))
    #expect(Set(n.keys).isSuperset(of: ["id", "datei", "zeitpunkt", "von"]))
    let objekte = try #require(werte["objekte"] as? [[String: Any]])
    let o = objekte[1]
    #expect(o["ebene"] as? String == "vorgang" && o["kontext"] as? Bool == false)
    #expect(o["eltern"] as? String == Berichtsmuster.id(1).text && o["teil"] as? Int == 1)
    #expect(o["kennzeichen"] as? String == "00.10-1/2019-3")
    #expect(o["laufzeit"] as? [String: String] == ["beginn": "2019-04-02", "ende": "2020-01-31"])
    #expect(o["zdADatum"] as? String == "2020-02-03")
    #expect(o["aufbewahrungsende"] as? String == "2030")
    #expect(o["dokumente"] as? Int == 7 && o["dateien"] as? Int == 9)
    #expect(o["bytes"] as? Int == 4_300_000)
    #expect(o["vorschlag"] as? String == "A")
    #expect(o["vorschlagBegruendung"] as? String == "Beschlüsse des Rates")
    #expect(o["entscheidung"] as? String == "A")
    #expect(o["notiz"] as? String == "Unterlagen von bleibendem Wert")
    #expect(o["uebernahme"] as? String == "uebernommen")
    #expect(o["archivkennung"] as? String == "Abl. 2032/17 Nr. 2")
    #expect(objekte[4]["uebernahme"] as? String == "gescheitert")
    #expect((objekte[4]["grund"] as? String)?.contains("a.pdf") == true)
    #expect(objekte[4]["aufbewahrungsende"] as? String == "2031-05")
    #expect(objekte[0]["betreff"] as? String == "Gremien" && objekte[0]["vorschlag"] == nil)
    let s = try #require(werte["summen"] as? [String: Any])
    #expect(
      (s["alle"] as? [String: Int]) == [
        "objekte": 5, "dokumente": 17, "dateien": 20, "bytes": 4_309_000,
      ])
    #expect((s["uebernommen"] as? [String: Int])?["objekte"] == 1)
    #expect((s["gescheitert"] as? [String: Int])?["objekte"] == 2)
    #expect((s["nichtGekommen"] as? [String: Int])?["objekte"] == 1)
    #expect(s["ueberzaehlig"] as? Int == 1 && s["kontextobjekte"] as? Int == 1)
    let statistik = try #require(werte["statistik"] as? [String: Any])
    #expect(statistik["dateien"] as? Int == 3 && statistik["bytes"] as? Int == 4_090_000)
    let endungen = try #require(statistik["jeEndung"] as? [[String: Any]])
    #expect(endungen.map { $0["wert"] as? String } == ["pdf", "xyz"])
    #expect(endungen.first?["dateien"] as? Int == 2)
  }

  @Test("The Bewertungsbericht says what was decided, by whom, and what is open")
  func bewertung() throws {
    var kopf = self.kopf
    var n = Nachrichtenangabe(.bewertungsverzeichnis, datei: "b.0502.xdomea")
    n.von = "Archivrätin Beispiel"
    n.zeitpunkt = Zeitpunkt("2032-02-09T09:30:00.000Z")
    kopf.nachrichten.append(n)
    let bericht = Bewertungsbericht(kopf, objekte: Berichtszeilen(Berichtsmuster.bewertet))
    let text = try bericht.text()
    for wert in [
      "2 Objekte sind noch ohne Entscheidung.", "Unterlagen von bleibendem Wert",
      "Archivrätin Beispiel", "09.02.2032, 10:30 Uhr (MEZ)", "Jana Müller", "Beschlüsse des Rates",
      "Akten 0 0 1 1", "Vorgänge 1 2 1 4", "Zusammen 1 2 2 5", "Dokumente darin 7 9 1 17",
      "Alle Objekte ohne Entscheidung",
    ] {
      #expect(text.contains(wert), "\(wert)")
    }
    let s = try #require(try bericht.jsonWerte()["summen"] as? [String: Any])
    #expect((s["A"] as? [String: Int])?["objekte"] == 1)
    #expect((s["V"] as? [String: Int])?["dokumente"] == 9)
    #expect((s["offen"] as? [String: Int])?["objekte"] == 2)

    var fertig = Berichtsmuster.bewertet
    for e in fertig.eintraege where e.entscheidung == nil && !e.istKontext {
      var neu = e
      neu.entscheidung = .nichtArchivwuerdig
      fertig.setze(neu)
    }
    let alles = try Bewertungsbericht(kopf, objekte: Berichtszeilen(fertig)).text()
    #expect(alles.contains("Über alle Objekte ist entschieden."))
    #expect(!alles.contains("ohne Entscheidung"))
  }

  @Test("The Übernahmebericht says what came, what failed, what is missing or too much")
  func uebernahme() throws {
    let bericht = Uebernahmenachweis(
      kopf, objekte: Berichtszeilen(Berichtsmuster.uebernommen), statistik: Berichtsmuster.statistik
    )
    let text = try bericht.text()
    for wert in [
      "1 Objekt ist übernommen, nicht alles ist in Ordnung.", "2 Objekte sind gekommen, aber nicht",
      "1 Objekt fehlt", "1 Objekt ist überzählig", "Abl. 2032/17 Nr. 2",
      "Der Hash der Datei a.pdf stimmt nicht (R56).", "nicht als archivwürdig bewertet (R50)",
      "Übernommen 1 7 9 4,3 MB", "Nicht übernommen 2 9 11 9,0 KB", "Nicht gekommen 1 0 0 0 Byte",
      "pdf 2 66,7 % 4,1 MB", "xyz 1 33,3 % 0 Byte", "044 Portable Document Format (Archival) 2",
      "ohne Angabe 1", "leer (0 Byte) 1", "bis 100 KB 1", "über 1 MB bis 10 MB 1",
      String(repeating: "a7", count: 32), "nicht angefordert (V)",
    ] {
      #expect(text.contains(wert), "\(wert)")
    }
    // In the two-step procedure the catalogue decided: nothing is too much.
    var zweistufig = kopf
    zweistufig.art = .zweistufig
    #expect(
      try !Uebernahmenachweis(zweistufig, objekte: Berichtszeilen(Berichtsmuster.uebernommen))
        .text()
        .contains("überzählig:"))
    var gut = Objektliste()
    var e = Berichtsmuster.uebernommen[Berichtsmuster.id(2)]!
    e.eltern = nil
    gut.setze(e)
    let alles = try Uebernahmenachweis(kopf, objekte: Berichtszeilen(gut)).text()
    #expect(alles.contains("Das Objekt, das das Archiv haben wollte, ist übernommen."))
    #expect(!alles.contains("Was fehlt"))
  }

  @Test("Objects in one another, in themselves, or in nothing are named once each")
  func kreise() throws {
    var liste = Objektliste()
    liste.setze(
      Objekteintrag(
        Berichtsmuster.id(1), .akte, in: Berichtsmuster.id(2), istKontext: false, teil: 1))
    liste.setze(
      Objekteintrag(
        Berichtsmuster.id(2), .akte, in: Berichtsmuster.id(1), istKontext: false, teil: 1))
    liste.setze(
      Objekteintrag(
        Berichtsmuster.id(3), .akte, in: Berichtsmuster.id(3), istKontext: false, teil: 1))
    liste.setze(
      Objekteintrag(
        Berichtsmuster.id(4), .vorgang, in: Berichtsmuster.id(9), istKontext: false, teil: 1))
    let werte = try Anbieteverzeichnisbericht(kopf, objekte: Berichtszeilen(liste)).jsonWerte()
    let objekte = try #require(werte["objekte"] as? [[String: Any]])
    #expect(
      objekte.compactMap { $0["id"] as? String }.sorted()
        == (1...4).map { Berichtsmuster.id($0).text })
    #expect(objekte.compactMap { $0["nr"] as? String } == ["1", "2", "3", "3.1"])
  }

  @Test("A chain of a thousand objects in one another has an end")
  func tief() throws {
    var liste = Objektliste()
    for n in 1...1000 {
      liste.setze(
        Objekteintrag(
          Berichtsmuster.id(n), .teilakte, in: n == 1 ? nil : Berichtsmuster.id(n - 1),
          istKontext: false, teil: 1))
    }
    let werte = try Anbieteverzeichnisbericht(kopf, objekte: Berichtszeilen(liste)).jsonWerte()
    #expect((werte["objekte"] as? [Any])?.count == 1000)
  }

  @Test("Nothing to report is a report, too")
  func leer() throws {
    let leer = Berichtszeilen(Objektliste())
    #expect(
      try Anbieteverzeichnisbericht(kopf, objekte: leer).text().contains("0 Objekte mit 0 Dok"))
    #expect(
      try Uebernahmenachweis(kopf, objekte: leer).text().contains("Es ist nichts übernommen."))
    #expect(try Bewertungsbericht(kopf, objekte: leer).jsonWerte()["objekte"] as? [String] == [])
  }
}
