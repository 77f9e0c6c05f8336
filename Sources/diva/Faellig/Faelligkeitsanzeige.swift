// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// Prints what is due, object by object; memory does not grow with their number.
struct Faelligkeitsanzeige {
  private let nachschlag: Speicher
  private let heute: Kalendertag
  private let warum: Bool
  private let nurFreie: Bool
  private let json: Bool

  /// What is due is looked up in `nachschlag`: the store once more, since another one is listing.
  init(_ nachschlag: Speicher, heute: Kalendertag, warum: Bool, nurFreie: Bool, json: Bool) {
    self.nachschlag = nachschlag
    self.heute = heute
    self.warum = warum
    self.nurFreie = nurFreie
    self.json = json
  }

  /// What is due, and the numbers.
  func zeigeFaellige(_ speicher: Speicher) throws {
    let zahlen = try speicher.jedesFaellige(am: heute) { f in
      if !nurFreie || f.hindernisse.isEmpty { try zeige(f) }
      return true
    }
    guard json else {
      try Ausgabe.zeile(
        "Fällig am \(heute.anzeige): \((zahlen.frei + zahlen.blockiert).deutsch), davon frei: "
          + "\(zahlen.frei.deutsch), blockiert: \(zahlen.blockiert.deutsch)")
      return
    }
    var o = kopf()
    o.setze("am", heute.text)
    o.setze("frei", zahlen.frei)
    o.setze("blockiert", zahlen.blockiert)
    try Ausgabe.zeile(o.text)
  }

  /// What must be offered soon, and how much it is.
  func zeigeAnzubietende(_ speicher: Speicher) throws {
    let vorlauf = try nachschlag.richtlinie().waechterVorlaufMonate
    let bis = heute.nach(monaten: vorlauf) ?? heute
    var anzahl = 0
    var vorbei = 0
    try speicher.jedesAnzubietende(bis: bis) { bild, spaetestens in
      anzahl += 1
      vorbei += spaetestens < heute ? 1 : 0
      try zeige(bild, spaetestens)
      return true
    }
    guard json else {
      try Ausgabe.zeile(
        "Anzubieten bis \(bis.anzeige): \(anzahl.deutsch), davon zu spät: \(vorbei.deutsch)")
      return
    }
    var o = kopf()
    o.setze("bis", bis.text)
    o.setze("anzubieten", anzahl)
    o.setze("zuSpaet", vorbei)
    try Ausgabe.zeile(o.text)
  }

  private func kopf() -> JSONObjekt {
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    return o
  }

  private func zeige(_ f: Faelligkeit) throws {
    let saetze = warum ? try begruendung(f) : []
    let nennung = Nennung(nachschlag)
    guard json else {
      try Ausgabe.zeile(
        "\(f.kennzeichen)  \(f.ebene.anzeige), aussondern ab \(f.reifAb.anzeige): \(f.betreff ?? "")"
          .sichtbar)
      for h in f.hindernisse {
        try Ausgabe.zeile("  Blockiert: \(nennung.lesbar(h.meldung)) \(h.abhilfe)".sichtbar)
      }
      for satz in saetze { try Ausgabe.zeile("  \(satz)".sichtbar) }
      return
    }
    var o = kopf()
    o.setze("id", f.id.text)
    o.setze("ebene", f.ebene.wort)
    o.setze("kennzeichen", f.kennzeichen)
    o.setze("betreff", f.betreff)
    o.setze("reifAb", f.reifAb.text)
    o.setze("spaetestensAnbieten", f.zustand.frist?.spaetestensAnbieten?.text)
    o.setze(
      "hindernisse",
      f.hindernisse.map { h in
        var g = JSONObjekt()
        g.setze("grund", h.code)
        g.setze("meldung", nennung.lesbar(h.meldung))
        return g
      })
    if warum { o.setze("begruendung", saetze) }
    try Ausgabe.zeile(o.text)
  }

  private func begruendung(_ f: Faelligkeit) throws -> [String] {
    var saetze = try nachschlag.begruendung(f.id)?.begruendung.saetze ?? []
    if let eigene = f.zustand.frist?.reifAb, eigene < f.reifAb {
      saetze.append(
        "Was darin liegt, ist länger aufzubewahren; als Ganzes ist es ab dem \(f.reifAb.anzeige) "
          + "auszusondern.")
    }
    return saetze
  }

  private func zeige(_ bild: Objektbild, _ spaetestens: Kalendertag) throws {
    guard json else {
      try Ausgabe.zeile(
        "\(bild.kennzeichen ?? bild.id.text)  \(bild.ebene.anzeige), \(bild.lage), spätestens anbieten "
          .sichtbar
          + "\(spaetestens.anzeige)\(spaetestens < heute ? " (zu spät)" : "")"
          + ": \(bild.betreff ?? "")".sichtbar)
      return
    }
    var o = kopf()
    o.setze("id", bild.id.text)
    o.setze("ebene", bild.ebene.wort)
    o.setze("kennzeichen", bild.kennzeichen)
    o.setze("betreff", bild.betreff)
    o.setze("lage", bild.lage)
    o.setze("spaetestensAnbieten", spaetestens.text)
    o.setze("zuSpaet", spaetestens < heute)
    try Ausgabe.zeile(o.text)
  }
}
