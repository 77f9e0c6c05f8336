// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Lebenszyklus {
  /// P08: what the archive wants, as far as every file is proved; again after a failed import.
  static func gibAb(
    _ p: Paketzustand, _ nachrichten: [NachrichtenID], _ pruefungen: [Abgabepruefung],
    _ g: inout Paketgang
  ) throws(LifecycleFehler) -> Wirkungen {
    try g.gang.befugt(.aussondern)
    try g.gang.verlange(!nachrichten.isEmpty, .schemaFehler)
    var abgegeben = Set(p.abgegeben)
    for pruefung in pruefungen {
      let id = pruefung.objekt
      guard p.objekte.contains(id), var z = g.zustand(id) else {
        g.lehneAb(id, .idUnbekannt)
        continue
      }
      let nochmals = z.lage == .abgegeben && z.aussonderung?.importfehler != nil
      guard (z.lage == .bewertet && z.aussonderung?.bewertung == .archivwuerdig) || nochmals else {
        g.lehneAb(id, .nichtArchivwuerdig)
        continue
      }
      if let grund = try abgabehindernis(z, pruefung, g) {
        g.lehneAb(id, grund)
        continue
      }
      z.lage = .abgegeben
      z.aussonderung?.importfehler = nil
      g.setze(z)
      abgegeben.insert(id)
    }
    var neu = p
    neu.lage = .abgegeben
    neu.abgegeben = abgegeben.sorted()
    neu.abgabenachrichten += nachrichten
    neu.bekannteNachrichten += nachrichten
    return try g.wirkungen(neu)
  }

  private static func abgabehindernis(
    _ z: Schriftgutzustand, _ pruefung: Abgabepruefung, _ g: Paketgang
  ) throws(LifecycleFehler) -> Ablehnungsgrund? {
    let sperren = try g.sperren(z)
    if !sperren.isEmpty { return .gesperrt(sperren) }
    if !pruefung.hashesGeprueft { return .hashAbweichung }
    if !pruefung.formateVereinbart { return .formatNichtVereinbart }
    if !pruefung.virenfrei { return .virenpruefungFehlt }
    return z.papierteilOffen ? .papierteilOffen : nil
  }

  /// P15: the archive's catalogue says A for the whole unit: no offer, no answer.
  static func gibNachKatalogAb(
    _ id: PaketID, _ prozess: ProzessID, _ nachrichten: [NachrichtenID],
    _ pruefungen: [Abgabepruefung], _ g: inout Paketgang
  ) throws(LifecycleFehler) -> Wirkungen {
    try g.gang.befugt(.aussondern)
    try g.gang.verlange(!nachrichten.isEmpty, .schemaFehler)
    var objekte: Set<ObjektID> = []
    var kontext: Set<ObjektID> = []
    let gepruefte = Dictionary(pruefungen.map { ($0.objekt, $0) }) { a, _ in a }
    for wahl in g.vonOben(pruefungen.map(\.objekt)) where !objekte.contains(wahl) {
      guard let z = g.zustand(wahl) else {
        g.lehneAb(wahl, .unbekannt)
        continue
      }
      let alle = [z] + g.nachfahren(wahl)
      if let grund = try kataloghindernis(z, alle, gepruefte, g) {
        g.lehneAb(wahl, grund)
        continue
      }
      for var n in alle {
        n.lage = .abgegeben
        n.aussonderung = Aussonderungsstand(paket: id)
        n.aussonderung?.bewertung = .archivwuerdig
        n.aussonderung?.bewertetAm = g.heute
        g.setze(n)
        objekte.insert(n.id)
      }
      kontext.formUnion(g.vorfahren(z)?.map(\.id) ?? [])
    }
    var paket = Paketzustand(
      id: id, prozess: prozess, objekte: objekte.sorted(),
      kontextobjekte: kontext.subtracting(objekte).sorted())
    paket.lage = .abgegeben
    paket.abgegeben = paket.objekte
    paket.abgabenachrichten = nachrichten
    paket.bekannteNachrichten = nachrichten
    return try g.wirkungen(paket)
  }

  private static func kataloghindernis(
    _ z: Schriftgutzustand, _ alle: [Schriftgutzustand], _ gepruefte: [ObjektID: Abgabepruefung],
    _ g: Paketgang
  ) throws(LifecycleFehler) -> Ablehnungsgrund? {
    if z.lage == .vernichtet { return .vernichtet }
    guard let oben = g.vorfahren(z) else { return .kontextFehlt }
    if oben.contains(where: \.abgabeLaufend) { return .abgabeLaufend }
    for n in alle {
      if n.aussonderung != nil { return .bereitsInPaket }
      guard n.lage == .zdA || n.lage == .inAufbewahrung else {
        return n.lage.istOffen ? .nichtReif(nil) : .falscheLage(n.lage.anzeige)
      }
      guard let v = g.einheit(n)?.vorabbewertung, v.art == .archivieren, v.gilt(am: g.heute) else {
        return .katalogFehlt
      }
      if n.abgabeLaufend { return .abgabeLaufend }
      guard let pruefung = gepruefte[n.id] ?? gepruefte[z.id] else { return .hashAbweichung }
      if let grund = try abgabehindernis(n, pruefung, g) { return grund }
    }
    let reif = z.reifAb(nachfahren: Array(alle.dropFirst()))
    guard let reif, reif <= g.heute else { return .nichtReif(reif) }
    return nil
  }

  /// P09: only logged; gives no right to delete.
  static func nimmAbgabeempfang(
    _ p: Paketzustand, _ nachricht: NachrichtenID, _ g: inout Paketgang
  ) throws(LifecycleFehler) -> Wirkungen {
    try g.gang.befugt(.bewerten)
    try g.gang.verlange(!p.abgegeben.isEmpty, .fremdeNachricht)
    var neu = p
    neu.bekannteNachrichten.append(nachricht)
    return try g.wirkungen(neu, leerIstFehler: false)
  }

  /// P10 and P10f: object by object, once all parts of the answer are there.
  static func nimmImport(
    _ p: Paketzustand, _ nachricht: NachrichtenID, _ teil: Int, _ gesamt: Int,
    _ ergebnisse: [Importergebnis], _ g: inout Paketgang
  ) throws(LifecycleFehler) -> Wirkungen {
    try g.gang.befugt(.bewerten)
    try g.gang.verlange(!p.abgegeben.isEmpty, .fremdeNachricht)
    try g.gang.verlange((1...10_000).contains(gesamt) && (1...gesamt).contains(teil), .schemaFehler)
    let abgegeben = Set(p.abgegeben)
    var neu = p
    neu.bekannteNachrichten.append(nachricht)
    if p.gesamtTeile != gesamt {
      // Parts that name another total belong to another answer: what they said is not complete.
      neu.gesamtTeile = gesamt
      neu.eingegangeneTeile = []
      neu.wartendeErgebnisse = []
    }
    if !neu.eingegangeneTeile.contains(teil) { neu.eingegangeneTeile.append(teil) }
    neu.eingegangeneTeile.sort()
    for e in ergebnisse {
      if abgegeben.contains(e.objekt) {
        neu.wartendeErgebnisse.append(e)
      } else {
        g.lehneAb(e.objekt, .idFehlt)
      }
    }
    let fehlend = (1...gesamt).filter { !neu.eingegangeneTeile.contains($0) }
    if !fehlend.isEmpty {
      for e in ergebnisse where abgegeben.contains(e.objekt) {
        g.lehneAb(e.objekt, .teilFehlt(fehlend))
      }
      return try g.wirkungen(neu, leerIstFehler: false)
    }
    trageEin(neu.wartendeErgebnisse, aus: nachricht, &g)
    neu.wartendeErgebnisse = []
    neu.eingegangeneTeile = []
    neu.gesamtTeile = nil
    let offen = p.abgegeben.contains { g.zustand($0)?.lage == .abgegeben }
    neu.lage = offen ? .teilweiseImportiert : .importiert
    return try g.wirkungen(
      neu, leerIstFehler: ergebnisse.allSatisfy { !abgegeben.contains($0.objekt) })
  }

  private static func trageEin(
    _ ergebnisse: [Importergebnis], aus nachricht: NachrichtenID, _ g: inout Paketgang
  ) {
    // An answer that says both gives no right to delete.
    let erfolge = Set(ergebnisse.filter(\.erfolgreich).map(\.objekt))
    let misserfolge = Set(ergebnisse.filter { !$0.erfolgreich }.map(\.objekt))
    let widerspruch = erfolge.intersection(misserfolge)
    var erledigt: Set<ObjektID> = []
    for e in ergebnisse where erledigt.insert(e.objekt).inserted {
      guard var z = g.zustand(e.objekt), z.lage == .abgegeben else { continue }
      if widerspruch.contains(e.objekt) {
        let text = "Die Antwort meldet zugleich Erfolg und Misserfolg."
        z.aussonderung?.importfehler = text
        g.lehneAb(e.objekt, .importFehlgeschlagen(text))
      } else if e.erfolgreich {
        z.lage = .uebernommen
        z.aussonderung?.importnachricht = e.nachricht ?? nachricht
        z.aussonderung?.archivkennung = e.archivkennung
        z.aussonderung?.uebernommenAm = g.heute
        z.aussonderung?.importfehler = nil
      } else {
        let text = e.fehlertext ?? "ohne Angabe von Gründen"
        z.aussonderung?.importfehler = text
        g.lehneAb(e.objekt, .importFehlgeschlagen(text))
      }
      g.setze(z)
    }
  }
}
