// SPDX-License-Identifier: Apache-2.0
import Akte
import Pruefung
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
    return ContinuousClock().measure { _ = probe.befunde([teil]) }
  }

  @Test(
    "Twice the documents take about twice the time, also with one UUID for all",
    arguments: [false, true])
  func linear(gleich: Bool) {
    _ = zeit(500, gleicheUUID: gleich)
    let einfach = (0..<2).map { _ in zeit(10_000, gleicheUUID: gleich) }.min() ?? .zero
    let doppelt = zeit(20_000, gleicheUUID: gleich)
    // Quadratic cost would be a factor of 4 at least; a busy machine blurs the measurement.
    #expect(doppelt < einfach * 3.5 + .milliseconds(200), "\(einfach) \(doppelt)")
  }
}
