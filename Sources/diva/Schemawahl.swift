// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Foundation
internal import Pruefung
internal import Xdomea

/// Where the official schemas are: `--schemata`, else the environment, else nowhere.
struct Schemawahl: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Ordner mit den amtlichen Schemadateien (XSD), je Version ein Unterordner. "
        + "Ohne diese Angabe gilt die Umgebungsvariable DIVA_SCHEMATA.",
      valueName: "ORDNER"))
  var schemata: String?

  /// The schemas; nil if no folder is named.
  func gewaehlt() throws -> Schemata? {
    guard let ordner = schemata ?? Umgebung["DIVA_SCHEMATA"] else { return nil }
    return try Self.schemata(ordner)
  }

  /// The schemas in a folder that has at least one version.
  static func schemata(_ ordner: String) throws -> Schemata {
    guard istSchemaordner(ordner) else {
      throw Hinderung(
        "»\(ordner.sichtbar)« ist kein Ordner mit xdomea-Schemata. Erwartet werden Unterordner wie "
          + "4.0.0 mit der Datei \(XdomeaFassung.v400.schemadatei). Nennen Sie den richtigen "
          + "Ordner, oder prüfen Sie mit --ohne-schema.")
    }
    return Schemata(ordner: ordner)
  }

  /// True if the folder has the schema of at least one version.
  static func istSchemaordner(_ ordner: String) -> Bool {
    XdomeaFassung.allCases.contains {
      FileManager.default.fileExists(atPath: "\(ordner)/\($0.rawValue)/\($0.schemadatei)")
    }
  }
}

/// What the program takes from its surroundings.
enum Umgebung {
  /// A variable of the environment; nil if it is missing or empty.
  static subscript(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
