// SPDX-License-Identifier: Apache-2.0

extension Modellorakel {
  /// Rules that the machine is known to break, with the reason. A breach is counted, not thrown, so
  /// that the run goes on; ``ModellTests`` fails when an entry here does not occur any more.
  static let bekannt: [String: String] = [
    "P5": "widersprüchliche Gesamtzahlen: Teil 1 von 1 gilt als Abschluss von Teil 1 von 3",
    "V12": "ein V-Kind ohne eigene Regel geht vor dem Ende der Frist mit der übernommenen Akte",
    "W4": "V oder Fristablauf über einem A-Kind, das schon abgegeben und gelöscht ist",
  ]
}
