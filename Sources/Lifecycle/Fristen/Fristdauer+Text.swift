// SPDX-License-Identifier: Apache-2.0

extension Fristdauer {
  /// The duration as people read it: `10 Jahre`, `1 Monat` or `unbefristet`.
  public var anzeige: String {
    switch self {
    case .jahre(let n): "\(n) \(n == 1 ? "Jahr" : "Jahre")"
    case .monate(let n): "\(n) \(n == 1 ? "Monat" : "Monate")"
    case .unbefristet: "unbefristet"
    }
  }

  /// The duration after a preposition with the dative: `10 Jahren`.
  package var dativ: String {
    switch self {
    case .jahre(let n): "\(n) \(n == 1 ? "Jahr" : "Jahren")"
    case .monate(let n): "\(n) \(n == 1 ? "Monat" : "Monaten")"
    case .unbefristet: "unbefristeter Dauer"
    }
  }

  /// True for a number below zero.
  var istNegativ: Bool {
    switch self {
    case .jahre(let n), .monate(let n): n < 0
    case .unbefristet: false
    }
  }

  /// The duration in months; nil without end, or if the number is too large to be counted.
  package var inMonaten: Int? {
    switch self {
    case .jahre(let n):
      let (monate, zuGross) = n.multipliedReportingOverflow(by: 12)
      return zuGross ? nil : monate
    case .monate(let n): return n
    case .unbefristet: return nil
    }
  }

  /// True if the duration is negative or longer than so many years.
  package func istUnplausibel(grenzeJahre: Int) -> Bool {
    switch self {
    case .jahre(let n): n < 0 || n > grenzeJahre
    case .monate(let n): n < 0 || n / 12 > grenzeJahre || n / 12 == grenzeJahre && n % 12 > 0
    case .unbefristet: false
    }
  }
}
