// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

/// Why a table could not be written; nothing is at the target then that was not there before.
public enum TabellenFehler: Error, Hashable, Sendable, CustomStringConvertible {
  /// The target exists and must not be replaced.
  case zielVorhanden(pfad: String)
  /// The target cannot be written.
  case schreiben(pfad: String, grund: String)
  /// A sheet of the XLSX format cannot have so many rows.
  case zuVieleZeilen(pfad: String, hoechstens: Int)

  /// A German sentence that names the file, the reason and a remedy.
  public var description: String {
    switch self {
    case .zielVorhanden(let pfad):
      "»\(pfad)« gibt es schon und wird nicht überschrieben. Wählen Sie einen anderen Namen."
    case .schreiben(let pfad, let grund):
      "»\(pfad)« konnte nicht geschrieben werden: \(grund). "
        + "Prüfen Sie Pfad, Speicherplatz und Schreibrechte."
    case .zuVieleZeilen(let pfad, let hoechstens):
      "»\(pfad)« hätte mehr als \(hoechstens.deutsch) Zeilen; so viele fasst kein Tabellenblatt "
        + "(XLSX). Nehmen Sie die CSV-Datei."
    }
  }
}
