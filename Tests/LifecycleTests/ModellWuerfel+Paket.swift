// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle

/// Events on batches and the answers of the archive: right, late, repeated, foreign, contradictory.
extension Modellwelt {
  private mutating func an(_ p: Paketzustand?, _ akteur: Akteur, _ e: Paketereignis) -> Handlung? {
    guard let p else { return nil }
    return Handlung(.paket(ziel: p.id, ereignis: e), akteur: akteur, heute: heute)
  }

  /// A new message id, or one that was there before.
  private mutating func nachricht(_ p: Paketzustand?) -> NachrichtenID {
    if chance(6), let alt = p?.bekannteNachrichten.last { return alt }
    return .zufaellig(&z)
  }

  private mutating func antwortAuf(_ p: Paketzustand) -> NachrichtenID {
    if chance(5), !nachrichten.isEmpty { return eines(nachrichten) }
    return p.angebotsnachricht ?? .zufaellig(&z)
  }

  mutating func paket(_ wurf: Modellwurf) -> Handlung? {
    let reg = wer(Modellpersonal.registratur)
    let archiv = wer([Modellpersonal.archivarin])
    switch wurf {
    case .angebot: return angebot(reg)
    case .herausnehmen:
      guard let p = paket({ $0.lage == .entwurf && $0.objekte.count > 1 }) else { return nil }
      var ids = [p.objekte.isEmpty ? id() : eines(p.objekte)]
      if chance(20) { ids.append(id()) }
      return an(p, reg, .herausnehmen(objekte: ids))
    case .anbieten:
      return an(
        paket { $0.lage == .entwurf }, reg,
        .anbieten(nachricht: .zufaellig(&z), schemagueltig: chance(93)))
    case .empfang:
      guard let p = paket({ $0.lage == .angeboten }) else { return nil }
      return an(
        p, archiv,
        .empfangBestaetigt(
          nachricht: nachricht(p), antwortAuf: antwortAuf(p), am: heute.nach(1 - w(10))))
    case .bewertung: return bewertung(archiv)
    case .fristablauf:
      return an(
        paket { $0.angebotsnachricht != nil && $0.lage != .bewertet && !$0.lage.istEnde },
        wer([.system, Modellpersonal.registrator]), .fristablauf)
    case .zurueckziehen:
      return an(paket { !$0.lage.istEnde }, reg, .zurueckziehen(grund: text()))
    case .abbrechen: return an(paket { !$0.lage.istEnde }, reg, .abbrechen(grund: text()))
    case .abgeben:
      guard let p = paket({ $0.lage == .bewertet || $0.lage == .teilweiseBewertet }) else {
        return nil
      }
      return an(
        p, reg,
        .abgeben(
          nachrichten: chance(4) ? [] : [.zufaellig(&z)], pruefungen: pruefungen(p.objekte)))
    case .nachKatalog: return nachKatalog(reg)
    case .abgabeempfang:
      guard let p = paket({ $0.lage == .abgegeben }) else { return nil }
      return an(p, archiv, .empfang(nachricht: nachricht(p)))
    case .importieren: return importieren(archiv)
    case .abschliessen:
      return an(paket { !$0.lage.istEnde && $0.lage != .entwurf }, reg, .abschliessen)
    default: return nil
    }
  }

  private mutating func angebot(_ reg: Akteur) -> Handlung? {
    var objekte: [ObjektID] = []
    let vereinbart = chance(40)
    let heute = heute
    for _ in 0...w(4) {
      var s = objekt {
        ($0.lage == .inAufbewahrung || $0.lage == .zdA) && $0.aussonderung == nil
          && (vereinbart || $0.frist?.reifAb.map { $0 <= heute } ?? false)
      }
      // The whole Akte rather than a single Vorgang.
      while chance(65), let oben = s?.eltern.flatMap({ modell.schriftgut[$0] }),
        oben.lage.istGeschlossen
      {
        s = oben
      }
      if let s { objekte.append(s.id) }
    }
    if chance(3) { objekte.append(id()) }
    guard !objekte.isEmpty else { return nil }
    let paket = chance(4) ? (pakete.last ?? .zufaellig(&z)) : PaketID.zufaellig(&z)
    return Handlung(
      .paket(
        ziel: paket,
        ereignis: .angebotErstellen(
          prozess: .zufaellig(&z), objekte: objekte,
          anlass: vereinbart
            ? eines([.vereinbarung, .vereinbarung, .dreissigJahre, .loeschverlangen]) : .fristende)
      ), akteur: reg, heute: heute)
  }

  private mutating func bewertung(_ archiv: Akteur) -> Handlung? {
    guard
      let p = paket({
        $0.lage == .angeboten || $0.lage == .empfangsbestaetigt || $0.lage == .teilweiseBewertet
      })
    else { return nil }
    let einheitlich = chance(60) ? eines(["A", "V", "A", "V", "B"]) : nil
    var entscheidungen: [Bewertungsentscheidung] = []
    for o in p.objekte where chance(80) {
      let wert = einheitlich ?? eines(["A", "A", "V", "V", "V", "B", "X", "K", "?", "Z"])
      entscheidungen.append(Bewertungsentscheidung(o, wert))
      if chance(4) { entscheidungen.append(Bewertungsentscheidung(o, eines(["A", "V"]))) }
    }
    if chance(10), let k = p.kontextobjekte.first {
      entscheidungen.append(Bewertungsentscheidung(k, eines(["A", "V"])))
    }
    if chance(6) { entscheidungen.append(Bewertungsentscheidung(eines(lebend), "V")) }
    if chance(30) { entscheidungen.reverse() }
    return an(
      p, archiv,
      .bewertung(
        nachricht: nachricht(p), antwortAuf: antwortAuf(p), entscheidungen: entscheidungen))
  }

  private mutating func pruefungen(_ ids: [ObjektID]) -> [Abgabepruefung] {
    var pruefungen: [Abgabepruefung] = []
    for o in ids where chance(90) {
      pruefungen.append(
        Abgabepruefung(
          o, hashesGeprueft: !chance(5), formateVereinbart: !chance(5), virenfrei: !chance(5)))
      if chance(4) {
        pruefungen.append(
          Abgabepruefung(o, hashesGeprueft: true, formateVereinbart: true, virenfrei: true))
      }
    }
    return pruefungen
  }

  private mutating func nachKatalog(_ reg: Akteur) -> Handlung? {
    var gewaehlt: [ObjektID] = []
    let einheiten = modell.einheiten
    for _ in 0...w(3) {
      var s = objekt { z in
        (z.lage == .inAufbewahrung || z.lage == .zdA) && z.aussonderung == nil
          && einheiten[z.einheit]?.vorabbewertung?.art == .archivieren
      }
      while chance(70), let oben = s?.eltern.flatMap({ modell.schriftgut[$0] }),
        oben.lage.istGeschlossen
      {
        s = oben
      }
      if let s { gewaehlt.append(s.id) }
    }
    guard !gewaehlt.isEmpty else { return nil }
    return Handlung(
      .paket(
        ziel: .zufaellig(&z),
        ereignis: .abgebenNachKatalog(
          prozess: .zufaellig(&z), nachrichten: chance(4) ? [] : [.zufaellig(&z)],
          pruefungen: pruefungen(gewaehlt))), akteur: reg, heute: heute)
  }

  private mutating func importieren(_ archiv: Akteur) -> Handlung? {
    guard
      let p = paket({ !$0.abgegeben.isEmpty && ($0.lage != .importiert && !$0.lage.istEnde) })
    else { return nil }
    let gesamt = chance(70) ? 1 : 1 + w(3)
    let offen = (1...gesamt).first { !p.eingegangeneTeile.contains($0) } ?? 1
    var ergebnisse: [Importergebnis] = []
    for o in p.abgegeben where chance(80) {
      let gut = chance(85)
      ergebnisse.append(
        Importergebnis(
          o, erfolgreich: gut, archivkennung: gut ? "AK-\(w(999))" : nil,
          fehlertext: gut ? nil : "defekt"))
    }
    if chance(6) { ergebnisse.append(Importergebnis(eines(lebend), erfolgreich: true)) }
    return an(
      p, archiv,
      .importBestaetigt(
        nachricht: nachricht(p), teil: chance(4) ? w(5) : offen, gesamt: gesamt,
        ergebnisse: ergebnisse))
  }
}
