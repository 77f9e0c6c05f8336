// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle

/// Events exactly on the day on which something becomes possible, and on the day before: random
/// days would nearly never hit them.
extension Modellwelt {
  mutating func grenzfall() -> Handlung? {
    if chance(20) { return fristablaufAmEnde() }
    if chance(60), let h = vernichtungAmEnde() { return h }
    let lagen: [Lage] = [.uebernommen, .inAufbewahrung, .zdA]
    guard let s = objekt({ lagen.contains($0.lage) }) else { return nil }
    switch s.lage {
    case .uebernommen:
      let karenz = modell.richtlinie.karenztage
      guard springe(auf: s.aussonderung?.uebernommenAm.map { $0.nach(karenz) }) else { return nil }
      return an(s, .vernichten, mit: Modellpersonal.leiterin)
    case .inAufbewahrung:
      guard springe(auf: orakel.reifAb(s.id)) else { return nil }
      return Handlung(
        .paket(
          ziel: .zufaellig(&z),
          ereignis: .angebotErstellen(prozess: .zufaellig(&z), objekte: [s.id], anlass: .fristende)),
        akteur: Modellpersonal.registrator, heute: heute)
    case .zdA:
      guard springe(auf: s.transferfristende?.nach(1)) else { return nil }
      return an(s, .transferfristAbgelaufen)
    default: return nil
    }
  }

  /// What may be destroyed once its period is over: after V or silence, or by an approval.
  private mutating func vernichtungAmEnde() -> Handlung? {
    let einheiten = modell.einheiten
    let wissen = orakel
    let heute = heute
    let s = objekt { s in
      let darf =
        switch s.lage {
        case .bewertet: s.aussonderung?.bewertung != .archivwuerdig
        case .inAufbewahrung:
          s.aussonderung == nil && einheiten[s.einheit]?.vorabbewertung?.art == .vernichten
        default: false
        }
      return darf && wissen.reifAb(s.id).map { $0 > heute && $0 < heute.nach(1500) } ?? false
    }
    guard let s, springe(auf: wissen.reifAb(s.id), hoechstens: 1500) else { return nil }
    return an(
      s, s.lage == .bewertet ? .vernichten : .vernichtenNachGenehmigung,
      mit: Modellpersonal.leiterin)
  }

  private mutating func fristablaufAmEnde() -> Handlung? {
    guard let id = pakete.last(where: { modell.pakete[$0]?.empfangenAm != nil }),
      springe(auf: orakel.bewertungsfristende(id)?.nach(1))
    else { return nil }
    return Handlung(
      .paket(ziel: id, ereignis: .fristablauf), akteur: Modellpersonal.registrator, heute: heute)
  }

  private func an(
    _ s: Schriftgutzustand, _ e: Schriftgutereignis, mit zweite: Akteur? = nil
  ) -> Handlung {
    Handlung(
      .schriftgut(ziel: s.id, in: nil, ereignis: e), akteur: Modellpersonal.registrator,
      zweitePerson: zweite, heute: heute)
  }

  /// Goes to the day or to the one before, if that is not far away and not in the past.
  private mutating func springe(auf tag: Kalendertag?, hoechstens: Int = 500) -> Bool {
    guard let tag, heute.jahr < 2080 else { return false }
    let ziel = tag.nach(chance(50) ? -1 : 0)
    guard ziel >= heute, ziel < heute.nach(hoechstens) else { return false }
    heute = ziel
    return true
  }
}
