// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Lebenszyklus {
  /// P03: the Bewertungsfrist starts on the day of receipt.
  static func nimmEmpfang(
    _ p: Paketzustand, _ nachricht: NachrichtenID, _ antwortAuf: NachrichtenID, _ am: Kalendertag,
    _ g: inout Paketgang
  ) throws(LifecycleFehler) -> Wirkungen {
    try g.gang.befugt(.bewerten)
    try g.gang.verlange(antwortAuf == p.angebotsnachricht, .fremdeNachricht)
    try g.gang.verlange(am <= g.heute, .datumInZukunft)
    if let angeboten = p.angebotenAm { try g.gang.verlange(am >= angeboten, .fremdeNachricht) }
    var neu = p
    neu.bekannteNachrichten.append(nachricht)
    neu.empfangenAm = p.empfangenAm ?? am
    if p.lage == .angeboten { neu.lage = .empfangsbestaetigt }
    return try g.wirkungen(neu, leerIstFehler: false)
  }

  /// P04: object by object; who is not named stays offered.
  static func nimmBewertung(
    _ p: Paketzustand, _ nachricht: NachrichtenID, _ antwortAuf: NachrichtenID,
    _ entscheidungen: [Bewertungsentscheidung], _ g: inout Paketgang
  ) throws(LifecycleFehler) -> Wirkungen {
    try g.gang.befugt(.bewerten)
    try g.gang.verlange(antwortAuf == p.angebotsnachricht, .fremdeNachricht)

    // The same message again: only for objects that were under a hold when it came first.
    let nochmals = p.bekannteNachrichten.contains(nachricht)
    let gueltig = try gueltige(
      entscheidungen.filter { e in !nochmals || g.wartet(e.objekt, auf: nachricht) }, nachricht, p,
      &g)
    let archivwuerdige = Set(
      p.objekte.filter { id in
        gueltig[id] == .archivwuerdig || g.zustand(id)?.aussonderung?.bewertung == .archivwuerdig
      })
    for id in p.objekte {
      guard let wert = gueltig[id], var z = g.zustand(id) else { continue }
      if wert == .nichtArchivwuerdig {
        let innen = g.nachfahren(id, mitEnde: true).map(\.id).filter(archivwuerdige.contains)
        if !innen.isEmpty {
          g.lehneAb(id, .widerspruch(innen))
          continue
        }
      }
      bewerte(&z, wert, nachricht, g.heute)
      g.setze(z)
    }
    // One A below makes everything above A, whatever was said about it before; a V for it in this
    // very message is the contradiction that was refused.
    for id in archivwuerdige.sorted() {
      guard let z = g.zustand(id) else { continue }
      for var oben in g.vorfahren(z) ?? []
      where oben.aussonderung?.paket == p.id && gueltig[oben.id] != .nichtArchivwuerdig
        && (oben.lage == .angeboten || oben.lage == .bewertet)
        && oben.aussonderung?.bewertung != .archivwuerdig
      {
        guard try g.sperren(oben).isEmpty else { continue }
        bewerte(&oben, .archivwuerdig, nachricht, g.heute)
        g.setze(oben)
      }
    }
    let ohne = p.objekte.filter { g.zustand($0)?.lage == .angeboten }
    var neu = p
    if !nochmals { neu.bekannteNachrichten.append(nachricht) }
    if p.abgegeben.isEmpty { neu.lage = ohne.isEmpty ? .bewertet : .teilweiseBewertet }
    var w = try g.wirkungen(neu)
    if !nochmals { w.auftraege = [.bewertungBestaetigen(nachricht)] }
    if !ohne.isEmpty { w.hinweise = [.ohneEntscheidung(ohne)] }
    return w
  }

  /// The decisions that can be applied; the others are refused with their reasons.
  private static func gueltige(
    _ entscheidungen: [Bewertungsentscheidung], _ nachricht: NachrichtenID, _ p: Paketzustand,
    _ g: inout Paketgang
  ) throws(LifecycleFehler) -> [ObjektID: Bewertung] {
    let imPaket = Set(p.objekte)
    let kontext = Set(p.kontextobjekte)
    var haeufigkeit: [ObjektID: Int] = [:]
    for e in entscheidungen { haeufigkeit[e.objekt, default: 0] += 1 }
    var gueltig: [ObjektID: Bewertung] = [:]
    for e in entscheidungen {
      if kontext.contains(e.objekt) {
        g.lehneAb(e.objekt, .kontextobjekt)
      } else if !imPaket.contains(e.objekt) {
        g.lehneAb(e.objekt, .idUnbekannt)
      } else if haeufigkeit[e.objekt, default: 0] > 1 {
        g.lehneAb(e.objekt, .idDoppelt)
      } else if let wert = bewertung(e.wert, g.gang.k.richtlinie), let z = g.zustand(e.objekt) {
        let sperren = try g.sperren(z)
        // An A may come late: as long as the object is here, what is worth archiving goes before.
        let offen =
          z.lage == .angeboten
          || (z.lage == .bewertet && z.aussonderung?.bewertung != wert
            && (wert == .archivwuerdig || z.aussonderung?.bewertung == .nochZuBewerten))
        if !offen {
          if z.aussonderung?.bewertung != wert { g.lehneAb(e.objekt, .falscheLage(z.lage.anzeige)) }
        } else if !sperren.isEmpty {
          g.lehneAb(e.objekt, .gesperrt(sperren))
          g.merke(nachricht, fuer: z, archivwuerdig: wert == .archivwuerdig)
        } else {
          gueltig[e.objekt] = wert
        }
      } else {
        g.lehneAb(e.objekt, .wertUnbekannt(e.wert))
      }
    }
    return gueltig
  }

  private static func bewertung(_ wert: String, _ r: Richtlinie) -> Bewertung? {
    switch Katalogart(rawValue: wert) ?? r.vereinbarteWerte[wert] {
    case .archivieren?: .archivwuerdig
    case .bewerten?: .nochZuBewerten
    case .vernichten?: .nichtArchivwuerdig
    case nil: nil
    }
  }

  private static func bewerte(
    _ z: inout Schriftgutzustand, _ wert: Bewertung, _ nachricht: NachrichtenID?,
    _ heute: Kalendertag
  ) {
    z.lage = .bewertet
    z.aussonderung?.bewertung = wert
    z.aussonderung?.bewertetAm = heute
    z.aussonderung?.bewertungsnachricht = nachricht
  }

  /// P06: deletion becomes possible, but stays an act of the Registratur.
  static func stelleFristablaufFest(
    _ p: Paketzustand, _ g: inout Paketgang
  ) throws(LifecycleFehler) -> Wirkungen {
    try g.gang.befugt(.fristlauf)
    try g.gang.verlange(p.angebotsnachricht != nil, .falscheLage(p.lage.anzeige))
    guard let frist = g.gang.k.richtlinie.bewertungsfrist else {
      throw g.gang.nein(.keineFristKonfiguriert)
    }
    // Silence counts only if the archive is known to have the offer, whatever sets the period off.
    guard let zugang = p.empfangenAm, let versand = p.angebotenAm else {
      throw g.gang.nein(.zugangNichtNachgewiesen)
    }
    let ende: Kalendertag
    do {
      ende = try frist.berechne(ab: frist.ausloeser == .eingang ? zugang : versand).ende
    } catch {
      throw g.gang.nein(.frist(error))
    }
    try g.gang.verlange(g.heute > ende, .bewertungsfristLaeuft(ende))
    for id in p.objekte {
      guard var z = g.zustand(id), z.lage == .angeboten else { continue }
      let sperren = try g.sperren(z)
      if !sperren.isEmpty {
        g.lehneAb(id, .gesperrt(sperren))
      } else if let nachricht = z.aussonderung?.bewertungsnachricht {
        // The archive did decide, in time; only the hold kept it from being noted.
        g.lehneAb(id, .entscheidungWartet(nachricht))
      } else {
        let archivwuerdigesDarin = g.nachfahren(id, mitEnde: true).contains {
          $0.aussonderung?.paket == p.id && $0.aussonderung?.bewertung == .archivwuerdig
        }
        bewerte(&z, archivwuerdigesDarin ? .archivwuerdig : .fristablauf, nil, g.heute)
        g.setze(z)
      }
    }
    var neu = p
    if p.abgegeben.isEmpty {
      neu.lage =
        p.objekte.contains { g.zustand($0)?.lage == .angeboten } ? .teilweiseBewertet : .bewertet
    }
    return try g.wirkungen(neu)
  }
}
