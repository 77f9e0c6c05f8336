// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// The German texts: one full stop, kinds in words, remedies that fit.
@Suite("Nachweis: Texte", .enabled(if: Openssl.verfuegbar, "übersprungen: openssl fehlt"))
struct NachweistextTests {
  private typealias T = NachweisordnerTests

  @Test("kein Satz endet mit zwei Punkten, auch wenn der Grund selbst einer ist")
  func punkte() {
    for fehler in [
      .nichtLesbar(pfad: "p", grund: "Grund."), .format(was: "w", ort: "o", grund: "Grund."),
      .abgelehnt("Grund."), .antwortPasstNicht("Grund."), .befehl("Grund."),
      .stand(pfad: "p", grund: "Grund."), .schreiben(pfad: "p", grund: "Grund."),
      .ziel(pfad: "p", grund: "Grund."),
    ] as [NachweisFehler] {
      #expect("\(fehler)".contains("Grund.") && !"\(fehler)".contains("Grund.."), "\(fehler)")
    }
  }

  @Test("die Art steht in Worten im Bericht, ohne Zeile über ein Schema")
  func art() throws {
    try T.mitBuehne(namen: ["a"]) { b in
      var n = try T.erstelle(b)
      try b.stemple(&n)
      let text = try b.pruefe().text(farbe: false)
      #expect(text.contains("Nachweis (Hashbaum und Zeitstempel)") && !text.contains("Schema"))
      #expect(text.contains("1 von 1 Datei\n"))
      let record = try n.beweis(fuer: "a")
      let einzeln = try Beweispruefer().pruefe(record, name: "x", []).text(farbe: false)
      #expect(einzeln.contains("Evidence Record (RFC 4998)") && !einzeln.contains("evidencerecord"))
    }
  }

  @Test("die Abhilfe passt: belegtes Ziel, unbekannte Datei, geänderte Datei")
  func abhilfe() throws {
    try T.mitBuehne(namen: ["a", "b"]) { b in
      var n = try T.erstelle(b)
      var zufall = Zufall(1)
      func text(_ body: () throws -> Void) -> String {
        var aus = ""
        do { try body() } catch { aus = "\(error)" }
        return aus
      }
      let belegt = text {
        _ = try Nachweisordner.erstelle(b.daten.path, nach: b.nachweis, am: T.uhr, zufall: &zufall)
      }
      #expect(belegt.contains("anderes Ziel") && !belegt.contains("Speicherplatz"), "\(belegt)")
      try b.stemple(&n)
      let unbekannt = text { _ = try n.beweis(fuer: "weg") }
      #expect(unbekannt.contains("hashliste-1.tsv") && !unbekannt.contains("Leserechte"))
      try Data("anders".utf8).write(to: b.daten.appendingPathComponent("b"))
      let geaendert = text {
        try n.erneuereBaum(daten: b.daten.path, .sha512, am: T.uhr, zufall: &zufall)
      }
      #expect(geaendert.contains("Sicherung") && !geaendert.contains("nicht bereit"))
    }
  }
}
