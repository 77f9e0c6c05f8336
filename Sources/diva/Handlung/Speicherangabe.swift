// SPDX-License-Identifier: Apache-2.0
internal import Aktenspeicher
internal import ArgumentParser
internal import Foundation

/// Which store a command works with.
struct Speicherangabe: ParsableArguments {
  @Option(
    name: .customLong("speicher"),
    help: ArgumentHelp(
      "Ordner des Speichers (sonst der aus der Umgebungsvariablen DIVA_SPEICHER).",
      valueName: "ORDNER"))
  var ordner: String?

  @Option(
    help: ArgumentHelp(
      "Löschbuch, falls es nicht neben dem Ordner liegt (sonst DIVA_LOESCHBUCH).",
      valueName: "DATEI"))
  var loeschbuch: String?

  /// Opens the store.
  ///
  /// - Throws: `ValidationError` if none is named, else `SpeicherFehler`.
  func oeffne(_ art: Speicher.Oeffnungsart) throws -> Speicher {
    guard let ort = ordner ?? Self.umgebung("DIVA_SPEICHER") else {
      throw ValidationError(
        "Welcher Speicher? Nennen Sie ihn mit »--speicher ORDNER« oder in der Umgebungsvariablen "
          + "DIVA_SPEICHER.")
    }
    return try Speicher(ort, art, loeschbuch: loeschbuch ?? Self.umgebung("DIVA_LOESCHBUCH"))
  }

  private static func umgebung(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}
