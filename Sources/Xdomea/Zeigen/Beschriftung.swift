// SPDX-License-Identifier: Apache-2.0

/// German labels of the model's fields.
enum Beschriftung {
  /// Blocks whose fields are shown without a heading.
  static let durchsichtig: Set<String> = [
    "angaben", "identifikation", "allgemeineMetadaten", "aussonderungsmetadaten",
  ]

  /// The label of a field; a name without an entry is its own label.
  static func von(_ name: String) -> String {
    namen[name] ?? name.prefix(1).uppercased() + name.dropFirst()
  }

  private static let namen = [
    "aktenfuehrung": "Aktenführung",
    "aktenplandateien": "Datei des Aktenplans",
    "anschriften": "Anschrift",
    "anlagen": "Anlage",
    "autoren": "Autor",
    "behoerdenkennung": "Behördenkennung",
    "behoerdenschluessel": "Behördenschlüssel",
    "beteiligungsschritte": "Beteiligungsschritt",
    "betreffKurz": "Betreff (kurz)",
    "bewertungsvorschlagBegruendung": "Begründung des Bewertungsvorschlags",
    "dateien": "Signaturdatei",
    "dateinameOriginal": "Dateiname vorher",
    "datenschutzstufeCode": "Datenschutzstufe (Code)",
    "datumDesSchreibens": "Datum des Schreibens",
    "datumUhrzeit": "Zeitpunkt",
    "einstufungEndetAm": "Einstufung endet am",
    "eingestuftAm": "Eingestuft am",
    "erreichbarkeiten": "Erreichbarkeit",
    "erweiterungXML": "Erweiterung (XML)",
    "erweiterungen": "Erweiterung",
    "federfuehrung": "Federführung",
    "fehlermeldungCodes": "Fehlermeldung (Code)",
    "fehlermeldungen": "Fehlermeldung",
    "felder": "Feld",
    "feldgruppen": "Feldgruppe",
    "formate": "Format",
    "fremdesGeschaeftszeichen": "Fremdes Geschäftszeichen",
    "geschaeftsgaenge": "Geschäftsgang",
    "gueltigkeit": "Gültigkeit",
    "historie": "Eintrag der Historie",
    "id": "UUID",
    "istDienstlich": "Dienstlich",
    "istInstitution": "Für die ganze Institution",
    "kennung": "Kennung",
    "kontakte": "Kontakt",
    "kontextobjekt": "Kontextobjekt (nur zum Zusammenhang)",
    "listURI": "Codeliste",
    "listVersion": "Version der Codeliste",
    "metadatumAlterWert": "Alter Wert",
    "metadatumName": "Geänderte Angabe",
    "metadatumNeuerWert": "Neuer Wert",
    "nummerImUebergeordnetenContainer": "Nummer unter den Geschwistern",
    "parallelZuBeteiligungsschritt": "Parallel zu Schritt",
    "praefix": "Präfix",
    "primaerdokument": "Datei",
    "rolleCode": "Rolle (Code)",
    "sgoKennzeichen": "Kennzeichen des anderen Objekts",
    "sgoTyp": "Art des anderen Objekts",
    "signaturSiegel": "Signatur oder Siegel",
    "sonstigerAlgorithmus": "Sonstiger Algorithmus",
    "sonstigerName": "Sonstiges Format",
    "strasse": "Straße",
    "taetigkeit": "Tätigkeit",
    "terminDatum": "Termin",
    "terminUhrzeit": "Uhrzeit des Termins",
    "unstrukturierteAnschriften": "Anschrift",
    "unterfeldgruppen": "Feldgruppe",
    "verfuegung": "Verfügung",
    "versionNummer": "Version",
    "versionen": "Version",
    "verweise": "Verweis",
    "weitereKontakte": "Weiterer Kontakt",
    "zdA": "Zu den Akten verfügt (zdA)",
    "zdADatum": "Datum der zdA-Verfügung",
    "zeitpunktLetzteAenderung": "Letzte Änderung",
    "zustaendigkeit": "Zuständigkeit",
  ]
}
