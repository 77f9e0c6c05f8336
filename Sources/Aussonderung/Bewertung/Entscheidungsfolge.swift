// SPDX-License-Identifier: Apache-2.0

/// What follows from the decisions that stand in a list (lebenszyklus FAKTEN 2.6).
///
/// What a person wrote into a row is never changed. An object without a decision takes that of the
/// nearest object above that has one; what contains an A and has no decision becomes A. Nothing else
/// follows: an Akte whose Vorgänge are all V stays open, and so do the neighbours of an A.
struct Entscheidungsfolge {
  /// The decisions, by place in the list, with what follows.
  private(set) var ergebnis: [Archiventscheidung?]
  /// How many of them follow from others.
  private(set) var gefolgert = 0
  /// V above A, both written by a person: places of the A, by the place of the V, in the list's order.
  let widersprueche: [(v: Int, darunter: [Int])]

  /// Draws the conclusions.
  ///
  /// - Parameters:
  ///   - gesetzt: The decisions of persons, by place in the list.
  ///   - bewertbar: Whether the object at a place is appraised at all.
  ///   - gefuege: Where the objects lie.
  init(_ gesetzt: [Archiventscheidung?], bewertbar: [Bool], _ gefuege: Objektgefuege) {
    ergebnis = gesetzt
    var darunter: [Int: [Int]] = [:]
    for stelle in gesetzt.indices where bewertbar[stelle] {
      switch gesetzt[stelle] {
      case .archivwuerdig:
        for oben in gefuege.vorfahren(stelle) where gesetzt[oben] == .nichtArchivwuerdig {
          darunter[oben, default: []].append(stelle)
        }
      case .nichtArchivwuerdig: break
      case nil:
        ergebnis[stelle] = gefuege.vorfahren(stelle).lazy.compactMap { gesetzt[$0] }.first
        if ergebnis[stelle] != nil { gefolgert += 1 }
      }
    }
    // Only where nothing was inherited: above an A that is written nothing else than A can be.
    for stelle in gesetzt.indices where gesetzt[stelle] == .archivwuerdig {
      for oben in gefuege.vorfahren(stelle) where bewertbar[oben] && ergebnis[oben] == nil {
        ergebnis[oben] = .archivwuerdig
        gefolgert += 1
      }
    }
    widersprueche = darunter.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Lets units of an Aktenplan inherit: one without a decision takes that of the nearest unit above
  /// that has one (FAKTEN 2); nothing goes upwards, and V above A is no contradiction.
  ///
  /// - Parameters:
  ///   - gesetzt: The decisions of persons, by place in the list.
  ///   - einzeln: The places where a person wrote that each file is offered.
  ///   - gefuege: Where the units lie.
  init(erbend gesetzt: [Archiventscheidung?], einzeln: Set<Int>, _ gefuege: Objektgefuege) {
    ergebnis = gesetzt
    widersprueche = []
    for stelle in gesetzt.indices where gesetzt[stelle] == nil && !einzeln.contains(stelle) {
      let oben = gefuege.vorfahren(stelle).first { gesetzt[$0] != nil || einzeln.contains($0) }
      ergebnis[stelle] = oben.flatMap { gesetzt[$0] }
      if ergebnis[stelle] != nil { gefolgert += 1 }
    }
  }
}
