// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Lifecycle
import TestHilfe
import Testing

@testable import Aktenspeicher

/// Entries that many objects share are kept opened; nobody may notice.
@Suite("Geschichte vieler Objekte mit gemeinsamem Eintrag")
struct HistorieVielerTests {
  private func geschichte(
    _ id: ObjektID, _ speicher: Speicher
  ) throws -> [HistorienProtokollInformation] {
    switch try speicher.auskunft(id, mitDateien: true).objekt {
    case .akte(let a): a.historie
    case .vorgang(let v): v.historie
    case .dokument(let d): d.historie
    }
  }

  @Test("Jedes Objekt bekommt seine eigene; ist der Schlüssel fort, sagt sie nichts mehr")
  func gemeinsamerEintrag() throws {
    try mitTemporaeremOrdner { ordner in
      var buehne = try Buehne(ordner)
      let akte = try buehne.akte()
      let vorgaenge = try (0..<120).map { try buehne.vorgang(in: akte, "Vorgang \($0)") }
      for v in vorgaenge { _ = try buehne.dokument("a.txt", v.text, in: v) }
      try buehne.tu(
        .schriftgut(
          ziel: akte, in: nil,
          ereignis: .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: buehne.heute))),
        Buehne.registratur)
      let laengster = try buehne.speicher.lies { l in
        var laengster = 0
        try l.protokoll(ueber: akte) {
          laengster = max(laengster, $0.eintrag.count)
          return true
        }
        return laengster
      }
      #expect(laengster >= Historiengedaechtnis.mindestlaenge, "kein Eintrag ist lang genug")
      for _ in 0..<2 {
        for id in [akte] + vorgaenge {
          #expect(try geschichte(id, buehne.speicher) == buehne.speicher.historie(id))
        }
      }
      let vorher = try geschichte(vorgaenge[7], buehne.speicher)
      #expect(vorher.allSatisfy { $0.akteur != "nicht mehr lesbar" })
      // A key that was destroyed and made anew, as a refused attempt does, opens nothing.
      let alt = try #require(try buehne.speicher.lies { try $0.schluessel(akte) })
      try buehne.speicher.schreibe {
        try $0.setzeSchluessel(akte, nil)
        try $0.setzeSchluessel(akte, [UInt8](repeating: 7, count: alt.count))
      }
      let fremd = try geschichte(vorgaenge[7], buehne.speicher)
      #expect(fremd.contains { $0.akteur == "nicht mehr lesbar" })
      #expect(try fremd == buehne.speicher.historie(vorgaenge[7]))
      try buehne.speicher.schreibe { try $0.setzeSchluessel(akte, alt) }
      #expect(try geschichte(vorgaenge[7], buehne.speicher) == vorher)
      try buehne.speicher.schreibe { try $0.setzeSchluessel(akte, nil) }
      let nachher = try geschichte(vorgaenge[7], buehne.speicher)
      #expect(nachher.contains { $0.akteur == "nicht mehr lesbar" })
      #expect(try nachher == buehne.speicher.historie(vorgaenge[7]))
    }
  }
}
