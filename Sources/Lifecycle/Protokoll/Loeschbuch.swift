// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefsummen

/// The writing end of the Löschbuch, the ledger of deletions (lebenszyklus FAKTEN 2.5).
///
/// The book lives outside of the store, so that a restored backup can be told what must be
/// deleted again. A line is written and synchronised *before* the deletion takes place: a line
/// without its deletion is repeated without harm, a deletion without its line is lost.
///
/// Each line names the store it belongs to, so that no book is ever continued by another store, or
/// replayed on one.
public struct Loeschbuch: ~Copyable {
  /// Number and hash of the last line.
  public private(set) var kopf: Kettenkopf
  /// The Kennung of the store.
  public let speicher: String
  private var bildner: Pruefsummenbildner

  /// Continues a book after its last line.
  ///
  /// - Parameters:
  ///   - speicher: The Kennung of the store that the book belongs to.
  ///   - kopf: Number and hash of the last line.
  /// - Throws: ``Protokollfehler/pruefsummen(_:)`` if the system lacks SHA-256.
  public init(speicher: String, nach kopf: Kettenkopf = .anfang) throws(Protokollfehler) {
    self.kopf = kopf
    self.speicher = speicher
    bildner = try .sha256()
  }

  /// The bytes of the next line, its line feed included, to be appended in one piece.
  ///
  /// - Throws: ``Protokollfehler`` if there are no objects, too many, or a value does not fit;
  ///   the book is unchanged then.
  public mutating func haenge(
    an entwurf: Loeschentwurf
  ) throws(Protokollfehler) -> [UInt8] {
    guard let zeitpunkt = entwurf.zeitpunkt.utcMitMillisekunden else {
      throw .zeitpunktOhneZone(entwurf.zeitpunkt.text)
    }
    guard kopf.folge >= 0, kopf.folge < Int64.max - 1 else { throw .folgeUnzulaessig(kopf.folge) }
    guard speicher.utf8.count <= Loeschsatz.hoechstlaengeKennung else {
      throw .kennungZuLang(speicher.utf8.count)
    }
    let grund = entwurf.grund.utf8
    guard (1...Protokollform.textlaenge).contains(grund.count),
      grund.allSatisfy(Form1.istCodezeichen)
    else { throw .grundUnzulaessig(entwurf.grund) }
    let anzahl = max(entwurf.objekte.count, entwurf.inhalte.count)
    guard !entwurf.objekte.isEmpty, anzahl <= Loeschsatz.hoechstzahl else {
      throw .zuVieleObjekte(anzahl, hoechstens: Loeschsatz.hoechstzahl)
    }
    if let fremd = entwurf.inhalte.first(where: { $0.verfahren != .sha256 }) {
      throw .hashverfahren(fremd.verfahren)
    }
    var zeile = Self.rumpf(
      kopf.folge + 1, zeitpunkt, entwurf.grund, speicher, entwurf.objekte, entwurf.inhalte,
      kopf.hash)
    let hash = bildner.summe(zeile)
    zeile += hash.hex.utf8
    zeile.append(10)
    kopf = Kettenkopf(folge: kopf.folge + 1, hash: hash)
    return zeile
  }

  /// Forgets lines after `kopf` that could not be written.
  public mutating func kehreZurueck(zu kopf: Kettenkopf) { self.kopf = kopf }

  /// The bytes of a line before its hash; without a store those of form 1.
  static func rumpf(
    _ folge: Int64, _ zeitpunkt: Zeitpunkt, _ grund: String, _ speicher: String?,
    _ objekte: [ObjektID], _ inhalte: [Pruefsumme], _ vorgaenger: Pruefsumme
  ) -> [UInt8] {
    var zeile: [UInt8] = []
    zeile.reserveCapacity(256 + objekte.count * 37 + inhalte.count * 65)
    zeile += "\(speicher == nil ? 1 : 2)\t\(folge)\t\(zeitpunkt.text)\t\(grund)\t".utf8
    if let speicher {
      zeile += Kennungsschrift.bytes(speicher)
      zeile.append(9)
    }
    for (i, id) in objekte.enumerated() {
      if i > 0 { zeile.append(44) }
      zeile += ObjektID(bytes: id.bytes).text.utf8  // lower case
    }
    zeile.append(9)
    if inhalte.isEmpty { zeile.append(45) }
    for (i, summe) in inhalte.enumerated() {
      if i > 0 { zeile.append(44) }
      zeile += summe.hex.utf8
    }
    zeile += "\t\(vorgaenger.hex)\t".utf8
    return zeile
  }
}
