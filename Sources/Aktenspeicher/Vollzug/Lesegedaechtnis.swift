// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle

/// What one transaction has read and written, so that an Akte is not read anew for each of its
/// Vorgänge.
///
/// Valid in the transaction it was made in, which alone writes; every write goes through
/// ``Vollzugsgang``, which keeps it up to date.
final class Lesegedaechtnis {
  /// What the catalogue was asked.
  struct Regelfrage: Hashable {
    let einheit: String
    let selektor: String?
    let tag: Kalendertag
  }

  /// So many entries of each kind are kept.
  private static let hoechstzahl = 4096

  /// Objects with their numbers.
  private(set) var objekte: [ObjektID: (nr: Int64, zustand: Schriftgutzustand)] = [:]
  /// Units; nil in it for one that is not there.
  var einheiten: [String: Einheitszustand?] = [:]
  /// Rules; nil in it for a question without an answer.
  private(set) var regeln: [Regelfrage: Fristregel?] = [:]
  /// The batch that was read or written last: a run of destructions asks for it with each object.
  var paket: Paketzustand?
  /// The id that was looked for last and is not there.
  var fehlend: ObjektID?

  /// Keeps the state of an object.
  func merke(_ z: Schriftgutzustand, _ nr: Int64) {
    if objekte.count >= Self.hoechstzahl { objekte.removeAll(keepingCapacity: true) }
    objekte[z.id] = (nr, z)
    if fehlend == z.id { fehlend = nil }
  }

  /// Keeps an answer of the catalogue.
  func merke(_ regel: Fristregel?, _ frage: Regelfrage) {
    if regeln.count >= Self.hoechstzahl { regeln.removeAll(keepingCapacity: true) }
    regeln.updateValue(regel, forKey: frage)
  }
}

extension Lesequelle {
  /// The state of an object that was read or written in this transaction.
  func gemerkt(_ id: ObjektID) -> Schriftgutzustand? { gedaechtnis?.objekte[id]?.zustand }

  /// True if it is known that there is no such object.
  func fehlt(_ id: ObjektID) -> Bool { gedaechtnis?.fehlend == id }

  /// Keeps the state of an object, as it is in the database now.
  func merke(_ z: Schriftgutzustand, _ nr: Int64) { gedaechtnis?.merke(z, nr) }

  /// Keeps a unit, as it is in the database now.
  func merke(_ e: Einheitszustand) {
    gedaechtnis?.einheiten.updateValue(e, forKey: e.kennzeichen)
  }
}
