// SPDX-License-Identifier: Apache-2.0
import Akte
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing
import Xdomea

/// The reports that both sides leave with a process.
@Suite("Berichte im Verfahren")
struct BerichteImVerfahrenTests {
  private func bericht(_ ordner: String, _ name: String) throws -> [String: Any] {
    let daten = try Data(contentsOf: URL(fileURLWithPath: "\(ordner)/\(name).json"))
    #expect(FileManager.default.fileExists(atPath: "\(ordner)/\(name).html"))
    return try #require(try JSONSerialization.jsonObject(with: daten) as? [String: Any])
  }

  private func objekte(_ werte: [String: Any]) throws -> [String: [String: Any]] {
    let alle = try #require(werte["objekte"] as? [[String: Any]])
    return Dictionary(
      uniqueKeysWithValues: alle.compactMap { o in (o["id"] as? String).map { ($0, o) } })
  }

  @Test("A decision that a hold keeps from counting says so")
  func giltNochNicht() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (akte, vorgaenge) = try b.akte("Ortsrecht")
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      try behoerde.bieteAn(
        prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      try holeAlles(archiv, b)
      try holeAlles(behoerde, b)
      let vorher = try objekte(behoerde.bewertungsbericht(prozess).jsonWerte())
      #expect(vorher[akte.text]?["entscheidung"] == nil && vorher[akte.text]?["notiz"] == nil)
      let datenschutz = Akteur(kennung: "dsb", name: "Datenschutz", rollen: [.datenschutz])
      try b.tu(
        .schriftgut(
          ziel: vorgaenge[0], in: nil,
          ereignis: .sperreSetzen(
            sperre: Sperre(id: .zufaellig(&b.zufall), grund: "Klage", behoerde: "Gericht"))),
        datenschutz)
      var liste = try archiv.ordner.objektliste(prozess)
      try liste.bewerte(akte, .nichtArchivwuerdig)
      try archiv.bewerte(liste, prozess)
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      try behoerde.holeAb(b.behoerdenfach(), b.wer()) { _, _ in }
      let danach = try objekte(behoerde.bewertungsbericht(prozess).jsonWerte())
      #expect(danach[vorgaenge[0].text]?["entscheidung"] as? String == "V")
      let notiz = danach[vorgaenge[0].text]?["notiz"] as? String
      #expect(notiz?.hasPrefix("Diese Entscheidung gilt noch nicht.") == true)
    }
  }

  @Test("Time that ran out without a decision is told")
  func fristAbgelaufen() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (akte, _) = try b.akte("Ortsrecht")
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      try behoerde.bieteAn(
        prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      try holeAlles(try b.archiv(), b)
      try holeAlles(behoerde, b)
      b.heute = try #require(Kalendertag(2032, 8, 1))
      try behoerde.stelleFristablaufFest(prozess, b.wer())
      let bericht = try behoerde.bewertungsbericht(prozess)
      let notiz = try objekte(bericht.jsonWerte())[akte.text]?["notiz"] as? String
      #expect(notiz?.contains("ohne Entscheidung des Archivs abgelaufen") == true)
      #expect(try bericht.text().contains("3 Objekte sind noch ohne Entscheidung."))
    }
  }

  @Test("Each step leaves its report on its side", arguments: [XdomeaFassung.v240, .v310, .v400])
  func ganzerWeg(_ fassung: XdomeaFassung) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner, fassung)
      let (gut, vorgaenge) = try b.akte("Ortsrecht")
      let (schlecht, _) = try b.akte("Kopierpapier")
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      let amt = behoerde.ordner.berichte(prozess)
      let magazin = archiv.ordner.berichte(prozess)

      try behoerde.bieteAn(
        prozess, .faellige(hoechstens: 100), anlass: .fristende, b.vereinbarung, b.wer())
      let angebot = try bericht(amt, "anbieteverzeichnis")
      let angebotene = try objekte(angebot)
      #expect(angebotene.count == 6)
      #expect(angebotene[vorgaenge[0].text]?["betreff"] as? String == "Ortsrecht, Vorgang 1")
      #expect(angebotene[vorgaenge[0].text]?["dokumente"] as? Int == 2)
      #expect(angebotene[vorgaenge[0].text]?["eltern"] as? String == gut.text)
      let kopf = try #require(angebot["kopf"] as? [String: Any])
      #expect(kopf["behoerde"] as? String == "Gemeinde Musterdorf")
      #expect(kopf["archiv"] as? String == "Kreisarchiv")
      #expect(kopf["durch"] as? String == Buehne.registratur.name)

      try holeAlles(archiv, b)
      try holeAlles(behoerde, b)
      var liste = try archiv.ordner.objektliste(prozess)
      try liste.bewerte(vorgaenge[0], .archivwuerdig, notiz: "Satzungen")
      try liste.bewerte(vorgaenge[1], .nichtArchivwuerdig)
      try liste.bewerte(schlecht, .nichtArchivwuerdig)
      try archiv.bewerte(liste, prozess)
      // Nobody has to wait for the step to see where the appraisal stands.
      #expect(try archiv.bewertungsbericht(prozess).text().contains("Über alle Objekte"))
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      let dort = try bericht(magazin, "bewertungsbericht")
      #expect(try objekte(dort)[vorgaenge[0].text]?["notiz"] as? String == "Satzungen")
      try holeAlles(behoerde, b)
      let hier = try bericht(amt, "bewertungsbericht")
      for (werte, durch) in [(dort, Buehne.archivarin.name), (hier, "Kreisarchiv")] {
        let alle = try objekte(werte)
        #expect(alle[vorgaenge[0].text]?["entscheidung"] as? String == "A")
        #expect(alle[gut.text]?["entscheidung"] as? String == "A")
        #expect(alle[schlecht.text]?["entscheidung"] as? String == "V")
        let summen = try #require(werte["summen"] as? [String: Any])
        #expect((summen["A"] as? [String: Int])?["objekte"] == 2)
        #expect((summen["V"] as? [String: Int])?["dokumente"] == 6)
        #expect((summen["offen"] as? [String: Int])?["objekte"] == 0)
        let k = try #require(werte["kopf"] as? [String: Any])
        #expect(k["durch"] as? String == durch)
        #expect((k["zeitpunkt"] as? String)?.hasPrefix("2032-01-01") == true)
        let typen = (k["nachrichten"] as? [[String: Any]])?.compactMap { $0["typ"] as? String }
        #expect(typen == ["0501", "0502"])
      }

      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      try holeAlles(archiv, b)
      try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
      #expect(!FileManager.default.fileExists(atPath: magazin + "/uebernahmebericht.json"))
      try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
      let uebernahme = try bericht(magazin, "uebernahmebericht")
      let summen = try #require(uebernahme["summen"] as? [String: Any])
      #expect((summen["uebernommen"] as? [String: Int])?["objekte"] == 2)
      #expect((summen["uebernommen"] as? [String: Int])?["dateien"] == 2)
      #expect((summen["nichtGekommen"] as? [String: Int])?["objekte"] == 0)
      #expect(try objekte(uebernahme)[vorgaenge[0].text]?["archivkennung"] != nil)
      let statistik = try #require(uebernahme["statistik"] as? [String: Any])
      #expect(statistik["dateien"] as? Int == 2)
      #expect(statistik["bytes"] as? Int == "Ortsrecht 1 AnfrageOrtsrecht 1 Bescheid".utf8.count)
      let formate = try #require(statistik["jeFormat"] as? [[String: Any]])
      #expect(formate.map { $0["wert"] as? String } == ["045 Unicode Text File"])
      let k = try #require(uebernahme["kopf"] as? [String: Any])
      #expect(k["durch"] as? String == Buehne.archivarin.name)
      let nachrichten = try #require(k["nachrichten"] as? [[String: Any]])
      #expect(nachrichten.compactMap { $0["typ"] as? String } == ["0503", "0506"])
      #expect(nachrichten.allSatisfy { ($0["pruefsumme"] as? String)?.count == 64 })

      try holeAlles(behoerde, b)
      b.heute = try #require(Kalendertag(2032, 3, 1))
      let ende = try behoerde.loesche(prozess, b.wer(mit: Buehne.leitung))
      let protokoll = try bericht(amt, "vernichtungsprotokoll")
      let nachweise = try #require(protokoll["protokolle"] as? [[String: Any]])
      #expect(nachweise.count == ende.nachweise.count)
      for n in nachweise {
        let wieder = try Vernichtungsprotokoll(
          json: Array(
            try JSONSerialization.data(withJSONObject: n, options: [.withoutEscapingSlashes])))
        #expect(try wieder.istUnversehrt())
        #expect(wieder.freigebend == Buehne.leitung.name)
      }
      // A run that destroys nothing leaves nothing.
      let vorher = try FileManager.default.contentsOfDirectory(atPath: amt).sorted()
      _ = try behoerde.loesche(prozess, b.wer(mit: Buehne.leitung))
      #expect(try FileManager.default.contentsOfDirectory(atPath: amt).sorted() == vorher)
    }
  }
}
