// SPDX-License-Identifier: Apache-2.0
import Akte
import Aktenspeicher
import Foundation
import Lifecycle
import TestHilfe
import Testing

/// The effective due day of an Akte, over objects below that have no rule of their own (FAKTEN 2.6).
@Suite("Wirksame Reife")
struct WirksameReifeTests {
  static let katalog = """
    id;aktenplan;betreff;selektor;dauer;einheit;startregel;bezug;mindestbis;aussonderungsart;rechtsgrundlage;basis;gueltigAb;gueltigBis;wirkung;nieLoeschen
    X1;00.12;Akten;akte;5;J;jahresende;zdA;;V;Beispiel;ortsrecht;2020-01-01;;nurNeue;nein
    X2;00.12;Ereignis;ereignis;5;J;jahresende;ereignis:Feststellung;;V;Beispiel;ortsrecht;2020-01-01;;nurNeue;nein

    """

  /// Akte with a rule, in it `breite` Vorgänge without one, in the last of them a Teilvorgang that
  /// waits for an event.
  private func baum(
    _ ordner: URL, breite: Int = 1
  ) throws -> (buehne: Buehne, akte: ObjektID, teilvorgang: ObjektID) {
    var buehne = try Buehne(ordner)
    _ = try buehne.speicher.nimmKatalog(
      Array(Self.katalog.utf8), version: "2026", gueltigAb: buehne.heute, von: Buehne.fach,
      buehne.kopf())
    func lege(_ ebene: Ebene, _ selektor: String, in eltern: ObjektID?) throws -> ObjektID {
      let id = ObjektID.zufaellig(&buehne.zufall)
      var wunsch = Anlagewunsch(ebene, id: id, betreff: selektor, in: eltern)
      if eltern == nil { wunsch.einheit = "00.12" }
      wunsch.selektor = selektor
      _ = try buehne.speicher.legeAn(
        wunsch, von: Buehne.arbeit, am: buehne.heute, buehne.kopf())
      return id
    }
    let akte = try lege(.akte, "akte", in: nil)
    var vorgang = akte
    for i in 1...breite {
      vorgang = try lege(.vorgang, "ohne", in: akte)
      if i < breite { _ = try buehne.dokument("\(i).txt", "\(i)", in: vorgang) }
    }
    let teil = try lege(.teilvorgang, "ereignis", in: vorgang)
    _ = try buehne.dokument("a.txt", "Inhalt", in: teil)
    try buehne.tu(
      .schriftgut(
        ziel: akte, in: nil,
        ereignis: .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: buehne.heute))),
      Buehne.registratur)
    return (buehne, akte, teil)
  }

  @Test("Ein Ereignis zwei Ebenen tiefer macht die Akte fällig, über einen Vorgang ohne Regel")
  func ueberObjektOhneRegel() throws {
    try mitTemporaeremOrdner { ordner in
      var (buehne, akte, teil) = try baum(ordner)
      #expect(try buehne.speicher.objekt(akte)?.reifAb == nil)
      try buehne.tu(
        .schriftgut(
          ziel: teil, in: nil,
          ereignis: .bezugsereignis(name: "Feststellung", datum: .tag(buehne.heute))))
      #expect(try buehne.speicher.objekt(akte)?.reifAb == Kalendertag(2032, 1, 1))
      #expect(try buehne.pruefe() == [])
      buehne.heute = try #require(Kalendertag(2032, 1, 1))
      #expect(try buehne.faellige().contains(akte))
    }
  }

  @Test("Ein Datum, das erst kommt, ist kein Ereignis; ein falsches wird zu zweit berichtigt")
  func berichtigen() throws {
    try mitTemporaeremOrdner { ordner in
      var (buehne, akte, teil) = try baum(ordner)
      func ereignis(_ datum: Teildatum) -> Ereignis {
        .schriftgut(
          ziel: teil, in: nil, ereignis: .bezugsereignis(name: "Feststellung", datum: datum))
      }
      func grund(_ datum: Teildatum, _ akteur: Akteur, _ zweite: Akteur? = nil) throws -> String? {
        do {
          try buehne.speicher.vollziehe(
            Handlung(ereignis(datum), akteur: akteur, zweitePerson: zweite, heute: buehne.heute),
            buehne.kopf())
          return nil
        } catch let ablehnung as Vollzugsablehnung {
          return ablehnung.fehler.grund.code
        }
      }
      #expect(try grund(.jahr(2099), Buehne.arbeit) == "datumInZukunft")
      #expect(try grund(.monat(jahr: 2026, monat: 4), Buehne.arbeit) == "datumInZukunft")
      #expect(try grund(.jahr(2026), Buehne.arbeit) == nil)
      #expect(try buehne.speicher.objekt(akte)?.reifAb == Kalendertag(2032, 1, 1))
      #expect(try grund(.jahr(2020), Buehne.arbeit) == "ereignisBekannt")
      #expect(try grund(.jahr(2020), Buehne.registratur) == "vierAugenFehlt")
      #expect(try grund(.jahr(2025), Buehne.registratur, Buehne.fach) == nil)
      #expect(try buehne.speicher.objekt(teil)?.reifAb == Kalendertag(2031, 1, 1))
      #expect(try buehne.speicher.objekt(akte)?.reifAb == Kalendertag(2032, 1, 1))
      #expect(try buehne.pruefe() == [])
    }
  }
}

@Suite("Lesen beim Lesen")
struct LesenBeimLesenTests {
  @Test("Wer Objekte einzeln bekommt, darf den Speicher nach jedem fragen")
  func verschachtelt() throws {
    try mitTemporaeremOrdner { ordner in
      var buehne = try Buehne(ordner)
      let akte = try buehne.akte()
      let vorgang = try buehne.vorgang(in: akte)
      var gesehen: [ObjektID] = []
      try buehne.speicher.jedeAkte { bild in
        try buehne.speicher.jedesKind(bild.id) { kind in
          let noch = try buehne.speicher.objekt(kind.id)
          #expect(noch?.betreff == kind.betreff)
          gesehen.append(kind.id)
        }
        return true
      }
      #expect(gesehen == [vorgang])
    }
  }
}
