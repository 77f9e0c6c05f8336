// SPDX-License-Identifier: Apache-2.0
import Akte
import Testing

@testable import Lifecycle

extension Uebergangsfall {
  /// L01–L04.
  static let sperren: [Uebergangsfall] = [
    .geht("L01", "Datenschutz sperrt einen Vorgang", ab: .aufbewahrt) { w in
      w.h(.vorgang, .sperreSetzen(sperre: .probe()), .dsb)
    } folgen: { e, w in
      let s = try #require(w.schriftgut[.vorgang]?.sperren.first)
      #expect(s.gesetztVon == "dsb" && s.gesetztAm == w.heute && e.schriftgut.count == 1)
      #expect(w.schriftgut[.vorgang]?.frist?.ende == tag(2025, 12, 31), "die Uhr läuft weiter")
    },
    .geht("L01", "mehrere Sperren nebeneinander, auch durch die Registratur", ab: .offen) { w in
      try w.wende(w.h(.vorgang, .sperreSetzen(sperre: .probe(1)), .dsb))
      return w.h(.vorgang, .sperreSetzen(sperre: .probe(2, .objekt)), .reg)
    } folgen: { _, w in
      #expect(w.schriftgut[.vorgang]?.sperren.map(\.id) == [.nr(1), .nr(2)])
    },
    .nein("L01", "sperreVorhanden", "dieselbe Sperre zweimal", ab: .offen) { w in
      try w.wende(w.h(.vorgang, .sperreSetzen(sperre: .probe(1)), .dsb))
      return w.h(.vorgang, .sperreSetzen(sperre: .probe(1)), .dsb)
    },
    .nein("L01", "begruendungFehlt", "ohne Grund", ab: .offen) { w in
      var s = Sperre.probe()
      s.grund = " "
      return w.h(.vorgang, .sperreSetzen(sperre: s), .dsb)
    },
    .nein("L01", "begruendungFehlt", "ohne Stelle, die sie will", ab: .offen) { w in
      var s = Sperre.probe()
      s.behoerde = ""
      return w.h(.vorgang, .sperreSetzen(sperre: s), .dsb)
    },
    .nein("L01", "terminVergangen", "Prüftag in der Vergangenheit", ab: .offen) { w in
      var s = Sperre.probe()
      s.pruefenAm = tag(2019, 2, 28)
      return w.h(.vorgang, .sperreSetzen(sperre: s), .dsb)
    },
    .nein("L01", "nichtBefugt", "Sachbearbeitung", ab: .offen) { w in
      w.h(.vorgang, .sperreSetzen(sperre: .probe()), .sb)
    },

    .geht("L02", "durch eine andere Person; andere Sperren bleiben", ab: .aufbewahrt) { w in
      try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe(1)), .dsb))
      try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe(2)), .reg))
      return w.h(.akte, .sperreAufheben(id: .nr(1), grund: "Urteil"), .dsb2)
    } folgen: { e, w in
      #expect(w.schriftgut[.akte]?.sperren.map(\.id) == [.nr(2)])
      #expect(e.hinweise == [.weitereSperren([.nr(2)])])
    },
    .nein("L02", "sperreUnbekannt", "diese Sperre gibt es nicht", ab: .aufbewahrt) { w in
      w.h(.akte, .sperreAufheben(id: .nr(1), grund: "Urteil"), .dsb)
    },
    .nein("L02", "sperreUnbekannt", "die Sperre liegt darüber", ab: .aufbewahrt) { w in
      try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe(1)), .dsb))
      return w.h(.vorgang, .sperreAufheben(id: .nr(1), grund: "Urteil"), .dsb2)
    },
    .nein("L02", "vierAugenFehlt", "wer sie setzte, hebt sie nicht auf", ab: .aufbewahrt) { w in
      try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe(1)), .dsb))
      return w.h(.akte, .sperreAufheben(id: .nr(1), grund: "Urteil"), .dsb)
    },
    .geht("L02", "dieselbe Person, wenn die Richtlinie es erlaubt", ab: .aufbewahrt) { w in
      w.richtlinie.sperreAufhebenDurchAndere = false
      try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe(1)), .dsb))
      return w.h(.akte, .sperreAufheben(id: .nr(1), grund: "Urteil"), .dsb)
    } folgen: { _, w in
      #expect(w.schriftgut[.akte]?.istGesperrt == false)
    },
    .nein("L02", "nichtBefugt", "die Registratur bittet nur darum", ab: .aufbewahrt) { w in
      try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe(1)), .dsb))
      return w.h(.akte, .sperreAufheben(id: .nr(1), grund: "Urteil"), .reg)
    },
    .nein("L02", "begruendungFehlt", "ohne Grund", ab: .aufbewahrt) { w in
      try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe(1)), .dsb))
      return w.h(.akte, .sperreAufheben(id: .nr(1), grund: ""), .dsb2)
    },

    // L03: every disposal event, by the row it belongs to.
    .nein("L03", "gesperrt", "Angebot: die anderen gehen weiter", regel: "P01", ab: .reif) { w in
      try w.wende(w.h(.vorgang, .sperreSetzen(sperre: .probe()), .dsb))
      return w.p(.biete([.vorgang, .zweiter]))
    } folgen: { e, w in
      #expect(w.pakete[.paket]?.objekte == [.zweiter])
      #expect(e.abgelehnt == [Ablehnung(objekt: .vorgang, grund: .gesperrt([.vorgang]))])
    },
    .nein("L03", "gesperrt", "Angebot im Entwurf, dann gesperrt", regel: "P02", ab: .entwurf) { w in
      try w.wende(w.h(.vorgang, .sperreSetzen(sperre: .probe()), .dsb))
      return w.p(.anbieten(nachricht: .angebot, schemagueltig: true))
    } folgen: { _, w in
      #expect(w.paketlage == .entwurf && w.lage(.zweiter) == .inAufbewahrung)
    },
    .nein("L03", "gesperrt", "Bewertung: die anderen gehen weiter", regel: "P04", ab: .angeboten) {
      w in
      try w.wende(w.h(.vorgang, .sperreSetzen(sperre: .probe(1, .objekt)), .dsb))
      return w.p(.werte([(.vorgang, "V"), (.zweiter, "V")]), .arc)
    } folgen: { e, w in
      #expect(w.lage(.vorgang) == .angeboten && w.lage(.zweiter) == .bewertet)
      #expect(e.abgelehnt == [Ablehnung(objekt: .vorgang, grund: .gesperrt([.vorgang]))])
    },
    .nein("L03", "gesperrt", "Fristablauf: die anderen gehen weiter", regel: "P06", ab: .angeboten)
    {
      w in
      try w.wende(w.h(.vorgang, .sperreSetzen(sperre: .probe(1, .objekt)), .dsb))
      w.richtlinie.bewertungsfrist = .sechsMonate
      w.heute = tag(2031, 1, 1)
      return w.p(.fristablauf, .system)
    } folgen: { e, w in
      #expect(w.lage(.vorgang) == .angeboten && w.lage(.zweiter) == .bewertet)
      #expect(w.lage(.akte) == .angeboten, "eine Sperre darunter hält auch die Akte")
      #expect(e.abgelehnt.map(\.grund.code) == ["gesperrt", "gesperrt"])
    },
    .nein("L03", "gesperrt", "Abgabe: die anderen gehen weiter", regel: "P08", ab: .bewertet("A")) {
      w in
      try w.wende(w.h(.vorgang, .sperreSetzen(sperre: .probe(1, .objekt)), .dsb))
      return w.p(.gebeAb([.vorgang, .zweiter]))
    } folgen: { _, w in
      #expect(w.lage(.vorgang) == .bewertet && w.lage(.zweiter) == .abgegeben)
    },
    .nein("L03", "gesperrt", "Löschen nach Übernahme", regel: "P11", ab: .uebernommen) { w in
      try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe()), .dsb))
      w.heute = tag(2031, 1, 1)
      return w.h(.vorgang, .vernichten, .reg, mit: .vg)
    },
    .nein("L03", "gesperrt", "Vernichten", regel: "P12", ab: .bewertet("V")) { w in
      try w.wende(w.h(.vorgang, .sperreSetzen(sperre: .probe(1, .objekt)), .reg))
      return w.h(.akte, .vernichten, .reg, mit: .vg)
    },
    .nein("L03", "gesperrt", "Vernichten nach Genehmigung", regel: "P14", ab: .reif) { w in
      try w.wende(
        w.e(.vorabbewerten(bewertung: Vorabbewertung(nachweis: "1", art: .vernichten)), .arc))
      try w.wende(w.h(.vorgang, .sperreSetzen(sperre: .probe(1, .objekt)), .reg))
      return w.h(.akte, .vernichtenNachGenehmigung, .reg, mit: .vg)
    },
    .nein("L03", "gesperrt", "Löschverlangen", regel: "A30", ab: .aufbewahrt) { w in
      try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe()), .dsb))
      return w.h(.vorgang, .loeschverlangen(grund: "Art. 17", sofort: false), .dsb)
    },

    .geht("L04", "nach der Abgabe: hält nur das Löschen auf", ab: .abgegeben) { w in
      w.h(.akte, .sperreSetzen(sperre: .probe()), .dsb)
    } folgen: { _, w in
      var nachher = w
      try nachher.wende(nachher.p(.importiere([.akte, .vorgang, .zweiter]), .arc))
      #expect(nachher.lage(.akte) == .uebernommen)
      nachher.heute = tag(2031, 1, 1)
      #expect(nachher.ablehnung(nachher.h(.akte, .vernichten, .reg, mit: .vg)) == "P11 gesperrt")
    },
    .nein("L04", "nichtBefugt", "die Registratur nach der Abgabe nicht mehr", ab: .uebernommen) {
      w in w.h(.akte, .sperreSetzen(sperre: .probe()), .reg)
    },
  ]
}

extension Bewertungsfrist {
  static var sechsMonate: Self? {
    Self(monate: 6, ausloeser: .eingang, verschiebtWochenende: false)
  }
}
