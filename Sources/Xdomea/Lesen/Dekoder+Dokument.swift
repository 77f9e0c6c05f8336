// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import XMLStrom

extension Dekoder {
  /// A document; `plan` is the choice of forms (from 4.0) or the document itself.
  mutating func dokument(_ i: Int, _ plan: Plan) -> Dokument {
    let aussen = objekt
    defer { objekt = aussen }
    var wert = Dokument(Identifikation(.leer))
    dokument(i, plan, &wert) { d, k, _ in d.melde(.unbekanntesElement, k) }
    return wert
  }

  mutating func anlage(_ i: Int, _ plan: Plan) -> Anlage {
    let aussen = objekt
    defer { objekt = aussen }
    var wert = Dokument(Identifikation(.leer))
    var nummer: String?
    dokument(i, plan, &wert) { d, k, s in
      if s.feld == .anlagenummer { nummer = d.text(k) } else { d.melde(.unbekanntesElement, k) }
    }
    return Anlage(wert, nummer: nummer)
  }

  private mutating func dokument(
    _ i: Int, _ plan: Plan, _ wert: inout Dokument,
    sonst: (inout Dekoder, Int, Schritt) -> Void
  ) {
    var versionen: [Version] = []
    var schriftstuecke: [Schriftstueck]?
    var form: Dokument?
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .dokumentForm, .schriftstueckForm:
        guard form == nil else { return d.melde(.mehrfach, k) }
        var innen = d.dokument(k, s.plan)
        // An empty container of Schriftstücke is still one.
        if s.feld == .schriftstueckForm, innen.schriftstuecke.isEmpty {
          innen.inhalt = .schriftstuecke([])
        }
        form = innen
      case .versionen: versionen.append(d.version(k, s.plan))
      case .schriftstuecke:
        let teil = d.dokument(k, s.plan)
        var stueck = Schriftstueck(teil.angaben.identifikation, versionen: teil.versionen)
        stueck.angaben = teil.angaben
        schriftstuecke = (schriftstuecke ?? []) + [stueck]
      default:
        if !d.angabe(k, s, &wert.angaben) { sonst(&d, k, s) }
      }
    }
    if let form {
      wert = form
    } else if let schriftstuecke {
      wert.inhalt = .schriftstuecke(schriftstuecke)
    } else {
      wert.inhalt = .versionen(versionen)
    }
  }

  /// Reads one element into the common part; false if it does not belong there.
  private mutating func angabe(_ k: Int, _ s: Schritt, _ wert: inout Dokumentangaben) -> Bool {
    switch s.feld {
    case .identifikation: wert.identifikation = identifikation(k, s.plan)
    case .allgemeineMetadaten: wert.allgemeineMetadaten = allgemeineMetadaten(k, s.plan)
    case .fremdesGeschaeftszeichen: wert.fremdesGeschaeftszeichen = text(k)
    case .posteingangsdatum: wert.posteingangsdatum = tag(k)
    case .postausgangsdatum: wert.postausgangsdatum = tag(k)
    case .datumDesSchreibens: wert.datumDesSchreibens = tag(k)
    case .bezug: wert.bezug = text(k)
    case .hier: wert.hier = text(k)
    case .bearbeitername: wert.bearbeiter = text(k)
    case .typ: wert.typ = text(k)
    case .historie: wert.historie.append(historie(k, s.plan))
    case .geschaeftsgaenge: wert.geschaeftsgaenge.append(geschaeftsgang(k, s.plan))
    case .verweise: wert.verweise.append(verweis(k, s.plan))
    case .anlagen: wert.anlagen.append(anlage(k, s.plan))
    case .autoren: wert.autoren.append(kontakt(k, s.plan))
    case .leser: wert.leser.append(kontakt(k, s.plan))
    case .weitereKontakte: wert.weitereKontakte.append(kontakt(k, s.plan))
    case .erweiterungen: wert.erweiterungen.append(erweiterung(k, s.plan))
    case .erweiterungXML: wert.erweiterungXML = fragment(k)
    default: return false
    }
    return true
  }

  private mutating func version(_ i: Int, _ plan: Plan) -> Version {
    var wert = Version(nummer: "")
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .nummer: wert.nummer = d.text(k)
      case .formate: wert.formate.append(d.format(k, s.plan))
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  mutating func format(_ i: Int, _ plan: Plan) -> Format {
    var wert = Format(name: Code(""), primaerdokument: Primaerdokument(dateiname: ""))
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .formatname: wert.name = d.code(k)
      case .sonstigerName: wert.sonstigerName = d.text(k)
      case .formatversion: wert.version = d.text(k)
      case .primaerdokument: wert.primaerdokument = d.primaerdokument(k, s.plan)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  private mutating func primaerdokument(_ i: Int, _ plan: Plan) -> Primaerdokument {
    var wert = Primaerdokument(dateiname: "")
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .dateiname: wert.dateiname = d.dateiname(k)
      case .dateinameOriginal: wert.dateinameOriginal = d.einmaligerText(k)
      case .ersteller: wert.ersteller = d.text(k)
      case .datumUhrzeit: wert.datumUhrzeit = d.zeitpunkt(k)
      case .signaturEingebettet:
        if d.wahrheit(k) == true { wert.signaturSiegel = .eingebettet }
      case .signaturDateien:
        var namen: [String] = []
        if case .dateien(let bisher) = wert.signaturSiegel { namen = bisher }
        wert.signaturSiegel = .dateien(namen + [d.dateiname(k)])
      case .signaturdaten: wert.signaturdaten = d.fragment(k)
      case .zeitpunktLetzteAenderung: wert.zeitpunktLetzteAenderung = d.zeitpunkt(k)
      case .hash: wert.hash = d.hash(k, s.plan)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  private mutating func dateiname(_ i: Int) -> String {
    let name = einmaligerText(i)
    if mitFundstellen { fundstellen.dateien.append((name, baum.zeile(i))) }
    return name
  }

  private mutating func hash(_ i: Int, _ plan: Plan) -> Hashangabe {
    var wert = Hashangabe(wert: "")
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .hashwert: wert.wert = d.einmaligerText(k)
      case .algorithmus: wert.algorithmus = d.code(k)
      case .sonstigerAlgorithmus: wert.sonstigerAlgorithmus = d.text(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }
}
