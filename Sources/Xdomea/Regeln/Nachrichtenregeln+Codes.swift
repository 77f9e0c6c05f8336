// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Codes and their lists: R19.
extension Nachrichtenregeln {
  /// Checks a code of an object.
  @inline(__always)
  func pruefe(_ code: Code?, _ liste: Codeliste, an stelle: Stelle) {
    guard let code, let text = mangel(code, liste) else { return }
    melde(Regelwerk.r19, text, an: stelle)
  }

  /// Checks a code of the head or of an Aktenplan.
  func pruefe(_ code: Code?, _ liste: Codeliste, zeile: Int?) {
    guard let code, let text = mangel(code, liste) else { return }
    melde(Regelwerk.r19, text, zeile: zeile)
  }

  private func mangel(_ code: Code, _ liste: Codeliste) -> String? {
    switch liste.pruefe(code) {
    case .passt: return nil
    case .unbekannt where code.wert.isEmpty: return "Code ohne Wert (Liste \(liste.name))."
    case .unbekannt:
      let version = code.listVersion.flatMap { $0.isEmpty ? nil : " \($0)" } ?? ""
      return "Code \(code.wert) ist in \(liste.name)\(version) unbekannt."
    case .andererName(let anderer):
      return "Code \(code.wert) der Liste \(liste.name) trägt die Bezeichnung "
        + "„\(code.name ?? "")“; sie gehört zu Code \(anderer)."
    }
  }

  /// The list of the grade of secrecy; nil if the message names another one (from 4.0).
  func geheimliste(_ grad: Code) -> Codeliste? {
    if version.hatKurzeNamen, grad.listURI != Codeliste.vertraulichkeitsstufe.uri { return nil }
    return .vertraulichkeitsstufe
  }

  /// Checks what every object states in its general metadata.
  func pruefeMetadaten(_ m: AllgemeineMetadaten?, an stelle: Stelle) {
    guard let m else { return }
    pruefe(m.medium, .medium, an: stelle)
    if m.$geheimhaltung, let grad = m.geheimhaltung?.grad, let liste = geheimliste(grad) {
      pruefe(grad, liste, an: stelle)
    }
    for element in m.strukturpfad ?? [] { pruefe(element.typ, .strukturelementtyp, an: stelle) }
  }

  /// Checks the codes of appraisal.
  func pruefeBewertungscodes(_ m: Aussonderungsmetadaten, an stelle: Stelle) {
    if m.$aussonderungsart, case .code(let code) = m.aussonderungsart {
      pruefe(code, .aussonderungsart, an: stelle)
    }
    if m.$bewertungsvorschlag { pruefe(m.bewertungsvorschlag, .bewertungsvorschlag, an: stelle) }
  }

  /// Hands the kinds of all addresses to `body`.
  func pruefeAnschriften(_ kontakt: Kontakt, _ body: (Code, Codeliste) -> Void) {
    for a in kontakt.anschriften { if let typ = a.typ { body(typ, .anschriftstyp) } }
    for a in kontakt.unstrukturierteAnschriften {
      if let typ = a.typ { body(typ, .anschriftstyp) }
    }
  }
}
