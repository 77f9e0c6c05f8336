// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Testing

@testable import Phasenmodell

@Suite("Suche in den Werkzeugen")
struct WerkzeugsucheTests {
  private static let alle = KatalogTests.katalog.werkzeuge()

  private func suche(_ text: String) -> [Werkzeugsuche.Treffer] {
    Werkzeugsuche(text, .eingebaut).treffer(in: Self.alle)
  }

  @Test("Gesucht wird im ganzen Text, und die Stelle steht dabei")
  func volltext() throws {
    // The word stands neither in the name nor in the summary of the guide on disposal.
    let lf09 = try #require(KatalogTests.katalog.werkzeug("LF-09"))
    #expect(!"\(lf09.titel) \(lf09.inhalt)".lowercased().contains("xdomea"))
    let treffer = try #require(suche("xdomea").first { $0.werkzeug.id == "LF-09" })
    #expect(treffer.fundstelle?.lowercased().contains("xdomea") == true)
    #expect(treffer.fundstelle!.count < 180)
    // The title is not said twice, and drawings are no words.
    let titel = try #require(suche("Scannen von A bis Z").first)
    #expect(titel.fundstelle?.contains("Scannen von A bis Z") != true)
    #expect(suche("│").isEmpty)
    for t in suche("xdomea") {
      #expect(t.fundstelle == nil || t.fundstelle!.firstMatch(of: /\]\(|\*\*|\|/) == nil)
    }
  }

  @Test(
    "Groß und klein, Umlaute und zerlegte Zeichen sind gleich",
    arguments: ["Kämmerei", "KÄMMEREI", "kaemmerei", "KAEMMEREI", "ka\u{308}mmerei"])
  func umlaute(wort: String) {
    #expect(suche(wort).map(\.werkzeug.id) == suche("kämmerei").map(\.werkzeug.id))
    #expect(suche(wort).count > 3)
  }

  @Test("Scharfes S und ss sind gleich; alle Wörter müssen vorkommen, ihre Folge ist gleich")
  func worte() {
    #expect(suche("Maßnahme").map(\.werkzeug.id) == suche("massnahme").map(\.werkzeug.id))
    let beide = suche("Personalrat Schulung").map(\.werkzeug.id)
    #expect(Set(beide) == Set(suche("schulung PERSONALRAT").map(\.werkzeug.id)))
    let einzeln = Set(suche("Personalrat").map(\.werkzeug.id))
      .intersection(suche("Schulung").map(\.werkzeug.id))
    #expect(Set(beide) == einzeln && !beide.isEmpty)
    #expect(suche("Personalrat gibtesnichtxyz").isEmpty)
    #expect(suche("").isEmpty && suche("  ").isEmpty)
  }

  @Test("Treffer im Titel stehen vorn")
  func rang() throws {
    let gefunden = suche("vertrag")
    let imTitel = gefunden.prefix { $0.werkzeug.titel.lowercased().contains("vertrag") }
    #expect(imTitel.first?.werkzeug.id == "CL-11")
    #expect(
      gefunden.dropFirst(imTitel.count)
        .allSatisfy { !$0.werkzeug.titel.lowercased().contains("vertrag") })
    #expect(gefunden.count > imTitel.count)
    #expect(suche("cl-10").first?.werkzeug.id == "CL-10")
  }
}
