// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Lifecycle
internal import Xdomea

extension Behoerde {
  /// Hands over what the archive wants (P08), again what it could not import: writes the 0503 in
  /// parts and sends them.
  ///
  /// Objects with a damaged file, a file in a format that was not agreed, or a hold are left out and
  /// named in ``Verfahren/ablehnungen``.
  ///
  /// - Parameters:
  ///   - prozess: The process.
  ///   - zusage: What somebody vouches for.
  ///   - wer: Who hands over.
  /// - Returns: The process.
  /// - Throws: ``AussonderungFehler/nichtsZuTun(_:)`` if nothing waits, `LifecycleFehler` if the life
  ///   cycle refuses all of it.
  @discardableResult
  public func gibAb(
    _ prozess: ProzessID, _ zusage: Abgabezusage, _ wer: Handelnde
  ) throws -> Verfahren {
    var v = try verfahren(prozess)
    try beginne(.abgeben(pruefung: zusage), &v, wer)
    return v
  }

  func abgeben(_ zusage: Abgabezusage, _ v: inout Verfahren, _ wer: Handelnde) throws {
    guard let id = v.paket else { return }
    let offen = offeneSendung(v)
    var bereit = Set(offen.isEmpty ? try abzugebende(v) : [])
    for vermerk in offen { bereit.formUnion(try ordner.objekte(vermerk, in: v)) }
    let (unbrauchbar, brauchbar) = try siebe(bereit, zusage, &v, wer)
    guard !brauchbar.isEmpty else {
      try gibAuf(&v)
      throw AussonderungFehler.nichtsZuTun(
        unbrauchbar.isEmpty
          ? "Es ist nichts abzugeben: Kein Objekt ist als archivwürdig bewertet und noch nicht "
            + "abgegeben."
          : "Es kann nichts abgegeben werden: \(unbrauchbar.count) Objekte haben ein Hindernis. "
            + "Der Stand des Verfahrens nennt sie.")
    }
    try sende(brauchbar, &v, wer) { teile, pruefungen in
      .paket(ziel: id, ereignis: .abgeben(nachrichten: teile, pruefungen: pruefungen))
    }
  }

  /// Writes, books and sends what goes along.
  ///
  /// What the life cycle would refuse, such as a held object, is left out before anything is
  /// written; should it refuse more in the end, the parts, which nobody has seen yet, are written
  /// again.
  private func sende(
    _ gewaehlt: Set<ObjektID>, _ v: inout Verfahren, _ wer: Handelnde,
    _ ereignis: ([NachrichtenID], [Abgabepruefung]) -> Ereignis
  ) throws {
    func pruefungen(_ ids: Set<ObjektID>) -> [Abgabepruefung] {
      ids.sorted().map {
        Abgabepruefung($0, hashesGeprueft: true, formateVereinbart: true, virenfrei: true)
      }
    }
    var rest = gewaehlt
    let erste = try Nachrichtenplan(.aussonderung, 1, von: 1, v, wer).id
    let gebucht = try istGebucht(erste, v)
    if gebucht {
      rest = try rest.filter { try istAbgegeben($0) }
    } else {
      let probe = Handlung(
        ereignis([erste], pruefungen(rest)), akteur: wer.akteur,
        zweitePerson: wer.zweitePerson, heute: wer.heute)
      do {
        for a in try bestand.probiere(probe).abgelehnt {
          rest.remove(a.objekt)
          vermerkeAblehnung(a.objekt, a.grund, probe.ereignis.regel, &v, wer)
        }
      } catch let fehler as LifecycleFehler {
        try gibAuf(&v)
        throw fehler
      }
    }
    var teile = try schreibeAbgabe(&rest, &v, wer)
    if !gebucht {
      try geschehe(
        ereignis(teile.map(\.id), pruefungen(rest)), try self.ereignis("Abgabe", v), &v, wer)
    }
    let abgegeben = try rest.filter { try istAbgegeben($0) }
    if abgegeben != rest {
      rest = abgegeben
      v.verwirfSendung()
      teile = try schreibeAbgabe(&rest, &v, wer)
    }
    try verkehr.versende(teile, &v)
  }

  private func istGebucht(_ nachricht: NachrichtenID, _ v: Verfahren) throws -> Bool {
    guard let id = v.paket else { return false }
    return try bestand.paket(id)?.abgabenachrichten.contains(nachricht) ?? false
  }

  private func istAbgegeben(_ id: ObjektID) throws -> Bool {
    guard let z = try bestand.schriftgut(id) else { return false }
    return z.lage == .abgegeben && z.aussonderung?.importfehler == nil
  }

  /// The messages of this very sending that were written before an interruption.
  private func offeneSendung(_ v: Verfahren) -> [Nachrichtenvermerk] {
    v.nachrichten(.aussonderung, eigene: true).filter { $0.schritt == v.schritt }
  }

  /// What the archive wants and has not got, and what it could not import.
  func abzugebende(_ v: Verfahren) throws -> [ObjektID] {
    try paket(v).objekte.filter { id in
      guard let z = try bestand.schriftgut(id) else { return false }
      return (z.lage == .bewertet && z.aussonderung?.bewertung == .archivwuerdig)
        || (z.lage == .abgegeben && z.aussonderung?.importfehler != nil)
    }
  }

  /// Leaves out what must not be handed over, before anything is written.
  private func siebe(
    _ objekte: Set<ObjektID>, _ zusage: Abgabezusage, _ v: inout Verfahren, _ wer: Handelnde
  ) throws -> (unbrauchbar: Set<ObjektID>, brauchbar: Set<ObjektID>) {
    var weg: Set<ObjektID> = []
    for fund in zusage.funde where !fund.betroffen.isDisjoint(with: objekte) {
      weg.formUnion(fund.betroffen.intersection(objekte))
      v.vermerke(fund, am: wer.heute)
    }
    for id in objekte.subtracting(weg).sorted() {
      let grund: Ablehnungsgrund? =
        if !zusage.virenfrei {
          .virenpruefungFehlt
        } else if let endungen = v.vereinbarung.dateiendungen,
          try !bestand.auskunft(id, mitDateien: true).hatNur(endungen)
        {
          .formatNichtVereinbart
        } else {
          nil
        }
      guard let grund else { continue }
      weg.insert(id)
      vermerkeAblehnung(id, grund, "P08", &v, wer)
    }
    return (weg, objekte.subtracting(weg))
  }

  func vermerkeAblehnung(
    _ id: ObjektID, _ grund: Ablehnungsgrund, _ regel: String, _ v: inout Verfahren,
    _ wer: Handelnde
  ) {
    let fehler = LifecycleFehler(regel: regel, objekt: id, grund: grund)
    let ablehnung = Objektablehnung(
      objekt: id, grund: grund.code, text: fehler.description, regel: regel, am: wer.heute)
    if v.ablehnungen.last != ablehnung { v.ablehnungen.append(ablehnung) }
  }

  /// Writes the parts; an object with a damaged file is left out, with what lies in the same chosen
  /// object, and the others are written again without it.
  private func schreibeAbgabe(
    _ rest: inout Set<ObjektID>, _ v: inout Verfahren, _ wer: Handelnde
  ) throws -> [Nachrichtenvermerk] {
    while true {
      do {
        return try schreibeTeile(.aussonderung, rest, &v, wer)
      } catch AussonderungFehler.dateiVeraendert(let objekt, _, _) {
        try lasseWeg(objekt, &rest, &v, wer)
      } catch AussonderungFehler.dateiFehlt(let objekt, _) {
        try lasseWeg(objekt, &rest, &v, wer)
      }
    }
  }

  private func lasseWeg(
    _ objekt: ObjektID, _ rest: inout Set<ObjektID>, _ v: inout Verfahren, _ wer: Handelnde
  ) throws {
    vermerkeAblehnung(objekt, .hashAbweichung, "P08", &v, wer)
    // The number of parts changes with the objects: parts that were written say the wrong one.
    v.verwirfSendung()
    let betroffen = try Aussonderungseinheit.einheiten(rest, bestand).first {
      $0.objekte.contains(objekt)
    }
    rest.subtract(betroffen?.objekte ?? [objekt])
    try ordner.schreibe(v)
    guard !rest.isEmpty else {
      try gibAuf(&v)
      throw AussonderungFehler.nichtsZuTun(
        "Es kann nichts abgegeben werden: Dateien sind beschädigt oder fehlen. "
          + "Der Stand des Verfahrens nennt sie.")
    }
  }

  // MARK: Two steps

  /// Hands over without an offer what the archive's Bewertungskatalog calls worth archiving (P15).
  ///
  /// - Parameters:
  ///   - prozess: The id of the new process.
  ///   - auswahl: What is handed over.
  ///   - vereinbarung: What was agreed with the archive.
  ///   - zusage: What somebody vouches for.
  ///   - wer: Who hands over.
  /// - Returns: The process.
  /// - Throws: `LifecycleFehler` if nothing may be handed over, ``AussonderungFehler``.
  @discardableResult
  public func gibNachKatalogAb(
    _ prozess: ProzessID, _ auswahl: Auswahl, _ vereinbarung: Vereinbarung, _ zusage: Abgabezusage,
    _ wer: Handelnde
  ) throws -> Verfahren {
    var v = try beginneNeu(prozess, .zweistufig, vereinbarung, wer)
    let objekte = try ausgewaehlt(auswahl, wer)
    try beginne(.abgebenNachKatalog(objekte: objekte, pruefung: zusage), &v, wer)
    return v
  }

  func abgebenNachKatalog(
    _ objekte: [ObjektID], _ zusage: Abgabezusage, _ v: inout Verfahren, _ wer: Handelnde
  ) throws {
    guard let id = v.paket else { return }
    var alle: Set<ObjektID> = []
    for objekt in objekte {
      let z = try bestand.schriftgut(objekt)
      guard let z, z.aussonderung == nil || z.aussonderung?.paket == id else { continue }
      // What the catalogue does not cover is left out before anything is written.
      guard try nachKatalogArchivwuerdig(z, wer) else {
        vermerkeAblehnung(objekt, .katalogFehlt, "P15", &v, wer)
        continue
      }
      alle.formUnion(try mitInhalt(objekt))
    }
    let (_, brauchbar) = try siebe(alle, zusage, &v, wer)
    guard !brauchbar.isEmpty else {
      let text = v.ablehnungen.last?.text ?? "Es ist nichts abzugeben."
      try gibAuf(&v)
      throw AussonderungFehler.nichtsZuTun(text)
    }
    let prozess = v.prozess
    try sende(brauchbar, &v, wer) { teile, pruefungen in
      .paket(
        ziel: id,
        ereignis: .abgebenNachKatalog(
          prozess: prozess, nachrichten: teile, pruefungen: pruefungen))
    }
  }

  /// An object with all that lies in it and is still there.
  func mitInhalt(_ objekt: ObjektID) throws -> Set<ObjektID> {
    var alle: Set<ObjektID> = []
    var stapel = [objekt]
    while let n = stapel.popLast() {
      if try bestand.schriftgut(n)?.lage.istEnde == false { alle.insert(n) }
      stapel += try bestand.kinder(n)
    }
    return alle
  }

  func nachKatalogArchivwuerdig(
    _ z: Schriftgutzustand, _ wer: Handelnde
  ) throws -> Bool {
    try bestand.einheiten().contains {
      $0.kennzeichen == z.einheit && $0.vorabbewertung?.art == .archivieren
        && $0.vorabbewertung?.gilt(am: wer.heute) == true
    }
  }
}

extension Verfahren {
  /// Forgets the parts of a sending that nobody has seen yet.
  fileprivate mutating func verwirfSendung() {
    let schritt = schritt
    nachrichten.removeAll {
      $0.typ == .aussonderung && $0.eigene && $0.schritt == schritt && $0.stand != .versandt
    }
  }
}

extension Aussonderungsauskunft {
  /// True if all files have one of the extensions.
  fileprivate func hatNur(_ endungen: Set<String>) throws -> Bool {
    try objekt.dateinamen().allSatisfy { name, original in
      endungen.contains(Primaerdateiname.endung(original ?? name))
        || endungen.contains(Primaerdateiname.endung(name))
    }
  }
}
