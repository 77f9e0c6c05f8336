// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Contacts, references and extensions: R37, R38, R41.
extension Nachrichtenregeln {
  /// Checks the contacts of one kind.
  func pruefe(_ kontakte: [Kontakt], _ pfad: StaticString, an stelle: Stelle) {
    for k in kontakte { pruefe(k, pfad, an: stelle) }
  }

  /// Checks one contact.
  func pruefe(_ kontakt: Kontakt, _ pfad: StaticString, an stelle: Stelle) {
    if kontakt.istLeer {
      melde(Regelwerk.r38, "Leerer Kontakt in \(stelle.bezeichnung): \(pfad).", an: stelle)
    }
    pruefeAnschriften(kontakt) { code, liste in pruefe(code, liste, an: stelle) }
    pruefe(kontakt.erweiterungen, an: stelle)
  }

  /// Checks references to other objects.
  func pruefe(_ verweise: [Verweis], an stelle: Stelle) {
    for v in verweise {
      if v.id?.istLeer ?? true, v.sgoKennzeichen?.isEmpty ?? true {
        melde(Regelwerk.r37, "Verweis ohne Ziel bei \(stelle.bezeichnung).", an: stelle)
      }
      pruefe(v.sgoTyp, .schriftgutobjekttyp, an: stelle)
    }
  }

  /// Checks extensions.
  func pruefe(_ erweiterungen: [Erweiterung], an stelle: Stelle) {
    for e in erweiterungen where e.istLeer {
      melde(
        Regelwerk.r41, "Erweiterung \(e.kennung) bei \(stelle.bezeichnung) ist leer.", an: stelle)
    }
  }
}

extension Erweiterung {
  /// True if there is neither a field nor a group.
  var istLeer: Bool { felder.isEmpty && feldgruppen.isEmpty }
}

extension Kontakt {
  /// True if an institution or an id of an authority is named (R24).
  var nenntStelle: Bool {
    if istGefuellt(institution?.name) || istGefuellt(institution?.kurzbezeichnung) { return true }
    guard $behoerdenkennung, let b = behoerdenkennung else { return false }
    return istGefuellt(b.kennung) || istGefuellt(b.behoerdenschluessel?.wert)
      || istGefuellt(b.behoerdenschluessel?.name)
  }

  /// True if nothing at all is stated (R38).
  var istLeer: Bool {
    if nenntStelle || istGefuellt(organisationseinheit) || istGefuellt(taetigkeit)
      || istGefuellt(zustaendigkeit) || istGefuellt(rolle) || $rolleCode || geburtsdatum != nil
      || !anschriften.isEmpty || !erreichbarkeiten.isEmpty || !unstrukturierteAnschriften.isEmpty
      || !erweiterungen.isEmpty || erweiterungXML != nil
    {
      return false
    }
    guard $ansprechpartner, let p = ansprechpartner else { return true }
    return !istGefuellt(p.familienname?.name) && !istGefuellt(p.vorname?.name)
      && !istGefuellt(p.anrede) && !istGefuellt(p.titel)
  }
}

/// True for a text that says something.
private func istGefuellt(_ text: String?) -> Bool { text.map { !$0.isEmpty } ?? false }
