// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Kodierer {
  mutating func schriftgutobjekt(_ s: Schritt, _ w: Schriftgutobjekt) throws {
    switch (s.feld, w) {
    case (.akte, .akte(let a)): try mitObjekt(a.id, a.betreff) { try $0.akte(s, a) }
    case (.vorgang, .vorgang(let v)): try mitObjekt(v.id, v.betreff) { try $0.vorgang(s, v) }
    case (.dokument, .dokument(let d)): try dokument(s, d)
    default: break
    }
  }

  private mutating func akte(_ s: Schritt, _ a: Akte) throws {
    if profil.eigenheiten.akteninhaltIstAuswahl, !a.dokumente.isEmpty, !a.vorgaenge.isEmpty {
      melde(
        .pflichtFehlt, "Akteninhalt", "", regel: "R67",
        zusatz:
          "Akte \(a.id) mischt Dokumente und Vorgänge. xdomea \(profil.version.rawValue) lässt nur "
          + "eines davon zu; die Nachricht ist so nicht schemagültig.")
    }
    try block(s, a) { try $0.aktenfeld($1, $2) }
  }

  private mutating func vorgang(_ s: Schritt, _ v: Vorgang) throws {
    try block(s, v) { try $0.vorgangsfeld($1, $2) }
  }

  /// Names the object for the loss report while `body` writes it.
  mutating func mitObjekt(
    _ id: ObjektID, _ betreff: String?, _ body: (inout Kodierer) throws -> Void
  ) throws {
    let aussen = objekt
    objekt = (id, betreff)
    defer { objekt = aussen }
    do {
      try body(&self)
    } catch {
      if objektImFehler == nil { objektImFehler = objekt }
      throw error
    }
  }

  private mutating func aktenfeld(_ s: Schritt, _ a: Akte) throws {
    switch s.feld {
    case .identifikation: try block(s, a.identifikation) { try $0.identifikation($1, $2) }
    case .kontextobjekt: try kontextobjekt(s, a.kontextobjekt)
    case .allgemeineMetadaten:
      try block(s, a.allgemeineMetadaten) { try $0.allgemeineMetadaten($1, $2) }
    case .aussonderungsmetadaten:
      try block(s, a.aussonderungsmetadaten) { try $0.aussonderungsmetadaten($1, $2) }
    case .standort: try text(s, a.standort)
    case .typ: try text(s, a.typ)
    case .laufzeit: try block(s, a.laufzeit) { try $0.zeitraum($1, $2) }
    case .historie: try bloecke(s, a.historie) { try $0.historie($1, $2) }
    case .geschaeftsgaenge: try bloecke(s, a.geschaeftsgaenge) { try $0.geschaeftsgang($1, $2) }
    case .dokumente: for d in a.dokumente { try dokument(s, d) }
    case .vorgaenge:
      for v in a.vorgaenge { try mitObjekt(v.id, v.betreff) { try $0.vorgang(s, v) } }
    case .teilakten:
      for t in a.teilakten { try mitObjekt(t.id, t.betreff) { try $0.akte(s, t) } }
    case .verweise: try bloecke(s, a.verweise) { try $0.verweis($1, $2) }
    case .kontakte: try bloecke(s, a.kontakte) { try $0.kontakt($1, $2) }
    case .zdA: try wahrheit(s, a.zdA)
    case .zdADatum: try tag(s, a.zdADatum)
    case .erweiterungen: try bloecke(s, a.erweiterungen) { try $0.erweiterung($1, $2) }
    case .erweiterungXML: try fragment(s, a.erweiterungXML)
    default: break
    }
  }

  private mutating func vorgangsfeld(_ s: Schritt, _ v: Vorgang) throws {
    switch s.feld {
    case .identifikation: try block(s, v.identifikation) { try $0.identifikation($1, $2) }
    case .kontextobjekt: try kontextobjekt(s, v.kontextobjekt)
    case .allgemeineMetadaten:
      try block(s, v.allgemeineMetadaten) { try $0.allgemeineMetadaten($1, $2) }
    case .aussonderungsmetadaten:
      try block(s, v.aussonderungsmetadaten) { try $0.aussonderungsmetadaten($1, $2) }
    case .aktenbetreff: try text(s, v.aktenbetreff)
    case .typ: try text(s, v.typ)
    case .zdA: try wahrheit(s, v.zdA)
    case .zdADatum: try tag(s, v.zdADatum)
    case .laufzeit: try block(s, v.laufzeit) { try $0.zeitraum($1, $2) }
    case .historie: try bloecke(s, v.historie) { try $0.historie($1, $2) }
    case .geschaeftsgaenge: try bloecke(s, v.geschaeftsgaenge) { try $0.geschaeftsgang($1, $2) }
    case .dokumente: for d in v.dokumente { try dokument(s, d) }
    case .verweise: try bloecke(s, v.verweise) { try $0.verweis($1, $2) }
    case .kontakte: try bloecke(s, v.kontakte) { try $0.kontakt($1, $2) }
    case .teilvorgaenge:
      for t in v.teilvorgaenge { try mitObjekt(t.id, t.betreff) { try $0.vorgang(s, t) } }
    case .erweiterungen: try bloecke(s, v.erweiterungen) { try $0.erweiterung($1, $2) }
    case .erweiterungXML: try fragment(s, v.erweiterungXML)
    default: break
    }
  }

  /// Mandatory from 4.0; what older messages transfer is no context.
  ///
  /// Only true can be lost.
  private mutating func kontextobjekt(_ s: Schritt, _ wert: Bool?) throws {
    if wirdSondiert, wert != true { return }
    if wert == nil { melde(.ergaenzt, "Kontextobjekt", "0", zusatz: "Die Quelle nennt nichts.") }
    try wahrheit(s, wert ?? false)
  }

  mutating func geschaeftsgang(_ s: Schritt, _ w: Geschaeftsgang) throws {
    switch s.feld {
    case .identifikation: try block(s, w.identifikation) { try $0.identifikation($1, $2) }
    case .beteiligungsschritte:
      try bloecke(s, w.beteiligungsschritte) { try $0.beteiligungsschritt($1, $2) }
    default: break
    }
  }

  private mutating func beteiligungsschritt(_ s: Schritt, _ w: Beteiligungsschritt) throws {
    switch s.feld {
    case .nummer: try text(s, w.nummer)
    case .status: try code(s, w.status)
    case .verfuegung: try block(s, w.verfuegung) { try $0.verfuegung($1, $2) }
    case .bearbeitung: try block(s, w.bearbeitung) { try $0.bearbeitung($1, $2) }
    case .parallel: try texte(s, w.parallelZuBeteiligungsschritt)
    case .versionNummer: try text(s, w.versionNummer)
    default: break
    }
  }

  private mutating func verfuegung(_ s: Schritt, _ w: Verfuegung) throws {
    switch s.feld {
    case .ersteller: try block(s, w.ersteller) { try $0.kontakt($1, $2) }
    case .adressat: try block(s, w.adressat) { try $0.kontakt($1, $2) }
    case .erstellungsdatum: try tag(s, w.erstellungsdatum)
    case .erstellungsuhrzeit: try uhrzeit(s, w.erstellungsuhrzeit)
    case .verfuegungstext: try text(s, w.verfuegung)
    case .terminDatum: try tag(s, w.terminDatum)
    case .terminUhrzeit: try uhrzeit(s, w.terminUhrzeit)
    case .notiz: try text(s, w.notiz)
    default: break
    }
  }

  private mutating func bearbeitung(_ s: Schritt, _ w: Bearbeitung) throws {
    switch s.feld {
    case .bearbeiter: try block(s, w.bearbeiter) { try $0.kontakt($1, $2) }
    case .datum: try tag(s, w.datum)
    case .uhrzeit: try uhrzeit(s, w.uhrzeit)
    case .vermerk: try text(s, w.vermerk)
    case .notiz: try text(s, w.notiz)
    case .dokumente: for d in w.anlagen { try dokument(s, d) }
    default: break
    }
  }

  mutating func aktenplan(_ s: Schritt, _ w: Aktenplan) throws {
    switch s.feld {
    case .id: try kennung(s, w.id)
    case .bezeichnung: try text(s, w.bezeichnung)
    case .typ: try text(s, w.typ)
    case .version: try text(s, w.version)
    case .einheiten:
      try bloecke(s, darstellbar(w.einheiten, s.plan)) { try $0.aktenplaneinheit($1, $2) }
    case .gueltigkeit: try block(s, w.gueltigkeit) { try $0.zeitraum($1, $2) }
    case .aktenplandateien: try bloecke(s, w.aktenplandateien) { try $0.format($1, $2) }
    default: break
    }
  }

  /// Where units hold no others (0511 in 3.0.0), all stand side by side, so that none is lost.
  private mutating func darstellbar(
    _ einheiten: [Aktenplaneinheit], _ plan: Plan
  ) -> [Aktenplaneinheit] {
    guard !wirdSondiert, !profil.felder(plan).contains(.einheiten),
      einheiten.contains(where: { !$0.einheiten.isEmpty })
    else { return einheiten }
    melde(
      .umgewandelt, "Einheit", "",
      zusatz: "Diese Version kennt keine Gliederung; alle Einheiten stehen nebeneinander.")
    var flach: [Aktenplaneinheit] = []
    func sammle(_ einheiten: [Aktenplaneinheit]) {
      for var e in einheiten {
        let unten = e.einheiten
        e.einheiten = []
        flach.append(e)
        sammle(unten)
      }
    }
    sammle(einheiten)
    return flach
  }

  private mutating func aktenplaneinheit(_ s: Schritt, _ w: Aktenplaneinheit) throws {
    switch s.feld {
    case .id: try kennung(s, w.id)
    case .kennzeichen: try text(s, w.angaben.kennzeichen)
    case .inhaltsangabe: try text(s, w.angaben.inhaltsangabe)
    case .betreffKurz: try text(s, w.angaben.betreffKurz)
    case .aussonderungsartCode, .aussonderungsartKonfigurierbar:
      try aussonderungsart(s, w.aussonderungsart)
    case .gueltigkeit: try block(s, w.gueltigkeit) { try $0.zeitraum($1, $2) }
    case .stillgelegt:
      if w.stillgelegt == nil { melde(.ergaenzt, "Stillgelegt", "0") }
      try wahrheit(s, w.stillgelegt ?? (wirdSondiert ? nil : false))
    case .anzahlJahre, .unbefristet: try aufbewahrungsdauer(s, w.aufbewahrungsdauer)
    case .einheiten: try bloecke(s, w.einheiten) { try $0.aktenplaneinheit($1, $2) }
    case .einheitenverweise: try texte(s, w.verweise)
    case .erweiterungen: try bloecke(s, w.erweiterungen) { try $0.erweiterung($1, $2) }
    case .erweiterungXML: try fragment(s, w.erweiterungXML)
    default: break
    }
  }
}
