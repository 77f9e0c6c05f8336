// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing
import Xdomea

/// Several sendings in one process of 4.0: each one is numbered for itself.
@Suite("Mehrere Sendungen eines Prozesses")
struct SendungenTests {
  /// An offer of some Akten, all of them appraised A, that go in parts of two Akten each.
  private func bewertet(
    _ b: Buehne, _ prozess: ProzessID, akten zahl: Int
  ) throws -> (behoerde: Behoerde, archiv: Archiv, akten: [ObjektID]) {
    var akten: [ObjektID] = []
    for i in 1...zahl { akten.append(try b.akte("Akte \(i)", vorgaenge: 1).0) }
    try b.warte()
    let behoerde = try b.behoerde()
    let archiv = try b.archiv()
    var vereinbarung = b.vereinbarung
    vereinbarung.teilgrenzen = Teilgrenzen(dokumente: 4, bytes: 1_000_000)
    try behoerde.bieteAn(prozess, .objekte(akten), anlass: .fristende, vereinbarung, b.wer())
    try holeAlles(archiv, b)
    try holeAlles(behoerde, b)
    var liste = try archiv.ordner.objektliste(prozess)
    for id in akten { try liste.bewerte(id, .archivwuerdig) }
    try archiv.bewerte(liste, prozess)
    try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
    try holeAlles(behoerde, b)
    try holeAlles(archiv, b)
    return (behoerde, archiv, akten)
  }

  private func sperre(_ akte: ObjektID, _ b: Buehne) throws -> SperrID {
    let id = SperrID.zufaellig(&b.zufall)
    try b.tu(
      .schriftgut(
        ziel: akte, in: nil,
        ereignis: .sperreSetzen(sperre: Sperre(id: id, grund: "Klage", behoerde: "Gericht"))),
      Akteur(kennung: "dsb", rollen: [.datenschutz]))
    return id
  }

  private func hebeAuf(_ sperre: SperrID, _ akte: ObjektID, _ b: Buehne) throws {
    try b.tu(
      .schriftgut(ziel: akte, in: nil, ereignis: .sperreAufheben(id: sperre, grund: "erledigt")),
      Akteur(kennung: "dsb2", rollen: [.datenschutz]))
  }

  private func uebernimm(_ archiv: Archiv, _ prozess: ProzessID, _ b: Buehne) throws {
    try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
    try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
  }

  @Test(
    "Was wegen einer Sperre liegen blieb, kommt nach, vor oder nach der Antwort des Archivs",
    arguments: [true, false])
  func rest(_ nachAntwort: Bool) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let prozess = ProzessID.zufaellig(&b.zufall)
      let (behoerde, archiv, akten) = try bewertet(b, prozess, akten: 4)
      let klage = try sperre(akten[3], b)
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      try holeAlles(archiv, b)
      try holeAlles(behoerde, b)
      if nachAntwort {
        try uebernimm(archiv, prozess, b)
        try holeAlles(behoerde, b)
        #expect(try b.lage(akten[0]) == .uebernommen)
      }
      try hebeAuf(klage, akten[3], b)
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      if !nachAntwort {
        // The first answer of the second sending has the name of that of the first: it has to wait
        // until the agency has fetched that one.
        try holeAlles(archiv, b)
        #expect(throws: AussonderungFehler.self) { try uebernimm(archiv, prozess, b) }
        try holeAlles(behoerde, b)
        #expect(try b.lage(akten[0]) == .uebernommen && b.lage(akten[3]) == .abgegeben)
      }
      #expect(
        try behoerde.verfahren(prozess).nachrichten(.aussonderung, eigene: true)
          .map { "\($0.teil)/\($0.gesamt)" } == ["1/2", "2/2", "1/1"])
      try holeAlles(archiv, b)
      try uebernimm(archiv, prozess, b)
      try holeAlles(behoerde, b)
      #expect(try akten.allSatisfy { try b.lage($0) == .uebernommen })
      #expect(
        try archiv.verfahren(prozess).nachrichten(.aussonderungImportBestaetigen, eigene: true)
          .count == 3)
      #expect(try b.pruefe() == [])
    }
  }

  @Test("Eine Wiederholung nach gescheitertem Import darf weniger Teile haben als die erste")
  func wiederholung() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let prozess = ProzessID.zufaellig(&b.zufall)
      let (behoerde, archiv, akten) = try bewertet(b, prozess, akten: 3)
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      try holeAlles(archiv, b)
      try archiv.uebernimm(prozess, nach: Teilziel(ausser: akten[0]))
      try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      #expect(try behoerde.stand(prozess).importfehler.map(\.objekt) == [akten[0]])
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      try holeAlles(archiv, b)
      try uebernimm(archiv, prozess, b)
      try holeAlles(behoerde, b)
      #expect(try akten.allSatisfy { try b.lage($0) == .uebernommen })
    }
  }

  /// The same message under another id, with changes.
  private func schreibeUm(
    _ pfad: String, nach ziel: String, _ b: Buehne, _ aendere: (inout Nachrichtenkopf) -> Void
  ) throws {
    let quelle = try Nachrichtenpaket(pfad: pfad)
    let leser = try quelle.leser()
    var kopf = leser.kopf
    kopf.nachrichtenID = .zufaellig(&b.zufall)
    aendere(&kopf)
    var paket = try Paketschreiber(ziel, leser.version, leser.typ, kopf, ueberschreiben: true)
    try quelle.jedeDatei { name, groesse, lies in
      _ = try paket.datei(name, groesse: groesse, lies)
    }
    while let teil = try leser.naechster() { try paket.schreibe(teil) }
    _ = try paket.beende()
  }

  @Test(
    "Ein Widerspruch in einer Sendung bleibt einer (R22)",
    arguments: [
      // While the second of two parts is missing: another number of parts; the first part again.
      (1, 1, 3), (1, 2, 3), (1, 1, 2), (1, 1, 1),
      // When both are there: a part once more, though nothing failed.
      (2, 2, 2), (2, 1, 1),
    ])
  func widerspruch(_ da: Int, _ teil: Int, _ gesamt: Int) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let prozess = ProzessID.zufaellig(&b.zufall)
      let (behoerde, archiv, _) = try bewertet(b, prozess, akten: 3)
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      let fach = b.pfad("zum-archiv")
      let namen = try FileManager.default.contentsOfDirectory(atPath: fach).sorted()
      #expect(namen == ["\(prozess)_0503_1.zip", "\(prozess)_0503_2.zip"])
      if da == 1 {
        try FileManager.default.moveItem(
          atPath: fach + "/" + namen[1], toPath: b.pfad("spaeter.zip"))
      }
      let neu = b.pfad("\(prozess)_0503_\(teil).zip")
      try schreibeUm(fach + "/" + namen[0], nach: neu, b) { kopf in
        kopf.lfdNr = teil
        kopf.gesamtanzahl = gesamt
      }
      try holeAlles(archiv, b)
      guard case .unbrauchbar(let grund, _) = try archiv.nimm(neu, b.wer(Buehne.archivarin)) else {
        Issue.record("angenommen")
        return
      }
      #expect(grund.contains("R22"), "\(grund)")
      #expect(
        try archiv.verfahren(prozess).nachrichten(.aussonderung, eigene: false).count == da)
      if da == 1 {
        // As long as a part is missing nothing is taken over.
        #expect(throws: AussonderungFehler.self) { try uebernimm(archiv, prozess, b) }
        try FileManager.default.moveItem(
          atPath: b.pfad("spaeter.zip"), toPath: fach + "/" + namen[1])
        try holeAlles(archiv, b)
      }
      try uebernimm(archiv, prozess, b)
    }
  }

  @Test("Eine zweite Sendung in Teilen wird erst übernommen, wenn alle ihre Teile da sind")
  func zweiteInTeilen() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let prozess = ProzessID.zufaellig(&b.zufall)
      let (behoerde, archiv, akten) = try bewertet(b, prozess, akten: 4)
      let sperren = try akten.dropFirst().map { try sperre($0, b) }
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      try holeAlles(archiv, b)
      try uebernimm(archiv, prozess, b)
      try holeAlles(behoerde, b)
      for (s, a) in zip(sperren, akten.dropFirst()) { try hebeAuf(s, a, b) }
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      let zweiter = b.pfad("zum-archiv") + "/\(prozess)_0503_2.zip"
      try FileManager.default.moveItem(atPath: zweiter, toPath: b.pfad("spaeter.zip"))
      try holeAlles(archiv, b)
      do {
        try uebernimm(archiv, prozess, b)
        Issue.record("übernommen")
      } catch AussonderungFehler.falscherStand(_, let grund, _) {
        #expect(grund.contains("2 von 2"))
      }
      try FileManager.default.moveItem(atPath: b.pfad("spaeter.zip"), toPath: zweiter)
      try holeAlles(archiv, b)
      try uebernimm(archiv, prozess, b)
      try holeAlles(behoerde, b)
      #expect(try akten.allSatisfy { try b.lage($0) == .uebernommen })
    }
  }

  @Test("Die Antworten auf zwei Sendungen kommen durcheinander: keine geht verloren")
  func gemischteAntworten() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let prozess = ProzessID.zufaellig(&b.zufall)
      let (behoerde, archiv, akten) = try bewertet(b, prozess, akten: 4)
      let klage = try sperre(akten[3], b)
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      try holeAlles(archiv, b)
      try uebernimm(archiv, prozess, b)
      // The second answer to the first sending stays on the way.
      let post = b.pfad("zur-behoerde")
      let zweite = post + "/\(prozess)_0506_2.zip"
      try FileManager.default.moveItem(atPath: zweite, toPath: b.pfad("unterwegs.zip"))
      try holeAlles(behoerde, b)
      #expect(try akten.allSatisfy { try b.lage($0) != .uebernommen })
      try hebeAuf(klage, akten[3], b)
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      try holeAlles(archiv, b)
      try uebernimm(archiv, prozess, b)
      try holeAlles(behoerde, b)
      #expect(
        try akten.map { try b.lage($0) == .uebernommen } == [false, false, false, true])
      try FileManager.default.moveItem(atPath: b.pfad("unterwegs.zip"), toPath: zweite)
      try holeAlles(behoerde, b)
      #expect(try akten.allSatisfy { try b.lage($0) == .uebernommen })
    }
  }
}
