// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Aktenspeicher
import Aussonderung
import Foundation
import Lifecycle
import Pruefung
import TestHilfe
import Testing
import Xdomea

/// An agency with a store, an archive, and two folders between them.
final class Buehne {
  static let registratur = Akteur(kennung: "reg", name: "Registratur", rollen: [.registratur])
  static let leitung = Akteur(kennung: "leitung", name: "Leitung", rollen: [.zeichnungsbefugte])
  static let arbeit = Akteur(kennung: "sb", name: "Sachbearbeitung", rollen: [.sachbearbeitung])
  static let fach = Akteur(kennung: "fa", name: "Fachadministration", rollen: [.fachadministration])
  static let archivarin = Akteur(kennung: "arc", name: "Archiv", rollen: [.archiv])

  static let katalog = """
    id;aktenplan;betreff;selektor;dauer;einheit;startregel;bezug;mindestbis;aussonderungsart;rechtsgrundlage;basis;gueltigAb;gueltigBis;wirkung;nieLoeschen
    B02;00.12;Organisation;;5;J;jahresende;zdA;;B;Beispiel;ortsrecht;2020-01-01;;nurNeue;nein

    """

  let speicher: Speicher
  let wurzel: URL
  let fassung: XdomeaFassung
  var heute = Kalendertag(2026, 3, 2)!
  var zufall: Zufall
  private var nummer = 0

  init(_ ordner: URL, _ fassung: XdomeaFassung = .v400, startwert: UInt64 = 1) throws {
    wurzel = ordner
    self.fassung = fassung
    zufall = Zufall(startwert)
    speicher = try Speicher.lege(ordner.appendingPathComponent("sp").path, kennung: "test")
    try tu(
      .einheit(
        ziel: "00.12",
        ereignis: .anlegen(
          angaben: Einheitszustand(kennzeichen: "00.12", bezeichnung: "Organisation"))),
      Self.fach)
    let befunde = try speicher.nimmKatalog(
      Array(Self.katalog.utf8), version: "2020", gueltigAb: Kalendertag(2020, 1, 1)!,
      von: Self.fach, kopf())
    #expect(!befunde.contains { $0.schwere == .fehler })
    var richtlinie = Richtlinie()
    richtlinie.bewertungsfrist = Bewertungsfrist(
      monate: 6, ausloeser: .eingang, verschiebtWochenende: false)
    try speicher.setze(richtlinie, von: Self.fach, kopf())
  }

  /// A stage whose store lies in the folder already, with everything due.
  init(vorhanden ordner: URL, _ fassung: XdomeaFassung, startwert: UInt64) throws {
    wurzel = ordner
    self.fassung = fassung
    zufall = Zufall(startwert)
    speicher = try Speicher(ordner.appendingPathComponent("sp").path)
    heute = Kalendertag(2032, 1, 1)!
    nummer = 100_000
  }

  var zeitpunkt: Zeitpunkt {
    nummer += 1
    return Zeitpunkt(
      unixMillisekunden: Int64(heute.tageszahl) * 86_400_000 + 43_200_000 + Int64(nummer))!
  }

  func kopf() -> Ereigniskopf { Ereigniskopf(id: .zufaellig(&zufall), zeitpunkt: zeitpunkt) }

  func wer(_ akteur: Akteur = registratur, mit zweite: Akteur? = nil) -> Handelnde {
    Handelnde(akteur, zweitePerson: zweite, heute: heute, zeitpunkt: zeitpunkt)
  }

  @discardableResult
  func tu(_ ereignis: Ereignis, _ akteur: Akteur = arbeit) throws -> Vollzug {
    try speicher.vollziehe(Handlung(ereignis, akteur: akteur, heute: heute), kopf())
  }

  func lege(_ ebene: Ebene, _ betreff: String, in eltern: ObjektID? = nil) throws -> ObjektID {
    let id = ObjektID.zufaellig(&zufall)
    var wunsch = Anlagewunsch(ebene, id: id, betreff: betreff, in: eltern)
    if eltern == nil { wunsch.einheit = "00.12" }
    _ = try speicher.legeAn(wunsch, von: Self.arbeit, am: heute, kopf())
    return id
  }

  @discardableResult
  func dokument(_ name: String, _ inhalt: String, in eltern: ObjektID) throws -> ObjektID {
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

  /// An Akte with `vorgaenge` Vorgänge of two documents each, closed on the day.
  func akte(_ betreff: String = "Ortsrecht", vorgaenge: Int = 2) throws -> (ObjektID, [ObjektID]) {
    let akte = try lege(.akte, betreff)
    var alle: [ObjektID] = []
    for i in 1...max(1, vorgaenge) {
      let v = try lege(.vorgang, "\(betreff), Vorgang \(i)", in: akte)
      try dokument("Anfrage.txt", "\(betreff) \(i) Anfrage", in: v)
      try dokument("Bescheid.txt", "\(betreff) \(i) Bescheid", in: v)
      alle.append(v)
    }
    try tu(
      .schriftgut(
        ziel: akte, in: nil, ereignis: .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: heute))),
      Self.registratur)
    return (akte, alle)
  }

  /// The years pass until everything is due.
  func warte() throws {
    heute = Kalendertag(2032, 1, 1)!
    try speicher.fristlauf(am: heute) { kopf() }
  }

  func pfad(_ name: String) -> String { wurzel.appendingPathComponent(name).path }

  var vereinbarung: Vereinbarung {
    Vereinbarung(
      behoerde: Kontakt(institution: "Gemeinde Musterdorf"),
      archiv: Kontakt(institution: "Kreisarchiv"), fassung: fassung)
  }

  func behoerdenfach() throws -> Transferordner {
    try Transferordner(
      eingang: pfad("zur-behoerde"), ausgang: pfad("zum-archiv"), quarantaene: pfad("quarantaene-b")
    )
  }

  func archivfach() throws -> Transferordner {
    try Transferordner(
      eingang: pfad("zum-archiv"), ausgang: pfad("zur-behoerde"), quarantaene: pfad("quarantaene-a")
    )
  }

  var schemata: Schemata { Schemata(ordner: Gemeinsam.schemata.path) }

  func behoerde() throws -> Behoerde {
    Behoerde(
      bestand: speicher, ordner: try Verfahrensordner(pfad("behoerde")),
      ausgang: try behoerdenfach(), schemata: schemata)
  }

  func archiv() throws -> Archiv {
    Archiv(
      ordner: try Verfahrensordner(pfad("archiv")), ausgang: try archivfach(), schemata: schemata)
  }

  /// What lies in the store is in order.
  func pruefe() throws -> [String] {
    var befunde: [String] = []
    try speicher.pruefe { befunde.append("\($0.regel) \($0.meldung)") }
    return befunde
  }

  func lage(_ id: ObjektID) throws -> Lage? { try speicher.schriftgut(id)?.lage }
}
