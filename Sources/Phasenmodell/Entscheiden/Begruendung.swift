// SPDX-License-Identifier: Apache-2.0

/// A sentence that says why, with the numbers that were put in.
///
/// Names stand between braces: `{zugriffe} Zugriffe je Akte und Jahr`. The page of the self check does the
/// same (`selbstcheck/js/entscheidung.js`).
enum Begruendung {
  /// The names in a sentence.
  static func namen(_ satz: String) -> [String] {
    satz.matches(of: /\{([a-z][a-z0-9_.]*)\}/).map { String($0.1) }
  }

  /// The sentence with values for its names; `istGeld` is true for one before a euro sign.
  static func gefuellt(_ satz: String, _ wert: (String, _ istGeld: Bool) -> String) -> String {
    satz.replacing(/\{([a-z][a-z0-9_.]*)\}( €)?/) {
      wert(String($0.1), $0.2 != nil) + ($0.2 ?? "")
    }
  }

  /// A number as people read it: two digits after the comma at most.
  static func anzeige(_ zahl: Bruch) -> String {
    let text = zahl.deutsch(2)
    guard text.contains(",") else { return text }
    let knapp = text.reversed().drop { $0 == "0" }
    return String((knapp.first == "," ? knapp.dropFirst() : knapp).reversed())
  }

  /// How the points of some questions come about: `Fallzahl im Jahr 3 × 4; …`.
  ///
  /// - Parameters:
  ///   - fragen: The questions.
  ///   - werte: The points by question.
  /// - Returns: Nil if no points are added.
  static func punkteweg(
    _ fragen: [Entscheidungshilfe.Frage], _ werte: [String: Bruch]
  ) -> String? {
    let teile = fragen.filter { $0.istPunkte && $0.gewicht > 0 }.map { f in
      let name = String(f.text.prefix { $0 != "(" && $0 != ":" }).trimmed
      return "\(name) \(f.gewicht) × \(werte[f.id].map(anzeige) ?? "0 (offen)")"
    }
    return teile.isEmpty ? nil : teile.joined(separator: "; ")
  }
}
