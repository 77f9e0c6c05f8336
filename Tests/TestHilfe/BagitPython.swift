// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// The Library of Congress's `bagit` for Python as judge over the bags that this suite writes.
public enum BagitPython {
  /// The Python that knows the module: one of its own that `bin/einrichten` made, or any in the path.
  private static let python: String? = {
    let eigenes = Gemeinsam.projekt.appendingPathComponent(".build/pruefwerkzeuge/bin/python3").path
    return [eigenes, "python3", "/usr/bin/python3"].first {
      Programm.vorhanden($0) && (try? Programm.starte($0, ["-c", "import bagit"]))?.status == 0
    }
  }()

  /// True if tests that need it can run; it comes from PyPI, which not every machine reaches, so that
  /// also with `CI=true` they are skipped without it.
  public static var verfuegbar: Bool { python != nil }

  /// Why tests that need it were skipped.
  public static let hinweis = "übersprungen: das Python-Modul bagit fehlt"

  /// Validates bags completely.
  ///
  /// - Parameter ordner: The folders of the bags.
  /// - Returns: For each bag an empty string if it is valid, else what the module says.
  /// - Throws: ``Fehlschlag`` if Python does not run.
  public static func pruefe(_ ordner: [String]) throws -> [String] {
    try mitTemporaeremOrdner { tmp in
      let liste = tmp.appendingPathComponent("liste")
      try Data(ordner.joined(separator: "\n").utf8).write(to: liste)
      let e = try Programm.starte(python ?? "python3", ["-c", skript, liste.path])
      guard e.status == 0 else { throw Fehlschlag(description: e.fehler) }
      return try JSONDecoder().decode([String].self, from: Data(e.ausgabe.utf8))
    }
  }

  /// The foreign program did not run.
  public struct Fehlschlag: Error, CustomStringConvertible {
    /// What it says.
    public let description: String
  }

  private static let skript = """
    import bagit, json, logging, sys
    logging.disable(logging.CRITICAL)
    aus = []
    for pfad in open(sys.argv[1], encoding="utf-8").read().split("\\n"):
        try:
            bagit.Bag(pfad).validate()
            aus.append("")
        except Exception as e:
            aus.append(str(e) or repr(e))
    print(json.dumps(aus))
    """
}
