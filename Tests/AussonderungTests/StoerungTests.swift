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

/// What goes wrong between two partners: messages twice, late, foreign, in the wrong order, damaged.
@Suite("Störungen im Verfahren")
struct StoerungTests {
  /// An offer that the archive has and appraised: the first Akte A, the second V.
  private func bewertet(
    _ b: Buehne, _ prozess: ProzessID
  ) throws -> (behoerde: Behoerde, archiv: Archiv, gut: ObjektID, schlecht: ObjektID) {
    let (gut, _) = try b.akte("Ortsrecht")
    let (schlecht, _) = try b.akte("Kopierpapier")
    try b.warte()
    let behoerde = try b.behoerde()
    let archiv = try b.archiv()
    try behoerde.bieteAn(
      prozess, .faellige(hoechstens: 100), anlass: .fristende, b.vereinbarung, b.wer())
    try holeAlles(archiv, b)
    try holeAlles(behoerde, b)
    var liste = try archiv.ordner.objektliste(prozess)
    try liste.bewerte(gut, .archivwuerdig)
    try liste.bewerte(schlecht, .nichtArchivwuerdig)
    try archiv.bewerte(liste, prozess)
    try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
    return (behoerde, archiv, gut, schlecht)
  }

  private func dateien(_ ordner: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: ordner).sorted()
  }

  @Test("Dieselbe Nachricht zweimal ändert nichts", arguments: [XdomeaFassung.v230, .v310, .v400])
  func doppelt(_ fassung: XdomeaFassung) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner, fassung)
      let prozess = ProzessID.zufaellig(&b.zufall)
      let (behoerde, _, gut, _) = try bewertet(b, prozess)
      let post = b.pfad("zur-behoerde")
      let name = try #require(try dateien(post).first)
      try FileManager.default.copyItem(
        atPath: post + "/" + name, toPath: b.pfad("aufgehoben.zip"))
      try holeAlles(behoerde, b)
      #expect(try b.lage(gut) == .bewertet)
      let vorher = try b.speicher.schriftgut(gut)
      for _ in 1...2 {
        try FileManager.default.copyItem(
          atPath: b.pfad("aufgehoben.zip"), toPath: post + "/" + name)
        var ergebnisse: [Eingangsergebnis] = []
        try behoerde.holeAb(b.behoerdenfach(), b.wer()) { ergebnisse.append($1) }
        #expect(ergebnisse.count == 1)
        if case .unbrauchbar = ergebnisse[0] { Issue.record("\(ergebnisse)") }
        #expect(try b.speicher.schriftgut(gut) == vorher)
      }
      #expect(
        try behoerde.verfahren(prozess).nachrichten(.bewertungsverzeichnis, eigene: false).count
          == 1)
      #expect(try b.pruefe() == [])
    }
  }

  @Test("Fremdes, Unlesbares und zur falschen Zeit Gekommenes geht in Quarantäne")
  func quarantaene() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let prozess = ProzessID.zufaellig(&b.zufall)
      let (behoerde, archiv, gut, _) = try bewertet(b, prozess)
      let post = b.pfad("zur-behoerde")
      try holeAlles(behoerde, b)
      // Not a container.
      try Data("kein ZIP".utf8).write(to: URL(fileURLWithPath: post + "/kaputt.zip"))
      // A message of ours.
      let eigene = try #require(try behoerde.verfahren(prozess).nachrichten.first)
      try FileManager.default.copyItem(
        atPath: behoerde.ordner.datei(eigene, in: try behoerde.verfahren(prozess)),
        toPath: post + "/eigene.zip")
      // A confirmation of a transfer that never took place.
      var kopf = Nachrichtenkopf(
        prozessID: prozess, absender: b.vereinbarung.archiv, empfaenger: b.vereinbarung.behoerde,
        erstellungszeitpunkt: b.zeitpunkt, nachrichtenID: .zufaellig(&b.zufall))
      kopf.system = Werkzeug.system
      kopf.ursprungsnachricht = eigene.id
      kopf.lfdNr = 1
      kopf.gesamtanzahl = 1
      kopf.ergebnis = .erfolg
      var paket = try Paketschreiber(post + "/", .v400, .aussonderungImportBestaetigen, kopf)
      try paket.rueckmeldung(Importrueckmeldung(gut, .erfolg))
      _ = try paket.beende()
      // An answer in a process that nobody here began.
      kopf.prozessID = .zufaellig(&b.zufall)
      kopf.ergebnis = nil
      let fremd = try Paketschreiber(post + "/", .v400, .anbietungEmpfangBestaetigen, kopf)
      _ = try fremd.beende()
      // An unfinished file is left alone.
      try Data("…".utf8).write(to: URL(fileURLWithPath: post + "/spaeter.zip.teil"))

      var gruende: [String] = []
      try behoerde.holeAb(b.behoerdenfach(), b.wer()) { _, ergebnis in
        if case .unbrauchbar(let grund, _) = ergebnis { gruende.append(grund) }
      }
      #expect(gruende.count == 4)
      #expect(gruende.contains { $0.contains("R25") })
      #expect(gruende.contains { $0.contains("nicht begonnen") })
      #expect(try b.lage(gut) == .bewertet)
      #expect(try dateien(post) == ["spaeter.zip.teil"])
      let quarantaene = try dateien(b.pfad("quarantaene-b"))
      #expect(quarantaene.filter { $0.hasSuffix(".bericht.txt") }.count == 4)
      #expect(quarantaene.count == 8)
      _ = archiv
    }
  }

  @Test(
    "Ein beschädigtes Objekt wird nicht übernommen, nicht gelöscht, und noch einmal abgegeben",
    arguments: [XdomeaFassung.v310, .v400])
  func gescheiterterImport(_ fassung: XdomeaFassung) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner, fassung)
      let prozess = ProzessID.zufaellig(&b.zufall)
      let (behoerde, archiv, gut, _) = try bewertet(b, prozess)
      try holeAlles(behoerde, b)
      try holeAlles(archiv, b)
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      try holeAlles(archiv, b)
      // The archive's repository takes all but one Vorgang.
      let opfer = try #require(try b.speicher.kinder(gut).first)
      let ziel = Teilziel(ausser: opfer)
      try archiv.uebernimm(prozess, nach: ziel)
      try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      #expect(try b.lage(opfer) == .abgegeben)
      #expect(try b.speicher.schriftgut(opfer)?.aussonderung?.importfehler == "voll")
      #expect(try behoerde.stand(prozess).importfehler.map(\.objekt) == [opfer])
      b.heute = Kalendertag(2032, 6, 1)!
      let bericht = try behoerde.loesche(prozess, b.wer(mit: Buehne.leitung))
      #expect(!bericht.vernichtet.contains(gut) && !bericht.vernichtet.contains(opfer))
      #expect(try b.lage(opfer) == .abgegeben)

      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      try holeAlles(archiv, b)
      try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
      try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      #expect(try b.lage(opfer) == .uebernommen)
      b.heute = Kalendertag(2032, 8, 1)!
      let ende = try behoerde.loesche(prozess, b.wer(mit: Buehne.leitung))
      #expect(ende.abgelehnt.isEmpty && ende.abgeschlossen)
      #expect(try b.pruefe() == [])
    }
  }

  @Test("Eine Sperre nimmt ein Objekt aus der Abgabe, eine veränderte Datei auch")
  func hindernisse() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (a, _) = try b.akte("Erste")
      let (c, _) = try b.akte("Zweite")
      let (d, dv) = try b.akte("Dritte")
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      try behoerde.bieteAn(
        prozess, .objekte([a, c, d]), anlass: .fristende, b.vereinbarung, b.wer())
      try holeAlles(archiv, b)
      var liste = try archiv.ordner.objektliste(prozess)
      for id in [a, c, d] { try liste.bewerte(id, .archivwuerdig) }
      try archiv.bewerte(liste, prozess)
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      try b.tu(
        .schriftgut(
          ziel: c, in: nil,
          ereignis: .sperreSetzen(
            sperre: Sperre(id: .zufaellig(&b.zufall), grund: "Klage", behoerde: "Gericht"))),
        Akteur(kennung: "dsb", rollen: [.datenschutz]))
      var dokument: Objektbild?
      try b.speicher.jedesKind(dv[1]) { dokument = $0 }
      let hash = try #require(dokument?.dateien.first?.hash.hex)
      let datei = b.pfad("sp/dateien/\(hash.prefix(2))/\(hash.dropFirst(2))")
      chmod(datei, 0o644)
      try Data("etwas ganz anderes".utf8).write(to: URL(fileURLWithPath: datei))

      let v = try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      #expect(try b.lage(a) == .abgegeben)
      #expect(try b.lage(c) == .bewertet && b.lage(d) == .bewertet)
      #expect(v.ablehnungen.contains { $0.objekt == c && $0.grund == "gesperrt" })
      #expect(v.ablehnungen.contains { $0.objekt == dv[1] && $0.grund == "hashAbweichung" })
      try holeAlles(archiv, b)
      let bericht = try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
      #expect(Set(bericht.vollzaehligkeit.fehlend.map(\.id)).isSuperset(of: [c, d]))
      #expect(bericht.vollzaehligkeit.ueberzaehlig.isEmpty)
    }
  }

  @Test(
    "Große Abgaben gehen in Teilen, vor 4.0 jeder mit eigenem Prozess",
    arguments: [XdomeaFassung.v310, .v400])
  func teile(_ fassung: XdomeaFassung) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner, fassung)
      var akten: [ObjektID] = []
      for i in 1...5 { akten.append(try b.akte("Akte \(i)").0) }
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      var vereinbarung = b.vereinbarung
      vereinbarung.teilgrenzen = Teilgrenzen(dokumente: 8, bytes: 1_000_000)
      try behoerde.bieteAn(
        prozess, .faellige(hoechstens: 10), anlass: .fristende, vereinbarung, b.wer())
      #expect(
        try behoerde.verfahren(prozess).nachrichten(.anbieteverzeichnis, eigene: true).count
          == (fassung >= .v400 ? 3 : 1))
      try holeAlles(archiv, b)
      try holeAlles(behoerde, b)
      var liste = try archiv.ordner.objektliste(prozess)
      #expect(liste.eintraege.count == 15)
      for id in akten { try liste.bewerte(id, .archivwuerdig) }
      try archiv.bewerte(liste, prozess)
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      let v = try behoerde.verfahren(prozess)
      #expect(v.nachrichten(.aussonderung, eigene: true).count == 3)
      #expect(v.weitereProzesse.count == (fassung >= .v400 ? 0 : 2))
      try holeAlles(archiv, b)
      let bericht = try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
      #expect(bericht.vollzaehligkeit.istVollzaehlig)
      #expect(bericht.dateien == 20)
      try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
      // Two of three answers are not enough to delete anything.
      let post = b.pfad("zur-behoerde")
      let antworten = try dateien(post).filter { $0.contains("0506") }
      #expect(antworten.count == 3)
      try FileManager.default.moveItem(
        atPath: post + "/" + antworten[1], toPath: b.pfad("liegt-noch.zip"))
      try holeAlles(behoerde, b)
      #expect(try akten.allSatisfy { try b.lage($0) == .abgegeben })
      try FileManager.default.moveItem(
        atPath: b.pfad("liegt-noch.zip"), toPath: post + "/" + antworten[1])
      try holeAlles(behoerde, b)
      #expect(try akten.allSatisfy { try b.lage($0) == .uebernommen })
    }
  }
}

/// A repository that cannot take one object.
struct Teilziel: Uebernahmeziel {
  let ausser: ObjektID
  func uebernimm(
    _ paket: Nachrichtenpaket, _ nachricht: NachrichtenID, _ objekte: [Objekteintrag]
  ) throws -> Uebernahmeergebnis {
    var ergebnis = Uebernahmeergebnis()
    if objekte.contains(where: { $0.id == ausser }) { ergebnis.gescheitert[ausser] = "voll" }
    return ergebnis
  }
}
