// SPDX-License-Identifier: Apache-2.0

extension Pruefbericht {
  /// The findings kept, in the order in which they are shown.
  ///
  /// The order is: the most serious first, then by rule number (`R5` before `R52`), then by line
  /// (findings without a line first), then by arrival.
  public func sortiert() -> [Befund] {
    var nummern: [String: Regelnummer] = [:]
    for befund in befunde where nummern[befund.regel] == nil {
      nummern[befund.regel] = Regelnummer(befund.regel)
    }
    let raenge = nummern.sorted { $0.value < $1.value }.enumerated()
      .reduce(into: [String: Int]()) { $0[$1.element.key] = $1.offset }
    let schluessel = befunde.enumerated().map { stelle, befund in
      Schluessel(
        schwere: befund.schwere, regel: raenge[befund.regel] ?? 0,
        zeile: befund.ort.zeile ?? Int.min, stelle: stelle)
    }
    return schluessel.sorted(by: <).map { befunde[$0.stelle] }
  }
}

/// What findings are sorted by.
private struct Schluessel: Comparable {
  let schwere: Schwere
  let regel: Int
  let zeile: Int
  let stelle: Int

  static func < (links: Schluessel, rechts: Schluessel) -> Bool {
    if links.schwere != rechts.schwere { return links.schwere > rechts.schwere }
    return (links.regel, links.zeile, links.stelle) < (rechts.regel, rechts.zeile, rechts.stelle)
  }
}

/// A rule identifier taken apart, so that `R5` comes before `R52`.
struct Regelnummer: Comparable {
  private let vorne: String
  private let zahl: Int
  private let ganz: String

  init(_ id: String) {
    let vorne = id.prefix { !$0.isASCIIZiffer }
    let ziffern = id.dropFirst(vorne.count).prefix { $0.isASCIIZiffer }
    self.vorne = String(vorne)
    self.zahl = ziffern.isEmpty ? -1 : Int(ziffern) ?? Int.max
    self.ganz = id
  }

  static func < (links: Regelnummer, rechts: Regelnummer) -> Bool {
    (links.vorne, links.zahl, links.ganz) < (rechts.vorne, rechts.zahl, rechts.ganz)
  }
}

extension Character {
  fileprivate var isASCIIZiffer: Bool { ("0"..."9").contains(self) }
}
