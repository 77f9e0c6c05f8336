// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Testing

@testable import Lifecycle

/// What a log and a store keep: the same value comes back, and the bytes do not depend on anything
/// but the value.
@Suite("Form der Ereignisse und Zustände")
struct UebergangJSONTests {
  private static func json(_ wert: some Encodable) throws -> String {
    let e = JSONEncoder()
    e.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try e.encode(wert), as: UTF8.self)
  }

  private static func hinUndZurueck<T: Codable & Equatable>(_ wert: T) throws {
    let text = try json(wert)
    let zurueck = try JSONDecoder().decode(T.self, from: Data(text.utf8))
    #expect(zurueck == wert, "\(text)")
    #expect(try json(zurueck) == text)
  }

  @Test(
    "Jede Handlung und jeder Zustand der Tabelle kommt gleich zurück",
    arguments: UebergangTests.alle)
  func alles(_ fall: Uebergangsfall) throws {
    var welt = try fall.start.welt()
    let handlung = try fall.vorbereitung(&welt)
    try Self.hinUndZurueck(handlung)
    _ = welt.fehler(handlung)
    for z in welt.schriftgut.values { try Self.hinUndZurueck(z) }
    for d in welt.dokumente.values { try Self.hinUndZurueck(d) }
    for p in welt.pakete.values { try Self.hinUndZurueck(p) }
    for e in welt.einheiten.values { try Self.hinUndZurueck(e) }
    try Self.hinUndZurueck(welt.richtlinie)
  }

  @Test("Alle Arten von Ereignissen sind dabei")
  func vollstaendig() throws {
    var namen: Set<String> = []
    for fall in UebergangTests.alle {
      var welt = try fall.start.welt()
      namen.insert(try fall.vorbereitung(&welt).ereignis.name)
    }
    // The others are in ``uebrige``.
    namen.formUnion(Self.uebrige.map(\.name))
    let lauf = Ereignis.dokument(
      ziel: .brief, in: nil,
      ereignis: .lauf(meldung: try Lauf.meldung(.scanJobBegonnen(Lauf.scan()), objekt: .brief)))
    try Self.hinUndZurueck(lauf)
    #expect(lauf.name == "ScanJobBegonnen", "ein Lauf heißt nach dem, was geschah")
    let soll: Set = [
      "anlegen", "uebernehmen", "stornieren", "umhaengen", "federfuehrungAendern", "wiedervorlage",
      "wiedervorlageErledigen", "zdA", "zdAKaskadierend", "wiederaufnehmen",
      "transferfristAbgelaufen", "fristVerlaengern", "fristVerkuerzen", "bezugsereignis",
      "metadatenkorrektur", "sperreSetzen", "sperreAufheben", "vernichten",
      "vernichtenNachGenehmigung", "loeschverlangen", "uebernahmeersuchen", "uebernahmeAbgelehnt",
      "uebernahmeBestaetigt", "anbietungswaechter", "katalogaenderung", "papierteil",
      "neueFassung", "auschecken", "einchecken", "verfuegen", "erledigen", "ablehnen",
      "ueberspringen", "schlusszeichnen", "versenden", "repraesentatHinzu", "loeschen",
      "angebotErstellen", "herausnehmen", "anbieten", "empfangBestaetigt", "bewertung",
      "fristablauf", "zurueckziehen", "abgeben", "abgebenNachKatalog", "empfang",
      "importBestaetigt", "abschliessen", "abbrechen", "stilllegen", "vorabbewerten",
    ]
    #expect(soll.subtracting(namen).sorted().isEmpty)
    #expect(namen.subtracting(soll).sorted().isEmpty)
  }

  static let uebrige: [Ereignis] = [
    .schriftgut(
      ziel: .akte, in: nil,
      ereignis: .uebernehmen(
        angaben: .akte(),
        stand: Altstand(
          zdADatum: tag(2001, 5, 17), letzteBearbeitung: tag(2001, 5, 1),
          laufzeit: Zeitraum(beginn: tag(1999, 1, 1), ende: tag(2001, 5, 1)),
          einzelregel: .probe(jahre: 30), ereignisse: ["Rechtskraft": .jahr(2000)]))),
    .schriftgut(
      ziel: .akte, in: nil,
      ereignis: .bezugsereignis(name: "Feststellung", datum: .tag(tag(2021, 11, 24)))),
    .dokument(ziel: .brief, in: nil, ereignis: .einchecken),
    .paket(ziel: .paket, ereignis: .herausnehmen(objekte: [.vorgang])),
    .paket(ziel: .paket, ereignis: .abschliessen),
    .paket(ziel: .paket, ereignis: .abbrechen(grund: "x")),
    .einheit(
      ziel: "10.1",
      ereignis: .vorabbewerten(
        bewertung: Vorabbewertung(
          nachweis: "G", art: .vernichten, gueltigkeit: Zeitraum(ende: tag(2040, 1, 1))))),
  ]

  @Test("Auch die übrigen Ereignisse", arguments: uebrige)
  func uebriges(_ ereignis: Ereignis) throws { try Self.hinUndZurueck(ereignis) }

  // MARK: The form cannot change by accident

  @Test("Form einer Handlung")
  func handlung() throws {
    let h = Handlung(
      .schriftgut(
        ziel: .vorgang, in: nil,
        ereignis: .zdA(verfuegung: ZdAVerfuegung(datum: tag(2020, 3, 1), begruendung: "fertig"))),
      akteur: Akteur(kennung: "sb", rollen: [.sachbearbeitung]), heute: tag(2020, 3, 2))
    #expect(
      try Self.json(h)
        == #"{"akteur":{"kennung":"sb","name":"sb","rollen":["SB"],"vertritt":[]},"#
        + #""ereignis":{"schriftgut":{"ereignis":{"zdA":{"verfuegung":{"begruendung":"fertig","#
        + #""datum":"2020-03-01","vorLaufzeitendeBestaetigt":false}}},"#
        + #""ziel":"00000000-0000-4000-8000-000000000002"}},"heute":"2020-03-02"}"#)
  }

  @Test("Form eines Ereignisses an einem Dokument und an einem Paket")
  func ereignisse() throws {
    let d = Ereignis.dokument(
      ziel: .brief, in: nil, ereignis: .erledigen(schritt: 1, vermerk: "gut"))
    #expect(
      try Self.json(d)
        == #"{"dokument":{"ereignis":{"erledigen":{"schritt":1,"vermerk":"gut"}},"#
        + #""ziel":"00000000-0000-4000-8000-00000000000b"}}"#)
    let p = Ereignis.paket(ziel: .paket, ereignis: .werte([(.akte, "A")]))
    #expect(
      try Self.json(p)
        == #"{"paket":{"ereignis":{"bewertung":{"antwortAuf":"00000000-0000-4000-8000-0000000001f5","#
        + #""entscheidungen":[{"objekt":"00000000-0000-4000-8000-000000000001","wert":"A"}],"#
        + #""nachricht":"00000000-0000-4000-8000-0000000001f6"}},"#
        + #""ziel":"00000000-0000-4000-8000-000000000001"}}"#)
  }

  @Test("Form eines Zustands")
  func zustand() throws {
    var w = try Uebergangsstart.leer.welt()
    try w.wende(w.h(.akte, .anlegen(angaben: .akte()), .sb))
    let z = try #require(w.schriftgut[.akte])
    #expect(
      try Self.json(z)
        == #"{"abgabeLaufend":false,"alteKennzeichen":[],"anbietungspflichtVerletzt":false,"#
        + #""ausUebernahme":false,"ebene":"akte","einheit":"10.1","ereignisse":{},"#
        + #""federfuehrung":"Amt 20","hatteInhalt":false,"#
        + #""id":"00000000-0000-4000-8000-000000000001","kennzeichen":"A-1","lage":"angelegt","#
        + #""laufzeit":{},"letzteBearbeitung":"2019-03-01","papierteilOffen":false,"sperren":[],"#
        + #""verarbeitungEingeschraenkt":false,"wiedervorlagen":[]}"#)
  }

  @Test("Form einer Fristbindung")
  func fristbindung() throws {
    let w = try Uebergangsstart.geschlossen.welt()
    let f = try #require(w.schriftgut[.vorgang]?.frist)
    #expect(
      try Self.json(f)
        == #"{"ende":"2025-12-31","regel":{"aussonderungsart":"B","basis":"ortsrecht","#
        + #""bezug":{"zdA":{}},"dauer":{"jahre":{"_0":5}},"#
        + #""herkunft":{"katalogzeile":{"id":"1","katalog":"K1"}},"nieLoeschen":false,"#
        + #""rechtsgrundlage":"","startregel":"jahresende"},"reifAb":"2026-01-01","#
        + #""spaetestensAnbieten":"2049-03-01","stand":{"bestimmt":{}}}"#)
  }
}
