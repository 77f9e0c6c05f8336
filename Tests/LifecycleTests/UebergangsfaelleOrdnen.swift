// SPDX-License-Identifier: Apache-2.0
import Akte
import Testing

@testable import Lifecycle

extension Uebergangsfall {
  /// A01–A07.
  static let ordnen: [Uebergangsfall] = [
    .geht("A01", "Akte in einer gültigen Einheit", ab: .leer) { w in
      w.h(.akte, .anlegen(angaben: .akte()), .sb)
    } folgen: { e, w in
      let z = try #require(w.schriftgut[.akte])
      #expect(z.lage == .angelegt && z.einheit == "10.1" && z.eltern == nil && !z.hatteInhalt)
      #expect(z.kennzeichen.text == "A-1" && z.letzteBearbeitung == w.heute)
      #expect(e.schriftgut == [z] && e.hinweise.isEmpty && e.auftraege.isEmpty)
    },
    .nein("A01", "einheitStillgelegt", "stillgelegte Einheit", ab: .leer) { w in
      try w.wende(w.e(.stilllegen, .fa))
      return w.h(.akte, .anlegen(angaben: .akte()), .reg)
    },
    .nein("A01", "einheitUngueltig", "Einheit gilt nicht mehr", ab: .leer) { w in
      w.einheiten["10.1"]?.gueltigkeit.ende = tag(2019, 2, 28)
      return w.h(.akte, .anlegen(angaben: .akte()), .sb)
    },
    .nein("A01", "einheitUngueltig", "Einheit gilt noch nicht", ab: .leer) { w in
      w.einheiten["10.1"]?.gueltigkeit.beginn = tag(2019, 3, 2)
      return w.h(.akte, .anlegen(angaben: .akte()), .sb)
    },
    .nein("A01", "keinBlatt", "Einheit mit Einheiten darunter", ab: .leer) { w in
      w.einheiten["10.1"]?.istBlatt = false
      return w.h(.akte, .anlegen(angaben: .akte()), .sb)
    },
    .geht("A01", "kein Blatt, aber die Richtlinie erlaubt es", ab: .leer) { w in
      w.einheiten["10.1"]?.istBlatt = false
      w.richtlinie.nurBlaetter = false
      return w.h(.akte, .anlegen(angaben: .akte()), .sb)
    } folgen: { _, w in
      #expect(w.lage(.akte) == .angelegt)
    },
    .nein("A01", "betreffLeer", "Betreff nur aus Leerzeichen", ab: .leer) { w in
      var a = Anlageangaben.akte()
      a.betreff = " \t\n"
      return w.h(.akte, .anlegen(angaben: a), .sb)
    },
    .nein("A01", "kennzeichenKollision", "Kennzeichen ist vergeben", ab: .offen) { w in
      w.h(.neu, .anlegen(angaben: .akte("A-1")), .sb)
    },
    .nein("A01", "kennzeichenKollision", "verbrannte Nummer einer stornierten Akte", ab: .leer) {
      w in
      try w.wende(w.h(.akte, .anlegen(angaben: .akte()), .sb))
      try w.wende(w.h(.akte, .stornieren(grund: "Versehen"), .reg))
      return w.h(.neu, .anlegen(angaben: .akte()), .sb)
    },
    .nein("A01", "einheitUnbekannt", "Einheit gibt es nicht", ab: .leer) { w in
      w.h(.akte, .anlegen(angaben: .akte(einheit: "99")), .sb)
    },
    .nein("A01", "kennungVergeben", "UUID ist vergeben", ab: .offen) { w in
      w.h(.akte, .anlegen(angaben: .akte("A-2")), .sb)
    },
    .nein("A01", "kennungVergeben", "UUID eines Dokuments", ab: .offen) { w in
      w.h(.brief, .anlegen(angaben: .akte("A-2")), .sb)
    },
    .nein("A01", "nichtBefugt", "das Archiv legt keine Akte an", ab: .leer) { w in
      w.h(.akte, .anlegen(angaben: .akte()), .arc)
    },

    .geht("A02", "Vorgang in der Akte", ab: .leer) { w in
      try w.wende(w.h(.akte, .anlegen(angaben: .akte()), .sb))
      w.heute = tag(2019, 4, 1)
      return w.h(.vorgang, .anlegen(angaben: .vorgang("A-1#1")), .sb, in: .akte)
    } folgen: { e, w in
      let z = try #require(w.schriftgut[.vorgang])
      #expect(z.lage == .angelegt && z.eltern == .akte && z.einheit == "10.1")
      #expect(z.federfuehrung == "Amt 20")
      let akte = try #require(w.schriftgut[.akte])
      #expect(akte.lage == .inBearbeitung && akte.hatteInhalt)
      #expect(akte.letzteBearbeitung == w.heute)
      #expect(e.schriftgut == [z, akte])
    },
    .nein("A02", "akteGeschlossen", "Akte ist zdA", ab: .geschlossen) { w in
      w.h(.neu, .anlegen(angaben: .vorgang("A-1#3")), .sb, in: .akte)
    },
    .nein("A02", "abgabeLaufend", "Akte soll abgegeben werden", ab: .offen) { w in
      try w.wende(w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), .vg))
      return w.h(.neu, .anlegen(angaben: .vorgang("A-1#3")), .sb, in: .akte)
    },
    .nein("A02", "falscheEbene", "Teilvorgang braucht einen Vorgang", ab: .offen) { w in
      w.h(.neu, .anlegen(angaben: .vorgang("A-1#3", .teilvorgang)), .sb, in: .akte)
    },
    .nein("A02", "unbekannt", "das Objekt darüber gibt es nicht", ab: .offen) { w in
      w.h(.neu, .anlegen(angaben: .vorgang("A-1#3")), .sb, in: .fremd)
    },
    .nein("A02", "einheitStillgelegt", "Vorgang in eine fremde, stillgelegte Einheit", ab: .offen) {
      w in
      try w.wende(w.e(.stilllegen, .fa, ziel: "10.2"))
      var a = Anlageangaben.vorgang("A-1#3")
      a.einheit = "10.2"
      return w.h(.neu, .anlegen(angaben: a), .sb, in: .akte)
    },
    .nein("A02", "zuTief", "tiefer als fünf Ebenen", ab: .offen) { w in
      w.richtlinie.hoechsteTiefe = 2
      return w.h(.neu, .anlegen(angaben: .vorgang("A-1#1.1", .teilvorgang)), .sb, in: .vorgang)
    },

    .geht("A03", "erstes Dokument", ab: .leer) { w in
      try w.wende(w.h(.akte, .anlegen(angaben: .akte()), .sb))
      try w.wende(w.h(.vorgang, .anlegen(angaben: .vorgang("A-1#1")), .sb, in: .akte))
      return w.d(.brief, .anlegen(angaben: .brief(1, eingehend: false)), .sb, in: .vorgang)
    } folgen: { e, w in
      #expect(w.dokumente[.brief]?.lage == .entwurf)
      let z = try #require(w.schriftgut[.vorgang])
      #expect(z.lage == .inBearbeitung && z.hatteInhalt)
      #expect(z.laufzeit == Zeitraum(beginn: tag(2019, 2, 28), ende: tag(2019, 2, 28)))
      #expect(w.schriftgut[.akte]?.laufzeit.ende == tag(2019, 2, 28))
      #expect(e.hinweise.isEmpty)
    },
    .nein("A03", "elternGeschlossen", "erstes Dokument unter einer geschlossenen Akte", ab: .offen)
    {
      w in
      try w.wende(w.h(.neu, .anlegen(angaben: .vorgang("A-1#3")), .sb, in: .akte))
      w.schriftgut[.akte]?.lage = .zdA
      return w.d(.fremd, .anlegen(angaben: .brief(9)), .sb, in: .neu)
    },
    .nein(
      "A03", "elternGeschlossen", "Dokument in einen geschlossenen Vorgang", regel: "A04",
      ab: .geschlossen
    ) {
      w in w.d(.neu, .anlegen(angaben: .brief(9)), .sb, in: .vorgang)
    },
    .nein("A03", "hashFehlt", "Prüfsumme nicht berechnet", ab: .offen) { w in
      try w.wende(w.h(.neu, .anlegen(angaben: .vorgang("A-1#3")), .sb, in: .akte))
      let a = Dokumentanlage(fassung: nil, betreff: "Brief")
      return w.d(.fremd, .anlegen(angaben: a), .system, in: .neu)
    },

    .geht("A04", "weiteres Dokument, dieselben Bytes: Hinweis", ab: .offen) { w in
      w.d(.neu, .anlegen(angaben: .brief(1)), .sb, in: .vorgang)
    } folgen: { e, w in
      #expect(e.hinweise == [.dublette(pruefsumme(1))])
      #expect(w.dokumente[.neu]?.lage == .registriert)
    },
    .geht("A04", "neue Fassung wird angehängt, nie ersetzt", ab: .offen) { w in
      w.d(.brief, .neueFassung(fassung: Fassung(hash: pruefsumme(8), groesse: 5)), .sb)
    } folgen: { _, w in
      let d = try #require(w.dokumente[.brief])
      #expect(d.fassungen.map(\.nummer) == [1, 2])
      #expect(d.fassungen.map(\.hash) == [pruefsumme(1), pruefsumme(8)])
    },
    .nein("A04", "dokumentGezeichnet", "nach der Schlusszeichnung", ab: .offen) { w in
      try w.entwurf(.neu)
      try w.wende(w.d(.neu, .schlusszeichnen(fassung: pruefsumme(5)), .vg))
      return w.d(.neu, .neueFassung(fassung: Fassung(hash: pruefsumme(8), groesse: 5)), .sb)
    },
    .nein("A04", "dokumentGezeichnet", "nach dem Versand", ab: .offen) { w in
      try w.entwurf(.neu)
      try w.wende(w.d(.neu, .schlusszeichnen(fassung: pruefsumme(5)), .vg))
      try w.wende(w.d(.neu, .versenden(kanal: "Post", empfaenger: "Frau Muster"), .sb))
      return w.d(.neu, .auschecken, .sb)
    },
    .nein("A04", "dateiZuGross", "Datei über der Grenze", ab: .offen) { w in
      w.richtlinie.hoechsteDateigroesse = 9
      return w.d(.neu, .anlegen(angaben: .brief(9)), .sb, in: .vorgang)
    },
    .nein("A04", "ausgecheckt", "jemand anderes arbeitet daran", ab: .offen) { w in
      try w.wende(w.d(.brief, .auschecken, .sb))
      return w.d(.brief, .neueFassung(fassung: Fassung(hash: pruefsumme(8), groesse: 5)), .sb2)
    },

    .geht("A05", "leere Akte", ab: .leer) { w in
      try w.wende(w.h(.akte, .anlegen(angaben: .akte()), .sb))
      return w.h(.akte, .stornieren(grund: "doppelt angelegt"), .reg)
    } folgen: { _, w in
      #expect(w.lage(.akte) == .storniert)
    },
    .nein("A05", "nichtLeer", "hatte einmal einen Vorgang", ab: .leer) { w in
      try w.wende(w.h(.akte, .anlegen(angaben: .akte()), .sb))
      try w.wende(w.h(.vorgang, .anlegen(angaben: .vorgang("A-1#1")), .sb, in: .akte))
      try w.wende(w.h(.vorgang, .stornieren(grund: "Versehen"), .reg))
      return w.h(.akte, .stornieren(grund: "doppelt angelegt"), .reg)
    },
    .nein("A05", "nichtBefugt", "Sachbearbeitung storniert nicht", ab: .leer) { w in
      try w.wende(w.h(.akte, .anlegen(angaben: .akte()), .sb))
      return w.h(.akte, .stornieren(grund: "doppelt"), .sb)
    },
    .nein("A05", "gesperrt", "unter einer Sperre", ab: .leer) { w in
      try w.wende(w.h(.akte, .anlegen(angaben: .akte()), .sb))
      try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe()), .dsb))
      return w.h(.akte, .stornieren(grund: "doppelt"), .reg)
    },
    .nein("A05", "falscheLage", "storniert bleibt storniert", ab: .leer) { w in
      try w.wende(w.h(.akte, .anlegen(angaben: .akte()), .sb))
      try w.wende(w.h(.akte, .stornieren(grund: "doppelt"), .reg))
      return w.h(.akte, .stornieren(grund: "doppelt"), .reg)
    },

    .geht("A06", "in eine andere Akte einer anderen Einheit", ab: .offen) { w in
      try w.wende(w.h(.neu, .anlegen(angaben: .akte("B-1", einheit: "10.2")), .sb))
      w.heute = tag(2019, 5, 5)
      return w.h(
        .vorgang,
        .umhaengen(nach: Umhaengung(eltern: .neu, kennzeichen: "B-1#1", grund: "falsch abgelegt")),
        .reg)
    } folgen: { e, w in
      let z = try #require(w.schriftgut[.vorgang])
      #expect(z.eltern == .neu && z.einheit == "10.2" && z.kennzeichen.text == "B-1#1")
      #expect(z.alteKennzeichen.map(\.text) == ["A-1#1"] && z.lage == .inBearbeitung)
      #expect(w.lage(.neu) == .inBearbeitung && w.schriftgut[.neu]?.hatteInhalt == true)
      #expect(
        e.aenderungen.map(\.feld) == ["Kennzeichen", "Aktenplaneinheit", "UebergeordnetesObjekt"])
    },
    .nein("A06", "zielGeschlossen", "Ziel ist zdA", ab: .geschlossen) { w in
      try w.wende(w.h(.neu, .anlegen(angaben: .akte("B-1")), .sb))
      try w.wende(w.h(.fremd, .anlegen(angaben: .vorgang("B-1#1")), .sb, in: .neu))
      return w.h(
        .fremd, .umhaengen(nach: Umhaengung(eltern: .akte, kennzeichen: "A-1#3", grund: "x")), .reg)
    },
    .nein("A06", "begruendungFehlt", "ohne Grund", ab: .offen) { w in
      w.h(.vorgang, .umhaengen(nach: Umhaengung(eltern: .akte, kennzeichen: "A", grund: " ")), .reg)
    },
    .nein("A06", "elternGeschlossen", "Geschlossenes bleibt, wo es ist", ab: .geschlossen) { w in
      try w.wende(w.h(.neu, .anlegen(angaben: .akte("B-1")), .sb))
      return w.h(
        .vorgang, .umhaengen(nach: Umhaengung(eltern: .neu, kennzeichen: "B", grund: "x")), .reg)
    },
    .nein("A06", "zielUnterhalb", "in sich selbst", ab: .offen) { w in
      w.h(
        .vorgang, .umhaengen(nach: Umhaengung(eltern: .vorgang, kennzeichen: "B", grund: "x")), .reg
      )
    },
    .nein("A06", "unbekannt", "Ziel gibt es nicht", ab: .offen) { w in
      w.h(
        .vorgang, .umhaengen(nach: Umhaengung(eltern: .fremd, kennzeichen: "B", grund: "x")), .reg)
    },
    .nein("A06", "abgabeLaufend", "darunter läuft eine Abgabe", ab: .offen) { w in
      try w.wende(w.h(.vorgang, .uebernahmeersuchen(an: "Landkreis"), .reg))
      return w.h(
        .akte, .umhaengen(nach: Umhaengung(einheit: "10.2", kennzeichen: "B-1", grund: "x")), .reg)
    },
    .nein("A06", "kennzeichenKollision", "Kennzeichen ist vergeben", ab: .offen) { w in
      w.h(
        .akte, .umhaengen(nach: Umhaengung(einheit: "10.2", kennzeichen: "A-1#1", grund: "x")), .reg
      )
    },

    .geht("A07", "anderes Amt", ab: .offen) { w in
      w.organisationseinheiten = ["Amt 32"]
      return w.h(.vorgang, .federfuehrungAendern(neu: "Amt 32"), .vg)
    } folgen: { e, w in
      #expect(w.schriftgut[.vorgang]?.federfuehrung == "Amt 32")
      #expect(
        e.aenderungen == [Aenderung(.vorgang, "Federfuehrung", alt: "Amt 20", neu: "Amt 32")])
    },
    .nein("A07", "orgUnbekannt", "Amt steht nicht im Verzeichnis", ab: .offen) { w in
      w.organisationseinheiten = ["Amt 32"]
      return w.h(.vorgang, .federfuehrungAendern(neu: "Amt 99"), .vg)
    },
    .nein("A07", "orgUnbekannt", "leer, ohne Verzeichnis", ab: .offen) { w in
      w.h(.vorgang, .federfuehrungAendern(neu: " "), .reg)
    },
    .nein("A07", "nichtBefugt", "Sachbearbeitung ändert keine Federführung", ab: .offen) { w in
      w.h(.vorgang, .federfuehrungAendern(neu: "Amt 32"), .sb)
    },
    .nein("A07", "akteGeschlossen", "nach zdA", ab: .geschlossen) { w in
      w.h(.vorgang, .federfuehrungAendern(neu: "Amt 32"), .reg)
    },
  ]
}

extension Uebergangswelt {
  /// A draft in the first Vorgang, with the digest of number 5.
  mutating func entwurf(_ id: ObjektID) throws {
    try wende(d(id, .anlegen(angaben: .brief(5, eingehend: false)), .sb, in: .vorgang))
  }
}
