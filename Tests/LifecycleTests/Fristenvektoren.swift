// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle
import Testing

/// One row of the table of date vectors (lebenszyklus FAKTEN 3) under its id there.
struct Fristenvektor: Sendable, CustomTestStringConvertible {
  let id: String
  let fall: String
  let pruefe: @Sendable () throws -> Void

  var testDescription: String { "\(id) \(fall)" }

  init(_ id: String, _ fall: String, _ pruefe: @escaping @Sendable () throws -> Void) {
    self.id = id
    self.fall = fall
    self.pruefe = pruefe
  }

  /// A vector with a rule of years counted from the zdA-Verfügung.
  init(
    _ id: String, zdA: String, jahre: Int, start: Startregel = .jahresende, _ ende: String,
    _ reifAb: String
  ) {
    self.init(id, "zdA \(zdA), \(jahre) Jahre") {
      let frist = try Frist.berechne(.probe(.jahre(jahre), start), try .zdA(zdA))
      #expect(frist.stand == .bestimmt)
      #expect(frist.ende?.text == ende)
      #expect(frist.reifAb?.text == reifAb)
      #expect(frist.beginn != nil)
    }
  }

  /// A vector of rule T counted from an event.
  init(_ id: String, ereignis: String, _ dauer: Fristdauer, _ ende: String, _ reifAb: String) {
    self.init(id, "Ereignis \(ereignis), \(dauer.anzeige)") {
      let regel = Fristregel.probe(dauer, .taggenau, .ereignis("E"))
      let frist = try Frist.berechne(
        regel, Fristeingaben(ereignisse: ["E": try teil(ereignis)]))
      #expect(frist.ende?.text == ende)
      #expect(frist.reifAb?.text == reifAb)
    }
  }

  static let alle = rechenregeln + tage + bezuege + wechsel + bewertung + grenzen
}

extension Fristregel {
  static func probe(
    _ dauer: Fristdauer, _ start: Startregel = .jahresende, _ bezug: Fristbezug = .zdA,
    basis: Rechtsbasis = .ortsrecht
  ) -> Fristregel {
    Fristregel(
      herkunft: .einzelfestlegung(grund: "Probe"), dauer: dauer, startregel: start, bezug: bezug,
      basis: basis)
  }
}

extension Fristeingaben {
  static func zdA(_ text: String, letzteBearbeitung: String? = nil) throws -> Fristeingaben {
    var eingaben = Fristeingaben(letzteBearbeitung: try letzteBearbeitung.map { try teil($0) })
    if text.contains("T") {
      eingaben.setze(.zdA, try #require(Zeitpunkt(text)))
    } else {
      eingaben.zdA = try teil(text)
    }
    return eingaben
  }
}

func tag(_ text: String) throws -> Kalendertag { try #require(Kalendertag(text), "\(text)") }

/// A date as `JJJJ-MM-TT`, `JJJJ-MM` or `JJJJ`.
func teil(_ text: String) throws -> Teildatum {
  let teile = text.split(separator: "-").compactMap { Int($0) }
  switch teile.count {
  case 1: return .jahr(teile[0])
  case 2: return .monat(jahr: teile[0], monat: teile[1])
  default: return .tag(try tag(text))
  }
}

extension Fristenvektor {
  static let rechenregeln: [Fristenvektor] = [
    Fristenvektor("F01", zdA: "2013-01-03", jahre: 10, "2023-12-31", "2024-01-01"),
    Fristenvektor("F02", zdA: "2024-12-31", jahre: 10, "2034-12-31", "2035-01-01"),
    Fristenvektor("F03", zdA: "2025-01-01", jahre: 10, "2035-12-31", "2036-01-01"),
    Fristenvektor("F04", zdA: "2024-02-29", jahre: 10, "2034-12-31", "2035-01-01"),
    Fristenvektor("F05", "0 Jahre: das Ende liegt vor dem Beginn") {
      let frist = try Frist.berechne(.probe(.jahre(0)), try .zdA("2026-08-21"))
      #expect(frist.beginn?.text == "2027-01-01")
      #expect(frist.ende?.text == "2026-12-31")
      #expect(frist.reifAb?.text == "2027-01-01")
    },
    Fristenvektor("F06", zdA: "2026-08-21", jahre: 1, "2027-12-31", "2028-01-01"),
    Fristenvektor("F07", ereignis: "2024-02-29", .jahre(10), "2034-02-28", "2034-03-01"),
    Fristenvektor("F08", ereignis: "2023-02-28", .jahre(1), "2024-02-28", "2024-02-29"),
    Fristenvektor("F09", ereignis: "2024-02-29", .jahre(4), "2028-02-29", "2028-03-01"),
    Fristenvektor("F10", ereignis: "2024-08-31", .monate(6), "2025-02-28", "2025-03-01"),
    Fristenvektor("F11", ereignis: "2023-08-31", .monate(6), "2024-02-29", "2024-03-01"),
  ]

  static let tage: [Fristenvektor] = [
    Fristenvektor("F12", zdA: "2024-12-31T23:30:00Z", jahre: 10, "2035-12-31", "2036-01-01"),
    Fristenvektor("F13", zdA: "2024-12-31T22:59:59Z", jahre: 10, "2034-12-31", "2035-01-01"),
    Fristenvektor("F14", "Sommerzeit") {
      #expect(Zeitpunkt("2024-06-30T22:30:00Z")?.berlinerTag?.text == "2024-07-01")
    },
    Fristenvektor("F15", "Abstand nach Westen") {
      #expect(Zeitpunkt("2024-12-31T23:59:59-05:00")?.berlinerTag?.text == "2025-01-01")
    },
    Fristenvektor("F16", zdA: "2024-12-31T24:00:00", jahre: 5, "2030-12-31", "2031-01-01"),
    Fristenvektor("F17", "Zone am Datum wird übergangen") {
      for text in ["2024-12-31+01:00", "2024-12-31Z"] {
        let zdA = try #require(Kalendertag(xsDate: text))
        let frist = try Frist.berechne(.probe(.jahre(10)), Fristeingaben(zdA: .tag(zdA)))
        #expect(frist.ende?.text == "2034-12-31")
        #expect(frist.reifAb?.text == "2035-01-01")
      }
    },
    Fristenvektor("F18", "Schaltsekunde ist ein Lesefehler") {
      #expect(Zeitpunkt("2016-12-31T23:59:60Z") == nil)
    },
    Fristenvektor("F19", zdA: "2019", jahre: 10, "2029-12-31", "2030-01-01"),
    Fristenvektor("F20", zdA: "2019-02", jahre: 5, start: .taggenau, "2024-02-28", "2024-02-29"),
    Fristenvektor("F21", "unbekannter Bezugstag") {
      let frist = try Frist.berechne(.probe(.jahre(10)), Fristeingaben(zdA: .unbekannt))
      #expect(frist.stand == .fristUnbekannt)
      #expect(frist.ende == nil && frist.reifAb == nil)
      #expect(!frist.istAbgelaufen(am: try tag("9999-12-31")))
    },
  ]

  static let bezuege: [Fristenvektor] = [
    Fristenvektor("F22", "letzter Vorgang") {
      let frist = try Frist.berechne(
        .probe(.jahre(10), .jahresende, .letzterVorgang),
        Fristeingaben(vorgaenge: [
          try teil("2018-11-02"), try teil("2021-03-15"), try teil("2020-07-01"),
        ]))
      #expect(frist.ende?.text == "2031-12-31")
      #expect(frist.reifAb?.text == "2032-01-01")
    },
    Fristenvektor("F23", "ein Vorgang ist noch offen") {
      let frist = try Frist.berechne(
        .probe(.jahre(10), .jahresende, .letzterVorgang),
        Fristeingaben(vorgaenge: [try teil("2018-11-02"), nil, try teil("2020-07-01")]))
      #expect(frist.stand == .nichtAbgeschlossen)
      #expect(frist.ende == nil && frist.reifAb == nil)
    },
    Fristenvektor("F24", "die Akte endet nicht vor dem, was in ihr liegt") {
      let akte = try Frist.berechne(.probe(.jahre(10)), try .zdA("2020-05-01"))
      let vorgang = try Frist.berechne(.probe(.jahre(30)), try .zdA("2019-09-09"))
      #expect(akte.ende?.text == "2030-12-31")
      let ganze = akte.wirksam(mit: [vorgang])
      #expect(ganze.ende?.text == "2049-12-31")
      #expect(ganze.reifAb?.text == "2050-01-01")
      #expect(vorgang.wirksam(mit: [akte]).ende?.text == "2049-12-31")
    },
    Fristenvektor("F25", "unbefristet") {
      let frist = try Frist.berechne(
        .probe(.unbefristet), try .zdA("2020-03-03", letzteBearbeitung: "2020-03-01"))
      #expect(frist.stand == .unbefristet)
      #expect(frist.ende == nil && frist.reifAb == nil)
      #expect(frist.spaetestensAnbieten?.text == "2050-03-01")
    },
    Fristenvektor("F26", "30 Jahre nach Ortsrecht: Anbietung vor dem Ende") {
      let frist = try Frist.berechne(
        .probe(.jahre(30)), try .zdA("2001-05-17", letzteBearbeitung: "2001-05-17"))
      #expect(frist.ende?.text == "2031-12-31")
      #expect(frist.reifAb?.text == "2032-01-01")
      #expect(frist.spaetestensAnbieten?.text == "2031-05-17")
      #expect(frist.begruendung.text.contains("vor dem Ende der Aufbewahrungsfrist"))
    },
    Fristenvektor("F27", "30 Jahre nach Gesetz warnt noch, 50 Jahre nicht mehr") {
      let eingaben = try Fristeingaben.zdA("2001-05-17", letzteBearbeitung: "2001-05-17")
      for basis in [Rechtsbasis.gesetz, .vwvOberste] {
        let dreissig = try Frist.berechne(.probe(.jahre(30), basis: basis), eingaben)
        #expect(dreissig.ende?.text == "2031-12-31")
        #expect(dreissig.spaetestensAnbieten?.text == "2031-05-17")
        let fuenfzig = try Frist.berechne(.probe(.jahre(50), basis: basis), eingaben)
        #expect(fuenfzig.ende?.text == "2051-12-31")
        #expect(fuenfzig.spaetestensAnbieten == nil)
      }
    },
    Fristenvektor("F28", "zwei Stufen, 5 und 50 Jahre") {
      var regel = Fristregel.probe(.jahre(55), .jahresende, .ereignis("Wegzug"), basis: .gesetz)
      regel.einschraenkungNachJahren = 5
      let frist = try Frist.berechne(
        regel, Fristeingaben(ereignisse: ["Wegzug": try teil("2010-07-14")]))
      #expect(frist.ende?.text == "2065-12-31")
      #expect(frist.eingeschraenktAb?.text == "2016-01-01")
      #expect(frist.reifAb?.text == "2066-01-01")
    },
    Fristenvektor("F29", "vom Jahr nach der Feststellung") {
      let regel = Fristregel.probe(.jahre(10), .folgejahrFeststellung, .ereignis("Feststellung"))
      let frist = try Frist.berechne(
        regel, Fristeingaben(ereignisse: ["Feststellung": try teil("2021-11-24")]))
      #expect(frist.ende?.text == "2031-12-31")
      #expect(frist.reifAb?.text == "2032-01-01")
    },
    Fristenvektor("F30", "noch keine Feststellung") {
      let regel = Fristregel.probe(.jahre(10), .folgejahrFeststellung, .ereignis("Feststellung"))
      let frist = try Frist.berechne(regel, try .zdA("2020-01-01"))
      #expect(frist.stand == .wartetAufEreignis("Feststellung"))
      #expect(frist.ende == nil && frist.reifAb == nil)
    },
    Fristenvektor("F31", "nicht vor sechs Monaten nach der Entlastung") {
      var regel = Fristregel.probe(.jahre(6), .ereignis, .ereignis("Aufstellung"))
      let eingaben = Fristeingaben(ereignisse: [
        "Aufstellung": try teil("2018-06-30"), "Entlastung": try teil("2024-09-10"),
      ])
      #expect(try Frist.berechne(regel, eingaben).ende?.text == "2024-12-31")
      regel.mindestBis = .ereignis("Entlastung", monate: 6)
      let frist = try Frist.berechne(regel, eingaben)
      #expect(frist.ende?.text == "2025-03-10")
      #expect(frist.reifAb?.text == "2025-03-11")
    },
  ]

  static let wechsel: [Fristenvektor] = [
    Fristenvektor("F32", "Katalogwechsel verkürzt eine laufende Frist") {
      let wechsel = try buchungsbeleg("2016-05-04")
      #expect(wechsel.alt.ende?.text == "2026-12-31")
      #expect(wechsel.neu.ende?.text == "2024-12-31")
      #expect(wechsel.neu.reifAb?.text == "2025-01-01")
      #expect(wechsel.aenderung == .verkuerzt)
    },
    Fristenvektor("F33", "Katalogwechsel lässt eine abgelaufene Frist unberührt") {
      let wechsel = try buchungsbeleg("2013-05-04")
      #expect(wechsel.neu.ende?.text == "2023-12-31")
      #expect(wechsel.neu.reifAb?.text == "2024-01-01")
      #expect(wechsel.aenderung == .abgelaufenUnberuehrt)
    },
    Fristenvektor("F34", "eine Löschsperre verschiebt nur die Aussonderung") {
      let frist = try Frist.berechne(.probe(.jahre(10)), try .zdA("2023-04-01"))
      #expect(frist.ende?.text == "2033-12-31")
      #expect(frist.reifAb?.text == "2034-01-01")
      #expect(frist.wirksamAb([try sperre("2030-05-01", "2036-02-10")])?.text == "2036-02-10")
    },
    Fristenvektor("F35", "zwei überlappende Löschsperren") {
      let frist = try Frist.berechne(.probe(.jahre(10)), try .zdA("2023-04-01"))
      let sperren = [
        try sperre("2035-01-01", "2037-06-30"), try sperre("2030-05-01", "2036-02-10"),
      ]
      #expect(frist.ende?.text == "2033-12-31")
      #expect(frist.wirksamAb(sperren)?.text == "2037-06-30")
    },
    Fristenvektor("F36", "Löschsperre vor dem Ende aufgehoben") {
      let frist = try Frist.berechne(.probe(.jahre(10)), try .zdA("2023-04-01"))
      #expect(frist.wirksamAb([try sperre("2030-05-01", "2031-01-01")])?.text == "2034-01-01")
    },
    Fristenvektor("F37", "Wiederaufnahme verwirft das alte Ende") {
      let frist = try Frist.berechne(
        .probe(.jahre(10)),
        verlauf: [
          Schliessung(zdA: try teil("2024-06-01"), wiederaufgenommen: try tag("2026-02-10")),
          Schliessung(zdA: try teil("2027-03-01")),
        ])
      #expect(frist.ende?.text == "2037-12-31")
      #expect(frist.reifAb?.text == "2038-01-01")
      #expect(frist.begruendung.text.contains("31.12.2034, entfällt"))
    },
    Fristenvektor("F38", "Wiederaufnahme im selben Jahr") {
      let frist = try Frist.berechne(
        .probe(.jahre(10)),
        verlauf: [
          Schliessung(zdA: try teil("2026-02-01"), wiederaufgenommen: try tag("2026-03-01")),
          Schliessung(zdA: try teil("2026-11-30")),
        ])
      #expect(frist.ende?.text == "2036-12-31")
      #expect(frist.reifAb?.text == "2037-01-01")
    },
    Fristenvektor("F39", "zehn Jahre sind nicht 3653 Tage") {
      let frist = try Frist.berechne(.probe(.jahre(10)), try .zdA("2013-01-03"))
      let naiv = Kalendertag(tageszahl: try tag("2013-01-03").tageszahl + 3653)
      #expect(naiv?.text == "2023-01-04")
      #expect(frist.ende != naiv)
      #expect(frist.ende?.text == "2023-12-31")
    },
  ]

  static let bewertung: [Fristenvektor] = [
    Fristenvektor("F40", "Bewertungsfrist von sechs Monaten") {
      try bewerte("2026-01-15", 6, false, "2026-07-15", "2026-07-16")
    },
    Fristenvektor("F41", "Ende an einem Sonntag") {
      try bewerte("2026-08-31", 6, false, "2027-02-28", "2027-03-01")
      try bewerte("2026-08-31", 6, true, "2027-03-01", "2027-03-02")
    },
    Fristenvektor("F42", "Ende an einem Samstag") {
      try bewerte("2025-08-29", 6, true, "2026-03-02", "2026-03-03")
    },
    Fristenvektor("F43", "zwölf Monate") {
      try bewerte("2026-02-28", 12, false, "2027-02-28", "2027-03-01")
    },
    Fristenvektor("F44", "Sterberegister: anbieten, aber nie löschen") {
      var regel = Fristregel.probe(
        .jahre(30), .jahresende, .ereignis("Beurkundung"), basis: .gesetz)
      regel.nieLoeschen = true
      let frist = try Frist.berechne(
        regel, Fristeingaben(ereignisse: ["Beurkundung": try teil("1995-03-03")]))
      #expect(frist.ende?.text == "2025-12-31")
      #expect(frist.reifAb?.text == "2026-01-01")
      #expect(frist.begruendung.text.contains("nie gelöscht"))
    },
  ]

  static let grenzen: [Fristenvektor] = [
    Fristenvektor("F45", "65535 Jahre laufen nicht über") {
      let eingaben = try Fristeingaben.zdA("2024-01-01")
      #expect(throws: Fristfehler.dauerUnplausibel(.jahre(65_535), grenzeJahre: 200)) {
        try Frist.berechne(.probe(.jahre(65_535)), eingaben)
      }
      for start in [Startregel.jahresende, .taggenau] {
        for dauer in [Fristdauer.jahre(65_535), .jahre(.max), .monate(.max), .monate(786_420)] {
          #expect(throws: Fristfehler.ausserhalbDesKalenders) {
            try Frist.berechne(.probe(dauer, start), eingaben, grenzeJahre: .max)
          }
        }
      }
    },
    Fristenvektor("F46", "zdA in der Zukunft") {
      let eingaben = try Fristeingaben.zdA("2030-01-01")
      let heute = try tag("2026-08-21")
      #expect(throws: Fristfehler.datumInZukunft(try tag("2030-01-01"))) {
        try Frist.berechne(.probe(.jahre(10)), eingaben, heute: heute)
      }
    },
    Fristenvektor("F47", "Transferfrist über der Aufbewahrungsfrist") {
      let frist = try Frist.berechne(.probe(.jahre(4)), try .zdA("2024-05-05"))
      #expect(frist.ende?.text == "2028-12-31")
      let warnungen = frist.warnungen(transferfristende: try tag("2030-12-31"))
      #expect(
        warnungen == [
          .transferfristUeberAufbewahrung(
            transferfristende: try tag("2030-12-31"), aufbewahrungsende: try tag("2028-12-31"))
        ])
      #expect(frist.warnungen(transferfristende: try tag("2028-12-31")).isEmpty)
    },
    Fristenvektor("F48", "Aussonderung jährlich am 1. März") {
      let rhythmus = try #require(Aussonderungsrhythmus(monat: 3, tag: 1))
      for (reif, lauf) in [
        ("2024-01-01", "2024-03-01"), ("2024-03-01", "2024-03-01"), ("2024-03-02", "2025-03-01"),
      ] {
        #expect(rhythmus.naechsterLauf(ab: try tag(reif))?.text == lauf)
      }
    },
    Fristenvektor("F49", "fällig nach dem Tag in Berlin") {
      let frist = try Frist.berechne(.probe(.jahre(10)), try .zdA("2013-01-03"))
      #expect(!frist.istAbgelaufen(um: try #require(Zeitpunkt("2023-12-31T22:30:00Z"))))
      #expect(frist.istAbgelaufen(um: try #require(Zeitpunkt("2023-12-31T23:10:00Z"))))
    },
    Fristenvektor("F50", "doppelte Ortszeit hat eine Ordnung") {
      let a = try #require(Zeitpunkt("2026-10-25T00:30:00Z"))
      let b = try #require(Zeitpunkt("2026-10-25T01:30:00Z"))
      for z in [a, b] { #expect(z.berlinerZeit?.text.hasPrefix("2026-10-25T02:30:00") == true) }
      #expect(a.augenblick < b.augenblick)
    },
    Fristenvektor("F51", "ein altes Geburtsdatum bleibt, was es ist") {
      let geboren = try tag("1880-05-05")
      #expect(geboren.text == "1880-05-05")
      let mitternacht = try #require(Uhrzeit(0, 0, 0))
      let augenblick = try #require(Zeitpunkt(berlin: geboren, mitternacht))
      #expect(augenblick.tag.text == "1880-05-04")
      #expect(augenblick.berlinerTag == geboren)
    },
  ]

  private static func buchungsbeleg(_ entstanden: String) throws -> Katalogwechsel {
    let bezug = Fristbezug.ereignis("BelegEntstanden")
    func regel(_ jahre: Int, _ katalog: String) -> Fristregel {
      Fristregel(
        herkunft: .katalogzeile(id: "B19", katalog: katalog), dauer: .jahre(jahre), bezug: bezug,
        aussonderungsart: .vernichten, rechtsgrundlage: "AO § 147", basis: .gesetz)
    }
    return try Katalogwechsel.berechne(
      von: regel(10, "v1"), zu: regel(8, "v2"), wirkung: .laufendeFristen,
      stichtag: try tag("2025-01-01"),
      Fristeingaben(ereignisse: ["BelegEntstanden": try teil(entstanden)]))
  }

  private static func sperre(_ von: String, _ bis: String) throws -> Sperrzeit {
    Sperrzeit(von: try tag(von), aufgehobenAm: try tag(bis))
  }

  private static func bewerte(
    _ eingang: String, _ monate: Int, _ wochenende: Bool, _ ende: String, _ fiktion: String
  ) throws {
    let frist = try #require(
      Bewertungsfrist(monate: monate, ausloeser: .eingang, verschiebtWochenende: wochenende))
    let ergebnis = try frist.berechne(ab: try tag(eingang))
    #expect(ergebnis.ende.text == ende)
    #expect(ergebnis.fiktionAb.text == fiktion)
  }
}
