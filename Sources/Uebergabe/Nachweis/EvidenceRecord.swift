// SPDX-License-Identifier: Apache-2.0
internal import SwiftASN1

/// An Evidence Record (RFC 4998): the chains of archive time stamps of one data group.
///
/// Within a chain each time stamp covers the one before it; a chain begins where the algorithm
/// changed, and its first time stamp covers the data and all chains before it. What was read is
/// written again byte for byte, because later time stamps cover these bytes.
public struct EvidenceRecord: Hashable, Sendable {
  /// A chain with its bytes in the record.
  struct Kette: Hashable, Sendable {
    var stempel: [Archivzeitstempel]
    var der: [UInt8]
  }

  /// The version; only 1 exists.
  public let version: Int
  /// The object identifiers of all algorithms that the record names.
  public let verfahrenskennungen: [String]
  private(set) var rohketten: [Kette]
  /// The record in DER.
  public let der: [UInt8]

  /// The chains, in order of time.
  public var ketten: [[Archivzeitstempel]] { rohketten.map(\.stempel) }

  /// A record from its bytes.
  ///
  /// - Parameters:
  ///   - bytes: The bytes; also as base64 text, as archives exchange it.
  ///   - grenzen: What is accepted.
  /// - Throws: ``NachweisFehler/format(was:ort:grund:)``, ``NachweisFehler/grenze(was:wert:)``.
  public init(
    der bytes: [UInt8], grenzen: Nachweisgrenzen = .standard
  ) throws(NachweisFehler) {
    let was = "Der Evidence Record"
    guard bytes.count <= grenzen.beweis * 2 else {
      throw .grenze(was: "ein Evidence Record in Byte", wert: grenzen.beweis)
    }
    let der = bytes.first == 0x30 ? bytes : Base64.gelesen(bytes) ?? bytes
    var leser = try Derleser(der, was, grenzen: grenzen)
    version = try leser.zahl("version")
    var kennungen: [String] = []
    var verfahren = try leser.folge("digestAlgorithms")
    while let eines = verfahren.naechster() {
      var innen = try Derleser(eines, was, ort: "digestAlgorithms", .sequence)
      kennungen.append(try innen.kennung("algorithm"))
    }
    verfahrenskennungen = kennungen
    // cryptoInfos: material for checking signatures; nothing is proven by it.
    _ = leser.falls(marke: 0)
    if leser.falls(marke: 1) != nil {
      throw leser.fehler(
        "encryptionInfo", "Nachweise über verschlüsselte Daten werden nicht gelesen")
    }
    var folge = try leser.folge("archiveTimeStampSequence")
    try leser.ende()
    var ketten: [Kette] = []
    while let teil = folge.naechster() {
      var stempel: [Archivzeitstempel] = []
      let ort = "Kette \(ketten.count + 1)"
      var kette = try Derleser(teil, was, ort: ort, .sequence)
      while let einer = kette.naechster() {
        stempel.append(
          try Archivzeitstempel(einer, was, ort: "\(ort), Zeitstempel \(stempel.count + 1)"))
      }
      guard !stempel.isEmpty else { throw kette.fehler("Zeitstempel", "die Kette ist leer") }
      ketten.append(Kette(stempel: stempel, der: teil.roh))
    }
    guard !ketten.isEmpty else {
      throw leser.fehler("archiveTimeStampSequence", "es gibt keine Kette")
    }
    rohketten = ketten
    self.der = der
  }

  /// A record of this suite.
  ///
  /// - Parameter ketten: The chains, in order of time.
  /// - Throws: ``NachweisFehler/leer(_:)`` without a time stamp.
  public init(ketten: [[Archivzeitstempel]]) throws(NachweisFehler) {
    guard !ketten.isEmpty, ketten.allSatisfy({ !$0.isEmpty }) else {
      throw .leer("Evidence Record")
    }
    var kennungen: [String] = []
    for kennung in ketten.joined().compactMap(\.verfahrenskennung)
    where !kennungen.contains(kennung) { kennungen.append(kennung) }
    do {
      var roh: [Kette] = []
      for stempel in ketten { roh.append(Kette(stempel: stempel, der: try Self.kette(stempel))) }
      var s = DER.Serializer()
      try s.appendConstructedNode(identifier: .sequence) { innen in
        try innen.serialize(1)
        try innen.appendConstructedNode(identifier: .sequence) { verfahren in
          for k in kennungen { try verfahren.verfahren(k) }
        }
        innen.serializeRawBytes(try Self.sequenz(roh[...]))
      }
      der = s.serializedBytes
      rohketten = roh
    } catch { throw .format(was: "Der Evidence Record", ort: "Schreiben", grund: "\(error)") }
    version = 1
    verfahrenskennungen = kennungen
  }

  /// The DER of the ArchiveTimeStampSequence of the first chains: what the next chain covers.
  ///
  /// - Parameter anzahl: How many chains.
  /// - Returns: The bytes; the chains in it are those of the record.
  public func sequenz(ersteKetten anzahl: Int) -> [UInt8] {
    (try? Self.sequenz(rohketten.prefix(anzahl))) ?? []
  }

  private static func sequenz(_ ketten: ArraySlice<Kette>) throws -> [UInt8] {
    var s = DER.Serializer()
    s.appendConstructedNode(identifier: .sequence) { innen in
      for k in ketten { innen.serializeRawBytes(k.der) }
    }
    return s.serializedBytes
  }

  private static func kette(_ stempel: [Archivzeitstempel]) throws -> [UInt8] {
    var s = DER.Serializer()
    try s.appendConstructedNode(identifier: .sequence) { innen in
      for einer in stempel { try einer.schreibe(&innen) }
    }
    return s.serializedBytes
  }
}
