// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Lifecycle
internal import Pruefsummen
internal import Synchronization

/// What the history says about the last entries of the Protokoll that many objects share.
///
/// The offer of a batch is one entry that names thousands of objects, and each of them has it in its
/// history: opened anew for each, a part of n objects would cost n² (measured: a third of a hand-over).
/// An entry never changes; only its key can go, and another one can come in its place. So the key is
/// asked for each time and must be the one that opened the entry; after a destruction nothing is kept.
final class Historiengedaechtnis: Sendable {
  struct Angabe: Sendable {
    /// Whose key opens the entry.
    let schluesselziel: ObjektID
    /// The digest of that key.
    let schluesselsumme: Pruefsumme
    let historie: [HistorienProtokollInformation]
  }

  /// Entries below this number of bytes belong to few objects and are opened anew.
  static let mindestlaenge = 4096
  /// A batch has a handful of events; so many are kept, the oldest goes first.
  private static let hoechstzahl = 16
  /// Entries that say more than so many things are opened anew: memory stays bounded.
  static let hoechstzeilen = 64

  private let angaben = Mutex<[(folge: Int64, angabe: Angabe)]>([])

  subscript(folge: Int64) -> Angabe? {
    angaben.withLock { $0.first { $0.folge == folge }?.angabe }
  }

  func merke(_ angabe: Angabe, _ folge: Int64) {
    angaben.withLock {
      $0.removeAll { $0.folge == folge }
      if $0.count >= Self.hoechstzahl { $0.removeFirst() }
      $0.append((folge, angabe))
    }
  }

  func vergiss(_ folge: Int64) { angaben.withLock { $0.removeAll { $0.folge == folge } } }

  /// Keeps nothing.
  func vergissAlles() { angaben.withLock { $0.removeAll() } }
}

extension Lesezugriff {
  /// The numbers of the entries about an object, oldest first.
  func protokollfolgen(ueber objekt: ObjektID) throws -> [Int64] {
    let a = try anweisung("SELECT folge FROM protokollobjekt WHERE objekt = ? ORDER BY folge")
    a.binde(1, objekt)
    var folgen: [Int64] = []
    try a.jedeZeile {
      folgen.append(a.zahl(0))
      return true
    }
    return folgen
  }

  /// What an entry adds to the history of its objects; nothing if it was refused.
  func historie(
    _ folge: Int64, _ gedaechtnis: Historiengedaechtnis
  ) throws -> [HistorienProtokollInformation] {
    if let bekannt = gedaechtnis[folge] {
      if let schluessel = try schluessel(bekannt.schluesselziel),
        try Pruefsumme.sha256(schluessel) == bekannt.schluesselsumme
      {
        return bekannt.historie
      }
      gedaechtnis.vergiss(folge)
    }
    guard let zeile = try eintrag(folge) else { return [] }
    let bild = try bild(zeile, ohneEreignis: true)
    let historie =
      bild.eintrag.ausgang == .angenommen ? bild.eintrag.historie(bild.nutzlast) : []
    if bild.nutzlast != nil, zeile.eintrag.count >= Historiengedaechtnis.mindestlaenge,
      historie.count <= Historiengedaechtnis.hoechstzeilen,
      let versiegelt = try? VersiegelteNutzlast(bytes: zeile.nutzlast),
      let schluessel = try schluessel(versiegelt.objekt)
    {
      gedaechtnis.merke(
        Historiengedaechtnis.Angabe(
          schluesselziel: versiegelt.objekt, schluesselsumme: try .sha256(schluessel),
          historie: historie), folge)
    }
    return historie
  }
}
