// SPDX-License-Identifier: Apache-2.0

/// Something to do next, from a gap (SCORING.md §9).
public struct Massnahme: Hashable, Sendable {
  /// What kind of step it is.
  public enum Art: String, Hashable, Sendable {
    /// To find out or to agree.
    case klaeren
    /// To do.
    case umsetzen
  }

  /// The question.
  public var frage: String
  /// 1 to 4, the most urgent first.
  public var klasse: Int
  /// Weight times gap.
  public var punkte: Int
  /// The gap, 0 to 10000.
  public var luecke: Int
  /// What kind of step it is.
  public var art: Art
  /// The phase of the question.
  public var phase: Int

  /// All steps in order of their effect.
  ///
  /// - Parameters:
  ///   - fragen: The questions that apply.
  ///   - wertungen: What the answers count; a missing one is open.
  ///   - standort: The position.
  ///   - strittig: Must-haves in dispute.
  /// - Returns: The steps, the most effective first.
  public static func liste(
    _ fragen: [Frage], _ wertungen: [String: Wertung], standort: Int, strittig: Set<String> = []
  ) -> [Massnahme] {
    fragen.compactMap { f in
      let wertung = wertungen[f.id] ?? .offen
      guard wertung != .nichtZutreffend, f.phase <= standort + 1 else { return nil }
      let muss = f.ko && !f.mussstand(wertung, strittig).genuegt
      let luecke = 10_000 - (wertung.wert ?? 0)
      guard luecke > 0 || muss, let klasse = klasse(f.phase, muss, standort) else { return nil }
      return Massnahme(
        frage: f.id, klasse: klasse, punkte: f.gewicht * luecke, luecke: luecke,
        art: wertung == .offen || strittig.contains(f.id) ? .klaeren : .umsetzen, phase: f.phase)
    }
    .sorted { a, b in
      (a.klasse, -a.punkte, a.phase, a.frage) < (b.klasse, -b.punkte, b.phase, b.frage)
    }
  }

  private static func klasse(_ phase: Int, _ muss: Bool, _ standort: Int) -> Int? {
    if muss, phase < standort { return 1 }
    if muss, phase == standort { return 2 }
    if phase <= standort { return 3 }
    return muss ? 4 : nil
  }
}
