// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

/// A town and an archive with the sample files, set up and driven by the program's commands.
struct Aussonderbuehne {
  static let prozess = "30000000-0000-4000-8000-000000000001"
  let ordner: URL

  /// Sets both sides up.
  ///
  /// - Parameters:
  ///   - ordner: An empty folder.
  ///   - weitere: More options for the town's side.
  /// - Throws: If a command fails.
  init(_ ordner: URL, _ weitere: [String] = []) throws {
    self.ordner = ordner
    try Data(
      """
      kennzeichen;bezeichnung
      52;Sport
      52.01;Sportförderung
      63;Bauordnung
      63.11;Baugenehmigungen
      66;Straßen
      66.30;Straßenbeleuchtung

      """.utf8
    ).write(to: ordner.appendingPathComponent("plan.csv"))
    let zeilen = ["52.01", "63.11", "66.30"].enumerated().map {
      "B\($0 + 1);\($1);Beispiel;;10;J;jahresende;zdA;;B;Beispiel;ortsrecht;2010-01-01;;nurNeue;nein\n"
    }
    let kopf =
      "id;aktenplan;betreff;selektor;dauer;einheit;startregel;bezug;mindestbis;aussonderungsart;"
      + "rechtsgrundlage;basis;gueltigAb;gueltigBis;wirkung;nieLoeschen\n"
    try Data((kopf + zeilen.joined()).utf8).write(to: ordner.appendingPathComponent("kat.csv"))
    try gelingt([
      "speicher", "anlegen", pfad("stadt"), "--aktenplan", pfad("plan.csv"), "--katalog",
      pfad("kat.csv"), "--gueltig-ab", "2010-01-01", "--als", "fa", "--am", "2036-01-02",
    ])
    try gelingt([
      "speicher", "importieren", Diva.akten, "--speicher", pfad("stadt"), "--am", "2036-01-02",
    ])
    try gelingt(
      [
        "aussondern", "einrichten", "--verfahren", pfad("bv"), "--behoerde", "Stadt", "--archiv",
        "Archiv", "--eingang", pfad("zur-stadt"), "--ausgang", pfad("zum-archiv"),
      ] + weitere)
    try gelingt([
      "archiv", "einrichten", "--verfahren", pfad("av"), "--eingang", pfad("zum-archiv"),
      "--ausgang", pfad("zur-stadt"),
    ])
  }

  func pfad(_ name: String) -> String { ordner.appendingPathComponent(name).path }

  /// A command of the town.
  func stadt(_ worte: [String], am tag: String = "2037-03-02") throws -> Programm.Ergebnis {
    try Diva.starte(
      worte + [
        "--speicher", pfad("stadt"), "--verfahren", pfad("bv"), "--als", "lange", "--rolle", "REG",
        "--am", tag,
      ])
  }

  /// A command of the archive.
  func archiv(_ worte: [String], am tag: String? = "2037-03-03") throws -> Programm.Ergebnis {
    try Diva.starte(worte + ["--verfahren", pfad("av")] + (tag.map { ["--am", $0] } ?? []))
  }

  func gelingt(_ worte: [String], quelle: SourceLocation = #_sourceLocation) throws {
    let e = try Diva.starte(worte)
    try #require(e.status == 0, "\(e.ausgabe)\(e.fehler)", sourceLocation: quelle)
  }

  /// The names in a folder of the stage, sorted; none if it does not exist.
  func namen(_ ordner: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: pfad(ordner))) ?? []).sorted()
  }

  /// Offers everything, and the archive wants all of it.
  func bewertet(quelle: SourceLocation = #_sourceLocation) throws {
    let p = Self.prozess
    let csv = pfad("b.csv")
    for e in [
      try stadt(["aussondern", "anbieten", "--prozess", p]), try archiv(["archiv", "empfangen"]),
      try archiv(["bewerten", "export", p, "--csv", csv], am: nil),
    ] { try #require(e.status == 0, "\(e.ausgabe)\(e.fehler)", sourceLocation: quelle) }
    let text = try String(contentsOfFile: csv, encoding: .utf8)
    try Data(text.replacing(/;;;([0-9a-f-]{36})/, with: { ";A;;" + $0.output.1 }).utf8)
      .write(to: URL(fileURLWithPath: csv))
    for e in [
      try archiv(["bewerten", "import", p, csv], am: nil), try archiv(["archiv", "bewerten", p]),
      try stadt(["aussondern", "empfangen"], am: "2037-03-04"),
    ] { try #require(e.status == 0, "\(e.ausgabe)\(e.fehler)", sourceLocation: quelle) }
  }
}
