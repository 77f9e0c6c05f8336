// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Marks the ids of events.
public enum Ereignisbezug {}

/// The id of one event: who sends the same event twice sends it with the same id, and the second
/// one changes nothing (idempotency, lebenszyklus FAKTEN 2.5).
public typealias EreignisID = Kennung<Ereignisbezug>

extension Zeitpunkt {
  /// Milliseconds since 1970-01-01T00:00:00Z; nil if no zone is known.
  ///
  /// Smaller fractions are cut off.
  package var unixMillisekunden: Int64? {
    unixSekunden.map { $0 * 1000 + Int64(uhrzeit.nanosekunden / 1_000_000) }
  }

  /// The same instant as the Protokoll writes it: UTC with milliseconds; nil if no zone is known
  /// or the instant lies outside of the years 1 to 9999 in UTC.
  package var utcMitMillisekunden: Zeitpunkt? {
    unixMillisekunden.flatMap { Zeitpunkt(unixMillisekunden: $0) }
  }
}
