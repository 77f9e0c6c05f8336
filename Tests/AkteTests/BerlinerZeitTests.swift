// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import TestHilfe
import Testing

@Suite("Berliner Zeit")
struct BerlinerZeitTests {
  static let berlin = TimeZone(identifier: "Europe/Berlin")

  static func erwartet(_ s: Int64) throws -> Int64 {
    let zone = try #require(berlin)
    return Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(s))))
  }

  @Test(
    "Der Abstand zu UTC stimmt an zufälligen Zeitpunkten von 1880 bis 2100 mit Foundation überein")
  func zufaellig() throws {
    var zufall = Zufall(1893)
    for _ in 0..<200_000 {
      let s = Int64.random(in: -2_840_140_800...4_133_980_800, using: &zufall)
      let soll = try Self.erwartet(s)
      if BerlinerZeit.abstand(unixSekunden: s) != soll { Issue.record("\(s): \(soll)") }
    }
  }

  @Test("Jede Umstellung von 1880 bis 2100 geschieht auf die Sekunde genau")
  func umstellungen() throws {
    var anzahl = 0
    var s: Int64 = -2_840_140_800
    var vorher = try Self.erwartet(s)
    while s < 4_133_980_800 {
      let weiter = s + 2 * 86_400
      let nachher = try Self.erwartet(weiter)
      if nachher != vorher {
        var unten = s
        var oben = weiter
        while oben - unten > 1 {
          let mitte = (unten + oben) / 2
          if try Self.erwartet(mitte) == vorher { unten = mitte } else { oben = mitte }
        }
        for punkt in [oben - 1, oben, oben + 1] {
          let soll = try Self.erwartet(punkt)
          #expect(BerlinerZeit.abstand(unixSekunden: punkt) == soll, "\(punkt)")
        }
        anzahl += 1
      }
      s = weiter
      vorher = nachher
    }
    #expect(anzahl == 1 + 26 + 2 * 121)
  }

  @Test("Der Tag eines Zeitpunkts stimmt mit dem Kalender von Foundation überein")
  func tage() throws {
    var kalender = Calendar(identifier: .gregorian)
    kalender.timeZone = try #require(Self.berlin)
    var zufall = Zufall(7)
    for _ in 0..<20_000 {
      let s = Int64.random(in: -2_500_000_000...4_102_444_800, using: &zufall)
      let zeitpunkt = try #require(Zeitpunkt(unixMillisekunden: s * 1000))
      let teile = kalender.dateComponents(
        [.year, .month, .day, .hour, .minute, .second],
        from: Date(timeIntervalSince1970: Double(s)))
      let soll = try #require(
        Kalendertag(teile.year ?? 0, teile.month ?? 0, teile.day ?? 0))
      let lokal = try #require(zeitpunkt.berlinerZeit)
      let sekunden =
        (teile.hour ?? 0) * 3600 + (teile.minute ?? 0) * 60 + (teile.second ?? 0)
      if zeitpunkt.berlinerTag != soll || lokal.tag != soll
        || Int(lokal.uhrzeit.sekunden) != sekunden
      {
        Issue.record("\(zeitpunkt): \(soll) \(sekunden)")
      }
    }
  }

  @Test(
    "Bezugstage",
    arguments: [
      ("2024-12-31T23:30:00Z", "2025-01-01"), ("2024-12-31T22:59:59Z", "2024-12-31"),
      ("2024-06-30T22:30:00Z", "2024-07-01"), ("2024-12-31T23:59:59-05:00", "2025-01-01"),
      ("2024-12-31T24:00:00", "2025-01-01"), ("2024-12-31T23:59:59", "2024-12-31"),
      ("1880-05-05T23:06:31Z", "1880-05-05"), ("1880-05-05T23:06:32Z", "1880-05-06"),
      ("0001-01-01T00:00:00Z", "0001-01-01"), ("9999-12-31T22:59:59Z", "9999-12-31"),
    ])
  func bezugstage(_ text: String, _ tag: String) {
    #expect(Zeitpunkt(text)?.berlinerTag?.text == tag)
  }

  @Test("Außerhalb der Jahre 1 bis 9999 gibt es keinen Tag")
  func grenzen() throws {
    #expect(try #require(Zeitpunkt("9999-12-31T23:00:00Z")).berlinerTag == nil)
    #expect(try #require(Zeitpunkt("9999-12-31T23:00:00Z")).berlinerZeit == nil)
    let mitternacht = try #require(Uhrzeit(0, 0, 0))
    #expect(Zeitpunkt(berlin: try #require(Kalendertag(1, 1, 1)), mitternacht) == nil)
    #expect(try #require(Zeitpunkt("0001-01-01T00:00:00+14:00")).berlinerTag == nil)
  }

  @Test("Die Berliner Uhrzeit nennt den Abstand zu UTC")
  func uhrzeit() throws {
    #expect(
      Zeitpunkt("2024-06-30T22:30:00.5Z")?.berlinerZeit?.text == "2024-07-01T00:30:00.5+02:00")
    #expect(Zeitpunkt("1880-01-01T00:00:00Z")?.berlinerZeit?.text == "1880-01-01T00:53:28")
    #expect(Zeitpunkt("2024-06-30T22:30:00")?.berlinerZeit?.text == "2024-06-30T22:30:00")
  }

  @Test(
    "Ortszeit wird zum Augenblick: doppelte Zeit ist die erste, übersprungene rückt vor",
    arguments: [
      ("2026-08-21", 0, 0, "2026-08-20T22:00:00Z"), ("2026-01-15", 12, 30, "2026-01-15T11:30:00Z"),
      ("2026-10-25", 2, 30, "2026-10-25T00:30:00Z"), ("2026-10-25", 3, 0, "2026-10-25T02:00:00Z"),
      ("2026-03-29", 2, 30, "2026-03-29T01:30:00Z"), ("2026-03-29", 1, 59, "2026-03-29T00:59:00Z"),
      ("1945-06-01", 12, 0, "1945-06-01T09:00:00Z"), ("1880-01-01", 0, 0, "1879-12-31T23:06:32Z"),
    ])
  func ortszeit(_ tag: String, _ stunde: Int, _ minute: Int, _ soll: String) throws {
    let z = Zeitpunkt(
      berlin: try #require(Kalendertag(tag)), try #require(Uhrzeit(stunde, minute, 0)))
    #expect(z?.text == soll)
  }

  @Test("Ortszeit und Augenblick sind zueinander umgekehrt, wo die Ortszeit eindeutig ist")
  func hinUndHer() throws {
    var zufall = Zufall(50)
    for _ in 0..<50_000 {
      let s = Int64.random(in: -2_840_140_800...4_133_980_800, using: &zufall)
      let z = try #require(Zeitpunkt(unixMillisekunden: s * 1000))
      let lokal = try #require(z.berlinerZeit)
      let zurueck = try #require(Zeitpunkt(berlin: lokal.tag, lokal.uhrzeit))
      let differenz = z.augenblick.unixSekunden - zurueck.augenblick.unixSekunden
      // In the hour that exists twice the first one is taken.
      if differenz != 0, differenz != 3600 { Issue.record("\(z): \(zurueck)") }
    }
  }

  @Test("Zwei Ereignisse zur selben Ortszeit haben die Ordnung ihrer Augenblicke")
  func doppelteStunde() throws {
    let a = try #require(Zeitpunkt("2026-10-25T00:30:00Z"))
    let b = try #require(Zeitpunkt("2026-10-25T01:30:00Z"))
    #expect(a.berlinerZeit?.uhrzeit.sekunden == b.berlinerZeit?.uhrzeit.sekunden)
    #expect(a.augenblick < b.augenblick)
    let anders = try #require(Zeitpunkt("2026-10-25T02:30:00+02:00"))
    #expect(anders.augenblick == a.augenblick)
    let bruch = try #require(Zeitpunkt("2026-10-25T00:30:00.001Z"))
    #expect(a.augenblick < bruch.augenblick)
  }

  @Test("Wochentage")
  func wochentage() throws {
    #expect(Kalendertag(1970, 1, 1)?.wochentag == 4)
    #expect(Kalendertag(2027, 2, 28)?.wochentag == 7)
    #expect(Kalendertag(2026, 2, 28)?.wochentag == 6)
    #expect(Kalendertag(1, 1, 1)?.wochentag == 1)
    #expect(Kalendertag(9999, 12, 31)?.wochentag == 5)
  }

  @Test(
    "Eine Zone am Datum ändert den Tag nicht",
    arguments: ["2024-12-31", "2024-12-31+01:00", "2024-12-31Z", "2024-12-31-14:00"])
  func xsDate(_ text: String) { #expect(Kalendertag(xsDate: text) == Kalendertag(2024, 12, 31)) }

  @Test(
    "Keine Daten",
    arguments: [
      "", "2024-12-31+15:00", "2024-12-31 ", "2024-12-31T00:00:00", "2024-12-3", "2024-02-30Z",
    ])
  func keinDatum(_ text: String) { #expect(Kalendertag(xsDate: text) == nil) }
}
