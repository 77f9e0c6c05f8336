// SPDX-License-Identifier: Apache-2.0
import Pruefung
import Testing

@Suite("Report")
struct PruefberichtTests {
  @Test("A finding takes severity and remedy from its rule unless told otherwise")
  func ausRegel() {
    let befund = Befund(Beispiele.r54, "Etwas.", ort: Ort())
    #expect(befund.regel == "R54")
    #expect(befund.schwere == .warnung)
    #expect(befund.abhilfe == "Entfernen Sie die Datei.")
    let anders = Befund(Beispiele.r54, schwere: .hinweis, "Etwas.", abhilfe: "", ort: Ort())
    #expect(anders.schwere == .hinweis)
    #expect(anders.abhilfe.isEmpty)
  }

  @Test("Only errors make a report invalid")
  func gueltig() {
    var bericht = Beispiele.leer()
    #expect(bericht.gueltig)
    #expect(bericht.ergebnis == "gültig")
    bericht.melde(Befund(Beispiele.r54, "Etwas.", ort: Ort()))
    #expect(bericht.gueltig)
    #expect(bericht.ergebnis == "gültig: 1 Warnung")
    bericht.melde(Befund(Beispiele.r5, "Etwas.", ort: Ort()))
    #expect(!bericht.gueltig)
    #expect(bericht.ergebnis == "ungültig: 1 Fehler, 1 Warnung")
  }

  @Test("The most serious comes first, then the rule by number, then the line, then arrival")
  func sortierung() {
    var bericht = Beispiele.leer()
    func melde(_ regel: String, _ schwere: Schwere, _ meldung: String, _ zeile: Int?) {
      bericht.melde(
        Befund(
          regel: regel, schwere: schwere, meldung: meldung, abhilfe: "", ort: Ort(zeile: zeile)))
    }
    melde("R1", .hinweis, "h", 1)
    melde("R52", .fehler, "g", 3)
    melde("R52", .fehler, "e", 2)
    melde("R52", .fehler, "f", 2)
    melde("R52", .fehler, "d", nil)
    melde("R5", .fehler, "c", 900)
    melde("R10", .fehler, "c2", 1)
    melde("A", .fehler, "a", 1)
    melde("R", .fehler, "b", 1)
    melde("R99999999999999999999999", .fehler, "g2", 1)
    let reihe = bericht.sortiert().map(\.meldung)
    #expect(reihe == ["a", "b", "c", "c2", "d", "e", "f", "g", "g2", "h"])
  }

  @Test("Of each rule a limited number is kept and every one is counted")
  func hoechstzahl() {
    var bericht = Beispiele.leer()
    for zeile in 1...1000 {
      bericht.melde(Befund(Beispiele.r54, "Etwas.", ort: Ort(zeile: zeile)))
    }
    bericht.melde(Befund(Beispiele.r5, "Etwas.", ort: Ort()))
    #expect(bericht.befunde.count == 201)
    #expect(bericht.ausgelassen == ["R54": 800])
    #expect(bericht.anzahl == (fehler: 1, warnung: 1000, hinweis: 0))
    #expect(bericht.befunde.prefix(200).compactMap(\.ort.zeile) == Array(1...200))
  }

  @Test("An error is neither lost nor hidden behind hints of the same rule")
  func fehlerHinterHinweisen() {
    var bericht = Beispiele.leer(hoechstzahl: 2)
    for zeile in 1...3 {
      bericht.melde(Befund(Beispiele.r54, schwere: .hinweis, "Etwas.", ort: Ort(zeile: zeile)))
    }
    bericht.melde(Befund(Beispiele.r54, schwere: .fehler, "Ernst.", ort: Ort(zeile: 4)))
    #expect(!bericht.gueltig)
    #expect(bericht.befunde.count == 2)
    #expect(bericht.sortiert().first?.meldung == "Ernst.")
    #expect(bericht.ausgelassen == ["R54": 2])
  }

  @Test("With a limit of zero or less nothing is kept, and the result is still right")
  func keineBehalten() {
    for hoechstzahl in [0, -1] {
      var bericht = Beispiele.leer(hoechstzahl: hoechstzahl)
      bericht.melde(Befund(Beispiele.r5, "Etwas.", ort: Ort()))
      #expect(bericht.befunde.isEmpty)
      #expect(!bericht.gueltig)
      #expect(bericht.ausgelassen == ["R5": 1])
    }
  }
}
