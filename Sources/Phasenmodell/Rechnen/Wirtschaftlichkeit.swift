// SPDX-License-Identifier: Apache-2.0

/// KH-01: benefit, net present value and amortisation.
enum Wirtschaftlichkeit {
  static func rechne(_ e: Eingaben) throws(Rechenfehler) -> Rechnung {
    var r = Rechnung()
    let (ap, minuten, real) = (try e.zahl("ap"), try e.zahl("minuten"), try e.zahl("realisierung"))
    let (tage, satz) = (try e.zahl("tage"), try e.zahl("satz"))
    let (sach, einmalig, laufend) = (
      try e.zahl("sach"), try e.zahl("einmalig"), try e.zahl("laufend")
    )
    let (hochlauf, jahre, zins) = (try e.liste("hochlauf"), try e.ganz("jahre"), try e.zahl("zins"))
    let zeit = ap * minuten.durch(fest: 60) * real * tage * satz
    r.schritt(
      "Zeitnutzen im Jahr",
      "\(ap.deutsch) × \(minuten.deutsch) ÷ 60 × \(real.deutsch) × \(tage.deutsch) × \(satz.deutsch(2)) €",
      zeit, 2, "€")
    var haushalt = -einmalig
    var summe = -einmalig
    var dynamisch: Bruch?
    r.schritt("Jahr 0", "− Einmalkosten", summe, 2, "€")
    for jahr in 1...jahre {
      let anteil = hochlauf[min(jahr, hochlauf.count) - 1]
      let abzinsung = (Bruch.eins + zins).hoch(jahr)
      let geld = try (sach * anteil - laufend).geteilt(durch: abzinsung)
      let nutzen = try (zeit * anteil).geteilt(durch: abzinsung)
      let vorher = summe
      haushalt = haushalt + geld
      summe = summe + geld + nutzen
      if dynamisch == nil, vorher < 0, summe >= 0 {
        dynamisch = Bruch(jahr - 1) + (try (-vorher).geteilt(durch: summe - vorher))
      }
      r.schritt(
        "Jahr \(jahr)",
        "(\((sach * anteil - laufend).deutsch(2)) € + \((zeit * anteil).deutsch(2)) €) ÷ \((Bruch.eins + zins).deutsch)^\(jahr), Summe bis hier",
        summe, 2, "€")
    }
    r.wert("nutzen_zeit_jahr", zeit)
    r.wert("nutzen_sach_jahr", sach)
    r.wert("kapitalwert_haushaltswirksam", haushalt)
    r.wert("kapitalwert_gesamt", summe)
    let netto = zeit + sach - laufend
    if netto > 0 {
      let statisch = try einmalig.geteilt(durch: netto)
      r.schritt(
        "Amortisation statisch", "\(einmalig.deutsch(2)) € ÷ \(netto.deutsch(2)) €", statisch, 1,
        "Jahre")
      r.wert("amortisation_statisch_jahre", statisch, 1)
    } else {
      r.wert("amortisation_statisch_jahre", .nichts)
      r.hinweis(
        "Eine statische Amortisation gibt es nicht: Zeit- und Sachnutzen sind im Jahr nicht größer als die laufenden Kosten."
      )
    }
    if let dynamisch {
      r.wert("amortisation_dynamisch_jahre", dynamisch, 1)
    } else {
      r.wert("amortisation_dynamisch_jahre", .nichts)
      r.hinweis("Die dynamische Amortisation wird in \(jahre) Jahren nicht erreicht.")
    }
    r.hinweis("Der Zeitnutzen ist nicht haushaltswirksam: Es wird Zeit frei, kein Geld.")
    if real > Bruch(7).durch(fest: 10) {
      r.hinweis(
        "\((real * 100).deutsch) % der gesparten Zeit sollen wirklich frei werden. Das ist unwahrscheinlich viel; "
          + "vorsichtig sind 40 bis 50 %. Prüfen Sie den Realisierungsgrad.")
    }
    return r
  }
}

/// KH-02: total costs over the years.
enum Gesamtkosten {
  static func rechne(_ e: Eingaben) throws(Rechenfehler) -> Rechnung {
    var r = Rechnung()
    let (einmalig, jaehrlich) = (try e.posten("einmalig"), try e.posten("jaehrlich"))
    let (jahre, ap) = (try e.ganz("jahre"), try e.zahl("ap"))
    let faktor = Bruch.eins + (try e.zahl("steigerung"))
    let fest = einmalig.reduce(Bruch.null) { $0 + $1.betrag }
    let erstes = jaehrlich.reduce(Bruch.null) { $0 + $1.betrag }
    func weg(_ posten: [Eingabewert.Posten]) -> String {
      posten.map { "\($0.name) \($0.betrag.deutsch(2)) €" }.joined(separator: " + ")
    }
    r.schritt("Einmalig", weg(einmalig), fest, 2, "€")
    r.schritt("Laufend, Jahr 1", weg(jaehrlich), erstes, 2, "€")
    let laufend = (0..<jahre).map { erstes * faktor.hoch($0) }
    for (i, betrag) in laufend.enumerated().dropFirst() {
      r.schritt(
        "Laufend, Jahr \(i + 1)", "\(laufend[i - 1].deutsch(2)) € × \(faktor.deutsch)", betrag, 2,
        "€")
    }
    let gesamt = fest + laufend.reduce(.null, +)
    r.schritt("Gesamtkosten", "einmalig + alle Jahre", gesamt, 2, "€")
    let jePlatz = try gesamt.geteilt(durch: ap * Bruch(12 * jahre))
    r.schritt(
      "Je Arbeitsplatz und Monat", "\(gesamt.deutsch(2)) € ÷ (\(ap.deutsch) × 12 × \(jahre))",
      jePlatz, 2, "€")
    r.wert("einmalig", fest)
    r.wert("laufend", .liste(laufend.map { .text($0.gerundet(2)) }))
    r.wert("tco", gesamt)
    r.wert("je_arbeitsplatz_monat", jePlatz)
    return r
  }
}

/// KH-14: named against concurrent licences.
enum Lizenzvergleich {
  static func rechne(_ e: Eingaben) throws(Rechenfehler) -> Rechnung {
    var r = Rechnung()
    let (personen, anteil) = (try e.zahl("personen"), try e.zahl("gleichzeitig"))
    let (benannt, zugleich) = (try e.zahl("preis_benannt"), try e.zahl("preis_gleichzeitig"))
    let lizenzen = try (personen * anteil).aufgerundetOderFehler()
    let (a, b) = (personen * benannt, Bruch(lizenzen) * zugleich)
    let grenze = try benannt.geteilt(durch: zugleich)
    r.schritt(
      "Gleichzeitige Lizenzen", "\(personen.deutsch) × \(anteil.deutsch), aufgerundet",
      "\(lizenzen)")
    r.schritt("Kosten benannt", "\(personen.deutsch) × \(benannt.deutsch(2)) €", a, 2, "€")
    r.schritt("Kosten gleichzeitig", "\(lizenzen) × \(zugleich.deutsch(2)) €", b, 2, "€")
    r.schritt("Grenzwert", "\(benannt.deutsch(2)) € ÷ \(zugleich.deutsch(2)) €", grenze, 3)
    r.wert("lizenzen_gleichzeitig", .ganz(lizenzen))
    r.wert("kosten_benannt", a)
    r.wert("kosten_gleichzeitig", b)
    r.wert("grenzwert_gleichzeitigkeit", grenze, 3)
    r.wert("guenstiger", .text(Preisurteil.guenstiger(("gleichzeitig", b), ("benannt", a))))
    return r
  }
}

/// KH-08: rating of offers by the method of reference values.
enum Angebotswertung {
  private struct Angebot {
    let name: String
    let punkte: Bruch
    let preis: Bruch
    let kennzahl: Bruch
  }

  static func rechne(_ e: Eingaben) throws(Rechenfehler) -> Rechnung {
    var r = Rechnung()
    let mindest = try e.zahl("mindestpunkte")
    var gewertet: [Angebot] = []
    var ausgeschlossen: [String] = []
    var namen: Set<String> = []
    for a in try e.gruppen("angebote") {
      let (name, punkte, preis) = (try a.wort("name"), try a.zahl("punkte"), try a.zahl("preis"))
      guard namen.insert(name).inserted else {
        throw .unmoeglich(grund: "Das Angebot »\(name)« steht zweimal da.")
      }
      guard try a.jaNein("ausschluss_erfuellt"), punkte >= mindest else {
        ausgeschlossen.append(name)
        r.schritt(
          "Angebot \(name)", "Ausschlusskriterium oder Mindestpunkte nicht erfüllt",
          "ausgeschlossen")
        continue
      }
      let kennzahl = try punkte.geteilt(durch: preis) * 100_000
      gewertet.append(Angebot(name: name, punkte: punkte, preis: preis, kennzahl: kennzahl))
      r.schritt("Angebot \(name)", "\(punkte.deutsch) ÷ \(preis.deutsch(2)) € × 100.000", kennzahl)
    }
    r.wert(
      "kennzahl",
      .objekt(gewertet.map { Baum.Eintrag($0.name, Baum.Ast(.text($0.kennzahl.gerundet(2)))) }))
    r.wert("ausgeschlossen", .liste(ausgeschlossen.map(Baum.text)))
    guard var beste = gewertet.first else {
      for id in ["einfach", "grenze", "erweitert"] { r.wert(id, .nichts) }
      r.hinweis("Kein Angebot erfüllt die Bedingungen.")
      return r
    }
    for a in gewertet where a.kennzahl > beste.kennzahl { beste = a }
    let grenze = beste.kennzahl * (.eins - (try e.zahl("schwankung")))
    let gleichwertig = gewertet.filter { $0.kennzahl >= grenze }
    r.schritt(
      "Grenze", "\(beste.kennzahl.deutsch(2)) × (1 − \(try e.zahl("schwankung").deutsch))", grenze)
    let nachLeistung = try e.wort("regel") == "hoechste_leistung"
    func besser(_ a: Angebot, _ b: Angebot) -> Bool {
      nachLeistung
        ? a.punkte > b.punkte || a.punkte == b.punkte && a.preis < b.preis : a.preis < b.preis
    }
    // The order in which offers are typed decides nothing: of equals all are named.
    let vorn = gewertet.filter { $0.kennzahl == beste.kennzahl }
    let sieger = gleichwertig.filter { a in !gleichwertig.contains { besser($0, a) } }
    r.wert("einfach", .text(Preisurteil.sieger(vorn.map(\.name))))
    r.wert("grenze", grenze)
    r.wert("im_korridor", .liste(gleichwertig.map { .text($0.name) }))
    r.wert("erweitert", .text(Preisurteil.sieger(sieger.map(\.name))))
    if vorn.count > 1 || sieger.count > 1 {
      r.hinweis(
        "Mehrere Angebote sind gleichauf; die Rechnung wählt keines davon aus. Was dann gilt, zum Beispiel "
          + "das Los, muss in den Vergabeunterlagen stehen.")
    }
    r.hinweis("Benutzen Sie nur die Methode, die in den Vergabeunterlagen steht.")
    return r
  }
}
