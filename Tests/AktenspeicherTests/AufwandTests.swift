// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import GRDB
import GRDBSQLite
import Lifecycle
import TestHilfe
import Testing

@testable import Aktenspeicher

/// Counts the statements that run on a connection and the rows they give.
private final class Zeilenzaehler {
  var anweisungen = 0
  var zeilen = 0

  func zaehle<T>(_ db: Database, _ body: () throws -> T) rethrows -> T {
    let verbindung = db.sqliteConnection
    let kontext = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_trace_v2(
      verbindung, UInt32(SQLITE_TRACE_STMT | SQLITE_TRACE_ROW),
      { was, kontext, _, _ in
        guard let kontext else { return 0 }
        let zaehler = Unmanaged<Zeilenzaehler>.fromOpaque(kontext).takeUnretainedValue()
        if was == UInt32(SQLITE_TRACE_ROW) {
          zaehler.zeilen += 1
        } else {
          zaehler.anweisungen += 1
        }
        return 0
      }, kontext)
    defer { sqlite3_trace_v2(verbindung, 0, nil, nil) }
    return try withExtendedLifetime(self) { try body() }
  }
}

@Suite("Aufwand großer Akten im Speicher")
struct AufwandTests {
  /// An Akte with many Vorgänge and a document in each, made in one transaction.
  private static func lege(
    _ anzahl: Int, in buehne: inout Buehne
  ) throws -> (akte: ObjektID, vorgaenge: [ObjektID]) {
    let akte = try buehne.akte()
    var vorgaenge: [ObjektID] = []
    var auftraege: [Vollzugsauftrag] = []
    func nimm(_ e: Ereignis) {
      auftraege.append(
        Vollzugsauftrag(
          Handlung(e, akteur: Buehne.arbeit, heute: buehne.heute), buehne.kopf()))
    }
    for n in 0..<anzahl {
      let id = ObjektID.zufaellig(&buehne.zufall)
      vorgaenge.append(id)
      nimm(
        .schriftgut(
          ziel: id, in: akte,
          ereignis: .anlegen(
            angaben: Anlageangaben(
              ebene: .vorgang, betreff: "Vorgang \(n)", kennzeichen: Kennzeichen("G-\(n)")))))
      let hash = try #require(
        Pruefsumme(.sha256, bytes: Array(repeating: UInt8(n % 250), count: 32)))
      nimm(
        .dokument(
          ziel: .zufaellig(&buehne.zufall), in: id,
          ereignis: .anlegen(
            angaben: Dokumentanlage(
              fassung: Fassung(hash: hash, groesse: 1), betreff: "Brief \(n)",
              dokumentdatum: buehne.heute))))
    }
    for ergebnis in try buehne.speicher.vollziehe(auftraege) { _ = try ergebnis.get() }
    return (akte, vorgaenge)
  }

  /// Statements and rows of closing with all below, and of destroying, the effective due days at the
  /// end of the transaction included.
  private static func kosten(
    _ anzahl: Int, _ ordner: URL
  ) throws -> (zdA: Zeilenzaehler, vernichtung: Zeilenzaehler) {
    var buehne = try Buehne(ordner, startwert: 7)
    let (akte, vorgaenge) = try lege(anzahl, in: &buehne)
    func gezaehlt(
      _ e: Schriftgutereignis, _ zweite: Akteur? = nil
    ) throws -> Zeilenzaehler {
      let zaehler = Zeilenzaehler()
      let kopf = buehne.kopf()
      let h = Handlung(
        .schriftgut(ziel: akte, in: nil, ereignis: e), akteur: Buehne.registratur,
        zweitePerson: zweite, heute: buehne.heute)
      let vollzug = try buehne.speicher.mitVollzug { gang in
        try zaehler.zaehle(gang.s.db) {
          let vollzug = try gang.vollziehe(h, kopf)
          try gang.abschluss()
          return vollzug
        }
      }
      #expect(vollzug.wirkungen?.schriftgut.count == anzahl + 1)
      return zaehler
    }
    let zdA = try gezaehlt(.zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: buehne.heute)))
    buehne.heute = try #require(Kalendertag(2040, 1, 2))
    let paket = PaketID.zufaellig(&buehne.zufall)
    let angebot = NachrichtenID.zufaellig(&buehne.zufall)
    try buehne.tu(
      .paket(
        ziel: paket,
        ereignis: .angebotErstellen(
          prozess: .zufaellig(&buehne.zufall), objekte: [akte], anlass: .fristende)),
      Buehne.registratur)
    try buehne.tu(
      .paket(ziel: paket, ereignis: .anbieten(nachricht: angebot, schemagueltig: true)),
      Buehne.registratur)
    try buehne.tu(
      .paket(
        ziel: paket,
        ereignis: .bewertung(
          nachricht: .zufaellig(&buehne.zufall), antwortAuf: angebot,
          entscheidungen: ([akte] + vorgaenge).map { Bewertungsentscheidung($0, "V") })),
      Akteur(kennung: "archiv", rollen: [.archiv]))
    return (zdA, try gezaehlt(.vernichten, Buehne.leitung))
  }

  @Test("Doppelt so viele Vorgänge: zdA mit Inhalt und Vernichten lesen doppelt so viel")
  func linear() throws {
    try mitTemporaeremOrdner { ordner in
      let klein = ordner.appendingPathComponent("klein")
      let gross = ordner.appendingPathComponent("gross")
      for o in [klein, gross] {
        try FileManager.default.createDirectory(at: o, withIntermediateDirectories: true)
      }
      let a = try Self.kosten(100, klein)
      let b = try Self.kosten(200, gross)
      for (eins, zwei) in [(a.zdA, b.zdA), (a.vernichtung, b.vernichtung)] {
        #expect(eins.anweisungen > 300 && eins.zeilen > 300, "es wurde gar nicht gezählt")
        #expect(
          Double(zwei.anweisungen) <= 2.2 * Double(eins.anweisungen),
          "Anweisungen: \(eins.anweisungen), \(zwei.anweisungen)")
        #expect(
          Double(zwei.zeilen) <= 2.2 * Double(eins.zeilen), "Zeilen: \(eins.zeilen), \(zwei.zeilen)"
        )
      }
    }
  }

  /// By hand: `DIVA_MESSEN=1 DIVA_MESSEN_DOKUMENTE=8000`, release form.
  @Test(
    "measure closing and destroying a large Akte",
    .enabled(if: ProcessInfo.processInfo.environment["DIVA_MESSEN_DOKUMENTE"] != nil))
  func messung() throws {
    let anzahl =
      Int(ProcessInfo.processInfo.environment["DIVA_MESSEN_DOKUMENTE"] ?? "") ?? 2000
    try mitTemporaeremOrdner { ordner in
      let uhr = ContinuousClock()
      var buehne = try Buehne(ordner, startwert: 7)
      let (akte, vorgaenge) = try Self.lege(anzahl, in: &buehne)
      func miss(_ name: String, _ body: () throws -> Void) rethrows {
        print("\(anzahl) Vorgänge mit je einem Dokument, \(name): \(try uhr.measure(body))")
      }
      let zdA = Handlung(
        .schriftgut(
          ziel: akte, in: nil,
          ereignis: .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: buehne.heute))),
        akteur: Buehne.registratur, heute: buehne.heute)
      let zdAKopf = buehne.kopf()
      try miss("zdA mit Inhalt samt Fälligkeitstagen") {
        try buehne.speicher.mitVollzug { gang in
          try miss("zdA mit Inhalt") { _ = try gang.vollziehe(zdA, zdAKopf) }
        }
      }
      buehne.heute = try #require(Kalendertag(2040, 1, 2))
      let paket = PaketID.zufaellig(&buehne.zufall)
      let angebot = NachrichtenID.zufaellig(&buehne.zufall)
      try miss("anbieten") {
        try buehne.tu(
          .paket(
            ziel: paket,
            ereignis: .angebotErstellen(
              prozess: .zufaellig(&buehne.zufall), objekte: [akte], anlass: .fristende)),
          Buehne.registratur)
        try buehne.tu(
          .paket(ziel: paket, ereignis: .anbieten(nachricht: angebot, schemagueltig: true)),
          Buehne.registratur)
      }
      try miss("bewerten") {
        try buehne.tu(
          .paket(
            ziel: paket,
            ereignis: .bewertung(
              nachricht: .zufaellig(&buehne.zufall), antwortAuf: angebot,
              entscheidungen: ([akte] + vorgaenge).map { Bewertungsentscheidung($0, "V") })),
          Akteur(kennung: "archiv", rollen: [.archiv]))
      }
      let kopf = buehne.kopf()
      try miss("vernichten") {
        _ = try buehne.speicher.vollziehe(
          Handlung(
            .schriftgut(ziel: akte, in: nil, ereignis: .vernichten), akteur: Buehne.registratur,
            zweitePerson: Buehne.leitung, heute: buehne.heute), kopf)
      }
    }
  }
}
