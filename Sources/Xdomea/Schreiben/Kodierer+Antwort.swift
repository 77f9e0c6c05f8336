// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// Entries of answers: decisions and results of imports.
extension Kodierer {
  mutating func bewertung(_ s: Schritt, _ b: Objektbewertung) throws {
    if case .konfigurierbar(let wert) = b.aussonderungsart,
      !profil.felder(s.plan).contains(.aussonderungsartKonfigurierbar)
    {
      throw XdomeaFehler.nichtDarstellbar(
        was: "Die vereinbarte Bewertung „\(wert)“ von", objekt: b.id, version: profil.version)
    }
    try mitObjekt(b.id, nil) { k in
      try k.block(s, b) { k, s, b in
        if s.feld == .id {
          try k.kennung(s, b.id)
        } else {
          try k.aussonderungsart(s, b.aussonderungsart)
        }
      }
    }
  }

  mutating func rueckmeldung(_ s: Schritt, _ r: Importrueckmeldung) throws {
    if !hatObjektergebnis, gesamterfolg == true, !r.ergebnis.erfolgreich {
      throw XdomeaFehler.nichtDarstellbar(
        was: "Der Misserfolg bei Objekt", objekt: r.id, version: profil.version)
    }
    try mitObjekt(r.id, nil) { k in
      if !k.hatObjektergebnis, r.archivkennung == nil {
        return k.melde(
          .weggelassen, "Rueckgabeparameter", r.id.text,
          zusatz: "Diese Version nennt nur Objekte mit Archivkennung.")
      }
      try k.block(s, r) { k, s, r in
        switch s.feld {
        case .id: try k.kennung(s, r.id)
        case .archivkennung: try k.text(s, r.archivkennung)
        case .erfolgreich:
          // Where the version has one result for all, only another one is lost.
          if !k.wirdSondiert || r.ergebnis.erfolgreich != k.gesamterfolg {
            try k.ergebnisfeld(s, r.ergebnis)
          }
        default: try k.ergebnisfeld(s, r.ergebnis)
        }
      }
    }
  }

  /// One element of a result; a version that holds one text only gets all of them in it.
  mutating func ergebnisfeld(_ s: Schritt, _ w: ErfolgOderMisserfolg) throws {
    switch s.feld {
    case .erfolgreich: try wahrheit(s, w.erfolgreich)
    case .fehlermeldungen:
      guard s.haeufigkeit.istEinfach, w.fehlermeldungen.count > 1 else {
        return try texte(s, w.fehlermeldungen)
      }
      let text = w.fehlermeldungen.joined(separator: "; ")
      melde(.umgewandelt, "Fehlermeldung", text, zusatz: "Mehrere Meldungen stehen in einer.")
      try self.text(s, text)
    case .fehlermeldungCodes: for c in w.fehlermeldungCodes { try code(s, c) }
    default: break
    }
  }

  /// The values come from a version that has a result for each object, or from no message.
  var quelleHatObjektergebnis: Bool { quelle?.hatObjektergebnis ?? true }
}
