// SPDX-License-Identifier: Apache-2.0

/// xdomea 4.0 (FAKTEN 3 and 4).
enum Plaene4 {
  static let medium = Codebindung.fest("medium", "1.0")
  static let beteiligungsstatus = Codebindung.frei("beteiligungsstatus", vorgabe: "1.1")
  static let anschriftstyp = Codebindung.frei("anschriftstyp", vorgabe: "1.0")
  static let erreichbarkeit = Codebindung.frei(
    "urn:de:xoev:codeliste:erreichbarkeit", vorgabe: "3", nameErlaubt: false)

  static let wurzelattribute: [Attributplan] = [
    .init("produkt", .produktname, pflicht: true),
    .init("produkthersteller", .hersteller, pflicht: true),
    .init("produktversion", .produktversion, pflicht: false),
    .init("standard", fest: "xdomea"),
    .init("test", .test, pflicht: false),
    .init("version", fest: "4.0.0"),
  ]

  static let typen: [Nachrichtentyp: Typplan] = [
    .anbieteverzeichnis: .init("Aussonderung.Anbieteverzeichnis", .nachricht0501),
    .bewertungsverzeichnis: .init("Aussonderung.Bewertungsverzeichnis", .nachricht0502),
    .aussonderung: .init("Aussonderung.Aussonderung", .nachricht0503),
    .anbietungEmpfangBestaetigen: .init(
      "Aussonderung.AnbietungEmpfangBestaetigen", .empfangsbestaetigung),
    .bewertungEmpfangBestaetigen: .init(
      "Aussonderung.BewertungEmpfangBestaetigen", .empfangsbestaetigung),
    .aussonderungImportBestaetigen: .init(
      "Aussonderung.AussonderungImportBestaetigen", .nachricht0506),
    .aussonderungEmpfangBestaetigen: .init(
      "Aussonderung.AussonderungEmpfangBestaetigen", .empfangsbestaetigung),
    .aktenplanZurBewertung: .init("Aussonderung.AktenplanZurBewertung", .nachricht0511),
    .aktenplanZurBewertungEmpfangBestaetigen: .init(
      "Aussonderung.AktenplanZurBewertungEmpfangBestaetigen", .empfangsbestaetigung),
    .bewertungskatalog: .init("Aussonderung.Bewertungskatalog", .nachricht0513),
    .bewertungskatalogImportBestaetigen: .init(
      "Aussonderung.BewertungskatalogImportBestaetigen", .nachricht0514),
    .bewertungskatalogEmpfangBestaetigen: .init(
      "Aussonderung.BewertungskatalogEmpfangBestaetigen", .empfangsbestaetigung),
  ]

  private static let ursprung = Elementplan.wert(
    "UUIDUrsprungsnachricht", .ursprungsnachricht, .uuid, .eins)
  private static let weitereLeser = Elementplan.block(
    "WeitererLeser", .weitereLeser, .kontakt, .viele)
  private static let empfangsbestaetigung = Elementplan.wert(
    "Empfangsbestaetigung", .empfangsbestaetigung, .wahrheit, .eins)
  private static let zaehler: Bauplan = [
    .wert("LfdNrNachrichtProTyp", .lfdNr, .ganzzahl, .eins),
    .wert("GesamtanzahlNachrichtenProTyp", .gesamtanzahl, .ganzzahl, .eins),
  ]
  private static let kopfHuelle = Elementplan.huelle("nachrichtenkopf", .kopf, .eins)
  private static let ergebnis = Elementplan.huelle(
    "ErfolgOderMisserfolg", .erfolgOderMisserfolg, .eins)

  static let alle: [Plan: Bauplan] = antworten.merging(objekte) { $1 }

  /// The answers and the messages of the Bewertungskatalog.
  private static let antworten: [Plan: Bauplan] = [
    .nachricht0502: [kopfHuelle, empfangsbestaetigung, ursprung] + zaehler + [
      .block("BewertetesSGO", .bewertungen, .bewertung, .mehrere)
    ],
    .empfangsbestaetigung: [kopfHuelle, ursprung] + zaehler,
    .nachricht0506: [kopfHuelle, ursprung] + zaehler + [
      ergebnis,
      .block("AusgesondertesSGO", .rueckmeldungen, .rueckmeldung, .viele),
    ],
    .nachricht0511: [kopfHuelle, weitereLeser, empfangsbestaetigung] + zaehler + [
      .block("Aktenplan", .aktenplaene, .aktenplanBewertung, .eins)
    ],
    .nachricht0513: [kopfHuelle, weitereLeser, empfangsbestaetigung, ursprung] + zaehler + [
      .block("BewerteteAktenplaneinheit", .bewertungen, .bewertung, .mehrere)
    ],
    .nachricht0514: [kopfHuelle, ursprung] + zaehler + [
      ergebnis,
      .block("BewerteteAktenplaneinheit", .rueckmeldungen, .rueckmeldung0514, .viele),
    ],
    .bewertung: [
      .wert("xdomeaUUID", .id, .uuid, .eins),
      .huelle("Aussonderungsart", .aussonderungsart, .eins),
    ],
    .rueckmeldung: [
      .wert("xdomeaUUID", .id, .uuid, .eins),
      ergebnis,
      .text("Archivkennung", .archivkennung),
    ],
    .rueckmeldung0514: [.wert("xdomeaUUID", .id, .uuid, .eins), ergebnis],
    .erfolgOderMisserfolg: GemeinsamePlaene.erfolgOderMisserfolg,
    .aktenplanBewertung: [.wert("xdomeaUUID", .id, .uuid, .eins)]
      + GemeinsamePlaene.aktenplan(.aktenplaneinheitBewertung),
    .aktenplaneinheitBewertung: einheitenangaben
      + [.wert("xdomeaUUID", .id, .uuid, .eins)] + einheit(.aktenplaneinheitBewertung),
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
      .block("AnwendungsspezifischeErweiterung", .erweiterungen, .erweiterung, .viele),
      .roh("AnwendungsspezifischeErweiterungXML", .erweiterungXML),
    ]
  }

  private static let objekte: [Plan: Bauplan] = [
    .nachricht0501: [
      .huelle("nachrichtenkopf", .kopf, .eins),
      .wert("Empfangsbestaetigung", .empfangsbestaetigung, .wahrheit, .eins),
      .wert("LfdNrNachrichtProTyp", .lfdNr, .ganzzahl, .eins),
      .wert("GesamtanzahlNachrichtenProTyp", .gesamtanzahl, .ganzzahl, .eins),
      .block("Anschreiben", .anschreiben, .dokumentWahl, .viele),
      .block("Schriftgutobjekt", .schriftgutobjekte, .schriftgutobjekt, .mehrere),
      .block("Aktenplan", .aktenplaene, .aktenplan, .viele),
    ],
    .nachricht0503: [
      .huelle("nachrichtenkopf", .kopf, .eins),
      .wert("Importbestaetigung", .importbestaetigung, .fest1, .eins),
      .wert("RueckmeldungArchivkennung", .rueckmeldungArchivkennung, .wahrheit, .eins),
      .wert("Empfangsbestaetigung", .empfangsbestaetigung, .wahrheit, .eins),
      .wert("LfdNrNachrichtProTyp", .lfdNr, .ganzzahl, .eins),
      .wert("GesamtanzahlNachrichtenProTyp", .gesamtanzahl, .ganzzahl, .eins),
      .block("Anschreiben", .anschreiben, .dokumentWahl, .viele),
      .block("Schriftgutobjekt", .schriftgutobjekte, .schriftgutobjekt, .mehrere),
      .block("Aktenplan", .aktenplaene, .aktenplan, .viele),
    ],
    .kopf: [
      .huelle("identifikation.nachricht", .kopfIdentifikation, .eins),
      .block("leser", .empfaenger, .kontakt, .eins),
      .block("autor", .absender, .kontakt, .eins),
      .wert("ProzessID", .prozessID, .uuid, .eins),
      .text("InstanzID", .instanzID),
      .text("Hinweis", .hinweis),
      .block("AnwendungsspezifischeErweiterung", .erweiterungen, .erweiterung, .viele),
      .roh("AnwendungsspezifischeErweiterungXML", .erweiterungXML),
    ],
    .kopfIdentifikation: [
      .wert("nachrichtenUUID", .nachrichtenID, .uuid, .eins).unqualifiziert,
      .code("nachrichtentyp", .nachrichtentyp, .fest("nachrichtentyp", "3.0"), .eins)
        .unqualifiziert,
      .wert("erstellungszeitpunkt", .erstellungszeitpunkt, .zeitpunkt, .eins).unqualifiziert,
    ],
    .schriftgutobjekt: [
      .block("Akte", .akte, .akte),
      .block("Vorgang", .vorgang, .vorgang),
    ],
    .akte: [
      .block("Identifikation", .identifikation, .identifikation, .eins),
      .wert("Kontextobjekt", .kontextobjekt, .wahrheit, .eins),
      .block("AllgemeineMetadaten", .allgemeineMetadaten, .allgemeineMetadaten),
      .block("Aussonderungsmetadaten", .aussonderungsmetadaten, .aussonderungsmetadaten),
      .text("Standort", .standort),
      .text("Typ", .typ),
      .block("Laufzeit", .laufzeit, .zeitraum),
      .block("HistorienProtokollInformation", .historie, .historie, .viele),
      .block("InternerGeschaeftsgang", .geschaeftsgaenge, .geschaeftsgang, .viele),
      .huelle("Akteninhalt", .akteninhalt),
      .block("Verweis", .verweise, .verweis, .viele),
      .block("Kontakt", .kontakte, .kontakt, .viele),
      .wert("ZdA", .zdA, .wahrheit),
      .wert("ZdADatum", .zdADatum, .tag),
      .block("AnwendungsspezifischeErweiterung", .erweiterungen, .erweiterung, .viele),
      .roh("AnwendungsspezifischeErweiterungXML", .erweiterungXML),
    ],
    .akteninhalt: [
      .block("DokumentOderDokumentMitSchriftstueck", .dokumente, .dokumentWahl, .viele),
      .block("Vorgang", .vorgaenge, .vorgang, .viele),
      .block("Teilakte", .teilakten, .akte, .viele),
    ],
    .vorgang: [
      .block("Identifikation", .identifikation, .identifikation, .eins),
      .wert("Kontextobjekt", .kontextobjekt, .wahrheit, .eins),
      .block("AllgemeineMetadaten", .allgemeineMetadaten, .allgemeineMetadaten),
      .block("Aussonderungsmetadaten", .aussonderungsmetadaten, .aussonderungsmetadaten),
      .text("Aktenbetreff", .aktenbetreff),
      .text("Typ", .typ),
      .wert("ZdA", .zdA, .wahrheit),
      .wert("ZdADatum", .zdADatum, .tag),
      .block("Laufzeit", .laufzeit, .zeitraum),
      .block("HistorienProtokollInformation", .historie, .historie, .viele),
      .block("InternerGeschaeftsgang", .geschaeftsgaenge, .geschaeftsgang, .viele),
      .block("DokumentOderDokumentMitSchriftstueck", .dokumente, .dokumentWahl, .viele),
      .block("Verweis", .verweise, .verweis, .viele),
      .block("Kontakt", .kontakte, .kontakt, .viele),
      .block("Teilvorgang", .teilvorgaenge, .vorgang, .viele),
      .block("AnwendungsspezifischeErweiterung", .erweiterungen, .erweiterung, .viele),
      .roh("AnwendungsspezifischeErweiterungXML", .erweiterungXML),
    ],
    .dokumentWahl: [
      .block("Dokument", .dokumentForm, .dokument),
      .block("DokumentMitSchriftstueck", .schriftstueckForm, .dokumentMitSchriftstueck),
    ],
    .dokument: dokumentangaben + [.block("Version", .versionen, .version, .viele)],
    .dokumentMitSchriftstueck: dokumentangaben + [
      .block("Schriftstueck", .schriftstuecke, .dokument, .viele)
    ],
    .anlage: [
      .block("Dokument", .dokumentForm, .dokument),
      .block("DokumentMitSchriftstueck", .schriftstueckForm, .dokumentMitSchriftstueck),
      .text("Nummer", .anlagenummer),
    ],
    .version: GemeinsamePlaene.version,
    .format: GemeinsamePlaene.format(.frei("dateiformat", vorgabe: "2.0")),
    .primaerdokument: [
      .text("Dateiname", .dateiname, .eins),
      .text("DateinameOriginal", .dateinameOriginal),
      .text("Ersteller", .ersteller),
      .wert("DatumUhrzeit", .datumUhrzeit, .zeitpunkt),
      .huelle("SignaturSiegel", .signaturSiegel),
      .wert("ZeitpunktLetzteAenderung", .zeitpunktLetzteAenderung, .zeitpunkt),
      .block("Hash", .hash, .hash),
    ],
    .signaturSiegel: GemeinsamePlaene.signaturSiegel,
    .hash: [
      .text("Wert", .hashwert, .eins),
      .code(
        "Algorithmus", .algorithmus,
        .frei(
          "urn:xoev-de:kosit:codeliste:xta.serviceprofile.kryptographische-algorithmen",
          vorgabe: "1.0.0")),
      .text("SonstigerAlgorithmus", .sonstigerAlgorithmus),
    ],
    .identifikation: [
      .wert("xdomeaUUID", .id, .uuid, .eins),
      .wert("NummerImUebergeordnetenContainer", .nummerImContainer, .ganzzahl),
    ],
    .allgemeineMetadaten: [
      .text("Betreff", .betreff),
      .text("Kennzeichen", .kennzeichen),
      .text("Federfuehrung", .federfuehrung),
      .text("Aktenfuehrung", .aktenfuehrung),
      .huelle("Geheimhaltung", .geheimhaltung),
      .text("Bemerkung", .bemerkung),
      .code("Medium", .medium, medium),
      .block("Aktenplaneinheit", .aktenplaneinheit, .aktenplanverweis),
      .wert("ZeitpunktLetzteAenderung", .zeitpunktLetzteAenderung, .zeitpunkt),
      .block("Strukturpfad", .strukturpfad, .strukturpfad),
      .text("Datenschutzstufe", .datenschutzstufe),
      .code("DatenschutzstufeCode", .datenschutzstufeCode, .offen(vorgabe: nil, nil)),
    ],
    .geheimhaltung: [
      .code(
        "Geheimhaltungsgrad", .geheimhaltungsgrad,
        .offen(vorgabe: Codebindung.xdomeaListe("vertraulichkeitsstufe"), "1.0"), .eins),
      .wert("Einstufungsfrist", .einstufungsfrist, .jahr),
      .wert("EingestuftAm", .eingestuftAm, .tag),
      .text("Herausgeber", .herausgeber),
      .wert("EinstufungEndetAm", .einstufungEndetAm, .tag),
      .text("Bemerkung", .geheimhaltungBemerkung),
    ],
    .aktenplanverweis: [
      .text("Kennzeichen", .kennzeichen),
      .text("Inhaltsangabe", .inhaltsangabe),
      .text("BetreffKurz", .betreffKurz),
    ],
    .strukturpfad: [.block("Pfadelement", .pfadelement, .pfadelement, .eins)],
    .pfadelement: [
      .text("Name", .name, .eins),
      .code("Typ", .typ, .fest("strukturelementtyp", "1.0"), .eins),
      .block("Pfadelement", .pfadelement, .pfadelement),
    ],
    .aussonderungsmetadaten: [
      .huelle("Aufbewahrungsdauer", .aufbewahrungsdauer),
      .huelle("Aussonderungsart", .aussonderungsart),
      .text("Kennung", .kennung),
      .code(
        "Bewertungsvorschlag", .bewertungsvorschlag, .frei("bewertungsvorschlag", vorgabe: "1.0")),
      .text("BewertungsvorschlagBegruendung", .begruendung),
      .wert("Aufbewahrungsende", .aufbewahrungsende, .tag),
      .wert("Transferfristende", .transferfristende, .tag),
    ],
    .aufbewahrungsdauer: GemeinsamePlaene.aufbewahrungsdauer,
    .aussonderungsart: GemeinsamePlaene.aussonderungsart,
    .zeitraum: GemeinsamePlaene.zeitraum,
    .historie: [
      .text("MetadatumName", .metadatumName),
      .text("MetadatumAlterWert", .metadatumAlterWert),
      .text("MetadatumNeuerWert", .metadatumNeuerWert),
      .text("Akteur", .akteur, .eins),
      .wert("DatumUhrzeit", .datumUhrzeit, .zeitpunkt, .eins),
      .text("Bemerkung", .bemerkung),
      .text("Aktion", .aktion, .eins),
    ],
    .verweis: [
      .wert("xdomeaUUID", .id, .uuid),
      .code("SGOTyp", .sgoTyp, .fest("schriftgutobjekttyp", "1.0")),
      .text("SGOKennzeichen", .sgoKennzeichen),
      .text("Bemerkung", .bemerkung),
    ],
    .geschaeftsgang: GemeinsamePlaene.geschaeftsgang,
    .beteiligungsschritt: [
      .text("Nummer", .nummer, .eins),
      .code("Status", .status, beteiligungsstatus, .eins),
      .block("Verfuegung", .verfuegung, .verfuegung, .eins),
      .block("Bearbeitung", .bearbeitung, .bearbeitung),
      .text("ParallelZuBeteiligungsschritt", .parallel, .viele),
      .text("VersionNummer", .versionNummer),
    ],
    .verfuegung: GemeinsamePlaene.verfuegung(uhrzeit: .evtl),
    .bearbeitung: [
      .block("Bearbeiter", .bearbeiter, .kontakt, .eins),
      .wert("Datum", .datum, .tag, .eins),
      .wert("Uhrzeit", .uhrzeit, .uhrzeit),
      .text("Vermerk", .vermerk),
      .text("Notiz", .notiz),
      .block("Anlage", .dokumente, .dokumentWahl, .viele),
    ],
    .kontakt: [
      .block("Behoerdenkennung", .behoerdenkennung, .behoerdenkennung),
      .block("NameInstitution", .institution, .institution),
      .huelle("NameOrganisationseinheit", .organisationseinheit),
      .block("NameAnsprechpartner", .ansprechpartner, .person),
      .text("Taetigkeit", .taetigkeit),
      .text("Zustaendigkeit", .zustaendigkeit),
      .block("Anschrift", .anschriften, .anschrift, .viele),
      .block("erreichbarkeit", .erreichbarkeiten, .erreichbarkeit, .viele),
      .text("Rolle", .rolle),
      .code("RolleCode", .rolleCode, .offen(vorgabe: nil, nil)),
      .block(
        "UnstrukturierteAnschrift", .unstrukturierteAnschriften, .unstrukturierteAnschrift, .viele),
      .huelle("Geburt", .geburt),
      .block("AnwendungsspezifischeErweiterung", .erweiterungen, .erweiterung, .viele),
      .roh("AnwendungsspezifischeErweiterungXML", .erweiterungXML),
    ],
    .behoerdenkennung: [
      .code(
        "verzeichnisdienst", .verzeichnisdienst,
        .frei(
          "urn:xoev-de:kosit:codeliste:verzeichnisdienst", vorgabe: "1", nameErlaubt: false), .eins),
      .text("kennung", .kennung, .eins),
    ],
    .institution: GemeinsamePlaene.institution,
    .organisationseinheit: GemeinsamePlaene.organisationseinheit,
    .person: GemeinsamePlaene.person,
    .personenname: GemeinsamePlaene.personenname,
    .anschrift: GemeinsamePlaene.anschrift(anschriftstyp),
    .staat: [
      .code(
        "Staat", .staat, .frei("urn:xoev-de:kosit:codeliste:country-codes", vorgabe: "7"), .eins)
    ],
    .erreichbarkeit: [
      .code("kanal", .kanal, erreichbarkeit, .eins).unqualifiziert,
      .text("kennung", .kennung, .eins).unqualifiziert,
      .text("zusatz", .zusatz).unqualifiziert,
      .wert("IstDienstlich", .istDienstlich, .wahrheit),
      .wert("IstInstitution", .istInstitution, .wahrheit),
    ],
    .unstrukturierteAnschrift: GemeinsamePlaene.unstrukturierteAnschrift(anschriftstyp),
    .geburt: GemeinsamePlaene.geburt,
    .erweiterung: GemeinsamePlaene.erweiterung,
    .feldgruppe: GemeinsamePlaene.feldgruppe,
    .feld: GemeinsamePlaene.feld(.fest("datentyp", "1.1")),
    .aktenplan: GemeinsamePlaene.aktenplan(.aktenplaneinheit),
    .aktenplaneinheit: einheitenangaben + einheit(.aktenplaneinheit),
  ]

  private static let dokumentangaben: Bauplan = [
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
    .block("InternerGeschaeftsgang", .geschaeftsgaenge, .geschaeftsgang, .viele),
    .block("Verweis", .verweise, .verweis, .viele),
    .block("Anlage", .anlagen, .anlage, .viele),
    .block("Autor", .autoren, .kontakt, .viele),
    .block("Leser", .leser, .kontakt, .viele),
    .block("WeitererKontakt", .weitereKontakte, .kontakt, .viele),
    .block("AnwendungsspezifischeErweiterung", .erweiterungen, .erweiterung, .viele),
    .roh("AnwendungsspezifischeErweiterungXML", .erweiterungXML),
  ]
}
