// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Lifecycle
import TestHilfe
import Testing

@Suite("Fristen")
struct FristenTests {
  @Test("Alle 51 Vektoren sind da, jeder einmal")
  func vollstaendig() {
    let soll = (1...51).map { $0 < 10 ? "F0\($0)" : "F\($0)" }
    #expect(Fristenvektor.alle.map(\.id).sorted() == soll)
  }

  @Test("Vektor", arguments: Fristenvektor.alle)
  func vektor(_ vektor: Fristenvektor) throws { try vektor.pruefe() }

  // MARK: Inputs

  @Test("Offene, fehlende und unbekannte Bezüge sind verschiedene Dinge")
  func lagen() throws {
    func stand(_ bezug: Fristbezug, _ e: Fristeingaben) throws -> Fristenstand {
      let frist = try Frist.berechne(.probe(.jahre(5), .jahresende, bezug), e)
      #expect(frist.reifAb == nil && frist.ende == nil && frist.beginn == nil)
      return frist.stand
    }
    let leer = Fristeingaben()
    #expect(try stand(.zdA, leer) == .nichtAbgeschlossen)
    #expect(try stand(.letzterVorgang, leer) == .nichtAbgeschlossen)
    #expect(try stand(.letzteBearbeitung, leer) == .fristUnbekannt)
    #expect(try stand(.ereignis("Tod"), leer) == .wartetAufEreignis("Tod"))
    #expect(
      try stand(.ereignis("Tod"), Fristeingaben(ereignisse: ["Tod": .unbekannt])) == .fristUnbekannt
    )
    #expect(
      try stand(.letzterVorgang, Fristeingaben(vorgaenge: [.jahr(2020), .unbekannt]))
        == .fristUnbekannt)
    #expect(
      try stand(.letzterVorgang, Fristeingaben(vorgaenge: [.unbekannt, nil])) == .nichtAbgeschlossen
    )
  }

  @Test("Eine Akte ohne Vorgänge zählt ab ihrer eigenen zdA-Verfügung")
  func ohneVorgaenge() throws {
    let regel = Fristregel.probe(.jahre(10), .jahresende, .letzterVorgang)
    let frist = try Frist.berechne(regel, try .zdA("2020-05-05"))
    #expect(frist.ende?.text == "2030-12-31")
  }

  @Test("Die Feststellung zählt auch, wenn die Regel einen anderen Bezug nennt")
  func feststellung() throws {
    let regel = Fristregel.probe(.jahre(10), .folgejahrFeststellung, .zdA)
    #expect(
      try Frist.berechne(regel, try .zdA("2020-05-05")).stand == .wartetAufEreignis("Feststellung"))
  }

  @Test("Auf ein Mindestereignis wird gewartet, ein unbekanntes macht das Ende unbekannt")
  func mindestens() throws {
    var regel = Fristregel.probe(.jahre(6))
    regel.mindestBis = .ereignis("Entlastung", monate: 6)
    var eingaben = try Fristeingaben.zdA("2018-06-30")
    let wartet = try Frist.berechne(regel, eingaben)
    #expect(wartet.stand == .wartetAufEreignis("Entlastung"))
    #expect(wartet.ende == nil && wartet.reifAb == nil && wartet.beginn != nil)
    eingaben.ereignisse["Entlastung"] = .unbekannt
    #expect(try Frist.berechne(regel, eingaben).stand == .fristUnbekannt)
    eingaben.ereignisse["Entlastung"] = .jahr(2024)
    #expect(try Frist.berechne(regel, eingaben).ende?.text == "2025-06-30")
    eingaben.ereignisse["Entlastung"] = .tag(try tag("2019-01-01"))
    #expect(try Frist.berechne(regel, eingaben).ende?.text == "2024-12-31")
    regel.mindestBis = .tag(try tag("2040-01-15"))
    #expect(try Frist.berechne(regel, eingaben).reifAb?.text == "2040-01-16")
  }

  @Test("Monate unter der Jahresregel zählen vom Jahresende")
  func monateAbJahresende() throws {
    for (monate, ende) in [(6, "2025-06-30"), (14, "2026-02-28"), (12, "2025-12-31")] {
      let frist = try Frist.berechne(.probe(.monate(monate)), try .zdA("2024-03-03"))
      #expect(frist.ende?.text == ende)
    }
  }

  @Test("0 Jahre taggenau enden am Bezugstag")
  func nullTaggenau() throws {
    let frist = try Frist.berechne(.probe(.jahre(0), .taggenau), try .zdA("2024-03-03"))
    #expect(frist.ende?.text == "2024-03-03")
    #expect(frist.reifAb?.text == "2024-03-04")
  }

  @Test("Unbefristet braucht keinen Bezugstag, aber eine offene Akte bleibt offen")
  func unbefristet() throws {
    let ereignis = Fristregel.probe(.unbefristet, .jahresende, .ereignis("Abriss"))
    #expect(try Frist.berechne(ereignis, Fristeingaben()).stand == .unbefristet)
    #expect(try Frist.berechne(.probe(.unbefristet), Fristeingaben()).stand == .nichtAbgeschlossen)
  }

  // MARK: The 30-year guard

  @Test("Der Wächter läuft auch ohne berechenbares Ende")
  func waechterOhneEnde() throws {
    let regel = Fristregel.probe(.jahre(10), .folgejahrFeststellung, .ereignis("Feststellung"))
    let frist = try Frist.berechne(regel, Fristeingaben(letzteBearbeitung: try teil("2000-02-29")))
    #expect(frist.stand == .wartetAufEreignis("Feststellung"))
    #expect(frist.spaetestensAnbieten?.text == "2030-02-28")
    #expect(frist.mussAngebotenWerden(am: try tag("2030-02-28")))
    #expect(!frist.mussAngebotenWerden(am: try tag("2030-02-27")))
    #expect(frist.mussAngebotenWerden(am: try tag("2029-02-28"), vorlaufTage: 365))
  }

  @Test("Eine unbefristete Regel nach Gesetz behält den Wächter, 361 Monate heben ihn auf")
  func waechterGrenze() throws {
    let eingaben = try Fristeingaben.zdA("2001-05-17", letzteBearbeitung: "2001-05-17")
    func tag(_ dauer: Fristdauer) throws -> String? {
      try Frist.berechne(.probe(dauer, basis: .gesetz), eingaben).spaetestensAnbieten?.text
    }
    #expect(try tag(.unbefristet) == "2031-05-17")
    #expect(try tag(.monate(360)) == "2031-05-17")
    #expect(try tag(.monate(361)) == nil)
    #expect(
      try Frist.berechne(.probe(.jahre(100)), eingaben).spaetestensAnbieten?.text == "2031-05-17")
  }

  @Test("Ein Teildatum wird für das Ende spät und für die Anbietung früh gelesen")
  func teildatumBeimWaechter() throws {
    let frist = try Frist.berechne(
      .probe(.jahre(10)), try .zdA("2001", letzteBearbeitung: "2001"))
    #expect(frist.ende?.text == "2011-12-31")
    #expect(frist.spaetestensAnbieten?.text == "2031-01-01")
  }

  // MARK: Limits

  @Test(
    "Unplausible Dauern",
    arguments: [Fristdauer.jahre(-1), .monate(-1), .jahre(201), .monate(2401), .jahre(.min)])
  func unplausibel(_ dauer: Fristdauer) throws {
    let eingaben = try Fristeingaben.zdA("2020-01-01")
    #expect(throws: Fristfehler.dauerUnplausibel(dauer, grenzeJahre: 200)) {
      try Frist.berechne(.probe(dauer), eingaben)
    }
    #expect(throws: Never.self) { try Frist.berechne(.probe(.monate(2400)), eingaben) }
  }

  @Test("Am Rand des Kalenders gibt es einen Fehler und keinen Absturz")
  func rand() throws {
    for (text, dauer) in [
      ("9999-12-31", Fristdauer.jahre(0)), ("9999-01-01", .jahre(0)), ("9990-01-01", .jahre(10)),
    ] {
      let eingaben = try Fristeingaben.zdA(text)
      #expect(throws: Fristfehler.ausserhalbDesKalenders) {
        try Frist.berechne(.probe(dauer), eingaben)
      }
    }
    let unsinn: [Teildatum] = [
      .jahr(0), .jahr(12_000), .jahr(.max), .jahr(.min), .monat(jahr: 2020, monat: 13),
      .monat(jahr: .max, monat: 2), .monat(jahr: 2020, monat: 0),
    ]
    for datum in unsinn {
      #expect(throws: Fristfehler.ausserhalbDesKalenders) {
        try Frist.berechne(.probe(.jahre(1)), Fristeingaben(zdA: datum))
      }
      #expect(throws: Fristfehler.ausserhalbDesKalenders) {
        try Frist.berechne(
          .probe(.jahre(1)), Fristeingaben(zdA: .jahr(2020), letzteBearbeitung: datum))
      }
    }
    var regel = Fristregel.probe(.jahre(1))
    regel.mindestBis = .ereignis("E", monate: .max)
    #expect(throws: Fristfehler.ausserhalbDesKalenders) {
      try Frist.berechne(
        regel, Fristeingaben(zdA: .jahr(2020), ereignisse: ["E": .jahr(2020)]), grenzeJahre: .max)
    }
    regel.mindestBis = nil
    regel.einschraenkungNachJahren = .max
    #expect(throws: Fristfehler.ausserhalbDesKalenders) {
      try Frist.berechne(regel, Fristeingaben(zdA: .jahr(2020)), grenzeJahre: .max)
    }
  }

  @Test("Das laufende Jahr als Teildatum liegt nicht in der Zukunft")
  func zukunft() throws {
    let heute = try tag("2026-08-21")
    let frist = try Frist.berechne(.probe(.jahre(1)), try .zdA("2026"), heute: heute)
    #expect(frist.ende?.text == "2027-12-31")
    #expect(throws: Fristfehler.datumInZukunft(try tag("2027-01-01"))) {
      try Frist.berechne(.probe(.jahre(1)), try .zdA("2027"), heute: heute)
    }
    #expect(throws: Fristfehler.datumInZukunft(try tag("2026-08-22"))) {
      try Frist.berechne(
        .probe(.jahre(1)), try .zdA("2026", letzteBearbeitung: "2026-08-22"), heute: heute)
    }
  }

  // MARK: Holds, whole files, runs

  @Test("Eine offene Löschsperre hat kein Ende, eine spätere hält nicht auf")
  func sperren() throws {
    let frist = try Frist.berechne(.probe(.jahre(10)), try .zdA("2023-04-01"))
    let offen = Sperrzeit(von: try tag("2030-01-01"))
    #expect(frist.wirksamAb([offen]) == nil)
    #expect(!frist.istFrei(am: try tag("2040-01-01"), sperrzeiten: [offen]))
    let spaeter = Sperrzeit(von: try tag("2035-01-01"), aufgehobenAm: try tag("2036-01-01"))
    #expect(frist.wirksamAb([spaeter])?.text == "2034-01-01")
    #expect(frist.wirksamAb([spaeter], fruehestens: try tag("2035-05-05"))?.text == "2036-01-01")
    #expect(frist.istFrei(am: try tag("2034-06-01"), sperrzeiten: [spaeter]))
    #expect(!frist.istFrei(am: try tag("2035-06-01"), sperrzeiten: [spaeter]))
    #expect(frist.istFrei(am: try tag("2036-01-01"), sperrzeiten: [spaeter]))
    #expect(frist.wirksamAb([])?.text == "2034-01-01")
  }

  @Test("Löschsperren in jeder Reihenfolge ergeben denselben Tag wie Tag für Tag geprüft")
  func sperrenZufaellig() throws {
    var zufall = Zufall(34)
    let frist = try Frist.berechne(.probe(.jahre(1)), try .zdA("2000-01-01"))
    let reif = try #require(frist.reifAb)
    for _ in 0..<2000 {
      let sperren = (0..<Int.random(in: 0...5, using: &zufall)).compactMap { _ -> Sperrzeit? in
        let von = reif.tageszahl + Int32.random(in: -20...20, using: &zufall)
        let bis = von + Int32.random(in: -2...20, using: &zufall)
        return Kalendertag(tageszahl: von).map {
          Sperrzeit(von: $0, aufgehobenAm: Kalendertag(tageszahl: bis))
        }
      }
      var tag = reif
      while sperren.contains(where: { $0.gilt(am: tag) }) {
        tag = try #require(Kalendertag(tageszahl: tag.tageszahl + 1))
      }
      #expect(frist.wirksamAb(sperren) == tag, "\(sperren)")
    }
  }

  @Test("Was in der Akte offen ist, hält die ganze Akte auf")
  func ganzeAkte() throws {
    let akte = try Frist.berechne(.probe(.jahre(10)), try .zdA("2020-05-01"))
    let offen = try Frist.berechne(.probe(.jahre(10)), Fristeingaben())
    let immer = try Frist.berechne(.probe(.unbefristet), try .zdA("2020-01-01"))
    let unklar = try Frist.berechne(.probe(.jahre(10)), Fristeingaben(zdA: .unbekannt))
    #expect(akte.wirksam(mit: [immer, unklar, offen]).stand == .nichtAbgeschlossen)
    #expect(akte.wirksam(mit: [unklar, immer]).stand == .fristUnbekannt)
    #expect(akte.wirksam(mit: [immer]).stand == .unbefristet)
    #expect(akte.wirksam(mit: [immer]).reifAb == nil)
    #expect(akte.wirksam(mit: []) == akte)
  }

  @Test("Nach einer Wiederaufnahme ohne neue zdA-Verfügung läuft keine Frist")
  func wiederOffen() throws {
    let offen = Schliessung(zdA: try teil("2020-01-01"), wiederaufgenommen: try tag("2021-01-01"))
    #expect(try Frist.berechne(.probe(.jahre(1)), verlauf: [offen]).stand == .nichtAbgeschlossen)
    #expect(try Frist.berechne(.probe(.jahre(1)), verlauf: []).stand == .nichtAbgeschlossen)
  }

  @Test("Rhythmus: alle fünf Jahre, Schalttag, ungültige Angaben")
  func rhythmus() throws {
    let fuenf = try #require(
      Aussonderungsrhythmus(monat: 10, tag: 1, alleJahre: 5, jahrMitLauf: 2023))
    for (ab, lauf) in [
      ("2023-10-01", "2023-10-01"), ("2023-10-02", "2028-10-01"), ("1999-01-01", "2003-10-01"),
      ("2024-01-01", "2028-10-01"),
    ] {
      #expect(fuenf.naechsterLauf(ab: try tag(ab))?.text == lauf)
    }
    let schalttag = try #require(Aussonderungsrhythmus(monat: 2, tag: 29))
    #expect(schalttag.naechsterLauf(ab: try tag("2025-01-01"))?.text == "2025-02-28")
    #expect(fuenf.naechsterLauf(ab: try tag("9999-12-31")) == nil)
    #expect(Aussonderungsrhythmus(monat: 2, tag: 30) == nil)
    #expect(Aussonderungsrhythmus(monat: 1, tag: 1, alleJahre: 0) == nil)
    let frist = try Frist.berechne(.probe(.unbefristet), try .zdA("2020-01-01"))
    #expect(schalttag.lauf(fuer: frist) == nil)
  }

  @Test("Transferfrist: 0 geht sofort weiter, sonst am Tag nach dem Ende")
  func transferfrist() throws {
    #expect(try Transferfrist.keine.ende(zdA: try teil("2024-05-05")) == nil)
    #expect(Transferfrist.istVorbei(ende: nil, am: try tag("2024-05-05")))
    let zwei = try #require(Transferfrist(monate: 24))
    let ende = try zwei.ende(zdA: try teil("2024-02-29"))
    #expect(ende?.text == "2026-02-28")
    #expect(!Transferfrist.istVorbei(ende: ende, am: try tag("2026-02-28")))
    #expect(Transferfrist.istVorbei(ende: ende, am: try tag("2026-03-01")))
    let jahr = try #require(Transferfrist(monate: 12, bisJahresende: true))
    #expect(try jahr.ende(zdA: try teil("2024-02-29"))?.text == "2025-12-31")
    #expect(try zwei.ende(zdA: .unbekannt) == nil)
    #expect(Transferfrist(monate: -1) == nil)
    #expect(throws: Fristfehler.ausserhalbDesKalenders) { try zwei.ende(zdA: .jahr(9999)) }
  }

  @Test("Bewertungsfrist: Feiertage verschieben weiter, ohne Länge gibt es keine")
  func bewertungsfrist() throws {
    #expect(Bewertungsfrist(monate: 0, ausloeser: .eingang, verschiebtWochenende: true) == nil)
    let frist = try #require(
      Bewertungsfrist(monate: 6, ausloeser: .versand, verschiebtWochenende: true))
    let feiertage: Set = [try tag("2026-04-03"), try tag("2026-04-06")]  // Karfreitag, Ostermontag
    let ergebnis = try frist.berechne(ab: try tag("2025-10-03"), feiertage: feiertage)
    #expect(ergebnis.ende.text == "2026-04-07")
    #expect(ergebnis.begruendung.text.contains("ein Feiertag"))
    #expect(ergebnis.begruendung.text.contains("versandt"))
    #expect(throws: Fristfehler.ausserhalbDesKalenders) {
      try frist.berechne(ab: try tag("9999-12-31"))
    }
  }

  // MARK: Comparison with another calendar

  /// Python counts the same end of term for random cases (leistung.md, goal F3).
  @Test(
    "100.000 zufällige Fristen wie datetime von Python",
    .enabled(
      if: Programm.vorhanden("python3") || ProcessInfo.processInfo.environment["CI"] == "true",
      "übersprungen: python3 fehlt"))
  func python() throws {
    var zufall = Zufall(147)
    var eingabe = ""
    var unser = ""
    for _ in 0..<100_000 {
      let zahl = Int32.random(in: -100_000...60_000, using: &zufall)
      let bezug = try #require(Kalendertag(tageszahl: zahl))
      let taggenau = Bool.random(using: &zufall)
      let inMonaten = Bool.random(using: &zufall)
      let n = Int.random(in: 0...(inMonaten ? 400 : 150), using: &zufall)
      let regel = Fristregel.probe(
        inMonaten ? .monate(n) : .jahre(n), taggenau ? .taggenau : .jahresende)
      let frist = try Frist.berechne(regel, Fristeingaben(zdA: .tag(bezug)))
      let ende = try #require(frist.ende)
      let reif = try #require(frist.reifAb)
      eingabe += "\(bezug) \(taggenau ? "T" : "J") \(inMonaten ? n : n * 12)\n"
      unser += "\(ende) \(reif)\n"
    }
    let programm = """
      import calendar, datetime, sys
      for zeile in open(sys.argv[1]):
          tag, regel, monate = zeile.split()
          d = datetime.date.fromisoformat(tag)
          if regel == "J":
              d = datetime.date(d.year, 12, 31)
          j, m = divmod(d.year * 12 + d.month - 1 + int(monate), 12)
          ende = datetime.date(j, m + 1, min(d.day, calendar.monthrange(j, m + 1)[1]))
          print(ende, ende + datetime.timedelta(days=1))
      """
    let ergebnis = try mitTemporaeremOrdner { ordner in
      let datei = ordner.appendingPathComponent("faelle.txt")
      try Data(eingabe.utf8).write(to: datei)
      return try Programm.starte("python3", ["-c", programm, datei.path])
    }
    #expect(ergebnis.status == 0, "\(ergebnis.fehler)")
    #expect(ergebnis.ausgabe == unser)
  }
}
