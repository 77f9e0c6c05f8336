// SPDX-License-Identifier: Apache-2.0
internal import Foundation
internal import Lifecycle
internal import Pruefung
internal import Tabellen

/// An exported list for appraisal that the demonstration fills in as a person would.
struct Demoliste {
  private let pfad: String

  init(_ pfad: String) { self.pfad = pfad }

  /// Writes decisions into the list.
  ///
  /// - Parameter entscheide: The decision for a row, by its columns; nil leaves it empty.
  /// - Returns: The decided rows.
  /// - Throws: ``Hinderung``, `TabellenFehler`.
  func fuelle(
    _ entscheide: ([String: String]) -> String?
  ) throws -> [(zeile: [String: String], entscheidung: String)] {
    var csv = CSVLeser(
      einzeln: Array(try Demoumgebung.bytes(URL(fileURLWithPath: pfad))),
      trenner: UInt8(ascii: ";"))
    var saetze: [[String]] = []
    while let fund = csv.naechster() {
      guard case .satz(let satz) = fund else { throw Hinderung("»\(pfad.sichtbar)« ist unlesbar.") }
      saetze.append(satz.felder)
    }
    guard let kopf = saetze.first, let stelle = kopf.firstIndex(where: { $0.hasPrefix("Entsch") })
    else { throw Hinderung("»\(pfad.sichtbar)« hat keine Spalte für Entscheidungen.") }
    var entschieden: [(zeile: [String: String], entscheidung: String)] = []
    var neu = try CSVSchreiber(pfad, ueberschreiben: true)
    try neu.zeile(kopf)
    for var felder in saetze.dropFirst() {
      let zeile = Dictionary(zip(kopf, felder)) { a, _ in a }
      if let entscheidung = entscheide(zeile) {
        felder[stelle] = entscheidung
        entschieden.append((zeile, entscheidung))
      }
      try neu.zeile(felder)
    }
    try neu.beende()
    return entschieden
  }
}
