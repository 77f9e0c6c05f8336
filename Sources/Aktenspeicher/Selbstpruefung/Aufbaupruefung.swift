// SPDX-License-Identifier: Apache-2.0
internal import GRDB
internal import Pruefung

/// Compares tables, indexes and triggers of the store with those that this program makes.
///
/// An index that is missing lets an id occur twice, a trigger that was added changes rows unseen.
struct Aufbaupruefung {
  /// The names of what is missing, too much, or made in another way, sorted.
  func abweichungen(_ db: Database) throws -> [String] {
    try Self.erwartet.get().symmetricDifference(try Self.aufbau(db)).map(\.name).reduce(into: Set())
    { $0.insert($1) }
    .sorted()
  }

  /// What the steps of the program make; the same for every store.
  private static let erwartet = Result<Set<Teil>, any Error> {
    let muster = try DatabaseQueue()
    try Schema.umstellung.migrate(muster)
    return try muster.read { try aufbau($0) }
  }

  private struct Teil: Hashable {
    let name: String
    let text: String
  }

  private static func aufbau(_ db: Database) throws -> Set<Teil> {
    var teile: Set<Teil> = []
    // Statistics of the query planner are no part of the store.
    let zeilen = try Row.fetchCursor(
      db,
      sql: """
        SELECT name, type || ' ' || tbl_name || ' ' || coalesce(sql, '') AS text \
        FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'
        """)
    while let zeile = try zeilen.next() {
      teile.insert(Teil(name: zeile["name"] ?? "", text: zeile["text"] ?? ""))
    }
    for name in ["user_version", "application_id"] {
      let wert = try Int.fetchOne(db, sql: "PRAGMA \(name)") ?? 0
      teile.insert(Teil(name: name, text: String(wert)))
    }
    // As they are stored: not every byte in them must be text.
    let schritte = "SELECT typeof(identifier) || hex(identifier) FROM grdb_migrations"
    if teile.contains(where: { $0.name == "grdb_migrations" }) {
      for schritt in try String.fetchAll(db, sql: schritte) {
        teile.insert(Teil(name: "grdb_migrations", text: schritt))
      }
    }
    return teile
  }
}
