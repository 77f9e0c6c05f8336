// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Lifecycle

@Suite("Übergangstabelle: jede Zeile")
struct UebergangTests {
  static let alle =
    Uebergangsfall.ordnen + Uebergangsfall.geschaeftsgang + Uebergangsfall.abschluss
    + Uebergangsfall.danach + Uebergangsfall.abtreten + Uebergangsfall.sperren
    + Uebergangsfall.angebot + Uebergangsfall.abgabe

  @Test("Fall", arguments: alle)
  func fall(_ fall: Uebergangsfall) throws { try fall.pruefe() }

  @Test("Jede Zeile hat einen erlaubten Fall und jeder benannte Fehler einen eigenen")
  func vollstaendig() {
    let da = Set(Self.alle.map { $0.zeile + " " + ($0.fehler ?? "geht") })
    var fehlt: [String] = []
    for (zeile, namen) in Uebergangstabelle.zeilen {
      if !Uebergangstabelle.nurVerbote.contains(zeile) { fehlt.append(zeile + " geht") }
      fehlt += namen.map { zeile + " " + $0 }
    }
    #expect(fehlt.filter { !da.contains($0) }.sorted().isEmpty)
  }

  @Test("Die Fälle nennen nur Zeilen der Tabelle, und die Tabelle hat alle 52")
  func zeilen() {
    #expect(Self.alle.allSatisfy { Uebergangstabelle.zeilen[$0.zeile] != nil })
    let soll =
      (1...7).map { "A0\($0)" } + (10...20).map { "A\($0)" } + (30...36).map { "A\($0)" }
      + (1...6).map { "G0\($0)" } + (1...4).map { "L0\($0)" } + (1...9).map { "P0\($0)" }
      + (10...16).map { "P\($0)" } + ["P10f"]
    #expect(Set(Uebergangstabelle.zeilen.keys) == Set(soll))
    #expect(soll.count == Uebergangstabelle.zeilen.count)
  }

  @Test("Eine Ablehnung ändert nichts, und zweimal dasselbe ergibt dasselbe", arguments: alle)
  func rein(_ fall: Uebergangsfall) throws {
    var welt = try fall.start.welt()
    let handlung = try fall.vorbereitung(&welt)
    var a = welt
    var b = welt
    let erste = Result { () throws(LifecycleFehler) in try a.wende(handlung) }
    let zweite = Result { () throws(LifecycleFehler) in try b.wende(handlung) }
    #expect(erste == zweite)
  }
}
