// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

/// `Docs/rundgang.md` is run as it stands, and its answers are compared.
@Suite("Docs/rundgang.md")
struct RundgangTests {
  static let datei = Gemeinsam.projekt.appendingPathComponent("Docs/rundgang.md")

  @Test("Jeder Befehl des Rundgangs antwortet, was darunter steht")
  func rundgang() throws {
    let text = try String(contentsOf: Self.datei, encoding: .utf8)
    let abschnitte = Rundgang.abschnitte(text)
    #expect(abschnitte.count > 15)
    let antworten = try Rundgang.antworten(abschnitte.map(\.befehle))
    try #require(antworten.count == abschnitte.count)
    guard ProcessInfo.processInfo.environment["DIVA_RUNDGANG_SCHREIBEN"] == nil else {
      let neu = Rundgang.ersetzt(text, antworten)
      try neu.write(to: Self.datei, atomically: true, encoding: .utf8)
      Issue.record("Die Antworten im Rundgang sind neu geschrieben. Lesen Sie den Unterschied.")
      return
    }
    for (abschnitt, antwort) in zip(abschnitte, antworten) {
      #expect(
        Rundgang.ohneZufall(antwort) == Rundgang.ohneZufall(abschnitt.antwort),
        "\(abschnitt.befehle)")
    }
  }
}

/// The chapter of `Docs/kommune.md` on the self check is run, too.
@Suite("Docs/kommune.md, Kapitel 9")
struct KommuneTests {
  @Test("Jeder Befehl des Kapitels läuft und antwortet, was darunter steht")
  func kapitel() throws {
    let datei = Gemeinsam.projekt.appendingPathComponent("Docs/kommune.md")
    let text = try String(contentsOf: datei, encoding: .utf8)
    let beginn = try #require(text.range(of: "\n## 9. "))
    let rest = text[beginn.upperBound...]
    let ende = try #require(rest.range(of: "\n## "))
    let abschnitte = Rundgang.abschnitte(String(rest[..<ende.lowerBound]))
    for befehl in [
      "reifegrad fragebogen", "reifegrad auswerten", "werkzeuge", "rechne", "entscheide",
    ] {
      #expect(abschnitte.contains { $0.befehle.contains("diva \(befehl)") }, "\(befehl)")
    }
    let antworten = try Rundgang.antworten(
      abschnitte.map { $0.befehle + "echo \"Status $?\"\n" }, mitToolbox: true)
    try #require(antworten.count == abschnitte.count)
    for (abschnitt, antwort) in zip(abschnitte, antworten) {
      #expect(antwort.hasSuffix("Status 0\n"), "\(abschnitt.befehle) \(antwort)")
      if !abschnitt.antwort.isEmpty {
        #expect(antwort == abschnitt.antwort + "Status 0\n", "\(abschnitt.befehle)")
      }
    }
  }
}

/// Takes the walk apart and runs it.
enum Rundgang {
  /// A block of commands with the answer shown below it.
  struct Abschnitt {
    var befehle: String
    var antwort = ""
  }

  /// The blocks marked `sh`, each with the block marked `text` that follows.
  static func abschnitte(_ text: String) -> [Abschnitt] {
    var alle: [Abschnitt] = []
    var art: String?
    var zeilen: [Substring] = []
    for zeile in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if art == nil, zeile.hasPrefix("```") {
        art = String(zeile.dropFirst(3))
        zeilen = []
      } else if zeile == "```" {
        let inhalt = zeilen.map { $0 + "\n" }.joined()
        if art == "sh" {
          alle.append(Abschnitt(befehle: inhalt))
        } else if art == "text", let letzter = alle.indices.last {
          alle[letzter].antwort = inhalt
        }
        art = nil
      } else {
        zeilen.append(zeile)
      }
    }
    return alle
  }

  /// What the blocks print, run one after the other by one shell in an empty folder, or in one that
  /// holds nothing but the toolbox.
  static func antworten(_ bloecke: [String], mitToolbox: Bool = false) throws -> [String] {
    try mitTemporaeremOrdner { tmp in
      let programme = tmp.appendingPathComponent("bin")
      let ort = tmp.appendingPathComponent("leer")
      for ordner in [programme, ort] {
        try FileManager.default.createDirectory(at: ordner, withIntermediateDirectories: true)
      }
      try FileManager.default.createSymbolicLink(
        atPath: programme.appendingPathComponent("diva").path, withDestinationPath: Diva.pfad)
      if mitToolbox {
        try FileManager.default.createSymbolicLink(
          at: ort.appendingPathComponent("Toolbox"),
          withDestinationURL: Gemeinsam.projekt.appendingPathComponent("Toolbox"))
      }
      let trenner = "--8<-- \(UUID().uuidString)"
      let skript =
        "exec 2>&1\n" + bloecke.map { "echo '\(trenner)'\n" + $0 }.joined() + "rm -rf \"$PWD\"\n"
      let pfad = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
      let e = try Programm.starte(
        "sh", ["-c", skript],
        umgebung: [
          "PATH": "\(programme.path):\(pfad)", "TMPDIR": ort.path, "DIVA_SPEICHER": "",
          "DIVA_LOESCHBUCH": "", "NO_COLOR": "1",
        ], ordner: ort)
      return e.ausgabe.components(separatedBy: trenner + "\n").dropFirst().map { $0 }
    }
  }

  /// The text with everything that is different in each run replaced.
  static func ohneZufall(_ text: String) -> String {
    let muster = [
      #"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"#: "UUID",
      #"(DIVA-ANKER 1 EINTRAG [0-9]+) .*"#: "$1",
      #"/[^ ]*/(amt|sicherung|zum-archiv|vom-archiv)\b"#: "$1",
    ]
    return muster.reduce(text) {
      $0.replacingOccurrences(of: $1.key, with: $1.value, options: .regularExpression)
    }
  }

  /// The walk with new answers; those that differ in nothing but chance stay.
  static func ersetzt(_ text: String, _ antworten: [String]) -> String {
    let alte = abschnitte(text)
    var neu = ""
    var nummer = -1
    var art: String?
    for zeile in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if art == nil, zeile.hasPrefix("```") { art = String(zeile.dropFirst(3)) }
      if art != "text" { neu += zeile + "\n" }
      if art != nil, zeile == "```" {
        if art == "sh" {
          nummer += 1
          let gleich = ohneZufall(antworten[nummer]) == ohneZufall(alte[nummer].antwort)
          let antwort = gleich ? alte[nummer].antwort : antworten[nummer]
          if !antwort.isEmpty { neu += "\n```text\n\(antwort)```\n" }
        } else if neu.hasSuffix("\n\n") {
          neu.removeLast()
        }
        art = nil
      }
    }
    return String(neu.dropLast())
  }
}
