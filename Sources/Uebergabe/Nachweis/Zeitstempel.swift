// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import CLibCrypto
internal import Glibc

/// A time stamp (RFC 3161): what it says, and whether its signature is right.
///
/// Everything in it is read and checked by OpenSSL.
public struct Zeitstempel: Hashable, Sendable {
  /// The token in DER.
  public let der: [UInt8]
  /// The algorithm of the imprint as an object identifier.
  public let verfahrenskennung: String
  /// The digest that is stamped.
  public let abdruck: [UInt8]
  /// The time that the service states.
  public let zeit: Zeitpunkt
  /// The policy of the service as an object identifier.
  public let richtlinie: String
  /// The serial number in hex.
  public let seriennummer: String
  /// The number of the request in big endian without leading zeros; nil if there was none.
  public let nonce: [UInt8]?
  /// The name in the certificate of the service, for people; nil without a certificate.
  public let dienst: String?

  /// The algorithm of the imprint; nil for one that this suite does not know.
  public var verfahren: Hashverfahren? { Hashverfahren(objektkennung: verfahrenskennung) }

  /// Reads a token.
  ///
  /// - Parameters:
  ///   - der: The token, a ContentInfo in DER.
  ///   - grenzen: What is accepted.
  /// - Throws: ``NachweisFehler/format(was:ort:grund:)``, ``NachweisFehler/grenze(was:wert:)``.
  public init(
    der: [UInt8], grenzen: Nachweisgrenzen = .standard
  ) throws(NachweisFehler) {
    guard der.count <= grenzen.beweis else {
      throw .grenze(was: "ein Zeitstempel in Byte", wert: grenzen.beweis)
    }
    self = try Signaturhuelle(der).inhalt(der)
  }

  fileprivate init?(_ der: [UInt8], _ tst: OpaquePointer, dienst: String?) {
    guard let abdruck = TS_TST_INFO_get_msg_imprint(tst),
      let verfahren = TS_MSG_IMPRINT_get_algo(abdruck),
      let wert = TS_MSG_IMPRINT_get_msg(abdruck),
      let zeit = TS_TST_INFO_get_time(tst).flatMap({ Self.zeit($0) }),
      let richtlinie = TS_TST_INFO_get_policy_id(tst), let nummer = TS_TST_INFO_get_serial(tst)
    else { return nil }
    var kennung: OpaquePointer?
    X509_ALGOR_get0(&kennung, nil, nil, verfahren)
    guard let kennung, let name = Self.kennung(kennung), let regel = Self.kennung(richtlinie) else {
      return nil
    }
    self.der = der
    verfahrenskennung = name
    self.abdruck = Self.bytes(wert)
    self.zeit = zeit
    self.richtlinie = regel
    seriennummer = Self.zahl(nummer).map { b in
      let text = String(b, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
    nonce = TS_TST_INFO_get_nonce(tst).map { Self.zahl($0) }
    self.dienst = dienst
  }

  private static func bytes(_ text: UnsafePointer<ASN1_STRING>) -> [UInt8] {
    guard let anfang = ASN1_STRING_get0_data(text) else { return [] }
    return Array(UnsafeBufferPointer(start: anfang, count: Int(ASN1_STRING_length(text))))
  }

  /// An INTEGER without leading zeros; OpenSSL keeps its absolute value.
  private static func zahl(_ wert: UnsafePointer<ASN1_INTEGER>) -> [UInt8] {
    Array(bytes(wert).drop { $0 == 0 })
  }

  fileprivate static func kennung(_ objekt: OpaquePointer) -> String? {
    var text = [CChar](repeating: 0, count: 128)
    let n = OBJ_obj2txt(&text, Int32(text.count), objekt, 1)
    guard n > 0, n < text.count else { return nil }
    return String(decoding: text.prefix(Int(n)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// `YYYYMMDDhhmmss[.f…]Z`, the only form that RFC 3161 allows.
  private static func zeit(_ wert: UnsafePointer<ASN1_GENERALIZEDTIME>) -> Zeitpunkt? {
    let z = bytes(wert)
    guard z.count >= 15, z.last == 0x5A, z.prefix(14).allSatisfy({ 0x30...0x39 ~= $0 }) else {
      return nil
    }
    let text = String(decoding: z, as: UTF8.self)
    func stueck(_ a: Int, _ n: Int) -> Substring { text.dropFirst(a).prefix(n) }
    let rest = text.dropFirst(14).dropLast()
    guard rest.isEmpty || rest.first == "." && rest.count <= 10 else { return nil }
    return Zeitpunkt(
      "\(stueck(0, 4))-\(stueck(4, 2))-\(stueck(6, 2))T\(stueck(8, 2)):\(stueck(10, 2)):"
        + "\(stueck(12, 2))\(rest)Z")
  }
}

/// What can be said of the signature of a time stamp.
public enum Signaturbefund: Hashable, Sendable {
  /// The signature fits the certificate, and a path leads from it to a root that the user trusts.
  case vertraut
  /// The signature fits the certificate within the token; no root was named, so the path is unchecked.
  case ungeprueft
  /// The token carries no certificate: nothing can be said without one.
  case ohneZertifikat
  /// The signature, the certificate or its path is not right; why, as the end of a German sentence.
  case ungueltig(String)
}

/// The certificates that the user trusts.
public struct Vertrauensanker: Hashable, Sendable {
  /// The certificates in DER.
  let zertifikate: [[UInt8]]

  /// Certificates from PEM text, any number of them, or one in DER.
  ///
  /// - Parameters:
  ///   - bytes: The content of a file.
  ///   - name: Its name for messages.
  /// - Throws: ``NachweisFehler/nichtLesbar(pfad:grund:)``.
  public init(_ bytes: [UInt8], name: String) throws(NachweisFehler) {
    var gefunden: [[UInt8]] = []
    if let eines = Zertifikat(der: bytes) {
      gefunden = [eines.der]
    } else if let bio = Speicherquelle(bytes) {
      while let zeiger = PEM_read_bio_X509(bio.zeiger, nil, nil, nil) {
        gefunden.append(Zertifikat(zeiger).der)
      }
      ERR_clear_error()
    }
    guard !gefunden.isEmpty else {
      throw .nichtLesbar(pfad: name, grund: "es enthält kein Zertifikat (PEM oder DER)")
    }
    zertifikate = gefunden
  }
}

extension Zeitstempel {
  /// Checks the signature over the token, its certificate and, if roots are named, the path to them.
  ///
  /// The signature must be the only one, have signed attributes (RFC 5652, section 5.3) and name its
  /// certificate among them as `SigningCertificate` or `SigningCertificateV2` (RFC 3161, section 2.4.2;
  /// RFC 5816): else another certificate with the same key could take its place.
  ///
  /// Revocation is not checked: nothing is fetched. The certificate must be one for time stamps. With
  /// roots, all certificates of the path must be valid at the same time (shell model).
  ///
  /// - Parameters:
  ///   - anker: The roots; nil for none.
  ///   - zeitpunkt: When the certificates must have been valid; nil for the time in the stamp.
  /// - Returns: What can be said.
  /// - Throws: ``NachweisFehler/format(was:ort:grund:)``.
  public func pruefeSignatur(
    _ anker: Vertrauensanker?, am zeitpunkt: Zeitpunkt? = nil
  ) throws(NachweisFehler) -> Signaturbefund {
    let huelle = try Signaturhuelle(der)
    let sekunden = (zeitpunkt ?? zeit).unixSekunden ?? 0
    let eigenes = huelle.unterzeichner()
    if let grund = try huelle.attributmangel(eigenes) { return .ungueltig(grund) }
    guard let anker else {
      guard let eigenes else { return .ohneZertifikat }
      let grund = huelle.innererMangel(eigenes, am: sekunden)
      return grund.map { .ungueltig($0) } ?? .ungeprueft
    }
    let grund = huelle.mangel(anker.zertifikate, am: sekunden)
    return grund.map { .ungueltig($0) } ?? .vertraut
  }

  /// The means of the signature that are no longer fit: its digest and the key of its certificate.
  ///
  /// The imprint is judged with the hash tree, whose algorithm it has.
  ///
  /// - Throws: ``NachweisFehler/format(was:ort:grund:)``.
  func schwaechen() throws(NachweisFehler) -> [Schwaeche] {
    try Signaturhuelle(der).schwaechen()
  }
}

/// Bytes that OpenSSL reads.
private struct Speicherquelle: ~Copyable {
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
private struct Zertifikat: ~Copyable {
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

/// The signed envelope of a token.
private struct Signaturhuelle: ~Copyable {
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

/// OpenSSL's reasons in German.
private enum Signaturgrund {
  private static let bekannt: [(String, String)] = [
    (
      "certificate has expired",
      "das Zertifikat oder eines seines Pfades war zu dieser Zeit abgelaufen"
    ),
    (
      "certificate is not yet valid",
      "das Zertifikat oder eines seines Pfades galt zu dieser Zeit noch nicht"
    ),
    (
      "unable to get local issuer certificate",
      "kein Pfad führt vom Zertifikat zu einer der genannten Wurzeln"
    ),
    (
      "unable to get issuer certificate",
      "kein Pfad führt vom Zertifikat zu einer der genannten Wurzeln"
    ),
    ("self-signed certificate", "das Zertifikat stammt von keiner der genannten Wurzeln"),
    (
      "unable to verify the first certificate",
      "kein Pfad führt vom Zertifikat zu einer der genannten Wurzeln"
    ),
    ("unsuitable certificate purpose", "das Zertifikat ist nicht für Zeitstempel bestimmt"),
    ("unsupported certificate purpose", "das Zertifikat ist nicht für Zeitstempel bestimmt"),
    ("signature failure", "die Signatur passt nicht zum Inhalt"),
    ("bad signature", "die Signatur passt nicht zum Inhalt"),
    ("digest failure", "die Signatur passt nicht zum Inhalt"),
    ("ess signing certificate error", "die Signatur nennt ein anderes Zertifikat"),
    ("ess add signing cert", "die Signatur nennt ein anderes Zertifikat"),
    ("ess cert", "die Signatur nennt ein anderes Zertifikat"),
    ("verification failure", "die Signatur passt nicht zum Inhalt"),
    ("signer certificate not found", "das Zertifikat der Signatur fehlt"),
    ("there must be one signer", "es gibt nicht genau eine Signatur"),
    ("ee certificate key too weak", "der Schlüssel des Zertifikats ist zu kurz"),
    ("CA md too weak", "ein Zertifikat des Pfades ist mit einem schwachen Verfahren signiert"),
  ]

  static func deutsch(_ meldungen: [String]) -> String {
    for (englisch, deutsch) in bekannt
    where meldungen.contains(where: { $0.contains(englisch) }) { return deutsch }
    return "OpenSSL meldet: "
      + (meldungen.isEmpty ? "unbekannt" : meldungen.joined(separator: "; "))
  }
}
