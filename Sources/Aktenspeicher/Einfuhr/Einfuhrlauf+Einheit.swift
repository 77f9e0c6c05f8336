// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Xdomea

extension Einfuhrlauf {
  /// Which Aktenplaneinheit an object belongs to.
  enum Einheitswahl {
    /// This one; nil takes that of the object above.
    case gilt(String?)
    /// None that the store knows; why, in German.
    case unbekannt(String)
  }

  /// Chooses the unit, and makes it if that is wanted.
  func einheit(
    _ zeile: Einfuhrzeile, in eltern: Schriftgutzustand?, _ gang: Vollzugsgang<Zufallsvorrat>
  ) throws -> Einheitswahl {
    let verweis = zeile.objekt.allgemeineMetadaten?.aktenplaneinheit
    let genannt = verweis?.kennzeichen.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    if let eltern {
      guard let genannt, genannt != eltern.einheit else { return .gilt(nil) }
      if try sichere(genannt, verweis, gang) { return .gilt(genannt) }
      bericht.weiseHin(.fremdeEinheit, zeile.bezeichnung)
      return .gilt(nil)
    }
    guard let kennzeichen = genannt ?? optionen.einheit else {
      return .unbekannt(
        "Die Quelle nennt keine Aktenplaneinheit. Nennen Sie mit »--einheit« die, zu der Akten ohne "
          + "eigene Angabe gehören.")
    }
    if try sichere(kennzeichen, verweis, gang) { return .gilt(kennzeichen) }
    return .unbekannt(
      "Die Aktenplaneinheit »\(kennzeichen)« gibt es im Speicher nicht. Legen Sie sie an, oder "
        + "importieren Sie mit »--einheiten-anlegen«.")
  }

  /// True if the unit is there, perhaps since now.
  private func sichere(
    _ kennzeichen: String, _ verweis: Aktenplanverweis?, _ gang: Vollzugsgang<Zufallsvorrat>
  ) throws -> Bool {
    if try gang.quelle.einheit(kennzeichen) != nil { return true }
    guard optionen.einheitenAnlegen else { return false }
    let bezeichnung = [verweis?.inhaltsangabe, verweis?.betreffKurz].compactMap(\.self)
      .first { !$0.allSatisfy(\.isWhitespace) }
    return try lege(
      Einheitszustand(kennzeichen: kennzeichen, bezeichnung: bezeichnung ?? kennzeichen), gang)
  }

  /// Makes a unit; false if that is refused.
  func lege(
    _ einheit: Einheitszustand, _ gang: Vollzugsgang<Zufallsvorrat>
  ) throws -> Bool {
    let handlung = Handlung(
      .einheit(ziel: einheit.kennzeichen, ereignis: .anlegen(angaben: einheit)),
      akteur: optionen.akteur, heute: optionen.heute)
    let id = ableitung.kennung(
      "einheit", einheit.kennzeichen + "\u{0}" + optionen.zeitpunkt.text, Ereignisbezug.self)
    do {
      _ = try gang.vollziehe(handlung, kopf(id), Beilage(grund: herkunft))
    } catch is LifecycleFehler {
      return false
    }
    bericht.einheiten += 1
    return true
  }

  /// Makes the units of an Aktenplan that the store does not know.
  func nimm(_ plan: Aktenplan) throws {
    guard optionen.einheitenAnlegen else {
      bericht.weiseHin(.aktenplan, plan.bezeichnung)
      return
    }
    try schreibeWartende()
    try speicher.mitVollzug { gang in
      var stapel = Array(plan.einheiten.reversed())
      while let e = stapel.popLast() {
        stapel += e.einheiten.reversed()
        guard let kennzeichen = e.angaben.kennzeichen, !kennzeichen.allSatisfy(\.isWhitespace),
          try gang.quelle.einheit(kennzeichen) == nil
        else { continue }
        _ = try lege(
          Einheitszustand(
            kennzeichen: kennzeichen,
            bezeichnung: e.angaben.inhaltsangabe ?? e.angaben.betreffKurz ?? kennzeichen,
            gueltigkeit: e.gueltigkeit ?? Zeitraum(), istBlatt: e.einheiten.isEmpty), gang)
      }
    }
  }
}
