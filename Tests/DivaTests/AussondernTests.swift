// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("diva aussondern: Virenprüfung")
struct VirenpruefungTests {
  private static let p = Aussonderbuehne.prozess

  /// A scanner that finds something in files with the word, and notes how it was called.
  private func scanner(_ tmp: URL, findet wort: String, sonst status: Int = 0) throws -> String {
    let ort = tmp.appendingPathComponent("mein scanner")
    try Data(
      """
      #!/bin/sh
      echo "$@" >> '\(tmp.path)/aufrufe.txt'
      for ordner; do :; done
      fund=$(ls "$ordner" | grep '\(wort)') && { echo "FUND $fund"; exit 1; }
      exit \(status)

      """.utf8
    ).write(to: ort)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: ort.path)
    return "'\(ort.path)' -r \"zwei Worte\""
  }

  @Test("Was befallen ist, bleibt mit allem darin hier; das Übrige geht; später geht auch das")
  func fund() throws {
    try mitTemporaeremOrdner { tmp in
      let b = try Aussonderbuehne(tmp)
      try b.bewertet()
      let aufruf = ["aussondern", "abgeben", Self.p]
      let e = try b.stadt(
        aufruf + ["--virenpruefung", try scanner(tmp, findet: "Nachbar")], am: "2037-03-05")
      #expect(e.status == 0, "\(e.fehler)")
      #expect(e.ausgabe.contains("Nicht dabei: 63-11/2011-0005: Die Virenprüfung hat etwas"))
      #expect(e.ausgabe.contains("FUND ") && e.ausgabe.contains("Nachbar_Nr._7.eml"))
      #expect(e.ausgabe.contains("6 an das Archiv abgegeben"))
      // One call for each Akte, the folder as its last argument, no shell in between.
      let aufrufe = try String(
        contentsOf: tmp.appendingPathComponent("aufrufe.txt"), encoding: .utf8)
      let ordner = b.pfad("bv/virenpruefung")
      #expect(aufrufe == String(repeating: "-r zwei Worte \(ordner)\n", count: 3))
      #expect(!FileManager.default.fileExists(atPath: ordner))
      let zeigen = try Diva.starte(["verfahren", "zeigen", Self.p, "--verfahren", b.pfad("bv")])
      #expect(zeigen.ausgabe.contains("Ausgelassen am 05.03.2037"))

      // The archive takes what came; what was held back comes by another 0503.
      for worte in [
        ["archiv", "empfangen"], ["archiv", "bestaetigen", Self.p],
      ] {
        if worte[1] == "bestaetigen" {
          // Not everything came, so the command ends with 2 and says what is missing.
          let u = try b.archiv(["archiv", "uebernehmen", Self.p, "--nach", b.pfad("magazin")])
          #expect(u.status == 2 && u.ausgabe.contains("Fehlt: Akte 63-11/2011-0005"))
        }
        let r = try b.archiv(worte)
        #expect(r.status == 0, "\(r.ausgabe)\(r.fehler)")
      }
      #expect(try b.stadt(["aussondern", "empfangen"], am: "2037-03-05").status == 0)
      let zwei = try b.stadt(
        aufruf + ["--virenpruefung", try scanner(tmp, findet: "nirgends")], am: "2037-03-06")
      #expect(zwei.status == 0 && zwei.ausgabe.contains("3 an das Archiv abgegeben"))
      #expect(try b.archiv(["archiv", "empfangen"]).status == 0)
      let u = try b.archiv(["archiv", "uebernehmen", Self.p, "--nach", b.pfad("magazin")])
      #expect(u.status == 0, "\(u.ausgabe)\(u.fehler)")
      // Each message has a folder of its own, though both have the same name.
      #expect(b.namen("magazin").count { $0.hasPrefix("\(Self.p)_0503_1") } == 2)
      #expect(try b.archiv(["archiv", "bestaetigen", Self.p]).status == 0)
      #expect(try b.stadt(["aussondern", "empfangen"], am: "2037-03-07").status == 0)
      let ende = try b.stadt(
        ["aussondern", "loeschen", Self.p, "--zweite-person", "nowak:VG"], am: "2037-06-01")
      #expect(ende.ausgabe.contains("Das Verfahren ist abgeschlossen."), "\(ende.ausgabe)")
      #expect(try Diva.starte(["speicher", "pruefen", "--speicher", b.pfad("stadt")]).status == 0)
    }
  }

  @Test("Ist alles befallen, geht nichts hinaus, und jede Akte wird genannt")
  func alles() throws {
    try mitTemporaeremOrdner { tmp in
      let b = try Aussonderbuehne(tmp)
      try b.bewertet()
      let e = try b.stadt(["aussondern", "abgeben", Self.p, "--virenpruefung", "false"])
      #expect(e.status == 1)
      #expect(e.fehler.contains("Es kann nichts abgegeben werden: 9 Objekte"))
      #expect(e.ausgabe.components(separatedBy: "Nicht dabei: ").count == 4)
      #expect(!b.namen("zum-archiv").contains { $0.contains("_0503") })
      let j = try b.stadt(["aussondern", "abgeben", Self.p, "--virenpruefung", "false", "--json"])
      let abgelehnt = try JSONZeile(j.ausgabe).wert["abgelehnt"] as? [String]
      #expect(abgelehnt?.count == 3 && abgelehnt?.allSatisfy { $0.hasSuffix(" virenfund") } == true)
    }
  }

  @Test(
    "Kann die Prüfung nicht arbeiten, geschieht nichts",
    arguments: [
      ("sh -c 'echo kaputt; exit 2'", "ist mit 2 gescheitert: kaputt"),
      ("sh -c 'kill -9 $$'", "wurde abgebrochen"),
      ("gibt-es-nicht-4711 -r", "gibt es nicht oder es ist nicht"),
      ("/etc/passwd", "gibt es nicht oder es ist nicht"),
      ("/", "gibt es nicht oder es ist nicht"),
    ])
  func fehler(_ befehl: String, _ text: String) throws {
    try mitTemporaeremOrdner { tmp in
      let b = try Aussonderbuehne(tmp)
      try b.bewertet()
      let e = try b.stadt(["aussondern", "abgeben", Self.p, "--virenpruefung", befehl])
      #expect(e.status == 1)
      #expect(e.fehler.contains(text) && e.fehler.contains("Es wurde nichts abgegeben."))
      #expect(!b.namen("zum-archiv").contains { $0.contains("_0503") })
      #expect(!FileManager.default.fileExists(atPath: b.pfad("bv/virenpruefung")))
      // Nothing was begun: it goes as if nothing had been.
      #expect(try b.stadt(["aussondern", "abgeben", Self.p, "--virenfrei"]).status == 0)
    }
  }

  @Test(
    "Ohne Prüfung, mit beidem oder mit einem halben Befehl ist falsch aufgerufen",
    arguments: [
      [], ["--virenfrei", "--virenpruefung", "true"], ["--virenpruefung", ""],
      ["--virenpruefung", "sh -c 'offen"], ["--virenpruefung", "'' -r"],
    ])
  func aufruf(_ weitere: [String]) throws {
    let e = try Diva.starte(["aussondern", "abgeben", Self.p, "--verfahren", "x"] + weitere)
    #expect(e.status == 64, "\(e.ausgabe)\(e.fehler)")
    #expect(e.fehler.contains("--virenpruefung"))
  }
}

@Suite("diva verfahren bericht")
struct BerichtsbefehlTests {
  private static let p = Aussonderbuehne.prozess

  @Test("Jeder Bericht auf seiner Seite, als Seite und als JSON, auf die Ausgabe und in eine Datei")
  func berichte() throws {
    try mitTemporaeremOrdner { tmp in
      let b = try Aussonderbuehne(tmp)
      try b.bewertet()
      func bericht(_ seite: String, _ art: String, _ weitere: [String] = []) throws
        -> Programm.Ergebnis
      {
        try Diva.starte(
          ["verfahren", "bericht", Self.p, "--art", art, "--verfahren", b.pfad(seite)]
            + (seite == "bv" ? ["--speicher", b.pfad("stadt")] : []) + weitere)
      }
      // What is not there yet.
      for (seite, art, grund) in [
        ("bv", "vernichtung", "noch nichts vernichtet"), ("bv", "uebernahme", "führt das Archiv"),
        ("av", "vernichtung", "bei der Behörde"), ("av", "uebernahme", "keine Aussonderung (0503)"),
      ] {
        let e = try bericht(seite, art)
        #expect(e.status == 1 && e.ausgabe.isEmpty && e.fehler.contains(grund), "\(seite) \(art)")
      }
      for e in [
        try b.stadt(["aussondern", "abgeben", Self.p, "--virenfrei"]),
        try b.archiv(["archiv", "empfangen"]),
        try b.archiv(["archiv", "uebernehmen", Self.p, "--nach", b.pfad("magazin")]),
        try b.archiv(["archiv", "bestaetigen", Self.p]), try b.stadt(["aussondern", "empfangen"]),
        try b.stadt(
          ["aussondern", "loeschen", Self.p, "--zweite-person", "nowak:VG"], am: "2037-06-01"),
      ] { #expect(e.status == 0, "\(e.ausgabe)\(e.fehler)") }
      for (seite, art, zahl) in [
        ("bv", "anbieteverzeichnis", "9"), ("av", "anbieteverzeichnis", "9"),
        ("bv", "bewertung", "9"), ("av", "bewertung", "9"), ("av", "uebernahme", "23"),
        ("bv", "vernichtung", "23"),
      ] {
        let html = try bericht(seite, art)
        #expect(html.status == 0 && html.ausgabe.hasPrefix("<!DOCTYPE html>"), "\(html.fehler)")
        #expect(html.ausgabe.contains(zahl))
        let json = try bericht(seite, art, ["--json"])
        let wert = try JSONSerialization.jsonObject(with: Data(json.ausgabe.utf8))
        let erwartet = ["bewertung": "bewertungsbericht", "uebernahme": "uebernahmebericht"]
        let gefunden = (wert as? [String: Any])?["bericht"] as? String
        #expect(
          gefunden == erwartet[art] ?? (art == "vernichtung" ? "vernichtungsprotokoll" : art))
        let datei = b.pfad("\(seite)-\(art).html")
        let ein = try bericht(seite, art, ["--nach", datei])
        #expect(ein.status == 0 && ein.ausgabe == datei + "\n")
        #expect(try String(contentsOfFile: datei, encoding: .utf8) == html.ausgabe)
        #expect(try bericht(seite, art, ["--nach", datei]).status == 0)
      }
      // Somebody's file is not overwritten.
      let brief = b.pfad("plan.csv")
      let vorher = try String(contentsOfFile: brief, encoding: .utf8)
      let e = try bericht("av", "bewertung", ["--nach", brief])
      #expect(e.status == 1 && e.fehler.contains("wird nicht überschrieben"))
      #expect(try String(contentsOfFile: brief, encoding: .utf8) == vorher)
    }
  }

  @Test("Unbekannter Prozess, falsche Art und fehlender Speicher sind deutsche Fehler")
  func falsch() throws {
    try mitTemporaeremOrdner { tmp in
      let b = try Archivbuehne(tmp)
      let aufruf = ["verfahren", "bericht", "--verfahren", b.verfahren]
      let fremd = "99999999-0000-4000-8000-000000000000"
      let unbekannt = try Diva.starte(aufruf + [fremd, "--art", "bewertung"])
      #expect(unbekannt.status == 1 && unbekannt.fehler.contains("gibt es in"))
      let art = try Diva.starte(aufruf + [Archivbuehne.prozess, "--art", "alles"])
      #expect(art.status == 64)
      let gut = try Diva.starte(aufruf + [Archivbuehne.prozess, "--art", "anbieteverzeichnis"])
      #expect(gut.status == 0 && gut.ausgabe.contains("Bauakte Straße"))
    }
  }
}

@Suite("diva: Bewertungskatalog")
struct KatalogbefehlTests {
  private static let p = Aussonderbuehne.prozess
  private static let abgabe = "30000000-0000-4000-8000-000000000002"

  /// The Aktenplan lies with the archive.
  private func vorgelegt(_ tmp: URL, _ weitere: [String] = []) throws -> Aussonderbuehne {
    let b = try Aussonderbuehne(tmp, weitere)
    let e = try b.stadt(["aussondern", "vorlegen", "--stand", "2037", "--prozess", Self.p])
    try #require(e.status == 0 && e.ausgabe.contains("→ 0511: versandt"), "\(e.fehler)")
    try #require(try b.archiv(["archiv", "empfangen"]).status == 0)
    return b
  }

  @Test(
    "Vorlegen, als Tabelle bewerten, anwenden, nach Katalog abgeben",
    arguments: ["3.1.0", "4.0.0"])
  func weg(_ fassung: String) throws {
    try mitTemporaeremOrdner { tmp in
      let b = try vorgelegt(tmp, ["--fassung", fassung])
      let csv = b.pfad("k.csv")
      let xlsx = b.pfad("k.xlsx")
      let aus = try b.archiv(
        ["bewerten", "export", Self.p, "--csv", csv, "--xlsx", xlsx], am: nil)
      #expect(aus.status == 0 && aus.ausgabe.contains("6 Einheiten zu bewerten."))
      let text = try String(contentsOfFile: csv, encoding: .utf8)
      #expect(text.contains("4;63.11;Baugenehmigungen;63;;;;"))
      var gefuellt = ""
      for zeile in text.components(separatedBy: "\r\n") {
        switch zeile.prefix(2) {
        case "3;": gefuellt += zeile.replacing(";;;;;", with: ";;;A;Bauakten;")
        case "6;": gefuellt += zeile.replacing(";66;;;;", with: ";66;;V;;")
        default: gefuellt += zeile
        }
        gefuellt += "\r\n"
      }
      try Data(gefuellt.utf8).write(to: URL(fileURLWithPath: csv))
      let ein = try b.archiv(["bewerten", "import", Self.p, csv], am: nil)
      #expect(ein.status == 0, "\(ein.ausgabe)\(ein.fehler)")
      #expect(ein.ausgabe.contains("Archivwürdig (A):       2"))
      #expect(ein.ausgabe.contains("Nicht archivwürdig (V): 1"))
      #expect(ein.ausgabe.contains("3 Einheiten sind ohne Entscheidung"))
      #expect(try b.archiv(["archiv", "bewerten", Self.p]).ausgabe.contains("→ 0513: versandt"))
      let zuSpaet = try b.archiv(["bewerten", "import", Self.p, csv], am: nil)
      #expect(zuSpaet.status == 1 && zuSpaet.fehler.contains("schon hinausgegangen"))

      // Before the town took the catalogue in, nothing goes without an offer.
      let abgeben = ["aussondern", "abgeben", Self.abgabe, "--nach-katalog"]
      let zuFrueh = try b.stadt(abgeben + ["--virenfrei"])
      #expect(zuFrueh.status == 1 && !b.namen("zum-archiv").contains { $0.contains("0503") })
      #expect(try b.stadt(["aussondern", "empfangen"], am: "2037-03-05").status == 0)
      #expect(b.namen("zum-archiv").count { $0.contains("0514") } == 1)
      // A finding keeps the only Akte here; the process is not begun then.
      let fund = try b.stadt(abgeben + ["--virenpruefung", "false"], am: "2037-03-06")
      #expect(fund.status == 1, "\(fund.ausgabe)")
      let e = try b.stadt(abgeben + ["--virenpruefung", "true"], am: "2037-03-06")
      #expect(e.status == 0, "\(e.fehler)")
      #expect(e.ausgabe.contains("3 an das Archiv abgegeben"))
      #expect(e.ausgabe.contains("Nicht dabei: 66-30/2012-0002"))
      #expect(try b.archiv(["archiv", "empfangen"]).status == 0)
      let u = try b.archiv(["archiv", "uebernehmen", Self.abgabe, "--nach", b.pfad("magazin")])
      #expect(u.status == 0 && u.ausgabe.contains("10 Dateien"))
    }
  }

  @Test("Fehler in der Liste nennen Zeile und Abhilfe und ändern nichts")
  func fehler() throws {
    try mitTemporaeremOrdner { tmp in
      let b = try vorgelegt(tmp)
      let csv = b.pfad("k.csv")
      #expect(try b.archiv(["bewerten", "export", Self.p, "--csv", csv], am: nil).status == 0)
      let text = try String(contentsOfFile: csv, encoding: .utf8)
      let einheiten = b.pfad("av/\(Self.p)/einheiten.jsonl")
      let vorher = try String(contentsOfFile: einheiten, encoding: .utf8)
      let zeilen = text.components(separatedBy: "\r\n")
      let fremd = zeilen[1].dropLast(36) + "99999999-0000-4000-8000-000000000000"
      let kaputt = [
        zeilen[0], zeilen[1].replacing(";;;;;", with: ";;;X;;"), zeilen[2], String(fremd),
      ]
      try Data(kaputt.joined(separator: "\r\n").utf8).write(to: URL(fileURLWithPath: csv))
      let e = try b.archiv(["bewerten", "import", Self.p, csv], am: nil)
      #expect(e.status == 2)
      #expect(e.ausgabe.contains("FEHLER BL11 Zeile 2"))
      #expect(e.ausgabe.contains("FEHLER BL8 Zeile 4  Die Einheit 99999999"))
      #expect(e.ausgabe.contains("FEHLER BL10"))
      #expect(try String(contentsOfFile: einheiten, encoding: .utf8) == vorher)
    }
  }

  @Test("Vor 3.1, ohne Stand und mit leerem Namen geht es nicht")
  func falsch() throws {
    try mitTemporaeremOrdner { tmp in
      let b = try Aussonderbuehne(tmp, ["--fassung", "3.0.0"])
      let alt = try b.stadt(["aussondern", "vorlegen", "--stand", "1"])
      #expect(alt.status == 1 && alt.fehler.contains("erst ab xdomea 3.1"))
      #expect(try b.stadt(["aussondern", "vorlegen"]).status == 64)
      #expect(try b.stadt(["aussondern", "vorlegen", "--stand", " "]).status == 64)
      #expect(b.namen("zum-archiv").isEmpty)
      #expect(b.namen("bv") == ["partner.json", "sperre"])
    }
  }
}

@Suite("diva aussondern einrichten: Namen")
struct NamensformbefehlTests {
  @Test(
    "Die Behörde wählt die Form, das Archiv antwortet in derselben",
    arguments: [
      ("3.0.0", "nachFassung", "_Aussonderung.Anbieteverzeichnis.0501.zip"),
      ("3.0.0", "kurz", "_0501_1.zip"), ("3.1.0", "kurzOhneNummer", "_0501.zip"),
      ("4.0.0", "kurz", "_0501_1.zip"),
    ])
  func form(_ fassung: String, _ namen: String, _ ende: String) throws {
    try mitTemporaeremOrdner { tmp in
      let b = try Aussonderbuehne(tmp, ["--fassung", fassung, "--namen", namen])
      let p = Aussonderbuehne.prozess
      #expect(try b.stadt(["aussondern", "anbieten", "--prozess", p]).status == 0)
      #expect(b.namen("zum-archiv") == [p + ende])
      #expect(try b.archiv(["archiv", "empfangen"]).status == 0)
      let antwort = ende.replacing("Anbieteverzeichnis", with: "AnbietungEmpfangBestaetigen")
        .replacing("0501", with: "0504")
      #expect(b.namen("zur-stadt") == [p + antwort])
      #expect(try b.stadt(["aussondern", "empfangen"]).status == 0)
    }
  }

  @Test("Ab 4.0 gibt es keine Form ohne Nummer, und eine unbekannte auch nicht")
  func falsch() throws {
    try mitTemporaeremOrdner { tmp in
      let aufruf = [
        "aussondern", "einrichten", "--verfahren", tmp.appendingPathComponent("v").path,
        "--behoerde", "Stadt", "--archiv", "Archiv", "--eingang",
        tmp.appendingPathComponent("e").path, "--ausgang", tmp.appendingPathComponent("a").path,
      ]
      let ohne = try Diva.starte(aufruf + ["--namen", "kurzOhneNummer"])
      #expect(ohne.status == 64 && ohne.fehler.contains("laufende Nummer"))
      #expect(try Diva.starte(aufruf + ["--namen", "lang"]).status == 64)
      #expect(try FileManager.default.contentsOfDirectory(atPath: tmp.path).isEmpty)
    }
  }

  @Test("Eine Rücknahme: Mitteilung als Bericht, Vermerk beim Archiv, Stand auf beiden Seiten")
  func ruecknahme() throws {
    try mitTemporaeremOrdner { tmp in
      let b = try Aussonderbuehne(tmp)
      let p = Aussonderbuehne.prozess
      #expect(try b.stadt(["aussondern", "anbieten", "--prozess", p]).status == 0)
      #expect(try b.archiv(["archiv", "empfangen"]).status == 0)
      let ort = ["--verfahren", b.pfad("bv"), "--speicher", b.pfad("stadt")]
      let frueh = try Diva.starte(["verfahren", "bericht", p, "--art", "ruecknahme"] + ort)
      #expect(frueh.status == 1 && frueh.fehler.contains("kein Angebot zurückgenommen"))
      let zurueck = try b.stadt(["aussondern", "zurueckziehen", p, "--grund", "Irrtum"])
      #expect(zurueck.status == 0, "\(zurueck.fehler)")
      let stand = try Diva.starte(["aussondern", "status", p] + ort)
      #expect(stand.ausgabe.contains("Beendet: Irrtum. Teilen Sie es"), "\(stand.ausgabe)")
      let brief = b.pfad("r.html")
      let e = try Diva.starte(
        ["verfahren", "bericht", p, "--art", "ruecknahme", "--nach", brief] + ort)
      #expect(e.status == 0, "\(e.fehler)")
      #expect(
        try String(contentsOfFile: brief, encoding: .utf8).contains("Mitteilung an das Archiv"))
      let json = try Diva.starte(
        ["verfahren", "bericht", p, "--art", "ruecknahme", "--json"] + ort)
      #expect(try JSONZeile(json.ausgabe).wert["grund"] as? String == "Irrtum")
      let verlust = try Diva.starte(
        ["verfahren", "bericht", p, "--art", "verlustbericht-0501"] + ort)
      #expect(verlust.status == 1 && verlust.fehler.contains("kein Text verändert"))

      let vermerk = try b.archiv(["archiv", "ruecknahme", p, "--grund", "Irrtum"])
      #expect(vermerk.status == 0, "\(vermerk.fehler)")
      #expect(vermerk.ausgabe.contains("Von der Behörde zurückgenommen: Irrtum"))
      let bewerten = try b.archiv(["archiv", "bewerten", p])
      #expect(bewerten.status == 1 && bewerten.fehler.contains("zurückgenommen: Irrtum."))
    }
  }

  @Test("Ein verschriebener Ordner der Verfahren wird genannt und nicht angelegt")
  func verschrieben() throws {
    try mitTemporaeremOrdner { tmp in
      let b = try Aussonderbuehne(tmp)
      for worte in [
        ["aussondern", "status", "--speicher", b.pfad("stadt")], ["archiv", "empfangen"],
        ["verfahren", "zeigen", Aussonderbuehne.prozess],
      ] {
        let e = try Diva.starte(worte + ["--verfahren", b.pfad("verfaren")])
        #expect(e.status == 1 && e.fehler.contains("gibt es nicht"), "\(e.fehler)")
      }
      #expect(!FileManager.default.fileExists(atPath: b.pfad("verfaren")))
    }
  }

  @Test("Die Ruhezeit lässt sich einrichten; ein unlesbares Verfahren verdeckt die anderen nicht")
  func einrichtung() throws {
    try mitTemporaeremOrdner { tmp in
      let b = try Aussonderbuehne(tmp, ["--ruhezeit", "5"])
      let partner = try String(contentsOfFile: b.pfad("bv/partner.json"), encoding: .utf8)
      #expect(partner.contains("\"ruhezeit\" : 5"), "\(partner)")
      let lang = try Diva.starte([
        "archiv", "einrichten", "--verfahren", b.pfad("x"), "--eingang", b.pfad("e"), "--ausgang",
        b.pfad("a"), "--ruhezeit", "604801",
      ])
      #expect(lang.status == 64 && lang.fehler.contains("eine Woche"))
      let p = Aussonderbuehne.prozess
      #expect(try b.stadt(["aussondern", "anbieten", "--prozess", p]).status == 0)
      let anderer = "20000000-0000-4000-8000-000000000001"
      try FileManager.default.createDirectory(
        atPath: b.pfad("bv/" + anderer), withIntermediateDirectories: true)
      try Data("{".utf8).write(to: URL(fileURLWithPath: b.pfad("bv/\(anderer)/verfahren.json")))
      let e = try Diva.starte([
        "aussondern", "status", "--verfahren", b.pfad("bv"), "--speicher", b.pfad("stadt"),
      ])
      #expect(e.status == 1 && e.ausgabe.contains("Prozess " + p), "\(e.ausgabe)")
      #expect(e.fehler.contains("nicht lesbar") && e.fehler.contains(anderer))
    }
  }
}
