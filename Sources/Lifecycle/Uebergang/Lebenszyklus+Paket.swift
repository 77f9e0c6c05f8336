// SPDX-License-Identifier: Apache-2.0
public import Akte

extension Lebenszyklus {
  /// What follows from an event on a batch: new states object by object, and a refusal for each
  /// object it cannot apply to.
  ///
  /// One bad object never stops the others.
  ///
  /// - Parameters:
  ///   - ereignis: What happens.
  ///   - paket: The batch's state; nil for a new batch.
  ///   - ziel: The batch; for a new one the id it gets.
  ///   - umfeld: The objects concerned with everything above and below them.
  ///   - k: Who, when, policy.
  /// - Returns: New states, refusals and things to do.
  /// - Throws: ``LifecycleFehler`` if the event as a whole is refused, or all of its objects are.
  public static func wende(
    _ ereignis: Paketereignis, auf paket: Paketzustand?, ziel: PaketID, umfeld: Paketumfeld,
    _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    var g = Paketgang(ereignis.regel, umfeld, k)
    switch ereignis {
    case .angebotErstellen(let prozess, let objekte, let anlass):
      try g.gang.verlange(paket == nil, .kennungVergeben)
      return try erstelleAngebot(ziel, prozess, objekte, anlass, &g)
    case .abgebenNachKatalog(let prozess, let nachrichten, let pruefungen):
      try g.gang.verlange(paket == nil, .kennungVergeben)
      return try gibNachKatalogAb(ziel, prozess, nachrichten, pruefungen, &g)
    default: break
    }
    guard let p = paket else { throw g.gang.nein(.unbekannt) }
    if let nachricht = ereignis.eingehendeNachricht, p.bekannteNachrichten.contains(nachricht),
      !(ereignis.istBewertung && p.objekte.contains { g.wartet($0, auf: nachricht) })
    {
      try g.gang.befugt(.bewerten)
      var w = Wirkungen(ereignis.regel)
      w.hinweise = [.bereitsVerarbeitet(nachricht)]
      return w
    }
    try g.gang.verlange(!p.lage.istEnde, .falscheLage(p.lage.anzeige))
    switch ereignis {
    case .angebotErstellen, .abgebenNachKatalog: throw g.gang.nein(.kennungVergeben)
    case .herausnehmen(let objekte): return try nimmHeraus(p, objekte, &g)
    case .anbieten(let nachricht, let gueltig): return try biete(p, nachricht, gueltig, &g)
    case .empfangBestaetigt(let nachricht, let auf, let am):
      return try nimmEmpfang(p, nachricht, auf, am, &g)
    case .bewertung(let nachricht, let auf, let entscheidungen):
      return try nimmBewertung(p, nachricht, auf, entscheidungen, &g)
    case .fristablauf: return try stelleFristablaufFest(p, &g)
    case .zurueckziehen(let grund): return try zieheZurueck(p, grund, .zurueckgezogen, &g)
    case .abbrechen(let grund): return try zieheZurueck(p, grund, .abgebrochen, &g)
    case .abgeben(let nachrichten, let pruefungen): return try gibAb(p, nachrichten, pruefungen, &g)
    case .empfang(let nachricht): return try nimmAbgabeempfang(p, nachricht, &g)
    case .importBestaetigt(let nachricht, let teil, let gesamt, let ergebnisse):
      return try nimmImport(p, nachricht, teil, gesamt, ergebnisse, &g)
    case .abschliessen: return try schliesseAb(p, &g)
    }
  }

  // MARK: Offer

  /// P01: the chosen objects with everything below them; ancestors become Kontextobjekte.
  private static func erstelleAngebot(
    _ id: PaketID, _ prozess: ProzessID, _ gewaehlt: [ObjektID], _ anlass: Angebotsanlass,
    _ g: inout Paketgang
  ) throws(LifecycleFehler) -> Wirkungen {
    try g.gang.befugt(.aussondern)
    var objekte: Set<ObjektID> = []
    var kontext: Set<ObjektID> = []
    for wahl in g.vonOben(gewaehlt) where !objekte.contains(wahl) {
      guard let z = g.zustand(wahl) else {
        g.lehneAb(wahl, .unbekannt)
        continue
      }
      if let grund = try angebotshindernis(z, anlass, g) {
        g.lehneAb(wahl, grund)
        continue
      }
      for var n in [z] + g.nachfahren(wahl) where !objekte.contains(n.id) {
        n.aussonderung = Aussonderungsstand(paket: id)
        g.setze(n)
        objekte.insert(n.id)
      }
      kontext.formUnion(g.vorfahren(z)?.map(\.id) ?? [])
    }
    let paket = Paketzustand(
      id: id, prozess: prozess, objekte: objekte.sorted(),
      kontextobjekte: kontext.subtracting(objekte).sorted())
    return try g.wirkungen(paket)
  }

  private static func angebotshindernis(
    _ z: Schriftgutzustand, _ anlass: Angebotsanlass, _ g: Paketgang
  ) throws(LifecycleFehler) -> Ablehnungsgrund? {
    if z.lage == .vernichtet { return .vernichtet }
    guard let oben = g.vorfahren(z) else { return .kontextFehlt }
    // What is promised to another body as a whole is not offered to the archive in parts.
    if oben.contains(where: \.abgabeLaufend) { return .abgabeLaufend }
    let unten = g.nachfahren(z.id)
    for n in [z] + unten {
      if n.aussonderung != nil { return .bereitsInPaket }
      guard n.lage == .zdA || n.lage == .inAufbewahrung else {
        return n.lage.istOffen ? .nichtReif(nil) : .falscheLage(n.lage.anzeige)
      }
      if n.abgabeLaufend { return .abgabeLaufend }
    }
    let reif = z.reifAb(nachfahren: unten)
    switch anlass {
    case .fristende:
      guard let reif, reif <= g.heute else { return .nichtReif(reif) }
    case .dreissigJahre:
      let vorlauf = g.gang.k.richtlinie.waechterVorlaufMonate
      guard let ab = z.spaetestensAnbieten?.nach(monaten: -vorlauf), ab <= g.heute else {
        return .nichtReif(reif)
      }
    case .loeschverlangen:
      guard z.verarbeitungEingeschraenkt else { return .nichtReif(reif) }
    case .vereinbarung: break
    }
    let sperren = try g.sperren(z)
    if !sperren.isEmpty { return .gesperrt(sperren) }
    if ([z] + unten).contains(where: \.papierteilOffen) { return .papierteilOffen }
    return nil
  }

  /// P01, taken back for some objects; what lies below goes with them.
  private static func nimmHeraus(
    _ p: Paketzustand, _ ids: [ObjektID], _ g: inout Paketgang
  ) throws(LifecycleFehler) -> Wirkungen {
    try g.gang.befugt(.aussondern)
    try g.gang.verlange(p.lage == .entwurf, .falscheLage(p.lage.anzeige))
    var weg: Set<ObjektID> = []
    let imPaket = Set(p.objekte)
    for id in ids {
      guard let z = g.zustand(id), imPaket.contains(id) else {
        g.lehneAb(id, .idUnbekannt)
        continue
      }
      for var n in [z] + g.nachfahren(id) where n.aussonderung?.paket == p.id {
        n.aussonderung = nil
        g.setze(n)
        weg.insert(n.id)
      }
    }
    var neu = p
    neu.objekte.removeAll(where: weg.contains)
    // An ancestor that is no object any more still shows where the others belong.
    var kontext: Set<ObjektID> = []
    for id in neu.objekte {
      if let z = g.zustand(id), let oben = g.vorfahren(z) { kontext.formUnion(oben.map(\.id)) }
    }
    neu.kontextobjekte = kontext.subtracting(neu.objekte).sorted()
    if neu.objekte.isEmpty { neu.lage = .abgebrochen }
    return try g.wirkungen(neu)
  }

  /// P02: the message is one, so a held object stops it; take it out first.
  private static func biete(
    _ p: Paketzustand, _ nachricht: NachrichtenID, _ gueltig: Bool, _ g: inout Paketgang
  ) throws(LifecycleFehler) -> Wirkungen {
    try g.gang.befugt(.aussondern)
    try g.gang.verlange(p.lage == .entwurf, .falscheLage(p.lage.anzeige))
    try g.gang.verlange(gueltig, .schemaFehler)
    var gesperrt: Set<ObjektID> = []
    for id in p.objekte {
      guard var z = g.zustand(id) else { throw g.gang.nein(.umfeldFehlt("Objekte des Angebots")) }
      gesperrt.formUnion(try g.sperren(z))
      z.lage = .angeboten
      g.setze(z)
    }
    try g.gang.verlange(gesperrt.isEmpty, .gesperrt(gesperrt.sorted()))
    var neu = p
    neu.lage = .angeboten
    neu.angebotsnachricht = nachricht
    neu.angebotenAm = g.heute
    neu.bekannteNachrichten.append(nachricht)
    return try g.wirkungen(neu)
  }

  /// P07, and the end without a result.
  private static func zieheZurueck(
    _ p: Paketzustand, _ grund: String, _ lage: Paketlage, _ g: inout Paketgang
  ) throws(LifecycleFehler) -> Wirkungen {
    try g.gang.befugt(.aussondern)
    try g.gang.verlange(p.abgegeben.isEmpty, .bereitsAbgegeben)
    try g.gang.verlange(text: grund)
    var aenderungen: [Aenderung] = []
    for id in p.objekte {
      guard var z = g.zustand(id), z.aussonderung?.paket == p.id, !z.lage.istEnde else { continue }
      if z.lage == .angeboten || z.lage == .bewertet { z.lage = .inAufbewahrung }
      // What the archive found worth keeping is not forgotten: it closes the way over P14.
      if z.aussonderung?.bewertung == .archivwuerdig, z.bewertungsvorschlag != .archivieren {
        aenderungen.append(
          Aenderung(
            id, Metadatenfeld.bewertungsvorschlag.xdomeaName, alt: z.bewertungsvorschlag?.rawValue,
            neu: Katalogart.archivieren.rawValue))
        z.bewertungsvorschlag = .archivieren
      }
      z.aussonderung = nil
      g.setze(z)
    }
    var neu = p
    neu.lage = lage
    var w = try g.wirkungen(neu, leerIstFehler: false)
    w.aenderungen = aenderungen
    if p.angebotsnachricht != nil { w.auftraege = [.ruecknahmeMitteilen(p.id)] }
    return w
  }

  /// The batch has done its work.
  private static func schliesseAb(
    _ p: Paketzustand, _ g: inout Paketgang
  ) throws(LifecycleFehler) -> Wirkungen {
    try g.gang.verlange(
      g.gang.k.akteur.hat(.registratur, .system), .nichtBefugt(.aussondern))
    var offen: [ObjektID] = []
    for id in p.objekte {
      guard let z = g.zustand(id) else {
        throw g.gang.nein(.umfeldFehlt("Objekte des Angebots"))
      }
      if !z.lage.istEnde { offen.append(id) }
    }
    try g.gang.verlange(offen.isEmpty, .offeneObjekte(offen))
    var neu = p
    neu.lage = .abgeschlossen
    return try g.wirkungen(neu, leerIstFehler: false)
  }
}

extension Paketereignis {
  /// The row of the transition table the event belongs to.
  public var regel: String {
    switch self {
    case .angebotErstellen, .herausnehmen: "P01"
    case .anbieten: "P02"
    case .empfangBestaetigt: "P03"
    case .bewertung: "P04"
    case .fristablauf: "P06"
    case .zurueckziehen, .abbrechen, .abschliessen: "P07"
    case .abgeben: "P08"
    case .empfang: "P09"
    case .importBestaetigt: "P10"
    case .abgebenNachKatalog: "P15"
    }
  }

  /// True for a 0502: only that one may come again, after a hold (L03).
  fileprivate var istBewertung: Bool {
    if case .bewertung = self { true } else { false }
  }

  /// The message of the archive the event comes from.
  var eingehendeNachricht: NachrichtenID? {
    switch self {
    case .empfangBestaetigt(let n, _, _), .bewertung(let n, _, _), .empfang(let n),
      .importBestaetigt(let n, _, _, _):
      n
    default: nil
    }
  }
}
