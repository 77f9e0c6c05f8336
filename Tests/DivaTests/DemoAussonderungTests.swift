// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

/// What the demonstration of the Aussonderung leaves on the disk.
@Suite("diva demo: Aussonderung")
struct DemoAussonderungTests {
  /// Runs the demonstration and calls `body` with the folder it kept.
  private func mitVorfuehrung(
    _ weitere: [String] = [], _ body: (URL, Programm.Ergebnis) throws -> Void
  ) throws {
    try mitTemporaeremOrdner { tmp in
      let ziel = tmp.appendingPathComponent("behalten")
      let e = try Diva.starte(["demo", "--behalten", ziel.path] + weitere, ordner: tmp)
      #expect(e.status == 0, "\(e.fehler)")
      try body(ziel, e)
    }
  }

  private func dateien(_ ordner: URL) throws -> [URL] {
    let alle = FileManager.default.enumerator(
      at: ordner, includingPropertiesForKeys: [.isRegularFileKey])
    return try #require(alle).compactMap { $0 as? URL }.filter {
      (try? $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
    }
  }

  private func inhalte(_ ordner: URL) throws -> Set<Data> {
    Set(try dateien(ordner).map { try Data(contentsOf: $0) })
  }

  /// The processes of a side, with the folders of each.
  private func prozesse(_ ordner: URL) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(at: ordner, includingPropertiesForKeys: nil)
      .filter { UUID(uuidString: $0.lastPathComponent) != nil }
  }

  /// The Vernichtungsprotokolle of a town's processes, read as JSON.
  private func protokolle(_ stadt: URL) throws -> [[String: Any]] {
    var alle: [[String: Any]] = []
    for prozess in try prozesse(stadt) {
      for datei in try dateien(prozess.appendingPathComponent("berichte"))
      where datei.lastPathComponent.hasPrefix("vernichtung") && datei.pathExtension == "json" {
        let roh = try JSONSerialization.jsonObject(with: try Data(contentsOf: datei))
        let wert = try #require(roh as? [String: Any])
        alle += try #require(wert["protokolle"] as? [[String: Any]])
        let seite = datei.deletingPathExtension().appendingPathExtension("html")
        #expect(try String(contentsOf: seite, encoding: .utf8).contains("Vernichtungsprotokoll"))
      }
    }
    return alle
  }

  @Test("Vierstufig: In der Stadt ist keine Datei mehr, im Magazin liegt, was das Archiv wollte")
  func vierstufig() throws {
    try mitVorfuehrung { ziel, _ in
      let buehne = ziel.appendingPathComponent("Aussonderung/vierstufig")
      #expect(try dateien(buehne.appendingPathComponent("stadt/dateien")).isEmpty)
      let originale = try inhalte(URL(fileURLWithPath: Diva.akten))
      let magazin = try inhalte(buehne.appendingPathComponent("magazin")).intersection(originale)
      // The Bauakte with ten documents, and what is left of the Straßenbeleuchtung.
      #expect(magazin.count == 12)
      let vernichtet = try protokolle(buehne.appendingPathComponent("stadt-verfahren"))
      let anzahl = vernichtet.reduce(0) { n, p in
        n + ((p["objekte"] as? [[String: Any]]) ?? []).count
      }
      #expect(vernichtet.count == 4 && anzahl == 9)
      // What is not in the Löschbuch could come back from a backup.
      let buch = try String(
        contentsOf: buehne.appendingPathComponent("stadt.loeschbuch"), encoding: .utf8)
      for p in vernichtet {
        for o in (p["objekte"] as? [[String: Any]]) ?? [] {
          let id = try #require(o["id"] as? String)
          #expect(buch.contains(id), "\(id)")
        }
      }
      let geprueft = try Diva.starte([
        "speicher", "pruefen", "--speicher", buehne.appendingPathComponent("stadt").path,
      ])
      #expect(geprueft.status == 0, "\(geprueft.ausgabe)")
      let teile = try dateien(buehne.appendingPathComponent("archiv-verfahren"))
        .filter { $0.lastPathComponent.contains("_0503_") && $0.pathExtension == "zip" }
      #expect(teile.count == 2)
    }
  }

  @Test("Zweistufig: Es gehen die Akten der bewerteten Einheit, die anderen bleiben unberührt")
  func zweistufig() throws {
    try mitVorfuehrung { ziel, e in
      let buehne = ziel.appendingPathComponent("Aussonderung/zweistufig")
      let originale = try inhalte(URL(fileURLWithPath: Diva.akten))
      let magazin = try inhalte(buehne.appendingPathComponent("magazin")).intersection(originale)
      let stadt = try inhalte(buehne.appendingPathComponent("stadt/dateien"))
      #expect(magazin.count == 7 && stadt.count == 16 && magazin.isDisjoint(with: stadt))
      #expect(try protokolle(buehne.appendingPathComponent("stadt-verfahren")).count == 1)
      #expect(e.ausgabe.contains("16 andere bleiben"))
      let geprueft = try Diva.starte([
        "speicher", "pruefen", "--speicher", buehne.appendingPathComponent("stadt").path,
      ])
      #expect(geprueft.status == 0, "\(geprueft.ausgabe)")
    }
  }

  @Test(
    "Alle Nachrichten beider Seiten sind schemagültig und passen zusammen",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func nachrichten() throws {
    try mitVorfuehrung { ziel, _ in
      var typen: Set<String> = []
      for ort in ["vierstufig/stadt", "vierstufig/archiv", "zweistufig/stadt", "zweistufig/archiv"]
      {
        let seite = ziel.appendingPathComponent("Aussonderung/\(ort)-verfahren")
        for prozess in try prozesse(seite) {
          let zips = try dateien(prozess).filter { $0.pathExtension == "zip" }
          // The town keeps no files of what it destroyed, so that its messages do not fit together.
          let stadt = ort.hasSuffix("stadt")
          for satz in stadt ? zips.map({ [$0] }) : [zips] where !satz.isEmpty {
            let e = try Diva.starte(
              ["pruefen", "--am", "2037-05-11", "--schemata", Gemeinsam.schemata.path]
                + satz.map(\.path))
            #expect(e.status == 0, "\(ort): \(e.ausgabe)")
          }
          for zip in zips { typen.insert(String(zip.lastPathComponent.dropFirst(37).prefix(4))) }
        }
      }
      #expect(
        typen == [
          "0501", "0502", "0503", "0504", "0505", "0506", "0507", "0511", "0512", "0513", "0514",
          "0515",
        ])
    }
  }

  @Test("Mit einer einzigen eigenen Akte geht es auch; ein alter Ordner wird nicht überschrieben")
  func eigeneAkte() throws {
    try mitTemporaeremOrdner { tmp in
      let vorgang = tmp.appendingPathComponent("akten/Meine Akte/Mein Vorgang")
      try FileManager.default.createDirectory(at: vorgang, withIntermediateDirectories: true)
      for name in ["a.txt", "b.txt"] {
        try Data("Inhalt \(name)".utf8).write(to: vorgang.appendingPathComponent(name))
      }
      let ziel = tmp.appendingPathComponent("aus").path
      let aufruf = [
        "demo", "--ordner", tmp.appendingPathComponent("akten").path, "--behalten", ziel,
      ]
      let e = try Diva.starte(aufruf)
      #expect(e.status == 0, "\(e.fehler)")
      #expect(e.ausgabe.contains("Das Verfahren ist abgeschlossen."))
      let stadt = URL(fileURLWithPath: ziel + "/Aussonderung/vierstufig/stadt/dateien")
      #expect(try dateien(stadt).isEmpty)
      let nochmal = try Diva.starte(aufruf)
      #expect(nochmal.status == 1)
      #expect(nochmal.fehler.contains("gibt es schon"))
    }
  }

  @Test(
    "README.md zeigt, was die Vorführung ausgibt",
    .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
  func readme() throws {
    let datei = Gemeinsam.projekt.appendingPathComponent("README.md")
    let text = try String(contentsOf: datei, encoding: .utf8)
    let e = try Diva.starte(["demo"])
    let kapitel = try #require(text.range(of: "\n## diva demo\n"))
    let beginn = try #require(text.range(of: "\n```\n", range: kapitel.upperBound..<text.endIndex))
    let ende = try #require(text.range(of: "\n```\n", range: beginn.upperBound..<text.endIndex))
    let gezeigt = text[beginn.upperBound..<ende.lowerBound] + "\n"
    if gezeigt != e.ausgabe,
      ProcessInfo.processInfo.environment["DIVA_RUNDGANG_SCHREIBEN"] != nil
    {
      let neu = text.replacingCharacters(
        in: beginn.upperBound..<ende.lowerBound, with: e.ausgabe.dropLast())
      try neu.write(to: datei, atomically: true, encoding: .utf8)
      Issue.record("Die Vorführung in README.md ist neu geschrieben. Lesen Sie den Unterschied.")
      return
    }
    #expect(gezeigt == e.ausgabe)
  }
}
