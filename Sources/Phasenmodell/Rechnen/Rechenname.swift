// SPDX-License-Identifier: Apache-2.0

/// The keys within a result as people read them.
enum Rechenname {
  private static let namen = [
    "organisation": "Organisation", "aktenplan": "Aktenplan", "konzept": "Konzept und Recht",
    "vergabe": "Vergabe", "schnittstellen": "Schnittstellen", "test_pilot": "Test und Pilot",
    "schulung": "Schulung organisieren", "kommunikation": "Kommunikation",
    "projektleitung": "Projektleitung", "zuordnung": "Zuordnung der Felder",
    "testlaeufe": "Testläufe", "nacharbeit": "Nacharbeit von Hand", "stichprobe": "Stichprobe",
    "vorbereiten": "Vorbereiten", "scannen": "Scannen", "pruefen": "Prüfen",
    "zuordnen": "Zuordnen", "min": "Mindestwert", "typ": "typisch", "max": "Höchstwert",
    "blatt": "Blatt", "seiten": "Seiten", "name": "Name",
  ]

  /// The name of a key; an unknown one as it is.
  static func anzeige(_ schluessel: String) -> String { namen[schluessel] ?? schluessel }
}
