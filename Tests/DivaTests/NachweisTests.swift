// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Foundation
import TestHilfe
import Testing

@Suite(
  "diva nachweis",
  .enabled(
    if: Programm.vorhanden("openssl") || ProcessInfo.processInfo.environment["CI"] == "true",
    "übersprungen: openssl fehlt"))
struct NachweisTests {
  /// A folder of files, a place for the evidence, and a time stamp service of the test.
  private func mitBuehne<T>(
    _ body: (_ daten: URL, _ nachweis: String, Zeitstempelstelle) throws -> T
  ) throws -> T {
    try mitTemporaeremOrdner { tmp in
      let daten = tmp.appendingPathComponent("akten")
      for name in ["a.txt", "akte/b.txt", "akte/c.txt"] {
        let ort = daten.appendingPathComponent(name)
        try FileManager.default.createDirectory(
          at: ort.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("Inhalt von \(name)".utf8).write(to: ort)
      }
      return try body(
        daten, tmp.appendingPathComponent("nachweis").path,
        try Zeitstempelstelle(tmp.appendingPathComponent("tsa")))
    }
  }

  private func gut(
    _ argumente: [String], quelle: SourceLocation = #_sourceLocation
  ) throws -> String {
    let e = try Diva.starte(["nachweis"] + argumente)
    #expect(e.status == 0, "\(e.ausgabe)\(e.fehler)", sourceLocation: quelle)
    return e.ausgabe
  }

  @Test("der Weg über zwei Dateien: anlegen, Antwort übernehmen, prüfen, Belege, erneuern")
  func weg() throws {
    try mitBuehne { daten, nachweis, stelle in
      let angelegt = try gut(["erstellen", daten.path, "--nach", nachweis, "--gruppen"])
      #expect(angelegt.contains("anfrage-1-1.tsq") && angelegt.contains("nachweis uebernehmen"))
      let ohne = try gut(["pruefen", nachweis, "--daten", daten.path])
      #expect(ohne.contains("noch keinen Zeitstempel"))

      let antwort = stelle.ordner.appendingPathComponent("antwort.tsr")
      func stemple(_ anfrage: String) throws {
        let frage = try Data(contentsOf: URL(fileURLWithPath: nachweis + "/" + anfrage))
        try Data(try stelle.antworte([UInt8](frage))).write(to: antwort)
        let text = try gut(["uebernehmen", nachweis, antwort.path, "--vertrauen", stelle.wurzel])
        #expect(text.contains("Zeitstempel: 20"))
      }
      try stemple("anfrage-1-1.tsq")
      let zweimal = try Diva.starte(["nachweis", "uebernehmen", nachweis, antwort.path])
      #expect(zweimal.status == 1 && zweimal.fehler.contains("keine Anfrage offen"))

      let ohneWurzeln = try gut(["pruefen", nachweis, "--daten", daten.path])
      #expect(ohneWurzeln.contains("Zeitstempel vorhanden, Vertrauenskette nicht geprüft"))
      let mitWurzeln = ["pruefen", nachweis, "--daten", daten.path, "--vertrauen", stelle.wurzel]
      #expect(try gut(mitWurzeln).contains("bis zu einer genannten Wurzel geprüft"))

      let belege = nachweis + "-belege"
      #expect(try gut(["beleg", nachweis, "--nach", belege]).contains("2 Evidence Records"))
      let uebersicht = try String(
        contentsOfFile: belege + "/uebersicht.tsv", encoding: .utf8)
      #expect(uebersicht == "000001.ers\ta.txt\n000002.ers\takte/b.txt\n000002.ers\takte/c.txt\n")
      let gruppe = [
        "pruefen", belege + "/000002.ers", "--vertrauen", stelle.wurzel, "--daten",
        daten.path + "/akte/b.txt", daten.path + "/akte/c.txt",
      ]
      #expect(try gut(gruppe).contains("gültig"))
      let fremd = try Diva.starte([
        "nachweis", "pruefen", belege + "/000002.ers", "--daten", daten.path + "/a.txt",
      ])
      #expect(fremd.status == 2 && fremd.ausgabe.contains("BEWEIS-OBJEKT"))

      #expect(try gut(["erneuern", nachweis]).contains("anfrage-1-2.tsq"))
      try stemple("anfrage-1-2.tsq")
      _ = try gut(["erneuern", nachweis, "--verfahren", "sha512", "--daten", daten.path])
      try stemple("anfrage-2-1.tsq")
      #expect(try gut(mitWurzeln).contains("Wurzel 2"))

      try Data("geändert".utf8).write(to: daten.appendingPathComponent("akte/c.txt"))
      let schlecht = try Diva.starte(["nachweis"] + mitWurzeln + ["--json"])
      #expect(schlecht.status == 2)
      let json = try #require(try JSONZeile.alle(schlecht.ausgabe).first)
      #expect(json.wert["gueltig"] as? Bool == false)
      #expect(schlecht.ausgabe.contains("DATEI-GEAENDERT"))
      #expect(schlecht.ausgabe.contains("akte/c.txt"))
    }
  }

  @Test("der Weg über einen Befehl, in einem Schritt")
  func befehl() throws {
    try mitBuehne { daten, nachweis, stelle in
      let befehl = stelle.befehl.joined(separator: " ")
      let text = try gut([
        "erstellen", daten.path, "--nach", nachweis, "--verfahren", "sha384", "--dienst", befehl,
        "--vertrauen", stelle.wurzel, "--json",
      ])
      let json = try #require(try JSONZeile.alle(text).first).wert
      #expect((json["zeitstempel"] as? [String])?.count == 1)
      #expect(json["anfrage"] is NSNull)
      _ = try gut(["erneuern", nachweis, "--dienst", befehl])
      let xaip = nachweis + ".xml"
      _ = try gut([
        "xaip", nachweis, "--daten", daten.path, "--objekt", "a.txt", "--aufbewahren-bis",
        "31.12.2056", "--nach", xaip,
      ])
      #expect(try gut(["pruefen", xaip, "--vertrauen", stelle.wurzel]).contains("gültig"))
      let html = nachweis + ".html"
      let bericht = try gut([
        "pruefen", nachweis, "--daten", daten.path, "--vertrauen", stelle.wurzel, "--bericht", html,
      ])
      for wort in ["beweissicher", "revisionssicher", "qualifiziert"] {
        #expect(!bericht.contains(wort))
        #expect(try !String(contentsOfFile: html, encoding: .utf8).contains(wort))
      }
    }
  }

  @Test("der Dienst lehnt ab, die Anfrage geht verloren: es gibt Auswege")
  func ausweg() throws {
    try mitBuehne { daten, nachweis, stelle in
      func schlecht(_ argumente: [String], _ teile: [String]) throws {
        let e = try Diva.starte(["nachweis"] + argumente)
        #expect(e.status == 1, "\(e.ausgabe)\(e.fehler)")
        for teil in teile { #expect(e.fehler.contains(teil), "\(e.fehler)") }
        #expect(!e.fehler.contains("..") && !e.fehler.contains("[U+"), "\(e.fehler)")
      }
      let befehl = stelle.befehl.joined(separator: " ")
      // The service knows no such policy and refuses.
      try schlecht(
        [
          "erstellen", daten.path, "--nach", nachweis, "--richtlinie", "1.2.3.4", "--dienst",
          befehl,
        ], ["abgelehnt", "diva nachweis anfrage"])
      #expect(try gut(["anfrage", nachweis]).contains("anfrage-1-1.tsq"))
      try schlecht(["anfrage", nachweis, "--dienst", befehl], ["abgelehnt"])
      try schlecht(["anfrage", nachweis, "--verwerfen"], ["--neu"])
      #expect(
        try gut(["anfrage", nachweis, "--neu", "--dienst", befehl, "--vertrauen", stelle.wurzel])
          .contains("Zeitstempel: 20"))
      #expect(try gut(["pruefen", nachweis, "--daten", daten.path]).contains("3 von 3 Dateien"))
      try schlecht(["anfrage", nachweis, "--dienst", befehl], ["keine Anfrage offen"])
      _ = try gut(["erneuern", nachweis])
      try FileManager.default.removeItem(atPath: nachweis + "/anfrage-1-2.tsq")
      _ = try gut(["erneuern", nachweis])
      #expect(try !gut(["anfrage", nachweis, "--verwerfen"]).contains("anfrage-1-2.tsq"))
      #expect(try gut(["pruefen", nachweis, "--daten", daten.path]).contains("gültig"))
    }
  }

  @Test("Hashwald: schreiben, prüfen, Schaden finden")
  func wald() throws {
    try mitBuehne { daten, _, _ in
      let zeile = try gut(["erstellen", daten.path, "--form", "hashwald"])
      #expect(zeile.contains("integritycomponent-integrity.txt") && zeile.contains("3 Dateien"))
      #expect(try gut(["pruefen", daten.path]).contains("gültig"))
      try Data("anders".utf8).write(to: daten.appendingPathComponent("a.txt"))
      let e = try Diva.starte(["nachweis", "pruefen", daten.path])
      #expect(e.status == 2 && e.ausgabe.contains("DATEI-GEAENDERT") && e.ausgabe.contains("a.txt"))
      let falsch = try Diva.starte([
        "nachweis", "erstellen", daten.path, "--form", "hashwald", "--nach", daten.path + "x",
      ])
      #expect(falsch.status == 64)
    }
  }

  @Test("was nicht geht, wird gesagt, und es bleibt nichts Halbes")
  func fehler() throws {
    try mitBuehne { daten, nachweis, stelle in
      for (argumente, status, teil) in [
        (["erstellen", daten.path + "/weg", "--nach", nachweis], 1, "nicht gefunden"),
        (["erstellen", daten.path, "--nach", daten.path + "/n"], 1, "nicht in dem Ordner"),
        (["erstellen", daten.path, "--nach", nachweis, "--verfahren", "md5"], 64, "md5"),
        (["erstellen", daten.path, "--nach", nachweis, "--verzweigung", "1"], 64, "zwischen 2"),
        (["erstellen", daten.path, "--nach", nachweis, "--dienst", "true"], 64, "{anfrage}"),
        (["erstellen", daten.path], 64, "--nach"),
        (
          ["erstellen", daten.path, "--nach", nachweis, "--richtlinie", "abc"], 64, "Objektkennung"
        ),
        (["erneuern", nachweis, "--richtlinie", "1.2.x"], 64, "Objektkennung"),
        (["anfrage", nachweis, "--neu", "--verwerfen"], 64, "schließen einander aus"),
        (["anfrage", nachweis, "--richtlinie", "1.2.3"], 64, "--neu"),
        (["anfrage", nachweis, "--neu"], 1, "kein Nachweis"),
        (["erneuern", nachweis, "--verfahren", "sha512"], 64, "gehören zusammen"),
        (["uebernehmen", nachweis, stelle.wurzel], 1, "kein Nachweis"),
        (["pruefen", daten.path], 1, "keinen Nachweis"),
        (["pruefen", daten.path + "/weg"], 1, "weg"),
        (["pruefen", daten.path + "/a.txt"], 2, "NACHWEIS-FORM"),
      ] as [([String], Int32, String)] {
        let e = try Diva.starte(["nachweis"] + argumente)
        #expect(e.status == status, "\(argumente) \(e.fehler)")
        #expect((e.fehler + e.ausgabe).contains(teil), "\(argumente) \(e.fehler) \(e.ausgabe)")
        #expect(!FileManager.default.fileExists(atPath: nachweis))
      }
      _ = try gut(["erstellen", daten.path, "--nach", nachweis])
      let falsch = try Diva.starte(["nachweis", "uebernehmen", nachweis, stelle.wurzel])
      #expect(falsch.status == 1 && falsch.fehler.contains("Antwort des Zeitstempeldienstes"))
      let wurzel = URL(fileURLWithPath: nachweis + "/hashliste-1.tsv")
      var bytes = try Data(contentsOf: wurzel)
      bytes[40] ^= 1
      try bytes.write(to: wurzel)
      let schaden = try Diva.starte(["nachweis", "pruefen", nachweis])
      #expect(schaden.status == 2 && schaden.ausgabe.contains("hashliste-1.tsv"))
    }
  }
}
