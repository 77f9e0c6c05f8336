// SPDX-License-Identifier: Apache-2.0
import Akte
import Testing

@testable import Lifecycle

extension Uebergangsfall {
  /// A30–A36.
  static let abtreten: [Uebergangsfall] = [
    .geht("A30", "anbieten vor dem Löschen, bis dahin eingeschränkt", ab: .aufbewahrt) { w in
      w.h(.vorgang, .loeschverlangen(grund: "Art. 17", sofort: false), .dsb)
    } folgen: { e, w in
      #expect(w.schriftgut[.vorgang]?.verarbeitungEingeschraenkt == true)
      #expect(w.lage(.vorgang) == .inAufbewahrung)
      #expect(e.auftraege == [.vorzeitigAnbieten(.vorgang)])
    },
    .geht("A30", "ein zweites Verlangen ändert nichts", ab: .aufbewahrt) { w in
      try w.wende(w.h(.vorgang, .loeschverlangen(grund: "Art. 17", sofort: false), .dsb))
      return w.h(.vorgang, .loeschverlangen(grund: "Art. 17", sofort: false), .dsb)
    } folgen: { e, _ in
      #expect(e.istLeer)
    },
    .nein("A30", "anbietungspflicht", "sofort", ab: .aufbewahrt) { w in
      w.h(.vorgang, .loeschverlangen(grund: "Art. 17", sofort: true), .dsb)
    } folgen: { _, w in
      #expect(w.schriftgut[.vorgang]?.verarbeitungEingeschraenkt == false)
    },
    .nein("A30", "nichtBefugt", "Registratur", ab: .aufbewahrt) { w in
      w.h(.vorgang, .loeschverlangen(grund: "Art. 17", sofort: false), .reg)
    },
    .nein("A30", "begruendungFehlt", "ohne Grund", ab: .aufbewahrt) { w in
      w.h(.vorgang, .loeschverlangen(grund: "", sofort: false), .dsb)
    },

    .geht("A31", "der Inhalt ist eingefroren", ab: .offen) { w in
      w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), .vg)
    } folgen: { _, w in
      #expect(w.schriftgut[.akte]?.abgabeLaufend == true && w.lage(.akte) == .inBearbeitung)
      var nachher = w
      let fassung = Fassung(hash: pruefsumme(8), groesse: 5)
      #expect(
        nachher.ablehnung(w.d(.brief, .neueFassung(fassung: fassung), .sb)) == "A04 abgabeLaufend")
      #expect(
        nachher.ablehnung(w.d(.neu, .anlegen(angaben: .brief(9)), .sb, in: .vorgang))
          == "A04 abgabeLaufend")
    },
    .geht("A31", "aus zdA", ab: .geschlossen) { w in
      w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), .reg)
    } folgen: { _, w in
      #expect(w.schriftgut[.akte]?.abgabeLaufend == true)
    },
    .nein("A31", "offenerSchritt", "ein Umlauf ist offen", ab: .offen) { w in
      try w.wende(
        w.d(.brief, .verfuegen(schritte: [Schrittvorgabe(.mitzeichnung, adressat: "vg")]), .sb))
      return w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), .reg)
    },
    .nein("A31", "ausgecheckt", "ein Dokument ist in Arbeit", ab: .offen) { w in
      try w.wende(w.d(.brief, .auschecken, .sb))
      return w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), .reg)
    },
    .nein("A31", "abgabeLaufend", "ein Vorgang darin ist schon unterwegs", ab: .offen) { w in
      try w.wende(w.h(.vorgang, .uebernahmeersuchen(an: "Bund"), .reg))
      return w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), .reg)
    },
    .nein("A31", "inAussonderung", "ein Vorgang darin ist angeboten", ab: .offen) { w in
      try w.wende(w.h(.vorgang, .zdA(verfuegung: ZdAVerfuegung(datum: w.heute)), .sb))
      try w.wende(w.p(.biete([.vorgang], .vereinbarung)))
      return w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), .reg)
    },
    .nein("A31", "falscheLage", "aus der Altregistratur nicht", ab: .aufbewahrt) { w in
      w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), .reg)
    },
    .nein("A31", "nichtBefugt", "Sachbearbeitung", ab: .offen) { w in
      w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), .sb)
    },

    .geht("A32", "wieder beschreibbar", ab: .offen) { w in
      try w.wende(w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), .vg))
      return w.h(.akte, .uebernahmeAbgelehnt(grund: "nicht zuständig"), .system)
    } folgen: { _, w in
      #expect(w.schriftgut[.akte]?.abgabeLaufend == false)
      var nachher = w
      #expect(nachher.ablehnung(w.d(.neu, .anlegen(angaben: .brief(9)), .sb, in: .vorgang)) == nil)
    },
    .nein("A32", "keineAbgabeLaufend", "Antwort ohne Ersuchen", ab: .offen) { w in
      w.h(.akte, .uebernahmeAbgelehnt(grund: "nicht zuständig"), .system)
    },

    .geht("A33", "mit strukturiertem Nachweis", ab: .offen) { w in
      try w.wende(w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), .vg))
      return w.h(.akte, .uebernahmeBestaetigt(nachweis: "XJustiz 42"), .system)
    } folgen: { e, w in
      #expect(Set(e.schriftgut.map(\.id)) == [.akte, .vorgang, .zweiter])
      #expect(e.schriftgut.allSatisfy { $0.lage == .abgetreten && !$0.abgabeLaufend })
      var nachher = w
      #expect(
        nachher.ablehnung(w.d(.neu, .anlegen(angaben: .brief(9)), .sb, in: .vorgang))
          == "A04 elternGeschlossen")
      #expect(
        nachher.ablehnung(
          w.d(
            .brief,
            .repraesentatHinzu(nummer: 1, original: pruefsumme(1), repraesentat: pruefsumme(9)),
            .system)) == "A20 akteGeschlossen")
      #expect(nachher.ablehnung(w.h(.akte, .wiederaufnehmen(grund: "x"), .reg, mit: .vg)) != nil)
    },
    .nein("A33", "keineAbgabeLaufend", "ohne Ersuchen", ab: .offen) { w in
      w.h(.akte, .uebernahmeBestaetigt(nachweis: "XJustiz 42"), .system)
    },
    .nein("A33", "begruendungFehlt", "ohne Nachweis", ab: .offen) { w in
      try w.wende(w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), .vg))
      return w.h(.akte, .uebernahmeBestaetigt(nachweis: ""), .system)
    },

    .geht("A34", "ein Jahr vorher: Mahnung, keine andere Lage", ab: .offen) { w in
      w.heute = tag(2048, 3, 1)
      return w.h(.akte, .anbietungswaechter, .system)
    } folgen: { e, w in
      #expect(e.auftraege == [.anbietungAnmahnen(.akte, spaetestens: tag(2049, 3, 1))])
      #expect(e.schriftgut.isEmpty && w.lage(.akte) == .inBearbeitung)
    },
    .geht("A34", "einen Tag früher noch nicht", ab: .offen) { w in
      w.heute = tag(2048, 2, 29)
      return w.h(.akte, .anbietungswaechter, .system)
    } folgen: { e, _ in
      #expect(e.istLeer && e.auftraege.isEmpty)
    },
    .geht("A34", "zu spät: vermerkt", ab: .offen) { w in
      w.heute = tag(2049, 3, 2)
      return w.h(.akte, .anbietungswaechter, .system)
    } folgen: { _, w in
      #expect(w.schriftgut[.akte]?.anbietungspflichtVerletzt == true)
    },
    .geht("A34", "Angebotenes wird nicht angemahnt", ab: .angeboten) { w in
      w.heute = tag(2060, 1, 1)
      return w.h(.akte, .anbietungswaechter, .system)
    } folgen: { e, _ in
      #expect(e.istLeer && e.auftraege.isEmpty)
    },

    .geht("A35", "keine neuen Akten, die alten leben weiter", ab: .offen) { w in
      w.e(.stilllegen, .fa)
    } folgen: { _, w in
      #expect(w.einheiten["10.1"]?.stillgelegt == true)
      var nachher = w
      #expect(
        nachher.ablehnung(w.h(.neu, .anlegen(angaben: .akte("A-2")), .sb))
          == "A01 einheitStillgelegt")
      #expect(
        nachher.ablehnung(w.h(.neu, .anlegen(angaben: .vorgang("A-1#3")), .sb, in: .akte)) == nil)
    },
    .geht("A35", "neu beschrieben bleibt stillgelegt", ab: .leer) { w in
      try w.wende(w.e(.stilllegen, .fa))
      return w.e(.anlegen(angaben: Einheitszustand(kennzeichen: "10.1", bezeichnung: "Hunde")), .fa)
    } folgen: { _, w in
      #expect(w.einheiten["10.1"]?.stillgelegt == true)
      #expect(w.einheiten["10.1"]?.bezeichnung == "Hunde")
    },
    .nein("A35", "nichtBefugt", "Registratur schlägt nur vor", ab: .leer) { w in
      w.e(.stilllegen, .reg)
    },
    .nein("A35", "einheitUnbekannt", "gibt es nicht", ab: .leer) { w in
      w.e(.stilllegen, .fa, ziel: "99")
    },

    .geht("A36", "laufende Fristen werden länger", ab: .aufbewahrt) { w in
      w.h(.akte, .katalogaenderung(aenderung: .auf(10)), .fa)
    } folgen: { e, w in
      #expect(w.schriftgut[.akte]?.frist?.ende == tag(2030, 12, 31))
      #expect(w.schriftgut[.akte]?.einzelregel == nil && e.aenderungen.count == 1)
    },
    .geht("A36", "nur neue: laufende bleiben", ab: .aufbewahrt) { w in
      w.h(.akte, .katalogaenderung(aenderung: .auf(10, laufende: false)), .fa)
    } folgen: { e, _ in
      #expect(e.istLeer)
    },
    .geht("A36", "abgelaufene bleiben", ab: .reif) { w in
      w.h(.akte, .katalogaenderung(aenderung: .auf(10, ab: tag(2026, 1, 1))), .fa)
    } folgen: { e, w in
      #expect(e.istLeer && w.schriftgut[.akte]?.frist?.ende == tag(2025, 12, 31))
    },
    .geht("A36", "einzeln festgelegte bleiben", ab: .aufbewahrt) { w in
      try w.wende(w.h(.akte, .fristVerlaengern(regel: .probe(jahre: 7), grund: "Klage"), .reg))
      return w.h(.akte, .katalogaenderung(aenderung: .auf(10)), .fa)
    } folgen: { e, _ in
      #expect(e.istLeer)
    },
    .geht("A36", "kürzer zu zweit", ab: .aufbewahrt) { w in
      w.h(.akte, .katalogaenderung(aenderung: .auf(4)), .fa, mit: .reg)
    } folgen: { _, w in
      #expect(w.schriftgut[.akte]?.frist?.ende == tag(2024, 12, 31))
    },
    .nein("A36", "vierAugenFehlt", "kürzer allein", ab: .aufbewahrt) { w in
      w.h(.akte, .katalogaenderung(aenderung: .auf(4)), .fa)
    },
    .nein("A36", "vierAugenFehlt", "aus der Klasse, die nie gelöscht wird", ab: .geschlossen) { w in
      w.schriftgut[.akte]?.frist?.regel.nieLoeschen = true
      return w.h(.akte, .katalogaenderung(aenderung: .auf(50)), .fa)
    },
    .nein("A36", "nichtBefugt", "Registratur", ab: .aufbewahrt) { w in
      w.h(.akte, .katalogaenderung(aenderung: .auf(10)), .reg)
    },
  ]
}

extension Katalogaenderung {
  fileprivate static func auf(
    _ jahre: Int, laufende: Bool = true, ab: Kalendertag = tag(2025, 1, 1)
  ) -> Self {
    Katalogaenderung(regel: .probe(jahre: jahre), gueltigAb: ab, laufendeFristen: laufende)
  }
}
