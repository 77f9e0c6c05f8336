// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import TestHilfe
import Testing

@testable import Xdomea

@Suite("Ergebnisse eines Imports in allen Fassungen")
struct ImportergebnisTests {
  private let typ = Nachrichtentyp.aussonderungImportBestaetigen

  private func text(_ version: XdomeaFassung) throws -> String {
    String(decoding: try Antwortmodell.bytes(version, typ), as: UTF8.self)
  }

  private func rueckmeldungen(_ text: String) throws -> [Importrueckmeldung] {
    try lies(Array(text.utf8)).teile.compactMap {
      if case .rueckmeldung(let r) = $0 { r } else { nil }
    }
  }

  @Test("In 2.x gilt ein Ergebnis für alle; leer heißt dort Erfolg, Unlesbares nie")
  func eines() throws {
    let text = try text(.v240)
    let erfolg = "<xdomea:Erfolgreich>1</xdomea:Erfolgreich>"
    func gut(_ ersatz: String) throws -> [Bool] {
      try rueckmeldungen(text.replacing(erfolg, with: ersatz)).map(\.ergebnis.erfolgreich)
    }
    #expect(try gut(erfolg) == [true, true])
    #expect(try gut("<xdomea:Erfolgreich/>") == [true, true])
    #expect(try gut("<xdomea:Erfolgreich> </xdomea:Erfolgreich>") == [true, true])
    #expect(try gut("<xdomea:Erfolgreich>0</xdomea:Erfolgreich>") == [false, false])
    #expect(try gut("<xdomea:Erfolgreich>ja</xdomea:Erfolgreich>") == [false, false])
    #expect(try gut("") == [false, false])
    let leer = text.replacing(erfolg, with: "")
    #expect(
      try lies(Array(leer.utf8)).maengel.map(\.meldung) == [
        "Pflichtelement Erfolgreich fehlt in xdomea:ErfolgOderMisserfolg."
      ])
  }

  @Test(
    "Ab 3.0 sagt es jedes Objekt; leer oder unlesbar ist kein Erfolg",
    arguments: [
      XdomeaFassung.v300, .v310, .v400,
    ])
  func jedes(_ version: XdomeaFassung) throws {
    let text = try text(version)
    for ersatz in ["/>", ">vielleicht</xdomea:Erfolgreich>"] {
      let falsch = text.replacing(">1</xdomea:Erfolgreich>", with: ersatz)
      #expect(try rueckmeldungen(falsch).map(\.ergebnis.erfolgreich) == [false, false])
      #expect(try !lies(Array(falsch.utf8)).maengel.isEmpty)
    }
  }

  @Test(
    "Von zwei Gesamtergebnissen zählt das erste, das zweite wird gemeldet",
    arguments: [
      XdomeaFassung.v240, .v400,
    ])
  func doppelt(_ version: XdomeaFassung) throws {
    let block =
      "<xdomea:ErfolgOderMisserfolg><xdomea:Erfolgreich>0</xdomea:Erfolgreich>"
      + "</xdomea:ErfolgOderMisserfolg>"
    let marke = "  <xdomea:ErfolgOderMisserfolg>"
    let stelle = try #require(try text(version).range(of: marke)).lowerBound
    var falsch = try text(version)
    falsch.insert(contentsOf: block, at: stelle)
    let gelesen = try lies(Array(falsch.utf8))
    #expect(gelesen.kopf.ergebnis?.erfolgreich == false)
    #expect(gelesen.maengel.map(\.art) == [.mehrfach])
  }

  @Test("Ein Empfangswunsch ohne Inhalt heißt in 2.4 nein, in 2.3 ist er ein Fehler")
  func empfangsbestaetigung() throws {
    func lesen(_ version: XdomeaFassung) throws -> Gelesenes {
      let text = String(
        decoding: try Antwortmodell.bytes(version, .bewertungsverzeichnis), as: UTF8.self)
      return try lies(
        Array(text.replacing(">0</xdomea:Empfangsbestaetigung>", with: "/>").utf8))
    }
    #expect(try lesen(.v240).kopf.empfangsbestaetigung == false)
    #expect(try lesen(.v240).maengel.isEmpty)
    #expect(try lesen(.v230).kopf.empfangsbestaetigung == nil)
    #expect(try lesen(.v230).maengel.map(\.art) == [.ungueltigerWert])
  }

  @Test("Ein Misserfolg wird in 2.x nicht zum Erfolg")
  func misserfolgIn2() throws {
    var kopf = Antwortmodell.kopf(typ)
    let schlecht = Importrueckmeldung(id(10), .misserfolg("defekt"), archivkennung: "A")
    #expect(
      throws: XdomeaFehler.nichtDarstellbar(
        was: "Der Misserfolg bei Objekt", objekt: id(10), version: .v240)
    ) { try schreibe(.v240, typ, kopf, [.rueckmeldung(schlecht)]) }
    kopf.ergebnis = .misserfolg("eines defekt")
    let gut = Importrueckmeldung(id(11), .erfolg, archivkennung: "B")
    let ohne = Importrueckmeldung(id(12), .erfolg)
    let (bytes, verluste) = try schreibe(
      .v240, typ, kopf, [.rueckmeldung(schlecht), .rueckmeldung(gut), .rueckmeldung(ohne)])
    let gelesen = try rueckmeldungen(String(decoding: bytes, as: UTF8.self))
    #expect(gelesen.map(\.id) == [id(10), id(11)])
    #expect(gelesen.allSatisfy { !$0.ergebnis.erfolgreich })
    let verloren = verluste.eintraege.filter { $0.objekt != nil }
      .map { "\($0.objekt?.bytes.1 ?? 0) \($0.feld) \($0.art)" }
    #expect(
      verloren == [
        "10 Fehlermeldung nichtUebertragbar", "11 Erfolgreich nichtUebertragbar",
        "12 Rueckgabeparameter weggelassen",
      ])
  }

  @Test("Mehrere Meldungen werden in 2.x eine, und der Bericht sagt es")
  func meldungenIn2() throws {
    var kopf = Antwortmodell.kopf(typ)
    kopf.ergebnis = ErfolgOderMisserfolg(erfolgreich: false)
    kopf.ergebnis?.fehlermeldungen = ["eins", "zwei"]
    kopf.ergebnis?.fehlermeldungCodes = [Code("7", listURI: "urn:x", listVersion: "1")]
    let (bytes, verluste) = try schreibe(.v240, typ, kopf, [])
    #expect(try lies(bytes).kopf.ergebnis?.fehlermeldungen == ["eins; zwei"])
    #expect(verluste.eintraege.contains { $0.feld == "Fehlermeldung" && $0.art == .umgewandelt })
    #expect(verluste.eintraege.contains { $0.feld == "FehlermeldungCode" && $0.verliert })
  }

  @Test("Ein Gesamtmisserfolg, den 3.x nicht trägt, steht im Verlustbericht")
  func gesamtIn3() throws {
    var kopf = Antwortmodell.kopf(typ)
    func felder() throws -> [String] {
      try schreibe(.v310, typ, kopf, Antwortmodell.teile(typ)).verluste.eintraege.map(\.feld)
    }
    #expect(try !felder().contains("Erfolgreich"))
    kopf.ergebnis = .misserfolg("Platte voll")
    #expect(try felder().contains("Erfolgreich") && felder().contains("Fehlermeldung"))
  }

  @Test("Eine Archivkennung in der 0514 steht im Verlustbericht")
  func archivkennungIn0514() throws {
    let typ = Nachrichtentyp.bewertungskatalogImportBestaetigen
    let r = Importrueckmeldung(id(10), .erfolg, archivkennung: "A/1")
    for version in typ.versionen {
      let verluste = try schreibe(version, typ, Antwortmodell.kopf(typ), [.rueckmeldung(r)])
        .verluste
      #expect(verluste.eintraege.contains { $0.feld == "Archivkennung" }, "\(version)")
    }
  }

  @Test("Eine vereinbarte Bewertung lässt sich in 2.x nicht schreiben")
  func vereinbart() throws {
    let teil = Nachrichtenteil.bewertung(Objektbewertung(id(10), .konfigurierbar("Auswahl")))
    let typ = Nachrichtentyp.bewertungsverzeichnis
    #expect(throws: XdomeaFehler.self) {
      try schreibe(.v240, typ, Antwortmodell.kopf(typ), [teil])
    }
    #expect(
      try lies(try schreibe(.v310, typ, Antwortmodell.kopf(typ), [teil]).bytes).teile == [teil])
  }

  @Test("Angaben im Kopf, die eine Art nicht hat, stehen im Verlustbericht")
  func fremdeKopfangaben() throws {
    var kopf = Antwortmodell.kopf(.aussonderung)
    kopf.weitereLeser = [Kontakt(institution: "Kreis")]
    kopf.ursprungsnachricht = id(4).als(Nachrichtenbezug.self)
    kopf.ergebnis = .misserfolg("nein")
    for version in [XdomeaFassung.v310, .v400] {
      let verluste = try schreibe(version, .aussonderung, kopf, Antwortmodell.teile(.aussonderung))
        .verluste
      let felder = Set(verluste.eintraege.map(\.feld))
      #expect(
        felder.isSuperset(of: ["UUIDUrsprungsnachricht", "Erfolgreich", "Fehlermeldung"]))
      #expect(!felder.isDisjoint(with: ["WeitererLeser", "WeitererEmpfaenger"]))
    }
  }

  @Test("Die Gliederung eines Aktenplans wird in 3.0.0 flach, keine Einheit geht verloren")
  func aktenplanFlach() throws {
    let typ = Nachrichtentyp.aktenplanZurBewertung
    let (bytes, verluste) = try schreibe(
      .v300, typ, Antwortmodell.kopf(typ), Antwortmodell.teile(typ))
    guard case .aktenplan(let plan)? = try lies(bytes).teile.first else {
      Issue.record("kein Aktenplan")
      return
    }
    #expect(plan.id == id(20))
    #expect(plan.einheiten.map(\.id) == [id(21), id(22), id(23)])
    #expect(plan.einheiten.allSatisfy { $0.einheiten.isEmpty && $0.aussonderungsart == .bewerten })
    #expect(verluste.eintraege.contains { $0.feld == "Einheit" && $0.art == .umgewandelt })
    #expect(verluste.anzahlJeFeld["Kennzeichen"] == 3)
    // From 3.1 nothing but the head's is lost.
    let voll = try schreibe(.v310, typ, Antwortmodell.kopf(typ), Antwortmodell.teile(typ))
    #expect(try lies(voll.bytes).teile == Antwortmodell.teile(typ))
  }

  @Test("UUIDs eines Aktenplans außerhalb der 0511 stehen im Verlustbericht")
  func planKennung() throws {
    let teile = Antwortmodell.teile(.aussonderung) + [.aktenplan(Antwortmodell.aktenplan)]
    let verluste = try schreibe(.v400, .aussonderung, Antwortmodell.kopf(.aussonderung), teile)
      .verluste
    #expect(verluste.anzahlJeFeld == ["xdomeaUUID": 4])
  }
}
