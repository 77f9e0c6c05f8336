// SPDX-License-Identifier: Apache-2.0
public import Akte

/// A version of the E-ARK specifications CSIP and SIP.
public enum Earkversion: String, Hashable, Sendable, Codable, CaseIterable {
  /// CSIP and SIP 2.1.0.
  case v210 = "2.1.0"
  /// CSIP and SIP 2.2.0.
  case v220 = "2.2.0"

  /// The value of `mets/@PROFILE` (requirement SIP2).
  public var profil: String {
    switch self {
    case .v210: "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml"
    case .v220: "https://earksip.dilcis.eu/profile/E-ARK-SIP-v2-2-0.xml"
    }
  }
}

/// What the METS files of an E-ARK SIP say about the package.
public struct Earkangaben: Hashable, Sendable {
  /// An organisation with its identification code.
  public struct Stelle: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its code, such as an ISIL or a Behördenkennung; empty for none (SIP13, SIP19 and SIP30 are MAY).
    public var kennung: String

    /// An organisation.
    public init(_ name: String, kennung: String = "") {
      self.name = name
      self.kennung = kennung
    }
  }

  /// The id of the package (CSIP1), which is the name of its folder, too; begins with a letter.
  public var objid: String
  /// The title (CSIP, `mets/@LABEL`).
  public var titel: String
  /// When the package was made; with a time zone.
  public var erstellt: Zeitpunkt
  /// Who made the records, agent ARCHIVIST (SIP9 to SIP14).
  public var ersteller: Stelle
  /// Who hands them over, agent CREATOR (SIP15 to SIP20).
  public var ablieferer: Stelle
  /// Who takes them, agent PRESERVATION (SIP26 to SIP31).
  public var archiv: Stelle
  /// The agreement about the hand-over, `altRecordID` SUBMISSIONAGREEMENT (SIP5); empty for none.
  public var vereinbarung = ""
  /// Name and version of the program (CSIP10 to CSIP16).
  public var programm: (name: String, version: String) {
    get { (programmname, programmversion) }
    set { (programmname, programmversion) = newValue }
  }
  private var programmname = "diva"
  private var programmversion = "0"

  /// The facts of a package.
  public init(
    objid: String, titel: String, erstellt: Zeitpunkt, ersteller: Stelle, ablieferer: Stelle,
    archiv: Stelle
  ) {
    self.objid = objid
    self.titel = titel
    self.erstellt = erstellt
    self.ersteller = ersteller
    self.ablieferer = ablieferer
    self.archiv = archiv
  }
}

/// A format as PREMIS names it.
public struct Earkformat: Hashable, Sendable {
  /// The name, such as `Acrobat PDF/A`.
  public var name: String
  /// The PRONOM id, such as `fmt/95`; nil if it is not known.
  public var puid: String?

  /// A format.
  public init(_ name: String, puid: String? = nil) {
    self.name = name
    self.puid = puid
  }
}
