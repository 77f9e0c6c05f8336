// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import GRDB
import Pruefung
import TestHilfe
import Testing

@testable import Aktenspeicher

@Suite struct ZeilenTests {
  @Test("eine geänderte Zeile gleicht der neuen Byte für Byte, was sich auch änderte")
  func aenderung() throws {
    try mitTemporaeremOrdner { ordner in
      let speicher = try Speicher.lege(ordner.path + "/sp", kennung: "s")
      let anfang = Muster.objekt(
        1, kennzeichen: "G/1", betreff: "alt", einheit: "Gewa\u{308}sser", reifab: 5)
      try speicher.schreibe { try $0.setze(anfang, neu: true) }
      var stand = anfang
      var neue: [Objektzeile] = []
      func aendere(_ wie: (inout Objektzeile) -> Void) {
        var zeile = neue.last ?? anfang
        wie(&zeile)
        neue.append(zeile)
      }
      aendere { $0.lage = 2 }
      aendere { $0.betreff = "neu" }
      aendere { $0.zda = Kalendertag(2020, 1, 2) }
      aendere { $0.reifab = Kalendertag(2031, 1, 1) }
      aendere { $0.spaetestens = Kalendertag(2032, 1, 1) }
      aendere { $0.gesperrt = 2 }
      aendere { $0.paket = [UInt8](repeating: 4, count: 16) }
      aendere { $0.folge = 9 }
      aendere { $0.zustand = [9] }
      aendere { $0.metadaten = [8] }
      aendere { $0.kennzeichen = "G/2" }
      // The same to Swift's eyes, other bytes to those of the database.
      aendere { $0.einheit = "Gew\u{E4}sser" }
      aendere { $0.reifab = nil }
      for zeile in neue {
        try speicher.schreibe { try $0.setze(zeile, statt: stand) }
        let gelesen = try #require(try speicher.lies { try $0.objekt(zeile.id) })
        #expect(gelesen == zeile)
        #expect(Array((gelesen.einheit ?? "").utf8) == Array((zeile.einheit ?? "").utf8))
        stand = zeile
      }
    }
  }

  @Test("an object comes back as it was written, also with everything left out")
  func objekt() throws {
    try Muster.mitSpeicher { (speicher, _) throws -> Void in
      var voll = Muster.objekt(2, .vorgang, eltern: 1, lage: 3, kennzeichen: "1-2", betreff: "Ä\0ß")
      voll.einheit = "12.3"
      voll.zda = Kalendertag(2020, 2, 29)
      voll.reifab = Kalendertag(1, 1, 1)
      voll.spaetestens = Kalendertag(9999, 12, 31)
      voll.gesperrt = 2
      voll.paket = [UInt8](0..<16)
      voll.metadaten = []
      let karg = Muster.objekt(1)
      try speicher.schreibe { z in
        try z.setze(karg)
        try z.setze(voll)
        #expect(try z.naechsteObjektnummer() == 3)
      }
      try speicher.lies { (z) throws -> Void in
        #expect(try z.objekt(voll.id) == voll)
        #expect(try z.objekt(karg.id) == karg)
        #expect(try z.objekt(Muster.id(99)) == nil)
        #expect(try z.objekte([voll.id, Muster.id(99), karg.id]) == [voll, karg])
      }
      voll.lage = 8
      voll.betreff = nil
      try speicher.schreibe { try $0.setze(voll) }
      #expect(try speicher.lies { try $0.objekt(voll.id) } == voll)
    }
  }

  @Test("ids twice, missing parents, unknown files: refused, and the transaction leaves nothing")
  func widerspruch() throws {
    try Muster.mitSpeicher { (speicher, _) throws -> Void in
      try speicher.schreibe { try $0.setze(Muster.objekt(1)) }
      let hash = try #require(Dateihash(hex: String(repeating: "0", count: 64)))
      var doppelt = Muster.objekt(2)
      doppelt.id = Muster.id(1)
      let faelle: [(Schreibzugriff) throws -> Void] = [
        { try $0.setze(doppelt) },
        { try $0.setze(Muster.objekt(1), neu: true) },
        { try $0.setze(Muster.objekt(2, eltern: 77)) },
        { try $0.verwende(1, hash) },
        { z in
          try z.setzeDatei(Dateiangabe(hash: hash, groesse: 1))
          try z.verwende(77, hash)
        },
        { z in
          for n in [1, 2] as [Int64] {
            try z.protokolliere(
              Protokollzeile(folge: n, ereignis: [1], eintrag: [], nutzlast: []), [])
          }
        },
      ]
      for fall in faelle {
        let fehler = speicherfehler {
          try speicher.schreibe { z in
            try z.setze(Muster.objekt(50))
            try fall(z)
          }
        }
        guard case .widerspruch? = fehler else {
          Issue.record("\(String(describing: fehler))")
          continue
        }
        #expect(try speicher.lies { try $0.anzahlen() } == (1, 0, 0, 0))
      }
      // The same for masses, where uniqueness is looked at last; the indexes are there again.
      guard
        case .widerspruch? = speicherfehler({
          try speicher.schreibeMasse { try $0.setze(doppelt) }
        })
      else {
        Issue.record("an id was used twice")
        return
      }
      let indexe = try speicher.datenbank.lies { db in
        try String.fetchAll(db, sql: "SELECT name FROM sqlite_master WHERE type = 'index'")
      }
      #expect(Set(indexe).isSuperset(of: Schema.indexe.map(\.name)))
    }
  }

  @Test("an error of the caller passes through unchanged and undoes the transaction")
  func eigenerFehler() throws {
    struct Eigener: Error {}
    try Muster.mitSpeicher { (speicher, _) throws -> Void in
      #expect(throws: Eigener.self) {
        try speicher.schreibe { z in
          try z.setze(Muster.objekt(1))
          throw Eigener()
        }
      }
      #expect(try speicher.lies { try $0.anzahlen().objekte } == 0)
    }
  }

  @Test("children and all objects come in the order of their numbers, and stop when told")
  func durchlauf() throws {
    try Muster.mitSpeicher { (speicher, _) throws -> Void in
      try speicher.schreibe { z in
        try z.setze(Muster.objekt(1))
        for n in 2...300 {
          try z.setze(Muster.objekt(Int64(n), .vorgang, eltern: Int64(1 + n % 2)))
        }
      }
      try speicher.lies { z in
        var kinder: [Int64] = []
        try z.kinder(1) { zeile in
          kinder.append(zeile.nr)
          return true
        }
        #expect(kinder == (2...300).filter { $0 % 2 == 0 }.map(Int64.init))
        var alle: [Int64] = []
        try z.jedesObjekt(nach: 250) { zeile in
          alle.append(zeile.nr)
          return alle.count < 5
        }
        #expect(alle == [251, 252, 253, 254, 255])
      }
    }
  }

  @Test("the due list: only zdA and inAufbewahrung, by day and number, from the partial index")
  func faellig() throws {
    try Muster.mitSpeicher { (speicher, _) throws -> Void in
      var erwartet: [(Int, Int64)] = []
      var zufall = Zufall(5)
      try speicher.schreibe { z in
        for n in 1...2000 as ClosedRange<Int64> {
          let lage = Int.random(in: 0...10, using: &zufall)
          let tag = Bool.random(using: &zufall) ? Int.random(in: 100...140, using: &zufall) : nil
          try z.setze(Muster.objekt(n, lage: lage, reifab: tag, spaetestens: tag))
          if let tag, tag <= 120, lage == 2 || lage == 3 { erwartet.append((tag, n)) }
        }
      }
      erwartet.sort { $0 < $1 }
      let heute = try #require(Kalendertag(tageszahl: 120))
      try speicher.lies { z in
        var liste: [Faelligzeile] = []
        try z.faellige(bis: heute) { zeile in
          liste.append(zeile)
          return true
        }
        #expect(liste.map(\.nr) == erwartet.map(\.1))
        #expect(liste.map { Int($0.reifab.tageszahl) } == erwartet.map(\.0))
        #expect(try z.faelligeNummern(bis: heute) == erwartet.map(\.1))
        var anzubieten = 0
        try z.anzubieten(bis: heute) { _, tag in
          anzubieten += 1
          return tag <= heute
        }
        #expect(anzubieten > erwartet.count)
        for (sql, index) in [
          (
            "nr FROM objekt WHERE lage IN (2,3) AND reifab <= 5 ORDER BY reifab, nr",
            "objekt_reifab"
          ),
          (
            "nr FROM objekt WHERE lage IN (0,1,2,3) AND spaetestens <= 5 ORDER BY spaetestens, nr",
            "objekt_spaetestens"
          ),
        ] {
          let plan = try Row.fetchAll(z.db, sql: "EXPLAIN QUERY PLAN SELECT " + sql)
            .map { $0["detail"] as String }.joined(separator: "; ")
          #expect(plan.contains(index) && !plan.contains("TEMP B-TREE"), "\(plan)")
        }
      }
    }
  }

  @Test("the protocol comes in its order, as a whole, by object and by event; a key goes for good")
  func protokoll() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let a = Muster.id(1)
      let b = Muster.id(2)
      try speicher.schreibe { z in
        for n in 1...20 as ClosedRange<Int64> {
          try z.protokolliere(
            Protokollzeile(
              folge: n, ereignis: [UInt8(n)], eintrag: [1, UInt8(n)], nutzlast: [2]),
            n % 2 == 0 ? [a, b, a] : [a])
        }
        try z.setzeNutzlast(20, [])
        try z.setzeSchluessel(a, [UInt8](repeating: 0xAB, count: 32))
      }
      try speicher.lies { z in
        var folgen: [Int64] = []
        try z.protokoll(nach: 15) { zeile in
          folgen.append(zeile.folge)
          return true
        }
        #expect(folgen == [16, 17, 18, 19, 20])
        folgen = []
        try z.protokoll(ueber: b) { zeile in
          folgen.append(zeile.folge)
          return true
        }
        #expect(folgen == (1...10).map { $0 * 2 })
        #expect(try z.protokoll(ereignis: [20])?.nutzlast == [])
        #expect(try z.protokoll(ereignis: [21]) == nil)
        #expect(try z.letzteFolge() == 20)
        #expect(try z.schluessel(a)?.count == 32)
        #expect(try z.schluessel(b) == nil)
      }
      try speicher.schreibe { try $0.setzeSchluessel(a, nil) }
      try speicher.tilgeSpuren()
      #expect(try speicher.lies { try $0.schluessel(a) } == nil)
      let rest = Data(repeating: 0xAB, count: 32)
      for datei in ["speicher.sqlite", "speicher.sqlite-wal"] {
        let bytes = try Data(contentsOf: URL(fileURLWithPath: pfad + "/" + datei))
        #expect(bytes.range(of: rest) == nil, "the key is still in \(datei)")
      }
    }
  }

  @Test("a counter goes on where it was set last, and back after a transaction that failed")
  func zaehler() throws {
    struct Eigener: Error {}
    try Muster.mitSpeicher { (speicher, _) throws -> Void in
      #expect(try speicher.schreibe { try $0.zaehlerstand("a") } == 0)
      try speicher.schreibe { z in
        try z.setzeZaehler("a", 1)
        try z.setzeZaehler("a", 2)
        try z.setzeZaehler("b", 1)
        #expect(try z.zaehlerstand("a") == 2)
      }
      #expect(throws: Eigener.self) {
        try speicher.schreibe { z in
          try z.setzeZaehler("a", 3)
          throw Eigener()
        }
      }
      #expect(
        try speicher.schreibe { [try $0.zaehlerstand("a"), try $0.zaehlerstand("b")] } == [2, 1])
    }
  }

  @Test("files that nobody uses are ordered to be deleted and go; shared ones and new ones stay")
  func loeschauftraege() throws {
    struct KeinLoeschbuch: Error {}
    try Muster.mitSpeicher { (speicher, _) throws -> Void in
      let erste = try Muster.lege([Muster.bytes(1), Muster.bytes(2)], in: speicher, nr: 1)
      _ = try Muster.lege([Muster.bytes(2), Muster.bytes(3)], in: speicher, nr: 2)
      let frei = try speicher.schreibe { try $0.gibDateienFrei(1, folge: 9) }
      #expect(frei == [erste[0]])
      #expect(try speicher.ablage.groesse(erste[0]) != nil, "only after the commit")
      #expect(try speicher.lies { try $0.anzahlen() } == (2, 2, 0, 1))
      // The ledger cannot be written: nothing is deleted.
      #expect(throws: KeinLoeschbuch.self) {
        try speicher.erledigeLoeschauftraege { _ in throw KeinLoeschbuch() }
      }
      #expect(try speicher.ablage.groesse(erste[0]) != nil)
      // The same bytes are on their way in again: they stay, the order too.
      do {
        let stapel = try speicher.neuerStapel()
        try stapel.nimm(bytes: Muster.bytes(1))
        #expect(try speicher.erledigeLoeschauftraege().geblieben == [erste[0]])
        withExtendedLifetime(stapel) {}
      }
      var gemeldet: [Dateihash] = []
      let ergebnis = try speicher.erledigeLoeschauftraege { gemeldet += $0 }
      #expect(ergebnis.geloescht == [erste[0]] && gemeldet == [erste[0]])
      #expect(try speicher.ablage.groesse(erste[0]) == nil)
      #expect(try speicher.lies { try $0.anzahlen().offen } == 0)
      #expect(try Muster.befunde(speicher).isEmpty)
      // An order that was given and then overtaken by a new use is void.
      let letzte = try speicher.schreibe { try $0.gibDateienFrei(2, folge: 10) }
      #expect(letzte.count == 2)
      try Muster.lege([Muster.bytes(2)], in: speicher, nr: 3)
      #expect(try speicher.erledigeLoeschauftraege().geloescht.count == 1)
      #expect(try speicher.ablage.groesse(erste[1]) != nil)
    }
  }

  @Test("orders left open by a crash are carried out at the next opening")
  func loeschauftraegeNachAbsturz() throws {
    try mitTemporaeremOrdner { ordner in
      let pfad = ordner.path + "/s"
      var hash: Dateihash?
      do {
        let speicher = try Speicher.lege(pfad, kennung: "K")
        hash = try Muster.lege([Muster.bytes(1)], in: speicher, nr: 1).first
        _ = try speicher.schreibe { try $0.gibDateienFrei(1, folge: 2) }
        #expect(try Muster.befunde(speicher).map(\.regel) == ["S10"])
      }
      let speicher = try Speicher(pfad)
      #expect(try speicher.ablage.groesse(#require(hash)) == nil)
      #expect(try speicher.lies { try $0.anzahlen().offen } == 0)
    }
  }
}
