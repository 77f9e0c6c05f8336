// SPDX-License-Identifier: Apache-2.0

/// In which capacity somebody acts (lebenszyklus FAKTEN 2.1); raw values are the short forms there.
public enum Rolle: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  /// Works on files.
  case sachbearbeitung = "SB"
  /// May sign finally.
  case zeichnungsbefugte = "VG"
  /// Keeps the files in order and disposes of them.
  case registratur = "REG"
  /// The archive, as a user or through a message.
  case archiv = "ARC"
  /// Configures, sees no content.
  case fachadministration = "FA"
  /// Reads all, writes nothing.
  case revision = "REV"
  /// Data protection and legal counsel: sets and lifts holds.
  case datenschutz = "DSB"
  /// The timer, an import: no person.
  case system = "SYS"

  /// The role's name for people.
  public var anzeige: String {
    switch self {
    case .sachbearbeitung: "Sachbearbeitung"
    case .zeichnungsbefugte: "Zeichnungsbefugte"
    case .registratur: "Registratur"
    case .archiv: "Archiv"
    case .fachadministration: "Fachadministration"
    case .revision: "Revision"
    case .datenschutz: "Datenschutz"
    case .system: "System"
    }
  }

  /// The order of the declaration.
  public static func < (a: Self, b: Self) -> Bool { a.rang < b.rang }

  private var rang: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
