// SPDX-License-Identifier: Apache-2.0

/// How serious a finding is.
///
/// The order is `hinweis` < `warnung` < `fehler`; the raw values are those of the JSON form.
public enum Schwere: String, Codable, Sendable, Hashable, Comparable, CaseIterable {
  /// Worth knowing; nobody has to act.
  case hinweis
  /// Should be looked at; the receiver may accept the file all the same.
  case warnung
  /// Breaks a rule; the receiver is entitled to refuse the file.
  case fehler

  /// The German word shown to people.
  public var anzeige: String {
    switch self {
    case .hinweis: "Hinweis"
    case .warnung: "Warnung"
    case .fehler: "Fehler"
    }
  }

  /// Whether `links` is less serious than `rechts`.
  public static func < (links: Schwere, rechts: Schwere) -> Bool { links.rang < rechts.rang }

  private var rang: Int {
    switch self {
    case .hinweis: 0
    case .warnung: 1
    case .fehler: 2
    }
  }
}
