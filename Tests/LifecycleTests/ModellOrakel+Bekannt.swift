// SPDX-License-Identifier: Apache-2.0

extension Modellorakel {
  /// A rule that the machine is known to break.
  struct Bekanntes: Sendable {
    let regel: String
    /// What happens.
    let warum: String
    /// Does not occur in every long run.
    let selten: Bool
  }

  /// Breaches of these rules are counted, not thrown, so that the run goes on; ``ModellTests`` fails
  /// when one that is not rare does not occur any more.
  static let bekannt = [
    Bekanntes(
      regel: "P5",
      warum: "Widersprüchliche Gesamtzahlen einer 0506: Teil 1 von 1 schließt Teil 1 von 2 mit ab.",
      selten: false),
    Bekanntes(
      regel: "Q11",
      warum: "Wartet eine Bewertung auf das Ende einer Sperre, so wirkt jede Nachricht mit ihrer "
        + "Kennung noch einmal, nicht nur die 0502.",
      selten: true),
    Bekanntes(
      regel: "V12",
      warum: "Ein V-Kind ohne eigene Regel geht mit der übernommenen Akte vor dem Fristende.",
      selten: true),
    Bekanntes(
      regel: "W4",
      warum: "V oder Fristablauf über einem A-Kind, das schon übernommen und gelöscht ist.",
      selten: true),
  ]
}
