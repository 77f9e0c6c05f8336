// SPDX-License-Identifier: Apache-2.0
import Akte
import Testing

@testable import Lifecycle

extension Uebergangsfall {
  /// P01–P07.
  static let angebot: [Uebergangsfall] = [
    .geht("P01", "ganze Akte", ab: .reif) { w in
      w.p(.biete([.akte]))
    } folgen: { _, w in
      let p = try #require(w.pakete[.paket])
      #expect(p.lage == .entwurf && p.objekte == [.akte, .vorgang, .zweiter])
      #expect(p.kontextobjekte.isEmpty)
      #expect(w.schriftgut[.zweiter]?.aussonderung?.paket == .paket)
      #expect(w.lage(.akte) == .inAufbewahrung, "erst das 0501 ändert die Lage")
    },
    .geht("P01", "ein Vorgang, die Akte als Kontextobjekt", ab: .reif) { w in
      w.p(.biete([.vorgang]))
    } folgen: { _, w in
      let p = try #require(w.pakete[.paket])
      #expect(p.objekte == [.vorgang] && p.kontextobjekte == [.akte])
      #expect(w.schriftgut[.akte]?.aussonderung == nil)
    },
    .geht("P01", "30-Jahres-Pflicht vor dem Ende der Frist", ab: .aufbewahrt) { w in
      var lang = Fristregel.probe(jahre: 60)
      lang.basis = .ortsrecht
      try w.wende(w.h(.akte, .fristVerlaengern(regel: lang, grund: "Satzung"), .reg))
      w.heute = tag(2048, 6, 1)
      return w.p(.biete([.akte], .dreissigJahre))
    } folgen: { _, w in
      #expect(w.paketlage == .entwurf)
    },
    .nein("P01", "nichtReif", "die Frist läuft", ab: .aufbewahrt) { w in w.p(.biete([.akte])) },
    .nein("P01", "nichtReif", "am letzten Tag der Frist", ab: .aufbewahrt) { w in
      w.heute = tag(2025, 12, 31)
      return w.p(.biete([.akte]))
    },
    .nein("P01", "nichtReif", "offen", ab: .offen) { w in w.p(.biete([.vorgang])) },
    .nein("P01", "nichtReif", "Löschverlangen, aber keines liegt vor", ab: .aufbewahrt) { w in
      w.p(.biete([.vorgang], .loeschverlangen))
    },
    .nein("P01", "gesperrt", "eine Sperre darunter", ab: .reif) { w in
      try w.wende(w.h(.zweiter, .sperreSetzen(sperre: .probe(1, .objekt)), .dsb))
      return w.p(.biete([.akte]))
    },
    .nein("P01", "gesperrt", "eine Sperre darüber", ab: .reif) { w in
      try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe()), .dsb))
      return w.p(.biete([.vorgang]))
    },
    .nein("P01", "bereitsInPaket", "ein Vorgang ist schon angeboten", ab: .reif) { w in
      try w.wende(w.p(.biete([.vorgang]), ziel: .nr(2)))
      return w.p(.biete([.akte]))
    },
    .nein("P01", "papierteilOffen", "Papierteil ungeklärt", ab: .reif) { w in
      try w.wende(w.h(.vorgang, .papierteil(offen: true, standort: ""), .reg))
      return w.p(.biete([.akte]))
    },
    .nein("P01", "abgabeLaufend", "die Akte geht an eine andere Stelle", ab: .geschlossen) { w in
      try w.wende(w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), .reg))
      w.heute = tag(2030, 1, 1)
      return w.p(.biete([.vorgang]))
    },
    .nein("P01", "unbekannt", "gibt es nicht", ab: .reif) { w in w.p(.biete([.fremd])) },
    .nein("P01", "nichtBefugt", "das Archiv liest nur", ab: .reif) { w in
      w.p(.biete([.akte]), .arc)
    },

    .geht("P02", "das 0501 geht hinaus", ab: .entwurf) { w in
      w.p(.anbieten(nachricht: .angebot, schemagueltig: true))
    } folgen: { _, w in
      #expect(w.paketlage == .angeboten && w.pakete[.paket]?.angebotenAm == w.heute)
      for id in [ObjektID.akte, .vorgang, .zweiter] { #expect(w.lage(id) == .angeboten) }
    },
    .nein("P02", "schemaFehler", "Nachricht ungültig", ab: .entwurf) { w in
      w.p(.anbieten(nachricht: .angebot, schemagueltig: false))
    },
    .nein("P02", "falscheLage", "zweimal", ab: .angeboten) { w in
      w.p(.anbieten(nachricht: .nr(77), schemagueltig: true))
    },

    .geht("P03", "Beginn der Bewertungsfrist", ab: .entwurf) { w in
      try w.wende(w.p(.anbieten(nachricht: .angebot, schemagueltig: true)))
      w.heute = tag(2030, 7, 1)
      return w.p(.eingang(504, am: tag(2030, 6, 20)), .arc)
    } folgen: { _, w in
      #expect(w.paketlage == .empfangsbestaetigt)
      #expect(w.pakete[.paket]?.empfangenAm == tag(2030, 6, 20))
    },
    .geht("P03", "doppelt: keine Wirkung", ab: .angeboten) { w in
      w.p(.eingang(504, am: w.heute), .arc)
    } folgen: { e, _ in
      #expect(e.istLeer && e.hinweise == [.bereitsVerarbeitet(.nr(504))])
    },
    .geht("P03", "eine zweite Bestätigung verschiebt nichts", ab: .angeboten) { w in
      w.heute = tag(2030, 9, 1)
      return w.p(.eingang(505, am: w.heute), .arc)
    } folgen: { _, w in
      #expect(w.pakete[.paket]?.empfangenAm == tag(2030, 6, 14))
    },
    .nein("P03", "fremdeNachricht", "Antwort auf ein anderes Angebot", ab: .angeboten) { w in
      w.p(.empfangBestaetigt(nachricht: .nr(9), antwortAuf: .nr(8), am: w.heute), .arc)
    },
    .nein("P03", "fremdeNachricht", "bevor etwas angeboten wurde", ab: .entwurf) { w in
      w.p(.eingang(504, am: w.heute), .arc)
    },
    .nein("P03", "fremdeNachricht", "empfangen vor dem Versand", ab: .angeboten) { w in
      w.p(.eingang(9, am: tag(2030, 6, 13)), .arc)
    },
    .nein("P03", "datumInZukunft", "empfangen in der Zukunft", ab: .angeboten) { w in
      w.p(.eingang(9, am: tag(2030, 6, 15)), .arc)
    },

    .geht("P04", "A, B und V", ab: .angeboten) { w in
      w.p(.werte([(.akte, "A"), (.vorgang, "V"), (.zweiter, "B")]), .arc)
    } folgen: { e, w in
      #expect(w.schriftgut[.akte]?.aussonderung?.bewertung == .archivwuerdig)
      #expect(w.schriftgut[.vorgang]?.aussonderung?.bewertung == .nichtArchivwuerdig)
      #expect(w.schriftgut[.zweiter]?.aussonderung?.bewertung == .nochZuBewerten)
      #expect(w.schriftgut[.akte]?.aussonderung?.bewertungsnachricht == .bewertung)
      #expect(w.paketlage == .bewertet && e.auftraege == [.bewertungBestaetigen(.bewertung)])
    },
    .geht("P04", "wer fehlt, bleibt angeboten", ab: .angeboten) { w in
      w.p(.werte([(.vorgang, "V")]), .arc)
    } folgen: { e, w in
      #expect(w.lage(.zweiter) == .angeboten && w.lage(.akte) == .angeboten)
      #expect(w.schriftgut[.zweiter]?.aussonderung?.bewertung == nil)
      #expect(e.hinweise == [.ohneEntscheidung([.akte, .zweiter])])
      #expect(w.paketlage == .teilweiseBewertet)
    },
    .geht("P04", "ein vereinbarter Wert", ab: .angeboten) { w in
      w.richtlinie.vereinbarteWerte = ["K": .vernichten]
      return w.p(.werte([(.vorgang, "K")]), .arc)
    } folgen: { _, w in
      #expect(w.schriftgut[.vorgang]?.aussonderung?.bewertung == .nichtArchivwuerdig)
    },
    .nein("P04", "idUnbekannt", "gehört nicht zum Angebot", ab: .angeboten) { w in
      w.p(.werte([(.fremd, "V"), (.vorgang, "V")]), .arc)
    } folgen: { _, w in
      #expect(w.lage(.vorgang) == .bewertet)
    },
    .nein("P04", "idDoppelt", "zweimal genannt", ab: .angeboten) { w in
      w.p(.werte([(.vorgang, "V"), (.vorgang, "A"), (.zweiter, "V")]), .arc)
    } folgen: { _, w in
      #expect(w.lage(.vorgang) == .angeboten && w.lage(.zweiter) == .bewertet)
    },
    .nein("P04", "widerspruch", "A unter V", ab: .angeboten) { w in
      w.p(.werte([(.akte, "V"), (.vorgang, "A"), (.zweiter, "V")]), .arc)
    } folgen: { e, w in
      #expect(w.lage(.akte) == .angeboten && w.lage(.vorgang) == .bewertet)
      #expect(e.abgelehnt == [Ablehnung(objekt: .akte, grund: .widerspruch([.vorgang]))])
    },
    .nein("P04", "wertUnbekannt", "kein vereinbarter Wert", ab: .angeboten) { w in
      w.p(.werte([(.vorgang, "X")]), .arc)
    },
    .nein("P04", "fremdeNachricht", "Antwort auf ein anderes Angebot", ab: .angeboten) { w in
      w.p(.werte([(.vorgang, "V")], auf: .nr(8)), .arc)
    },
    .nein("P04", "nichtBefugt", "die Sachbearbeitung bewertet nicht", ab: .angeboten) { w in
      w.p(.werte([(.vorgang, "V")]), .sb)
    },

    .nein("P05", "keineEntscheidung", "B ist keine Erlaubnis zum Löschen", ab: .bewertet("B")) {
      w in
      w.heute = tag(2060, 1, 1)
      return w.h(.akte, .vernichten, .reg, mit: .vg)
    },
    .geht("P05", "B kann später entschieden werden", regel: "P04", ab: .bewertet("B")) { w in
      w.p(.werte([(.akte, "V"), (.vorgang, "V"), (.zweiter, "V")], nachricht: .nr(9)), .arc)
    } folgen: { _, w in
      #expect(w.schriftgut[.akte]?.aussonderung?.bewertung == .nichtArchivwuerdig)
    },

    .geht("P06", "am Tag nach der Frist", ab: .angeboten) { w in
      w.richtlinie.bewertungsfrist = .sechsMonate
      w.heute = tag(2030, 12, 15)
      return w.p(.fristablauf, .system)
    } folgen: { e, w in
      #expect(w.lage(.akte) == .bewertet && w.paketlage == .bewertet)
      #expect(w.schriftgut[.akte]?.aussonderung?.bewertung == .fristablauf)
      #expect(e.auftraege.isEmpty, "vernichtet wird nur durch die Registratur")
    },
    .nein("P06", "bewertungsfristLaeuft", "am letzten Tag", ab: .angeboten) { w in
      w.richtlinie.bewertungsfrist = .sechsMonate
      w.heute = tag(2030, 12, 14)
      return w.p(.fristablauf, .system)
    },
    .nein("P06", "keineFristKonfiguriert", "ohne festgelegte Frist nie", ab: .angeboten) { w in
      w.heute = tag(2099, 1, 1)
      return w.p(.fristablauf, .system)
    },
    .nein("P06", "zugangNichtNachgewiesen", "kein 0504", ab: .entwurf) { w in
      try w.wende(w.p(.anbieten(nachricht: .angebot, schemagueltig: true)))
      w.richtlinie.bewertungsfrist = .sechsMonate
      w.heute = tag(2099, 1, 1)
      return w.p(.fristablauf, .system)
    },
    .nein("P06", "falscheLage", "nichts angeboten", ab: .entwurf) { w in
      w.richtlinie.bewertungsfrist = .sechsMonate
      return w.p(.fristablauf, .reg)
    },
    .nein("P06", "nichtBefugt", "Sachbearbeitung", ab: .angeboten) { w in
      w.richtlinie.bewertungsfrist = .sechsMonate
      w.heute = tag(2099, 1, 1)
      return w.p(.fristablauf, .sb)
    },

    .geht("P07", "zurück in die Altregistratur", ab: .angeboten) { w in
      w.p(.zurueckziehen(grund: "Versehen"))
    } folgen: { e, w in
      for id in [ObjektID.akte, .vorgang, .zweiter] {
        #expect(w.lage(id) == .inAufbewahrung && w.schriftgut[id]?.aussonderung == nil)
      }
      #expect(w.paketlage == .zurueckgezogen && e.auftraege == [.ruecknahmeMitteilen(.paket)])
    },
    .nein("P07", "bereitsAbgegeben", "ein 0503 ist hinaus", ab: .abgegeben) { w in
      w.p(.zurueckziehen(grund: "Versehen"))
    },
    .nein("P07", "begruendungFehlt", "ohne Grund", ab: .angeboten) { w in
      w.p(.zurueckziehen(grund: ""))
    },
    .nein("P07", "nichtBefugt", "das Archiv zieht nichts zurück", ab: .angeboten) { w in
      w.p(.zurueckziehen(grund: "x"), .arc)
    },
  ]

  /// P08–P16.
  static let abgabe: [Uebergangsfall] = [
    .geht("P08", "geprüft abgegeben", ab: .bewertet("A")) { w in
      w.p(.gebeAb([.akte, .vorgang]))
    } folgen: { _, w in
      #expect(w.lage(.akte) == .abgegeben && w.lage(.zweiter) == .bewertet)
      #expect(w.pakete[.paket]?.abgegeben == [.akte, .vorgang])
      #expect(w.pakete[.paket]?.abgabenachrichten == [.abgabe])
    },
    .nein("P08", "hashAbweichung", "Prüfsummen weichen ab", ab: .bewertet("A")) { w in
      var p = Abgabepruefung.gut(.akte)
      p.hashesGeprueft = false
      return w.p(.abgeben(nachrichten: [.abgabe], pruefungen: [p, .gut(.vorgang)]))
    } folgen: { _, w in
      #expect(w.lage(.akte) == .bewertet && w.lage(.vorgang) == .abgegeben)
    },
    .nein("P08", "formatNichtVereinbart", "kein vereinbartes Format", ab: .bewertet("A")) { w in
      var p = Abgabepruefung.gut(.akte)
      p.formateVereinbart = false
      return w.p(.abgeben(nachrichten: [.abgabe], pruefungen: [p]))
    },
    .nein("P08", "virenpruefungFehlt", "Virenprüfung fehlt", ab: .bewertet("A")) { w in
      var p = Abgabepruefung.gut(.akte)
      p.virenfrei = false
      return w.p(.abgeben(nachrichten: [.abgabe], pruefungen: [p]))
    },
    .nein("P08", "papierteilOffen", "Papierliste fehlt", ab: .bewertet("A")) { w in
      w.schriftgut[.akte]?.papierteilOffen = true
      return w.p(.gebeAb([.akte]))
    },
    .nein("P08", "nichtArchivwuerdig", "V wird nicht abgegeben", ab: .bewertet("V")) { w in
      w.p(.gebeAb([.akte]))
    },
    .nein("P08", "idUnbekannt", "gehört nicht zum Angebot", ab: .bewertet("A")) { w in
      w.p(.gebeAb([.fremd]))
    },
    .nein("P08", "schemaFehler", "keine Nachricht", ab: .bewertet("A")) { w in
      w.p(.abgeben(nachrichten: [], pruefungen: [.gut(.akte)]))
    },

    .geht("P09", "nur vermerkt: kein Recht zu löschen", ab: .abgegeben) { w in
      w.p(.empfang(nachricht: .nr(507)), .arc)
    } folgen: { e, w in
      #expect(e.schriftgut.isEmpty && w.lage(.akte) == .abgegeben)
      var nachher = w
      nachher.heute = tag(2060, 1, 1)
      #expect(nachher.ablehnung(nachher.h(.akte, .vernichten, .reg, mit: .vg)) == "P12 falscheLage")
    },
    .nein("P09", "fremdeNachricht", "nichts abgegeben", ab: .bewertet("A")) { w in
      w.p(.empfang(nachricht: .nr(507)), .arc)
    },

    .geht("P10", "übernommen mit Archivkennung", ab: .abgegeben) { w in
      w.p(.importiere([.akte, .vorgang, .zweiter]), .arc)
    } folgen: { _, w in
      let a = try #require(w.schriftgut[.akte]?.aussonderung)
      #expect(w.lage(.akte) == .uebernommen && a.archivkennung == "Arch \(ObjektID.akte)")
      #expect(a.uebernommenAm == w.heute && w.paketlage == .importiert)
    },
    .geht("P10", "nur ein Teil der Objekte", ab: .abgegeben) { w in
      w.p(.importiere([.akte]), .arc)
    } folgen: { _, w in
      #expect(w.lage(.akte) == .uebernommen && w.lage(.vorgang) == .abgegeben)
      #expect(w.paketlage == .teilweiseImportiert)
    },
    .nein("P10", "idFehlt", "wurde nicht abgegeben", ab: .bewertet("A")) { w in
      try w.wende(w.p(.gebeAb([.akte])))
      return w.p(.importiere([.vorgang, .akte]), .arc)
    } folgen: { _, w in
      #expect(w.lage(.vorgang) == .bewertet && w.lage(.akte) == .uebernommen)
    },
    .nein("P10", "teilFehlt", "Teil 1 von 2: noch nichts ist übernommen", ab: .abgegeben) { w in
      w.p(.importiere([.akte], teil: 1, von: 2), .arc)
    } folgen: { _, w in
      #expect(w.lage(.akte) == .abgegeben && w.paketlage == .abgegeben)
    },
    .geht("P10", "Teil 2 bringt alle", ab: .abgegeben) { w in
      try w.wende(w.p(.importiere([.akte], nachricht: 1, teil: 2, von: 2), .arc))
      return w.p(.importiere([.vorgang], nachricht: 2, teil: 1, von: 2), .arc)
    } folgen: { _, w in
      #expect(w.lage(.akte) == .uebernommen && w.lage(.vorgang) == .uebernommen)
      #expect(w.pakete[.paket]?.wartendeErgebnisse.isEmpty == true)
    },
    .nein("P10", "schemaFehler", "Teil 3 von 2", ab: .abgegeben) { w in
      w.p(.importiere([.akte], teil: 3, von: 2), .arc)
    },
    .nein("P10", "fremdeNachricht", "bevor etwas abgegeben wurde", ab: .bewertet("A")) { w in
      w.p(.importiere([.akte]), .arc)
    },

    .nein("P10f", "importFehlgeschlagen", "bleibt abgegeben", regel: "P10", ab: .abgegeben) { w in
      w.p(.scheitere([.akte], dazu: [.vorgang]), .arc)
    } folgen: { _, w in
      #expect(w.lage(.akte) == .abgegeben && w.lage(.vorgang) == .uebernommen)
      #expect(w.schriftgut[.akte]?.aussonderung?.importfehler == "Format unlesbar")
    },
    .geht("P10f", "noch einmal abgegeben und übernommen", regel: "P10", ab: .abgegeben) { w in
      try w.wende(w.p(.scheitere([.akte]), .arc))
      try w.wende(w.p(.abgeben(nachrichten: [.nr(88)], pruefungen: [.gut(.akte)])))
      #expect(w.schriftgut[.akte]?.aussonderung?.importfehler == nil)
      return w.p(.importiere([.akte], nachricht: 89), .arc)
    } folgen: { _, w in
      #expect(w.lage(.akte) == .uebernommen)
    },
    .nein(
      "P10f", "importFehlgeschlagen", "Erfolg und Misserfolg zugleich", regel: "P10", ab: .abgegeben
    ) {
      w in
      w.p(.scheitere([.akte], dazu: [.akte]), .arc)
    } folgen: { _, w in
      #expect(w.lage(.akte) == .abgegeben)
    },

    .geht("P11", "nach der Karenz", ab: .uebernommen) { w in
      w.heute = tag(2030, 10, 1)
      return w.h(.akte, .vernichten, .reg)
    } folgen: { e, w in
      #expect(w.lage(.akte) == .vernichtet && w.dokumente[.brief]?.lage == .vernichtet)
      #expect(w.schriftgut[.akte]?.vernichtung?.grund == .abgeliefert)
      guard case .loesche(let f)? = e.auftraege.first else {
        Issue.record("keine Löschfreigabe")
        return
      }
      #expect(Set(f.eintraege.prefix(2).map(\.objekt)) == [.vorgang, .zweiter])
      #expect(f.eintraege.last?.objekt == .akte && f.am == w.heute)
      #expect(f.eintraege.flatMap(\.dokumente).sorted() == [.brief, .zweiterBrief])
      #expect(f.eintraege.allSatisfy { $0.grund == .abgeliefert })
    },
    .nein("P11", "gesperrt", "unter einer Sperre", ab: .uebernommen) { w in
      try w.wende(w.h(.zweiter, .sperreSetzen(sperre: .probe(1, .objekt)), .dsb))
      w.heute = tag(2031, 1, 1)
      return w.h(.akte, .vernichten, .reg)
    },
    .nein("P11", "karenzLaeuft", "einen Tag zu früh", ab: .uebernommen) { w in
      w.heute = tag(2030, 9, 30)
      return w.h(.akte, .vernichten, .reg)
    },
    .nein("P11", "fremderVerweis", "eine andere Stelle verweist darauf", ab: .uebernommen) { w in
      w.heute = tag(2031, 1, 1)
      w.hindernisse[.zweiter] = ["Landkreis, Az. 7"]
      return w.h(.akte, .vernichten, .reg)
    },
    .nein("P11", "vierAugenFehlt", "wenn die Richtlinie zwei verlangt", ab: .uebernommen) { w in
      w.heute = tag(2031, 1, 1)
      w.richtlinie.loeschenZuZweit = true
      return w.h(.akte, .vernichten, .reg)
    },
    .nein("P11", "fristLaeuft", "übernommen vor dem Ende der Aufbewahrung", ab: .uebernommen) { w in
      w.heute = tag(2031, 1, 1)
      w.schriftgut[.vorgang]?.frist?.reifAb = tag(2031, 1, 2)
      return w.h(.akte, .vernichten, .reg)
    },
    .nein("P11", "fristLaeuft", "übernommen, aber unbefristet aufzubewahren", ab: .uebernommen) {
      w in
      w.heute = tag(2099, 1, 1)
      w.schriftgut[.vorgang]?.frist?.reifAb = nil
      return w.h(.akte, .vernichten, .reg)
    },
    .nein("P11", "fristLaeuft", "übernommen, aber nirgends eine Regel", ab: .uebernommen) { w in
      w.heute = tag(2099, 1, 1)
      for id in [ObjektID.akte, .vorgang, .zweiter] { w.schriftgut[id]?.frist = nil }
      return w.h(.akte, .vernichten, .reg)
    },
    .geht("P11", "ein Vorgang ohne eigene Regel folgt der Akte", ab: .uebernommen) { w in
      w.heute = tag(2030, 10, 1)
      w.schriftgut[.vorgang]?.frist = nil
      return w.h(.akte, .vernichten, .reg)
    } folgen: { _, w in
      #expect(w.lage(.vorgang) == .vernichtet)
    },
    .geht("P11", "eine nachgetragene Regel führt aus der Sackgasse (A17)", ab: .uebernommen) { w in
      w.heute = tag(2035, 1, 1)
      w.schriftgut[.vorgang]?.frist?.reifAb = nil
      w.schriftgut[.vorgang]?.frist?.ende = nil
      let regel = try #require(w.schriftgut[.akte]?.frist?.regel)
      try w.wende(
        w.h(.vorgang, .fristVerkuerzen(regel: regel, rechtsgrundlage: "Anlage 2"), .reg, mit: .fa))
      return w.h(.akte, .vernichten, .reg)
    } folgen: { _, w in
      #expect(w.lage(.vorgang) == .vernichtet)
    },
    .nein("P11", "nichtBefugt", "das System löscht nicht von selbst", ab: .uebernommen) { w in
      w.heute = tag(2031, 1, 1)
      return w.h(.akte, .vernichten, .system)
    },

    .geht("P12", "V, nach der Frist, zu zweit", ab: .bewertet("V")) { w in
      w.h(.akte, .vernichten, .reg, mit: .vg)
    } folgen: { e, w in
      for id in [ObjektID.akte, .vorgang, .zweiter] {
        #expect(w.lage(id) == .vernichtet)
        #expect(
          w.schriftgut[id]?.vernichtung
            == Vernichtungsvermerk(grund: .nichtArchivwuerdig, am: w.heute))
      }
      #expect(e.auftraege.count == 1 && w.dokumente[.zweiterBrief]?.lage == .vernichtet)
    },
    .geht("P12", "nach Fristablauf", ab: .angeboten) { w in
      w.richtlinie.bewertungsfrist = .sechsMonate
      w.heute = tag(2031, 1, 1)
      try w.wende(w.p(.fristablauf, .system))
      return w.h(.akte, .vernichten, .reg, mit: .dsb)
    } folgen: { _, w in
      #expect(w.schriftgut[.akte]?.vernichtung?.grund == .fristablauf)
    },
    .geht("P12", "ein Vorgang allein", ab: .bewertet("V")) { w in
      w.h(.vorgang, .vernichten, .reg, mit: .reg2)
    } folgen: { _, w in
      #expect(w.lage(.vorgang) == .vernichtet && w.lage(.akte) == .bewertet)
      #expect(w.dokumente[.zweiterBrief]?.lage == .registriert)
    },
    .nein("P12", "fristLaeuft", "früh angeboten, Frist läuft noch", ab: .aufbewahrt) { w in
      try w.wende(w.p(.biete([.akte], .vereinbarung)))
      try w.wende(w.p(.anbieten(nachricht: .angebot, schemagueltig: true)))
      try w.wende(w.p(.werte([(.akte, "V"), (.vorgang, "V"), (.zweiter, "V")]), .arc))
      w.heute = tag(2025, 12, 31)
      return w.h(.akte, .vernichten, .reg, mit: .vg)
    },
    .nein("P12", "gesperrt", "eine Sperre darüber", ab: .bewertet("V")) { w in
      try w.wende(w.h(.akte, .sperreSetzen(sperre: .probe()), .dsb))
      return w.h(.vorgang, .vernichten, .reg, mit: .vg)
    },
    .nein("P12", "dauerndAufzubewahren", "Personenstandsregister", ab: .bewertet("V")) { w in
      w.schriftgut[.zweiter]?.frist?.regel.nieLoeschen = true
      return w.h(.akte, .vernichten, .reg, mit: .vg)
    },
    .nein("P12", "vierAugenFehlt", "allein", ab: .bewertet("V")) { w in
      w.h(.akte, .vernichten, .reg)
    },
    .nein("P12", "vierAugenFehlt", "mit sich selbst", ab: .bewertet("V")) { w in
      w.h(.akte, .vernichten, .reg, mit: .reg)
    },
    .nein("P12", "vierAugenFehlt", "die zweite Person hat keine passende Rolle", ab: .bewertet("V"))
    {
      w in w.h(.akte, .vernichten, .reg, mit: .sb)
    },
    .nein("P12", "keineEntscheidung", "nur angeboten", ab: .angeboten) { w in
      w.h(.akte, .vernichten, .reg, mit: .vg)
    },
    .nein("P12", "falscheLage", "nie angeboten", ab: .reif) { w in
      w.h(.akte, .vernichten, .reg, mit: .vg)
    },

    .nein("P13", "archivwuerdig", "Registratur zu zweit", ab: .bewertet("A")) { w in
      w.h(.akte, .vernichten, .reg, mit: .vg)
    },
    .nein("P13", "archivwuerdig", "wer auch immer", ab: .bewertet("A")) { w in
      w.h(.akte, .vernichten, Akteur(kennung: "alle", rollen: Set(Rolle.allCases)), mit: .reg)
    },
    .nein("P13", "archivwuerdig", "ein Vorgang darin ist A", ab: .bewertet("V")) { w in
      w.schriftgut[.vorgang]?.aussonderung?.bewertung = .archivwuerdig
      return w.h(.akte, .vernichten, .reg, mit: .vg)
    },

    .geht("P14", "Genehmigung für die Einheit", ab: .reif) { w in
      try w.genehmige(.vernichten)
      return w.h(.akte, .vernichtenNachGenehmigung, .reg, mit: .vg)
    } folgen: { e, w in
      #expect(w.lage(.zweiter) == .vernichtet && e.auftraege.count == 1)
      #expect(w.schriftgut[.akte]?.vernichtung?.grund == .genehmigung)
    },
    .nein("P14", "genehmigungUngueltig", "keine", ab: .reif) { w in
      w.h(.akte, .vernichtenNachGenehmigung, .reg, mit: .vg)
    },
    .nein("P14", "genehmigungUngueltig", "abgelaufen", ab: .reif) { w in
      try w.genehmige(.vernichten, Zeitraum(ende: tag(2030, 6, 13)))
      return w.h(.akte, .vernichtenNachGenehmigung, .reg, mit: .vg)
    },
    .nein("P14", "genehmigungUngueltig", "der Katalog sagt A", ab: .reif) { w in
      try w.genehmige(.archivieren)
      return w.h(.akte, .vernichtenNachGenehmigung, .reg, mit: .vg)
    },
    .nein("P14", "genehmigungUngueltig", "ein Vorgang gehört zu einer anderen Einheit", ab: .reif) {
      w in
      try w.genehmige(.vernichten)
      w.schriftgut[.zweiter]?.einheit = "10.2"
      return w.h(.akte, .vernichtenNachGenehmigung, .reg, mit: .vg)
    },
    .nein("P14", "fristLaeuft", "die Frist läuft", ab: .aufbewahrt) { w in
      try w.genehmige(.vernichten)
      return w.h(.akte, .vernichtenNachGenehmigung, .reg, mit: .vg)
    },
    .nein("P14", "vierAugenFehlt", "allein", ab: .reif) { w in
      try w.genehmige(.vernichten)
      return w.h(.akte, .vernichtenNachGenehmigung, .reg)
    },
    .nein("P14", "inAussonderung", "einzeln angeboten", ab: .angeboten) { w in
      try w.genehmige(.vernichten)
      w.schriftgut[.akte]?.lage = .inAufbewahrung
      return w.h(.akte, .vernichtenNachGenehmigung, .reg, mit: .vg)
    },
    .nein("P14", "abgabeLaufend", "eine andere Stelle soll übernehmen", ab: .geschlossen) { w in
      try w.genehmige(.vernichten)
      try w.wende(w.h(.akte, .uebernahmeersuchen(an: "Landkreis"), .reg))
      w.heute = tag(2030, 6, 14)
      for id in [ObjektID.akte, .vorgang, .zweiter] {
        try w.wende(w.h(id, .transferfristAbgelaufen, .system))
      }
      return w.h(.vorgang, .vernichtenNachGenehmigung, .reg, mit: .vg)
    },
    .nein(
      "P14", "archivwuerdig", "das Archiv hatte A gesagt, das Angebot wurde zurückgezogen",
      ab: .bewertet("A")
    ) {
      w in
      try w.genehmige(.vernichten)
      try w.wende(w.p(.zurueckziehen(grund: "Umweg")))
      return w.h(.akte, .vernichtenNachGenehmigung, .reg, mit: .vg)
    },

    .geht("P15", "ohne Angebot abgegeben", ab: .reif) { w in
      try w.genehmige(.archivieren)
      return w.p(.katalogabgabe([.akte]))
    } folgen: { _, w in
      #expect(w.lage(.zweiter) == .abgegeben && w.paketlage == .abgegeben)
      #expect(w.schriftgut[.akte]?.aussonderung?.bewertung == .archivwuerdig)
      #expect(w.pakete[.paket]?.abgegeben == [.akte, .vorgang, .zweiter])
    },
    .nein("P15", "katalogFehlt", "keine Bewertung der Einheit", ab: .reif) { w in
      w.p(.katalogabgabe([.akte]))
    },
    .nein("P15", "katalogFehlt", "die Einheit ist V", ab: .reif) { w in
      try w.genehmige(.vernichten)
      return w.p(.katalogabgabe([.akte]))
    },
    .nein("P15", "nichtReif", "die Frist läuft", ab: .aufbewahrt) { w in
      try w.genehmige(.archivieren)
      return w.p(.katalogabgabe([.akte]))
    },
    .nein("P15", "gesperrt", "eine Sperre darunter", ab: .reif) { w in
      try w.genehmige(.archivieren)
      try w.wende(w.h(.zweiter, .sperreSetzen(sperre: .probe(1, .objekt)), .dsb))
      return w.p(.katalogabgabe([.akte]))
    },

    .nein("P16", "vernichtet", "Wiederaufnahme", ab: .vernichtet) { w in
      w.h(.akte, .wiederaufnehmen(grund: "x"), .reg, mit: .vg)
    },
    .nein("P16", "vernichtet", "Sperre", ab: .vernichtet) { w in
      w.h(.akte, .sperreSetzen(sperre: .probe()), .dsb)
    },
    .nein("P16", "vernichtet", "neue Fassung", ab: .vernichtet) { w in
      w.d(.brief, .neueFassung(fassung: Fassung(hash: pruefsumme(8), groesse: 5)), .sb)
    },
    .nein("P16", "vernichtet", "neues Dokument", ab: .vernichtet) { w in
      w.d(.neu, .anlegen(angaben: .brief(9)), .sb, in: .vorgang)
    },
    .nein("P16", "vernichtet", "Import eines Dokuments", ab: .vernichtet) { w in
      w.d(.neu, .uebernehmen(angaben: .brief(9)), .system, in: .vorgang)
    },
    .nein("P16", "vernichtet", "neuer Vorgang", ab: .vernichtet) { w in
      w.h(.neu, .anlegen(angaben: .vorgang("A-1#3")), .sb, in: .akte)
    },
    .nein("P16", "vernichtet", "noch einmal vernichten", ab: .vernichtet) { w in
      w.h(.akte, .vernichten, .reg, mit: .vg)
    },
    .nein(
      "P16", "kennungVergeben", "die UUID wird nie wieder vergeben", regel: "A01", ab: .vernichtet
    ) {
      w in w.h(.akte, .anlegen(angaben: .akte("A-7")), .sb)
    },
  ]
}

extension Uebergangswelt {
  mutating func genehmige(_ art: Katalogart, _ zeitraum: Zeitraum = Zeitraum()) throws {
    try wende(
      e(
        .vorabbewerten(
          bewertung: Vorabbewertung(nachweis: "Gen. 12", art: art, gueltigkeit: zeitraum)), .arc))
  }
}

extension Paketereignis {
  static func scheitere(_ objekte: [ObjektID], dazu gut: [ObjektID] = []) -> Self {
    .importBestaetigt(
      nachricht: .nr(508), teil: 1, gesamt: 1,
      ergebnisse: gut.map { Importergebnis($0, erfolgreich: true) }
        + objekte.map {
          Importergebnis($0, erfolgreich: false, fehlertext: "Format unlesbar")
        })
  }
  static func katalogabgabe(_ objekte: [ObjektID]) -> Self {
    .abgebenNachKatalog(
      prozess: .nr(7), nachrichten: [.abgabe], pruefungen: objekte.map { .gut($0) })
  }
}
