// SPDX-License-Identifier: Apache-2.0
package import Akte

// What remains of a destroyed object: the proof, not the content (lebenszyklus FAKTEN 0 rule 12,
// 2.8). Notes, addressees and reasons that people wrote go with the content.

extension Schriftgutzustand {
  /// The state after a destruction.
  func vernichtet(_ vermerk: Vernichtungsvermerk) -> Schriftgutzustand {
    var rest = self
    rest.lage = .vernichtet
    rest.vernichtung = vermerk
    rest.sperren = []
    rest.wiedervorlagen = []
    return rest
  }

  /// The state of an object that was destroyed once and came back with a backup.
  ///
  /// No guard is asked: they were asked when the line of the Löschbuch was written
  /// (lebenszyklus FAKTEN 2.5).
  ///
  /// - Parameters:
  ///   - grund: What made the deletion lawful then.
  ///   - tag: The day of the deletion in Berlin.
  /// - Returns: The tombstone.
  package func nachgeholt(grund: Loeschgrund, am tag: Kalendertag) -> Schriftgutzustand {
    vernichtet(Vernichtungsvermerk(grund: grund, am: tag))
  }
}

extension Dokumentzustand {
  /// The state after a destruction: digests and dates, no steps and no names.
  func vernichtet() -> Dokumentzustand {
    var rest = self
    rest.lage = .vernichtet
    rest.schritte = []
    rest.ausgechecktVon = nil
    rest.scan = nil
    return rest
  }

  /// The state of a document that was destroyed once and came back with a backup; see
  /// ``Schriftgutzustand``.
  package func nachgeholt() -> Dokumentzustand { vernichtet() }
}
