// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import GRDB
import Glibc
import Pruefung
import TestHilfe
import Testing

@testable import Aktenspeicher

@Suite struct OeffnenTests {
  @Test("a new store has its parts, and opens again")
  func anlegen() throws {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.path + "/neu"
      do {
        let speicher = try Speicher.lege(pfad + "/", kennung: "K1")
        #expect(speicher.ordner == pfad && speicher.istSchreibend)
        #expect(speicher.loeschbuch == pfad + ".loeschbuch")
        let teile = Set(try Muster.inhalt(pfad))
        #expect(
          teile.isSuperset(of: [
            "SPEICHER.txt", "dateien", "speicher.sqlite", "sperre", "unterwegs",
          ]))
        #expect(try speicher.kennung() == "K1")
        try speicher.schliesse()
      }
      #expect(try Muster.inhalt(ordner.path).filter { $0.hasPrefix(".") }.isEmpty)
      let wieder = try Speicher(pfad, loeschbuch: "/tmp/anderswo")
      #expect(wieder.loeschbuch == "/tmp/anderswo")
      #expect(try Muster.befunde(wieder).isEmpty)
    }
  }

  @Test("a store is made in an empty folder, and never over anything")
  func vorhanden() throws {
    try mitTemporaeremOrdner { ordner in
      let leer = ordner.path + "/leer"
      #expect(mkdir(leer, 0o755) == 0)
      _ = try Speicher.lege(leer, kennung: "K")
      let voll = ordner.path + "/voll"
      #expect(mkdir(voll, 0o755) == 0)
      try Data("x".utf8).write(to: URL(fileURLWithPath: voll + "/brief.txt"))
      let datei = voll + "/brief.txt"
      for ziel in [voll, datei, leer] {
        #expect(
          speicherfehler { _ = try Speicher.lege(ziel, kennung: "K") }
            == .schonVorhanden(pfad: ziel))
      }
      #expect(try Muster.inhalt(voll) == ["brief.txt"])
      #expect(speicherfehler { _ = try Speicher.lege(ordner.path + "/a/b", kennung: "K") } != nil)
      #expect(speicherfehler { _ = try Speicher.lege("", kennung: "K") } != nil)
      for kennung in ["", " ", String(repeating: "x", count: 1001)] {
        let ziel = ordner.path + "/namenlos"
        #expect(speicherfehler { _ = try Speicher.lege(ziel, kennung: kennung) } != nil)
        #expect(!FileManager.default.fileExists(atPath: ziel))
      }
    }
  }

  @Test("folders that are no store are refused and not changed")
  func keinSpeicher() throws {
    try mitTemporaeremOrdner { ordner in
      for art in [Speicher.Oeffnungsart.schreibend, .lesend] {
        for pfad in [ordner.path, ordner.path + "/fehlt"] {
          guard case .keinSpeicher? = speicherfehler({ _ = try Speicher(pfad, art) }) else {
            Issue.record("\(pfad) was opened")
            continue
          }
        }
        // A database of another program.
        let fremd = ordner.path + "/fremd-\(art)"
        #expect(mkdir(fremd, 0o755) == 0)
        do {
          let db = try DatabaseQueue(path: fremd + "/speicher.sqlite")
          try db.write { try $0.execute(sql: "CREATE TABLE t(a)") }
        }
        guard case .keinSpeicher(_, let grund)? = speicherfehler({ _ = try Speicher(fremd, art) })
        else {
          Issue.record("a foreign database was opened")
          continue
        }
        #expect(grund.contains("anderen Programm"))
        // No database at all.
        let unsinn = ordner.path + "/unsinn-\(art)"
        #expect(mkdir(unsinn, 0o755) == 0)
        try Data(repeating: 65, count: 5000).write(
          to: URL(fileURLWithPath: unsinn + "/speicher.sqlite"))
        guard case .beschaedigt? = speicherfehler({ _ = try Speicher(unsinn, art) }) else {
          Issue.record("nonsense was opened")
          continue
        }
      }
    }
  }

  @Test("one writer: the second is told the number of the first, in this process and in another")
  func zweiSchreiber() async throws {
    let ordner = FileManager.default.temporaryDirectory.path + "/diva-sperre-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: ordner) }
    let speicher = try Speicher.lege(ordner, kennung: "K")
    #expect(
      speicherfehler { _ = try Speicher(ordner, wartezeit: .zero) }
        == .gesperrt(pfad: ordner, prozess: getpid()))
    let erster = getpid()
    await #expect(processExitsWith: .success) {
      [ordner = ordner as String, erster = erster as Int32] in
      guard
        speicherfehler({ _ = try Speicher(ordner, wartezeit: .milliseconds(300)) })
          == .gesperrt(pfad: ordner, prozess: erster)
      else { exit(1) }
      let lesend = try Speicher(ordner, .lesend)
      guard try lesend.lies({ try $0.angabe("kennung") }) == "K" else { exit(2) }
      exit(0)
    }
    try speicher.schliesse()
    withExtendedLifetime(speicher) {}
  }

  @Test("a second writer waits for the first, as long as it is told to, and then gets its turn")
  func warten() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      var anfang = ContinuousClock.now
      #expect(speicherfehler { _ = try Speicher(pfad, wartezeit: .milliseconds(250)) } != nil)
      #expect(ContinuousClock.now - anfang >= .milliseconds(250))
      Thread.detachNewThread {
        usleep(300_000)
        try? speicher.schliesse()
      }
      anfang = ContinuousClock.now
      let zweiter = try Speicher(pfad, wartezeit: .seconds(60))
      #expect(zweiter.istSchreibend && ContinuousClock.now - anfang < .seconds(30))
      #expect(Speicher.schreibwartezeit == .seconds(5))
    }
  }

  @Test("a process that dies while it writes leaves a store that opens, without half a transaction")
  func absturz() async throws {
    let ordner = FileManager.default.temporaryDirectory.path + "/diva-absturz-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: ordner) }
    do { _ = try Speicher.lege(ordner, kennung: "K") }
    await #expect(processExitsWith: .signal(SIGKILL)) { [ordner = ordner as String] in
      let speicher = try Speicher(ordner)
      _ = try Muster.lege([Muster.bytes(1)], in: speicher, nr: 1)
      let stapel = try speicher.neuerStapel()
      for n in 2..<60 { try stapel.nimm(bytes: Muster.bytes(n)) }
      try speicher.schreibe { z in
        for n in 2..<60 { try z.setze(Muster.objekt(Int64(n))) }
        kill(getpid(), SIGKILL)
      }
    }
    let liegengeblieben = try Muster.inhalt(ordner + "/unterwegs").count
    #expect(liegengeblieben > 0, "named files are left, those without a name are gone")
    let speicher = try Speicher(ordner)
    #expect(try Muster.inhalt(ordner + "/unterwegs").isEmpty)
    #expect(try speicher.lies { try $0.anzahlen().objekte } == 1)
    #expect(try Muster.befunde(speicher).isEmpty)
  }

  @Test("readers see one state while a writer goes on")
  func leserNebenSchreiber() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      try speicher.schreibe { z in
        for n in 1...10 { try z.setze(Muster.objekt(Int64(n))) }
      }
      let leser = try Speicher(pfad, .lesend)
      var gesehen = 0
      try leser.lies { z in
        try z.jedesObjekt { zeile in
          gesehen += 1
          if zeile.nr == 1 {
            try speicher.schreibe { s in
              for n in 11...20 { try s.setze(Muster.objekt(Int64(n))) }
            }
          }
          return true
        }
      }
      #expect(gesehen == 10)
      #expect(try leser.lies { try $0.anzahlen().objekte } == 20)
    }
  }

  @Test("every commit lasts: full synchronisation, log, foreign keys, zeros over what is deleted")
  func einstellungen() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      try speicher.datenbank.schreibe { (db) throws -> Void in
        #expect(try Int.fetchOne(db, sql: "PRAGMA synchronous") == 2)
        #expect(try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal")
        #expect(try Int.fetchOne(db, sql: "PRAGMA foreign_keys") == 1)
        #expect(try Int.fetchOne(db, sql: "PRAGMA secure_delete") == 1)
        #expect(try Int.fetchOne(db, sql: "PRAGMA application_id") == Schema.kennung)
        #expect(try Int.fetchOne(db, sql: "PRAGMA user_version") == Schema.stand)
      }
    }
  }

  /// The names in the folder with what is in the files.
  private static func bild(_ pfad: String) throws -> [String: Data] {
    var bild: [String: Data] = [:]
    for name in try Muster.inhalt(pfad) {
      bild[name] = FileManager.default.contents(atPath: pfad + "/" + name) ?? Data()
    }
    return bild
  }

  @Test("an emptied, cut, overwritten or missing database is damage; nothing is touched")
  func zerstoert() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      try Muster.lege([Muster.bytes(1)], in: speicher, nr: 1)
      try speicher.schliesse()
      unlink(pfad + "/sperre")
      let datei = URL(fileURLWithPath: pfad + "/speicher.sqlite")
      let ganz = try Data(contentsOf: datei)
      var andere = ganz
      andere[70] ^= 1
      for (bytes, wort) in [
        (Data(), "ist leer (0 Byte)"), (ganz.prefix(50), "Byte 0 bis 99"),
        (Data(repeating: 65, count: 5000), "Byte 0 bis 99"), (andere, "Byte 68 bis 71"),
        (nil, "die Datei fehlt"),
      ] as [(Data?, String)] {
        unlink(datei.path)
        try bytes?.write(to: datei)
        let vorher = try Self.bild(pfad)
        for art in [Speicher.Oeffnungsart.schreibend, .lesend] {
          let fehler = speicherfehler { _ = try Speicher(pfad, art) }
          let text = fehler?.description ?? ""
          #expect(text.contains(wort) && text.contains("Sicherung"), "\(text)")
          #expect(!text.contains("legen Sie dort"), "\(text)")
          #expect(fehler?.befund?.regel == "S1" && fehler?.befund?.ort.datei == datei.path)
        }
        #expect(try Self.bild(pfad) == vorher)
      }
      try ganz.write(to: datei)
      #expect(try Muster.befunde(Speicher(pfad)).isEmpty)
    }
  }

  @Test("a database of another program is refused without being changed")
  func fremdeUnveraendert() throws {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.path
      do {
        let db = try DatabaseQueue(path: pfad + "/speicher.sqlite")
        try db.write { try $0.execute(sql: "CREATE TABLE t(a)") }
        try db.close()
      }
      let vorher = try Self.bild(pfad)
      for art in [Speicher.Oeffnungsart.schreibend, .lesend] {
        guard case .keinSpeicher? = speicherfehler({ _ = try Speicher(pfad, art) }) else {
          Issue.record("opened")
          continue
        }
        #expect(try Self.bild(pfad) == vorher)
      }
    }
  }

  @Test(
    "a damaged schema is told in German, with what is damaged",
    arguments: [
      (
        "UPDATE sqlite_master SET sql = 'CREATE TABLE angaben(' WHERE name = 'angaben'", "»angaben«"
      ),
      ("UPDATE sqlite_master SET sql = 'CREATE TABLX suche' WHERE name = 'suche'", "»suche«"),
      ("DELETE FROM sqlite_master WHERE name = 'grdb_migrations'", "grdb_migrations"),
      ("DELETE FROM sqlite_master WHERE name = 'suche_config'", "Seite 32"),
    ])
  func schadhaftesSchema(_ sql: String, _ wo: String) throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      try speicher.schliesse()
      do {
        let db = try DatabaseQueue(path: pfad + "/speicher.sqlite")
        try db.writeWithoutTransaction {
          try $0.execute(sql: "PRAGMA writable_schema = ON; \(sql)")
        }
        try db.close()
      }
      for art in [Speicher.Oeffnungsart.schreibend, .lesend] {
        var texte: [String] = []
        do {
          let offen = try Speicher(pfad, art)
          texte = try Muster.befunde(offen).map(\.meldung)
          try offen.schliesse()
        } catch {
          texte = ["\(error)"]
          #expect((error as? SpeicherFehler)?.befund != nil, "\(error)")
        }
        #expect(texte.contains { $0.contains(wo) }, "\(art) \(texte)")
        for englisch in ["malformed", "schema (", "no such", "failed", "syntax", "near "] {
          #expect(!texte.contains { $0.contains(englisch) }, "\(texte)")
        }
      }
    }
  }

  @Test("a newer store is refused and not changed")
  func neuererStand() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      try speicher.schreibe { try $0.db.execute(sql: "PRAGMA user_version = 7") }
      try speicher.schliesse()
      for art in [Speicher.Oeffnungsart.schreibend, .lesend] where art == .lesend {
        #expect(
          speicherfehler { _ = try Speicher(pfad, art) }
            == .neuererStand(ordner: pfad, gefunden: 7, bekannt: Schema.stand))
      }
    }
    // Also if only a step is unknown.
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.path + "/s"
      do {
        let speicher = try Speicher.lege(pfad, kennung: "K")
        try speicher.schreibe {
          try $0.db.execute(sql: "INSERT INTO grdb_migrations VALUES('99')")
        }
      }
      guard case .neuererStand? = speicherfehler({ _ = try Speicher(pfad) }) else {
        Issue.record("an unknown step was accepted")
        return
      }
    }
  }

  @Test("a store of state 0.1 is brought to the newest one: the objects become findable")
  func aeltererStand() throws {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.path + "/alt"
      for name in ["", "/dateien", "/unterwegs"] { #expect(mkdir(pfad + name, 0o755) == 0) }
      do {
        // What a program of state 0.1 wrote, in SQL as it was then.
        let db = try DatabaseQueue(path: pfad + "/speicher.sqlite")
        try db.writeWithoutTransaction { db in
          try db.execute(
            sql: Schema.tabellen + Schema.zusatzindexe + """
              PRAGMA application_id = 1147754049;
              CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY);
              INSERT INTO grdb_migrations VALUES('0.1');
              INSERT INTO angaben VALUES('kennung', 'alt');
              INSERT INTO objekt(nr,id,ebene,lage,betreff,kennzeichen,folge,zustand,metadaten) VALUES
                (1, randomblob(16), 0, 1, 'Baugenehmigung Müller', '62.1-1/2020', 1, x'', x''),
                (2, randomblob(16), 2, 1, NULL, NULL, 2, x'', x'');
              """)
        }
      }
      #expect(
        speicherfehler { _ = try Speicher(pfad, .lesend) }
          == .aeltererStand(ordner: pfad, gefunden: 0, bekannt: Schema.stand))
      let speicher = try Speicher(pfad)
      #expect(try speicher.suche(Suchanfrage("genehmigung mueller")).anzahl == 1)
      #expect(try Muster.befunde(speicher).isEmpty)
      try speicher.schliesse()
      #expect(try Speicher(pfad, .lesend).suche(Suchanfrage("62.1")).anzahl == 1)
    }
  }

  @Test("a store of state 1 is brought to the newest one: what it has is proved from then on")
  func standEins() throws {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.path + "/eins"
      for name in ["", "/dateien", "/unterwegs"] { #expect(mkdir(pfad + name, 0o755) == 0) }
      do {
        let db = try DatabaseQueue(path: pfad + "/speicher.sqlite")
        try Schema.umstellung.migrate(db, upTo: "1")
        try db.write { db in
          try db.execute(
            sql: """
              INSERT INTO angaben VALUES('kennung', 'eins');
              INSERT INTO objekt(nr,id,ebene,lage,betreff,folge,zustand,metadaten) VALUES
                (1, randomblob(16), 4, 1, 'Brief', 1, x'', x'');
              INSERT INTO suche(rowid,betreff,kennzeichen,inhalt)
                VALUES(1, ' brief ', '', ' der inhalt ');
              """)
        }
      }
      #expect(
        speicherfehler { _ = try Speicher(pfad, .lesend) }
          == .aeltererStand(ordner: pfad, gefunden: 1, bekannt: Schema.stand))
      let speicher = try Speicher(pfad)
      #expect(try Muster.befunde(speicher).isEmpty)
      #expect(try speicher.suche(Suchanfrage("inhalt")).anzahl == 1)
      #expect(try speicher.lies { try $0.angabe("kennungssumme") }?.count == 64)
      try speicher.schreibe {
        try $0.db.execute(sql: "UPDATE suche SET inhalt = ' der inhald ' WHERE rowid = 1")
      }
      #expect(try Muster.befunde(speicher).map(\.regel) == ["S8"])
    }
  }

  @Test("messages name what failed, where, and what to do")
  func meldungen() throws {
    let hash = try #require(Dateihash(hex: String(repeating: "0f", count: 32)))
    let alle: [SpeicherFehler] = [
      .keinSpeicher(ordner: "O", grund: "G"), .schonVorhanden(pfad: "O"),
      .imSpeicher(pfad: "O", speicher: "S"),
      .neuererStand(ordner: "O", gefunden: 2, bekannt: 1),
      .aeltererStand(ordner: "O", gefunden: 0, bekannt: 1), .gesperrt(pfad: "O", prozess: 7),
      .gesperrt(pfad: "O", prozess: nil), .nurLesend(ordner: "O"),
      .keinPlatz(pfad: "O", grund: "G"), .nichtSchreibbar(pfad: "O", grund: "G"),
      .nichtLesbar(pfad: "O", grund: "G"), .datenbankLeer(pfad: "O"), .dateiFehlt(hash, pfad: "O"),
      .dateiVeraendert(pfad: "O", erwartet: hash, gefunden: hash),
      .dateilaengeFalsch(pfad: "O", erwartet: 1, gefunden: 2), .quelleGeaendert(pfad: "O"),
      .beschaedigt(pfad: "O", grund: "G"), .beschaeftigt(pfad: "O"),
      .loeschbuchUnbrauchbar(pfad: "O", grund: "G"), .loeschbuchBelegt(pfad: "O"),
      .loeschbuchFremd(pfad: "O", gefunden: "A", erwartet: "B"),
      .widerspruch(pfad: "O", grund: "G"), .datenbank(pfad: "O", grund: "G"),
    ]
    for fehler in alle {
      let text = fehler.description
      #expect(text.contains("»O«") && text.hasSuffix("."), "\(text)")
      #expect(!text.contains("SpeicherFehler") && !text.contains("\n"), "\(text)")
    }
    let gesperrt = SpeicherFehler.gesperrt(pfad: "O", prozess: 7).description
    #expect(gesperrt.contains("Prozess 7") && gesperrt.contains("»O/sperre«"))
  }
}
