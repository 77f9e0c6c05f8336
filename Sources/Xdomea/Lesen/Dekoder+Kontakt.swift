// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import XMLStrom

extension Dekoder {
  mutating func kontakt(_ i: Int, _ plan: Plan) -> Kontakt {
    var wert = Kontakt()
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .behoerdenkennung: wert.behoerdenkennung = d.behoerdenkennung(k, s.plan)
      case .institution: wert.institution = d.institution(k, s.plan)
      case .organisationseinheit: wert.organisationseinheit = d.text(k)
      case .ansprechpartner: wert.ansprechpartner = d.person(k, s.plan)
      case .taetigkeit: wert.taetigkeit = d.text(k)
      case .zustaendigkeit: wert.zustaendigkeit = d.text(k)
      case .anschriften: wert.anschriften.append(d.anschrift(k, s.plan))
      case .erreichbarkeiten: wert.erreichbarkeiten.append(d.erreichbarkeit(k, s.plan))
      case .rolle: wert.rolle = d.text(k)
      case .rolleCode: wert.rolleCode = d.code(k)
      case .unstrukturierteAnschriften:
        wert.unstrukturierteAnschriften.append(d.unstrukturierteAnschrift(k, s.plan))
      case .geburtsdatum: wert.geburtsdatum = d.tag(k)
      case .erweiterungen: wert.erweiterungen.append(d.erweiterung(k, s.plan))
      case .erweiterungXML: wert.erweiterungXML = d.fragment(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  private mutating func behoerdenkennung(_ i: Int, _ plan: Plan) -> Behoerdenkennung {
    var wert = Behoerdenkennung()
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .verzeichnisdienst: wert.verzeichnisdienst = d.code(k)
      case .kennung: wert.kennung = d.text(k)
      case .behoerdenschluessel: wert.behoerdenschluessel = d.code(k)
      case .praefix: wert.praefix = d.code(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  private mutating func institution(_ i: Int, _ plan: Plan) -> Institution {
    var wert = Institution()
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .name: wert.name = d.text(k)
      case .kurzbezeichnung: wert.kurzbezeichnung = d.text(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  private mutating func person(_ i: Int, _ plan: Plan) -> Person {
    var wert = Person()
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .anrede: wert.anrede = d.text(k)
      case .titel: wert.titel = d.text(k)
      case .familienname: wert.familienname = d.personenname(k, s.plan)
      case .vorname: wert.vorname = d.personenname(k, s.plan)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  private mutating func personenname(_ i: Int, _ plan: Plan) -> Personenname {
    var wert = Personenname()
    kinder(i, plan) { d, k, _ in wert.name = d.text(k) }
    return wert
  }

  private mutating func anschrift(_ i: Int, _ plan: Plan) -> Anschrift {
    var wert = Anschrift()
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .staat: wert.staat = d.code(k)
      case .strasse: wert.strasse = d.text(k)
      case .hausnummer: wert.hausnummer = d.text(k)
      case .postfach: wert.postfach = d.text(k)
      case .postleitzahl: wert.postleitzahl = d.text(k)
      case .ort: wert.ort = d.text(k)
      case .zusatz: wert.zusatz = d.text(k)
      case .typ: wert.typ = d.code(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  private mutating func erreichbarkeit(_ i: Int, _ plan: Plan) -> Erreichbarkeit {
    var wert = Erreichbarkeit()
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .kanal: wert.kanal = d.code(k)
      case .kennung: wert.kennung = d.text(k)
      case .zusatz: wert.zusatz = d.text(k)
      case .istDienstlich: wert.istDienstlich = d.wahrheit(k)
      case .istInstitution: wert.istInstitution = d.wahrheit(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  private mutating func unstrukturierteAnschrift(
    _ i: Int, _ plan: Plan
  ) -> UnstrukturierteAnschrift {
    var wert = UnstrukturierteAnschrift()
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .typ: wert.typ = d.code(k)
      case .zeile1: wert.zeile1 = d.text(k)
      case .zeile2: wert.zeile2 = d.text(k)
      case .zeile3: wert.zeile3 = d.text(k)
      case .zeile4: wert.zeile4 = d.text(k)
      case .zeile5: wert.zeile5 = d.text(k)
      case .zeile6: wert.zeile6 = d.text(k)
      case .zusatz: wert.zusatz = d.text(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }
}
