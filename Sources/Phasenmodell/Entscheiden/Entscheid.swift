// SPDX-License-Identifier: Apache-2.0

/// The result of a decision aid.
public struct Entscheid: Hashable, Sendable {
  /// What was decided.
  public struct Ergebnis: Hashable, Sendable {
    /// What was decided.
    public let entscheidung: String
    /// The recommendation.
    public let empfehlung: Entscheidungshilfe.Empfehlung
    /// Number of the rule that held, counted from 1.
    public let regel: Int
    /// Why, with the numbers that were put in.
    public let grund: String
  }

  /// An entry of a list with its points.
  public struct Eintrag: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Weighted points; nil if none are asked.
    public let punkte: Int?
    /// How the points come about; nil if none are asked.
    public let punkteweg: String?
    /// Why it was left out; nil if it was not.
    public let ausgeschlossen: String?
    /// What was decided for it.
    public let ergebnisse: [Ergebnis]
    /// What to mind.
    public let hinweise: [String]
  }

  /// Quantities with their names and values.
  public struct Groesse: Hashable, Sendable {
    /// Its name.
    public let text: String
    /// Its value.
    public let wert: Bruch
  }

  /// What was decided for all.
  public let ergebnisse: [Ergebnis]
  /// The entries, the best first if they are ordered; those left out at the end.
  public let eintraege: [Eintrag]
  /// Weighted points; nil if none are asked once.
  public let punkte: Int?
  /// How they come about; nil if none are asked once.
  public let punkteweg: String?
  /// The most points that are possible; nil if none are asked.
  public let hoechst: Int?
  /// Quantities on which the rules rest.
  public let groessen: [Groesse]
  /// Questions without an answer; they count as no or 0.
  public let offen: [String]
  /// What to mind.
  public let hinweise: [String]
}

extension Entscheidungshilfe {
  /// The answers to the questions: once, and for each entry.
  public struct Antworten: Hashable, Sendable {
    let einmal: [String: Bruch]
    let eintraege: [(name: String, werte: [String: Bruch])]

    /// The same answers.
    public static func == (a: Self, b: Self) -> Bool {
      a.einmal == b.einmal && a.eintraege.map(\.name) == b.eintraege.map(\.name)
        && a.eintraege.map(\.werte) == b.eintraege.map(\.werte)
    }

    /// Hashes the answers.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(einmal)
      for e in eintraege { hasher.combine(e.name) }
    }

    /// Reads answers.
    ///
    /// - Parameters:
    ///   - hilfe: The decision aid.
    ///   - worte: Keys with values in German; an entry is its name with values separated by semicolons.
    /// - Throws: ``Rechenfehler`` naming the question.
    public init(
      _ hilfe: Entscheidungshilfe, _ worte: [(name: String, wert: String)]
    ) throws(Rechenfehler) {
      var einmal: [String: Bruch] = [:]
      var eintraege: [(name: String, werte: [String: Bruch])] = []
      for (name, wort) in worte {
        if name == "eintrag", hilfe.eintrag != nil {
          let teile = wort.split(separator: ";").map(\.trimmed)
          guard let erster = teile.first, !erster.contains("="), eintraege.count < 500,
            !eintraege.contains(where: { $0.name == erster })
          else {
            throw .unmoeglich(
              grund: "Schreiben Sie eintrag=\"Name; frage=wert; …\", jeden Namen nur einmal.")
          }
          var werte: [String: Bruch] = [:]
          for teil in teile.dropFirst() {
            let paar = teil.split(separator: "=", maxSplits: 1).map(\.trimmed)
            guard paar.count == 2 else {
              throw .unmoeglich(grund: "»\(teil)« ist keine Antwort; schreiben Sie frage=wert.")
            }
            try Self.nimm(paar[0], paar[1], hilfe.jeEintrag, &werte)
          }
          eintraege.append((erster, werte))
        } else {
          try Self.nimm(name, wort, hilfe.fragen, &einmal)
        }
      }
      if let eintrag = hilfe.eintrag, eintraege.isEmpty {
        throw .unmoeglich(grund: "Es fehlt mindestens ein Eintrag (\(eintrag)).")
      }
      self.einmal = einmal
      self.eintraege = eintraege
    }

    private static func nimm(
      _ name: String, _ wort: String, _ fragen: [Frage], _ werte: inout [String: Bruch]
    ) throws(Rechenfehler) {
      guard let frage = fragen.first(where: { $0.id == name }) else {
        throw .unbekannt(id: name, moeglich: fragen.map(\.id))
      }
      guard werte[name] == nil, !werte.keys.contains(where: { $0.hasPrefix(name + ".") }) else {
        throw .falsch(id: name, text: frage.text, grund: "Die Antwort steht zweimal da.")
      }
      guard let feld = frage.feld else {
        guard let punkte = Int(wort), frage.stufen.indices.contains(punkte) else {
          throw .falsch(
            id: name, text: frage.text,
            grund: "Möglich sind 0 bis \(frage.stufen.count - 1) Punkte.")
        }
        werte[name] = Bruch(punkte)
        return
      }
      switch try feld.wert(wort) {
      case .jaNein(let ja): werte[name] = ja ? .eins : .null
      case .zahl(let zahl): werte[name] = zahl
      case .wort(let gewaehlt): werte["\(name).\(gewaehlt)"] = .eins
      default:
        throw .falsch(
          id: name, text: frage.text, grund: "Diese Art von Antwort gibt es hier nicht.")
      }
    }
  }

  /// Applies the rules.
  ///
  /// - Parameter antworten: The answers.
  /// - Returns: What follows, and from which rules.
  /// - Throws: ``Rechenfehler`` if a number is missing on which a rule rests.
  public func entscheide(_ antworten: Antworten) throws(Rechenfehler) -> Entscheid {
    try pruefeVollstaendig(antworten)
    var eintraege: [(eintrag: Entscheid.Eintrag, rang: [Bruch])] = []
    for (name, werte) in antworten.eintraege {
      let umfeld = Umfeld(hilfe: self, antworten: antworten, eintrag: werte, stand: [:])
      var grund: String?
      for regel in ausschluss where grund == nil {
        if try !regel.wenn.wert(umfeld.werte).istNull { grund = regel.folge }
      }
      var ordnung: [Bruch] = []
      for ausdruck in rang { ordnung.append(try ausdruck.wert(umfeld.werte)) }
      let punkte =
        Self.zaehlt(jeEintrag)
        ? try Ausdruck.name("punkte").wert(umfeld.werte).gerundet : nil as Int?
      eintraege.append(
        (
          Entscheid.Eintrag(
            name: name, punkte: punkte, punkteweg: Begruendung.punkteweg(jeEintrag, werte),
            ausgeschlossen: grund,
            ergebnisse: grund == nil ? try ergebnisse(jeEintrag: true, umfeld) : [],
            hinweise: grund == nil ? try gelten(eintragshinweise, umfeld) : []), ordnung
        ))
    }
    if !rang.isEmpty { eintraege.sort { Self.vor($0, $1) } }
    let uebrig = eintraege.filter { $0.eintrag.ausgeschlossen == nil }
    var stand: [String: Bruch] = ["anzahl": Bruch(eintraege.count), "uebrig": Bruch(uebrig.count)]
    stand["bestes"] = Bruch(uebrig.first?.eintrag.punkte ?? 0)
    var umfeld = Umfeld(hilfe: self, antworten: antworten, eintrag: nil, stand: stand)
    umfeld.bester = uebrig.first?.eintrag.name
    var gezeigt: [Entscheid.Groesse] = []
    let weg = weggefallen(umfeld)
    for g in groessen where !g.jeEintrag && !weg.contains(g.id) {
      gezeigt.append(.init(text: g.text, wert: try g.ausdruck.wert(umfeld.werte)))
    }
    let einmalPunkte = Self.zaehlt(fragen)
    return Entscheid(
      ergebnisse: try ergebnisse(jeEintrag: false, umfeld), eintraege: eintraege.map(\.eintrag),
      punkte: einmalPunkte ? try Ausdruck.name("punkte").wert(umfeld.werte).gerundet : nil as Int?,
      punkteweg: einmalPunkte ? Begruendung.punkteweg(fragen, antworten.einmal) : nil,
      hoechst: hoechst == 0 ? nil : hoechst, groessen: gezeigt, offen: offen(antworten, weg),
      hinweise: try gelten(hinweise, umfeld))
  }

  private static func zaehlt(_ fragen: [Frage]) -> Bool {
    fragen.contains { $0.istPunkte && $0.gewicht > 0 }
  }

  /// Most points of one entry, or of the questions that are asked once.
  var hoechst: Int {
    let punktfragen = jeEintrag.contains(where: \.istPunkte) ? jeEintrag : fragen
    return punktfragen.filter(\.istPunkte).reduce(0) { $0 + $1.gewicht * ($1.stufen.count - 1) }
  }

  private static func vor(
    _ a: (eintrag: Entscheid.Eintrag, rang: [Bruch]),
    _ b: (eintrag: Entscheid.Eintrag, rang: [Bruch])
  ) -> Bool {
    let (x, y) = (a.eintrag.ausgeschlossen == nil, b.eintrag.ausgeschlossen == nil)
    if x != y { return x }
    for (i, j) in zip(a.rang, b.rang) where i != j { return i > j }
    return a.eintrag.name < b.eintrag.name
  }

  private func ergebnisse(
    jeEintrag: Bool, _ umfeld: Umfeld
  ) throws(Rechenfehler) -> [Entscheid.Ergebnis] {
    var liste: [Entscheid.Ergebnis] = []
    for e in entscheidungen where e.jeEintrag == jeEintrag {
      for (nr, regel) in e.regeln.enumerated() where try !regel.wenn.wert(umfeld.werte).istNull {
        if let empfehlung = empfehlungen.first(where: { $0.id == regel.folge }) {
          let grund = Begruendung.gefuellt(regel.grund ?? "", umfeld.anzeige(_:istGeld:))
          liste.append(
            .init(entscheidung: e.text, empfehlung: empfehlung, regel: nr + 1, grund: grund))
        }
        break
      }
    }
    return liste
  }

  private func gelten(_ regeln: [Regel], _ umfeld: Umfeld) throws(Rechenfehler) -> [String] {
    var saetze: [String] = []
    for regel in regeln where try !regel.wenn.wert(umfeld.werte).istNull {
      saetze.append(regel.folge)
    }
    return saetze
  }

  /// Where no answer would be a decision, the first question without one is an error.
  private func pruefeVollstaendig(_ antworten: Antworten) throws(Rechenfehler) {
    guard vollstaendig else { return }
    for f in fragen
    where antworten.einmal[f.id] == nil
      && !antworten.einmal.keys.contains(where: { $0.hasPrefix(f.id + ".") })
    {
      throw .fehlt(id: f.id, text: f.text)
    }
  }

  /// What does not matter with these answers.
  ///
  /// A condition on a number that nobody gave does not hold.
  private func weggefallen(_ umfeld: Umfeld) -> Set<String> {
    var ids: Set<String> = []
    for w in entfaellt where w.jeEintrag == (umfeld.eintrag != nil) {
      if let wert = try? w.wenn.wert(umfeld.werte), !wert.istNull { ids.formUnion(w.ids) }
    }
    return ids
  }

  private func offen(_ antworten: Antworten, _ weg: Set<String>) -> [String] {
    func fehlt(_ f: Frage, _ werte: [String: Bruch]) -> Bool {
      werte[f.id] == nil && !werte.keys.contains { $0.hasPrefix(f.id + ".") }
        && f.feld?.vorgabe == nil
        && f.feld?.optional != true
    }
    return fragen.filter { !weg.contains($0.id) && fehlt($0, antworten.einmal) }.map(\.id)
      + antworten.eintraege.flatMap { e in
        let umfeld = Umfeld(hilfe: self, antworten: antworten, eintrag: e.werte, stand: [:])
        let weg = weggefallen(umfeld)
        return jeEintrag.filter { !weg.contains($0.id) && fehlt($0, e.werte) }
          .map { "\(e.name): \($0.id)" }
      }
  }
}

/// What names mean while rules are applied: to all, or to one entry.
private struct Umfeld {
  let hilfe: Entscheidungshilfe
  let antworten: Entscheidungshilfe.Antworten
  /// The answers for the entry; nil while deciding for all.
  let eintrag: [String: Bruch]?
  /// What is known of all entries.
  let stand: [String: Bruch]
  /// Name of the first entry that is left.
  var bester: String?

  /// A value as a reason names it.
  func anzeige(_ name: String, istGeld: Bool) -> String {
    if name == "bester" { return bester ?? "–" }
    let gefragt = frage(name, hilfe.jeEintrag) ?? frage(name, hilfe.fragen)
    let gesagt = (eintrag ?? [:])[name] ?? antworten.einmal[name]
    if let gefragt, gefragt.feld?.typ == .janein {
      return gesagt.map { $0.istNull ? "nein" : "ja" } ?? "offen"
    }
    guard let zahl = try? werte(name).first else { return "offen" }
    if istGeld { return zahl.deutsch(2) }
    let istAnteil = gefragt?.feld.map { [.anteil, .prozent].contains($0.typ) } ?? false
    return istAnteil ? Begruendung.anzeige(zahl * 100) + " %" : Begruendung.anzeige(zahl)
  }

  func werte(_ name: String) throws(Rechenfehler) -> [Bruch] {
    if let wert = stand[name] { return [wert] }
    if name == "hoechst" { return [Bruch(hilfe.hoechst)] }
    if name == "punkte" { return [punkte] }
    if let g = hilfe.groessen.first(where: { $0.id == name }) {
      return [try g.ausdruck.wert(werte)]
    }
    if let frage = frage(name, hilfe.jeEintrag) {
      if let eintrag { return try [wert(frage, name, eintrag)].compactMap(\.self) }
      // Of all entries, those that have an answer.
      return antworten.eintraege.compactMap { $0.werte[name] }
    }
    guard let frage = frage(name, hilfe.fragen) else { return [] }
    return try [wert(frage, name, antworten.einmal)].compactMap(\.self)
  }

  private func frage(_ name: String, _ fragen: [Entscheidungshilfe.Frage]) -> Entscheidungshilfe
    .Frage?
  {
    fragen.first { $0.id == name || name.hasPrefix($0.id + ".") }
  }

  /// No answer is no, or 0 points; a number that is needed must be there.
  private func wert(
    _ frage: Entscheidungshilfe.Frage, _ name: String, _ werte: [String: Bruch]
  ) throws(Rechenfehler) -> Bruch {
    if let wert = werte[name] { return wert }
    guard let feld = frage.feld, feld.typ.istZahl else { return .null }
    if let vorgabe = feld.vorgabe, case .zahl(let zahl) = try feld.wert(vorgabe) { return zahl }
    throw .fehlt(id: frage.id, text: frage.text)
  }

  private var punkte: Bruch {
    let (fragen, werte) = eintrag.map { (hilfe.jeEintrag, $0) } ?? (hilfe.fragen, antworten.einmal)
    return fragen.filter(\.istPunkte).reduce(.null) { summe, f in
      summe + Bruch(f.gewicht) * (werte[f.id] ?? .null)
    }
  }
}
