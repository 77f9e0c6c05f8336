// SPDX-License-Identifier: Apache-2.0

/// Gives the links of a Markdown text other addresses; code stays as it is.
enum Verweiswechsel {
  static func wechsle(_ text: String, _ verweis: (String) -> String?) -> String {
    var imBlock = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { zeile -> String in
      if zeile.hasPrefix("```") { imBlock.toggle() }
      return imBlock ? String(zeile) : wechsle(zeile: zeile, verweis)
    }
    .joined(separator: "\n")
  }

  private static func wechsle(zeile: Substring, _ verweis: (String) -> String?) -> String {
    var neu = ""
    var rest = zeile
    while let treffer = rest.firstMatch(of: /\[([^\[\]]+)\]\(([^)\s]+)\)/) {
      neu += rest[..<treffer.range.lowerBound]
      neu += verweis(String(treffer.2)).map { "[\(treffer.1)](\($0))" } ?? String(treffer.1)
      rest = rest[treffer.range.upperBound...]
    }
    return neu + rest
  }
}
