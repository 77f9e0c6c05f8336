// SPDX-License-Identifier: Apache-2.0
import Akte
import Pruefung
import TestHilfe
import Testing
import Xdomea

@Suite("Cost of the rules", .serialized)
struct RegelnAufwandTests {
  private func zeit(_ anzahl: Int, gleicheUUID: Bool = false) -> Duration {
    let dokumente = (0..<anzahl).map { i -> Dokument in
      var d = dokument(gleicheUUID ? 99 : 1000 + UInt64(i), datei: 1_000_000 + UInt64(i))
      d.identifikation.nummerImUebergeordnetenContainer = "\(i)"
      return d
    }
    var probe = Regelprobe()
    probe.fundstellen = Fundstellen.aus(
      objekte: dokumente.enumerated().map { ($1.id, $0) }, dateien: [])
    let teil = Nachrichtenteil.schriftgutobjekt(.vorgang(vorgang(dokumente: dokumente)))
    return rechenzeit { _ = probe.befunde([teil]) }
  }

  @Test(
    "Twice the documents take about twice the time, also with one UUID for all",
    arguments: [(10_000, false), (2_000, true)])
  func linear(anzahl: Int, gleich: Bool) {
    // Quadratic cost would be a factor of 4 at least; caches blur, so the best of three counts.
    let linear = (0..<3).contains { _ in
      let einfach = zeit(anzahl, gleicheUUID: gleich)
      return zeit(2 * anzahl, gleicheUUID: gleich) < einfach * 3.5 + .milliseconds(100)
    }
    #expect(linear)
  }

  @Test("Structures as deep as the reader allows are walked and reported once")
  func tief() {
    var innen = vorgang(1)
    for n in 2...UInt64(300) {
      var v = vorgang(n)
      v.teilvorgaenge = [innen]
      innen = v
    }
    let befunde = Regelprobe().befunde([.schriftgutobjekt(.vorgang(innen))])
    #expect(befunde.map(\.meldung) == ["Stufigkeit 300 überschreitet 5."])
  }
}
