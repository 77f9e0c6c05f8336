// SPDX-License-Identifier: Apache-2.0
public import Akte

/// Why an event is refused; the errors of the transition table (lebenszyklus FAKTEN 2.2) by name.
public indirect enum Ablehnungsgrund: Hashable, Sendable {
  // Making and ordering
  case einheitUnbekannt
  case einheitStillgelegt
  case einheitUngueltig
  case keinBlatt
  case betreffLeer
  case kennzeichenLeer
  case kennzeichenKollision
  case falscheEbene(Ebene, in: Ebene?)
  case zuTief(Int)
  case kennungVergeben
  case akteGeschlossen
  case elternGeschlossen
  case zielGeschlossen
  case zielUnterhalb
  case nichtLeer
  case orgUnbekannt
  case begruendungFehlt
  case feldGesperrt(Metadatenfeld)
  case feldOhneAblage(Metadatenfeld)
  case wertUnveraendert
  // Documents and their Geschäftsgang
  case hashFehlt
  case dateiZuGross(Int64)
  case dokumentGezeichnet
  case ausgecheckt([ObjektID])
  case nichtAusgecheckt
  case adressatUnbekannt(String)
  case keinSchritt
  case schrittUnbekannt(Int)
  case nichtAmZug
  case nichtAdressat
  case offeneMitzeichnung
  case inhaltGeaendert
  case keineZeichnungsbefugnis
  case terminVergangen
  case wiedervorlageUnbekannt
  case kanalFehlt
  case hashAbweichung
  case fassungUnbekannt(Int)
  case lauf(Lauffehler)
  case eigenesEreignis
  // Closing and re-opening
  case offenerSchritt([ObjektID])
  case offeneWiedervorlage([ObjektID])
  case kindOffen([ObjektID])
  case leer
  case offeneQualitaetssicherung([ObjektID])
  case datumInZukunft
  case datumVorLaufzeitende(Kalendertag)
  case regelFehlt
  case kaskade(erstes: ObjektID, grund: Ablehnungsgrund, offen: [ObjektID])
  case inAussonderung
  case verkuerzungUnzulaessig
  case rechtsgrundlageFehlt
  case ereignisBekannt
  case frist(Fristfehler)
  // Holds and rights
  case gesperrt([ObjektID])
  case sperreUnbekannt
  case sperreVorhanden
  case nichtBefugt(Befugnis)
  case vierAugenFehlt
  case abgabeLaufend
  case keineAbgabeLaufend
  // The procedure with the archive
  case nichtReif(Kalendertag?)
  case bereitsInPaket
  case papierteilOffen
  case kontextFehlt
  case keineObjekte
  case schemaFehler
  case fremdeNachricht
  case idUnbekannt
  case idDoppelt
  case kontextobjekt
  case wertUnbekannt(String)
  case widerspruch([ObjektID])
  case keineFristKonfiguriert
  case zugangNichtNachgewiesen
  case entscheidungWartet(NachrichtenID)
  case bewertungsfristLaeuft(Kalendertag)
  case bereitsAbgegeben
  case nichtArchivwuerdig
  case formatNichtVereinbart
  case virenpruefungFehlt
  case idFehlt
  case teilFehlt([Int])
  case importFehlgeschlagen(String)
  case karenzLaeuft(Kalendertag)
  case fremderVerweis([String])
  case fristLaeuft(Kalendertag?)
  case dauerndAufzubewahren
  case archivwuerdig
  case keineEntscheidung
  case genehmigungUngueltig
  case katalogFehlt
  case anbietungspflicht
  case offeneObjekte([ObjektID])
  // The state does not fit
  case vernichtet
  case unbekannt
  case falscheLage(String)
  case umfeldFehlt(String)
}
