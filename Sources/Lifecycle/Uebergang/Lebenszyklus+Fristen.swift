// SPDX-License-Identifier: Apache-2.0
public import Akte

extension Lebenszyklus {
  /// A16: a longer period.
  static func verlaengere(
    _ z: Schriftgutzustand, _ regel: Fristregel, _ grund: String, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A16", z.id, k)
    try gang.befugt(.ordnen)
    try pruefeFristlauf(z, gang)
    try gang.verlange(text: grund)
    let frist = try berechne(regel, z, try gang.nachfahren(), gang)
    try gang.verlange(!istKuerzer(regel, frist, als: z), .verkuerzungUnzulaessig)
    return bindung(z, regel, frist, gang)
  }

  /// A17: a shorter period: four eyes, a legal basis, no hold.
  static func verkuerze(
    _ z: Schriftgutzustand, _ regel: Fristregel, _ rechtsgrundlage: String, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A17", z.id, k)
    try gang.verlange(k.akteur.hat(.registratur, .fachadministration), .nichtBefugt(.ordnen))
    try pruefeFristlauf(z, gang)
    try gang.beide(.registratur, .fachadministration)
    try gang.verlange(!rechtsgrundlage.istLeerraum, .rechtsgrundlageFehlt)
    try gang.nichtGesperrt(z)
    var mitGrundlage = regel
    mitGrundlage.rechtsgrundlage = rechtsgrundlage
    let frist = try berechne(mitGrundlage, z, try gang.nachfahren(), gang)
    return bindung(z, mitGrundlage, frist, gang)
  }

  /// An event that periods count from, also while the archive is asked.
  ///
  /// A day that is known is corrected by Registratur and Fachadministration together, as a period is
  /// shortened (A17).
  static func nimmEreignis(
    _ z: Schriftgutzustand, _ name: String, _ datum: Teildatum, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A11", z.id, k)
    try gang.befugt(.anlegen)
    try gang.nichtVernichtet(z)
    try gang.verlange(!z.lage.istEnde && z.lage != .abgetreten, .falscheLage(z.lage.anzeige))
    try gang.verlange(!name.istLeerraum, .begruendungFehlt)
    if let tag = datum.fruehesterTag { try gang.verlange(tag <= k.heute, .datumInZukunft) }
    let bisher = z.ereignisse[name]
    if let bisher, bisher != .unbekannt {
      try gang.verlange(
        bisher != datum && k.akteur.hat(.registratur, .fachadministration), .ereignisBekannt)
      try gang.beide(.registratur, .fachadministration)
      try gang.nichtGesperrt(z)
    }
    var neu = z
    neu.ereignisse[name] = datum
    if let f = z.frist {
      let frist = try berechne(f.regel, neu, try gang.nachfahren(), gang)
      neu.frist = Fristbindung(regel: f.regel, frist)
    }
    var w = Wirkungen("A11")
    w.schriftgut = [neu]
    w.aenderungen = [
      Aenderung(z.id, "Ereignis \(name)", alt: bisher?.anzeige, neu: datum.anzeige)
    ]
    if z.frist?.ende != neu.frist?.ende { w.aenderungen.append(ende(z, neu)) }
    return w
  }

  /// A36: a new version of the catalogue; expired periods and single rules stay untouched.
  static func aendereKatalog(
    _ z: Schriftgutzustand, _ a: Katalogaenderung, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A36", z.id, k)
    try gang.befugt(.konfigurieren)
    var w = Wirkungen("A36")
    guard a.laufendeFristen, let f = z.frist, z.einzelregel == nil, z.aussonderung == nil,
      z.lage == .zdA || z.lage == .inAufbewahrung, f.regel != a.regel
    else { return w }
    if let ende = f.ende, ende < a.gueltigAb { return w }
    let frist = try berechne(a.regel, z, try gang.nachfahren(), gang)
    if istKuerzer(a.regel, frist, als: z) {
      guard let zweite = k.zweitePerson, zweite.istAndere(als: k.akteur),
        zweite.hat(.registratur, .fachadministration)
      else { throw gang.nein(.vierAugenFehlt) }
    }
    var neu = z
    neu.frist = Fristbindung(regel: a.regel, frist)
    w.schriftgut = [neu]
    w.aenderungen = [ende(z, neu)]
    return w
  }

  /// A34: alarm before, mark after the latest day of the offer; the state of life stays.
  static func wache(
    _ z: Schriftgutzustand, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("A34", z.id, k)
    try gang.befugt(.fristlauf)
    var w = Wirkungen("A34")
    guard z.lage.istOffen || z.lage == .zdA || z.lage == .inAufbewahrung,
      let spaetestens = z.spaetestensAnbieten,
      let alarm = spaetestens.nach(monaten: -k.richtlinie.waechterVorlaufMonate), alarm <= k.heute
    else { return w }
    w.auftraege = [.anbietungAnmahnen(z.id, spaetestens: spaetestens)]
    if k.heute > spaetestens, !z.anbietungspflichtVerletzt {
      var neu = z
      neu.anbietungspflichtVerletzt = true
      w.schriftgut = [neu]
    }
    return w
  }

  private static func pruefeFristlauf(
    _ z: Schriftgutzustand, _ gang: Pruefgang
  ) throws(LifecycleFehler) {
    // What the archive took is kept until its own period is over (P11): without a rule or an end it
    // would stay for ever.
    if z.lage == .uebernommen { return }
    try gang.verlange(z.aussonderung == nil, .inAussonderung)
    try gang.verlange(z.lage == .zdA || z.lage == .inAufbewahrung, .falscheLage(z.lage.anzeige))
  }

  /// An end that is not known, or none, counts as later than any day: what was never due must not
  /// become due by an extension.
  ///
  /// To take something out of the class that is never deleted is the shortest period of all (P12,
  /// F44).
  private static func istKuerzer(
    _ regel: Fristregel, _ frist: Frist, als z: Schriftgutzustand
  ) -> Bool {
    if z.frist?.regel.nieLoeschen == true, !regel.nieLoeschen { return true }
    guard let neu = frist.ende else { return false }
    guard let alt = z.frist?.ende else { return true }
    return neu < alt
  }

  private static func bindung(
    _ z: Schriftgutzustand, _ regel: Fristregel, _ frist: Frist, _ gang: Pruefgang
  ) -> Wirkungen {
    var neu = z
    neu.einzelregel = regel
    neu.frist = Fristbindung(regel: regel, frist)
    var w = Wirkungen(gang.regel)
    w.schriftgut = [neu]
    w.aenderungen = [ende(z, neu)]
    return w
  }

  private static func ende(_ alt: Schriftgutzustand, _ neu: Schriftgutzustand) -> Aenderung {
    Aenderung(
      alt.id, "Aufbewahrungsende", alt: alt.frist?.ende?.text, neu: neu.frist?.ende?.text)
  }
}

extension Schriftgutzustand {
  /// Latest day for the offer: that of the period, or for an object without one 30 years after the
  /// last processing (FAKTEN 0, rule 4); nil if a statute sets a longer period.
  public var spaetestensAnbieten: Kalendertag? {
    if let frist { return frist.spaetestensAnbieten }
    return letzteBearbeitung.nach(monaten: 360)
  }

  /// First day on which the object as a whole may be disposed of: the latest of its own and of all
  /// below (FAKTEN 2.6, F24); nil if one of them is open, waits or has no end.
  ///
  /// A closed object below without a rule of its own follows this one.
  public func reifAb(nachfahren: [Schriftgutzustand]) -> Kalendertag? {
    guard var spaetester = frist?.reifAb else { return nil }
    for z in nachfahren where !z.lage.istEnde {
      if z.lage.istGeschlossen, z.frist == nil { continue }
      guard let tag = z.frist?.reifAb else { return nil }
      spaetester = max(spaetester, tag)
    }
    return spaetester
  }
}
