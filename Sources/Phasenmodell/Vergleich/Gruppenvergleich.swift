// SPDX-License-Identifier: Apache-2.0

/// One value among those of other municipalities (SCORING.md §8): for orientation, no ranking.
public struct Gruppenvergleich: Hashable, Sendable {
  /// Number of others.
  public let anzahl: Int
  /// First quartile in tenths of a percent.
  public let q1: Int
  /// Median in tenths of a percent.
  public let median: Int
  /// Third quartile in tenths of a percent.
  public let q3: Int
  /// Share of the others that lie lower, those that are equal counted half; whole percent.
  public let prozentrang: Int

  /// Compares a value; nil if there are too few others, whatever the value.
  public init?(eigen: Int, andere: [Int], schwellen: Schwellen) {
    guard andere.count >= max(1, schwellen.vergleichMin) else { return nil }
    let folge = andere.sorted()
    anzahl = folge.count
    q1 = Self.quantil(folge, viertel: 1)
    median = Self.quantil(folge, viertel: 2)
    q3 = Self.quantil(folge, viertel: 3)
    let darunter = folge.count { $0 < eigen }
    let gleich = folge.count { $0 == eigen }
    prozentrang = Norm.rund(100 * (2 * darunter + gleich), 2 * folge.count)
  }

  /// The quantile by linear interpolation (type 7), rounded half away from zero.
  private static func quantil(_ folge: [Int], viertel: Int) -> Int {
    let stelle = (folge.count - 1) * viertel
    let unten = folge[stelle / 4]
    let oben = folge[min(stelle / 4 + 1, folge.count - 1)]
    return Norm.rund(4 * unten + (stelle % 4) * (oben - unten), 4)
  }
}
