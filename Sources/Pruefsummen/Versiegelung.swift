// SPDX-License-Identifier: Apache-2.0
internal import CLibCrypto

// AES-256-GCM (NIST SP 800-38D) by OpenSSL. Sealed bytes are nonce (12), ciphertext, tag (16).

/// The secret key of one object: 32 bytes for AES-256-GCM.
///
/// Who destroys the key makes all that was sealed under it unreadable, while hashes over the
/// *sealed* bytes still verify (crypto-shredding, lebenszyklus FAKTEN 2.5). The value cannot be
/// copied, and its memory is wiped at its end.
public struct Objektschluessel: ~Copyable, @unchecked Sendable {
  /// The length of a key in bytes.
  public static let laenge = 32

  // @unchecked Sendable: the memory belongs to this value alone and never changes.
  private let speicher: UnsafeMutableRawBufferPointer

  private init() {
    speicher = .allocate(byteCount: Self.laenge, alignment: 16)
  }

  /// A new key from the given source of randomness, which must be one for cryptography, such as
  /// `SystemRandomNumberGenerator`; a repeatable one serves tests only.
  public init(_ zufall: inout some RandomNumberGenerator) {
    self.init()
    for i in 0..<Self.laenge / 8 {
      speicher.storeBytes(of: zufall.next().bigEndian, toByteOffset: 8 * i, as: UInt64.self)
    }
  }

  /// A key that was stored.
  ///
  /// - Throws: ``Versiegelungsfehler/schluessellaenge(_:)`` unless there are 32 bytes.
  public init(bytes: [UInt8]) throws(Versiegelungsfehler) {
    guard bytes.count == Self.laenge else { throw .schluessellaenge(bytes.count) }
    self.init()
    speicher.copyBytes(from: bytes)
  }

  deinit {
    OPENSSL_cleanse(speicher.baseAddress, speicher.count)
    speicher.deallocate()
  }

  /// Lends the 32 bytes, for storing them; they are valid until `body` returns.
  public borrowing func mitBytes<T, F: Error>(
    _ body: (UnsafeRawBufferPointer) throws(F) -> T
  ) throws(F) -> T { try body(UnsafeRawBufferPointer(speicher)) }
}

extension Objektschluessel {
  /// How many bytes the sealed form is longer than the text: nonce and tag.
  public static let aufschlag = 28

  private static let hoechstlaenge = 1 << 30

  /// Encrypts `klartext` and binds it to `zusatz`, which is not encrypted but must be the same for
  /// opening.
  ///
  /// - Parameters:
  ///   - klartext: The bytes to seal, at most 1 GiB.
  ///   - zusatz: Additional data, such as the id of the event the text belongs to.
  ///   - zufall: The source of the nonce; the same nonce must never come twice for one key.
  /// - Returns: Nonce, ciphertext and tag: ``aufschlag`` bytes more than `klartext`.
  /// - Throws: ``Versiegelungsfehler``.
  public borrowing func versiegle(
    _ klartext: [UInt8], zusatz: [UInt8], _ zufall: inout some RandomNumberGenerator
  ) throws(Versiegelungsfehler) -> [UInt8] {
    var nonce = withUnsafeBytes(of: zufall.next().bigEndian) { [UInt8]($0) }
    nonce += withUnsafeBytes(of: zufall.next().bigEndian) { $0.prefix(4) }
    return try versiegle(klartext, zusatz: zusatz, nonce: nonce)
  }

  /// As ``versiegle(_:zusatz:_:)`` with a given nonce of 12 bytes, for the published test vectors.
  package borrowing func versiegle(
    _ klartext: [UInt8], zusatz: [UInt8], nonce: [UInt8]
  ) throws(Versiegelungsfehler) -> [UInt8] {
    guard klartext.count <= Self.hoechstlaenge, zusatz.count <= Self.hoechstlaenge else {
      throw .zuGross(max(klartext.count, zusatz.count))
    }
    precondition(nonce.count == 12)
    guard let zustand = EVP_CIPHER_CTX_new() else { throw .verfahrenFehlt }
    defer { EVP_CIPHER_CTX_free(zustand) }
    let schluessel = speicher.baseAddress?.assumingMemoryBound(to: UInt8.self)
    guard EVP_EncryptInit_ex(zustand, EVP_aes_256_gcm(), nil, schluessel, nonce) == 1 else {
      throw .verfahrenFehlt
    }
    let gesamt = klartext.count + Self.aufschlag
    var gelungen = false
    let bytes = [UInt8](unsafeUninitializedCapacity: gesamt) { ziel, anzahl in
      guard let anfang = ziel.baseAddress else { return }
      for i in 0..<12 { ziel[i] = nonce[i] }
      var n: Int32 = 0
      guard
        zusatz.isEmpty || EVP_EncryptUpdate(zustand, nil, &n, zusatz, Int32(zusatz.count)) == 1,
        klartext.isEmpty
          || EVP_EncryptUpdate(zustand, anfang + 12, &n, klartext, Int32(klartext.count)) == 1,
        EVP_EncryptFinal_ex(zustand, anfang + 12 + klartext.count, &n) == 1,
        EVP_CIPHER_CTX_ctrl(
          zustand, EVP_CTRL_AEAD_GET_TAG, 16, anfang + 12 + klartext.count) == 1
      else { return }
      gelungen = true
      anzahl = gesamt
    }
    guard gelungen else { throw .verfahrenFehlt }
    return bytes
  }

  /// Decrypts what ``versiegle(_:zusatz:_:)`` made with this key and this additional data.
  ///
  /// - Throws: ``Versiegelungsfehler/nichtEcht`` if one bit of it, the key or `zusatz` is another
  ///   one; ``Versiegelungsfehler/zuKurz(_:)``, ``Versiegelungsfehler/zuGross(_:)``.
  public borrowing func oeffne(
    _ versiegelt: [UInt8], zusatz: [UInt8]
  ) throws(Versiegelungsfehler) -> [UInt8] {
    let laenge = versiegelt.count - Self.aufschlag
    guard laenge >= 0 else { throw .zuKurz(versiegelt.count) }
    guard laenge <= Self.hoechstlaenge, zusatz.count <= Self.hoechstlaenge else {
      throw .zuGross(max(versiegelt.count, zusatz.count))
    }
    guard let zustand = EVP_CIPHER_CTX_new() else { throw .verfahrenFehlt }
    defer { EVP_CIPHER_CTX_free(zustand) }
    let schluessel = speicher.baseAddress?.assumingMemoryBound(to: UInt8.self)
    guard EVP_DecryptInit_ex(zustand, EVP_aes_256_gcm(), nil, schluessel, versiegelt) == 1 else {
      throw .verfahrenFehlt
    }
    var marke = Array(versiegelt.suffix(16))
    var echt = false
    let klartext = versiegelt.withUnsafeBufferPointer { quelle in
      // One byte more, so that there is an address for an empty text too.
      [UInt8](unsafeUninitializedCapacity: laenge + 1) { ziel, anzahl in
        guard let anfang = ziel.baseAddress, let von = quelle.baseAddress else { return }
        var n: Int32 = 0
        guard
          zusatz.isEmpty || EVP_DecryptUpdate(zustand, nil, &n, zusatz, Int32(zusatz.count)) == 1,
          laenge == 0 || EVP_DecryptUpdate(zustand, anfang, &n, von + 12, Int32(laenge)) == 1,
          EVP_CIPHER_CTX_ctrl(zustand, EVP_CTRL_AEAD_SET_TAG, 16, &marke) == 1,
          EVP_DecryptFinal_ex(zustand, anfang + laenge, &n) == 1
        else {
          // Text that is not proven must not remain in memory.
          OPENSSL_cleanse(anfang, laenge)
          return
        }
        echt = true
        anzahl = laenge
      }
    }
    guard echt else { throw .nichtEcht }
    return klartext
  }
}
