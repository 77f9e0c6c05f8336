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

/// A scanner that finds something in files that contain a word.
private struct Wortsuche: Virenpruefer {
  struct Kaputt: Error {}
  let wort: String
  var kaputt = false

  func pruefe(_ ordner: String) throws -> String? {
    if kaputt { throw Kaputt() }
    for name in try FileManager.default.contentsOfDirectory(atPath: ordner).sorted() {
      let inhalt = try String(contentsOfFile: ordner + "/" + name, encoding: .utf8)
      if inhalt.contains(wort) { return "»\(wort)« in \(name)" }
    }
    return nil
  }
}

@Suite("Virenprüfung vor der Abgabe")
struct VirenprueferTests {
  /// Two Akten that the archive wants, »Gut« and »Befallen«.
  private func bewertet(_ b: Buehne) throws -> (ProzessID, gut: ObjektID, befallen: ObjektID) {
    let (gut, _) = try b.akte("Gut", vorgaenge: 1)
    let (befallen, _) = try b.akte("Befallen", vorgaenge: 1)
    try b.warte()
    let p = ProzessID.zufaellig(&b.zufall)
    let behoerde = try b.behoerde()
    let archiv = try b.archiv()
    try behoerde.bieteAn(
      p, .faellige(hoechstens: 10), anlass: .fristende, b.vereinbarung, b.wer())
    try holeAlles(archiv, b)
    var liste = try archiv.ordner.objektliste(p)
    try liste.bewerte(gut, .archivwuerdig)
    try liste.bewerte(befallen, .archivwuerdig)
    try archiv.bewerte(liste, p)
    try archiv.sendeBewertung(p, b.wer(Buehne.archivarin))
    try holeAlles(behoerde, b)
    return (p, gut, befallen)
  }

  private func stand(_ b: Buehne, _ p: ProzessID) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: b.pfad("behoerde/\(p.text)/verfahren.json")))
  }

  @Test("Ein Fehler der Prüfung ändert nichts, und es bleiben keine Kopien liegen")
  func fehler() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (p, gut, _) = try bewertet(b)
      let behoerde = try b.behoerde()
      let vorher = try stand(b, p)
      #expect(throws: Wortsuche.Kaputt.self) {
        try behoerde.gibAb(p, geprueftVon: Wortsuche(wort: "", kaputt: true), b.wer())
      }
      #expect(try stand(b, p) == vorher)
      #expect(try b.lage(gut) == .bewertet)
      #expect(!FileManager.default.fileExists(atPath: b.pfad("behoerde/virenpruefung")))
    }
  }

  @Test("Eine veränderte Datei wird nicht erst geprüft; auch ihre Akte bleibt hier")
  func veraendert() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Buehne(ordner)
      let (p, gut, befallen) = try bewertet(b)
      let ablage = URL(fileURLWithPath: b.pfad("sp/dateien"))
      let dateien = try #require(
        FileManager.default.enumerator(at: ablage, includingPropertiesForKeys: nil))
      var verdorben = 0
      for case let datei as URL in dateien {
        guard let text = try? String(contentsOf: datei, encoding: .utf8), text.hasPrefix("Gut")
        else { continue }
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: datei.path)
        try Data(text.replacing("Gut", with: "Xut").utf8).write(to: datei)
        verdorben += 1
      }
      #expect(verdorben == 2)
      let v = try b.behoerde().gibAb(p, geprueftVon: Wortsuche(wort: "Xut"), b.wer())
      #expect(v.ablehnungen.map(\.grund) == ["virenfund"])
      let text = try #require(v.ablehnungen.first?.text)
      #expect(text.contains("Prüfsumme") || text.contains("ließ sich nicht"), "\(text)")
      #expect(try b.lage(gut) == .bewertet && b.lage(befallen) == .abgegeben)
    }
  }

  @Test("Stromausfall an jeder fünften Stelle: Was befallen war, geht auch danach nicht hinaus")
  func unterbrochen() throws {
    var stelle = 1
    var fertig = false
    while !fertig {
      try #require(stelle < 500)
      try mitTemporaeremOrdner { ordner in
        let b = try Buehne(ordner)
        let (p, gut, befallen) = try bewertet(b)
        let pruefer = Wortsuche(wort: "Befallen")
        do {
          let ausfall = Ausfallbestand(b.speicher, bis: stelle, nachher: stelle.isMultiple(of: 2))
          try Behoerde(
            bestand: ausfall, ordner: try Verfahrensordner(b.pfad("behoerde")),
            ausgang: try b.behoerdenfach(), schemata: b.schemata
          ).gibAb(p, geprueftVon: pruefer, b.wer())
          fertig = true
        } catch is Stromausfall {
          let behoerde = try b.behoerde()
          if try behoerde.verfahren(p).vorhaben == nil {
            // Nothing was begun; or it was done, and nothing waits but what stays here.
            _ = try? behoerde.gibAb(p, geprueftVon: pruefer, b.wer())
          } else {
            // What the scanner said when it began counts, whatever another one would say.
            try behoerde.gibAb(p, geprueftVon: Wortsuche(wort: "nirgends"), b.wer())
          }
        }
        #expect(try b.lage(gut) == .abgegeben && b.lage(befallen) == .bewertet, "Stelle \(stelle)")
        let v = try b.behoerde().verfahren(p)
        #expect(v.ablehnungen.last?.objekt == befallen && v.vorhaben == nil)
        #expect(v.nachrichten(.aussonderung, eigene: true).map(\.stand) == [.versandt])
        #expect(!FileManager.default.fileExists(atPath: b.pfad("behoerde/virenpruefung")))
      }
      stelle += 5
    }
    #expect(stelle > 20)
  }

  @Test("Eine Zusage von früher, ohne Funde, bleibt lesbar")
  func alteZusage() throws {
    let alt = try JSONDecoder().decode(
      Abgabezusage.self, from: Data(#"{"virenfrei":true}"#.utf8))
    #expect(alt == Abgabezusage(virenfrei: true) && alt.funde.isEmpty)
  }
}
