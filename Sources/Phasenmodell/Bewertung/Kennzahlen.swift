// SPDX-License-Identifier: Apache-2.0

/// The sums over some questions and what follows from them (SCORING.md §3).
public struct Kennzahlen: Hashable, Sendable {
  /// Σ w·n of the answered questions.
  public var summe = 0
  /// Weight of the answered questions.
  public var beantwortet = 0
  /// Weight of the open questions.
  public var offen = 0
  /// Weight of the questions that do not apply.
  public var nichtZutreffend = 0
  /// Number of questions that are answered or open.
  public var fragen = 0

  /// Sums over questions.
  public init(_ fragen: [Frage], _ wertungen: [String: Wertung]) {
    for frage in fragen {
      switch wertungen[frage.id] ?? .offen {
      case .nichtZutreffend: nichtZutreffend += frage.gewicht
      case .offen:
        offen += frage.gewicht
        self.fragen += 1
      case .wert(let n):
        summe += frage.gewicht * n
        beantwortet += frage.gewicht
        self.fragen += 1
      }
    }
  }

  /// Weight of the questions that apply.
  public var anwendbar: Int { beantwortet + offen }
  /// Mean of the answered questions in tenths of a percent; nil if there is none.
  public var ist: Int? { Norm.zehntel(summe, beantwortet) }
  /// Mean with open questions as 0, in tenths of a percent; nil if no question applies.
  public var min: Int? { Norm.zehntel(summe, anwendbar) }
  /// Mean with open questions as 10000, in tenths of a percent; nil if no question applies.
  public var max: Int? { Norm.zehntel(summe + 10_000 * offen, anwendbar) }
  /// Share of the weight that is answered, in tenths of a percent; nil if no question applies.
  public var vollstaendigkeit: Int? {
    anwendbar == 0 ? nil : Norm.rund(1_000 * beantwortet, anwendbar)
  }

  /// Whether the mean with open questions as 0 reaches a limit in ten-thousandths, exactly.
  public func erreicht(_ grenze: Int) -> Bool { summe >= grenze * anwendbar }

  /// Whether the share of answered weight reaches a limit in ten-thousandths, exactly.
  public func istVollstaendig(_ grenze: Int) -> Bool { 10_000 * beantwortet >= grenze * anwendbar }
}
