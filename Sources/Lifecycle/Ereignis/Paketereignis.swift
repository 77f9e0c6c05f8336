// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What can happen to a batch; the row of the transition table stands beside each.
public enum Paketereignis: Hashable, Sendable, Codable {
  /// P01: the objects of an offer are chosen, with the reason why now.
  case angebotErstellen(prozess: ProzessID, objekte: [ObjektID], anlass: Angebotsanlass)
  /// P01: chosen objects are taken out again, before the 0501 goes out.
  case herausnehmen(objekte: [ObjektID])
  /// P02: the 0501 goes out.
  case anbieten(nachricht: NachrichtenID, schemagueltig: Bool)
  /// P03: the archive received it (0504, or another proof of delivery).
  case empfangBestaetigt(nachricht: NachrichtenID, antwortAuf: NachrichtenID, am: Kalendertag)
  /// P04: the archive decided (0502).
  case bewertung(
    nachricht: NachrichtenID, antwortAuf: NachrichtenID, entscheidungen: [Bewertungsentscheidung])
  /// P06: the archive did not decide in time.
  case fristablauf
  /// P07: the offer is withdrawn.
  case zurueckziehen(grund: String)
  /// P08: the 0503 goes out.
  case abgeben(nachrichten: [NachrichtenID], pruefungen: [Abgabepruefung])
  /// P15: two-step procedure: handed over without an offer.
  case abgebenNachKatalog(
    prozess: ProzessID, nachrichten: [NachrichtenID], pruefungen: [Abgabepruefung])
  /// P09: the archive received the 0503 (0507); gives no right to delete.
  case empfang(nachricht: NachrichtenID)
  /// P10, P10f: the archive imported, or could not (0506), part `teil` of `gesamt`.
  case importBestaetigt(
    nachricht: NachrichtenID, teil: Int, gesamt: Int, ergebnisse: [Importergebnis])
  /// Nothing more will happen: every object has reached its end.
  case abschliessen
  /// The procedure ends without a result.
  case abbrechen(grund: String)
}

/// Why objects are offered now.
public enum Angebotsanlass: String, Hashable, Sendable, Codable, CaseIterable {
  /// Their periods are over.
  case fristende
  /// The latest day for the offer is near (30-year guard, F26).
  case dreissigJahre
  /// Somebody demands erasure: offer before deletion (A30).
  case loeschverlangen
  /// Agreed with the archive; deletion still waits for the end of the period (P12).
  case vereinbarung
}

/// What can happen to a unit of the Aktenplan.
public enum Einheitsereignis: Hashable, Sendable, Codable {
  /// A unit is made or described anew.
  case anlegen(angaben: Einheitszustand)
  /// A35: no new Akten.
  case stilllegen
  /// The archive's appraisal of the whole unit (0513/0514).
  case vorabbewerten(bewertung: Vorabbewertung)
}

/// One event with the thing it happens to: what a log keeps and a replay takes.
public enum Ereignis: Hashable, Sendable, Codable {
  /// An Akte, Teilakte, Vorgang or Teilvorgang; `in` is the object a new one is made in.
  case schriftgut(ziel: ObjektID, in: ObjektID?, ereignis: Schriftgutereignis)
  /// A Dokument; `in` is the object a new one is made in.
  case dokument(ziel: ObjektID, in: ObjektID?, ereignis: Dokumentereignis)
  /// A batch.
  case paket(ziel: PaketID, ereignis: Paketereignis)
  /// A unit of the Aktenplan, by its Kennzeichen.
  case einheit(ziel: String, ereignis: Einheitsereignis)
}
