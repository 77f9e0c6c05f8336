// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import XMLStrom

extension Dekoder {
  mutating func identifikation(_ i: Int, _ plan: Plan) -> Identifikation {
    var wert = Identifikation(.leer)
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .id:
        if let id = d.kennung(k, Objektbezug.self) { wert.id = id }
        d.objekt = wert.id
      case .nummerImContainer:
        wert.nummerImUebergeordnetenContainer = s.wertart == .text ? d.text(k) : d.wort(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    if mitFundstellen { fundstellen.objekte.append((wert.id, baum.zeile(i))) }
    return wert
  }

  mutating func allgemeineMetadaten(_ i: Int, _ plan: Plan) -> AllgemeineMetadaten {
    var wert = AllgemeineMetadaten()
    var geheim: Geheimhaltung?
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .betreff: wert.betreff = d.einmaligerText(k)
      case .kennzeichen: wert.kennzeichen = Kennzeichen(d.einmaligerText(k))
      case .federfuehrung: wert.federfuehrung = d.text(k)
      case .aktenfuehrung: wert.aktenfuehrung = d.text(k)
      case .geheimhaltungsgrad: geheim = geheim.mit { $0.grad = d.code(k) }
      case .einstufungsfrist: geheim = geheim.mit { $0.einstufungsfrist = d.jahr(k) }
      case .eingestuftAm: geheim = geheim.mit { $0.eingestuftAm = d.tag(k) }
      case .herausgeber: geheim = geheim.mit { $0.herausgeber = d.text(k) }
      case .einstufungEndetAm: geheim = geheim.mit { $0.einstufungEndetAm = d.tag(k) }
      case .geheimhaltungBemerkung: geheim = geheim.mit { $0.bemerkung = d.text(k) }
      case .bemerkung: wert.bemerkung = d.text(k)
      case .medium: wert.medium = d.code(k)
      case .aktenplaneinheit: wert.aktenplaneinheit = d.aktenplanverweis(k, s.plan)
      case .zeitpunktLetzteAenderung: wert.zeitpunktLetzteAenderung = d.zeitpunkt(k)
      case .strukturpfad: wert.strukturpfad = d.strukturpfad(k, s.plan)
      case .datenschutzstufe: wert.datenschutzstufe = d.text(k)
      case .datenschutzstufeCode: wert.datenschutzstufeCode = d.code(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    if let geheim { wert.geheimhaltung = geheim }
    return wert
  }

  mutating func aktenplanverweis(_ i: Int, _ plan: Plan) -> Aktenplanverweis {
    var wert = Aktenplanverweis()
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .kennzeichen: wert.kennzeichen = d.text(k)
      case .inhaltsangabe: wert.inhaltsangabe = d.text(k)
      case .betreffKurz: wert.betreffKurz = d.text(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  mutating func strukturpfad(_ i: Int, _ plan: Plan) -> [Pfadelement] {
    var pfad: [Pfadelement] = []
    kinder(i, plan) { d, k, s in d.pfadelement(k, s.plan, &pfad) }
    return pfad
  }

  private mutating func pfadelement(_ i: Int, _ plan: Plan, _ pfad: inout [Pfadelement]) {
    let stelle = pfad.count
    pfad.append(Pfadelement(name: "", typ: Code("")))
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .name: pfad[stelle].name = d.text(k)
      case .typ: pfad[stelle].typ = d.code(k)
      case .pfadelement: d.pfadelement(k, s.plan, &pfad)
      default: d.melde(.unbekanntesElement, k)
      }
    }
  }

  mutating func aussonderungsmetadaten(_ i: Int, _ plan: Plan) -> Aussonderungsmetadaten {
    var wert = Aussonderungsmetadaten()
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .anzahlJahre, .unbefristet: wert.aufbewahrungsdauer = d.aufbewahrungsdauer(k, s)
      case .aussonderungsartCode: wert.aussonderungsart = .code(d.code(k))
      case .aussonderungsartKonfigurierbar: wert.aussonderungsart = .konfigurierbar(d.text(k))
      case .kennung: wert.kennung = d.text(k)
      case .bewertungsvorschlag: wert.bewertungsvorschlag = d.code(k)
      case .begruendung: wert.bewertungsvorschlagBegruendung = d.text(k)
      case .aufbewahrungsende:
        wert.aufbewahrungsende =
          s.wertart == .jahr ? d.jahr(k).map { .jahr($0) } : d.tag(k).map { .tag($0) }
      case .transferfristende: wert.transferfristende = d.tag(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  mutating func aufbewahrungsdauer(_ i: Int, _ s: Schritt) -> Aufbewahrungsdauer? {
    if s.feld == .unbefristet { return wahrheit(i) == true ? .unbefristet : nil }
    guard let n = ganzzahl(i) else { return nil }
    guard let jahre = UInt16(exactly: n) else {
      melde(.ungueltigerWert, i, wert: baum.text(i))
      return nil
    }
    return .jahre(jahre)
  }

  mutating func zeitraum(_ i: Int, _ plan: Plan) -> Zeitraum {
    var wert = Zeitraum()
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .beginn: wert.beginn = d.tag(k)
      case .ende: wert.ende = d.tag(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  mutating func historie(_ i: Int, _ plan: Plan) -> HistorienProtokollInformation {
    var wert = HistorienProtokollInformation(akteur: "", datumUhrzeit: nil, aktion: "")
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .metadatumName: wert.metadatumName = d.text(k)
      case .metadatumAlterWert: wert.metadatumAlterWert = d.text(k)
      case .metadatumNeuerWert: wert.metadatumNeuerWert = d.text(k)
      case .akteur: wert.akteur = d.text(k)
      case .datumUhrzeit: wert.datumUhrzeit = d.zeitpunkt(k)
      case .bemerkung: wert.bemerkung = d.text(k)
      case .aktion: wert.aktion = d.text(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  mutating func verweis(_ i: Int, _ plan: Plan) -> Verweis {
    var wert = Verweis()
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .id: wert.id = d.kennung(k, Objektbezug.self)
      case .sgoTyp: wert.sgoTyp = d.code(k)
      case .sgoKennzeichen: wert.sgoKennzeichen = d.text(k)
      case .bemerkung: wert.bemerkung = d.text(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  mutating func erweiterung(_ i: Int, _ plan: Plan) -> Erweiterung {
    var wert = Erweiterung(kennung: "", name: "")
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .kennung: wert.kennung = d.text(k)
      case .name: wert.name = d.text(k)
      case .beschreibung: wert.beschreibung = d.text(k)
      case .versionsnummer: wert.versionsnummer = d.text(k)
      case .versionsdatum: wert.versionsdatum = d.tag(k)
      case .feldgruppen: wert.feldgruppen.append(d.feldgruppe(k, s.plan))
      case .felder: wert.felder.append(d.feld(k, s.plan))
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  private mutating func feldgruppe(_ i: Int, _ plan: Plan) -> Erweiterung.Feldgruppe {
    var wert = Erweiterung.Feldgruppe(name: "", beschreibung: "")
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .name: wert.name = d.text(k)
      case .beschreibung: wert.beschreibung = d.text(k)
      case .feldgruppen: wert.unterfeldgruppen.append(d.feldgruppe(k, s.plan))
      case .felder: wert.felder.append(d.feld(k, s.plan))
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  private mutating func feld(_ i: Int, _ plan: Plan) -> Erweiterung.Feld {
    var wert = Erweiterung.Feld(name: "")
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .name: wert.name = d.text(k)
      case .beschreibung: wert.beschreibung = d.text(k)
      case .datentyp: wert.datentyp = d.code(k)
      case .wert: wert.wert = d.text(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  func fragment(_ i: Int) -> XMLFragment { XMLFragment(baum.text(i)) }
}

extension Geheimhaltung? {
  /// The value, made if there was none, after a change.
  fileprivate func mit(_ aendere: (inout Geheimhaltung) -> Void) -> Geheimhaltung {
    var wert = self ?? Geheimhaltung()
    aendere(&wert)
    return wert
  }
}
