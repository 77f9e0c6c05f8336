// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefsummen
internal import Pruefung

/// The rules of what the store knows: every row is the one whose digest the Protokoll holds.
enum Bestandsregeln {
  /// B1: a row is the one that the Protokoll proves.
  static let zeile = Regel(
    id: "B1", titel: "Eine Zeile ist nicht die protokollierte", schwere: .fehler,
    erklaerung: "Zu jedem Objekt hält das Protokoll die Prüfsumme seiner Zeile fest. Diese Zeile "
      + "wurde an ihm vorbei geändert.",
    abhilfe: sicherung)
  /// B2: a derived column says what the state says.
  static let spalte = Regel(
    id: "B2", titel: "Eine abgeleitete Angabe widerspricht dem Zustand", schwere: .fehler,
    erklaerung: "Für das Suchen und Auflisten stehen einige Angaben doppelt in der Zeile. Hier "
      + "weichen sie voneinander ab.",
    abhilfe: sicherung)
  /// B3: what the Protokoll names is there.
  static let fehlt = Regel(
    id: "B3", titel: "Eine Zeile fehlt oder ist zu viel", schwere: .fehler,
    erklaerung:
      "Das Protokoll nennt etwas, das der Speicher nicht hat, oder der Speicher hat etwas, "
      + "das im Protokoll nicht vorkommt.",
    abhilfe: sicherung)
  /// B4: a payload can be opened as long as its object lives.
  static let nutzlast = Regel(
    id: "B4", titel: "Eine Nutzlast des Protokolls lässt sich nicht öffnen", schwere: .fehler,
    erklaerung: "Der Schlüssel eines Objekts, das noch besteht, fehlt oder passt nicht.",
    abhilfe: sicherung)
  /// B5: the Löschbuch fits the store.
  static let loeschbuch = Regel(
    id: "B5", titel: "Löschbuch und Speicher widersprechen sich", schwere: .fehler,
    erklaerung:
      "Nach dem Löschbuch ist etwas gelöscht, das im Speicher noch da ist; so ist es, wenn "
      + "eine ältere Sicherung eingespielt wurde. Oder das Löschbuch ist unvollständig.",
    abhilfe: "Holen Sie die Löschungen mit »diva speicher pruefen --nachholen« nach.")

  /// All rules, ordered by number.
  static let alle: [Regel] = [zeile, spalte, fehlt, nutzlast, loeschbuch]

  private static let sicherung =
    "Bewahren Sie den Speicher unverändert auf, klären Sie die Ursache und holen Sie den Stand aus "
    + "einer Sicherung."
}

/// One check of Protokoll, rows and what is derived from them.
struct Bestandspruefung {
  let l: Lesezugriff
  let melde: (Befund) -> Void
  private let summen: Zeilensummen

  init(_ l: Lesezugriff, _ melde: @escaping (Befund) -> Void) throws {
    self.l = l
    self.melde = melde
    summen = try Zeilensummen(l.pfad)
  }

  /// Checks everything and returns the report on the chain.
  func laufe(anker: [Anker], _ fortschritt: (Int64) -> Void) throws -> Kettenbericht {
    let bericht = try pruefeKette(anker, fortschritt)
    try pruefeObjekte(fortschritt)
    try pruefeUebriges()
    try pruefeVerzeichnis()
    return bericht
  }

  // MARK: Chain and payloads

  private func pruefeKette(
    _ anker: [Anker], _ fortschritt: (Int64) -> Void
  ) throws -> Kettenbericht {
    var kette = try Kettenpruefung(datei: "speicher.sqlite", anker: anker)
    let a = try l.anweisung("SELECT folge,ereignis,eintrag,nutzlast FROM protokoll ORDER BY folge")
    let zugehoerig = try l.anweisung(
      "SELECT objekt FROM protokollobjekt WHERE folge = ?1 AND objekt = ?2")
    try a.jedeZeile {
      let folge = a.zahl(0)
      let nutzlast = a.bytes(3)
      guard let eintrag = kette.nimm(satz: a.bytes(2), nutzlast: nutzlast) else { return true }
      if eintrag.folge != folge || eintrag.ereignis.sechzehn != a.bytes(1) {
        sage(
          Bestandsregeln.spalte,
          "Eintrag \(folge) des Protokolls steht unter einer falschen Nummer.",
          eintrag: folge)
      }
      for o in eintrag.betroffene {
        zugehoerig.binde(1, folge)
        zugehoerig.binde(2, o.id.sechzehn)
        if try zugehoerig.ersteZeile({ true }) == nil {
          sage(
            Bestandsregeln.fehlt,
            "Im Verzeichnis des Protokolls fehlt Eintrag \(folge) zum Objekt \(o.id).",
            eintrag: folge)
        }
      }
      try pruefeNutzlast(eintrag, nutzlast)
      if folge % 1000 == 0 { fortschritt(folge) }
      return true
    }
    let bericht = kette.abschluss()
    for b in bericht.befunde { melde(b) }
    return bericht
  }

  private func pruefeNutzlast(_ eintrag: Protokolleintrag, _ bytes: [UInt8]) throws {
    guard let versiegelt = try? VersiegelteNutzlast(bytes: bytes) else { return }
    guard let schluessel = try l.schluessel(versiegelt.objekt) else {
      // Without a key only after the destruction of the object.
      if let z = try l.objekt(versiegelt.objekt), z.lage != 8, z.lage != 28 {
        sage(
          Bestandsregeln.nutzlast, "Der Schlüssel des Objekts \(versiegelt.objekt) fehlt.",
          eintrag: eintrag.folge)
      } else if try !l.istVernichtet(versiegelt.objekt), try l.objekt(versiegelt.objekt) == nil {
        sage(
          Bestandsregeln.nutzlast,
          "Der Schlüssel für die Nutzlast von Eintrag \(eintrag.folge) fehlt.",
          eintrag: eintrag.folge)
      }
      return
    }
    do {
      let offen = try Objektschluessel(bytes: schluessel)
      _ = try versiegelt.oeffne(ereignis: eintrag.ereignis, mit: offen)
    } catch {
      // After a destruction a new key may have come into being; what was before stays closed.
      if let z = try l.objekt(versiegelt.objekt), z.lage == 8 || z.lage == 28 { return }
      sage(
        Bestandsregeln.nutzlast,
        "Die Nutzlast von Eintrag \(eintrag.folge) lässt sich nicht öffnen.", eintrag: eintrag.folge
      )
    }
  }

  // MARK: Objects

  private func pruefeObjekte(_ fortschritt: (Int64) -> Void) throws {
    let letzte = try l.anweisung("SELECT max(folge) FROM protokollobjekt WHERE objekt = ?")
    let a = try l.anweisung("SELECT \(Lesezugriff.spalten) FROM objekt ORDER BY nr")
    try a.jedeZeile {
      let zeile: Objektzeile
      do {
        zeile = try l.objekt(a)
      } catch {
        sage(Bestandsregeln.zeile, "Die Zeile \(a.zahl(0)) ist nicht lesbar: \(error)")
        return true
      }
      try pruefe(zeile, letzte)
      if zeile.nr % 1000 == 0 { fortschritt(zeile.nr) }
      return true
    }
  }

  private func pruefe(_ zeile: Objektzeile, _ letzte: Anweisung) throws {
    let ort = Ort(datei: "speicher.sqlite", objekt: zeile.id.text, betreff: zeile.betreff)
    func sage(_ regel: Regel, _ text: String) { melde(Befund(regel, text, ort: ort)) }

    // The last entry that changed the row; refused events and readings change nothing.
    let summe = try summen.summe(zeile.zustand, zeile.metadaten)
    let stand = try l.eintrag(zeile.folge).flatMap { try? Protokolleintrag(satz: $0.eintrag) }?
      .betroffene.first { $0.id == zeile.id }?.stand
    guard let stand else {
      sage(
        Bestandsregeln.fehlt,
        "Zum Objekt \(zeile.id) nennt Eintrag \(zeile.folge) des Protokolls keinen Stand.")
      return
    }
    if stand != summe {
      sage(
        Bestandsregeln.zeile,
        "Zustand oder Metadaten des Objekts \(zeile.id) sind nicht die von Eintrag \(zeile.folge) "
          + "des Protokolls.")
    }
    letzte.binde(1, zeile.id.sechzehn)
    if let folge = try letzte.ersteZeile({ letzte.zahl(0) }), folge > zeile.folge,
      try l.hatSpaeterenStand(zeile.id, nach: zeile.folge)
    {
      sage(
        Bestandsregeln.zeile,
        "Das Objekt \(zeile.id) hat den Stand von Eintrag \(zeile.folge), das Protokoll kennt einen "
          + "späteren.")
    }
    do {
      for abweichung in try abweichungen(zeile) {
        sage(
          Bestandsregeln.spalte,
          "Beim Objekt \(zeile.id) weicht die Angabe »\(abweichung)« vom Zustand ab.")
      }
    } catch let fehler as SpeicherFehler {
      sage(Bestandsregeln.zeile, "\(fehler)")
    }
  }

  /// The names of the columns that do not say what state and metadata say.
  private func abweichungen(_ zeile: Objektzeile) throws -> [String] {
    var namen: [String] = []
    func pruefe(_ name: String, _ gleich: Bool) { if !gleich { namen.append(name) } }
    let angaben = try zeile.angaben(l.pfad)
    pruefe("betreff", angaben.betreff == zeile.betreff)
    pruefe("id", angaben.id == zeile.id)
    let eltern = try zeile.eltern.flatMap { try l.objekt(nummer: $0)?.id }
    if zeile.ebene == .dokument {
      let d = try zeile.dokument(l.pfad)
      pruefe("id", d.id == zeile.id)
      pruefe("eltern", d.eltern == eltern)
      pruefe("lage", d.lage.nummer == zeile.lage)
      pruefe("kennzeichen", angaben.allgemeineMetadaten?.kennzeichen?.text == zeile.kennzeichen)
      pruefe(
        "übrige",
        zeile.einheit == nil && zeile.zda == nil && zeile.reifab == nil
          && zeile.spaetestens == nil && zeile.gesperrt == 0 && zeile.paket == nil)
      if d.lage != .vernichtet {
        let genutzt = Set(try l.dateien(zeile.nr).map(\.hash))
        let genannt = Set(
          (d.fassungen.flatMap { [$0.hash] + $0.repraesentate } + (d.weitereDateien ?? []))
            .compactMap { Dateihash($0) })
        pruefe("verwendung", genannt.isSubset(of: genutzt))
      }
      return namen
    }
    let z = try zeile.schriftgut(l.pfad)
    pruefe("id", z.id == zeile.id)
    pruefe("ebene", z.ebene.objektebene == zeile.ebene)
    pruefe("eltern", z.eltern == eltern)
    pruefe("einheit", z.einheit == zeile.einheit)
    pruefe("lage", z.lage.nummer == zeile.lage)
    pruefe("kennzeichen", z.kennzeichen.text == zeile.kennzeichen)
    pruefe("zda", z.zdADatum == zeile.zda)
    pruefe("spaetestens", z.spaetestensAnbieten == zeile.spaetestens)
    pruefe("gesperrt", z.sperren.count == zeile.gesperrt)
    pruefe("paket", z.aussonderung?.paket.sechzehn == zeile.paket)
    if z.lage != .vernichtet, let dateien = z.weitereDateien {
      let genutzt = Set(try l.dateien(zeile.nr).map(\.hash))
      pruefe("verwendung", Set(dateien.compactMap { Dateihash($0) }).isSubset(of: genutzt))
    }
    pruefe("reifab", try Reiferechnung(l).reife(zeile) == zeile.reifab)
    return namen
  }

  // MARK: Everything else

  private func pruefeUebriges() throws {
    try pruefe("einheit", "SELECT kennzeichen, daten, folge FROM einheit") { a in
      (try summen.kennung("einheit", a.text(0) ?? ""), try summen.summe(a.bytes(1)))
    }
    try pruefe("paket", "SELECT id, zustand, folge FROM paket") { a in
      (ObjektID(sechzehn: a.bytes(0)) ?? .leer, try summen.summe(a.bytes(1)))
    }
    try pruefe("nachweis", "SELECT id, daten, folge FROM nachweis") { a in
      (ObjektID(sechzehn: a.bytes(0)) ?? .leer, try summen.summe(a.bytes(1)))
    }
    try pruefe("katalog", "SELECT version, csv, folge, gueltigab FROM katalog") { a in
      (
        try summen.kennung("katalog", a.text(0) ?? ""),
        try summen.summe(Array((a.tag(3)?.text ?? "").utf8), a.bytes(1))
      )
    }
    let z = try l.anweisung("SELECT bereich, stand FROM zaehler")
    try z.jedeZeile {
      let id = try summen.kennung("zaehler", z.text(0) ?? "")
      if try l.letzterStand(id) != summen.summe(zaehler: z.zahl(1)) {
        sage(Bestandsregeln.zeile, "Der Zähler »\(z.text(0) ?? "")« ist nicht der protokollierte.")
      }
      return true
    }
    // Values about the store are few and have no number of an entry: the latest one counts.
    let a = try l.anweisung("SELECT schluessel, wert FROM angaben WHERE schluessel = 'richtlinie'")
    try a.jedeZeile {
      let id = try summen.kennung("angabe", a.text(0) ?? "")
      let stand = try l.letzterStand(id)
      if stand != (try summen.summe(Array((a.text(1) ?? "").utf8))) {
        sage(Bestandsregeln.zeile, "Die Angabe »\(a.text(0) ?? "")« ist nicht die protokollierte.")
      }
      return true
    }
  }

  private func pruefe(
    _ tafel: String, _ sql: String, _ lies: (Anweisung) throws -> (ObjektID, Pruefsumme)
  ) throws {
    let a = try l.anweisung(sql)
    try a.jedeZeile {
      let (id, summe) = try lies(a)
      let eintrag = try l.eintrag(a.zahl(2)).flatMap { try? Protokolleintrag(satz: $0.eintrag) }
      let stand = eintrag?.betroffene.first { $0.id == id }?.stand
      let spaeter = try l.hatSpaeterenStand(id, nach: a.zahl(2))
      if stand != summe || spaeter {
        sage(
          Bestandsregeln.zeile,
          "Eine Zeile der Tafel »\(tafel)« ist nicht die von Eintrag \(a.zahl(2)) des Protokolls.",
          eintrag: a.zahl(2))
      }
      return true
    }
  }

  /// The directory of the Protokoll names nothing that the entries do not name, and everything that
  /// the Protokoll knows is there.
  private func pruefeVerzeichnis() throws {
    let a = try l.anweisung("SELECT objekt, folge FROM protokollobjekt")
    var letzterEintrag: (folge: Int64, ids: Set<ObjektID>)?
    try a.jedeZeile {
      guard let id = ObjektID(sechzehn: a.bytes(0)) else { return true }
      let folge = a.zahl(1)
      if letzterEintrag?.folge != folge {
        let eintrag = try l.eintrag(folge).flatMap { try? Protokolleintrag(satz: $0.eintrag) }
        letzterEintrag = (folge, Set(eintrag?.betroffene.map(\.id) ?? []))
      }
      if letzterEintrag?.ids.contains(id) != true {
        sage(
          Bestandsregeln.fehlt,
          "Das Verzeichnis des Protokolls nennt Eintrag \(folge) zum Objekt \(id), der Eintrag nicht.",
          eintrag: folge)
      }
      return true
    }
    // Objects that the Protokoll knows and that are not there.
    let b = try l.anweisung(
      """
      SELECT p.objekt, max(p.folge) FROM protokollobjekt p \
      WHERE NOT EXISTS (SELECT 1 FROM objekt o WHERE o.id = p.objekt) \
      AND NOT EXISTS (SELECT 1 FROM paket k WHERE k.id = p.objekt) \
      AND NOT EXISTS (SELECT 1 FROM nachweis n WHERE n.id = p.objekt) GROUP BY p.objekt
      """)
    var bekannt: Set<ObjektID> = [try summen.kennung("angabe", "richtlinie")]
    for (art, sql) in [
      ("einheit", "SELECT kennzeichen FROM einheit"), ("katalog", "SELECT version FROM katalog"),
      ("zaehler", "SELECT bereich FROM zaehler"),
    ] {
      let c = try l.anweisung(sql)
      try c.jedeZeile {
        bekannt.insert(try summen.kennung(art, c.text(0) ?? ""))
        return true
      }
    }
    try b.jedeZeile {
      guard let id = ObjektID(sechzehn: b.bytes(0)), !bekannt.contains(id) else { return true }
      let folge = b.zahl(1)
      // A refused event may name something that never came into being.
      if try l.letzterStand(id) != nil {
        sage(
          Bestandsregeln.fehlt,
          "Das Protokoll kennt \(id) seit Eintrag \(folge), der Speicher hat es nicht.",
          eintrag: folge)
      }
      return true
    }
  }

  private func sage(_ regel: Regel, _ text: String, eintrag: Int64? = nil) {
    melde(
      Befund(
        regel, text,
        ort: Ort(datei: "speicher.sqlite", objekt: eintrag.map { "Eintrag \($0)" })))
  }
}

extension Lesezugriff {
  /// The digest that the latest entry with one states for an id.
  func letzterStand(_ id: ObjektID) throws -> Pruefsumme? {
    var stand: Pruefsumme?
    try protokoll(ueber: id) { zeile in
      let eintrag = try? Protokolleintrag(satz: zeile.eintrag)
      stand = eintrag?.betroffene.first { $0.id == id }?.stand ?? stand
      return true
    }
    return stand
  }

  /// True if an entry after this number states a digest for the id.
  func hatSpaeterenStand(_ id: ObjektID, nach folge: Int64) throws -> Bool {
    let a = try anweisung(
      "SELECT folge FROM protokollobjekt WHERE objekt = ? AND folge > ? ORDER BY folge DESC")
    a.binde(1, id.sechzehn)
    a.binde(2, folge)
    var gefunden = false
    var nummern: [Int64] = []
    try a.jedeZeile {
      nummern.append(a.zahl(0))
      return true
    }
    for n in nummern where !gefunden {
      let eintrag = try eintrag(n).flatMap { try? Protokolleintrag(satz: $0.eintrag) }
      gefunden = eintrag?.betroffene.first { $0.id == id }?.stand != nil
    }
    return gefunden
  }

  /// True if the object, or the document, is destroyed.
  func istVernichtet(_ id: ObjektID) throws -> Bool {
    guard let zeile = try objekt(id) else { return false }
    return zeile.lage == 8 || zeile.lage == 28
  }
}
