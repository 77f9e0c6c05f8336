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

/// The sample of a four-step run in 4.0, played with each of our sides against the sample's other side.
///
/// The sample breaks no rule; what differs from ours is said where it is compared.
@Suite("Musterablauf 4.0.0", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct MusterablaufTests {
  private static let prozess = ProzessID("dd1719c0-3347-5e80-ae7e-83700ffa3889")!

  /// Gives the archive's ids of the sample.
  private struct Musterziel: Uebernahmeziel {
    let kennungen: [ObjektID: String]
    func uebernimm(
      _ paket: Nachrichtenpaket, _ nachricht: NachrichtenID, _ objekte: [Objekteintrag]
    ) throws -> Uebernahmeergebnis {
      var ergebnis = Uebernahmeergebnis()
      for e in objekte { ergebnis.archivkennungen[e.id] = kennungen[e.id] }
      return ergebnis
    }
  }

  private func eigene(_ v: Verfahren, _ typ: Nachrichtentyp, _ ordner: Verfahrensordner) throws
    -> Musternachricht
  {
    let vermerke = v.nachrichten(typ, eigene: true)
    #expect(vermerke.count == 1)
    return try Musternachricht(ordner.datei(try #require(vermerke.first), in: v))
  }

  /// Process, origin, numbers and the two sides; ids and times are each system's own.
  private func vergleicheKopf(_ unsere: Musternachricht, _ muster: Musternachricht) {
    let (a, b) = (unsere.kopf, muster.kopf)
    #expect(unsere.typ == muster.typ && a.prozessID == b.prozessID)
    #expect(a.lfdNr == b.lfdNr && a.gesamtanzahl == b.gesamtanzahl)
    #expect(a.empfangsbestaetigung == b.empfangsbestaetigung)
    // The sample's answers name the agency without its Behoerdenkennung; ours repeat the head of the
    // question as it came.
    #expect(a.absender.institution?.name == b.absender.institution?.name)
    #expect(a.empfaenger.institution?.name == b.empfaenger.institution?.name)
    #expect(a.ergebnis?.erfolgreich == b.ergebnis?.erfolgreich)
  }

  @Test("Archiv: 0504, 0502, 0507 und 0506 sagen dasselbe wie die Muster")
  func archivseite() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      b.heute = Kalendertag(2025, 3, 3)!
      let archiv = try b.archiv()
      let anbietung = try Musternachricht.vierstufig(.anbieteverzeichnis)
      let bewertung = try Musternachricht.vierstufig(.bewertungsverzeichnis)
      let abgabe = try Musternachricht.vierstufig(.aussonderung)
      let import06 = try Musternachricht.vierstufig(.aussonderungImportBestaetigen)
      let wer = b.wer(Buehne.archivarin)

      let ergebnis = try archiv.nimm(anbietung.pfad, wer)
      guard case .verarbeitet(Self.prozess, _) = ergebnis else {
        Issue.record("\(ergebnis)")
        return
      }
      let quittung = try eigene(
        archiv.verfahren(Self.prozess), .anbietungEmpfangBestaetigen, archiv.ordner)
      let muster0504 = try Musternachricht.vierstufig(.anbietungEmpfangBestaetigen)
      vergleicheKopf(quittung, muster0504)
      #expect(quittung.kopf.ursprungsnachricht == muster0504.kopf.ursprungsnachricht)

      // Appraised as in the sample; what only shows the context is not in it.
      var liste = try archiv.ordner.objektliste(Self.prozess)
      for (id, art) in bewertung.entscheidungen {
        try liste.bewerte(id, try #require(Archiventscheidung(rawValue: art)))
      }
      // What follows from one decision must not undo another.
      for (id, art) in bewertung.entscheidungen where art == "V" {
        try liste.bewerte(id, .nichtArchivwuerdig)
      }
      try archiv.bewerte(liste, Self.prozess)
      try archiv.sendeBewertung(Self.prozess, wer)
      let unsere0502 = try eigene(
        archiv.verfahren(Self.prozess), .bewertungsverzeichnis, archiv.ordner)
      vergleicheKopf(unsere0502, bewertung)
      #expect(unsere0502.kopf.ursprungsnachricht == bewertung.kopf.ursprungsnachricht)
      #expect(unsere0502.entscheidungen == bewertung.entscheidungen)

      // The receipt for our 0502 names it; the sample's names the sample's.
      let muster0505 = try Musternachricht.vierstufig(.bewertungEmpfangBestaetigen)
      guard case .unbrauchbar = try archiv.nimm(muster0505.pfad, wer) else {
        Issue.record("a receipt for a message that is not ours")
        return
      }
      let quittiert = try archiv.nimm(
        muster0505.beantworte(try #require(unsere0502.kopf.nachrichtenID), nach: ordner.path), wer)
      guard case .verarbeitet = quittiert else {
        Issue.record("\(quittiert)")
        return
      }

      let kam = try archiv.nimm(abgabe.pfad, wer)
      guard case .verarbeitet(Self.prozess, _) = kam else {
        Issue.record("\(kam)")
        return
      }
      let unsere0507 = try eigene(
        archiv.verfahren(Self.prozess), .aussonderungEmpfangBestaetigen, archiv.ordner)
      let muster0507 = try Musternachricht.vierstufig(.aussonderungEmpfangBestaetigen)
      vergleicheKopf(unsere0507, muster0507)
      #expect(unsere0507.kopf.ursprungsnachricht == muster0507.kopf.ursprungsnachricht)

      let ziel = Musterziel(kennungen: import06.ergebnisse.compactMapValues(\.archivkennung))
      let bericht = try archiv.uebernimm(Self.prozess, nach: ziel)
      #expect(bericht.vollzaehligkeit.istVollzaehlig)
      // The covering letter belongs to no object.
      #expect(bericht.dateien == 8)
      try archiv.bestaetige(Self.prozess, wer)
      let unsere0506 = try eigene(
        archiv.verfahren(Self.prozess), .aussonderungImportBestaetigen, archiv.ordner)
      vergleicheKopf(unsere0506, import06)
      #expect(unsere0506.kopf.ursprungsnachricht == import06.kopf.ursprungsnachricht)
      #expect(unsere0506.ergebnisse == import06.ergebnisse)
    }
  }

  /// The objects of the sample as an agency's store has them: the 0501 with the files of the 0503.
  private func quelle(_ ordner: URL) throws -> String {
    let anbietung = try Musternachricht.vierstufig(.anbieteverzeichnis)
    let abgabe = try Musternachricht.vierstufig(.aussonderung)
    var voll: [ObjektID: Vorgang] = [:]
    for case .schriftgutobjekt(.akte(let a)) in abgabe.teile {
      for v in a.vorgaenge { voll[v.id] = v }
    }
    var kopf = abgabe.kopf
    kopf.prozessID = ProzessID("dd1719c0-3347-5e80-ae7e-83700ffa3880")!
    var paket = try Paketschreiber(ordner.path + "/", .v400, .aussonderung, kopf)
    try Nachrichtenpaket(pfad: abgabe.pfad).jedeDatei { name, groesse, lies in
      // The covering letter is no part of the files.
      guard !name.contains("Vorblatt") else { return }
      _ = try paket.datei(name, groesse: groesse, lies)
    }
    for case .schriftgutobjekt(let objekt) in anbietung.teile {
      guard case .akte(var a) = objekt else {
        try paket.schriftgutobjekt(objekt)
        continue
      }
      a.vorgaenge = a.vorgaenge.map { v in
        var neu = v
        neu.dokumente = voll[v.id]?.dokumente ?? v.dokumente
        return neu
      }
      try paket.schriftgutobjekt(.akte(a))
    }
    return try paket.beende().pfad
  }

  @Test(
    "Behörde: gleiches Angebot, gleiche Abgabe; die Antworten der Muster führen bis zur Löschung")
  func behoerdenseite() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      b.heute = Kalendertag(2027, 3, 3)!
      let anbietung = try Musternachricht.vierstufig(.anbieteverzeichnis)
      var optionen = Importoptionen(heute: b.heute, zeitpunkt: b.zeitpunkt)
      // The sample offers a Vorgang without an Akte; our store gives it one.
      optionen.einheit = "13.20"
      optionen.einheitenAnlegen = true
      optionen.zdADatum = Kalendertag(2014, 11, 30)
      let importiert = try b.speicher.importiere(quelle: quelle(ordner), optionen)
      #expect(importiert.istVollstaendig, "\(importiert.zeilen)")
      let behoerde = try b.behoerde()
      let vereinbarung = Vereinbarung(
        behoerde: anbietung.kopf.absender, archiv: anbietung.kopf.empfaenger, fassung: .v400)
      let angeboten = anbietung.gegenstaende.filter { !$0.istKontext }.map(\.id)
      let oberste = anbietung.gegenstaende.filter { g in
        !g.istKontext && !(g.eltern.map(angeboten.contains) ?? false)
      }.map(\.id)
      try behoerde.bieteAn(
        Self.prozess, .objekte(oberste), anlass: .fristende, vereinbarung, b.wer())
      let unsere0501 = try eigene(
        behoerde.verfahren(Self.prozess), .anbieteverzeichnis, behoerde.ordner)
      vergleicheKopf(unsere0501, anbietung)
      vergleiche(unsere0501, anbietung)

      // The sample's answers, told which message of ours they answer.
      func antwort(_ typ: Nachrichtentyp, auf frage: Musternachricht) throws {
        let pfad = try Musternachricht.vierstufig(typ)
          .beantworte(try #require(frage.kopf.nachrichtenID), nach: ordner.path)
        let ergebnis = try behoerde.nimm(pfad, b.wer())
        guard case .verarbeitet(Self.prozess, _) = ergebnis else {
          Issue.record("\(typ.rawValue): \(ergebnis)")
          return
        }
      }
      try antwort(.anbietungEmpfangBestaetigen, auf: unsere0501)
      b.heute = Kalendertag(2027, 3, 20)!
      try antwort(.bewertungsverzeichnis, auf: unsere0501)
      let bewertung = try Musternachricht.vierstufig(.bewertungsverzeichnis)
      for (id, art) in bewertung.entscheidungen {
        let erwartet: Bewertung = art == "A" ? .archivwuerdig : .nichtArchivwuerdig
        #expect(try b.speicher.schriftgut(id)?.aussonderung?.bewertung == erwartet)
      }
      b.heute = Kalendertag(2027, 4, 2)!
      try behoerde.gibAb(Self.prozess, Abgabezusage(virenfrei: true), b.wer())
      let unsere0503 = try eigene(
        behoerde.verfahren(Self.prozess), .aussonderung, behoerde.ordner)
      let abgabe = try Musternachricht.vierstufig(.aussonderung)
      vergleicheKopf(unsere0503, abgabe)
      vergleiche(unsere0503, abgabe)
      #expect(try unsere0503.inhalte() == abgabe.inhalte(ohne: "Vorblatt"))

      try antwort(.aussonderungEmpfangBestaetigen, auf: unsere0503)
      #expect(try behoerde.loesche(Self.prozess, b.wer(mit: Buehne.leitung)).abgeschlossen == false)
      b.heute = Kalendertag(2027, 4, 5)!
      try antwort(.aussonderungImportBestaetigen, auf: unsere0503)
      let importe = try Musternachricht.vierstufig(.aussonderungImportBestaetigen)
      for (id, ergebnis) in importe.ergebnisse {
        #expect(
          try b.speicher.schriftgut(id)?.aussonderung?.archivkennung == ergebnis.archivkennung)
      }
      b.heute = Kalendertag(2027, 6, 1)!
      let ende = try behoerde.loesche(Self.prozess, b.wer(mit: Buehne.leitung))
      #expect(ende.abgelehnt.isEmpty && ende.abgeschlossen)
      for id in angeboten { #expect(try b.lage(id) == .vernichtet) }
      // The Akte that only showed the context stays.
      for g in anbietung.gegenstaende where g.istKontext {
        #expect(try b.lage(g.id) != .vernichtet)
      }
      let befunde = try b.pruefe()
      #expect(befunde == [])
    }
  }

  /// The same objects in the same places with the same metadata.
  private func vergleiche(_ unsere: Musternachricht, _ muster: Musternachricht) {
    let gleich = Dictionary(uniqueKeysWithValues: unsere.gegenstaende.map { ($0.id, $0) })
    var zusaetzlich = Set(gleich.keys)
    for var m in muster.gegenstaende {
      zusaetzlich.remove(m.id)
      guard var u = gleich[m.id] else {
        Issue.record("\(m) fehlt")
        continue
      }
      // Above a Vorgang that the sample has at the top stands the Akte that our store gave it.
      if m.eltern == nil, u.eltern != nil {
        #expect(gleich[u.eltern ?? .leer]?.istKontext == true)
        u.eltern = nil
      }
      // The sample leaves the closing of the Akte to its Vorgänge; our store knows its day.
      if m.zdADatum == nil { m.zdADatum = u.zdADatum }
      // The sample's transfer leaves the agency's proposal out; ours keeps it.
      if muster.typ == .aussonderung { m.vorschlag = u.vorschlag }
      #expect(u == m, "\(unsere.typ.rawValue) \(u.unterschied(m))")
    }
    for id in zusaetzlich { #expect(gleich[id]?.istKontext == true, "\(id)") }
  }
}
