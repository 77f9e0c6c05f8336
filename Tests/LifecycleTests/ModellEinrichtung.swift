// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle

/// Policy, Aktenplan and catalogue of a world, different in each.
extension Modellwelt {
  /// Units in which Akten are made; `10` is no leaf, the others begin or end some day.
  static let einheiten = ["10", "10.1", "10.2", "10.3", "20.1", "30.1"]

  mutating func richteEin() {
    var r = Richtlinie()
    r.nurBlaetter = chance(80)
    r.sachbearbeitungSchliesstVorgang = chance(80)
    r.sachbearbeitungSchliesstAkte = chance(70)
    r.dokumentpflicht = chance(70)
    r.regelpflicht = chance(60)
    r.transferfristMonate = eines([12, 12, 24, 1, 0])
    r.sperreAufhebenDurchAndere = chance(60)
    r.loeschenZuZweit = chance(40)
    r.karenztage = eines([0, 30, 30, 365])
    if chance(75) {
      r.bewertungsfrist = Bewertungsfrist(
        monate: eines([1, 6, 12]), ausloeser: chance(70) ? .eingang : .versand,
        verschiebtWochenende: chance(40))
    }
    r.vereinbarteWerte = ["X": .archivieren, "K": .vernichten, "?": .bewerten]
    r.hoechsteDateigroesse = eines([nil, 900])
    r.hoechsteTiefe = eines([5, 5, 4, 3])
    modell.richtlinie = r
    for e in Self.einheiten { modell.regeln[e] = regel(e) }
    if chance(50) { modell.regeln["10.2"] = nil }
  }

  /// The units as events, so that a replay makes them, too.
  mutating func einheitsereignisse() -> [Ereignis] {
    Self.einheiten.map { k in
      var g = Zeitraum()
      if k == "20.1" { g.ende = Kalendertag(2035, 6, 30) }
      if k == "30.1" { g.beginn = Kalendertag(2010, 1, 1) }
      return .einheit(
        ziel: k,
        ereignis: .anlegen(
          angaben: Einheitszustand(
            kennzeichen: k, bezeichnung: "Einheit \(k)", gueltigkeit: g, istBlatt: k != "10")))
    }
  }

  /// A rule of the catalogue; mostly a few years from the end of the year.
  mutating func regel(_ id: String) -> Fristregel {
    var r = Fristregel(
      herkunft: .katalogzeile(id: id, katalog: "v1"), dauer: .jahre(w(11)),
      aussonderungsart: eines([.bewerten, .archivieren, .vernichten]),
      basis: eines([.ortsrecht, .gesetz]))
    switch w(16) {
    case 0:
      r.startregel = .taggenau
      r.dauer = .monate(1 + w(60))
    case 1: r.bezug = .letzterVorgang
    case 2:
      r.startregel = .ereignis
      r.bezug = .ereignis("Rechtskraft")
    case 3: r.bezug = .letzteBearbeitung
    case 4: r.mindestBis = .ereignis("Rechtskraft", monate: w(12))
    case 5: r.dauer = .jahre(30)
    case 6: r.dauer = .unbefristet
    case 7: r.nieLoeschen = true
    default: break
    }
    return r
  }
}
