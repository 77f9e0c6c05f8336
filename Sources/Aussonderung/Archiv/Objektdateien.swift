// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Xdomea

extension Schriftgutobjekt {
  /// Calls `body` for each file of the object, with the Akte or Vorgang that holds its document most
  /// nearly; a file that is named twice comes twice.
  func jedeDateiJeObjekt(_ body: (_ objekt: ObjektID, _ name: String, Hashangabe?) -> Void) {
    var eigenes = self
    switch self {
    case .akte(var a):
      for t in a.teilakten { Self.akte(t).jedeDateiJeObjekt(body) }
      for v in a.vorgaenge { Self.vorgang(v).jedeDateiJeObjekt(body) }
      a.teilakten = []
      a.vorgaenge = []
      eigenes = .akte(a)
    case .vorgang(var v):
      for t in v.teilvorgaenge { Self.vorgang(t).jedeDateiJeObjekt(body) }
      v.teilvorgaenge = []
      eigenes = .vorgang(v)
    case .dokument: break
    }
    Nachrichtenteil.schriftgutobjekt(eigenes).jedeDatei { name, hash in body(id, name, hash) }
  }
}

extension Nachrichtenpaket {
  /// What the message says about some of its objects.
  ///
  /// - Parameter objekte: The objects.
  /// - Returns: The names of their files, and the number of every object in the message, which stays
  ///   the same whatever is chosen.
  /// - Throws: If the message cannot be read.
  func inhalt(
    von objekte: Set<ObjektID>
  ) throws -> (dateien: Set<String>, nummern: [ObjektID: Int]) {
    var namen: Set<String> = []
    var liste = Objektliste()
    let leser = try leser()
    while let teil = try leser.naechster() {
      guard case .schriftgutobjekt(let objekt) = teil else { continue }
      liste.nimm(objekt, teil: 1)
      objekt.jedeDateiJeObjekt { id, name, _ in
        if objekte.contains(id) { namen.insert(name) }
      }
    }
    var nummern: [ObjektID: Int] = [:]
    for e in liste.eintraege where !e.istKontext { nummern[e.id] = nummern.count + 1 }
    return (namen, nummern)
  }
}
