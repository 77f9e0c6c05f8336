// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefsummen

/// Events within one transaction: each is asked of ``Lebenszyklus``, its effects become rows, and an
/// entry goes to the end of the Protokoll.
///
/// Valid until the block of the transaction returns; ``abschluss()`` belongs at its end.
final class Vollzugsgang<Zufall: RandomNumberGenerator> {
  let s: Schreibzugriff
  let l: Lesezugriff
  let quelle: Lesequelle
  let richtlinie: Richtlinie
  let summen: Zeilensummen
  private var kette: Protokollkette
  private var zufall: Zufall
  private var satz: [UInt8] = []
  private var schluessel: (id: ObjektID, bytes: [UInt8])?
  private var naechsteNummer: Int64?
  private var nachtrag = Nachtrag()
  /// Rows whose effective due day may have changed.
  var beruehrt: Set<Int64> = []

  init(
    _ s: Schreibzugriff, _ l: Lesezugriff, kataloge: Katalogbestand, richtlinie: Richtlinie,
    _ zufall: Zufall
  ) throws {
    self.s = s
    self.l = l
    self.richtlinie = richtlinie
    self.zufall = zufall
    quelle = Lesequelle(l: l, kataloge: kataloge, gedaechtnis: Lesegedaechtnis())
    summen = try Zeilensummen(l.pfad)
    kette = try Protokollkette(nach: try l.kopf())
  }

  /// Does what the Handlung says.
  ///
  /// - Throws: ``LifecycleFehler`` if it is refused: nothing is written then.
  func vollziehe(
    _ handlung: Handlung, _ kopf: Ereigniskopf, _ beilage: Beilage = Beilage(),
    zusatz: [Objektstand] = []
  ) throws -> Vollzug {
    if let alt = try l.protokoll(ereignis: kopf.id.sechzehn) {
      let abgelehnt = try Protokolleintrag(satz: alt.eintrag).ausgang != .angenommen
      return Vollzug(
        folge: alt.folge, wirkungen: nil, vernichtung: abgelehnt ? nil : try l.nachweis(zu: alt),
        warAbgelehnt: abgelehnt)
    }
    let w = try quelle.gefragt(handlung, richtlinie)
    try pruefeAblage(handlung)
    let folge = kette.kopf.folge + 1
    var staende = zusatz
    let aenderungen = Dictionary(grouping: w.aenderungen, by: \.objekt)
    for z in geordnet(w.schriftgut) {
      staende.append(
        try schreibe(
          z, folge, beilage, ziel: handlung.ziel, aenderungen: aenderungen[z.id] ?? []))
    }
    for d in w.dokumente {
      staende.append(try schreibe(d, folge, beilage, ziel: handlung.ziel, handlung))
    }
    for a in w.aenderungen where a.feld == "Kennzeichen" {
      if let alt = a.alt { staende.append(try verbrauche(Kennzeichen(alt), von: a.objekt)) }
    }
    if let p = w.paket {
      let bytes = try kanonisch(p, l.pfad)
      try s.setzePaket(p.id.sechzehn, bytes, folge: folge)
      quelle.gedaechtnis?.paket = p
      staende.append(
        Objektstand(id: p.id.als(Objektbezug.self), stand: try summen.summe(bytes)))
    }
    if let e = w.einheit {
      let bytes = try kanonisch(e, l.pfad)
      try s.setzeEinheit(e.kennzeichen, bytes, folge: folge)
      quelle.merke(e)
      staende.append(
        Objektstand(
          id: try summen.kennung("einheit", e.kennzeichen), stand: try summen.summe(bytes)))
    }
    var vernichtung: Vernichtungsprotokoll?
    for case .loesche(let freigabe) in w.auftraege {
      vernichtung = try vernichte(freigabe, handlung, kopf, folge)
    }
    if let v = vernichtung {
      let bytes = try kanonisch(v, l.pfad)
      try s.setzeNachweis(v.id.sechzehn, bytes, folge: folge)
      staende.append(
        Objektstand(id: v.id.als(Objektbezug.self), stand: try summen.summe(bytes)))
    }
    let ziel = try vernichtung.map { $0.id.als(Objektbezug.self) } ?? schluesselziel(handlung)
    try protokolliere(
      kopf, art: w.regel + " " + handlung.ereignis.name, .angenommen, staende, ziel,
      try nutzlast(handlung, w, beilage.grund))
    return Vollzug(
      folge: folge, wirkungen: w, vernichtung: vernichtung, warAbgelehnt: false)
  }

  /// A Kennzeichen that an object gave up stays its own: it stands in letters and other files, and
  /// nobody else ever gets it (FAKTEN 1.2 "keep history", A05 "number burnt", A06).
  private func verbrauche(
    _ kennzeichen: Kennzeichen, von id: ObjektID
  ) throws -> Objektstand {
    let bereich = Lesequelle.frueheres(kennzeichen)
    let nr = try quelle.nummer(id) ?? 0
    try s.setzeZaehler(bereich, nr)
    return Objektstand(
      id: try summen.kennung("zaehler", bereich), stand: try summen.summe(zaehler: nr))
  }

  /// Writes down that an event was refused.
  func lehneAb(
    _ handlung: Handlung, _ kopf: Ereigniskopf, _ fehler: LifecycleFehler
  ) throws -> Int64 {
    if let alt = try l.protokoll(ereignis: kopf.id.sechzehn) { return alt.folge }
    let ziel = try schluesselziel(handlung)
    try protokolliere(
      kopf, art: fehler.regel + " " + handlung.ereignis.name, .abgelehnt(grund: fehler.grund.code),
      [Objektstand(id: fehler.objekt ?? ziel)], ziel,
      try nutzlast(handlung, nil, fehler.description))
    return kette.kopf.folge
  }

  /// Writes an entry about something that is no event of the machine, such as a new catalogue.
  func vermerke(
    _ kopf: Ereigniskopf, art: String, _ staende: [Objektstand], _ nutzlast: Protokollnutzlast,
    _ ausgang: Protokollausgang = .angenommen
  ) throws -> Int64 {
    let ziel = try summen.kennung("speicher", "")
    try protokolliere(kopf, art: art, ausgang, staende, ziel, nutzlast)
    return kette.kopf.folge
  }

  /// The number of the next entry.
  var naechsteFolge: Int64 { kette.kopf.folge + 1 }

  // MARK: Protokoll

  private func nutzlast(
    _ handlung: Handlung, _ w: Wirkungen?, _ grund: String?
  ) throws -> Protokollnutzlast {
    var n = Protokollnutzlast(
      akteur: handlung.akteur.name, rolle: handlung.akteur.rollen.first?.rawValue,
      zweitePerson: handlung.zweitePerson?.name, grund: grund,
      aenderungen: (w?.aenderungen ?? []).map {
        Metadatenaenderung($0.feld, alt: $0.alt, neu: $0.neu)
      })
    try n.setze(ereignis: handlung)
    return n
  }

  private func protokolliere(
    _ kopf: Ereigniskopf, art: String, _ ausgang: Protokollausgang, _ staende: [Objektstand],
    _ ziel: ObjektID, _ nutzlast: Protokollnutzlast
  ) throws {
    var staende = staende
    if kette.kopf == .anfang { staende.append(try l.kennungsstand(summen)) }
    let versiegelt = try nutzlast.versiegle(
      fuer: ziel, ereignis: kopf.id, mit: try schluessel(ziel), &zufall)
    let summe = kette.pruefsumme(versiegelt.bytes)
    let eintrag = try kette.haenge(
      an: Protokollentwurf(
        ereignis: kopf.id, zeitpunkt: kopf.zeitpunkt, art: art, ausgang: ausgang,
        betroffene: staende, nutzlast: summe), satz: &satz)
    try s.protokolliere(
      Protokollzeile(
        folge: eintrag.folge, ereignis: kopf.id.sechzehn, eintrag: satz,
        nutzlast: versiegelt.bytes), [])
    for stand in staende { nachtrag.betroffen(stand.id, eintrag.folge) }
    if nachtrag.istVoll { try schreibeNachtrag() }
  }

  /// Writes what was put off.
  func schreibeNachtrag() throws { try nachtrag.schreibe(s) }

  private func schluessel(_ id: ObjektID) throws -> Objektschluessel {
    if let s = schluessel, s.id == id { return try Objektschluessel(bytes: s.bytes) }
    // A key that was made just now is not in the table yet; one that goes still is.
    if let neu = nachtrag.neuerSchluessel(id) {
      schluessel = (id, neu)
      return try Objektschluessel(bytes: neu)
    }
    if nachtrag.kennt(id) { try schreibeNachtrag() }
    if let alt = try l.schluessel(id) {
      schluessel = (id, alt)
      return try Objektschluessel(bytes: alt)
    }
    let neu = Objektschluessel(&zufall)
    let bytes = neu.mitBytes { Array($0) }
    nachtrag.schluessel(id, bytes)
    schluessel = (id, bytes)
    return neu
  }

  /// Destroys the key of an object with this transaction: its payloads can never be read again.
  func zerstoereSchluessel(_ id: ObjektID) throws {
    nachtrag.zerstoere(id)
    schluessel = nil
    if nachtrag.istVoll { try schreibeNachtrag() }
  }

  private func schluesselziel(_ handlung: Handlung) throws -> ObjektID {
    switch handlung.ereignis {
    case .schriftgut(let id, _, _), .dokument(let id, _, _): id
    case .paket(let id, _): id.als(Objektbezug.self)
    case .einheit(let name, _): try summen.kennung("einheit", name)
    }
  }

  // MARK: Rows

  /// A new object after the one it lies in.
  private func geordnet(_ alle: [Schriftgutzustand]) -> [Schriftgutzustand] {
    alle.count < 2 ? alle : alle.filter { $0.eltern == nil } + alle.filter { $0.eltern != nil }
  }

  private func schreibe(
    _ zeile: borrowing Objektzeile, statt alt: borrowing Objektzeile?
  ) throws {
    if let alt = copy alt { try s.setze(zeile, statt: alt) } else { try s.setze(zeile, neu: true) }
  }

  private func nummer() throws -> Int64 {
    let nr = try naechsteNummer ?? s.naechsteObjektnummer()
    naechsteNummer = nr + 1
    return nr
  }

  func schreibe(
    _ z: Schriftgutzustand, _ folge: Int64, _ beilage: Beilage = Beilage(), ziel: ObjektID? = nil,
    aenderungen: [Aenderung] = []
  ) throws -> Objektstand {
    let alt = quelle.fehlt(z.id) ? nil : try l.objekt(z.id)
    let (metadaten, betreff) = try angaben(z, alt, aenderungen, beilage, ziel: ziel)
    let zustand = try kanonisch(z, l.pfad)
    let elternNr = try z.eltern.map { try elternnummer($0) }
    let nr = try alt?.nr ?? nummer()
    // A new object has nothing below that could keep it longer.
    let reifab = alt == nil ? (z.lage.istGeschlossen ? z.frist?.reifAb : nil) : alt?.reifab
    try schreibe(
      Objektzeile(
        nr: nr, id: z.id, ebene: z.ebene.objektebene, eltern: elternNr, einheit: z.einheit,
        lage: z.lage.nummer, kennzeichen: z.kennzeichen.text, betreff: betreff, zda: z.zdADatum,
        reifab: reifab, spaetestens: z.spaetestensAnbieten, gesperrt: z.sperren.count,
        paket: z.aussonderung?.paket.sechzehn, folge: folge, zustand: zustand,
        metadaten: metadaten), statt: alt)
    if z.lage == .vernichtet {
      // The tombstone can still be found by its Kennzeichen.
      try s.setzeSuche(nr, kennzeichen: z.kennzeichen.text, betreff: nil)
      try s.setzeSuche(nr, inhalt: "")
    } else if alt == nil || alt?.betreff != betreff || alt?.kennzeichen != z.kennzeichen.text {
      try s.setzeSuche(nr, kennzeichen: z.kennzeichen.text, betreff: betreff, neu: alt == nil)
    }
    if alt != nil { beruehrt.insert(nr) }
    if let elternNr { beruehrt.insert(elternNr) }
    if let weg = alt?.eltern, weg != elternNr { beruehrt.insert(weg) }
    quelle.merke(z, nr)
    if z.id == ziel { try nimm(beilage.dateien, nr) }
    return Objektstand(id: z.id, stand: try summen.summe(zustand, metadaten))
  }

  /// The bytes of the descriptive metadata after an event, and the Betreff in them.
  private func angaben(
    _ z: Schriftgutzustand, _ alt: Objektzeile?, _ aenderungen: [Aenderung],
    _ beilage: Beilage, ziel: ObjektID?
  ) throws -> ([UInt8], String?) {
    let neue = alt == nil || z.id == ziel ? beilage.metadaten : nil
    let geaendert = aenderungen.contains { $0.objekt == z.id }
    if let alt, neue == nil, !geaendert, z.lage != .vernichtet {
      return (alt.metadaten, alt.betreff)
    }
    var angaben =
      if let neue { beilage.mitInhalt ? neue : neue.ohneInhalt } else {
        try alt?.angaben(l.pfad) ?? z.schlichteAngaben
      }
    for a in aenderungen where a.objekt == z.id { angaben.wende(a) }
    if z.lage == .vernichtet { angaben = angaben.grabstein }
    return (try kanonisch(angaben, l.pfad), angaben.betreff)
  }

  /// The object uses the files from now on.
  private func nimm(_ dateien: [Dateiangabe], _ nr: Int64) throws {
    for datei in dateien {
      try s.setzeDatei(datei)
      try s.verwende(nr, datei.hash)
    }
  }

  func schreibe(
    _ d: Dokumentzustand, _ folge: Int64, _ beilage: Beilage = Beilage(), ziel: ObjektID? = nil,
    _ handlung: Handlung? = nil
  ) throws -> Objektstand {
    let alt = quelle.fehlt(d.id) ? nil : try l.objekt(d.id)
    var angaben: Schriftgutobjekt
    if let alt {
      angaben = try alt.angaben(l.pfad)
    } else {
      angaben = beilage.metadaten ?? d.schlichteAngaben(handlung)
    }
    if d.id == ziel, var version = beilage.version, case .dokument(var dokument) = angaben {
      version.nummer =
        dokument.nummer(der: handlung?.fassungsnummer, d.fassungen)
        ?? String(handlung?.fassungsnummer ?? d.fassungen.last?.nummer ?? 1)
      dokument.nimm(version)
      angaben = .dokument(dokument)
    }
    if d.lage == .vernichtet { angaben = angaben.grabstein }
    let metadaten = try kanonisch(angaben, l.pfad)
    let zustand = try kanonisch(d, l.pfad)
    let nr = try alt?.nr ?? nummer()
    quelle.gedaechtnis?.fehlend = nil
    let kennzeichen = angaben.allgemeineMetadaten?.kennzeichen?.text
    try schreibe(
      Objektzeile(
        nr: nr, id: d.id, ebene: .dokument, eltern: try elternnummer(d.eltern), einheit: nil,
        lage: d.lage.nummer, kennzeichen: kennzeichen, betreff: angaben.betreff, folge: folge,
        zustand: zustand, metadaten: metadaten), statt: alt)
    if d.lage == .vernichtet {
      try s.entferneAusSuche(nr)
      // A document may have a Kennzeichen of its own; like that of an Akte it stays with the row.
      try s.setzeSuche(nr, kennzeichen: kennzeichen, betreff: nil, neu: true)
    } else if alt == nil || alt?.betreff != angaben.betreff {
      try s.setzeSuche(nr, kennzeichen: kennzeichen, betreff: angaben.betreff, neu: alt == nil)
    }
    if d.id == ziel {
      try nimm(beilage.dateien, nr)
      if let text = beilage.suchtext { try s.setzeSuche(nr, inhalt: text) }
    }
    return Objektstand(id: d.id, stand: try summen.summe(zustand, metadaten))
  }

  private func elternnummer(_ id: ObjektID) throws -> Int64 {
    guard let nr = try quelle.nummer(id) else {
      throw SpeicherFehler.widerspruch(pfad: l.pfad, grund: "das Objekt \(id) fehlt")
    }
    return nr
  }
}
