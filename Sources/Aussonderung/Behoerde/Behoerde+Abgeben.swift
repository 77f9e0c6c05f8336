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
    try verlangeAktuell(v)
    try beginne(.abgeben(pruefung: zusage), &v, wer)
    return v
  }

  func abgeben(_ zusage: Abgabezusage, _ v: inout Verfahren, _ wer: Handelnde) throws {
    try verlangePakete(v)
    var auswahl = Abgabeauswahl()
    let offen = offeneSendung(v)
    if offen.isEmpty {
      try jedesPaket(v) { nummer, paket in auswahl[nummer] = Set(try abzugebende(paket)) }
    } else {
      for vermerk in offen {
        auswahl[vermerk.paket ?? 1, default: []].formUnion(try ordner.objekte(vermerk, in: v))
      }
    }
    let unbrauchbar = try siebe(&auswahl, zusage, &v, wer)
    guard !auswahl.istLeer else {
      try gibAuf(&v)
      throw AussonderungFehler.nichtsZuTun(
        unbrauchbar == 0
          ? "Es ist nichts abzugeben: Kein Objekt ist als archivwürdig bewertet und noch nicht "
            + "abgegeben."
          : "Es kann nichts abgegeben werden: \(unbrauchbar) Objekte haben ein Hindernis. "
            + "Der Stand des Verfahrens nennt sie.")
    }
    try sende(auswahl, &v, wer) { teile, pruefungen in
      .abgeben(nachrichten: teile, pruefungen: pruefungen)
    }
  }

  /// Writes, books and sends what goes along.
  ///
  /// What the life cycle would refuse, such as a held object, is left out before anything is
  /// written; should it refuse more in the end, the parts, which nobody has seen yet, are written
  /// again.
  func sende(
    _ gewaehlt: Abgabeauswahl, _ v: inout Verfahren, _ wer: Handelnde,
    _ ereignis: ([NachrichtenID], [Abgabepruefung]) -> Paketereignis
  ) throws {
    func handlung(
      _ nummer: Int, _ v: Verfahren, _ teile: [NachrichtenID], _ ids: Set<ObjektID>
    ) -> Handlung {
      let pruefungen = ids.sorted().map {
        Abgabepruefung($0, hashesGeprueft: true, formateVereinbart: true, virenfrei: true)
      }
      return Handlung(
        .paket(ziel: v.pakete[nummer - 1], ereignis: ereignis(teile, pruefungen)),
        akteur: wer.akteur, zweitePerson: wer.zweitePerson, heute: wer.heute)
    }
    var rest = gewaehlt
    let gebucht = try gebuchtePakete(v)
    let erste = try Nachrichtenplan(.aussonderung, 1, von: 1, v, wer).id
    var ablehnung: LifecycleFehler?
    for nummer in gewaehlt.nummern {
      guard let ids = rest[nummer], !gebucht.contains(nummer) else {
        rest[nummer] = try rest[nummer]?.filter { try istAbgegeben($0) }
        continue
      }
      let probe = handlung(nummer, v, [erste], ids)
      do {
        for a in try bestand.probiere(probe).abgelehnt {
          rest[nummer]?.remove(a.objekt)
          vermerkeAblehnung(a.objekt, a.grund, probe.ereignis.regel, &v, wer)
        }
      } catch let fehler as LifecycleFehler {
        if let objekt = fehler.objekt, gewaehlt.nummern.count > 1 {
          vermerkeAblehnung(objekt, fehler.grund, fehler.regel, &v, wer)
        }
        ablehnung = ablehnung ?? fehler
        rest[nummer] = nil
      }
    }
    if rest.istLeer, let ablehnung {
      try gibAuf(&v)
      throw ablehnung
    }
    var teile = try schreibeAbgabe(&rest, &v, wer)
    if !gebucht.isSuperset(of: rest.nummern) { try verlangeHinnahme(teile, &v) }
    for nummer in rest.nummern where !gebucht.contains(nummer) {
      let seine = teile.filter { $0.paket == nummer }.map(\.id)
      let h = handlung(nummer, v, seine, rest[nummer] ?? [])
      try geschehe(h.ereignis, try self.ereignis("Abgabe \(nummer)", v), &v, wer)
    }
    var abgegeben = rest
    for nummer in rest.nummern {
      abgegeben[nummer] = try bestand.lesend { try rest[nummer]?.filter { try istAbgegeben($0) } }
    }
    if abgegeben != rest {
      rest = abgegeben
      v.verwirfSendung()
      teile = try schreibeAbgabe(&rest, &v, wer)
    }
    try verkehr.versende(teile, &v)
  }

  /// The batches that the store has booked parts of this very sending for.
  private func gebuchtePakete(_ v: Verfahren) throws -> Set<Int> {
    let offen = Set(offeneSendung(v).map(\.id))
    guard !offen.isEmpty else { return [] }
    var gebucht: Set<Int> = []
    try jedesPaket(v) { nummer, paket in
      if paket.abgabenachrichten.contains(where: offen.contains) { gebucht.insert(nummer) }
    }
    return gebucht
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
  func abzugebende(_ paket: Paketzustand) throws -> [ObjektID] {
    try bestand.lesend {
      try paket.objekte.filter { id in
        guard let z = try bestand.schriftgut(id) else { return false }
        return (z.lage == .bewertet && z.aussonderung?.bewertung == .archivwuerdig)
          || (z.lage == .abgegeben && z.aussonderung?.importfehler != nil)
      }
    }
  }

  /// Leaves out what must not be handed over, before anything is written.
  ///
  /// - Returns: How many objects were left out.
  func siebe(
    _ auswahl: inout Abgabeauswahl, _ zusage: Abgabezusage, _ v: inout Verfahren, _ wer: Handelnde
  ) throws -> Int {
    var zahl = 0
    for nummer in auswahl.nummern {
      for fund in zusage.funde {
        let betroffen = fund.betroffen.intersection(auswahl[nummer] ?? [])
        guard !betroffen.isEmpty else { continue }
        auswahl[nummer]?.subtract(betroffen)
        zahl += betroffen.count
        v.vermerke(fund, am: wer.heute)
      }
      for id in (auswahl[nummer] ?? []).sorted() {
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
        auswahl[nummer]?.remove(id)
        zahl += 1
        vermerkeAblehnung(id, grund, "P08", &v, wer)
      }
    }
    return zahl
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
    _ rest: inout Abgabeauswahl, _ v: inout Verfahren, _ wer: Handelnde
  ) throws -> [Nachrichtenvermerk] {
    while true {
      do {
        return try schreibeTeile(rest, &v, wer)
      } catch AussonderungFehler.dateiVeraendert(let objekt, _, _) {
        try lasseWeg(objekt, &rest, &v, wer)
      } catch AussonderungFehler.dateiFehlt(let objekt, _) {
        try lasseWeg(objekt, &rest, &v, wer)
      }
    }
  }

  /// Writes the parts that are not there yet: each is about one batch, and all count in one row.
  private func schreibeTeile(
    _ auswahl: Abgabeauswahl, _ v: inout Verfahren, _ wer: Handelnde
  ) throws -> [Nachrichtenvermerk] {
    var teile: [(paket: Int, einheiten: [Aussonderungseinheit])] = []
    for nummer in auswahl.nummern {
      let einheiten = try Aussonderungseinheit.einheiten(auswahl[nummer] ?? [], bestand)
      teile += Aussonderungseinheit.teile(
        einheiten, v.vereinbarung.teilgrenzen, ohneDateien: false
      ).map { (nummer, $0) }
    }
    var vermerke: [Nachrichtenvermerk] = []
    for (i, teil) in teile.enumerated() {
      var plan = try Nachrichtenplan(.aussonderung, i + 1, von: teile.count, v, wer)
      plan.paket = teil.paket
      vermerke.append(try schreibe(plan, teil.einheiten, auswahl[teil.paket] ?? [], &v))
    }
    return vermerke
  }

  private func lasseWeg(
    _ objekt: ObjektID, _ rest: inout Abgabeauswahl, _ v: inout Verfahren, _ wer: Handelnde
  ) throws {
    vermerkeAblehnung(objekt, .hashAbweichung, "P08", &v, wer)
    // The number of parts changes with the objects: parts that were written say the wrong one.
    v.verwirfSendung()
    for nummer in rest.nummern where rest[nummer]?.contains(objekt) == true {
      let betroffen = try Aussonderungseinheit.einheiten(rest[nummer] ?? [], bestand).first {
        $0.objekte.contains(objekt)
      }
      rest[nummer]?.subtract(betroffen?.objekte ?? [objekt])
    }
    try ordner.schreibe(v)
    guard !rest.istLeer else {
      try gibAuf(&v)
      throw AussonderungFehler.nichtsZuTun(
        "Es kann nichts abgegeben werden: Dateien sind beschädigt oder fehlen. "
          + "Der Stand des Verfahrens nennt sie.")
    }
  }
}

extension Verfahren {
  /// Forgets the parts of a sending that nobody has seen yet.
  mutating func verwirfSendung() {
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
