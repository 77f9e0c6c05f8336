// SPDX-License-Identifier: Apache-2.0
import Akte
import Pruefung
import Testing
import Xdomea

@Suite("Rules for objects")
struct RegelnObjekteTests {
  @Test("A proper message has no findings", arguments: XdomeaFassung.allCases)
  func sauber(version: XdomeaFassung) {
    let teile: [Nachrichtenteil] = [
      .anschreiben(dokument(5)),
      .schriftgutobjekt(.akte(akte(vorgaenge: [vorgang(dokumente: [dokument(), dokument(31)])]))),
      .schriftgutobjekt(.vorgang(vorgang(21))),
    ]
    #expect(Regelprobe(version).befunde(teile).isEmpty)
    let angebot: [Nachrichtenteil] = [
      .anschreiben(dokument(5)),
      .schriftgutobjekt(.akte(akte(vorgaenge: [vorgang(dokumente: [angeboten()])]))),
    ]
    #expect(Regelprobe(version, .anbieteverzeichnis).befunde(angebot).isEmpty)
  }

  @Test("R27: the same UUID for two objects is an error and names both")
  func uuidDoppelt() throws {
    let befunde = Regelprobe().befunde(
      akte(vorgaenge: [vorgang(dokumente: [dokument(30), dokument(20, datei: 31)])]))
    #expect(befunde.regeln == ["R27"])
    let b = try #require(befunde.first)
    #expect(b.schwere == .fehler)
    #expect(
      b.meldung == "UUID \(id(20)) mehrfach vergeben: Vorgang (Zeile 7), Dokument (Zeile 7).")
    #expect(b.ort.betreff == "Dokument 20")
    #expect(b.ort.objekt == id(20).text)
  }

  @Test("R27: covers routes, attachments, Schriftstücke and documents added in a step")
  func uuidUeberall() {
    var d = dokument(30)
    d.anlagen = [Anlage(dokument(10, datei: 40))]
    var schritt = schritt("1")
    schritt.bearbeitung = Bearbeitung(bearbeiter: Kontakt(institution: "x"), datum: nil)
    schritt.bearbeitung?.anlagen = [dokument(10, datei: 41)]
    var gang = Geschaeftsgang(Identifikation(id(10)))
    gang.beteiligungsschritte = [schritt]
    d.geschaeftsgaenge = [gang]
    var mit = Dokument(Identifikation(id(31)))
    mit.inhalt = .schriftstuecke([
      Schriftstueck(
        Identifikation(id(10)), versionen: [Version(nummer: "1", formate: [format(42)])])
    ])
    let befunde = Regelprobe().befunde(akte(vorgaenge: [vorgang(dokumente: [d, mit])]))
    #expect(befunde.von("R27").count == 4)
  }

  @Test("R27: a context Akte that comes again is a warning; an unreadable UUID is not reported")
  func kontextWiederholt() {
    let a = akte(kontext: true, vorgaenge: [vorgang(20)])
    let b = akte(kontext: true, vorgaenge: [vorgang(21)])
    #expect(Regelprobe().befunde(a, b).von("R27").map(\.schwere) == [.warnung])
    let c = akte(kontext: false)
    #expect(Regelprobe().befunde(a, c).von("R27").map(\.schwere) == [.fehler])
    var leer = akte(0)
    leer.vorgaenge = [vorgang(0)]
    #expect(Regelprobe().befunde(leer).isEmpty)
  }

  @Test("R29: numbers of siblings are unique, all or none")
  func nummern() {
    func mit(_ nummern: [String?]) -> Akte {
      akte(
        vorgaenge: nummern.enumerated().map { i, n in
          var v = vorgang(20 + UInt64(i))
          v.identifikation.nummerImUebergeordnetenContainer = n
          return v
        })
    }
    #expect(Regelprobe().befunde(mit(["1", "2", "7"])).isEmpty)
    #expect(Regelprobe().befunde(mit([nil, nil])).isEmpty)
    #expect(Regelprobe().befunde(mit(["1", "1"])).regeln == ["R29"])
    #expect(Regelprobe().befunde(mit(["1", "01"])).regeln == ["R29"])
    #expect(Regelprobe(.v240).befunde(mit(["1", "01"])).isEmpty)
    let unvollstaendig = Regelprobe().befunde(mit(["1", nil, nil]))
    #expect(unvollstaendig.regeln == ["R29"])
    #expect(unvollstaendig.first?.meldung.contains("unvollständig: 2 von 3") == true)
  }

  @Test("R29: objects of another kind are counted on their own")
  func nummernJeArt() {
    var v = vorgang()
    v.identifikation.nummerImUebergeordnetenContainer = "1"
    var d = dokument()
    d.identifikation.nummerImUebergeordnetenContainer = "1"
    var a = akte(vorgaenge: [v])
    a.dokumente = [d]
    #expect(Regelprobe().befunde(a).isEmpty)
  }

  @Test("R30: the depth is reported once, with its object")
  func tiefe() {
    var teilvorgang = vorgang(22, dokumente: [dokument(30), dokument(31)])
    var v = vorgang(21)
    v.teilvorgaenge = [teilvorgang]
    var teilakte = akte(12)
    teilakte.vorgaenge = [v]
    var a = akte(11)
    a.teilakten = [teilakte]
    #expect(Regelprobe().befunde(a).isEmpty)
    var oben = akte(10)
    oben.teilakten = [a]
    let befunde = Regelprobe().befunde(oben)
    #expect(befunde.map(\.meldung) == ["Stufigkeit 6 überschreitet 5."])
    #expect(befunde.first?.ort.objekt == id(30).text)
    var weit = Regelprobe()
    weit.hoechsteStufe = 6
    #expect(weit.befunde(oben).isEmpty)
    teilvorgang.dokumente = []
  }

  @Test("R37: a reference needs a UUID or a Kennzeichen")
  func verweise() {
    var a = akte()
    a.verweise = [Verweis(id: id(99)), Verweis(sgoKennzeichen: "13.21")]
    #expect(Regelprobe().befunde(a).isEmpty)
    a.verweise = [Verweis(sgoTyp: Code("001"))]
    #expect(Regelprobe().befunde(a).regeln == ["R37"])
  }

  @Test("R38, R41: empty contacts and extensions")
  func leeres() {
    var d = dokument()
    d.autoren = [Kontakt(institution: "Amt")]
    d.erweiterungen = [Erweiterung(kennung: "k", name: "n")]
    d.angaben.erweiterungen[0].felder = [.init(name: "Feld")]
    #expect(Regelprobe().befunde(akte(vorgaenge: [vorgang(dokumente: [d])])).isEmpty)
    d.autoren = [Kontakt()]
    d.angaben.erweiterungen[0].felder = []
    let befunde = Regelprobe().befunde(akte(vorgaenge: [vorgang(dokumente: [d])]))
    #expect(befunde.regeln == ["R38", "R41"])
  }

  @Test("R39: steps are unique and point to existing ones")
  func schritte() {
    func mit(_ schritte: [Beteiligungsschritt], versionen: [Version]? = nil) -> [String] {
      var gang = Geschaeftsgang(Identifikation(id(50)))
      gang.beteiligungsschritte = schritte
      var d = dokument(versionen: versionen)
      d.geschaeftsgaenge = [gang]
      return Regelprobe().befunde(akte(vorgaenge: [vorgang(dokumente: [d])])).regeln
    }
    var parallel = schritt("2")
    parallel.parallelZuBeteiligungsschritt = ["1"]
    parallel.versionNummer = "1"
    #expect(mit([schritt("1"), parallel]).isEmpty)
    #expect(mit([schritt("1"), schritt("1")]) == ["R39"])
    #expect(mit([schritt("3"), parallel]) == ["R39"])
    var version = schritt("1")
    version.versionNummer = "9"
    #expect(mit([version]) == ["R39"])
    // Without versions in the message nothing can be said.
    var angebot = Regelprobe(.v400, .anbieteverzeichnis)
    angebot.heute = nil
    var gang = Geschaeftsgang(Identifikation(id(50)))
    gang.beteiligungsschritte = [version]
    var d = angeboten()
    d.geschaeftsgaenge = [gang]
    #expect(angebot.befunde(akte(vorgaenge: [vorgang(dokumente: [d])])).isEmpty)
  }

  private func schritt(_ nummer: String) -> Beteiligungsschritt {
    Beteiligungsschritt(
      nummer: nummer, status: Code("001"),
      verfuegung: Verfuegung(
        ersteller: Kontakt(institution: "A"), adressat: Kontakt(institution: "B"),
        erstellungsdatum: nil))
  }
}
