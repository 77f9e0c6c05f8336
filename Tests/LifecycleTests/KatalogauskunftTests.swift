// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle
import Pruefung
import Testing

@Suite("Fristenkatalog befragen")
struct KatalogauskunftTests {
  static func zeile(
    _ id: String, _ plan: String, _ jahre: Int, selektor: String? = nil, ab: String = "2020-01-01",
    bis: String? = nil, wirkung: Katalogwirkung = .nurNeue
  ) throws -> Katalogzeile {
    Katalogzeile(
      id: id, aktenplan: try #require(Aktenplannummer(plan)), betreff: "Betreff \(id)",
      selektor: selektor, dauer: .jahre(jahre), gueltigAb: try tag(ab),
      gueltigBis: try bis.map { try tag($0) }, wirkung: wirkung)
  }

  static func katalog() throws -> Aufbewahrungskatalog {
    Aufbewahrungskatalog(
      version: "2020",
      zeilen: [
        try zeile("S", "*", 5), try zeile("A", "20", 10), try zeile("B", "20.11", 6),
        try zeile("C", "20.1", 3), try zeile("D", "20", 20, selektor: "Federfuehrung"),
        try zeile("E", "20.11.3", 2, bis: "2020-12-31"),
      ])
  }

  @Test(
    "Die Reihenfolge: Merkmal vor Aktenplan vor Vorgabe, der längste Anfang nach ganzen Teilen",
    arguments: [
      ("20.11", nil, "B", Katalogauskunft.Fundart.aktenplan), ("20.11.9", nil, "B", .aktenplan),
      ("20-11/9", nil, "B", .aktenplan), ("20.12", nil, "A", .aktenplan),
      ("20.1", nil, "C", .aktenplan), ("20.1.1", nil, "C", .aktenplan),
      ("20.111", nil, "A", .aktenplan), ("200", nil, "S", .planvorgabe),
      ("20.11", "Federfuehrung", "D", .aktenplanUndSelektor),
      ("20.11", "Mitwirkung", "B", .aktenplan),
      ("30", "Federfuehrung", "S", .planvorgabe), ("20.11.3", nil, "B", .aktenplan),
    ] as [(String, String?, String, Katalogauskunft.Fundart)])
  func reihenfolge(
    _ plan: String, _ selektor: String?, _ id: String, _ art: Katalogauskunft.Fundart
  )
    throws
  {
    let auskunft = try Self.katalog().auskunft(
      aktenplan: plan, selektor: selektor, am: try tag("2021-06-01"))
    #expect(auskunft.zeile?.id == id)
    #expect(auskunft.fundart == art)
    #expect(auskunft.satz.hasSuffix("."))
    #expect(auskunft.regel.herkunft == .katalogzeile(id: id, katalog: "2020"))
  }

  @Test("Nur Zeilen, die an dem Tag gelten")
  func gueltig() throws {
    let katalog = try Self.katalog()
    #expect(
      try katalog.auskunft(aktenplan: "20.11.3", am: try tag("2020-12-31")).zeile?.id == "E")
    #expect(
      try katalog.auskunft(aktenplan: "20.11.3", am: try tag("2021-01-01")).zeile?.id == "B")
    let frueh = try tag("2019-12-31")
    #expect(
      throws: Katalogfehler.keineRegel(aktenplan: "20", am: frueh, katalog: "2020")
    ) { try katalog.auskunft(aktenplan: "20", am: frueh) }
  }

  @Test("Eine Einzelfestlegung geht vor")
  func einzeln() throws {
    let eigene = Fristregel.probe(.jahre(99))
    let auskunft = try Self.katalog().auskunft(
      aktenplan: "", am: try tag("2021-01-01"), einzelfestlegung: eigene)
    #expect(auskunft.fundart == .einzelfestlegung)
    #expect(auskunft.regel == eigene)
    #expect(auskunft.zeile == nil)
  }

  @Test("Mehrdeutig ist ein Fehler, auch mit anderer Schreibweise der Nummer")
  func mehrdeutig() throws {
    var katalog = try Self.katalog()
    katalog.zeilen.append(try Self.zeile("B2", "20-11", 7))
    let heute = try tag("2021-01-01")
    #expect(
      throws: Katalogfehler.mehrdeutig(["B", "B2"], aktenplan: "20.11.5", am: heute)
    ) { try katalog.auskunft(aktenplan: "20.11.5", am: heute) }
    #expect(Katalogleser().pruefe(katalog).contains { $0.regel == "K29" })
    #expect(throws: Never.self) { try katalog.auskunft(aktenplan: "20.12", am: heute) }
  }

  @Test("Unlesbare Nummern", arguments: ["", "*", "20..1", " 20", "20.", "."])
  func unlesbar(_ nummer: String) throws {
    let katalog = try Self.katalog()
    let heute = try tag("2021-01-01")
    #expect(throws: Katalogfehler.aktenplanUnlesbar(nummer)) {
      try katalog.auskunft(aktenplan: nummer, am: heute)
    }
  }

  @Test("Fassungen stehen nebeneinander")
  func fassungen() throws {
    let alt = Aufbewahrungskatalog(version: "2020", gueltigAb: try tag("2020-01-01"))
    let neu = Aufbewahrungskatalog(version: "2025", gueltigAb: try tag("2025-01-01"))
    let bestand = Katalogbestand([neu, alt])
    #expect(try bestand.katalog(am: try tag("2024-12-31")).version == "2020")
    #expect(try bestand.katalog(am: try tag("2025-01-01")).version == "2025")
    #expect(bestand.katalog(version: "2020") == alt)
    #expect(bestand.katalog(version: "2021") == nil)
    let frueh = try tag("2019-01-01")
    #expect(throws: Katalogfehler.keinKatalog(am: frueh)) { try bestand.katalog(am: frueh) }
    let heute = try tag("2026-01-01")
    #expect(throws: Katalogfehler.mehrereKataloge(["2025", "2025"], am: heute)) {
      try Katalogbestand([neu, neu]).katalog(am: heute)
    }
  }

  // MARK: A new catalogue

  private func wechsle(
    _ alt: Fristdauer, _ neu: Fristdauer, _ wirkung: Katalogwirkung = .laufendeFristen,
    zdA: String? = "2020-05-05"
  ) throws -> Katalogwechsel {
    func regel(_ dauer: Fristdauer, _ katalog: String) -> Fristregel {
      Fristregel(herkunft: .katalogzeile(id: "X", katalog: katalog), dauer: dauer)
    }
    return try Katalogwechsel.berechne(
      von: regel(alt, "alt"), zu: regel(neu, "neu"), wirkung: wirkung,
      stichtag: try tag("2025-01-01"),
      Fristeingaben(zdA: try zdA.map { try teil($0) }))
  }

  @Test("Wechsel: gleich, verkürzt, verlängert, abgelaufen, unbestimmt")
  func wechsel() throws {
    #expect(try wechsle(.jahre(10), .jahre(10)).aenderung == .unveraendert)
    #expect(try wechsle(.jahre(10), .monate(120)).aenderung == .unveraendert)
    #expect(try wechsle(.jahre(10), .jahre(8)).aenderung == .verkuerzt)
    #expect(try wechsle(.jahre(10), .jahre(12)).aenderung == .verlaengert)
    #expect(try wechsle(.jahre(10), .unbefristet).aenderung == .verlaengert)
    #expect(try wechsle(.unbefristet, .jahre(10)).aenderung == .verkuerzt)
    #expect(try wechsle(.unbefristet, .unbefristet).aenderung == .unveraendert)
    #expect(try wechsle(.jahre(4), .jahre(30)).aenderung == .abgelaufenUnberuehrt)
    // 31 December 2024 is the last day of five years: over on the day of the change.
    #expect(try wechsle(.jahre(4), .jahre(30), zdA: "2020-12-31").neu.ende?.text == "2024-12-31")
    #expect(try wechsle(.jahre(5), .jahre(6), zdA: "2020-01-01").aenderung == .verlaengert)
    #expect(try wechsle(.jahre(10), .jahre(8), zdA: nil).aenderung == .unveraendert)
  }

  @Test("nurNeue lässt die Frist, wie sie ist, und behält die alte Regel")
  func nurNeue() throws {
    let wechsel = try wechsle(.jahre(10), .jahre(8), .nurNeue)
    #expect(wechsel.aenderung == .unveraendert)
    #expect(wechsel.neu == wechsel.alt)
    #expect(wechsel.regel.dauer == .jahre(10))
    #expect(wechsel.begruendung.text.contains("erst danach geschlossen"))
  }

  @Test("Die Begründung nennt beide Enden und die Hürde einer Verkürzung")
  func begruendung() throws {
    let wechsel = try wechsle(.jahre(10), .jahre(4))
    #expect(wechsel.regel.dauer == .jahre(4))
    let text = wechsel.begruendung.text
    #expect(text.contains("vom 31.12.2030 auf den 31.12.2024"))
    #expect(text.contains("sofort abgelaufen"))
    #expect(text.contains("zweiten Person"))
  }

  @Test("Der Wechselbericht zählt und nennt jedes Objekt")
  func bericht() throws {
    let neu = Aufbewahrungskatalog(
      version: "2025", gueltigAb: try tag("2025-01-01"),
      zeilen: [
        try Self.zeile("N", "20", 8, ab: "2025-01-01", wirkung: .laufendeFristen),
        try Self.zeile("O", "30", 8, ab: "2025-01-01"),
      ])
    func objekt(_ name: String, _ plan: String, _ zdA: String, _ jahre: Int) throws -> Wechselobjekt
    {
      Wechselobjekt(
        objekt: name, aktenplan: plan,
        regel: Fristregel(
          herkunft: .katalogzeile(id: "A", katalog: "2020"), dauer: .jahre(jahre)),
        eingaben: Fristeingaben(zdA: try teil(zdA)))
    }
    var eigens = try objekt("eigens", "20", "2020", 10)
    eigens.regel.herkunft = .einzelfestlegung(grund: "Rechtsstreit")
    let objekte = [
      try objekt("kürzer", "20.1", "2020", 10), try objekt("sofort", "20.1", "2016", 10),
      try objekt("länger", "20.1", "2020", 5), try objekt("vorbei", "20.1", "2010", 10),
      try objekt("nur neue", "30", "2020", 10), try objekt("fehlt", "40", "2020", 10), eigens,
      try objekt("zu lang", "20", "2020", 300),
    ]
    var bericht = Wechselbericht(katalog: neu, stichtag: try tag("2025-06-01"))
    var zeilen: [String: String] = [:]
    bericht.nimm(objekte) { zeile in
      switch zeile.ergebnis {
      case .success(let wechsel): zeilen[zeile.objekt] = wechsel.aenderung.rawValue
      case .failure(let fehler): zeilen[zeile.objekt] = fehler.description
      }
    }
    #expect(zeilen["kürzer"] == "verkuerzt")
    #expect(zeilen["sofort"] == "verkuerzt")
    #expect(zeilen["länger"] == "verlaengert")
    #expect(zeilen["vorbei"] == "abgelaufenUnberuehrt")
    #expect(zeilen["nur neue"] == "unveraendert")
    #expect(zeilen["eigens"] == "unveraendert")
    #expect(zeilen["fehlt"]?.contains("keine Zeile für den Aktenplan") == true)
    #expect(zeilen["zu lang"]?.contains("unplausibel") == true)
    #expect(bericht.anzahl == 8)
    #expect(bericht.fehler == 2)
    #expect(bericht.sofortAbgelaufen == 1)
    #expect(bericht.summen[.verkuerzt] == 2)
    #expect(bericht.zusammenfassung.first == "Geprüft: 8")
    #expect(bericht.zusammenfassung.contains("verkürzt: 2"))
  }
}
