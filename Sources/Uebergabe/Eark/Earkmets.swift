// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import XMLStrom

/// Writes the METS files of an E-ARK SIP as streams (METS 1.12 with the CSIP extension).
struct Earkmets {
  private static let namen = [
    "mets", "metsHdr", "agent", "name", "note", "altRecordID", "dmdSec", "mdRef", "amdSec",
    "digiprovMD", "fileSec", "fileGrp", "file", "FLocat", "structMap", "div", "fptr", "mptr",
  ]
  private static let verzeichnis = Dictionary(
    uniqueKeysWithValues: namen.map { ($0, XMLName($0)) })

  let angaben: Earkangaben
  let version: Earkversion
  /// The names of the schema files in the package.
  let schemata: Set<String>

  private var zeit: String { angaben.erstellt.text }

  /// The METS of the package.
  ///
  /// - Parameters:
  ///   - beschreibung: The descriptive metadata: the message of the transfer.
  ///   - premis: The preservation metadata.
  ///   - gruppen: Documentation and schemas, by their name in the vocabulary.
  ///   - repmets: The METS of the representation.
  ///   - senke: Where it goes.
  /// - Returns: The sink.
  /// - Throws: `XMLFehler`, or what the sink throws.
  func paket<S: Bytesenke & ~Copyable>(
    beschreibung: [Earkdatei], premis: Earkdatei, gruppen: [(String, [Earkdatei])],
    repmets: Earkdatei, _ senke: consuming S
  ) throws -> S {
    var xml = XMLSchreiber(senke)
    try kopf(&xml, objid: angaben.objid, tiefe: "")
    for (i, d) in beschreibung.enumerated() {
      try xml.oeffne(Self.name("dmdSec"))
      try attribute(&xml, [("ID", "dmd-\(i + 1)"), ("CREATED", zeit), ("STATUS", "CURRENT")])
      try verweis(&xml, d, mdtype: [("MDTYPE", "OTHER"), ("OTHERMDTYPE", "xdomea")])
      try xml.schliesse()
    }
    try xml.oeffne(Self.name("amdSec"))
    try xml.oeffne(Self.name("digiprovMD"))
    try attribute(&xml, [("ID", "dp-1"), ("STATUS", "CURRENT"), ("CREATED", zeit)])
    try verweis(&xml, premis, mdtype: [("MDTYPE", "PREMIS")])
    try xml.schliesse()
    try xml.schliesse()
    try xml.oeffne(Self.name("fileSec"))
    try attribute(&xml, [("ID", "fs-1")])
    var nummer = 0
    for (gruppe, dateien) in gruppen {
      try self.gruppe(&xml, id: "grp-" + gruppe.lowercased(), use: gruppe) { xml in
        for d in dateien {
          nummer += 1
          try datei(&xml, d, id: "file-\(nummer)", ab: "")
        }
      }
    }
    try self.gruppe(&xml, id: "grp-rep1", use: "Representations/rep1") { xml in
      try datei(&xml, repmets, id: "file-rep1-mets", ab: "")
    }
    try xml.schliesse()
    try struktur(&xml, label: angaben.objid) { xml in
      try div(&xml, "div-metadata", "Metadata") {
        [
          ("ADMID", "dp-1"),
          ("DMDID", beschreibung.indices.map { "dmd-\($0 + 1)" }.joined(separator: " ")),
        ]
      }
      for (gruppe, _) in gruppen {
        try div(&xml, "div-" + gruppe.lowercased(), gruppe) {
          []
        } innen: { xml in
          try fptr(&xml, "grp-" + gruppe.lowercased())
        }
      }
      // CSIP103 and CSIP108 want both: the group, and a division for the METS of the representation.
      try div(&xml, "div-representations", "Representations") {
        []
      } innen: { xml in
        try fptr(&xml, "grp-rep1")
        try div(&xml, "div-rep1", "Representations/rep1") {
          []
        } innen: { xml in
          try xml.oeffne(Self.name("mptr"))
          try attribute(
            &xml,
            [
              ("LOCTYPE", "URL"), ("xlink:type", "simple"), ("xlink:href", repmets.verweis()),
              ("xlink:title", "grp-rep1"),
            ])
          try xml.schliesse()
        }
      }
    }
    try xml.schliesse()
    return try xml.beende()
  }

  /// The METS of the representation, with all its files.
  ///
  /// Its ids differ from those of the package's METS: up to 2.1.0 they are unique within the package.
  ///
  /// - Throws: `XMLFehler`, or what the sink throws.
  func repraesentation<S: Bytesenke & ~Copyable>(
    _ dateien: [Earkdatei], ordner: String, _ senke: consuming S
  ) throws -> S {
    var xml = XMLSchreiber(senke)
    try kopf(&xml, objid: "rep1", tiefe: "../../")
    if !dateien.isEmpty {
      try xml.oeffne(Self.name("fileSec"))
      try attribute(&xml, [("ID", "rep1-fs")])
      try gruppe(&xml, id: "rep1-grp-data", use: "Data") { xml in
        for (i, d) in dateien.enumerated() {
          try datei(&xml, d, id: "rep1-file-\(i + 1)", ab: ordner)
        }
      }
      try xml.schliesse()
    }
    try struktur(&xml, label: "rep1", id: "rep1-") { xml in
      try div(&xml, "rep1-div-metadata", "Metadata") { [] }
      if !dateien.isEmpty {
        try div(&xml, "rep1-div-data", "Data") {
          []
        } innen: { xml in
          try fptr(&xml, "rep1-grp-data")
        }
      }
    }
    try xml.schliesse()
    return try xml.beende()
  }

  // MARK: Pieces

  private static func name(_ text: String) -> XMLName { verzeichnis[text] ?? XMLName(text) }

  private func attribute<S: Bytesenke & ~Copyable>(
    _ xml: inout XMLSchreiber<S>, _ liste: [(String, String)]
  ) throws {
    for (name, wert) in liste { try xml.attribut(Self.name(name), wert.fuerXML) }
  }

  private func kopf<S: Bytesenke & ~Copyable>(
    _ xml: inout XMLSchreiber<S>, objid: String, tiefe: String
  ) throws {
    try xml.deklaration()
    try xml.oeffne(Self.name("mets"))
    // Only what lies in the package is named.
    let orte = [
      ("http://www.loc.gov/METS/", "mets.xsd"),
      ("https://DILCIS.eu/XML/METS/CSIPExtensionMETS", "DILCISExtensionMETS.xsd"),
      ("http://www.w3.org/1999/xlink", "xlink.xsd"),
    ].filter { schemata.contains($0.1) }
    try attribute(
      &xml,
      [
        ("xmlns", "http://www.loc.gov/METS/"),
        ("xmlns:csip", "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"),
        ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
      ])
    if !orte.isEmpty {
      try attribute(
        &xml,
        [
          (
            "xsi:schemaLocation",
            orte.map { "\($0) \(tiefe)schemas/\($1)" }.joined(separator: " ")
          )
        ])
    }
    try attribute(
      &xml,
      [
        ("OBJID", objid), ("LABEL", angaben.titel), ("TYPE", "Mixed"),
        ("csip:CONTENTINFORMATIONTYPE", "OTHER"),
        ("csip:OTHERCONTENTINFORMATIONTYPE", "xdomea"), ("PROFILE", version.profil),
      ])
    try xml.oeffne(Self.name("metsHdr"))
    try attribute(
      &xml,
      [
        ("CREATEDATE", zeit), ("LASTMODDATE", zeit), ("RECORDSTATUS", "NEW"),
        ("csip:OAISPACKAGETYPE", "SIP"),
      ])
    try agent(
      &xml, [("ROLE", "CREATOR"), ("TYPE", "OTHER"), ("OTHERTYPE", "SOFTWARE")],
      angaben.programm.name, angaben.programm.version, "SOFTWARE VERSION")
    for (rolle, stelle) in [
      ("ARCHIVIST", angaben.ersteller), ("CREATOR", angaben.ablieferer),
      ("PRESERVATION", angaben.archiv),
    ] {
      try agent(
        &xml, [("ROLE", rolle), ("TYPE", "ORGANIZATION")], stelle.name, stelle.kennung,
        "IDENTIFICATIONCODE")
    }
    if !angaben.vereinbarung.isEmpty {
      try xml.oeffne(Self.name("altRecordID"))
      try attribute(&xml, [("TYPE", "SUBMISSIONAGREEMENT")])
      try xml.text(angaben.vereinbarung.fuerXML)
      try xml.schliesse()
    }
    try xml.schliesse()
  }

  private func agent<S: Bytesenke & ~Copyable>(
    _ xml: inout XMLSchreiber<S>, _ rolle: [(String, String)], _ name: String, _ notiz: String,
    _ art: String
  ) throws {
    try xml.oeffne(Self.name("agent"))
    try attribute(&xml, rolle)
    try xml.blatt(Self.name("name"), name.fuerXML)
    if !notiz.isEmpty {
      try xml.oeffne(Self.name("note"))
      try attribute(&xml, [("csip:NOTETYPE", art)])
      try xml.text(notiz.fuerXML)
      try xml.schliesse()
    }
    try xml.schliesse()
  }

  private func groessen(_ d: Earkdatei) -> [(String, String)] {
    [
      ("MIMETYPE", d.mime), ("SIZE", "\(d.groesse)"), ("CREATED", zeit), ("CHECKSUM", d.sha512),
      ("CHECKSUMTYPE", "SHA-512"),
    ]
  }

  private func verweis<S: Bytesenke & ~Copyable>(
    _ xml: inout XMLSchreiber<S>, _ d: Earkdatei, mdtype: [(String, String)]
  ) throws {
    try xml.oeffne(Self.name("mdRef"))
    try attribute(&xml, [("LOCTYPE", "URL")] + mdtype)
    try attribute(&xml, [("xlink:type", "simple"), ("xlink:href", d.verweis())] + groessen(d))
    try xml.schliesse()
  }

  private func gruppe<S: Bytesenke & ~Copyable>(
    _ xml: inout XMLSchreiber<S>, id: String, use: String,
    _ body: (inout XMLSchreiber<S>) throws -> Void
  ) throws {
    try xml.oeffne(Self.name("fileGrp"))
    try attribute(
      &xml,
      [
        ("ID", id), ("USE", use), ("csip:CONTENTINFORMATIONTYPE", "OTHER"),
        ("csip:OTHERCONTENTINFORMATIONTYPE", "xdomea"),
      ])
    try body(&xml)
    try xml.schliesse()
  }

  private func datei<S: Bytesenke & ~Copyable>(
    _ xml: inout XMLSchreiber<S>, _ d: Earkdatei, id: String, ab basis: String
  ) throws {
    try xml.oeffne(Self.name("file"))
    try attribute(&xml, [("ID", id)] + groessen(d))
    try xml.oeffne(Self.name("FLocat"))
    try attribute(
      &xml,
      [("LOCTYPE", "URL"), ("xlink:type", "simple"), ("xlink:href", d.verweis(ab: basis))])
    try xml.schliesse()
    try xml.schliesse()
  }

  private func struktur<S: Bytesenke & ~Copyable>(
    _ xml: inout XMLSchreiber<S>, label: String, id: String = "",
    _ body: (inout XMLSchreiber<S>) throws -> Void
  ) throws {
    try xml.oeffne(Self.name("structMap"))
    try attribute(&xml, [("ID", id + "sm-1"), ("TYPE", "PHYSICAL"), ("LABEL", "CSIP")])
    try xml.oeffne(Self.name("div"))
    try attribute(&xml, [("ID", id + "div-0"), ("LABEL", label)])
    try body(&xml)
    try xml.schliesse()
    try xml.schliesse()
  }

  private func div<S: Bytesenke & ~Copyable>(
    _ xml: inout XMLSchreiber<S>, _ id: String, _ label: String,
    _ weitere: () -> [(String, String)], innen: (inout XMLSchreiber<S>) throws -> Void = { _ in }
  ) throws {
    try xml.oeffne(Self.name("div"))
    try attribute(&xml, [("ID", id), ("LABEL", label)] + weitere())
    try innen(&xml)
    try xml.schliesse()
  }

  private func fptr<S: Bytesenke & ~Copyable>(
    _ xml: inout XMLSchreiber<S>, _ id: String
  ) throws {
    try xml.oeffne(Self.name("fptr"))
    try attribute(&xml, [("FILEID", id)])
    try xml.schliesse()
  }
}

extension String {
  /// With U+FFFD for what XML 1.0 cannot carry.
  var fuerXML: String {
    func taugt(_ z: Unicode.Scalar) -> Bool {
      z.value >= 0x20 && z.value != 0xFFFE && z.value != 0xFFFF || z == "\t" || z == "\n"
        || z == "\r"
    }
    if unicodeScalars.allSatisfy(taugt) { return self }
    return String(String.UnicodeScalarView(unicodeScalars.map { taugt($0) ? $0 : "\u{FFFD}" }))
  }
}
