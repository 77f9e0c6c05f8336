// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import SwiftASN1

/// An ArchiveTimeStamp (RFC 4998, section 4.1): a reduced hash tree and the time stamp over its root.
public struct Archivzeitstempel: Hashable, Sendable {
  /// The object identifier of the algorithm; nil if only the time stamp names it.
  public var verfahrenskennung: String?
  /// The reduced tree; nil if the time stamp covers the digest of the object itself.
  public var baum: ReduzierterBaum?
  /// The time stamp as it stands in the record: a ContentInfo in DER.
  public var token: [UInt8]
  /// Attributes that this suite does not interpret, as they stand in the record.
  var attribute: [UInt8]?

  /// An archive time stamp of this suite.
  ///
  /// - Parameters:
  ///   - verfahren: The algorithm of the tree.
  ///   - baum: The reduced tree; one without lists is left out.
  ///   - token: The time stamp in DER.
  public init(_ verfahren: Hashverfahren, _ baum: ReduzierterBaum?, token: [UInt8]) {
    verfahrenskennung = verfahren.objektkennung
    self.baum = baum.flatMap { $0.listen.isEmpty ? nil : $0 }
    self.token = token
  }

  init(_ teil: ASN1Node, _ was: String, ort: String) throws(NachweisFehler) {
    var leser = try Derleser(teil, was, ort: ort, .sequence)
    if let v = leser.falls(marke: 0) {
      var innen = try leser.folge(v, "digestAlgorithm")
      verfahrenskennung = try innen.kennung("algorithm")
    }
    attribute = leser.falls(marke: 1)?.roh
    if let b = leser.falls(marke: 2) {
      var listen: [[[UInt8]]] = []
      var aussen = try leser.folge(b, "reducedHashtree")
      while let liste = aussen.naechster() {
        var werte: [[UInt8]] = []
        var innen = try Derleser(liste, was, ort: "\(ort), Liste \(listen.count + 1)", .sequence)
        while let wert = innen.naechster() {
          guard let oktette = try? ASN1OctetString(derEncoded: wert) else {
            throw innen.fehler("Wert \(werte.count + 1)", "es ist kein OCTET STRING")
          }
          werte.append(Array(oktette.bytes))
        }
        listen.append(werte)
      }
      baum = ReduzierterBaum(listen)
    }
    let stempel = try leser.verlange("timeStamp")
    guard stempel.identifier == .sequence else {
      throw leser.fehler("timeStamp", "es ist kein ContentInfo")
    }
    token = stempel.roh
    try leser.ende()
  }

  func schreibe(_ s: inout DER.Serializer) throws {
    try s.appendConstructedNode(identifier: .sequence) { innen in
      if let verfahrenskennung { try innen.verfahren(verfahrenskennung, marke: 0) }
      if let attribute { innen.serializeRawBytes(attribute) }
      if let baum {
        let marke = ASN1Identifier(tagWithNumber: 2, tagClass: .contextSpecific)
        try innen.appendConstructedNode(identifier: marke) { listen in
          for liste in baum.listen {
            try listen.appendConstructedNode(identifier: .sequence) { werte in
              for w in liste { try werte.serialize(ASN1OctetString(contentBytes: w[...])) }
            }
          }
        }
      }
      innen.serializeRawBytes(token)
    }
  }
}
