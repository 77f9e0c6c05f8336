// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Pruefung
import Synchronization
import TestHilfe
import Testing

@testable import Aktenspeicher

@Suite struct SicherungTests {
  @Test(
    "a backup is complete, opens, passes the check, and is renewed without copying again",
    arguments: [Speicher.Dateiuebernahme.kopie, .verknuepfung])
  func sichern(_ art: Speicher.Dateiuebernahme) throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let ziel = pfad + "-sicherung"
      let erste = try Muster.lege((0..<40).map { Muster.bytes($0) }, in: speicher, nr: 1)
      var ergebnis = try speicher.sichere(nach: ziel, art)
      #expect(ergebnis.neueDateien == 40 && ergebnis.vorhandeneDateien == 0)
      #expect(ergebnis.durchgaenge == 1)
      do {
        let kopie = try Speicher(ziel, .lesend)
        #expect(try Muster.befunde(kopie).isEmpty)
        #expect(try kopie.lies { try $0.objekt(Muster.id(1)) }?.betreff == "Dokument 1")
        #expect(try kopie.suche(Suchanfrage("dokument")).anzahl == 1)
      }
      let knoten =
        try FileManager.default.attributesOfItem(
          atPath: speicher.ablage.pfad(erste[0]))[.systemFileNumber] as? Int
      let ort = Dateiort(ziel, erste[0])
      #expect((try ort.knoten() == knoten) == (art == .verknuepfung))
      let vorher = try ort.knoten()
      // More comes, some goes; the backup follows.
      try Muster.lege([Muster.bytes(100)], in: speicher, nr: 2)
      _ = try speicher.schreibe { try $0.gibDateienFrei(1, folge: 5) }
      try Muster.lege([Muster.bytes(0)], in: speicher, nr: 3)
      try speicher.erledigeLoeschauftraege()
      ergebnis = try speicher.sichere(nach: ziel, art)
      #expect(ergebnis.neueDateien == 1 && ergebnis.vorhandeneDateien == 1)
      #expect(ergebnis.entfernteDateien == 39)
      #expect(try ort.knoten() == vorher, "not copied again")
      #expect(try Muster.befunde(Speicher(ziel, .lesend)).isEmpty)
      #expect(try Muster.inhalt(pfad + "/..").filter { $0.hasPrefix(".") }.isEmpty)
      #expect(try Muster.inhalt(ziel).filter { $0.hasSuffix(".teil") }.isEmpty)
    }
  }

  private struct Dateiort {
    let pfad: String
    init(_ ordner: String, _ hash: Dateihash) { pfad = ordner + "/dateien/" + hash.ablageort }
    func knoten() throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: pfad)[.systemFileNumber] as? Int
    }
  }

  @Test("a backup opened for writing is a store of its own and never overwritten again")
  func wiederhergestellt() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let ziel = pfad + "-sicherung"
      try Muster.lege([Muster.bytes(1)], in: speicher, nr: 1)
      try speicher.sichere(nach: ziel)
      do {
        let kopie = try Speicher(ziel)
        try Muster.lege([Muster.bytes(2)], in: kopie, nr: 2)
        #expect(
          speicherfehler { try speicher.sichere(nach: ziel) } == .schonVorhanden(pfad: ziel))
      }
      #expect(speicherfehler { try speicher.sichere(nach: ziel) } == .schonVorhanden(pfad: ziel))
      #expect(try Speicher(ziel).lies { try $0.anzahlen().objekte } == 2)
    }
  }

  @Test("nothing else is ever overwritten: other stores, backups of other stores, folders, files")
  func fremdeZiele() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let anderer = pfad + "-anderer"
      do {
        let zweiter = try Speicher.lege(anderer, kennung: "Muster 2")
        try zweiter.sichere(nach: anderer + "-sicherung")
      }
      mkdir(pfad + "-ordner", 0o755)
      try Data("x".utf8).write(to: URL(fileURLWithPath: pfad + "-ordner/datei"))
      for ziel in [pfad, anderer, anderer + "-sicherung", pfad + "-ordner", pfad + "-ordner/datei"]
      {
        let vorher = try? Muster.inhalt(ziel)
        #expect(
          speicherfehler { try speicher.sichere(nach: ziel) } == .schonVorhanden(pfad: ziel))
        #expect((try? Muster.inhalt(ziel)) == vorher)
      }
      #expect(speicherfehler { try speicher.sichere(nach: pfad + "-fehlt/b") } != nil)
    }
  }

  @Test(
    "a damaged or missing file stops the backup, and the earlier one stays",
    arguments: [false, true])
  func schaden(_ fehlt: Bool) throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let ziel = pfad + "-sicherung"
      try Muster.lege([Muster.bytes(1)], in: speicher, nr: 1)
      try speicher.sichere(nach: ziel)
      let hash = try #require(try Muster.lege([Muster.bytes(2)], in: speicher, nr: 2).first)
      let ort = speicher.ablage.pfad(hash)
      if fehlt { unlink(ort) } else { try Beschaedigung.kippe(ort, byte: 0) }
      for neu in [ziel, pfad + "-zweite"] {
        switch speicherfehler({ try speicher.sichere(nach: neu) }) {
        case .dateiFehlt(hash, ort)? where fehlt: break
        case .dateiVeraendert(ort, hash, _)? where !fehlt: break
        case let anderer: Issue.record("\(String(describing: anderer))")
        }
      }
      #expect(!FileManager.default.fileExists(atPath: pfad + "-zweite"))
      let kopie = try Speicher(ziel, .lesend)
      #expect(try kopie.lies { try $0.anzahlen().objekte } == 1)
      #expect(try Muster.befunde(kopie).isEmpty)
    }
  }

  @Test("a damaged file in the backup is found by its bytes and copied anew, others are not")
  func schadhafteSicherung() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let ziel = pfad + "-sicherung"
      let hashes = try Muster.lege((0..<6).map { Muster.bytes($0) }, in: speicher, nr: 1)
      try speicher.sichere(nach: ziel)
      let kopie = try Dateiablage(ziel, schreibend: false)
      let knoten = try Dateiort(ziel, hashes[5]).knoten()
      try Beschaedigung.kippe(kopie.pfad(hashes[0]), byte: 9)
      try Beschaedigung.kuerze(kopie.pfad(hashes[1]), auf: 5)
      unlink(kopie.pfad(hashes[2]))
      let e = try speicher.sichere(nach: ziel)
      #expect(e.ersetzteDateien == 2 && e.neueDateien == 1)
      #expect(e.entfernteDateien == 0 && e.durchgaenge == 1)
      #expect(try Dateiort(ziel, hashes[5]).knoten() == knoten)
      #expect(try Muster.befunde(Speicher(ziel, .lesend)).isEmpty)
      #expect(try speicher.sichere(nach: ziel).ersetzteDateien == 0)
    }
  }

  @Test("damaged here and there: an error, and the damaged copy stays as it is")
  func beideSchadhaft() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let ziel = pfad + "-sicherung"
      let hash = try #require(try Muster.lege([Muster.bytes(1)], in: speicher, nr: 1).first)
      try speicher.sichere(nach: ziel)
      let kopie = try Dateiablage(ziel, schreibend: false)
      for ablage in [kopie, speicher.ablage] {
        try Beschaedigung.kippe(ablage.pfad(hash), byte: ablage === kopie ? 1 : 2)
      }
      let vorher = try Data(contentsOf: URL(fileURLWithPath: kopie.pfad(hash)))
      guard
        case .dateiVeraendert(speicher.ablage.pfad(hash), hash, _)? = speicherfehler({
          try speicher.sichere(nach: ziel)
        })
      else {
        Issue.record("saved a damaged file")
        return
      }
      #expect(try Data(contentsOf: URL(fileURLWithPath: kopie.pfad(hash))) == vorher)
      #expect(try Muster.inhalt(ziel).filter { $0.contains(".teil") }.isEmpty)
    }
  }

  @Test("no backup and no store inside of a store, neither directly nor through a link")
  func imSpeicher() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      try Muster.lege([Muster.bytes(1)], in: speicher, nr: 1)
      let ordner = pfad + "/.."
      let link = pfad + "-link"
      #expect(symlink(pfad + "/dateien", link) == 0)
      try speicher.sichere(nach: pfad + "-sicherung")
      for ziel in [
        pfad + "/b", pfad + "/dateien/b", pfad + "/unterwegs/./b", ordner + "/Speicher/b/",
        link + "/b", pfad + "-sicherung/b",
      ] {
        let vorher = try Muster.inhalt(ordner)
        for fehler in [
          speicherfehler { try speicher.sichere(nach: ziel) },
          speicherfehler { _ = try Speicher.lege(ziel, kennung: "K") },
        ] {
          guard case .imSpeicher(_, let gefunden)? = fehler else {
            Issue.record("\(ziel): \(String(describing: fehler))")
            continue
          }
          #expect(gefunden.hasSuffix(ziel.contains("sicherung") ? "-sicherung" : "/Speicher"))
        }
        #expect(try Muster.inhalt(ordner) == vorher)
      }
      // A backup that an older version made there is not renewed either.
      try FileManager.default.moveItem(atPath: pfad + "-sicherung", toPath: pfad + "/b")
      guard case .imSpeicher? = speicherfehler({ try speicher.sichere(nach: pfad + "/b") }) else {
        Issue.record("renewed a backup in the store")
        return
      }
    }
  }

  @Test("what was left in the log of a backup that was opened is not taken for the new database's")
  func liegengebliebenesLog() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let ziel = pfad + "-sicherung"
      try Muster.lege([Muster.bytes(1)], in: speicher, nr: 1)
      try speicher.sichere(nach: ziel)
      let zeichen = try Data(contentsOf: URL(fileURLWithPath: ziel + "/SICHERUNG.txt"))
      // As if a process had ended between opening the database and taking the mark away.
      let andere = ziel + "-offen"
      do {
        let offen = try Speicher(ziel)
        try offen.schreibe { z in
          for n in 2...200 { try z.setze(Muster.objekt(Int64(n), betreff: "aus dem Log")) }
        }
        try FileManager.default.copyItem(atPath: ziel, toPath: andere)
      }
      #expect(FileManager.default.fileExists(atPath: andere + "/speicher.sqlite-wal"))
      try zeichen.write(to: URL(fileURLWithPath: andere + "/SICHERUNG.txt"))
      try Muster.lege([Muster.bytes(2)], in: speicher, nr: 2)
      try speicher.sichere(nach: andere)
      let neu = try Speicher(andere, .lesend)
      #expect(try Muster.befunde(neu).isEmpty)
      #expect(try neu.lies { try $0.anzahlen().objekte } == 2)
    }
  }

  @Test("while a writer writes and deletes, each backup is one state that passes the check")
  func nebenSchreiber() throws {
    let ordner = FileManager.default.temporaryDirectory.path + "/diva-sicherung-\(getpid())"
    defer { try? FileManager.default.removeItem(atPath: ordner) }
    mkdir(ordner, 0o755)
    let speicher = try Speicher.lege(ordner + "/s", kennung: "K")
    let zustand = Schreiberzustand()
    let gruppe = DispatchGroup()
    gruppe.enter()
    // A thread of its own: the tests beside this one may keep all of the task threads busy.
    Thread.detachNewThread { [gruppe] in
      defer { gruppe.leave() }
      while !zustand.ende.load(ordering: .relaxed) {
        do {
          try Self.schreibe(Int64(zustand.runden.load(ordering: .relaxed)) + 1, speicher)
        } catch {
          Issue.record("\(error)")
          return
        }
        zustand.runden.add(1, ordering: .relaxed)
      }
    }
    while zustand.runden.load(ordering: .relaxed) < 4 { usleep(1000) }
    for i in 0..<6 {
      let ziel = ordner + "/b\(i % 2)"
      #expect(try speicher.sichere(nach: ziel).durchgaenge >= 1)
      let befunde = try Muster.befunde(Speicher(ziel, .lesend))
      #expect(befunde.isEmpty, "\(befunde.map(\.meldung))")
    }
    zustand.ende.store(true, ordering: .relaxed)
    gruppe.wait()
    #expect(try Muster.befunde(speicher).isEmpty)
  }

  private final class Schreiberzustand: Sendable {
    let ende = Atomic<Bool>(false)
    let runden = Atomic<Int>(0)
  }

  /// Stores some files and lets go of older ones.
  private static func schreibe(_ runde: Int64, _ speicher: Speicher) throws {
    let dateien = (0..<8).map { Muster.bytes(Int(runde) * 100 + $0) }
    try Muster.lege(dateien, in: speicher, nr: runde)
    guard runde > 3 else { return }
    _ = try speicher.schreibe { try $0.gibDateienFrei(runde - 3, folge: runde) }
    try speicher.erledigeLoeschauftraege()
  }

  @Test("what was deleted is not in the copy of the database")
  func ohneReste() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      try speicher.schreibe { z in
        try z.setze(Muster.objekt(1, betreff: "Streichkonzertabend"))
      }
      try speicher.schreibe { z in try z.setze(Muster.objekt(1)) }
      try speicher.sichere(nach: pfad + "-b")
      let bytes = try Data(contentsOf: URL(fileURLWithPath: pfad + "-b/speicher.sqlite"))
      #expect(bytes.range(of: Data("Streichkonzert".utf8)) == nil)
      #expect(!FileManager.default.fileExists(atPath: pfad + "-b/speicher.sqlite-wal"))
    }
  }
}
