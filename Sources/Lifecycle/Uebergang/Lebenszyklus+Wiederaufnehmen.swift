// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Lebenszyklus {
  /// A13 within the Transferfrist, A14 afterwards.
  static func nimmWiederAuf(
    _ z: Schriftgutzustand, _ grund: String, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    // An object above that must be re-opened, too, and is in the Altregistratur makes it late as well.
    let geschlossen = (k.umfeld.vorfahren ?? []).filter { !$0.lage.istOffen }
    let spaet = ([z] + geschlossen).contains { spaeteWiederaufnahme($0, k.heute) }
    let gang = Pruefgang(spaet ? "A14" : "A13", z.id, k)
    try gang.verlange(z.lage.istGeschlossen, .falscheLage(z.lage.anzeige))
    try gang.verlange(z.aussonderung == nil, .inAussonderung)
    try gang.verlange(z.lage == .zdA || z.lage == .inAufbewahrung, .falscheLage(z.lage.anzeige))
    let vorfahren = try gang.vorfahren()
    try gang.keineAbgabe(z, vorfahren)
    for v in geschlossen {
      try gang.verlange(v.aussonderung == nil, .inAussonderung)
      try gang.verlange(
        v.lage == .zdA || v.lage == .inAufbewahrung, .falscheLage(v.lage.anzeige))
    }
    if spaet {
      try gang.befugt(.spaeterWiederaufnehmen)
      try gang.beide(.registratur, .zeichnungsbefugte)
    } else {
      try gang.befugt(.wiederaufnehmen)
    }
    try gang.verlange(text: grund)

    var w = Wirkungen(gang.regel)
    for alt in [z] + geschlossen {
      var neu = alt
      neu.lage = .inBearbeitung
      neu.zdADatum = nil
      neu.transferfristende = nil
      neu.frist = nil
      neu.letzteBearbeitung = max(neu.letzteBearbeitung, k.heute)
      w.schriftgut.append(neu)
      w.aenderungen.append(
        Aenderung(alt.id, "ZdADatum", alt: alt.zdADatum?.text, neu: nil))
      if let ende = alt.frist?.ende {
        w.aenderungen.append(Aenderung(alt.id, "Aufbewahrungsende", alt: ende.text, neu: nil))
      }
    }
    w.schriftgut += beruehrt(vorfahren.filter(\.lage.istOffen), k.heute)
    if !geschlossen.isEmpty { w.hinweise = [.wiedereroeffnet(geschlossen.map(\.id))] }
    return w
  }

  /// After the Transferfrist, also if the timer has not run yet.
  private static func spaeteWiederaufnahme(_ z: Schriftgutzustand, _ heute: Kalendertag) -> Bool {
    z.lage == .inAufbewahrung || (z.transferfristende.map { heute > $0 } ?? false)
  }

  /// A15: idempotent; nothing follows as long as the Transferfrist runs or if it is over already.
  static func beendeTransferfrist(
    _ z: Schriftgutzustand, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A15", z.id, k)
    try gang.befugt(.fristlauf)
    var w = Wirkungen("A15")
    guard z.lage == .zdA, z.transferfristende.map({ k.heute > $0 }) ?? true else { return w }
    var neu = z
    neu.lage = .inAufbewahrung
    w.schriftgut = [neu]
    return w
  }
}
