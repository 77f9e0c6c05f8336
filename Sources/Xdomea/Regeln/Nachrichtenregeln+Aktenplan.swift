// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// The Aktenplan: its files, codes and extensions.
extension Nachrichtenregeln {
  mutating func pruefeAktenplan(_ plan: Aktenplan) {
    // What is appraised in advance is answered by UUID (0513).
    if let id = plan.id { _ = beginne(Identifikation(id), .aktenplan, plan.bezeichnung) }
    for e in plan.einheiten { pruefe(e) }
    let stelle = Stelle(art: .akte, id: .leer, betreff: plan.bezeichnung, zeile: teilzeile)
    for f in plan.aktenplandateien { pruefe(f, .aktenplandatei, an: stelle) }
  }

  private mutating func pruefe(_ einheit: Aktenplaneinheit) {
    if let id = einheit.id {
      _ = beginne(Identifikation(id), .aktenplaneinheit, einheit.angaben.inhaltsangabe)
    }
    if case .code(let code) = einheit.aussonderungsart {
      pruefe(code, .aussonderungsart, zeile: teilzeile)
    }
    for e in einheit.erweiterungen where e.istLeer {
      let name = einheit.angaben.kennzeichen ?? einheit.angaben.inhaltsangabe ?? ""
      melde(
        Regelwerk.r41, "Erweiterung \(e.kennung) bei Aktenplaneinheit \(name) ist leer.",
        zeile: teilzeile)
    }
    for e in einheit.einheiten { pruefe(e) }
  }
}
