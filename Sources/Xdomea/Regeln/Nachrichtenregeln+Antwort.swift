// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Decisions and results of imports: R46, R47, R62–R65, as far as one message tells.
///
/// Whether the objects are those of the offer or transfer needs that message, too.
extension Nachrichtenregeln {
  mutating func pruefeBewertung(_ b: Objektbewertung) {
    let stelle = antwortstelle(b.id)
    let wert = b.aussonderungsart.kurz
    if let erste = wiederholt(stelle, wert) {
      melde(
        Regelwerk.r46, "Bewertung für \(stelle.bezeichnung) mehrfach: \(ort(erste, stelle, wert)).",
        an: stelle)
    }
    if case .code(let code) = b.aussonderungsart { pruefe(code, .aussonderungsart, an: stelle) }
    switch (b.aussonderungsart, wert) {
    case (_, ""):
      melde(Regelwerk.r47, "Bewertung ohne Wert für \(stelle.bezeichnung).", an: stelle)
    case (.code, "A"), (.code, "V"): break
    // A unit of an Aktenplan may stay to be appraised object by object.
    case (_, _) where typ != .bewertungsverzeichnis: break
    case (.konfigurierbar, _):
      melde(
        Regelwerk.r47, schwere: .warnung,
        "Bewertung „\(wert)“ für \(stelle.bezeichnung) gilt nur, wenn sie vereinbart ist.",
        an: stelle)
    default:
      melde(
        Regelwerk.r47, "Bewertung \(wert) für \(stelle.bezeichnung) unzulässig.", an: stelle)
    }
  }

  mutating func pruefeRueckmeldung(_ r: Importrueckmeldung) {
    let stelle = antwortstelle(r.id)
    let aussage = r.ergebnis.erfolgreich ? "Erfolg" : "Misserfolg"
    if let erste = wiederholt(stelle, aussage) {
      melde(
        Regelwerk.r62,
        "Rückmeldung zu \(stelle.bezeichnung) mehrfach: \(ort(erste, stelle, aussage)).",
        an: stelle)
    }
    if !r.ergebnis.erfolgreich, kopf.ergebnis?.erfolgreich == true {
      melde(
        Regelwerk.r63, "Gesamterfolg trotz Fehler bei \(stelle.bezeichnung).", an: stelle)
    }
    if !r.ergebnis.erfolgreich, let kennung = r.archivkennung, !kennung.isEmpty {
      melde(
        Regelwerk.r65, "Archivkennung für \(stelle.bezeichnung) unzulässig: Misserfolg gemeldet.",
        an: stelle)
    }
    // In 2.x only the message as a whole has a result.
    guard version >= .v300 else { return }
    if !r.ergebnis.erfolgreich, r.ergebnis.nenntGrund { objektNenntGrund = true }
    if let text = begruendungsmangel(r.ergebnis) {
      melde(Regelwerk.r64, "\(text) (\(stelle.bezeichnung)).", an: stelle)
    }
    for code in r.ergebnis.fehlermeldungCodes where code.wert.isEmpty {
      melde(Regelwerk.r64, "Fehlermeldung ohne Code (\(stelle.bezeichnung)).", an: stelle)
    }
  }

  /// The result of the message as a whole; a failure may be explained by the objects (R64).
  func pruefeGesamtergebnis() {
    guard let ergebnis = kopf.ergebnis, let text = begruendungsmangel(ergebnis),
      ergebnis.erfolgreich || !objektNenntGrund
    else { return }
    melde(Regelwerk.r64, "\(text) (Nachricht im Ganzen).", zeile: kopfzeile)
  }

  private func begruendungsmangel(_ e: ErfolgOderMisserfolg) -> String? {
    if e.erfolgreich { return e.nenntGrund ? "Erfolg mit Fehlermeldung" : nil }
    return e.nenntGrund ? nil : "Misserfolg ohne Begründung"
  }

  private mutating func antwortstelle(_ id: ObjektID) -> Stelle {
    let art: Objektart =
      switch typ {
      case .bewertungskatalog, .bewertungskatalogImportBestaetigen: .aktenplaneinheit
      default: .objekt
      }
    return Stelle(art: art, id: id, betreff: nil, zeile: zeilen.objekt(id) ?? teilzeile)
  }

  /// Where the same object was named before; an unreadable UUID was reported as such (R17).
  private mutating func wiederholt(
    _ stelle: Stelle, _ aussage: String
  ) -> Antwortverzeichnis.Eintrag? {
    if stelle.id.istLeer { return nil }
    return beantwortet.nimm(stelle.id, zeile: stelle.zeile ?? 0, aussage: aussage)
  }

  private func ort(
    _ erste: Antwortverzeichnis.Eintrag, _ stelle: Stelle, _ aussage: String
  ) -> String {
    "\(erste.aussage) (Zeile \(erste.zeile)), \(aussage) (Zeile \(stelle.zeile ?? 0))"
  }
}
