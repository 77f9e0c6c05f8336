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
}
