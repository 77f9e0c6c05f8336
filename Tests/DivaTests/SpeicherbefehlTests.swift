// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("diva speicher")
struct SpeicherbefehlTests {
  @Test("Anlegen nennt, was im Speicher ist")
  func anlegen() throws {
    try SpeicherBuehne.mit { b in
      let text = try b.gelingt("speicher", "zeigen", "--am", "2026-03-02")
      #expect(text.contains("Aktenplan:        3 Einheiten\n"))
      #expect(text.contains("Kataloge:         katalog (ab 01.01.2020)\n"))
      let j = try b.json("speicher", "zeigen", "--am", "2026-03-02")
      #expect(j.wert["einheiten"] as? Int == 3)
      #expect(j.wert["protokoll"] as? Int == 4)
    }
  }

  @Test("Richtlinie und Löschbuch lassen sich beim Anlegen wählen")
  func richtlinie() throws {
    try mitTemporaeremOrdner { ordner in
      let b = SpeicherBuehne(ordner: ordner)
      let text = try b.gelingt(
        "speicher", "anlegen", "sp", "--transferfrist", "6", "--bewertungsfrist", "12",
        "--loeschbuch", "anderswo.buch", "--am", "2026-03-02")
      #expect(text.contains("Transferfrist:    6 Monate\nBewertungsfrist:  12 Monate\n"))
      try b.gelingt("speicher", "pruefen", "--loeschbuch", "anderswo.buch")
      try b.scheitert(64, "speicher", "anlegen", "x", "--transferfrist", "1201", weil: "Monaten")
      try b.scheitert(64, "speicher", "anlegen", "x", "--bewertungsfrist", "0", weil: "Monaten")
    }
  }

  @Test("Die Richtlinie lässt sich später zeigen und ändern, aber nicht von jedem")
  func richtlinieSpaeter() throws {
    try SpeicherBuehne.mit { b in
      let vorher = try b.gelingt("speicher", "richtlinie")
      #expect(vorher.contains("Transferfrist:          12 Monate\n"), "\(vorher)")
      #expect(vorher.contains("Sicherungen:            nicht festgelegt\n"))
      #expect(vorher.contains("Löschen nach Übernahme: eine Person\n"))
      let unbefugt = try b.starte(["speicher", "richtlinie", "--karenztage", "60"])
      #expect(unbefugt.status == 2 && unbefugt.fehler.contains("fehlt die Befugnis"))
      let fa = ["--rolle", "FA", "--am", "2026-03-02"]
      for (option, wert) in [
        ("--karenztage", "3651"), ("--sicherungstage", "-1"), ("--nachweisfrist", "1001"),
      ] {
        let e = try b.starte(["speicher", "richtlinie", option + "=" + wert] + fa)
        #expect(e.status == 64 && e.fehler.contains(option), "\(e.fehler)")
      }
      let e = try b.starte(
        [
          "speicher", "richtlinie", "--karenztage", "60", "--sicherungstage", "90",
          "--nachweisfrist", "30", "--loeschen-zu-zweit", "--json",
        ] + fa)
      #expect(e.status == 0, "\(e.fehler)")
      let j = try b.json("speicher", "richtlinie")
      #expect(j.wert["karenztage"] as? Int == 60)
      #expect(j.wert["sicherungstage"] as? Int == 90)
      #expect(j.wert["nachweisfristJahre"] as? Int == 30)
      #expect(j.wert["loeschenZuZweit"] as? Bool == true)
      #expect(j.wert["transferfristMonate"] as? Int == 12)
      #expect(try b.starte(["speicher", "richtlinie", "--no-loeschen-zu-zweit"] + fa).status == 0)
      #expect(try b.json("speicher", "richtlinie").wert["loeschenZuZweit"] as? Bool == false)
      // A change is in the Protokoll; the same once more is none.
      let vor = try b.json("speicher", "zeigen").wert["protokoll"] as? Int
      #expect(try b.starte(["speicher", "richtlinie", "--karenztage", "60"] + fa).status == 0)
      #expect(try b.json("speicher", "zeigen").wert["protokoll"] as? Int == vor)
      try b.gelingt("speicher", "pruefen")
    }
  }

  @Test("Ein vorhandener Ordner wird nicht überschrieben, ein fehlender Speicher erklärt")
  func orte() throws {
    try SpeicherBuehne.mit { b in
      try b.scheitert(1, "speicher", "anlegen", "sp", weil: "schon vorhanden")
      try b.scheitert(
        1, "speicher", "zeigen", "--speicher", "nirgends", weil: "kein Aktenspeicher")
      let e = try b.starte(["speicher", "zeigen"], speicher: "")
      #expect(e.status == 64)
      #expect(e.fehler.contains("DIVA_SPEICHER"))
    }
  }

  @Test(
    "Fehler im Aktenplan nennen die Zeile, und es entsteht kein Speicher",
    arguments: [
      ("kennzeichen;bezeichnung\n00;\n", "AP4 Zeile 2"),
      ("kennzeichen;bezeichnung\n00;A\n00;B\n", "AP5 Zeile 3"),
      ("kennzeichen;bezeichnung\n00;A;B\n", "AP3 Zeile 2"),
      ("kennzeichen;bezeichnung;gueltigAb\n00;A;gestern\n", "AP6 Zeile 2"),
      ("kennzeichen;bezeichnung;gueltigAb;gueltigBis\n00;A;2020-01-02;2020-01-01\n", "AP6 Zeile 2"),
      ("kennzeichen,bezeichnung\n00,A\n", "AP2 Zeile 1"),
      ("kennzeichen;bezeichnung\n..;A\n", "AP4 Zeile 2"),
      ("", "AP1"), ("kennzeichen;bezeichnung\n", "AP1"),
      ("kennzeichen;bezeichnung\n\"00;A\n", "AP1 Zeile 2"),
    ])
  func aktenplan(_ text: String, _ befund: String) throws {
    try mitTemporaeremOrdner { ordner in
      let b = SpeicherBuehne(ordner: ordner)
      try b.schreibe("plan.csv", text)
      let e = try b.starte(["speicher", "anlegen", "sp", "--aktenplan", "plan.csv"])
      #expect(e.status == 2)
      #expect(e.ausgabe.contains("FEHLER \(befund)"), "\(e.ausgabe)")
      #expect(!FileManager.default.fileExists(atPath: ordner.appendingPathComponent("sp").path))
    }
  }

  @Test("Ein Aktenplan kommt später hinzu; Blätter werden neu bestimmt; nur die Rolle FA darf das")
  func nachtrag() throws {
    try SpeicherBuehne.mit { b in
      try b.schreibe("mehr.csv", "kennzeichen;bezeichnung\n00.12;Organisation\n00.12.1;Ämter\n")
      try b.lehntAb("speicher", "aktenplan", "mehr.csv", weil: "fehlt die Befugnis")
      let text = try b.gelingt("speicher", "aktenplan", "mehr.csv", "--rolle", "FA")
      #expect(text == "Aktenplan aufgenommen: 1 neue Einheit, 1 geändert, 2 unverändert\n")
      try b.lehntAb(
        "akte", "anlegen", "--einheit", "00.12", "--betreff", "x", weil: "in die unterste")
      try b.gelingt("speicher", "aktenplan", "--stilllegen", "00.12.1", "--rolle", "FA")
      try b.lehntAb(
        "akte", "anlegen", "--einheit", "00.12.1", "--betreff", "x", weil: "stillgelegt")
      try b.scheitert(64, "speicher", "aktenplan", weil: "Nennen Sie")
    }
  }

  @Test("Ein Katalog kommt hinzu; die Ablehnung steht im Protokoll; Fehler enden mit 2")
  func katalog() throws {
    try SpeicherBuehne.mit { b in
      try b.lehntAb(
        "speicher", "katalog", "katalog.csv", "--version", "2", "--gueltig-ab", "2027-01-01",
        weil: "fehlt die Befugnis")
      #expect(try b.gelingt("protokoll", "zeigen", "--abgelehnte").contains("Katalog"))
      try b.gelingt(
        "speicher", "katalog", "katalog.csv", "--version", "2", "--gueltig-ab", "2027-01-01",
        "--rolle", "FA")
      try b.scheitert(
        1, "speicher", "katalog", "katalog.csv", "--version", "2", "--gueltig-ab", "2028-01-01",
        "--rolle", "FA", weil: "gibt es schon")
      try b.schreibe(
        "falsch.csv", SpeicherBuehne.katalog.replacingOccurrences(of: ";5;J;", with: ";5;X;"))
      let e = try b.starte([
        "speicher", "katalog", "falsch.csv", "--gueltig-ab", "2029-01-01", "--rolle", "FA",
      ])
      #expect(e.status == 2)
      #expect(e.ausgabe.contains("FEHLER K"))
      #expect(try b.gelingt("speicher", "pruefen").contains("Ergebnis:  gültig"))
    }
  }

  @Test("Suchen: Wörter, Filter, Seiten, JSON")
  func suchen() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      #expect(try b.gelingt("speicher", "suchen", "anfra").contains("00.12/1-1  Vorgang"))
      #expect(try b.gelingt("speicher", "suchen", "nirgends") == "0 Fundstellen\n")
      #expect(
        try b.gelingt("speicher", "suchen", "--lage", "entwurf").contains("00.12/1-1:1  Dokument"))
      #expect(try b.gelingt("speicher", "suchen", "--aktenplan", "02") == "0 Fundstellen\n")
      let seite = try b.gelingt("speicher", "suchen", "--hoechstens", "1", "--ab", "2")
      #expect(seite.hasSuffix("3 Fundstellen, es gibt weitere (--ab)\n"))
      let j = try b.json("speicher", "suchen", "Ortsrecht")
      #expect(j.wert["kennzeichen"] as? String == "00.12/1")
      try b.scheitert(64, "speicher", "suchen", "--ab", "0", weil: "beginnt bei 1")
      try b.scheitert(64, "speicher", "suchen", "--lage", "weg", weil: "passt nicht zu")
    }
  }

  @Test("Suchen sagt, wonach es nicht sucht")
  func unsuchbares() throws {
    try SpeicherBuehne.mit { b in
      try b.gelingt("akte", "anlegen", "--einheit", "00.12", "--betreff", "🦊🦊")
      let text = try b.gelingt("speicher", "suchen", "🦊🦊")
      #expect(text.hasPrefix("0 Fundstellen\nHinweis: »🦊🦊« hat weder Buchstaben noch Ziffern"))
      let e = try b.starte(["speicher", "suchen", "🦊", "--json"])
      #expect(e.status == 0 && e.ausgabe.isEmpty && e.fehler.hasPrefix("Hinweis: »🦊«"))
      #expect(try b.gelingt("speicher", "suchen", "--aktenplan", "00").contains("🦊🦊"))
    }
  }

  @Test("Was nicht in UTF-8 kodiert ist, wird abgelehnt und nirgends gespeichert")
  func keinUTF8() throws {
    try SpeicherBuehne.mit { b in
      let sp = b.ordner.appendingPathComponent("sp").path
      let vorher = try b.json("speicher", "zeigen").wert["protokoll"] as? Int
      for zeile in [
        #""$1" akte anlegen --einheit 00.12 --betreff "$(printf 'M\374ller')" --speicher "$2""#,
        #""$1" speicher suchen "$(printf 'M\374ller')" --speicher "$2""#,
        #""$1" speicher zeigen --speicher "$(printf '\377')""#,
      ] {
        let e = try Diva.shell(zeile, [sp])
        #expect(e.status == 64 && e.ausgabe.isEmpty, "\(zeile) \(e.ausgabe)")
        #expect(
          e.fehler.contains("Argument »") && e.fehler.contains("nicht in UTF-8"), "\(e.fehler)")
      }
      #expect(try b.json("speicher", "zeigen").wert["protokoll"] as? Int == vorher)
      #expect(try b.gelingt("speicher", "suchen").hasSuffix("0 Fundstellen\n"))
      // The name of a file in a folder that is taken in.
      let e = try Diva.shell(
        #"mkdir -p "$3/q/Akte/Vorgang" && : > "$3/q/Akte/Vorgang/$(printf 'M\374ller').txt" && "$1" speicher importieren "$3/q" --einheit 00.12 --zda 2020-01-01 --speicher "$2""#,
        [sp, b.ordner.path])
      #expect(e.status == 2 && e.ausgabe.contains("Abgelehnt (1)"), "\(e.fehler) \(e.ausgabe)")
      #expect(e.ausgabe.contains("Dateiname ist nicht in UTF-8 kodiert"))
      #expect(!(try b.gelingt("speicher", "suchen")).contains("ller"))
    }
  }

  @Test("Eine beschädigte Datenbank: Befund S1 und 2 beim Prüfen, sonst 1, immer deutsch")
  func beschaedigteDatenbank() throws {
    try SpeicherBuehne.mit { b in
      let datei = b.ordner.appendingPathComponent("sp/speicher.sqlite")
      let ganz = try Data(contentsOf: datei)
      // The first page holds the schema.
      var kaputt = ganz
      let stelle = try #require(ganz.range(of: Data("CREATE TABLE angaben".utf8)))
      kaputt.replaceSubrange(stelle.lowerBound..<stelle.lowerBound + 6, with: Data("KREATE".utf8))
      for (bytes, wort) in [(Data(), "ist leer (0 Byte)"), (kaputt, "sqlite_master")] {
        try bytes.write(to: datei)
        let e = try b.starte(["speicher", "pruefen", "--bericht", "b.html"])
        #expect(e.status == 2 && e.fehler.isEmpty, "\(e.fehler)")
        #expect(e.ausgabe.contains("FEHLER S1") && e.ausgabe.contains(wort), "\(e.ausgabe)")
        #expect(e.ausgabe.contains("Abhilfe: ") && e.ausgabe.contains("sp/speicher.sqlite"))
        let j = try b.starte(["speicher", "pruefen", "--json"])
        #expect(j.status == 2)
        #expect(try JSONZeile.alle(j.ausgabe).first?.wert["gueltig"] as? Bool == false)
        for befehl in [["zeigen"], ["suchen", "x"], ["sichern", "b"], ["fristlauf"]] {
          let e = try b.starte(["speicher"] + befehl)
          #expect(
            e.status == 1 && e.fehler.contains(wort) && e.fehler.contains("Sicherung"),
            "\(befehl) \(e.fehler)")
          #expect(!e.fehler.contains("malformed") && !e.fehler.contains("legen Sie dort"))
        }
        #expect(try Data(contentsOf: datei) == bytes)
      }
      try ganz.write(to: datei)
      try b.gelingt("speicher", "pruefen")
    }
  }

  @Test("Gründe des Systems sind deutsch")
  func systemgruende() throws {
    try SpeicherBuehne.mit { b in
      for (befehl, grund) in [
        (["katalog", "pruefen", "."], "ist ein Ordner"),
        (["katalog", "pruefen", "fehlt.csv"], "nicht gefunden"),
        (["protokoll", "pruefen", "fehlt"], "nicht gefunden"),
        (["protokoll", "pruefen", "."], "ist ein Ordner"),
        (["protokoll", "ausgeben", "--nach", "fehlt/p"], "nicht gefunden"),
        (["speicher", "pruefen", "--bericht", "fehlt/b.html"], "nicht gefunden"),
      ] {
        let e = try b.starte(befehl)
        #expect(e.status == 1 && e.fehler.contains(grund), "\(befehl) \(e.fehler)")
      }
      let voll = try Diva.shell(
        #""$1" speicher zeigen --speicher "$2" >/dev/full"#,
        [b.ordner.appendingPathComponent("sp").path])
      #expect(voll.status == 1 && voll.fehler.contains("kein Platz mehr"), "\(voll.fehler)")
    }
  }

  @Test("Zeigen: Objekt, Dokument mit Nummer und mit Dateiname, Unbekanntes")
  func zeigen() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      let text = try b.gelingt("speicher", "zeigen", "00.12/1-1")
      #expect(text.contains("Liegt in:  00.12/1 »Ortsrecht«\n"))
      #expect(text.contains("  00.12/1-1:1  Entwurf: Der Brief (Brief.txt)\n"))
      let nummer = try b.json("speicher", "zeigen", "00.12/1-1:1")
      let name = try b.json("speicher", "zeigen", "00.12/1-1:Brief.txt")
      let id = try #require(nummer.wert["id"] as? String)
      #expect(name.wert["id"] as? String == id)
      #expect(try b.gelingt("speicher", "zeigen", id).hasPrefix("Dokument 00.12/1-1:1\n"))
      #expect((nummer.wert["dateien"] as? [Any])?.count == 1)
      for falsch in ["99", "00.12/1-1:2", "00.12/1-1:x.txt", "00.12/1-1:0", ":", "\u{1B}[31m"] {
        let e = try b.starte(["speicher", "zeigen", falsch])
        #expect(e.status == 1)
        #expect(e.fehler.hasPrefix("Fehler: ") && !e.fehler.contains("\u{1B}"))
      }
      try b.schreibe("a", "1")
      for betreff in ["eins", "zwei"] {
        try b.gelingt("vorgang", "dokument", "a", "--in", "00.12/1-1", "--betreff", betreff)
      }
      try b.scheitert(1, "speicher", "zeigen", "00.12/1-1:a", weil: "heißen mehrere Dateien")
    }
  }

  @Test("Prüfen findet ein verändertes Byte, sagt den Anker und erkennt ihn wieder")
  func pruefen() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      let text = try b.gelingt("speicher", "pruefen")
      let anker = try #require(text.split(separator: "\n").last.map(String.init))
      #expect(anker.hasPrefix("DIVA-ANKER 1 EINTRAG 7 "))
      try b.gelingt("speicher", "pruefen", "--anker", anker, "--ohne-inhalte")
      try b.scheitert(64, "speicher", "pruefen", "--anker", "DIVA-ANKER 1", weil: "passt nicht zu")
      #expect(!text.contains("Schema:"))
      let j = try b.starte(["speicher", "pruefen", "--json", "--bericht", "b.html"])
      #expect(try JSONZeile.alle(j.ausgabe).last?.wert["anker"] as? String == anker)
      let html = try String(
        contentsOf: b.ordner.appendingPathComponent("b.html"), encoding: .utf8)
      #expect(html.contains("<title>Prüfbericht</title>") && !html.contains("Schema"))
      #expect(html.contains("Der Aktenspeicher ist in Ordnung."))

      let dateien = b.ordner.appendingPathComponent("sp/dateien")
      let name = try #require(
        try FileManager.default.subpathsOfDirectory(atPath: dateien.path).max {
          $0.count < $1.count
        })
      let pfad = dateien.appendingPathComponent(name)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: pfad.path)
      try Data("Der Brieg".utf8).write(to: pfad)
      let e = try b.starte(["speicher", "pruefen"])
      #expect(e.status == 2)
      #expect(e.ausgabe.contains("Ergebnis:  ungültig") && !e.ausgabe.contains("DIVA-ANKER"))
    }
  }

  @Test("Sichern: neu, noch einmal, nicht über etwas anderes")
  func sichern() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      #expect(try b.gelingt("speicher", "sichern", "zweit").contains("1 neu"))
      #expect(try b.json("speicher", "sichern", "zweit").wert["vorhandeneDateien"] as? Int == 1)
      try b.gelingt("speicher", "pruefen", "--speicher", "zweit")
      try b.scheitert(1, "speicher", "sichern", "sp", weil: "schon vorhanden")
      try b.scheitert(1, "speicher", "sichern", "sp/b", weil: "liegt im Aktenspeicher")
      try b.scheitert(1, "speicher", "anlegen", "sp/neu", weil: "liegt im Aktenspeicher")
      let dateien = b.ordner.appendingPathComponent("zweit/dateien")
      let name = try #require(
        try FileManager.default.subpathsOfDirectory(atPath: dateien.path).max {
          $0.count < $1.count
        })
      let pfad = dateien.appendingPathComponent(name)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: pfad.path)
      try Data("Der Brieg".utf8).write(to: pfad)
      #expect(
        try b.gelingt("speicher", "sichern", "zweit").contains(
          "0 schon da, 0 entfernt, 1 war in der Sicherung beschädigt und kam neu\n"))
      try b.gelingt("speicher", "pruefen", "--speicher", "zweit")
    }
  }

  @Test("Nachholen braucht die Registratur und eine zweite Person; sonst wird es abgelehnt")
  func nachholen() throws {
    try SpeicherBuehne.mit { b in
      let n = ["speicher", "pruefen", "--nachholen"]
      for (weitere, satz) in [
        ([], "fehlt die Befugnis"), (["--rolle", "SB", "--zweite-person", "l:REG"], "fehlt die"),
        (["--als", "a", "--rolle", "REG"], "zweite, andere Person"),
        (["--als", "a", "--rolle", "REG", "--zweite-person", "a:VG"], "zweite, andere Person"),
        (["--als", "a", "--rolle", "FA", "--zweite-person", "b:FA"], "zweite, andere Person"),
      ] {
        let e = try b.starte(n + weitere)
        #expect(e.status == 2 && e.fehler.hasPrefix("Abgelehnt: "), "\(weitere) \(e.fehler)")
        #expect(e.fehler.contains(satz) && !e.ausgabe.contains("Ergebnis"), "\(e.fehler)")
      }
      try b.scheitert(
        1, "speicher", "pruefen", "--nachholen", "--als", "a", "--rolle", "REG", "--zweite-person",
        "b:VG", weil: "fehlt")
      try b.schreibe("sp.loeschbuch", "")
      for rolle in ["REG", "FA"] {
        let text = try b.gelingt(
          "speicher", "pruefen", "--nachholen", "--als", "a", "--rolle", rolle, "--zweite-person",
          "b:REG")
        #expect(text.contains("Nachzuholen ist nichts.\n") && text.contains("Ergebnis:  gültig"))
      }
      #expect(try b.gelingt("protokoll", "zeigen", "--abgelehnte").contains("Löschung nachgeholt"))
      try b.scheitert(
        64, "speicher", "pruefen", "--rolle", "REG", weil: "gehören zu »--nachholen«")
    }
  }

  @Test("Der Fristlauf beendet Transferfristen einmal")
  func fristlauf() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      try b.schliesse()
      let lauf = ["speicher", "fristlauf", "--am", "2027-03-11", "--json"]
      for zahl in [2, 0] {
        let e = try b.starte(lauf)
        #expect(try JSONZeile.alle(e.ausgabe).first?.wert["inAufbewahrung"] as? Int == zahl)
      }
    }
  }
}
