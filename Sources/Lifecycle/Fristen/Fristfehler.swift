// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Why a period cannot be computed.
public enum Fristfehler: Error, Hashable, Sendable {
  /// The period is longer than the plausibility limit (F45).
  case dauerUnplausibel(Fristdauer, grenzeJahre: Int)
  /// A reference day lies after today (F46).
  case datumInZukunft(Kalendertag)
  /// A day outside of the years 1 to 9999 would result.
  case ausserhalbDesKalenders
}
