// SPDX-License-Identifier: Apache-2.0
public import Akte

/// A version of the canonical bytes of an entry.
///
/// The first byte of the bytes is the form's number, so entries of different forms live in one
/// chain: a new field is a new form, and old entries keep the bytes and hashes that they had
/// (lebenszyklus FAKTEN 2.5: adding a field to the canonical form silently breaks every old hash).
public struct Protokollform: Sendable {
  /// The first byte of the canonical bytes.
  public let nummer: UInt8
  /// Appends the canonical bytes of an entry; ``Protokolleintrag/hash`` is no part of them.
  package let kodiere: @Sendable (Protokolleintrag, inout [UInt8]) throws(Protokollfehler) -> Void
  /// Reads canonical bytes strictly; the last argument becomes ``Protokolleintrag/hash``.
  package let dekodiere: @Sendable ([UInt8], Pruefsumme) throws(Protokollfehler) -> Protokolleintrag

  package init(
    nummer: UInt8,
    kodiere:
      @escaping @Sendable (Protokolleintrag, inout [UInt8]) throws(Protokollfehler) -> Void,
    dekodiere:
      @escaping @Sendable ([UInt8], Pruefsumme) throws(Protokollfehler) -> Protokolleintrag
  ) {
    self.nummer = nummer
    self.kodiere = kodiere
    self.dekodiere = dekodiere
  }

  /// All forms that this version reads.
  public static let alle: [Protokollform] = [.eins]

  /// The form in which new entries are written.
  public static let aktuell = Protokollform.eins
}

extension Protokolleintrag {
  /// The bytes over which ``hash`` is computed, in the form that the entry names.
  ///
  /// - Throws: ``Protokollfehler`` if the form is unknown or a value does not fit it.
  public func kanonisch() throws(Protokollfehler) -> [UInt8] {
    guard let form = Protokollform.alle.first(where: { $0.nummer == form }) else {
      throw .formUnbekannt(form)
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(192 + betroffene.count * 49)
    try form.kodiere(self, &bytes)
    return bytes
  }

  /// What is stored of an entry: its canonical bytes and after them the 32 bytes of ``hash``.
  ///
  /// - Throws: As ``kanonisch()``.
  public func satz() throws(Protokollfehler) -> [UInt8] { try kanonisch() + hash.bytes }

  /// Reads canonical bytes; every bit of them is used.
  ///
  /// The hash is taken as given and not checked; ``Kettenpruefung`` does that.
  ///
  /// - Throws: ``Protokollfehler/formUnbekannt(_:)`` and
  ///   ``Protokollfehler/unlesbar(stelle:grund:)``.
  public init(kanonisch bytes: [UInt8], hash: Pruefsumme) throws(Protokollfehler) {
    guard let nummer = bytes.first else { throw .unlesbar(stelle: 0, grund: "er ist leer") }
    guard let form = Protokollform.alle.first(where: { $0.nummer == nummer }) else {
      throw .formUnbekannt(nummer)
    }
    self = try form.dekodiere(bytes, hash)
  }

  /// Reads what ``satz()`` wrote; the hash is not checked.
  ///
  /// - Throws: ``Protokollfehler/formUnbekannt(_:)`` and
  ///   ``Protokollfehler/unlesbar(stelle:grund:)``.
  public init(satz: [UInt8]) throws(Protokollfehler) {
    guard satz.count > 32, let hash = Pruefsumme(.sha256, bytes: Array(satz.suffix(32))) else {
      throw .unlesbar(stelle: satz.count, grund: "er ist zu kurz")
    }
    try self.init(kanonisch: Array(satz.dropLast(32)), hash: hash)
  }
}
