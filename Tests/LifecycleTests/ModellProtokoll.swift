// SPDX-License-Identifier: Apache-2.0
import Akte
import Lifecycle
import TestHilfe

/// The chain over all events of a world, accepted and refused (lebenszyklus FAKTEN 2.5).
final class Modellprotokoll {
  private var kette: Protokollkette
  private var saetze: [[UInt8]] = []
  private var zeit: Int64 = 946_900_000_000

  init() throws { kette = try Protokollkette() }

  /// Appends an event; the payload is a random digest, its content plays no part in the chain.
  func nimm(
    _ h: Handlung, _ ausgang: Result<Wirkungen, LifecycleFehler>, nutzlast: Pruefsumme,
    _ z: inout Zufall
  ) throws {
    zeit += 1000
    guard let zeitpunkt = Zeitpunkt(unixMillisekunden: zeit) else {
      throw Verstoss("C0", nil, "kein Zeitpunkt \(zeit)")
    }
    var betroffene: [Objektstand] = []
    var art = h.ereignis.regel
    var ergebnis = Protokollausgang.angenommen
    switch ausgang {
    case .success(let w):
      art = w.regel
      betroffene = w.schriftgut.map { Objektstand(id: $0.id, stand: nutzlast) }
      betroffene += w.dokumente.map { Objektstand(id: $0.id) }
    case .failure(let f):
      art = f.regel
      ergebnis = .abgelehnt(grund: Modellstatistik.name(f.grund))
      if let id = f.objekt { betroffene = [Objektstand(id: id)] }
    }
    var satz: [UInt8] = []
    try kette.haenge(
      an: Protokollentwurf(
        ereignis: .zufaellig(&z), zeitpunkt: zeitpunkt, art: art, ausgang: ergebnis,
        betroffene: betroffene, nutzlast: nutzlast), satz: &satz)
    saetze.append(satz)
  }

  /// The chain is whole and ends where it was written to; one flipped bit is found at its entry.
  func pruefe(_ z: inout Zufall) throws {
    let bericht = try pruefung(saetze)
    guard bericht.istUnversehrt, bericht.eintraege == saetze.count, bericht.kopf == kette.kopf
    else {
      throw Verstoss("C1", nil, "die Kette ist nicht heil: \(bericht.befunde.prefix(2))")
    }
    // The last entries are enough for the sample, so that it is cheap in every world.
    let ab = max(0, saetze.count - 50)
    guard ab > 0, let vorher = Pruefsumme(.sha256, bytes: Array(saetze[ab - 1].suffix(32))) else {
      return
    }
    var ende = Array(saetze[ab...])
    let stelle = Int(z.next() % UInt64(ende.count))
    let byte = Int(z.next() % UInt64(ende[stelle].count))
    ende[stelle][byte] ^= 1 << UInt8(z.next() % 8)
    let kopf = Kettenkopf(folge: Int64(ab), hash: vorher)
    let falsch = try pruefung(ende, nach: kopf)
    guard !falsch.istUnversehrt, falsch.bruch?.folge == Int64(ab + stelle + 1) else {
      throw Verstoss(
        "C2", nil,
        "Byte \(byte) von Eintrag \(ab + stelle + 1) geändert, Bruch: "
          + String(describing: falsch.bruch))
    }
  }

  private func pruefung(
    _ saetze: [[UInt8]], nach kopf: Kettenkopf = .anfang
  ) throws -> Kettenbericht {
    var pruefung = try Kettenpruefung(nach: kopf)
    for s in saetze { pruefung.nimm(satz: s) }
    return pruefung.abschluss()
  }
}
