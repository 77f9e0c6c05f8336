// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Glibc
import Pruefsummen
import TestHilfe
import Testing

@testable import Aktenspeicher

@Suite struct DateiablageTests {
  @Test("a file comes back with its bytes, under its SHA-256, read-only")
  func rundlauf() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let quelle = pfad + "-quelle.bin"
      let bytes = Muster.bytes(1, laenge: 700_000)
      try Data(bytes).write(to: URL(fileURLWithPath: quelle))
      let stapel = try speicher.neuerStapel()
      let angabe = try stapel.nimm(datei: quelle)
      #expect(try speicher.ablage.groesse(angabe.hash) == nil, "not there before it is published")
      try stapel.veroeffentliche()
      #expect(angabe.groesse == Int64(bytes.count))
      #expect(angabe.hash.pruefsumme == (try pruefsumme(datei: quelle, .sha256)))
      let ort = "\(pfad)/dateien/\(angabe.hash.hex.prefix(2))/\(angabe.hash.hex.dropFirst(2))"
      #expect(speicher.ablage.pfad(angabe.hash) == ort)
      #expect(FileManager.default.contents(atPath: ort).map { Array($0) } == bytes)
      let rechte = try FileManager.default.attributesOfItem(atPath: ort)[.posixPermissions]
      #expect(rechte as? Int == 0o444)
      var gelesen: [UInt8] = []
      try speicher.ablage.lies(angabe.hash) { gelesen += $0 }
      #expect(gelesen == bytes)
      #expect(try Muster.unterwegs(pfad).isEmpty)
    }
  }

  @Test("the same bytes are one file, whether in one batch or in two; also the empty file")
  func einmal() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      for _ in 0..<2 {
        let stapel = try speicher.neuerStapel()
        for n in [1, 2, 1, 1] { try stapel.nimm(bytes: Muster.bytes(n)) }
        try stapel.nimm(bytes: [])
        #expect(stapel.dateien.count == 3)
        try stapel.veroeffentliche()
        try stapel.veroeffentliche()  // nothing left to do
      }
      #expect(try Muster.inhalt(pfad + "/dateien").filter { $0.utf8.count > 2 }.count == 3)
      #expect(try Muster.unterwegs(pfad).isEmpty)
    }
  }

  @Test("a batch of many files is published as a whole, and one that is dropped leaves nothing")
  func viele() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      do {
        let stapel = try speicher.neuerStapel()
        for n in 0..<200 { try stapel.nimm(bytes: Muster.bytes(n)) }
        #expect(try Muster.inhalt(pfad + "/dateien").isEmpty)
        #expect(try !Muster.unterwegs(pfad).isEmpty)
      }
      #expect(try Muster.unterwegs(pfad).isEmpty)
      #expect(try Muster.inhalt(pfad + "/dateien").isEmpty)
      let stapel = try speicher.neuerStapel()
      for n in 0..<200 { try stapel.nimm(bytes: Muster.bytes(n)) }
      try stapel.veroeffentliche()
      var gezaehlt = 0
      try speicher.ablage.jederEintrag { eintrag in
        guard case .datei(let d) = eintrag, d.groesse > 100 else {
          Issue.record("\(eintrag)")
          return
        }
        gezaehlt += 1
      }
      #expect(gezaehlt == 200)
      for n in [0, 199] {
        let hash = try #require(stapel.dateien.first { $0.hash == pruefe(Muster.bytes(n)) }).hash
        var gelesen: [UInt8] = []
        try speicher.ablage.lies(hash) { gelesen += $0 }
        #expect(gelesen == Muster.bytes(n))
      }
    }
  }

  private func pruefe(_ bytes: [UInt8]) -> Dateihash? {
    guard var bildner = try? Pruefsummenbildner([.sha256]) else { return nil }
    bytes.withUnsafeBytes { bildner.nimm($0) }
    return bildner.abschluss().first.flatMap { Dateihash($0) }
  }

  @Test("a stream in odd pieces is taken in; a stream that fails leaves nothing")
  func strom() throws {
    struct Abbruch: Error {}
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let bytes = Muster.bytes(3, laenge: 10_000)
      let stapel = try speicher.neuerStapel()
      var stelle = 0
      let angabe = try stapel.nimm { puffer in
        let n = min(777, bytes.count - stelle, puffer.count)
        puffer.copyBytes(from: bytes[stelle..<stelle + n])
        stelle += n
        return n
      }
      #expect(angabe.groesse == Int64(bytes.count))
      #expect(throws: Abbruch.self) {
        try stapel.nimm { _ in throw Abbruch() }
      }
      #expect(stapel.dateien == [angabe])
      try stapel.veroeffentliche()
      #expect(try Muster.unterwegs(pfad).isEmpty)
    }
  }

  @Test(
    "one flipped byte: all bytes were handed out, but the verdict is an error with both digests")
  func veraendert() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let hash = try #require(try Muster.lege([Muster.bytes(4)], in: speicher, nr: 1).first)
      try Beschaedigung.kippe(speicher.ablage.pfad(hash), byte: 17)
      var gelesen = 0
      let fehler = speicherfehler { try speicher.ablage.lies(hash) { gelesen += $0.count } }
      guard case .dateiVeraendert(let ort, let erwartet, let gefunden)? = fehler else {
        Issue.record("\(String(describing: fehler))")
        return
      }
      #expect(ort == speicher.ablage.pfad(hash) && erwartet == hash && gefunden != hash)
      #expect(fehler?.description.contains(hash.hex) == true)
      #expect(gelesen == Muster.bytes(4).count)
      // Without the check the bytes are given as they are.
      try speicher.ablage.lies(hash, pruefend: false) { _ in }
    }
  }

  @Test("missing files, folders and links in the place of a file are named")
  func keineDatei() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let hash = try #require(try Muster.lege([Muster.bytes(5)], in: speicher, nr: 1).first)
      let ort = speicher.ablage.pfad(hash)
      #expect(unlink(ort) == 0)
      #expect(
        speicherfehler { try speicher.ablage.lies(hash) { _ in } }
          == .dateiFehlt(hash, pfad: ort))
      #expect(symlink("/etc/passwd", ort) == 0)
      guard case .nichtLesbar? = speicherfehler({ try speicher.ablage.lies(hash) { _ in } }) else {
        Issue.record("a link was followed")
        return
      }
      #expect(unlink(ort) == 0)
      #expect(mkdir(ort, 0o755) == 0)
      guard case .nichtLesbar? = speicherfehler({ try speicher.ablage.lies(hash) { _ in } }) else {
        Issue.record("a folder was read")
        return
      }
    }
  }

  @Test("sources that are no regular files are refused")
  func quellen() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let stapel = try speicher.neuerStapel()
      #expect(mkfifo(pfad + "-rohr", 0o600) == 0)
      #expect(symlink("/etc/passwd", pfad + "-verweis") == 0)
      for quelle in [pfad, pfad + "-rohr", pfad + "-verweis", pfad + "-fehlt", "/dev/null"] {
        guard case .nichtLesbar(let p, _)? = speicherfehler({ try stapel.nimm(datei: quelle) })
        else {
          Issue.record("\(quelle) was taken in")
          continue
        }
        #expect(p == quelle)
      }
      #expect(stapel.dateien.isEmpty)
    }
  }

  @Test("a damaged file is not taken for the same bytes if its length differs, and stays")
  func laengeFalsch() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let hash = try #require(try Muster.lege([Muster.bytes(6)], in: speicher, nr: 1).first)
      try Beschaedigung.kuerze(speicher.ablage.pfad(hash), auf: 10)
      let stapel = try speicher.neuerStapel()
      guard
        case .dateilaengeFalsch(_, 106..., 10)? = speicherfehler({
          try stapel.nimm(bytes: Muster.bytes(6))
        })
      else {
        Issue.record("no error")
        return
      }
    }
  }

  @Test("deleting: gone, missing, needed by a batch; twice does no harm")
  func loeschen() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let ablage = speicher.ablage
      let hashes = try Muster.lege((0..<3).map { Muster.bytes($0) }, in: speicher, nr: 1)
      do {
        let stapel = try speicher.neuerStapel()
        try stapel.nimm(bytes: Muster.bytes(1))
        #expect(try ablage.loesche(hashes) == [.geloescht, .gebraucht, .geloescht])
        withExtendedLifetime(stapel) {}
      }
      #expect(try ablage.loesche(hashes) == [.fehlte, .geloescht, .fehlte])
      #expect(try ablage.loesche([]) == [])
      let nie = try #require(Dateihash(hex: String(repeating: "ab", count: 32)))
      #expect(try ablage.loesche([nie]) == [.fehlte])
    }
  }

  @Test("a reader's depot neither takes in nor deletes")
  func nurLesend() throws {
    try Muster.mitSpeicher { (speicher, pfad) throws -> Void in
      let lesend = try Speicher(pfad, .lesend)
      #expect(speicherfehler { _ = try lesend.neuerStapel() } == .nurLesend(ordner: pfad))
      #expect(speicherfehler { _ = try lesend.ablage.loesche([]) } == .nurLesend(ordner: pfad))
      #expect(speicherfehler { try lesend.schreibe { _ in } } == .nurLesend(ordner: pfad))
    }
  }

  @Test("the address of a file: hex and back, nothing else")
  func adresse() throws {
    let hex = String((0..<64).map { Character(String($0 % 16, radix: 16)) })
    let hash = try #require(Dateihash(hex: hex))
    #expect(hash.hex == hex && "\(hash)" == hex)
    #expect(hash.ablageort == "01/" + hex.dropFirst(2) && hash.fach == 1)
    #expect(hash.pruefsumme.flatMap { Dateihash($0) } == hash)
    for falsch in ["", hex + "0", String(hex.dropLast()), hex.uppercased(), hex.dropLast() + "g"] {
      #expect(Dateihash(hex: String(falsch)) == nil, "\(falsch)")
    }
    #expect(
      Pruefsumme(.md5, bytes: [UInt8](repeating: 0, count: 16)).flatMap { Dateihash($0) } == nil)
    #expect(try #require(Dateihash(hex: "00" + hex.dropFirst(2))) < hash)
  }
}

/// Damage done on purpose.
enum Beschaedigung {
  static func kippe(_ pfad: String, byte: Int) throws {
    chmod(pfad, 0o644)
    let datei = try FileHandle(forUpdating: URL(fileURLWithPath: pfad))
    try datei.seek(toOffset: UInt64(byte))
    let alt = try #require(try datei.read(upToCount: 1)?.first)
    try datei.seek(toOffset: UInt64(byte))
    try datei.write(contentsOf: Data([alt ^ 1]))
    try datei.close()
    chmod(pfad, 0o444)
  }

  static func kuerze(_ pfad: String, auf laenge: Int) throws {
    #expect(truncate(pfad, off_t(laenge)) == 0)
  }
}
