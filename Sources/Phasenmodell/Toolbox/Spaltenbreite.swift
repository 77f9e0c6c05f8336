// SPDX-License-Identifier: Apache-2.0

/// Says in the separating line of Markdown tables how wide the columns are; pandoc takes the number of
/// dashes for that.
///
/// The dashes of a table add up to what fits on a line of the paper. Each column gets room for its
/// longest word, which must not break; what is left goes to the columns with the longest sentences.
enum Spaltenbreite {
  /// How many characters of a table stand side by side on paper that stands upright, and on its side;
  /// there the letters are smaller.
  static func platz(quer: Bool) -> Int { quer ? 185 : 110 }

  static func gesetzt(_ zeilen: [String]) -> [String] {
    let platz = platz(quer: meisteSpalten(zeilen) > hoechstensHochkant)
    var neu = zeilen
    var stelle = 0
    while stelle < zeilen.count {
      guard zeilen[stelle].hasPrefix("|") else {
        stelle += 1
        continue
      }
      let ende = zeilen[stelle...].firstIndex { !$0.hasPrefix("|") } ?? zeilen.count
      if ende - stelle >= 2, istTrennung(zeilen[stelle + 1]) {
        neu[stelle + 1] = trennung(zeilen[stelle..<ende].map(zellen), platz)
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
  private static func istLeer(_ zelle: String) -> Bool {
    let text = zelle.trimmed
    return text.isEmpty || text.allSatisfy { "_.… □☐".contains($0) }
      || text.hasPrefix("{{") && text.hasSuffix("}}")
  }

  private static func trennung(_ reihen: [[Substring]], _ platz: Int) -> String {
    let spalten = reihen.map(\.count).max() ?? 0
    let breiten = (0..<spalten).map { i in
      breite(
        reihen.enumerated().compactMap { nr, reihe in
          nr == 1 || i >= reihe.count ? nil : reihe[i].replacing(/[*`]/, with: "").trimmed
        }, vieleSpalten: spalten > hoechstensHochkant)
    }
    return "|" + verteilt(breiten, platz).map { String(repeating: "-", count: $0) + "|" }.joined()
  }

  private struct Breite {
    var mindestens: Int
    var gern: Int
    /// The longest cell, or what is to be written there.
    var inhalt: Int
    /// Whether somebody writes there.
    var zumAusfuellen: Bool
  }

  /// What a column needs so that no word breaks, and what it would like to have: the longest cell, or
  /// where somebody writes, as much as a short answer needs.
  private static func breite(
    _ texte: [String], vieleSpalten: Bool
  ) -> Breite {
    // The head is bold and wider; three characters are the margins of the cell.
    let worte = texte.enumerated().flatMap { nr, text in
      text.split(whereSeparator: \.isWhitespace).flatMap(teile)
        .map { nr == 0 ? ($0 * 120 + 99) / 100 : $0 }
    }
    let mindestens = max(5, (worte.max() ?? 0) + 3)
    let zumAusfuellen = texte.count > 1 && texte.dropFirst().allSatisfy(istLeer)
    let inhalt = max(
      texte.map(\.count).max() ?? 0, zumAusfuellen ? (vieleSpalten ? 10 : 24) : 0)
    return Breite(
      mindestens: mindestens, gern: max(mindestens, min(inhalt + 3, 44)), inhalt: inhalt,
      zumAusfuellen: zumAusfuellen)
  }

  /// The lengths of the pieces of a word: a long one may break behind a hyphen or a slash.
  private static func teile(_ wort: Substring) -> [Int] {
    // Capitals and digits of a code are wide.
    guard wort.count > 8 else { return [wort.count + (wort.contains("-") ? 1 : 0)] }
    return wort.split(omittingEmptySubsequences: true) { "-/".contains($0) }.map { $0.count + 1 }
  }

  private static func verteilt(_ breiten: [Breite], _ platz: Int) -> [Int] {
    var neu = breiten.map(\.mindestens)
    // Not even the longest words fit: the widest columns give way first.
    while neu.reduce(0, +) > platz, let groesste = neu.max(), groesste > 5,
      let i = neu.firstIndex(of: groesste)
    {
      neu[i] -= 1
    }
    // Where somebody writes, there is room first.
    for i in breiten.indices where breiten[i].zumAusfuellen {
      neu[i] += max(0, min(breiten[i].gern - neu[i], platz - neu.reduce(0, +)))
    }
    let wuensche = breiten.enumerated().map { max(0, $1.gern - neu[$0]) }
    let (rest, alle) = (max(0, platz - neu.reduce(0, +)), wuensche.reduce(0, +))
    guard rest > alle else {
      return neu.enumerated().map { i, breite in breite + rest * wuensche[i] / max(1, alle) }
    }
    // More than anybody wants: it goes where most is to be read or written.
    let summe = max(1, breiten.reduce(0) { $0 + $1.inhalt })
    return neu.indices.map { neu[$0] + wuensche[$0] + (rest - alle) * breiten[$0].inhalt / summe }
  }
}
