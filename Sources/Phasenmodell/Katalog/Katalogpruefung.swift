// SPDX-License-Identifier: Apache-2.0
public import Pruefung

extension Katalog {
  /// Checks the catalogue against the rules of SCORING.md §11.
  ///
  /// - Parameter datei: The name of the file for the findings.
  /// - Returns: The findings; none if the catalogue can be used.
  public func pruefe(datei: String) -> [Befund] {
    let liste = Befundliste(datei)
    pruefeReihen(liste)
    pruefeSkalen(liste)
    pruefeKennungen(liste)
    for frage in fragen { pruefe(frage, liste) }
    pruefeWerkzeuge(liste)
    pruefeGewichte(liste)
    pruefeErreichbarkeit(liste)
    pruefeAufgaben(liste)
    pruefePlausibilitaet(liste)
    return liste.befunde
  }

  private func pruefeReihen(_ liste: Befundliste) {
    let nummern = Array(0...6)
    if phasen.map(\.nr) != nummern {
      liste.melde(Katalogregel.reihe, "Die Phasen sind nicht 0 bis 6 der Reihe nach.")
    }
    if standorte.map(\.phase) != nummern {
      liste.melde(Katalogregel.reihe, "Die Standorte sind nicht 0 bis 6 der Reihe nach.")
    }
    if groessenklassen.map(\.id) != Groessenklasse.allCases {
      liste.melde(
        Katalogregel.reihe, "Die Größenklassen sind nicht klein, mittel, gross, landkreis.")
    }
    for (a, b) in zip(groessenklassen, groessenklassen.dropFirst()) {
      if let x = a.arbeitsplaetzeBis, let y = b.arbeitsplaetzeBis, x >= y {
        liste.melde(
          Katalogregel.reihe, "»\(b.id.rawValue)« reicht nicht weiter als »\(a.id.rawValue)«.")
      }
    }
    if stufen.map(\.stufe) != Array(0...4) || stufen.first?.ab != 0
      || zip(stufen, stufen.dropFirst()).contains(where: { $0.ab >= $1.ab })
    {
      liste.melde(Katalogregel.reihe, "Die Stufen sind nicht 0 bis 4 mit steigender Untergrenze.")
    }
    for w in [
      schwellen.bestandenMin, schwellen.vollstaendigkeitMin, schwellen.zelleMin,
      schwellen.teilweiseMin, schwellen.nah, schwellen.unterschiedlich,
    ] where !(1...10_000).contains(w) {
      liste.melde(Katalogregel.reihe, "Die Schwelle \(w) liegt nicht zwischen 1 und 10000.")
    }
    if schwellen.teilweiseMin > schwellen.bestandenMin || schwellen.nah > schwellen.unterschiedlich
    {
      liste.melde(Katalogregel.reihe, "Eine untere Schwelle liegt über der oberen.")
    }
  }

  private func pruefeSkalen(_ liste: Befundliste) {
    for (name, skala) in skalen.sorted(by: { $0.key < $1.key }) where !skala.istZahl {
      let normen = skala.stufen.map(\.norm)
      if normen.first != 0 || normen.last != 10_000
        || zip(normen, normen.dropFirst()).contains(where: { $0 >= $1 })
        || skala.stufen.map(\.wert) != Array(0..<skala.stufen.count)
      {
        liste.melde(Katalogregel.skala, "Die Skala »\(name)« steigt nicht von 0 bis 10000.")
      }
    }
  }

  private func pruefeKennungen(_ liste: Befundliste) {
    let alle =
      fragen.map { ($0.id, $0.zeile) } + werkzeuge.map { ($0.id, $0.zeile) }
      + dimensionen.map { ($0.id, 0) } + stammdaten.map { ($0.id, 0) }
    var gesehen: Set<String> = []
    for (id, zeile) in alle where !gesehen.insert(id).inserted {
      liste.melde(
        Katalogregel.kennung, "Die Kennung »\(id)« gibt es zweimal.", zeile: zeile, objekt: id)
    }
  }

  private func pruefe(_ f: Frage, _ liste: Befundliste) {
    func melde(_ regel: Regel, _ meldung: String) {
      liste.melde(regel, meldung, zeile: f.zeile, objekt: f.id)
    }
    let teile = f.id.split(separator: "-", omittingEmptySubsequences: false)
    if teile.count != 3 || teile[0] != "P\(f.phase)" || teile[1] != f.dim
      || teile[2].wholeMatch(of: /\d\d/) == nil
    {
      melde(
        Katalogregel.vorsatz, "»\(f.id)« passt nicht zu Phase \(f.phase) und Dimension \(f.dim).")
    }
    if phase(f.phase) == nil { melde(Katalogregel.verweis, "Die Phase \(f.phase) gibt es nicht.") }
    if dimension(f.dim) == nil {
      melde(Katalogregel.verweis, "Die Dimension »\(f.dim)« gibt es nicht.")
    }
    if skalen[f.skala] == nil {
      melde(Katalogregel.verweis, "Die Skala »\(f.skala)« gibt es nicht.")
    }
    let worte = f.text.split(whereSeparator: \.isWhitespace).filter {
      $0.contains(where: \.isLetter)
    }
    if worte.count > 20 { melde(Katalogregel.wortzahl, "Die Frage hat \(worte.count) Wörter.") }
    if f.text.lowercased().contains("und/oder") {
      melde(Katalogregel.undOder, "Die Frage enthält »und/oder«.")
    }
    if !(1...3).contains(f.gewicht) { melde(Katalogregel.gewicht, "Das Gewicht ist \(f.gewicht).") }
    if f.rev < 1 { melde(Katalogregel.form, "»rev« ist \(f.rev) und müsste mindestens 1 sein.") }
    if f.gk.isEmpty {
      melde(Katalogregel.erreichbar, "Die Frage wird in keiner Größenklasse gestellt.")
    }
    pruefeMuss(f, melde)
    if let zahl = f.zahl, zahl.min >= zahl.max || ![1, -1].contains(zahl.richtung) {
      melde(Katalogregel.skala, "Die Grenzen \(zahl.min) bis \(zahl.max) steigen nicht.")
    }
    if let b = f.nurWenn { pruefe(b, melde) }
    pruefeHilfe(f, melde)
  }

  private func pruefeMuss(_ f: Frage, _ melde: (Regel, String) -> Void) {
    let genannt = ungelesen(f)?["ko_min"] != nil
    if genannt, !f.ko { melde(Katalogregel.muss, "»ko_min« steht bei einer Frage ohne »ko«.") }
    guard f.ko else { return }
    if !genannt, ungelesen(f) != nil {
      melde(Katalogregel.muss, "Bei der Muss-Frage fehlt »ko_min«.")
    }
    let normen = skalen[f.skala]?.stufen.map(\.norm) ?? []
    let erreichbar =
      skalen[f.skala]?.istZahl == true
      ? (1...10_000).contains(f.koMin)
      : f.koMin > 0 && normen.contains(f.koMin)
    if !erreichbar {
      melde(Katalogregel.muss, "Der Mindestwert \(f.koMin) ist kein Wert der Skala.")
    }
  }

  /// The question as the file has it.
  private func ungelesen(_ f: Frage) -> Baum? {
    guard case .liste(let werte)? = baum["fragen"] else { return nil }
    return werte.first { $0.baum["id"] == .text(f.id) }?.baum
  }

  private func pruefe(_ b: Frage.Bedingung, _ melde: (Regel, String) -> Void) {
    guard let s = stammdaten.first(where: { $0.id == b.stammdatum }) else {
      return melde(Katalogregel.verweis, "Das Stammdatum »\(b.stammdatum)« gibt es nicht.")
    }
    let werte = s.skala == "jaNein" ? ["ja", "nein"] : s.werte
    if !werte.contains(b.wert) {
      melde(Katalogregel.verweis, "»\(b.stammdatum)« kann nicht »\(b.wert)« sein.")
    }
  }

  private func pruefeHilfe(_ f: Frage, _ melde: (Regel, String) -> Void) {
    for id in f.werkzeuge {
      guard let w = werkzeug(id) else {
        melde(Katalogregel.verweis, "Das Werkzeug »\(id)« gibt es nicht.")
        continue
      }
      if !w.phasen.contains(f.phase) {
        melde(Katalogregel.werkzeugphase, "»\(id)« ist nicht für Phase \(f.phase) gedacht.")
      }
    }
    for klasse in f.gk
    where !f.werkzeuge.contains(where: { werkzeug($0)?.gk.contains(klasse) == true }) {
      melde(
        Katalogregel.hilfe, "Für die Größenklasse \(klasse.rawValue) hilft kein genanntes Werkzeug."
      )
    }
  }

  private func pruefeWerkzeuge(_ liste: Befundliste) {
    let genannt = Set(fragen.flatMap(\.werkzeuge))
    for w in werkzeuge {
      func melde(_ regel: Regel, _ meldung: String) {
        liste.melde(regel, meldung, zeile: w.zeile, objekt: w.id)
      }
      if !genannt.contains(w.id) { melde(Katalogregel.unverlinkt, "Keine Frage nennt »\(w.id)«.") }
      if !w.phasen.contains(w.hauptphase) || w.phasen != w.phasen.sorted() {
        melde(
          Katalogregel.verweis, "Die Phasen enthalten die Hauptphase nicht oder sind ungeordnet.")
      }
      for d in w.dim where dimension(d) == nil {
        melde(Katalogregel.verweis, "Die Dimension »\(d)« gibt es nicht.")
      }
      if w.gk.isEmpty { melde(Katalogregel.form, "Das Werkzeug ist für keine Größenklasse.") }
    }
  }

  private func pruefeGewichte(_ liste: Befundliste) {
    let alle = fragen.reduce(0) { $0 + $1.gewicht }
    let technik = fragen.filter { $0.dim == "TEC" }.reduce(0) { $0 + $1.gewicht }
    if technik * 4 > alle {
      liste.melde(
        Katalogregel.technikanteil, "Technikfragen haben \(technik) von \(alle) Punkten Gewicht.")
    }
  }

  private func pruefeErreichbarkeit(_ liste: Befundliste) {
    for klasse in Groessenklasse.allCases {
      for phase in phasen {
        let gestellt = fragen.filter { $0.phase == phase.nr && $0.gk.contains(klasse) }
        // Asked without any fact about the municipality.
        let immer = gestellt.filter { $0.nurWenn == nil && !$0.nz }
        if immer.isEmpty {
          liste.melde(
            Katalogregel.erreichbar,
            "In Phase \(phase.nr) gibt es für \(klasse.rawValue) keine Frage, die immer gestellt wird."
          )
        }
        if phase.nr <= 3, !gestellt.contains(where: \.ko) {
          liste.melde(
            Katalogregel.erreichbar,
            "In Phase \(phase.nr) gibt es für \(klasse.rawValue) keine Muss-Frage.")
        }
      }
      for d in dimensionen
      where !fragen.contains(where: { $0.dim == d.id && $0.gk.contains(klasse) }) {
        liste.melde(
          Katalogregel.erreichbar, "Zu \(d.id) gibt es für \(klasse.rawValue) keine Frage.")
      }
    }
  }

  private func pruefeAufgaben(_ liste: Befundliste) {
    for a in aufgaben {
      for id in a.werkzeuge + a.zusaetzlich where werkzeug(id) == nil {
        liste.melde(
          Katalogregel.verweis, "Die Aufgabe »\(a.text)« nennt »\(id)«, das es nicht gibt.")
      }
      if a.phase <= 3,
        !a.werkzeuge.contains(where: { werkzeug($0)?.gk.contains(.klein) == true })
      {
        liste.melde(
          Katalogregel.aufgabe,
          "Die Aufgabe »\(a.text)« (Phase \(a.phase)) hat kein Werkzeug für kleine Verwaltungen.")
      }
    }
    for phase in phasen where !aufgaben.contains(where: { $0.phase == phase.nr }) {
      liste.melde(Katalogregel.aufgabe, "Zur Phase \(phase.nr) ist keine Aufgabe genannt.")
    }
  }

  private func pruefePlausibilitaet(_ liste: Befundliste) {
    for p in plausibilitaet {
      for b in p.bedingungen where b.groesse != "standort" && frage(b.groesse) == nil {
        liste.melde(
          Katalogregel.verweis, "Eine Plausibilität nennt »\(b.groesse)«, das es nicht gibt.")
      }
    }
  }
}
