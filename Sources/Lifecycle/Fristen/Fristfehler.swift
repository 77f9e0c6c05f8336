// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Why a period cannot be computed.
public enum Fristfehler: Error, Hashable, Sendable {
  /// The period is longer than the plausibility limit (F45), or negative.
  case dauerUnplausibel(Fristdauer, grenzeJahre: Int)
  /// A reference day lies after today (F46).
  case datumInZukunft(Kalendertag)
  /// A day outside of the years 1 to 9999 would result.
  case ausserhalbDesKalenders
}

extension Fristfehler: CustomStringConvertible {
  /// The error as a German sentence with what to do.
  public var description: String {
    switch self {
    case .dauerUnplausibel(let dauer, _) where dauer.istNegativ:
      "Eine Frist kann nicht \(dauer.anzeige) dauern. Bitte prüfen Sie die Dauer der Regel."
    case .dauerUnplausibel(let dauer, let grenze):
      "Die Frist ist mit \(dauer.dativ) unplausibel lang; üblich sind höchstens "
        + "\(Fristdauer.jahre(grenze).anzeige). Bitte prüfen Sie die Dauer der Regel."
    case .datumInZukunft(let tag):
      "Der Bezugstag \(tag.anzeige) liegt in der Zukunft. Bitte prüfen Sie das Datum."
    case .ausserhalbDesKalenders:
      "Das Datum läge außerhalb der Jahre 1 bis 9999 und lässt sich nicht darstellen. Bitte "
        + "prüfen Sie Bezugstag und Dauer."
    }
  }
}
