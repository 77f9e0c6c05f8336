// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import GRDB
import Glibc
import TestHilfe
import Testing

@testable import Aktenspeicher

/// Measurements, only with `DIVA_MESSEN=1` and in release form; they print figures.
@Suite(.serialized, .enabled(if: ProcessInfo.processInfo.environment["DIVA_MESSEN"] != nil))
struct MessungTests {
  private static let anzahl =
    Int64(
      ProcessInfo.processInfo.environment["DIVA_MESSEN_ZEILEN"] ?? "1000000") ?? 1_000_000

  @discardableResult
  private func miss<T>(_ name: String, _ body: () throws -> T) rethrows -> T {
    let beginn = ContinuousClock.now
    let rechnen = clock()
    let ergebnis = try body()
    let dauer = ContinuousClock.now - beginn
    let cpu = Double(clock() - rechnen) / 1_000_000
    FileHandle.standardError.write(Data("\(name): \(dauer), CPU \(cpu) s\n".utf8))
    return ergebnis
  }

  private func zeile(_ n: Int64) -> Objektzeile {
    var zeile = Objektzeile(
      nr: n, id: ObjektID(bytes: (UInt64(n) &* 0x9E37_79B9_7F4A_7C15, UInt64(n))), ebene: .akte,
      einheit: "12.\(n % 500)", lage: Int(n % 4), kennzeichen: "12.34-\(n)/2010",
      betreff: "Förderantrag Städtebau Nr. \(n)", folge: n)
    zeile.zda = Kalendertag(tageszahl: Int32(12000 + n % 8000))
    zeile.reifab = Kalendertag(tageszahl: Int32(16000 + n % 8000))
    zeile.spaetestens = Kalendertag(tageszahl: Int32(20000 + n % 8000))
    return zeile
  }

  @Test("rows, indexes, due list, search, backup, check")
  func zeilen() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let n = Self.anzahl
      var zeilenweise: Duration?
      try miss("\(n) objects with all indexes, total") {
        try speicher.schreibeMasse { z in
          let beginn = ContinuousClock.now
          for nr in 1...n { try z.setze(zeile(nr), neu: true) }
          zeilenweise = ContinuousClock.now - beginn
        }
      }
      FileHandle.standardError.write(Data("  rows alone: \(zeilenweise ?? .zero)\n".utf8))
      let tag = try #require(Kalendertag(tageszahl: 20000))
      for _ in 0..<3 {
        let nummern = try miss("due numbers") {
          try speicher.lies { try $0.faelligeNummern(bis: tag) }
        }
        #expect(nummern.count > 0)
        var liste = 0
        try miss("due rows, streamed") {
          try speicher.lies {
            try $0.faellige(bis: tag) { _ in
              liste += 1
              return true
            }
          }
        }
        #expect(liste == nummern.count)
      }
      try miss("1000 objects by id") {
        try speicher.lies { (z) throws -> Void in
          let ids = (0..<1000).map { zeile(Int64($0 * 997) % n + 1).id }
          #expect(try z.objekte(ids).count == 1000)
        }
      }
      try miss("all objects, streamed") {
        var gezaehlt: Int64 = 0
        try speicher.lies {
          try $0.jedesObjekt { _ in
            gezaehlt += 1
            return true
          }
        }
        #expect(gezaehlt == n)
      }
      try miss("search index for all objects") { try speicher.baueSucheNeu() }
      for text in ["städtebau", "antrag 77777", "strasse", "fö", "12.34-4711/2010", "7"] {
        for _ in 0..<2 {
          let ergebnis = try miss("search »\(text)«") { try speicher.suche(Suchanfrage(text)) }
          FileHandle.standardError.write(
            Data("   \(ergebnis.anzahl.map { String($0) } ?? "many")\n".utf8))
        }
      }
      _ = try miss("search »städtebau« in one Aktenplaneinheit") {
        try speicher.suche(Suchanfrage("städtebau", aktenplan: "12.499"))
      }
      try miss("\(n) protocol entries") {
        try speicher.schreibeMasse { z in
          for f in 1...n {
            let id = zeile(f).id
            try z.protokolliere(
              Protokollzeile(
                folge: f,
                ereignis: withUnsafeBytes(of: (f &* 0x9E37_79B9_7F4A_7C1, f)) { Array($0) },
                eintrag: [UInt8](repeating: 7, count: 150),
                nutzlast: [UInt8](repeating: 8, count: 100)), [id])
            try z.setzeSchluessel(id, [UInt8](repeating: 9, count: 32))
          }
        }
      }
      try miss("one object changed and committed, 200 times") {
        for nr in 1...200 as ClosedRange<Int64> {
          try speicher.schreibe { z in
            try z.setze(zeile(nr))
            try z.setzeSuche(nr, kennzeichen: "12.34-\(nr)/2010", betreff: "Neuer Betreff \(nr)")
          }
        }
      }
      try miss("backup") { try speicher.sichere(nach: pfad + "-b") }
      try miss("check") { try speicher.pruefe { _ in } }
    }
  }

  @Test("rows alone")
  func nurZeilen() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let n = Self.anzahl
      miss("making the values") {
        var summe = 0
        for nr in 1...n { summe &+= zeile(nr).betreff?.utf8.count ?? 0 }
        #expect(summe > 0)
      }
      try miss("\(n) objects and their commit, without indexes") {
        try speicher.datenbank.schreibe { db in
          try db.execute(sql: Schema.ohneZusatzindexe)
          let z = Schreibzugriff(db, speicher.datenbank.pfad)
          for nr in 1...n { try z.setze(zeile(nr), neu: true) }
        }
      }
      try miss("indexes") {
        try speicher.datenbank.schreibe { try $0.execute(sql: Schema.zusatzindexe) }
      }
    }
  }

  @Test("files in batches")
  func dateien() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let inhalt = Muster.bytes(1, laenge: 10_000)
      try miss("10000 files of 10 KB in batches of 2000") {
        for block in 0..<5 {
          let stapel = try speicher.neuerStapel()
          for n in 0..<2000 {
            var bytes = inhalt
            bytes[0] = UInt8(truncatingIfNeeded: n)
            bytes[1] = UInt8(truncatingIfNeeded: n >> 8)
            bytes[2] = UInt8(block)
            try stapel.nimm(bytes: bytes)
          }
          try stapel.veroeffentliche()
          try speicher.schreibe { z in
            let nr = Int64(block + 1)
            try z.setze(Muster.objekt(nr))
            for d in stapel.dateien {
              try z.setzeDatei(d)
              try z.verwende(nr, d.hash)
            }
          }
        }
      }
      try miss("500 files of 10 KB, each with its own commit") {
        for n in 0..<500 {
          try Muster.lege([Muster.bytes(n, laenge: 10_000)], in: speicher, nr: Int64(100 + n))
        }
      }
      try miss("check with all bytes") { try speicher.pruefe { Issue.record("\($0)") } }
      try miss("backup, copies") { try speicher.sichere(nach: pfad + "-b") }
      try miss("backup again") { try speicher.sichere(nach: pfad + "-b") }
      try miss("backup, links") { try speicher.sichere(nach: pfad + "-l", .verknuepfung) }
    }
  }

  @Test("the due list takes the same time in 100,000 and in 1,000,000 rows")
  func wachstum() throws {
    for n in [100_000, 1_000_000] as [Int64] {
      try Muster.mitSpeicher { (speicher, _) throws -> Void in
        try speicher.schreibeMasse { z in
          for nr in 1...n {
            var zeile = zeile(nr)
            zeile.lage = nr % (n / 10_000) == 0 ? 2 : 1
            try z.setze(zeile)
          }
        }
        let tag = try #require(Kalendertag(2200, 1, 1))
        for _ in 0..<3 {
          let anzahl = try miss("due numbers of \(n)") {
            try speicher.lies { try $0.faelligeNummern(bis: tag).count }
          }
          #expect(anzahl == 10_000)
        }
      }
    }
  }
}
