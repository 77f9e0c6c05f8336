// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aussonderung
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// Shows a process with its messages and the list of objects.
struct Archivanzeige {
  let json: Bool

  /// Shows a process.
  ///
  /// - Parameters:
  ///   - v: The process.
  ///   - liste: Its objects.
  ///   - satz: What was just done; nil to show only.
  ///   - uebernahme: The numbers of what was just taken over; they are part of the line of JSON.
  /// - Throws: ``Ausgabefehler``.
  func zeige(
    _ v: Verfahren, _ liste: Objektliste, _ satz: String?, _ uebernahme: Uebernahmebericht? = nil
  ) throws {
    let bewertbar = liste.eintraege.filter { !$0.istKontext }
    let a = bewertbar.filter { $0.entscheidung == .archivwuerdig }.count
    let nein = bewertbar.filter { $0.entscheidung == .nichtArchivwuerdig }.count
    let da = bewertbar.filter { $0.uebernahme == .uebernommen }.count
    let gescheitert = bewertbar.compactMap { e -> (Objekteintrag, String)? in
      if case .gescheitert(let grund)? = e.uebernahme { (e, grund) } else { nil }
    }
    if json {
      var o = JSONObjekt()
      o.setze("werkzeug", Werkzeug.kennung)
      o.setze("schemaVersion", 1)
      o.setze("prozess", v.prozess.text)
      o.setze("seite", v.seite.rawValue)
      o.setze("art", v.art.rawValue)
      o.setze("nachrichten", v.nachrichten.map { "\($0.typ.rawValue) \($0.stand.rawValue)" })
      o.setze("objekte", bewertbar.count)
      o.setze("archivwuerdig", a)
      o.setze("nichtArchivwuerdig", nein)
      o.setze("offen", liste.unentschieden.count)
      o.setze("uebernommen", da)
      o.setze("gescheitert", gescheitert.count)
      if let u = uebernahme {
        o.setze("dateien", u.dateien)
        o.setze("bytes", Int(u.bytes))
        o.setze("pruefsummenVerglichen", u.verglichen)
        o.setze("ohnePruefsumme", u.ohnePruefsumme)
        o.setze("pruefsummeNichtVergleichbar", u.nichtVergleichbar)
        o.setze("dateienBeschaedigt", u.beschaedigt)
        o.setze("dateienFehlend", u.fehlend)
        o.setze("jetztGescheitert", u.gescheitert.map { "\($0.id)" })
        o.setze("fehlend", u.vollzaehligkeit.fehlend.map { "\($0.id)" })
        o.setze("ueberzaehlig", u.vollzaehligkeit.ueberzaehlig.map { "\($0.id)" })
      }
      try Ausgabe.zeile(o.text)
      return
    }
    if let satz { try Ausgabe.zeile(satz) }
    try Ausgabe.zeile(
      "Prozess \(v.prozess) (\(v.art.anzeige), "
        + "\((v.vereinbarung.behoerde.institution?.name ?? "Behörde").sichtbar) → "
        + "\((v.vereinbarung.archiv.institution?.name ?? "Archiv").sichtbar), "
        + "begonnen am \(v.begonnenAm.anzeige))")
    try Verfahrensanzeige(json: false).zeigeNachrichten(v)
    if !bewertbar.isEmpty {
      try Ausgabe.zeile(
        "  Objekte: \(bewertbar.count.deutsch), davon \(a.deutsch) A, \(nein.deutsch) V, "
          + "\(liste.unentschieden.count.deutsch) ohne Entscheidung; \(da.deutsch) übernommen")
    }
    for (e, grund) in gescheitert.prefix(20) {
      try Ausgabe.zeile(
        "  Gescheitert: \((e.kennzeichen ?? e.id.text).sichtbar): \(grund.sichtbar)")
    }
    for a in v.ablehnungen.suffix(20) {
      try Ausgabe.zeile("  Ausgelassen am \(a.am.anzeige): \(a.objekt): \(a.text.sichtbar)")
    }
  }
}
