// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import XMLStrom

extension Dekoder {
  /// Reads the attributes of the root element (from 4.0).
  mutating func wurzelattribute(_ wurzel: Wurzel, _ kopf: inout Nachrichtenkopf) {
    for a in wurzel.attribute where a.namensraum == nil {
      guard let plan = profil.wurzelattribute.first(where: { $0.name == a.name }) else {
        maengel.append(
          Lesemangel(
            art: .unbekanntesAttribut, zeile: wurzel.zeile, element: wurzel.localName,
            wert: a.name))
        continue
      }
      switch plan.feld {
      case .produktname: kopf.system.produktname = a.wert
      case .produktversion: kopf.system.produktversion = a.wert
      case .hersteller: kopf.system.hersteller = a.wert
      case .test: kopf.test = a.wert
      default: break
      }
    }
  }

  mutating func kopffeld(_ k: Int, _ s: Schritt, _ kopf: inout Nachrichtenkopf) {
    switch s.feld {
    case .nachrichtenID: kopf.nachrichtenID = kennung(k, Nachrichtenbezug.self)
    case .nachrichtentyp: kopf.nachrichtentyp = code(k)
    case .erstellungszeitpunkt: kopf.erstellungszeitpunkt = zeitpunkt(k)
    case .empfaenger: kopf.empfaenger = kontakt(k, s.plan)
    case .absender: kopf.absender = kontakt(k, s.plan)
    case .prozessID:
      if let id = kennung(k, Prozessbezug.self) { kopf.prozessID = id }
    case .instanzID: kopf.system.instanzID = text(k)
    case .produktname: kopf.system.produktname = text(k)
    case .produktversion: kopf.system.produktversion = text(k)
    case .hinweis: kopf.hinweis = text(k)
    case .erweiterungen: kopf.erweiterungen.append(erweiterung(k, s.plan))
    case .erweiterungXML: kopf.erweiterungXML = fragment(k)
    case .empfangsbestaetigung: kopf.empfangsbestaetigung = wahrheit(k, s)
    case .importbestaetigung: kopf.importbestaetigung = baum.text(k)
    case .rueckmeldungArchivkennung: kopf.rueckmeldungArchivkennung = wahrheit(k)
    case .weitereLeser: kopf.weitereLeser.append(kontakt(k, s.plan))
    case .ursprungsnachricht: kopf.ursprungsnachricht = kennung(k, Nachrichtenbezug.self)
    case .erfolgreich, .fehlermeldungen, .fehlermeldungCodes:
      var ergebnis = kopf.ergebnis ?? ErfolgOderMisserfolg(erfolgreich: false)
      _ = ergebnisfeld(k, s, &ergebnis)
      kopf.ergebnis = ergebnis
    case .lfdNr: kopf.lfdNr = ganzzahl(k)
    case .gesamtanzahl: kopf.gesamtanzahl = ganzzahl(k)
    default: melde(.unbekanntesElement, k)
    }
  }
}
