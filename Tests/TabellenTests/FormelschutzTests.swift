// SPDX-License-Identifier: Apache-2.0
import Tabellen
import TestHilfe
import Testing

@Suite("Formelschutz")
struct FormelschutzTests {
  @Test(
    "Was wie eine Formel beginnt, beginnt danach mit einem Hochkomma",
    arguments: [
      "=1+1", "+49 351 123", "-Entwurf", "@SUMME(A1)", "\t=1", "\r=1", "\n=1", "＝1", "'=1", "''-",
      "=cmd|' /C calc'!A0",
    ])
  func geschuetzt(_ text: String) {
    #expect(Formelschutz.geschuetzt(text) == "'" + text)
    #expect(Formelschutz.entschuetzt(Formelschutz.geschuetzt(text)) == text)
  }

  @Test(
    "Andere Texte bleiben, wie sie sind",
    arguments: ["", "Bauakte", "'", "''", "'n Brief", "5 = 5", " =1", "Ä", "\"=1\"", "1-2"])
  func unveraendert(_ text: String) {
    #expect(Formelschutz.geschuetzt(text) == text)
    #expect(Formelschutz.entschuetzt(text) == text)
  }

  @Test("Eine Formel, die ein Mensch tippt, kommt als Text zurück, mit oder ohne Hochkomma")
  func getippt() {
    #expect(Formelschutz.entschuetzt("=1+1") == "=1+1")
    #expect(Formelschutz.entschuetzt("'=1+1") == "=1+1")
  }

  @Test("Jeder Text kommt zurück: 20.000 zufällige aus gefährlichen Zeichen")
  func zufaellig() {
    var zufall = Zufall(4711)
    let zeichen = Array("'=+-@\t\r\n a;,\"Ä＝\u{301}\u{200D}")
    for _ in 0..<20_000 {
      let text = String(
        (0..<Int.random(in: 0...5, using: &zufall)).map { _ in
          zeichen[Int.random(in: 0..<zeichen.count, using: &zufall)]
        })
      let geschuetzt = Formelschutz.geschuetzt(text)
      #expect(Array(Formelschutz.entschuetzt(geschuetzt).utf8) == Array(text.utf8))
      if let erstes = geschuetzt.unicodeScalars.first {
        #expect(!"=+-@\t\r\n＝".unicodeScalars.contains(erstes))
      }
    }
  }
}
