// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aktenspeicher
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing
import Xdomea

/// The other ways through the procedure.
@Suite("Wege im Verfahren")
struct WegeTests {
  @Test(
    "Zweistufig: was der Bewertungskatalog archivwürdig nennt, geht ohne Anbietung",
    arguments: [XdomeaFassung.v300, .v400])
  func zweistufig(_ fassung: XdomeaFassung) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner, fassung)
      let (akte, _) = try b.akte()
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      // Without the archive's word nothing goes.
      #expect(throws: AussonderungFehler.self) {
        try behoerde.gibNachKatalogAb(
          prozess, .objekte([akte]), b.vereinbarung, Abgabezusage(virenfrei: true), b.wer())
      }
      #expect(try behoerde.ordner.prozesse() == [])
      try b.tu(
        .einheit(
          ziel: "00.12",
          ereignis: .vorabbewerten(
            bewertung: Vorabbewertung(nachweis: "Katalog 2031", art: .archivieren))),
        Buehne.registratur)
      try behoerde.gibNachKatalogAb(
        prozess, .faellige(hoechstens: 10), b.vereinbarung, Abgabezusage(virenfrei: true), b.wer())
      #expect(try b.lage(akte) == .abgegeben)
      try holeAlles(archiv, b)
      #expect(try archiv.verfahren(prozess).art == .zweistufig)
      let bericht = try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
      #expect(bericht.vollzaehligkeit.istVollzaehlig && bericht.dateien == 4)
      try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      #expect(try b.lage(akte) == .uebernommen)
      b.heute = Kalendertag(2032, 3, 1)!
      #expect(try behoerde.loesche(prozess, b.wer(mit: Buehne.leitung)).abgeschlossen)
      #expect(try b.pruefe() == [])
    }
  }

  @Test(
    "Fristablauf: erst wenn der Empfang nachgewiesen und die Frist um ist, dann mit eigener Tat")
  func fristablauf() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (akte, _) = try b.akte()
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      try behoerde.bieteAn(prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      b.heute = Kalendertag(2033, 1, 1)!
      func grund() throws -> String? {
        do {
          try behoerde.stelleFristablaufFest(prozess, b.wer())
          return nil
        } catch let fehler as LifecycleFehler {
          return fehler.grund.code
        }
      }
      #expect(try grund() == "zugangNichtNachgewiesen")
      try holeAlles(b.archiv(), b)
      try holeAlles(behoerde, b)
      b.heute = Kalendertag(2033, 7, 1)!
      #expect(try grund() == "bewertungsfristLaeuft")
      #expect(try behoerde.loesche(prozess, b.wer(mit: Buehne.leitung)).vernichtet.isEmpty)
      b.heute = Kalendertag(2033, 7, 2)!
      #expect(try grund() == nil)
      #expect(try b.speicher.schriftgut(akte)?.aussonderung?.bewertung == .fristablauf)
      #expect(try behoerde.loesche(prozess, b.wer()).vernichtet.isEmpty)
      let bericht = try behoerde.loesche(prozess, b.wer(mit: Buehne.leitung))
      #expect(bericht.vernichtet == [akte] && bericht.abgeschlossen)
      var gruende: [Vernichtungsgrund] = []
      try b.speicher.vernichtungsprotokolle(prozess) { gruende += $0.objekte.map(\.bewertung) }
      #expect(gruende.last?.art == .fristablauf)
    }
  }

  @Test("Zurückziehen, solange nichts abgegeben ist; danach kann neu angeboten werden")
  func zurueckziehen() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (akte, _) = try b.akte()
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      try behoerde.bieteAn(prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      let v = try behoerde.zieheZurueck(prozess, grund: "falsche Akte", b.wer())
      #expect(v.beendetWeil == "falsche Akte")
      #expect(try b.lage(akte) == .inAufbewahrung)
      #expect(try b.speicher.schriftgut(akte)?.aussonderung == nil)
      let neu = ProzessID.zufaellig(&b.zufall)
      try behoerde.bieteAn(neu, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      #expect(try b.lage(akte) == .angeboten)
      // The archive answers the old one, too late.
      let archiv = try b.archiv()
      try holeAlles(archiv, b)
      var ergebnisse: [Eingangsergebnis] = []
      try behoerde.holeAb(b.behoerdenfach(), b.wer()) { ergebnisse.append($1) }
      #expect(
        ergebnisse.contains { if case .abgelehnt(prozess, _, _) = $0 { true } else { false } })
      #expect(try b.lage(akte) == .angeboten)
    }
  }

  @Test("Ein einzelner Vorgang geht mit seiner Akte als Zusammenhang")
  func kontext() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (akte, vorgaenge) = try b.akte()
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      try behoerde.bieteAn(
        prozess, .objekte([vorgaenge[0]]), anlass: .fristende, b.vereinbarung, b.wer())
      #expect(try b.lage(akte) == .inAufbewahrung && b.lage(vorgaenge[0]) == .angeboten)
      try holeAlles(archiv, b)
      var liste = try archiv.ordner.objektliste(prozess)
      #expect(liste.eintraege.map(\.istKontext) == [true, false])
      #expect(throws: Bewertungsmangel.self) { try liste.bewerte(akte, .archivwuerdig) }
      try liste.bewerte(vorgaenge[0], .archivwuerdig)
      try archiv.bewerte(liste, prozess)
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      try holeAlles(archiv, b)
      let bericht = try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
      #expect(bericht.vollzaehligkeit.istVollzaehlig && bericht.dateien == 2)
      try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      b.heute = Kalendertag(2032, 3, 1)!
      #expect(
        try behoerde.loesche(prozess, b.wer(mit: Buehne.leitung)).vernichtet == [vorgaenge[0]])
      #expect(try b.lage(akte) == .inAufbewahrung)
    }
  }
}

@Suite("Bewertungskatalog")
struct BewertungskatalogTests {
  @Test(
    "Aktenplan vorlegen, bewerten, einlesen; danach geht es zweistufig",
    arguments: [XdomeaFassung.v310, .v400])
  func ganzerWeg(_ fassung: XdomeaFassung) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner, fassung)
      for (k, name) in [("00", "Verwaltung"), ("00.13", "Bücherei"), ("99", "Sonstiges")] {
        try b.tu(
          .einheit(
            ziel: k,
            ereignis: .anlegen(
              angaben: Einheitszustand(kennzeichen: k, bezeichnung: name, istBlatt: k != "00"))),
          Buehne.fach)
      }
      let (akte, _) = try b.akte()
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      try behoerde.legeAktenplanVor(
        prozess, bezeichnung: "Aktenplan der Gemeinde", version: "2032", b.vereinbarung, b.wer())
      try holeAlles(archiv, b)
      var liste = try archiv.ordner.einheitenliste(prozess)
      #expect(liste.eintraege.map(\.kennzeichen) == ["00", "00.12", "00.13", "99"])
      #expect(liste.eintraege[1].eltern == liste.eintraege[0].id)
      #expect(throws: Bewertungsmangel.self) { try liste.bewerte("77", .archivwuerdig) }
      try liste.bewerte("00", .archivwuerdig)
      try liste.bewerte("00.13", .nichtArchivwuerdig)
      try archiv.ordner.schreibe(liste, prozess)
      try archiv.sendeBewertungskatalog(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      #expect(try b.speicher.einheit("00.12")?.vorabbewertung?.art == .archivieren)
      #expect(try b.speicher.einheit("00.13")?.vorabbewertung?.art == .vernichten)
      #expect(try b.speicher.einheit("99")?.vorabbewertung == nil)
      try holeAlles(archiv, b)
      #expect(
        try archiv.verfahren(prozess).nachrichten.map(\.typ.rawValue).sorted()
          == ["0511", "0512", "0513", "0514", "0515"])
      let abgabe = ProzessID.zufaellig(&b.zufall)
      try behoerde.gibNachKatalogAb(
        abgabe, .objekte([akte]), b.vereinbarung, Abgabezusage(virenfrei: true), b.wer())
      #expect(try b.lage(akte) == .abgegeben)
    }
  }
}
