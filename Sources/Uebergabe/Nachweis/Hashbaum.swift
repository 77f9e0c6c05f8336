// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Pruefsummen

/// A hash tree over any number of data groups, by RFC 4998, section 4.2.
///
/// The leaves are put in ascending order and each stands once, so that the same set of files always
/// gives the same root. A node is the digest of its children, put in ascending order and joined. A
/// value that would be alone in its group moves up as it is: a group with a single value, which
/// readers take in two ways, never comes into being. Time and memory grow with the number of leaves.
public struct Hashbaum: Sendable, Hashable {
  /// The algorithm of leaves and nodes.
  public let verfahren: Hashverfahren
  /// How many children a node has at most, at least 2.
  public let verzweigung: Int
  /// From the leaves to the root.
  private let ebenen: [Hashreihe]

  /// A tree over leaves.
  ///
  /// - Parameters:
  ///   - blaetter: A digest for each data group, see ``gruppenhash(_:)``.
  ///   - verfahren: The algorithm that made them.
  ///   - verzweigung: How many children a node has at most; below 2 counts as 2.
  /// - Throws: ``NachweisFehler/leer(_:)``, ``NachweisFehler/verfahrenUnzulaessig(_:)``.
  public init(
    _ blaetter: [Pruefsumme], _ verfahren: Hashverfahren, verzweigung: Int = 2
  ) throws(NachweisFehler) {
    var reihe = Hashreihe(laenge: verfahren.laenge)
    reihe.reserviere(blaetter.count)
    for b in blaetter {
      guard b.verfahren == verfahren else { throw .verfahrenUnzulaessig(b.verfahren) }
      reihe.haengeAn(b.bytes)
    }
    try self.init(reihe, verfahren, verzweigung: verzweigung)
  }

  init(
    _ blaetter: Hashreihe, _ verfahren: Hashverfahren, verzweigung: Int
  ) throws(NachweisFehler) {
    guard blaetter.anzahl > 0 else { throw .leer("Hashbaum") }
    self.verfahren = verfahren
    self.verzweigung = max(2, verzweigung)
    var rechner = try bildner(verfahren)
    var ebenen = [blaetter.geordnet()]
    var unten = ebenen[0]
    while unten.anzahl > 1 {
      var oben = Hashreihe(laenge: verfahren.laenge)
      oben.reserviere(unten.anzahl / self.verzweigung + 1)
      for anfang in stride(from: 0, to: unten.anzahl, by: self.verzweigung) {
        let ende = min(anfang + self.verzweigung, unten.anzahl)
        if ende - anfang == 1 {
          oben.haengeAn(unten[anfang])
        } else {
          oben.haengeAn(Self.knoten((anfang..<ende).map { unten[$0] }, &rechner))
        }
      }
      ebenen.append(oben)
      unten = oben
    }
    self.ebenen = ebenen
  }

  /// How many different leaves there are.
  public var blattzahl: Int { ebenen.first?.anzahl ?? 0 }

  /// The root: what is stamped.
  public var wurzel: Pruefsumme {
    guard let oben = ebenen.last, let summe = Pruefsumme(verfahren, bytes: Array(oben[0])) else {
      preconditionFailure("a tree has a root")
    }
    return summe
  }

  /// The reduced tree of a leaf: what leads from it to the root.
  ///
  /// - Parameter blatt: The leaf.
  /// - Returns: The lists from below; without a list if the leaf is the root; nil if there is no such
  ///   leaf.
  public func reduziert(_ blatt: Pruefsumme) -> ReduzierterBaum? {
    reduziert(blatt.bytes).map { ReduzierterBaum($0) }
  }

  func reduziert(_ blatt: [UInt8]) -> [[[UInt8]]]? {
    guard var stelle = ebenen.first?.stelle(blatt) else { return nil }
    var listen: [[[UInt8]]] = []
    for ebene in ebenen.dropLast() {
      let anfang = stelle / verzweigung * verzweigung
      let ende = min(anfang + verzweigung, ebene.anzahl)
      if ende - anfang > 1 {
        // The first list has the value itself; above, the reader adds what he has computed.
        let werte = (anfang..<ende).filter { listen.isEmpty || $0 != stelle }.map {
          Array(ebene[$0])
        }
        listen.append(werte.sorted { $0.lexicographicallyPrecedes($1) })
      }
      stelle /= verzweigung
    }
    return listen
  }

  /// The leaf of a data group: the digest of its only file, or of the digests of all its files, each
  /// once, in ascending order.
  ///
  /// - Parameter dateien: The digests of the files, all with one algorithm.
  /// - Returns: The leaf.
  /// - Throws: ``NachweisFehler/leer(_:)``, ``NachweisFehler/verfahrenUnzulaessig(_:)``.
  public static func gruppenhash(_ dateien: [Pruefsumme]) throws(NachweisFehler) -> Pruefsumme {
    guard let erste = dateien.first else { throw .leer("Datengruppe") }
    var rechner = try bildner(erste.verfahren)
    for d in dateien where d.verfahren != erste.verfahren {
      throw .verfahrenUnzulaessig(d.verfahren)
    }
    let blatt = gruppenhash(dateien.map { $0.bytes[...] }, &rechner)
    guard let summe = Pruefsumme(erste.verfahren, bytes: blatt) else {
      throw .verfahrenUnzulaessig(erste.verfahren)
    }
    return summe
  }

  static func gruppenhash(
    _ werte: [ArraySlice<UInt8>], _ rechner: inout Pruefsummenbildner
  ) -> [UInt8] {
    let menge = Set(werte)
    if menge.count == 1, let einziger = menge.first { return Array(einziger) }
    return knoten(Array(menge), &rechner)
  }

  /// H of the values in ascending order.
  static func knoten(
    _ werte: [ArraySlice<UInt8>], _ rechner: inout Pruefsummenbildner
  ) -> [UInt8] {
    var verbund: [UInt8] = []
    for w in werte.sorted(by: { $0.lexicographicallyPrecedes($1) }) { verbund += w }
    return rechner.hash(verbund)
  }
}
