// SPDX-License-Identifier: Apache-2.0

/// What an answer counts (SCORING.md §1).
public enum Wertung: Hashable, Sendable {
  /// 0 to 10000.
  case wert(Int)
  /// »nicht zutreffend«: leaves the calculation.
  case nichtZutreffend
  /// »weiß ich nicht« or no answer.
  case offen

  /// The value; nil for the other cases.
  public var wert: Int? {
    if case .wert(let n) = self { return n }
    return nil
  }
}

/// Normalisation and rounding with whole numbers only (SCORING.md §1).
public enum Norm {
  /// What a step of a scale counts; nil if the scale has no such step.
  public static func stufe(_ wert: Int, _ skala: Skala) -> Int? {
    skala.stufen.first { $0.wert == wert }?.norm
  }

  /// What a number counts: its place between the limits, 0 to 10000, rounded half away from zero.
  public static func zahl(_ zahl: Bruch, _ skala: Zahlenskala) -> Int {
    let spanne = Bruch(skala.max - skala.min)
    guard var anteil = (zahl - Bruch(skala.min)).durch(spanne) else { return 0 }
    if skala.richtung < 0 { anteil = .eins - anteil }
    return (min(max(anteil, .null), .eins) * 10_000).gerundet ?? 0
  }

  /// `zaehler / nenner` rounded half away from zero; `nenner` is positive.
  public static func rund(_ zaehler: Int, _ nenner: Int) -> Int {
    zaehler >= 0
      ? (2 * zaehler + nenner) / (2 * nenner) : -((-2 * zaehler + nenner) / (2 * nenner))
  }

  /// The mean in tenths of a percent; nil if nothing has weight.
  public static func zehntel(_ summe: Int, _ gewicht: Int) -> Int? {
    gewicht == 0 ? nil : rund(summe, 10 * gewicht)
  }

  /// Tenths of a percent as people read them: `75,0 %`, or a dash.
  public static func anzeige(_ zehntel: Int?) -> String {
    guard let zehntel else { return "–" }
    let betrag = zehntel.magnitude
    return "\(zehntel < 0 ? "−" : "")\(betrag / 10),\(betrag % 10) %"
  }

  /// A difference of two percentages in tenths: `20,5 Prozentpunkte`; a dash for nil (SCORING 7).
  public static func punkte(_ zehntel: Int?) -> String {
    zehntel == nil ? "–" : anzeige(zehntel).dropLast(2) + " Prozentpunkte"
  }
}
