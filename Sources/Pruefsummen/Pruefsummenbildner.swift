// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import CLibCrypto

/// Digests a stream of bytes with several algorithms in one pass.
///
/// The algorithms are looked up once, so one value serves any number of streams: after
/// ``abschluss()`` the next ``nimm(_:)`` begins a new stream.
public struct Pruefsummenbildner: ~Copyable {
  private let rechner: [Rechner]

  /// Prepares the algorithms; an empty list is allowed and costs nothing.
  ///
  /// - Throws: ``PruefsummenFehler/verfahrenFehlt(_:)``.
  public init(_ verfahren: [Hashverfahren]) throws(PruefsummenFehler) {
    var rechner: [Rechner] = []
    for v in verfahren {
      guard let r = Rechner(v) else { throw .verfahrenFehlt(v) }
      rechner.append(r)
    }
    self.rechner = rechner
  }

  /// Begins a new stream and forgets the bytes taken so far.
  public mutating func beginne() {
    for r in rechner { r.beginne() }
  }

  /// Takes the next bytes of the stream.
  public mutating func nimm(_ bytes: UnsafeRawBufferPointer) {
    for r in rechner { r.nimm(bytes) }
  }

  /// The digests of the bytes taken, in the order of the algorithms; then begins a new stream.
  public mutating func abschluss() -> [Pruefsumme] {
    rechner.map { r in
      let bytes = [UInt8](unsafeUninitializedCapacity: r.verfahren.laenge) { ziel, anzahl in
        r.abschluss(UnsafeMutableRawBufferPointer(ziel))
        anzahl = r.verfahren.laenge
      }
      guard let summe = Pruefsumme(r.verfahren, bytes: bytes) else {
        preconditionFailure("digest length")  // the same property on both sides
      }
      return summe
    }
  }
}

/// One algorithm and its reusable state.
///
/// OpenSSL's calls fail only for a wrong state or out of memory, never for what is digested; a
/// failure stops the program, because a wrong digest must not leave this type.
final class Rechner {
  let verfahren: Hashverfahren
  private let methode: OpaquePointer
  private let zustand: OpaquePointer

  init?(_ verfahren: Hashverfahren) {
    let name =
      switch verfahren {
      case .md5: "MD5"
      case .sha1: "SHA1"
      case .sha224: "SHA224"
      case .sha256: "SHA256"
      case .sha384: "SHA384"
      case .sha512: "SHA512"
      }
    guard let methode = EVP_MD_fetch(nil, name, nil) else { return nil }
    guard EVP_MD_get_size(methode) == Int32(verfahren.laenge), let zustand = EVP_MD_CTX_new() else {
      EVP_MD_free(methode)
      return nil
    }
    self.verfahren = verfahren
    self.methode = methode
    self.zustand = zustand
    beginne()
  }

  deinit {
    EVP_MD_CTX_free(zustand)
    EVP_MD_free(methode)
  }

  func beginne() {
    let ergebnis = EVP_DigestInit_ex2(zustand, methode, nil)
    precondition(ergebnis == 1, "EVP_DigestInit_ex2")
  }

  func nimm(_ bytes: UnsafeRawBufferPointer) {
    guard let anfang = bytes.baseAddress, !bytes.isEmpty else { return }
    let ergebnis = EVP_DigestUpdate(zustand, anfang, bytes.count)
    precondition(ergebnis == 1, "EVP_DigestUpdate")
  }

  /// Writes the digest to `ziel`, which has room for it, and begins anew.
  func abschluss(_ ziel: UnsafeMutableRawBufferPointer) {
    precondition(ziel.count >= verfahren.laenge)
    let anfang = ziel.baseAddress?.assumingMemoryBound(to: UInt8.self)
    let ergebnis = EVP_DigestFinal_ex(zustand, anfang, nil)
    precondition(ergebnis == 1, "EVP_DigestFinal_ex")
    beginne()
  }
}
