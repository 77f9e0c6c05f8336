// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Kodierer {
  mutating func identifikation(_ s: Schritt, _ w: Identifikation) throws {
    switch s.feld {
    case .id: try kennung(s, w.id)
    case .nummerImContainer:
      guard let nummer = w.nummerImUebergeordnetenContainer else { return }
      if s.wertart == .ganzzahl, UInt32(nummer) == nil {
        melde(
          .nichtUebertragbar, "NummerImUebergeordnetenContainer", nummer,
          zusatz: "Diese Version verlangt eine Zahl.")
      } else {
        try text(s, nummer)
      }
    default: break
    }
  }

  mutating func allgemeineMetadaten(_ s: Schritt, _ w: AllgemeineMetadaten) throws {
    switch s.feld {
    case .betreff: try text(s, w.betreff)
    case .kennzeichen: try text(s, w.kennzeichen?.text)
    case .federfuehrung: try text(s, w.federfuehrung)
    case .aktenfuehrung: try text(s, w.aktenfuehrung)
    case .bemerkung: try text(s, w.bemerkung)
    case .medium: try code(s, w.medium)
    case .aktenplaneinheit:
      if w.$aktenplaneinheit {
        try block(s, w.aktenplaneinheit) { try $0.aktenplanverweis($1, $2) }
      }
    case .zeitpunktLetzteAenderung: try zeitpunkt(s, w.zeitpunktLetzteAenderung)
    case .strukturpfad:
      if let pfad = w.strukturpfad, !pfad.isEmpty {
        try block(s, pfad[...]) { k, s, pfad in
          try k.block(s, pfad) { try $0.pfadelement($1, $2) }
        }
      }
    case .datenschutzstufe: try text(s, w.datenschutzstufe)
    case .datenschutzstufeCode:
      if w.$datenschutzstufeCode { try code(s, w.datenschutzstufeCode) }
    default: if w.$geheimhaltung, let g = w.geheimhaltung { try geheimhaltung(s, g) }
    }
  }

  private mutating func geheimhaltung(_ s: Schritt, _ w: Geheimhaltung) throws {
    switch s.feld {
    case .geheimhaltungsgrad: try code(s, w.grad)
    case .einstufungsfrist: try jahr(s, w.einstufungsfrist)
    case .eingestuftAm: try tag(s, w.eingestuftAm)
    case .herausgeber: try text(s, w.herausgeber)
    case .einstufungEndetAm: try tag(s, w.einstufungEndetAm)
    case .geheimhaltungBemerkung: try text(s, w.bemerkung)
    default: break
    }
  }

  private mutating func pfadelement(_ s: Schritt, _ w: ArraySlice<Pfadelement>) throws {
    guard let kopf = w.first else { return }
    switch s.feld {
    case .name: try text(s, kopf.name)
    case .typ: try code(s, kopf.typ)
    case .pfadelement:
      let rest = w.dropFirst()
      if !rest.isEmpty { try block(s, rest) { try $0.pfadelement($1, $2) } }
    default: break
    }
  }

  mutating func aktenplanverweis(_ s: Schritt, _ w: Aktenplanverweis) throws {
    switch s.feld {
    case .kennzeichen: try text(s, w.kennzeichen)
    case .inhaltsangabe: try text(s, w.inhaltsangabe)
    case .betreffKurz: try text(s, w.betreffKurz)
    default: break
    }
  }

  mutating func aussonderungsmetadaten(_ s: Schritt, _ w: Aussonderungsmetadaten) throws {
    switch s.feld {
    case .anzahlJahre, .unbefristet: try aufbewahrungsdauer(s, w.aufbewahrungsdauer)
    case .aussonderungsartCode, .aussonderungsartKonfigurierbar:
      if w.$aussonderungsart { try aussonderungsart(s, w.aussonderungsart) }
    case .kennung: try text(s, w.kennung)
    case .bewertungsvorschlag:
      if w.$bewertungsvorschlag { try code(s, w.bewertungsvorschlag) }
    case .begruendung: try text(s, w.bewertungsvorschlagBegruendung)
    case .aufbewahrungsende: try aufbewahrungsende(s, w.aufbewahrungsende)
    case .transferfristende: try tag(s, w.transferfristende)
    default: break
    }
  }

  mutating func aufbewahrungsdauer(_ s: Schritt, _ w: Aufbewahrungsdauer?) throws {
    switch (s.feld, w) {
    case (.anzahlJahre, .jahre(let n)): try ganzzahl(s, Int(n))
    case (.unbefristet, .unbefristet): try wahrheit(s, true)
    default: break
    }
  }

  mutating func aussonderungsart(_ s: Schritt, _ w: Aussonderungsart?) throws {
    switch (s.feld, w) {
    case (.aussonderungsartCode, .code(let c)): try code(s, c)
    case (.aussonderungsartKonfigurierbar, .konfigurierbar(let t)): try text(s, t)
    default: break
    }
  }

  /// From 3.0 a day, before only the year.
  ///
  /// A year becomes its 31.12. as the schema's note allows.
  private mutating func aufbewahrungsende(_ s: Schritt, _ w: Teildatum?) throws {
    guard let w else { return }
    if s.wertart == .jahr {
      if case .tag(let t) = w, t != Kalendertag.jahresende(t.jahr) {
        melde(
          .umgewandelt, "Aufbewahrungsende", t.text,
          zusatz: "Diese Version trägt nur das Jahr.")
      }
      try jahr(s, w.jahreszahl)
    } else {
      if case .tag = w {
      } else if let t = w.spaetesterTag {
        melde(
          .umgewandelt, "Aufbewahrungsende", w.anzeige, zusatz: "Als \(t.anzeige) geschrieben.")
      }
      try tag(s, w.spaetesterTag)
    }
  }

  mutating func zeitraum(_ s: Schritt, _ w: Zeitraum) throws {
    switch s.feld {
    case .beginn: try tag(s, w.beginn)
    case .ende: try tag(s, w.ende)
    default: break
    }
  }

  mutating func historie(_ s: Schritt, _ w: HistorienProtokollInformation) throws {
    switch s.feld {
    case .metadatumName: try text(s, w.metadatumName)
    case .metadatumAlterWert: try text(s, w.metadatumAlterWert)
    case .metadatumNeuerWert: try text(s, w.metadatumNeuerWert)
    case .akteur: try text(s, w.akteur)
    case .datumUhrzeit: try zeitpunkt(s, w.datumUhrzeit)
    case .bemerkung: try text(s, w.bemerkung)
    case .aktion: try text(s, w.aktion)
    default: break
    }
  }

  mutating func verweis(_ s: Schritt, _ w: Verweis) throws {
    switch s.feld {
    case .id: try kennung(s, w.id)
    case .sgoTyp: try code(s, w.sgoTyp)
    case .sgoKennzeichen: try text(s, w.sgoKennzeichen)
    case .bemerkung: try text(s, w.bemerkung)
    default: break
    }
  }

  mutating func erweiterung(_ s: Schritt, _ w: Erweiterung) throws {
    switch s.feld {
    case .kennung: try text(s, w.kennung)
    case .name: try text(s, w.name)
    case .beschreibung: try text(s, w.beschreibung)
    case .versionsnummer: try text(s, w.versionsnummer)
    case .versionsdatum: try tag(s, w.versionsdatum)
    case .feldgruppen: try bloecke(s, w.feldgruppen) { try $0.feldgruppe($1, $2) }
    case .felder: try bloecke(s, w.felder) { try $0.feld($1, $2) }
    default: break
    }
  }

  private mutating func feldgruppe(_ s: Schritt, _ w: Erweiterung.Feldgruppe) throws {
    switch s.feld {
    case .name: try text(s, w.name)
    case .beschreibung: try text(s, w.beschreibung)
    case .feldgruppen: try bloecke(s, w.unterfeldgruppen) { try $0.feldgruppe($1, $2) }
    case .felder: try bloecke(s, w.felder) { try $0.feld($1, $2) }
    default: break
    }
  }

  private mutating func feld(_ s: Schritt, _ w: Erweiterung.Feld) throws {
    switch s.feld {
    case .name: try text(s, w.name)
    case .beschreibung: try text(s, w.beschreibung)
    case .datentyp: try code(s, w.datentyp)
    case .wert: try text(s, w.wert)
    default: break
    }
  }
}
