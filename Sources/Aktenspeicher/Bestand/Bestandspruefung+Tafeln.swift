// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefung

// Units, batches, proofs, catalogues, counters, values about the store, and the directory of the
// Protokoll.

extension Bestandspruefung {
  func pruefeUebriges() throws {
    try pruefeAngaben()
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
  }

  /// Values about the store are few and have no number of an entry: the latest one counts.
  private func pruefeAngaben() throws {
    var offen: Set<String> = ["kennung", "kennungssumme"]
    if try l.letzterStand(summen.kennung("angabe", "richtlinie")) != nil {
      offen.insert("richtlinie")
    }
    let a = try l.anweisung("SELECT schluessel, wert FROM angaben")
    try a.jedeZeile {
      let name = a.text(0) ?? ""
      switch name {
      case "kennung", "kennungssumme": offen.remove(name)
      case "richtlinie":
        offen.remove(name)
        if try l.letzterStand(summen.kennung("angabe", name)) != summen.summe(a.bytes(1)) {
          sage(Bestandsregeln.zeile, "Die Angabe »\(name)« ist nicht die protokollierte.")
        }
      case "spuren":
        if a.bytes(1) != Array("offen".utf8) {
          sage(Bestandsregeln.zeile, "Die Angabe »spuren« hat einen unbekannten Wert.")
        }
      case "loeschbuch": break  // checked with the Löschbuch
      default: sage(Bestandsregeln.fehlt, "Die Angabe »\(name.sichtbar)« kennt das Programm nicht.")
      }
      return true
    }
    for name in offen.sorted() {
      sage(Bestandsregeln.fehlt, "Die Angabe »\(name)« fehlt.")
    }
    if !offen.contains("kennung"), !offen.contains("kennungssumme") { try pruefeKennung() }
  }

  /// The first entry of the Protokoll proves the name of the store; until there is one, its digest
  /// does.
  private func pruefeKennung() throws {
    let a = try l.anweisung("SELECT wert FROM angaben WHERE schluessel = ?")
    func wert(_ name: String) throws -> [UInt8] {
      a.binde(1, name)
      return try a.ersteZeile { a.bytes(0) } ?? []
    }
    let summe = try summen.summe(try wert("kennung"))
    let passt = try wert("kennungssumme") == Array(summe.hex.utf8)
    guard try l.letzteFolge() > 0 else {
      if !passt {
        sage(
          Bestandsregeln.zeile, "Die Angaben »kennung« und »kennungssumme« passen nicht zueinander."
        )
      }
      return
    }
    if try l.letzterStand(summen.kennung("angabe", "kennung")) != summe {
      sage(Bestandsregeln.zeile, "Die Angabe »kennung« ist nicht die protokollierte.")
    } else if !passt {
      sage(Bestandsregeln.zeile, "Die Angabe »kennungssumme« passt nicht zur Kennung.")
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
  func pruefeVerzeichnis() throws {
    let a = try l.anweisung("SELECT objekt, folge FROM protokollobjekt")
    var letzterEintrag: (folge: Int64, ids: Set<ObjektID>)?
    try a.jedeZeile {
      let folge = a.zahl(1)
      guard let id = ObjektID(sechzehn: a.bytes(0)) else {
        sage(
          Bestandsregeln.fehlt,
          "Das Verzeichnis des Protokolls nennt zu Eintrag \(folge) eine unmögliche Kennung.",
          eintrag: folge)
        return true
      }
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
    var bekannt: Set<ObjektID> = [
      try summen.kennung("angabe", "richtlinie"), try summen.kennung("angabe", "kennung"),
    ]
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
}
