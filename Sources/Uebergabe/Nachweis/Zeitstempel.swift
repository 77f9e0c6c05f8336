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

  init?(_ der: [UInt8], _ tst: OpaquePointer, dienst: String?) {
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

  static func kennung(_ objekt: OpaquePointer) -> String? {
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
