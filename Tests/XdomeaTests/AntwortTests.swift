// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import TestHilfe
import Testing

@testable import Xdomea

@Suite("Antworten und Bewertungskatalog")
struct AntwortTests {
  @Test(
    "Jede Art jeder Fassung wird geschrieben, gelesen und ist gleich",
    arguments: Antwortmodell.alle.indices)
  func rundlauf(_ stelle: Int) throws {
    let (version, typ) = Antwortmodell.alle[stelle]
    let gelesen = try lies(try Antwortmodell.bytes(version, typ))
    #expect(gelesen.version == version && gelesen.typ == typ)
    #expect(gelesen.maengel.isEmpty, "\(gelesen.maengel.map(\.meldung))")
    let kopf = Antwortmodell.kopf(typ)
    #expect(gelesen.kopf.prozessID == kopf.prozessID)
    #expect(gelesen.kopf.absender == kopf.absender && gelesen.kopf.empfaenger == kopf.empfaenger)
    #expect(gelesen.kopf.weitereLeser == kopf.weitereLeser)
    #expect(gelesen.kopf.ursprungsnachricht == (version < .v400 ? nil : kopf.ursprungsnachricht))
    if typ.ursprung != nil { #expect(gelesen.teile == Antwortmodell.teile(typ)) }
  }

  @Test("2.x hat sechs Arten, ab 3.0 sind es zwölf")
  func zahl() {
    let jeFassung = XdomeaFassung.allCases.map { v in
      Antwortmodell.alle.count { $0.0 == v }
    }
    #expect(jeFassung == [6, 6, 12, 12, 12])
  }

  @Test("Eine Antwort behält Prozess und Nummer und vertauscht Absender und Empfänger")
  func antwort() throws {
    var anbietung = Antwortmodell.kopf(.anbieteverzeichnis)
    anbietung.lfdNr = 2
    anbietung.gesamtanzahl = 5
    anbietung.empfangsbestaetigung = true
    anbietung.hinweis = "Bitte bis Mai"
    let zeit = Zeitpunkt("2026-06-01T08:00:00.000Z")
    let neu = id(9).als(Nachrichtenbezug.self)
    let kopf = anbietung.antwort(erstellungszeitpunkt: zeit, nachrichtenID: neu)
    let bytes = try schreibe(
      .v400, .bewertungsverzeichnis, kopf, Antwortmodell.teile(.bewertungsverzeichnis)
    ).bytes
    let gelesen = try lies(bytes).kopf
    #expect(gelesen.prozessID == anbietung.prozessID)
    #expect(gelesen.absender == anbietung.empfaenger && gelesen.empfaenger == anbietung.absender)
    #expect(gelesen.ursprungsnachricht == anbietung.nachrichtenID)
    #expect(gelesen.nachrichtenID == neu && gelesen.erstellungszeitpunkt == zeit)
    #expect(gelesen.lfdNr == 2 && gelesen.gesamtanzahl == 5)
    #expect(gelesen.hinweis == nil && gelesen.empfangsbestaetigung == false)
  }

  @Test("Was eine Art nicht enthält oder braucht, weist der Schreiber zurück")
  func zurueckgewiesen() throws {
    func versuch(
      _ typ: Nachrichtentyp, _ teile: [Nachrichtenteil], _ version: XdomeaFassung = .v400,
      _ aendere: (inout Nachrichtenkopf) -> Void = { _ in }
    ) throws -> XdomeaFehler? {
      var kopf = Antwortmodell.kopf(typ)
      aendere(&kopf)
      return #expect(throws: XdomeaFehler.self) { try schreibe(version, typ, kopf, teile) }
    }
    let bewertung = Antwortmodell.teile(.bewertungsverzeichnis)
    let meldung = Antwortmodell.teile(.aussonderungImportBestaetigen)
    #expect(
      try versuch(.anbietungEmpfangBestaetigen, bewertung)
        == .reihenfolge("Eine Nachricht 0504 enthält keine Bewertungen."))
    #expect(
      try versuch(.bewertungsverzeichnis, meldung)
        == .reihenfolge("Eine Nachricht 0502 enthält keine Rückmeldungen."))
    #expect(
      try versuch(.bewertungsverzeichnis, [])
        == .reihenfolge("Eine Nachricht 0502 braucht mindestens eine Bewertung."))
    #expect(
      try versuch(.aktenplanZurBewertung, [])
        == .reihenfolge("Eine Nachricht 0511 braucht mindestens einen Aktenplan."))
    #expect(
      try versuch(.aussonderungImportBestaetigen, [], .v310)
        == .reihenfolge("Eine Nachricht 0506 braucht mindestens eine Rückmeldung."))
    #expect(
      try versuch(.bewertungsverzeichnis, bewertung) { $0.ursprungsnachricht = nil }
        == .pflichtangabe("UUIDUrsprungsnachricht", version: .v400))
    #expect(
      try versuch(.aussonderungImportBestaetigen, meldung) { $0.ergebnis = nil }
        == .pflichtangabe("ErfolgOderMisserfolg", version: .v400))
    #expect(
      try versuch(.aussonderungEmpfangBestaetigen, [], .v240)
        == .fehltInVersion(.aussonderungEmpfangBestaetigen, version: .v240))
    let akte = Nachrichtenteil.schriftgutobjekt(.akte(akte()))
    let brief = Nachrichtenteil.anschreiben(dokument())
    #expect(
      try versuch(.aussonderung, [akte, brief])
        == .reihenfolge(
          "Anschreiben stehen in der Nachricht weiter vorn, vor: Schriftgutobjekte."))
    // From 4.0 the result as a whole is enough.
    #expect(
      try schreibe(
        .v400, .aussonderungImportBestaetigen,
        Antwortmodell.kopf(.aussonderungImportBestaetigen), []
      ).verluste.istLeer)
  }

  @Test("Eine 0515 heißt bis 3.1 anders, in der Nachricht und im Dateinamen")
  func name0515() throws {
    let typ = Nachrichtentyp.bewertungskatalogEmpfangBestaetigen
    let alt = "Aussonderung.BewerteterAktenplanEmpfangBestaetigen.0515"
    let neu = "Aussonderung.BewertungskatalogEmpfangBestaetigen.0515"
    for version in typ.versionen {
      let text = String(decoding: try Antwortmodell.bytes(version, typ), as: UTF8.self)
      #expect(text.contains("<xdomea:\(version < .v400 ? alt : neu) "), "\(version)")
      let falsch = text.replacing(version < .v400 ? alt : neu, with: version < .v400 ? neu : alt)
      #expect(throws: XdomeaFehler.self) { try lies(Array(falsch.utf8)) }
    }
    let prozess = id(1).als(Prozessbezug.self)
    #expect(
      Nachrichtenname(.v310, typ, prozessID: prozess).containername == "\(prozess)_\(alt).zip")
    #expect(
      Nachrichtenname(.v400, typ, prozessID: prozess).containername == "\(prozess)_0515_1.zip")
    #expect(Nachrichtenname(stamm: "\(prozess)_\(alt)")?.passt(zu: .v310) == true)
    #expect(Nachrichtenname(stamm: "\(prozess)_\(neu)")?.passt(zu: .v310) == false)
  }

  @Test(
    "Dateinamen jeder Art werden gebildet und wieder verstanden",
    arguments: Antwortmodell.alle.indices)
  func dateinamen(_ stelle: Int) throws {
    let (version, typ) = Antwortmodell.alle[stelle]
    let prozess = id(1).als(Prozessbezug.self)
    let name = Nachrichtenname(version, typ, prozessID: prozess, lfdNr: 3)
    let gelesen = try #require(Nachrichtenname(dateiname: name.containername))
    #expect(gelesen == name && gelesen.passt(zu: version))
    #expect(gelesen.nachrichtentyp == typ.rawValue)
    #expect(gelesen.lfdNr == (version < .v400 ? nil : 3))
  }

  @Test("Der Name in der Typliste ist der seiner Fassung")
  func listenname() throws {
    func zeile(_ version: XdomeaFassung, _ typ: Nachrichtentyp, _ name: String?) throws -> String? {
      var kopf = Antwortmodell.kopf(typ)
      kopf.nachrichtentyp = name.map { Code("0501", name: $0) }
      let bytes = try schreibe(version, typ, kopf, Antwortmodell.teile(typ)).bytes
      return try lies(bytes).kopf.nachrichtentyp?.name
    }
    #expect(try zeile(.v240, .bewertungsverzeichnis, nil) == "Anbietung.Bewertungsverzeichnis")
    #expect(try zeile(.v310, .bewertungsverzeichnis, nil) == "Aussonderung.Bewertungsverzeichnis")
    #expect(
      try zeile(.v300, .bewertungsverzeichnis, "Anbietung.Bewertungsverzeichnis")
        == "Aussonderung.Bewertungsverzeichnis")
  }

  @Test("Welche Nachricht auf welche antwortet")
  func ursprung() {
    #expect(Nachrichtentyp.bewertungsverzeichnis.ursprung == .anbieteverzeichnis)
    #expect(Nachrichtentyp.aussonderungImportBestaetigen.ursprung == .aussonderung)
    #expect(Nachrichtentyp.aussonderung.ursprung == nil)
    let quittungen = Nachrichtentyp.allCases.map { $0.empfangsbestaetigung?.rawValue }
    #expect(
      quittungen == [
        "0504", "0505", "0507", nil, nil, nil, nil, "0512", nil, "0515", nil, nil,
      ])
    #expect(Nachrichtentyp.allCases.count(where: \.istEmpfangsbestaetigung) == 5)
    #expect(Nachrichtentyp.bewertungskatalog.versionen == [.v300, .v310, .v400])
  }
}
