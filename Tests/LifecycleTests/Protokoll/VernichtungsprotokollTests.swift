// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle
import TestHilfe
import Testing

@Suite struct VernichtungsprotokollTests {
  static func muster() throws -> Vernichtungsprotokoll {
    let tag = try #require(Kalendertag(2034, 12, 31))
    return Vernichtungsprotokoll(
      id: try Muster.id("00112233-4455-6677-8899-aabbccddeeff"),
      paket: try Muster.id("00112233-4455-6677-8899-aabbccddee00"),
      objekte: [
        Vernichtungsobjekt(
          id: try Muster.id("c0ffee00-0000-4000-8000-000000000001"), kennzeichen: "10-1/2024",
          laufzeit: Zeitraum(beginn: Kalendertag(2020, 1, 2), ende: Kalendertag(2024, 3, 4)),
          fristregel: "01.02", katalogfassung: "2024-1", aufbewahrungsende: tag,
          bewertung: Vernichtungsgrund(.bewertetV, nachricht: .leer, datum: tag),
          anzahlDokumente: 3, letzterInhalt: Inhaltshash(try Muster.summe("letzter")),
          dateien: [
            Vernichtungsdatei(
              inhalt: Inhaltshash(try Muster.summe("a")), bytes: 1000, ergebnis: .geloescht),
            Vernichtungsdatei(
              inhalt: Inhaltshash(try Muster.summe("b")), bytes: 24, ergebnis: .gescheitert,
              grund: "Zugriff verweigert"),
          ])
      ], archiv: "Stadtarchiv", ausfuehrend: "Jana Müller", freigebend: "Ömer Kaya",
      zeitpunkt: try Muster.zeit(), verfahren: .init([.schluesselvernichtung], din66399: "2/P-4"),
      sicherungenBis: tag, aufzubewahrenBis: tag)
  }

  @Test("the JSON is canonical, comes back whole, and has a fixed hash")
  func rundlauf() throws {
    var protokoll = try Self.muster()
    #expect(try !protokoll.istUnversehrt())
    try protokoll.schliesse()
    #expect(try protokoll.istUnversehrt())
    let bytes = try protokoll.kanonisch()
    let gelesen = try Vernichtungsprotokoll(json: bytes)
    #expect(gelesen == protokoll)
    #expect(try gelesen.istUnversehrt())
    #expect(try gelesen.kanonisch() == bytes)
    #expect(protokoll.anzahlDokumente == 3 && protokoll.anzahlDateien == 2)
    #expect(protokoll.anzahlBytes == 1024 && protokoll.gescheitert.map(\.bytes) == [24])
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix(#"{"archiv":"Stadtarchiv","aufzubewahrenBis":"2034-12-31","#))
    #expect(!text.contains("betreff"))
    #expect(
      protokoll.hash?.text
        == "SHA-256:e0a269284cbdde9b5951d55fa9c44411a981b73f0086db960f73e399c78c9df3")
  }

  @Test("every later change is seen")
  func veraendert() throws {
    var protokoll = try Self.muster()
    try protokoll.schliesse()
    let text = String(decoding: try protokoll.kanonisch(), as: UTF8.self)
    for (von, durch) in [
      ("Jana", "Lena"), ("bewertetV", "fristablauf"), ("\"bytes\":24", "\"bytes\":25"),
      ("gescheitert", "geloescht"), ("2034-12-31", "2033-12-31"), ("Stadtarchiv", "Archiv"),
    ] {
      let anders = text.replacing(von, with: durch, maxReplacements: 1)
      #expect(anders != text)
      let gelesen = try Vernichtungsprotokoll(json: Array(anders.utf8))
      #expect(try !gelesen.istUnversehrt(), "\(von)")
    }
    for falsch in ["", "{}", text.replacing("SHA-256:", with: "SHA-256 ")] {
      #expect(throws: Protokollfehler.self) { try Vernichtungsprotokoll(json: Array(falsch.utf8)) }
    }
  }
}
