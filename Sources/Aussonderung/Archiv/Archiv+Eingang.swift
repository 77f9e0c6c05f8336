// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Xdomea

extension Archiv {
  /// Takes everything out of the inbox: what can be read is worked on and goes into the folder of
  /// its process, the rest into quarantine with a report beside it.
  ///
  /// What is still being written is left for the next time (``Transferordner/ruhezeit``).
  ///
  /// - Parameters:
  ///   - transfer: The folders.
  ///   - wer: Who takes it in; its instant tells how long a file has not changed.
  ///   - body: Called for each file with what became of it.
  /// - Throws: ``AussonderungFehler/nichtAbgeholt(datei:grund:)`` for the first file that failed, after
  ///   the others were worked on; at once if the disk fails. The file stays in the inbox.
  public func holeAb(
    _ transfer: Transferordner, _ wer: Handelnde,
    _ body: (_ datei: String, Eingangsergebnis) throws -> Void
  ) throws {
    try transfer.holeAb(jetzt: wer.zeitpunkt, { try nimm($0, wer) }, body)
  }

  /// Takes in one message of an agency: 0501, 0503, 0505, 0511, 0514 or 0515.
  ///
  /// - Parameters:
  ///   - pfad: The container.
  ///   - wer: Who takes it in.
  /// - Returns: What became of it.
  /// - Throws: ``AussonderungFehler``; done again it goes on from there.
  @discardableResult
  public func nimm(_ pfad: String, _ wer: Handelnde) throws -> Eingangsergebnis {
    try verkehr.nimm(pfad) { eingang in
      switch eingang.typ {
      case .anbieteverzeichnis, .aussonderung: try nimmObjekte(eingang, wer)
      case .aktenplanZurBewertung: try nimmAktenplan(eingang, wer)
      case .bewertungEmpfangBestaetigen, .bewertungskatalogEmpfangBestaetigen,
        .bewertungskatalogImportBestaetigen:
        try nimmQuittung(eingang, wer)
      default:
        throw Eingangsmangel(
          text: "Eine \(eingang.typ.rawValue) schickt das Archiv, nicht die Behörde (R24).")
      }
    }
  }

  private func nimmObjekte(
    _ eingang: Eingangsnachricht, _ wer: Handelnde
  ) throws -> Eingangsergebnis {
    var v = try zugehoeriges(eingang, wer)
    if let alt = try eingang.fruehere(in: v) {
      guard alt.stand == .eingegangen else {
        // Its receipt may not have gone out when it came first.
        try verkehr.bestaetige(alt, &v, wer)
        return .wiederholt(v.prozess, alt.id)
      }
      try verzeichne(alt, &v, wer)
      return .verarbeitet(v.prozess, alt.id)
    }
    if let grund = try widerspruch(eingang, v) { throw Eingangsmangel(text: grund) }
    if eingang.typ == .aussonderung, v.sendungen.last?.fehlend.isEmpty != false {
      // A sending begins; its parts have the same step.
      v.schritt += 1
    }
    if eingang.kopf.prozessID != v.prozess,
      !v.weitereProzesse.contains(eingang.kopf.prozessID)
    {
      v.weitereProzesse.append(eingang.kopf.prozessID)
    }
    let vermerk = try verkehr.lege(
      eingang, antwortAuf: nil, &v, wer.zeitpunkt, hinweis: try ohneGrundlage(v))
    try verzeichne(vermerk, &v, wer)
    return .verarbeitet(v.prozess, vermerk.id)
  }

  /// The process of a message, or a new one.
  ///
  /// Up to 3.1 a further 0503 has a process of its own; it belongs to the offer its objects come from.
  private func zugehoeriges(
    _ eingang: Eingangsnachricht, _ wer: Handelnde
  ) throws -> Verfahren {
    if let v = try ordner.verfahren(eingang.kopf.prozessID) { return v }
    if eingang.typ == .aussonderung, let erstes = try eingang.erstesObjekt() {
      // What the archive refused does not become a transfer without an offer by another id.
      var bewertetIn: Verfahren?
      for prozess in try ordner.prozesse() {
        guard let v = try ordner.verfahren(prozess), v.seite == .archiv else { continue }
        switch try ordner.objektliste(prozess)[erstes]?.entscheidung {
        case .archivwuerdig?: return v
        case .nichtArchivwuerdig?: bewertetIn = v
        case nil: break
        }
      }
      if let bewertetIn { return bewertetIn }
    }
    return Verfahren(
      eingang.kopf.prozessID, .archiv,
      eingang.typ == .aussonderung ? .zweistufig : .vierstufig, Vereinbarung(aus: eingang),
      am: wer.heute)
  }

  /// What is missing behind a transfer without an offer; nil if nothing is.
  ///
  /// The catalogue may have been agreed elsewhere, so that it counts all the same.
  private func ohneGrundlage(_ v: Verfahren) throws(AussonderungFehler) -> String? {
    if let grund = v.beendetWeil {
      return "Zu diesem Prozess ist vermerkt, dass die Behörde ihr Angebot zurückgenommen hat "
        + "(\(grund)). Klären Sie vor der Übernahme, was gilt."
    }
    guard v.art == .zweistufig, v.nachrichten.isEmpty else { return nil }
    for prozess in try ordner.prozesse() {
      if let anderes = try? ordner.verfahren(prozess), anderes.art == .bewertungskatalog,
        !anderes.nachrichten(.bewertungskatalog, eigene: true).isEmpty
      {
        return nil
      }
    }
    return
      "Diese Abgabe kommt ohne Angebot, und in diesem Ordner liegt kein Bewertungskatalog (0513), "
      + "der das erlaubt. Prüfen Sie vor der Übernahme, ob sie so vereinbart ist."
  }

  /// Why a message cannot count beside what came before; nil if it can.
  private func widerspruch(
    _ eingang: Eingangsnachricht, _ v: Verfahren
  ) throws -> String? {
    let schon = v.nachrichten(eingang.typ, eigene: false)
    if eingang.fassung >= .v400, eingang.kopf.prozessID != v.prozess {
      return
        "Die \(eingang.typ.rawValue) nennt den Prozess \(eingang.kopf.prozessID), ihre Objekte "
        + "gehören zum Prozess \(v.prozess) (R20)."
    }
    if eingang.typ == .aussonderung, v.art == .vierstufig,
      v.nachrichten(.bewertungsverzeichnis, eigene: true).isEmpty
    {
      return "Die 0503 kommt, bevor im Prozess \(v.prozess) eine 0502 hinausging (R25)."
    }
    guard eingang.fassung >= .v400 else {
      // A transfer may come again with what could not be imported; an offer may not.
      return eingang.typ == .anbieteverzeichnis && !schon.isEmpty
        ? "Für den Prozess \(v.prozess) liegt bereits eine 0501 vor (R20)." : nil
    }
    let teil = eingang.kopf.lfdNr ?? 1
    let gesamt = eingang.kopf.gesamtanzahl ?? 1
    guard eingang.typ == .aussonderung else {
      return schon.isEmpty
        ? nil : Sendung(teile: schon).widerspruch(teil: teil, gesamt: gesamt, eingang.typ)
    }
    guard let letzte = v.sendungen.last else { return nil }
    if !letzte.fehlend.isEmpty {
      return letzte.widerspruch(teil: teil, gesamt: gesamt, eingang.typ)
    }
    // A further sending brings what did not come yet, or corrects what failed.
    if try hatFehler(v) || bringtNeues(eingang, schon, v) { return nil }
    return "Alles, was Teil \(teil) von \(gesamt) der \(eingang.typ.rawValue) enthält, liegt im "
      + "Prozess \(v.prozess) schon vor, und nichts davon ist gescheitert (R22)."
  }

  /// True if something could not be taken over.
  private func hatFehler(_ v: Verfahren) throws -> Bool {
    try ordner.objektliste(v.prozess).eintraege.contains {
      if case .gescheitert? = $0.uebernahme { true } else { false }
    }
  }

  /// True if a transfer has an object that none before it had.
  private func bringtNeues(
    _ eingang: Eingangsnachricht, _ schon: [Nachrichtenvermerk], _ v: Verfahren
  ) throws -> Bool {
    var gekommen: Set<ObjektID> = []
    for vermerk in schon {
      try verkehr.leser(vermerk, v).jedesAuszusondernde {
        gekommen.insert($0)
        return true
      }
    }
    var neues = false
    try Nachrichtenpaket(pfad: eingang.pfad).leser().jedesAuszusondernde {
      neues = !gekommen.contains($0)
      return !neues
    }
    return neues
  }

  /// Takes the objects of a message into the list, and answers with a receipt.
  private func verzeichne(
    _ vermerk: Nachrichtenvermerk, _ v: inout Verfahren, _ wer: Handelnde
  ) throws {
    if vermerk.typ == .anbieteverzeichnis {
      var liste = Objektliste()
      let leser = try verkehr.leser(vermerk, v)
      while let teil = try leser.naechster() {
        if case .schriftgutobjekt(let objekt) = teil { liste.nimm(objekt, teil: vermerk.teil) }
      }
      try ordner.schreibe(liste, v.prozess, teile: [vermerk.teil])
    }
    var neu = vermerk
    neu.stand = .verarbeitet
    v.merke(neu)
    try ordner.schreibe(v)
    try verkehr.bestaetige(neu, &v, wer)
  }

  /// A receipt is only noted.
  private func nimmQuittung(
    _ eingang: Eingangsnachricht, _ wer: Handelnde
  ) throws -> Eingangsergebnis {
    guard var v = try ordner.verfahren(eingang.kopf.prozessID), v.seite == .archiv else {
      throw Eingangsmangel(
        text: "Zum Prozess \(eingang.kopf.prozessID) liegt diesem Archiv nichts vor (R25).")
    }
    var vermerk: Nachrichtenvermerk
    if let alt = try eingang.fruehere(in: v) {
      // One that was interrupted is finished.
      guard alt.stand == .eingegangen else { return .wiederholt(v.prozess, alt.id) }
      vermerk = alt
    } else {
      guard let frage = eingang.frage(in: v) else {
        throw Eingangsmangel(text: eingang.ohneFrage(v))
      }
      vermerk = try verkehr.lege(eingang, antwortAuf: frage.id, &v, wer.zeitpunkt)
    }
    vermerk.stand = .verarbeitet
    v.merke(vermerk)
    try ordner.schreibe(v)
    return .verarbeitet(v.prozess, vermerk.id)
  }
}

extension Eingangsnachricht {
  /// The first object that is no Kontextobjekt.
  fileprivate func erstesObjekt() throws -> ObjektID? {
    var erstes: ObjektID?
    try Nachrichtenpaket(pfad: pfad).leser().jedesAuszusondernde {
      erstes = $0
      return false
    }
    return erstes
  }
}

extension Nachrichtenleser {
  /// Reads on and names the objects that are no Kontextobjekte, until `body` says false.
  fileprivate func jedesAuszusondernde(_ body: (ObjektID) -> Bool) throws {
    while let teil = try naechster() {
      guard case .schriftgutobjekt(let objekt) = teil else { continue }
      var liste = Objektliste()
      liste.nimm(objekt, teil: 1)
      for e in liste.eintraege where !e.istKontext {
        guard body(e.id) else { return }
      }
    }
  }
}
