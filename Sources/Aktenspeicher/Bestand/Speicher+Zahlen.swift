// SPDX-License-Identifier: Apache-2.0
internal import Lifecycle

/// How much is in a store.
public struct Speicherzahlen: Hashable, Sendable {
  /// So many objects of one level stand in one state.
  public struct Gruppe: Hashable, Sendable {
    /// The level.
    public let ebene: Objektebene
    /// The state as a number of the database (`Lage.nummer`, `Dokumentlage.nummer`).
    public let lage: Int
    /// How many.
    public let anzahl: Int
  }

  /// The objects by level and state, in this order.
  public internal(set) var gruppen: [Gruppe] = []
  /// Objects with at least one hold of their own.
  public internal(set) var gesperrte = 0
  /// Files, each one counted once.
  public internal(set) var dateien = 0
  /// Their size in bytes.
  public internal(set) var bytes: Int64 = 0
  /// Entries of the Protokoll.
  public internal(set) var eintraege: Int64 = 0

  /// The number of objects of a level, tombstones included.
  public func anzahl(_ ebene: Objektebene) -> Int {
    gruppen.filter { $0.ebene == ebene }.reduce(0) { $0 + $1.anzahl }
  }
}

extension Speicher {
  /// How much is in the store, in one snapshot.
  ///
  /// - Throws: ``SpeicherFehler``.
  public func zahlen() throws -> Speicherzahlen {
    try lies { l in
      var zahlen = Speicherzahlen()
      let a = try l.anweisung(
        "SELECT ebene,lage,count(*) FROM objekt GROUP BY ebene,lage ORDER BY ebene,lage")
      try a.jedeZeile {
        guard let ebene = Objektebene(rawValue: Int(a.zahl(0))) else { return true }
        zahlen.gruppen.append(
          Speicherzahlen.Gruppe(ebene: ebene, lage: Int(a.zahl(1)), anzahl: Int(a.zahl(2))))
        return true
      }
      zahlen.gesperrte = Int(
        try l.anweisung("SELECT count(*) FROM objekt WHERE gesperrt > 0").eineZahl)
      zahlen.dateien = Int(try l.anweisung("SELECT count(*) FROM datei").eineZahl)
      zahlen.bytes = try l.anweisung("SELECT coalesce(sum(groesse),0) FROM datei").eineZahl
      zahlen.eintraege = try l.kopf().folge
      return zahlen
    }
  }
}
