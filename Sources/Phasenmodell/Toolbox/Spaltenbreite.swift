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

  /// More columns than this do not fit on a sheet that stands upright.
  static let hoechstensHochkant = 7

  /// The columns of the widest table.
  static func meisteSpalten(_ zeilen: [String]) -> Int {
    zeilen.indices.dropFirst().filter { istTrennung(zeilen[$0]) && zeilen[$0 - 1].hasPrefix("|") }
      .map { zellen(zeilen[$0]).count }.max() ?? 0
  }

  private static func istTrennung(_ zeile: String) -> Bool {
    zeile.contains("-") && zeile.allSatisfy { "|-: ".contains($0) }
  }

  private static func zellen(_ zeile: String) -> [Substring] {
    zeile.replacing("\\|", with: "/").dropFirst().split(
      separator: "|", omittingEmptySubsequences: false
    ).dropLast()
  }

  /// A column that somebody fills in: nothing in it, a box, dots, or a placeholder.
  private static func istLeer(_ zelle: Substring) -> Bool {
    let text = zelle.trimmed
    return text.isEmpty || text.allSatisfy { "_.… □☐".contains($0) }
      || text.hasPrefix("{{") && text.hasSuffix("}}")
  }

  /// Between the longest word, which must not break, and the longest cell, which may; at least six, and
  /// where somebody writes, as much as a short answer needs.
  private static func trennung(_ reihen: [[Substring]]) -> String {
    let spalten = reihen.map(\.count).max() ?? 0
    let breiten = (0..<spalten).map { i -> Int in
      let texte = reihen.enumerated().compactMap { nr, reihe in
        nr == 1 || i >= reihe.count ? nil : reihe[i]
      }
      let wort = texte.flatMap { $0.split(whereSeparator: \.isWhitespace).map(\.count) }.max() ?? 0
      let laenge = texte.map(\.trimmed.count).max() ?? 0
      let zumAusfuellen = texte.count > 1 && texte.dropFirst().allSatisfy(istLeer)
      let mindestens = zumAusfuellen ? (spalten > hoechstensHochkant ? 10 : 24) : 6
      return max(mindestens, min(wort + 3, 20), min(laenge + 3, 44))
    }
    return "|" + breiten.map { String(repeating: "-", count: $0) + "|" }.joined()
  }
}
