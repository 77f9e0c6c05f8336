// SPDX-License-Identifier: Apache-2.0

/// How leadership and clerks see the same questions (SCORING.md §5).
///
/// Below the least number of people in a group nothing is computed: where few work, nobody is anonymous.
public struct Rollenvergleich: Hashable, Sendable {
  /// Mean of the leadership in tenths of a percent.
  public let leitung: Int
  /// Mean of the clerks.
  public let sachbearbeitung: Int
  /// True if the gap is worth showing.
  public let anzeigen: Bool

  /// The gap in tenths of a percentage point.
  public var unterschied: Int { abs(leitung - sachbearbeitung) }

  /// Compares the votes of two groups: one row per person, one column per question; nil if a group is
  /// too small or no question has enough values in both.
  ///
  /// - Parameters:
  ///   - leitung: Rows of values 0 to 10000; nil for no value.
  ///   - sachbearbeitung: The same for the other group.
  ///   - gewichte: One per column.
  ///   - schwellen: The limits.
  public init?(
    leitung: [[Int?]], sachbearbeitung: [[Int?]], gewichte: [Int], schwellen: Schwellen
  ) {
    guard leitung.count >= schwellen.gruppeMin, sachbearbeitung.count >= schwellen.gruppeMin else {
      return nil
    }
    func werte(_ gruppe: [[Int?]], _ spalte: Int) -> [Int] { gruppe.compactMap { $0[spalte] } }
    let gemeinsam = gewichte.indices.filter { i in
      werte(leitung, i).count >= schwellen.gruppeMin
        && werte(sachbearbeitung, i).count >= schwellen.gruppeMin
    }
    func mittel(_ gruppe: [[Int?]]) -> Int? {
      var (summe, gewicht) = (0, 0)
      for i in gemeinsam {
        let spalte = werte(gruppe, i)
        summe += gewichte[i] * spalte.reduce(0, +)
        gewicht += gewichte[i] * spalte.count
      }
      return Norm.zehntel(summe, gewicht)
    }
    guard let a = mittel(leitung), let b = mittel(sachbearbeitung) else { return nil }
    self.leitung = a
    self.sachbearbeitung = b
    anzeigen = abs(a - b) * 10 >= schwellen.rolleAb
  }

  /// Compares the people of an evaluation with the roles `leitung` and `sachbearbeitung`.
  public init?(_ auswertung: Auswertung, _ katalog: Katalog) {
    func zeilen(_ rolle: String) -> [[Int?]] {
      auswertung.datei.einzelne.filter { $0.rolle == rolle }.map { person in
        auswertung.fragen.map { f in
          person.antworten[f.id].flatMap { $0.gilt(f) ? $0.wertung(f, katalog).wert : nil }
        }
      }
    }
    self.init(
      leitung: zeilen("leitung"), sachbearbeitung: zeilen("sachbearbeitung"),
      gewichte: auswertung.fragen.map(\.gewicht), schwellen: katalog.schwellen)
  }
}
