// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle

/// Reads the accepted events into the oracle's own history, and judges whether they could be
/// accepted at all as far as that follows from the history.
extension Modellorakel {
  mutating func lies(_ h: Handlung, _ w: Wirkungen) throws(Verstoss) {
    switch h.ereignis {
    case .schriftgut(let id, _, let e): liesSchriftgut(id, e)
    case .einheit(let k, .vorabbewerten(let v)): einheiten[k] = v
    case .paket(let id, let e): try liesPaket(id, e, h, w)
    case .dokument, .einheit: break
    }
  }

  private mutating func liesSchriftgut(_ id: ObjektID, _ e: Schriftgutereignis) {
    switch e {
    case .sperreSetzen(let s): sperren[id, default: [:]][s.id] = s.umfang
    case .sperreAufheben(let s, _):
      sperren[id]?[s] = nil
      if sperren[id]?.isEmpty == true { sperren[id] = nil }
    case .umhaengen(let nach): nimmSperrenMit(id, nach.eltern)
    case .uebernehmen(_, let stand): if stand.zdADatum != nil { altbestand.insert(id) }
    default: break
    }
  }

  /// A hold with reach goes along when an object is moved out from under it (L01): it becomes the
  /// object's own.
  private mutating func nimmSperrenMit(_ id: ObjektID, _ ziel: ObjektID?) {
    let bleiben = Set((ziel.map { [$0] + vorfahren($0).map(\.id) }) ?? [])
    for oben in vorfahren(id) where !bleiben.contains(oben.id) {
      for (sperre, umfang) in sperren[oben.id] ?? [:] where umfang == .teilbaum {
        sperren[id, default: [:]][sperre] = .teilbaum
      }
    }
  }

  private mutating func liesPaket(
    _ id: PaketID, _ e: Paketereignis, _ h: Handlung, _ w: Wirkungen
  ) throws(Verstoss) {
    let abgelehnt = Set(w.abgelehnt.map(\.objekt))
    guard var p = pakete[id] else {
      try beginnePaket(id, e, abgelehnt, h, w)
      return
    }
    var nur: Set<ObjektID>?
    if let n = e.nachrichtDesArchivs, !p.bekannt.insert(n).inserted {
      if w.istLeer { return }
      if case .bewertung = e {
        // Only for what was held when it came first (L03), and what follows from that above.
        let gesperrte = p.gesperrtBei[n] ?? []
        guard
          gesperrte.union(gesperrte.flatMap { vorfahren($0).map(\.id) })
            .isSuperset(of: w.schriftgut.map(\.id).filter { belege[$0] == nil })
        else { throw Verstoss("Q1", nil, "Nachricht \(n) wirkte ein zweites Mal") }
        nur = gesperrte
      } else {
        try pruefe { _ throws(Verstoss) in
          throw Verstoss("Q11", nil, "Nachricht \(n) wirkte ein zweites Mal als \(e.regel)")
        }
      }
    }
    switch e {
    case .angebotErstellen, .abgebenNachKatalog:
      throw Verstoss("I2", nil, "die Paketkennung \(id) wurde zweimal vergeben")
    case .herausnehmen(let objekte):
      for o in objekte where !abgelehnt.contains(o) {
        p.mitglieder.subtract([o] + nachfahren(o).map(\.id))
      }
    case .anbieten(let n, let gueltig):
      guard gueltig else { throw Verstoss("Q2", nil, "ungültiges Angebot versandt") }
      p.angebot = n
      p.versandt = h.heute
      p.bekannt.insert(n)
    case .empfangBestaetigt(_, let auf, let am):
      guard auf == p.angebot, am <= h.heute else {
        throw Verstoss("Q3", nil, "fremde oder künftige Empfangsbestätigung")
      }
      p.empfangen = p.empfangen ?? am
    case .bewertung(let n, let auf, let entscheidungen):
      guard auf == p.angebot else { throw Verstoss("Q3", nil, "fremde Bewertung angenommen") }
      for a in w.abgelehnt {
        if case .gesperrt = a.grund { p.gesperrtBei[n, default: []].insert(a.objekt) }
      }
      let gelten = entscheidungen.filter { nur?.contains($0.objekt) ?? true }
      liesBewertung(p, gelten, abgelehnt, w)
    case .fristablauf:
      try liesFristablauf(p, h, abgelehnt)
      folgeNachOben(p, w)
    case .zurueckziehen, .abbrechen:
      guard p.abgegeben.isEmpty else { throw Verstoss("Q4", nil, "nach der Abgabe zurückgezogen") }
      for m in p.mitglieder where schriftgut[m]?.lage.istEnde != true { belege[m] = nil }
    case .abgeben(let nachrichten, let pruefungen):
      p.bekannt.formUnion(nachrichten)
      try liesAbgabe(&p, pruefungen, w)
    case .empfang: break
    case .importBestaetigt(_, let teil, let gesamt, let ergebnisse):
      liesImport(&p, teil, gesamt, ergebnisse, h, w)
    case .abschliessen:
      for m in p.mitglieder where schriftgut[m]?.lage.istEnde != true {
        throw Verstoss("Q5", m, "das Paket wurde vor dem Ende des Objekts abgeschlossen")
      }
    }
    pakete[id] = p
  }

  private mutating func beginnePaket(
    _ id: PaketID, _ e: Paketereignis, _ abgelehnt: Set<ObjektID>, _ h: Handlung,
    _ w: Wirkungen
  ) throws(Verstoss) {
    var p = Orakelpaket()
    switch e {
    case .angebotErstellen(_, let objekte, let anlass):
      for o in objekte where !abgelehnt.contains(o) {
        if anlass == .fristende, !(reifAb(o).map { $0 <= h.heute } ?? false) {
          throw Verstoss("P6", o, "wegen des Fristendes angeboten, bevor die Frist zu Ende ist")
        }
        p.mitglieder.insert(o)
        p.mitglieder.formUnion(nachfahren(o).filter { !$0.lage.istEnde }.map(\.id))
      }
    case .abgebenNachKatalog(_, let nachrichten, let pruefungen):
      for o in pruefungen.map(\.objekt) where !abgelehnt.contains(o) {
        p.mitglieder.insert(o)
        p.mitglieder.formUnion(nachfahren(o).filter { !$0.lage.istEnde }.map(\.id))
      }
      // Named twice, once good and once bad: the state tells which one counted.
      p.mitglieder.formUnion(w.schriftgut.map(\.id))
      try pruefeKatalogabgabe(p.mitglieder, pruefungen, w)
      p.abgegeben = p.mitglieder
      p.bekannt = Set(nachrichten)
      for m in p.mitglieder { belege[m] = .entschieden(.archivwuerdig) }
    default: throw Verstoss("Q6", nil, "das Paket \(id) gibt es nicht")
    }
    pakete[id] = p
  }

  private mutating func liesBewertung(
    _ p: Orakelpaket, _ entscheidungen: [Bewertungsentscheidung], _ abgelehnt: Set<ObjektID>,
    _ w: Wirkungen
  ) {
    var anzahl: [ObjektID: Int] = [:]
    for e in entscheidungen { anzahl[e.objekt, default: 0] += 1 }
    for e in entscheidungen
    where anzahl[e.objekt] == 1 && p.mitglieder.contains(e.objekt) && !abgelehnt.contains(e.objekt)
    {
      guard let wert = Self.werte[e.wert] else { continue }
      switch (belege[e.objekt], wert) {
      case (nil, _), (.entschieden(.nochZuBewerten)?, _): belege[e.objekt] = .entschieden(wert)
      // A late A counts as long as nothing was done because of what was there before.
      case (.entschieden?, .archivwuerdig) where schriftgut[e.objekt]?.lage == .bewertet:
        belege[e.objekt] = .entschieden(wert)
      default: break
      }
    }
    folgeNachOben(p, w)
  }

  /// Ancestors in the batch may follow an A below; they must not follow anything else.
  private mutating func folgeNachOben(_ p: Orakelpaket, _ w: Wirkungen) {
    let neu = w.schriftgut.filter {
      $0.lage == .bewertet && $0.aussonderung?.bewertung == .archivwuerdig
    }
    for s in neu where p.mitglieder.contains(s.id) {
      let darunter = nachfahren(s.id).contains {
        p.mitglieder.contains($0.id)
          && (belege[$0.id] == .entschieden(.archivwuerdig)
            || $0.aussonderung?.bewertung == .archivwuerdig)
      }
      if darunter { belege[s.id] = .entschieden(.archivwuerdig) }
    }
  }

  /// A, B, V and the values agreed in ``Modellwelt/richteEin()``.
  private static let werte: [String: Bewertung] = [
    "A": .archivwuerdig, "X": .archivwuerdig, "B": .nochZuBewerten, "?": .nochZuBewerten,
    "V": .nichtArchivwuerdig, "K": .nichtArchivwuerdig,
  ]

  /// P06: a deadline is configured, the receipt is proved, and the time is over.
  private mutating func liesFristablauf(
    _ p: Orakelpaket, _ h: Handlung, _ abgelehnt: Set<ObjektID>
  ) throws(Verstoss) {
    guard let ende = bewertungsfristende(p) else {
      throw Verstoss("Q7", nil, "Fristablauf ohne Bewertungsfrist oder nachgewiesenen Zugang")
    }
    guard h.heute > ende else {
      throw Verstoss("Q7", nil, "Fristablauf vor dem Ende der Bewertungsfrist am \(ende)")
    }
    for m in p.mitglieder
    where belege[m] == nil && !abgelehnt.contains(m) && schriftgut[m]?.lage == .angeboten {
      belege[m] = .entschieden(.fristablauf)
    }
  }

  /// Last day of the archive's time; nil without a configured period or without proof of receipt.
  func bewertungsfristende(_ id: PaketID) -> Kalendertag? {
    pakete[id].flatMap { bewertungsfristende($0) }
  }

  private func bewertungsfristende(_ p: Orakelpaket) -> Kalendertag? {
    guard let frist = richtlinie.bewertungsfrist, let zugang = p.empfangen, let versand = p.versandt
    else { return nil }
    var ende = Self.monate(frist.monate, nach: frist.ausloeser == .eingang ? zugang : versand)
    // 1970-01-01 was a Thursday; Saturday and Sunday are the numbers 2 and 3.
    while frist.verschiebtWochenende, [2, 3].contains((ende.tageszahl % 7 + 7) % 7) {
      ende = ende.nach(1)
    }
    return ende
  }

  /// The same day number some months later, or the last day of that month (FAKTEN 2.7, F40–F43).
  static func monate(_ n: Int, nach tag: Kalendertag) -> Kalendertag {
    let m = tag.monat - 1 + n
    let jahr = tag.jahr + m / 12
    var nummer = tag.tag
    while nummer > 27 {
      if let ende = Kalendertag(jahr, m % 12 + 1, nummer) { return ende }
      nummer -= 1
    }
    return Kalendertag(jahr, m % 12 + 1, nummer) ?? tag
  }

  private func liesAbgabe(
    _ p: inout Orakelpaket, _ pruefungen: [Abgabepruefung], _ w: Wirkungen
  ) throws(Verstoss) {
    for s in w.schriftgut where s.lage == .abgegeben {
      guard p.mitglieder.contains(s.id), belege[s.id] == .entschieden(.archivwuerdig) else {
        throw Verstoss("P1", s.id, "abgegeben, ohne archivwürdig zu sein")
      }
      guard
        pruefungen.contains(where: {
          $0.objekt == s.id && $0.hashesGeprueft && $0.formateVereinbart && $0.virenfrei
        })
      else { throw Verstoss("P2", s.id, "abgegeben, ohne dass alle Dateien geprüft sind") }
      p.abgegeben.insert(s.id)
    }
  }

  /// P10: an import counts once all parts of the numbered answer are there; parts that name another
  /// total belong to another answer, and an answer that says both gives no right to delete.
  private mutating func liesImport(
    _ p: inout Orakelpaket, _ teil: Int, _ gesamt: Int, _ ergebnisse: [Importergebnis],
    _ h: Handlung, _ w: Wirkungen
  ) {
    p.teile[gesamt, default: []].insert(teil)
    for e in ergebnisse where p.abgegeben.contains(e.objekt) { p.wartend.append((e, gesamt)) }
    guard let teile = p.teile[gesamt], teile.isSuperset(of: 1...gesamt) else { return }
    let antwort = p.wartend.filter { $0.gesamt == gesamt }.map(\.ergebnis)
    let gescheitert = Set(antwort.filter { !$0.erfolgreich }.map(\.objekt))
    let uebernommen = Set(w.schriftgut.filter { $0.lage == .uebernommen }.map(\.id))
    for e in antwort where uebernommen.contains(e.objekt) && !gescheitert.contains(e.objekt) {
      belege[e.objekt] = .uebernommen(am: h.heute)
    }
    p.teile = [:]
    p.wartend = []
  }
}

extension Paketereignis {
  fileprivate var nachrichtDesArchivs: NachrichtenID? {
    switch self {
    case .empfangBestaetigt(let n, _, _), .bewertung(let n, _, _), .empfang(let n): n
    case .importBestaetigt(let n, _, _, _): n
    default: nil
    }
  }
}
