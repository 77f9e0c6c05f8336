// SPDX-License-Identifier: Apache-2.0
// swift-format-ignore-file: NeverForceUnwrap

import Akte
import Foundation
import Pruefung
import TestHilfe
import Testing

@testable import Uebergabe

/// A change of the text of a METS file.
typealias Eingriff = @Sendable (String) -> String

/// Changes the first start tag of an element that holds a text.
func imTag(_ element: String, mit enthaelt: String = "", _ aendern: @escaping Eingriff) -> Eingriff
{
  { text in
    var ab = text.startIndex
    while let anfang = text.range(of: "<" + element, range: ab..<text.endIndex),
      let ende = text.range(of: ">", range: anfang.upperBound..<text.endIndex)
    {
      let bereich = anfang.lowerBound..<ende.upperBound
      let grenze = text[anfang.upperBound]
      if grenze == " " || grenze == ">" || grenze == "/",
        enthaelt.isEmpty || text[bereich].contains(enthaelt)
      {
        return text.replacingCharacters(in: bereich, with: aendern(String(text[bereich])))
      }
      ab = ende.upperBound
    }
    return text
  }
}

func ohne(_ attribut: String) -> Eingriff {
  {
    $0.replacingOccurrences(
      of: " \(attribut)=\"[^\"]*\"", with: "", options: .regularExpression)
  }
}

func setze(_ attribut: String, _ wert: String) -> Eingriff {
  {
    $0.replacingOccurrences(
      of: " \(attribut)=\"[^\"]*\"", with: " \(attribut)=\"\(wert)\"", options: .regularExpression)
  }
}

func tausche(_ alt: String, _ neu: String) -> Eingriff {
  { $0.replacingOccurrences(of: alt, with: neu) }
}

/// Removes everything from one text to another, both included.
func streiche(_ von: String, _ bis: String) -> Eingriff {
  { text in
    guard let anfang = text.range(of: von),
      let ende = text.range(of: bis, range: anfang.upperBound..<text.endIndex)
    else { return text }
    return text.replacingCharacters(in: anfang.lowerBound..<ende.upperBound, with: "")
  }
}

/// For every requirement one planted breach that a check must find, and that a sound package has not.
@Suite(
  "E-ARK: every requirement", .enabled(if: Gemeinsam.verfuegbar, "\(Gemeinsam.hinweis)"))
struct EarkanforderungTests {
  private static func agent(_ attribute: String, _ innen: String) -> Eingriff {
    tausche("<altRecordID", "<agent \(attribute)>\(innen)</agent><altRecordID")
  }

  /// Nine breaches of a reference to a file, by the number of the first requirement.
  private static func verweis(
    _ ab: Int, _ enthaelt: String, vorher: @escaping Eingriff = { $0 }
  ) -> [(String, Eingriff)] {
    let aenderungen: [Eingriff] = [
      setze("LOCTYPE", "URN"), ohne("xlink:type"), ohne("xlink:href"), ohne("MDTYPE"),
      ohne("MIMETYPE"), ohne("SIZE"), ohne("CREATED"), ohne("CHECKSUM"), ohne("CHECKSUMTYPE"),
    ]
    return aenderungen.enumerated().map { i, aendern in
      ("CSIP\(ab + i)", { imTag("mdRef", mit: enthaelt, aendern)(vorher($0)) })
    }
  }

  /// A copy of the reference to PREMIS as one to rights.
  private static let mitRechten: Eingriff = { text in
    guard let anfang = text.range(of: "<digiprovMD"),
      let ende = text.range(of: "</digiprovMD>")
    else { return text }
    let kopie = text[anfang.lowerBound..<ende.upperBound]
      .replacingOccurrences(of: "digiprovMD", with: "rightsMD")
      .replacingOccurrences(of: "dp-1", with: "rm-1")
      .replacingOccurrences(of: "PREMIS", with: "METSRIGHTS")
    return text.replacingCharacters(in: anfang.lowerBound..<anfang.lowerBound, with: kopie)
  }

  /// A further group with the first file again.
  private static func weitereGruppe(_ use: String) -> Eingriff {
    { text in
      guard let anfang = text.range(of: "<file "), let ende = text.range(of: "</file>") else {
        return text
      }
      let datei = text[anfang.lowerBound..<ende.upperBound]
        .replacingOccurrences(of: "\"file-1\"", with: "\"file-x\"")
      return text.replacingOccurrences(
        of: "</fileSec>", with: "<fileGrp ID=\"grp-x\" USE=\"\(use)\">\(datei)</fileGrp></fileSec>")
    }
  }

  private static func abschnitt(
    _ label: String, _ gruppe: String, _ ab: Int, _ zeiger: Int
  ) -> [(String, Eingriff)] {
    let mit = "LABEL=\"\(label)\""
    return [
      ("CSIP\(ab + 1)", imTag("div", mit: mit, ohne("ID"))),
      ("CSIP\(ab + 2)", imTag("div", mit: mit, setze("LABEL", label.lowercased()))),
      ("CSIP\(zeiger)", tausche("FILEID=\"\(gruppe)\"", "FILEID=\"dmd-1\"")),
      ("CSIP\(zeiger)", tausche("FILEID=\"\(gruppe)\"", "FILEID=\"gibt-es-nicht\"")),
      ("CSIP\(zeiger)", imTag("fptr", mit: gruppe, ohne("FILEID"))),
    ]
  }

  static let brueche: [(id: String, Eingriff)] = {
    let programm = "OTHERTYPE=\"SOFTWARE\""
    let ablieferer = "ROLE=\"CREATOR\" TYPE=\"ORGANIZATION\""
    let rep = "LABEL=\"Representations/rep1\""
    var b: [(String, Eingriff)] = [
      ("CSIP1", imTag("mets", ohne("OBJID"))),
      ("CSIP2", imTag("mets", ohne("TYPE"))),
      ("CSIP2", imTag("mets", setze("TYPE", "Kuchen"))),
      ("CSIP2", imTag("mets", setze("TYPE", "OTHER"))),
      ("CSIP6", imTag("mets", setze("PROFILE", ""))),
      ("SIP2", imTag("mets", setze("PROFILE", "https://example.org/anderes.xml"))),
      ("CSIP117", streiche("<metsHdr", "</metsHdr>")),
      ("CSIP7", imTag("metsHdr", ohne("CREATEDATE"))),
      ("CSIP7", imTag("metsHdr", setze("CREATEDATE", "gestern"))),
      ("CSIP9", imTag("metsHdr", ohne("csip:OAISPACKAGETYPE"))),
      ("SIP4", imTag("metsHdr", setze("csip:OAISPACKAGETYPE", "AIP"))),
      (
        "CSIP10",
        {
          $0.replacingOccurrences(
            of: "(?s)<agent.*</agent>", with: "", options: .regularExpression)
        }
      ),
      ("CSIP11", imTag("agent", mit: programm, setze("ROLE", "EDITOR"))),
      ("CSIP12", imTag("agent", mit: programm, setze("TYPE", "INDIVIDUAL"))),
      ("CSIP13", imTag("agent", mit: programm, ohne("OTHERTYPE"))),
      ("CSIP14", tausche("<name>diva</name>", "<name> </name>")),
      ("CSIP15", tausche("\"SOFTWARE VERSION\">0.1.0<", "\"SOFTWARE VERSION\"><")),
      ("CSIP15", streiche("<note csip:NOTETYPE=\"SOFTWARE VERSION\">", "</note>")),
      ("CSIP16", tausche("NOTETYPE=\"SOFTWARE VERSION\"", "NOTETYPE=\"IDENTIFICATIONCODE\"")),
      // An attribute of the same name in no namespace is another one.
      ("CSIP16", tausche("csip:NOTETYPE=\"SOFTWARE VERSION\"", "NOTETYPE=\"SOFTWARE VERSION\"")),
      (
        "SIP10",
        imTag(
          "agent", mit: "ARCHIVIST",
          tausche("ROLE=\"ARCHIVIST\"", "ROLE=\"OTHER\" OTHERROLE=\"ARCHIVAL CREATOR\""))
      ),
      ("SIP11", imTag("agent", mit: "ARCHIVIST", setze("TYPE", "OTHER"))),
      ("SIP12", streiche("<name>Stadt Musterstadt, Bauamt", "</name>")),
      ("SIP14", imTag("note", mit: "IDENTIFICATIONCODE", ohne("csip:NOTETYPE"))),
      ("SIP15", streiche("<agent \(ablieferer)", "</agent>")),
      (
        "SIP16", tausche(ablieferer, "ROLE=\"OTHER\" OTHERROLE=\"SUBMITTER\" TYPE=\"ORGANIZATION\"")
      ),
      ("SIP17", tausche(ablieferer, "ROLE=\"CREATOR\" TYPE=\"GRUPPE\"")),
      ("SIP18", streiche("<name>Stadt Musterstadt, Hauptamt", "</name>")),
      (
        "SIP20", tausche("\"IDENTIFICATIONCODE\">DE-MUSTER-10", "\"SOFTWARE VERSION\">DE-MUSTER-10")
      ),
      (
        "SIP22",
        agent("ROLE=\"OTHER\" OTHERROLE=\"CONTACT\" TYPE=\"INDIVIDUAL\"", "<name>E. M.</name>")
      ),
      (
        "SIP23",
        agent("ROLE=\"OTHER\" OTHERROLE=\"CONTACT\" TYPE=\"ORGANIZATION\"", "<name>E. M.</name>")
      ),
      ("SIP24", agent("ROLE=\"CREATOR\" TYPE=\"INDIVIDUAL\"", "<name/>")),
      ("SIP27", tausche("ROLE=\"PRESERVATION\"", "ROLE=\"OTHER\" OTHERROLE=\"PRESERVATION\"")),
      ("SIP28", imTag("agent", mit: "PRESERVATION", setze("TYPE", "INDIVIDUAL"))),
      ("SIP29", streiche("<name>Stadtarchiv", "</name>")),
      (
        "SIP31", tausche("\"IDENTIFICATIONCODE\">DE-MUSTER-99", "\"SOFTWARE VERSION\">DE-MUSTER-99")
      ),
      ("CSIP18", imTag("dmdSec", ohne("ID"))),
      ("CSIP19", imTag("dmdSec", ohne("CREATED"))),
      ("CSIP33", imTag("digiprovMD", ohne("ID"))),
      ("CSIP46", { imTag("rightsMD", ohne("ID"))(mitRechten($0)) }),
      ("CSIP59", imTag("fileSec", ohne("ID"))),
      ("CSIP60", tausche("USE=\"Documentation\"", "USE=\"Doku\"")),
      ("CSIP113", tausche("USE=\"Schemas\"", "USE=\"schemas\"")),
      ("CSIP114", tausche("USE=\"Representations/rep1\"", "USE=\"rep1\"")),
      ("CSIP64", imTag("fileGrp", ohne("USE"))),
      ("CSIP65", imTag("fileGrp", ohne("ID"))),
      ("CSIP66", tausche("</fileSec>", "<fileGrp ID=\"leer\" USE=\"Leer\"/></fileSec>")),
      ("CSIP67", imTag("file", ohne("ID"))),
      ("CSIP68", imTag("file", ohne("MIMETYPE"))),
      ("CSIP68", imTag("file", setze("MIMETYPE", "Text"))),
      ("CSIP69", imTag("file", ohne("SIZE"))),
      ("CSIP69", imTag("file", setze("SIZE", "1"))),
      ("CSIP70", imTag("file", ohne("CREATED"))),
      ("CSIP71", imTag("file", ohne("CHECKSUM"))),
      ("CSIP71", imTag("file", setze("CHECKSUM", "00"))),
      ("CSIP72", imTag("file", ohne("CHECKSUMTYPE"))),
      ("CSIP72", imTag("file", setze("CHECKSUMTYPE", "Quersumme"))),
      ("CSIP76", imTag("FLocat", { _ in "" })),
      ("CSIP77", imTag("FLocat", setze("LOCTYPE", "url"))),
      ("CSIP78", imTag("FLocat", setze("xlink:type", "extended"))),
      ("CSIP79", imTag("FLocat", setze("xlink:href", "documentation/anders.txt"))),
      ("CSIP80", imTag("structMap", ohne("LABEL"))),
      ("CSIP82", imTag("structMap", setze("LABEL", "csip"))),
      ("CSIP81", imTag("structMap", setze("TYPE", "LOGICAL"))),
      ("CSIP83", imTag("structMap", ohne("ID"))),
      ("CSIP84", tausche("</structMap>", "<div ID=\"zweiter\" LABEL=\"x\"/></structMap>")),
      ("CSIP85", imTag("div", ohne("ID"))),
      ("CSIP88", imTag("div", mit: "LABEL=\"Metadata\"", { _ in "" })),
      (
        "CSIP88",
        imTag(
          "div", mit: "LABEL=\"Metadata\"",
          {
            $0 + $0.replacingOccurrences(of: "div-metadata", with: "div-metadata2")
          })
      ),
      ("CSIP89", imTag("div", mit: "LABEL=\"Metadata\"", ohne("ID"))),
      ("CSIP90", imTag("div", mit: "LABEL=\"Metadata\"", setze("LABEL", "METADATA"))),
      ("CSIP106", imTag("div", mit: rep, ohne("ID"))),
      ("CSIP107", imTag("div", mit: rep, setze("LABEL", "Representations/rep2"))),
      ("CSIP108", imTag("mptr", ohne("xlink:title"))),
      ("CSIP108", imTag("mptr", setze("xlink:title", "grp-schemas"))),
      ("CSIP109", imTag("mptr", { _ in "" })),
      ("CSIP110", imTag("mptr", setze("xlink:href", "representations/rep2/METS.xml"))),
      ("CSIP111", imTag("mptr", ohne("xlink:type"))),
      ("CSIP112", imTag("mptr", ohne("LOCTYPE"))),
    ]
    b += verweis(22, "OTHERMDTYPE") + verweis(36, "PREMIS")
    b += verweis(49, "METSRIGHTS", vorher: mitRechten)
    b += abschnitt("Documentation", "grp-documentation", 93, 116)
    b += abschnitt("Schemas", "grp-schemas", 97, 118)
    b += abschnitt("Representations", "grp-rep1", 101, 119)
    return b
  }()

  /// What 2.1.0 demands beyond that.
  static let brueche210: [(id: String, Eingriff)] = [
    ("CSIP96", imTag("fptr", mit: "grp-documentation", { _ in "" })),
    ("CSIP100", imTag("fptr", mit: "grp-schemas", { _ in "" })),
    ("CSIP104", weitereGruppe("Representations/x")),
  ]

  /// A breach of what shall be, and how severe it is.
  struct Empfehlung {
    let id: String
    let schwere: Schwere
    let eingriff: Eingriff

    init(_ id: String, _ schwere: Schwere, _ eingriff: @escaping Eingriff) {
      self.id = id
      self.schwere = schwere
      self.eingriff = eingriff
    }
  }

  /// What shall be, and is only hinted at or warned of.
  static let hinweise: [Empfehlung] = [
    .init("CSIP1", .warnung, imTag("mets", setze("OBJID", "anders"))),
    .init(
      "CSIP3", .warnung,
      imTag("mets", tausche("TYPE=\"Mixed\"", "TYPE=\"Mixed\" csip:OTHERTYPE=\"x\""))
    ),
    .init("CSIP4", .hinweis, imTag("mets", ohne("csip:CONTENTINFORMATIONTYPE"))),
    .init("CSIP4", .fehler, imTag("mets", setze("csip:CONTENTINFORMATIONTYPE", "Kuchen"))),
    .init("CSIP5", .warnung, imTag("mets", ohne("csip:OTHERCONTENTINFORMATIONTYPE"))),
    .init("CSIP8", .hinweis, imTag("metsHdr", ohne("LASTMODDATE"))),
    .init("CSIP8", .warnung, imTag("metsHdr", setze("LASTMODDATE", "2199-01-01T00:00:00Z"))),
    .init("CSIP20", .hinweis, imTag("dmdSec", ohne("STATUS"))),
    .init("CSIP20", .warnung, imTag("dmdSec", setze("STATUS", "NEU"))),
    .init("CSIP34", .hinweis, imTag("digiprovMD", ohne("STATUS"))),
    .init("CSIP31", .warnung, streiche("<amdSec>", "</amdSec>")),
    .init("CSIP32", .warnung, streiche("<digiprovMD", "</digiprovMD>")),
    .init("CSIP17", .warnung, streiche("<dmdSec", "</dmdSec>")),
    .init("CSIP91", .fehler, imTag("div", mit: "LABEL=\"Metadata\"", setze("ADMID", "dp-9"))),
    .init("CSIP92", .warnung, imTag("div", mit: "LABEL=\"Metadata\"", ohne("DMDID"))),
    .init("CSIP63", .warnung, imTag("fileGrp", ohne("csip:OTHERCONTENTINFORMATIONTYPE"))),
    .init("CSIP61", .fehler, imTag("fileGrp", tausche("<fileGrp", "<fileGrp ADMID=\"nirgends\""))),
    .init("CSIP74", .fehler, imTag("file", tausche("<file", "<file ADMID=\"file-1\""))),
    .init("CSIP75", .fehler, imTag("file", tausche("<file", "<file DMDID=\"dp-1 dmd-1\""))),
    .init("SIP3", .hinweis, imTag("metsHdr", ohne("RECORDSTATUS"))),
    .init("SIP3", .warnung, imTag("metsHdr", setze("RECORDSTATUS", "ALT"))),
    .init("SIP5", .hinweis, streiche("<altRecordID", "</altRecordID>")),
    .init("EARK-ID-DOPPELT", .fehler, tausche("ID=\"file-2\"", "ID=\"file-1\"")),
    .init("EARK-VERFAHREN", .fehler, imTag("file", setze("CHECKSUMTYPE", "TIGER"))),
    .init("EARK-METS", .fehler, tausche("http://www.loc.gov/METS/\"", "urn:anderes\"")),
    .init("EARK-XML", .fehler, tausche("</fileSec>", "")),
  ]

  /// A sound package, its METS changed, checked.
  private func pruefe(
    _ version: Earkversion, in tmp: URL, _ eingriffe: [(String, Eingriff)],
    _ pruefer: Earkpruefer, _ body: (String, Earkergebnis) -> Void
  ) throws {
    let pfad = tmp.appendingPathComponent(EarkTests.objid)
    try EarkTests.schreibe(pfad.path, version, namen: ["a.pdf", "b/c.txt"])
    let heil = try pruefer.pruefe(pfad.path)
    #expect(heil.urteil == .gueltig && heil.version == version)
    #expect(heil.bericht.befunde.map(\.regel) == ["SIP7"], "\(heil.bericht.befunde)")
    let ort = pfad.appendingPathComponent("METS.xml")
    let mets = try String(contentsOf: ort, encoding: .utf8)
    for (id, eingriff) in eingriffe {
      let neu = eingriff(mets)
      #expect(neu != mets, "\(id): kein Eingriff")
      try Data(neu.utf8).write(to: ort)
      body(id, try pruefer.pruefe(pfad.path))
    }
  }

  @Test("each MUST of CSIP and SIP is found when it is broken", arguments: Earkversion.allCases)
  func pflicht(_ version: Earkversion) throws {
    let tabelle = try String(
      contentsOf: Gemeinsam.ordner.appendingPathComponent("uebergabe/eark/ANFORDERUNGEN.tsv"),
      encoding: .utf8)
    let spalte = version == .v210 ? 1 : 2
    var pflicht: Set<String> = []
    for zeile in tabelle.split(separator: "\n").dropFirst() {
      let felder = zeile.split(separator: "\t").map(String.init)
      if felder[spalte] == "MUST" { pflicht.insert(felder[0]) }
    }
    #expect(pflicht.count > 100)
    let milder: Set<String> = version == .v210 ? ["SIP12", "SIP18", "SIP29"] : []
    let brueche =
      Self.brueche.filter { !milder.contains($0.id) } + (version == .v210 ? Self.brueche210 : [])
    let gebrochen = Set(brueche.map(\.id))
    #expect(pflicht.symmetricDifference(gebrochen) == [])
    try mitTemporaeremOrdner { tmp in
      try pruefe(version, in: tmp, brueche, Earkpruefer()) { id, e in
        let treffer = e.bericht.befunde.filter { $0.regel == id }
        #expect(treffer.contains { $0.schwere == .fehler }, "\(id): \(e.bericht.befunde)")
        #expect(e.urteil == .ungueltig, "\(id)")
        #expect(treffer.allSatisfy { !$0.meldung.isEmpty && !$0.abhilfe.isEmpty }, "\(id)")
      }
    }
  }

  @Test("what was MUST in one version only is a hint in the other")
  func milder() throws {
    try mitTemporaeremOrdner { tmp in
      try pruefe(.v220, in: tmp, Self.brueche210, Earkpruefer()) { id, e in
        #expect(e.bericht.befunde.first { $0.regel == id }?.schwere == .hinweis, "\(id)")
      }
    }
    try mitTemporaeremOrdner { tmp in
      let drei = Self.brueche.filter { ["SIP12", "SIP18", "SIP29"].contains($0.id) }
      try pruefe(.v210, in: tmp, drei, Earkpruefer()) { id, e in
        #expect(e.bericht.befunde.first { $0.regel == id }?.schwere == .hinweis, "\(id)")
      }
    }
  }

  @Test("what shall be is hinted at, and faults of form beyond the requirements are found")
  func empfehlungen() throws {
    var pruefer = Earkpruefer()
    pruefer.jetzt = Zeitpunkt("2026-02-01T00:00:00Z")
    var eingriffe: [(String, Eingriff)] = []
    var erwartet: [String: Set<Schwere>] = [:]
    for h in Self.hinweise {
      eingriffe.append((h.id, h.eingriff))
      erwartet[h.id, default: []].insert(h.schwere)
    }
    let soll = erwartet
    try mitTemporaeremOrdner { tmp in
      try pruefe(.v220, in: tmp, eingriffe, pruefer) { id, e in
        let schweren = Set(e.bericht.befunde.filter { $0.regel == id }.map(\.schwere))
        #expect(!schweren.isDisjoint(with: soll[id] ?? []), "\(id): \(e.bericht.befunde)")
        if id == "EARK-VERFAHREN" { #expect(e.urteil == .nichtPruefbar) }
      }
    }
  }

  @Test("a tolerant check forgives form, never content")
  func tolerant() throws {
    try mitTemporaeremOrdner { tmp in
      try pruefe(.v220, in: tmp, Self.brueche, Earkpruefer(.tolerant)) { id, e in
        let hart = Earkregeln.unverzichtbar.contains(id)
        let treffer = e.bericht.befunde.filter { $0.regel == id }.map(\.schwere)
        #expect(treffer.contains(hart ? .fehler : .warnung), "\(id)")
        if !hart { #expect(!treffer.contains(.fehler), "\(id)") }
      }
    }
  }

  @Test("a version may be prescribed; the package's own one is named")
  func version() throws {
    try mitTemporaeremOrdner { tmp in
      let pfad = tmp.appendingPathComponent(EarkTests.objid)
      try EarkTests.schreibe(pfad.path, .v210, namen: ["a"])
      let e = try Earkpruefer(version: .v220).pruefe(pfad.path)
      #expect(e.version == .v210 && e.orte("SIP2") == ["METS.xml"] && e.urteil == .ungueltig)
    }
  }

  @Test("rules have each its own id, a title and, where something can be done, a remedy")
  func regeln() {
    #expect(Set(Earkregeln.alle.map(\.id)).count == Earkregeln.alle.count)
    for r in Earkregeln.alle {
      #expect(!r.titel.isEmpty && !r.erklaerung.isEmpty, "\(r.id)")
      #expect(r.schwere != .fehler || !r.abhilfe.isEmpty, "\(r.id)")
      #expect(Bagregeln.regel(r.id) == nil, "\(r.id)")
    }
    for id in Earkregeln.unverzichtbar {
      #expect(Earkregeln.regel(id) != nil || Bagregeln.regel(id) != nil, "\(id)")
    }
  }
}

extension Earkergebnis {
  /// The files at which a rule was broken.
  func orte(_ regel: String) -> [String] {
    bericht.befunde.filter { $0.regel == regel }.compactMap(\.ort.datei).sorted()
  }

  /// The rules that were broken with at least this severity.
  func regeln(ab schwere: Schwere) -> Set<String> {
    Set(bericht.befunde.filter { $0.schwere >= schwere }.map(\.regel))
  }
}
