// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// What a transaction writes to tables whose keys are ids of objects, put off until it ends.
///
/// Ids are random: written as they come, every row touches another page, and once the tables outgrow
/// the page cache each touch reads a page and writes one. In the order of the keys each page is touched
/// once. Nothing in a transaction reads these rows but the keys, and those ask here first.
struct Nachtrag {
  /// So many rows are put off at most: a reference takes 24 bytes, a key some 130.
  private static let hoechstzahl = 100_000

  private var verweise: [(objekt: ObjektID, folge: Int64)] = []
  /// New keys, and nil for those that go.
  private var schluessel: [ObjektID: [UInt8]?] = [:]

  /// True if it is time to write.
  var istVoll: Bool { verweise.count + schluessel.count >= Self.hoechstzahl }

  /// Notes that an entry of the Protokoll is about an object.
  mutating func betroffen(_ objekt: ObjektID, _ folge: Int64) {
    verweise.append((objekt, folge))
  }

  /// Notes the new key of an object.
  mutating func schluessel(_ objekt: ObjektID, _ bytes: [UInt8]) {
    schluessel.updateValue(bytes, forKey: objekt)
  }

  /// Notes that the key of an object goes.
  mutating func zerstoere(_ objekt: ObjektID) { schluessel.updateValue(nil, forKey: objekt) }

  /// The key of an object that was made in this transaction; nil if there is none.
  func neuerSchluessel(_ objekt: ObjektID) -> [UInt8]? { schluessel[objekt] ?? nil }

  /// True if the table does not tell the truth about the key of the object yet.
  func kennt(_ objekt: ObjektID) -> Bool { schluessel.keys.contains(objekt) }

  /// Writes the rows in the order of their keys.
  ///
  /// - Throws: ``SpeicherFehler``.
  mutating func schreibe(_ s: Schreibzugriff) throws {
    verweise.sort { ($0.objekt, $0.folge) < ($1.objekt, $1.folge) }
    for (objekt, folge) in verweise { try s.verweise(objekt, auf: folge) }
    for (objekt, bytes) in schluessel.sorted(by: { $0.key < $1.key }) {
      try s.setzeSchluessel(objekt, bytes)
    }
    verweise.removeAll(keepingCapacity: true)
    schluessel.removeAll(keepingCapacity: true)
  }
}
