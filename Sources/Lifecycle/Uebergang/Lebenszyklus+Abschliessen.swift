// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Lebenszyklus {
  /// A10 for a Vorgang, A11 for an Akte.
  static func verfuegeZdA(
    _ z: Schriftgutzustand, _ v: ZdAVerfuegung, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang(z.ebene.istAkte ? "A11" : "A10", z.id, k)
    try pruefeAbschlussbefugnis(z, gang)
    try gang.keineAbgabe(z, try gang.vorfahren())
    let unten = try gang.nachfahren()
    try pruefeAbschluss(
      z, v, unten: unten, offeneKinder: unten.filter(\.lage.istOffen), try gang.dokumente(), gang)
    var w = Wirkungen(gang.regel)
    var neu = z
    neu.bewertungsvorschlag = v.bewertungsvorschlag ?? z.bewertungsvorschlag
    try schliesse(&neu, am: v.datum, nachfahren: unten, gang, &w)
    w.schriftgut = [neu]
    return w
  }

  /// A12: the object and everything open below, all or nothing, from the bottom up.
  static func verfuegeZdAKaskadierend(
    _ z: Schriftgutzustand, _ v: ZdAVerfuegung, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A12", z.id, k)
    try gang.verlange(k.akteur.hat(.registratur), .nichtBefugt(.akteAbschliessen))
    try gang.keineAbgabe(z, try gang.vorfahren())
    let unten = try gang.nachfahren()
    var baum = Teilbaum(z, unten, try gang.dokumente())
    let anwaerter = unten.reversed().filter(\.lage.istOffen) + [z]
    var fertig: [ObjektID: Schriftgutzustand] = [:]
    var offen: [(ObjektID, Ablehnungsgrund)] = []
    var w = Wirkungen("A12")
    for kandidat in anwaerter {
      let hier = Pruefgang("A12", kandidat.id, k)
      let seine = baum.nachfahren(kandidat.id)
      do {
        try hier.verlange(!kandidat.abgabeLaufend, .abgabeLaufend)
        try pruefeAbschluss(
          kandidat, v, unten: seine,
          // An object below that failed is named once, not again at every level above.
          offeneKinder: [], baum.dokumente(kandidat.id, und: seine), hier)
        var neu = kandidat
        neu.bewertungsvorschlag = v.bewertungsvorschlag ?? kandidat.bewertungsvorschlag
        try schliesse(&neu, am: v.datum, nachfahren: seine, hier, &w)
        fertig[neu.id] = neu
        baum.setze(neu)
      } catch {
        offen.append((kandidat.id, error.grund))
      }
    }
    if let (erstes, grund) = offen.first {
      throw gang.nein(.kaskade(erstes: erstes, grund: grund, offen: offen.map(\.0)))
    }
    // The object of the event first, then from the top down.
    w.schriftgut = ([z] + unten).compactMap { fertig[$0.id] }
    return w
  }

  private static func pruefeAbschlussbefugnis(
    _ z: Schriftgutzustand, _ gang: Pruefgang
  ) throws(LifecycleFehler) {
    let r = gang.k.richtlinie
    if z.ebene.istAkte {
      try gang.befugt(.akteAbschliessen, nachRichtlinie: r.sachbearbeitungSchliesstAkte)
    } else {
      try gang.befugt(.vorgangAbschliessen, nachRichtlinie: r.sachbearbeitungSchliesstVorgang)
    }
  }

  private static func pruefeAbschluss(
    _ z: Schriftgutzustand, _ v: ZdAVerfuegung, unten: [Schriftgutzustand],
    offeneKinder: [Schriftgutzustand], _ dokumente: [Dokumentzustand], _ gang: Pruefgang
  ) throws(LifecycleFehler) {
    try gang.verlange(!z.lage.istGeschlossen, .falscheLage(z.lage.anzeige))
    try gang.verlange(offeneKinder.isEmpty, .kindOffen(offeneKinder.map(\.id)))
    let schritte = dokumente.filter(\.hatOffeneSchritte).map(\.id)
    try gang.verlange(schritte.isEmpty, .offenerSchritt(schritte))
    try gang.verlange(z.wiedervorlagen.isEmpty, .offeneWiedervorlage([z.id]))
    let offen = dokumente.filter { $0.ausgechecktVon != nil }.map(\.id)
    try gang.verlange(offen.isEmpty, .ausgecheckt(offen))
    let scans = dokumente.filter(\.hatOffeneQualitaetssicherung).map(\.id)
    try gang.verlange(scans.isEmpty, .offeneQualitaetssicherung(scans))
    let leer = dokumente.isEmpty && !unten.contains { $0.lage != .storniert }
    // An Akte in which everything was cancelled can neither be cancelled (A05) nor stay open for ever.
    try gang.verlange(!leer || !gang.k.richtlinie.dokumentpflicht || z.ebene.istAkte, .leer)
    try gang.verlange(z.lage == .inBearbeitung || !z.ebene.istAkte, .leer)
    try gang.verlange(v.datum <= gang.k.heute, .datumInZukunft)
    // Without any document date the days on which somebody worked on it still say what is too early.
    let letzter = unten.flatMap { [$0.zdADatum, $0.laufzeit.ende] }.compactMap(\.self)
      .reduce(max(z.letzteBearbeitung, z.laufzeit.ende ?? z.letzteBearbeitung), max)
    if v.datum < letzter, !v.vorLaufzeitendeBestaetigt {
      throw gang.nein(.datumVorLaufzeitende(letzter))
    }
  }

  /// Closes the object: reference day, Transferfrist, frozen rule and days.
  static func schliesse(
    _ z: inout Schriftgutzustand, am tag: Kalendertag, nachfahren: [Schriftgutzustand],
    _ gang: Pruefgang, _ w: inout Wirkungen
  ) throws(LifecycleFehler) {
    let monate = gang.k.richtlinie.transferfristMonate
    z.zdADatum = tag
    z.ausUebernahme = false
    z.hatteInhalt = true
    z.transferfristende = monate > 0 ? tag.nach(monaten: monate) : nil
    z.lage = monate > 0 ? .zdA : .inAufbewahrung
    if let regel = z.einzelregel ?? gang.k.umfeld.regeln[z.id] {
      let frist = try berechne(regel, z, nachfahren, gang)
      z.frist = Fristbindung(regel: regel, frist)
      if let ende = frist.ende, let transfer = z.transferfristende, transfer > ende {
        w.hinweise.append(.transferfristUeberAufbewahrung(z.id))
      }
      if z.bewertungsvorschlag == nil, regel.aussonderungsart == .bewerten {
        w.auftraege.append(.bewertungsvorschlagErfragen(z.id))
      }
    } else {
      try gang.verlange(!(z.ebene == .akte && gang.k.richtlinie.regelpflicht), .regelFehlt)
      z.frist = nil
      w.hinweise.append(.ohneRegel(z.id))
    }
  }

  static func berechne(
    _ regel: Fristregel, _ z: Schriftgutzustand, _ nachfahren: [Schriftgutzustand],
    _ gang: Pruefgang
  ) throws(LifecycleFehler) -> Frist {
    do {
      // The explanation is not kept: it can be made at any time.
      return try Frist.tage(
        regel, z.fristeingaben(nachfahren: nachfahren), heute: gang.k.heute)
    } catch {
      throw gang.nein(.frist(error))
    }
  }
}

extension Schriftgutzustand {
  /// The days the object's period is computed from; with the same rule they give the same period
  /// and its explanation.
  ///
  /// - Parameter nachfahren: The objects below; needed for the rule "last Vorgang".
  /// - Returns: The days.
  public func fristeingaben(nachfahren: [Schriftgutzustand]) -> Fristeingaben {
    let vorgaenge = nachfahren.filter { !$0.ebene.istAkte && $0.lage != .storniert }
    return Fristeingaben(
      zdA: zdADatum.map { .tag($0) }, letzteBearbeitung: .tag(letzteBearbeitung),
      // A Vorgang counts from itself where the rule speaks of the last Vorgang.
      vorgaenge: ebene.istAkte && !vorgaenge.isEmpty
        ? vorgaenge.map { $0.zdADatum.map { .tag($0) } } : [zdADatum.map { .tag($0) }],
      ereignisse: ereignisse)
  }
}
