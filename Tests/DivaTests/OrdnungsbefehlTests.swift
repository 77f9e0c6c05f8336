// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("diva akte: Ordnen, Bearbeiten, Fristen ändern")
struct OrdnungsbefehlTests {
  private static let tag = ["--am", "02.03.2026"]

  @Test("A07: Die Federführung wechselt, solange die Akte offen ist, durch VG oder REG")
  func federfuehrung() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      try b.lehntAb(
        "akte", "federfuehrung", "00.12/1", "--an", "Amt 32", "--am", "02.03.2026",
        weil: "fehlt die Befugnis")
      let text = try b.gelingt(
        "akte", "federfuehrung", "00.12/1", "--an", "Amt 32", "--rolle", "VG", "--am", "02.03.2026")
      #expect(text.contains("Federführung geändert") && text.contains("Jetzt:  Amt 32"))
      #expect(try b.gelingt("speicher", "zeigen", "00.12/1").contains("Amt 32"))
      try b.lehntAb(
        "akte", "federfuehrung", "00.12/1", "--an", "Amt 32", "--rolle", "REG", "--am",
        "02.03.2026", weil: "der alte")
      try b.lehntAb(
        "akte", "federfuehrung", "00.12/1", "--an", " ", "--rolle", "REG", "--am", "02.03.2026",
        weil: "[A07]")
      try b.schliesse()
      try b.lehntAb(
        "akte", "federfuehrung", "00.12/1", "--an", "Amt 7", "--rolle", "REG", "--am",
        "10.03.2026", weil: "[A07]")
      try b.scheitert(64, "akte", "federfuehrung", "00.12/1", weil: "»--an <STELLE>«")
      try b.gelingt("speicher", "pruefen")
    }
  }

  @Test("A16 und A17: länger allein, kürzer nur zu zweit, mit Rechtsgrundlage und ohne Sperre")
  func fristen() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      let reg = ["--als", "reg", "--rolle", "REG", "--am", "10.03.2026"]
      func lang(_ mehr: String...) -> [String] {
        ["akte", "verlaengern", "00.12/1", "--grund", "Förderung"] + mehr + reg
      }
      func kurz(_ mehr: String...) -> [String] {
        ["akte", "verkuerzen", "00.12/1", "--rechtsgrundlage", "§ 1 Beispielgesetz"] + mehr + reg
      }
      func abgelehnt(_ argumente: [String], _ satz: String) throws {
        let e = try b.starte(argumente)
        #expect(e.status == 2 && e.fehler.contains(satz), "\(argumente) \(e.fehler)")
      }
      try abgelehnt(lang("--jahre", "10"), "[A16]")  // still open
      try b.schliesse()
      let laenger = try b.starte(lang("--jahre", "10"))
      #expect(laenger.status == 0, "\(laenger.fehler)")
      #expect(laenger.ausgabe.contains("Aufbewahren bis:     31.12.2036"))
      #expect(laenger.ausgabe.contains("einzeln festgelegt: Förderung"))
      try abgelehnt(lang("--jahre", "9"), "Die Frist würde kürzer")
      try abgelehnt(kurz("--jahre", "6"), "zweite, andere Person")
      try abgelehnt(kurz("--jahre", "6", "--zweite-person", "reg:FA"), "zweite, andere Person")
      try abgelehnt(kurz("--jahre", "6", "--zweite-person", "vg:VG"), "zweite, andere Person")
      let kuerzer = try b.starte(kurz("--monate", "72", "--zweite-person", "kunze:FA"))
      #expect(kuerzer.status == 0, "\(kuerzer.fehler)")
      #expect(kuerzer.ausgabe.contains("Aufbewahren bis:     31.12.2032"))
      #expect(try b.gelingt("speicher", "zeigen", "00.12/1").contains("§ 1 Beispielgesetz"))
      try b.gelingt(
        "akte", "sperren", "00.12/1", "--grund", "Klage", "--behoerde", "Gericht", "--rolle", "DSB",
        "--am", "10.03.2026")
      try abgelehnt(kurz("--jahre", "1", "--zweite-person", "kunze:FA"), "[A17]")
      let nie = try b.starte(lang("--unbefristet"))
      #expect(nie.status == 0 && !nie.ausgabe.contains("Aufbewahren bis"), "\(nie.ausgabe)")
      for falsch in [lang(), lang("--jahre", "1", "--monate", "2"), lang("--jahre", "-1")] {
        let e = try b.starte(falsch)
        #expect(e.status == 64 && e.fehler.contains("auer"), "\(e.fehler)")
      }
      try b.gelingt("speicher", "pruefen")
    }
  }

  @Test(
    "A04: Was eine Person ausgecheckt hat, ändert keine andere, und es lässt sich nicht schließen")
  func auschecken() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      try b.schreibe("Neu.txt", "Neuer Inhalt")
      let d = "00.12/1-1:1"
      let text = try b.gelingt("vorgang", "auschecken", d, "--als", "weber", "--am", "02.03.2026")
      #expect(text.contains("ausgecheckt von weber"))
      for befehl in [["auschecken", d], ["einchecken", d], ["fassung", d, "Neu.txt"]] {
        let e = try b.starte(["vorgang"] + befehl + ["--als", "kunze"] + Self.tag)
        #expect(e.status == 2 && e.fehler.contains("[A04]"), "\(befehl) \(e.fehler)")
      }
      try b.lehntAb("vorgang", "zda", "00.12/1-1", "--am", "02.03.2026", weil: "einchecken")
      try b.gelingt(
        "vorgang", "einchecken", d, "--als", "reg", "--rolle", "REG", "--am", "02.03.2026")
      try b.lehntAb(
        "vorgang", "einchecken", d, "--als", "weber", weil: "nicht von Ihnen ausgecheckt")
      try b.gelingt("vorgang", "auschecken", d, "--als", "kunze", "--am", "02.03.2026")
      try b.gelingt("vorgang", "fassung", d, "Neu.txt", "--als", "kunze", "--am", "02.03.2026")
      try b.gelingt("vorgang", "zda", "00.12/1-1", "--am", "02.03.2026")
      try b.lehntAb(
        "vorgang", "auschecken", d, "--als", "kunze", "--am", "02.03.2026", weil: "[A19]")
      try b.scheitert(1, "vorgang", "auschecken", "00.12/1", weil: "ist kein Dokument")
      try b.gelingt("speicher", "pruefen")
    }
  }

  @Test("A20: Ein Repräsentat kommt auch nach dem Abschluss dazu, zu einem unversehrten Original")
  func repraesentat() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      try b.schliesse()
      try b.schreibe("Brief.pdf", "%PDF-A")
      try b.schreibe("Zwei.pdf", "%PDF-A 2")
      let d = "00.12/1-1:1"
      let reg = ["--als", "reg", "--rolle", "REG", "--am", "10.03.2026"]
      try b.lehntAb(
        "vorgang", "repraesentat", d, "Brief.pdf", "--am", "10.03.2026", weil: "fehlt die Befugnis")
      let gut = try b.starte(["vorgang", "repraesentat", d, "Brief.pdf"] + reg)
      #expect(gut.status == 0 && gut.ausgabe.contains("Brief.txt, Brief.pdf"), "\(gut.fehler)")
      let gleich = try b.starte(["vorgang", "repraesentat", d, "Brief.pdf"] + reg)
      #expect(gleich.status == 2 && gleich.fehler.contains("[A20]"))
      let fehlt = try b.starte(["vorgang", "repraesentat", d, "Zwei.pdf", "--fassung", "7"] + reg)
      #expect(fehlt.status == 1 && fehlt.fehler.contains("Vorhanden sind: 1."), "\(fehlt.fehler)")
      try b.gelingt("speicher", "pruefen")
      // An original that is broken gets none.
      let anzeige = try b.gelingt("speicher", "zeigen", d, "--json")
      let hash = try #require(anzeige.firstMatch(of: /[0-9a-f]{64}/)).output
      let datei = b.ordner.appendingPathComponent(
        "sp/dateien/\(hash.prefix(2))/\(hash.dropFirst(2))")
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: datei.path)
      try Data("Der Brieg".utf8).write(to: datei)
      let kaputt = try b.starte(["vorgang", "repraesentat", d, "Zwei.pdf"] + reg)
      #expect(kaputt.status == 1 && kaputt.fehler.contains("veränder"), "\(kaputt.fehler)")
    }
  }

  @Test("Was der Speicher nicht aufbewahrt, wird nicht als berichtigt gemeldet")
  func korrekturOhnePlatz() throws {
    try SpeicherBuehne.mit { b in
      try b.akteMitBrief()
      for (ziel, feld) in [
        ("00.12/1", "verweis"), ("00.12/1", "ausleihe"), ("00.12/1-1", "standort"),
      ] {
        try b.lehntAb(
          "akte", "korrigieren", ziel, "--feld", feld, "--neu", "x", "--grund", "y", "--am",
          "02.03.2026", weil: "keinen Platz")
      }
      for (feld, wert) in [
        ("standort", "Keller"), ("betreff", "Neuer Betreff"), ("bemerkung", "Notiz"),
        ("aktenfuehrung", "Amt 1"), ("geheimhaltung", "VS-NfD"), ("bewertungsvorschlag", "A"),
      ] {
        try b.gelingt(
          "akte", "korrigieren", "00.12/1", "--feld", feld, "--neu", wert, "--grund", "y", "--am",
          "02.03.2026")
        // What was acknowledged is there: the same value again is no change.
        try b.lehntAb(
          "akte", "korrigieren", "00.12/1", "--feld", feld, "--neu", wert, "--grund", "y", "--am",
          "02.03.2026", weil: "Der neue Wert ist der alte")
      }
      try b.gelingt("speicher", "pruefen")
    }
  }

  @Test("Eine abgelehnte Akte verbraucht keine Nummer")
  func nummern() throws {
    try SpeicherBuehne.mit { b in
      for _ in 0..<2 {
        try b.lehntAb(
          "akte", "anlegen", "--einheit", "00.12", "--betreff", " ", "--am", "02.03.2026",
          weil: "Betreff")
      }
      #expect(
        try b.gelingt(
          "akte", "anlegen", "--einheit", "00.12", "--betreff", "Verein", "--am", "02.03.2026"
        ).contains("Akte 00.12/1: angelegt"))
    }
  }

  @Test("Ein Kennzeichen wie ein Pfad bleibt ein Name")
  func kennzeichen() throws {
    try SpeicherBuehne.mit { b in
      try b.gelingt(
        "akte", "anlegen", "--einheit", "00.12", "--betreff", "B", "--kennzeichen", "../../x",
        "--am", "02.03.2026")
      try b.schreibe("y.txt", "Inhalt")
      try b.gelingt(
        "akte", "dokument", "y.txt", "--in", "../../x", "--betreff", "D", "--am", "02.03.2026")
      let vorher = try FileManager.default.contentsOfDirectory(atPath: b.ordner.path)
      #expect(try b.gelingt("speicher", "zeigen", "../../x").contains("Akte ../../x"))
      try b.gelingt("speicher", "sichern", "Sicherung")
      let nachher = try FileManager.default.contentsOfDirectory(atPath: b.ordner.path)
      #expect(Set(nachher).subtracting(vorher) == ["Sicherung"])
      try b.gelingt("speicher", "pruefen")
    }
  }
}

@Suite("Tage und Zahlen auf der Kommandozeile")
struct TagesangabeTests {
  @Test("Ein Tag wie im Amt und einer wie im Computer sind derselbe")
  func beide() throws {
    try SpeicherBuehne.mit { b in
      for (tag, name) in [("2026-03-04", "eins"), ("04.03.2026", "zwei"), ("4.3.2026", "drei")] {
        try b.gelingt("akte", "anlegen", "--einheit", "00.12", "--betreff", name, "--am", tag)
      }
      let geschichte = try b.gelingt("protokoll", "zeigen")
      #expect(geschichte.matches(of: /04\.03\.2026/).count >= 3, "\(geschichte)")
    }
  }

  @Test(
    "Was kein Tag ist, wird mit einem Beispiel zurückgewiesen",
    arguments: [
      "31.12.24", "31.02.2024", "31-12-2024", "2024.12.31", "1.1.2024.", "heute", "..",
      "٣١.12.2024",
    ])
  func keinTag(_ tag: String) throws {
    for befehl in [["faellig", "--am", tag], ["akte", "zda", "x", "--datum", tag]] {
      let e = try Diva.starte(befehl)
      #expect(e.status == 64)
      #expect(e.fehler.contains("wie 31.12.2024 oder 2024-12-31."), "\(e.fehler)")
    }
    let e = try Diva.starte(["frist", "--zda", tag, "--jahre", "1"])
    #expect(e.status == 64 && e.fehler.contains("Schreiben Sie das Datum wie 31.12.2024"))
  }

  @Test("Eine Zahl unter null ist ein Wert und keine Option")
  func negativ() throws {
    let frist = try Diva.starte(["frist", "--zda", "31.12.2024", "--jahre", "-1"])
    #expect(frist.status == 1)
    #expect(
      frist.fehler
        == "Fehler: Eine Frist kann nicht -1 Jahre dauern. Bitte prüfen Sie die Dauer der Regel.\n")
    let flagge = try Diva.starte(["frist", "--zda", "31.12.2024", "--unbefristet", "-1"])
    #expect(flagge.status == 64 && flagge.fehler.contains("hat keinen Wert"), "\(flagge.fehler)")
    let anlage = try Diva.starte(["speicher", "anlegen", "x", "--transferfrist", "-5"])
    #expect(anlage.status == 64 && anlage.fehler.contains("0 bis 1200"), "\(anlage.fehler)")
    let monat = try Diva.starte(["frist", "--zda", "31.12.2024", "--monate", "-1,5"])
    #expect(monat.status == 64 && monat.fehler.contains("»-1,5« passt nicht zu"), "\(monat.fehler)")
  }

  @Test("Am selben Tag läuft das Protokoll nicht rückwärts, auch mit »--am« für heute")
  func keineWarnung() throws {
    try SpeicherBuehne.mit { b in
      let jetzt = Date()
      var kalender = Calendar(identifier: .gregorian)
      kalender.timeZone = try #require(TimeZone(identifier: "Europe/Berlin"))
      let t = kalender.dateComponents([.year, .month, .day], from: jetzt)
      let heute = "\(t.day ?? 1).\(t.month ?? 1).\(t.year ?? 2026)"
      func lege(_ mehr: String...) throws {
        let e = try b.starte(["akte", "anlegen", "--einheit", "00.12", "--betreff", "B"] + mehr)
        #expect(e.status == 0, "\(e.fehler)")
      }
      try lege("--am", "03.03.2026")
      try lege("--am", "2026-03-03")
      try lege()
      try lege("--am", heute)
      try lege()
      try lege("--am", heute)
      let gut = try b.gelingt("protokoll", "pruefen")
      #expect(!gut.contains("PR9"), "\(gut)")
      // A day before the last entry does run backwards.
      try lege("--am", "01.03.2026")
      #expect(try b.gelingt("protokoll", "pruefen").contains("PR9"))
    }
  }
}
