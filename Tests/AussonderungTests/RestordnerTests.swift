// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing

/// What an interruption leaves in the folder of processes.
@Suite("Reste im Verfahrensordner")
struct RestordnerTests {
  @Test("Ein Ordner ohne Stand ist kein Prozess und steht keinem im Weg")
  func ohneStand() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (akte, _) = try b.akte(vorgaenge: 1)
      try b.warte()
      let behoerde = try b.behoerde()
      let leer = ProzessID.zufaellig(&b.zufall)
      let halb = ProzessID.zufaellig(&b.zufall)
      let datei = ProzessID.zufaellig(&b.zufall)
      let f = FileManager.default
      try f.createDirectory(
        atPath: b.pfad("behoerde/\(leer)"), withIntermediateDirectories: true)
      for unten in ["nachrichten/0001", "berichte"] {
        try f.createDirectory(
          atPath: b.pfad("behoerde/\(halb)/\(unten)"), withIntermediateDirectories: true)
      }
      try Data("{\"art\":".utf8).write(
        to: URL(fileURLWithPath: b.pfad("behoerde/\(halb)/verfahren.json.teil")))
      try Data().write(to: URL(fileURLWithPath: b.pfad("behoerde/\(datei)")))
      #expect(try behoerde.ordner.prozesse() == [])
      for p in [leer, halb, datei] {
        #expect(try behoerde.ordner.verfahren(p) == nil)
        let unbekannt = AussonderungFehler.unbekannterProzess(p, ordner: b.pfad("behoerde"))
        #expect(throws: unbekannt) { try behoerde.setzeFort(p) }
        #expect(throws: unbekannt) { try behoerde.stand(p) }
      }
      // The step that was interrupted can be done with the same id.
      try behoerde.bieteAn(halb, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      #expect(try behoerde.ordner.prozesse() == [halb])
      #expect(try behoerde.stand(halb).paket == .angeboten)
      try holeAlles(b.archiv(), b)
      try holeAlles(behoerde, b)
    }
  }

  @Test("Ein unlesbarer Stand ist ein Fehler, kein fehlender Prozess")
  func unlesbar() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let behoerde = try b.behoerde()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let pfad = b.pfad("behoerde/\(prozess)")
      try FileManager.default.createDirectory(atPath: pfad, withIntermediateDirectories: true)
      try Data("{".utf8).write(to: URL(fileURLWithPath: pfad + "/verfahren.json"))
      #expect(try behoerde.ordner.prozesse() == [prozess])
      do {
        _ = try behoerde.stand(prozess)
        Issue.record("gelesen")
      } catch AussonderungFehler.ablage(_, let grund) {
        #expect(grund.contains("Sicherung"))
      }
    }
  }

  @Test("Ein zweiter Name, den ein Abschuss im Ausgang oder in der Quarantäne ließ, verschwindet")
  func zweiterName() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (akte, _) = try b.akte()
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      try b.behoerde().bieteAn(
        prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      let archiv = try b.archiv()
      try holeAlles(archiv, b)
      var liste = try archiv.ordner.objektliste(prozess)
      try liste.bewerte(akte, .archivwuerdig)
      try archiv.bewerte(liste, prozess)
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      // Killed after the message had its name and before that was written down.
      let f = FileManager.default
      let fach = b.pfad("zur-behoerde")
      let name = try #require(try f.contentsOfDirectory(atPath: fach).first { $0.contains("0502") })
      try f.linkItem(atPath: fach + "/" + name, toPath: fach + "/" + name + ".teil")
      let stand = URL(fileURLWithPath: b.pfad("archiv/\(prozess)/verfahren.json"))
      let text = try String(contentsOf: stand, encoding: .utf8)
      let stelle = try #require(text.range(of: "\"versandt\"", options: .backwards))
      try text.replacingCharacters(in: stelle, with: "\"geschrieben\"")
        .write(to: stand, atomically: true, encoding: .utf8)
      try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      #expect(try archiv.verfahren(prozess).nachrichten.allSatisfy { $0.stand != .geschrieben })
      #expect(try !f.contentsOfDirectory(atPath: fach).contains { $0.hasSuffix(".teil") })

      let eingang = try b.behoerdenfach()
      let unsinn = URL(fileURLWithPath: fach + "/unsinn.zip")
      try Data("Unsinn".utf8).write(to: unsinn)
      let ziel = try eingang.sondereAus(unsinn.path, bericht: "Unsinn\n")
      try f.linkItem(atPath: ziel, toPath: ziel + ".teil")
      try f.copyItem(atPath: ziel, toPath: unsinn.path)
      #expect(try eingang.sondereAus(unsinn.path, bericht: "Unsinn\n") == ziel)
      #expect(!f.fileExists(atPath: ziel + ".teil") && !f.fileExists(atPath: unsinn.path))
    }
  }
}
