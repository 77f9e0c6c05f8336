// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Xdomea

/// The rows of a report one by one, so that a long report never lies in memory as a whole.
///
/// A report walks over them more than once: first for the sums, then for the table.
public struct Berichtszeilen<Zeile> {
  let jede: (_ body: (Zeile) throws -> Void) throws -> Void

  /// Rows from anywhere, such as a database.
  ///
  /// - Parameter jede: Calls its argument for every row, each time in the same order.
  public init(_ jede: @escaping (_ body: (Zeile) throws -> Void) throws -> Void) {
    self.jede = jede
  }

  /// Rows that are there.
  public init(_ zeilen: some Sequence<Zeile>) {
    jede = { body in for zeile in zeilen { try body(zeile) } }
  }
}

extension Berichtszeilen where Zeile == Objekteintrag {
  /// The objects of a list as a tree: each before those in it, also where a later part of a numbered
  /// message brings more of them.
  public init(_ liste: Objektliste) {
    jede = { body in
      let eintraege = liste.eintraege
      var stellen: [ObjektID: Int] = [:]
      for (i, e) in eintraege.enumerated() { stellen[e.id] = i }
      var kinder: [Int: [Int]] = [:]
      var oberste: [Int] = []
      for (i, e) in eintraege.enumerated() {
        if let oben = e.eltern.flatMap({ stellen[$0] }), oben != i {
          kinder[oben, default: []].append(i)
        } else {
          oberste.append(i)
        }
      }
      var offen = [Bool](repeating: true, count: eintraege.count)
      func gehe(ab beginn: [Int]) throws {
        var stapel = Array(beginn.reversed())
        while let i = stapel.popLast() {
          guard offen[i] else { continue }
          offen[i] = false
          try body(eintraege[i])
          stapel += (kinder[i] ?? []).reversed()
        }
      }
      try gehe(ab: oberste)
      // Objects that lie in one another belong to no tree; they are named all the same.
      for i in eintraege.indices where offen[i] { try gehe(ab: [i]) }
    }
  }

  /// The objects of messages 0501 or 0503, read from their containers, one top-level object in memory
  /// at a time.
  ///
  /// - Parameters:
  ///   - pfade: The containers in the order of their parts, each with its number.
  ///   - ergaenze: Completes an object, for example with the decision; nil leaves it out.
  public init(
    container pfade: [(pfad: String, teil: Int)],
    ergaenze: @escaping (Objekteintrag) throws -> Objekteintrag? = { $0 }
  ) {
    jede = { body in
      for (pfad, nummer) in pfade {
        let leser = try Nachrichtenpaket(pfad: pfad).leser()
        while let teil = try leser.naechster() {
          guard case .schriftgutobjekt(let objekt) = teil else { continue }
          var liste = Objektliste()
          liste.nimm(objekt, teil: nummer)
          for e in liste.eintraege { if let voll = try ergaenze(e) { try body(voll) } }
        }
      }
    }
  }
}
