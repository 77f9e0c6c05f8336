// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle

/// Events on Akten, Teilakten, Vorgänge and Teilvorgänge.
extension Modellwelt {
  mutating func neueAkte() -> Handlung {
    let einheit = chance(3) ? "gibt es nicht" : eines(Self.einheiten)
    let angaben = Anlageangaben(
      ebene: .akte, einheit: einheit, betreff: text("Akte"), kennzeichen: kennzeichen(),
      federfuehrung: "Amt \(w(3))", papierteil: chance(8))
    let neu = chance(3) ? (lebend.first ?? id()) : chance(2) ? (dokumente.last ?? id()) : id()
    return Handlung(
      .schriftgut(
        ziel: neu, in: chance(2) ? lebend.last : nil, ereignis: .anlegen(angaben: angaben)),
      akteur: wer(Modellpersonal.schreibende), heute: heute)
  }

  mutating func schriftgut(_ wurf: Modellwurf) -> Handlung? {
    switch wurf {
    case .akte: return lebend.count < 60 ? neueAkte() : nil
    case .kind: return kind()
    case .uebernehmen: return lebend.count < 70 ? altes() : nil
    case .sperren, .entsperren: return sperre(wurf)
    case .verlaengern, .verkuerzen, .katalog: return frist(wurf)
    case .wiedervorlage, .erledigtWV: return wiedervorlage(wurf)
    case .zdA, .kaskade: return abschluss(wurf)
    case .vernichten, .genehmigt: return vernichtung(wurf)
    default: return uebriges(wurf)
    }
  }

  private mutating func an(
    _ s: Schriftgutzustand?, _ akteur: Akteur, _ e: Schriftgutereignis, mit zweite: Akteur? = nil
  ) -> Handlung? {
    guard let s else { return nil }
    return Handlung(
      .schriftgut(ziel: s.id, in: nil, ereignis: e), akteur: akteur, zweitePerson: zweite,
      heute: heute)
  }

  private mutating func angaben(in eltern: Schriftgutzustand) -> Anlageangaben {
    let ebene: Ebene =
      if chance(6) {
        eines(Ebene.allCases)
      } else {
        eltern.ebene.istAkte
          ? eines([.vorgang, .vorgang, .teilakte]) : .teilvorgang
      }
    return Anlageangaben(
      ebene: ebene, einheit: chance(10) ? eines(Self.einheiten) : nil, betreff: text("Vorgang"),
      kennzeichen: kennzeichen(), papierteil: chance(8))
  }

  private mutating func kind() -> Handlung? {
    guard lebend.count < 90, let eltern = objekt(\.lage.istOffen) else { return nil }
    return Handlung(
      .schriftgut(
        ziel: chance(2) ? (tot.last ?? id()) : id(), in: eltern.id,
        ereignis: .anlegen(angaben: angaben(in: eltern))),
      akteur: wer(Modellpersonal.schreibende), heute: heute)
  }

  private mutating func altes() -> Handlung? {
    let eltern = chance(60) ? objekt { !$0.lage.istEnde } : nil
    var a =
      eltern.map { angaben(in: $0) }
      ?? Anlageangaben(
        ebene: .akte, einheit: eines(Self.einheiten), betreff: "Alt", kennzeichen: kennzeichen())
    a.papierteil = chance(5)
    var stand = Altstand()
    if chance(70) {
      stand.zdADatum = chance(5) ? heute.nach(1 + w(99)) : tag(zurueck: 12_000)
    }
    if chance(50), let ende = stand.zdADatum {
      stand.laufzeit = Zeitraum(beginn: ende.nach(-w(900)), ende: ende.nach(-w(5)))
    }
    if chance(20) { stand.transferfristende = heute.nach(200 - w(400)) }
    if chance(25) { stand.einzelregel = regel("alt") }
    if chance(20) { stand.ereignisse = ["Rechtskraft": .tag(tag(zurueck: 3000))] }
    return Handlung(
      .schriftgut(
        ziel: id(), in: eltern?.id, ereignis: .uebernehmen(angaben: a, stand: stand)),
      akteur: wer([.system, Modellpersonal.registrator]), heute: heute)
  }

  private mutating func sperre(_ wurf: Modellwurf) -> Handlung? {
    if wurf == .sperren {
      guard sperren.count < 6, let s = objekt({ !$0.lage.istEnde }) else { return nil }
      let sperre = Sperre(
        id: chance(6) ? (sperren.last?.1 ?? SperrID.zufaellig(&z)) : SperrID.zufaellig(&z),
        grund: text(), behoerde: "Gericht", umfang: chance(60) ? .teilbaum : .objekt,
        pruefenAm: chance(30) ? heute.nach(w(400) - 20) : nil)
      let wer = wer(Modellpersonal.sperrende + [Modellpersonal.registrator])
      return an(s, wer, .sperreSetzen(sperre: sperre))
    }
    guard !sperren.isEmpty else { return nil }
    let (ziel, sperre) = eines(sperren)
    let id = chance(8) ? SperrID.zufaellig(&z) : sperre
    return an(
      modell.schriftgut[ziel], wer(Modellpersonal.sperrende),
      .sperreAufheben(id: id, grund: text()))
  }

  private mutating func frist(_ wurf: Modellwurf) -> Handlung? {
    let s = objekt { $0.lage == .zdA || $0.lage == .inAufbewahrung }
    let neu = regel("neu")
    switch wurf {
    case .verlaengern:
      return an(
        s, wer(Modellpersonal.registratur), .fristVerlaengern(regel: neu, grund: text()))
    case .verkuerzen:
      return an(
        s, wer([Modellpersonal.registrator]),
        .fristVerkuerzen(regel: neu, rechtsgrundlage: text("§ 1")),
        mit: zweite([Modellpersonal.verwalter]))
    default:
      let aenderung = Katalogaenderung(
        regel: neu, gueltigAb: tag(zurueck: 900), laufendeFristen: chance(75))
      return an(
        s, wer([Modellpersonal.verwalter]), .katalogaenderung(aenderung: aenderung),
        mit: zweite(Modellpersonal.registratur))
    }
  }

  private mutating func wiedervorlage(_ wurf: Modellwurf) -> Handlung? {
    if wurf == .wiedervorlage {
      let neu = Wiedervorlage(id: .zufaellig(&z), termin: heute.nach(w(300) - 10))
      return an(
        objekt(\.lage.istOffen), wer(Modellpersonal.schreibende), .wiedervorlage(neu: neu))
    }
    guard !wiedervorlagen.isEmpty else { return nil }
    let (ziel, id) = eines(wiedervorlagen)
    return an(
      modell.schriftgut[ziel], wer(Modellpersonal.schreibende), .wiedervorlageErledigen(id: id))
  }

  private mutating func abschluss(_ wurf: Modellwurf) -> Handlung? {
    let s = objekt { $0.lage == .inBearbeitung }
    let verfuegung = ZdAVerfuegung(
      datum: chance(70) ? heute : heute.nach(5 - w(60)), vorLaufzeitendeBestaetigt: chance(60),
      bewertungsvorschlag: chance(40) ? eines(Katalogart.allCases) : nil)
    if wurf == .kaskade {
      return an(s, wer(Modellpersonal.registratur), .zdAKaskadierend(verfuegung: verfuegung))
    }
    return an(s, wer(Modellpersonal.schreibende), .zdA(verfuegung: verfuegung))
  }

  private mutating func vernichtung(_ wurf: Modellwurf) -> Handlung? {
    let zwei = zweite(Modellpersonal.zeichnende + Modellpersonal.registratur)
    if wurf == .genehmigt {
      let einheiten = modell.einheiten
      let s = objekt { z in
        z.lage == .inAufbewahrung && einheiten[z.einheit]?.vorabbewertung?.art == .vernichten
      }
      return an(s, wer(Modellpersonal.registratur), .vernichtenNachGenehmigung, mit: zwei)
    }
    var s = objekt { $0.lage == .bewertet || $0.lage == .uebernommen }
    // Mostly the whole tree goes.
    while chance(60), let oben = s?.eltern.flatMap({ modell.schriftgut[$0] }),
      oben.lage == .bewertet || oben.lage == .uebernommen
    {
      s = oben
    }
    return an(s, wer(Modellpersonal.registratur), .vernichten, mit: zwei)
  }

  private mutating func uebriges(_ wurf: Modellwurf) -> Handlung? {
    let reg = wer(Modellpersonal.registratur)
    let lange = heute.nach(-10_500)
    switch wurf {
    case .stornieren: return an(objekt { $0.lage == .angelegt }, reg, .stornieren(grund: text()))
    case .umhaengen: return umhaengen(reg)
    case .federfuehrung:
      return an(
        objekt(\.lage.istOffen), wer(Modellpersonal.zeichnende + [reg]),
        .federfuehrungAendern(neu: text("Amt \(w(3))")))
    case .wiederaufnehmen:
      let s = objekt { $0.lage == .zdA || $0.lage == .inAufbewahrung }
      let spaet = s?.lage == .inAufbewahrung || chance(30)
      return an(
        s, spaet ? reg : wer(Modellpersonal.schreibende), .wiederaufnehmen(grund: text()),
        mit: spaet ? zweite(Modellpersonal.zeichnende) : nil)
    case .transferfrist:
      return an(objekt { $0.lage == .zdA }, wer([.system]), .transferfristAbgelaufen)
    case .bezug:
      return an(
        objekt { !$0.lage.istEnde }, wer(Modellpersonal.schreibende),
        .bezugsereignis(
          name: text("Rechtskraft"), datum: chance(15) ? .unbekannt : .tag(heute.nach(3 - w(400)))))
    case .korrektur:
      let grade = Geheimhaltungsgrad.allCases.map(\.rawValue)
      let korrektur = Metadatenkorrektur(
        eines(Metadatenfeld.allCases), alt: eines(grade), neu: eines(grade + ["A", "V", ""]),
        grund: text())
      return an(objekt { !$0.lage.istEnde }, reg, .metadatenkorrektur(korrektur: korrektur))
    case .loeschverlangen:
      return an(
        objekt { !$0.lage.istEnde }, wer(Modellpersonal.sperrende),
        .loeschverlangen(grund: text(), sofort: chance(20)))
    case .ersuchen:
      return an(
        objekt { $0.lage == .inBearbeitung || $0.lage == .zdA }, reg,
        .uebernahmeersuchen(an: text("Landratsamt")))
    case .abgelehnt:
      return an(objekt(\.abgabeLaufend), reg, .uebernahmeAbgelehnt(grund: text()))
    case .bestaetigt:
      return an(objekt(\.abgabeLaufend), reg, .uebernahmeBestaetigt(nachweis: text("Nachweis")))
    case .waechter:
      return an(
        objekt { $0.letzteBearbeitung < lange || $0.ebene == .akte }, wer([.system]),
        .anbietungswaechter)
    case .papier:
      return an(
        objekt(\.papierteilOffen), reg, .papierteil(offen: chance(25), standort: text("Keller")))
    default: return nil
    }
  }

  private mutating func umhaengen(_ reg: Akteur) -> Handlung? {
    guard let s = objekt(\.lage.istOffen) else { return nil }
    let eltern =
      s.ebene == .akte
      ? nil : objekt { $0.lage.istOffen && s.ebene.moeglicheEltern.contains($0.ebene) }
    return an(
      s, reg,
      .umhaengen(
        nach: Umhaengung(
          eltern: eltern?.id,
          einheit: chance(s.ebene == .akte ? 80 : 10) ? eines(Self.einheiten) : nil,
          kennzeichen: kennzeichen(), grund: text())))
  }
}
