// SPDX-License-Identifier: Apache-2.0
public import Akte
public import Lifecycle
internal import Xdomea

/// What is to be offered or handed over.
public enum Auswahl: Hashable, Sendable {
  /// What is due on the day, at most so many of the highest objects.
  case faellige(hoechstens: Int)
  /// These objects with all that lies in them.
  case objekte([ObjektID])
}

extension Behoerde {
  /// Offers objects to the archive (P01, P02): makes the batch, writes the 0501 and sends it.
  ///
  /// Objects that may not be offered are left out and named in ``Verfahren/ablehnungen``.
  ///
  /// - Parameters:
  ///   - prozess: The id of the new process.
  ///   - auswahl: What is offered.
  ///   - anlass: Why now.
  ///   - vereinbarung: What was agreed with the archive.
  ///   - wer: Who offers.
  /// - Returns: The process.
  /// - Throws: `LifecycleFehler` if nothing of it may be offered, ``AussonderungFehler``.
  @discardableResult
  public func bieteAn(
    _ prozess: ProzessID, _ auswahl: Auswahl, anlass: Angebotsanlass,
    _ vereinbarung: Vereinbarung, _ wer: Handelnde
  ) throws -> Verfahren {
    var v = try beginneNeu(prozess, .vierstufig, vereinbarung, wer)
    try teileAuf(try ausgewaehlt(auswahl, wer), &v)
    try beginne(.anbieten(anlass: anlass), &v, wer)
    return v
  }

  /// A process that does not exist yet, in memory alone.
  func beginneNeu(
    _ prozess: ProzessID, _ art: Verfahrensart, _ vereinbarung: Vereinbarung, _ wer: Handelnde
  ) throws -> Verfahren {
    guard try ordner.verfahren(prozess) == nil else {
      throw AussonderungFehler.falscherStand(
        prozess, grund: "Diesen Prozess gibt es schon.",
        abhilfe: "Setzen Sie ihn fort, oder nehmen Sie eine neue Kennung.")
    }
    return Verfahren(prozess, .behoerde, art, vereinbarung, am: wer.heute)
  }

  func ausgewaehlt(_ auswahl: Auswahl, _ wer: Handelnde) throws -> [ObjektID] {
    switch auswahl {
    case .objekte(let ids):
      guard !ids.isEmpty else {
        throw AussonderungFehler.nichtsZuTun("Es ist kein Objekt genannt.")
      }
      return ids
    case .faellige(let hoechstens):
      var faellige: [ObjektID] = []
      try bestand.jedesFaellige(am: wer.heute) { id in
        faellige.append(id)
        return true
      }
      // What is in a procedure already stays there; the batch says what else keeps an object.
      var ids: [ObjektID] = []
      try bestand.lesend {
        for id in faellige where ids.count < hoechstens {
          if try bestand.schriftgut(id)?.aussonderung == nil { ids.append(id) }
        }
      }
      guard !ids.isEmpty else {
        throw AussonderungFehler.nichtsZuTun("Am \(wer.heute.anzeige) ist nichts fällig.")
      }
      return ids
    }
  }

  func anbieten(_ anlass: Angebotsanlass, _ v: inout Verfahren, _ wer: Handelnde) throws {
    try bilde(anlass, &v, wer)
    try ordner.schreibe(v)
    let teile = try schreibeAngebot(&v, wer)
    if teile.contains(where: { $0.stand == .geschrieben }) { try verlangeHinnahme(teile, &v) }
    try jedesPaket(v) { nummer, paket in
      guard paket.lage == .entwurf, let teil = teile.first(where: { $0.paket ?? nummer == nummer })
      else { return }
      try geschehe(
        .paket(ziel: paket.id, ereignis: .anbieten(nachricht: teil.id, schemagueltig: true)),
        try ereignis("P02 \(nummer)", v), &v, wer)
    }
    try verkehr.versende(teile, &v)
    try berichteAngebot(v, wer)
  }

  /// P01, batch by batch; one of which nothing may be offered stops none of the others.
  private func bilde(_ anlass: Angebotsanlass, _ v: inout Verfahren, _ wer: Handelnde) throws {
    var ablehnung: LifecycleFehler?
    var gebildet = false
    for (i, id) in v.pakete.enumerated() {
      let auswahl = try ordner.auswahl(paket: i + 1, v.prozess)
      func angebot(_ ids: [ObjektID]) -> Ereignis {
        .paket(
          ziel: id,
          ereignis: .angebotErstellen(prozess: v.prozess, objekte: ids, anlass: anlass))
      }
      do {
        try geschehe(angebot(auswahl), try ereignis("P01 \(i + 1)", v), &v, wer)
        gebildet = true
      } catch let fehler as LifecycleFehler {
        guard try bestand.paket(id) == nil else { throw fehler }
        ablehnung = ablehnung ?? fehler
        // The refusal names one object; the others of the batch have reasons of their own.
        guard v.pakete.count > 1 else { continue }
        for objekt in auswahl {
          try vermerkeHindernis(objekt, angebot([objekt]), &v, wer)
        }
      }
    }
    guard !gebildet, let ablehnung else { return }
    try gibAuf(&v)
    throw ablehnung
  }

  private func vermerkeHindernis(
    _ objekt: ObjektID, _ ereignis: Ereignis, _ v: inout Verfahren, _ wer: Handelnde
  ) throws {
    do {
      _ = try bestand.probiere(
        Handlung(
          ereignis, akteur: wer.akteur, zweitePerson: wer.zweitePerson, heute: wer.heute))
    } catch let fehler as LifecycleFehler {
      vermerkeAblehnung(objekt, fehler.grund, fehler.regel, &v, wer)
    }
  }

  /// The parts of the 0501: from 4.0 one for each batch; up to 3.1 a process has one 0501, however
  /// long it is.
  private func schreibeAngebot(
    _ v: inout Verfahren, _ wer: Handelnde
  ) throws -> [Nachrichtenvermerk] {
    var nummern: [Int] = []
    try jedesPaket(v) { nummer, _ in nummern.append(nummer) }
    guard v.vereinbarung.fassung >= .v400 else {
      let plan = try Nachrichtenplan(.anbieteverzeichnis, 1, von: 1, v, wer)
      return [try schreibe(plan, nummern, &v)]
    }
    var teile: [Nachrichtenvermerk] = []
    for (i, nummer) in nummern.enumerated() {
      var plan = try Nachrichtenplan(.anbieteverzeichnis, i + 1, von: nummern.count, v, wer)
      plan.paket = nummer
      teile.append(try schreibe(plan, [nummer], &v))
    }
    return teile
  }

  private func schreibe(
    _ plan: Nachrichtenplan, _ pakete: [Int], _ v: inout Verfahren
  ) throws -> Nachrichtenvermerk {
    if let alt = v.nachricht(plan.id) { return alt }
    var objekte: Set<ObjektID> = []
    for nummer in pakete { objekte.formUnion(try paket(nummer, v).objekte) }
    let einheiten = try Aussonderungseinheit.einheiten(objekte, bestand)
    guard !einheiten.isEmpty else {
      throw AussonderungFehler.nichtsZuTun("Das Angebot enthält kein Objekt.")
    }
    return try schreibe(plan, einheiten, objekte, &v)
  }

  // MARK: Withdrawing

  /// Withdraws an offer (P07); the archive has to be told, for the standard has no message for it.
  ///
  /// - Returns: The process; its folder of reports holds a notice for the archive, `ruecknahme`, if the
  ///   offer had gone out.
  /// - Throws: `LifecycleFehler` if something was handed over already, ``AussonderungFehler``.
  @discardableResult
  public func zieheZurueck(
    _ prozess: ProzessID, grund: String, _ wer: Handelnde
  ) throws -> Verfahren {
    var v = try verfahren(prozess)
    try verlangeRuecknehmbar(v)
    try verlangeAktuell(v)
    // An offer that never went out is given up with everything that was begun.
    if case .anbieten? = v.vorhaben, v.nachrichten.allSatisfy({ $0.stand == .geschrieben }) {
      v.vorhaben = nil
    }
    // Nor has a transfer that waits for its losses to be accepted.
    if v.offeneVerluste != nil {
      v.verwirfSendung()
      v.offeneVerluste = nil
      v.vorhaben = nil
    }
    try beginne(.zurueckziehen(grund: grund), &v, wer)
    return v
  }

  /// What is over, or what was agreed in advance, cannot be withdrawn.
  private func verlangeRuecknehmbar(_ v: Verfahren) throws {
    func nein(_ grund: String, _ abhilfe: String = "") -> AussonderungFehler {
      .falscherStand(v.prozess, grund: grund, abhilfe: abhilfe)
    }
    if let grund = v.beendetWeil { throw nein("Das Verfahren ist schon beendet: \(grund.alsSatz)") }
    guard v.art != .bewertungskatalog else {
      throw nein(
        "Ein Aktenplan, der dem Archiv vorliegt, lässt sich nicht zurückziehen.",
        "Legen Sie einen neuen Stand vor; die neue Bewertung ersetzt die alte.")
    }
    if case .zurueckziehen? = v.vorhaben { return }
    var gibtEs = false
    var offen = false
    try jedesPaket(v) { _, paket in
      gibtEs = true
      offen = offen || !paket.lage.istEnde
    }
    guard offen || !gibtEs else { throw nein("Das Verfahren ist schon abgeschlossen.") }
  }

  func zurueckziehen(_ grund: String, _ v: inout Verfahren, _ wer: Handelnde) throws {
    try verlangeAktuell(v)
    var offene: [(nummer: Int, ereignis: Ereignis)] = []
    var bleibende = 0
    try jedesPaket(v) { nummer, paket in
      bleibende += try bestand.lesend {
        try paket.objekte.count { try bestand.schriftgut($0)?.lage.istEnde == false }
      }
      guard !paket.lage.istEnde else { return }
      offene.append((nummer, .paket(ziel: paket.id, ereignis: .zurueckziehen(grund: grund))))
    }
    do {
      // All or nothing: nothing is withdrawn of a process that handed something over.
      for (_, ereignis) in offene {
        _ = try bestand.probiere(
          Handlung(
            ereignis, akteur: wer.akteur, zweitePerson: wer.zweitePerson, heute: wer.heute))
      }
      for (nummer, ereignis) in offene {
        try geschehe(ereignis, try self.ereignis("P07 \(nummer)", v), &v, wer)
      }
    } catch let fehler as LifecycleFehler {
      v.vorhaben = nil
      v.vorhabenVon = nil
      try ordner.schreibe(v)
      throw fehler
    }
    v.beendetWeil = grund
    try ruecknahmemitteilung(v, grund, bleibende, wer)?.schreibe(in: ordner.berichte(v.prozess))
  }

  /// What the archive has to be told; nil if it never got anything.
  private func ruecknahmemitteilung(
    _ v: Verfahren, _ grund: String, _ objekte: Int, _ wer: Handelnde
  ) throws -> Ruecknahmemitteilung? {
    let gesandt = v.nachrichten(.anbieteverzeichnis, eigene: true).contains {
      $0.stand == .versandt
    }
    guard gesandt, objekte > 0 else { return nil }
    return Ruecknahmemitteilung(
      Berichtskopf(v, [.anbieteverzeichnis], wer), grund: grund, am: wer.heute, objekte: objekte)
  }
}
