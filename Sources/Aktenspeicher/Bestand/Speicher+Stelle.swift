// SPDX-License-Identifier: Apache-2.0
public import Akte

extension Speicher {
  /// The how many-th Dokument this one is among those that lie directly in the same object, from 1, in
  /// the order in which they came; nil for anything else. The number never changes.
  ///
  /// - Throws: ``SpeicherFehler``.
  public func stelle(_ id: ObjektID) throws -> Int? {
    try lies { l in
      guard let zeile = try l.objekt(id), zeile.ebene == .dokument, let eltern = zeile.eltern
      else { return nil }
      let a = try l.anweisung(
        "SELECT count(*) FROM objekt WHERE eltern = ? AND nr <= ? AND ebene = 4")
      a.binde(1, eltern)
      a.binde(2, zeile.nr)
      return Int(try a.eineZahl)
    }
  }

  /// The Dokument with this number directly in an object; nil if there is none.
  ///
  /// - Parameter stelle: The number as ``stelle(_:)`` tells it.
  /// - Throws: ``SpeicherFehler``.
  public func dokument(_ stelle: Int, in id: ObjektID) throws -> Objektbild? {
    guard stelle > 0 else { return nil }
    return try lies { l in
      guard let eltern = try l.nummer(id) else { return nil }
      let a = try l.anweisung(
        "SELECT nr FROM objekt WHERE eltern = ? AND ebene = 4 ORDER BY nr LIMIT 1 OFFSET ?")
      a.binde(1, eltern)
      a.binde(2, stelle - 1)
      guard let nr = try a.ersteZeile({ a.zahl(0) }), let zeile = try l.objekt(nummer: nr) else {
        return nil
      }
      return try Objektbild(zeile, l)
    }
  }
}
