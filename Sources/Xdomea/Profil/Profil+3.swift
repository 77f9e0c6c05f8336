// SPDX-License-Identifier: Apache-2.0

/// xdomea 3.0 and 3.1: the same elements but for the units in 0511 (FAKTEN 5.1 and 5.2).
enum Plaene3 {
  static let anschriftstyp = Codebindung.fest("anschriftstyp", "1.0")
  static let dateiformat = Codebindung.frei("dateiformat", vorgabe: "2.0", nameErlaubt: false)

  static let typen = Plaene4.typen.merging([
    .bewertungskatalogEmpfangBestaetigen: .init(
      "Aussonderung.BewerteterAktenplanEmpfangBestaetigen", .empfangsbestaetigung)
  ]) { $1 }

  /// xdomea 3.0: the units of a plan to be appraised say no more than id and Aussonderungsart.
  static let nur30: [Plan: Bauplan] = alle.merging([.aktenplaneinheitBewertung: bewertung]) { $1 }

  static let alle: [Plan: Bauplan] = Plaene4.alle
    .filter { !nurIn4.contains($0.key) }
    .merging(abweichend) { $1 }

  private static let nurIn4: Set<Plan> = [
    .kopf, .kopfIdentifikation, .erfolgOderMisserfolg, .geheimhaltung, .strukturpfad, .pfadelement,
    .hash,
    .dokumentWahl, .dokumentMitSchriftstueck,
  ]

  private static let bewertung: Bauplan = [
    .wert("ID", .id, .uuid, .eins),
    .huelle("Aussonderungsart", .aussonderungsart, .eins),
  ]

  private static let nachrichteninhalt: Bauplan = [
    .block("Anschreiben", .anschreiben, .dokument, .viele),
    .block("Schriftgutobjekt", .schriftgutobjekte, .schriftgutobjekt, .mehrere),
    .block("Aktenplan", .aktenplaene, .aktenplan),
  ]

  /// What differs from 4.0.
  private static let abweichend: [Plan: Bauplan] = [
    .nachricht0501: [.huelle("Kopf", .kopf0501, .eins)] + nachrichteninhalt,
    .nachricht0503: [.huelle("Kopf", .kopf0503, .eins)] + nachrichteninhalt,
    .nachricht0502: [
      .huelle("Kopf", .kopf0501, .eins),
      .block("BewertetesObjekt", .bewertungen, .bewertung, .mehrere),
    ],
    .empfangsbestaetigung: [.huelle("Kopf", .kopfBasis, .eins)],
    .nachricht0506: [
      .huelle("Kopf", .kopfBasis, .eins),
      .block("AusgesondertesSGO", .rueckmeldungen, .rueckmeldung, .mehrere),
    ],
    .nachricht0511: [
      .huelle("Kopf", .kopf0511, .eins),
      .block("Aktenplan", .aktenplaene, .aktenplanBewertung, .eins),
    ],
    .nachricht0513: [
      .huelle("Kopf", .kopf0511, .eins),
      .block("BewerteteAktenplaneinheit", .bewertungen, .bewertung, .mehrere),
    ],
    .nachricht0514: [
      .huelle("Kopf", .kopfBasis, .eins),
      .block("BewerteteAktenplaneinheit", .rueckmeldungen, .rueckmeldung0514, .mehrere),
    ],
    .bewertung: bewertung,
    .rueckmeldung: [.wert("IDSGO", .id, .uuid, .eins)] + GemeinsamePlaene.erfolgOderMisserfolg + [
      .text("Archivkennung", .archivkennung)
    ],
    .rueckmeldung0514: [.wert("ID", .id, .uuid, .eins)] + GemeinsamePlaene.erfolgOderMisserfolg,
    .aktenplanBewertung: [.wert("ID", .id, .uuid, .eins)]
      + GemeinsamePlaene.aktenplan(.aktenplaneinheitBewertung),
    .aktenplaneinheitBewertung: einheitenangaben
      + [.wert("ID", .id, .uuid, .eins)] + einheit(.aktenplaneinheitBewertung),
    .kopfBasis: kopf,
    .kopf0501: kopf + [.wert("Empfangsbestaetigung", .empfangsbestaetigung, .wahrheit, .eins)],
    .kopf0511: kopf + [
      .block("WeitererEmpfaenger", .weitereLeser, .kontakt, .viele),
      .wert("Empfangsbestaetigung", .empfangsbestaetigung, .wahrheit, .eins),
    ],
    .kopf0503: kopf + [
      .wert("Importbestaetigung", .importbestaetigung, .fest1, .eins),
      .wert("RueckmeldungArchivkennung", .rueckmeldungArchivkennung, .wahrheit, .eins),
      .wert("Empfangsbestaetigung", .empfangsbestaetigung, .wahrheit, .eins),
    ],
    .sendendesSystem: [
      .text("InstanzID", .instanzID),
      .text("Produktname", .produktname),
      .text("Version", .produktversion),
    ],
    .schriftgutobjekt: [
      .block("Akte", .akte, .akte),
      .block("Vorgang", .vorgang, .vorgang),
      .block("Dokument", .dokument, .dokument),
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
      .wert("ZdA", .zdA, .wahrheit),
      .wert("ZdADatum", .zdADatum, .tag),
      .block("AnwendungsspezifischeErweiterung", .erweiterungen, .erweiterung),
      .roh("AnwendungsspezifischeErweiterungXML", .erweiterungXML),
    ],
    .akteninhalt: [
      .block("Dokument", .dokumente, .dokument, .viele),
      .block("Vorgang", .vorgaenge, .vorgang, .viele),
      .block("Teilakte", .teilakten, .akte, .viele),
    ],
    .vorgang: [
      .block("Identifikation", .identifikation, .identifikation, .eins),
      .block("AllgemeineMetadaten", .allgemeineMetadaten, .allgemeineMetadaten),
      .block("ArchivspezifischeMetadaten", .aussonderungsmetadaten, .aussonderungsmetadaten),
      .text("Aktenbetreff", .aktenbetreff),
      .text("Typ", .typ),
      .wert("ZdA", .zdA, .wahrheit),
      .wert("ZdADatum", .zdADatum, .tag),
      .block("Laufzeit", .laufzeit, .zeitraum),
      .block("HistorienProtokollInformation", .historie, .historie, .viele),
      .block("InternerGeschaeftsgang", .geschaeftsgaenge, .geschaeftsgang),
      .block("Dokument", .dokumente, .dokument, .viele),
      .block("Verweis", .verweise, .verweis, .viele),
      .block("Kontakt", .kontakte, .kontakt, .viele),
      .block("Teilvorgang", .teilvorgaenge, .vorgang, .viele),
      .block("AnwendungsspezifischeErweiterung", .erweiterungen, .erweiterung),
      .roh("AnwendungsspezifischeErweiterungXML", .erweiterungXML),
    ],
    .dokument: dokument,
    .anlage: dokument + [.text("Nummer", .anlagenummer)],
    .format: GemeinsamePlaene.format(dateiformat),
    .primaerdokument: [
      .text("Dateiname", .dateiname, .eins),
      .text("DateinameOriginal", .dateinameOriginal),
      .text("Ersteller", .ersteller),
      .wert("DatumUhrzeit", .datumUhrzeit, .zeitpunkt),
      .huelle("SignaturSiegel", .signaturSiegel),
    ],
    .identifikation: [
      .wert("ID", .id, .uuid, .eins),
      .wert("NummerImUebergeordnetenContainer", .nummerImContainer, .ganzzahl),
    ],
    .allgemeineMetadaten: [
      .text("Betreff", .betreff),
      .text("Kennzeichen", .kennzeichen),
      .text("Federfuehrung", .federfuehrung),
      .text("Aktenfuehrung", .aktenfuehrung),
      .code("Vertraulichkeitsstufe", .geheimhaltungsgrad, .fest("vertraulichkeitsstufe", "1.0")),
      .text("Bemerkung", .bemerkung),
      .code("Medium", .medium, .fest("medium", "1.0")),
      .block("Aktenplaneinheit", .aktenplaneinheit, .aktenplanverweis),
    ],
    .aussonderungsmetadaten: [
      .huelle("Aufbewahrungsdauer", .aufbewahrungsdauer),
      .huelle("Aussonderungsart", .aussonderungsart),
      .text("Kennung", .kennung),
      .code("Bewertungsvorschlag", .bewertungsvorschlag, .fest("bewertungsvorschlag", "1.0")),
      .wert("Aufbewahrungsende", .aufbewahrungsende, .tag),
    ],
    .verweis: [
      .wert("ID", .id, .uuid),
      .code("SGOTyp", .sgoTyp, .fest("schriftgutobjekttyp", "1.0"), .eins),
      .text("SGOKennzeichen", .sgoKennzeichen),
      .text("Bemerkung", .bemerkung),
    ],
    .beteiligungsschritt: [
      .text("Nummer", .nummer, .eins),
      .code("Status", .status, .fest("beteiligungsstatus", "1.1"), .eins),
      .block("Verfuegung", .verfuegung, .verfuegung, .eins),
      .block("Bearbeitung", .bearbeitung, .bearbeitung),
    ],
    .bearbeitung: [
      .block("Bearbeiter", .bearbeiter, .kontakt, .eins),
      .wert("Datum", .datum, .tag, .eins),
      .wert("Uhrzeit", .uhrzeit, .uhrzeit),
      .text("Vermerk", .vermerk),
      .text("Notiz", .notiz),
      .block("Anlage", .dokumente, .dokument, .viele),
    ],
    .kontakt: [
      .block("Behoerdenkennung", .behoerdenkennung, .behoerdenkennung),
      .block("Institution", .institution, .institution),
      .huelle("Organisationseinheit", .organisationseinheit),
      .block("Name", .ansprechpartner, .person),
      .text("Taetigkeit", .taetigkeit),
      .text("Zustaendigkeit", .zustaendigkeit),
      .block("Anschrift", .anschriften, .anschrift, .viele),
      .block("Kommunikation", .erreichbarkeiten, .erreichbarkeit, .viele),
      .code("Rolle", .rolleCode, .beliebig),
      .block(
        "UnstrukturierteAnschrift", .unstrukturierteAnschriften, .unstrukturierteAnschrift, .viele),
      .huelle("Geburt", .geburt),
    ],
    .behoerdenkennung: [
      .code("Behoerdenschluessel", .behoerdenschluessel, .beliebig),
      .code("Praefix", .praefix, .beliebig),
    ],
    .anschrift: GemeinsamePlaene.anschrift(anschriftstyp),
    .erreichbarkeit: [
      .wert("IstDienstlich", .istDienstlich, .wahrheit),
      .code("Kanal", .kanal, Plaene4.erreichbarkeit),
      .text("Kennung", .kennung),
      .text("Zusatz", .zusatz),
      .wert("IstInstitution", .istInstitution, .wahrheit),
    ],
    .unstrukturierteAnschrift: GemeinsamePlaene.unstrukturierteAnschrift(anschriftstyp),
    .aktenplaneinheit: einheitenangaben + einheit(.aktenplaneinheit),
  ]

  private static let einheitenangaben: Bauplan = [
    .text("Kennzeichen", .kennzeichen),
    .text("Inhaltsangabe", .inhaltsangabe),
    .text("BetreffKurz", .betreffKurz),
  ]

  private static func einheit(_ plan: Plan) -> Bauplan {
    [
      .huelle("Aussonderungsart", .aussonderungsart, .eins),
      .block("Gueltigkeit", .gueltigkeit, .zeitraum),
      .wert("Stillgelegt", .stillgelegt, .wahrheit, .eins),
      .huelle("Aufbewahrungsdauer", .aufbewahrungsdauer, .eins),
      .block("Einheit", .einheiten, plan, .viele),
      .text("VerweisAktenplaneinheit", .einheitenverweise, .viele),
      .block("AnwendungsspezifischeErweiterung", .erweiterungen, .erweiterung),
      .roh("AnwendungsspezifischeErweiterungXML", .erweiterungXML),
    ]
  }

  private static let kopf: Bauplan = [
    .wert("ProzessID", .prozessID, .uuid, .eins),
    .code("Nachrichtentyp", .nachrichtentyp, .fest("nachrichtentyp", "2.0"), .eins),
    .wert("Erstellungszeitpunkt", .erstellungszeitpunkt, .zeitpunkt, .eins),
    .block("Absender", .absender, .kontakt, .eins),
    .block("Empfaenger", .empfaenger, .kontakt, .eins),
    .huelle("SendendesSystem", .sendendesSystem),
    .text("Hinweis", .hinweis),
    .block("AnwendungsspezifischeErweiterung", .erweiterungen, .erweiterung),
    .roh("AnwendungsspezifischeErweiterungXML", .erweiterungXML),
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
    .block("WeitererKontakt", .weitereKontakte, .kontakt, .viele),
    .block("AnwendungsspezifischeErweiterung", .erweiterungen, .erweiterung, .viele),
    .roh("AnwendungsspezifischeErweiterungXML", .erweiterungXML),
  ]
}
