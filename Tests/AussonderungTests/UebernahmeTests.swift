// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aussonderung
import Foundation
import Lifecycle
import TestHilfe
import Testing
import Xdomea

/// What the archive says about the files of a transfer, and what it puts away.
@Suite("Übernahme: Dateien")
struct UebernahmeTests {
  /// A transfer of an Akte with two Vorgänge of two documents each that lies with the archive.
  private func abgegeben(
    _ b: Buehne
  ) throws -> (prozess: ProzessID, archiv: Archiv, vorgaenge: [ObjektID], container: String) {
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
    // Nothing came yet that could be confirmed.
    #expect(throws: AussonderungFehler.self) {
      try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: archiv.ordner.berichte(prozess)) == [])
    try archiv.sendeBewertung(prozess, b.wer(Buehne.archivarin))
    try holeAlles(behoerde, b)
    try behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer())
    try holeAlles(archiv, b)
    let v = try archiv.verfahren(prozess)
    let abgabe = try #require(v.nachrichten(.aussonderung, eigene: false).first)
    return (prozess, archiv, vorgaenge, archiv.ordner.datei(abgabe, in: v))
  }

  private func magazin(_ b: Buehne) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: b.pfad("magazin"))
      .filter { $0.contains("/") }.sorted()
  }

  @Test(
    "Vor 4.0 nennt die Nachricht keine Prüfsumme, danach jede; der Bericht sagt es",
    arguments: [(XdomeaFassung.v310, 0, 4), (.v400, 4, 0)])
  func zahlen(_ fassung: XdomeaFassung, _ verglichen: Int, _ ohne: Int) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner, fassung)
      let (prozess, archiv, _, _) = try abgegeben(b)
      let e = try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
      #expect(e.nachrichten == 1 && e.dateien == 4)
      #expect(e.verglichen == verglichen && e.ohnePruefsumme == ohne)
      #expect(e.beschaedigt == 0 && e.fehlend == 0 && e.gescheitert.isEmpty)
      let nachweis = try archiv.uebernahmenachweis(prozess)
      #expect(nachweis.statistik?.ohnePruefsumme == ohne)
      var html: [UInt8] = []
      try nachweis.html { html += $0 }
      let text = String(decoding: html, as: UTF8.self)
      #expect(text.contains("zu keiner Datei eine Prüfsumme") == (ohne > 0))
      #expect(text.contains("Zu jeder Datei nennt die Nachricht eine Prüfsumme") == (ohne == 0))
      try archiv.bestaetige(prozess, b.wer(Buehne.archivarin))
      let nochmal = try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
      #expect(nochmal.nachrichten == 0 && nochmal.dateien == 0 && nochmal.verglichen == 0)
    }
  }

  @Test("Fehlt in einer 4.0 ein Hash, wird die Datei nur gelesen und so gezählt")
  func hashFehlt() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (prozess, archiv, _, container) = try abgegeben(b)
      try packeUm(URL(fileURLWithPath: container)) { name, bytes in
        guard name.hasSuffix(".xml") else { return bytes }
        let text = String(decoding: bytes, as: UTF8.self)
        let ohne = text.replacing(
          /(?s)<xdomea:Hash>.*?<\/xdomea:Hash>/, with: "", maxReplacements: 1)
        #expect(ohne.utf8.count < bytes.count)
        return Array(ohne.utf8)
      }
      let e = try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
      #expect(e.dateien == 4 && e.verglichen == 3 && e.ohnePruefsumme == 1)
      #expect(try archiv.uebernahmenachweis(prozess).statistik?.ohnePruefsumme == 1)
    }
  }

  @Test(
    "Eine beschädigte oder fehlende Datei wird gezählt; ins Magazin kommt nur, was übernommen ist",
    arguments: [("anders", 1, 0), (nil, 0, 1)])
  func schaden(_ inhalt: String?, _ beschaedigt: Int, _ fehlend: Int) throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (prozess, archiv, vorgaenge, container) = try abgegeben(b)
      let heil = try Data(contentsOf: URL(fileURLWithPath: container))
      var erste = true
      try packeUm(URL(fileURLWithPath: container), zusatz: .init("fremd.txt")) { name, bytes in
        guard !name.hasSuffix(".xml"), erste else { return bytes }
        erste = false
        return inhalt.map { Array($0.utf8) }
      }
      let ziel = Ordnerziel(b.pfad("magazin"))
      let e = try archiv.uebernimm(prozess, nach: ziel)
      #expect(e.beschaedigt == beschaedigt && e.fehlend == fehlend)
      #expect(e.dateien == 2 && e.verglichen == 2)
      let opfer = try #require(e.gescheitert.first)
      #expect(e.gescheitert.count == 1 && vorgaenge.contains(opfer.id))
      let liegt = try magazin(b)
      #expect(liegt.count == 3 && liegt.count { $0.hasSuffix(".xml") } == 1)
      #expect(!liegt.contains { $0.hasSuffix("fremd.txt") })
      let vorher = e.objekte.eintraege.compactMap(\.archivkennung)
      #expect(vorher.count == 2)

      // The fault was of the disk, and is gone: what was missing in the folder comes now.
      try heil.write(to: URL(fileURLWithPath: container))
      let zwei = try archiv.uebernimm(prozess, nach: ziel)
      #expect(zwei.gescheitert.isEmpty && zwei.dateien == 4)
      #expect(try magazin(b).count == 5)
      #expect(Set(zwei.objekte.eintraege.compactMap(\.archivkennung)).count == 3)
      #expect(zwei.objekte[opfer.id]?.uebernahme == .uebernommen)
    }
  }

  @Test("Was nicht gewollt war, kommt nicht ins Magazin")
  func unerwuenscht() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (prozess, archiv, vorgaenge, _) = try abgegeben(b)
      // As if the archive had decided otherwise about one of the Vorgänge.
      let pfad = archiv.ordner.ordner + "/\(prozess)/objekte/1.jsonl"
      let zeilen = try String(contentsOfFile: pfad, encoding: .utf8).split(separator: "\n")
        .map { zeile in
          zeile.contains("\"id\":\"\(vorgaenge[0])\"")
            ? String(zeile).replacing(
              "\"entscheidung\":\"\(Archiventscheidung.archivwuerdig.rawValue)\"",
              with: "\"entscheidung\":\"\(Archiventscheidung.nichtArchivwuerdig.rawValue)\"")
            : String(zeile)
        }
      try Data((zeilen.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: pfad))
      let e = try archiv.uebernimm(prozess, nach: Ordnerziel(b.pfad("magazin")))
      #expect(e.vollzaehligkeit.ueberzaehlig.map(\.id) == [vorgaenge[0]])
      #expect(e.gescheitert.map(\.id) == [vorgaenge[0]])
      #expect(e.dateien == 2)
      #expect(try magazin(b).count == 3)
    }
  }
}
