// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Pruefsummen

/// The end of a chain: number and hash of the last entry.
public struct Kettenkopf: Hashable, Sendable {
  /// The number of the last entry; 0 if there is none.
  public let folge: Int64
  /// The hash of the last entry; 32 zero bytes if there is none.
  public let hash: Pruefsumme

  /// The end of a chain.
  public init(folge: Int64, hash: Pruefsumme) {
    self.folge = folge
    self.hash = hash
  }

  /// The end of a chain without entries.
  public static let anfang = Kettenkopf(folge: 0, hash: .null)
}

/// The writing end of a Protokoll.
///
/// There must be one per chain: two writers that read the same end would fork it (lebenszyklus
/// FAKTEN 2.5). The value does no input or output; the store writes the bytes in the same
/// transaction as the event's effects, and calls ``kehreZurueck(zu:)`` if that fails.
public struct Protokollkette: ~Copyable {
  /// Number and hash of the last entry.
  public private(set) var kopf: Kettenkopf
  private var bildner: Pruefsummenbildner

  /// Continues a chain after `kopf`.
  ///
  /// - Throws: ``Protokollfehler/pruefsummen(_:)`` if the system lacks SHA-256.
  public init(nach kopf: Kettenkopf = .anfang) throws(Protokollfehler) {
    self.kopf = kopf
    bildner = try .sha256()
  }

  /// Appends an event and returns its entry.
  ///
  /// - Throws: ``Protokollfehler`` if a value does not fit the form; nothing is appended then.
  @discardableResult
  public mutating func haenge(
    an entwurf: Protokollentwurf
  ) throws(Protokollfehler) -> Protokolleintrag {
    var satz: [UInt8] = []
    return try haenge(an: entwurf, satz: &satz)
  }

  /// Appends an event and hands out the bytes to store: canonical bytes and hash, as
  /// ``Protokolleintrag/satz()``; the buffer's former content is replaced.
  ///
  /// - Throws: ``Protokollfehler`` if a value does not fit the form; nothing is appended then.
  @discardableResult
  public mutating func haenge(
    an entwurf: Protokollentwurf, satz: inout [UInt8]
  ) throws(Protokollfehler) -> Protokolleintrag {
    guard let zeitpunkt = entwurf.zeitpunkt.utcMitMillisekunden else {
      throw .zeitpunktOhneZone(entwurf.zeitpunkt.text)
    }
    guard kopf.folge >= 0, kopf.folge < Int64.max - 1 else { throw .folgeUnzulaessig(kopf.folge) }
    let form = Protokollform.aktuell
    var eintrag = Protokolleintrag(
      folge: kopf.folge + 1, form: form.nummer, ereignis: entwurf.ereignis, zeitpunkt: zeitpunkt,
      art: entwurf.art, ausgang: entwurf.ausgang, betroffene: entwurf.betroffene,
      nutzlast: entwurf.nutzlast, vorgaenger: kopf.hash, hash: .null)
    satz.removeAll(keepingCapacity: true)
    satz.reserveCapacity(224 + eintrag.betroffene.count * 49)
    try form.kodiere(eintrag, &satz)
    eintrag.hash = bildner.summe(satz)
    satz.append(contentsOf: eintrag.hash.bytes)
    kopf = Kettenkopf(folge: eintrag.folge, hash: eintrag.hash)
    return eintrag
  }

  /// SHA-256 of stored bytes, such as a payload or an object's row; faster than making a hasher for
  /// each.
  public mutating func pruefsumme(_ bytes: [UInt8]) -> Pruefsumme { bildner.summe(bytes) }

  /// Forgets what was appended after `kopf`, for a transaction that was rolled back.
  public mutating func kehreZurueck(zu kopf: Kettenkopf) { self.kopf = kopf }
}

extension Pruefsumme {
  /// 32 zero bytes: what the first link of a chain names as its predecessor.
  static let null: Pruefsumme = {
    guard let summe = Pruefsumme(.sha256, bytes: [UInt8](repeating: 0, count: 32)) else {
      preconditionFailure("length of SHA-256")
    }
    return summe
  }()

  /// SHA-256 of bytes in memory.
  ///
  /// - Throws: ``Protokollfehler/pruefsummen(_:)`` if the system lacks SHA-256.
  package static func sha256(_ bytes: [UInt8]) throws(Protokollfehler) -> Pruefsumme {
    var bildner = try Pruefsummenbildner.sha256()
    return bildner.summe(bytes)
  }
}

extension Pruefsummenbildner {
  static func sha256() throws(Protokollfehler) -> Pruefsummenbildner {
    do throws(PruefsummenFehler) {
      return try Pruefsummenbildner([.sha256])
    } catch {
      throw .pruefsummen(error)
    }
  }

  /// The digest of bytes in memory; the value must have been made for one algorithm.
  mutating func summe(_ bytes: [UInt8]) -> Pruefsumme {
    bytes.withUnsafeBytes { nimm($0) }
    guard let summe = abschluss().first else { preconditionFailure("no algorithm") }
    return summe
  }
}
