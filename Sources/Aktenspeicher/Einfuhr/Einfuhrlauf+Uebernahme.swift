// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

extension Einfuhrlauf {
  /// Brings one object in, or writes down that it is refused.
  ///
  /// - Returns: True if it came in now.
  /// - Throws: What is no refusal of this object: ``SpeicherFehler``.
  func uebernimm(
    _ zeile: Einfuhrzeile, _ gang: Vollzugsgang<Zufallsvorrat>
  ) throws -> Bool {
    if let eltern = zeile.eltern, abgelehnte.contains(eltern) {
      abgelehnte.insert(zeile.id)
      bericht.mitAbgelehnt += 1
      return false
    }
    if try gang.l.istGeschehen(zeile.ereignis) {
      bericht.bereitsUebernommen += 1
      return false
    }
    if let ebene = zeile.ebene.ebene {
      return try uebernimm(zeile, ebene, gang)
    }
    return try uebernimmDokument(zeile, gang)
  }

  // MARK: Akten and Vorgänge

  private func uebernimm(
    _ zeile: Einfuhrzeile, _ ebene: Ebene, _ gang: Vollzugsgang<Zufallsvorrat>
  ) throws -> Bool {
    let m = zeile.objekt.allgemeineMetadaten
    var angaben = Anlageangaben(
      ebene: ebene, betreff: betreff(zeile), kennzeichen: m?.kennzeichen ?? "")
    angaben.federfuehrung = m?.federfuehrung
    angaben.papierteil = zeile.objekt.papierteilOhneStandort
    var stand = zeile.objekt.altstand(herkunft: herkunft)
    let weitere = zeile.weitereDateien
    stand.weitereDateien = weitere.isEmpty ? nil : weitere
    func handlung() -> Handlung {
      Handlung(
        .schriftgut(
          ziel: zeile.id, in: zeile.eltern,
          ereignis: .uebernehmen(angaben: angaben, stand: stand)),
        akteur: optionen.akteur, heute: optionen.heute)
    }
    func nein(_ grund: Ablehnungsgrund) -> LifecycleFehler {
      LifecycleFehler(regel: ebene == .akte ? "A01" : "A02", objekt: zeile.id, grund: grund)
    }
    if let (meldung, grund) = zeile.mangel {
      try lehneAb(zeile, handlung(), nein(grund), meldung: meldung, gang)
      return false
    }
    let eltern = try zeile.eltern.flatMap { try gang.quelle.schriftgut($0) }
    switch try einheit(zeile, in: eltern, gang) {
    case .gilt(let kennzeichen): angaben.einheit = kennzeichen
    case .unbekannt(let meldung):
      try lehneAb(zeile, handlung(), nein(.einheitUnbekannt), meldung: meldung, gang)
      return false
    }
    stand.zdADatum = schluss(zeile, in: eltern)
    var zug = Kennzeichenzug(kennzeichen: angaben.kennzeichen)
    if angaben.kennzeichen.text.allSatisfy(\.isWhitespace) {
      var wunsch = Anlagewunsch(ebene, id: zeile.id, betreff: angaben.betreff, in: zeile.eltern)
      wunsch.einheit = angaben.einheit
      wunsch.federfuehrung = angaben.federfuehrung
      do {
        zug = try gang.zieheKennzeichen(wunsch, optionen.heute)
        angaben.kennzeichen = zug.kennzeichen
      } catch let fehler as Kennzeichenfehler {
        try lehneAb(
          zeile, handlung(), nein(.kennzeichenLeer),
          meldung: "Das Kennzeichen fehlt und lässt sich nicht bilden. \(fehler)", gang)
        return false
      }
    }
    var beilage = Beilage(metadaten: zeile.objekt, grund: herkunft)
    beilage.mitInhalt = true
    beilage.dateien = zeile.dateien
    guard let vollzug = try vollziehe(zeile, handlung(), beilage, zug, nein, gang) else {
      return false
    }
    if ebene.istAkte { bericht.akten += 1 } else { bericht.vorgaenge += 1 }
    weiseHin(zeile, vollzug, stand, m)
    return true
  }

  private func betreff(_ zeile: Einfuhrzeile) -> String {
    let m = zeile.objekt.allgemeineMetadaten
    if let betreff = m?.betreff, !betreff.allSatisfy(\.isWhitespace) { return betreff }
    bericht.weiseHin(.ohneBetreff, zeile.bezeichnung)
    return m?.kennzeichen?.text ?? "ohne Betreff"
  }

  /// The day of closing: the source's own, that of the object above, the caller's, in this order.
  ///
  /// No open object may lie in a closed one (FAKTEN 2.6), and real exports often close an Akte without
  /// a word about its Vorgänge.
  private func schluss(
    _ zeile: Einfuhrzeile, in eltern: Schriftgutzustand?
  ) -> Kalendertag? {
    let angabe = zeile.objekt.abschluss
    let oben = eltern?.zdADatum
    if let tag = angabe.tag, angabe.istGeschlossen != false || oben != nil {
      if let oben, tag > oben { bericht.weiseHin(.zdANachEltern, zeile.bezeichnung) }
      return tag
    }
    if let oben {
      bericht.weiseHin(.zdAVonOben, zeile.bezeichnung)
      return oben
    }
    if angabe.istGeschlossen == false { return nil }
    if eltern == nil || angabe.istGeschlossen == true, let tag = optionen.zdADatum { return tag }
    if angabe.istGeschlossen == true {
      bericht.weiseHin(.zdAVonNachricht, zeile.bezeichnung)
      return spaetestensGeschlossen
    }
    if eltern == nil { bericht.weiseHin(.offen, zeile.bezeichnung) }
    return nil
  }

  private func weiseHin(
    _ zeile: Einfuhrzeile, _ vollzug: Vollzug, _ stand: Altstand, _ m: AllgemeineMetadaten?
  ) {
    for case .ohneRegel in vollzug.wirkungen?.hinweise ?? [] {
      bericht.weiseHin(.ohneRegel, zeile.bezeichnung)
    }
    guard let genannt = zeile.objekt.aussonderungsmetadaten?.aufbewahrungsende?.spaetesterTag,
      let ende = vollzug.wirkungen?.schriftgut.first?.frist?.ende, genannt < ende
    else { return }
    bericht.weiseHin(.endeFrueher, zeile.bezeichnung)
  }

  // MARK: Dokumente

  private func uebernimmDokument(
    _ zeile: Einfuhrzeile, _ gang: Vollzugsgang<Zufallsvorrat>
  ) throws -> Bool {
    guard case .dokument(let d) = zeile.objekt else { return false }
    let fassungen = zeile.fassungen
    let weitere = zeile.weitereDateien
    var anlage = Dokumentanlage(
      // A container of Schriftstücke has no version of its own: its first file stands for it.
      fassung: fassungen.first ?? zeile.stellen.first?.datei.fassung,
      betreff: d.betreff ?? zeile.dateinamen.first ?? "",
      eingehend: d.posteingangsdatum != nil, dokumentdatum: d.datumDesSchreibens)
    if fassungen.count > 1 { anlage.weitereFassungen = Array(fassungen.dropFirst()) }
    if !weitere.isEmpty { anlage.weitereDateien = weitere }
    let handlung = Handlung(
      .dokument(
        ziel: zeile.id, in: zeile.eltern, ereignis: .uebernehmen(angaben: anlage)),
      akteur: optionen.akteur, heute: optionen.heute)
    func nein(_ grund: Ablehnungsgrund) -> LifecycleFehler {
      LifecycleFehler(regel: "A03", objekt: zeile.id, grund: grund)
    }
    if let (meldung, grund) = zeile.mangel {
      try lehneAb(zeile, handlung, nein(grund), meldung: meldung, gang)
      return false
    }
    var bekannt = 0
    for datei in zeile.dateien {
      if let summe = datei.hash.pruefsumme, try gang.quelle.istBekannt(summe) { bekannt += 1 }
    }
    var beilage = Beilage(metadaten: zeile.objekt, grund: herkunft)
    beilage.dateien = zeile.dateien
    guard try vollziehe(zeile, handlung, beilage, nil, nein, gang) != nil else { return false }
    bericht.dokumente += 1
    bericht.dateien += zeile.dateien.count
    bericht.bytes += zeile.dateien.reduce(0) { $0 + $1.groesse }
    bericht.dubletten += bekannt
    return true
  }

  // MARK: Event

  /// Carries out the event; nil if it was refused.
  private func vollziehe(
    _ zeile: Einfuhrzeile, _ handlung: Handlung, _ beilage: Beilage, _ zug: Kennzeichenzug?,
    _ nein: (Ablehnungsgrund) -> LifecycleFehler, _ gang: Vollzugsgang<Zufallsvorrat>
  ) throws -> Vollzug? {
    do {
      guard let zug else { return try gang.vollziehe(handlung, kopf(zeile.ereignis), beilage) }
      return try gang.vollziehe(handlung, kopf(zeile.ereignis), beilage, zug)
    } catch let fehler as LifecycleFehler {
      // Guards come before the first row, so nothing is half done.
      try lehneAb(zeile, handlung, fehler, gang)
    } catch let fehler as Katalogfehler {
      try lehneAb(zeile, handlung, nein(.katalogFehlt), meldung: "\(fehler)", gang)
    }
    return nil
  }
}

extension Einfuhrzeile {
  /// The versions of the Dokument itself: the first format of each, the others as its renditions.
  fileprivate var fassungen: [Fassung] {
    var fassungen: [Fassung] = []
    for (stelle, datei) in stellen {
      guard case .fassung(let nummer, let format) = stelle, let neue = datei.fassung else {
        continue
      }
      if format == 0 {
        fassungen.append(neue)
      } else if nummer < fassungen.count {
        fassungen[nummer] = Fassung(
          hash: fassungen[nummer].hash, groesse: fassungen[nummer].groesse,
          repraesentate: fassungen[nummer].repraesentate + [neue.hash])
      }
    }
    return fassungen
  }

  /// The digests of the other files, in document order.
  fileprivate var weitereDateien: [Pruefsumme] {
    stellen.compactMap { stelle, datei in
      if case .weitere = stelle { datei.hash.pruefsumme } else { nil }
    }
  }
}

extension Dateiangabe {
  fileprivate var fassung: Fassung? {
    hash.pruefsumme.map { Fassung(hash: $0, groesse: groesse) }
  }
}
