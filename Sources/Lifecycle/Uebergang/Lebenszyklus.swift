// SPDX-License-Identifier: Apache-2.0
public import Akte

/// The transition table (lebenszyklus FAKTEN 2.2) as pure functions: a state, an event and a
/// context give the effects or a typed refusal.
///
/// No clock, no randomness, no input or output.
///
/// A vendor loads the state and its surroundings from an own database, calls `wende`, and stores the
/// effects in one transaction. ``Zustandsquelle`` helps with loading, ``Bestandsmodell`` shows all of it in memory.
public enum Lebenszyklus {
  /// What follows from an event on an Akte, Teilakte, Vorgang or Teilvorgang.
  ///
  /// - Parameters:
  ///   - ereignis: What happens.
  ///   - zustand: The object's state; nil for a new object.
  ///   - ziel: The object; for a new object the id it gets.
  ///   - k: Who, when, policy, surroundings. For a new object the surroundings are those of the
  ///     object it is made in, with that object as the first of `vorfahren`.
  /// - Returns: New states and things to do; the caller stores all of it, or nothing.
  /// - Throws: ``LifecycleFehler`` with the row and the reason; nothing follows then.
  public static func wende(
    _ ereignis: Schriftgutereignis, auf zustand: Schriftgutzustand?, ziel: ObjektID, _ k: Kontext
  ) throws(LifecycleFehler) -> Wirkungen {
    if case .anlegen(let angaben) = ereignis {
      return try anlegen(angaben, ziel, zustand, k)
    }
    if case .uebernehmen(let angaben, let stand) = ereignis {
      return try uebernehmen(angaben, stand, ziel, zustand, k)
    }
    guard let z = zustand else {
      throw LifecycleFehler(regel: ereignis.regel, objekt: ziel, grund: .unbekannt)
    }
    guard z.lage != .vernichtet else {
      throw LifecycleFehler(regel: "P16", objekt: ziel, grund: .vernichtet)
    }
    guard z.lage != .storniert else {
      throw LifecycleFehler(
        regel: ereignis.regel, objekt: ziel, grund: .falscheLage(z.lage.anzeige))
    }
    switch ereignis {
    case .anlegen, .uebernehmen:
      throw LifecycleFehler(regel: ereignis.regel, objekt: ziel, grund: .kennungVergeben)
    case .stornieren(let grund): return try storniere(z, grund, k)
    case .umhaengen(let nach): return try haengeUm(z, nach, k)
    case .federfuehrungAendern(let neu): return try aendereFederfuehrung(z, neu, k)
    case .wiedervorlage(let neu): return try legeWiederVor(z, neu, k)
    case .wiedervorlageErledigen(let id): return try erledigeWiedervorlage(z, id, k)
    case .zdA(let verfuegung): return try verfuegeZdA(z, verfuegung, k)
    case .zdAKaskadierend(let verfuegung): return try verfuegeZdAKaskadierend(z, verfuegung, k)
    case .wiederaufnehmen(let grund): return try nimmWiederAuf(z, grund, k)
    case .transferfristAbgelaufen: return try beendeTransferfrist(z, k)
    case .fristVerlaengern(let regel, let grund): return try verlaengere(z, regel, grund, k)
    case .fristVerkuerzen(let regel, let recht): return try verkuerze(z, regel, recht, k)
    case .bezugsereignis(let name, let datum): return try nimmEreignis(z, name, datum, k)
    case .metadatenkorrektur(let korrektur): return try korrigiere(z, korrektur, k)
    case .sperreSetzen(let sperre): return try setzeSperre(z, sperre, k)
    case .sperreAufheben(let id, let grund): return try entsperre(z, id, grund, k)
    case .vernichten: return try vernichte(z, k)
    case .vernichtenNachGenehmigung: return try vernichteNachGenehmigung(z, k)
    case .loeschverlangen(let grund, let sofort): return try verlangeLoeschung(z, grund, sofort, k)
    case .uebernahmeersuchen(let an): return try ersucheUebernahme(z, an, k)
    case .uebernahmeAbgelehnt(let grund): return try nimmAblehnung(z, grund, k)
    case .uebernahmeBestaetigt(let nachweis): return try nimmUebernahme(z, nachweis, k)
    case .anbietungswaechter: return try wache(z, k)
    case .katalogaenderung(let aenderung): return try aendereKatalog(z, aenderung, k)
    case .papierteil(let offen, let standort): return try halteFestPapier(z, offen, standort, k)
    }
  }
}

extension Schriftgutereignis {
  /// The row of the transition table the event belongs to.
  ///
  /// Where two rows share an event, the first; ``Wirkungen/regel`` names the one that was applied.
  public var regel: String {
    switch self {
    case .anlegen(let angaben): angaben.ebene == .akte ? "A01" : "A02"
    case .uebernehmen: "A01"
    case .stornieren: "A05"
    case .umhaengen: "A06"
    case .federfuehrungAendern: "A07"
    case .wiedervorlage, .wiedervorlageErledigen: "G05"
    case .zdA: "A10"
    case .zdAKaskadierend: "A12"
    case .wiederaufnehmen: "A13"
    case .transferfristAbgelaufen: "A15"
    case .fristVerlaengern: "A16"
    case .fristVerkuerzen: "A17"
    case .bezugsereignis: "A11"
    case .metadatenkorrektur, .papierteil: "A18"
    case .sperreSetzen: "L01"
    case .sperreAufheben: "L02"
    case .vernichten: "P12"
    case .vernichtenNachGenehmigung: "P14"
    case .loeschverlangen: "A30"
    case .uebernahmeersuchen: "A31"
    case .uebernahmeAbgelehnt: "A32"
    case .uebernahmeBestaetigt: "A33"
    case .anbietungswaechter: "A34"
    case .katalogaenderung: "A36"
    }
  }
}
