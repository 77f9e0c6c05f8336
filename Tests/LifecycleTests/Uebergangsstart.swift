// SPDX-License-Identifier: Apache-2.0
import Akte

@testable import Lifecycle

/// Where a case begins.
///
/// Every stage is reached by events alone, one after the other.
enum Uebergangsstart: Sendable {
  /// A unit of the Aktenplan, nothing in it.
  case leer
  /// An Akte with two Vorgänge, a letter in each.
  case offen
  /// All zdA on 2020-03-02: Transferfrist to 2021-03-02, period of 5 years to 2025-12-31.
  case geschlossen
  /// In the Altregistratur; it is 2024, the period still runs.
  case aufbewahrt
  /// In the Altregistratur; it is 2030, the period is over.
  case reif
  /// Chosen for an offer.
  case entwurf
  /// Offered and received.
  case angeboten
  /// Valued, all alike.
  case bewertet(String)
  /// Handed over.
  case abgegeben
  /// Imported by the archive.
  case uebernommen
  /// Destroyed.
  case vernichtet

  func welt() throws -> Uebergangswelt {
    var w = Uebergangswelt()
    switch self {
    case .leer:
      w.einheiten["10.1"] = Einheitszustand(kennzeichen: "10.1", bezeichnung: "Hundesteuer")
      w.einheiten["10.2"] = Einheitszustand(kennzeichen: "10.2", bezeichnung: "Grundsteuer")
      w.regeln = ["10.1": .probe(jahre: 5), "10.2": .probe(jahre: 10)]
    case .offen:
      w = try Self.leer.welt()
      try w.wende(w.h(.akte, .anlegen(angaben: .akte()), .sb))
      for (vorgang, brief, n) in [
        (ObjektID.vorgang, ObjektID.brief, UInt8(1)), (.zweiter, .zweiterBrief, 2),
      ] {
        try w.wende(w.h(vorgang, .anlegen(angaben: .vorgang("A-1#\(n)")), .sb, in: .akte))
        try w.wende(w.d(brief, .anlegen(angaben: .brief(n)), .sb, in: vorgang))
      }
    case .geschlossen:
      w = try Self.offen.welt()
      w.heute = tag(2020, 3, 2)
      try w.wende(w.h(.akte, .zdAKaskadierend(verfuegung: ZdAVerfuegung(datum: w.heute)), .reg))
    case .aufbewahrt:
      w = try Self.geschlossen.welt()
      w.heute = tag(2024, 5, 6)
      for id in [ObjektID.akte, .vorgang, .zweiter] {
        try w.wende(w.h(id, .transferfristAbgelaufen, .system))
      }
    case .reif:
      w = try Self.aufbewahrt.welt()
      w.heute = tag(2030, 6, 14)
    case .entwurf:
      w = try Self.reif.welt()
      try w.wende(w.p(.biete([.akte])))
    case .angeboten:
      w = try Self.entwurf.welt()
      try w.wende(w.p(.anbieten(nachricht: .angebot, schemagueltig: true)))
      try w.wende(w.p(.eingang(504, am: w.heute), .arc))
    case .bewertet(let wert):
      w = try Self.angeboten.welt()
      w.heute = tag(2030, 8, 1)
      try w.wende(
        w.p(.werte([(.akte, wert), (.vorgang, wert), (.zweiter, wert)]), .arc))
    case .abgegeben:
      w = try Self.bewertet("A").welt()
      try w.wende(w.p(.gebeAb([.akte, .vorgang, .zweiter])))
    case .uebernommen:
      w = try Self.abgegeben.welt()
      w.heute = tag(2030, 9, 1)
      try w.wende(w.p(.importiere([.akte, .vorgang, .zweiter]), .arc))
    case .vernichtet:
      w = try Self.bewertet("V").welt()
      try w.wende(w.h(.akte, .vernichten, .reg, mit: .vg))
    }
    return w
  }
}

extension Anlageangaben {
  static func akte(_ kennzeichen: String = "A-1", einheit: String = "10.1") -> Anlageangaben {
    Anlageangaben(
      ebene: .akte, einheit: einheit, betreff: "Hund Bello",
      kennzeichen: Kennzeichen(kennzeichen), federfuehrung: "Amt 20")
  }
  static func vorgang(_ kennzeichen: String, _ ebene: Ebene = .vorgang) -> Anlageangaben {
    Anlageangaben(ebene: ebene, betreff: "Bescheid", kennzeichen: Kennzeichen(kennzeichen))
  }
}

extension Dokumentanlage {
  static func brief(_ n: UInt8, eingehend: Bool = true) -> Dokumentanlage {
    Dokumentanlage(
      fassung: Fassung(hash: pruefsumme(n), groesse: 10), betreff: "Brief", eingehend: eingehend,
      dokumentdatum: tag(2019, 2, 28))
  }
}

extension Paketereignis {
  static func biete(
    _ objekte: [ObjektID], _ anlass: Angebotsanlass = .fristende
  ) -> Paketereignis {
    .angebotErstellen(prozess: .nr(7), objekte: objekte, anlass: anlass)
  }
  static func eingang(_ nachricht: UInt64, am: Kalendertag) -> Paketereignis {
    .empfangBestaetigt(nachricht: .nr(nachricht), antwortAuf: .angebot, am: am)
  }
  static func werte(
    _ werte: [(ObjektID, String)], nachricht: NachrichtenID = .bewertung,
    auf: NachrichtenID = .angebot
  ) -> Paketereignis {
    .bewertung(
      nachricht: nachricht, antwortAuf: auf,
      entscheidungen: werte.map { Bewertungsentscheidung($0.0, $0.1) })
  }
  static func gebeAb(_ objekte: [ObjektID]) -> Paketereignis {
    .abgeben(nachrichten: [.abgabe], pruefungen: objekte.map { .gut($0) })
  }
  static func importiere(
    _ objekte: [ObjektID], nachricht: UInt64 = 506, teil: Int = 1, von gesamt: Int = 1
  ) -> Paketereignis {
    .importBestaetigt(
      nachricht: .nr(nachricht), teil: teil, gesamt: gesamt,
      ergebnisse: objekte.map {
        Importergebnis($0, erfolgreich: true, archivkennung: "Arch \($0)")
      })
  }
}

extension Abgabepruefung {
  static func gut(_ id: ObjektID) -> Abgabepruefung {
    Abgabepruefung(id, hashesGeprueft: true, formateVereinbart: true, virenfrei: true)
  }
}
