// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

@Suite("A folder becomes a bag where it stands")
struct BagwandlungTests {
  static let inhalt: [(String, String)] = [
    ("a.txt", "A"), ("b/c.txt", "C"), ("b/d/Prüf 100%.txt", ""), ("data/innen.txt", "data in data"),
    ("manifest-sha512.txt", "kein Manifest"), ("ü.txt", "u"),
  ]

  private func lege(_ ordner: URL, _ name: String = "abgabe") throws -> URL {
    let ziel = ordner.appendingPathComponent(name)
    for (pfad, text) in Self.inhalt {
      let ort = ziel.appendingPathComponent(pfad)
      try FileManager.default.createDirectory(
        at: ort.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: ort)
    }
    return ziel
  }

  /// The bag is valid and has exactly the files, untouched.
  private func pruefe(_ bag: URL, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let ergebnis = try Bagpruefer().pruefe(bag.path)
    #expect(ergebnis.urteil == .gueltig, sourceLocation: sourceLocation)
    #expect(ergebnis.regeln(ab: .warnung) == [], sourceLocation: sourceLocation)
    #expect(ergebnis.oxum.dateien == Self.inhalt.count, sourceLocation: sourceLocation)
    for (pfad, text) in Self.inhalt {
      let da = try Data(contentsOf: bag.appendingPathComponent("data/" + pfad))
      #expect(da == Data(text.utf8), sourceLocation: sourceLocation)
    }
    let oben = try FileManager.default.contentsOfDirectory(atPath: bag.path).sorted()
    #expect(
      oben == [
        "bag-info.txt", "bagit.txt", "data", "manifest-sha512.txt", "tagmanifest-sha512.txt",
      ],
      sourceLocation: sourceLocation)
  }

  @Test("every file is payload afterwards, with the digests that are told")
  func wandelt() throws {
    try mitTemporaeremOrdner { ordner in
      let ziel = try lege(ordner)
      let quittung = try Bagwandlung.wandle(ziel.path)
      try pruefe(ziel)
      #expect(quittung.pruefsummen.count == Self.inhalt.count)
      #expect(quittung.pruefsummen[Bagpfad("data/a.txt")]?.first?.hex.hasPrefix("21b4f4bd") == true)
      #expect(throws: UebergabeFehler.self) { try Bagwandlung.wandle(ziel.path) }
      try pruefe(ziel)
    }
  }

  @Test("the same bytes as the writer that copies")
  func wieDerSchreiber() throws {
    try mitTemporaeremOrdner { ordner in
      let ziel = try lege(ordner)
      var optionen = Bagschreiber.Optionen()
      optionen.hashverfahren = [.sha256, .sha512]
      var schreiber = try Bagschreiber(pfad: ordner.path + "/kopie", optionen: optionen)
      for (pfad, text) in Self.inhalt { try schreiber.nutzlast(pfad, bytes: Array(text.utf8)) }
      _ = try schreiber.beende()
      try Bagwandlung.wandle(ziel.path, optionen: optionen)
      for name in try FileManager.default.contentsOfDirectory(atPath: ziel.path)
      where name != "data" {
        #expect(
          try Data(contentsOf: ziel.appendingPathComponent(name))
            == Data(contentsOf: ordner.appendingPathComponent("kopie/" + name)), "\(name)")
      }
    }
  }

  @Test("what cannot become payload is refused, and the folder stays as it was")
  func abgelehnt() throws {
    try mitTemporaeremOrdner { ordner in
      let ziel = try lege(ordner)
      let link = ziel.appendingPathComponent("link")
      try FileManager.default.createSymbolicLink(
        atPath: link.path, withDestinationPath: "a.txt")
      let vorher = try FileManager.default.subpathsOfDirectory(atPath: ziel.path).sorted()
      #expect(throws: UebergabeFehler.self) { try Bagwandlung.wandle(ziel.path) }
      #expect(try FileManager.default.subpathsOfDirectory(atPath: ziel.path).sorted() == vorher)
      try FileManager.default.removeItem(at: link)
      var optionen = Bagschreiber.Optionen()
      optionen.form = .zip
      #expect(throws: UebergabeFehler.self) {
        try Bagwandlung.wandle(ziel.path, optionen: optionen)
      }
      optionen.form = .ordner
      optionen.hashverfahren = [.md5]
      #expect(throws: UebergabeFehler.self) {
        try Bagwandlung.wandle(ziel.path, optionen: optionen)
      }
      try Bagwandlung.wandle(ziel.path)
      try pruefe(ziel)
    }
  }

  @Test("a crash after any step loses nothing, and the next call puts it right")
  func absturz() throws {
    try mitTemporaeremOrdner { ordner in
      let oben = ["a.txt", "b", "data", "manifest-sha512.txt", "ü.txt"]
      let tags = ["bag-info.txt", "manifest-sha512.txt", "tagmanifest-sha512.txt", "bagit.txt"]
      let muster = try lege(ordner, "muster")
      try Bagwandlung.wandle(muster.path)
      let verwaltung = FileManager.default
      // -1: the place is empty; 0 ... 5: so many were moved into it; then data/ and the tag files one by one.
      for schritt in -1...(oben.count + 1 + tags.count - 1) {
        let ziel = try lege(ordner, "schritt\(schritt)")
        let ort = ziel.appendingPathComponent(Bagbaustelle.name)
        try verwaltung.createDirectory(at: ort, withIntermediateDirectories: false)
        if schritt >= 0 {
          let data = ort.appendingPathComponent("data")
          try verwaltung.createDirectory(at: data, withIntermediateDirectories: false)
          for name in tags {
            try verwaltung.copyItem(
              at: muster.appendingPathComponent(name), to: ort.appendingPathComponent(name))
          }
          for name in oben.prefix(schritt) {
            try verwaltung.moveItem(
              at: ziel.appendingPathComponent(name), to: data.appendingPathComponent(name))
          }
          if schritt > oben.count {
            try verwaltung.moveItem(at: data, to: ziel.appendingPathComponent("data"))
            for name in tags.prefix(schritt - oben.count - 1) {
              try verwaltung.moveItem(
                at: ort.appendingPathComponent(name), to: ziel.appendingPathComponent(name))
            }
          }
        }
        if schritt > oben.count {
          #expect(throws: UebergabeFehler.self) { try Bagwandlung.wandle(ziel.path) }
        } else {
          try Bagwandlung.wandle(ziel.path)
        }
        try pruefe(ziel)
      }
    }
  }

  @Test(
    "the official tool finds our bag valid",
    .enabled(if: BagitPython.verfuegbar, Comment(rawValue: BagitPython.hinweis)))
  func fremderPruefer() throws {
    try mitTemporaeremOrdner { ordner in
      // A name with a percent sign is one that it cannot handle.
      let ziel = ordner.appendingPathComponent("abgabe")
      try FileManager.default.createDirectory(
        at: ziel.appendingPathComponent("b"), withIntermediateDirectories: true)
      for name in ["a.txt", "b/ü.txt"] {
        try Data(name.utf8).write(to: ziel.appendingPathComponent(name))
      }
      try Bagwandlung.wandle(ziel.path)
      #expect(try BagitPython.pruefe([ziel.path]) == [""])
    }
  }
}
