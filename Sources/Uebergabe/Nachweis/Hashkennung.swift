// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import SwiftASN1

extension Hashverfahren {
  /// The object identifier as text.
  var objektkennung: String {
    switch self {
    case .md5: "1.2.840.113549.2.5"
    case .sha1: "1.3.14.3.2.26"
    case .sha224: "2.16.840.1.101.3.4.2.4"
    case .sha256: "2.16.840.1.101.3.4.2.1"
    case .sha384: "2.16.840.1.101.3.4.2.2"
    case .sha512: "2.16.840.1.101.3.4.2.3"
    }
  }

  /// The algorithm with an object identifier; nil for one that this suite does not know.
  init?(objektkennung: String) {
    guard let treffer = Self.allCases.first(where: { $0.objektkennung == objektkennung }) else {
      return nil
    }
    self = treffer
  }

  /// Whether new evidence may use it.
  var taugtFuerNachweis: Bool { self == .sha256 || self == .sha384 || self == .sha512 }
}

extension DER.Serializer {
  /// An AlgorithmIdentifier.
  ///
  /// - Parameters:
  ///   - objektkennung: The algorithm.
  ///   - marke: The number of a tag in place of SEQUENCE, nil for none.
  ///   - mitNull: Whether parameters stand there as NULL, as older services expect it; RFC 5754 leaves
  ///     them out.
  /// - Throws: If it is no object identifier.
  mutating func verfahren(
    _ objektkennung: String, marke: UInt? = nil, mitNull: Bool = false
  ) throws {
    let kennung = marke.map { ASN1Identifier(tagWithNumber: $0, tagClass: .contextSpecific) }
    let wert = try ASN1ObjectIdentifier(dotRepresentation: objektkennung)
    try appendConstructedNode(identifier: kennung ?? .sequence) { innen in
      try innen.serialize(wert)
      if mitNull { try innen.serialize(ASN1Null()) }
    }
  }
}
