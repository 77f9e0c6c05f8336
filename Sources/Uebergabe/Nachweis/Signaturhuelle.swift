// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import CLibCrypto
internal import Glibc

/// The signed envelope of a token.
struct Signaturhuelle: ~Copyable {
  private let cms: OpaquePointer

  init(_ der: [UInt8]) throws(NachweisFehler) {
    let (cms, gelesen) = der.withUnsafeBufferPointer { p in
      var stelle = p.baseAddress
      let cms = d2i_CMS_ContentInfo(nil, &stelle, p.count)
      let n = stelle.flatMap { s in p.baseAddress.map { s - $0 } } ?? 0
      return (cms, n)
    }
    guard let cms else {
      ERR_clear_error()
      throw Self.fehler("die Bytes sind keine signierten Daten (CMS)")
    }
    guard gelesen == der.count else {
      CMS_ContentInfo_free(cms)
      throw Self.fehler("dahinter stehen weitere Bytes")
    }
    self.cms = cms
  }

  deinit { CMS_ContentInfo_free(cms) }

  private static func fehler(_ grund: String) -> NachweisFehler {
    .format(was: "Der Zeitstempel", ort: "ContentInfo", grund: grund)
  }

  func inhalt(_ der: [UInt8]) throws(NachweisFehler) -> Zeitstempel {
    defer { ERR_clear_error() }
    guard OBJ_obj2nid(CMS_get0_type(cms)) == NID_pkcs7_signed,
      OBJ_obj2nid(CMS_get0_eContentType(cms)) == NID_id_smime_ct_TSTInfo,
      let tst = CMS_get0_content(cms)?.pointee.flatMap({ Self.tstinfo($0) })
    else { throw Self.fehler("er enthält keine Zeitangabe (TSTInfo)") }
    defer { TS_TST_INFO_free(tst) }
    guard TS_TST_INFO_get_version(tst) == 1 else {
      throw Self.fehler("die Zeitangabe (TSTInfo) hat nicht die Version 1")
    }
    guard let stempel = Zeitstempel(der, tst, dienst: name) else {
      throw Self.fehler("die Zeitangabe (TSTInfo) ist unvollständig")
    }
    return stempel
  }

  private static func tstinfo(_ inhalt: UnsafePointer<ASN1_OCTET_STRING>) -> OpaquePointer? {
    var stelle = ASN1_STRING_get0_data(inhalt)
    return d2i_TS_TST_INFO(nil, &stelle, Int(ASN1_STRING_length(inhalt)))
  }

  /// The name in the certificate that the signature names.
  private var name: String? {
    guard let der = unterzeichner(), let zertifikat = Zertifikat(der: der) else { return nil }
    return Zertifikat.name(zertifikat.zeiger)
  }

  /// The certificate within the token that its signature names.
  func unterzeichner() -> [UInt8]? {
    defer { ERR_clear_error() }
    guard CMS_set1_signers_certs(cms, nil, 0) >= 0, let stapel = CMS_get0_signers(cms) else {
      return nil
    }
    defer { OPENSSL_sk_free(stapel) }
    guard OPENSSL_sk_num(stapel) == 1, let erstes = OPENSSL_sk_value(stapel, 0) else { return nil }
    return Zertifikat.der(OpaquePointer(erstes))
  }

  /// The only signature, which belongs to the envelope; nil if there is not exactly one.
  private var signatur: OpaquePointer? {
    guard let stapel = CMS_get0_SignerInfos(cms), OPENSSL_sk_num(stapel) == 1 else { return nil }
    return OPENSSL_sk_value(stapel, 0).map { OpaquePointer($0) }
  }

  /// Why the signed attributes are not those of a time stamp; nil if they are.
  func attributmangel(_ eigenes: [UInt8]?) throws(NachweisFehler) -> String? {
    defer { ERR_clear_error() }
    guard let signatur else { return "er hat nicht genau eine Signatur" }
    guard CMS_signed_get_attr_count(signatur) > 0 else {
      return "die Signatur hat keine signierten Attribute, wie RFC 3161 sie verlangt"
    }
    var nennt = false
    for (nummer, zweite) in [
      (NID_id_smime_aa_signingCertificate, false), (NID_id_smime_aa_signingCertificateV2, true),
    ] {
      guard let attribut = Self.attribut(signatur, nummer) else { continue }
      nennt = true
      guard let genannt = try? Zertifikatsnennung(attribut, zweite: zweite) else {
        return "die Angabe des Zertifikats in der Signatur ist unlesbar"
      }
      if let eigenes, try !genannt.meint(eigenes) {
        return "die Signatur nennt ein anderes Zertifikat"
      }
    }
    return nennt
      ? nil : "die Signatur nennt ihr Zertifikat nicht (signingCertificate nach RFC 3161 und 5816)"
  }

  /// The bytes of a signed attribute that stands there once with one value; empty if it does not.
  private static func attribut(_ signatur: OpaquePointer, _ nummer: Int32) -> [UInt8]? {
    let stelle = CMS_signed_get_attr_by_NID(signatur, nummer, -1)
    guard stelle >= 0 else { return nil }
    guard CMS_signed_get_attr_by_NID(signatur, nummer, stelle) < 0,
      let attribut = CMS_signed_get_attr(signatur, stelle), X509_ATTRIBUTE_count(attribut) == 1,
      let wert = X509_ATTRIBUTE_get0_data(attribut, 0, V_ASN1_SEQUENCE, nil)
    else { return [] }
    let text = UnsafePointer(wert.assumingMemoryBound(to: ASN1_STRING.self))
    guard let anfang = ASN1_STRING_get0_data(text) else { return [] }
    return Array(UnsafeBufferPointer(start: anfang, count: Int(ASN1_STRING_length(text))))
  }

  /// The means of the signature that are no longer fit.
  func schwaechen() -> [Schwaeche] {
    defer { ERR_clear_error() }
    let eigenes = unterzeichner()
    var aus: [Schwaeche] = []
    if let signatur {
      var hash: UnsafeMutablePointer<X509_ALGOR>?
      CMS_SignerInfo_get0_algs(signatur, nil, nil, &hash, nil)
      var kennung: OpaquePointer?
      if let hash { X509_ALGOR_get0(&kennung, nil, nil, hash) }
      if let name = kennung.flatMap({ Zeitstempel.kennung($0) }),
        let schwaeche = Schwaeche(hash: name, zweck: "Signatur")
      {
        aus.append(schwaeche)
      }
    }
    if let eigenes, let zertifikat = Zertifikat(der: eigenes),
      let (art, bits) = zertifikat.schluessel,
      let schwaeche = Schwaeche(schluessel: art, bits: bits)
    {
      aus.append(schwaeche)
    }
    return aus
  }

  /// Why the signature does not fit the certificate within the token, or this is none for time stamps;
  /// nil if all is right.
  ///
  /// The certificate stands for itself here: nothing is said about who issued it.
  func innererMangel(_ eigenes: [UInt8], am sekunden: Int64) -> String? {
    guard let zertifikat = Zertifikat(der: eigenes) else { return "das Zertifikat ist unlesbar" }
    if let grund = zertifikat.zeitmangel(am: sekunden) { return grund }
    // Services name issuers beside their certificate, which are no part of a path of one.
    return mangel(
      [eigenes], UInt(X509_V_FLAG_PARTIAL_CHAIN | X509_V_FLAG_NO_CHECK_TIME), benannt: false,
      am: nil)
  }

  /// Why the signature is not right, or no path leads to the roots; nil if all is right.
  func mangel(
    _ anker: [[UInt8]], _ merkmale: UInt = 0, benannt: Bool = true, am sekunden: Int64?
  ) -> String? {
    guard let speicher = X509_STORE_new() else { return "der Arbeitsspeicher reicht nicht" }
    defer { X509_STORE_free(speicher) }
    for der in anker {
      guard let zertifikat = Zertifikat(der: der) else { continue }
      X509_STORE_add_cert(speicher, zertifikat.zeiger)
    }
    guard let angaben = X509_STORE_get0_param(speicher) else { return "ein Fehler in OpenSSL" }
    if let sekunden { X509_VERIFY_PARAM_set_time(angaben, time_t(sekunden)) }
    if merkmale != 0 { X509_VERIFY_PARAM_set_flags(angaben, merkmale) }
    X509_STORE_set_purpose(speicher, X509_PURPOSE_TIMESTAMP_SIGN)
    ERR_clear_error()
    defer { ERR_clear_error() }
    // CADES: the signature must name its certificate, as RFC 3161 demands.
    let regeln = UInt32(benannt ? CMS_BINARY | CMS_CADES : CMS_BINARY)
    guard CMS_verify(cms, nil, speicher, nil, nil, regeln) != 1 else { return nil }
    return Signaturgrund.deutsch(Self.meldungen())
  }

  /// What OpenSSL has to say, from the first cause.
  private static func meldungen() -> [String] {
    var aus: [String] = []
    var daten: UnsafePointer<CChar>?
    var merkmale: Int32 = 0
    while true {
      let nummer = ERR_get_error_all(nil, nil, nil, &daten, &merkmale)
      guard nummer != 0 else { return aus }
      if let grund = ERR_reason_error_string(nummer) { aus.append(String(cString: grund)) }
      if let daten, merkmale & ERR_TXT_STRING != 0 { aus.append(String(cString: daten)) }
    }
  }
}
