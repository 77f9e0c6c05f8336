// SPDX-License-Identifier: Apache-2.0

/// Who answers or acts; answer files and the catalogue name it with a short word.
enum Rolle {
  private static let namen = [
    "leitung": "Leitung", "projektleitung": "Projektleitung", "it": "IT",
    "organisation": "Organisation", "datenschutz": "Datenschutz", "archiv": "Archiv",
    "kaemmerei": "Kämmerei", "personalrat": "Personalrat", "sachbearbeitung": "Sachbearbeitung",
  ]

  /// The role as people read it; an unknown one as it is.
  static func anzeige(_ rolle: String) -> String { namen[rolle] ?? rolle }

  /// True for a role that the questionnaire offers.
  static func gibtEs(_ rolle: String) -> Bool { namen[rolle] != nil }
}
