// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// Random small trees whose names are as hostile as a file system allows.
struct Zufallsbaum {
  var dateien: [(name: String, bytes: [UInt8])] = []

  private static let stuecke = [
    "a", "Z", "ä", "a\u{308}", "ß", "%", "%0A", "%25", "%zz", "\n", "\r", "\r\n", "\t", " ", "  ",
    "\\",
    "*", "'", "\"", "#", "~", "$", "..", "...", ".", "-", "data", "manifest-", ":", "\u{7F}",
    "\u{85}",
    "\u{2028}", "\u{202E}", "\u{200B}", "\u{FEFF}", "日本", "👩‍👩‍👧", "\u{1}", "\u{B}", "CON", "|", "?",
    "\u{C5}", "\u{212B}", "é", "e\u{301}",
  ]

  init(_ zufall: inout Zufall) {
    var namen = Bagnamen()
    for _ in 0..<Int.random(in: 0...6, using: &zufall) {
      var teile: [String] = []
      for _ in 0..<Int.random(in: 1...3, using: &zufall) {
        var teil = ""
        for _ in 0..<Int.random(in: 1...4, using: &zufall) {
          teil += Self.stuecke.randomElement(using: &zufall)!
        }
        teile.append(teil)
      }
      let name = teile.joined(separator: "/")
      // What the writer refuses, by its own rules, has tests of its own.
      guard (try? namen.nimm(Bagpfad("data/" + name), art: .nutzlast)) != nil else { continue }
      let bytes = (0..<Int.random(in: 0...40, using: &zufall)).map { _ in
        UInt8.random(in: 0...255, using: &zufall)
      }
      dateien.append((name, bytes))
    }
  }

  func schreibe(_ pfad: String, _ form: Bagschreiber.Form, _ verfahren: [Hashverfahren]) throws {
    var optionen = Bagschreiber.Optionen()
    optionen.form = form
    optionen.hashverfahren = verfahren
    var schreiber = try Bagschreiber(pfad: pfad, optionen: optionen)
    for (name, bytes) in dateien { try schreiber.nutzlast(name, bytes: bytes) }
    _ = try schreiber.beende()
  }

  var alsWoerterbuch: [Bagpfad: [UInt8]] {
    Dictionary(uniqueKeysWithValues: dateien.map { (Bagpfad($0.name), $0.bytes) })
  }
}

/// `DIVA_BAGBAEUME` is the number of trees; without it 2,000.
@Suite("Random trees with hostile names")
struct BageigenschaftTests {
  static let anzahl =
    ProcessInfo.processInfo.environment["DIVA_BAGBAEUME"].flatMap { Int($0) } ?? 2000

  @Test("write, validate, read: equal; a changed byte is located")
  func rundlauf() throws {
    try mitTemporaeremOrdner { ordner in
      var dateien = 0
      for nummer in 0..<Self.anzahl {
        var zufall = Zufall(UInt64(nummer))
        let baum = Zufallsbaum(&zufall)
        dateien += baum.dateien.count
        // Syncing to disk is what costs; folders are therefore one tree in eight.
        let form: Bagschreiber.Form = [.ordner, .zip, .tar, .tar, .zip, .tar, .tar, .zip][
          nummer % 8]
        let name = "bag\(nummer)" + [.zip: ".zip", .tar: ".tar"][form, default: ""]
        let pfad = ordner.appendingPathComponent(name).path
        try baum.schreibe(pfad, form, nummer % 3 == 0 ? [.sha512, .sha256] : [.sha256])
        let e = try Bagpruefer(faeden: 1).pruefe(pfad)
        #expect(e.urteil == .gueltig, "tree \(nummer): \(e.bericht.befunde.map(\.meldung))")
        let zurueck = try gelesen(pfad)
        #expect(zurueck == baum.alsWoerterbuch, "tree \(nummer)")
        if form == .ordner { try pruefeSchaden(pfad, baum, nummer) }
        try FileManager.default.removeItem(atPath: pfad)
      }
      #expect(dateien > 2 * Self.anzahl)
    }
  }

  /// Flips a bit of the last file that has any, as the bag lies on the disk.
  private func pruefeSchaden(_ pfad: String, _ baum: Zufallsbaum, _ nummer: Int) throws {
    guard let opfer = baum.dateien.last(where: { !$0.bytes.isEmpty }) else { return }
    let ort = "\(pfad)/data/\(opfer.name)"
    let griff = try #require(fopen(ort, "r+"))
    fputc(Int32(opfer.bytes[0] ^ 1), griff)
    fclose(griff)
    let e = try Bagpruefer(faeden: 1).pruefe(pfad)
    #expect(e.urteil == .ungueltig && e.vollstaendig)
    #expect(e.orte("NUTZLAST-PRUEFSUMME") == ["data/" + opfer.name], "tree \(nummer)")
  }
}

@Suite(
  "The Library of Congress's bagit validates what we write",
  .enabled(if: BagitPython.verfuegbar, Comment(rawValue: BagitPython.hinweis)))
struct BagPythonTests {
  /// Names that bagit-python 1.9.0 cannot handle, and why: it decodes `%0A` and `%0D` but not `%25`; it
  /// ends lines where Python's `splitlines` does; and it strips blanks, as Python knows them, from the
  /// end of a line.
  private func kannPython(_ name: String) -> Bool {
    let zeilenenden: Set<Unicode.Scalar> = [
      "\u{B}", "\u{C}", "\u{1C}", "\u{1D}", "\u{1E}", "\u{85}", "\u{2028}", "\u{2029}",
    ]
    let leer = name.unicodeScalars.last.map {
      $0.properties.isWhitespace && $0 != "\n" && $0 != "\r"
    }
    return !name.utf8.contains(0x25) && !name.unicodeScalars.contains(where: zeilenenden.contains)
      && leer != true
  }

  @Test("valid if it can handle the names, otherwise refused for the known reason")
  func fremdurteil() throws {
    try mitTemporaeremOrdner { ordner in
      var pfade: [String] = []
      var erwartet: [Bool] = []
      for nummer in 0..<150 {
        var zufall = Zufall(UInt64(nummer) + 1_000_000)
        var baum = Zufallsbaum(&zufall)
        // Half of them only with names it can handle, so that enough are valid.
        if nummer % 2 == 0 { baum.dateien.removeAll { !kannPython($0.name) } }
        let pfad = ordner.appendingPathComponent("bag\(nummer)").path
        try baum.schreibe(pfad, .ordner, nummer % 3 == 0 ? [.sha512, .sha256] : [.sha512])
        pfade.append(pfad)
        erwartet.append(baum.dateien.allSatisfy { kannPython($0.name) })
      }
      let urteile = try BagitPython.pruefe(pfade)
      try #require(urteile.count == pfade.count)
      for (nummer, urteil) in urteile.enumerated() {
        #expect(urteil.isEmpty == erwartet[nummer], "tree \(nummer): \(urteil)")
      }
      #expect(erwartet.count { $0 } >= 75)
      #expect(erwartet.contains(false))
    }
  }
}
