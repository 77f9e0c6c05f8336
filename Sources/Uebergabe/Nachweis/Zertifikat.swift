// SPDX-License-Identifier: Apache-2.0
internal import CLibCrypto
internal import Glibc

/// Bytes that OpenSSL reads.
struct BIOQuelle: ~Copyable {
  let zeiger: OpaquePointer
  private let kopie: UnsafeMutableRawBufferPointer

  init?(_ bytes: [UInt8]) {
    let kopie = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
    kopie.copyBytes(from: bytes)
    guard let zeiger = BIO_new_mem_buf(kopie.baseAddress, Int32(clamping: bytes.count)) else {
      kopie.deallocate()
      return nil
    }
    self.zeiger = zeiger
    self.kopie = kopie
  }

  deinit {
    BIO_free(zeiger)
    kopie.deallocate()
  }
}

/// A certificate.
struct Zertifikat: ~Copyable {
  let zeiger: OpaquePointer

  init(_ zeiger: OpaquePointer) { self.zeiger = zeiger }

  init?(der: [UInt8]) {
    let zeiger = der.withUnsafeBufferPointer { p -> OpaquePointer? in
      var stelle = p.baseAddress
      return d2i_X509(nil, &stelle, p.count)
    }
    guard let zeiger else {
      ERR_clear_error()
      return nil
    }
    self.zeiger = zeiger
  }

  deinit { X509_free(zeiger) }

  var der: [UInt8] { Self.der(zeiger) }

  /// Why it was not valid at a time; nil if it was.
  func zeitmangel(am sekunden: Int64) -> String? {
    var zeit = time_t(sekunden)
    if X509_cmp_time(X509_get0_notBefore(zeiger), &zeit) > 0 {
      return "das Zertifikat galt zu dieser Zeit noch nicht"
    }
    if X509_cmp_time(X509_get0_notAfter(zeiger), &zeit) < 0 {
      return "das Zertifikat war zu dieser Zeit abgelaufen"
    }
    return nil
  }

  /// Kind and length of the key; nil for a kind whose length says nothing.
  var schluessel: (art: Schluesselart, bits: Int)? {
    guard let oeffentlich = X509_get0_pubkey(zeiger) else { return nil }
    let bits = Int(EVP_PKEY_get_bits(oeffentlich))
    switch EVP_PKEY_get_base_id(oeffentlich) {
    case NID_rsaEncryption, NID_rsassaPss: return (.rsa, bits)
    case NID_dsa: return (.dsa, bits)
    case NID_X9_62_id_ecPublicKey: return (.kurve, bits)
    default: return nil
    }
  }

  static func der(_ zeiger: OpaquePointer) -> [UInt8] {
    var puffer: UnsafeMutablePointer<UInt8>?
    let n = i2d_X509(zeiger, &puffer)
    guard n > 0, let puffer else { return [] }
    defer { CRYPTO_free(puffer, nil, 0) }
    return Array(UnsafeBufferPointer(start: puffer, count: Int(n)))
  }

  /// The common name or, without one, the whole name.
  static func name(_ zeiger: OpaquePointer) -> String? {
    guard let name = X509_get_subject_name(zeiger) else { return nil }
    let stelle = X509_NAME_get_index_by_NID(name, NID_commonName, -1)
    if stelle >= 0, let eintrag = X509_NAME_get_entry(name, stelle),
      let wert = X509_NAME_ENTRY_get_data(eintrag)
    {
      var puffer: UnsafeMutablePointer<UInt8>?
      let n = ASN1_STRING_to_UTF8(&puffer, wert)
      if n > 0, let puffer {
        defer { CRYPTO_free(puffer, nil, 0) }
        return String(decoding: UnsafeBufferPointer(start: puffer, count: Int(n)), as: UTF8.self)
      }
    }
    guard let text = X509_NAME_oneline(name, nil, 0) else { return nil }
    defer { CRYPTO_free(text, nil, 0) }
    return String(cString: text)
  }
}
