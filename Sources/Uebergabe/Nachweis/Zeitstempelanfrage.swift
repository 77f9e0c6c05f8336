// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import SwiftASN1

/// A request for a time stamp (RFC 3161, section 2.4.1).
public struct Zeitstempelanfrage: Hashable, Sendable {
  /// What is to be stamped.
  public let abdruck: Pruefsumme
  /// A random number that the answer must repeat; nil for none.
  public let nonce: [UInt8]?
  /// The policy that is asked for, as an object identifier; nil leaves it to the service.
  public let richtlinie: String?
  /// The request in DER, as a service takes it.
  public let der: [UInt8]

  /// A request with a nonce of 8 bytes.
  ///
  /// - Parameters:
  ///   - abdruck: What is to be stamped.
  ///   - richtlinie: The policy that is asked for.
  ///   - zufall: The source of the nonce.
  /// - Throws: ``NachweisFehler/verfahrenUnzulaessig(_:)``, ``NachweisFehler/angabe(_:)`` for a
  ///   policy that is no object identifier.
  public init(
    _ abdruck: Pruefsumme, richtlinie: String? = nil, zufall: inout some RandomNumberGenerator
  ) throws(NachweisFehler) {
    // Positive and of full length, so that every service writes it in the same way.
    let zahl = zufall.next() & (UInt64.max >> 1) | 1 << 62
    let nonce = withUnsafeBytes(of: zahl.bigEndian) { [UInt8]($0) }
    try self.init(abdruck, nonce: nonce, richtlinie: richtlinie)
  }

  init(
    _ abdruck: Pruefsumme, nonce: [UInt8]?, richtlinie: String?
  ) throws(NachweisFehler) {
    guard abdruck.verfahren.taugtFuerNachweis else {
      throw .verfahrenUnzulaessig(abdruck.verfahren)
    }
    self.abdruck = abdruck
    self.nonce = nonce
    self.richtlinie = richtlinie
    guard richtlinie.map(Self.istObjektkennung) ?? true else {
      throw .angabe(
        "Die Richtlinie »\(richtlinie ?? "")« ist keine Objektkennung. Sie besteht aus Zahlen mit Punkten "
          + "dazwischen, etwa 1.3.6.1.4.1.99999.1.")
    }
    do {
      var s = DER.Serializer()
      try s.appendConstructedNode(identifier: .sequence) { innen in
        try innen.serialize(1)
        try innen.appendConstructedNode(identifier: .sequence) { werte in
          try werte.verfahren(abdruck.verfahren.objektkennung, mitNull: true)
          try werte.serialize(ASN1OctetString(contentBytes: abdruck.bytes[...]))
        }
        if let richtlinie {
          try innen.serialize(try ASN1ObjectIdentifier(dotRepresentation: richtlinie))
        }
        if let nonce {
          innen.appendPrimitiveNode(identifier: .integer) { $0.append(contentsOf: nonce) }
        }
        try innen.serialize(true)
      }
      der = s.serializedBytes
    } catch {
      throw .format(
        was: "Die Anfrage", ort: "Richtlinie",
        grund: "»\(richtlinie ?? "")« ist keine Objektkennung")
    }
  }

  /// Whether a text is an object identifier, as policies are named: numbers with full stops between them, the
  /// first up to 2 (ITU-T X.660).
  ///
  /// - Parameter text: The text.
  /// - Returns: Whether a request can carry it.
  public static func istObjektkennung(_ text: String) -> Bool {
    let teile = text.utf8.split(separator: 0x2E, omittingEmptySubsequences: false)
    let zahlen = teile.compactMap { teil -> UInt32? in
      guard let erste = teil.first, teil.count == 1 || erste != 0x30,
        teil.allSatisfy({ (0x30...0x39).contains($0) })
      else { return nil }
      return UInt32(String(decoding: teil, as: UTF8.self))
    }
    guard zahlen.count == teile.count, (2...64).contains(zahlen.count) else { return false }
    return zahlen[0] < 2 ? zahlen[1] < 40 : zahlen[0] == 2
  }

  /// A request from its bytes.
  ///
  /// - Throws: ``NachweisFehler/format(was:ort:grund:)``, ``NachweisFehler/grenze(was:wert:)``.
  public init(der: [UInt8]) throws(NachweisFehler) {
    var leser = try Derleser(der, "Die Zeitstempelanfrage", grenzen: .standard)
    guard try leser.zahl("version") == 1 else { throw leser.fehler("version", "sie ist nicht 1") }
    var werte = try leser.folge("messageImprint")
    var verfahren = try werte.folge("hashAlgorithm")
    let kennung = try verfahren.kennung("algorithm")
    guard let bekannt = Hashverfahren(objektkennung: kennung),
      let summe = Pruefsumme(bekannt, bytes: try werte.oktette("hashedMessage"))
    else { throw werte.fehler("hashedMessage", "Verfahren und Länge passen nicht zusammen") }
    abdruck = summe
    if let r = leser.falls(.objectIdentifier) {
      guard let wert = r.objektkennung else {
        throw leser.fehler("reqPolicy", "es ist keine Objektkennung")
      }
      richtlinie = wert
    } else {
      richtlinie = nil
    }
    if let n = leser.falls(.integer), case .primitive(let bytes) = n.content {
      nonce = Array(bytes)
    } else {
      nonce = nil
    }
    self.der = der
  }
}
