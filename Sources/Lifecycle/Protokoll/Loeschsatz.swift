// SPDX-License-Identifier: Apache-2.0
public import Akte

/// A deletion before it has its line in the Löschbuch.
public struct Loeschentwurf: Hashable, Sendable {
  /// When; any zone, but a zone must be known.
  public var zeitpunkt: Zeitpunkt
  /// Why, as a code: row and cause, such as `P11.abgeliefert` or `P12.bewertetV`.
  public var grund: String
  /// The objects that are deleted.
  public var objekte: [ObjektID]
  /// SHA-256 of the contents that are deleted with them.
  public var inhalte: [Pruefsumme]

  /// A deletion.
  public init(
    zeitpunkt: Zeitpunkt, grund: String, objekte: [ObjektID], inhalte: [Pruefsumme] = []
  ) {
    self.zeitpunkt = zeitpunkt
    self.grund = grund
    self.objekte = objekte
    self.inhalte = inhalte
  }
}

/// One line of the Löschbuch: which objects and contents were deleted, when and why.
///
/// Form 2, fields separated by tabs, all ASCII, ended by a line feed:
/// `2`, number from 1, instant in UTC with milliseconds, code of the reason, Kennung of the store
/// (letters, digits, `-`, `.` and `_` as they are, other bytes of its UTF-8 form as `%` and two
/// capital hexadecimal digits), ids separated by commas, SHA-256 digests separated by commas or `-`,
/// the hash of the line before (64 zeros in the first), and SHA-256 of all bytes before this last
/// field. There is one spelling only.
///
/// Form 1, of older books, begins with `1` and has no Kennung; it is read and no longer written.
public struct Loeschsatz: Hashable, Sendable {
  /// Place in the book: 1, 2, 3 … without a gap.
  public let folge: Int64
  /// When: UTC with milliseconds.
  public let zeitpunkt: Zeitpunkt
  /// Why, as a code.
  public let grund: String
  /// The Kennung of the store it belongs to; nil in a line of form 1, which does not say.
  public let speicher: String?
  /// The deleted objects.
  public internal(set) var objekte: [ObjektID]
  /// SHA-256 of the deleted contents.
  public internal(set) var inhalte: [Pruefsumme]
  /// ``hash`` of the line before.
  public let vorgaenger: Pruefsumme
  /// SHA-256 of the line up to its last field.
  public let hash: Pruefsumme

  /// The most objects, and the most contents, of one line.
  public static let hoechstzahl = 10_000

  /// The longest Kennung of a store, in bytes.
  public static let hoechstlaengeKennung = 1000

  /// The longest possible line is shorter than this, in bytes.
  static let hoechstlaenge = 2 << 20
}

extension Loeschsatz {
  /// Reads a line without its line feed; nil unless it is exactly what ``Loeschbuch`` writes.
  ///
  /// - Parameters:
  ///   - zeile: The line.
  ///   - summe: Computes SHA-256.
  init?(_ zeile: [UInt8], summe: ([UInt8]) -> Pruefsumme) {
    var teile = zeile.split(separator: 9, omittingEmptySubsequences: false)
    switch (teile.first, teile.count) {
    case ([49]?, 8): speicher = nil
    case ([50]?, 9):
      guard let kennung = Kennungsschrift.kennung(teile[4]) else { return nil }
      speicher = kennung
      teile.remove(at: 4)
    default: return nil
    }
    guard
      let folge = Int64(String(decoding: teile[1], as: UTF8.self)), folge > 0,
      let zeitpunkt = Zeitpunkt(String(decoding: teile[2], as: UTF8.self)),
      zeitpunkt.utcMitMillisekunden == zeitpunkt,
      (1...Protokollform.textlaenge).contains(teile[3].count),
      teile[3].allSatisfy(Form1.istCodezeichen),
      let vorgaenger = Pruefsumme(.sha256, text: String(decoding: teile[6], as: UTF8.self)),
      let hash = Pruefsumme(.sha256, text: String(decoding: teile[7], as: UTF8.self))
    else { return nil }
    self.folge = folge
    self.zeitpunkt = zeitpunkt
    grund = String(decoding: teile[3], as: UTF8.self)
    self.vorgaenger = vorgaenger
    self.hash = hash
    objekte = []
    inhalte = []
    for teil in teile[4].split(separator: 44, omittingEmptySubsequences: false) {
      guard let id = ObjektID(String(decoding: teil, as: UTF8.self)) else { return nil }
      objekte.append(id)
    }
    if !teile[5].elementsEqual([45]) {
      for teil in teile[5].split(separator: 44, omittingEmptySubsequences: false) {
        guard let wert = Pruefsumme(.sha256, text: String(decoding: teil, as: UTF8.self)) else {
          return nil
        }
        inhalte.append(wert)
      }
    }
    // One spelling only: writing it again must give the same bytes.
    let rumpf = Loeschbuch.rumpf(
      folge, zeitpunkt, grund, speicher, objekte, inhalte, vorgaenger)
    guard rumpf + hash.hex.utf8 == zeile, summe(rumpf) == hash else { return nil }
  }
}
