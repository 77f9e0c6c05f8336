// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: UseWhereClausesInForLoops

import Akte
import Foundation
import GRDB
import Lifecycle
import Pruefung
import TestHilfe
import Testing

@testable import Aktenspeicher

/// Somebody changes the database past the program: each change is found and located.
@Suite("Eingriff in die Datenbank")
struct EingriffTests {
  /// Everything that a store can have: open, closed, offered and destroyed files, refused events,
  /// several versions, a policy, counters.
  static func aufgebaut(_ ordner: URL) throws -> Buehne {
    var b = try Buehne(ordner)
    try b.genehmige()
    var r = Richtlinie()
    r.karenztage = 7
    try b.speicher.setze(r, von: Buehne.fach, b.kopf())
    let tote = try b.akte("Vernichtete Akte")
    let vorgang = try b.vorgang(in: tote)
    _ = try b.dokument("Alt.txt", "alter Inhalt", in: vorgang)
    let offene = try b.akte("Offene Akte", einheit: "02.30")
    let arbeit = try b.vorgang(in: offene)
    let brief = try b.dokument("Brief.txt", "erste Fassung", in: arbeit)
    let tag = b.heute
    try b.speicher.vollziehe(
      mit: Dateieingang(.bytes(Array("zweite Fassung".utf8)), dateiname: "Brief.txt"), b.kopf()
    ) {
      Handlung(
        .dokument(ziel: brief, in: nil, ereignis: .neueFassung(fassung: $0)),
        akteur: Buehne.arbeit, heute: tag)
    }
    _ = try b.dokument("Anlage.txt", "noch etwas", in: arbeit)
    try b.schliesse(tote)
    let angebotene = try b.akte("Angebotene Akte")
    _ = try b.dokument("Rest.txt", "Rest", in: try b.vorgang(in: angebotene))
    try b.schliesse(angebotene)
    #expect(throws: Vollzugsablehnung.self) {
      try b.tu(.schriftgut(ziel: tote, in: nil, ereignis: .stornieren(grund: "nein")))
    }
    try b.lassJahreVergehen()
    let paket = PaketID.zufaellig(&b.zufall)
    try b.tu(
      .paket(
        ziel: paket,
        ereignis: .angebotErstellen(
          prozess: .zufaellig(&b.zufall), objekte: [angebotene], anlass: .fristende)),
      Buehne.registratur)
    try b.vernichte(tote)
    #expect(throws: Vollzugsablehnung.self) {
      try b.tu(.schriftgut(ziel: tote, in: nil, ereignis: .stornieren(grund: "zu spät")))
    }
    // Texts of files, also older versions of rows in the index.
    for (name, text) in [
      ("Anhang.txt", "Der Anhang nennt Kosten und Fristen"),
      ("Plan.txt", "Ein Lageplan mit Maßen, Ὀδυσσεύς und ς"),
    ] {
      let id = ObjektID.zufaellig(&b.zufall)
      let tag = b.heute
      let vorgang = try b.vorgang(in: try b.akte("Akte zu \(name)"))
      try b.speicher.vollziehe(
        mit: Dateieingang(.bytes(Array(text.utf8)), dateiname: name, suchtext: text), b.kopf()
      ) {
        Handlung(
          .dokument(
            ziel: id, in: vorgang,
            ereignis: .anlegen(
              angaben: Dokumentanlage(fassung: $0, betreff: name, dokumentdatum: tag))),
          akteur: Buehne.arbeit, heute: tag)
      }
    }
    #expect(try b.pruefe() == [])
    return b
  }

  /// The findings, none of them thrown as an error.
  static func regeln(_ speicher: Speicher, _ umfang: Speicher.Pruefumfang = .ohneInhalte)
    -> [Befund]
  {
    do {
      return try befunde(speicher, umfang)
    } catch {
      Issue.record("die Prüfung brach ab: \(error)")
      return []
    }
  }

  static let zeigen = ProcessInfo.processInfo.environment["DIVA_EINGRIFF_ZEIGEN"] != nil

  @Test("jede Spalte jeder Zeile jeder Tafel")
  func spalten() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Self.aufgebaut(ordner)
      let dieb = try Eindringling(b.speicher)
      var zufall = Zufall(7)
      var gesehen: [String: Set<String>] = [:]
      for tafel in try dieb.tafeln() {
        for zeile in try dieb.zeilen(tafel) {
          for (spalte, alt) in zeile {
            for neu in Self.andere(alt, &zufall) {
              guard try dieb.setze(tafel, zeile, spalte, neu) else { continue }
              let gefunden = Self.regeln(b.speicher)
              try dieb.nimmZurueck()
              gesehen["\(tafel).\(spalte)", default: []].formUnion(gefunden.map(\.regel))
              #expect(!gefunden.isEmpty, "\(tafel).\(spalte): \(alt) → \(neu) in \(zeile)")
              let ort = spalte == "nr" && tafel == "objekt" ? "Nummer" : Self.ort(tafel, zeile)
              #expect(
                gefunden.contains { Self.nennt($0, ort) },
                "\(tafel).\(spalte) ohne \(ort): \(gefunden.map(\.meldung))")
            }
          }
        }
      }
      #expect(try b.pruefe() == [])
      if Self.zeigen { Self.zeige(gesehen) }
    }
  }

  @Test("jede Zeile jeder Tafel gelöscht oder verdoppelt, je zwei Zeilen vertauscht")
  func zeilen() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Self.aufgebaut(ordner)
      let dieb = try Eindringling(b.speicher)
      var zufall = Zufall(8)
      var gesehen: [String: Set<String>] = [:]
      for tafel in try dieb.tafeln() {
        let (alle, schluessel) = try dieb.spalten(tafel)
        let zeilen = try dieb.zeilen(tafel)
        let bedingung = schluessel.map { "\($0) IS ?" }.joined(separator: " AND ")
        func pruefe(_ was: String, _ umfang: Speicher.Pruefumfang = .ohneInhalte) throws {
          let gefunden = Self.regeln(b.speicher, umfang)
          try dieb.nimmZurueck()
          gesehen["\(tafel) \(was)", default: []].formUnion(gefunden.map(\.regel))
          #expect(!gefunden.isEmpty, "\(tafel) \(was)")
        }
        for (i, zeile) in zeilen.enumerated() {
          let werte = schluessel.map { zeile[$0] as DatabaseValue }
          try dieb.fuehreAus(
            "DELETE FROM \(tafel) WHERE \(bedingung)", StatementArguments(werte))
          try pruefe("Zeile gelöscht")
          // A copy of the row under another key.
          for spalte in schluessel {
            guard let neu = Self.andere(zeile[spalte], &zufall).first else { continue }
            let auswahl = alle.map { $0 == spalte ? "?" : $0 }.joined(separator: ",")
            do {
              try dieb.fuehreAus(
                "INSERT INTO \(tafel)(\(alle.joined(separator: ","))) SELECT \(auswahl) "
                  + "FROM \(tafel) WHERE \(bedingung)", StatementArguments([neu] + werte))
            } catch let fehler as DatabaseError where Eindringling.verweigert(fehler) {
              continue
            }
            try pruefe("Zeile verdoppelt")
          }
          guard i > 0 else { continue }
          // All columns but the key, and each alone, exchanged with the row before.
          let vorige = zeilen[i - 1]
          let uebrige = alle.filter { !schluessel.contains($0) }
          for auswahl in [uebrige] + (uebrige.count > 1 ? uebrige.map { [$0] } : []) {
            guard auswahl.contains(where: { (zeile[$0] as DatabaseValue) != vorige[$0] }) else {
              continue
            }
            var erlaubt = true
            for spalte in auswahl where erlaubt {
              erlaubt =
                try dieb.setze(tafel, zeile, spalte, vorige[spalte])
                && dieb.setze(tafel, vorige, spalte, zeile[spalte])
            }
            guard erlaubt else {
              try dieb.nimmZurueck()
              continue
            }
            try pruefe("\(auswahl.count > 1 ? "Zeilen" : auswahl[0]) vertauscht")
          }
        }
      }
      if Self.zeigen { Self.zeige(gesehen) }
    }
  }

  @Test("ein Eintrag und eine Nutzlast Byte für Byte, ein Schlüssel Byte für Byte")
  func bytes() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Self.aufgebaut(ordner)
      let dieb = try Eindringling(b.speicher)
      for (tafel, spalte, nummer) in [
        ("protokoll", "eintrag", 5), ("protokoll", "nutzlast", 6), ("schluessel", "schluessel", 2),
        ("objekt", "zustand", 1), ("objekt", "metadaten", 4),
      ] {
        let zeile = try dieb.zeilen(tafel)[nummer]
        let alt: Data = zeile[spalte]
        // Every byte of what is small, some of what is larger.
        for i in stride(from: 0, to: alt.count, by: alt.count > 300 ? 11 : 1) {
          var neu = alt
          neu[i] ^= 1 << UInt8(i % 8)
          #expect(try dieb.setze(tafel, zeile, spalte, neu.databaseValue))
          #expect(!Self.regeln(b.speicher).isEmpty, "\(tafel).\(spalte) Byte \(i)")
        }
        try dieb.nimmZurueck()
      }
    }
  }

  @Test("eine Zeile mit ihrem älteren Stand, das abgeschnittene Ende des Protokolls")
  func aelterer() throws {
    try mitTemporaeremOrdner { ordner in
      var b = try Self.aufgebaut(ordner)
      let akte = try b.akte("Noch eine")
      let alt = try Eindringling(b.speicher)
      let zeile = try #require(try alt.zeilen("objekt").last)
      try b.tu(
        .schriftgut(ziel: akte, in: nil, ereignis: .federfuehrungAendern(neu: "Bauamt")),
        Buehne.registratur)
      // A refused event at the end changes no row.
      #expect(throws: Vollzugsablehnung.self) {
        try b.tu(.schriftgut(ziel: akte, in: nil, ereignis: .vernichten))
      }
      let anker = Anker(try b.speicher.protokollkopf())
      let dieb = try Eindringling(b.speicher)
      for (spalte, wert) in zeile { _ = try dieb.setze("objekt", zeile, spalte, wert) }
      var gefunden = try befunde(b.speicher)
      #expect(gefunden.map(\.regel) == ["B1"])
      #expect(gefunden.first.map { Self.nennt($0, akte.text) } == true)
      try dieb.nimmZurueck()

      let ende = anker.kopf.folge
      for n in 1...6 as ClosedRange<Int64> {
        try dieb.fuehreAus("DELETE FROM protokoll WHERE folge > ?", [ende - n])
        #expect(!Self.regeln(b.speicher).isEmpty, "\(n) Einträge")
        // Whoever cuts the directory, too, is found by the rows – or only by an anchor, if nothing but
        // a refused event is missing.
        try dieb.fuehreAus("DELETE FROM protokollobjekt WHERE folge > ?", [ende - n])
        #expect(Self.regeln(b.speicher).isEmpty == (n == 1), "\(n) Einträge")
        gefunden = try befunde(b.speicher, .ohneInhalte, anker: [anker])
        #expect(gefunden.contains { $0.regel == "PR8" }, "\(n) Einträge")
        try dieb.nimmZurueck()
      }
    }
  }

  @Test("Tabellen, Verzeichnisse, Auslöser und Angaben, die nicht vom Programm sind")
  func aufbau() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Self.aufgebaut(ordner)
      let dieb = try Eindringling(b.speicher)
      for sql in [
        "DROP INDEX objekt_id", "DROP INDEX protokoll_ereignis",
        "CREATE TRIGGER t AFTER INSERT ON protokoll BEGIN DELETE FROM protokoll; END",
        "CREATE TABLE fremd(a)", "CREATE VIEW sicht AS SELECT 1",
        "CREATE INDEX fremd ON objekt(betreff)", "PRAGMA user_version = 0",
        "PRAGMA application_id = 1",
      ] {
        try dieb.fuehreAus(sql)
        #expect(Self.regeln(b.speicher).map(\.regel) == ["S12"], "\(sql)")
        try dieb.nimmZurueck()
      }
      try dieb.fuehreAus("INSERT INTO angaben VALUES('fremd', '1')")
      #expect(Self.regeln(b.speicher).map(\.regel) == ["B3"])
      try dieb.nimmZurueck()
      // The text of the files for the search has no other source: the index proves itself.
      try dieb.fuehreAus("UPDATE suche_content SET c2 = 'anderes' WHERE c0 LIKE '% brief %'")
      #expect(Self.regeln(b.speicher).map(\.regel) == ["S8"])
      try dieb.nimmZurueck()
    }
  }

  /// What each search for three letters and each walk through the whole index answers.
  private static func antworten(_ dieb: Eindringling) throws -> [String] {
    try dieb.db.write { db in
      // A connection keeps parts of the index in memory; a change of the schema makes it forget them.
      try db.execute(sql: "CREATE TABLE neu(a); DROP TABLE neu")
      var alle: [String] = []
      let texte = try Row.fetchAll(db, sql: "SELECT c0, c1, c2 FROM suche_content")
      var folgen: Set<String> = []
      for text in texte.flatMap({ [$0["c0"] as String, $0["c1"] as String, $0["c2"] as String] }) {
        let zeichen = Array(text.unicodeScalars)
        for i in zeichen.indices.dropLast(2) {
          folgen.insert(String(String.UnicodeScalarView(zeichen[i...i + 2])))
        }
      }
      for folge in folgen.sorted() {
        let treffer = try Int.fetchAll(
          db, sql: "SELECT rowid FROM suche WHERE suche MATCH ? ORDER BY rowid",
          arguments: ["\"\(folge)\""])
        alle.append("\(folge) \(treffer)")
      }
      for wort in texte.flatMap({ ($0["c0"] as String).split(separator: " ") }) where wort.count > 3
      {
        let treffer = try String.fetchAll(
          db,
          sql: "SELECT rowid || ' ' || rank FROM suche WHERE suche MATCH ? ORDER BY rank, rowid",
          arguments: ["\"\(wort)\""])
        alle.append("\(wort) \(treffer)")
      }
      return alle
    }
  }

  @Test("das Suchverzeichnis an zufälligen Bytes geändert: gefunden, oder keine Antwort ist anders")
  func suchverzeichnis() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Self.aufgebaut(ordner)
      let dieb = try Eindringling(b.speicher)
      let erwartet = try Self.antworten(dieb)
      try dieb.nimmZurueck()
      let lesend = try Speicher(b.speicher.ordner, .lesend)
      var zufall = Zufall(11)
      var gefunden: [String: Int] = [:]
      var ohneWirkung: [String: Int] = [:]
      for tafel in ["suche_content", "suche_config", "suche_docsize", "suche_idx", "suche_data"] {
        let (spalten, schluessel) = try dieb.spalten(tafel)
        for zeile in try dieb.zeilen(tafel) {
          for spalte in spalten {
            let alt: DatabaseValue = zeile[spalte]
            // Large rows at many places, since they hold most of the index.
            let laenge = Data.fromDatabaseValue(alt)?.count ?? 0
            for _ in 0..<(laenge > 500 ? 60 : tafel == "suche_data" ? 25 : 2) {
              guard let neu = Self.gekippt(alt, &zufall), neu != alt,
                try dieb.setze(tafel, zeile, spalte, neu)
              else { continue }
              let befunde = Self.regeln(lesend)
              let wo = "\(tafel).\(spalte)"
              if befunde.isEmpty {
                ohneWirkung[wo, default: 0] += 1
                // Only the pages of the index have bytes without a meaning.
                #expect(
                  ["suche_data.block", "suche_idx.term"].contains(wo),
                  "\(wo) \(alt) → \(neu) in \(schluessel) \(zeile)")
                #expect(try Self.antworten(dieb) == erwartet, "\(wo) \(zeile)")
              } else {
                gefunden[wo, default: 0] += 1
                #expect(befunde.allSatisfy { $0.regel == "S8" && $0.schwere == .fehler })
                #expect(
                  befunde.contains { $0.meldung.contains(tafel) },
                  "\(wo): \(befunde.map(\.meldung))")
                if tafel == "suche_content", spalte != "id" {
                  let nr: Int64 = zeile["id"]
                  #expect(
                    befunde.contains {
                      $0.meldung.contains("(Zeile \(nr) der Tafel") && $0.ort.objekt != nil
                    })
                }
              }
              try dieb.nimmZurueck()
            }
          }
        }
      }
      #expect(Self.regeln(lesend).isEmpty)
      #expect(
        gefunden["suche_data.block", default: 0] > 2 * ohneWirkung["suche_data.block", default: 0])
      if Self.zeigen { print(gefunden, ohneWirkung) }
    }
  }

  /// The value with one bit of one byte changed; nil if it has none.
  private static func gekippt(_ wert: DatabaseValue, _ zufall: inout Zufall) -> DatabaseValue? {
    switch wert.storage {
    case .int64(let n): (n ^ 1 << Int64.random(in: 0...40, using: &zufall)).databaseValue
    case .blob(let d) where !d.isEmpty: kippe(d, &zufall).databaseValue
    case .string(let s) where !s.isEmpty:
      String(decoding: kippe(Data(s.utf8), &zufall).map { $0 & 0x7F }, as: UTF8.self).databaseValue
    default: nil
    }
  }

  @Test("die Kennung eines Speichers ohne Protokoll, und die Angaben Byte für Byte")
  func angaben() throws {
    try mitTemporaeremOrdner { ordner in
      let leer = try Speicher.lege(ordner.path + "/leer", kennung: "Amt für Ordnung")
      #expect(try befunde(leer) == [])
      for speicher in [leer, try Self.aufgebaut(ordner).speicher] {
        let dieb = try Eindringling(speicher)
        for zeile in try dieb.zeilen("angaben") {
          for spalte in ["schluessel", "wert"] {
            let alt = Array((zeile[spalte] as String).utf8)
            for i in alt.indices {
              for bit in [0, 5] as [UInt8] {
                var neu = alt
                neu[i] ^= 1 << bit
                // Also as bytes that are no text.
                try dieb.fuehreAus(
                  "UPDATE angaben SET \(spalte) = CAST(? AS TEXT) WHERE schluessel = ?",
                  [Data(neu), zeile["schluessel"] as String])
                let gefunden = Self.regeln(speicher)
                let name: String = zeile["schluessel"]
                #expect(
                  gefunden.contains {
                    $0.meldung.contains(name) || $0.regel.hasPrefix("LB") || $0.regel == "B5"
                  }, "\(name).\(spalte) Byte \(i): \(gefunden.map(\.meldung))")
                try dieb.nimmZurueck()
              }
            }
          }
          try dieb.fuehreAus(
            "DELETE FROM angaben WHERE schluessel = ?", [zeile["schluessel"] as String])
          #expect(!Self.regeln(speicher).isEmpty)
          try dieb.nimmZurueck()
        }
        #expect(Self.regeln(speicher).isEmpty)
      }
    }
  }

  @Test("die Schritte der Umstellung: jedes Byte gefunden, auch beim Öffnen")
  func umstellung() throws {
    try mitTemporaeremOrdner { ordner in
      let b = try Self.aufgebaut(ordner)
      let pfad = b.speicher.ordner
      let dieb = try Eindringling(b.speicher)
      try b.speicher.schliesse()
      for schritt in Schema.umstellung.migrations {
        for i in 0...schritt.utf8.count {
          var neu = Array(schritt.utf8)
          if i < neu.count { neu[i] ^= 4 } else { neu = [] }
          for art in i < neu.count ? ["TEXT", "BLOB"] : ["TEXT"] {
            try dieb.fuehreAus(
              "UPDATE grdb_migrations SET identifier = CAST(? AS \(art)) WHERE identifier = ?",
              [Data(neu), schritt])
            do {
              let lesend = try Speicher(pfad, .lesend)
              let gefunden = Self.regeln(lesend)
              #expect(
                gefunden.map(\.regel) == ["S12"] && gefunden[0].meldung.contains("grdb_migrations"))
            }
            guard case .beschaedigt(_, let grund)? = speicherfehler({ _ = try Speicher(pfad) })
            else {
              Issue.record("\(schritt) → \(neu): zum Schreiben geöffnet")
              continue
            }
            #expect(grund.contains("grdb_migrations") && grund.contains("»\(schritt)«"))
            try dieb.nimmZurueck()
          }
        }
      }
      #expect(try befunde(Speicher(pfad)) == [])
    }
  }

  @Test("ein aufgehobener Schlüssel, der nach der Vernichtung zurückgelegt wird; ein fremder")
  func schluessel() throws {
    try mitTemporaeremOrdner { ordner in
      var b = try Buehne(ordner)
      try b.genehmige()
      let akte = try b.akte()
      _ = try b.dokument("A.txt", "A", in: try b.vorgang(in: akte))
      try b.schliesse(akte)
      try b.lassJahreVergehen()
      let alt = try #require(try b.speicher.lies { try $0.schluessel(akte) })
      try b.vernichte(akte)
      try b.speicher.schreibe { try $0.setzeSchluessel(akte, alt) }
      let gefunden = try befunde(b.speicher)
      #expect(Set(gefunden.map(\.regel)) == ["B4"])
      #expect(gefunden.allSatisfy { Self.nennt($0, akte.text) })
      try b.speicher.schreibe { try $0.setzeSchluessel(akte, nil) }
      #expect(try b.pruefe() == [])
      // A key that lies ready for an object that nothing was sealed for.
      try b.speicher.schreibe { try $0.setzeSchluessel(.zufaellig(&b.zufall), alt) }
      #expect(try befunde(b.speicher).map(\.regel) == ["B4"])
    }
  }

  // MARK: Values

  /// Other values of the same kind.
  static func andere(_ wert: DatabaseValue, _ zufall: inout Zufall) -> [DatabaseValue] {
    switch wert.storage {
    case .null: [1000.databaseValue, "x".databaseValue, Data([1]).databaseValue]
    case .int64(let n):
      [
        (n + 1000).databaseValue, (n &+ 1 << 40).databaseValue,
        n == 0 ? 1.databaseValue : 0.databaseValue, .null,
      ]
    case .double(let d): [(d + 1).databaseValue]
    case .string(let s): [(s + "x").databaseValue, String(s.dropLast()).databaseValue, .null]
    case .blob(let d):
      [kippe(d, &zufall).databaseValue, d.dropLast().databaseValue, .null]
    }
  }

  private static func kippe(_ d: Data, _ zufall: inout Zufall) -> Data {
    guard let i = d.indices.randomElement(using: &zufall) else { return Data([0]) }
    var d = d
    d[i] ^= 1 << UInt8.random(in: 0...7, using: &zufall)
    return d
  }

  /// What a finding about a row must name.
  static func ort(_ tafel: String, _ zeile: Row) -> String {
    switch tafel {
    case "objekt": ObjektID(sechzehn: Array(zeile["id"] as Data))?.text ?? "?"
    case "protokoll", "protokollobjekt": "Eintrag \(zeile["folge"] as Int64)"
    case "datei", "verwendung", "loeschauftrag": ""
    case "schluessel": ""
    case "angaben": zeile["schluessel"]
    case "zaehler": "Zähler"
    case "grdb_migrations": "grdb_migrations"
    case "nachweis": ""
    default: tafel
    }
  }

  static func nennt(_ b: Befund, _ ort: String) -> Bool {
    ort.isEmpty || b.meldung.contains(ort) || b.ort.objekt?.contains(ort) == true
      || b.ort.datei?.contains(ort) == true
  }

  private static func zeige(_ gesehen: [String: Set<String>]) {
    for (wo, regeln) in gesehen.sorted(by: { $0.key < $1.key }) {
      print("\(wo): \(regeln.sorted().joined(separator: " "))")
    }
  }
}
