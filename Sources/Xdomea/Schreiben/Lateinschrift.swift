// SPDX-License-Identifier: Apache-2.0

/// Text in the repertoire `String.Latin` of 2.x (xoev latinchars 1.1; FAKTEN 9, R66).
enum Lateinschrift {
  /// One character that the repertoire lacks, and what stands for it.
  struct Ersatz {
    let zeichen: String
    let durch: String
  }

  /// The text with everything replaced that the repertoire lacks; nil if nothing had to be.
  static func umgeschrieben(_ text: String) -> (text: String, ersetzt: [Ersatz])? {
    // Nearly all text is ASCII or nearly so.
    if text.utf8.allSatisfy({ $0 < 0x7F }) { return nil }
    var neu = String.UnicodeScalarView()
    var ersetzt: [Ersatz] = []
    var bekannt: Set<String> = []
    func ersetze(_ zeichen: String, _ durch: String) {
      neu.append(contentsOf: durch.unicodeScalars)
      if bekannt.insert(zeichen).inserted { ersetzt.append(Ersatz(zeichen: zeichen, durch: durch)) }
    }
    var rest = Substring.UnicodeScalarView(text.unicodeScalars)
    while let z = rest.popFirst() {
      if let akzent = rest.first, akzent.properties.generalCategory == .nonspacingMark {
        let paar = String(z) + String(akzent)
        if paare.contains(paar) {
          rest.removeFirst()
          neu.append(z)
          neu.append(akzent)
          continue
        }
        if let eines = zusammen[paar] {
          rest.removeFirst()
          ersetze(paar, eines)
          continue
        }
      }
      if istLatein(z) {
        neu.append(z)
      } else {
        ersetze(String(z), tafel[z] ?? (z.properties.generalCategory == .nonspacingMark ? "" : "?"))
      }
    }
    return ersetzt.isEmpty ? nil : (String(neu), ersetzt)
  }

  /// True for a character of the repertoire.
  static func istLatein(_ z: Unicode.Scalar) -> Bool {
    let wert = z.value
    if wert < 0x7F { return true }
    var (unten, oben) = (0, bereiche.count)
    while unten < oben {
      let mitte = (unten + oben) / 2
      if bereiche[mitte].upperBound < wert { unten = mitte + 1 } else { oben = mitte }
    }
    return unten < bereiche.count && bereiche[unten].contains(wert)
  }

  /// The pattern of `String.Latin` beyond ASCII, ascending.
  private static let bereiche: [ClosedRange<UInt32>] = [
    0xA1...0xAC, 0xAE...0x107, 0x10A...0x11B, 0x11E...0x123, 0x126...0x131, 0x134...0x15B,
    0x15E...0x16B, 0x16E...0x17E, 0x18F...0x18F, 0x1A0...0x1A1, 0x1AF...0x1B0, 0x1B7...0x1B7,
    0x1CD...0x1D4, 0x1DE...0x1DF, 0x1E4...0x1F0, 0x1F4...0x1F5, 0x1FA...0x1FF, 0x218...0x21B,
    0x21E...0x21F, 0x22A...0x22B, 0x22E...0x233, 0x259...0x259, 0x292...0x292, 0x1E02...0x1E03,
    0x1E0A...0x1E0B, 0x1E10...0x1E11, 0x1E1E...0x1E21, 0x1E24...0x1E27, 0x1E30...0x1E31,
    0x1E40...0x1E41, 0x1E44...0x1E45, 0x1E56...0x1E57, 0x1E60...0x1E63, 0x1E6A...0x1E6B,
    0x1E80...0x1E85, 0x1E8C...0x1E93, 0x1E9E...0x1E9E, 0x1EA0...0x1EA7, 0x1EAA...0x1EAC,
    0x1EAE...0x1EC1, 0x1EC4...0x1ED3, 0x1ED6...0x1EDD, 0x1EE4...0x1EF9, 0x20AC...0x20AC,
  ]

  /// Letters with an accent that exist in two parts only.
  private static let paare: Set<String> = Set(
    ["M", "N", "m", "n", "D", "d", "L", "l"].map { $0 + "\u{302}" } + ["J\u{30C}"])

  /// Letters in two parts, as some systems write them, with the one for both.
  private static let zusammen: [String: String] = {
    let akzente: [(Unicode.Scalar, String, String)] = [
      ("\u{300}", "AEIOUaeiou", "ÀÈÌÒÙàèìòù"), ("\u{301}", "AEIOUYaeiouy", "ÁÉÍÓÚÝáéíóúý"),
      ("\u{302}", "AEIOUaeiou", "ÂÊÎÔÛâêîôû"), ("\u{303}", "ANOano", "ÃÑÕãñõ"),
      ("\u{308}", "AEIOUaeiouy", "ÄËÏÖÜäëïöüÿ"), ("\u{30A}", "Aa", "Åå"),
      ("\u{30C}", "CSZcszRrEe", "ČŠŽčšžŘřĚě"), ("\u{327}", "Ccss", "Ççşş"),
    ]
    var tafel: [String: String] = [:]
    for (akzent, einzeln, ganz) in akzente {
      for (a, b) in zip(einzeln.unicodeScalars, ganz.unicodeScalars) {
        tafel[String(a) + String(akzent)] = String(b)
      }
    }
    return tafel
  }()

  /// What stands for common characters of office texts; all others become a question mark.
  private static let tafel: [Unicode.Scalar: String] = [
    "\u{2010}": "-", "\u{2011}": "-", "\u{2012}": "-", "\u{2013}": "-", "\u{2014}": "-",
    "\u{2015}": "-", "\u{2212}": "-", "\u{2018}": "'", "\u{2019}": "'", "\u{201A}": "'",
    "\u{201B}": "'", "\u{2032}": "'", "\u{201C}": "\"", "\u{201D}": "\"", "\u{201E}": "\"",
    "\u{201F}": "\"", "\u{2033}": "\"", "\u{2039}": "'", "\u{203A}": "'", "\u{2026}": "...",
    "\u{2022}": "*", "\u{A0}": " ", "\u{2007}": " ", "\u{2009}": " ", "\u{202F}": " ",
    "\u{2028}": "\n", "\u{2029}": "\n", "\u{85}": "\n", "\u{AD}": "", "\u{200B}": "",
    "\u{FEFF}": "", "\u{2122}": "TM", "\u{2190}": "<-", "\u{2192}": "->", "\u{2264}": "<=",
    "\u{2265}": ">=", "\u{2020}": "+", "\u{2116}": "Nr.", "\u{FB01}": "fi", "\u{FB02}": "fl",
    "\u{7F}": "",
  ]
}
