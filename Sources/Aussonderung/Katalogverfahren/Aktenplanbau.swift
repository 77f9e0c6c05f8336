// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Xdomea

/// Makes the Aktenplan of a 0511 from the units of a store.
struct Aktenplanbau {
  /// The units by the ids they have in the message; the same in every message of the process.
  private(set) var kennzeichen: [ObjektID: String] = [:]
  /// The plan.
  private(set) var plan: Aktenplan

  private let ableitung: Namensableitung

  /// Puts the units below one another by the segments of their numbers.
  ///
  /// The standard demands a retention period of every unit, also of groups that have none: they get
  /// the longest one of what lies below, or `unbefristet`, which nobody can take for a permission.
  ///
  /// - Parameters:
  ///   - bestand: The store.
  ///   - bezeichnung: The plan's name.
  ///   - version: The plan's version.
  ///   - prozess: The process.
  ///   - tag: The day on which the catalogue is asked.
  /// - Throws: What the store throws.
  init(
    _ bestand: any Aussonderungsbestand, bezeichnung: String, version: String, _ prozess: ProzessID,
    am tag: Kalendertag
  ) throws {
    ableitung = try Namensableitung(prozess)
    plan = Aktenplan(bezeichnung: bezeichnung, version: version)
    plan.id = ableitung.objekt("aktenplan", version)
    var alle: [(nummer: Aktenplannummer, einheit: Aktenplaneinheit)] = []
    for e in try bestand.einheiten() {
      guard let nummer = Aktenplannummer(e.kennzeichen) else { continue }
      var einheit = Aktenplaneinheit()
      let id = ableitung.objekt("einheit", e.kennzeichen)
      einheit.id = id
      kennzeichen[id] = e.kennzeichen
      einheit.angaben = Aktenplanverweis(
        kennzeichen: e.kennzeichen, inhaltsangabe: e.bezeichnung)
      einheit.stillgelegt = e.stillgelegt
      if e.gueltigkeit != Zeitraum() { einheit.gueltigkeit = e.gueltigkeit }
      einheit.aussonderungsart = .bewerten
      einheit.aufbewahrungsdauer = try bestand.regel(einheit: e.kennzeichen, am: tag)?.xdomeaDauer
      alle.append((nummer, einheit))
    }
    alle.sort { $0.nummer.segmente.lexicographicallyPrecedes($1.nummer.segmente) }
    var rest = alle[...]
    while let oberste = Self.naechste(&rest) { plan.einheiten.append(oberste) }
  }

  /// The next unit with everything below it.
  private static func naechste(
    _ rest: inout ArraySlice<(nummer: Aktenplannummer, einheit: Aktenplaneinheit)>
  ) -> Aktenplaneinheit? {
    guard let (nummer, einheit) = rest.popFirst() else { return nil }
    var neu = einheit
    while let unten = rest.first, unten.nummer != nummer, nummer.umfasst(unten.nummer) {
      if let kind = naechste(&rest) { neu.einheiten.append(kind) }
    }
    if neu.aufbewahrungsdauer == nil {
      neu.aufbewahrungsdauer =
        neu.einheiten.compactMap(\.aufbewahrungsdauer).max { $0.rang < $1.rang } ?? .unbefristet
    }
    return neu
  }
}

extension Aufbewahrungsdauer {
  fileprivate var rang: Int {
    switch self {
    case .jahre(let n): Int(n)
    case .unbefristet: .max
    }
  }
}

extension Fristregel {
  /// The period in whole years, rounded up; nil without one.
  fileprivate var xdomeaDauer: Aufbewahrungsdauer? {
    switch dauer {
    case .jahre(let n): UInt16(exactly: n).map { .jahre($0) }
    case .monate(let n): UInt16(exactly: (n + 11) / 12).map { .jahre($0) }
    case .unbefristet: .unbefristet
    }
  }
}
