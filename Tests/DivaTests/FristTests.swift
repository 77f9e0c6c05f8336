// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("diva frist")
struct FristTests {
  static let katalog = Gemeinsam.projekt.appendingPathComponent("Docs/beispiel/fristenkatalog.csv")
    .path

  static func frist(_ argumente: String...) throws -> [String: Any] {
    let e = try Diva.starte(["frist", "--am", "2026-08-21", "--json"] + argumente)
    #expect(e.status == 0, "\(e.fehler)")
    return try #require(try JSONZeile.alle(e.ausgabe).first).wert
  }

  @Test("Ergebnis und Begründung für Menschen")
  func text() throws {
    let e = try Diva.starte([
      "frist", "--zda", "2013-01-03", "--jahre", "10", "--am", "2026-08-21",
    ])
    #expect(e.status == 0)
    #expect(e.fehler.isEmpty)
    #expect(e.ausgabe.contains("Ende (einschließlich): 31.12.2023\n"))
    #expect(e.ausgabe.contains("Aussondern ab:         01.01.2024\n"))
    #expect(e.ausgabe.contains("Am 21.08.2026:         Frist abgelaufen\n"))
    #expect(e.ausgabe.contains("\nBegründung\n1. Nach "))
    #expect(!e.ausgabe.contains("\u{1B}"))
  }

  @Test("JSON hat feste Schlüssel und nennt jeden Schritt")
  func json() throws {
    let e = try Diva.starte([
      "frist", "--zda", "2024-12-31T23:30:00Z", "--jahre", "10", "--json", "--am", "2026-08-21",
    ])
    let zeile = try #require(try JSONZeile.alle(e.ausgabe).first)
    #expect(
      zeile.schluessel == [
        "werkzeug", "schemaVersion", "stand", "ereignis", "beginn", "ende", "eingeschraenktAb",
        "reifAb", "spaetestensAnbieten", "am", "abgelaufen", "anbietenUeberfaellig", "begruendung",
      ])
    #expect(zeile.wert["ende"] as? String == "2035-12-31")
    #expect(zeile.wert["abgelaufen"] as? Bool == false)
    let schritte = try #require(zeile.wert["begruendung"] as? [[String: String]])
    #expect(schritte.first?["art"] == "regel")
    #expect(schritte.contains { $0["satz"]?.contains("31.12.2024, 23:30:00 Uhr (UTC)") == true })
  }

  @Test(
    "Daten: Jahr, Monat, Tag, deutsche Schreibweise, Zeitpunkt, Zone am Tag",
    arguments: [
      ("2019", "2024-12-31"), ("2019-02", "2024-02-28"), ("2019-02-28", "2024-02-28"),
      ("28.02.2019", "2024-02-28"), ("2019-02-27T23:30:00Z", "2024-02-28"),
      ("2019-02-28+01:00", "2024-02-28"),
    ])
  func daten(_ datum: String, _ ende: String) throws {
    let o = try Self.frist("--zda", datum, "--jahre", "5", "--regel", "taggenau")
    #expect(o["ende"] as? String == ende)
  }

  @Test("Regeln, Bezüge und frühestes Ende")
  func regeln() throws {
    let belege = try Self.frist(
      "--jahre", "6", "--regel", "ereignis", "--bezug", "ereignis:Aufstellung", "--ereignis",
      "Aufstellung=2018-06-30", "--ereignis", "Entlastung=2024-09-10", "--mindest-bis",
      "ereignis:Entlastung+6M")
    #expect(belege["ende"] as? String == "2025-03-10")
    let vorgaenge = try Self.frist(
      "--jahre", "10", "--bezug", "letzterVorgang", "--vorgang", "2018-11-02", "--vorgang",
      "2021-03-15")
    #expect(vorgaenge["reifAb"] as? String == "2032-01-01")
    let offen = try Self.frist(
      "--jahre", "10", "--bezug", "letzterVorgang", "--vorgang", "2018-11-02", "--vorgang", "offen")
    #expect(offen["stand"] as? String == "nichtAbgeschlossen")
    let wartet = try Self.frist("--jahre", "10", "--regel", "folgejahrFeststellung")
    #expect(wartet["stand"] as? String == "wartetAufEreignis")
    #expect(wartet["ereignis"] as? String == "Feststellung")
    let einzigesEreignis = try Self.frist(
      "--jahre", "10", "--regel", "ereignis", "--ereignis", "Tod=2010")
    #expect(einzigesEreignis["ende"] as? String == "2020-12-31")
    let unbefristet = try Self.frist(
      "--zda", "1990", "--unbefristet", "--letzte-bearbeitung", "1990-05-05")
    #expect(unbefristet["ende"] is NSNull)
    #expect(unbefristet["spaetestensAnbieten"] as? String == "2020-05-05")
    #expect(unbefristet["anbietenUeberfaellig"] as? Bool == true)
    let gesetz = try Self.frist(
      "--zda", "1990", "--jahre", "55", "--basis", "gesetz", "--letzte-bearbeitung", "1990",
      "--einschraenkung-nach", "5")
    #expect(gesetz["spaetestensAnbieten"] is NSNull)
    #expect(gesetz["eingeschraenktAb"] as? String == "1996-01-01")
  }

  @Test("Die Regel kommt aus einem Katalog")
  func ausKatalog() throws {
    let o = try Self.frist(
      "--zda", "2021-05-05", "--katalog", Self.katalog, "--aktenplan", "20.11.4", "--ereignis",
      "Feststellung=2021-11-24")
    #expect(o["ende"] as? String == "2027-12-31")
    #expect(o["katalogzeile"] as? String == "B18")
    #expect(o["aussonderungsart"] as? String == "V")
    let selektor = try Self.frist(
      "--zda", "2021", "--katalog", Self.katalog, "--aktenplan", "65.10", "--selektor",
      "Federfuehrung")
    #expect(selektor["stand"] as? String == "wartetAufEreignis")
    for (argumente, satz) in [
      (["--aktenplan", "99"], "keine Zeile für den Aktenplan »99«"),
      (["--aktenplan", "65.10"], "keine Zeile für den Aktenplan »65.10«"),
      (["--aktenplan", "20..1"], "ist keine Nummer eines Aktenplans"),
      (["--aktenplan", "20.11", "--katalogtag", "2019-12-31"], "hat am 31.12.2019 keine Zeile"),
    ] {
      let e = try Diva.starte(
        ["frist", "--zda", "2021", "--katalog", Self.katalog] + argumente)
      #expect(e.status == 1)
      #expect(e.fehler.contains(satz), "\(e.fehler)")
    }
  }

  @Test("Ein fehlerhafter Katalog wird nicht benutzt")
  func kaputterKatalog() throws {
    try mitTemporaeremOrdner { tmp in
      let datei = tmp.appendingPathComponent("k.csv")
      try Data("id;aktenplan\n".utf8).write(to: datei)
      for pfad in [datei.path, tmp.path, tmp.appendingPathComponent("fehlt").path] {
        let e = try Diva.starte([
          "frist", "--zda", "2021", "--katalog", pfad, "--aktenplan", "20",
        ])
        #expect(e.status == 1)
        #expect(e.ausgabe.isEmpty)
        #expect(e.fehler.hasPrefix("Fehler: "))
      }
    }
  }

  @Test(
    "Was nicht berechnet werden kann, endet mit 1 und einem Satz",
    arguments: [
      (["--zda", "2030-01-01", "--jahre", "1"], "liegt in der Zukunft"),
      (["--zda", "2020", "--jahre", "65535"], "unplausibel lang"),
      (["--zda", "2020", "--jahre=-1"], "kann nicht -1 Jahre dauern"),
      (["--zda", "2020", "--jahre", "65535", "--grenze", "99999"], "außerhalb der Jahre"),
    ])
  func fehler(_ argumente: [String], _ satz: String) throws {
    let e = try Diva.starte(["frist", "--am", "2026-08-21"] + argumente)
    #expect(e.status == 1)
    #expect(e.ausgabe.isEmpty)
    #expect(e.fehler.contains(satz), "\(e.fehler)")
  }

  @Test(
    "Ein falscher Aufruf endet mit 64 und einem deutschen Satz",
    arguments: [
      ([], "Es fehlt die Dauer"), (["--jahre", "1", "--monate", "1"], "schließen einander aus"),
      (["--jahre", "x"], "Der Wert »x« passt nicht zu »--jahre <ZAHL>«"),
      (["--jahre", "1", "--zda", "gestern"], "Der Wert »gestern« passt nicht zu"),
      (["--jahre", "1", "--zda", "2020-13"], "Der Wert »2020-13« passt nicht zu"),
      (["--jahre", "1", "--zda", "2016-12-31T23:59:60Z"], "passt nicht zu"),
      (["--jahre", "1", "--zda", "0000"], "passt nicht zu"),
      (["--jahre", "1", "--ereignis", "Tod"], "passt nicht zu »--ereignis <NAME=DATUM>«"),
      (["--jahre", "1", "--regel", "sofort"], "Möglich sind 'jahresende'"),
      (["--jahre", "1", "--regel", "ereignis"], "braucht »--bezug ereignis:NAME«"),
      (
        ["--jahre", "1", "--regel", "ereignis", "--bezug", "zdA"], "braucht »--bezug ereignis:NAME«"
      ),
      (["--jahre", "1", "--aktenplan", "20"], "brauchen einen »--katalog«"),
      (["--katalog", "x"], "Zu »--katalog« gehört »--aktenplan«"),
      (["--katalog", "x", "--aktenplan", "1", "--jahre", "1"], "kommt die Regel aus dem Katalog"),
    ])
  func falsch(_ argumente: [String], _ satz: String) throws {
    let e = try Diva.starte(["frist"] + argumente)
    #expect(e.status == 64)
    #expect(e.ausgabe.isEmpty)
    #expect(e.fehler.contains(satz), "\(e.fehler)")
    let text = e.fehler.replacingOccurrences(of: "' und '", with: "")
    for wort in HilfeTests.englisch { #expect(!text.contains(wort), "\(wort): \(text)") }
  }

  @Test(
    "Die Hilfe ist deutsch",
    arguments: [
      ["frist", "--help"], ["hilfe", "frist"], ["katalog", "--help"], ["hilfe", "katalog"],
      ["katalog"], ["katalog", "pruefen", "--help"], ["hilfe", "katalog", "pruefen"],
    ])
  func hilfe(_ argumente: [String]) throws {
    let e = try Diva.starte(argumente)
    #expect(e.status == 0)
    #expect(e.ausgabe.contains("AUFRUF: diva"))
    for wort in HilfeTests.englisch { #expect(!e.ausgabe.contains(wort), "\(wort)") }
  }
}
