// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Routes: R39, and the documents that were added in their steps.
extension Nachrichtenregeln {
  /// Checks the routes of an object; `versionen` are those that steps may name, nil if none is
  /// delivered.
  mutating func pruefe(
    _ gaenge: [Geschaeftsgang], an stelle: Stelle, versionen: Set<String>?
  ) {
    for g in gaenge {
      let hier = beginne(g.identifikation, .geschaeftsgang, stelle.betreff)
      pruefeSchritte(g.beteiligungsschritte, versionen, an: hier)
      for s in g.beteiligungsschritte {
        pruefe(s.status, .beteiligungsstatus, an: hier)
        pruefe(s.verfuegung.ersteller, "Ersteller einer Verfügung", an: hier)
        pruefe(s.verfuegung.adressat, "Adressat einer Verfügung", an: hier)
        guard let b = s.bearbeitung else { continue }
        pruefe(b.bearbeiter, "Bearbeiter eines Schritts", an: hier)
        for d in b.anlagen { _ = pruefe(d, .anlage, Umgebung(stufe: 0)) }
      }
    }
  }

  private func pruefeSchritte(
    _ schritte: [Beteiligungsschritt], _ versionen: Set<String>?, an stelle: Stelle
  ) {
    var nummern: Set<String> = []
    for s in schritte where !nummern.insert(s.nummer).inserted {
      melde(
        Regelwerk.r39, "Schritt \(s.nummer) in \(stelle.bezeichnung) doppelt.", an: stelle)
    }
    for s in schritte {
      for p in s.parallelZuBeteiligungsschritt where !nummern.contains(p) {
        melde(
          Regelwerk.r39, "Schritt \(s.nummer) verweist auf Schritt \(p), den es nicht gibt.",
          an: stelle)
      }
      if let v = s.versionNummer, let versionen, !versionen.contains(v) {
        melde(
          Regelwerk.r39, "Schritt \(s.nummer) verweist auf Version \(v), die es nicht gibt.",
          an: stelle)
      }
    }
  }
}
