// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Pruefsummen
internal import Pruefung
internal import XMLStrom

/// An archive information package of TR-ESOR (XAIP or LXAIP, version 1.3), read into memory.
struct Xaip {
  /// What an object consists of.
  enum Inhalt {
    /// Bytes that the package holds.
    case bytes([UInt8])
    /// A file beside the package, with the hash that it must have.
    case verweis(uri: String, verfahren: Hashverfahren?, wert: [UInt8])
    /// XML whose canonical form is hashed; as it stands, and without its indentation.
    case kanonisch([UInt8], ohneEinrueckung: [UInt8])
    /// Something that this suite does not hash.
    case fremd(String)
  }

  /// A hash that the package names for an object.
  struct Summe {
    let objekt: String
    let verfahren: Hashverfahren?
    let hex: String
  }

  /// A version manifest: what belongs to one version, and what of it is protected.
  struct Version {
    let kennung: String
    let zeiger: [String]
    /// What the manifest expressly leaves unprotected.
    let ungeschuetzt: [String]
  }

  /// An object that people find in the package.
  struct Bestandteil {
    /// Where it stands.
    enum Art {
      case daten
      case metadaten
      case beleg
    }

    let art: Art
    let kennung: String

    /// The object for people.
    var text: String {
      switch art {
      case .daten: "Das Datenobjekt »\(kennung.sichtbar)«"
      case .metadaten: "Das Metadatenobjekt »\(kennung.sichtbar)«"
      case .beleg: "Der Beleg »\(kennung.sichtbar)«"
      }
    }
  }

  /// An evidence record in the package.
  struct Beweis {
    let kennung: String
    let aoid: String
    /// The version that it names; empty if it names none, which the schema allows.
    let version: String
    /// What its credential relates to, perhaps the version.
    let bezug: [String]
    /// The record in DER; nil if it is in XML, which is not read.
    let der: [UInt8]?
  }

  var fassung = ""
  var kennung = ""
  var aoid: String?
  var versionen: [Version] = []
  var objekte: [String: Inhalt] = [:]
  var summen: [Summe] = []
  var beweise: [Beweis] = []
  /// Data, metadata and credentials other than evidence records, in the order of the package.
  var bestandteile: [Bestandteil] = []
  /// How many objects have no identifier, so that nothing can point to them.
  var ohneKennung = 0
  /// Identifiers that stand twice.
  var doppelte: [String] = []

  static let namensraum = "http://www.bsi.bund.de/tr-esor/xaip"
  static let dsig = "http://www.w3.org/2000/09/xmldsig#"
  static let asic = "http://uri.etsi.org/02918/v1.2.1#"

  mutating func setze(_ kennung: String, _ inhalt: Inhalt) {
    if objekte.updateValue(inhalt, forKey: kennung) != nil { doppelte.append(kennung) }
  }
}

extension Xaip {
  private static let namen = [
    "XAIP", "DXAIP", "packageHeader", "AOID", "versionManifest", "packageInfoUnit",
    "protectedObjectPointer", "unprotectedObjectPointer", "metaDataSection", "metaDataObject",
    "binaryMetaData", "xmlMetaData",
    "dataObjectsSection", "dataObject", "binaryData", "xmlData", "checkSum", "checkSumAlgorithm",
    "credentialsSection", "credential", "evidenceRecord", "asn1EvidenceRecord",
    "xmlEvidenceRecord", "DataObjectReference", "DigestMethod", "DigestValue", "SignatureObject",
    "Base64Signature", "VerificationReport", "other",
  ]
  private static let tafel = Namenstafel(namen: namen, namensraeume: [namensraum, asic, dsig])

  /// A package from its bytes.
  ///
  /// - Throws: ``NachweisFehler/format(was:ort:grund:)``, ``NachweisFehler/grenze(was:wert:)``.
  init(_ bytes: [UInt8], grenzen: Nachweisgrenzen = .standard) throws(NachweisFehler) {
    guard bytes.count <= grenzen.xaip else {
      throw .grenze(was: "ein XAIP in Byte", wert: grenzen.xaip)
    }
    do {
      var optionen = Leseroptionen()
      optionen.grenzen.textlaenge = grenzen.xaip
      optionen.grenzen.teilbaum = grenzen.xaip
      let leser = try XMLLeser(
        Speicherquelle(bytes), name: "XAIP", tafel: Self.tafel, optionen: optionen)
      guard let wurzel = try leser.wurzel(), wurzel.localName == "XAIP" else {
        throw NachweisFehler.format(was: "Das XAIP", ort: "Wurzel", grund: "sie heißt nicht »XAIP«")
      }
      guard wurzel.namensraum == Self.namensraum else {
        fassung = "im Namensraum \(wurzel.namensraum)"
        return
      }
      fassung = wurzel.attribute.first { $0.name == "XAIPVersion" }?.wert ?? ""
      while let teil = try leser.naechster() { nimm(teil) }
      let stellen = [
        Kanonstelle("versionManifest", namensraum: Self.namensraum, kennung: "VersionID")
      ]
      let formen = try exklusivKanonisch(bytes, stellen)
      let ohne = try exklusivKanonisch(bytes, stellen, ohneLeerraum: true)
      for v in versionen {
        guard let form = formen[v.kennung] else { continue }
        setze(v.kennung, .kanonisch(form, ohneEinrueckung: ohne[v.kennung] ?? form))
      }
    } catch let fehler as NachweisFehler {
      throw fehler
    } catch { throw .format(was: "Das XAIP", ort: "XML", grund: "\(error)") }
  }

  private mutating func nimm(_ t: Teilbaum) {
    switch Self.tafel.name(t.name(0)) {
    case "packageHeader":
      kennung = t.attribut(0, "packageID") ?? ""
      for i in t.kinder(0) {
        switch Self.tafel.name(t.name(i)) {
        case "AOID": aoid = t.text(i)
        case "versionManifest":
          var zeiger: [String] = []
          var ungeschuetzt: [String] = []
          for j in i..<t.ende(i) {
            switch Self.tafel.name(t.name(j)) {
            case "protectedObjectPointer": zeiger.append(t.text(j).ohneRand)
            case "unprotectedObjectPointer": ungeschuetzt.append(t.text(j).ohneRand)
            default: break
            }
          }
          versionen.append(
            Version(
              kennung: t.attribut(i, "VersionID") ?? "", zeiger: zeiger,
              ungeschuetzt: ungeschuetzt))
        default: break
        }
      }
    case "metaDataSection", "dataObjectsSection": for i in t.kinder(0) { nimmObjekt(t, i) }
    case "credentialsSection": for i in t.kinder(0) { nimmBeweis(t, i) }
    default: break
    }
  }

  private mutating func nimmObjekt(_ t: Teilbaum, _ i: Int) {
    let daten = t.attribut(i, "dataObjectID")
    guard let id = daten ?? t.attribut(i, "metaDataID"), !id.isEmpty else {
      ohneKennung += 1
      return
    }
    bestandteile.append(Bestandteil(art: daten == nil ? .metadaten : .daten, kennung: id))
    for j in t.kinder(i) {
      switch Self.tafel.name(t.name(j)) {
      case "binaryData", "binaryMetaData": setze(id, Self.base64(t, j))
      case "xmlData", "xmlMetaData": setze(id, Self.verweis(t, j) ?? .fremd("XML-Daten"))
      case "checkSum":
        var verfahren = ""
        var hex = ""
        for k in t.kinder(j) {
          if Self.tafel.name(t.name(k)) == "checkSumAlgorithm" {
            verfahren = t.text(k).ohneRand
          } else {
            hex = t.text(k).ohneRand
          }
        }
        summen.append(
          Summe(objekt: id, verfahren: Hashverfahren(bezeichnung: verfahren), hex: hex))
      default: break
      }
    }
  }

  private mutating func nimmBeweis(_ t: Teilbaum, _ i: Int) {
    guard let id = t.attribut(i, "credentialID"), !id.isEmpty else {
      ohneKennung += 1
      return
    }
    if !t.kinder(i).contains(where: { Self.tafel.name(t.name($0)) == "evidenceRecord" }) {
      bestandteile.append(Bestandteil(art: .beleg, kennung: id))
    }
    for j in t.kinder(i) {
      switch Self.tafel.name(t.name(j)) {
      case "evidenceRecord":
        let kind = t.kinder(j).first
        let asn1 = kind.map { Self.tafel.name(t.name($0)) == "asn1EvidenceRecord" } ?? false
        beweise.append(
          Beweis(
            kennung: id, aoid: t.attribut(j, "AOID") ?? "",
            version: t.attribut(j, "VersionID") ?? "",
            bezug: (t.attribut(i, "relatedObjects") ?? "")
              .split(whereSeparator: \.isWhitespace).map(String.init),
            der: asn1 ? kind.flatMap { k in t.mitText(k) { Base64.gelesen($0) } } : nil))
        setze(id, .fremd("Evidence Record"))
      case "SignatureObject":
        let wert = t.kinder(j).first { Self.tafel.name(t.name($0)) == "Base64Signature" }
        setze(id, wert.map { Self.base64(t, $0) } ?? .fremd("Signatur in XML"))
      case "other": setze(id, Self.verweis(t, j) ?? .fremd("Anderes"))
      case "VerificationReport": setze(id, .fremd("VerificationReport"))
      default: setze(id, .fremd(t.bezeichnung(j)))
      }
    }
  }

  private static func base64(_ t: Teilbaum, _ i: Int) -> Inhalt {
    t.mitText(i) { Base64.gelesen($0) }.map { .bytes($0) } ?? .fremd("kein Base64")
  }

  /// A reference to a file in place of the content (LXAIP).
  private static func verweis(_ t: Teilbaum, _ i: Int) -> Inhalt? {
    guard let ort = t.kinder(i).first, tafel.name(t.name(ort)) == "DataObjectReference",
      let uri = t.attribut(ort, "URI")
    else { return nil }
    var verfahren: Hashverfahren?
    var wert: [UInt8] = []
    for k in t.kinder(ort) {
      switch tafel.name(t.name(k)) {
      case "DigestMethod":
        verfahren = Hashverfahren(bezeichnung: t.attribut(k, "Algorithm") ?? "")
      case "DigestValue": wert = t.mitText(k) { Base64.gelesen($0) } ?? []
      default: break
      }
    }
    return .verweis(uri: uri, verfahren: verfahren, wert: wert)
  }

  /// A record in a file of its own: `evidenceRecord` with base64 inside; nil for anything else.
  static func beweis(_ bytes: [UInt8]) -> [UInt8]? {
    var optionen = Leseroptionen()
    optionen.schnitttiefe = 1
    guard
      let leser = try? XMLLeser(
        Speicherquelle(bytes), name: "Evidence Record", tafel: tafel, optionen: optionen),
      let t = try? leser.naechster(), tafel.name(t.name(0)) == "evidenceRecord",
      let kind = t.kinder(0).first, tafel.name(t.name(kind)) == "asn1EvidenceRecord"
    else { return nil }
    return t.mitText(kind) { Base64.gelesen($0) }
  }
}

extension String {
  /// Without white space at both ends.
  fileprivate var ohneRand: String {
    let leer: (UInt8) -> Bool = { $0 == 0x20 || 0x09...0x0D ~= $0 }
    let vorn = utf8.drop(while: leer)
    var ende = vorn.endIndex
    while ende > vorn.startIndex, leer(vorn[vorn.index(before: ende)]) {
      ende = vorn.index(before: ende)
    }
    return String(decoding: vorn[vorn.startIndex..<ende], as: UTF8.self)
  }
}
