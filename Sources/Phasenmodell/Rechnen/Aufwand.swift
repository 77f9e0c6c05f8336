// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// KH-03: people that the project needs.
enum Personalbedarf {
  static func rechne(_ e: Eingaben) throws(Rechenfehler) -> Rechnung {
    var r = Rechnung()
    let (ap, oe, schnitt) = (try e.zahl("ap"), try e.zahl("oe"), try e.zahl("schnittstellen"))
    func f(_ id: String) throws(Rechenfehler) -> Bruch { try e.zahl("f." + id) }
    let vergabe = try e.jaNein("vergabe")
    let bausteine: [(String, String, Bruch)] = [
      ("organisation", "\(oe.deutsch) × \(try f("oe").deutsch)", oe * (try f("oe"))),
      (
        "aktenplan",
        "\(try f("aktenplan_fix").deutsch) + \(ap.deutsch) × \(try f("aktenplan_ap").deutsch)",
        try f("aktenplan_fix") + ap * (try f("aktenplan_ap"))
      ),
      ("konzept", "fest", try f("konzept")),
      (
        "vergabe", vergabe ? "eigene Vergabe" : "keine eigene Vergabe",
        vergabe ? try f("vergabe") : .null
      ),
      (
        "schnittstellen", "\(schnitt.deutsch) × \(try f("schnitt").deutsch)",
        schnitt * (try f("schnitt"))
      ),
      (
        "test_pilot", "\(try f("test_fix").deutsch) + \(oe.deutsch) × \(try f("test_oe").deutsch)",
        try f("test_fix") + oe * (try f("test_oe"))
      ),
      ("schulung", "\(ap.deutsch) × \(try f("schulung_ap").deutsch)", ap * (try f("schulung_ap"))),
      (
        "kommunikation",
        "\(try f("komm_fix").deutsch) + \(ap.deutsch) × \(try f("komm_ap").deutsch)",
        try f("komm_fix") + ap * (try f("komm_ap"))
      ),
    ]
    let ohneLeitung = bausteine.reduce(Bruch.null) { $0 + $1.2 }
    let leitung = ohneLeitung * (try f("leitung"))
    for (name, weg, tage) in bausteine { r.schritt(Rechenname.anzeige(name), weg, tage, 2, "Tage") }
    r.schritt(
      "Projektleitung", "\(ohneLeitung.deutsch) × \(try f("leitung").deutsch)", leitung, 2, "Tage")
    let summe = ohneLeitung + leitung
    let anteil = try (summe * 12).geteilt(durch: try f("pt_jahr") * (try e.zahl("monate")))
    r.schritt("Summe", "alle Bausteine", summe, 1, "Tage")
    r.schritt(
      "Stellenanteil",
      "\(summe.deutsch(1)) × 12 ÷ (\(try f("pt_jahr").deutsch) × \(try e.zahl("monate").deutsch))",
      anteil, 2, "Stellen")
    let alle = bausteine.map { ($0.0, $0.2) } + [("projektleitung", leitung)]
    r.wert("bausteine", .objekt(alle.map { Baum.Eintrag($0.0, Baum.Ast(.text($0.1.gerundet(1)))) }))
    r.wert("personentage", summe, 1)
    r.wert("stellenanteil", anteil)
    return r
  }
}

/// KH-09: effort of a migration.
enum Migrationsaufwand {
  static func rechne(_ e: Eingaben) throws(Rechenfehler) -> Rechnung {
    var r = Rechnung()
    let (objekte, automatik) = (try e.zahl("objekte"), try e.zahl("automatik"))
    let (laeufe, gb) = (try e.zahl("testlaeufe"), try e.zahl("gb"))
    let (quellen, jeQuelle, jeLauf) = (
      try e.zahl("quellen"), try e.zahl("pt_quelle"), try e.zahl("pt_test")
    )
    let (hand, stichprobe) = (try e.zahl("min_manuell"), try e.zahl("stichprobe"))
    guard stichprobe <= objekte else {
      throw .unmoeglich(
        grund:
          "Die Stichprobe (\(stichprobe.deutsch)) ist größer als die Zahl der Objekte (\(objekte.deutsch))."
      )
    }
    let bausteine: [(String, String, Bruch)] = [
      ("zuordnung", "\(quellen.deutsch) × \(jeQuelle.deutsch)", quellen * jeQuelle),
      ("testlaeufe", "\(laeufe.deutsch) × \(jeLauf.deutsch)", laeufe * jeLauf),
      (
        "nacharbeit", "\(objekte.deutsch) × (1 − \(automatik.deutsch)) × \(hand.deutsch) ÷ 480",
        (objekte * (.eins - automatik) * hand).durch(fest: 480)
      ),
      (
        "stichprobe", "\(stichprobe.deutsch) × \(try e.zahl("min_stichprobe").deutsch) ÷ 480",
        (stichprobe * (try e.zahl("min_stichprobe"))).durch(fest: 480)
      ),
    ]
    for (name, weg, tage) in bausteine { r.schritt(Rechenname.anzeige(name), weg, tage, 2, "Tage") }
    let tage = bausteine.reduce(Bruch.null) { $0 + $1.2 }
    let satz = try e.zahl("satz_pt")
    let lauf = try gb.geteilt(durch: try e.zahl("gb_h"))
    r.schritt("Kosten", "\(tage.deutsch(4)) × \(satz.deutsch(2)) €", tage * satz, 2, "€")
    r.schritt(
      "Übertragung", "\(gb.deutsch) GB ÷ \(try e.zahl("gb_h").deutsch) GB je Stunde", lauf, 1,
      "Stunden")
    r.schritt(
      "Übertragung gesamt", "\(lauf.deutsch(1)) × (\(laeufe.deutsch) + 1)", lauf * (laeufe + 1), 1,
      "Stunden")
    r.wert(
      "bausteine_pt",
      .objekt(bausteine.map { Baum.Eintrag($0.0, Baum.Ast(.text($0.2.gerundet(1)))) }))
    r.wert("personentage", tage, 1)
    r.wert("kosten", tage * satz)
    r.wert("uebertragung_h_je_lauf", lauf, 1)
    r.wert("uebertragung_h_gesamt", lauf * (laeufe + 1), 1)
    return r
  }
}

/// KH-10: effort of training.
enum Schulungsaufwand {
  static func rechne(_ e: Eingaben) throws(Rechenfehler) -> Rechnung {
    var r = Rechnung()
    var termine = 0
    var (trainer, teilnehmer) = (Bruch.null, Bruch.null)
    for (nr, g) in try e.gruppen("gruppen").enumerated() {
      let (personen, stunden) = (try g.zahl("personen"), try g.zahl("stunden"))
      let groesse = g["groesse"] == nil ? try e.zahl("gruppengroesse") : try g.zahl("groesse")
      let n = try personen.geteilt(durch: groesse).aufgerundetOderFehler()
      termine += n
      trainer = trainer + Bruch(n) * stunden
      teilnehmer = teilnehmer + personen * stunden
      r.schritt(
        "Gruppe \(nr + 1)",
        "\(personen.deutsch) ÷ \(groesse.deutsch), aufgerundet; je \(stunden.deutsch) Stunden",
        Masseinheit.anzeige("\(n)", "Termine"))
    }
    let auffrischung = try e.zahl("auffrischung")
    let stunden = teilnehmer * (.eins + auffrischung)
    let tage = trainer.durch(fest: 8)
    let (satzTrainer, satz) = (try e.zahl("tagessatz_trainer"), try e.zahl("satz"))
    let (kosten, raum) = (tage * satzTrainer, Bruch(termine) * (try e.zahl("raum_je_termin")))
    r.schritt(
      "Teilnehmerstunden", "\(teilnehmer.deutsch) × (1 + \(auffrischung.deutsch))", stunden, 1,
      "Stunden")
    r.schritt("Trainertage", "\(trainer.deutsch) ÷ 8", tage, 2, "Tage")
    r.schritt(
      "Kosten der Trainerin oder des Trainers", "\(tage.deutsch) × \(satzTrainer.deutsch(2)) €",
      kosten, 2, "€")
    r.schritt("Arbeitszeit", "\(stunden.deutsch) × \(satz.deutsch(2)) €", stunden * satz, 2, "€")
    r.wert("termine", .ganz(termine))
    r.wert("teilnehmerstunden", stunden, 1)
    r.wert("trainertage", tage)
    r.wert("kosten_trainer", kosten)
    r.wert("kosten_arbeitszeit", stunden * satz)
    r.wert("kosten_haushaltswirksam", kosten + raum)
    let warnung = "Schulung zu früh: höchstens 14 Tage vor dem Start"
    let zuFrueh = try e.zahl("tage_vor_start") > 14
    r.wert("warnung", zuFrueh ? .text(warnung) : .nichts)
    if zuFrueh { r.hinweis(warnung + ".") }
    return r
  }
}

/// KH-11: duration of the roll-out.
enum Ausbreitungsdauer {
  static func rechne(_ e: Eingaben) throws(Rechenfehler) -> Rechnung {
    var r = Rechnung()
    let (bereiche, parallel) = (try e.zahl("bereiche"), try e.zahl("parallel"))
    let wellen = try bereiche.geteilt(durch: parallel).aufgerundetOderFehler()
    let (takt, dauer, sperre) = (
      try e.ganz("takt_wochen"), try e.ganz("wellendauer_wochen"), try e.ganz("sperrwochen")
    )
    let wochen = (wellen - 1) * takt + dauer + sperre
    let start = try e.tag("start")
    guard let ende = start.plus(tage: wochen * 7) else {
      throw .unmoeglich(grund: "Das Ende liegt nach dem Jahr 9999.")
    }
    r.schritt("Wellen", "\(bereiche.deutsch) ÷ \(parallel.deutsch), aufgerundet", "\(wellen)")
    r.schritt("Wochen", "(\(wellen) − 1) × \(takt) + \(dauer) + \(sperre)", "\(wochen)")
    r.schritt("Ende", "\(start.anzeige) + \(wochen) Wochen", ende.anzeige)
    r.wert("wellen", .ganz(wellen))
    r.wert("wochen", .ganz(wochen))
    r.wert("ende", .text(ende.text))
    return r
  }
}

/// KH-12: how many files are to be checked.
enum Stichprobenumfang {
  static func rechne(_ e: Eingaben) throws(Rechenfehler) -> Rechnung {
    var r = Rechnung()
    let (alle, z, p, fehler) = (
      try e.zahl("grundgesamtheit"), try e.zahl("z"), try e.zahl("p"), try e.zahl("fehler")
    )
    let n0 = try (z.hoch(2) * p * (.eins - p)).geteilt(durch: fehler.hoch(2))
    let korrigiert = try n0.geteilt(durch: .eins + (try (n0 - .eins).geteilt(durch: alle)))
    let n = min(try korrigiert.aufgerundetOderFehler(), try alle.aufgerundetOderFehler())
    r.schritt(
      "Für sehr große Mengen",
      "\(z.deutsch)² × \(p.deutsch) × (1 − \(p.deutsch)) ÷ \(fehler.deutsch)²", n0)
    r.schritt(
      "Stichprobe",
      "\(n0.deutsch(2)) ÷ (1 + (\(n0.deutsch(2)) − 1) ÷ \(alle.deutsch)), aufgerundet", "\(n)")
    r.wert("n0", n0)
    r.wert("stichprobe", .ganz(n))
    return r
  }
}
