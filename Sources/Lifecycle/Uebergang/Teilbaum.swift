// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Synchronization

/// What lies below an object, grouped by parent once.
///
/// Each question costs as much as its answer is long, so that an event that asks for every object
/// below grows with their number and their depth, not with the square of the number.
struct Teilbaum {
  /// Counts the states that are handed out, for proofs of effort; nobody sets it otherwise.
  final class Aufwand: Sendable {
    private let zahl = Mutex(0)
    /// How many states were handed out.
    var besuche: Int { zahl.withLock { $0 } }
    fileprivate func zaehle(_ n: Int) { zahl.withLock { $0 += n } }
  }

  /// The counter of the running task; nil: nothing is counted.
  @TaskLocal static var aufwand: Aufwand?

  private let oberstes: Schriftgutzustand
  private var objekte: [Schriftgutzustand]
  private let stellen: [ObjektID: Int]
  private let kinder: [ObjektID: [Int]]
  private let inhalt: [ObjektID: [Dokumentzustand]]
  private let aufwand = Self.aufwand

  /// Groups what lies below an object.
  ///
  /// - Parameters:
  ///   - oberstes: The object.
  ///   - unten: Everything below it, in any order.
  ///   - dokumente: The documents in it and in what lies below.
  init(
    _ oberstes: Schriftgutzustand, _ unten: [Schriftgutzustand], _ dokumente: [Dokumentzustand] = []
  ) {
    self.oberstes = oberstes
    objekte = unten
    stellen = Dictionary(unten.enumerated().map { ($1.id, $0) }) { a, _ in a }
    var kinder: [ObjektID: [Int]] = [:]
    for (stelle, z) in unten.enumerated() {
      if let e = z.eltern { kinder[e, default: []].append(stelle) }
    }
    self.kinder = kinder
    inhalt = Dictionary(grouping: dokumente, by: \.eltern)
    aufwand?.zaehle(unten.count + dokumente.count)
  }

  /// The objects below, each before those in it.
  func nachfahren(_ id: ObjektID) -> [Schriftgutzustand] {
    var unten: [Schriftgutzustand] = []
    var stapel = Array((kinder[id] ?? []).reversed())
    while let stelle = stapel.popLast() {
      let z = objekte[stelle]
      unten.append(z)
      stapel += (kinder[z.id] ?? []).reversed()
    }
    aufwand?.zaehle(unten.count)
    return unten
  }

  /// The documents in the object and in these objects below it.
  func dokumente(_ id: ObjektID, und unten: [Schriftgutzustand]) -> [Dokumentzustand] {
    var alle = inhalt[id] ?? []
    for z in unten { alle += inhalt[z.id] ?? [] }
    aufwand?.zaehle(alle.count)
    return alle
  }

  /// The objects above up to the one that all lie below, the nearest first.
  func vorfahren(_ z: Schriftgutzustand) -> [Schriftgutzustand] {
    var oben: [Schriftgutzustand] = []
    var weiter = z.id == oberstes.id ? nil : z.eltern
    while let id = weiter, oben.count <= objekte.count {
      if id == oberstes.id {
        oben.append(oberstes)
        break
      }
      guard let stelle = stellen[id] else { break }
      oben.append(objekte[stelle])
      weiter = objekte[stelle].eltern
    }
    aufwand?.zaehle(oben.count)
    return oben
  }

  /// Puts a new state in the place of the old one, under the same parent.
  mutating func setze(_ z: Schriftgutzustand) {
    if let stelle = stellen[z.id] { objekte[stelle] = z }
  }
}
