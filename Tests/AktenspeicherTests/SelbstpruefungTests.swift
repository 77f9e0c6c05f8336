// SPDX-License-Identifier: Apache-2.0
import Foundation
import GRDB
import Glibc
import Pruefung
import TestHilfe
import Testing

@testable import Aktenspeicher

@Suite struct SelbstpruefungTests {
  @Test("each kind of damage has its finding and no other; a sound store has none")
  func schaeden() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let hashes = try Muster.lege((0..<8).map { Muster.bytes($0) }, in: speicher, nr: 1)
      #expect(try Muster.befunde(speicher).isEmpty)
      let ablage = speicher.ablage
      try Beschaedigung.kippe(ablage.pfad(hashes[0]), byte: 3)
      try Beschaedigung.kuerze(ablage.pfad(hashes[1]), auf: 3)
      unlink(ablage.pfad(hashes[2]))
      unlink(ablage.pfad(hashes[3]))
      mkdir(ablage.pfad(hashes[3]), 0o755)
      do {
        let stapel = try speicher.neuerStapel()
        try stapel.nimm(bytes: Muster.bytes(50))
        try stapel.veroeffentliche()
        #expect(
          try !Muster.befunde(speicher).contains { $0.regel == "S4" }, "a batch is under way")
      }
      for name in ["dateien/LIESMICH", "dateien/ab", "dateien/ab/kurz", "unterwegs/1-1"] {
        if name == "dateien/ab" {
          mkdir(pfad + "/" + name, 0o755)
        } else {
          try Data("x".utf8).write(to: URL(fileURLWithPath: pfad + "/" + name))
        }
      }
      var befunde = try Muster.befunde(speicher)
      let erwartet = ["S3", "S4", "S5", "S5", "S6", "S6", "S6", "S7", "S9"]
      #expect(befunde.map(\.regel).sorted() == erwartet)
      let falscherInhalt = "dateien/" + hashes[0].ablageort
      #expect(befunde.contains { $0.regel == "S5" && $0.ort.datei == falscherInhalt })
      for b in befunde { #expect(!b.abhilfe.isEmpty && b.meldung.hasSuffix("."), "\(b)") }
      // Without looking into the files, the flipped byte is not seen.
      befunde = try Muster.befunde(speicher, .ohneInhalte)
      #expect(
        befunde.map(\.regel).sorted() == ["S3", "S4", "S5", "S6", "S6", "S6", "S7", "S9"])
      #expect(try speicher.raeumeUeberzaehlige().count == 1)
      #expect(try !Muster.befunde(speicher).contains { $0.regel == "S4" })
    }
  }

  @Test("rows without a target, files without an object")
  func zeilen() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let hash = try #require(try Muster.lege([Muster.bytes(1)], in: speicher, nr: 1).first)
      try speicher.schliesse()
      do {
        let db = try DatabaseQueue(
          path: pfad + "/speicher.sqlite", configuration: ohneFremdschluessel)
        try db.write { try $0.execute(sql: "DELETE FROM objekt") }
      }
      let lesend = try Speicher(pfad, .lesend)
      #expect(try Muster.befunde(lesend).map(\.regel) == ["S2", "S8"])
      do {
        let db = try DatabaseQueue(
          path: pfad + "/speicher.sqlite", configuration: ohneFremdschluessel)
        try db.write { try $0.execute(sql: "DELETE FROM verwendung; DELETE FROM suche") }
      }
      let befunde = try Muster.befunde(lesend)
      #expect(befunde.map(\.regel) == ["S11"])
      #expect(befunde.first?.ort.datei == "dateien/" + hash.ablageort)
    }
  }

  private var ohneFremdschluessel: Configuration {
    var e = Configuration()
    e.foreignKeysEnabled = false
    return e
  }

  @Test("a damaged database is a finding, or an error when it cannot even be opened")
  func datenbank() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let hash = try #require(try Muster.lege([Muster.bytes(1)], in: speicher, nr: 9999).first)
      try speicher.schreibeMasse { z in
        for n in 1...5000 as ClosedRange<Int64> {
          try z.setze(Muster.objekt(n, betreff: "Betreff \(n)"))
          try z.setzeSuche(n, kennzeichen: nil, betreff: "Betreff \(n)", neu: true)
        }
      }
      try speicher.schliesse()
      let datei = try FileHandle(forUpdating: URL(fileURLWithPath: pfad + "/speicher.sqlite"))
      let groesse = try datei.seekToEnd()
      for seite in stride(from: 60 as UInt64, to: groesse / 4096, by: 7) {
        try datei.seek(toOffset: seite * 4096)
        try datei.write(contentsOf: Data(repeating: 0x5A, count: 200))
      }
      try datei.close()
      let lesend = try Speicher(pfad, .lesend)
      var befunde = try Muster.befunde(lesend)
      #expect(!befunde.isEmpty && befunde.allSatisfy { $0.regel == "S1" })
      // The names of the files still prove their bytes.
      try Beschaedigung.kippe(lesend.ablage.pfad(hash), byte: 1)
      befunde = try Muster.befunde(lesend)
      #expect(befunde.filter { $0.regel != "S1" }.map(\.regel) == ["S5"])
    }
  }

  @Test("an index that grew, merged and shrank through hundreds of commits has no findings")
  func gewachsenerIndex() throws {
    try Muster.mitSpeicher { (speicher, _) throws -> Void in
      var zufall = Zufall(5)
      let worte = ["Bauantrag", "Widerspruch", "Straße", "Ὀδυσσεύς", "ΣΊΣΥΦΟΣ", "ﬁnal", "Ǆep", "ẞ"]
      var naechste: Int64 = 1
      for runde in 0..<220 {
        try speicher.schreibe { z in
          for _ in 0..<Int.random(in: 1...40, using: &zufall) {
            let nr =
              naechste > 20 && Bool.random(using: &zufall)
              ? Int64.random(in: 1..<naechste, using: &zufall) : naechste
            naechste = max(naechste, nr + 1)
            let betreff =
              (0..<4).map { _ in worte.randomElement(using: &zufall) ?? "" }.joined(separator: " ")
              + " \(nr)"
            try z.setze(Muster.objekt(nr, betreff: betreff))
            try z.setzeSuche(nr, kennzeichen: nil, betreff: betreff)
            if nr % 5 == 0 {
              try z.setzeSuche(nr, inhalt: runde % 3 == 0 ? "" : "Text \(runde) \(betreff)")
            }
          }
        }
        if runde % 40 == 0 { #expect(try Muster.befunde(speicher) == []) }
        if runde == 130 { try speicher.tilgeSpuren() }
      }
      #expect(try Muster.befunde(speicher) == [])
      // So common a word that its list goes on over many pages.
      try speicher.schreibeMasse { z in
        for nr in naechste..<naechste + 30_000 {
          try z.setze(Muster.objekt(nr, betreff: "Antrag"))
          try z.setzeSuche(nr, kennzeichen: nil, betreff: "Antrag", neu: true)
        }
      }
      let fortsetzungen = try speicher.lies {
        try $0.anweisung("SELECT count(*) FROM suche_data WHERE id >> 36 & 1 = 1").eineZahl
      }
      #expect(fortsetzungen > 0)
      #expect(try Muster.befunde(speicher) == [])
    }
  }

  @Test("progress is told and ends with all files; the rules have numbers of their own")
  func fortschritt() throws {
    try Muster.mitSpeicher { (speicher, _) throws -> Void in
      try Muster.lege((0..<30).map { Muster.bytes($0) }, in: speicher, nr: 1)
      var staende: [Speicher.Pruefstand] = []
      try speicher.pruefeGrundlage(
        fortschritt: { staende.append($0) }, befund: { Issue.record("\($0)") })
      #expect(
        staende.contains { $0.abschnitt == "Dateien" && $0.erledigt == 30 && $0.gesamt == 30 })
      #expect(staende.first?.abschnitt == "Datenbank")
      #expect(Set(Speicherregeln.alle.map(\.id)).count == Speicherregeln.alle.count)
    }
  }
}
