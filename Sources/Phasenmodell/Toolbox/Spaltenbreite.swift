// SPDX-License-Identifier: Apache-2.0

/// Says in the separating line of Markdown tables how wide the columns are; pandoc takes the number of
/// dashes for that.
///
/// All columns alike would give a number as much room as a sentence.
enum Spaltenbreite {
  static func gesetzt(_ zeilen: [String]) -> [String] {
    var neu = zeilen
    var stelle = 0
    while stelle < zeilen.count {
      guard zeilen[stelle].hasPrefix("|") else {
        stelle += 1
        continue
      }
      let ende = zeilen[stelle...].firstIndex { !$0.hasPrefix("|") } ?? zeilen.count
      if ende - stelle >= 2, istTrennung(zeilen[stelle + 1]) {
        neu[stelle + 1] = trennung(zeilen[stelle..<ende].map(zellen))
      }
      stelle = ende
    }
    return neu
  }

  private static func istTrennung(_ zeile: String) -> Bool {
    zeile.contains("-") && zeile.allSatisfy { "|-: ".contains($0) }
  }

  private static func zellen(_ zeile: String) -> [Substring] {
    zeile.replacing("\\|", with: "/").dropFirst().split(
      separator: "|", omittingEmptySubsequences: false
    ).dropLast()
  }

  /// Between the longest word, which must not break, and the longest cell, which may; at least six.
  private static func trennung(_ reihen: [[Substring]]) -> String {
    let spalten = reihen.map(\.count).max() ?? 0
    let breiten = (0..<spalten).map { i -> Int in
      let texte = reihen.enumerated().compactMap { nr, reihe in
        nr == 1 || i >= reihe.count ? nil : reihe[i]
      }
      let wort = texte.flatMap { $0.split(whereSeparator: \.isWhitespace).map(\.count) }.max() ?? 0
      let laenge = texte.map(\.trimmed.count).max() ?? 0
      return max(6, min(wort + 3, 20), min(laenge + 3, 44))
    }
    return "|" + breiten.map { String(repeating: "-", count: $0) + "|" }.joined()
  }
}
