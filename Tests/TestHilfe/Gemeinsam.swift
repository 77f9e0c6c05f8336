// SPDX-License-Identifier: Apache-2.0
public import Foundation

/// The folder of shared test data beside the checkout (`../shared`, or `DIVA_SHARED`).
///
/// Without it the tests that need it are skipped and say so; under `CI=true` they fail instead.
public enum Gemeinsam {
  /// The folder, whether it exists or not.
  public static let ordner: URL = {
    if let pfad = ProcessInfo.processInfo.environment["DIVA_SHARED"] {
      return URL(fileURLWithPath: pfad, isDirectory: true)
    }
    return projekt.deletingLastPathComponent()
      .appendingPathComponent("shared", isDirectory: true)
  }()

  /// The root of this package's checkout.
  public static let projekt = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// True if tests that need the folder shall run: it exists, or its absence must fail the run.
  public static let verfuegbar: Bool =
    FileManager.default.fileExists(atPath: ordner.appendingPathComponent("xdomea").path)
    || ProcessInfo.processInfo.environment["CI"] == "true"

  /// Why tests that need the folder were skipped.
  public static let hinweis = "übersprungen: der Ordner ../shared mit den Testdaten fehlt"

  /// The official schemas.
  public static var schemata: URL { ordner.appendingPathComponent("xdomea/schemata") }

  /// The sample messages.
  public static var beispiele: URL { ordner.appendingPathComponent("xdomea/beispiele") }
}
