// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

/// A store in a folder of its own, worked with by the real program.
struct SpeicherBuehne {
  let ordner: URL

  static let plan = "kennzeichen;bezeichnung\n00;Verwaltung\n00.12;Organisation\n02.30;Satzungen\n"
  static let katalog = """
    id;aktenplan;betreff;selektor;dauer;einheit;startregel;bezug;mindestbis;aussonderungsart;rechtsgrundlage;basis;gueltigAb;gueltigBis;wirkung;nieLoeschen
    B02;00.12;Organisation;;5;J;jahresende;zdA;;V;Beispiel;ortsrecht;2020-01-01;;nurNeue;nein
    B03;02.30;Satzungen;;30;J;jahresende;ereignis:Aufhebung;;A;Beispiel;ortsrecht;2020-01-01;;nurNeue;nein

    """

  /// Calls `body` with a fresh store that has an Aktenplan and a catalogue.
  static func mit(_ body: (SpeicherBuehne) throws -> Void) throws {
    try mitTemporaeremOrdner { ordner in
      let buehne = SpeicherBuehne(ordner: ordner)
      try buehne.schreibe("plan.csv", plan)
      try buehne.schreibe("katalog.csv", katalog)
      try buehne.gelingt(
        "speicher", "anlegen", "sp", "--aktenplan", "plan.csv", "--katalog", "katalog.csv",
        "--gueltig-ab", "2020-01-01", "--am", "2026-03-02", "--als", "admin")
      try body(buehne)
    }
  }

  func schreibe(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: ordner.appendingPathComponent(name))
  }

  func starte(_ argumente: [String], speicher: String = "sp") throws -> Programm.Ergebnis {
    try Diva.starte(
      argumente, umgebung: ["DIVA_SPEICHER": speicher, "DIVA_LOESCHBUCH": ""], ordner: ordner)
  }

  /// Runs the program, which must end with 0, and returns what it printed.
  @discardableResult
  func gelingt(
    _ argumente: String..., quelle: SourceLocation = #_sourceLocation
  ) throws -> String {
    let e = try starte(argumente)
    #expect(e.status == 0, "\(argumente) \(e.fehler)", sourceLocation: quelle)
    #expect(e.fehler.isEmpty, sourceLocation: quelle)
    return e.ausgabe
  }

  /// Runs the program with `--json` and returns the first line.
  func json(_ argumente: String..., quelle: SourceLocation = #_sourceLocation) throws -> JSONZeile {
    let e = try starte(argumente + ["--json"])
    #expect(e.status == 0, "\(argumente) \(e.fehler)", sourceLocation: quelle)
    let zeile = try #require(try JSONZeile.alle(e.ausgabe).first, sourceLocation: quelle)
    #expect(zeile.schluessel.prefix(2) == ["werkzeug", "schemaVersion"], sourceLocation: quelle)
    return zeile
  }

  /// The program must refuse: 2, a German sentence and the number of the entry on standard error.
  @discardableResult
  func lehntAb(
    _ argumente: String..., weil satz: String, quelle: SourceLocation = #_sourceLocation
  ) throws -> Programm.Ergebnis {
    let e = try starte(argumente)
    #expect(e.status == 2, "\(argumente) \(e.ausgabe)", sourceLocation: quelle)
    #expect(e.fehler.hasPrefix("Abgelehnt: "), "\(e.fehler)", sourceLocation: quelle)
    #expect(e.fehler.contains(satz), "\(e.fehler)", sourceLocation: quelle)
    #expect(e.fehler.contains("(Protokoll Nr. "), "\(e.fehler)", sourceLocation: quelle)
    return e
  }

  /// The program could not do it: this code, and a German sentence.
  func scheitert(
    _ code: Int32, _ argumente: String..., weil satz: String,
    quelle: SourceLocation = #_sourceLocation
  ) throws {
    let e = try starte(argumente)
    #expect(e.status == code, "\(argumente) \(e.fehler)", sourceLocation: quelle)
    #expect(e.fehler.hasPrefix("Fehler: "), "\(e.fehler)", sourceLocation: quelle)
    #expect(e.fehler.contains(satz), "\(e.fehler)", sourceLocation: quelle)
  }

  /// An Akte `00.12/1` with the Vorgang `00.12/1-1` and the letter `00.12/1-1:1`.
  func akteMitBrief() throws {
    try schreibe("Brief.txt", "Der Brief")
    try gelingt(
      "akte", "anlegen", "--einheit", "00.12", "--betreff", "Ortsrecht", "--am", "2026-03-02")
    try gelingt(
      "vorgang", "anlegen", "--in", "00.12/1", "--betreff", "Anfrage", "--am", "2026-03-02")
    try gelingt(
      "vorgang", "dokument", "Brief.txt", "--in", "00.12/1-1", "--betreff", "Der Brief", "--datum",
      "2026-02-27", "--am", "2026-03-02")
  }

  /// Closes the Akte with all that is in it.
  func schliesse() throws {
    try gelingt(
      "akte", "zda", "00.12/1", "--mit-inhalt", "--als", "reg", "--rolle", "REG", "--am",
      "2026-03-10")
  }
}
