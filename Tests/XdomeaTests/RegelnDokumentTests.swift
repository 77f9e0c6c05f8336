// SPDX-License-Identifier: Apache-2.0
import Akte
import Pruefung
import Testing
import Xdomea

@Suite("Rules for documents and codes")
struct RegelnDokumentTests {
  private func abgabe(_ dokumente: Dokument...) -> [Befund] {
    Regelprobe().befunde(akte(vorgaenge: [vorgang(dokumente: dokumente)]))
  }

  @Test("R40: version numbers are unique within a document")
  func versionen() {
    let zwei = { (a: String, b: String) in
      [
        Version(nummer: a, formate: [format(40)]), Version(nummer: b, formate: [format(41)]),
      ]
    }
    #expect(abgabe(dokument(versionen: zwei("1", "2"))).isEmpty)
    #expect(abgabe(dokument(versionen: zwei("1", "1"))).map(\.regel) == ["R40"])
  }

  @Test("R42: an offer has no files, except for letters and the Aktenplan")
  func dateienImAngebot() {
    let probe = Regelprobe(.v400, .anbieteverzeichnis)
    var brief = dokument(5)
    brief.anlagen = [Anlage(dokument(6))]
    var plan = Aktenplan(bezeichnung: "Plan", version: "1")
    plan.aktenplandateien = [format(8)]
    let erlaubt: [Nachrichtenteil] = [.anschreiben(brief), .aktenplan(plan)]
    #expect(probe.befunde(erlaubt).isEmpty)
    let befunde = probe.befunde(akte(vorgaenge: [vorgang(dokumente: [dokument(), angeboten(31)])]))
    #expect(befunde.map(\.regel) == ["R42"])
    #expect(befunde.first?.meldung == "0501 enthält Primärdokumente (Dokument \(id(30))).")
  }

  @Test("R51: an electronic document has a file, one on paper has none")
  func medium() {
    #expect(abgabe(dokument(versionen: [])).map(\.regel) == ["R51"])
    #expect(abgabe(dokument(versionen: [])).map(\.schwere) == [.fehler])
    var papier = dokument(versionen: [])
    papier.angaben.allgemeineMetadaten?.medium = .mediumPapier
    #expect(abgabe(papier).isEmpty)
    papier.inhalt = .versionen([Version(nummer: "1", formate: [format(40)])])
    #expect(abgabe(papier).map(\.regel) == ["R51"])
    var hybrid = dokument(versionen: [])
    hybrid.angaben.allgemeineMetadaten?.medium = .mediumHybrid
    #expect(abgabe(hybrid).map(\.schwere) == [.fehler])
  }

  @Test("R51: a document without Medium has that of what it is in")
  func mediumGeerbt() {
    func mit(_ medium: Code?) -> [Befund] {
      var d = dokument(versionen: [])
      d.angaben.allgemeineMetadaten = nil
      var v = vorgang(dokumente: [d])
      v.allgemeineMetadaten?.medium = medium
      var a = akte(vorgaenge: [v])
      a.allgemeineMetadaten?.medium = nil
      return Regelprobe().befunde(a)
    }
    #expect(mit(.mediumElektronisch).map(\.schwere) == [.fehler])
    #expect(mit(.mediumPapier).isEmpty)
    #expect(mit(.mediumHybrid).map(\.schwere) == [.warnung])
    #expect(mit(nil).map(\.schwere) == [.warnung])
  }

  @Test("R51: every Schriftstück and every attachment counts on its own")
  func schriftstuecke() {
    func mit(_ stuecke: [Schriftstueck]) -> Dokument {
      var d = dokument()
      d.inhalt = .schriftstuecke(stuecke)
      return d
    }
    let voll = Schriftstueck(
      Identifikation(id(60)), versionen: [Version(nummer: "1", formate: [format(60)])])
    #expect(abgabe(mit([voll])).isEmpty)
    #expect(abgabe(mit([])).map(\.regel) == ["R51"])
    let ohne = abgabe(mit([voll, Schriftstueck(Identifikation(id(61)))]))
    #expect(ohne.map(\.regel) == ["R51"])
    #expect(ohne.first?.meldung == "Schriftstück \(id(61)) ohne Primärdatei.")
    var d = dokument()
    d.anlagen = [Anlage(dokument(33, versionen: []))]
    #expect(abgabe(d).first?.meldung == "Anlage \(id(33)) ohne Primärdatei.")
  }

  @Test("R19: unknown codes and names of other codes")
  func codes() {
    func mit(_ medium: Code) -> [String] {
      var a = akte()
      a.allgemeineMetadaten?.medium = medium
      return Regelprobe().befunde(a).map(\.meldung)
    }
    #expect(mit(Code("001", name: "elektronisch")).isEmpty)
    #expect(mit(Code("001", name: "digitale Akte")).isEmpty)
    #expect(mit(Code("009", listVersion: "9.9")).isEmpty)
    #expect(mit(Code("009", listVersion: "1.0")) == ["Code 009 ist in Medium 1.0 unbekannt."])
    #expect(mit(Code("009")) == ["Code 009 ist in Medium unbekannt."])
    #expect(
      mit(Code("001", name: "PAPIER")) == [
        "Code 001 der Liste Medium trägt die Bezeichnung „PAPIER“; sie gehört zu Code 003."
      ])
  }

  @Test("R19: every bound list is looked at")
  func alleListen() {
    var d = dokument()
    var kontakt = Kontakt(institution: "Amt")
    var anschrift = Anschrift()
    anschrift.typ = Code("777")
    kontakt.anschriften = [anschrift]
    d.autoren = [kontakt]
    d.verweise = [Verweis(id: id(1), sgoTyp: Code("778"))]
    var gang = Geschaeftsgang(Identifikation(id(50)))
    gang.beteiligungsschritte = [
      Beteiligungsschritt(
        nummer: "1", status: Code("779"),
        verfuegung: Verfuegung(ersteller: kontakt, adressat: kontakt, erstellungsdatum: nil))
    ]
    d.geschaeftsgaenge = [gang]
    d.angaben.allgemeineMetadaten?.strukturpfad = [Pfadelement(name: "x", typ: Code("780"))]
    var v = vorgang(dokumente: [d])
    v.aussonderungsmetadaten?.aussonderungsart = .code(Code("X"))
    v.aussonderungsmetadaten?.bewertungsvorschlag = Code("B")
    v.allgemeineMetadaten?.geheimhaltung = Geheimhaltung(
      grad: Code("781", listURI: "urn:xoev-de:xdomea:codeliste:vertraulichkeitsstufe"))
    let befunde = Regelprobe().befunde(akte(vorgaenge: [v]))
    #expect(befunde.regeln == ["R19"])
    for code in ["777", "778", "779", "780", "781", "X", "B"] {
      #expect(befunde.contains { $0.meldung.hasPrefix("Code \(code) ") }, "\(code)")
    }
  }

  @Test("R19: the list of file formats is judged in version 1.0 only")
  func dateiformate() {
    func mit(_ wert: String, _ version: String, name: String? = nil) -> [String] {
      var f = format(40)
      f.name = Code(wert, name: name, listVersion: version)
      return abgabe(dokument(versionen: [Version(nummer: "1", formate: [f])])).map(\.regel)
    }
    #expect(mit("044", "1.0", name: "pdf").isEmpty)
    #expect(mit("018", "1.0", name: "txt - Unicode Text File") == ["R19"])
    #expect(mit("046", "1.0") == ["R19"])
    #expect(mit("046", "2.0").isEmpty)
  }
}
