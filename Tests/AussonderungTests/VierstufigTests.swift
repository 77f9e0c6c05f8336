// SPDX-License-Identifier: Apache-2.0
import Akte
import Aktenspeicher
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing
import Uebergabe
import Xdomea

/// The four-step procedure, both sides, over two folders.
@Suite("Vierstufiges Verfahren")
struct VierstufigTests {
  @Test("Anbieten, bewerten, abgeben, bestätigen, löschen", arguments: XdomeaFassung.allCases)
  func ganzerWeg(_ fassung: XdomeaFassung) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner, fassung)
      let (gut, guteVorgaenge) = try b.akte("Ortsrecht")
      let (schlecht, _) = try b.akte("Kopierpapier")
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()

      try behoerde.bieteAn(
        prozess, .faellige(hoechstens: 100), anlass: .fristende, b.vereinbarung, b.wer())
      #expect(try b.lage(gut) == .angeboten && b.lage(schlecht) == .angeboten)
      try holeAlles(archiv, b)
      try holeAlles(behoerde, b)
      #expect(try b.speicher.paket(behoerde.verfahren(prozess).pakete[0])?.empfangenAm == b.heute)

      var liste = try archiv.ordner.objektliste(prozess)
      #expect(liste.eintraege.count == 6)
      #expect(liste.eintraege.allSatisfy { !$0.istKontext })
      #expect(throws: Bewertungsmangel.self) { try archiv.sendeBewertung(prozess, b.wer()) }
      try liste.bewerte(guteVorgaenge[0], .archivwuerdig)
      try liste.bewerte(guteVorgaenge[1], .nichtArchivwuerdig)
      try liste.bewerte(schlecht, .nichtArchivwuerdig)
      #expect(liste[gut]?.entscheidung == .archivwuerdig)
      try archiv.bewerte(liste, prozess)
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      try holeAlles(archiv, b)
      #expect(try b.lage(gut) == .bewertet)
      #expect(
        try archiv.verfahren(prozess).nachrichten(.bewertungEmpfangBestaetigen, eigene: false).count
          == 1)

      // Nothing that is worth archiving is deleted before the archive has it.
      let zuFrueh = try behoerde.loesche(prozess, b.wer(mit: Buehne.leitung))
      #expect(
        zuFrueh.vernichtet == [schlecht, guteVorgaenge[1]]
          || zuFrueh.vernichtet == [guteVorgaenge[1], schlecht])
      #expect(try b.lage(guteVorgaenge[0]) == .bewertet)

      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      #expect(try b.lage(guteVorgaenge[0]) == .abgegeben)
      try holeAlles(archiv, b)
      let bericht = try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
      // Every file that was taken over has a format that its content told.
      #expect(bericht.formate.values.reduce(0) { $0 + $1.dateien } == bericht.dateien)
      #expect(bericht.formate.values.reduce(0) { $0 + $1.bytes } == bericht.bytes)
      #expect(!bericht.formate.isEmpty && bericht.formate.keys.allSatisfy { $0.code != "" })
      #expect(bericht.vollzaehligkeit.istVollzaehlig)
      #expect(bericht.dateien == 2)
      try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      #expect(try b.lage(gut) == .uebernommen && b.lage(guteVorgaenge[0]) == .uebernommen)
      #expect(try b.speicher.schriftgut(gut)?.aussonderung?.archivkennung != nil)

      b.heute = try #require(Kalendertag(2032, 3, 1))
      let ende = try behoerde.loesche(prozess, b.wer(mit: Buehne.leitung))
      #expect(ende.abgelehnt.isEmpty && ende.abgeschlossen)
      #expect(try b.lage(gut) == .vernichtet)
      #expect(ende.nachweise.count == 1)
      #expect(try b.pruefe() == [])
      #expect(try FileManager.default.contentsOfDirectory(atPath: b.pfad("quarantaene-a")) == [])
      #expect(try FileManager.default.contentsOfDirectory(atPath: b.pfad("quarantaene-b")) == [])
    }
  }
}

/// Everything in the archive's inbox is a message it works on.
func holeAlles(_ archiv: Archiv, _ b: Buehne) throws {
  try archiv.holeAb(b.archivfach(), b.wer(Buehne.archivarin)) { datei, ergebnis in
    guard case .verarbeitet = ergebnis else {
      Issue.record("\(datei): \(ergebnis)")
      return
    }
  }
}

/// Everything in the agency's inbox is a message it works on.
func holeAlles(_ behoerde: Behoerde, _ b: Buehne) throws {
  try behoerde.holeAb(b.behoerdenfach(), b.wer()) { datei, ergebnis in
    guard case .verarbeitet = ergebnis else {
      Issue.record("\(datei): \(ergebnis)")
      return
    }
  }
}
