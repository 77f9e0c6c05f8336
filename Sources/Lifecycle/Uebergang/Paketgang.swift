// SPDX-License-Identifier: Apache-2.0
public import Akte

/// The objects an event on a batch is about, with all above and below them.
public struct Paketumfeld: Hashable, Sendable {
  /// All states by id: the objects of the batch (for a new one: the chosen objects), everything
  /// above and everything below.
  public var objekte: [ObjektID: Schriftgutzustand]
  /// The Aktenplaneinheiten of the objects, by Kennzeichen; needed for the two-step procedure (P15).
  public var einheiten: [String: Einheitszustand]

  /// Surroundings of a batch.
  public init(
    _ objekte: some Sequence<Schriftgutzustand>, einheiten: [String: Einheitszustand] = [:]
  ) {
    self.objekte = Dictionary(objekte.map { ($0.id, $0) }) { a, _ in a }
    self.einheiten = einheiten
  }
}

/// One pass of an event over the objects of a batch: looks up, collects new states and refusals.
struct Paketgang {
  let gang: Pruefgang
  let heute: Kalendertag
  private let umfeld: Paketumfeld
  private let kinder: [ObjektID: [ObjektID]]
  private(set) var neu: [ObjektID: Schriftgutzustand] = [:]
  private var reihenfolge: [ObjektID] = []
  private(set) var abgelehnt: [Ablehnung] = []

  init(_ regel: String, _ umfeld: Paketumfeld, _ k: Kontext) {
    gang = Pruefgang(regel, nil, k)
    heute = k.heute
    self.umfeld = umfeld
    var kinder: [ObjektID: [ObjektID]] = [:]
    for z in umfeld.objekte.values {
      if let e = z.eltern { kinder[e, default: []].append(z.id) }
    }
    self.kinder = kinder.mapValues { $0.sorted() }
  }

  func zustand(_ id: ObjektID) -> Schriftgutzustand? { neu[id] ?? umfeld.objekte[id] }

  func einheit(_ z: Schriftgutzustand) -> Einheitszustand? { umfeld.einheiten[z.einheit] }

  /// The objects above, the nearest first; nil if one of them is not loaded.
  func vorfahren(_ z: Schriftgutzustand) -> [Schriftgutzustand]? {
    var oben: [Schriftgutzustand] = []
    var weiter = z.eltern
    while let id = weiter {
      guard let v = zustand(id), oben.count < 100 else { return nil }
      oben.append(v)
      weiter = v.eltern
    }
    return oben
  }

  /// The objects below, each before those in it; without those that have come to their end, unless
  /// asked for.
  func nachfahren(_ id: ObjektID, mitEnde: Bool = false) -> [Schriftgutzustand] {
    var unten: [Schriftgutzustand] = []
    var stapel = Array((kinder[id] ?? []).reversed())
    while let naechstes = stapel.popLast() {
      guard let z = zustand(naechstes) else { continue }
      if mitEnde || !z.lage.istEnde { unten.append(z) }
      stapel += (kinder[naechstes] ?? []).reversed()
    }
    return unten
  }

  /// The ids in the order from the top down, each once, so that it does not matter in which order
  /// objects and those in them are named.
  func vonOben(_ ids: [ObjektID]) -> [ObjektID] {
    var schon: Set<ObjektID> = []
    return ids.filter { schon.insert($0).inserted }.enumerated()
      .map { (tiefe: zustand($0.element).flatMap(vorfahren)?.count ?? 0, $0.offset, $0.element) }
      .sorted { ($0.tiefe, $0.1) < ($1.tiefe, $1.1) }.map(\.2)
  }

  /// The holds that keep the object where it is (L03).
  ///
  /// - Throws: ``LifecycleFehler`` with ``Ablehnungsgrund/umfeldFehlt(_:)`` if something above is not
  ///   loaded: what cannot be seen may be under a hold.
  func sperren(_ z: Schriftgutzustand) throws(LifecycleFehler) -> [ObjektID] {
    guard let oben = vorfahren(z) else { throw gang.nein(.umfeldFehlt("Vorfahren")) }
    return Pruefgang.gesperrte(z, vorfahren: oben, nachfahren: nachfahren(z.id))
  }

  /// True if a decision for the object came with the message when a hold stood in its way.
  func wartet(_ id: ObjektID, auf nachricht: NachrichtenID) -> Bool {
    guard let z = zustand(id) else { return false }
    return z.lage == .angeboten && z.aussonderung?.bewertungsnachricht == nachricht
  }

  /// Notes that a decision came which a hold keeps from counting, so that nobody can say that the
  /// archive let its time pass (P06).
  ///
  /// If several come, it waits for the one that says A: as without a hold, no later V undoes it.
  mutating func merke(
    _ nachricht: NachrichtenID, fuer z: Schriftgutzustand, archivwuerdig: Bool
  ) {
    let bisher = z.aussonderung?.bewertungsnachricht
    guard z.lage == .angeboten, bisher != nachricht, archivwuerdig || bisher == nil else { return }
    var neu = z
    neu.aussonderung?.bewertungsnachricht = nachricht
    setze(neu)
  }

  mutating func setze(_ z: Schriftgutzustand) {
    if neu[z.id] == nil { reihenfolge.append(z.id) }
    neu[z.id] = z
  }

  mutating func lehneAb(_ id: ObjektID, _ grund: Ablehnungsgrund) {
    abgelehnt.append(Ablehnung(objekt: id, grund: grund))
  }

  /// The effects so far; if every object was refused, the first reason as an error.
  func wirkungen(_ paket: Paketzustand, leerIstFehler: Bool = true) throws(LifecycleFehler)
    -> Wirkungen
  {
    if leerIstFehler, neu.isEmpty {
      if let erste = abgelehnt.first {
        throw LifecycleFehler(regel: gang.regel, objekt: erste.objekt, grund: erste.grund)
      }
      throw gang.nein(.keineObjekte)
    }
    var w = Wirkungen(gang.regel)
    w.paket = paket
    w.schriftgut = reihenfolge.compactMap { neu[$0] }
    w.abgelehnt = abgelehnt
    return w
  }
}
