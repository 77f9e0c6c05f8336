// SPDX-License-Identifier: Apache-2.0
import Akte
import Foundation
import Glibc
import Lifecycle
import Pruefung
import TestHilfe
import Testing

@testable import Aktenspeicher

/// Somebody changes the files or the Löschbuch.
@Suite("Eingriff in Dateien und Löschbuch")
struct EingriffDateienTests {
  @Test("eine kleine Datei Byte für Byte, eine große an zufälligen Stellen")
  func bytes() throws {
    try mitTemporaeremOrdner { ordner in
      var b = try Buehne(ordner)
      var zufall = Zufall(3)
      let vorgang = try b.vorgang(in: try b.akte())
      let gross = String(
        (0..<200_000).map { _ in
          Character(Unicode.Scalar(UInt8.random(in: 97...122, using: &zufall)))
        })
      let dateien = try [
        try b.dokument("klein.txt", "klein", in: vorgang),
        try b.dokument("gross.txt", gross, in: vorgang),
      ].map { try #require(try b.speicher.objekt($0)?.dateien.first) }
      for datei in dateien {
        let pfad = b.speicher.ablage.pfad(datei.hash)
        let name = "dateien/" + datei.hash.ablageort
        let alt = try Data(contentsOf: URL(fileURLWithPath: pfad))
        chmod(pfad, 0o644)
        let stellen =
          alt.count < 100
          ? Array(alt.indices) : (0..<20).map { _ in Int.random(in: alt.indices, using: &zufall) }
        for i in stellen {
          var neu = alt
          neu[i] ^= 1 << UInt8.random(in: 0...7, using: &zufall)
          try neu.write(to: URL(fileURLWithPath: pfad))
          let gefunden = try befunde(b.speicher)
          #expect(gefunden.map(\.regel) == ["S5"], "Byte \(i)")
          #expect(gefunden.first?.ort.datei == name)
        }
        for neu in [alt + [0], alt.dropLast(), Data()] {
          try neu.write(to: URL(fileURLWithPath: pfad))
          #expect(try befunde(b.speicher, .ohneInhalte).map(\.regel) == ["S5"])
        }
        unlink(pfad)
        #expect(try befunde(b.speicher).map(\.regel) == ["S3"])
        #expect(symlink("/etc/hostname", pfad) == 0)
        #expect(try befunde(b.speicher).contains { $0.regel == "S9" })
        unlink(pfad)
        try alt.write(to: URL(fileURLWithPath: pfad))
      }
      // The two change places.
      let pfade = dateien.map { b.speicher.ablage.pfad($0.hash) }
      rename(pfade[0], pfade[0] + "x")
      rename(pfade[1], pfade[0])
      rename(pfade[0] + "x", pfade[1])
      #expect(try befunde(b.speicher).map(\.regel) == ["S5", "S5"])
    }
  }

  /// A store with two destructions in its book.
  private static func mitBuch(
    _ body: (Buehne, String, [UInt8]) throws -> Void
  ) throws {
    try mitTemporaeremOrdner { ordner in
      var b = try Buehne(ordner)
      try b.genehmige()
      let akten = [try b.akte(), try b.akte()]
      for akte in akten {
        _ = try b.dokument("A.txt", akte.text, in: try b.vorgang(in: akte))
        try b.schliesse(akte)
      }
      try b.lassJahreVergehen()
      for akte in akten { try b.vernichte(akte) }
      #expect(try b.pruefe() == [])
      let buch = b.speicher.loeschbuch
      try body(b, buch, Array(try Data(contentsOf: URL(fileURLWithPath: buch))))
    }
  }

  @Test("das Löschbuch Byte für Byte geändert und nach jedem Byte abgeschnitten")
  func loeschbuch() throws {
    try Self.mitBuch { (b, buch, alt) throws -> Void in
      #expect(alt.filter { $0 == 10 }.count == 2)
      func regeln(_ neu: [UInt8]) throws -> Set<String> {
        try Data(neu).write(to: URL(fileURLWithPath: buch))
        var gefunden: [Befund] = []
        try Loeschbuchabgleich(b.speicher) { gefunden.append($0) }.laufe()
        return Set(gefunden.filter { $0.schwere != .hinweis }.map(\.regel))
      }
      for i in alt.indices {
        var neu = alt
        neu[i] ^= 1
        #expect(try regeln(neu).contains { $0.hasPrefix("LB") }, "Byte \(i)")
      }
      for laenge in 0..<(alt.count - 1) {
        #expect(try regeln(Array(alt.prefix(laenge))).contains("LB5"), "Länge \(laenge)")
      }
      #expect(try regeln(Array(alt.dropLast())) == ["LB4"])
      let zeilen = alt.split(separator: 10).map { Array($0) + [10] }
      #expect(try regeln(zeilen[1]).contains("LB2"))
      #expect(try regeln(zeilen[1] + zeilen[0]).contains("LB2"))
      #expect(try regeln(alt + zeilen[1]).contains("LB2"))
      #expect(try regeln(alt + [10]).contains("LB1"))
      #expect(try regeln(alt).isEmpty)
    }
  }

  @Test("das Löschbuch fehlt oder ist gekürzt, und der Speicher wurde passend gemacht")
  func passendGemacht() throws {
    try Self.mitBuch { (b, buch, alt) throws -> Void in
      unlink(buch)
      #expect(try befunde(b.speicher).map(\.regel) == ["B5"])
      // The note of the last line is gone, too: the proofs still know.
      try b.speicher.schreibe { try $0.entferneAngabe("loeschbuch") }
      #expect(try befunde(b.speicher).map(\.regel) == ["B5"])
      let erste = try #require(alt.split(separator: 10).first) + [10]
      try Data(erste).write(to: URL(fileURLWithPath: buch))
      var kopf = Kettenkopf.anfang
      _ = try Loeschbuchdatei.pruefe(buch, speicher: nil) {
        kopf = Kettenkopf(folge: $0.folge, hash: $0.hash)
      }
      try b.speicher.schreibe {
        try $0.setzeAngabe("loeschbuch", "\(kopf.folge) \(kopf.hash.hex)")
      }
      var gefunden = try befunde(b.speicher)
      #expect(gefunden.map(\.regel) == ["B5"])
      #expect(gefunden.first?.meldung.contains("fehlt die Vernichtung") == true)
      // The whole book is back, but the note still names the first line.
      try Data(alt).write(to: URL(fileURLWithPath: buch))
      gefunden = try befunde(b.speicher)
      #expect(gefunden.map(\.regel) == ["B5"])
      #expect(gefunden.first?.meldung.contains("bis Zeile 2") == true)
    }
  }

  @Test("das Löschbuch eines anderen Speichers: nicht fortgeführt, nicht verändert, und gemeldet")
  func fremdesBuch() throws {
    try Self.mitBuch { (b, buch, alt) throws -> Void in
      try mitTemporaeremOrdner { ordner in
        var anderer = try Buehne(ordner, kennung: "anderer", loeschbuch: buch)
        try anderer.genehmige()
        let akte = try anderer.akte()
        _ = try anderer.dokument("A.txt", "A", in: try anderer.vorgang(in: akte))
        try anderer.schliesse(akte)
        try anderer.lassJahreVergehen()
        let kopf = try anderer.speicher.protokollkopf()
        #expect(
          speicherfehler { try anderer.vernichte(akte) }
            == .loeschbuchFremd(pfad: buch, gefunden: "test", erwartet: "anderer"))
        #expect(try anderer.speicher.protokollkopf() == kopf)
        #expect(try anderer.speicher.objekt(akte)?.lage != "vernichtet")
        #expect(Array(try Data(contentsOf: URL(fileURLWithPath: buch))) == alt)
        #expect(Set(try befunde(anderer.speicher).map(\.regel)) == ["LB7"])
      }
    }
  }

  @Test("während ein anderes Programm anhängt, wird gewartet, dann abgebrochen")
  func belegt() throws {
    try Self.mitBuch { (b, buch, alt) throws -> Void in
      func haenge(_ wartezeit: Duration) throws {
        let stand = try b.speicher.lies { try $0.loeschbuchstand() }
        _ = try Loeschbuchdatei(buch, speicher: "test", stand: stand, wartezeit: wartezeit)
      }
      let fd = open(buch, O_RDWR)
      #expect(flock(fd, LOCK_EX | LOCK_NB) == 0)
      let anfang = ContinuousClock.now
      #expect(
        speicherfehler { try haenge(.milliseconds(200)) } == .loeschbuchBelegt(pfad: buch))
      #expect(ContinuousClock.now - anfang >= .milliseconds(200))
      // Somebody who finishes within the time is waited for.
      Thread.detachNewThread {
        usleep(200_000)
        close(fd)
      }
      try haenge(.seconds(30))
      #expect(Array(try Data(contentsOf: URL(fileURLWithPath: buch))) == alt)
    }
  }

  @Test("ohne das richtige Löschbuch wird nichts vernichtet, und es wird kein neues begonnen")
  func keinNeuesBuch() throws {
    try mitTemporaeremOrdner { ordner in
      var b = try Buehne(ordner)
      try b.genehmige()
      let akten = [try b.akte(), try b.akte()]
      for akte in akten {
        _ = try b.dokument("A.txt", akte.text, in: try b.vorgang(in: akte))
        try b.schliesse(akte)
      }
      try b.lassJahreVergehen()
      try b.vernichte(akten[0])
      let buch = b.speicher.loeschbuch
      let alt = try Data(contentsOf: URL(fileURLWithPath: buch))
      var falsche: [Data?] = [nil, Data(), alt.dropLast(70)]
      var geaendert = alt
      geaendert[20] ^= 1
      falsche.append(geaendert)
      for neu in falsche {
        unlink(buch)
        try neu?.write(to: URL(fileURLWithPath: buch))
        let kopf = try b.speicher.protokollkopf()
        switch speicherfehler({ try b.vernichte(akten[1]) }) {
        case .loeschbuchUnbrauchbar(buch, let grund)?: #expect(!grund.isEmpty)
        case let anderer: Issue.record("\(String(describing: anderer))")
        }
        #expect(try b.speicher.protokollkopf() == kopf)
        #expect(try b.speicher.objekt(akten[1])?.lage != "vernichtet")
        #expect((try? Data(contentsOf: URL(fileURLWithPath: buch))) == neu)
      }
      try alt.write(to: URL(fileURLWithPath: buch))
      try b.vernichte(akten[1])
      #expect(try b.pruefe() == [])
    }
  }
}
