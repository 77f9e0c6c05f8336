// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Phasenmodell

/// What a reader must know before the result is believed: nothing counts, or is lost, without a word.
@Suite("Vorbehalte zu Antworten")
struct AntwortvorbehaltTests {
  private static let katalog = KatalogTests.katalog

  private func lies(_ text: String) throws -> Antwortdatei { try Antwortmuster.lies(text).datei }

  private func zusammen(_ texte: [String]) throws -> Zusammenfuehrung {
    Zusammenfuehrung(try texte.map(lies), katalog: Self.katalog)
  }

  private func werteAus(_ texte: [String]) throws -> Auswertung {
    try Auswertung(try zusammen(texte).datei, katalog: Self.katalog)
  }

  // MARK: Another revision of a question

  @Test(
    "Eine Antwort auf eine frühere Fassung der Frage zählt als offen und wird mit Namen genannt")
  func fassung() throws {
    let text = Antwortmuster.text(
      #""P0-STR-02":{"wert":1,"rev":99},"P0-STR-01":{"wert":3,"rev":1},"P1-STR-01":{"wert":1}"#)
    let e = try Antwortmuster.lies(text)
    #expect(e.befunde.map(\.regel) == ["AW15"])
    #expect(e.befunde[0].meldung.contains("als offen: P0-STR-02."), "\(e.befunde[0].meldung)")
    let a = try werteAus([text])
    #expect(a.wertungen["P0-STR-02"] == .offen)
    #expect(a.wertungen["P0-STR-01"] == .wert(7_500) && a.wertungen["P1-STR-01"] == .wert(10_000))
    #expect(a.geaenderteFragen.map(\.id) == ["P0-STR-02"])
    let b = Reifegradbericht(a, katalog: Self.katalog, toolbox: .eingebaut)
    let html = b.html(werkzeug: "diva")
    #expect(html.contains("zu einer früheren Fassung der Frage"))
    #expect(html.contains("Bitte zuerst prüfen"))
    #expect(b.markdown.contains("**Bitte prüfen:** Eine Frage hat sich"))
    #expect(b.json.contains(#""warnungen":["Eine Frage hat sich"#))
    let ohne = Reifegradbericht(
      try werteAus([Antwortmuster.text(#""P0-STR-02":{"wert":1}"#)]), katalog: Self.katalog,
      toolbox: .eingebaut)
    #expect(ohne.json.contains(#""warnungen":[]"#))
  }

  @Test("Eine Festlegung zu einer früheren Fassung gilt nicht mehr; dann zählen wieder die Stimmen")
  func festlegung() throws {
    for (rev, wert) in [(1, Wertung.wert(0)), (99, .wert(10_000))] {
      let fest =
        #","festlegungen":{"P0-STR-02":{"wert":0,"wer":"Runde","am":"2027-01-20","grund":"x","rev":\#(rev)}}"#
      let text = Antwortmuster.text(#""P0-STR-02":{"wert":1}"#, weiteres: fest)
      #expect(try werteAus([text]).wertungen["P0-STR-02"] == wert, "\(rev)")
      let befunde = try Antwortmuster.lies(text).befunde
      #expect(befunde.map(\.regel) == (rev == 1 ? [] : ["AW15"]))
    }
  }

  @Test(
    "Im Vergleich mit früher ist eine geänderte Frage nicht vergleichbar und nicht neu beantwortet")
  func fassungImVergleich() throws {
    let alt = try werteAus([Antwortmuster.text(#""P0-STR-02":{"wert":0,"rev":99}"#)])
    let neu = try werteAus([Antwortmuster.text(#""P0-STR-02":{"wert":1,"rev":1}"#)])
    let z = Zeitvergleich(alt: alt, Self.katalog, neu: neu, Self.katalog)
    #expect(z.nichtVergleichbar == ["P0-STR-02"] && z.neuBeantwortet.isEmpty && z.basis.isEmpty)
  }

  @Test(
    "Beleg, Bemerkung, Grund und Fassung von falscher Art: die Antwort zählt wie gesagt als offen")
  func nebenangaben() throws {
    for falsch in [#""beleg":7"#, #""bemerkung":[]"#, #""grund":1"#, #""rev":"a""#] {
      let e = try Antwortmuster.lies(Antwortmuster.text(#""P1-STR-01":{"wert":1,\#(falsch)}"#))
      #expect(e.befunde.map(\.regel) == ["AW01"] && e.datei.antworten.isEmpty, "\(falsch)")
    }
    for heil in [#""beleg":null"#, #""rev":null"#, #""bemerkung":"""#] {
      let e = try Antwortmuster.lies(Antwortmuster.text(#""P1-STR-01":{"wert":1,\#(heil)}"#))
      #expect(e.befunde.isEmpty && e.datei.antworten.count == 1, "\(heil)")
    }
  }

  @Test("Zu einer Festlegung sagt der Befund nicht, dass die Frage als offen zählt")
  func festlegungssatz() throws {
    for inhalt in [#""wert":7"#, #""nz":true,"grund":"y""#] {
      let fest =
        #","festlegungen":{"P0-STR-02":{\#(inhalt),"wer":"R","am":"2027-01-20","grund":"x"}}"#
        .replacingOccurrences(
          of: #""grund":"y","wer":"R","am":"2027-01-20","grund":"x""#,
          with: #""wer":"R","am":"2027-01-20","grund":"x""#)
      let e = try Antwortmuster.lies(Antwortmuster.text("", weiteres: fest))
      let b = try #require(e.befunde.first)
      #expect(b.meldung.hasPrefix("Festlegung zu P0-STR-02: "), "\(b.meldung)")
      #expect(b.abhilfe.hasPrefix("Diese Festlegung zählt nicht."), "\(b.abhilfe)")
    }
  }

  // MARK: Persons

  private func person(
    _ kuerzel: String, _ wert: Int, _ geaendert: String, _ rolle: String = "leitung"
  )
    -> String
  {
    Antwortmuster.text(
      #""P0-STR-02":{"wert":\#(wert)}"#, rolle: rolle, kuerzel: kuerzel,
      weiteres: #","geaendert":"\#(geaendert)""#)
  }

  @Test("Gilt von zwei Dateien nur eine, stehen die verschiedenen Antworten und die Abhilfe dabei")
  func zweiDateien() throws {
    let z = try zusammen([person("AB", 1, "2027-01-15"), person("AB", 0, "2027-01-16")])
    #expect(z.datei.stimmen.count == 1)
    let b = try #require(z.befunde.first)
    #expect(b.regel == "AW10" && b.schwere == .warnung)
    #expect(b.meldung.contains("Verschieden beantwortet: P0-STR-02."), "\(b.meldung)")
    #expect(b.meldung.contains("16.01.2027") && b.abhilfe.contains("Sind es zwei Personen"))
  }

  @Test("Leerzeichen sind kein Kürzel und machen kein anderes")
  func kuerzel() throws {
    for (a, b, stimmen) in [("", "", 2), (" ", "", 2), ("AB", " AB ", 1), ("AB", "CD", 2)] {
      for texte in [
        [person(a, 1, "2027-01-15"), person(b, 0, "2027-01-16")],
        [person(b, 0, "2027-01-16"), person(a, 1, "2027-01-15")],
      ] {
        let z = try zusammen(texte)
        #expect(z.datei.stimmen.count == stimmen, "»\(a)« »\(b)«")
        #expect(z.befunde.map(\.regel).contains("AW16") == (stimmen == 2 && a.trimmed.isEmpty))
        if stimmen == 1 {
          #expect(z.datei.stimmen[0].antworten["P0-STR-02"]?.inhalt == .stufe(0))
        }
      }
    }
    let drei = try zusammen((0...2).map { person("", $0 % 2, "2027-01-1\($0 + 5)") })
    #expect(drei.befunde.count { $0.regel == "AW16" } == 1 && drei.datei.stimmen.count == 3)
  }

  // MARK: Municipalities

  @Test(
    "Antworten verschiedener Verwaltungen oder Größen werden gezählt, aber nicht stillschweigend")
  func verwaltungen() throws {
    func datei(_ kommune: String, _ kuerzel: String, _ plaetze: Int = 15) -> String {
      Antwortmuster.text(
        #""P0-STR-02":{"wert":1}"#, kuerzel: kuerzel,
        stammdaten: #""SD-01":"gemeinde","SD-03":\#(plaetze)"#,
        weiteres: #","kommune":"\#(kommune)""#)
    }
    let z = try zusammen([datei("Lindenbach", "A"), datei("Weißtal", "B")])
    #expect(z.befunde.map(\.regel) == ["AW17"])
    #expect(z.befunde[0].meldung.contains("»Lindenbach«, »Weißtal«"))
    #expect(try zusammen([datei("Lindenbach", "A"), datei(" Lindenbach ", "B")]).befunde.isEmpty)
    let groessen = try zusammen([datei("X", "A"), datei("X", "B", 120)])
    #expect(groessen.befunde.map(\.regel).contains("AW17"))
    // For facts there are no Festlegungen.
    for b in groessen.befunde where b.regel == "AW11" {
      #expect(!b.abhilfe.contains("Festlegung") && b.abhilfe.contains("Startseite"), "\(b.abhilfe)")
    }
  }

  @Test("Was die Gruppe in der gemeinsamen Datei gesetzt hat, gilt beim Auswerten")
  func gesetzt() throws {
    func datei(_ kuerzel: String, _ standort: String) -> String {
      Antwortmuster.text(#""P0-STR-02":{"wert":1}"#, standort: standort, kuerzel: kuerzel)
    }
    let erste = try zusammen([datei("A", "0"), datei("B", "2")])
    #expect(erste.datei.standort == 0 && erste.befunde.map(\.regel) == ["AW11"])
    let geaendert = erste.datei.baum.json
      .replacingOccurrences(
        of: "  \"standort\": 0,\n  \"stimmen\"", with: "  \"standort\": 2,\n  \"stimmen\""
      )
      .replacingOccurrences(
        of: "],\n}", with: "]\n}")
    let gelesen = try lies(geaendert)
    #expect(gelesen.standort == 2 && gelesen.stimmen.count == 2)
    let wieder = Zusammenfuehrung([gelesen], katalog: Self.katalog)
    #expect(wieder.datei.standort == 2 && wieder.befunde.isEmpty)
    #expect(wieder.datei.baum.json == geaendert)
    // With a further person the facts are open again.
    let mehr = Zusammenfuehrung([gelesen, try lies(datei("C", "0"))], katalog: Self.katalog)
    #expect(mehr.datei.standort == 0 && mehr.datei.stimmen.count == 3)
  }

  @Test("Ein Vergleich mit vertauschten, fremden oder anders großen Dateien sagt es")
  func zeitvergleich() throws {
    func a(_ kommune: String, _ tag: String, _ plaetze: Int = 15) throws -> Auswertung {
      try werteAus([
        Antwortmuster.text(
          #""P0-STR-02":{"wert":1}"#, stammdaten: #""SD-01":"gemeinde","SD-03":\#(plaetze)"#,
          weiteres: #","kommune":"\#(kommune)","geaendert":"\#(tag)""#)
      ])
    }
    func warnungen(_ alt: Auswertung, _ neu: Auswertung) -> [String] {
      Zeitvergleich(alt: alt, Self.katalog, neu: neu, Self.katalog).warnungen
    }
    let (frueh, spaet) = (try a("X", "2027-01-15"), try a("X", "2027-06-15"))
    #expect(warnungen(frueh, spaet).isEmpty)
    #expect(warnungen(spaet, frueh).count == 1)
    #expect(warnungen(spaet, frueh)[0].contains("vertauscht"))
    #expect(warnungen(frueh, try a("Y", "2027-06-15"))[0].contains("»Y«"))
    #expect(warnungen(frueh, try a("X", "2027-06-15", 120))[0].contains("Größenklasse"))
    var b = Reifegradbericht(frueh, katalog: Self.katalog, toolbox: .eingebaut)
    b.vergleiche(mit: spaet, Self.katalog)
    for form in [b.html(werkzeug: "diva"), b.markdown, b.zeitvergleich!.json] {
      #expect(form.contains("vertauscht"))
    }
    // A difference of percentages is in points.
    #expect(b.html(werkzeug: "diva").contains("0,0 Prozentpunkte: praktisch unverändert"))
    #expect(b.html(werkzeug: "diva").contains("Verglichen wird eine Frage"))
  }

  @Test("Gleiche Vergleichsdateien zählen einmal, und die Gruppe steht in jeder Form")
  func gruppe() throws {
    var zufall = Zufall(5)
    func datei() throws -> Auswertung {
      try Auswertung(try Antwortmuster.zufaellig(&zufall, kuerzel: "A"), katalog: Self.katalog)
    }
    let andere = try (0..<5).map { _ in Vergleichsdatei(try datei(), Self.katalog) }
    let eigene = try datei()
    func bericht(_ dateien: [Vergleichsdatei]) -> Reifegradbericht {
      var b = Reifegradbericht(eigene, katalog: Self.katalog, toolbox: .eingebaut)
      b.vergleiche(mit: dateien)
      return b
    }
    let voll = bericht(andere)
    #expect(voll.gruppenhinweise.isEmpty)
    #expect(voll.text.contains("Unter ähnlichen Verwaltungen"))
    #expect(voll.text.contains("die Hälfte von 5 anderen liegt zwischen"))
    #expect(voll.markdown.contains("## Vergleich mit ähnlichen Verwaltungen"))
    // Five files, but only four municipalities.
    let doppelt = bericht(andere.dropLast() + [andere[0]])
    #expect(doppelt.gruppe.allSatisfy { $0.vergleich == nil })
    #expect(doppelt.gruppenhinweise[0].hasPrefix("1 Vergleichsdatei ist inhaltsgleich"))
    #expect(doppelt.gruppenhinweise[1].contains("braucht es 5 andere"))
    #expect(doppelt.text.contains("zu wenige andere") && doppelt.markdown.contains("zu wenige"))
    #expect(doppelt.html(werkzeug: "diva").contains("inhaltsgleich"))
    #expect(doppelt.json.contains("inhaltsgleich"))
    let fremd = try werteAus([
      Antwortmuster.text(#""P0-STR-02":{"wert":1}"#, stammdaten: #""SD-01":"landkreis""#)
    ])
    let mitFremder = bericht(
      andere + [Vergleichsdatei(fremd, Self.katalog), Vergleichsdatei(eigene, Self.katalog)])
    #expect(mitFremder.gruppe[0].vergleich?.anzahl == 5)
    #expect(mitFremder.gruppenhinweise.count == 2)
  }

  // MARK: Encoding and pages

  @Test("Eine Datei in Windows-1252 oder UTF-16 wird mit einem Satz dazu abgelehnt")
  func schrift() throws {
    let text = Antwortmuster.text(#""P0-STR-02":{"wert":1,"bemerkung":"Über Öfen"}"#)
    let leser = Antwortleser(Self.katalog)
    func fehler(_ bytes: [UInt8]) -> String {
      do {
        _ = try leser.lies(bytes, datei: "a")
        return ""
      } catch { return "\(error)" }
    }
    let latin = try #require(text.data(using: .isoLatin1))
    #expect(fehler(Array(latin)).contains("Windows-1252"))
    for schrift in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian] {
      let daten = try #require(text.data(using: schrift))
      #expect(fehler(Array(daten)).contains("UTF-16"), "\(schrift)")
      #expect(fehler(Array(daten)).contains("Codierung UTF-8"))
    }
    #expect(fehler([0xEF, 0xBB, 0xBF] + Array(text.utf8)) == "")
  }

  @Test(
    "Aus dem ausgefüllten Fragebogen werden die Antworten gelesen; ein leerer sagt, was zu tun ist")
  func seite() throws {
    let leer = try Fragebogen(katalog: Self.katalog, toolbox: .eingebaut, version: "0.1").html()
    #expect(AusgefuellterFragebogen.istSeite(Array(leer.utf8)))
    let antworten = Antwortmuster.text(#""P0-STR-02":{"wert":1,"bemerkung":"\u003c/script>"}"#)
    let voll = leer.replacing(
      #"id="diva-antworten">null<"#, with: #"id="diva-antworten">\#(antworten)<"#)
    #expect(voll != leer)
    let bytes = try AusgefuellterFragebogen.antworten(Array(voll.utf8))
    #expect(String(decoding: bytes, as: UTF8.self) == antworten)
    #expect(
      try Antwortleser(Self.katalog).lies(bytes, datei: "a").datei.antworten["P0-STR-02"]?.bemerkung
        == "</script>")
    for (seite, erwartet) in [
      (leer, "keine Antworten gespeichert"), ("<html><p>x", "keine Antwortdatei"),
      ("\u{FEFF}\n<!DOCTYPE html>", "keine Antwortdatei"),
    ] {
      #expect(AusgefuellterFragebogen.istSeite(Array(seite.utf8)))
      do {
        _ = try AusgefuellterFragebogen.antworten(Array(seite.utf8))
        Issue.record("angenommen")
      } catch {
        #expect(error.grund.contains(erwartet) && error.abhilfe.contains("….diva.json"))
      }
    }
    #expect(!AusgefuellterFragebogen.istSeite(Array(antworten.utf8)))
  }

  @Test("Ein Termin vor dem Tag des Berichts wird genannt, ein erledigter nicht")
  func vergangen() throws {
    var b = Reifegradbericht(
      try werteAus([
        Antwortmuster.text(
          "",
          weiteres:
            #","massnahmen":{"P0-STR-02":{"bis":"2027-01-10"},"P0-STR-01":{"bis":"2027-01-10","erledigt":true},"P0-ORG-01":{"bis":"2027-01-20"}}"#
        )
      ]), katalog: Self.katalog, toolbox: .eingebaut)
    #expect(b.vergangeneTermine.isEmpty)
    b.erstellt = Kalendertag(2027, 1, 20)
    #expect(b.vergangeneTermine == ["P0-STR-02"])
  }
}
