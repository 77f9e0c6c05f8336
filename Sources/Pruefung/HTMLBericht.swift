// SPDX-License-Identifier: Apache-2.0

/// Reports as one HTML page for people.
public enum HTMLBericht {
  /// One self-contained page with all reports.
  ///
  /// - Parameters:
  ///   - berichte: The reports, one for each file.
  ///   - titel: Title of the page.
  ///   - erstellt: When the page was made, shown as given; nil leaves it out.
  ///   - regeln: The rules to explain; only those with findings are shown.
  /// - Returns: The page as HTML.
  public static func html(
    _ berichte: [Pruefbericht], titel: String, erstellt: String?, regeln: [Regel]
  ) -> String {
    ""
  }
}
