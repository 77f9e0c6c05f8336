// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle

/// Events on documents.
extension Modellwelt {
  private mutating func an(_ d: Dokumentzustand?, _ akteur: Akteur, _ e: Dokumentereignis)
    -> Handlung?
  {
    guard let d else { return nil }
    return Handlung(.dokument(ziel: d.id, in: nil, ereignis: e), akteur: akteur, heute: heute)
  }

  private mutating func fassung() -> Fassung? {
    chance(4) ? nil : Fassung(hash: pruefsumme(), groesse: Int64(w(1000)))
  }

  private mutating func neues(_ wurf: Modellwurf) -> Handlung? {
    let alt = wurf == .altdokument
    guard let s = objekt({ alt ? !$0.lage.istEnde : $0.lage.istOffen }) else { return nil }
    var a = Dokumentanlage(
      fassung: fassung(), betreff: text("Schreiben"), eingehend: chance(40),
      dokumentdatum: chance(80) ? heute.nach(2 - w(90)) : nil)
    if chance(20) { a.weitereFassungen = [fassung(), fassung()].compactMap(\.self) }
    return Handlung(
      .dokument(
        ziel: chance(2) ? (lebend.last ?? id()) : id(), in: s.id,
        ereignis: alt ? .uebernehmen(angaben: a) : .anlegen(angaben: a)),
      akteur: wer(alt ? [.system, Modellpersonal.registrator] : Modellpersonal.schreibende),
      heute: heute)
  }

  mutating func dokument(_ wurf: Modellwurf) -> Handlung? {
    let schreiber = wer(Modellpersonal.schreibende)
    switch wurf {
    case .dokument, .altdokument: return neues(wurf)
    case .fassung:
      return an(
        dokument { $0.lage == .entwurf || $0.lage == .inZeichnung }, schreiber,
        .neueFassung(fassung: fassung()))
    case .auschecken: return an(dokument { $0.lage == .entwurf }, schreiber, .auschecken)
    case .einchecken:
      return an(
        dokument { $0.ausgechecktVon != nil }, chance(60) ? Modellpersonal.registrator : schreiber,
        .einchecken)
    case .verfuegen:
      return an(dokument { $0.lage == .entwurf }, schreiber, .verfuegen(schritte: schritte()))
    case .erledigen, .ablehnen, .ueberspringen: return schritt(wurf)
    case .schlusszeichnen:
      guard let d = dokument({ $0.lage == .inZeichnung && !$0.hatOffeneSchritte }) else {
        return nil
      }
      let hash = chance(10) ? pruefsumme() : d.fassungen.last?.hash ?? pruefsumme()
      return an(d, wer(Modellpersonal.zeichnende), .schlusszeichnen(fassung: hash))
    case .versenden:
      return an(
        dokument { $0.lage == .schlussgezeichnet }, schreiber,
        .versenden(kanal: text("Post"), empfaenger: text("Bürger")))
    case .repraesentat:
      guard let d = dokument({ $0.lage != .vernichtet }) else { return nil }
      let n = chance(8) ? 99 : 1 + w(d.fassungen.count)
      let original =
        chance(8) ? pruefsumme() : d.fassungen.first { $0.nummer == n }?.hash ?? pruefsumme()
      return an(
        d, wer([.system, Modellpersonal.registrator]),
        .repraesentatHinzu(nummer: n, original: original, repraesentat: pruefsumme()))
    case .loeschen: return an(dokument { _ in true }, eines(Modellpersonal.alle), .loeschen)
    case .lauf:
      guard
        let d = dokument({ $0.hatOffeneQualitaetssicherung })
          ?? dokument({ $0.lage != .vernichtet }),
        let meldung = meldung(an: d)
      else { return nil }
      return an(d, schreiber, .lauf(meldung: meldung))
    default: return nil
    }
  }

  private mutating func schritte() -> [Schrittvorgabe] {
    var schritte: [Schrittvorgabe] = []
    for _ in 0..<w(4) {
      let art = eines([Schrittart.mitzeichnung, .mitzeichnung, .kenntnisnahme, .bearbeitung])
      schritte.append(
        Schrittvorgabe(
          art, adressat: eines(Modellpersonal.schreibende).kennung, gruppe: 1 + w(2),
          termin: chance(20) ? heute.nach(w(40) - 2) : nil))
    }
    if chance(20) { schritte.append(Schrittvorgabe(.schlusszeichnung, adressat: "vg1", gruppe: 3)) }
    return schritte
  }

  private mutating func schritt(_ wurf: Modellwurf) -> Handlung? {
    guard let d = dokument(\.hatOffeneSchritte) else { return nil }
    let offen = d.schritte.filter { $0.status == .offen }
    guard
      let s = chance(85) ? offen.min(by: { $0.vorgabe.gruppe < $1.vorgabe.gruppe }) : offen.last
    else {
      return an(d, eines(Modellpersonal.alle), .erledigen(schritt: 77, vermerk: ""))
    }
    let adressat = Modellpersonal.alle.first { $0.kennung == s.vorgabe.adressat }
    let akteur = wer([adressat ?? Modellpersonal.chef])
    switch wurf {
    case .erledigen: return an(d, akteur, .erledigen(schritt: s.nummer, vermerk: "ja"))
    case .ablehnen: return an(d, akteur, .ablehnen(schritt: s.nummer, vermerk: text("nein")))
    default:
      return an(
        d, wer(Modellpersonal.zeichnende), .ueberspringen(schritt: s.nummer, vermerk: text()))
    }
  }
}
