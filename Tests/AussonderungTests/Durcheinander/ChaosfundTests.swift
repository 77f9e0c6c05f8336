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

/// What the random runs brought to light, each by itself.
@Suite("Funde im Durcheinander")
struct ChaosfundTests {
  private func angeboten(
    _ b: Buehne
  ) throws -> (behoerde: Behoerde, archiv: Archiv, akte: ObjektID, prozess: ProzessID) {
    let (akte, _) = try b.akte(vorgaenge: 1)
    try b.warte()
    let prozess = ProzessID.zufaellig(&b.zufall)
    let behoerde = try b.behoerde()
    try behoerde.bieteAn(prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
    return (behoerde, try b.archiv(), akte, prozess)
  }

  private func bewerte(
    _ archiv: Archiv, _ b: Buehne, _ prozess: ProzessID, _ akte: ObjektID,
    _ wert: Archiventscheidung
  ) throws {
    var liste = try archiv.ordner.objektliste(prozess)
    try liste.bewerte(akte, wert)
    try archiv.bewerte(liste, prozess)
    try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
  }

  /// The same message with changes.
  private func schreibeUm(
    _ pfad: String, nach ziel: String,
    _ aendere: (inout Nachrichtenkopf, inout [Nachrichtenteil]) -> Void
  ) throws {
    let leser = try Nachrichtenpaket(pfad: pfad).leser()
    var kopf = leser.kopf
    var teile: [Nachrichtenteil] = []
    while let teil = try leser.naechster() { teile.append(teil) }
    aendere(&kopf, &teile)
    var paket = try Paketschreiber(ziel, leser.version, leser.typ, kopf, ueberschreiben: true)
    for teil in teile { try paket.schreibe(teil) }
    _ = try paket.beende()
  }

  private func einzige(_ ordner: String) throws -> String {
    let namen = try FileManager.default.contentsOfDirectory(atPath: ordner)
    return ordner + "/" + (try #require(namen.count == 1 ? namen.first : nil))
  }

  @Test("Ein Ordner oder ein Verweis mit dem Namen eines Containers hält die Post nicht auf")
  func keineDatei() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (_, archiv, _, _) = try angeboten(b)
      let fach = b.pfad("zum-archiv")
      for name in ["/0.zip", "/0503/x.zip"] {
        try FileManager.default.createDirectory(
          atPath: fach + name, withIntermediateDirectories: true)
      }
      try FileManager.default.createSymbolicLink(
        atPath: fach + "/1.zip", withDestinationPath: "/nirgendwo")
      mkfifo(fach + "/2.zip", 0o600)
      var ergebnisse: [Eingangsergebnis] = []
      try archiv.holeAb(b.archivfach(), b.wer(Buehne.archivarin)) { ergebnisse.append($1) }
      #expect(ergebnisse.count == 1)
      if case .verarbeitet? = ergebnisse.first {} else { Issue.record("\(ergebnisse)") }
    }
  }

  @Test("Eine Empfangsbestätigung, die nicht hinausging, geht mit der Wiederholung hinaus")
  func quittungNachgeholt() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (_, archiv, _, prozess) = try angeboten(b)
      let belegt = b.pfad("zur-behoerde") + "/\(prozess)_0504_1.zip"
      _ = try b.archivfach()
      try Data("liegt im Weg".utf8).write(to: URL(fileURLWithPath: belegt))
      #expect(throws: AussonderungFehler.self) { try holeAlles(archiv, b) }
      try FileManager.default.removeItem(atPath: belegt)
      var ergebnisse: [Eingangsergebnis] = []
      try archiv.holeAb(b.archivfach(), b.wer(Buehne.archivarin)) { ergebnisse.append($1) }
      if case .wiederholt? = ergebnisse.first {} else { Issue.record("\(ergebnisse)") }
      #expect(FileManager.default.fileExists(atPath: belegt))
      #expect(
        try archiv.verfahren(prozess).nachrichten(.anbietungEmpfangBestaetigen, eigene: true)
          .map(\.stand) == [.versandt])
    }
  }

  @Test("Eine Quittung mit schon vergebener Kennung und anderem Inhalt geht in Quarantäne (R21)")
  func fremdeQuittung() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (behoerde, archiv, akte, prozess) = try angeboten(b)
      try holeAlles(archiv, b)
      try bewerte(archiv, b, prozess, akte, .archivwuerdig)
      try holeAlles(behoerde, b)
      let quittung = try einzige(b.pfad("zum-archiv"))
      try schreibeUm(quittung, nach: b.pfad("andere.zip")) { kopf, _ in kopf.hinweis = "anders" }
      try holeAlles(archiv, b)
      try FileManager.default.moveItem(atPath: b.pfad("andere.zip"), toPath: quittung)
      var ergebnisse: [Eingangsergebnis] = []
      try archiv.holeAb(b.archivfach(), b.wer(Buehne.archivarin)) { ergebnisse.append($1) }
      if case .unbrauchbar(let grund, _)? = ergebnisse.first {
        #expect(grund.contains("R21"))
      } else {
        Issue.record("\(ergebnisse)")
      }
    }
  }

  @Test(
    "Was das Archiv nicht wollte, kommt auch unter anderem Prozess nicht ohne Bewertung hinein",
    arguments: [XdomeaFassung.v230, .v300])
  func fremderProzess(_ fassung: XdomeaFassung) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner, fassung)
      let (behoerde, archiv, akte, prozess) = try angeboten(b)
      try holeAlles(archiv, b)
      try holeAlles(behoerde, b)
      try bewerte(archiv, b, prozess, akte, .nichtArchivwuerdig)
      // On the way to the agency V becomes A.
      let bewertung = try einzige(b.pfad("zur-behoerde"))
      try schreibeUm(bewertung, nach: bewertung) { _, teile in
        teile = teile.map {
          guard case .bewertung(var e) = $0 else { return $0 }
          e.aussonderungsart = .archivieren
          return .bewertung(e)
        }
      }
      try holeAlles(behoerde, b)
      try holeAlles(archiv, b)
      // The second transfer has a process of its own before 4.0.
      for _ in 1...2 {
        try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
        try holeAlles(archiv, b)
        try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
        try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
        try holeAlles(behoerde, b)
        #expect(try b.lage(akte) == .abgegeben)
        #expect(
          try b.speicher.schriftgut(akte)?.aussonderung?.importfehler?.contains("R50") == true)
      }
      #expect(try archiv.ordner.prozesse() == [prozess])
    }
  }

  @Test(
    "2.x: Der Gesamterfolg gilt für alle, auch wenn nur manche eine Archivkennung haben (R62)",
    arguments: [XdomeaFassung.v230, .v240])
  func gesamterfolg(_ fassung: XdomeaFassung) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner, fassung)
      let (behoerde, archiv, akte, prozess) = try angeboten(b)
      try holeAlles(archiv, b)
      try holeAlles(behoerde, b)
      try bewerte(archiv, b, prozess, akte, .archivwuerdig)
      try holeAlles(behoerde, b)
      let vorgang = try #require(try b.speicher.kinder(akte).first)
      for scheitert in [true, false] {
        try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
        try holeAlles(archiv, b)
        if scheitert {
          // The Vorgang is taken over without an id of the archive.
          try archiv.uebernimm(prozess, nach: Teilziel(ausser: akte))
        } else {
          try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
        }
        try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
        try holeAlles(behoerde, b)
        for id in [akte, vorgang] {
          #expect(try b.lage(id) == (scheitert ? .abgegeben : .uebernommen))
          #expect(
            try (b.speicher.schriftgut(id)?.aussonderung?.importfehler != nil) == scheitert)
        }
      }
    }
  }

  @Test("Unter einer Sperre kommen A und V: A zählt, wenn sie fällt", arguments: [true, false])
  func sperreMitZweiBewertungen(_ zuerstA: Bool) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (behoerde, archiv, akte, prozess) = try angeboten(b)
      try holeAlles(archiv, b)
      try holeAlles(behoerde, b)
      let sperre = SperrID.zufaellig(&b.zufall)
      try b.tu(
        .schriftgut(
          ziel: akte, in: nil,
          ereignis: .sperreSetzen(sperre: Sperre(id: sperre, grund: "Klage", behoerde: "Gericht"))),
        Akteur(kennung: "dsb", rollen: [.datenschutz]))
      try bewerte(archiv, b, prozess, akte, zuerstA ? .archivwuerdig : .nichtArchivwuerdig)
      let erste = try einzige(b.pfad("zur-behoerde"))
      let neu = NachrichtenID.zufaellig(&b.zufall)
      try schreibeUm(erste, nach: b.pfad("zweite.zip")) { kopf, teile in
        kopf.nachrichtenID = neu
        teile = teile.map {
          guard case .bewertung(var e) = $0 else { return $0 }
          e.aussonderungsart = zuerstA ? .vernichten : .archivieren
          return .bewertung(e)
        }
      }
      for pfad in [erste, b.pfad("zweite.zip")] {
        _ = try behoerde.nimm(pfad, b.wer())
        for name in try FileManager.default.contentsOfDirectory(atPath: b.pfad("zum-archiv")) {
          try FileManager.default.removeItem(atPath: b.pfad("zum-archiv") + "/" + name)
        }
      }
      #expect(try b.lage(akte) == .angeboten)
      try b.tu(
        .schriftgut(
          ziel: akte, in: nil, ereignis: .sperreAufheben(id: sperre, grund: "Klage erledigt")),
        Akteur(kennung: "dsb2", rollen: [.datenschutz]))
      for pfad in [erste, b.pfad("zweite.zip")] {
        _ = try behoerde.nimm(pfad, b.wer())
        for name in try FileManager.default.contentsOfDirectory(atPath: b.pfad("zum-archiv")) {
          try FileManager.default.removeItem(atPath: b.pfad("zum-archiv") + "/" + name)
        }
      }
      #expect(try b.speicher.schriftgut(akte)?.aussonderung?.bewertung == .archivwuerdig)
    }
  }
}
