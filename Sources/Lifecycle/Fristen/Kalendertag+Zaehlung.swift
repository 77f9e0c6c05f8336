// SPDX-License-Identifier: Apache-2.0
package import Akte

extension Kalendertag {
  /// The same day number so many months later, cut to the month's end where it does not exist
  /// (rule T, F07–F11; §§ 187, 188 BGB).
  ///
  /// nil outside of the years 1 to 9999. Negative numbers count backwards.
  package func nach(monaten anzahl: Int) -> Kalendertag? {
    guard (-120_000...120_000).contains(anzahl) else { return nil }
    let (jahr, monat, tag) = teile
    let monate = jahr * 12 + monat - 1 + anzahl
    guard monate >= 12 else { return nil }
    let (j, m) = (monate / 12, monate % 12 + 1)
    return Kalendertag(j, m, min(tag, Kalendertag.tage(imMonat: m, j)))
  }

  /// The day after this one; nil after 31 December 9999.
  package var folgetag: Kalendertag? { Kalendertag(tageszahl: tageszahl + 1) }
}

extension Teildatum {
  /// The first day that this date can mean; nil if unknown.
  package var fruehesterTag: Kalendertag? {
    switch self {
    case .tag(let t): t
    case .monat(let j, let m): Kalendertag(j, m, 1)
    case .jahr(let j): Kalendertag(j, 1, 1)
    case .unbekannt: nil
    }
  }
}
