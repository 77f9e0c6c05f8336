// SPDX-License-Identifier: Apache-2.0
import Akte
import Testing

@testable import Lifecycle

private func zdA(
  _ datum: Kalendertag, trotzdem: Bool = false, vorschlag: Katalogart? = nil
) -> Schriftgutereignis {
  .zdA(
    verfuegung: ZdAVerfuegung(
      datum: datum, vorLaufzeitendeBestaetigt: trotzdem, bewertungsvorschlag: vorschlag))
}

extension Uebergangsfall {
  /// A10–A12.
  static let abschluss: [Uebergangsfall] = [
    .geht("A10", "Frist und Transferfrist sind bestimmt", ab: .offen) { w in
      w.heute = tag(2020, 3, 2)
      return w.h(.vorgang, zdA(tag(2020, 3, 1)), .sb)
    } folgen: { e, w in
      let z = try #require(w.schriftgut[.vorgang])
      #expect(z.lage == .zdA && z.zdADatum == tag(2020, 3, 1))
      #expect(z.transferfristende == tag(2021, 3, 1))
      #expect(z.frist?.ende == tag(2025, 12, 31) && z.frist?.reifAb == tag(2026, 1, 1))
      #expect(z.frist?.regel == .probe(jahre: 5))
      #expect(e.auftraege == [.bewertungsvorschlagErfragen(.vorgang)])
      #expect(w.lage(.akte) == .inBearbeitung && w.lage(.zweiter) == .inBearbeitung)
    },
    .geht("A10", "mit Vorschlag wird keiner erfragt", ab: .offen) { w in
      w.h(.vorgang, zdA(w.heute, vorschlag: .vernichten), .sb)
    } folgen: { e, w in
      #expect(e.auftraege.isEmpty && w.schriftgut[.vorgang]?.bewertungsvorschlag == .vernichten)
    },
    .geht("A10", "ohne Regel: Hinweis, nie fällig", ab: .offen) { w in
      w.regeln = [:]
      return w.h(.vorgang, zdA(w.heute), .sb)
    } folgen: { e, w in
      #expect(e.hinweise == [.ohneRegel(.vorgang)])
      #expect(w.schriftgut[.vorgang]?.reifAb(nachfahren: []) == nil)
    },
    .geht("A10", "ohne Transferfrist gleich in die Altregistratur", ab: .offen) { w in
      w.richtlinie.transferfristMonate = 0
      return w.h(.vorgang, zdA(w.heute), .vg)
    } folgen: { _, w in
      #expect(w.lage(.vorgang) == .inAufbewahrung)
      #expect(w.schriftgut[.vorgang]?.transferfristende == nil)
    },
    .nein("A10", "offenerSchritt", "Umlauf nicht beendet", ab: .offen) { w in
      try w.wende(
        w.d(.brief, .verfuegen(schritte: [Schrittvorgabe(.kenntnisnahme, adressat: "vg")]), .sb))
      return w.h(.vorgang, zdA(w.heute), .sb)
    },
    .nein("A10", "offeneWiedervorlage", "Wiedervorlage offen", ab: .offen) { w in
      try w.wende(
        w.h(.vorgang, .wiedervorlage(neu: Wiedervorlage(id: .nr(1), termin: w.heute)), .sb))
      return w.h(.vorgang, zdA(w.heute), .sb)
    },
    .nein("A10", "ausgecheckt", "Dokument in Arbeit", ab: .offen) { w in
      try w.wende(w.d(.brief, .auschecken, .sb))
      return w.h(.vorgang, zdA(w.heute), .sb)
    },
    .nein("A10", "kindOffen", "Teilvorgang offen", ab: .offen) { w in
      try w.wende(w.h(.neu, .anlegen(angaben: .vorgang("T", .teilvorgang)), .sb, in: .vorgang))
      return w.h(.vorgang, zdA(w.heute), .sb)
    },
    .nein("A10", "leer", "kein Dokument", ab: .offen) { w in
      try w.wende(w.h(.neu, .anlegen(angaben: .vorgang("A-1#3")), .sb, in: .akte))
      return w.h(.neu, zdA(w.heute), .sb)
    },
    .geht("A10", "kein Dokument, aber die Richtlinie erlaubt es", ab: .offen) { w in
      w.richtlinie.dokumentpflicht = false
      try w.wende(w.h(.neu, .anlegen(angaben: .vorgang("A-1#3")), .sb, in: .akte))
      return w.h(.neu, zdA(w.heute), .sb)
    } folgen: { _, w in
      #expect(w.lage(.neu) == .zdA)
    },
    .nein("A10", "datumInZukunft", "morgen", ab: .offen) { w in
      w.h(.vorgang, zdA(tag(2019, 3, 2)), .sb)
    },
    .nein("A10", "datumVorLaufzeitende", "vor dem letzten Dokument", ab: .offen) { w in
      w.h(.vorgang, zdA(tag(2019, 2, 27)), .sb)
    },
    .nein("A10", "datumVorLaufzeitende", "ohne Dokumentdatum vor der Bearbeitung", ab: .offen) {
      w in
      w.schriftgut[.vorgang]?.laufzeit = Zeitraum()
      return w.h(.vorgang, zdA(tag(1999, 1, 1)), .sb)
    },
    .geht("A10", "vor dem letzten Dokument, bestätigt", ab: .offen) { w in
      w.h(.vorgang, zdA(tag(2019, 2, 27), trotzdem: true), .sb)
    } folgen: { _, w in
      #expect(w.schriftgut[.vorgang]?.zdADatum == tag(2019, 2, 27))
    },
    .nein("A10", "nichtBefugt", "Sachbearbeitung darf nach Richtlinie nicht", ab: .offen) { w in
      w.richtlinie.sachbearbeitungSchliesstVorgang = false
      return w.h(.vorgang, zdA(w.heute), .sb)
    },
    .nein("A10", "abgabeLaufend", "Akte soll abgegeben werden", ab: .offen) { w in
      try w.wende(w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), .vg))
      return w.h(.vorgang, zdA(w.heute), .sb)
    },
    .nein("A10", "falscheLage", "schon geschlossen", ab: .geschlossen) { w in
      w.h(.vorgang, zdA(w.heute), .reg)
    },

    .geht("A11", "alles darin ist geschlossen; frühere Abschlüsse bleiben", ab: .offen) { w in
      try w.wende(w.h(.vorgang, zdA(tag(2019, 3, 1)), .sb))
      w.heute = tag(2020, 5, 5)
      try w.wende(w.h(.zweiter, zdA(tag(2020, 5, 4)), .sb))
      return w.h(.akte, zdA(tag(2020, 5, 5)), .reg)
    } folgen: { e, w in
      #expect(e.schriftgut.map(\.id) == [.akte], "ein Kind ändert sich nicht mit")
      let z = try #require(w.schriftgut[.akte])
      #expect(z.lage == .zdA && z.frist?.ende == tag(2025, 12, 31))
      #expect(w.schriftgut[.vorgang]?.zdADatum == tag(2019, 3, 1))
      #expect(w.schriftgut[.vorgang]?.frist?.ende == tag(2024, 12, 31))
    },
    .nein("A11", "kindOffen", "ein Vorgang ist offen", ab: .offen) { w in
      try w.wende(w.h(.vorgang, zdA(w.heute), .sb))
      return w.h(.akte, zdA(w.heute), .reg)
    },
    .nein("A11", "regelFehlt", "keine Regel im Katalog", ab: .offen) { w in
      try w.wende(w.h(.vorgang, zdA(w.heute), .sb))
      try w.wende(w.h(.zweiter, zdA(w.heute), .sb))
      w.regeln = [:]
      return w.h(.akte, zdA(w.heute), .reg)
    },
    .nein("A11", "datumVorLaufzeitende", "vor dem Abschluss eines Vorgangs", ab: .offen) { w in
      w.heute = tag(2020, 5, 5)
      for id in [ObjektID.vorgang, .zweiter] { try w.wende(w.h(id, zdA(w.heute), .sb)) }
      return w.h(.akte, zdA(tag(2020, 5, 4)), .reg)
    },
    .nein("A11", "nichtBefugt", "Sachbearbeitung darf nach Richtlinie nicht", ab: .offen) { w in
      w.richtlinie.sachbearbeitungSchliesstAkte = false
      for id in [ObjektID.vorgang, .zweiter] { try w.wende(w.h(id, zdA(w.heute), .sb)) }
      return w.h(.akte, zdA(w.heute), .sb)
    },
    .geht("A11", "Akte, in der alles storniert wurde", ab: .leer) { w in
      try w.wende(w.h(.akte, .anlegen(angaben: .akte()), .sb))
      try w.wende(w.h(.vorgang, .anlegen(angaben: .vorgang("A-1#1")), .sb, in: .akte))
      try w.wende(w.h(.vorgang, .stornieren(grund: "Versehen"), .reg))
      return w.h(.akte, zdA(w.heute), .reg)
    } folgen: { _, w in
      #expect(w.lage(.akte) == .zdA && w.lage(.vorgang) == .storniert)
    },
    .nein("A11", "leer", "nie etwas darin", ab: .leer) { w in
      try w.wende(w.h(.akte, .anlegen(angaben: .akte()), .sb))
      return w.h(.akte, zdA(w.heute), .reg)
    },

    .geht("A12", "alles mit demselben Tag", ab: .offen) { w in
      w.heute = tag(2020, 3, 2)
      return w.h(.akte, .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: w.heute)), .reg)
    } folgen: { e, w in
      #expect(e.schriftgut.map(\.id) == [.akte, .vorgang, .zweiter])
      #expect(e.schriftgut.allSatisfy { $0.lage == .zdA && $0.zdADatum == w.heute })
    },
    .nein("A12", "kaskade", "ein Dokument ist in Arbeit: nichts wird geschlossen", ab: .offen) {
      w in
      try w.wende(w.d(.brief, .auschecken, .sb))
      return w.h(.akte, .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: w.heute)), .reg)
    } folgen: { _, w in
      for id in [ObjektID.akte, .vorgang, .zweiter] { #expect(w.lage(id) == .inBearbeitung) }
    },
    .nein("A12", "nichtBefugt", "nur die Registratur", ab: .offen) { w in
      w.h(.akte, .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: w.heute)), .vg)
    },
  ]

  /// A13–A20.
  static let danach: [Uebergangsfall] = [
    .geht("A13", "in der Transferfrist durch die Sachbearbeitung", ab: .geschlossen) { w in
      w.heute = tag(2021, 3, 2)
      return w.h(.vorgang, .wiederaufnehmen(grund: "Nachtrag"), .sb)
    } folgen: { e, w in
      for id in [ObjektID.vorgang, .akte] {
        let z = try #require(w.schriftgut[id])
        #expect(z.lage == .inBearbeitung && z.zdADatum == nil && z.frist == nil)
        #expect(z.transferfristende == nil && z.letzteBearbeitung == w.heute)
      }
      #expect(w.lage(.zweiter) == .zdA)
      #expect(e.hinweise == [.wiedereroeffnet([.akte])])
      #expect(
        e.aenderungen.contains(
          Aenderung(.vorgang, "Aufbewahrungsende", alt: "2025-12-31", neu: nil)))
      #expect(e.aenderungen.contains(Aenderung(.akte, "ZdADatum", alt: "2020-03-02", neu: nil)))
    },
    .nein("A13", "inAussonderung", "gehört zu einem Angebot", ab: .geschlossen) { w in
      try w.wende(w.p(.biete([.akte], .vereinbarung)))
      return w.h(.vorgang, .wiederaufnehmen(grund: "Nachtrag"), .sb)
    },
    .nein("A13", "inAussonderung", "die Akte darüber ist angeboten", ab: .geschlossen) { w in
      try w.wende(w.p(.biete([.akte], .vereinbarung)))
      w.schriftgut[.vorgang]?.aussonderung = nil
      return w.h(.vorgang, .wiederaufnehmen(grund: "Nachtrag"), .sb)
    },
    .nein("A13", "begruendungFehlt", "ohne Grund", ab: .geschlossen) { w in
      w.h(.vorgang, .wiederaufnehmen(grund: ""), .sb)
    },
    .nein("A13", "falscheLage", "ist offen", ab: .offen) { w in
      w.h(.vorgang, .wiederaufnehmen(grund: "x"), .sb)
    },
    .nein("A13", "nichtBefugt", "Fachadministration nimmt nichts wieder auf", ab: .geschlossen) {
      w in w.h(.vorgang, .wiederaufnehmen(grund: "x"), .fa)
    },

    .geht("A14", "Registratur und Zeichnungsbefugte", ab: .aufbewahrt) { w in
      w.h(.vorgang, .wiederaufnehmen(grund: "Klage"), .reg, mit: .vg)
    } folgen: { _, w in
      #expect(w.lage(.vorgang) == .inBearbeitung && w.lage(.akte)?.istOffen == true)
    },
    .nein("A14", "nichtBefugt", "Sachbearbeitung nach der Transferfrist", ab: .aufbewahrt) { w in
      w.h(.vorgang, .wiederaufnehmen(grund: "Klage"), .sb)
    },
    .nein(
      "A14", "nichtBefugt", "die Frist ist um, auch wenn der Wecker noch nicht lief",
      ab: .geschlossen
    ) {
      w in
      w.heute = tag(2021, 3, 3)
      return w.h(.vorgang, .wiederaufnehmen(grund: "Klage"), .sb)
    },
    .nein(
      "A14", "nichtBefugt", "nur die Akte darüber ist schon in der Altregistratur", ab: .geschlossen
    ) {
      w in
      w.schriftgut[.akte]?.lage = .inAufbewahrung
      return w.h(.vorgang, .wiederaufnehmen(grund: "Klage"), .sb)
    },
    .nein("A14", "vierAugenFehlt", "Registratur allein", ab: .aufbewahrt) { w in
      w.h(.vorgang, .wiederaufnehmen(grund: "Klage"), .reg)
    },
    .nein("A14", "vierAugenFehlt", "zweimal Registratur", ab: .aufbewahrt) { w in
      w.h(.vorgang, .wiederaufnehmen(grund: "Klage"), .reg, mit: .reg2)
    },
    .nein("A14", "vierAugenFehlt", "dieselbe Person in beiden Rollen", ab: .aufbewahrt) { w in
      let beides = Akteur(kennung: "eine", rollen: [.registratur, .zeichnungsbefugte])
      return w.h(.vorgang, .wiederaufnehmen(grund: "Klage"), beides, mit: beides)
    },

    .geht("A15", "am Tag nach der Transferfrist", ab: .geschlossen) { w in
      w.heute = tag(2021, 3, 3)
      return w.h(.akte, .transferfristAbgelaufen, .system)
    } folgen: { e, w in
      #expect(e.schriftgut.count == 1 && w.lage(.akte) == .inAufbewahrung)
    },
    .geht("A15", "am letzten Tag noch nicht", ab: .geschlossen) { w in
      w.heute = tag(2021, 3, 2)
      return w.h(.akte, .transferfristAbgelaufen, .system)
    } folgen: { e, w in
      #expect(e.istLeer && w.lage(.akte) == .zdA)
    },
    .geht("A15", "zweimal: keine Wirkung", ab: .aufbewahrt) { w in
      w.h(.akte, .transferfristAbgelaufen, .system)
    } folgen: { e, w in
      #expect(e.istLeer && w.lage(.akte) == .inAufbewahrung)
    },
    .nein("A15", "nichtBefugt", "nicht durch die Sachbearbeitung", ab: .geschlossen) { w in
      w.heute = tag(2021, 3, 3)
      return w.h(.akte, .transferfristAbgelaufen, .sb)
    },

    .geht("A16", "länger", ab: .aufbewahrt) { w in
      w.h(.akte, .fristVerlaengern(regel: .probe(jahre: 10), grund: "Klage"), .reg)
    } folgen: { e, w in
      #expect(w.schriftgut[.akte]?.frist?.ende == tag(2030, 12, 31))
      #expect(w.schriftgut[.akte]?.einzelregel == .probe(jahre: 10))
      #expect(
        e.aenderungen
          == [Aenderung(.akte, "Aufbewahrungsende", alt: "2025-12-31", neu: "2030-12-31")])
    },
    .geht("A16", "gleich lang", ab: .geschlossen) { w in
      w.h(.akte, .fristVerlaengern(regel: .probe(jahre: 5), grund: "Klarstellung"), .reg)
    } folgen: { _, w in
      #expect(w.schriftgut[.akte]?.frist?.ende == tag(2025, 12, 31))
    },
    .nein("A16", "verkuerzungUnzulaessig", "kürzer", ab: .aufbewahrt) { w in
      w.h(.akte, .fristVerlaengern(regel: .probe(jahre: 4), grund: "x"), .reg)
    },
    .nein("A16", "verkuerzungUnzulaessig", "unbefristet wird nicht befristet", ab: .aufbewahrt) {
      w in
      var unbefristet = Fristregel.probe(jahre: 1)
      unbefristet.dauer = .unbefristet
      try w.wende(w.h(.akte, .fristVerlaengern(regel: unbefristet, grund: "Satzung"), .reg))
      #expect(w.schriftgut[.akte]?.frist?.stand == .unbefristet)
      return w.h(.akte, .fristVerlaengern(regel: .probe(jahre: 100), grund: "x"), .reg)
    },
    .nein(
      "A16", "verkuerzungUnzulaessig", "was nie gelöscht wird, bleibt in dieser Klasse",
      ab: .aufbewahrt
    ) {
      w in
      try w.wende(
        w.h(
          .akte, .fristVerlaengern(regel: .probe(jahre: 5, nieLoeschen: true), grund: "Register"),
          .reg))
      return w.h(.akte, .fristVerlaengern(regel: .probe(jahre: 50), grund: "x"), .reg)
    },
    .nein("A16", "begruendungFehlt", "ohne Grund", ab: .aufbewahrt) { w in
      w.h(.akte, .fristVerlaengern(regel: .probe(jahre: 10), grund: " "), .reg)
    },
    .nein("A16", "falscheLage", "Offenes hat keine Frist", ab: .offen) { w in
      w.h(.akte, .fristVerlaengern(regel: .probe(jahre: 10), grund: "x"), .reg)
    },
    .nein("A16", "inAussonderung", "im Angebot", ab: .angeboten) { w in
      w.h(.akte, .fristVerlaengern(regel: .probe(jahre: 10), grund: "x"), .reg)
    },

    .geht("A17", "kürzer, zu zweit, mit Rechtsgrundlage", ab: .aufbewahrt) { w in
      w.h(
        .akte, .fristVerkuerzen(regel: .probe(jahre: 4), rechtsgrundlage: "§ 147 AO"), .reg,
        mit: .fa)
    } folgen: { e, w in
      #expect(w.schriftgut[.akte]?.frist?.ende == tag(2024, 12, 31))
      #expect(w.schriftgut[.akte]?.frist?.regel.rechtsgrundlage == "§ 147 AO")
      #expect(e.aenderungen.map(\.neu) == ["2024-12-31"])
    },
    .geht("A17", "die beiden in anderer Reihenfolge", ab: .aufbewahrt) { w in
      w.h(.akte, .fristVerkuerzen(regel: .probe(jahre: 4), rechtsgrundlage: "AO"), .fa, mit: .reg)
    } folgen: { _, w in
      #expect(w.schriftgut[.akte]?.frist?.ende == tag(2024, 12, 31))
    },
    .nein("A17", "vierAugenFehlt", "Registratur allein", ab: .aufbewahrt) { w in
      w.h(.akte, .fristVerkuerzen(regel: .probe(jahre: 4), rechtsgrundlage: "AO"), .reg)
    },
    .nein("A17", "vierAugenFehlt", "zweimal Registratur", ab: .aufbewahrt) { w in
      w.h(.akte, .fristVerkuerzen(regel: .probe(jahre: 4), rechtsgrundlage: "AO"), .reg, mit: .reg2)
    },
    .nein("A17", "gesperrt", "unter einer Sperre", ab: .aufbewahrt) { w in
      try w.wende(w.h(.vorgang, .sperreSetzen(sperre: .probe()), .dsb))
      return w.h(
        .akte, .fristVerkuerzen(regel: .probe(jahre: 4), rechtsgrundlage: "AO"), .reg, mit: .fa)
    },
    .nein("A17", "rechtsgrundlageFehlt", "ohne Rechtsgrundlage", ab: .aufbewahrt) { w in
      w.h(.akte, .fristVerkuerzen(regel: .probe(jahre: 4), rechtsgrundlage: ""), .reg, mit: .fa)
    },
    .nein("A17", "nichtBefugt", "Sachbearbeitung", ab: .aufbewahrt) { w in
      w.h(.akte, .fristVerkuerzen(regel: .probe(jahre: 4), rechtsgrundlage: "AO"), .sb, mit: .fa)
    },

    .geht("A18", "Betreff nach Abschluss", ab: .aufbewahrt) { w in
      w.h(.akte, .korrektur(.betreff, "Hund Belo", "Hund Bello"), .reg)
    } folgen: { e, _ in
      #expect(e.aenderungen == [Aenderung(.akte, "Betreff", alt: "Hund Belo", neu: "Hund Bello")])
    },
    .geht("A18", "Geheimhaltung herab", ab: .aufbewahrt) { w in
      w.h(.akte, .korrektur(.geheimhaltung, "Geheim", "VS-NfD"), .reg)
    } folgen: { e, _ in
      #expect(e.aenderungen.map(\.neu) == ["VS-NfD"])
    },
    .geht("A18", "Standort der Papierakte", ab: .reif) { w in
      w.schriftgut[.akte]?.papierteilOffen = true
      return w.h(.akte, .papierteil(offen: false, standort: "Keller 3"), .reg)
    } folgen: { _, w in
      #expect(w.schriftgut[.akte]?.papierteilOffen == false)
    },
    .nein("A18", "feldGesperrt", "Geheimhaltung hinauf", ab: .aufbewahrt) { w in
      w.h(.akte, .korrektur(.geheimhaltung, "VS-NfD", "Geheim"), .reg)
    },
    .nein("A18", "feldGesperrt", "zdA-Datum", ab: .aufbewahrt) { w in
      w.h(.akte, .korrektur(.zdADatum, "2020-03-02", "2010-03-02"), .reg)
    },
    .nein("A18", "feldGesperrt", "Bemerkung nach Abschluss", ab: .geschlossen) { w in
      w.h(.akte, .korrektur(.bemerkung, "", "x"), .reg)
    },
    .nein("A18", "feldGesperrt", "Kennzeichen auch vorher nicht", ab: .offen) { w in
      w.h(.akte, .korrektur(.kennzeichen, "A-1", "A-2"), .reg)
    },
    .nein("A18", "nichtBefugt", "Sachbearbeitung nach Abschluss", ab: .geschlossen) { w in
      w.h(.akte, .korrektur(.betreff, "a", "b"), .sb)
    },
    .nein("A18", "begruendungFehlt", "ohne Grund", ab: .geschlossen) { w in
      w.h(
        .akte,
        .metadatenkorrektur(korrektur: Metadatenkorrektur(.betreff, alt: "a", neu: "b", grund: "")),
        .reg)
    },
    .nein("A18", "betreffLeer", "leerer Betreff", ab: .geschlossen) { w in
      w.h(.akte, .korrektur(.betreff, "a", " "), .reg)
    },

    .nein("A19", "akteGeschlossen", "neue Fassung", ab: .geschlossen) { w in
      w.d(.brief, .neueFassung(fassung: Fassung(hash: pruefsumme(8), groesse: 5)), .sb)
    },
    .nein("A19", "akteGeschlossen", "Verfügung", ab: .aufbewahrt) { w in
      w.d(.brief, .verfuegen(schritte: [Schrittvorgabe(.mitzeichnung, adressat: "vg")]), .vg)
    },
    .nein("A19", "akteGeschlossen", "Löschen durch die Registratur", ab: .reif) { w in
      w.d(.brief, .loeschen, .reg)
    },
    .nein("A19", "akteGeschlossen", "Auschecken im Angebot", ab: .angeboten) { w in
      w.d(.brief, .auschecken, .sb)
    },
    .nein("A19", "elternGeschlossen", "neues Dokument", regel: "A04", ab: .geschlossen) { w in
      w.d(.neu, .anlegen(angaben: .brief(9)), .reg, in: .vorgang)
    },
    .nein("A19", "elternGeschlossen", "auch nicht als Import", regel: "A03", ab: .geschlossen) {
      w in w.d(.neu, .uebernehmen(angaben: .brief(9)), .system, in: .vorgang)
    },

    .geht("A20", "PDF/A nach Abschluss", ab: .aufbewahrt) { w in
      w.d(
        .brief,
        .repraesentatHinzu(nummer: 1, original: pruefsumme(1), repraesentat: pruefsumme(9)),
        .system)
    } folgen: { _, w in
      let f = try #require(w.dokumente[.brief]?.fassungen.first)
      #expect(f.repraesentate == [pruefsumme(9)] && f.hash == pruefsumme(1))
    },
    .nein("A20", "hashAbweichung", "das Original ist ein anderes", ab: .aufbewahrt) { w in
      w.d(
        .brief,
        .repraesentatHinzu(nummer: 1, original: pruefsumme(7), repraesentat: pruefsumme(9)),
        .system)
    },
    .nein("A20", "nichtBefugt", "Sachbearbeitung", ab: .aufbewahrt) { w in
      w.d(
        .brief,
        .repraesentatHinzu(nummer: 1, original: pruefsumme(1), repraesentat: pruefsumme(9)), .sb)
    },
    .nein("A20", "fassungUnbekannt", "Fassung gibt es nicht", ab: .aufbewahrt) { w in
      w.d(
        .brief,
        .repraesentatHinzu(nummer: 2, original: pruefsumme(1), repraesentat: pruefsumme(9)),
        .system)
    },
    .nein("A20", "wertUnveraendert", "zweimal dasselbe", ab: .aufbewahrt) { w in
      let e = Dokumentereignis.repraesentatHinzu(
        nummer: 1, original: pruefsumme(1), repraesentat: pruefsumme(9))
      try w.wende(w.d(.brief, e, .system))
      return w.d(.brief, e, .system)
    },
  ]
}

extension Schriftgutereignis {
  static func korrektur(_ feld: Metadatenfeld, _ alt: String, _ neu: String) -> Self {
    .metadatenkorrektur(
      korrektur: Metadatenkorrektur(feld, alt: alt, neu: neu, grund: "Schreibfehler"))
  }
}
