// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// The E-ARK project's `eark-validator` as judge over the SIPs that this suite writes.
///
/// It wants the network at its start; the script beside the shared test data gives it local files instead.
public enum EarkValidator {
  /// What it says of a package.
  public struct Urteil {
    /// `WellFormed` or another word about the folders.
    public let struktur: String
    /// `VALID` or `INVALID`: the METS against the schema.
    public let schema: String
    /// The requirements that it finds broken.
    public let fehler: Set<String>
  }

  private static let python: String? = {
    let eigenes = Gemeinsam.projekt.appendingPathComponent(".build/pruefwerkzeuge/bin/python3").path
    return [eigenes, "python3"].first {
      Programm.vorhanden($0)
        && (try? Programm.starte(
          $0, ["-c", "import importlib.util as u; u.find_spec('eark_validator').origin"]))?.status
          == 0
    }
  }()

  /// True if tests that need it can run; it comes from PyPI, which not every machine reaches, so that
  /// also with `CI=true` they are skipped without it.
  public static var verfuegbar: Bool { python != nil }

  /// Why tests that need it were skipped.
  public static let hinweis = "übersprungen: das Python-Modul eark_validator fehlt"

  /// Checks a package by version 2.1.0, the newest that it knows.
  ///
  /// - Parameter pfad: The folder of the package.
  /// - Returns: What it says.
  /// - Throws: ``Fehlschlag`` if it does not answer.
  public static func pruefe(_ pfad: String) throws -> Urteil {
    let skript = Gemeinsam.ordner.appendingPathComponent("uebergabe/eark/eark_offline.py").path
    let e = try Programm.starte(python ?? "python3", [skript, "-s", "V2.1.0", pfad])
    // Lines for people, then one of JSON.
    guard let zeile = e.ausgabe.split(separator: "\n").first(where: { $0.hasPrefix("{") }),
      let json = try JSONSerialization.jsonObject(with: Data(zeile.utf8)) as? [String: Any],
      let struktur = json["structure"] as? [String: Any],
      let metadaten = json["metadata"] as? [String: Any],
      let schema = metadaten["schema_results"] as? [String: Any],
      let schematron = metadaten["schematron_results"] as? [String: Any],
      let meldungen = schematron["messages"] as? [[String: Any]]
    else { throw Fehlschlag(description: e.ausgabe + e.fehler) }
    return Urteil(
      struktur: struktur["status"] as? String ?? "", schema: schema["status"] as? String ?? "",
      fehler: Set(
        meldungen.filter { $0["severity"] as? String == "Error" }
          .compactMap { $0["rule_id"] as? String }))
  }

  /// The foreign program did not answer.
  public struct Fehlschlag: Error, CustomStringConvertible {
    /// What it says.
    public let description: String
  }
}
