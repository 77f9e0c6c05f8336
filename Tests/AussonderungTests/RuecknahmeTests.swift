// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing
import Xdomea

/// A withdrawn offer: the archive has to learn of it, though no message says so (P07).
@Suite("Rücknahme eines Angebots")
struct RuecknahmeTests {
  @Test("Die Mitteilung an das Archiv liegt bei den Berichten und nennt, was nicht mehr gilt")
  func mitteilung() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (akte, _) = try b.akte()
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      try behoerde.bieteAn(prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      let archiv = try b.archiv()
      try holeAlles(archiv, b)
      try behoerde.zieheZurueck(prozess, grund: "falsche <Akte>", b.wer())
      let pfad = behoerde.ordner.berichte(prozess) + "/ruecknahme"
      let daten = try Data(contentsOf: URL(fileURLWithPath: pfad + ".json"))
      let werte = try #require(try JSONSerialization.jsonObject(with: daten) as? [String: Any])
      #expect(werte["grund"] as? String == "falsche <Akte>")
      #expect(werte["am"] as? String == "2032-01-01")
      #expect(werte["objekte"] as? Int == 3)
      let kopf = try #require(werte["kopf"] as? [String: Any])
      let nachrichten = try #require(kopf["nachrichten"] as? [[String: Any]])
      #expect(
        nachrichten.compactMap { $0["id"] as? String }
          == (try behoerde.verfahren(prozess).nachrichten(.anbieteverzeichnis, eigene: true)
            .map(\.id.text)))
      let seite = try String(contentsOfFile: pfad + ".html", encoding: .utf8)
      #expect(seite.contains("Kreisarchiv") && seite.contains("falsche &lt;Akte&gt;"))
      #expect(!seite.contains("<Akte>"))
      #expect(try behoerde.stand(prozess).naechstes?.contains("ruecknahme") == true)

      // The archive notes it: nothing of it is appraised any more.
      try archiv.vermerkeRuecknahme(prozess, grund: "falsche Akte")
      var liste = try archiv.ordner.objektliste(prozess)
      try liste.bewerte(akte, .archivwuerdig)
      #expect(throws: AussonderungFehler.self) { try archiv.bewerte(liste, prozess) }
      #expect(throws: AussonderungFehler.self) {
        try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
      }
    }
  }

  @Test("Ein Angebot, das nie hinausging, braucht keine Mitteilung")
  func nieGesandt() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (akte, _) = try b.akte(vorgaenge: 1)
      try b.warte()
      let prozess = ProzessID.zufaellig(&b.zufall)
      let behoerde = try b.behoerde()
      let belegt = b.pfad("zum-archiv/\(prozess)_0501_1.zip")
      try Data("x".utf8).write(to: URL(fileURLWithPath: belegt))
      #expect(throws: AussonderungFehler.self) {
        try behoerde.bieteAn(prozess, .objekte([akte]), anlass: .fristende, b.vereinbarung, b.wer())
      }
      try behoerde.zieheZurueck(prozess, grund: "doch nicht", b.wer())
      #expect(
        !FileManager.default.fileExists(
          atPath: behoerde.ordner.berichte(prozess) + "/ruecknahme.html"))
      #expect(try behoerde.stand(prozess).naechstes == "Beendet: doch nicht.")
    }
  }

  @Test("Nach einer Abgabe nimmt das Archiv keine Rücknahme mehr zur Kenntnis")
  func zuSpaet() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (akte, _) = try b.akte(vorgaenge: 1)
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
      #expect(throws: AussonderungFehler.self) {
        try archiv.vermerkeRuecknahme(prozess, grund: "x")
      }
      #expect(throws: LifecycleFehler.self) {
        try behoerde.zieheZurueck(prozess, grund: "x", b.wer())
      }
      #expect(
        !FileManager.default.fileExists(
          atPath: behoerde.ordner.berichte(prozess) + "/ruecknahme.html"))
    }
  }
}
