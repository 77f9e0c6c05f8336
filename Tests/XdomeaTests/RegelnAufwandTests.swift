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

  @Test("Twice the documents take about twice the time, also with one UUID for all")
  func linear() {
    for gleich in [false, true] {
      _ = zeit(1000, gleicheUUID: gleich)
      let einfach = (0..<3).map { _ in zeit(10_000, gleicheUUID: gleich) }.min() ?? .zero
      let doppelt = (0..<3).map { _ in zeit(20_000, gleicheUUID: gleich) }.min() ?? .zero
      // Quadratic cost would be a factor of 4; a busy machine blurs the measurement.
      #expect(doppelt < einfach * 3 + .milliseconds(100), "\(einfach) \(doppelt)")
    }
  }
}
