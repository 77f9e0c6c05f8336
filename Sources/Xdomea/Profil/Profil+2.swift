// SPDX-License-Identifier: Apache-2.0

/// xdomea 2.3 and 2.4: the same elements, a list URI and a default apart (FAKTEN 5.3 and 5.4).
enum Plaene2 {
  /// All plans.
  ///
  /// - Parameters:
  ///   - laenderliste: The list of countries.
  ///   - empfangsbestaetigung: What an empty `Empfangsbestaetigung` means.
  /// - Returns: The plans of a version.
  static func alle(
    laenderliste: Codebindung, empfangsbestaetigung: Wertart
  ) -> [Plan: Bauplan] {
    Plaene3.alle
      .filter { !nurAb3.contains($0.key) }
      .merging(abweichend) { $1 }
      .merging([
        .staat: [.code("Staat", .staat, laenderliste, .eins)],
        .kopf0501: kopf + [
          .wert("Empfangsbestaetigung", .empfangsbestaetigung, empfangsbestaetigung, .eins)
        ],
      ]) { $1 }
  }

  /// The messages that there are in 2.x; list 1.0 calls one of them otherwise (FAKTEN 1, note 2).
  static let typen: [Nachrichtentyp: Typplan] = Plaene3.typen
    .filter { $0.key.rawValue <= "0506" }
    .merging([
      .bewertungsverzeichnis: .init(
        "Aussonderung.Bewertungsverzeichnis", .nachricht0502,
        codename: "Anbietung.Bewertungsverzeichnis")
    ]) { $1 }

  private static let nurAb3: Set<Plan> = [
    .signaturSiegel, .aufbewahrungsdauer, .aussonderungsart, .nachricht0511, .nachricht0513,
    .nachricht0514, .kopf0511, .rueckmeldung0514, .aktenplanBewertung, .aktenplaneinheitBewertung,
  ]

  /// What differs from 3.x.
  private static let abweichend: [Plan: Bauplan] = [
    // One result for the whole message; entries only name the archive's ids.
    .nachricht0506: [
      .huelle("Kopf", .kopfBasis, .eins),
      .huelle("ErfolgOderMisserfolg", .erfolgOderMisserfolg, .eins),
    ],
    .erfolgOderMisserfolg: [
      .wert("Erfolgreich", .erfolgreich, .wahrheitSonst1, .eins),
      .text("Fehlermeldung", .fehlermeldungen),
      .block("Rueckgabeparameter", .rueckmeldungen, .rueckmeldung, .viele),
    ],
    .rueckmeldung: [
      .wert("ID", .id, .uuid, .eins),
      .text("Archivkennung", .archivkennung, .eins),
    ],
    .bewertung: [
      .wert("ID", .id, .uuid, .eins),
      .code("Aussonderungsart", .aussonderungsartCode, .fest("aussonderungsart", "1.0"), .eins),
    ],
    .kopfBasis: kopf,
    .kopf0503: kopf + [
      .wert("Importbestaetigung", .importbestaetigung, .fest1, .eins),
      .wert("RueckmeldungArchivkennung", .rueckmeldungArchivkennung, .wahrheit, .eins),
    ],
    .akte: [
      .block("Identifikation", .identifikation, .identifikation, .eins),
      .block("AllgemeineMetadaten", .allgemeineMetadaten, .allgemeineMetadaten),
      .block("ArchivspezifischeMetadaten", .aussonderungsmetadaten, .aussonderungsmetadaten),
      .text("Standort", .standort),
      .text("Typ", .typ),
      .block("Laufzeit", .laufzeit, .zeitraum),
      .block("HistorienProtokollInformation", .historie, .historie, .viele),
      .block("InternerGeschaeftsgang", .geschaeftsgaenge, .geschaeftsgang),
      .huelle("Akteninhalt", .akteninhalt),
      .block("Verweis", .verweise, .verweis, .viele),
      .block("Kontakt", .kontakte, .kontakt, .viele),
      .block("Teilakte", .teilakten, .akte, .viele),
      .block("AnwendungsspezifischeErweiterung", .erweiterungen, .erweiterung),
    ],
    // A choice in 2.x: only documents or only Vorgänge (R67).
    .akteninhalt: [
      .block("Dokument", .dokumente, .dokument, .viele),
      .block("Vorgang", .vorgaenge, .vorgang, .viele),
    ],
    .vorgang: [
      .block("Identifikation", .identifikation, .identifikation, .eins),
      .block("AllgemeineMetadaten", .allgemeineMetadaten, .allgemeineMetadaten),
      .block("ArchivspezifischeMetadaten", .aussonderungsmetadaten, .aussonderungsmetadaten),
      .text("Aktenbetreff", .aktenbetreff),
      .text("Typ", .typ),
      .wert("ZdA", .zdA, .wahrheit),
      .block("Laufzeit", .laufzeit, .zeitraum),
      .block("HistorienProtokollInformation", .historie, .historie, .viele),
      .block("InternerGeschaeftsgang", .geschaeftsgaenge, .geschaeftsgang),
      .block("Dokument", .dokumente, .dokument, .viele),
      .block("Verweis", .verweise, .verweis, .viele),
      .block("Kontakt", .kontakte, .kontakt, .viele),
      .block("AnwendungsspezifischeErweiterung", .erweiterungen, .erweiterung),
      .block("Teilvorgang", .teilvorgaenge, .vorgang, .viele),
    ],
    .dokument: dokument,
    .anlage: dokument + [.text("Nummer", .anlagenummer)],
    .format: GemeinsamePlaene.format(.fest("dateiformat", "1.0")),
    .primaerdokument: [
      .text("Dateiname", .dateiname, .eins),
      .text("Ersteller", .ersteller),
      .wert("DatumUhrzeit", .datumUhrzeit, .zeitpunkt),
      .roh("Signaturdaten", .signaturdaten),
    ],
    .identifikation: [
      .wert("ID", .id, .uuid, .eins),
      .text("NummerImUebergeordnetenContainer", .nummerImContainer),
    ],
    .allgemeineMetadaten: [
      .text("Betreff", .betreff),
      .text("Kennzeichen", .kennzeichen),
      .text("Federfuehrung", .federfuehrung),
      .code("Vertraulichkeitsstufe", .geheimhaltungsgrad, .fest("vertraulichkeitsstufe", "1.0")),
      .text("Bemerkung", .bemerkung),
      .code("Medium", .medium, .fest("medium", "1.0")),
      .block("Aktenplaneinheit", .aktenplaneinheit, .aktenplanverweis),
    ],
    .aktenplanverweis: [
      .text("Kennzeichen", .kennzeichen),
      .text("Inhaltsangabe", .inhaltsangabe),
    ],
    .aussonderungsmetadaten: [
      .wert("Aufbewahrungsdauer", .anzahlJahre, .ganzzahl),
      .code("Aussonderungsart", .aussonderungsartCode, .fest("aussonderungsart", "1.0")),
      .text("Kennung", .kennung),
      .code("Bewertungsvorschlag", .bewertungsvorschlag, .fest("bewertungsvorschlag", "1.0")),
      .wert("Aufbewahrungsende", .aufbewahrungsende, .jahr),
    ],
    .historie: [
      .text("Metadatum", .metadatumName),
      .text("AlterWert", .metadatumAlterWert),
      .text("NeuerWert", .metadatumNeuerWert),
      .text("Akteur", .akteur, .eins),
      .wert("DatumUhrzeit", .datumUhrzeit, .zeitpunkt, .eins),
      .text("Bemerkung", .bemerkung),
      .text("Aktion", .aktion, .eins),
    ],
    .beteiligungsschritt: [
      .text("Nummer", .nummer, .eins),
      .code("Status", .status, .fest("beteiligungsstatus", "1.0"), .eins),
      .block("Verfuegung", .verfuegung, .verfuegung, .eins),
      .block("Bearbeitung", .bearbeitung, .bearbeitung),
    ],
    .verfuegung: GemeinsamePlaene.verfuegung(uhrzeit: .eins),
    .bearbeitung: [
      .block("Bearbeiter", .bearbeiter, .kontakt, .eins),
      .wert("Datum", .datum, .tag, .eins),
      .wert("Uhrzeit", .uhrzeit, .uhrzeit, .eins),
      .text("Vermerk", .vermerk),
      .text("Notiz", .notiz),
      .block("Anlage", .dokumente, .dokument, .viele),
    ],
    .behoerdenkennung: [
      .code("Kennung", .behoerdenschluessel, .beliebig),
      .code("Praefix", .praefix, .beliebig),
    ],
    .erreichbarkeit: [
      .wert("IstDienstlich", .istDienstlich, .wahrheit),
      .code("Kanal", .kanal, .fest("kommunikationsart", "1.0")),
      .text("Kennung", .kennung),
      .text("Zusatz", .zusatz),
    ],
    .feld: GemeinsamePlaene.feld(.fest("datentyp", "1.0")),
    .aktenplaneinheit: [
      .text("Kennzeichen", .kennzeichen),
      .text("Inhaltsangabe", .inhaltsangabe),
      .code("Aussonderungsart", .aussonderungsartCode, .fest("aussonderungsart", "1.0"), .eins),
      .wert("Stillgelegt", .stillgelegt, .wahrheitSonst0, .eins),
      .wert("Aufbewahrungsdauer", .anzahlJahre, .ganzzahl, .eins),
      .block("Einheit", .einheiten, .aktenplaneinheit, .viele),
    ],
  ]

  private static let kopf: Bauplan = [
    .wert("ProzessID", .prozessID, .uuid, .eins),
    .code("Nachrichtentyp", .nachrichtentyp, .fest("nachrichtentyp", "1.0"), .eins),
    .wert("Erstellungszeitpunkt", .erstellungszeitpunkt, .zeitpunkt, .eins),
    .block("Absender", .absender, .kontakt, .eins),
    .block("Empfaenger", .empfaenger, .kontakt, .eins),
    .huelle("SendendesSystem", .sendendesSystem, .eins),
    .text("Hinweis", .hinweis),
    .block("AnwendungsspezifischeErweiterung", .erweiterungen, .erweiterung),
  ]

  private static let dokument: Bauplan = [
    .block("Identifikation", .identifikation, .identifikation, .eins),
    .block("AllgemeineMetadaten", .allgemeineMetadaten, .allgemeineMetadaten),
    .text("FremdesGeschaeftszeichen", .fremdesGeschaeftszeichen),
    .wert("Posteingangsdatum", .posteingangsdatum, .tag),
    .wert("Postausgangsdatum", .postausgangsdatum, .tag),
    .wert("DatumDesSchreibens", .datumDesSchreibens, .tag),
    .text("Bezug", .bezug),
    .text("Hier", .hier),
    .text("Bearbeiter", .bearbeitername),
    .text("Typ", .typ),
    .block("HistorienProtokollInformation", .historie, .historie, .viele),
    .block("InternerGeschaeftsgang", .geschaeftsgaenge, .geschaeftsgang),
    .block("Version", .versionen, .version, .viele),
    .block("Verweis", .verweise, .verweis, .viele),
    .block("Anlage", .anlagen, .anlage, .viele),
    .block("Absender", .autoren, .kontakt, .viele),
    .block("Empfaenger", .leser, .kontakt, .viele),
    .block("AnwendungsspezifischeErweiterung", .erweiterungen, .erweiterung, .viele),
    .block("WeitererKontakt", .weitereKontakte, .kontakt, .viele),
  ]
}
