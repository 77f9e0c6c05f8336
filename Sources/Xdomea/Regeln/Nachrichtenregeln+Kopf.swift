// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefung

/// Root element and head: R9, R12–R14, R16, R18, R19, R22, R24, R38, R41.
extension Nachrichtenregeln {
  /// Applies the rules for root element and head.
  ///
  /// - Parameters:
  ///   - wurzelPraefix: The prefix of the root element; nil if it has none.
  ///   - schemaLocation: The value of `xsi:schemaLocation`; nil if it is missing.
  ///   - attribute: The attributes of the root element without namespace.
  ///   - wurzelzeile: The line of the root element.
  package mutating func pruefeKopf(
    wurzelPraefix: String?, schemaLocation: String?, attribute: [(name: String, wert: String)],
    wurzelzeile: Int? = nil
  ) {
    pruefeWurzel(wurzelPraefix, schemaLocation, wurzelzeile)
    if version.hatKurzeNamen { pruefeWurzelattribute(attribute, wurzelzeile) }
    pruefeTyp()
    if let wert = kopf.importbestaetigung, !wert.isEmpty, wert != "1" {
      melde(
        Regelwerk.r16, "Importbestaetigung muss „1“ lauten, angegeben ist „\(wert)“.",
        zeile: kopfzeile)
    }
    if version.hatKurzeNamen { pruefeMehrteiligkeit() }
    pruefeKontaktImKopf(kopf.absender, "Der Absender")
    pruefeKontaktImKopf(kopf.empfaenger, "Der Empfänger")
    for k in kopf.weitereLeser { pruefeAngaben(k, "ein weiterer Empfänger") }
    for e in kopf.erweiterungen where e.istLeer {
      melde(Regelwerk.r41, "Erweiterung \(e.kennung) im Kopf ist leer.", zeile: kopfzeile)
    }
  }

  private func pruefeWurzel(_ praefix: String?, _ schemaLocation: String?, _ zeile: Int?) {
    if praefix != Profil.praefix {
      let gefunden = praefix.flatMap { $0.isEmpty ? nil : "„\($0)“" } ?? "ohne Präfix"
      melde(
        Regelwerk.r13, "Namensraum-Präfix \(gefunden) statt „\(Profil.praefix)“.", zeile: zeile)
    }
    guard let schemaLocation else {
      return melde(Regelwerk.r14, "schemaLocation fehlt.", zeile: zeile)
    }
    let teile = schemaLocation.split { $0.isWhitespace }
    if teile.isEmpty || teile.count % 2 == 1 {
      melde(Regelwerk.r14, "schemaLocation ist unvollständig: „\(schemaLocation)“.", zeile: zeile)
    } else if let erstes = teile.first, erstes != version.namensraum {
      melde(
        Regelwerk.r14,
        "schemaLocation beginnt mit „\(erstes)“ statt mit dem Namensraum der Nachricht.",
        zeile: zeile)
    }
  }

  private func pruefeWurzelattribute(
    _ attribute: [(name: String, wert: String)], _ zeile: Int?
  ) {
    for (name, soll) in [("standard", "xdomea"), ("version", version.rawValue)] {
      let ist = attribute.first { $0.name == name }?.wert
      if ist != soll {
        melde(
          Regelwerk.r12,
          "Angaben zur xdomea-Version uneinheitlich: Das Attribut „\(name)“ "
            + (ist.map { "lautet „\($0)“" } ?? "fehlt") + ", erwartet ist „\(soll)“.", zeile: zeile)
      }
    }
  }

  private func pruefeTyp() {
    if let code = kopf.nachrichtentyp {
      if !code.wert.isEmpty, code.wert != typ.rawValue {
        melde(
          Regelwerk.r9,
          "Nachrichtentyp uneinheitlich: Wurzelelement \(typ.rawValue), Angabe im Kopf "
            + "\(code.wert).", zeile: kopfzeile)
      }
      pruefe(code, .nachrichtentyp, zeile: kopfzeile)
    }
    if version.hatKurzeNamen, let zeitpunkt = kopf.erstellungszeitpunkt,
      !zeitpunkt.istVollstaendig
    {
      melde(
        Regelwerk.r18,
        "Erstellungszeitpunkt ohne Millisekunden oder Zeitzone: \(zeitpunkt.text).",
        zeile: kopfzeile)
    }
  }

  private func pruefeMehrteiligkeit() {
    guard let nummer = kopf.lfdNr, let gesamt = kopf.gesamtanzahl else { return }
    if nummer < 1 || nummer > gesamt {
      melde(Regelwerk.r22, "Teil \(nummer) von \(gesamt) unzulässig.", zeile: kopfzeile)
    }
  }

  private func pruefeKontaktImKopf(_ kontakt: Kontakt, _ wer: String) {
    if !kontakt.nenntStelle {
      melde(
        Regelwerk.r24, "\(wer) nennt weder eine Institution noch eine Behördenkennung.",
        zeile: kopfzeile)
    }
    pruefeAngaben(kontakt, wer)
  }

  private func pruefeAngaben(_ kontakt: Kontakt, _ wer: String) {
    if kontakt.istLeer { melde(Regelwerk.r38, "Leerer Kontakt im Kopf: \(wer).", zeile: kopfzeile) }
    pruefeAnschriften(kontakt) { code, liste in pruefe(code, liste, zeile: kopfzeile) }
    for e in kontakt.erweiterungen where e.istLeer {
      melde(
        Regelwerk.r41, "Erweiterung \(e.kennung) bei einem Kontakt im Kopf ist leer.",
        zeile: kopfzeile)
    }
  }
}
