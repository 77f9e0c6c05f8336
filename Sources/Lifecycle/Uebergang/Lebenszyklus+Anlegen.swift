// SPDX-License-Identifier: Apache-2.0
internal import Akte

extension Lebenszyklus {
  /// A01 for an Akte, A02 for everything in one.
  static func anlegen(
    _ a: Anlageangaben, _ id: ObjektID, _ vorhanden: Schriftgutzustand?, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang(a.ebene == .akte ? "A01" : "A02", id, k)
    try gang.verlange(vorhanden == nil, .kennungVergeben)
    try gang.befugt(.anlegen)
    let vorfahren = try gang.vorfahren()
    try pruefeEbene(a.ebene, in: vorfahren, gang)
    if let eltern = vorfahren.first {
      try gang.keineAbgabe(eltern, vorfahren)
      try gang.verlange(vorfahren.allSatisfy(\.lage.istOffen), .akteGeschlossen)
      if let eigene = a.einheit, eigene != eltern.einheit { try pruefeEinheit(eigene, gang) }
    } else {
      try pruefeEinheit(a.einheit, gang)
    }
    try gang.verlange(!a.betreff.istLeerraum, .betreffLeer)
    try gang.verlange(!a.kennzeichen.text.istLeerraum, .kennzeichenLeer)
    try gang.kennzeichenFrei()

    var z = neuer(a, id, vorfahren, k)
    z.papierteilOffen = a.papierteil
    var w = Wirkungen(gang.regel)
    w.schriftgut = [z] + beruehrt(vorfahren, k.heute)
    return w
  }

  /// An object with an earlier life: open or closed, with its period.
  static func uebernehmen(
    _ a: Anlageangaben, _ stand: Altstand, _ id: ObjektID, _ vorhanden: Schriftgutzustand?,
    _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    let gang = Pruefgang(a.ebene == .akte ? "A01" : "A02", id, k)
    try gang.verlange(vorhanden == nil, .kennungVergeben)
    try gang.verlange(k.akteur.hat(.system, .registratur), .nichtBefugt(.anlegen))
    let vorfahren = try gang.vorfahren()
    try pruefeEbene(a.ebene, in: vorfahren, gang)
    try gang.verlange(!a.betreff.istLeerraum, .betreffLeer)
    try gang.kennzeichenFrei()
    if let eltern = vorfahren.first {
      // No open child may come under a closed object; a closed one may, if that came in closed, too.
      let offen = vorfahren.allSatisfy(\.lage.istOffen)
      try gang.verlange(
        offen || (stand.zdADatum != nil && vorfahren.allSatisfy(\.nimmtUebernahmen)),
        .elternGeschlossen)
      try gang.keineAbgabe(eltern, vorfahren)
    }
    var z = neuer(a, id, vorfahren, k)
    z.papierteilOffen = a.papierteil
    z.hatteInhalt = stand.laufzeit.ende != nil || stand.zdADatum != nil
    z.lage = z.hatteInhalt ? .inBearbeitung : .angelegt
    z.laufzeit = stand.laufzeit
    z.einzelregel = stand.einzelregel
    z.ereignisse = stand.ereignisse
    z.bewertungsvorschlag = stand.bewertungsvorschlag
    z.weitereDateien = stand.weitereDateien
    z.letzteBearbeitung =
      stand.letzteBearbeitung ?? stand.laufzeit.ende ?? stand.zdADatum ?? k.heute
    try gang.verlange(z.letzteBearbeitung <= k.heute, .datumInZukunft)
    var w = Wirkungen(gang.regel)
    if let tag = stand.zdADatum {
      try gang.verlange(tag <= k.heute, .datumInZukunft)
      try schliesse(&z, am: tag, nachfahren: [], gang, &w)
      z.ausUebernahme = true
      if let ende = stand.transferfristende, ende >= tag {
        z.transferfristende = ende
        z.lage = .zdA
      }
      if let ende = z.transferfristende, ende < k.heute { z.lage = .inAufbewahrung }
    }
    w.schriftgut = [z]
    if let eltern = vorfahren.first, eltern.lage.istOffen {
      w.schriftgut += beruehrt(vorfahren, z.letzteBearbeitung)
    } else if !vorfahren.isEmpty, !vorfahren[0].hatteInhalt {
      var e = vorfahren[0]
      e.hatteInhalt = true
      w.schriftgut.append(e)
    }
    return w
  }

  private static func neuer(
    _ a: Anlageangaben, _ id: ObjektID, _ vorfahren: [Schriftgutzustand], _ k: Kontext
  ) -> Schriftgutzustand {
    var z = Schriftgutzustand(
      id: id, ebene: a.ebene, eltern: vorfahren.first?.id,
      einheit: a.einheit ?? vorfahren.first?.einheit ?? k.umfeld.einheit?.kennzeichen ?? "",
      kennzeichen: a.kennzeichen, am: k.heute)
    z.federfuehrung = a.federfuehrung ?? vorfahren.first?.federfuehrung
    z.selektor = a.selektor ?? vorfahren.first?.selektor
    return z
  }

  static func pruefeEbene(
    _ ebene: Ebene, in vorfahren: [Schriftgutzustand], _ gang: Pruefgang
  ) throws(LifecycleFehler) {
    if let eltern = vorfahren.first {
      try gang.nichtVernichtet(eltern)
      try gang.verlange(
        ebene.moeglicheEltern.contains(eltern.ebene), .falscheEbene(ebene, in: eltern.ebene))
      try gang.verlange(eltern.lage != .storniert, .falscheLage(eltern.lage.anzeige))
    } else {
      try gang.verlange(ebene == .akte, .falscheEbene(ebene, in: nil))
    }
    let grenze = gang.k.richtlinie.hoechsteTiefe
    try gang.verlange(vorfahren.count < grenze, .zuTief(grenze))
  }

  /// The unit may be used today; `gewuenscht` nil takes the one that is loaded.
  static func pruefeEinheit(
    _ gewuenscht: String?, _ gang: Pruefgang
  ) throws(LifecycleFehler) {
    guard let einheit = gang.k.umfeld.einheit else { throw gang.nein(.einheitUnbekannt) }
    try gang.verlange(
      gewuenscht == nil || gewuenscht == einheit.kennzeichen, .umfeldFehlt("Aktenplaneinheit"))
    try gang.verlange(!einheit.stillgelegt, .einheitStillgelegt)
    let heute = gang.k.heute
    let g = einheit.gueltigkeit
    try gang.verlange(
      (g.beginn.map { $0 <= heute } ?? true) && (g.ende.map { heute <= $0 } ?? true),
      .einheitUngueltig)
    try gang.verlange(einheit.istBlatt || !gang.k.richtlinie.nurBlaetter, .keinBlatt)
  }

  /// The objects above after something was put into them: in work, with content, processed today.
  ///
  /// Only those that change.
  static func beruehrt(
    _ vorfahren: [Schriftgutzustand], _ tag: Kalendertag, laufzeit: Kalendertag? = nil
  ) -> [Schriftgutzustand] {
    vorfahren.compactMap { alt in
      var z = alt
      z.hatteInhalt = true
      if z.lage == .angelegt { z.lage = .inBearbeitung }
      z.letzteBearbeitung = max(z.letzteBearbeitung, tag)
      if let d = laufzeit { z.laufzeit.nimm(d) }
      return z == alt ? nil : z
    }
  }
}

extension Schriftgutzustand {
  /// True if something with an earlier life may be put into it: it is open, or it came in closed
  /// itself and was not offered yet.
  ///
  /// What this house closed stays as it is (A19).
  var nimmtUebernahmen: Bool {
    lage.istOffen
      || (ausUebernahme && aussonderung == nil && (lage == .zdA || lage == .inAufbewahrung))
  }
}

extension Zeitraum {
  /// Grows so that the day lies in it.
  mutating func nimm(_ tag: Kalendertag) {
    beginn = beginn.map { min($0, tag) } ?? tag
    ende = ende.map { max($0, tag) } ?? tag
  }
}
