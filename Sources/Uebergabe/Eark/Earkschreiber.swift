// SPDX-License-Identifier: Apache-2.0
public import Akte
internal import Behaelter
internal import Pruefsummen

/// Writes an E-ARK SIP with one representation: METS for package and representation, PREMIS 3, the
/// xdomea message as descriptive metadata.
///
/// ```
/// <OBJID>/METS.xml
///   metadata/descriptive/<message>.xml
///   metadata/preservation/premis.xml
///   documentation/LIESMICH.txt
///   schemas/*.xsd
///   representations/rep1/METS.xml
///   representations/rep1/data/<files>
/// ```
///
/// Agents have the roles of the SIP profile: who hands over is CREATOR and ORGANIZATION, which the
/// program eark-validator takes for a fault of the software agent (CSIP12, 13, 16). The package stands at
/// its place when it is complete, or not at all. METS and PREMIS are written as streams. Memory: name and
/// digest of each file.
public struct Earkschreiber: ~Copyable {
  /// What was written.
  public struct Quittung: Hashable, Sendable {
    /// Number of the files of the representation.
    public let dateien: Int
    /// The digest of the METS of the package, which seals all of it.
    public let mets: Pruefsumme
  }

  private static let rep = "representations/rep1/"

  private let mets: Earkmets
  private let ziel: Earkziel
  private let pfad: String
  private var bildner: Pruefsummenbildner
  private var namen = Bagnamen()
  private var dateien: [Earkdatei] = []
  private var beschreibung: [Earkdatei] = []
  private let schemata: [Earkdatei]
  private let dokumentation: [Earkdatei]
  private var istOffen = false

  /// Begins a package that shall stand at `pfad`.
  ///
  /// - Parameters:
  ///   - pfad: The folder or archive to make; its parent exists.
  ///   - angaben: What the package says about itself.
  ///   - version: The version of the specification.
  ///   - form: Whether a folder, a ZIP or a TAR is made; an archive holds a folder named like the package.
  ///   - schemata: Paths of the schema files that go along; CSIP wants at least one.
  /// - Throws: ``UebergabeFehler``.
  public init(
    pfad: String, _ angaben: Earkangaben, _ version: Earkversion = .v220,
    form: Bagschreiber.Form = .ordner, schemata: [String]
  ) throws {
    try self.init(pfad: pfad, angaben, version, form: form, schemata: schemata, gesichert: true)
  }

  /// As ``init(pfad:_:_:form:schemata:)``; without `gesichert` the caller brings the folder to the disk.
  package init(
    pfad: String, _ angaben: Earkangaben, _ version: Earkversion, form: Bagschreiber.Form,
    schemata: [String], gesichert: Bool
  ) throws {
    try angaben.pruefe(hatSchemata: !schemata.isEmpty)
    var bildner = try Pruefsummenbildner([.sha512])
    let ziel = try Earkziel(pfad, form, objid: angaben.objid, gesichert: gesichert)
    let beilagen = try Self.beilagen(schemata, version, ziel, &bildner)
    mets = Earkmets(
      angaben: angaben, version: version, schemata: Set(schemata.map { Bagpfad($0).name }))
    self.pfad = pfad
    self.ziel = ziel
    self.bildner = bildner
    self.schemata = beilagen.schemata
    dokumentation = beilagen.dokumentation
  }

  /// Writes what every package has beside its files: the schemas, and a text that explains it.
  private static func beilagen(
    _ quellen: [String], _ version: Earkversion, _ ziel: Earkziel,
    _ bildner: inout Pruefsummenbildner
  ) throws -> (schemata: [Earkdatei], dokumentation: [Earkdatei]) {
    var schemata: [Earkdatei] = []
    var vergeben: Set<Bagpfad> = []
    for quelle in quellen {
      let datei = try oeffneQuelle(quelle)
      let name = "schemas/" + Bagpfad(quelle).name
      guard vergeben.insert(Bagpfad(name)).inserted else {
        throw UebergabeFehler.doppelterName(name: name, mit: name)
      }
      let mass = try ziel.datei(name, datei.groesse, &bildner) { try datei.lies($0) }
      schemata.append(Earkdatei(name, mass))
    }
    let text = Array(
      """
      Dieses Paket folgt E-ARK SIP \(version.rawValue).
      Die Nachricht nach xdomea in metadata/descriptive beschreibt die Dateien in
      representations/rep1/data.

      """.utf8)
    let quelle = Bytestueck(text)
    let name = "documentation/LIESMICH.txt"
    let mass = try ziel.datei(name, Int64(text.count), &bildner) { quelle.lies($0) }
    return (schemata, [Earkdatei(name, mass)])
  }

  /// Writes a file of the representation.
  ///
  /// - Parameters:
  ///   - name: Its name in `data/`, with slashes.
  ///   - originalname: The name that people know.
  ///   - format: Its format, if the caller knows it; nil recognises it by the content, for PREMIS and METS.
  ///   - groesse: The number of bytes that `lies` will deliver.
  ///   - lies: Fills the buffer from its beginning and returns the number of bytes; 0 at the end.
  /// - Returns: The SHA-512 digest in hex.
  /// - Throws: ``UebergabeFehler``, or what `lies` throws; the package cannot be finished then.
  @discardableResult
  public mutating func datei(
    _ name: String, originalname: String? = nil, format: Earkformat? = nil, groesse: Int64,
    _ lies: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> String {
    try namen.nimm(Bagpfad("data/" + name), art: .nutzlast)
    let pfad = Self.rep + "data/" + name
    guard format == nil else {
      let d = Earkdatei(
        pfad, try mass(pfad, groesse, lies), format: format, originalname: originalname)
      dateien.append(d)
      return d.sha512
    }
    var mitleser = Formatmitleser(originalname ?? name)
    let mass = try mass(pfad, groesse) { puffer in
      let n = try lies(puffer)
      mitleser.nimm(UnsafeRawBufferPointer(rebasing: puffer[..<n]))
      return n
    }
    let d = Earkdatei(pfad, mass, originalname: originalname, erkannt: mitleser.ergebnis())
    dateien.append(d)
    return d.sha512
  }

  /// Writes the message as descriptive metadata.
  ///
  /// - Parameters:
  ///   - name: Its name; no folders.
  ///   - groesse: The number of bytes that `lies` will deliver.
  ///   - lies: As for ``datei(_:originalname:format:groesse:_:)``.
  /// - Returns: The SHA-512 digest in hex.
  /// - Throws: ``UebergabeFehler``, or what `lies` throws; the package cannot be finished then.
  @discardableResult
  public mutating func nachricht(
    _ name: String, groesse: Int64, _ lies: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> String {
    try namen.nimm(Bagpfad("data/metadata/" + name), art: .nutzlast)
    guard !name.utf8.contains(0x2F) else {
      throw UebergabeFehler.unzulaessigerName(name: name, grund: "er enthält einen Schrägstrich")
    }
    let pfad = "metadata/descriptive/" + name
    let d = Earkdatei(
      pfad, try mass(pfad, groesse, lies), format: Earkformat("XML", puid: "fmt/101"))
    beschreibung.append(d)
    return d.sha512
  }

  /// Writes PREMIS and METS, and gives the folder its name.
  ///
  /// - Returns: What was written.
  /// - Throws: ``UebergabeFehler``, also without a message; then nothing stands at the target.
  public consuming func beende() throws -> Quittung {
    guard !istOffen else {
      throw UebergabeFehler.schreiben(
        pfad: pfad, grund: "eine Datei wurde nicht zu Ende geschrieben")
    }
    guard !beschreibung.isEmpty else { throw UebergabeFehler.earkangabeFehlt("Nachricht 0503") }
    let mets = mets
    let dateien = dateien
    let nachrichten = beschreibung
    let premis = try strom("metadata/preservation/premis.xml") {
      try Earkpremis(angaben: mets.angaben).schreibe(nachrichten + dateien, $0)
    }
    let repmets = try strom(Self.rep + "METS.xml") {
      try mets.repraesentation(dateien, ordner: Self.rep, $0)
    }
    let gruppen = [("Documentation", dokumentation), ("Schemas", schemata)]
    let oben = try strom("METS.xml") {
      try mets.paket(
        beschreibung: nachrichten, premis: premis, gruppen: gruppen, repmets: repmets, $0)
    }
    try ziel.beende()
    guard let siegel = Pruefsumme(.sha512, text: oben.sha512) else {
      throw UebergabeFehler.verfahrenFehlt
    }
    return Quittung(dateien: dateien.count, mets: siegel)
  }

  private mutating func mass(
    _ pfad: String, _ groesse: Int64, _ lies: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws -> Earkziel.Mass {
    guard !istOffen else {
      throw UebergabeFehler.schreiben(
        pfad: pfad, grund: "eine Datei wurde nicht zu Ende geschrieben")
    }
    istOffen = true
    let mass = try ziel.datei(pfad, groesse, &bildner, lies)
    istOffen = false
    return mass
  }

  private func strom(
    _ name: String, _ body: (consuming Bausenke) throws -> Bausenke
  ) throws -> Earkdatei {
    Earkdatei(name, try ziel.strom(name, body))
  }
}

/// Bytes handed out once.
private final class Bytestueck {
  private var rest: ArraySlice<UInt8>
  init(_ bytes: [UInt8]) { rest = bytes[...] }
  func lies(_ puffer: UnsafeMutableRawBufferPointer) -> Int {
    let n = min(puffer.count, rest.count)
    puffer.copyBytes(from: rest.prefix(n))
    rest = rest.dropFirst(n)
    return n
  }
}

extension Earkangaben {
  /// - Throws: ``UebergabeFehler/earkangabeFehlt(_:)``.
  fileprivate func pruefe(hatSchemata: Bool) throws(UebergabeFehler) {
    let pflicht = [
      ("Titel", titel), ("Name des Erstellers", ersteller.name),
      ("Name des Ablieferers", ablieferer.name), ("Name des Archivs", archiv.name),
      ("Name des Programms", programm.name), ("Version des Programms", programm.version),
    ]
    for (was, wert) in pflicht where wert.isEmpty { throw .earkangabeFehlt(was) }
    guard hatSchemata else { throw .earkangabeFehlt("Schemadateien (XSD)") }
    guard erstellt.uhrzeit.zone != .keine else { throw .earkangabeFehlt("Zeitzone") }
    let erstes = objid.utf8.first ?? 0
    let taugt = objid.utf8.allSatisfy { b in
      0x30...0x39 ~= b || 0x41...0x5A ~= b || 0x61...0x7A ~= b || b == 0x2D || b == 0x5F
    }
    guard taugt, 0x41...0x5A ~= erstes || 0x61...0x7A ~= erstes else {
      throw .unzulaessigerName(
        name: objid,
        grund:
          "eine Kennung beginnt mit einem Buchstaben und besteht aus Buchstaben, Ziffern, - und _")
    }
  }
}
