// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

/// The real program, run by the tests.
enum Diva {
  /// `DIVA_PROGRAMM`, else the product beside the test bundle.
  static let pfad: String = {
    let umgebung = ProcessInfo.processInfo.environment
    if let genannt = umgebung["DIVA_PROGRAMM"], !genannt.isEmpty { return genannt }
    let nachbarn = CommandLine.arguments.filter { $0.contains(".xctest") }.map {
      URL(fileURLWithPath: $0).deletingLastPathComponent().appendingPathComponent("diva").path
    }
    let vermutet = Gemeinsam.projekt.appendingPathComponent(".build/debug/diva").path
    return (nachbarn + [vermutet]).first { FileManager.default.isExecutableFile(atPath: $0) }
      ?? vermutet
  }()

  /// Runs the program; the environment names no schemas unless the test does.
  static func starte(
    _ argumente: [String], umgebung: [String: String] = [:], ordner: URL? = nil
  ) throws -> Programm.Ergebnis {
    try Programm.starte(
      pfad, argumente, umgebung: ["DIVA_SCHEMATA": ""].merging(umgebung) { $1 }, ordner: ordner)
  }

  /// Runs a line of the shell in which `$1` is the program and the arguments follow.
  static func shell(
    _ zeile: String, _ argumente: [String] = [], umgebung: [String: String] = [:]
  ) throws -> Programm.Ergebnis {
    try Programm.starte(
      "sh", ["-c", zeile, "sh", pfad] + argumente,
      umgebung: ["DIVA_SCHEMATA": ""].merging(umgebung) { $1 })
  }

  /// The sample files of the project.
  static let akten = Gemeinsam.projekt.appendingPathComponent("Docs/beispiel/akten").path

  /// Packs a folder into a container with the standard's name, and returns its path.
  static func packe(
    _ akten: String = akten, nach ordner: URL, _ weitere: [String] = [],
    quelle: SourceLocation = #_sourceLocation
  ) throws -> String {
    let e = try starte(
      [
        "packen", akten, "--nach", ordner.path, "--absender", "Stadt Muster", "--archiv",
        "Kreisarchiv", "--json",
      ] + weitere)
    #expect(e.status == 0, "\(e.fehler)", sourceLocation: quelle)
    let datei = try #require(
      try JSONZeile.alle(e.ausgabe).first?.wert["datei"] as? String, sourceLocation: quelle)
    return datei
  }
}

/// A line of JSON output.
struct JSONZeile {
  let wert: [String: Any]
  /// The keys of the outermost object in the order of the text.
  let schluessel: [String]

  init(_ text: String) throws {
    let roh = try JSONSerialization.jsonObject(with: Data(text.utf8))
    wert = try #require(roh as? [String: Any])
    schluessel = Self.schluessel(text)
  }

  static func alle(_ ausgabe: String) throws -> [JSONZeile] {
    try ausgabe.split(separator: "\n").map { try JSONZeile(String($0)) }
  }

  private static func schluessel(_ text: String) -> [String] {
    var namen: [String] = []
    var tiefe = 0
    var kette: String?
    var maskiert = false
    var letzte = ""
    for z in text {
      if let bisher = kette {
        if maskiert {
          maskiert = false
        } else if z == "\\" {
          maskiert = true
        } else if z == "\"" {
          letzte = bisher
          kette = nil
          continue
        }
        kette = bisher + String(z)
        continue
      }
      switch z {
      case "\"": kette = ""
      case "{", "[": tiefe += 1
      case "}", "]": tiefe -= 1
      case ":" where tiefe == 1: namen.append(letzte)
      default: break
      }
    }
    return namen
  }
}
