// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// A foreign reader of workbooks, openpyxl for Python, as judge over those that this suite writes.
public enum Openpyxl {
  /// One sheet as the foreign reader sees it.
  public struct Blatt: Decodable, Sendable {
    /// Its name.
    public let name: String
    /// The cells as text, row by row; nil for an empty cell.
    public let zeilen: [[String?]]
    /// The kind of each cell: `s` text, `n` number or empty, `f` formula.
    public let arten: [String]
    /// The first cell that moves when the sheet is scrolled.
    public let fixiert: String?
    /// The cells with filters.
    public let filter: String?
    /// Widths by the letter of the column.
    public let breiten: [String: Double]
    /// Kind, values and cells of each rule for values.
    public let regeln: [[String]]
    /// Fill colour of the first cell of each row.
    public let farben: [String]
    /// Level of each row in the outline.
    public let gliederung: [Int]
    /// Indentation of the fourth cell of each row.
    public let einzug: [Int]
  }

  /// The Python that knows the library; Debian's may not be the first in the path.
  private static let python: String? = ["python3", "/usr/bin/python3"].first {
    Programm.vorhanden($0) && (try? Programm.starte($0, ["-c", "import openpyxl"]))?.status == 0
  }

  /// True if tests that need it shall run: it is there, or its absence must fail the run.
  public static let verfuegbar: Bool =
    python != nil || ProcessInfo.processInfo.environment["CI"] == "true"

  /// Why tests that need it were skipped.
  public static let hinweis = "übersprungen: python3-openpyxl fehlt"

  /// Reads a workbook.
  public static func lies(_ pfad: String) throws -> [Blatt] {
    let e = try Programm.starte(python ?? "python3", ["-c", skript, pfad])
    guard e.status == 0 else { throw Lesefehler(description: e.fehler) }
    return try JSONDecoder().decode([Blatt].self, from: Data(e.ausgabe.utf8))
  }

  /// The foreign reader refuses the file.
  public struct Lesefehler: Error, CustomStringConvertible {
    /// What it says.
    public let description: String
  }

  private static let skript = """
    import json, sys, openpyxl
    aus = []
    for b in openpyxl.load_workbook(sys.argv[1]):
        z = list(b.iter_rows())
        aus.append(dict(
            name=b.title,
            zeilen=[[None if c.value is None else str(c.value) for c in r] for r in z],
            arten=["".join(c.data_type for c in r) for r in z],
            fixiert=b.freeze_panes, filter=b.auto_filter.ref,
            breiten={k: v.width for k, v in b.column_dimensions.items()},
            regeln=[[d.type, d.formula1, str(d.sqref)] for d in b.data_validations.dataValidation],
            farben=[str(r[0].fill.fgColor.rgb) if r[0].fill.fill_type else "" for r in z],
            gliederung=[b.row_dimensions[r[0].row].outlineLevel for r in z],
            einzug=[int(r[3].alignment.indent) if len(r) > 3 else 0 for r in z]))
    print(json.dumps(aus))
    """
}
