// SPDX-License-Identifier: Apache-2.0
import Pruefung
import Testing

@Suite("Severity")
struct SchwereTests {
  @Test("Hints are less serious than warnings, warnings less than errors")
  func ordnung() {
    #expect(Schwere.hinweis < .warnung)
    #expect(Schwere.warnung < .fehler)
    #expect(Schwere.allCases.max() == .fehler)
    #expect(!(Schwere.fehler < .fehler))
  }

  @Test("Raw values and words are those of the JSON form and of the page")
  func woerter() {
    #expect(Schwere.allCases.map(\.rawValue) == ["hinweis", "warnung", "fehler"])
    #expect(Schwere.allCases.map(\.anzeige) == ["Hinweis", "Warnung", "Fehler"])
  }
}
