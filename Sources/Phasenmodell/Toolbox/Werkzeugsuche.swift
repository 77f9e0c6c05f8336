// SPDX-License-Identifier: Apache-2.0

/// Finds tools by words in their whole text, whatever the case of the letters and the spelling of umlauts.
///
/// The page of the self check searches in the same way (`selbstcheck/js/suche.js`).
public struct Werkzeugsuche: Sendable {
  /// A tool in which all words occur.
  public struct Treffer: Hashable, Sendable {
    /// The tool.
    public let werkzeug: Werkzeugeintrag
    /// The words with what stands around them; nil if they stand in its name alone.
    public let fundstelle: String?
  }

  /// The tools, and in which texts they are looked for.
  public let toolbox: Toolbox
  /// The words, folded.
  let worte: [[UInt8]]

  /// A search.
  ///
  /// - Parameters:
  ///   - text: Words with blanks between; all must occur.
  ///   - toolbox: The texts.
  public init(_ text: String, _ toolbox: Toolbox) {
    self.toolbox = toolbox
    var worte: [[UInt8]] = []
    for wort in text.split(whereSeparator: \.isWhitespace) {
      let gefaltet = Faltung(String(wort)).bytes
      if !gefaltet.isEmpty, !worte.contains(gefaltet) { worte.append(gefaltet) }
    }
    self.worte = worte
  }

  /// The tools in which all words occur.
  ///
  /// First come those with the most words in identifier and title, then those with the most in the
  /// summary, then those in which they occur most often, then the order that was given.
  ///
  /// - Parameter eintraege: Where to look.
  /// - Returns: What was found; without any word nothing.
  public func treffer(in eintraege: [Werkzeugeintrag]) -> [Treffer] {
    guard !worte.isEmpty else { return [] }
    var gefunden: [(rang: [Int], treffer: Treffer)] = []
    for (nr, w) in eintraege.enumerated() {
      let titel = Faltung("\(w.id) \(w.titel)")
      let kurz = Faltung("\(w.typ) \(w.inhalt)")
      let text = Faltung(toolbox.werkzeugtext(w.id)?.lesetext ?? "")
      guard worte.allSatisfy({ titel.enthaelt($0) || kurz.enthaelt($0) || text.enthaelt($0) })
      else { continue }
      let imTitel = worte.count { titel.enthaelt($0) }
      let inKurz = worte.count { kurz.enthaelt($0) }
      let oft = worte.reduce(0) { $0 + text.anzahl($1) }
      // The place where a word stands that the name does not have; if it has all, the summary will do.
      let gesucht = worte.first { !titel.enthaelt($0) } ?? worte[0]
      let stelle =
        imTitel == worte.count && !text.enthaelt(gesucht)
        ? nil : text.umfeld(gesucht) ?? kurz.umfeld(gesucht)
      gefunden.append(([-imTitel, -inKurz, -oft, nr], Treffer(werkzeug: w, fundstelle: stelle)))
    }
    return gefunden.sorted { $0.rang.lexicographicallyPrecedes($1.rang) }.map(\.treffer)
  }
}

/// A text with small letters, umlauts as two letters, and where in the text each of its bytes stands.
private struct Faltung {
  private let zeichen: [Character]
  /// Small letters and nothing but ASCII where German has two letters for one.
  let bytes: [UInt8]
  /// For each byte the character that it comes from.
  private let herkunft: [Int]

  init(_ text: String) {
    zeichen = Array(text)
    var (bytes, herkunft): ([UInt8], [Int]) = ([], [])
    bytes.reserveCapacity(zeichen.count)
    for (stelle, z) in zeichen.enumerated() {
      for byte in Self.klein(z).utf8 {
        bytes.append(byte)
        herkunft.append(stelle)
      }
    }
    (self.bytes, self.herkunft) = (bytes, herkunft)
  }

  private static func klein(_ z: Character) -> String {
    switch z {
    case "ä", "Ä": "ae"
    case "ö", "Ö": "oe"
    case "ü", "Ü": "ue"
    case "ß", "ẞ": "ss"
    default: z.lowercased()
    }
  }

  /// Where a word begins at or after a place.
  private func stelle(_ wort: [UInt8], ab: Int = 0) -> Int? {
    guard let erstes = wort.first, bytes.count >= wort.count else { return nil }
    var i = ab
    while i <= bytes.count - wort.count {
      if bytes[i] == erstes, bytes[i..<(i + wort.count)].elementsEqual(wort) { return i }
      i += 1
    }
    return nil
  }

  func enthaelt(_ wort: [UInt8]) -> Bool { stelle(wort) != nil }

  func anzahl(_ wort: [UInt8]) -> Int {
    var (n, ab) = (0, 0)
    while let hier = stelle(wort, ab: ab) {
      n += 1
      ab = hier + wort.count
    }
    return n
  }

  /// The word with up to 60 characters before and 80 after, cut between words.
  func umfeld(_ wort: [UInt8]) -> String? {
    guard let hier = stelle(wort) else { return nil }
    let mitte = herkunft[hier]
    var von = max(0, mitte - 60)
    if von > 0 { von = zeichen[von..<mitte].firstIndex(of: " ").map { $0 + 1 } ?? mitte }
    var bis = min(zeichen.count, mitte + 80)
    if bis < zeichen.count {
      let ende = min(zeichen.count, herkunft[hier + wort.count - 1] + 1)
      bis = zeichen[min(ende, bis)..<bis].lastIndex(of: " ") ?? bis
    }
    return (von > 0 ? "… " : "") + String(zeichen[von..<bis]) + (bis < zeichen.count ? " …" : "")
  }
}

extension Werkzeugtext {
  /// The words of the text below its title, without the signs of Markdown and of drawings, in one line.
  var lesetext: String {
    let ohne = Verweiswechsel.wechsle(inhalt) { _ in nil }
    var text = ""
    for zeile in ohne.split(whereSeparator: \.isNewline) {
      if zeile.hasPrefix("# ") || zeile.allSatisfy({ "|-: `".contains($0) }) { continue }
      var z = zeile.drop { "#>-* |".contains($0) }
      if z.hasPrefix("[ ]") { z = z.dropFirst(3) }
      for wort in z.split(whereSeparator: \.isWhitespace) where wort != "|" {
        let rein = wort.filter { !"*`".contains($0) && !Self.istZeichnung($0) }
        if rein.isEmpty { continue }
        if !text.isEmpty { text += " " }
        text += rein
      }
    }
    return text
  }

  /// Lines, corners and arrows out of which drawings are made.
  private static func istZeichnung(_ z: Character) -> Bool {
    z.unicodeScalars.allSatisfy { (0x2500...0x25FF).contains($0.value) }
  }
}
