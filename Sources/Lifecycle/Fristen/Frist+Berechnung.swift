// SPDX-License-Identifier: Apache-2.0
public import Akte

extension Frist {
  /// Computes a period and says why it is what it is (lebenszyklus FAKTEN 3, vectors F01–F51).
  ///
  /// - Parameters:
  ///   - regel: The rule.
  ///   - eingaben: The days it counts from.
  ///   - heute: Today in Berlin; nil leaves out the check for days in the future.
  ///   - grenzeJahre: From how many years on a duration is taken for a mistake.
  /// - Returns: The period. A missing or unknown reference day is no error but a
  ///   ``Fristenstand`` without an end.
  /// - Throws: ``Fristfehler/dauerUnplausibel(_:grenzeJahre:)`` if a number of the rule is negative
  ///   or above the limit (F45), ``Fristfehler/datumInZukunft(_:)`` if the reference day or the last
  ///   processing lies after `heute` (F46), ``Fristfehler/ausserhalbDesKalenders`` if a day would
  ///   lie outside of the years 1 to 9999.
  public static func berechne(
    _ regel: Fristregel, _ eingaben: Fristeingaben, heute: Kalendertag? = nil,
    grenzeJahre: Int = 200
  ) throws(Fristfehler) -> Frist {
    var rechnung = Fristrechnung(regel, eingaben, heute: heute, grenzeJahre: grenzeJahre)
    try rechnung.rechne()
    return rechnung.frist
  }

  /// The same without the explanation, for passes over many objects.
  package static func tage(
    _ regel: Fristregel, _ eingaben: Fristeingaben, heute: Kalendertag? = nil,
    grenzeJahre: Int = 200
  ) throws(Fristfehler) -> Frist {
    var rechnung = Fristrechnung(regel, eingaben, heute: heute, grenzeJahre: grenzeJahre)
    rechnung.erklaert = false
    try rechnung.rechne()
    return rechnung.frist
  }
}

extension Fristregel {
  /// True if a statute or a supreme authority keeps the file longer than 30 years, so that the duty
  /// to offer it after 30 years does not apply (FAKTEN 0, rule 4; F27).
  ///
  /// Exactly 30 years are not longer: the alarm stays. An unlimited period keeps the alarm as well
  /// (FAKTEN 0, rule 1; F25).
  public var hebtWaechterAuf: Bool {
    guard basis != .ortsrecht, let monate = dauer.inMonaten else { return false }
    return monate > 360
  }
}

/// One computation on its way from the rule to the result.
struct Fristrechnung {
  let regel: Fristregel
  let eingaben: Fristeingaben
  let heute: Kalendertag?
  let grenzeJahre: Int
  /// Whether sentences are written.
  var erklaert = true
  /// What is known so far.
  var frist = Frist(stand: .fristUnbekannt, begruendung: Begruendung())

  init(_ regel: Fristregel, _ eingaben: Fristeingaben, heute: Kalendertag?, grenzeJahre: Int) {
    self.regel = regel
    self.eingaben = eingaben
    self.heute = heute
    self.grenzeJahre = grenzeJahre
  }

  mutating func rechne() throws(Fristfehler) {
    try pruefeDauern()
    if erklaert { sage(.regel, regel.satz) }
    switch try bezugstag() {
    case .ohne(let stand):
      frist.stand =
        regel.dauer == .unbefristet && stand != .nichtAbgeschlossen
        ? .unbefristet : stand
    case .tag(let tag):
      frist.stand = regel.dauer == .unbefristet ? .unbefristet : .bestimmt
      try zaehle(ab: tag)
    }
    try wache()
    schliesse()
  }

  mutating func sage(_ art: Begruendung.Art, _ satz: String) {
    if erklaert { frist.begruendung.sage(art, satz) }
  }

  private func pruefeDauern() throws(Fristfehler) {
    var dauern = [regel.dauer]
    if let n = regel.einschraenkungNachJahren { dauern.append(.jahre(n)) }
    if case .ereignis(_, let monate) = regel.mindestBis { dauern.append(.monate(monate)) }
    for dauer in dauern where dauer.istUnplausibel(grenzeJahre: grenzeJahre) {
      throw .dauerUnplausibel(dauer, grenzeJahre: grenzeJahre)
    }
  }

  // MARK: Counting

  private mutating func zaehle(ab bezug: Kalendertag) throws(Fristfehler) {
    let anfang = try ausgang(bezug)
    frist.beginn = try imKalender(anfang.folgetag)
    if let jahre = regel.einschraenkungNachJahren {
      let tag = try imKalender(spaeter(anfang, .jahre(jahre))?.folgetag)
      frist.eingeschraenktAb = tag
      sage(
        .schritt,
        "Nach \(Fristdauer.jahre(jahre).dativ), ab dem \(tag.anzeige), darf nur noch eingeschränkt "
          + "verarbeitet werden.")
    }
    guard regel.dauer != .unbefristet else { return }
    let ende = try imKalender(spaeter(anfang, regel.dauer))
    sageEnde(bezug: bezug, ausgang: anfang, ende: ende)
    guard let endgueltig = try verlaengere(ende) else { return }
    frist.ende = endgueltig
    frist.reifAb = try imKalender(endgueltig.folgetag)
  }

  /// The day after which the period begins: the end of the year (rule J) or the day itself (rule T).
  private func ausgang(_ bezug: Kalendertag) throws(Fristfehler) -> Kalendertag {
    regel.startregel == .taggenau ? bezug : try imKalender(.jahresende(bezug.jahr))
  }

  private func spaeter(_ tag: Kalendertag, _ dauer: Fristdauer) -> Kalendertag? {
    dauer.inMonaten.flatMap { tag.nach(monaten: $0) }
  }

  private func imKalender(_ tag: Kalendertag?) throws(Fristfehler) -> Kalendertag {
    guard let tag else { throw .ausserhalbDesKalenders }
    return tag
  }

  /// Applies "not before"; nil if its event is missing.
  private mutating func verlaengere(_ ende: Kalendertag) throws(Fristfehler) -> Kalendertag? {
    switch regel.mindestBis {
    case nil: return ende
    case .tag(let tag):
      sageMindestens(tag, ende, "Nach der Regel endet die Frist nicht vor dem \(tag.anzeige).")
      return max(ende, tag)
    case .ereignis(let name, let monate):
      guard let datum = eingaben.ereignisse[name] else {
        frist.stand = .wartetAufEreignis(name)
        sage(
          .schritt,
          "Die Frist endet nicht, bevor das Ereignis »\(name)« eingetreten ist; davon ist noch "
            + "nichts bekannt.")
        return nil
      }
      guard let tag = try tag(datum, "des Ereignisses »\(name)«", kuerzel: "ereignis:\(name)")
      else {
        frist.stand = .fristUnbekannt
        return nil
      }
      let frueh = try imKalender(tag.nach(monaten: monate))
      let abstand = monate == 0 ? "" : "\(Fristdauer.monate(monate).anzeige) nach "
      sageMindestens(
        frueh, ende,
        "Die Frist endet nicht vor dem \(frueh.anzeige), \(abstand)dem Tag des Ereignisses "
          + "»\(name)«.")
      return max(ende, frueh)
    }
  }

  // MARK: The 30-year guard

  /// Latest day to offer: 30 years after the last processing (FAKTEN 0, rule 4; F25–F27).
  ///
  /// An upper bound, so a date of which only a part is known is read as its first day, while the
  /// period, a lower bound, reads it as its last day.
  private mutating func wache() throws(Fristfehler) {
    if regel.hebtWaechterAuf {
      sage(
        .hinweis,
        "Die Pflicht, spätestens nach 30 Jahren anzubieten, greift hier nicht: Die Frist von "
          + "\(regel.dauer.dativ) beruht nicht auf Ortsrecht (\(regel.basis.anzeige)).")
      return
    }
    guard let datum = eingaben.letzteBearbeitung, datum != .unbekannt else {
      sage(
        .hinweis,
        "Der Tag der letzten Bearbeitung ist nicht bekannt; wann spätestens anzubieten ist, lässt "
          + "sich nicht sagen.")
      return
    }
    let tag = try imKalender(datum.fruehesterTag)
    try pruefeHeute(tag)
    let spaetestens = try imKalender(tag.nach(monaten: 360))
    frist.spaetestensAnbieten = spaetestens
    sageWache(datum, tag, spaetestens)
  }

  func pruefeHeute(_ tag: Kalendertag) throws(Fristfehler) {
    if let heute, tag > heute { throw .datumInZukunft(tag) }
  }
}
