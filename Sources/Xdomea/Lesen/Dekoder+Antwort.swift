// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import XMLStrom

/// Entries of answers: decisions and results of imports.
extension Dekoder {
  mutating func bewertung(_ i: Int, _ plan: Plan) -> Objektbewertung {
    var wert = Objektbewertung(.leer, .code(Code("")))
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .id: wert.id = d.eintragskennung(k)
      case .aussonderungsartCode: wert.aussonderungsart = .code(d.code(k))
      case .aussonderungsartKonfigurierbar: wert.aussonderungsart = .konfigurierbar(d.text(k))
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  /// An entry; where a version has no result for each object, it has that of the message.
  mutating func rueckmeldung(
    _ i: Int, _ plan: Plan, _ gesamt: ErfolgOderMisserfolg?
  ) -> Importrueckmeldung {
    var wert = Importrueckmeldung(
      .leer,
      ErfolgOderMisserfolg(erfolgreich: hatObjektergebnis ? false : gesamt?.erfolgreich == true))
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .id: wert.id = d.eintragskennung(k)
      case .archivkennung: wert.archivkennung = d.einmaligerText(k)
      default:
        if !d.ergebnisfeld(k, s, &wert.ergebnis) { d.melde(.unbekanntesElement, k) }
      }
    }
    return wert
  }

  /// Reads one element of a result; false if it does not belong there.
  mutating func ergebnisfeld(
    _ k: Int, _ s: Schritt, _ wert: inout ErfolgOderMisserfolg
  ) -> Bool {
    switch s.feld {
    // What cannot be read never counts as success.
    case .erfolgreich: wert.erfolgreich = wahrheit(k, s) ?? false
    case .fehlermeldungen: wert.fehlermeldungen.append(text(k))
    case .fehlermeldungCodes: wert.fehlermeldungCodes.append(code(k))
    default: return false
    }
    return true
  }

  private mutating func eintragskennung(_ k: Int) -> ObjektID {
    let id = kennung(k, Objektbezug.self) ?? .leer
    if !id.istLeer { objekt = id }
    if mitFundstellen { fundstellen.objekte.append((id, baum.zeile(k))) }
    return id
  }
}
