// SPDX-License-Identifier: Apache-2.0

/// A part of the model that an element of a message stands for.
///
/// Profiles map element names to fields; reader and writer know only fields. The same field may
/// belong to several blocks (`name`, `bemerkung`), the block gives it its meaning.
enum Feld: UInt8, CaseIterable, Sendable {
  /// The element has no field of its own: its children belong to the same block.
  case huelle
  // Objects
  case identifikation, id, nummerImContainer, kontextobjekt, allgemeineMetadaten
  case aussonderungsmetadaten, standort, typ, laufzeit, historie, geschaeftsgaenge, dokumente
  case vorgaenge, teilakten, verweise, kontakte, zdA, zdADatum, erweiterungen, erweiterungXML
  case aktenbetreff, teilvorgaenge, akte, vorgang, dokument
  // General metadata
  case betreff, kennzeichen, federfuehrung, aktenfuehrung, geheimhaltungsgrad, einstufungsfrist
  case eingestuftAm, herausgeber, einstufungEndetAm, geheimhaltungBemerkung, bemerkung, medium
  case aktenplaneinheit, zeitpunktLetzteAenderung, strukturpfad, datenschutzstufe
  case datenschutzstufeCode, inhaltsangabe, betreffKurz, pfadelement
  // Retention and appraisal
  case anzahlJahre, unbefristet, aussonderungsartCode, aussonderungsartKonfigurierbar, kennung
  case bewertungsvorschlag, begruendung, aufbewahrungsende, transferfristende
  // Spans, history, references
  case beginn, ende, metadatumName, metadatumAlterWert, metadatumNeuerWert, akteur, datumUhrzeit
  case aktion, sgoTyp, sgoKennzeichen
  // Routes
  case beteiligungsschritte, nummer, status, verfuegung, bearbeitung, parallel, versionNummer
  case ersteller, adressat, erstellungsdatum, erstellungsuhrzeit, verfuegungstext, terminDatum
  case terminUhrzeit, notiz, bearbeiter, datum, uhrzeit, vermerk, anlagen
  // Contacts
  case behoerdenkennung, verzeichnisdienst, behoerdenschluessel, praefix, institution
  case organisationseinheit, ansprechpartner, taetigkeit, zustaendigkeit, anschriften
  case erreichbarkeiten, rolle, rolleCode, unstrukturierteAnschriften, geburtsdatum, name
  case kurzbezeichnung, anrede, titel, familienname, vorname, staat, strasse, hausnummer
  case postfach, postleitzahl, ort, zusatz, kanal, istDienstlich, istInstitution
  case zeile1, zeile2, zeile3, zeile4, zeile5, zeile6
  // Extensions
  case beschreibung, versionsnummer, versionsdatum, feldgruppen, felder, datentyp, wert
  // Documents
  case fremdesGeschaeftszeichen, posteingangsdatum, postausgangsdatum, datumDesSchreibens, bezug
  case hier, bearbeitername, autoren, leser, weitereKontakte, versionen, schriftstuecke
  case dokumentForm, schriftstueckForm, anlagenummer, formate, formatname, sonstigerName
  case formatversion, primaerdokument, dateiname, dateinameOriginal, signaturEingebettet
  case signaturDateien, signaturdaten, hash, hashwert, algorithmus, sonstigerAlgorithmus
  // Aktenplan
  case bezeichnung, version, einheiten, gueltigkeit, aktenplandateien, stillgelegt
  case einheitenverweise
  // Message head
  case nachrichtenID, nachrichtentyp, erstellungszeitpunkt, empfaenger, absender, prozessID
  case instanzID, produktname, produktversion, hersteller, test, hinweis, empfangsbestaetigung
  case importbestaetigung, rueckmeldungArchivkennung, lfdNr, gesamtanzahl
  case ursprungsnachricht, weitereLeser
  // Results of an import
  case erfolgreich, fehlermeldungen, fehlermeldungCodes, archivkennung
  // Parts of a message
  case anschreiben, schriftgutobjekte, aktenplaene, bewertungen, rueckmeldungen

  /// True for what a message has any number of, and what reader and writer take one by one.
  var istTeil: Bool {
    switch self {
    case .anschreiben, .schriftgutobjekte, .aktenplaene, .bewertungen, .rueckmeldungen: true
    default: false
    }
  }
}
