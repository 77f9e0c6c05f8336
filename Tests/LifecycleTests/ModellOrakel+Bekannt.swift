// SPDX-License-Identifier: Apache-2.0

extension Modellorakel {
  /// Rules that the machine is known to break, with the reason. A breach is counted, not thrown, so
  /// that the run goes on; ``ModellTests`` fails when an entry here does not occur any more.
  static let bekannt: [String: String] = [
    "A2": "uebernehmen legt noch unter einem abgetretenen Objekt an",
    "D5": "uebernehmen fügt jedem geschlossenen Objekt Dokumente hinzu, nicht nur Altbestand",
    "E3": "ein Kind kommt in ein Paket, während die Abgabe seiner Akte läuft, und wird abgetreten",
    "P5": "widersprüchliche Gesamtzahlen: Teil 1 von 1 gilt als Abschluss von Teil 1 von 3",
    "V6": "vernichten fragt nicht nach laufender Abgabe",
    "V12": "ein V-Kind ohne eigene Regel geht vor dem Ende der Frist mit der übernommenen Akte",
    "W3": "V oder Fristablauf bleibt über einem später mit A bewerteten Kind stehen",
  ]
}
