// SPDX-License-Identifier: Apache-2.0

/// Blocks whose elements are the same in all versions.
enum GemeinsamePlaene {
  static let zeitraum: Bauplan = [
    .wert("Beginn", .beginn, .tag),
    .wert("Ende", .ende, .tag),
  ]

  static let institution: Bauplan = [
    .text("Name", .name),
    .text("Kurzbezeichnung", .kurzbezeichnung),
  ]

  static let organisationseinheit: Bauplan = [
    .text("Name", .organisationseinheit, .eins)
  ]

  static let person: Bauplan = [
    .text("Anrede", .anrede),
    .text("Titel", .titel),
    .block("Familienname", .familienname, .personenname),
    .block("Vorname", .vorname, .personenname),
  ]

  static let personenname: Bauplan = [.text("Name", .name)]

  static let geburt: Bauplan = [.wert("Datum", .geburtsdatum, .tag, .eins)]

  static func anschrift(_ typ: Codebindung) -> Bauplan {
    [
      .huelle("Staat", .staat),
      .text("Strasse", .strasse),
      .text("Hausnummer", .hausnummer),
      .text("Postfach", .postfach),
      .text("Postleitzahl", .postleitzahl),
      .text("Ort", .ort),
      .text("Zusatz", .zusatz),
      .code("Typ", .typ, typ),
    ]
  }

  static func unstrukturierteAnschrift(_ typ: Codebindung) -> Bauplan {
    [
      .code("Typ", .typ, typ),
      .text("Zeile1", .zeile1),
      .text("Zeile2", .zeile2),
      .text("Zeile3", .zeile3),
      .text("Zeile4", .zeile4),
      .text("Zeile5", .zeile5),
      .text("Zeile6", .zeile6),
      .text("Zusatz", .zusatz),
    ]
  }

  static let erweiterung: Bauplan = [
    .text("Kennung", .kennung, .eins),
    .text("Name", .name, .eins),
    .text("Beschreibung", .beschreibung),
    .text("Versionsnummer", .versionsnummer),
    .wert("Versionsdatum", .versionsdatum, .tag),
    .block("Feldgruppe", .feldgruppen, .feldgruppe, .viele),
    .block("Feld", .felder, .feld, .viele),
  ]

  static let feldgruppe: Bauplan = [
    .text("Name", .name, .eins),
    .text("Beschreibung", .beschreibung, .eins),
    .block("Unterfeldgruppe", .feldgruppen, .feldgruppe, .viele),
    .block("Feld", .felder, .feld, .viele),
  ]

  static func feld(_ datentyp: Codebindung) -> Bauplan {
    [
      .text("Name", .name, .eins),
      .text("Beschreibung", .beschreibung),
      .code("Datentyp", .datentyp, datentyp),
      .text("Wert", .wert),
    ]
  }

  static let version: Bauplan = [
    .text("Nummer", .nummer, .eins),
    .block("Format", .formate, .format, .mehrere),
  ]

  static func format(_ name: Codebindung) -> Bauplan {
    [
      .code("Name", .formatname, name, .eins),
      .text("SonstigerName", .sonstigerName),
      .text("Version", .formatversion, .eins),
      .block("Primaerdokument", .primaerdokument, .primaerdokument, .eins),
    ]
  }

  static let geschaeftsgang: Bauplan = [
    .block("Identifikation", .identifikation, .identifikation, .eins),
    .block("Beteiligungsschritt", .beteiligungsschritte, .beteiligungsschritt, .mehrere),
  ]

  static func aktenplan(_ einheit: Plan) -> Bauplan {
    [
      .text("Bezeichnung", .bezeichnung, .eins),
      .text("Typ", .typ),
      .text("Version", .version, .eins),
      .block("Einheit", .einheiten, einheit, .viele),
      .block("Gueltigkeit", .gueltigkeit, .zeitraum),
      .block("Aktenplandatei", .aktenplandateien, .format, .viele),
    ]
  }

  static let erfolgOderMisserfolg: Bauplan = [
    .wert("Erfolgreich", .erfolgreich, .wahrheit, .eins),
    .text("Fehlermeldung", .fehlermeldungen, .viele),
    .code("FehlermeldungCode", .fehlermeldungCodes, .offen(vorgabe: nil, nil), .viele),
  ]

  static let aufbewahrungsdauer: Bauplan = [
    .wert("AnzahlJahre", .anzahlJahre, .ganzzahl),
    .wert("Unbefristet", .unbefristet, .fest1),
  ]

  static let aussonderungsart: Bauplan = [
    .code("Aussonderungsart", .aussonderungsartCode, .fest("aussonderungsart", "1.0")),
    .text("AussonderungsartKonfigurierbar", .aussonderungsartKonfigurierbar),
  ]

  static let signaturSiegel: Bauplan = [
    .wert("SignaturSiegelEingebettet", .signaturEingebettet, .fest1),
    .text("SignaturSiegelDatei", .signaturDateien, .viele),
  ]

  static func verfuegung(uhrzeit: Haeufigkeit) -> Bauplan {
    [
      .block("Ersteller", .ersteller, .kontakt, .eins),
      .block("Adressat", .adressat, .kontakt, .eins),
      .wert("Erstellungsdatum", .erstellungsdatum, .tag, .eins),
      .wert("Erstellungsuhrzeit", .erstellungsuhrzeit, .uhrzeit, uhrzeit),
      .text("Verfuegung", .verfuegungstext),
      .wert("TerminDatum", .terminDatum, .tag),
      .wert("TerminUhrzeit", .terminUhrzeit, .uhrzeit),
      .text("Notiz", .notiz),
    ]
  }
}
