// SPDX-License-Identifier: Apache-2.0

/// KH-04: sheets and pages on the shelves.
enum Papierbestand {
  private static let arten = ["min", "typ", "max"]

  static func rechne(_ e: Eingaben) throws(Rechenfehler) -> Rechnung {
    var r = Rechnung()
    var bestaende: [Baum] = []
    var blattsumme = [Bruch](repeating: .null, count: 3)
    var seitensumme = [Bruch](repeating: .null, count: 3)
    var namen: Set<String> = []
    for b in try e.gruppen("bestaende") {
      let (name, meter, anteil) = (try b.wort("name"), try b.zahl("lfm"), try b.zahl("anteil_scan"))
      guard namen.insert(name).inserted else {
        throw .unmoeglich(
          grund: "Der Bestand »\(name)« steht zweimal da. Geben Sie jedem einen eigenen Namen.")
      }
      try pruefeFolge(name, b)
      let beidseitig = try b.zahl("beidseitig")
      var blatt: [Bruch] = []
      var seiten: [Bruch] = []
      for (i, art) in arten.enumerated() {
        let jeMeter = try b.zahl("blatt_je_meter." + art)
        let n = meter * jeMeter * anteil
        blatt.append(n)
        seiten.append(n * (.eins + beidseitig))
        blattsumme[i] = blattsumme[i] + ganz(n)
        seitensumme[i] = seitensumme[i] + ganz(seiten[i])
        r.schritt(
          "\(name), \(Rechenname.anzeige(art)), Blatt",
          "\(meter.deutsch) m × \(jeMeter.deutsch) × \(anteil.deutsch)",
          n, 0)
        r.schritt(
          "\(name), \(Rechenname.anzeige(art)), Seiten",
          "\(n.deutsch(0)) × (1 + \(beidseitig.deutsch))", seiten[i], 0)
      }
      bestaende.append(
        .objekt(["name": .text(name), "blatt": dreier(blatt), "seiten": dreier(seiten)]))
    }
    r.wert("bestaende", .liste(bestaende))
    r.wert("summe_blatt", dreier(blattsumme))
    r.wert("summe_seiten", dreier(seitensumme))
    return r
  }

  /// The least is not above the typical value, and this not above the greatest.
  private static func pruefeFolge(_ name: String, _ b: Eingaben) throws(Rechenfehler) {
    var vorher = try b.zahl("blatt_je_meter.min")
    for art in arten.dropFirst() {
      let wert = try b.zahl("blatt_je_meter." + art)
      guard vorher <= wert else {
        let drei = try arten.map { art throws(Rechenfehler) in
          "\(Rechenname.anzeige(art)) \(try b.zahl("blatt_je_meter." + art).deutsch)"
        }
        throw .unmoeglich(
          grund:
            "Bestand »\(name)«, Blatt je Meter: Mindestwert ≤ typisch ≤ Höchstwert gilt nicht (\(drei.joined(separator: ", "))). Prüfen Sie die Reihenfolge."
        )
      }
      vorher = wert
    }
  }

  private static func ganz(_ b: Bruch) -> Bruch { Bruch(dezimal: b.gerundet(0)) ?? b }

  private static func dreier(_ werte: [Bruch]) -> Baum {
    .objekt(zip(arten, werte).map { Baum.Eintrag($0, Baum.Ast($1.ganzBaum)) })
  }
}

/// KH-05: storage for the next years; 1 GB is 1,000,000 KB.
enum Speicherbedarf {
  static func rechne(_ e: Eingaben) throws(Rechenfehler) -> Rechnung {
    var r = Rechnung()
    let (ap, dok, tage) = (try e.zahl("ap"), try e.zahl("dok_je_tag"), try e.zahl("tage"))
    let (scan, seiten) = (try e.zahl("anteil_scan"), try e.zahl("seiten_je_dok"))
    let (kbSeite, kbDigital) = (try e.zahl("kb_seite"), try e.zahl("kb_digital"))
    let (versionen, jahre) = (try e.zahl("versionen"), try e.ganz("jahre"))
    let wachstum = Bruch.eins + (try e.zahl("wachstum"))
    let dokumente = ap * dok * tage
    let jeDokument = scan * seiten * kbSeite + (.eins - scan) * kbDigital
    let erstes = dokumente * jeDokument * versionen
    func gb(_ kb: Bruch) -> Bruch { kb.durch(fest: 1_000_000) }
    r.schritt(
      "Dokumente im ersten Jahr", "\(ap.deutsch) × \(dok.deutsch) × \(tage.deutsch)", dokumente, 0)
    r.schritt(
      "Ein Dokument im Mittel",
      "\(scan.deutsch) × \(seiten.deutsch) × \(kbSeite.deutsch) KB + (1 − \(scan.deutsch)) × \(kbDigital.deutsch) KB",
      jeDokument, 1, "KB")
    let zuwachs = (0..<jahre).map { erstes * wachstum.hoch($0) }
    r.schritt(
      "Zuwachs Jahr 1", "\(dokumente.deutsch(0)) × \(jeDokument.deutsch) KB × \(versionen.deutsch)",
      gb(erstes), 2, "GB")
    for (i, kb) in zuwachs.enumerated().dropFirst() {
      r.schritt("Zuwachs Jahr \(i + 1)", "Vorjahr × \(wachstum.deutsch)", gb(kb), 2, "GB")
    }
    let bestand = try e.zahl("bestand_seiten") * kbSeite
    let netto = bestand + zuwachs.reduce(.null, +)
    let (index, kopien, reserve) = (
      try e.zahl("index"), try e.zahl("kopien"), try e.zahl("reserve")
    )
    let brutto = netto * (.eins + index) * kopien * (.eins + reserve)
    let empfehlung = try gb(brutto).durch(fest: 10).aufgerundetOderFehler() * 10
    r.schritt(
      "Bestand", "\(try e.zahl("bestand_seiten").deutsch) Seiten × \(kbSeite.deutsch) KB",
      gb(bestand), 2, "GB")
    r.schritt("Netto", "Bestand + alle Jahre", gb(netto), 2, "GB")
    r.schritt(
      "Brutto",
      "\(gb(netto).deutsch(2)) GB × (1 + \(index.deutsch)) × \(kopien.deutsch) × (1 + \(reserve.deutsch))",
      gb(brutto), 2, "GB")
    r.schritt("Empfehlung", "auf volle 10 GB aufgerundet", "\(Bruch(empfehlung).deutsch) GB")
    r.wert("dokumente_jahr1", dokumente.ganzBaum)
    r.wert("zuwachs_gb", .liste(zuwachs.map { .text(gb($0).gerundet(2)) }))
    r.wert("bestand_gb", gb(bestand))
    r.wert("netto_gb", gb(netto))
    r.wert("brutto_gb", gb(brutto))
    r.wert("empfehlung_gb", .ganz(empfehlung))
    return r
  }
}

/// KH-07: scanning old files, in house or by a service.
enum Altaktenscan {
  static func rechne(_ e: Eingaben) throws(Rechenfehler) -> Rechnung {
    var r = Rechnung()
    let (blatt, akten, ruest) = (try e.zahl("blatt"), try e.zahl("akten"), try e.zahl("ruest"))
    let (vor, leistung) = (try e.zahl("vorber_min_100"), try e.zahl("blatt_h"))
    let (anteil, sek, min) = (
      try e.zahl("pruef_anteil"), try e.zahl("pruef_sek"), try e.zahl("index_min_akte")
    )
    let teile: [(String, String, Bruch)] = [
      (
        "vorbereiten", "\(blatt.deutsch) ÷ 100 × \(vor.deutsch) ÷ 60",
        (blatt * vor).durch(fest: 6_000)
      ),
      ("scannen", "\(blatt.deutsch) ÷ \(leistung.deutsch)", try blatt.geteilt(durch: leistung)),
      (
        "pruefen", "\(blatt.deutsch) × \(anteil.deutsch) × \(sek.deutsch) ÷ 3600",
        (blatt * anteil * sek).durch(fest: 3_600)
      ),
      ("zuordnen", "\(akten.deutsch) × \(min.deutsch) ÷ 60", (akten * min).durch(fest: 60)),
    ]
    for (name, weg, stunden) in teile {
      r.schritt(Rechenname.anzeige(name), weg, stunden, 1, "Stunden")
    }
    let stunden = teile.reduce(Bruch.null) { $0 + $1.2 } * (.eins + ruest)
    let intern = stunden * (try e.zahl("satz"))
    let extern =
      blatt * (try e.zahl("ext_blatt")) + akten * (try e.zahl("ext_akte")) + (try e.zahl("ext_fix"))
    r.schritt("Stunden", "Summe × (1 + \(ruest.deutsch))", stunden, 1, "Stunden")
    r.schritt(
      "Kosten intern", "\(stunden.deutsch(2)) × \(try e.zahl("satz").deutsch(2)) €", intern, 2, "€")
    r.schritt(
      "Kosten extern",
      "\(blatt.deutsch) × \(try e.zahl("ext_blatt").deutsch) € + \(akten.deutsch) × \(try e.zahl("ext_akte").deutsch) € + \(try e.zahl("ext_fix").deutsch) €",
      extern, 2, "€")
    r.wert("stunden", .objekt(teile.map { Baum.Eintrag($0.0, Baum.Ast(.text($0.2.gerundet(1)))) }))
    r.wert("stunden_gesamt", stunden, 1)
    r.wert("personentage", stunden.durch(fest: 8), 1)
    r.wert("kosten_intern", intern)
    r.wert("kosten_extern", extern)
    r.wert("je_akte_intern", try intern.geteilt(durch: akten))
    r.wert("je_akte_extern", try extern.geteilt(durch: akten))
    r.wert("guenstiger", .text(Preisurteil.guenstiger(("extern", extern), ("intern", intern))))
    return r
  }
}

/// KH-13: incoming mail and scanning.
enum Scanstelle {
  static func rechne(_ e: Eingaben) throws(Rechenfehler) -> Rechnung {
    var r = Rechnung()
    let (sendungen, jeSendung) = (try e.zahl("sendungen"), try e.zahl("blatt"))
    let blatt = sendungen * jeSendung
    let hand = (sendungen * (try e.zahl("oeffnen_sek") + (try e.zahl("zuordnen_sek")))).durch(
      fest: 3_600)
    let jeBlatt = (blatt * (try e.zahl("vorber_sek_blatt") + (try e.zahl("pruef_sek_blatt"))))
      .durch(fest: 3_600)
    let scannen = try blatt.geteilt(durch: try e.zahl("scan_blatt_h"))
    let stunden = (hand + jeBlatt + scannen) * (.eins + (try e.zahl("ausfall")))
    let anteil = try (stunden * (try e.zahl("tage"))).geteilt(durch: try e.zahl("stunden_jahr"))
    r.schritt("Blatt je Tag", "\(sendungen.deutsch) × \(jeSendung.deutsch)", blatt, 0)
    r.schritt(
      "Öffnen und Zuordnen",
      "\(sendungen.deutsch) × (\(try e.zahl("oeffnen_sek").deutsch) + \(try e.zahl("zuordnen_sek").deutsch)) ÷ 3600",
      hand, 2, "Stunden")
    r.schritt(
      "Vorbereiten und Prüfen",
      "\(blatt.deutsch) × (\(try e.zahl("vorber_sek_blatt").deutsch) + \(try e.zahl("pruef_sek_blatt").deutsch)) ÷ 3600",
      jeBlatt, 2, "Stunden")
    r.schritt(
      "Scannen", "\(blatt.deutsch) ÷ \(try e.zahl("scan_blatt_h").deutsch)", scannen, 2, "Stunden")
    r.schritt(
      "Stunden je Tag", "Summe × (1 + \(try e.zahl("ausfall").deutsch))", stunden, 2, "Stunden")
    r.schritt(
      "Stellenanteil",
      "\(stunden.deutsch(2)) × \(try e.zahl("tage").deutsch) ÷ \(try e.zahl("stunden_jahr").deutsch)",
      anteil, 2, "Stellen")
    r.wert("blatt_tag", blatt.ganzBaum)
    r.wert("stunden_tag", stunden)
    r.wert("stellenanteil", anteil)
    return r
  }
}
