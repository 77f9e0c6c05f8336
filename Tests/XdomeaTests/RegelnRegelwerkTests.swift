// SPDX-License-Identifier: Apache-2.0
import Pruefung
import Testing
import Xdomea

@Suite("The rule set")
struct RegelnRegelwerkTests {
  @Test("has all rules of the fact sheet, R1 to R70, and those of the house")
  func vollstaendig() {
    let soll = Set((1...70).map { "R\($0)" } + (1...5).map { "H\($0)" })
    #expect(Set(Regelwerk.alle.map(\.id)) == soll)
  }

  @Test("has unique ids")
  func eindeutig() {
    #expect(Set(Regelwerk.alle.map(\.id)).count == Regelwerk.alle.count)
  }

  @Test("explains every rule in whole German sentences", arguments: Regelwerk.alle)
  func erklaert(regel: Regel) {
    #expect(!regel.titel.isEmpty && !regel.titel.hasSuffix("."))
    #expect(regel.erklaerung.hasSuffix("."))
    #expect(regel.abhilfe.hasSuffix("."))
    #expect(regel.titel.count <= 80)
  }

  @Test("has the severities of the fact sheet")
  func schwere() {
    let warnungen = [6, 13, 14, 16, 18, 19, 24, 30, 35, 38, 39, 41, 48, 54, 55, 59, 60, 65, 68]
    let hinweise = [26, 34, 44, 69]
    for r in Regelwerk.alle where r.id.hasPrefix("R") {
      let n = Int(r.id.dropFirst()) ?? 0
      let soll: Schwere =
        warnungen.contains(n) ? .warnung : hinweise.contains(n) ? .hinweis : .fehler
      #expect(r.schwere == soll, "\(r.id)")
    }
  }

  @Test("finds rules by id and answers unknown ids")
  func nachschlagen() {
    #expect(Regelwerk.regel("R27")?.id == "R27")
    #expect(Regelwerk.regel("R99") == nil)
    #expect(Regelwerk["R52"].titel == Regelwerk.regel("R52")?.titel)
    #expect(Regelwerk["R99"].id == "R99")
  }
}
