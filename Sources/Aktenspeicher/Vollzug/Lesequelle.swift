// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

/// The states of the store as ``Lebenszyklus`` reads them, in one snapshot.
struct Lesequelle: Zustandsquelle {
  typealias Lesefehler = any Error

  let l: Lesezugriff
  let kataloge: Katalogbestand

  private var pfad: String { l.pfad }

  func schriftgut(_ id: ObjektID) throws(any Error) -> Schriftgutzustand? {
    guard let zeile = try l.objekt(id), zeile.ebene != .dokument else { return nil }
    return try zeile.schriftgut(pfad)
  }

  func dokument(_ id: ObjektID) throws(any Error) -> Dokumentzustand? {
    guard let zeile = try l.objekt(id), zeile.ebene == .dokument else { return nil }
    return try zeile.dokument(pfad)
  }

  func kinder(_ id: ObjektID) throws(any Error) -> [Schriftgutzustand] {
    var kinder: [Schriftgutzustand] = []
    guard let zeile = try l.objekt(id) else { return [] }
    try l.kinder(zeile.nr) { kind in
      if kind.ebene != .dokument { kinder.append(try kind.schriftgut(pfad)) }
      return true
    }
    return kinder
  }

  func dokumente(in id: ObjektID) throws(any Error) -> [Dokumentzustand] {
    var dokumente: [Dokumentzustand] = []
    guard let zeile = try l.objekt(id) else { return [] }
    try l.kinder(zeile.nr) { kind in
      if kind.ebene == .dokument { dokumente.append(try kind.dokument(pfad)) }
      return true
    }
    return dokumente
  }

  func paket(_ id: PaketID) throws(any Error) -> Paketzustand? {
    let a = try l.anweisung("SELECT zustand FROM paket WHERE id = ?")
    a.binde(1, id.sechzehn)
    guard let bytes = try a.ersteZeile({ a.bytes(0) }) else { return nil }
    return try gelesen(Paketzustand.self, bytes, "das Paket \(id)", pfad)
  }

  func einheit(_ kennzeichen: String) throws(any Error) -> Einheitszustand? {
    let a = try l.anweisung("SELECT daten FROM einheit WHERE kennzeichen = ?")
    a.binde(1, kennzeichen)
    guard let bytes = try a.ersteZeile({ a.bytes(0) }) else { return nil }
    return try gelesen(Einheitszustand.self, bytes, "die Einheit \(kennzeichen)", pfad)
  }

  func regel(
    fuer objekt: Schriftgutzustand, am tag: Kalendertag
  ) throws(any Error) -> Fristregel? {
    guard !kataloge.kataloge.isEmpty else { return nil }
    do {
      return try kataloge.katalog(am: tag)
        .auskunft(aktenplan: objekt.einheit, selektor: objekt.selektor, am: tag).regel
    } catch {
      switch error {
      // Several rows at once are a fault of the catalogue; no rule is only a gap.
      case .mehrdeutig, .mehrereKataloge: throw error
      case .keineRegel, .aktenplanUnlesbar, .keinKatalog: return nil
      }
    }
  }

  func istVergeben(
    _ kennzeichen: Kennzeichen, ausserAn id: ObjektID
  ) throws(any Error) -> Bool {
    let a = try l.anweisung(
      "SELECT 1 FROM objekt WHERE kennzeichen = ? AND ebene < 4 AND id <> ? LIMIT 1")
    a.binde(1, kennzeichen.text)
    a.binde(2, id.sechzehn)
    return try a.ersteZeile { true } ?? false
  }

  func istBekannt(_ hash: Pruefsumme) throws(any Error) -> Bool {
    guard let hash = Dateihash(hash) else { return false }
    let a = try l.anweisung("SELECT 1 FROM datei WHERE hash = ?")
    a.binde(1, hash)
    return try a.ersteZeile { true } ?? false
  }

  func istVergeben(_ id: ObjektID) throws(any Error) -> Bool { try l.objekt(id) != nil }
}

extension Lesequelle {
  /// What follows from the Handlung.
  ///
  /// - Throws: `LifecycleFehler` if it is refused, or what reading throws.
  func gefragt(_ handlung: Handlung, _ richtlinie: Richtlinie) throws -> Wirkungen {
    do {
      return try wirkungen(handlung, richtlinie: richtlinie)
    } catch {
      switch error {
      case .abgelehnt(let fehler): throw fehler
      case .lesen(let fehler): throw fehler
      }
    }
  }
}
