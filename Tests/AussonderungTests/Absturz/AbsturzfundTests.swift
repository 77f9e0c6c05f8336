// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aktenspeicher
import Aussonderung
import Foundation
import Lifecycle
import Pruefung
import TestHilfe
import Testing
import Xdomea

/// What the killed processes brought to light, each by itself.
@Suite("Funde nach dem Absturz")
struct AbsturzfundTests {
  @Test("Ein Ordner, in dem noch kein Stand liegt, ist kein Prozess und hält nichts auf")
  func ohneStand() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (akte, _) = try b.akte(vorgaenge: 1)
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      for seite in ["behoerde", "archiv"] {
        try FileManager.default.createDirectory(
          atPath: b.pfad(seite) + "/\(prozess)/nachrichten/0001", withIntermediateDirectories: true)
      }
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      #expect(try behoerde.ordner.prozesse() == [] && archiv.ordner.prozesse() == [])
      try behoerde.bieteAn(
        prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      try holeAlles(archiv, b)
      #expect(try behoerde.ordner.prozesse() == [prozess])
      #expect(try archiv.ordner.prozesse() == [prozess])
    }
  }

  @Test("Eine Empfangsbestätigung, die noch nicht als verarbeitet verzeichnet ist, wird es")
  func halbeQuittung() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (akte, _) = try b.akte(vorgaenge: 1)
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      try behoerde.bieteAn(
        prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      try holeAlles(archiv, b)
      var liste = try archiv.ordner.objektliste(prozess)
      try liste.bewerte(akte, .archivwuerdig)
      try archiv.bewerte(liste, prozess)
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      let quittung = b.pfad("zum-archiv") + "/\(prozess)_0505_1.zip"
      let kopie = b.pfad("\(prozess)_0505_1.zip")
      try FileManager.default.copyItem(atPath: quittung, toPath: kopie)
      try holeAlles(archiv, b)
      // As it stood when the process ended between the two entries.
      let stand = URL(fileURLWithPath: b.pfad("archiv") + "/\(prozess)/verfahren.json")
      var json =
        try JSONSerialization.jsonObject(with: Data(contentsOf: stand)) as! [String: Any]
      var nachrichten = json["nachrichten"] as! [[String: Any]]
      let i = try #require(nachrichten.firstIndex { $0["typ"] as? String == "0505" })
      #expect(nachrichten[i]["stand"] as? String == "verarbeitet")
      nachrichten[i]["stand"] = "eingegangen"
      json["nachrichten"] = nachrichten
      try JSONSerialization.data(withJSONObject: json).write(to: stand)

      guard case .verarbeitet = try archiv.nimm(kopie, b.wer(Buehne.archivarin)) else {
        Issue.record("nicht verarbeitet")
        return
      }
      #expect(
        try archiv.verfahren(prozess).nachrichten(.bewertungEmpfangBestaetigen, eigene: false)
          .map(\.stand) == [.verarbeitet])
      guard case .wiederholt = try archiv.nimm(kopie, b.wer(Buehne.archivarin)) else {
        Issue.record("nicht wiederholt")
        return
      }
    }
  }

  /// The findings of all messages of a process, errors only.
  private func fehler(
    _ behoerde: Behoerde, _ prozess: ProzessID, geloescht: [ObjektID]
  ) throws -> [String] {
    let v = try behoerde.verfahren(prozess)
    var pruefung = Prozesspruefung(Pruefer(heute: Kalendertag(2032, 3, 1)!))
    pruefung.loeschungen = geloescht
    var fehler: [String] = []
    pruefung.pruefe(v.nachrichten.map { behoerde.ordner.datei($0, in: v) }) { ergebnis in
      switch ergebnis {
      case .nachricht(_, let b), .prozess(let b):
        fehler += b.sortiert().filter { $0.schwere == .fehler }.map { "\($0.regel) \($0.meldung)" }
      case .nichtPruefbar(let pfad, let e): fehler.append("\(pfad): \(e)")
      }
    }
    return fehler
  }

  @Test(
    "Was nach einem gescheiterten Import noch einmal kommt, ist keine zweite 0503 (R20, R22, R62)",
    arguments: XdomeaFassung.allCases)
  func berichtigung(_ fassung: XdomeaFassung) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner, fassung)
      let (akte, vorgaenge) = try b.akte(vorgaenge: 2)
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      let archiv = try b.archiv()
      try behoerde.bieteAn(
        prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      try holeAlles(archiv, b)
      var liste = try archiv.ordner.objektliste(prozess)
      try liste.bewerte(akte, .archivwuerdig)
      try archiv.bewerte(liste, prozess)
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      try holeAlles(behoerde, b)
      for scheitert in [true, false] {
        try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
        try holeAlles(archiv, b)
        if scheitert {
          try archiv.uebernimm(prozess, nach: Teilziel(ausser: vorgaenge[0]))
        } else {
          try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
        }
        try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
        try holeAlles(behoerde, b)
        let gesperrt = try fehler(behoerde, prozess, geloescht: [akte] + vorgaenge)
        if scheitert {
          #expect(!gesperrt.isEmpty && gesperrt.allSatisfy { $0.hasPrefix("R61") }, "\(gesperrt)")
        } else {
          #expect(gesperrt == [])
        }
      }
    }
  }
}
