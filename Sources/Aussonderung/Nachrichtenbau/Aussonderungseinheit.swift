// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

/// A chosen object that no other chosen one lies above: what a message never divides.
struct Aussonderungseinheit {
  /// The object.
  let id: ObjektID
  /// The objects above, the nearest first.
  let vorfahren: [ObjektID]
  /// The highest object above, or the object itself.
  var wurzel: ObjektID { vorfahren.last ?? id }
  /// The objects that go along: this one and the chosen ones in it, from the top down.
  let objekte: [ObjektID]
  /// Documents and files of all of them.
  let umfang: Objektumfang
}

extension Aussonderungseinheit {
  /// The chosen objects, sorted out, in the order of Aktenplan and Kennzeichen.
  ///
  /// - Parameters:
  ///   - gewaehlt: The objects that go along.
  ///   - ganz: Whether all that lies in them goes along, too; otherwise `gewaehlt` names all.
  ///   - bestand: The store.
  /// - Returns: The highest ones, those with the same root side by side.
  /// - Throws: What the store throws.
  static func einheiten(
    _ gewaehlt: Set<ObjektID>, ganz: Bool = false, _ bestand: any Aussonderungsbestand
  ) throws -> [Aussonderungseinheit] {
    try bestand.lesend { try sammle(gewaehlt, ganz: ganz, bestand) }
  }

  private static func sammle(
    _ gewaehlt: Set<ObjektID>, ganz: Bool, _ bestand: any Aussonderungsbestand
  ) throws -> [Aussonderungseinheit] {
    var alle: [(ort: String, einheit: Aussonderungseinheit)] = []
    for id in gewaehlt.sorted() {
      guard let z = try bestand.schriftgut(id) else { continue }
      if let eltern = z.eltern, gewaehlt.contains(eltern) { continue }
      var oben: [Schriftgutzustand] = []
      var weiter = z.eltern
      while let naechster = weiter, let v = try bestand.schriftgut(naechster), oben.count < 100 {
        oben.append(v)
        weiter = v.eltern
      }
      if ganz, oben.contains(where: { gewaehlt.contains($0.id) }) { continue }
      var innen: [ObjektID] = []
      var umfang = Objektumfang()
      var stapel = [id]
      while let n = stapel.popLast() {
        innen.append(n)
        umfang += try bestand.umfang(n)
        stapel += try bestand.kinder(n).filter { ganz || gewaehlt.contains($0) }.reversed()
      }
      let oberste = oben.last ?? z
      alle.append(
        (
          "\(oberste.einheit)\u{0}\(oberste.kennzeichen.text)\u{0}\(oberste.id)",
          Aussonderungseinheit(
            id: id, vorfahren: oben.map(\.id), objekte: innen, umfang: umfang)
        ))
    }
    // The order within a root is that of the store, which the tree keeps anyway.
    return alle.sorted { ($0.ort, $0.einheit.id) < ($1.ort, $1.einheit.id) }.map(\.einheit)
  }

  /// Divides the objects into parts within the limits; one that is larger than a limit is a part of
  /// its own.
  static func teile(
    _ einheiten: [Aussonderungseinheit], _ grenzen: Teilgrenzen, ohneDateien: Bool
  ) -> [[Aussonderungseinheit]] {
    var teile: [[Aussonderungseinheit]] = []
    var umfang = Objektumfang()
    var objekte = 0
    for e in einheiten {
      var neu = umfang
      neu += e.umfang
      let zuGross =
        objekte + e.objekte.count > grenzen.objekte || neu.dokumente > grenzen.dokumente
        || (!ohneDateien && neu.bytes > grenzen.bytes)
      if teile.isEmpty || zuGross {
        teile.append([e])
        umfang = e.umfang
        objekte = e.objekte.count
      } else {
        teile[teile.count - 1].append(e)
        umfang = neu
        objekte += e.objekte.count
      }
    }
    return teile
  }
}
