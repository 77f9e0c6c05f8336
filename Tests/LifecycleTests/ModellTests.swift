import Lifecycle
// SPDX-License-Identifier: Apache-2.0
import Testing

/// The state machine against an independent oracle, with a million random events.
@Suite struct ModellTests {
  @Test("Zufällige Ereignisse verletzen keine Regel des Lebenszyklus")
  func zufall() async throws {
    let v = Modellvorgabe.ausUmgebung
    let beginn = ContinuousClock.now
    let bahnen = 4
    let (statistik, verstoesse) = await withTaskGroup(
      of: (Modellstatistik, [String]).self
    ) { gruppe in
      for bahn in 0..<bahnen {
        gruppe.addTask {
          var summe = Modellstatistik()
          var verstoesse: [String] = []
          for (i, welt) in v.welten.enumerated() where i % bahnen == bahn {
            let (s, fehler) = Self.laufe(welt, v)
            summe.nimm(s)
            if let fehler { verstoesse.append(fehler) }
            if verstoesse.count > 20 { break }
            await Task.yield()
          }
          return (summe, verstoesse)
        }
      }
      var summe = Modellstatistik()
      var verstoesse: [String] = []
      for await (s, f) in gruppe {
        summe.nimm(s)
        verstoesse += f
      }
      return (summe, verstoesse)
    }
    print(statistik.tafel)
    print("Seed \(v.seed), \(v.welten.count) Welten, \(beginn.duration(to: .now))")
    for text in verstoesse.prefix(3) { Issue.record("\(text)") }
    #expect(verstoesse.isEmpty, "\(verstoesse.count) Welten mit Verstößen")
    guard v.istVoll, verstoesse.isEmpty else { return }
    for zeile in Modellstatistik.annehmbar {
      #expect(statistik.angenommen[zeile, default: 0] >= 5, "Zeile \(zeile) nie angenommen")
    }
    for zeile in Modellstatistik.abweisend {
      #expect(statistik.abgelehnt[zeile, default: 0] >= 5, "Zeile \(zeile) nie abgelehnt")
    }
    for grund in Modellstatistik.wichtigeGruende {
      #expect(statistik.gruende[grund, default: 0] > 0, "Grund \(grund) kam nie vor")
    }
  }

  private static func laufe(_ welt: Int, _ v: Modellvorgabe) -> (Modellstatistik, String?) {
    do {
      var w = try Modellwelt(seed: v.seed, nummer: welt)
      do {
        try w.laufe(Modellvorgabe.jeWelt)
        return (w.statistik, nil)
      } catch let verstoss as Verstoss {
        return (w.statistik, v.wiederholung(welt) + "\n" + w.bericht(verstoss))
      }
    } catch {
      return (Modellstatistik(), v.wiederholung(welt) + "\n\(error)")
    }
  }
}
