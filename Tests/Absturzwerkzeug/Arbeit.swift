// SPDX-License-Identifier: Apache-2.0
import Akte
import Aktenspeicher
import Foundation
import Lifecycle
import TestHilfe

/// Does one thing after the other in a store, chosen by a seed, and acknowledges each.
struct Arbeit {
  static let registratur = Akteur(kennung: "reg", name: "Registratur", rollen: [.registratur])
  static let leitung = Akteur(kennung: "leitung", name: "Leitung", rollen: [.zeichnungsbefugte])
  static let arbeit = Akteur(kennung: "sb", name: "Sachbearbeitung", rollen: [.sachbearbeitung])
  static let fach = Akteur(kennung: "fa", name: "Fach", rollen: [.fachadministration])

  static let katalog = """
    id;aktenplan;betreff;selektor;dauer;einheit;startregel;bezug;mindestbis;aussonderungsart;rechtsgrundlage;basis;gueltigAb;gueltigBis;wirkung;nieLoeschen
    B02;00.12;Organisation;;5;J;jahresende;zdA;;V;Beispiel;ortsrecht;2020-01-01;;nurNeue;nein

    """

  let ordner: String
  var speicher: Speicher
  var zufall: Zufall
  var quittung: Quittung
  private let lauf: UInt64
  private var nummer: Int64 = 0
  /// The day of work, and the day on which everything is due.
  let heute: Kalendertag
  let spaeter: Kalendertag

  init(_ ordner: String, lauf: UInt64, seed: UInt64, quittung: String) throws {
    self.ordner = ordner
    self.lauf = lauf
    zufall = Zufall(seed)
    self.quittung = try Quittung(quittung)
    guard let heute = Kalendertag(2026, 3, 2), let spaeter = Kalendertag(2033, 1, 1) else {
      throw SpeicherFehler.keinSpeicher(ordner: ordner, grund: "Kalender")
    }
    self.heute = heute
    self.spaeter = spaeter
    self.quittung.beginne("oeffnen")
    let neu = !FileManager.default.fileExists(atPath: ordner)
    speicher =
      neu
      ? try Speicher.lege(ordner, kennung: "Absturz") : try Speicher(ordner)
    self.quittung.beende("oeffnen")
    try richteEin()
  }

  /// A unit that the archive does not want, and a catalogue; carries on where it was interrupted.
  private mutating func richteEin() throws {
    quittung.beginne("einrichten")
    if try speicher.einheit("00.12") == nil {
      try tu(
        .einheit(
          ziel: "00.12",
          ereignis: .anlegen(
            angaben: Einheitszustand(kennzeichen: "00.12", bezeichnung: "Organisation"))),
        Self.fach)
    }
    if try speicher.einheit("00.12")?.vorabbewertung == nil {
      try tu(
        .einheit(
          ziel: "00.12",
          ereignis: .vorabbewerten(bewertung: Vorabbewertung(nachweis: "GB 1", art: .vernichten))),
        Self.registratur)
    }
    if try speicher.kataloge().kataloge.isEmpty { try ladeKatalog("1") }
    quittung.beende("einrichten")
  }

  mutating func kopf() throws -> Ereigniskopf {
    nummer += 1
    // Later runs have later instants: the Protokoll does not run backwards.
    let zeit = 1_772_000_000_000 + Int64(lauf) * 10_000_000 + nummer
    guard let zeitpunkt = Zeitpunkt(unixMillisekunden: zeit) else {
      throw SpeicherFehler.keinSpeicher(ordner: ordner, grund: "Zeit")
    }
    let kopf = Ereigniskopf(id: .zufaellig(&zufall), zeitpunkt: zeitpunkt)
    quittung.merke(kopf.id)
    return kopf
  }

  mutating func tu(
    _ ereignis: Ereignis, _ akteur: Akteur, zweite: Akteur? = nil, am tag: Kalendertag? = nil
  ) throws {
    do {
      try speicher.vollziehe(
        Handlung(ereignis, akteur: akteur, zweitePerson: zweite, heute: tag ?? heute), try kopf())
    } catch is Vollzugsablehnung {
      // A refusal is an entry of the Protokoll, too.
    }
  }

  mutating func ladeKatalog(_ version: String, ab jahr: Int = 2020) throws {
    guard let ab = Kalendertag(jahr, 1, 1) else { return }
    _ = try speicher.nimmKatalog(
      Array(Self.katalog.utf8), version: version, gueltigAb: ab, von: Self.fach, try kopf())
  }
}
