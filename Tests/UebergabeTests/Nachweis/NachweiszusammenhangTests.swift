// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// Nothing is built on an evidence that is not one whole.
@Suite(
  "Nachweis: Zusammenhang", .enabled(if: Openssl.verfuegbar, "übersprungen: openssl fehlt"))
struct NachweiszusammenhangTests {
  private typealias T = NachweisordnerTests

  /// Two trees, the first with two stamps.
  private func zweiBaeume(_ b: T.Buehne) throws {
    var n = try T.erstelle(b)
    try b.stemple(&n)
    var zufall = Zufall(8)
    try n.erneuereZeitstempel(zufall: &zufall)
    try b.stemple(&n)
    try n.erneuereBaum(daten: b.daten.path, .sha512, am: T.uhr, zufall: &zufall)
    try b.stemple(&n)
  }

  @Test("a stamp over the request of another evidence is refused, and nothing changes")
  func fremdeAnfrage() throws {
    try T.mitBuehne { b in
      _ = try T.erstelle(b)
      let anderer = try T.erstelle(
        T.Buehne(daten: b.daten, nachweis: b.nachweis + "-2", stelle: b.stelle), .sha512)
      let ort = b.nachweis + "/anfrage-1-1.tsq"
      try Data(anderer.offeneAnfrage!.der).write(to: URL(fileURLWithPath: ort))
      var n = try Nachweisordner(pfad: b.nachweis)
      let antwort = try b.stelle.antworte(n.offeneAnfrage!.der)
      #expect { try n.uebernimm(antwort: antwort, try b.anker) } throws: {
        "\($0)".contains("gehört nicht zu ihm")
      }
      #expect(!FileManager.default.fileExists(atPath: b.nachweis + "/zeitstempel-1-1.tst"))
    }
  }

  @Test(
    "a missing step in the middle is no shorter evidence",
    arguments: ["wurzel-2.txt", "zeitstempel-1-1.tst"])
  func luecke(_ name: String) throws {
    try T.mitBuehne { b in
      try zweiBaeume(b)
      #expect(try b.pruefe().gueltig)
      try FileManager.default.removeItem(atPath: b.nachweis + "/" + name)
      #expect { try Nachweisordner(pfad: b.nachweis) } throws: {
        "\($0)".contains("ein Schritt davor fehlt")
      }
    }
  }

  @Test("an interrupted renewal of the tree is no missing step")
  func unterbrochen() throws {
    try T.mitBuehne { b in
      var n = try T.erstelle(b)
      try b.stemple(&n)
      for name in ["hashliste-2.tsv", "anfrage-2-1.tsq"] {
        try Data("halb".utf8).write(to: URL(fileURLWithPath: b.nachweis + "/" + name))
      }
      n = try Nachweisordner(pfad: b.nachweis)
      #expect(n.koepfe.count == 1)
    }
  }

  @Test("records and renewals are not made from a root that the list does not have")
  func falscheWurzel() throws {
    try T.mitBuehne { b in
      var n = try T.erstelle(b)
      try b.stemple(&n)
      let ort = b.nachweis + "/wurzel-1.txt"
      let text = try String(contentsOfFile: ort, encoding: .utf8)
      let hex = n.koepfe[0].wurzel.hex
      #expect(text.contains(hex))
      let falsch = String(hex.reversed())
      try Data(text.replacingOccurrences(of: hex, with: falsch).utf8)
        .write(to: URL(fileURLWithPath: ort))
      n = try Nachweisordner(pfad: b.nachweis)
      var zufall = Zufall(9)
      #expect(throws: NachweisFehler.self) { try n.beweis(fuer: "a.txt") }
      #expect(throws: NachweisFehler.self) { try n.erneuereZeitstempel(zufall: &zufall) }
      #expect(throws: NachweisFehler.self) {
        try n.erneuereBaum(daten: b.daten.path, .sha512, am: T.uhr, zufall: &zufall)
      }
      #expect(n.offeneAnfrage == nil)
    }
  }
}
