// SPDX-License-Identifier: Apache-2.0
public import Akte

/// All states in memory: the smallest complete ``Zustandsquelle``.
///
/// For tests, for trying out what would happen, and as a pattern for a vendor's own.
public struct Bestandsmodell: Zustandsquelle, Sendable {
  /// Akten, Teilakten, Vorgänge and Teilvorgänge.
  public private(set) var schriftgut: [ObjektID: Schriftgutzustand] = [:]
  /// Documents.
  public private(set) var dokumente: [ObjektID: Dokumentzustand] = [:]
  /// Batches.
  public private(set) var pakete: [PaketID: Paketzustand] = [:]
  /// Units of the Aktenplan.
  public private(set) var einheiten: [String: Einheitszustand] = [:]
  /// The rules of the catalogue by Aktenplaneinheit.
  public var regeln: [String: Fristregel] = [:]
  /// The policy.
  public var richtlinie = Richtlinie()

  /// The persons that may be addressed; nil: there is no directory, every one counts.
  public var personen: Set<String>?
  /// The units that exist; nil: there is no directory, every name counts.
  public var organisationseinheiten: Set<String>?
  /// What forbids to delete an object beside its state.
  public var loeschhindernisse: [ObjektID: [String]] = [:]

  private var kinder: [ObjektID: [ObjektID]] = [:]
  private var inhalt: [ObjektID: [ObjektID]] = [:]
  private var kennzeichen: [Kennzeichen: ObjektID] = [:]
  private var hashes: [Pruefsumme: Int] = [:]

  /// Nothing.
  public init() {}

  /// Does what the Handlung says and keeps the new states.
  ///
  /// - Throws: ``LifecycleFehler`` if it is refused; nothing has changed then.
  @discardableResult
  public mutating func wende(_ handlung: Handlung) throws(LifecycleFehler) -> Wirkungen {
    let w: Wirkungen
    do {
      w = try wirkungen(handlung, richtlinie: richtlinie)
    } catch {
      switch error {
      case .abgelehnt(let fehler): throw fehler
      }
    }
    uebernimm(w)
    return w
  }

  private mutating func uebernimm(_ w: Wirkungen) {
    for z in w.schriftgut {
      let alt = schriftgut.updateValue(z, forKey: z.id)
      if alt?.kennzeichen != z.kennzeichen { kennzeichen[z.kennzeichen] = z.id }
      guard alt == nil || alt?.eltern != z.eltern else { continue }
      if let e = alt?.eltern { kinder[e]?.removeAll { $0 == z.id } }
      if let e = z.eltern { kinder[e, default: []].append(z.id) }
    }
    for d in w.dokumente {
      let alt = dokumente.updateValue(d, forKey: d.id)
      if alt == nil { inhalt[d.eltern, default: []].append(d.id) }
      for f in d.fassungen.dropFirst(alt?.fassungen.count ?? 0) { hashes[f.hash, default: 0] += 1 }
    }
    if let p = w.paket { pakete[p.id] = p }
    if let e = w.einheit { einheiten[e.kennzeichen] = e }
  }

  /// See ``Zustandsquelle``.
  public func schriftgut(_ id: ObjektID) throws(Never) -> Schriftgutzustand? { schriftgut[id] }
  /// See ``Zustandsquelle``.
  public func dokument(_ id: ObjektID) throws(Never) -> Dokumentzustand? { dokumente[id] }
  /// See ``Zustandsquelle``.
  public func kinder(_ id: ObjektID) throws(Never) -> [Schriftgutzustand] {
    (kinder[id] ?? []).compactMap { schriftgut[$0] }
  }
  /// See ``Zustandsquelle``.
  public func dokumente(in id: ObjektID) throws(Never) -> [Dokumentzustand] {
    (inhalt[id] ?? []).compactMap { dokumente[$0] }
  }
  /// See ``Zustandsquelle``.
  public func paket(_ id: PaketID) throws(Never) -> Paketzustand? { pakete[id] }
  /// See ``Zustandsquelle``.
  public func einheit(_ kennzeichen: String) throws(Never) -> Einheitszustand? {
    einheiten[kennzeichen]
  }
  /// See ``Zustandsquelle``.
  public func regel(
    fuer objekt: Schriftgutzustand, am tag: Kalendertag
  ) throws(Never) -> Fristregel? {
    regeln[objekt.einheit]
  }
  /// See ``Zustandsquelle``.
  public func istVergeben(
    _ kennzeichen: Kennzeichen, ausserAn id: ObjektID
  ) throws(Never) -> Bool {
    self.kennzeichen[kennzeichen].map { $0 != id } ?? false
  }
  /// See ``Zustandsquelle``.
  public func istBekannt(_ hash: Pruefsumme) throws(Never) -> Bool { hashes[hash] != nil }
  /// See ``Zustandsquelle``.
  public func istVergeben(_ id: ObjektID) throws(Never) -> Bool {
    schriftgut[id] != nil || dokumente[id] != nil
  }
  /// See ``Zustandsquelle``.
  public func istPerson(_ kennung: String) throws(Never) -> Bool {
    personen?.contains(kennung) ?? true
  }
  /// See ``Zustandsquelle``.
  public func istOrganisationseinheit(_ name: String) throws(Never) -> Bool {
    organisationseinheiten?.contains(name) ?? true
  }
  /// See ``Zustandsquelle``.
  public func loeschhindernisse(_ id: ObjektID) throws(Never) -> [String] {
    loeschhindernisse[id] ?? []
  }
}
