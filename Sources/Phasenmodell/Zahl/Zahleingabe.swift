// SPDX-License-Identifier: Apache-2.0

/// A number as somebody typed it in German (SCORING.md §1, UX.md §9).
///
/// A comma separates decimals, points and blanks separate groups of three digits. What can be meant in
/// two ways is not guessed.
public enum Zahleingabe: Hashable, Sendable {
  /// A number.
  case zahl(Bruch)
  /// It may mean each of these; they are written in German.
  case mehrdeutig([String])
  /// No number.
  case ungueltig

  /// Reads an input.
  ///
  /// - Parameter text: Up to 40 characters; blanks at both ends are ignored.
  /// - Returns: The number, or why there is none.
  public static func lies(_ text: String) -> Zahleingabe {
    let kern = text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed()
    // A minus sign as word processors set it, and narrow blanks between groups.
    let zeichen = String(kern).map { z -> Character in
      switch z {
      case "−", "–": "-"
      case "\u{A0}", "\u{202F}", "\u{2009}": " "
      default: z
      }
    }
    let roh = String(zeichen)
    guard roh.utf8.count <= 40, roh.wholeMatch(of: /-?[0-9][0-9., ]*/) != nil else {
      return .ungueltig
    }
    let vorzeichen = roh.hasPrefix("-") ? "-" : ""
    let betrag = String(roh.drop { $0 == "-" })
    let teile = betrag.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    guard teile.count <= 2 else { return englisch(betrag, vorzeichen) }
    let bruchteil = teile.count == 2 ? teile[1] : nil
    if let bruchteil, bruchteil.wholeMatch(of: /[0-9]+/) == nil {
      return englisch(betrag, vorzeichen)
    }
    guard let ganz = ohneGruppen(teile[0]) else {
      return bruchteil == nil ? nachfrage(teile[0], vorzeichen) : .ungueltig
    }
    let wert = vorzeichen + ganz + (bruchteil.map { "." + $0 } ?? "")
    return Bruch(dezimal: wert).map(Zahleingabe.zahl) ?? .ungueltig
  }

  /// The digits without the marks between groups; nil if the groups are not of three.
  private static func ohneGruppen(_ text: String) -> String? {
    for trenner: Character in [".", " "] where text.contains(trenner) {
      let gruppen = text.split(separator: trenner, omittingEmptySubsequences: false)
      let ziffern = gruppen.joined()
      guard gruppen[0].utf8.count <= 3, !gruppen[0].hasPrefix("0"), !gruppen[0].isEmpty,
        gruppen.dropFirst().allSatisfy({ $0.utf8.count == 3 }),
        ziffern.wholeMatch(of: /[0-9]+/) != nil
      else { return nil }
      return ziffern
    }
    return text.wholeMatch(of: /[0-9]+/) != nil ? text : nil
  }

  /// `1.5` may be 1,5 or 1.500: the question that is asked back.
  private static func nachfrage(_ text: String, _ vorzeichen: String) -> Zahleingabe {
    guard text.wholeMatch(of: /[0-9]+\.[0-9]+/) != nil else { return .ungueltig }
    let teile = text.split(separator: ".")
    var moeglich = [vorzeichen + teile[0] + "," + teile[1]]
    if teile[1].utf8.count < 3, !text.hasPrefix("0") {
      let gefuellt = teile[1] + String(repeating: "0", count: 3 - teile[1].utf8.count)
      moeglich.append(vorzeichen + teile[0] + gefuellt)
    }
    return .mehrdeutig(moeglich)
  }

  /// `1,234.5` and `1,234,567`: the English way.
  private static func englisch(_ text: String, _ vorzeichen: String) -> Zahleingabe {
    guard text.wholeMatch(of: /[0-9]{1,3}(,[0-9]{3})+(\.[0-9]+)?/) != nil else { return .ungueltig }
    let teile = text.split(separator: ".")
    let ganz = teile[0].replacing(",", with: ".")
    return .mehrdeutig([vorzeichen + ganz + (teile.count == 2 ? "," + teile[1] : "")])
  }

  /// The question or the reason in German; nil for a number.
  public var rueckfrage: String? {
    switch self {
    case .zahl: nil
    case .mehrdeutig(let moeglich):
      "Meinen Sie \(moeglich.joined(separator: " oder "))? Schreiben Sie Dezimalstellen mit Komma."
    case .ungueltig: "Das ist keine Zahl. Schreiben Sie sie wie 12, 12,5 oder 1.250."
    }
  }
}
