// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import XMLStrom

extension Dekoder {
  mutating func schriftgutobjekt(_ i: Int, _ plan: Plan) -> Schriftgutobjekt? {
    var wert: Schriftgutobjekt?
    kinder(i, plan) { d, k, s in
      guard wert == nil else { return d.melde(.mehrfach, k) }
      switch s.feld {
      case .akte: wert = .akte(d.akte(k, s.plan))
      case .vorgang: wert = .vorgang(d.vorgang(k, s.plan))
      case .dokument: wert = .dokument(d.dokument(k, s.plan))
      default: d.melde(.unbekanntesElement, k)
      }
    }
    if wert == nil { melde(.pflichtFehlt, i, wert: "Akte oder Vorgang") }
    return wert
  }

  mutating func akte(_ i: Int, _ plan: Plan) -> Akte {
    let aussen = objekt
    defer { objekt = aussen }
    var wert = Akte(Identifikation(.leer))
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .identifikation: wert.identifikation = d.identifikation(k, s.plan)
      case .kontextobjekt: wert.kontextobjekt = d.wahrheit(k)
      case .allgemeineMetadaten: wert.allgemeineMetadaten = d.allgemeineMetadaten(k, s.plan)
      case .aussonderungsmetadaten:
        wert.aussonderungsmetadaten = d.aussonderungsmetadaten(k, s.plan)
      case .standort: wert.standort = d.text(k)
      case .typ: wert.typ = d.text(k)
      case .laufzeit: wert.laufzeit = d.zeitraum(k, s.plan)
      case .historie: wert.historie.append(d.historie(k, s.plan))
      case .geschaeftsgaenge: wert.geschaeftsgaenge.append(d.geschaeftsgang(k, s.plan))
      case .dokumente: wert.dokumente.append(d.dokument(k, s.plan))
      case .vorgaenge: wert.vorgaenge.append(d.vorgang(k, s.plan))
      case .teilakten: wert.teilakten.append(d.akte(k, s.plan))
      case .verweise: wert.verweise.append(d.verweis(k, s.plan))
      case .kontakte: wert.kontakte.append(d.kontakt(k, s.plan))
      case .zdA: wert.zdA = d.wahrheit(k)
      case .zdADatum: wert.zdADatum = d.tag(k)
      case .erweiterungen: wert.erweiterungen.append(d.erweiterung(k, s.plan))
      case .erweiterungXML: wert.erweiterungXML = d.fragment(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  mutating func vorgang(_ i: Int, _ plan: Plan) -> Vorgang {
    let aussen = objekt
    defer { objekt = aussen }
    var wert = Vorgang(Identifikation(.leer))
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .identifikation: wert.identifikation = d.identifikation(k, s.plan)
      case .kontextobjekt: wert.kontextobjekt = d.wahrheit(k)
      case .allgemeineMetadaten: wert.allgemeineMetadaten = d.allgemeineMetadaten(k, s.plan)
      case .aussonderungsmetadaten:
        wert.aussonderungsmetadaten = d.aussonderungsmetadaten(k, s.plan)
      case .aktenbetreff: wert.aktenbetreff = d.text(k)
      case .typ: wert.typ = d.text(k)
      case .zdA: wert.zdA = d.wahrheit(k)
      case .zdADatum: wert.zdADatum = d.tag(k)
      case .laufzeit: wert.laufzeit = d.zeitraum(k, s.plan)
      case .historie: wert.historie.append(d.historie(k, s.plan))
      case .geschaeftsgaenge: wert.geschaeftsgaenge.append(d.geschaeftsgang(k, s.plan))
      case .dokumente: wert.dokumente.append(d.dokument(k, s.plan))
      case .verweise: wert.verweise.append(d.verweis(k, s.plan))
      case .kontakte: wert.kontakte.append(d.kontakt(k, s.plan))
      case .teilvorgaenge: wert.teilvorgaenge.append(d.vorgang(k, s.plan))
      case .erweiterungen: wert.erweiterungen.append(d.erweiterung(k, s.plan))
      case .erweiterungXML: wert.erweiterungXML = d.fragment(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  mutating func geschaeftsgang(_ i: Int, _ plan: Plan) -> Geschaeftsgang {
    let aussen = objekt
    defer { objekt = aussen }
    var wert = Geschaeftsgang(Identifikation(.leer))
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .identifikation: wert.identifikation = d.identifikation(k, s.plan)
      case .beteiligungsschritte:
        wert.beteiligungsschritte.append(d.beteiligungsschritt(k, s.plan))
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  private mutating func beteiligungsschritt(_ i: Int, _ plan: Plan) -> Beteiligungsschritt {
    var wert = Beteiligungsschritt(
      nummer: "", status: Code(""),
      verfuegung: Verfuegung(ersteller: Kontakt(), adressat: Kontakt(), erstellungsdatum: nil))
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .nummer: wert.nummer = d.text(k)
      case .status: wert.status = d.code(k)
      case .verfuegung: wert.verfuegung = d.verfuegung(k, s.plan)
      case .bearbeitung: wert.bearbeitung = d.bearbeitung(k, s.plan)
      case .parallel: wert.parallelZuBeteiligungsschritt.append(d.text(k))
      case .versionNummer: wert.versionNummer = d.text(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  private mutating func verfuegung(_ i: Int, _ plan: Plan) -> Verfuegung {
    var wert = Verfuegung(ersteller: Kontakt(), adressat: Kontakt(), erstellungsdatum: nil)
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .ersteller: wert.ersteller = d.kontakt(k, s.plan)
      case .adressat: wert.adressat = d.kontakt(k, s.plan)
      case .erstellungsdatum: wert.erstellungsdatum = d.tag(k)
      case .erstellungsuhrzeit: wert.erstellungsuhrzeit = d.uhrzeit(k)
      case .verfuegungstext: wert.verfuegung = d.text(k)
      case .terminDatum: wert.terminDatum = d.tag(k)
      case .terminUhrzeit: wert.terminUhrzeit = d.uhrzeit(k)
      case .notiz: wert.notiz = d.text(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  private mutating func bearbeitung(_ i: Int, _ plan: Plan) -> Bearbeitung {
    var wert = Bearbeitung(bearbeiter: Kontakt(), datum: nil)
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .bearbeiter: wert.bearbeiter = d.kontakt(k, s.plan)
      case .datum: wert.datum = d.tag(k)
      case .uhrzeit: wert.uhrzeit = d.uhrzeit(k)
      case .vermerk: wert.vermerk = d.text(k)
      case .notiz: wert.notiz = d.text(k)
      case .dokumente: wert.anlagen.append(d.dokument(k, s.plan))
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  mutating func aktenplan(_ i: Int, _ plan: Plan) -> Aktenplan {
    var wert = Aktenplan(bezeichnung: "", version: "")
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .id: wert.id = d.planKennung(k)
      case .bezeichnung: wert.bezeichnung = d.text(k)
      case .typ: wert.typ = d.text(k)
      case .version: wert.version = d.text(k)
      case .einheiten: wert.einheiten.append(d.aktenplaneinheit(k, s.plan))
      case .gueltigkeit: wert.gueltigkeit = d.zeitraum(k, s.plan)
      case .aktenplandateien: wert.aktenplandateien.append(d.format(k, s.plan))
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }

  private mutating func planKennung(_ k: Int) -> ObjektID? {
    let id = kennung(k, Objektbezug.self)
    if mitFundstellen, let id { fundstellen.objekte.append((id, baum.zeile(k))) }
    return id
  }

  private mutating func aktenplaneinheit(_ i: Int, _ plan: Plan) -> Aktenplaneinheit {
    var wert = Aktenplaneinheit()
    kinder(i, plan) { d, k, s in
      switch s.feld {
      case .id: wert.id = d.planKennung(k)
      case .kennzeichen: wert.angaben.kennzeichen = d.text(k)
      case .inhaltsangabe: wert.angaben.inhaltsangabe = d.text(k)
      case .betreffKurz: wert.angaben.betreffKurz = d.text(k)
      case .aussonderungsartCode: wert.aussonderungsart = .code(d.code(k))
      case .aussonderungsartKonfigurierbar: wert.aussonderungsart = .konfigurierbar(d.text(k))
      case .gueltigkeit: wert.gueltigkeit = d.zeitraum(k, s.plan)
      case .stillgelegt: wert.stillgelegt = d.wahrheit(k, s)
      case .anzahlJahre, .unbefristet: wert.aufbewahrungsdauer = d.aufbewahrungsdauer(k, s)
      case .einheiten: wert.einheiten.append(d.aktenplaneinheit(k, s.plan))
      case .einheitenverweise: wert.verweise.append(d.text(k))
      case .erweiterungen: wert.erweiterungen.append(d.erweiterung(k, s.plan))
      case .erweiterungXML: wert.erweiterungXML = d.fragment(k)
      default: d.melde(.unbekanntesElement, k)
      }
    }
    return wert
  }
}
