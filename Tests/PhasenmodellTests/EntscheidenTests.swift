// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap, NeverUseForceTry

import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Phasenmodell

@Suite("Entscheidungshilfen")
struct EntscheidenTests {
  private static let hilfen = Toolbox.eingebaut.entscheidungshilfen

  private func entscheide(_ id: String, _ worte: [String]) throws -> Entscheid {
    let h = try #require(Self.hilfen.first { $0.id == id })
    let paare = worte.map { text in
      let teile = text.split(separator: "=", maxSplits: 1).map(String.init)
      return (name: teile[0], wert: teile[1])
    }
    return try h.entscheide(try .init(h, paare))
  }

  /// Entries out of names and points in the order of the questions.
  private func eintraege(_ fragen: [String], _ zeilen: [(String, [Int])], _ weiteres: String = "")
    -> [String]
  {
    zeilen.map { name, punkte in
      "eintrag=\(name)" + zip(fragen, punkte).map { "; \($0)=\($1)" }.joined() + weiteres
    }
  }

  @Test("Alle zehn sind da und ihre Regeln vollständig")
  func alle() throws {
    #expect(Self.hilfen.map(\.id) == (1...10).map { "EH-" + ($0 < 10 ? "0" : "") + "\($0)" })
    for h in Self.hilfen {
      let liste = Befundliste(h.id)
      let pfad = try #require(Toolbox.eingebaut.pfad(werkzeug: h.id))
      let yaml = try #require(
        Toolbox.eingebaut.text(pfad.replacingOccurrences(of: ".md", with: ".yaml")))
      _ = Entscheidungshilfe.lies(yaml, liste)
      #expect(liste.befunde.isEmpty, "\(h.id) \(liste.befunde.map(\.meldung))")
      #expect(KatalogTests.katalog.werkzeug(h.id)?.titel == h.titel)
      for e in h.empfehlungen {
        for w in e.werkzeuge { #expect(KatalogTests.katalog.werkzeug(w) != nil, "\(h.id) \(w)") }
      }
    }
  }

  @Test("EH-01: das Beispiel des Textes, seine Gegenprobe und alle Grenzen")
  func eh01() throws {
    let lindenbach = ["f4", "f5", "f6", "f7", "f10", "f12"]
    func mit(_ ja: [String]) throws -> Entscheid {
      try entscheide("EH-01", (1...12).map { "f\($0)=" + (ja.contains("f\($0)") ? "ja" : "nein") })
    }
    #expect(try mit(lindenbach).ergebnisse[0].empfehlung.text == "Jetzt beginnen")
    #expect(try mit(Array(lindenbach.dropFirst())).ergebnisse[0].empfehlung.id == "fachverfahren")
    #expect(try mit((5...10).map { "f\($0)" }).ergebnisse[0].empfehlung.id == "schrittweise")
    #expect(try mit((5...7).map { "f\($0)" }).ergebnisse[0].empfehlung.id == "fachverfahren")
    #expect(try mit(["f5", "f6"]).ergebnisse[0].empfehlung.id == "noch_nicht")
    let offen = try entscheide("EH-01", ["f1=nein"])
    #expect(offen.ergebnisse[0].empfehlung.id == "noch_nicht")
    #expect(offen.offen.count == 11)
  }

  @Test("Was in einem Fall nicht gefragt ist, gilt nicht als offen und wird nicht gezeigt")
  func entfaellt() throws {
    let angebot = try entscheide("EH-06", ["art=angebot", "f1=ja", "f3=ja", "f5=ja", "f6=ja"])
    #expect(angebot.ergebnisse[0].empfehlung.id == "angebot")
    #expect(angebot.offen.isEmpty && angebot.groessen.isEmpty)
    let programm = try entscheide("EH-06", ["art=programm", "f1=ja", "f3=ja", "f5=ja", "f6=ja"])
    #expect(programm.offen == ["f2", "f4", "f7", "f8"] && programm.groessen.count == 1)
    let zahlen = ["vertraulich=9 %", "rueckfragen=0,1", "stunden=1", "verfuegbar=2"]
    #expect(try entscheide("EH-08", ["standorte=1"] + zahlen).offen.isEmpty)
    #expect(try entscheide("EH-08", ["standorte=2"] + zahlen).offen == ["bote"])
    let pfad = try #require(Toolbox.eingebaut.pfad(werkzeug: "EH-06"))
    let yaml = try #require(
      Toolbox.eingebaut.text(pfad.replacingOccurrences(of: ".md", with: ".yaml")))
    let liste = Befundliste("EH-06")
    _ = Entscheidungshilfe.lies(
      yaml.replacingOccurrences(of: "ids: [f2,", with: "ids: [f99,"), liste)
    #expect(liste.befunde.contains { $0.meldung.contains("f99") })
  }

  @Test("EH-02: Punkte und Rangfolge des Beispiels; eine Rechtsfrist geht vor")
  func eh02() throws {
    let fragen = [
      "fallzahl", "medienbrueche", "suchaufwand", "abgang", "rechtsfrist", "standard",
      "bereitschaft",
    ]
    let zeilen = [
      ("Personal", [0, 1, 1, 0, 0, 1, 2]), ("Friedhof", [1, 2, 2, 2, 0, 3, 1]),
      ("Hauptamt", [4, 3, 1, 0, 0, 2, 4]), ("Kämmerei", [4, 3, 1, 0, 0, 4, 2]),
      ("Bauamt", [2, 4, 3, 3, 0, 2, 1]), ("Meldeamt", [4, 1, 1, 0, 0, 4, 2]),
    ]
    let e = try entscheide("EH-02", ["arbeitsplaetze=15"] + eintraege(fragen, zeilen))
    #expect(
      e.eintraege.map(\.name) == [
        "Hauptamt", "Bauamt", "Kämmerei", "Meldeamt", "Friedhof", "Personal",
      ])
    #expect(e.eintraege.map(\.punkte) == [34, 31, 30, 26, 21, 11])
    #expect(e.hoechst == 60)
    #expect(e.hinweise.contains { $0.contains("höchstens zwei") })
    #expect(e.eintraege[1].hinweise.contains { $0.contains("EH-07") })
    let frist = try entscheide(
      "EH-02",
      ["arbeitsplaetze=120"] + eintraege(fragen, zeilen + [("Bußgeld", [0, 0, 0, 0, 4, 0, 0])]))
    #expect(frist.eintraege[0].name == "Bußgeld")
    #expect(!frist.hinweise.contains { $0.contains("höchstens zwei") })
    // Equal points: readiness, then cases, then the alphabet.
    let gleich = try entscheide(
      "EH-02",
      ["arbeitsplaetze=120"]
        + eintraege(
          fragen,
          [
            ("B", [1, 0, 0, 0, 0, 0, 0]), ("A", [1, 0, 0, 0, 0, 0, 0]),
            ("C", [0, 0, 0, 0, 0, 0, 1]),
          ]))
    #expect(gleich.eintraege.map(\.name) == ["C", "A", "B"])
  }

  @Test("EH-03: Ausschluss und Nutzwert des Beispiels")
  func eh03() throws {
    let fragen = ["personal", "sicherheit", "kosten", "ausstieg", "anbindung", "unterstuetzung"]
    let worte =
      ["a1=nein", "a2=ja"]
      + eintraege(
        fragen, [("Cloud", [4, 4, 2, 2, 1, 1]), ("Dienstleister", [4, 4, 4, 2, 3, 3])],
        "; nachweis=ja")
      + [
        "eintrag=Eigenbetrieb; eigenbetrieb=ja; nachweis=ja; personal=4",
        "eintrag=Mitnutzung; nachweis=nein",
      ]
    let e = try entscheide("EH-03", worte)
    #expect(e.eintraege.map(\.name) == ["Dienstleister", "Cloud", "Eigenbetrieb", "Mitnutzung"])
    #expect(e.eintraege.prefix(2).map(\.punkte) == [51, 39])
    #expect(e.eintraege[2].ausgeschlossen?.contains("IT-Stelle") == true)
    #expect(e.eintraege[3].ausgeschlossen?.contains("Nachweis") == true)
    #expect(e.ergebnisse[0].empfehlung.id == "rangfolge")
    #expect(
      try entscheide("EH-03", ["a1=nein", "a2=ja", "eintrag=X; nachweis=nein"]).ergebnisse[0]
        .empfehlung.id == "keine")
  }

  @Test(
    "EH-04: alle acht Zweige",
    arguments: [
      ("ja", "ja", "ja", "d"), ("ja", "ja", "nein", "d"), ("nein", "ja", "ja", "c"),
      ("nein", "ja", "nein", "c"),
      ("ja", "nein", "nein", "a"), ("ja", "nein", "ja", "b"), ("nein", "nein", "ja", "b"),
      ("nein", "nein", "nein", "b"),
    ])
  func eh04(f1: String, f2: String, f3: String, art: String) throws {
    let e = try entscheide("EH-04", ["f1=\(f1)", "f2=\(f2)", "f3=\(f3)"])
    #expect(e.ergebnisse.map(\.empfehlung.id) == [art])
    #expect(e.hinweise.contains { $0.contains("Aussonderung") } == (f3 == "ja"))
  }

  @Test("EH-05: Partner des Beispiels und die Grenzen 60 und 40 Prozent")
  func eh05() throws {
    let fragen = ["fachverfahren", "leitung", "erfahrung", "vertragsform", "groesse", "naehe"]
    let zeilen = [
      ("Weißtal", [1, 2, 4, 2, 0, 2]), ("Erlgrund", [4, 2, 0, 1, 4, 3]),
      ("Auental", [3, 3, 2, 2, 1, 4]),
    ]
    let e = try entscheide("EH-05", eintraege(fragen, zeilen, "; x1=ja; x2=ja"))
    #expect(e.eintraege.map(\.punkte) == [31, 27, 23])
    #expect(e.ergebnisse[0].empfehlung.id == "gemeinsam")
    let ohne = try entscheide("EH-05", eintraege(fragen, Array(zeilen.prefix(2)), "; x1=ja; x2=ja"))
    #expect(ohne.ergebnisse[0].empfehlung.id == "reden")
    let keiner = try entscheide("EH-05", eintraege(fragen, zeilen, "; x1=ja; x2=nein"))
    #expect(keiner.ergebnisse[0].empfehlung.id == "allein")
    // 19 of 48 is below 40 %, 20 is above.
    let fast = try entscheide(
      "EH-05", eintraege(fragen, [("X", [4, 0, 2, 1, 0, 1])], "; x1=ja; x2=ja"))
    #expect(fast.eintraege[0].punkte == 19)
    #expect(fast.ergebnisse[0].empfehlung.id == "allein")
  }

  @Test("EH-06: das Beispiel und jede Folge")
  func eh06() throws {
    func folge(_ art: String, _ ja: [Int]) throws -> String {
      let worte = (1...8).map { "f\($0)=" + (ja.contains($0) ? "ja" : "nein") }
      return try entscheide("EH-06", ["art=\(art)"] + worte).ergebnisse[0].empfehlung.id
    }
    #expect(try folge("programm", [1, 2, 3, 4, 5, 6, 7]) == "antrag")
    #expect(try folge("programm", [1, 2, 4, 3, 5]) == "beratung")
    #expect(try folge("programm", [1, 2, 4, 3]) == "nicht")
    #expect(try folge("programm", [1, 2, 3, 5, 6, 7, 8]) == "nicht")
    #expect(try folge("angebot", [1, 3, 5, 6]) == "angebot")
    #expect(try folge("angebot", [1, 2, 3, 4, 5]) == "zurueck")
  }

  @Test("EH-07: Engpass des Beispiels, Gleichstand, zu wenige Personen")
  func eh07() throws {
    let fragen = (1...9).map { "s\($0)" }
    let vier = [
      ("P1", [3, 2, 3, 3, 3, 3, 1, 2, 3]), ("P2", [2, 2, 3, 1, 2, 2, 0, 1, 2]),
      ("P3", [3, 3, 3, 4, 3, 4, 1, 2, 3]), ("P4", [2, 1, 3, 3, 2, 3, 1, 2, 3]),
    ]
    let e = try entscheide("EH-07", eintraege(fragen, vier))
    #expect(e.ergebnisse[0].empfehlung.id == "duerfen")
    #expect(e.groessen.map(\.wert.dezimal) == ["2.5", "2.75", "1.75"])
    #expect(e.punkte == nil)
    func eine(_ k: Int, _ w: Int, _ d: Int) throws -> Entscheid {
      try entscheide("EH-07", eintraege(fragen, [("P", [k, k, k, w, w, w, d, d, d])]))
    }
    #expect(try eine(2, 2, 2).ergebnisse[0].empfehlung.id == "duerfen")
    #expect(try eine(2, 2, 3).ergebnisse[0].empfehlung.id == "wollen")
    #expect(try eine(1, 2, 3).ergebnisse[0].empfehlung.id == "koennen")
    #expect(try eine(3, 3, 4).ergebnisse[0].empfehlung.id == "kein")
    #expect(try eine(1, 1, 1).hinweise.contains { $0.contains("noch nicht reif") })
    // Two could see what the other answered.
    #expect(try entscheide("EH-07", eintraege(fragen, Array(vier.prefix(2)))).groessen.isEmpty)
    #expect(try entscheide("EH-07", eintraege(fragen, vier)).groessen.count == 3)
    let zwei = try entscheide("EH-07", eintraege(fragen, Array(vier.prefix(2))))
    #expect(zwei.ergebnisse[0].empfehlung.id == "zu_wenige")
  }

  @Test("EH-08: Lindenbach zentral vor, Auental dezentral nach der Bearbeitung")
  func eh08() throws {
    func folge(
      _ standorte: Int, _ bote: String, _ vertraulich: String, _ fragen: String, _ stunden: String
    ) throws -> [String] {
      try entscheide(
        "EH-08",
        [
          "standorte=\(standorte)", "bote=\(bote)", "vertraulich=\(vertraulich)",
          "rueckfragen=\(fragen)", "stunden=\(stunden)", "verfuegbar=1,5",
        ]
      ).ergebnisse.map(\.empfehlung.id)
    }
    #expect(try folge(1, "nein", "8 %", "0,1", "1,25") == ["zentral", "vor"])
    #expect(try folge(3, "nein", "22 %", "0,3", "1") == ["dezentral", "nach"])
    #expect(try folge(3, "ja", "51 %", "0,2", "1,6") == ["dezentral", "nach_stunden"])
    #expect(try folge(3, "ja", "50 %", "0,2", "1,5") == ["zentral", "vor"])
  }

  @Test("EH-09: alle Aktenarten des Beispiels")
  func eh09() throws {
    let e = try entscheide(
      "EH-09",
      [
        "satz=46", "eintrag=Gewerbe; abgelaufen=ja",
        "eintrag=Schriftverkehr; restjahre=1,1",
        "eintrag=Bau alt; dauernd=ja; zugriffe=0,1", "eintrag=Bau neu; dauernd=ja; zugriffe=0,4",
        "eintrag=Grab; restjahre=15; zugriffe=1,5; minuten=10; kosten=6,90",
        "eintrag=Pacht; restjahre=12; zugriffe=1; minuten=10; kosten=6,90; offene_faelle=ja",
        "eintrag=Verein; restjahre=4; zugriffe=0,3",
        "eintrag=Vollstreckung; restjahre=2,1; zugriffe=2; minuten=2; kosten=6,90; offene_faelle=ja",
        "eintrag=Gesperrt; abgelaufen=ja; sperre=ja",
        "eintrag=Dauernd abgelaufen; abgelaufen=ja; dauernd=ja; zugriffe=0",
      ])
    #expect(
      e.eintraege.map { $0.ergebnisse[0].empfehlung.id } == [
        "anbieten", "stehen", "stichtag", "bedarf", "voll", "voll", "bedarf", "laufend", "stehen",
        "stichtag",
      ])
    #expect(throws: Rechenfehler.self) {
      try entscheide("EH-09", ["satz=46", "eintrag=X; restjahre=5"])
    }
  }

  @Test("EH-10: Weißtal baut aus; endet das Produkt, wird gewechselt")
  func eh10() throws {
    let weisstal = [
      "zufriedenheit=2", "export=2", "schnittstellen=3", "kosten=3", "hersteller=3",
      "vertragsende=4",
    ]
    let e = try entscheide("EH-10", weisstal + ["vertragsmonate=31"])
    #expect(e.punkte == 34)
    #expect(e.hoechst == 52)
    #expect(e.ergebnisse[0].empfehlung.id == "ausbauen")
    let ende = try entscheide(
      "EH-10",
      [
        "zufriedenheit=4", "export=4", "schnittstellen=4", "kosten=4", "hersteller=0",
        "vertragsende=4", "vertragsmonate=10",
      ])
    #expect(ende.ergebnisse[0].empfehlung.id == "wechseln")
    #expect(ende.hinweise.contains { $0.contains("18 Monaten") })
    #expect(
      try entscheide(
        "EH-10",
        [
          "zufriedenheit=4", "export=4", "schnittstellen=4", "hersteller=3", "kosten=0",
          "vertragsende=0", "vertragsmonate=40",
        ]
      ).ergebnisse[0].empfehlung.id == "bleiben")
    // No answer is no announcement of the vendor's end.
    #expect(throws: Rechenfehler.self) {
      try entscheide("EH-10", ["zufriedenheit=4", "export=4"])
    }
  }

  @Test("Jedes Ergebnis nennt seinen Grund mit den Zahlen der Eingabe")
  func gruende() throws {
    let e = try entscheide(
      "EH-09",
      [
        "satz=46", "eintrag=Alt; dauernd=ja; zugriffe=0,1",
        "eintrag=Grab; restjahre=15; zugriffe=1,5; minuten=10; kosten=6,90",
        "eintrag=Bald; restjahre=1,1", "eintrag=Weg; abgelaufen=ja",
      ])
    let gruende = e.eintraege.map { $0.ergebnisse[0].grund }
    #expect(gruende[0].hasPrefix("0,1 Zugriffe je Akte und Jahr; unter 0,2"))
    #expect(
      gruende[1].hasPrefix("Kosten 6,90 € je Akte sind nicht höher als der Nutzen 57,50 € (1,5"))
    #expect(gruende[2].contains("Restlaufzeit ist 1,1 Jahre"))
    #expect(gruende[3] == "Frist abgelaufen: ja. Sperre: offen. Dauernd aufzubewahren: offen.")
    let post = try entscheide(
      "EH-08",
      ["standorte=1", "vertraulich=8 %", "rueckfragen=25 %", "stunden=1,25", "verfuegbar=1,5"])
    #expect(post.ergebnisse[0].grund.contains("vertraulicher Post: 8 %"))
    #expect(post.ergebnisse[1].grund == "Rückfragen bei 25 % der Sendungen; die Grenze ist 20 %.")
    let partner = try entscheide(
      "EH-05", ["eintrag=Auental; x1=ja; x2=ja; fachverfahren=4; leitung=4; erfahrung=4"])
    #expect(partner.ergebnisse[0].grund.hasPrefix("»Auental« hat 32 von 48 Punkten"))
    #expect(partner.eintraege[0].punkteweg?.hasPrefix("Gleiche Fachverfahren 3 × 4; ") == true)
    #expect(partner.eintraege[0].punkteweg?.contains("Nähe 1 × 0 (offen)") == true)
    #expect(partner.text.contains("Warum: »Auental«"))
    #expect(partner.jsonText.contains(#""grund":"»Auental«"#))
    // No reason keeps a name unfilled, and none is empty.
    for h in Self.hilfen {
      for regel in h.entscheidungen.flatMap(\.regeln) {
        #expect(regel.grund?.isEmpty == false, "\(h.id)")
      }
    }
  }

  @Test("Ein Grund mit einem Namen, den es nicht gibt, fällt beim Prüfen auf")
  func falscherGrund() throws {
    let pfad = try #require(Toolbox.eingebaut.pfad(werkzeug: "EH-09"))
    let yaml = try #require(
      Toolbox.eingebaut.text(pfad.replacingOccurrences(of: ".md", with: ".yaml")))
    let liste = Befundliste("EH-09")
    _ = Entscheidungshilfe.lies(
      yaml.replacingOccurrences(of: "{zugriffe} Zugriffe", with: "{zugrife} Zugriffe"), liste)
    #expect(liste.befunde.contains { $0.meldung.contains("»zugrife«") })
  }

  @Test(
    "Falsche Antworten werden mit Namen zurückgewiesen",
    arguments: [
      ("EH-01", ["f13=ja"], "f13"), ("EH-01", ["f1=vielleicht"], "f1"),
      ("EH-01", ["f1=ja", "f1=nein"], "zweimal"),
      ("EH-02", ["arbeitsplaetze=15"], "Eintrag"), ("EH-02", ["eintrag=A; fallzahl=5"], "0 bis 4"),
      ("EH-02", ["eintrag=A", "eintrag=A"], "nur einmal"),
      ("EH-02", ["eintrag=fallzahl=1"], "Name"),
      ("EH-06", ["art=nix"], "programm"), ("EH-08", ["standorte=1.5"], "Meinen Sie"),
      ("EH-02", ["eintrag=A; fallzahl=1"], "arbeitsplaetze"),
      ("EH-03", ["a1=ja", "eintrag=A"], "a2"), ("EH-04", ["f1=ja", "f2=ja"], "f3"),
      ("EH-09", ["satz=46", "eintrag=A; zugriffe=400"], "möglich bis 366"),
      ("EH-09", ["satz=46", "eintrag=A; zugriffe=-1"], "zu klein"),
      ("EH-08", ["vertraulich=120 %"], "120 % ist zu groß; möglich bis 100 %"),
    ])
  func falsch(id: String, worte: [String], erwartet: String) throws {
    do {
      _ = try entscheide(id, worte)
      Issue.record("angenommen")
    } catch let fehler as Rechenfehler {
      #expect("\(fehler)".contains(erwartet), "\(fehler)")
    }
  }

  @Test(
    "Bedingungen werden richtig gelesen und gerechnet",
    arguments: [
      ("1 + 2 * 3", "7"), ("(1 + 2) * 3", "9"), ("2 - 1 - 1", "0"), ("6 / 4", "1.5"),
      ("1 oder 1 und 0", "1"),
      ("nicht 0 und 1", "1"), ("a >= 2 und b < 3", "1"), ("min(3, a, b)", "2"),
      ("ja(a, b, 0)", "2"),
      ("wenn(a == 2, 5, 1 / 0)", "5"), ("mittel(a, b, 4)", "2.8"), ("0 und 1 / 0", "0"),
    ])
  func ausdruck(text: String, wert: String) throws {
    let werte = ["a": Bruch(2), "b": Bruch(dezimal: "2.4")!]
    let ergebnis = try Ausdruck(text).wert { name throws(Rechenfehler) in [werte[name] ?? .null] }
    #expect(ergebnis.dezimal == wert)
  }

  @Test(
    "Unverständliche Bedingungen sind Fehler",
    arguments: [
      "", "1 +", "(1", "1)", "und", "x(1)", "1 2", "a == ", "min(",
      String(repeating: "(", count: 100), "a & b",
    ])
  func unverstaendlich(text: String) {
    #expect(throws: Lesefehler.self) { try Ausdruck(text) }
  }

  @Test(
    "Verdorbene Daten einer Hilfe findet die Prüfung der Toolbox",
    arguments: [
      ("EH-01", "dann: jetzt", "dann: gestern"), ("EH-01", "ausloeser >= 1", "ausloser >= 1"),
      ("EH-01", "      - {dann: noch_nicht", "      - {wenn: \"f1\", dann: noch_nicht"),
      ("EH-01", "lizenz: CC-BY-4.0", "lizenz: MIT"),
      ("KH-05", "vorgabe: \"220\", quelle: ", "vorgabe: \"220\", quele: "),
      ("KH-05", "typ: dezimal", "typ: dezimel"),
      ("KH-05", "id: KH-05", "id: KH-04"), ("KH-05", "min: \"1\", max: \"30\"", "max: \"30\""),
    ])
  func verdorben(id: String, alt: String, neu: String) throws {
    var toolbox = Toolbox.eingebaut
    let pfad = try #require(toolbox.pfad(werkzeug: id)).replacingOccurrences(
      of: ".md", with: ".yaml")
    let text = try #require(toolbox.text(pfad))
    let anders = text.replacingOccurrences(of: alt, with: neu)
    try #require(anders != text)
    toolbox.dateien[pfad] = Array(anders.utf8)
    #expect(try toolbox.pruefe().contains { $0.regel == "RE01" && $0.ort.datei == pfad })
    toolbox.dateien[pfad] = nil
    #expect(try toolbox.pruefe().contains { $0.regel == "RE02" && $0.ort.objekt == id })
  }
}
