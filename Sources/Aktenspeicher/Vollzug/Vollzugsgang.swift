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
  /// Rows whose effective due day may have changed.
  private var beruehrt: Set<Int64> = []

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
        nutzlast: versiegelt.bytes),
      staende.map(\.id))
  }

  private func schluessel(_ id: ObjektID) throws -> Objektschluessel {
    if let s = schluessel, s.id == id { return try Objektschluessel(bytes: s.bytes) }
    if let alt = try l.schluessel(id) {
      schluessel = (id, alt)
      return try Objektschluessel(bytes: alt)
    }
    let neu = Objektschluessel(&zufall)
    let bytes = neu.mitBytes { Array($0) }
    try s.setzeSchluessel(id, bytes)
    schluessel = (id, bytes)
    return neu
  }

  /// Destroys the key of an object: its payloads can never be read again.
  func zerstoereSchluessel(_ id: ObjektID) throws {
    try s.setzeSchluessel(id, nil)
    schluessel = nil
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
    try s.setze(
      Objektzeile(
        nr: nr, id: z.id, ebene: z.ebene.objektebene, eltern: elternNr, einheit: z.einheit,
        lage: z.lage.nummer, kennzeichen: z.kennzeichen.text, betreff: betreff, zda: z.zdADatum,
        reifab: reifab, spaetestens: z.spaetestensAnbieten, gesperrt: z.sperren.count,
        paket: z.aussonderung?.paket.sechzehn, folge: folge, zustand: zustand,
        metadaten: metadaten), neu: alt == nil)
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
    try s.setze(
      Objektzeile(
        nr: nr, id: d.id, ebene: .dokument, eltern: try elternnummer(d.eltern), einheit: nil,
        lage: d.lage.nummer, kennzeichen: kennzeichen, betreff: angaben.betreff, folge: folge,
        zustand: zustand, metadaten: metadaten), neu: alt == nil)
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

  // MARK: Destruction

  /// Frees the files, destroys the keys, and makes the proof; the files themselves go after the
  /// commit.
  private func vernichte(
    _ freigabe: Loeschfreigabe, _ handlung: Handlung, _ kopf: Ereigniskopf, _ folge: Int64
  ) throws -> Vernichtungsprotokoll {
    try s.setzeAngabe("spuren", "offen")
    var objekte: [Vernichtungsobjekt] = []
    // A batch names all its objects: it is read once, not again for each of them.
    var prozesse: [PaketID: ProzessID?] = [:]
    var paket: ProzessID?
    for e in freigabe.eintraege {
      guard let zeile = try l.objekt(e.objekt) else { continue }
      let z = try zeile.schriftgut(l.pfad)
      var dateien: [Vernichtungsdatei] = []
      // The object's own files, such as those of its Geschäftsgang, go with it.
      for id in e.dokumente + [e.objekt] {
        guard let dokument = try l.objekt(id) else { continue }
        let genutzt = try l.dateien(dokument.nr)
        let frei = Set(try s.gibDateienFrei(dokument.nr, folge: folge))
        for datei in genutzt {
          guard let summe = datei.hash.pruefsumme else { continue }
          let inhalt = Inhaltshash(summe)
          dateien.append(
            Vernichtungsdatei(
              inhalt: inhalt, bytes: datei.groesse,
              ergebnis: frei.contains(datei.hash) ? .geloescht : .gescheitert,
              grund: frei.contains(datei.hash)
                ? nil : "Dieselben Bytes gehören noch zu einem anderen Dokument."))
        }
        try zerstoereSchluessel(id)
      }
      try zerstoereSchluessel(e.objekt)
      if let id = z.aussonderung?.paket {
        let prozess = try prozesse[id] ?? quelle.paket(id)?.prozess
        prozesse.updateValue(prozess, forKey: id)
        paket = prozess ?? paket
      }
      objekte.append(
        Vernichtungsobjekt(
          id: e.objekt, kennzeichen: z.kennzeichen.text, laufzeit: z.laufzeit,
          fristregel: z.frist?.regel.bezeichnung ?? "ohne Regel",
          katalogfassung: z.frist?.regel.katalogfassung, aufbewahrungsende: z.frist?.ende,
          bewertung: z.vernichtungsgrund(e.grund, am: freigabe.am),
          anzahlDokumente: e.dokumente.count, dateien: dateien))
    }
    var v = Vernichtungsprotokoll(
      id: kopf.id.als(Vernichtungsbezug.self), paket: paket, objekte: objekte,
      archiv: handlung.archiv, ausfuehrend: handlung.akteur.name,
      freigebend: handlung.zweitePerson?.name,
      zeitpunkt: kopf.zeitpunkt,
      verfahren: Vernichtungsverfahren([.logischeLoeschung, .schluesselvernichtung]),
      sicherungenBis: richtlinie.sicherungenBis(vernichtetAm: freigabe.am),
      aufzubewahrenBis: richtlinie.nachweisAufzubewahrenBis(vernichtetAm: freigabe.am))
    try v.schliesse()
    return v
  }

  // MARK: Effective due day

  /// Brings the effective due days up to date, from the touched rows upwards (FAKTEN 2.6).
  ///
  /// The deepest rows come first, so that each one above is worked out once, whatever the number of
  /// rows in it.
  func abschluss() throws {
    var tiefen: [Int64: Int] = [:]
    var offen: [Int: Set<Int64>] = [:]
    for nr in beruehrt { offen[try tiefe(nr, &tiefen), default: []].insert(nr) }
    beruehrt = []
    while let unterste = offen.keys.max(), let zeilen = offen.removeValue(forKey: unterste) {
      for nr in zeilen {
        guard let zeile = try l.objekt(nummer: nr), zeile.ebene != .dokument else { continue }
        let neu = try Reiferechnung(l).reife(zeile, quelle.gemerkt(zeile.id))
        if neu != zeile.reifab { try s.setzeReife(nr, neu) }
        // Those above look through an object without a day of its own: to them it may have changed.
        if neu != zeile.reifab || neu == nil, let eltern = zeile.eltern, unterste > 0 {
          offen[unterste - 1, default: []].insert(eltern)
        }
      }
    }
  }

  /// How many objects lie above a row.
  private func tiefe(_ nr: Int64, _ bekannt: inout [Int64: Int]) throws -> Int {
    var weg: [Int64] = []
    var naechste: Int64? = nr
    var basis = -1
    while let n = naechste, weg.count < 100 {
      if let b = bekannt[n] {
        basis = b
        break
      }
      weg.append(n)
      naechste = try l.eltern(n)
    }
    for n in weg.reversed() {
      basis += 1
      bekannt[n] = basis
    }
    return basis
  }
}

extension Handlung {
  /// The object the event happens to; nil for batches and units.
  var ziel: ObjektID? {
    switch ereignis {
    case .schriftgut(let id, _, _), .dokument(let id, _, _): id
    case .paket, .einheit: nil
    }
  }
}

extension Handlung {
  /// True if it asks for a destruction.
  var vernichtet: Bool {
    switch ereignis {
    case .schriftgut(_, _, .vernichten), .schriftgut(_, _, .vernichtenNachGenehmigung): true
    default: false
    }
  }

  /// The version that a further format belongs to.
  fileprivate var fassungsnummer: Int? {
    if case .dokument(_, _, .repraesentatHinzu(let nummer, _, _)) = ereignis { nummer } else { nil }
  }
}

extension Schriftgutzustand {
  /// Metadata for an object nobody described.
  var schlichteAngaben: Schriftgutobjekt {
    Anlageangaben(ebene: ebene, einheit: einheit, betreff: "", kennzeichen: kennzeichen)
      .schriftgutobjekt(id)
  }

  func vernichtungsgrund(_ grund: Loeschgrund, am tag: Kalendertag) -> Vernichtungsgrund {
    switch grund {
    case .abgeliefert:
      Vernichtungsgrund(.abgeliefert, datum: aussonderung?.uebernommenAm ?? tag)
    case .nichtArchivwuerdig:
      Vernichtungsgrund(
        .bewertetV, nachricht: aussonderung?.bewertungsnachricht,
        datum: aussonderung?.bewertetAm ?? tag)
    case .fristablauf:
      Vernichtungsgrund(.fristablauf, datum: aussonderung?.bewertetAm ?? tag)
    case .genehmigung: Vernichtungsgrund(.genehmigung, datum: tag)
    }
  }
}

extension Fristregel {
  /// The row of the catalogue, or the reason of a single decision.
  var bezeichnung: String {
    switch herkunft {
    case .katalogzeile(let id, _): id
    case .einzelfestlegung(let grund): grund
    }
  }

  /// The version of the catalogue.
  var katalogfassung: String? {
    if case .katalogzeile(_, let katalog) = herkunft { katalog } else { nil }
  }
}

extension Dokumentzustand {
  func schlichteAngaben(_ handlung: Handlung?) -> Schriftgutobjekt {
    var d = Dokument(Identifikation(id))
    if case .dokument(_, _, .anlegen(let a))? = handlung?.ereignis {
      d.allgemeineMetadaten = AllgemeineMetadaten(betreff: a.betreff, medium: .mediumElektronisch)
      d.datumDesSchreibens = a.dokumentdatum
    }
    return .dokument(d)
  }
}

extension Dokument {
  /// How the metadata number the version with this number in the state; nil if there is none.
  fileprivate func nummer(der fassung: Int?, _ fassungen: [Fassung]) -> String? {
    guard let fassung, let stelle = fassungen.firstIndex(where: { $0.nummer == fassung }) else {
      return nil
    }
    let mitFormat = versionen.filter { !$0.formate.isEmpty }
    return stelle < mitFormat.count ? mitFormat[stelle].nummer : nil
  }

  /// Appends a version, or a further format to the version with the same number.
  mutating func nimm(_ version: Version) {
    guard case .versionen(var alle) = inhalt else { return }
    if let i = alle.firstIndex(where: { $0.nummer == version.nummer }) {
      alle[i].formate += version.formate
    } else {
      alle.append(version)
    }
    inhalt = .versionen(alle)
  }
}
