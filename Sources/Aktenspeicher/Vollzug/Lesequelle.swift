// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

/// The states of the store as ``Lebenszyklus`` reads them, in one snapshot.
struct Lesequelle: Zustandsquelle {
  typealias Lesefehler = any Error

  let l: Lesezugriff
  let kataloge: Katalogbestand
  /// What was read and written in the transaction; nil while others may write.
  var gedaechtnis: Lesegedaechtnis?

  private var pfad: String { l.pfad }

  func schriftgut(_ id: ObjektID) throws(any Error) -> Schriftgutzustand? {
    if let z = gemerkt(id) { return z }
    guard !fehlt(id) else { return nil }
    guard let zeile = try l.objekt(id) else {
      gedaechtnis?.fehlend = id
      return nil
    }
    guard zeile.ebene != .dokument else { return nil }
    let z = try zeile.schriftgut(pfad)
    merke(z, zeile.nr)
    return z
  }

  func dokument(_ id: ObjektID) throws(any Error) -> Dokumentzustand? {
    guard !fehlt(id) else { return nil }
    guard let zeile = try l.objekt(id) else {
      gedaechtnis?.fehlend = id
      return nil
    }
    return zeile.ebene == .dokument ? try zeile.dokument(pfad) : nil
  }

  func kinder(_ id: ObjektID) throws(any Error) -> [Schriftgutzustand] {
    var kinder: [Schriftgutzustand] = []
    guard let nr = try nummer(id) else { return [] }
    try l.schriftgut(in: nr) { kind in
      let z = try kind.schriftgut(pfad)
      merke(z, kind.nr)
      kinder.append(z)
      return true
    }
    return kinder
  }

  func dokumente(in id: ObjektID) throws(any Error) -> [Dokumentzustand] {
    var dokumente: [Dokumentzustand] = []
    guard let nr = try nummer(id) else { return [] }
    try l.dokumente(in: nr) { kind in
      dokumente.append(try kind.dokument(pfad))
      return true
    }
    return dokumente
  }

  func paket(_ id: PaketID) throws(any Error) -> Paketzustand? {
    if let bekannt = gedaechtnis?.paket, bekannt.id == id { return bekannt }
    let a = try l.anweisung("SELECT zustand FROM paket WHERE id = ?")
    a.binde(1, id.sechzehn)
    guard let bytes = try a.ersteZeile({ a.bytes(0) }) else { return nil }
    let paket = try gelesen(Paketzustand.self, bytes, "das Paket \(id)", pfad)
    gedaechtnis?.paket = paket
    return paket
  }

  func einheit(_ kennzeichen: String) throws(any Error) -> Einheitszustand? {
    if let bekannt = gedaechtnis?.einheiten[kennzeichen] { return bekannt }
    let a = try l.anweisung("SELECT daten FROM einheit WHERE kennzeichen = ?")
    a.binde(1, kennzeichen)
    let einheit = try a.ersteZeile { a.bytes(0) }.map {
      try gelesen(Einheitszustand.self, $0, "die Einheit \(kennzeichen)", pfad)
    }
    gedaechtnis?.einheiten.updateValue(einheit, forKey: kennzeichen)
    return einheit
  }

  func regel(
    fuer objekt: Schriftgutzustand, am tag: Kalendertag
  ) throws(any Error) -> Fristregel? {
    guard !kataloge.kataloge.isEmpty else { return nil }
    let frage = Lesegedaechtnis.Regelfrage(
      einheit: objekt.einheit, selektor: objekt.selektor, tag: tag)
    if let bekannt = gedaechtnis?.regeln[frage] { return bekannt }
    let regel = try katalogregel(frage)
    gedaechtnis?.merke(regel, frage)
    return regel
  }

  private func katalogregel(_ f: Lesegedaechtnis.Regelfrage) throws(any Error) -> Fristregel? {
    do {
      return try kataloge.katalog(am: f.tag)
        .auskunft(aktenplan: f.einheit, selektor: f.selektor, am: f.tag).regel
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
    if try a.ersteZeile({ true }) ?? false { return true }
    let frueher = try l.anweisung("SELECT 1 FROM zaehler WHERE bereich = ? AND stand <> ?")
    frueher.binde(1, Self.frueheres(kennzeichen))
    frueher.binde(2, try nummer(id) ?? 0)
    return try frueher.ersteZeile { true } ?? false
  }

  /// The counter that says which object had a Kennzeichen and gave it up.
  static func frueheres(_ kennzeichen: Kennzeichen) -> String { "früher " + kennzeichen.text }

  func istBekannt(_ hash: Pruefsumme) throws(any Error) -> Bool {
    guard let hash = Dateihash(hash) else { return false }
    let a = try l.anweisung("SELECT 1 FROM datei WHERE hash = ?")
    a.binde(1, hash)
    return try a.ersteZeile { true } ?? false
  }

  func istVergeben(_ id: ObjektID) throws(any Error) -> Bool { try nummer(id) != nil }

  // The store has no directory of persons and units, and nobody can refer to its objects from
  // outside: what must not be deleted gets a hold.
  func istPerson(_ kennung: String) throws(any Error) -> Bool { !kennung.isEmpty }
  func istOrganisationseinheit(_ name: String) throws(any Error) -> Bool { !name.isEmpty }
  func loeschhindernisse(_ id: ObjektID) throws(any Error) -> [String] { [] }

  /// The number of an object; nil if there is none.
  func nummer(_ id: ObjektID) throws(any Error) -> Int64? {
    if let bekannt = gedaechtnis?.objekte[id] { return bekannt.nr }
    return fehlt(id) ? nil : try l.nummer(id)
  }
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
