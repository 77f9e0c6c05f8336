// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import GRDB
import Pruefung
import TestHilfe
import Testing

@testable import Aktenspeicher

@Suite struct SucheTests {
  private static let objekte: [(String, String)] = [
    ("62.10-1/2020", "Baugenehmigung Müller, Hauptstraße 7"),
    ("62.10-2/2020", "Nutzungsänderung Groß, Am Markt 17"),
    ("32.5-100/2021", "Straßenverkehr: Ausnahme für Straßenfest"),
    ("32.5-101/2021", "Strasse der Jugend – Beschilderung (C++ / »Ampel«)"),
    ("10.1-1", "Personalakte MUELLER, E\u{301}mile; Bu\u{308}ro 7a"),
    ("10.2-1", "Łódź-Partnerschaft, Čapek & Søren"),
    ("10.3-1", "Bau\u{AD}lastenverzeichnis 100 %"),
  ]

  private func mitObjekten(_ body: (Speicher) throws -> Void) throws {
    try Muster.mitSpeicher { (speicher, _) throws -> Void in
      try speicher.schreibe { z in
        for (i, (kennzeichen, betreff)) in Self.objekte.enumerated() {
          let nr = Int64(i + 1)
          try z.setze(
            Muster.objekt(
              nr, i % 2 == 0 ? .akte : .vorgang, lage: i % 3, kennzeichen: kennzeichen,
              betreff: betreff, einheit: String(kennzeichen.split(separator: "-")[0])))
          try z.setzeSuche(nr, kennzeichen: kennzeichen, betreff: betreff, neu: true)
        }
      }
      try body(speicher)
    }
  }

  private func nummern(_ speicher: Speicher, _ anfrage: Suchanfrage) throws -> [Int] {
    let ergebnis = try speicher.suche(anfrage)
    let gefunden = ergebnis.treffer.compactMap { t in
      (1...7).first { Muster.id(Int64($0)) == t.id }
    }
    #expect(ergebnis.treffer.count == gefunden.count)
    return gefunden.sorted()
  }

  @Test(
    "words are found as people write them",
    arguments: [
      ("genehmigung", [1]), ("GENEHMIGUNG", [1]), ("strasse", [1, 3, 4]), ("Straße", [1, 3, 4]),
      ("STRASSE", [1, 3, 4]), ("mueller", [1, 5]), ("Müller", [1, 5]), ("Mu\u{308}ller", [1, 5]),
      ("gross", [2]), ("Groß", [2]), ("emile", [5]), ("buero", [5]), ("büro", [5]),
      ("lodz", [6]), ("capek soeren", [6]), ("baulasten", [7]),
      // Short ones: two letters at the beginning of a word, one as a whole word.
      ("am", [2, 4]), ("17", [2]), ("10", [1, 2, 3, 4, 5, 6, 7]), ("7", [1]), ("c", [4]), ("b", []),
      // Several words and phrases.
      ("müller hauptstr", [1]), ("müller personal", [5]), ("\"müller hauptstraße\"", [1]),
      ("\"hauptstraße müller\"", []), ("„Straße der Jugend“", [4]),
      // Kennzeichen with and without their signs.
      ("62.10-1/2020", [1]), ("62.10", [1, 2]), ("32 5 101", [4]), ("2020", [1, 2]),
    ])
  func woerter(_ text: String, _ erwartet: [Int]) throws {
    try mitObjekten { (speicher) throws -> Void in
      #expect(try nummern(speicher, Suchanfrage(text)) == erwartet, "\(text)")
    }
  }

  @Test(
    "whatever is typed is harmless",
    arguments: [
      "\"", "\"\"", "\"müller", "müller\"", "*", "müller*", "-müller", "müller -haupt", "(", ")",
      "müller OR (", "NEAR(müller strasse)", "betreff:müller", "betreff : müller", "^müller",
      "{a b}",
      "müller AND", "AND", "NOT", "' OR 1=1 --", "'; DROP TABLE suche; --", "%", "_", "\\", "\0",
      "a\0b", "+ + +", "\u{FFFD}", "müller; DELETE", String(repeating: "x ", count: 10_000),
      String(repeating: "\"a b\" ", count: 500), "»«„“”", "\n\t müller \n",
    ])
  func eingaben(_ text: String) throws {
    try mitObjekten { (speicher) throws -> Void in
      let ergebnis = try speicher.suche(Suchanfrage(text))
      #expect(ergebnis.treffer.count <= 7)
      #expect(try speicher.suche(Suchanfrage("müller")).anzahl == 2)
    }
  }

  @Test("random characters never break the query")
  func zufall() throws {
    try mitObjekten { (speicher) throws -> Void in
      var zufall = Zufall(11)
      let zeichen = Array("abcäß \"'*-+:^(){}[]%_\\/.,;„“»«\0\u{308}\u{AD}7".unicodeScalars)
      for _ in 0..<500 {
        var text = ""
        for _ in 0..<Int.random(in: 0...20, using: &zufall) {
          if let z = zeichen.randomElement(using: &zufall) { text.unicodeScalars.append(z) }
        }
        _ = try speicher.suche(Suchanfrage(text))
      }
    }
  }

  @Test("filters: Aktenplan, Kennzeichen, level, state; alone and with words")
  func filter() throws {
    try mitObjekten { (speicher) throws -> Void in
      #expect(try nummern(speicher, Suchanfrage()) == [1, 2, 3, 4, 5, 6, 7])
      #expect(try nummern(speicher, Suchanfrage("  ")) == [1, 2, 3, 4, 5, 6, 7])
      #expect(try nummern(speicher, Suchanfrage(aktenplan: "32")) == [3, 4])
      #expect(try nummern(speicher, Suchanfrage(aktenplan: "10.1")) == [5])
      #expect(try nummern(speicher, Suchanfrage(kennzeichen: "62.10-")) == [1, 2])
      #expect(try nummern(speicher, Suchanfrage(kennzeichen: "%")) == [])
      #expect(try nummern(speicher, Suchanfrage("strasse", aktenplan: "32")) == [3, 4])
      #expect(try nummern(speicher, Suchanfrage("strasse", ebenen: [.vorgang])) == [4])
      #expect(
        try nummern(speicher, Suchanfrage("strasse", ebenen: [.akte, .vorgang])) == [1, 3, 4])
      #expect(try nummern(speicher, Suchanfrage("strasse", lagen: [0])) == [1, 4])
      #expect(
        try nummern(
          speicher,
          Suchanfrage("strasse", aktenplan: "62", kennzeichen: "62", ebenen: [.akte], lagen: [0]))
          == [1])
      #expect(try nummern(speicher, Suchanfrage("!!!")) == [])
    }
  }

  @Test("pages: nothing twice, nothing lost, the number of all hits")
  func seiten() throws {
    try mitObjekten { (speicher) throws -> Void in
      var alle: [String] = []
      for ab in stride(from: 0, to: 9, by: 2) {
        let seite = try speicher.suche(Suchanfrage("10", ab: ab, hoechstzahl: 2))
        #expect(seite.anzahl == 7 && seite.nachRelevanz)
        #expect(seite.weitere == (ab + 2 < 7))
        alle += seite.treffer.map(\.id.text)
      }
      #expect(alle.count == 7 && Set(alle).count == 7)
      #expect(try speicher.suche(Suchanfrage("10", ab: -5, hoechstzahl: 0)).treffer.count == 1)
    }
  }

  @Test("a hit in the Kennzeichen comes before one in the Betreff, that before one in the text")
  func rang() throws {
    try Muster.mitSpeicher { (speicher, _) throws -> Void in
      try speicher.schreibe { z in
        for n in 1...3 { try z.setze(Muster.objekt(Int64(n))) }
        try z.setzeSuche(1, inhalt: "Der Spielplatz am Ring")
        try z.setzeSuche(2, kennzeichen: nil, betreff: "Der Spielplatz am Ring")
        try z.setzeSuche(3, kennzeichen: "Der Spielplatz am Ring", betreff: nil)
      }
      let treffer = try speicher.suche(Suchanfrage("spielplatz")).treffer
      #expect(treffer.map(\.id) == [3, 2, 1].map { Muster.id($0) })
    }
  }

  @Test("too many hits to rank: the newest come first, and nobody counts")
  func viele() throws {
    try Muster.mitSpeicher { (speicher, _) throws -> Void in
      let n = Int64(Suchergebnis.grenze + 10)
      try speicher.schreibeMasse { z in
        for nr in 1...n {
          try z.setze(Muster.objekt(nr, lage: nr == 5 ? 2 : 1, betreff: "Bescheid \(nr)"))
          try z.setzeSuche(nr, kennzeichen: nil, betreff: "Bescheid \(nr)", neu: true)
        }
      }
      let alle = try speicher.suche(Suchanfrage("bescheid", ab: 1, hoechstzahl: 2))
      #expect(alle.anzahl == nil && !alle.nachRelevanz && alle.weitere)
      #expect(alle.treffer.map(\.id) == [Muster.id(n - 1), Muster.id(n - 2)])
      let eine = try speicher.suche(Suchanfrage("bescheid", lagen: [2]))
      #expect(eine.treffer.map(\.id) == [Muster.id(5)] && !eine.weitere)
      #expect(try speicher.suche(Suchanfrage("bescheid 20005")).anzahl == 1)
      #expect(try Muster.befunde(speicher, .ohneInhalte).isEmpty)
    }
  }

  @Test("what changes is found by its new words only, the text of files stays; what goes is gone")
  func aendern() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let geheim = "Xylophongeheimnis"
      try speicher.schreibe { z in
        try z.setze(Muster.objekt(1, betreff: geheim))
        try z.setzeSuche(1, kennzeichen: nil, betreff: geheim)
        try z.setzeSuche(1, inhalt: "Der Text der Datei: Quittungsbeleg")
      }
      #expect(try speicher.suche(Suchanfrage("xylophon quittung")).anzahl == 1)
      try speicher.schreibe { z in
        try z.setze(Muster.objekt(1, betreff: "Anderes"))
        try z.setzeSuche(1, kennzeichen: nil, betreff: "Anderes")
      }
      #expect(try speicher.suche(Suchanfrage("xylophon")).anzahl == 0)
      #expect(try speicher.suche(Suchanfrage("anderes quittung")).anzahl == 1)
      try speicher.baueSucheNeu()
      #expect(try speicher.suche(Suchanfrage("anderes quittung")).anzahl == 1)
      try speicher.schreibe { z in
        try z.setze(Muster.objekt(1))
        try z.entferneAusSuche(1)
      }
      #expect(try speicher.suche(Suchanfrage("quittung")).anzahl == 0)
      try speicher.tilgeSpuren()
      for wort in ["ylophongeheimni", "quittungsbeleg", "Quittungsbeleg"] {
        for datei in ["speicher.sqlite", "speicher.sqlite-wal"] {
          let bytes = try Data(contentsOf: URL(fileURLWithPath: pfad + "/" + datei))
          #expect(bytes.range(of: Data(wort.utf8)) == nil, "\(wort) in \(datei)")
        }
      }
      #expect(try Muster.befunde(speicher).isEmpty)
    }
  }

  @Test("an index that lost, changed or gained rows is found and made anew")
  func kaputt() throws {
    try mitObjekten { (speicher) throws -> Void in
      try speicher.schreibe { z in
        try z.entferneAusSuche(1)
        try z.setzeSuche(2, kennzeichen: "falsch", betreff: "falsch")
        try z.db.execute(
          sql: "INSERT INTO suche(rowid,betreff,kennzeichen,inhalt) VALUES(99,' x ','','')")
      }
      #expect(try Muster.befunde(speicher).map(\.regel) == ["S8", "S8", "S8", "S8"])
      try speicher.baueSucheNeu()
      #expect(try Muster.befunde(speicher).isEmpty)
      #expect(try nummern(speicher, Suchanfrage("genehmigung")) == [1])
      // The index contradicts its own rows.
      try speicher.schreibe { z in
        try z.db.execute(sql: "UPDATE suche_content SET c0 = ' anders ' WHERE id = 3")
      }
      #expect(try Set(Muster.befunde(speicher).map(\.regel)) == ["S8"])
      try speicher.baueSucheNeu()
      #expect(try Muster.befunde(speicher).isEmpty)
    }
  }

  @Test("what cannot be searched for is told, and does not hide what can")
  func unsuchbares() throws {
    try mitObjekten { (speicher) throws -> Void in
      for (text, ungesucht) in [
        ("🦊🦊", ["🦊🦊"]), ("genehmigung", []), ("genehmigung 🦊 -- §", ["🦊", "--", "§"]), ("", []),
        ("   ", []), ("»…«", ["…"]), ("x 🦊 🦊", ["🦊"]),
      ] {
        let e = try speicher.suche(Suchanfrage(text))
        #expect(e.ungesucht == ungesucht && !e.gekuerzt, "\(text) \(e.ungesucht)")
      }
      #expect(try speicher.suche(Suchanfrage("🦊")).anzahl == 0)
      let ohne = try nummern(speicher, Suchanfrage("genehmigung"))
      #expect(try nummern(speicher, Suchanfrage("genehmigung 🦊")) == ohne)
      let viele = (0..<25).map { "wort\($0)" }.joined(separator: " ")
      #expect(try speicher.suche(Suchanfrage(viele)).gekuerzt)
      #expect(
        try speicher.suche(Suchanfrage(String(repeating: "a", count: 513))).gekuerzt)
    }
  }

  @Test(
    "folding: what the index keeps",
    arguments: [
      ("", ""), ("  -- ", ""), ("Ä", " ae "), ("ÄÖÜäöüß", " aeoeueaeoeuess "), ("ẞ", " ss "),
      ("a\u{308}o\u{308}u\u{308}e\u{308}", " aeoeuee "), ("Straße 7", " strasse 7 "),
      ("10.7-1/20", " 10 7 1 20 "), ("ÀÉÎÕŸŻ", " aeioyz "), ("Привет", " привет "), ("٣", " ٣ "),
      ("Bau\u{AD}amt", " bauamt "), ("a×b÷c", " a b c "), ("ﬁ", " ﬁ "), ("😀", ""),
    ])
  func faltung(_ text: String, _ erwartet: String) {
    #expect(Suchtext.falte(text) == erwartet)
  }
}

@Suite("Suchverzeichnis nach vielen Kassationen")
struct SuchverzeichnisTests {
  @Test("Das Verzeichnis bekommt nicht mit jeder Kassation eine Ebene mehr")
  func ebenen() throws {
    try mitTemporaeremOrdner { ordner in
      let buehne = try Buehne(ordner)
      func aufbau() throws -> Int64 {
        try buehne.speicher.lies {
          try $0.anweisung("SELECT length(block) FROM suche_data WHERE id = 10").eineZahl
        }
      }
      try buehne.speicher.schreibe { s in
        for n in 1...500 {
          try s.setzeSuche(
            Int64(n), kennzeichen: "41.10/\(n)", betreff: "Förderung Städtebau \(n)", neu: true)
        }
      }
      var groesster: Int64 = 0
      for n in 1...250 {
        try buehne.speicher.schreibe { try $0.entferneAusSuche(Int64(n)) }
        try buehne.speicher.tilgeSpuren()
        groesster = max(groesster, try aufbau())
      }
      // Each merge adds 4 bytes; from 4,015 on SQLite cannot open the index. 250 merges make 1,014.
      #expect(groesster > 500, "\(groesster)")
      #expect(groesster < 600, "\(groesster)")
    }
  }
}
