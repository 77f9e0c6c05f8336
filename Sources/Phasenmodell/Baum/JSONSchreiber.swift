// SPDX-License-Identifier: Apache-2.0
internal import Pruefung

extension Baum {
  /// The value as JSON: keys sorted by their code points, two blanks per level, one line feed at the
  /// end.
  ///
  /// The same value gives the same bytes, so that files can be compared and merged (MODELL.md §6).
  public var json: String {
    var text = ""
    schreibe(&text, tiefe: 0)
    return text + "\n"
  }

  /// The value as JSON in one line, keys in the order they were given.
  package var jsonZeile: String {
    var text = ""
    schreibe(&text, tiefe: nil)
    return text
  }

  private func schreibe(_ text: inout String, tiefe: Int?) {
    switch self {
    case .nichts: text += "null"
    case .wahrheit(let wert): text += wert ? "true" : "false"
    case .zahl(let ziffern): text += ziffern
    case .text(let wert): text.haengeAn(json: wert)
    case .liste(let werte):
      Self.klammere(&text, tiefe, "[", "]", werte.count) { i, text, tiefe in
        werte[i].baum.schreibe(&text, tiefe: tiefe)
      }
    case .objekt(let eintraege):
      let folge = tiefe == nil ? eintraege : eintraege.sorted { $0.name < $1.name }
      Self.klammere(&text, tiefe, "{", "}", folge.count) { i, text, tiefe in
        text.haengeAn(json: folge[i].name)
        text += tiefe == nil ? ":" : ": "
        folge[i].ast.baum.schreibe(&text, tiefe: tiefe)
      }
    }
  }

  private static func klammere(
    _ text: inout String, _ tiefe: Int?, _ auf: String, _ zu: String, _ anzahl: Int,
    _ teil: (Int, inout String, Int?) -> Void
  ) {
    text += auf
    for i in 0..<anzahl {
      if i > 0 { text += "," }
      if let tiefe { text += "\n" + String(repeating: "  ", count: tiefe + 1) }
      teil(i, &text, tiefe.map { $0 + 1 })
    }
    if let tiefe, anzahl > 0 { text += "\n" + String(repeating: "  ", count: tiefe) }
    text += zu
  }
}
