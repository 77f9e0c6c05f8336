// SPDX-License-Identifier: Apache-2.0

/// Retention and appraisal of an object (4.0 `AussonderungsmetadatenType`; up to 3.1
/// `ArchivspezifischeMetadaten`).
public struct Aussonderungsmetadaten: Hashable, Sendable, Codable {
  /// How long the object is kept after closing.
  public var aufbewahrungsdauer: Aufbewahrungsdauer?
  /// The decision, or that one is wanted.
  @Selten public var aussonderungsart: Aussonderungsart?
  /// The archive's id of the object (in an Abgabe: the id in the receiving DMS).
  public var kennung: String?
  /// The agency's proposal, `A` or `V`.
  @Selten public var bewertungsvorschlag: Code?
  /// Why the agency proposes it (from 4.0).
  public var bewertungsvorschlagBegruendung: String?
  /// Last day of retention, inclusive; in 2.x a year only.
  public var aufbewahrungsende: Teildatum?
  /// Last day of the Transferfrist, inclusive (from 4.0).
  public var transferfristende: Kalendertag?

  /// Metadata with nothing set.
  public init() {}

  /// Metadata with a decision and a period.
  public init(aussonderungsart: Aussonderungsart?, aufbewahrungsdauer: Aufbewahrungsdauer? = nil) {
    self.aufbewahrungsdauer = aufbewahrungsdauer
    self.aussonderungsart = aussonderungsart
  }
}

/// How long an object is kept.
public enum Aufbewahrungsdauer: Hashable, Sendable {
  /// A number of whole years.
  case jahre(UInt16)
  /// Without end. The duty to offer the object to the archive remains.
  case unbefristet
}

/// What shall become of an object (list `aussonderungsart` 1.0, or a value agreed with the archive).
public enum Aussonderungsart: Hashable, Sendable {
  /// An entry of the list: `A`, `B` or `V`.
  case code(Code)
  /// A value agreed with the archive (from 3.0).
  case konfigurierbar(String)

  private static func liste(_ wert: String) -> Self {
    .code(
      Code(wert, listURI: "urn:xoev-de:xdomea:codeliste:aussonderungsart", listVersion: "1.0"))
  }

  /// `A`: worth archiving.
  public static let archivieren = liste("A")
  /// `B`: to be appraised by the archive.
  public static let bewerten = liste("B")
  /// `V`: to be destroyed.
  public static let vernichten = liste("V")

  /// The letter of the list, or the agreed value.
  public var kurz: String {
    switch self {
    case .code(let c): c.wert
    case .konfigurierbar(let s): s
    }
  }
}
