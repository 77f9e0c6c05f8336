// SPDX-License-Identifier: Apache-2.0
internal import XMLStrom

/// The names of METS and its extensions that a checker looks at, as codes of a ``Namenstafel``.
enum Metsname: UInt16 {
  case mets = 1
  case metsHdr, agent, name, note, altRecordID, dmdSec, mdRef, amdSec, digiprovMD, rightsMD, techMD
  case sourceMD, fileSec, fileGrp, file, fLocat, structMap, div, fptr, mptr
  case objid, label, type, profile, createdate, lastmoddate, recordstatus, role, othertype
  case otherrole, id, created, status, loctype, mdtype, mimetype, size, checksum, checksumtype, use
  case admid, dmdid, fileid
  case oaispackagetype, notetype, contentinformationtype, othercontentinformationtype
  case fileformatname, fileformatversion, fileformatregistry, fileformatkey, linkType, href, title

  private static let texte = """
    mets
    metsHdr agent name note altRecordID dmdSec mdRef amdSec digiprovMD rightsMD techMD
    sourceMD fileSec fileGrp file FLocat structMap div fptr mptr
    OBJID LABEL TYPE PROFILE CREATEDATE LASTMODDATE RECORDSTATUS ROLE OTHERTYPE
    OTHERROLE ID CREATED STATUS LOCTYPE MDTYPE MIMETYPE SIZE CHECKSUM CHECKSUMTYPE USE
    ADMID DMDID FILEID
    OAISPACKAGETYPE NOTETYPE CONTENTINFORMATIONTYPE OTHERCONTENTINFORMATIONTYPE
    FILEFORMATNAME FILEFORMATVERSION FILEFORMATREGISTRY FILEFORMATKEY type href title
    """

  /// The codes of the namespaces.
  enum Raum: UInt8 {
    case keiner = 0
    case mets, csip, sip, xlink
  }

  static let metsraum = "http://www.loc.gov/METS/"

  static let tafel = Namenstafel(
    namen: texte.split { $0 == " " || $0 == "\n" }.map(String.init),
    namensraeume: [
      metsraum, "https://DILCIS.eu/XML/METS/CSIPExtensionMETS",
      "https://DILCIS.eu/XML/METS/SIPExtensionMETS", "http://www.w3.org/1999/xlink",
    ])
}

extension Teilbaum {
  /// Whether element `i` is this one of METS.
  func ist(_ i: Int, _ name: Metsname) -> Bool {
    self.name(i) == name.rawValue && namensraum(i) == Metsname.Raum.mets.rawValue
  }

  /// The value of an attribute, or nil.
  func wert(_ i: Int, _ name: Metsname, _ raum: Metsname.Raum = .keiner) -> String? {
    attribut(i, name.rawValue, namensraum: raum.rawValue)
  }

  /// The children of element `i`.
  func kinder(_ i: Int) -> [Int] {
    var kinder: [Int] = []
    var kind = i + 1
    while kind < ende(i) {
      kinder.append(kind)
      kind = ende(kind)
    }
    return kinder
  }

  /// The children of element `i` that are this one of METS.
  func kinder(_ i: Int, _ name: Metsname) -> [Int] { kinder(i).filter { ist($0, name) } }
}
