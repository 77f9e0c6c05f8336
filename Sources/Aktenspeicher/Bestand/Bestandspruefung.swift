// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefung

/// One check of Protokoll, rows and what is derived from them.
struct Bestandspruefung {
  let l: Lesezugriff
  let melde: (Befund) -> Void
  let summen: Zeilensummen

  init(_ l: Lesezugriff, _ melde: @escaping (Befund) -> Void) throws {
    self.l = l
    self.melde = melde
    summen = try Zeilensummen(l.pfad)
  }

  /// Checks everything and returns the report on the chain.
  func laufe(anker: [Anker], _ fortschritt: (Int64) -> Void) throws -> Kettenbericht {
    let bericht = try pruefeKette(anker, fortschritt)
    try pruefeNummern()
    try pruefeObjekte(fortschritt)
    try pruefeUebriges()
    try pruefeVerzeichnis()
    return bericht
  }

  // MARK: Chain, payloads and keys

  private func pruefeKette(
    _ anker: [Anker], _ fortschritt: (Int64) -> Void
  ) throws -> Kettenbericht {
    var kette = try Kettenpruefung(datei: "speicher.sqlite", anker: anker)
    var schluessel = try Schluesselpruefung(l)
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
      if let meldung = try schluessel.pruefe(eintrag, nutzlast) {
        sage(Bestandsregeln.nutzlast, meldung, eintrag: folge)
      }
      if folge % 1000 == 0 { fortschritt(folge) }
      return true
    }
    for id in schluessel.ueberzaehlige {
      sage(
        Bestandsregeln.nutzlast,
        "Zu \(id) gibt es einen Schlüssel, unter dem nichts versiegelt ist.")
    }
    let bericht = kette.abschluss()
    for b in bericht.befunde { melde(b) }
    return bericht
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
      for name in tageOhneSinn(a, zeile) {
        sage(Bestandsregeln.spalte, "Beim Objekt \(zeile.id) ist die Angabe »\(name)« kein Tag.")
      }
      if zeile.nr % 1000 == 0 { fortschritt(zeile.nr) }
      return true
    }
  }

  /// Objects are numbered without a gap, and none is ever removed.
  private func pruefeNummern() throws {
    let a = try l.anweisung(
      "SELECT coalesce(min(nr), 1), coalesce(max(nr), 0), count(*) FROM objekt")
    let (erste, letzte, anzahl) =
      try a.ersteZeile { (a.zahl(0), a.zahl(1), a.zahl(2)) } ?? (1, 0, 0)
    guard erste != 1 || letzte != anzahl else { return }
    let b = try l.anweisung(
      "SELECT nr FROM objekt o WHERE nr > 1 AND NOT EXISTS "
        + "(SELECT 1 FROM objekt p WHERE p.nr = o.nr - 1) ORDER BY nr LIMIT 1")
    let nach = try b.ersteZeile { b.zahl(0) } ?? erste
    sage(
      Bestandsregeln.fehlt,
      "Die Nummern der Objekte haben vor \(nach) eine Lücke; eine Zeile fehlt oder trägt eine falsche "
        + "Nummer.")
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

  func sage(_ regel: Regel, _ text: String, eintrag: Int64? = nil) {
    melde(
      Befund(
        regel, text,
        ort: Ort(datei: "speicher.sqlite", objekt: eintrag.map { "Eintrag \($0)" })))
  }
}
