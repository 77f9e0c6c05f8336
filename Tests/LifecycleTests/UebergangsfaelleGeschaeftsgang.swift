// SPDX-License-Identifier: Apache-2.0
import Akte
import Testing

@testable import Lifecycle

extension Uebergangswelt {
  /// A draft with two co-signatures, one after the other, and a final signature.
  fileprivate mutating func umlauf() throws {
    try entwurf(.neu)
    try wende(
      d(
        .neu,
        .verfuegen(schritte: [
          Schrittvorgabe(.mitzeichnung, adressat: "sb2", gruppe: 1),
          Schrittvorgabe(.mitzeichnung, adressat: "vg", gruppe: 2),
          Schrittvorgabe(.schlusszeichnung, adressat: "vg", gruppe: 3),
        ]), .sb))
  }

  fileprivate mutating func mitgezeichnet() throws {
    try umlauf()
    try wende(d(.neu, .erledigen(schritt: 1, vermerk: ""), .sb2))
    try wende(d(.neu, .erledigen(schritt: 2, vermerk: "einverstanden"), .vg))
  }

  fileprivate mutating func gezeichnet() throws {
    try mitgezeichnet()
    try wende(d(.neu, .schlusszeichnen(fassung: pruefsumme(5)), .vg))
  }
}

extension Uebergangsfall {
  /// G01–G06.
  static let geschaeftsgang: [Uebergangsfall] = [
    .geht("G01", "Schritte für einen Entwurf", ab: .offen) { w in
      try w.entwurf(.neu)
      w.personen = ["sb2"]
      return w.d(
        .neu, .verfuegen(schritte: [Schrittvorgabe(.mitzeichnung, adressat: "sb2")]), .sb)
    } folgen: { _, w in
      let d = try #require(w.dokumente[.neu])
      #expect(d.lage == .inZeichnung && d.hatOffeneSchritte)
      let s = try #require(d.schritte.first)
      #expect(s.ersteller == "sb" && s.vorgabe.adressat == "sb2" && s.erstelltAm == w.heute)
      #expect(s.fassung == pruefsumme(5) && s.nummer == 1)
    },
    .nein("G01", "adressatUnbekannt", "nicht im Verzeichnis", ab: .offen) { w in
      try w.entwurf(.neu)
      w.personen = ["sb2"]
      return w.d(
        .neu, .verfuegen(schritte: [Schrittvorgabe(.mitzeichnung, adressat: "wer")]), .sb)
    },
    .nein("G01", "adressatUnbekannt", "leerer Name, ohne Verzeichnis", ab: .offen) { w in
      try w.entwurf(.neu)
      return w.d(.neu, .verfuegen(schritte: [Schrittvorgabe(.kenntnisnahme, adressat: " ")]), .sb)
    },
    .nein("G01", "keinSchritt", "ohne Schritt", ab: .offen) { w in
      w.d(.brief, .verfuegen(schritte: []), .sb)
    },
    .nein("G01", "ausgecheckt", "während jemand daran arbeitet", ab: .offen) { w in
      try w.wende(w.d(.brief, .auschecken, .sb))
      return w.d(
        .brief, .verfuegen(schritte: [Schrittvorgabe(.mitzeichnung, adressat: "vg")]), .sb)
    },

    .geht("G02", "Mitzeichnung", ab: .offen) { w in
      try w.umlauf()
      return w.d(.neu, .erledigen(schritt: 1, vermerk: ""), .sb2)
    } folgen: { _, w in
      let s = try #require(w.dokumente[.neu]?.schritte.first)
      #expect(s.status == .erledigt && s.bearbeiter == "sb2" && s.erledigtAm == w.heute)
    },
    .geht("G02", "Vertretung", ab: .offen) { w in
      try w.umlauf()
      let vertretung = Akteur(kennung: "sb3", rollen: [.sachbearbeitung], vertritt: ["sb2"])
      return w.d(.neu, .erledigen(schritt: 1, vermerk: ""), vertretung)
    } folgen: { _, w in
      #expect(w.dokumente[.neu]?.schritte[0].bearbeiter == "sb3")
    },
    .geht("G02", "Ablehnung", ab: .offen) { w in
      try w.umlauf()
      return w.d(.neu, .ablehnen(schritt: 1, vermerk: "Betrag falsch"), .sb2)
    } folgen: { _, w in
      #expect(w.dokumente[.neu]?.schritte[0].status == .zurueckgewiesen)
    },
    .geht("G02", "Überspringen nennt, wer übersprang", ab: .offen) { w in
      try w.umlauf()
      return w.d(.neu, .ueberspringen(schritt: 1, vermerk: "Urlaub"), .sb)
    } folgen: { _, w in
      let s = try #require(w.dokumente[.neu]?.schritte.first)
      #expect(s.status == .uebersprungen && s.bearbeiter == "sb" && s.vermerk == "Urlaub")
    },
    .nein("G02", "nichtAmZug", "davor ist noch ein Schritt offen", ab: .offen) { w in
      try w.umlauf()
      return w.d(.neu, .erledigen(schritt: 2, vermerk: ""), .vg)
    },
    .nein("G02", "nichtAdressat", "eine fremde Person", ab: .offen) { w in
      try w.umlauf()
      return w.d(.neu, .erledigen(schritt: 1, vermerk: ""), .sb)
    },
    .nein("G02", "nichtAdressat", "Überspringen durch eine fremde Person", ab: .offen) { w in
      try w.umlauf()
      return w.d(.neu, .ueberspringen(schritt: 1, vermerk: "x"), .sb2)
    },
    .nein("G02", "schrittUnbekannt", "der Schritt ist erledigt", ab: .offen) { w in
      try w.mitgezeichnet()
      return w.d(.neu, .erledigen(schritt: 1, vermerk: ""), .sb2)
    },
    .nein("G02", "schrittUnbekannt", "Schlusszeichnung ist kein Schritt zum Abhaken", ab: .offen) {
      w in
      try w.mitgezeichnet()
      return w.d(.neu, .erledigen(schritt: 3, vermerk: ""), .vg)
    },
    .nein("G02", "begruendungFehlt", "Ablehnung ohne Grund", ab: .offen) { w in
      try w.umlauf()
      return w.d(.neu, .ablehnen(schritt: 1, vermerk: ""), .sb2)
    },
    .nein("G02", "nichtBefugt", "die Registratur zeichnet nicht mit", ab: .offen) { w in
      try w.entwurf(.neu)
      try w.wende(
        w.d(.neu, .verfuegen(schritte: [Schrittvorgabe(.mitzeichnung, adressat: "reg")]), .sb))
      return w.d(.neu, .erledigen(schritt: 1, vermerk: ""), .reg)
    },

    .geht("G03", "alle haben mitgezeichnet", ab: .offen) { w in
      try w.mitgezeichnet()
      return w.d(.neu, .schlusszeichnen(fassung: pruefsumme(5)), .vg)
    } folgen: { _, w in
      let d = try #require(w.dokumente[.neu])
      #expect(d.lage == .schlussgezeichnet && d.fassungen.map(\.eingefroren) == [true])
      #expect(d.schritte[2].status == .erledigt && d.schritte[2].bearbeiter == "vg")
    },
    .nein("G03", "offeneMitzeichnung", "eine fehlt", ab: .offen) { w in
      try w.umlauf()
      return w.d(.neu, .schlusszeichnen(fassung: pruefsumme(5)), .vg)
    },
    .nein("G03", "offeneMitzeichnung", "eine wurde verweigert", ab: .offen) { w in
      try w.umlauf()
      try w.wende(w.d(.neu, .ablehnen(schritt: 1, vermerk: "Betrag falsch"), .sb2))
      try w.wende(w.d(.neu, .erledigen(schritt: 2, vermerk: ""), .vg))
      return w.d(.neu, .schlusszeichnen(fassung: pruefsumme(5)), .vg)
    },
    .nein("G03", "inhaltGeaendert", "andere Bytes als mitgezeichnet", ab: .offen) { w in
      try w.mitgezeichnet()
      return w.d(.neu, .schlusszeichnen(fassung: pruefsumme(6)), .vg)
    },
    .nein("G03", "inhaltGeaendert", "Mitzeichnung galt einer anderen Fassung", ab: .offen) { w in
      try w.mitgezeichnet()
      w.dokumente[.neu]?.fassungen[0].hash = pruefsumme(6)
      return w.d(.neu, .schlusszeichnen(fassung: pruefsumme(6)), .vg)
    },
    .nein("G03", "keineZeichnungsbefugnis", "Sachbearbeitung", ab: .offen) { w in
      try w.mitgezeichnet()
      return w.d(.neu, .schlusszeichnen(fassung: pruefsumme(5)), .sb)
    },
    .nein("G03", "keineZeichnungsbefugnis", "Registratur", ab: .offen) { w in
      try w.mitgezeichnet()
      return w.d(.neu, .schlusszeichnen(fassung: pruefsumme(5)), .reg)
    },
    .nein("G03", "nichtAdressat", "bestellt war eine andere Person", ab: .offen) { w in
      try w.mitgezeichnet()
      let andere = Akteur(kennung: "vg2", rollen: [.zeichnungsbefugte])
      return w.d(.neu, .schlusszeichnen(fassung: pruefsumme(5)), andere)
    },
    .nein("G03", "dokumentGezeichnet", "ein zweites Mal", ab: .offen) { w in
      try w.gezeichnet()
      return w.d(.neu, .schlusszeichnen(fassung: pruefsumme(5)), .vg)
    },

    .geht("G04", "Änderung während der Zeichnung", ab: .offen) { w in
      try w.mitgezeichnet()
      return w.d(.neu, .neueFassung(fassung: Fassung(hash: pruefsumme(6), groesse: 4)), .sb)
    } folgen: { e, w in
      let d = try #require(w.dokumente[.neu])
      #expect(d.lage == .entwurf && d.fassungen.count == 2)
      #expect(d.schritte.count == 3 && d.schritte.allSatisfy { $0.status == .hinfaellig })
      #expect(d.schritte[1].vermerk == "einverstanden", "die Unterschrift bleibt nachlesbar")
      #expect(e.hinweise == [.zeichnungHinfaellig(.neu)])
    },
    .geht("G04", "auch bei einem Eingang im Umlauf", ab: .offen) { w in
      try w.wende(
        w.d(.brief, .verfuegen(schritte: [Schrittvorgabe(.mitzeichnung, adressat: "vg")]), .sb))
      return w.d(.brief, .neueFassung(fassung: Fassung(hash: pruefsumme(6), groesse: 4)), .sb)
    } folgen: { e, w in
      let d = try #require(w.dokumente[.brief])
      #expect(d.lage == .registriert && d.schritte[0].status == .hinfaellig)
      #expect(e.hinweise == [.zeichnungHinfaellig(.brief)])
    },

    .geht("G05", "Termin heute oder später", ab: .offen) { w in
      w.h(.vorgang, .wiedervorlage(neu: Wiedervorlage(id: .nr(1), termin: w.heute)), .sb)
    } folgen: { _, w in
      #expect(w.schriftgut[.vorgang]?.wiedervorlagen.map(\.id) == [.nr(1)])
    },
    .geht("G05", "erledigt", ab: .offen) { w in
      try w.wende(
        w.h(.vorgang, .wiedervorlage(neu: Wiedervorlage(id: .nr(1), termin: w.heute)), .sb))
      return w.h(.vorgang, .wiedervorlageErledigen(id: .nr(1)), .sb)
    } folgen: { _, w in
      #expect(w.schriftgut[.vorgang]?.wiedervorlagen.isEmpty == true)
    },
    .nein("G05", "terminVergangen", "gestern", ab: .offen) { w in
      w.h(
        .vorgang, .wiedervorlage(neu: Wiedervorlage(id: .nr(1), termin: tag(2019, 2, 28))), .sb)
    },
    .nein("G05", "akteGeschlossen", "nach zdA", ab: .geschlossen) { w in
      w.h(.vorgang, .wiedervorlage(neu: Wiedervorlage(id: .nr(1), termin: w.heute)), .sb)
    },
    .nein("G05", "wiedervorlageUnbekannt", "gibt es nicht", ab: .offen) { w in
      w.h(.vorgang, .wiedervorlageErledigen(id: .nr(1)), .sb)
    },

    .geht("G06", "mit Weg und Empfänger", ab: .offen) { w in
      try w.gezeichnet()
      return w.d(.neu, .versenden(kanal: "De-Mail", empfaenger: "muster@example.de"), .sb)
    } folgen: { _, w in
      #expect(w.dokumente[.neu]?.lage == .versandt)
    },
    .nein("G06", "kanalFehlt", "ohne Weg", ab: .offen) { w in
      try w.gezeichnet()
      return w.d(.neu, .versenden(kanal: "", empfaenger: "Frau Muster"), .sb)
    },
    .nein("G06", "kanalFehlt", "ohne Empfänger", ab: .offen) { w in
      try w.gezeichnet()
      return w.d(.neu, .versenden(kanal: "Post", empfaenger: " "), .sb)
    },
    .nein("G06", "falscheLage", "nicht schlussgezeichnet", ab: .offen) { w in
      try w.entwurf(.neu)
      return w.d(.neu, .versenden(kanal: "Post", empfaenger: "Frau Muster"), .sb)
    },
  ]
}
