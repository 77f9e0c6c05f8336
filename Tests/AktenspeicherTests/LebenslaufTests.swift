// SPDX-License-Identifier: Apache-2.0
import Akte
import Aktenspeicher
import Foundation
import Lifecycle
import Pruefung
import TestHilfe
import Testing

/// One file's life in the store, from the first letter to its destruction.
@Suite("Lebenslauf im Speicher")
struct LebenslaufTests {
  @Test("Anlegen, Dokument, Mitzeichnung, zdA, fällig, Anbieten, V, Vernichten, Prüfen")
  func ganzerWeg() throws {
    try mitTemporaeremOrdner { ordner in
      var buehne = try Buehne(ordner)
      let akte = try buehne.akte()
      let vorgang = try buehne.vorgang(in: akte)
      let dokument = try buehne.dokument("Bescheid.txt", "Der Bescheid", in: vorgang)
      let hash = try #require(try buehne.speicher.objekt(dokument)?.dateien.first)

      try buehne.tu(
        .dokument(
          ziel: dokument, in: nil,
          ereignis: .verfuegen(schritte: [Schrittvorgabe(.mitzeichnung, adressat: "mueller")])))
      #expect(throws: Vollzugsablehnung.self) {
        try buehne.tu(
          .schriftgut(
            ziel: vorgang, in: nil,
            ereignis: .zdA(verfuegung: ZdAVerfuegung(datum: buehne.heute))))
      }
      try buehne.tu(
        .dokument(ziel: dokument, in: nil, ereignis: .erledigen(schritt: 1, vermerk: "gesehen")),
        Akteur(kennung: "mueller", rollen: [.sachbearbeitung]))
      let fassung = try #require(hash.hash.pruefsumme)
      try buehne.tu(
        .dokument(ziel: dokument, in: nil, ereignis: .schlusszeichnen(fassung: fassung)),
        Buehne.leitung)
      try buehne.tu(
        .schriftgut(
          ziel: akte, in: nil,
          ereignis: .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: buehne.heute))),
        Buehne.registratur)
      #expect(try buehne.speicher.objekt(akte)?.reifAb == Kalendertag(2032, 1, 1))
      #expect(try buehne.faellige() == [])

      buehne.heute = try #require(Kalendertag(2032, 1, 1))
      let lauf = try buehne.speicher.fristlauf(am: buehne.heute) { buehne.kopf() }
      #expect(lauf.inAufbewahrung == 2)
      #expect(try buehne.faellige() == [akte])

      let paket = PaketID.zufaellig(&buehne.zufall)
      let angebot = NachrichtenID.zufaellig(&buehne.zufall)
      try buehne.tu(
        .paket(
          ziel: paket,
          ereignis: .angebotErstellen(
            prozess: .zufaellig(&buehne.zufall), objekte: [akte], anlass: .fristende)),
        Buehne.registratur)
      try buehne.tu(
        .paket(ziel: paket, ereignis: .anbieten(nachricht: angebot, schemagueltig: true)),
        Buehne.registratur)
      try buehne.tu(
        .paket(
          ziel: paket,
          ereignis: .bewertung(
            nachricht: .zufaellig(&buehne.zufall), antwortAuf: angebot,
            entscheidungen: [
              Bewertungsentscheidung(akte, "V"), Bewertungsentscheidung(vorgang, "V"),
            ])), Akteur(kennung: "archiv", rollen: [.archiv]))
      #expect(try buehne.pruefe() == [])

      let vollzug = try buehne.speicher.vollziehe(
        Handlung(
          .schriftgut(ziel: akte, in: nil, ereignis: .vernichten), akteur: Buehne.registratur,
          zweitePerson: Buehne.leitung, heute: buehne.heute), buehne.kopf())
      let nachweis = try #require(vollzug.vernichtung)
      #expect(nachweis.anzahlDateien == 1)
      #expect(try nachweis.istUnversehrt())
      #expect(try buehne.speicher.objekt(akte)?.lage == "vernichtet")
      #expect(try buehne.speicher.objekt(dokument)?.betreff == nil)
      #expect(throws: SpeicherFehler.self) { _ = try buehne.speicher.oeffne(hash.hash) }
      // The chain stands, but nobody can read any more who did what.
      var lesbare = 0
      try buehne.speicher.protokoll(ueber: dokument) { bild in
        lesbare += bild.nutzlast == nil ? 0 : 1
        return true
      }
      #expect(lesbare == 1)  // the destruction itself, under the key of its proof
      #expect(try buehne.pruefe() == [])
      let buch = try String(contentsOfFile: buehne.speicher.loeschbuch, encoding: .utf8)
      #expect(buch.contains(akte.text) && buch.contains(hash.hash.hex))
    }
  }

  @Test("Dasselbe Ereignis zweimal ist einmal geschehen")
  func idempotent() throws {
    try mitTemporaeremOrdner { ordner in
      var buehne = try Buehne(ordner)
      let akte = try buehne.akte()
      let kopf = buehne.kopf()
      let handlung = Handlung(
        .schriftgut(
          ziel: akte, in: nil,
          ereignis: .federfuehrungAendern(neu: "Bauamt")), akteur: Buehne.registratur,
        heute: buehne.heute)
      #expect(try !buehne.speicher.vollziehe(handlung, kopf).warSchonGeschehen)
      #expect(try buehne.speicher.vollziehe(handlung, kopf).warSchonGeschehen)
      #expect(try buehne.pruefe() == [])
    }
  }
}
