// SPDX-License-Identifier: Apache-2.0
import Pruefung
import Testing
import Xdomea

@Suite("The rule set")
struct RegelnRegelwerkTests {
  @Test("has exactly the rules of container, XML, head, objects, messages, conversion and house")
  func vollstaendig() {
    let nummern = [1...19, 22...22, 24...24, 27...27, 29...44, 46...47, 50...60, 62...70].joined()
    let soll = Set(nummern.map { "R\($0)" } + (1...5).map { "H\($0)" })
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
    let warnungen = [6, 13, 14, 16, 18, 19, 24, 30, 35, 38, 39, 41, 54, 55, 59, 60, 65, 68]
    let hinweise = [34, 44, 69]
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
