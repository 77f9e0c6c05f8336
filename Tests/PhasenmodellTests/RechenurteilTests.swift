// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Foundation
import TestHilfe
import Testing

@testable import Phasenmodell

@Suite("Einheiten")
struct MasseinheitTests {
  @Test("Eine Akte ist eine Akte, und jede Einheit eines Ergebnisses hat eine Einzahl")
  func einzahl() {
    #expect(Masseinheit.anzeige("1", "Akten") == "1 Akte")
    #expect(Masseinheit.anzeige("2", "Akten") == "2 Akten")
    #expect(Masseinheit.anzeige("1,0", "Tage") == "1,0 Tage")
    #expect(Masseinheit.anzeige("1", "") == "1" && Masseinheit.anzeige("1", "GB") == "1 GB")
    let gleich: Set = ["", "€", "%", "GB", "KB", "Blatt", "Blatt und Seiten", "Anteil"]
    for h in RechnenTests.hilfen {
      for e in h.ergebnisse where !gleich.contains(e.einheit) {
        #expect(Masseinheit.anzeige("1", e.einheit) != "1 " + e.einheit, "\(h.id) \(e.einheit)")
      }
    }
  }
}

@Suite("Gleichstand und unwahrscheinliche Anteile")
struct GleichstandTests {
  /// The browser tests calculate the same.
  private static func vektoren() throws -> [Baum] {
    let datei = Gemeinsam.projekt.appendingPathComponent("Tests/Browser/gleichstand.json")
    return try JSONLeser.lies(Array(try Data(contentsOf: datei))).baum.alsListe
  }

  private func hilfe(_ id: String) throws -> Kalkulationshilfe {
    try #require(RechnenTests.hilfen.first { $0.id == id })
  }

  @Test("Wer gleichauf liegt, wird genannt; gleich teuer ist nicht günstiger")
  func gleichstand() throws {
    let vektoren = try Self.vektoren()
    #expect(vektoren.count == 5)
    for v in vektoren {
      let h = try hilfe(v["id"]!.alsText!)
      let r = try h.rechne(try Eingaben(h, v["eingabe"]!))
      #expect(r.baum.json == v["ergebnis"]!.json, "\(v["name"]!)")
      #expect(r.hinweise.contains { $0.contains("gleichauf") } == (h.id == "KH-08"))
    }
  }

  @Test("Die Reihenfolge der Angebote ändert nur die Reihenfolge der Namen")
  func reihenfolge() throws {
    let h = try hilfe("KH-08")
    for v in try Self.vektoren() where v["id"]?.alsText == "KH-08" {
      guard case .objekt(var eingabe) = v["eingabe"]!,
        case .liste(let angebote)? = v["eingabe"]?["angebote"]
      else { continue }
      let i = try #require(eingabe.firstIndex { $0.name == "angebote" })
      eingabe[i].ast = Baum.Ast(.liste(angebote.reversed()))
      let r = try h.rechne(try Eingaben(h, .objekt(eingabe)))
      for id in ["einfach", "erweitert"] {
        func namen(_ b: Baum?) -> Set<Character> { Set(b?.alsText ?? "") }
        #expect(namen(r.baum[id]) == namen(v["ergebnis"]?[id]), "\(v["name"]!)")
      }
    }
  }

  @Test("Ein Realisierungsgrad von 1 wird zurückgefragt, ein hoher nicht ohne Hinweis gerechnet")
  func anteil() throws {
    let h = try hilfe("KH-01")
    func rechne(_ anteil: String) throws -> Rechnung {
      let worte = [
        ("AP", "15"), ("Minuten", "12"), ("satz", "45"), ("sach", "1200"), ("einmalig", "42000"),
        ("laufend", "7800"), ("REALISIERUNG", anteil),
      ]
      return try h.rechne(try Eingaben(h, worte.map { (name: $0.0, wert: $0.1) }))
    }
    for einer in ["1", "1,0", "1,00"] {
      do {
        _ = try rechne(einer)
        Issue.record("\(einer) angenommen")
      } catch { #expect("\(error)".contains("Meinen Sie 100 % oder 1 %?"), "\(error)") }
    }
    func warnt(_ r: Rechnung) -> Bool { r.hinweise.contains { $0.contains("Realisierungsgrad") } }
    for (anteil, hoch) in [("100 %", true), ("0,8", true), ("0,5", false), ("70 %", false)] {
      #expect(warnt(try rechne(anteil)) == hoch, "\(anteil)")
    }
  }

  @Test(
    "Eingaben heißen groß und klein geschrieben gleich, auch in Gruppen; zweimal bleibt zweimal")
  func gross() throws {
    let h = try hilfe("KH-10")
    let worte = [
      ("Gruppen", "Personen=15; STUNDEN=6"), ("Tagessatz_Trainer", "1.200"), ("SATZ", "45"),
      ("tage_vor_start", "10"),
    ]
    let r = try h.rechne(try Eingaben(h, worte.map { (name: $0.0, wert: $0.1) }))
    #expect(r.baum["termine"] != nil)
    for doppelt in [
      [("satz", "45"), ("SATZ", "46")], [("gruppen", "personen=1; Personen=2; stunden=6")],
    ] {
      #expect(throws: Rechenfehler.self) {
        try Eingaben(
          h, (worte.filter { $0.0 != "SATZ" } + doppelt).map { (name: $0.0, wert: $0.1) })
      }
    }
  }
}
