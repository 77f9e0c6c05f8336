// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Lifecycle
import Pruefung
import TestHilfe
import Testing
import Uebergabe
import Xdomea

@testable import Aussonderung

/// A transfer taken over as packages: what the 0506 says about each object.
@Suite("Übernahme in Pakete")
struct PaketzielTests {
  private func ziel(_ ordner: URL, _ ebene: Paketierungsebene, _ dimag: Bool = false) -> Paketziel {
    Paketziel(
      ordner.path,
      Paketierung(dimag ? .dimag(.init(rootid: "S")) : .bagit(.init()), ebene: ebene),
      am: PaketierungTests.jetzt, von: "Erika Muster")
  }

  private func eintraege(_ container: String) throws -> [Objekteintrag] {
    var liste = Objektliste()
    let leser = try Nachrichtenpaket(pfad: container).leser()
    while let teil = try leser.naechster() {
      if case .schriftgutobjekt(let o) = teil { liste.nimm(o, teil: 1) }
    }
    return liste.eintraege
  }

  @Test(
    "jedes Objekt hat eine Archivkennung; ein zweiter Lauf ändert nichts", arguments: [false, true])
  func kennungen(_ dimag: Bool) throws {
    for (seed, ebene) in zip(20..<24 as Range<UInt64>, PaketierungTests.ebenen) {
      try mitTemporaeremOrdner { tmp in
        var muster = Abgabemuster(.v310, seed: seed)
        let container = try muster.packe(tmp)
        let alle = try eintraege(container)
        let magazin = tmp.appendingPathComponent("magazin")
        try FileManager.default.createDirectory(at: magazin, withIntermediateDirectories: true)
        let ziel = ziel(magazin, ebene, dimag)
        let paket = try Nachrichtenpaket(pfad: container)
        let id = NachrichtenID("00000000-0000-4000-8000-000000000001")!
        let e = try ziel.uebernimm(paket, id, alle)
        #expect(e.gescheitert == [:])
        for o in alle {
          let kennung = try #require(e.archivkennungen[o.id], "\(o.id)")
          #expect(FileManager.default.fileExists(atPath: magazin.path + "/" + kennung))
        }
        let vorher = try FileManager.default.subpathsOfDirectory(atPath: magazin.path).sorted()
        let nochmal = try ziel.uebernimm(paket, id, alle)
        #expect(nochmal == e)
        #expect(
          try FileManager.default.subpathsOfDirectory(atPath: magazin.path).sorted() == vorher)
      }
    }
  }

  /// Kinds and verdicts of the packages of a sound delivery.
  private static func arten(_ lieferung: String) throws -> Set<String> {
    var arten: Set<String> = []
    let bericht = try Lieferungspruefer().pruefe(lieferung) { ergebnis in
      arten.insert(ergebnis.bericht.art + " " + ergebnis.urteil.rawValue)
    }
    return bericht.gueltig ? arten : []
  }

  @Test(
    "auch als SIP: Kennungen führen zu Paketen, ein zweiter Lauf ändert nichts",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"), arguments: [0, 1, 2])
  func sips(_ nummer: Int) throws {
    try mitTemporaeremOrdner { try uebernimmSips(nummer, $0) }
  }

  private func uebernimmSips(_ nummer: Int, _ tmp: URL) throws {
    var muster = Abgabemuster(.v400, seed: UInt64(26 + nummer))
    let container = try muster.packe(tmp)
    let alle = try eintraege(container)
    let magazin = tmp.path + "/magazin"
    try FileManager.default.createDirectory(
      atPath: magazin, withIntermediateDirectories: true)
    let form = Paketierung.Form.eark(PaketierungEarkTests.vorgabe())
    let ziel = Paketziel(
      magazin, Paketierung(form, ebene: PaketierungTests.ebenen[nummer]),
      am: PaketierungTests.jetzt, von: "Erika Muster")
    let paket = try Nachrichtenpaket(pfad: container)
    let id = NachrichtenID("00000000-0000-4000-8000-000000000003")!
    var opfer: ObjektID?
    for o in alle where o.eltern != nil { opfer = o.id }
    let eines = try #require(opfer)
    let erster = try ziel.uebernimm(paket, id, alle.filter { $0.id != eines })
    #expect(erster.archivkennungen[eines] == nil)
    let zweiter = try ziel.uebernimm(paket, id, alle)
    #expect(zweiter.gescheitert == [:])
    #expect(zweiter.archivkennungen.count == alle.count)
    for kennung in zweiter.archivkennungen.values {
      #expect(FileManager.default.fileExists(atPath: magazin + "/" + kennung))
    }
    let vorher = try FileManager.default.subpathsOfDirectory(atPath: magazin).sorted()
    let dritter = try ziel.uebernimm(paket, id, alle)
    #expect(dritter == zweiter)
    let nachher = try FileManager.default.subpathsOfDirectory(atPath: magazin).sorted()
    #expect(nachher == vorher)
    for lieferung in try FileManager.default.contentsOfDirectory(atPath: magazin) {
      let arten = try Self.arten(magazin + "/" + lieferung)
      #expect(arten == ["eark gueltig"])
    }
  }

  @Test("was nicht übernommen werden darf, liegt in keinem Paket; nachgereicht kommt es dazu")
  func teilweise() throws {
    try mitTemporaeremOrdner { tmp in
      var muster = Abgabemuster(.v400, seed: 25)
      let container = try muster.packe(tmp)
      let alle = try eintraege(container)
      let magazin = tmp.appendingPathComponent("magazin")
      try FileManager.default.createDirectory(at: magazin, withIntermediateDirectories: true)
      let ziel = ziel(magazin, .wurzel)
      let paket = try Nachrichtenpaket(pfad: container)
      let id = NachrichtenID("00000000-0000-4000-8000-000000000002")!
      let opfer = try #require(alle.last { $0.eltern != nil })
      let wurzel = try #require(
        alle.first { e in
          var liste = Objektliste()
          for a in alle { liste.setze(a) }
          return e.id == liste.vorfahren(opfer.id).last?.id
        })
      let erster = try ziel.uebernimm(paket, id, alle.filter { $0.id != opfer.id })
      #expect(erster.archivkennungen[opfer.id] == nil)
      // Its Akte is one package; with one object missing none of it is taken over.
      #expect(erster.archivkennungen[wurzel.id] == nil && erster.gescheitert[wurzel.id] != nil)
      let texte = try FileManager.default.subpathsOfDirectory(atPath: magazin.path)
        .filter { $0.hasSuffix(".xml") }
        .map { try String(contentsOfFile: magazin.path + "/" + $0, encoding: .utf8) }
      #expect(!texte.isEmpty && texte.allSatisfy { !$0.contains(opfer.id.text) })
      let zweiter = try ziel.uebernimm(paket, id, alle)
      #expect(zweiter.gescheitert == [:] && zweiter.archivkennungen.count == alle.count)
      for (objekt, kennung) in erster.archivkennungen {
        #expect(zweiter.archivkennungen[objekt] == kennung)
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: magazin.path).count == 2)
      for lieferung in try FileManager.default.contentsOfDirectory(atPath: magazin.path) {
        let bericht = try Lieferungspruefer().pruefe(magazin.path + "/" + lieferung) {
          #expect($0.urteil == .gueltig)
        }
        #expect(bericht.gueltig)
      }
    }
  }

  @Test("im Verfahren: Die 0506 nennt jedes Objekt, und bei der Behörde gilt es als übernommen")
  func verfahren() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner, .v400)
      let (akte, vorgaenge) = try b.akte()
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      try behoerde.bieteAn(prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      try holeAlles(archiv, b)
      var liste = try archiv.ordner.objektliste(prozess)
      try liste.bewerte(akte, .archivwuerdig)
      try archiv.bewerte(liste, prozess)
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
      try holeAlles(archiv, b)
      let magazin = ordner.appendingPathComponent("magazin")
      try FileManager.default.createDirectory(at: magazin, withIntermediateDirectories: true)
      let e = try archiv.uebernimm(prozess, nach: ziel(magazin, .vorgang))
      #expect(e.gescheitert.isEmpty && e.dateien == 4)
      try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
      let v = try archiv.verfahren(prozess)
      let antwort = try #require(
        v.nachrichten(.aussonderungImportBestaetigen, eigene: true).first)
      let leser = try Nachrichtenpaket(pfad: archiv.ordner.datei(antwort, in: v)).leser()
      var genannt: [ObjektID: String?] = [:]
      while let teil = try leser.naechster() {
        if case .rueckmeldung(let r) = teil {
          #expect(r.ergebnis.erfolgreich)
          genannt[r.id] = r.archivkennung
        }
      }
      #expect(Set(genannt.keys) == Set(vorgaenge + [akte]))
      for vorgang in vorgaenge {
        #expect((genannt[vorgang] ?? nil)?.contains("/vorgang_\(vorgang)") == true)
      }
      try holeAlles(behoerde, b)
      for id in vorgaenge + [akte] { #expect(try b.lage(id) == .uebernommen) }
    }
  }
}
