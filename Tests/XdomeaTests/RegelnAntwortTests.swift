// SPDX-License-Identifier: Apache-2.0
import Akte
import Pruefung
import Testing

@testable import Xdomea

@Suite("Rules for answers and for the Bewertungskatalog")
struct RegelnAntwortTests {
  private func probe(_ version: XdomeaFassung, _ typ: Nachrichtentyp) -> Regelprobe {
    var probe = Regelprobe(version, typ)
    let erstellt = probe.kopf
    probe.kopf = Antwortmodell.kopf(typ)
    probe.kopf.lfdNr = erstellt.lfdNr
    probe.kopf.gesamtanzahl = erstellt.gesamtanzahl
    return probe
  }

  private func bewertet(
    _ arten: [(UInt64, Aussonderungsart)], _ typ: Nachrichtentyp = .bewertungsverzeichnis,
    _ version: XdomeaFassung = .v400
  ) -> [Befund] {
    probe(version, typ).befunde(
      arten.map { .bewertung(Objektbewertung(id($0.0), $0.1)) }, mitKopf: true)
  }

  private func gemeldet(
    _ meldungen: [Importrueckmeldung], gesamt: ErfolgOderMisserfolg? = .erfolg,
    _ typ: Nachrichtentyp = .aussonderungImportBestaetigen, _ version: XdomeaFassung = .v400
  ) -> [Befund] {
    var probe = probe(version, typ)
    probe.kopf.ergebnis = gesamt
    return probe.befunde(meldungen.map { .rueckmeldung($0) }, mitKopf: true)
  }

  private let gut = Importrueckmeldung(id(1), .erfolg, archivkennung: "A/1")
  private let schlecht = Importrueckmeldung(id(2), .misserfolg("Datei defekt"))

  @Test("Every kind in every version is clean", arguments: Antwortmodell.alle.indices)
  func sauber(_ stelle: Int) {
    let (version, typ) = Antwortmodell.alle[stelle]
    if typ == .anbieteverzeichnis || typ == .aussonderung { return }
    let befunde = probe(version, typ).befunde(Antwortmodell.teile(typ), mitKopf: true)
    #expect(befunde.isEmpty, "\(befunde.map(\.meldung))")
  }

  @Test("R46: a second decision on the same object")
  func doppeltBewertet() {
    let befunde = bewertet([(10, .archivieren), (11, .vernichten), (10, .vernichten)])
    #expect(befunde.map(\.regel) == ["R46"])
    #expect(befunde.first?.schwere == .fehler)
    #expect(
      befunde.first?.meldung
        == "Bewertung für Objekt \(id(10)) mehrfach: A (Zeile 7), V (Zeile 7).")
    #expect(befunde.first?.ort.objekt == id(10).text)
    #expect(
      bewertet([(1, .bewerten), (1, .bewerten)], .bewertungskatalog).first?.meldung
        .contains("Aktenplaneinheit \(id(1))") == true)
    // Unreadable UUIDs are no duplicates; the reader reported them.
    #expect(bewertet([(0, .archivieren), (0, .archivieren)]).isEmpty)
  }

  @Test("R47: only A and V decide; an agreed value is a warning; a unit may stay at B")
  func keineEntscheidung() {
    let befunde = bewertet([(1, .archivieren), (2, .bewerten), (3, .konfigurierbar("Auswahl"))])
    #expect(befunde.map(\.regel) == ["R47", "R47"])
    #expect(befunde.map(\.schwere) == [.fehler, .warnung])
    #expect(befunde.first?.meldung == "Bewertung B für Objekt \(id(2)) unzulässig.")
    #expect(bewertet([(2, .bewerten)], .bewertungskatalog, .v310).isEmpty)
    #expect(
      bewertet([(2, .konfigurierbar(""))]).map(\.meldung) == [
        "Bewertung ohne Wert für Objekt \(id(2))."
      ])
    #expect(bewertet([(2, .code(Code("X")))]).regeln == ["R19", "R47"])
  }

  @Test("R62: a second result for the same object")
  func doppeltGemeldet() {
    var widerspruch = schlecht
    widerspruch.id = gut.id
    let befunde = gemeldet([gut, widerspruch], gesamt: .misserfolg("teilweise"))
    #expect(befunde.map(\.regel) == ["R62"])
    #expect(
      befunde.first?.meldung
        == "Rückmeldung zu Objekt \(id(1)) mehrfach: Erfolg (Zeile 7), Misserfolg (Zeile 7).")
    #expect(gemeldet([gut, schlecht], gesamt: .misserfolg("teilweise")).isEmpty)
  }

  @Test(
    "R63: success as a whole in spite of a failure",
    arguments: [
      Nachrichtentyp.aussonderungImportBestaetigen, .bewertungskatalogImportBestaetigen,
    ])
  func gesamterfolg(_ typ: Nachrichtentyp) {
    var ok = gut
    ok.archivkennung = nil
    let befunde = gemeldet([ok, schlecht], typ)
    #expect(befunde.map(\.regel) == ["R63"])
    let was = typ == .aussonderungImportBestaetigen ? "Objekt" : "Aktenplaneinheit"
    #expect(befunde.first?.meldung == "Gesamterfolg trotz Fehler bei \(was) \(id(2)).")
    #expect(gemeldet([ok, schlecht], gesamt: .misserfolg("x"), typ).isEmpty)
    // Before 4.0 there is no such result.
    #expect(gemeldet([ok, schlecht], gesamt: nil, typ, .v310).isEmpty)
  }

  @Test("R64: a failure says why, a success does not")
  func begruendung() {
    var stumm = schlecht
    stumm.ergebnis = ErfolgOderMisserfolg(erfolgreich: false)
    var laut = gut
    laut.ergebnis.fehlermeldungen = ["aber"]
    var kodiert = stumm
    kodiert.ergebnis.fehlermeldungCodes = [Code("17", listURI: "urn:x", listVersion: "1")]
    var leer = stumm
    leer.ergebnis.fehlermeldungen = [" "]
    let teilweise = ErfolgOderMisserfolg.misserfolg("teilweise")
    #expect(
      gemeldet([stumm], gesamt: teilweise).map(\.meldung) == [
        "Misserfolg ohne Begründung (Objekt \(id(2)))."
      ])
    #expect(gemeldet([leer], gesamt: teilweise).map(\.regel) == ["R64"])
    #expect(
      gemeldet([laut]).map(\.meldung) == ["Erfolg mit Fehlermeldung (Objekt \(id(1)))."])
    #expect(gemeldet([kodiert], gesamt: teilweise).isEmpty)
    #expect(
      gemeldet([stumm], gesamt: nil, .aussonderungImportBestaetigen, .v310).map(\.regel) == ["R64"])
  }

  @Test("R64: the message as a whole; its objects may explain its failure")
  func begruendungImGanzen() {
    let stumm = ErfolgOderMisserfolg(erfolgreich: false)
    #expect(
      gemeldet([], gesamt: stumm).map(\.meldung) == [
        "Misserfolg ohne Begründung (Nachricht im Ganzen)."
      ])
    #expect(gemeldet([gut, schlecht], gesamt: stumm).isEmpty)
    var laut = ErfolgOderMisserfolg.erfolg
    laut.fehlermeldungen = ["doch nicht"]
    #expect(gemeldet([gut], gesamt: laut).map(\.regel) == ["R64"])
    // In 2.x the objects have no result of their own to be explained.
    var geerbt = gut
    geerbt.ergebnis = stumm
    geerbt.archivkennung = nil
    let in2 = gemeldet([geerbt], gesamt: stumm, .aussonderungImportBestaetigen, .v240)
    #expect(in2.map(\.meldung) == ["Misserfolg ohne Begründung (Nachricht im Ganzen)."])
  }

  @Test("R65: no archive id for what was not taken in")
  func archivkennung() {
    var beides = schlecht
    beides.archivkennung = "A/2"
    let befunde = gemeldet([gut, beides], gesamt: .misserfolg("teilweise"))
    #expect(befunde.map(\.regel) == ["R65"])
    #expect(befunde.first?.schwere == .warnung)
    beides.archivkennung = ""
    #expect(gemeldet([gut, beides], gesamt: .misserfolg("teilweise")).isEmpty)
  }

  @Test("R27: units of a plan to be appraised have UUIDs of their own")
  func einheiten() {
    var plan = Antwortmodell.aktenplan
    plan.einheiten[0].einheiten[1].id = id(22)
    let befunde = probe(.v400, .aktenplanZurBewertung).befunde([.aktenplan(plan)])
    #expect(befunde.map(\.regel) == ["R27"])
    #expect(befunde.first?.meldung.contains("Aktenplaneinheit") == true)
    plan.einheiten[0].einheiten[1].id = plan.id
    #expect(
      probe(.v310, .aktenplanZurBewertung).befunde([.aktenplan(plan)]).map(\.regel) == ["R27"])
  }

  @Test("R38: an empty further receiver; R9, R18, R19, R22 hold for answers, too")
  func kopf() {
    func mit(_ typ: Nachrichtentyp, _ aendere: (inout Nachrichtenkopf) -> Void) -> [String] {
      var probe = probe(.v400, typ)
      aendere(&probe.kopf)
      return probe.kopfbefunde().map(\.regel)
    }
    #expect(mit(.bewertungskatalog) { $0.weitereLeser = [Kontakt()] } == ["R38"])
    #expect(mit(.bewertungsverzeichnis) { $0.nachrichtentyp = Code("0501") } == ["R9"])
    #expect(
      mit(.bewertungEmpfangBestaetigen) {
        $0.erstellungszeitpunkt = Zeitpunkt("2026-05-01T10:00:00Z")
      } == ["R18"])
    #expect(
      mit(.aussonderungEmpfangBestaetigen) {
        $0.nachrichtentyp = Code("0507", name: "Aussonderung.Aussonderung")
      } == ["R19"])
    #expect(mit(.aussonderungImportBestaetigen) { $0.lfdNr = 2 } == ["R22"])
    #expect(mit(.bewertungskatalogEmpfangBestaetigen) { $0.nachrichtentyp = Code("") } == ["R19"])
  }

  @Test("R19: both names of a 0515 and of a 0502 are known")
  func listennamen() {
    for (code, name) in [
      ("0515", "Aussonderung.BewerteterAktenplanEmpfangBestaetigen"),
      ("0515", "Aussonderung.BewertungskatalogEmpfangBestaetigen"),
      ("0502", "Anbietung.Bewertungsverzeichnis"), ("0502", "Bewertungsverzeichnis"),
    ] {
      #expect(Codeliste.nachrichtentyp.pruefe(Code(code, name: name)).istGut, "\(name)")
    }
    let falsch = Code("0502", name: "Aussonderung.BewerteterAktenplanEmpfangBestaetigen")
    #expect(!Codeliste.nachrichtentyp.pruefe(falsch).istGut)
  }
}

extension Codeliste.Urteil {
  fileprivate var istGut: Bool { if case .passt = self { true } else { false } }
}
