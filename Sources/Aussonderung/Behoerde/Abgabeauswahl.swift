// SPDX-License-Identifier: Apache-2.0
internal import Akte

/// What goes along, by the number of its batch.
struct Abgabeauswahl: Equatable {
  private var objekte: [Int: Set<ObjektID>] = [:]

  /// The numbers of the batches of which something goes along.
  var nummern: [Int] { objekte.keys.sorted() }

  var istLeer: Bool { objekte.isEmpty }

  subscript(nummer: Int) -> Set<ObjektID>? {
    get { objekte[nummer] }
    set { objekte[nummer] = newValue.flatMap { $0.isEmpty ? nil : $0 } }
  }

  subscript(nummer: Int, default leer: Set<ObjektID>) -> Set<ObjektID> {
    get { objekte[nummer] ?? leer }
    set { self[nummer] = newValue }
  }
}
