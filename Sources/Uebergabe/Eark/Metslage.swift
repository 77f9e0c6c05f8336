// SPDX-License-Identifier: Apache-2.0

/// What is known of the METS file that is being read.
struct Metslage {
  /// What an id stands for.
  enum IDArt {
    case beschreibung, verwaltung, gruppe, datei, sonstige
  }

  struct Beteiligter {
    let rolle: String
    let typ: String
    let andererTyp: String
    let andereRolle: String
    let namen: [String]
    let notizen: [(text: String, typ: String?)]
    let zeile: Int

    /// The name of the part that the profile gives by the role, whoever wrote `OTHER` for it.
    func heisst(_ wort: String) -> Bool {
      rolle == "OTHER" && andereRolle.uppercased().contains(wort)
    }
  }

  struct Gruppe {
    let id: String
    let use: String
    let zeile: Int
    var dateien = 0
    /// Whether a METS file of a representation is among its files.
    var hatMets = false

    func ist(_ art: String) -> Bool { use == art || use.hasPrefix(art + "/") }
  }

  /// A reference to an id that has not come yet.
  struct Offener {
    let id: String
    let attribut: String
    let zeile: Int
    let arten: [IDArt]
    let regel: String
  }

  /// A section of descriptive or administrative metadata.
  struct Abschnitt {
    let id: String
    let istGeltend: Bool
  }

  var pfad = ""
  /// Its place among the files.
  var stelle = 0
  /// The folder of the METS file with a slash at the end; empty at the top.
  var ordner = ""
  var istWurzel = true
  var objid = ""

  var ids: [String: IDArt] = [:]
  var offene: [Offener] = []

  /// The element above the subtrees that come, and how many of each kind came in it.
  var rahmen: Metsname?
  var rahmenzeile = 0
  var hatVerweis = false

  var hatKopf = false
  var beteiligte: [Beteiligter] = []
  var altkennungen: [String: [String]] = [:]
  var beschreibungen: [Abschnitt] = []
  var verwaltungen: [Abschnitt] = []
  var amdSecs = 0
  var digiprovMDs = 0

  var hatDateien = false
  var gruppen: [Gruppe] = []
  /// The group whose pieces come.
  var offeneGruppe = 0
  /// The place of a group by its id.
  var gruppenstelle: [String: Int] = [:]

  var strukturen = 0
  var csipStrukturen = 0
  /// Whether the structMap that is being read is that of CSIP.
  var istCSIP = false
  var hauptabschnitte = 0
  var abschnitte: [String: Int] = [:]
  /// Groups that a division of their kind names.
  var verwieseneGruppen: Set<String> = []
  var genannteBeschreibungen: Set<String>?
  var genannteVerwaltungen: Set<String>?
}

/// The requirements on a reference to a file, by their numbers.
struct Verweisregeln {
  let loctype: String
  let typ: String
  let href: String
  let mdtype: String
  let mime: String
  let size: String
  let created: String
  let checksum: String
  let verfahren: String
  /// Whether missing facts are reported.
  var istPflicht = true

  private init(mdRef ab: Int) {
    loctype = "CSIP\(ab)"
    typ = "CSIP\(ab + 1)"
    href = "CSIP\(ab + 2)"
    mdtype = "CSIP\(ab + 3)"
    mime = "CSIP\(ab + 4)"
    size = "CSIP\(ab + 5)"
    created = "CSIP\(ab + 6)"
    checksum = "CSIP\(ab + 7)"
    verfahren = "CSIP\(ab + 8)"
  }

  private init(
    loctype: String, typ: String, href: String, mime: String, size: String, created: String,
    checksum: String, verfahren: String
  ) {
    self.loctype = loctype
    self.typ = typ
    self.href = href
    mdtype = ""
    self.mime = mime
    self.size = size
    self.created = created
    self.checksum = checksum
    self.verfahren = verfahren
  }

  /// `dmdSec/mdRef`.
  static let beschreibung = Verweisregeln(mdRef: 22)
  /// `digiprovMD/mdRef`.
  static let erhaltung = Verweisregeln(mdRef: 36)
  /// `rightsMD/mdRef`.
  static let rechte = Verweisregeln(mdRef: 49)
  /// `file` and its `FLocat`.
  static let datei = Verweisregeln(
    loctype: "CSIP77", typ: "CSIP78", href: "CSIP79", mime: "CSIP68", size: "CSIP69",
    created: "CSIP70", checksum: "CSIP71", verfahren: "CSIP72")
  /// `mdRef` elsewhere, which CSIP says nothing about.
  static let sonstige: Verweisregeln = {
    let id = "EARK-METADATEN"
    var r = Verweisregeln(
      loctype: id, typ: id, href: id, mime: id, size: id, created: id, checksum: id, verfahren: id)
    r.istPflicht = false
    return r
  }()
}
