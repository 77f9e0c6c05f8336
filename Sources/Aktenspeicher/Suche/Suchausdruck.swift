// SPDX-License-Identifier: Apache-2.0

/// What a person typed, as an expression of the full-text index.
///
/// Words are joined by "and"; text in quotation marks must stand together. A word of three or more
/// letters is found anywhere, also inside of a compound: »genehmigung« finds »Baugenehmigung«. Two
/// letters are found at the beginning of a word, a single one only as a whole word, because the
/// index knows sequences of three. All other characters are spaces: nothing that is typed reaches
/// the query language of the index.
struct Suchausdruck: Hashable {
  /// The expression; nil if nothing can be searched for.
  let ausdruck: String?
  /// What was typed and cannot be searched for: neither a letter nor a digit is in it.
  let ungesucht: [String]
  /// Whether more was typed than is looked at.
  let gekuerzt: Bool

  /// So many words are looked at; more make the search slower and no better.
  static let hoechstzahl = 24
  /// So many characters are looked at.
  static let hoechstlaenge = 512

  /// The expression for what was typed.
  init(_ eingabe: String) {
    var teile: [String] = []
    var wort = ""
    var inAnfuehrung = false
    var ungesucht: [String] = []
    var zuViele = false
    func schliesse() {
      let roh = wort
      let gefaltet = Suchtext.falte(wort)
      wort = ""
      guard gefaltet.count > 2 else {
        if !roh.allSatisfy(\.isWhitespace), !ungesucht.contains(roh) { ungesucht.append(roh) }
        return
      }
      guard teile.count < Self.hoechstzahl else {
        zuViele = true
        return
      }
      // With the spaces at both ends: 3 is a single letter, 4 are two.
      let kern: Substring =
        switch gefaltet.unicodeScalars.count {
        case 3: gefaltet[...]
        case 4: gefaltet.dropLast()
        default: gefaltet.dropFirst().dropLast()
        }
      let phrase = "\"\(kern)\""
      if !teile.contains(phrase) { teile.append(phrase) }
    }
    for zeichen in eingabe.unicodeScalars.prefix(Self.hoechstlaenge) {
      switch zeichen {
      case "\"", "„", "“", "”", "»", "«":
        schliesse()
        inAnfuehrung.toggle()
      case _ where !inAnfuehrung && zeichen.properties.isWhitespace: schliesse()
      default: wort.unicodeScalars.append(zeichen)
      }
    }
    schliesse()
    self.ungesucht = ungesucht
    gekuerzt = zuViele || eingabe.unicodeScalars.count > Self.hoechstlaenge
    ausdruck = teile.isEmpty ? nil : teile.joined(separator: " AND ")
  }
}
