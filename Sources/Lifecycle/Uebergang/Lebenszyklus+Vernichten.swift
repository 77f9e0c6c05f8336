// SPDX-License-Identifier: Apache-2.0
public import Akte

extension Lebenszyklus {
  /// P11 for what the archive took, P12 for what it did not want; P13 refuses what is worth archiving.
  ///
  /// The object and everything below go together, each by its own row; one that may not go keeps all.
  static func vernichte(
    _ z: Schriftgutzustand, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let zeile = loeschzeile(z)
    let gang = Pruefgang(zeile, z.id, k)
    // A matter of principle comes before the question who asks (P13: always refused, to anyone).
    try gang.verlange(
      z.lage != .bewertet || z.aussonderung?.bewertung != .archivwuerdig, .archivwuerdig)
    try gang.befugt(.vernichten)
    let unten = try gang.nachfahren()
    try gang.nichtGesperrt(z)
    var zuZweit = false
    var gruende: [ObjektID: Loeschgrund] = [:]
    let baum = Teilbaum(z, unten)
    for objekt in unten + [z] where !objekt.lage.istEnde {
      let hier = Pruefgang(loeschzeile(objekt), objekt.id, k)
      gruende[objekt.id] = try pruefeLoeschung(
        objekt, baum.nachfahren(objekt.id), oben: baum.vorfahren(objekt), hier)
      zuZweit = zuZweit || objekt.lage == .bewertet || k.richtlinie.loeschenZuZweit
    }
    try gang.keineLoeschhindernisse()
    if zuZweit { try gang.zweitePerson(.zeichnungsbefugte, .registratur, .datenschutz) }
    return try loesche(z, unten, gruende, gang)
  }

  private static func loeschzeile(_ z: Schriftgutzustand) -> String {
    switch (z.lage, z.aussonderung?.bewertung) {
    case (.uebernommen, _): "P11"
    case (.bewertet, .archivwuerdig?): "P13"
    case (.bewertet, .nochZuBewerten?): "P05"
    default: "P12"
    }
  }

  private static func pruefeLoeschung(
    _ z: Schriftgutzustand, _ unten: [Schriftgutzustand], oben: [Schriftgutzustand],
    _ gang: Pruefgang
  ) throws(LifecycleFehler) -> Loeschgrund {
    let heute = gang.k.heute
    switch z.lage {
    case .uebernommen:
      try gang.verlange(z.frist?.regel.nieLoeschen != true, .dauerndAufzubewahren)
      guard let seit = z.aussonderung?.uebernommenAm,
        let ab = Kalendertag(tageszahl: seit.tageszahl + Int32(gang.k.richtlinie.karenztage))
      else { throw gang.nein(.falscheLage(z.lage.anzeige)) }
      try gang.verlange(heute >= ab, .karenzLaeuft(ab))
      // An offer may come before the end of the period (30-year guard, A30), and the hand-over too;
      // the agency keeps the file until the end all the same (FAKTEN 0, rule 1; F26).
      // No rule, no end yet and "unbefristet" are no permission either.
      let reif = ([z] + oben).compactMap(\.frist).first?.reifAb
      guard let reif else { throw gang.nein(.fristLaeuft(nil)) }
      try gang.verlange(heute >= reif, .fristLaeuft(reif))
      return .abgeliefert
    case .bewertet:
      let grund: Loeschgrund
      switch z.aussonderung?.bewertung {
      case .nichtArchivwuerdig?: grund = .nichtArchivwuerdig
      case .fristablauf?: grund = .fristablauf
      case .archivwuerdig?: throw gang.nein(.archivwuerdig)
      case .nochZuBewerten?, nil: throw gang.nein(.keineEntscheidung)
      }
      // Within one offer an A below makes everything above A, also once the A is handed over.
      let archivwuerdige = unten.filter {
        $0.aussonderung?.paket == z.aussonderung?.paket
          && $0.aussonderung?.bewertung == .archivwuerdig
      }
      try gang.verlange(archivwuerdige.isEmpty, .widerspruch(archivwuerdige.map(\.id)))
      try pruefeFristende(z, unten, oben: oben, gang)
      return grund
    case .angeboten:
      throw gang.nein(.keineEntscheidung)
    default:
      throw gang.nein(.falscheLage(z.lage.anzeige))
    }
  }

  /// The offer may come before the end of the period, the destruction may not (P12).
  ///
  /// An object without a rule of its own follows the nearest one above that goes with it: also if
  /// that one was handed over and is deleted by another row.
  private static func pruefeFristende(
    _ z: Schriftgutzustand, _ unten: [Schriftgutzustand], oben: [Schriftgutzustand] = [],
    _ gang: Pruefgang
  ) throws(LifecycleFehler) {
    try gang.verlange(
      !([z] + unten).contains { $0.frist?.regel.nieLoeschen == true }, .dauerndAufzubewahren)
    var geregelt = z
    geregelt.frist = z.frist ?? oben.compactMap(\.frist).first
    guard let reif = geregelt.reifAb(nachfahren: unten) else { throw gang.nein(.fristLaeuft(nil)) }
    try gang.verlange(gang.k.heute >= reif, .fristLaeuft(reif))
  }

  /// P14: without a single offer, by a general approval or a catalogue appraisal V for the unit.
  static func vernichteNachGenehmigung(
    _ z: Schriftgutzustand, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang("P14", z.id, k)
    try gang.befugt(.vernichten)
    try gang.verlange(z.lage == .inAufbewahrung, .falscheLage(z.lage.anzeige))
    try gang.verlange(z.aussonderung == nil, .inAussonderung)
    let unten = try gang.nachfahren()
    // Another body was asked to take the file over: it is not destroyed before the answer (A31).
    try gang.keineAbgabe(z, try gang.vorfahren() + unten)
    try gang.verlange(
      unten.allSatisfy {
        ($0.lage == .zdA || $0.lage == .inAufbewahrung || $0.lage.istEnde) && $0.aussonderung == nil
      }, .inAussonderung)
    try gang.nichtGesperrt(z)
    for objekt in [z] + unten where !objekt.lage.istEnde {
      try gang.verlange(objekt.einheit == z.einheit, .genehmigungUngueltig)
      // Proposed or once valued as worth archiving: that is for the archive to decide, one by one.
      try gang.verlange(objekt.bewertungsvorschlag != .archivieren, .archivwuerdig)
    }
    guard let einheit = k.umfeld.einheit, einheit.kennzeichen == z.einheit,
      let v = einheit.vorabbewertung, v.art == .vernichten, v.gilt(am: k.heute)
    else { throw gang.nein(.genehmigungUngueltig) }
    try pruefeFristende(z, unten, gang)
    try gang.keineLoeschhindernisse()
    try gang.zweitePerson(.zeichnungsbefugte, .registratur, .datenschutz)
    var gruende: [ObjektID: Loeschgrund] = [:]
    for objekt in unten + [z] where !objekt.lage.istEnde { gruende[objekt.id] = .genehmigung }
    return try loesche(z, unten, gruende, gang)
  }

  private static func loesche(
    _ z: Schriftgutzustand, _ unten: [Schriftgutzustand], _ gruende: [ObjektID: Loeschgrund],
    _ gang: Pruefgang
  ) throws(LifecycleFehler) -> Wirkungen {
    let heute = gang.k.heute
    var kinder: [ObjektID: [ObjektID]] = [:]
    var w = Wirkungen(gang.regel)
    for d in try gang.dokumente() where d.lage != .vernichtet {
      kinder[d.eltern, default: []].append(d.id)
      w.dokumente.append(d.vernichtet())
    }
    var eintraege: [Loeschfreigabe.Eintrag] = []
    for objekt in unten.reversed() + [z] {
      guard let grund = gruende[objekt.id] else { continue }
      w.schriftgut.append(objekt.vernichtet(Vernichtungsvermerk(grund: grund, am: heute)))
      eintraege.append(
        Loeschfreigabe.Eintrag(
          objekt: objekt.id, dokumente: kinder[objekt.id] ?? [], grund: grund))
    }
    // The object of the event first, then from the top down.
    w.schriftgut.reverse()
    w.auftraege = [.loesche(Loeschfreigabe(eintraege: eintraege, am: heute))]
    return w
  }
}

extension Vorabbewertung {
  /// True if it counts on the day.
  public func gilt(am tag: Kalendertag) -> Bool {
    !nachweis.istLeerraum && (gueltigkeit.beginn.map { $0 <= tag } ?? true)
      && (gueltigkeit.ende.map { tag <= $0 } ?? true)
  }
}
