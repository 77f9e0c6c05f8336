// SPDX-License-Identifier: Apache-2.0
public import Akte

/// How long a closed file stays with its clerks before it goes to the Altregistratur.
///
/// It begins with the zdA-Verfügung and lies inside of the Aufbewahrungsfrist. Optional: with a
/// duration of 0 a closed file is `inAufbewahrung` at once (FAKTEN 3, notes).
public struct Transferfrist: Hashable, Sendable, Codable {
  /// How long, in months; 0 leaves the phase out.
  public let monate: Int
  /// Whether it ends with a calendar year instead of on the day.
  public let bisJahresende: Bool

  /// No Transferfrist.
  public static let keine = Transferfrist()

  /// A Transferfrist; nil unless `monate` is 0 to 1200.
  public init?(monate: Int, bisJahresende: Bool = false) {
    guard (0...1200).contains(monate) else { return nil }
    self.monate = monate
    self.bisJahresende = bisJahresende
  }

  private init() {
    monate = 0
    bisJahresende = false
  }

  /// Last day of the Transferfrist, inclusive; nil if there is none or the day is not known.
  ///
  /// - Throws: ``Fristfehler/ausserhalbDesKalenders``.
  public func ende(zdA: Teildatum) throws(Fristfehler) -> Kalendertag? {
    guard monate > 0, zdA != .unbekannt else { return nil }
    guard let tag = zdA.spaetesterTag?.nach(monaten: monate),
      let ende = bisJahresende ? .jahresende(tag.jahr) : tag
    else { throw .ausserhalbDesKalenders }
    return ende
  }

  /// True if a file with this end has left the phase (row A15: today is later than the end).
  public static func istVorbei(ende: Kalendertag?, am heute: Kalendertag) -> Bool {
    guard let ende else { return true }
    return heute > ende
  }
}

/// Something about a period that a person should look at.
public enum Fristwarnung: Hashable, Sendable, Codable {
  /// The Transferfrist would end after the Aufbewahrungsfrist (F47).
  case transferfristUeberAufbewahrung(
    transferfristende: Kalendertag, aufbewahrungsende: Kalendertag)
}

extension Fristwarnung: CustomStringConvertible {
  /// The warning as a German sentence with what to do.
  public var description: String {
    switch self {
    case .transferfristUeberAufbewahrung(let transfer, let ende):
      "Die Transferfrist endet am \(transfer.anzeige) und damit erst nach der "
        + "Aufbewahrungsfrist (\(ende.anzeige)). Bitte verkürzen Sie die Transferfrist."
    }
  }
}

extension Frist {
  /// What is wrong with a Transferfristende beside this period; empty if all is well.
  public func warnungen(transferfristende: Kalendertag?) -> [Fristwarnung] {
    guard let transferfristende, let ende, transferfristende > ende else { return [] }
    return [
      .transferfristUeberAufbewahrung(
        transferfristende: transferfristende, aufbewahrungsende: ende)
    ]
  }
}
