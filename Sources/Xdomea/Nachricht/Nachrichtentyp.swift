// SPDX-License-Identifier: Apache-2.0

/// A kind of message of the Aussonderung family (FAKTEN 1); not every version has every kind.
public enum Nachrichtentyp: String, Hashable, Sendable, Codable, CaseIterable {
  /// The offer: metadata of what is due.
  case anbieteverzeichnis = "0501"
  /// The archive's decision on what was offered.
  case bewertungsverzeichnis = "0502"
  /// The transfer: what is worth keeping, with its files.
  case aussonderung = "0503"
  /// Receipt of a 0501.
  case anbietungEmpfangBestaetigen = "0504"
  /// Receipt of a 0502.
  case bewertungEmpfangBestaetigen = "0505"
  /// What the archive took in of a 0503; only then may the agency delete.
  case aussonderungImportBestaetigen = "0506"
  /// Receipt of a 0503, before its import (from 3.0).
  case aussonderungEmpfangBestaetigen = "0507"
  /// An Aktenplan to be appraised in advance (from 3.0).
  case aktenplanZurBewertung = "0511"
  /// Receipt of a 0511 (from 3.0).
  case aktenplanZurBewertungEmpfangBestaetigen = "0512"
  /// The archive's decision on units of an Aktenplan (from 3.0).
  case bewertungskatalog = "0513"
  /// What the agency took over of a 0513 (from 3.0).
  case bewertungskatalogImportBestaetigen = "0514"
  /// Receipt of a 0513 (from 3.0).
  case bewertungskatalogEmpfangBestaetigen = "0515"

  /// The versions that have this message, oldest first.
  public var versionen: [XdomeaFassung] {
    XdomeaFassung.allCases.filter { Profil.von($0).typen[self] != nil }
  }

  /// Group and name as in the current version's root element.
  public var langname: String { langname(in: .v400) ?? rawValue }

  /// Group and name as in the version's root element and long file names; nil if the version has no
  /// such message.
  ///
  /// A 0515 is named otherwise before 4.0.
  public func langname(in version: XdomeaFassung) -> String? {
    Profil.von(version).typen[self]?.langname
  }

  /// The local name of the version's root element; nil if the version has no such message.
  public func wurzelname(in version: XdomeaFassung) -> String? {
    langname(in: version).map { $0 + "." + rawValue }
  }

  /// The kind whose root element has this local name in a version; nil if there is none.
  public init?(wurzelname: String, in version: XdomeaFassung) {
    guard let t = Self.allCases.first(where: { $0.wurzelname(in: version) == wurzelname }) else {
      return nil
    }
    self = t
  }
}

/// Which message answers which (FAKTEN 2 and 3, R23).
extension Nachrichtentyp {
  /// The message that this one answers; nil if it begins a process or follows of itself.
  public var ursprung: Nachrichtentyp? {
    switch self {
    case .anbieteverzeichnis, .aussonderung, .aktenplanZurBewertung: nil
    case .bewertungsverzeichnis, .anbietungEmpfangBestaetigen: .anbieteverzeichnis
    case .bewertungEmpfangBestaetigen: .bewertungsverzeichnis
    case .aussonderungImportBestaetigen, .aussonderungEmpfangBestaetigen: .aussonderung
    case .aktenplanZurBewertungEmpfangBestaetigen, .bewertungskatalog: .aktenplanZurBewertung
    case .bewertungskatalogImportBestaetigen, .bewertungskatalogEmpfangBestaetigen:
      .bewertungskatalog
    }
  }

  /// True for a receipt: a message without content that says that another one arrived.
  public var istEmpfangsbestaetigung: Bool {
    switch self {
    case .anbietungEmpfangBestaetigen, .bewertungEmpfangBestaetigen,
      .aussonderungEmpfangBestaetigen, .aktenplanZurBewertungEmpfangBestaetigen,
      .bewertungskatalogEmpfangBestaetigen:
      true
    default: false
    }
  }

  /// The receipt of this message; nil if there is none.
  public var empfangsbestaetigung: Nachrichtentyp? {
    Self.allCases.first { $0.istEmpfangsbestaetigung && $0.ursprung == self }
  }
}
