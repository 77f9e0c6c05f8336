// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Lifecycle
import Testing

@Suite struct LaufereignisTests {
  @Test("each event is valid, has a row, German words for its history, and a stable JSON")
  func alle() throws {
    var arten: Set<String> = []
    for ereignis in try Lauf.alle() {
      try ereignis.pruefe()
      #expect(arten.insert(ereignis.art).inserted)
      let json = try KanonischesJSON.bytes(ereignis)
      let name = ereignis.art.split(separator: " ")[1]
      let schluessel = name.prefix(1).lowercased() + name.dropFirst()
      #expect(String(decoding: json, as: UTF8.self).hasPrefix("{\"\(schluessel)\":{"))
      #expect(try JSONDecoder().decode(Laufereignis.self, from: Data(json)) == ereignis)
      let meldung = try Lauf.meldung(ereignis)
      try meldung.pruefe()
      let historie = meldung.historie()
      #expect(historie.akteur == "Jana Müller (Poststelle)")
      #expect(historie.datumUhrzeit == meldung.zeitpunkt)
      #expect(historie.aktion != ereignis.art && historie.bemerkung?.isEmpty == false)
      let nutzlast = try meldung.nutzlast()
      let wieder = try JSONDecoder().decode(
        Laufmeldung.self, from: Data(try #require(nutzlast.ereignis).utf8))
      #expect(wieder == meldung)
    }
    #expect(arten.count == 19)
  }

  @Test("the JSON of an event is fixed")
  func festesJSON() throws {
    let json = try KanonischesJSON.bytes(
      Laufereignis.posteingangErfasst(try Lauf.eingang()))
    #expect(
      String(decoding: json, as: UTF8.self)
        == #"{"posteingangErfasst":{"absender":"Ömer Kaya","anzahlBlaetter":2,"#
        + #""eingang":"2026-11-20T08:00:00+01:00","eingangsdatum":"2026-11-20","geoeffnet":true,"#
        + #""kanal":"papier","organisationseinheit":"Poststelle","zustellart":"einfach"}}"#)
    let pruefung = try KanonischesJSON.bytes(
      Laufereignis.scanQualitaetGeprueft(
        Lauf.pruefung(1...1, schlecht: [1], umfang: .stichprobe(prozent: 20))))
    #expect(
      String(decoding: pruefung, as: UTF8.self)
        == #"{"scanQualitaetGeprueft":{"pruefer":"Ömer Kaya","seiten":[{"bestanden":false,"#
        + #""maengel":["unscharf"],"seite":1}],"umfang":{"stichprobe":20}}}"#)
    for falsch in [
      "{}", "[]", #"{"unbekannt":{}}"#, #"{"zugewiesen":{"an":"a"},"umgeleitet":{}}"#,
      #"{"zugewiesen":{}}"#,
    ] {
      #expect(throws: DecodingError.self, "\(falsch)") {
        try JSONDecoder().decode(Laufereignis.self, from: Data(falsch.utf8))
      }
    }
    #expect(
      try JSONDecoder().decode([Pruefumfang].self, from: Data(#"[{"voll":{}}]"#.utf8)) == [.voll])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(Pruefumfang.self, from: Data("{}".utf8))
    }
  }

  private func fehler(_ ereignis: Laufereignis) throws -> Lauffehler? {
    do throws(Lauffehler) {
      try ereignis.pruefe()
      return nil
    } catch {
      #expect(error.meldung.hasSuffix(".") && !error.code.isEmpty)
      return error
    }
  }

  @Test("mail: counts, closed mail, senders")
  func eingang() throws {
    let gut = try Lauf.eingang()
    func pruefe(_ aendern: (inout PosteingangErfasst) -> Void) throws -> Lauffehler? {
      var neu = gut
      aendern(&neu)
      return try fehler(.posteingangErfasst(neu))
    }
    func fehlt(_ feld: String) -> Lauffehler {
      .pflichtangabeFehlt(ereignis: "posteingangErfasst", feld: feld)
    }
    #expect(try pruefe { $0.absender = " " } == fehlt("absender"))
    #expect(try pruefe { $0.organisationseinheit = "" } == fehlt("organisationseinheit"))
    #expect(try pruefe { $0.anzahlBlaetter = nil } == fehlt("anzahlBlaetter"))
    #expect(try pruefe { $0.anzahlBlaetter = -1 } != nil)
    #expect(try pruefe { $0.geoeffnet = false } == fehlt("verschlossenWeil"))
    #expect(
      try pruefe {
        $0.geoeffnet = false
        $0.verschlossenWeil = "persönlich"
        $0.anzahlBlaetter = nil
        $0.anzahlUmschlaege = 1
      } == nil)
    #expect(
      try pruefe {
        $0.kanal = .eMail
        $0.anzahlBlaetter = nil
      } == nil)
    #expect(
      try fehler(
        .signaturGeprueft(
          SignaturGeprueft(art: .siegel, ergebnis: .gueltig, pruefbericht: try Lauf.hash("a"))))
        != nil)
    #expect(
      try fehler(
        .signaturGeprueft(
          SignaturGeprueft(art: .siegel, ergebnis: .unbestimmt, pruefbericht: try Lauf.hash("a"))))
        == nil)
  }

  @Test("scan: resolution, colours that matter, results that contradict themselves, weak digests")
  func scan() throws {
    var auftrag = Lauf.scan()
    auftrag.profil.dpi = 10
    #expect(try fehler(.scanJobBegonnen(auftrag)) != nil)
    auftrag = Lauf.scan()
    auftrag.vorbereitung.farbeWesentlich = true
    #expect(try fehler(.scanJobBegonnen(auftrag)) == nil)
    auftrag.profil.farbe = .graustufen
    #expect(try fehler(.scanJobBegonnen(auftrag)) != nil)
    auftrag = Lauf.scan(bediener: "")
    #expect(try fehler(.scanJobBegonnen(auftrag)) != nil)

    #expect(try fehler(.seiteGescannt(try Lauf.seite(0))) != nil)
    let schwach = Inhaltshash(
      try #require(Pruefsumme(.md5, bytes: [UInt8](repeating: 0, count: 16))))
    #expect(try fehler(.seiteGescannt(SeiteGescannt(seite: 1, bild: schwach))) != nil)

    var pruefung = Lauf.pruefung(1...3)
    pruefung.seiten[1].bestanden = false
    #expect(try fehler(.scanQualitaetGeprueft(pruefung)) != nil)
    pruefung = Lauf.pruefung(1...3, schlecht: [2])
    #expect(try fehler(.scanQualitaetGeprueft(pruefung)) == nil && !pruefung.bestanden)
    pruefung.seiten[0].seite = 2
    #expect(try fehler(.scanQualitaetGeprueft(pruefung)) != nil)
    pruefung.seiten = []
    #expect(try fehler(.scanQualitaetGeprueft(pruefung)) != nil)
    for prozent in [0, 100, -5] {
      #expect(
        try fehler(
          .scanQualitaetGeprueft(Lauf.pruefung(1...1, umfang: .stichprobe(prozent: prozent))))
          != nil)
    }
    var vermerk = try Lauf.vermerk()
    vermerk.uebereinstimmung = false
    #expect(try fehler(.transfervermerkErstellt(vermerk)) != nil)
    vermerk = try Lauf.vermerk()
    vermerk.qualitaetBestanden = false
    #expect(try fehler(.transfervermerkErstellt(vermerk)) != nil)
    vermerk = try Lauf.vermerk()
    vermerk.technik = ""
    #expect(try fehler(.transfervermerkErstellt(vermerk)) != nil)
  }

  @Test("paper: what is decided must be whole, and two different persons destroy it")
  func original() throws {
    var verbleib = try Lauf.verbleib()
    verbleib.fruehestens = nil
    #expect(try fehler(.originalVerbleibFestgelegt(verbleib)) != nil)
    verbleib = try Lauf.verbleib()
    verbleib.ersetzenderScan = false
    #expect(try fehler(.originalVerbleibFestgelegt(verbleib)) != nil)
    verbleib = try Lauf.verbleib(.aufbewahren)
    #expect(try fehler(.originalVerbleibFestgelegt(verbleib)) == nil)
    verbleib.ort = nil
    #expect(try fehler(.originalVerbleibFestgelegt(verbleib)) != nil)
    for personen in [[], ["Jana Müller"], ["Jana Müller", " jana  MÜLLER "]] {
      #expect(
        try fehler(.originalVernichtet(try Lauf.vernichtung(personen: personen)))
          == .zweitePersonFehlt)
    }
    var vernichtung = try Lauf.vernichtung()
    vernichtung.behaelter = []
    #expect(try fehler(.originalVernichtet(vernichtung)) != nil)
  }

  @Test("registration, steps and dispatch")
  func weitere() throws {
    for ereignis in try Lauf.alle() {
      var neu = ereignis
      switch ereignis {
      case .dokumentRegistriert(var d):
        d.anlagen += [Anlagenangabe(nummer: 1, bezeichnung: "noch ein Plan")]
        neu = .dokumentRegistriert(d)
      case .zugewiesen: neu = .zugewiesen(Zugewiesen(an: "\t"))
      case .umgeleitet(var d):
        d.an = "amt  32"
        neu = .umgeleitet(d)
      case .verfuegungErteilt(var d):
        d.schritte[1].parallelZu = ["3"]
        neu = .verfuegungErteilt(d)
      case .schrittErledigt(var d):
        d.ergebnis = .zurueckgewiesen
        neu = .schrittErledigt(d)
      case .postausgangErstellt(var d):
        d.empfaenger = []
        neu = .postausgangErstellt(d)
      case .zugestellt(var d):
        d.nachweis = .fiktion
        neu = .zugestellt(d)
      case .versandFehlgeschlagen(var d):
        d.versuch = 0
        neu = .versandFehlgeschlagen(d)
      default: continue
      }
      #expect(try fehler(neu) != nil, "\(ereignis.art)")
    }
    var meldung = try Lauf.meldung(.zugewiesen(Zugewiesen(an: "Amt 32")))
    meldung.fassung = 2
    #expect(throws: Lauffehler.self) { try meldung.pruefe() }
    meldung.fassung = 1
    meldung.akteur = ""
    #expect(throws: Lauffehler.self) { try meldung.pruefe() }
    meldung.akteur = "x"
    meldung.zeitpunkt = try #require(Zeitpunkt("2026-11-23T10:00:00"))
    #expect(throws: Lauffehler.self) { try meldung.pruefe() }
  }
}
