// SPDX-License-Identifier: Apache-2.0
import Akte
import Aktenspeicher
import Foundation
import Lifecycle
import Pruefung
import TestHilfe
import Testing

/// A store with a unit of the Aktenplan, a catalogue and some people.
struct Buehne {
  static let registratur = Akteur(kennung: "reg", name: "Registratur", rollen: [.registratur])
  static let leitung = Akteur(kennung: "leitung", name: "Leitung", rollen: [.zeichnungsbefugte])
  static let arbeit = Akteur(kennung: "sb", name: "Sachbearbeitung", rollen: [.sachbearbeitung])
  static let fach = Akteur(kennung: "fa", name: "Fachadministration", rollen: [.fachadministration])

  static let katalog = """
    id;aktenplan;betreff;selektor;dauer;einheit;startregel;bezug;mindestbis;aussonderungsart;rechtsgrundlage;basis;gueltigAb;gueltigBis;wirkung;nieLoeschen
    B02;00.12;Organisation;;5;J;jahresende;zdA;;V;Beispiel;ortsrecht;2020-01-01;;nurNeue;nein
    B03;02.30;Satzungen;;30;J;jahresende;zdA;;A;Beispiel;ortsrecht;2020-01-01;;nurNeue;nein

    """

  let speicher: Speicher
  var heute: Kalendertag
  var zufall: Zufall
  private var nummer = 0

  init(
    _ ordner: URL, startwert: UInt64 = 1, kennung: String = "test", loeschbuch: String? = nil
  ) throws {
    zufall = Zufall(startwert)
    heute = try #require(Kalendertag(2026, 3, 2))
    speicher = try Speicher.lege(
      ordner.appendingPathComponent("sp").path, kennung: kennung, loeschbuch: loeschbuch)
    for (kennzeichen, name) in [("00.12", "Organisation"), ("02.30", "Satzungen")] {
      try tu(
        .einheit(
          ziel: kennzeichen,
          ereignis: .anlegen(angaben: Einheitszustand(kennzeichen: kennzeichen, bezeichnung: name))),
        Self.fach)
    }
    let befunde = try speicher.nimmKatalog(
      Array(Self.katalog.utf8), version: "2020", gueltigAb: try #require(Kalendertag(2020, 1, 1)),
      von: Self.fach, kopf())
    #expect(!befunde.contains { $0.schwere == .fehler })
  }

  mutating func kopf() -> Ereigniskopf {
    nummer += 1
    let zeit = Int64(heute.tageszahl) * 86_400_000 + 43_200_000 + Int64(nummer)
    // swift-format-ignore: NeverForceUnwrap
    return Ereigniskopf(id: .zufaellig(&zufall), zeitpunkt: Zeitpunkt(unixMillisekunden: zeit)!)
  }

  @discardableResult
  mutating func tu(_ ereignis: Ereignis, _ akteur: Akteur = arbeit) throws -> Vollzug {
    try speicher.vollziehe(Handlung(ereignis, akteur: akteur, heute: heute), kopf())
  }

  mutating func akte(_ betreff: String = "Ortsrecht", einheit: String = "00.12") throws -> ObjektID
  {
    let id = ObjektID.zufaellig(&zufall)
    var wunsch = Anlagewunsch(.akte, id: id, betreff: betreff)
    wunsch.einheit = einheit
    _ = try speicher.legeAn(wunsch, von: Self.arbeit, am: heute, kopf())
    return id
  }

  mutating func vorgang(in eltern: ObjektID, _ betreff: String = "Anfrage") throws -> ObjektID {
    let id = ObjektID.zufaellig(&zufall)
    _ = try speicher.legeAn(
      Anlagewunsch(.vorgang, id: id, betreff: betreff, in: eltern), von: Self.arbeit, am: heute,
      kopf())
    return id
  }

  mutating func dokument(
    _ name: String, _ inhalt: String, in eltern: ObjektID
  ) throws -> ObjektID {
    let id = ObjektID.zufaellig(&zufall)
    let tag = heute
    try speicher.vollziehe(mit: Dateieingang(.bytes(Array(inhalt.utf8)), dateiname: name), kopf()) {
      Handlung(
        .dokument(
          ziel: id, in: eltern,
          ereignis: .anlegen(
            angaben: Dokumentanlage(fassung: $0, betreff: name, dokumentdatum: tag))),
        akteur: Self.arbeit, heute: tag)
    }
    return id
  }

  func faellige() throws -> [ObjektID] {
    var ids: [ObjektID] = []
    try speicher.jedesFaellige(am: heute) {
      ids.append($0.id)
      return true
    }
    return ids
  }

  /// The findings of a complete check as text.
  func pruefe() throws -> [String] {
    var befunde: [String] = []
    try speicher.pruefe { befunde.append("\($0.regel) \($0.meldung)") }
    if !befunde.isEmpty { print(befunde) }
    return befunde
  }
}
