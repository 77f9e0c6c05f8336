// SPDX-License-Identifier: Apache-2.0

/// Keeps spreadsheets from taking a text of somebody else for a formula.
///
/// A text that begins like a formula, perhaps after apostrophes, gets one more apostrophe in front.
/// That can be undone for every text, so what is read back is what was written. Letters count that
/// spreadsheets take for the beginning of a formula: `=`, `+`, `-`, `@`, tab and line ends, and the
/// wide forms of East Asian scripts.
public enum Formelschutz {
  /// The text as a cell may hold it.
  public static func geschuetzt(_ text: String) -> String {
    istFormelartig(text.unicodeScalars[...]) ? "'" + text : text
  }

  /// The text that a cell was made from.
  ///
  /// A text that nobody protected, because a person typed it, comes back as it is, unless it begins
  /// with an apostrophe before a formula: that is how people protect theirs.
  public static func entschuetzt(_ text: String) -> String {
    guard text.unicodeScalars.first == "'", istFormelartig(text.unicodeScalars.dropFirst()) else {
      return text
    }
    return String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
  }

  private static func istFormelartig(_ text: Substring.UnicodeScalarView) -> Bool {
    guard let erstes = text.first(where: { $0 != "'" }) else { return false }
    return switch erstes {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
    default: false
    }
  }
}
