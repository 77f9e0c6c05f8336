// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefsummen
internal import Xdomea

/// Puts the tree of a message together from a store, one chosen object with everything above it at a
/// time.
///
/// What is chosen goes along whole, what lies above it as a Kontextobjekt without documents (from
/// 4.0), what lies in it and is not chosen stays away (R32, R33, R50).
struct Objektbau {
  let bestand: any Aussonderungsbestand
  let fassung: XdomeaFassung
  let typ: Nachrichtentyp
  /// The objects that go along.
  let auszusondern: Set<ObjektID>
  private let ableitung: Namensableitung
  private var vergeben: Set<String> = []

  init(
    _ bestand: any Aussonderungsbestand, _ fassung: XdomeaFassung, _ typ: Nachrichtentyp,
    _ prozess: ProzessID, _ auszusondern: Set<ObjektID>
  ) throws {
    self.bestand = bestand
    self.fassung = fassung
    self.typ = typ
    self.auszusondern = auszusondern
    ableitung = try Namensableitung(prozess)
  }

  private var mitDateien: Bool { typ == .aussonderung }
  private var mitKontext: Bool { fassung >= .v400 }

  /// Writes the chosen objects, those with the same highest object together.
  ///
  /// - Parameters:
  ///   - einheiten: The highest chosen objects, those of one root side by side.
  ///   - paket: The container.
  /// - Throws: ``AussonderungFehler``, or what store and container throw.
  mutating func schreibe(
    _ einheiten: [Aussonderungseinheit], _ paket: inout Paketschreiber
  ) throws {
    var rest = einheiten[...]
    while let erste = rest.first {
      let gruppe = mitKontext ? rest.prefix { $0.wurzel == erste.wurzel } : rest.prefix(1)
      rest = rest.dropFirst(gruppe.count)
      let kontext = mitKontext ? Set(gruppe.flatMap(\.vorfahren)) : []
      let gewaehlt = Set(gruppe.map(\.id))
      let beginn = mitKontext ? erste.wurzel : erste.id
      var objekt = try knoten(beginn, gewaehlt: gewaehlt, kontext, innen: false, &paket)
      if !mitKontext, case .vorgang(var v) = objekt, v.aktenbetreff == nil {
        v.aktenbetreff = try aktenbetreff(erste)
        objekt = .vorgang(v)
      }
      try paket.schriftgutobjekt(objekt)
    }
  }

  private func aktenbetreff(_ einheit: Aussonderungseinheit) throws -> String? {
    for id in einheit.vorfahren where try bestand.schriftgut(id)?.ebene.istAkte == true {
      return try bestand.auskunft(id, mitDateien: false).objekt.betreff
    }
    return nil
  }

  private mutating func knoten(
    _ id: ObjektID, gewaehlt: Set<ObjektID>, _ kontext: Set<ObjektID>, innen: Bool,
    _ paket: inout Paketschreiber
  ) throws -> Schriftgutobjekt {
    let drin = innen || gewaehlt.contains(id)
    let auskunft = try bestand.auskunft(id, mitDateien: drin && mitDateien)
    var objekt = auskunft.objekt
    try objekt.kennzeichne(kontext: mitKontext ? !drin : nil, typ, drin: drin)
    if drin, mitDateien { try nimm(auskunft, &objekt, id, &paket) }
    for kind in try bestand.kinder(id) {
      let geht =
        drin ? auszusondern.contains(kind) : gewaehlt.contains(kind) || kontext.contains(kind)
      guard geht else { continue }
      objekt.nimm(
        try knoten(kind, gewaehlt: gewaehlt, kontext, innen: drin, &paket))
    }
    return objekt
  }

  // MARK: Files

  /// Writes the files of an object and its documents, and names them as the container has them.
  private mutating func nimm(
    _ auskunft: Aussonderungsauskunft, _ objekt: inout Schriftgutobjekt, _ id: ObjektID,
    _ paket: inout Paketschreiber
  ) throws {
    var benannt: [String: (name: String, hash: Hashangabe?)] = [:]
    for (name, original) in try objekt.dateinamen() {
      guard let zugang = auskunft.dateien[name] else {
        throw AussonderungFehler.dateiFehlt(objekt: id, name: name)
      }
      let neu = eindeutig(name, original: original ?? name, id)
      benannt[name] = (neu, try uebertrage(zugang, neu, id, &paket).hash)
    }
    let hatHash = fassung.hatHash
    try objekt.jedeDatei { nennung in
      guard let neu = benannt[nennung.name] else { return }
      if neu.name != nennung.name, nennung.original == nil { nennung.original = nennung.name }
      nennung.name = neu.name
      if !nennung.istSignatur { nennung.hash = hatHash ? nennung.hash ?? neu.hash : nil }
    }
  }

  /// Stores a file; its bytes must have the digest they came in with.
  private func uebertrage(
    _ zugang: Dateizugang, _ name: String, _ id: ObjektID, _ paket: inout Paketschreiber
  ) throws -> Primaerdokument {
    var bildner = try Pruefsummenbildner([zugang.pruefsumme.verfahren])
    bildner.beginne()
    // An error of the store's file is the object's fault; one of the container is ours.
    var lesefehler: (any Error)?
    let verweis: Primaerdokument
    do {
      let lies: (UnsafeMutableRawBufferPointer) throws -> Int
      do {
        lies = try zugang.oeffne()
      } catch {
        lesefehler = error
        throw error
      }
      verweis = try paket.datei(name, groesse: zugang.groesse) { puffer in
        do {
          let n = try lies(puffer)
          if n > 0 { bildner.nimm(UnsafeRawBufferPointer(rebasing: puffer[..<n])) }
          return n
        } catch {
          lesefehler = error
          throw error
        }
      }
    } catch {
      guard let lesefehler else { throw error }
      throw AussonderungFehler.dateiVeraendert(objekt: id, name: name, grund: "\(lesefehler)")
    }
    guard bildner.abschluss().first == zugang.pruefsumme else {
      throw AussonderungFehler.dateiVeraendert(objekt: id, name: name)
    }
    return verweis
  }

  /// A name that begins with a UUID and that no other file of the message has (R53, R55).
  private mutating func eindeutig(_ name: String, original: String, _ id: ObjektID) -> String {
    if Primaerdateiname.istRegelgerecht(name), vergeben.insert(name).inserted { return name }
    var versuch = 0
    while true {
      let kennung = ableitung.objekt("datei", "\(id) \(name) \(versuch)")
      let neu = Primaerdateiname.bilden(kennung, original: original)
      if vergeben.insert(neu).inserted { return neu }
      versuch += 1
    }
  }
}
