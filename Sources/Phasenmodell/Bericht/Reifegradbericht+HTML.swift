// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Reifegradbericht {
  /// The report as one page that needs nothing but itself, made for reading and printing.
  ///
  /// - Parameter werkzeug: Name and version of the program.
  /// - Returns: HTML; all values from answer files are escaped.
  public func html(werkzeug: String) -> String {
    var seite = Seite("Standortbestimmung E-Akte", stil: Reifegradstil.stil)
    if let name { seite.absatz(name) }
    seite.roh("</header>\n<main>\n")
    schreibeErgebnis(&seite)
    schreibePhasen(&seite)
    schreibeMuss(&seite)
    schreibeDimensionen(&seite)
    schreibePlan(&seite)
    schreibeGespraech(&seite)
    schreibeVergleiche(&seite)
    seite.roh("<div class=\"neueseite\"></div>\n")
    schreibeRestplan(&seite)
    schreibeAnhang(&seite)
    seite.roh("</main>\n<footer>\n")
    seite.absatz(
      "Dieser Bericht enthält Aussagen einzelner Personen. In kleinen Verwaltungen ist niemand "
        + "anonym; geben Sie ihn nur an Beteiligte weiter.")
    seite.absatz("Erstellt mit \(werkzeug). Fragen und Werkzeuge: DiVA-Toolbox, CC BY 4.0.")
    seite.roh("</footer>\n</body>\n</html>\n")
    return seite.html
  }

  private func schreibeErgebnis(_ seite: inout Seite) {
    seite.roh("<section class=\"ergebnis hinweis\" aria-labelledby=\"ergebnis\">\n")
    seite.roh("<h2 id=\"ergebnis\">Ergebnis</h2>\n")
    for (i, satz) in kernsaetze.enumerated() { seite.absatz(satz, klasse: i == 0 ? "urteil" : "") }
    seite.roh("</section>\n")
    if !warnungen.isEmpty {
      seite.abschnitt("Bitte zuerst prüfen", "warnungen") { seite in seite.liste(warnungen) }
    }
    let hindernisse = mussOffen.prefix(3)
    if !hindernisse.isEmpty {
      seite.abschnitt("Was zuerst im Weg steht", "hindernisse") { seite in
        seite.liste(hindernisse.map { "\($0.frage.text) – \($0.stand.anzeige)" })
      }
    }
    let schritte = plan.prefix(5)
    if !schritte.isEmpty {
      seite.abschnitt("Die nächsten Schritte", "schritte") { seite in
        seite.liste(schritte.map(schritt), geordnet: true)
      }
    }
    seite.abschnitt("Zu diesem Bericht", "angaben") { seite in
      seite.angaben("Grundlagen der Auswertung", angaben)
      seite.liste(auswertung.hinweise)
    }
  }

  private func schritt(_ z: Planzeile) -> String {
    let art = z.massnahme.art == .klaeren ? "Klären: " : ""
    let hilfe = z.werkzeug.map { " – dazu \($0.id) »\($0.titel)«, etwa \($0.aufwandMin) Minuten" }
    return art + z.frage.text + (hilfe ?? "")
  }

  private func schreibePhasen(_ seite: inout Seite) {
    seite.abschnitt("Die Phasen", "phasen") { seite in
      Phasenbalken(bericht: self).haengeAn(&seite)
      seite.tabelle(
        "Was in jeder Phase erreicht ist",
        ["Phase", "Stand", "Wert", "Stufe", "Beantwortet", "Muss-Punkte erfüllt"],
        auswertung.phasen.map { p in
          let vorschau = p.phase > auswertung.standort
          let erfuellt = p.muss.values.count { $0.genuegt }
          return [
            phasenname(p.phase), vorschau ? "Vorschau: \(p.status.anzeige)" : p.status.anzeige,
            wert(p.kennzahlen), stufe(p.kennzahlen).map { "\($0.stufe) – \($0.text)" } ?? "–",
            Norm.anzeige(p.kennzahlen.vollstaendigkeit), "\(erfuellt) von \(p.muss.count)",
          ]
        })
      for p in auswertung.phasen where p.phase <= auswertung.standort {
        let schwach = katalog.dimensionen.filter { p.zellen[$0.id]?.schwach == true }
        guard !schwach.isEmpty else { continue }
        seite.absatz(
          "In \(phasenname(p.phase)) bleibt zurück: \(schwach.map(\.text).joined(separator: ", "))."
        )
      }
      seite.absatz(
        "»Abgesichert« heißt: alle Muss-Punkte erfüllt, mindestens \(katalog.schwellen.bestandenMin / 100) % "
          + "der Punkte, kein Themenfeld unter \(katalog.schwellen.zelleMin / 100) %.",
        klasse: "klein")
    }
  }

  private func schreibeMuss(_ seite: inout Seite) {
    seite.roh("<div class=\"neueseite\"></div>\n")
    seite.abschnitt("Muss-Punkte", "muss") { seite in
      seite.absatz("Muss-Punkte lassen sich nicht durch andere Punkte ausgleichen.")
      seite.tabelle(
        "Alle Muss-Punkte bis zur nächsten Phase",
        ["Frage", "Phase", "Stand", "Woran man es erkennt"],
        muss.map { [$0.frage.text, "\($0.frage.phase)", zeichen($0.stand), $0.frage.beleg] })
    }
  }

  private func zeichen(_ stand: Mussstand) -> String {
    switch stand {
    case .erfuellt: "✔ erfüllt"
    case .entfaellt: "– entfällt"
    case .nichtErfuellt: "✖ noch nicht erfüllt"
    case .offen: "○ noch offen"
    case .strittig: "▲ strittig"
    }
  }

  private func schreibeDimensionen(_ seite: inout Seite) {
    guard let bild else { return }
    seite.roh("<div class=\"neueseite\"></div>\n")
    seite.abschnitt("Die Themenfelder in \(phasenname(bild.phase))", "dimensionen") { seite in
      func werte(_ p: Phasenergebnis) -> [Int?] {
        katalog.dimensionen.map { d in p.zellen[d.id].flatMap { $0.kennzahlen.min } }
      }
      var reihen = [Netzbild.Reihe(name: "heute", werte: werte(bild))]
      if let alt = frueher?.phasen.first(where: { $0.phase == bild.phase }) {
        reihen.append(.init(name: "früher", werte: werte(alt)))
      }
      let worte = zip(katalog.dimensionen, reihen[0].werte).map { d, wert in
        "\(d.text) \(wert.map { Norm.anzeige($0) } ?? "nicht anwendbar")"
      }
      Netzbild(
        achsen: katalog.dimensionen.map(\.id), reihen: reihen,
        beschreibung: worte.joined(separator: "; ") + "."
      ).haengeAn(&seite, id: "netz")
      if reihen.count > 1 {
        seite.absatz(
          "Durchgezogene Linie mit Kreisen: heute. Gestrichelte Linie mit Quadraten: früher.")
      }
      seite.tabelle(
        "Werte der Themenfelder", ["Themenfeld", "Wert", "Fragen", "Hinweis"],
        katalog.dimensionen.map { d in
          guard let z = bild.zellen[d.id], z.kennzahlen.anwendbar > 0 else {
            return ["\(d.id) – \(d.text)", "–", "0", "nicht anwendbar"]
          }
          return [
            "\(d.id) – \(d.text)", wert(z.kennzahlen), "\(z.kennzahlen.fragen)",
            z.schwach ? "bleibt zurück" : "",
          ]
        })
      schreibeKlemmt(&seite)
    }
  }

  private func schreibeKlemmt(_ seite: inout Seite) {
    let namen = [("duerfen", "Dürfen"), ("koennen", "Können"), ("wollen", "Wollen")]
    let zeilen = namen.compactMap { id, name in
      auswertung.kwd[id].map { [name, wert($0), "\($0.fragen)"] }
    }
    guard !zeilen.isEmpty else { return }
    seite.tabelle(
      "Wo klemmt es bei den Menschen?", ["", "Wert", "Fragen"].map { $0.isEmpty ? "Seite" : $0 },
      zeilen)
    seite.absatz(
      "Ist »Dürfen« am niedrigsten, hilft kein Werkzeug: Zuerst braucht es Zeit und Erlaubnis der Leitung.",
      klasse: "klein")
  }

  private func schreibePlan(_ seite: inout Seite) {
    let plan = plan
    guard !plan.isEmpty else { return }
    seite.roh("<div class=\"neueseite\"></div>\n")
    seite.abschnitt("Maßnahmenplan", "plan") { seite in
      seite.absatz("Die wirksamsten Schritte zuerst. Tragen Sie Person und Termin ein.")
      planTabelle(&seite, "Die ersten Schritte", plan.prefix(planlaenge), ab: 1)
    }
  }

  private func schreibeRestplan(_ seite: inout Seite) {
    let rest = plan.dropFirst(planlaenge)
    guard !rest.isEmpty else { return }
    seite.abschnitt("Anhang: was danach kommt", "restplan") { seite in
      planTabelle(&seite, "Die weiteren Schritte", rest, ab: planlaenge + 1)
    }
  }

  private func planTabelle(
    _ seite: inout Seite, _ name: String, _ plan: ArraySlice<Planzeile>, ab: Int
  ) {
    seite.tabelle(
      name, ["Nr.", "Was", "Werkzeug", "Minuten", "Wer kann es", "Person und Termin", "Erledigt"],
      zip(ab..., plan).map { nr, z in
        [
          "\(nr)",
          z.aufgabe + (z.frage.ko ? " (Muss)" : "") + (z.istSchnell ? " – schnell erledigt" : ""),
          z.werkzeug.map { "\($0.id) \($0.titel)" } ?? "–",
          z.werkzeug.map { "\($0.aufwandMin)" } ?? "–", Rolle.anzeige(z.frage.wer),
          z.personUndTermin, z.kaestchen,
        ]
      }, klasse: "liste plan")
  }

  private func schreibeGespraech(_ seite: inout Seite) {
    let a = auswertung
    guard a.datei.einzelne.count > 1 else { return }
    seite.abschnitt("Darüber sollten Sie sprechen", "gespraech") { seite in
      seite.absatz(
        "Einig oder nah beieinander sind Sie bei \(Norm.anzeige(a.einigkeitsquote)) der Punkte.")
      let liste = a.gespraechsliste
      if liste.isEmpty { seite.absatz("Es gibt keine Frage, die Sie sehr verschieden sehen.") }
      if !liste.isEmpty {
        seite.tabelle(
          "Fragen mit verschiedenen Antworten", ["Frage", "Antworten", "Es zählt", "Einigkeit"],
          liste.map { f in
            let s = a.stimmen[f.id]
            return [
              f.text + (f.ko ? " (Muss)" : ""), stimmen(s), a.wertungen[f.id].map(prozent) ?? "–",
              s?.strittig == true ? "strittig" : s?.einigkeit.anzeige ?? "",
            ]
          })
      }
      if let r = Rollenvergleich(a, katalog), r.anzeigen {
        seite.absatz(
          "Leitung und Sachbearbeitung sehen es verschieden: \(Norm.anzeige(r.leitung)) gegen "
            + "\(Norm.anzeige(r.sachbearbeitung)).")
      }
      let festgelegt = a.datei.festlegungen.sorted { $0.key < $1.key }
      if !festgelegt.isEmpty {
        seite.tabelle(
          "Was Sie festgelegt haben", ["Frage", "Festgelegt", "Wer", "Wann", "Warum"],
          festgelegt.compactMap { id, f in
            katalog.frage(id).map { frage in
              [
                frage.text, Antwort(inhalt: f.inhalt).anzeige(frage, katalog), f.wer,
                Kalendertag(f.am)?.anzeige ?? f.am, f.grund,
              ]
            }
          })
      }
    }
  }

  private func stimmen(_ s: Stimmen?) -> String {
    guard let s else { return "" }
    var teile = s.werte.map { prozent(.wert($0)) }
    if s.nichtZutreffend > 0 { teile.append("\(s.nichtZutreffend)× nicht zutreffend") }
    if s.weissNicht > 0 { teile.append("\(s.weissNicht)× offen") }
    return teile.joined(separator: ", ")
  }

  /// An answer in percent of the scale.
  func prozent(_ wertung: Wertung) -> String {
    switch wertung {
    case .offen: "offen"
    case .nichtZutreffend: "nicht zutreffend"
    case .wert(let n): Norm.anzeige(Norm.rund(n, 10))
    }
  }

  private func schreibeVergleiche(_ seite: inout Seite) {
    if let z = zeitvergleich {
      seite.abschnitt("Vergleich mit früher", "frueher") { seite in
        for warnung in z.warnungen { seite.absatz("Bitte prüfen: \(warnung)") }
        seite.angaben(
          z.basis.count == 1
            ? "Verglichen wird eine Frage, die beide Male beantwortet ist"
            : "Verglichen werden \(z.basis.count) Fragen, die beide Male beantwortet sind",
          [
            ("Früher", Norm.anzeige(z.alt)), ("Heute", Norm.anzeige(z.neu)),
            ("Veränderung", "\(Norm.punkte(z.delta)): \(z.klasse.anzeige)"),
          ])
        for (titel, ids) in [
          ("Besser", z.besser), ("Schlechter", z.schlechter), ("Neu beantwortet", z.neuBeantwortet),
          ("Nicht vergleichbar", z.nichtVergleichbar),
        ] where !ids.isEmpty {
          seite.absatz("\(titel): \(ids.joined(separator: ", "))")
        }
        seite.absatz(
          "Die Veränderung ist genau gerechnet und dann gerundet; sie kann um 0,1 von der Differenz der "
            + "gezeigten Werte abweichen.", klasse: "klein")
      }
    }
    guard !gruppe.isEmpty else { return }
    seite.abschnitt("Vergleich mit ähnlichen Verwaltungen", "gruppe") { seite in
      seite.absatz("Der Vergleich dient der Einordnung, nicht der Bewertung.")
      seite.tabelle(
        "Ihr Wert unter den anderen",
        Self.gruppenkopf, gruppe.map(gruppenwerte))
      seite.liste(gruppenhinweise)
    }
  }

  private func schreibeAnhang(_ seite: inout Seite) {
    seite.abschnitt("Anhang: alle Antworten", "antworten") { seite in
      for phase in auswertung.phasen {
        seite.tabelle(
          phasenname(phase.phase), ["Nr.", "Frage", "Es zählt", "Antworten, Belege, Bemerkungen"],
          auswertung.fragen.filter { $0.phase == phase.phase }.map { f in
            [f.id, f.text, auswertung.wertungen[f.id].map(prozent) ?? "offen", antworten(f)]
          })
      }
    }
    seite.abschnitt("So wird gerechnet", "methode") { seite in
      let s = katalog.schwellen
      seite.liste([
        "Jede Antwort zählt 0 bis 100 %. Der Wert ist das gewichtete Mittel; Gewichte sind 1, 2 oder 3.",
        "Offene Fragen zählen im Wert als 0. »Nicht zutreffend« zählt nicht mit.",
        "Abgesichert ist eine Phase, wenn alle Muss-Punkte erfüllt sind, der Wert mindestens "
          + "\(s.bestandenMin / 100) % und die Vollständigkeit mindestens \(s.vollstaendigkeitMin / 100) % "
          + "beträgt und kein Themenfeld mit \(s.zelleMinFragen) oder mehr Fragen unter \(s.zelleMin / 100) % liegt.",
        "Auf dem Weg ist eine Phase ab \(s.teilweiseMin / 100) %.",
        "Bei mehreren Antworten zählt der mittlere Wert, bei zweien der niedrigere. Was Sie gemeinsam "
          + "festlegen, geht vor.",
        "Gerechnet wird mit ganzen Zahlen; gerundet wird einmal, für die Anzeige.",
      ])
    }
  }

  private func antworten(_ f: Frage) -> String {
    auswertung.datei.einzelne.compactMap { person -> String? in
      guard let a = person.antworten[f.id] else { return nil }
      var teile = [
        a.anzeige(f, katalog) + (a.gilt(f) ? "" : " (zu einer früheren Fassung der Frage)")
      ]
      if auswertung.datei.einzelne.count > 1 {
        let wer = [person.rolle.map(Rolle.anzeige), person.kuerzel].compactMap(\.self).joined(
          separator: " ")
        teile[0] = "\(wer.isEmpty ? "ohne Namen" : wer): \(teile[0])"
      }
      if let beleg = a.beleg { teile.append("Beleg: \(beleg)") }
      if let bemerkung = a.bemerkung { teile.append("Bemerkung: \(bemerkung)") }
      return teile.joined(separator: "; ")
    }
    .joined(separator: " · ")
  }
}
