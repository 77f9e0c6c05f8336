// SPDX-License-Identifier: Apache-2.0
import Akte
import Pruefung
import Testing
import Xdomea

@Suite("Rules for context, periods, secrecy and appraisal")
struct RegelnFristenTests {
  @Test("R31: a top object of context objects only is an error, in 4.0")
  func nurKontext() {
    let a = akte(kontext: true, vorgaenge: [vorgang(kontext: true)])
    #expect(Regelprobe().befunde(a).regeln == ["R31"])
    #expect(Regelprobe().befunde(akte(kontext: true, vorgaenge: [vorgang()])).isEmpty)
    #expect(Regelprobe(.v310).befunde(akte(kontext: nil)).isEmpty)
  }

  @Test("R32: a context object below an object that is disposed of is an error")
  func kontextDarunter() {
    let a = akte(vorgaenge: [vorgang(kontext: true)])
    #expect(Regelprobe().befunde(a).regeln == ["R32"])
    var aussen = akte(10, kontext: true)
    aussen.teilakten = [akte(11, kontext: true, vorgaenge: [vorgang()])]
    #expect(Regelprobe().befunde(aussen).isEmpty)
  }

  @Test("R33: a context object with documents is an error")
  func kontextMitDokumenten() {
    var a = akte(kontext: true, vorgaenge: [vorgang()])
    a.dokumente = [dokument()]
    #expect(Regelprobe().befunde(a).regeln == ["R33"])
  }

  @Test("R34: Kontextobjekt decides; the contradiction is a hint")
  func widerspruch() {
    var a = akte()
    a.zdA = false
    let befunde = Regelprobe().befunde(a)
    #expect(befunde.regeln == ["R34"])
    #expect(befunde.first?.schwere == .hinweis)
    let kontext = akte(kontext: true, vorgaenge: [vorgang()])
    #expect(Regelprobe().befunde(kontext).isEmpty)
    #expect(Regelprobe(.v400, .anbieteverzeichnis).befunde(kontext).regeln == ["R34"])
  }

  struct Frist: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let text: String
    let aendere: @Sendable (inout Akte) -> Void
    init(_ was: String, _ text: String, _ aendere: @escaping @Sendable (inout Akte) -> Void) {
      testDescription = was
      self.text = text
      self.aendere = aendere
    }
  }

  static let fristen = [
    Frist("not closed", "nicht zu den Akten verfügt") { $0.zdA = false },
    Frist("closing not stated", "ohne Angabe zur zdA-Verfügung") { $0.zdA = nil },
    Frist("day not stated", "ohne Datum der zdA-Verfügung") { $0.zdADatum = nil },
    Frist("ends before it begins", "bevor sie beginnt") {
      $0.laufzeit = Zeitraum(beginn: Kalendertag(2009, 2, 2), ende: Kalendertag(2009, 2, 1))
    },
    Frist("ends later than today", "endet erst 31.12.2026") {
      $0.aussonderungsmetadaten?.aufbewahrungsende = .jahr(2026)
    },
    Frist("ends too early", "liegt vor dem Ablauf von 10 Jahren") {
      $0.aussonderungsmetadaten?.aufbewahrungsende = .jahr(2019)
    },
    Frist("without end", "unbefristet") {
      $0.aussonderungsmetadaten?.aufbewahrungsdauer = .unbefristet
    },
  ]

  @Test("R35: periods that have not ended or make no sense", arguments: fristen)
  func frist(fall: Frist) throws {
    var a = akte(kontext: nil)
    fall.aendere(&a)
    let befunde = Regelprobe(.v310).befunde(a)
    #expect(befunde.regeln == ["R35"])
    let b = try #require(befunde.first)
    #expect(befunde.count == 1)
    #expect(b.schwere == .warnung)
    #expect(b.meldung.contains(fall.text))
    // A context object need not be due.
    a.kontextobjekt = true
    a.vorgaenge = [vorgang()]
    #expect(Regelprobe().befunde(a).von("R35").isEmpty)
  }

  @Test("R35: without a day nothing is said about today, and 2.x has no closing day")
  func ohneHeute() {
    var a = akte(kontext: nil)
    a.aussonderungsmetadaten?.aufbewahrungsende = .jahr(2999)
    var probe = Regelprobe(.v310)
    probe.heute = nil
    #expect(probe.befunde(a).isEmpty)
    var alt = akte(kontext: nil, vorgaenge: [vorgang(kontext: nil)])
    alt.zdA = nil
    alt.zdADatum = nil
    alt.vorgaenge[0].zdADatum = nil
    #expect(Regelprobe(.v240).befunde(alt).isEmpty)
  }

  @Test("R35: what the Akte states is not asked of its Vorgänge; a leap day moves to 28 February")
  func geerbt() {
    var v = vorgang()
    v.zdA = nil
    v.zdADatum = nil
    var a = akte(vorgaenge: [v])
    a.zdADatum = Kalendertag(2012, 2, 29)
    a.aussonderungsmetadaten?.aufbewahrungsdauer = .jahre(5)
    a.aussonderungsmetadaten?.aufbewahrungsende = Kalendertag(2017, 2, 28).map { .tag($0) }
    #expect(Regelprobe().befunde(a).isEmpty)
  }

  @Test("R36: grades compare by rank, not by code")
  func grad() {
    func mit(_ akte: String?, _ dokumente: [String], liste: String = Self.stufen) -> [Befund] {
      var a = saubereAkte()
      a.allgemeineMetadaten?.geheimhaltung = akte.map { geheim($0, liste) }
      a.dokumente = dokumente.enumerated().map { i, g in
        var d = dokument(30 + UInt64(i))
        d.angaben.allgemeineMetadaten?.geheimhaltung = geheim(g, liste)
        return d
      }
      return Regelprobe().befunde(a)
    }
    #expect(mit("004", ["001", "005", "003"]).isEmpty)
    #expect(mit("001", ["005"]).isEmpty)
    #expect(mit(nil, ["003"]).isEmpty)
    let zuNiedrig = mit("002", ["003", "005"])
    #expect(zuNiedrig.map(\.schwere) == [.fehler])
    #expect(
      zuNiedrig.first?.meldung
        == "Akte \(id(10)): Grad 002 niedriger als 005 bei Dokument \(id(31)).")
    #expect(mit("003", ["002"]).map(\.schwere) == [.fehler])
    #expect(mit(nil, ["002"]).map(\.schwere) == [.warnung])
    #expect(mit("002", ["005"], liste: "urn:eigene:liste").isEmpty)
  }

  @Test("R36: years of classification, from any depth")
  func frist() {
    var d = dokument()
    d.angaben.allgemeineMetadaten?.geheimhaltung = geheim("002")
    d.angaben.allgemeineMetadaten?.geheimhaltung?.einstufungsfrist = 2050
    var v = vorgang(dokumente: [d])
    v.allgemeineMetadaten?.geheimhaltung = geheim("002")
    v.allgemeineMetadaten?.geheimhaltung?.einstufungsfrist = 2050
    var a = akte(vorgaenge: [v])
    a.allgemeineMetadaten?.geheimhaltung = geheim("002")
    a.allgemeineMetadaten?.geheimhaltung?.einstufungsfrist = 2049
    #expect(Regelprobe().befunde(a).map(\.regel) == ["R36"])
    a.allgemeineMetadaten?.geheimhaltung?.einstufungsfrist = 2050
    #expect(Regelprobe().befunde(a).isEmpty)
  }

  @Test("R43: missing appraisal data is an error in an offer and a warning in a transfer")
  func ohneMetadaten() {
    var a = akte()
    a.aussonderungsmetadaten = nil
    let angebot = Regelprobe(.v400, .anbieteverzeichnis).befunde(a)
    #expect(angebot.map(\.regel) == ["R43"] && angebot.map(\.schwere) == [.fehler])
    let abgabe = Regelprobe().befunde(a)
    #expect(abgabe.map(\.regel) == ["R43"] && abgabe.map(\.schwere) == [.warnung])
    a.kontextobjekt = true
    a.vorgaenge = [vorgang()]
    #expect(Regelprobe(.v400, .anbieteverzeichnis).befunde(a).isEmpty)
  }

  @Test("R44: a decision in an offer is a hint")
  func schonBewertet() {
    var a = akte()
    a.aussonderungsmetadaten?.aussonderungsart = .archivieren
    let angebot = Regelprobe(.v400, .anbieteverzeichnis).befunde(a)
    #expect(angebot.map(\.regel) == ["R44"] && angebot.map(\.schwere) == [.hinweis])
    #expect(Regelprobe().befunde(a).isEmpty)
    a.aussonderungsmetadaten?.aussonderungsart = .konfigurierbar("X")
    #expect(Regelprobe(.v400, .anbieteverzeichnis).befunde(a).map(\.regel) == ["R44"])
  }

  private static let stufen = "urn:xoev-de:xdomea:codeliste:vertraulichkeitsstufe"

  private func geheim(_ grad: String, _ liste: String = stufen) -> Geheimhaltung {
    Geheimhaltung(grad: Code(grad, listURI: liste, listVersion: "1.0"))
  }
}

/// The helper under a name that parameters called `akte` do not hide.
private func saubereAkte() -> Akte { akte() }

@Suite("Review findings on closing and appraisal")
struct RegelnAbschlussTests {
  @Test("R50: an object marked V or B in a transfer is a warning; R35: nobody closes tomorrow")
  func uebergabe() {
    for (art, erwartet) in [
      (Aussonderungsart.archivieren, 0), (.bewerten, 1), (.vernichten, 1),
    ] {
      var a = akte(vorgaenge: [vorgang(dokumente: [dokument(datei: 1)])])
      a.aussonderungsmetadaten?.aussonderungsart = art
      let befunde = Regelprobe(.v400, .aussonderung).befunde(a).von("R50")
      #expect(befunde.count == erwartet)
      #expect(befunde.allSatisfy { $0.schwere == .warnung })
    }
    var a = akte(vorgaenge: [vorgang(dokumente: [dokument(datei: 1)])])
    a.zdADatum = Kalendertag(2999, 1, 1)
    #expect(!Regelprobe(.v400, .aussonderung).befunde(a).von("R35").isEmpty)
  }
}
