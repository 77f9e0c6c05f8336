// SPDX-License-Identifier: Apache-2.0

/// What is cheaper or better, and what to call it if nothing is.
enum Preisurteil {
  /// The cheaper of two, compared as the result shows them: to the cent.
  static func guenstiger(_ a: (name: String, kosten: Bruch), _ b: (name: String, kosten: Bruch))
    -> String
  {
    if a.kosten.gerundet(2) == b.kosten.gerundet(2) { return "gleich teuer" }
    return a.kosten < b.kosten ? a.name : b.name
  }

  /// The one in front, or all who are level there.
  static func sieger(_ namen: [String]) -> String {
    namen.count == 1 ? namen[0] : "gleichauf: " + namen.joined(separator: ", ")
  }
}
