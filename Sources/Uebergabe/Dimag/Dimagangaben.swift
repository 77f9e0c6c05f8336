// SPDX-License-Identifier: Apache-2.0
public import Akte

/// What `control.xml` and `protocol.xml` of a DIMAG package say about it.
///
/// DIMAG has no public specification; the shape is that which the open source program x-man sends.
public struct Dimagangaben: Hashable, Sendable {
  /// The DIMAG id of the Bestand that takes the package, such as `Struct-12345`.
  public var rootid: String
  /// A fresh UUID of the Informationsobjekt, which links the protocol with it.
  public var alternateID: String
  /// The title of the Informationsobjekt.
  public var titel: String
  /// When the records came about.
  public var zeitraum: Zeitraum
  /// What stands before the name of the package's folder on the server of the archive.
  ///
  /// Relative to the SFTP root; x-man loads up to `Import/xman_` and the name. See ``geprueft(importpfad:)``.
  public var importpfad = "Import/"
  /// What happened to the package, in order.
  public var protokoll: [Dimageintrag] = []

  /// The facts of a package.
  public init(rootid: String, alternateID: String, titel: String, zeitraum: Zeitraum = Zeitraum()) {
    self.rootid = rootid
    self.alternateID = alternateID
    self.titel = titel
    self.zeitraum = zeitraum
  }
}

extension Dimagangaben {
  /// An import path as `control.xml` needs it.
  ///
  /// `sftp-dateiname` is relative to the SFTP root (`../shared/uebergabe/FAKTEN.md` 2.1).
  ///
  /// - Parameter importpfad: Folders separated by slashes; the slash at the end may be missing. Only `xman_`,
  ///   which x-man puts before the name of each package, stays without. Empty: the SFTP root itself.
  /// - Returns: The path with its slash at the end.
  /// - Throws: ``UebergabeFehler/importpfadUnzulaessig(pfad:grund:)`` for a slash at the beginning, empty parts,
  ///   `.`, `..` and whatever else is dangerous in a path.
  public static func geprueft(importpfad: String) throws(UebergabeFehler) -> String {
    guard !importpfad.isEmpty else { return "" }
    func verweigert(_ grund: String) -> UebergabeFehler {
      .importpfadUnzulaessig(pfad: importpfad, grund: grund)
    }
    var teile = importpfad.split(separator: "/" as Character, omittingEmptySubsequences: false)
    if teile.first == "" { throw verweigert("er beginnt mit einem Schrägstrich") }
    if teile.last == "" { teile.removeLast() }
    for teil in teile {
      if teil.isEmpty { throw verweigert("zwischen zwei Schrägstrichen steht nichts") }
      if teil == "." || teil == ".." { throw verweigert("er enthält »\(teil)«") }
    }
    let pfad = teile.joined(separator: "/")
    if let gefahr = Pfadgefahr(pfad) { throw verweigert(gefahr.grund) }
    let istVorsatz = teile.last == "xman_" && importpfad.utf8.last != 0x2F
    return istVorsatz ? pfad : pfad + "/"
  }
}

/// One entry of `protocol.xml`.
public struct Dimageintrag: Hashable, Sendable {
  /// When the step ended; written as local time in Berlin.
  public var ende: Zeitpunkt
  /// Who did it; empty for a program.
  public var ausfuehrender: String
  /// The step, such as `Empfangen`, `Bewertung`, `Formatverifikation`, `Ingest` or `Fehler`.
  public var prozess: String
  /// What it is about, such as the name of a container.
  public var bezug: String
  /// What was done, as a sentence.
  public var naehereAngaben: String

  /// An entry.
  public init(
    _ prozess: String, ende: Zeitpunkt, ausfuehrender: String = "", bezug: String,
    naehereAngaben: String
  ) {
    self.prozess = prozess
    self.ende = ende
    self.ausfuehrender = ausfuehrender
    self.bezug = bezug
    self.naehereAngaben = naehereAngaben
  }
}
