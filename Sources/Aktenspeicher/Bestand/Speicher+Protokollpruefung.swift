// SPDX-License-Identifier: Apache-2.0
public import Lifecycle

extension Speicher {
  /// Checks the chain of the Protokoll alone; ``pruefe(_:anker:fortschritt:befund:)`` checks the
  /// whole store.
  ///
  /// - Parameter anker: Ends of the Protokoll that were noted outside of the store.
  /// - Throws: ``SpeicherFehler`` if the check itself could not go on. Damage is a finding.
  public func pruefeProtokoll(anker: [Anker] = []) throws -> Kettenbericht {
    try lies { l in
      var kette = try Kettenpruefung(datei: "speicher.sqlite", anker: anker)
      try l.protokoll(nach: 0) { zeile in
        _ = kette.nimm(satz: zeile.eintrag, nutzlast: zeile.nutzlast)
        return true
      }
      return kette.abschluss()
    }
  }
}
