// SPDX-License-Identifier: Apache-2.0
internal import Akte
public import ArgumentParser
public import Aussonderung
internal import Uebergabe

/// Which packages an archive gets.
enum Paketformat: String, CaseIterable, ExpressibleByArgument {
  case bagit, dimag, eark
}

/// How packages are divided and packed.
struct Paketwahl: ParsableArguments {
  /// How bags and SIPs are packed.
  enum Packung: String, CaseIterable, ExpressibleByArgument {
    case ordner, zip, tar
  }

  @Option(
    help: ArgumentHelp("Die Ebene: wurzel, akte, vorgang oder stufe-N.", valueName: "EBENE"))
  var ebene = Paketierungsebene.wurzel

  @Option(
    help: ArgumentHelp(
      "Für eine einzelne Akte eine andere Ebene; mehrfach möglich.", valueName: "UUID=EBENE"))
  var ausnahme: [Ebenenausnahme] = []

  @Option(
    help: ArgumentHelp(
      "Pakete nach BagIt und E-ARK als ordner, zip oder tar schreiben.", valueName: "ART"))
  var packung = Packung.ordner

  @Option(
    help: ArgumentHelp(
      "DIMAG: die Kennung des Bestands, der die Pakete aufnimmt.", valueName: "KENNUNG"))
  var rootid: String?

  @Option(
    help: ArgumentHelp(
      "DIMAG: der Ordner auf dem Server des Archivs, ab dem Wurzelordner des SFTP-Zugangs; sonst »Import/«.",
      valueName: "PFAD"))
  var importpfad: String?

  @OptionGroup var eark: Earkwahl

  /// True if anything here was said.
  var istAngegeben: Bool {
    ebene != .wurzel || !ausnahme.isEmpty || packung != .ordner || rootid != nil
      || importpfad != nil || eark.istAngegeben
  }

  /// The levels of single Akten.
  var ausnahmen: [ObjektID: Paketierungsebene] {
    Dictionary(ausnahme.map { ($0.objekt, $0.ebene) }) { _, letzte in letzte }
  }

  /// Whether the options fit the format.
  func pruefe(_ format: Paketformat) throws {
    if format == .dimag, (rootid ?? "").isEmpty {
      throw ValidationError("Für DIMAG wird mit »--rootid« der Bestand gebraucht.")
    }
    if format == .dimag, packung != .ordner {
      throw ValidationError("Pakete für DIMAG sind Ordner; »--packung« gilt für BagIt und E-ARK.")
    }
    if format != .dimag, rootid != nil || importpfad != nil {
      throw ValidationError("»--rootid« und »--importpfad« gelten nur für DIMAG.")
    }
    if let importpfad {
      do throws(UebergabeFehler) {
        _ = try Dimagangaben.geprueft(importpfad: importpfad)
      } catch {
        throw ValidationError(error.description)
      }
    }
    if format == .eark {
      try eark.pruefeVollstaendig()
    } else if eark.istAngegeben {
      throw ValidationError("Die Angaben zu E-ARK gelten nur mit »--format eark«.")
    }
  }

  /// The form of the packages.
  func form(_ format: Paketformat) throws -> Paketierung.Form {
    let behaeltnis: Bagschreiber.Form =
      switch packung {
      case .ordner: .ordner
      case .zip: .zip
      case .tar: .tar
      }
    switch format {
    case .bagit:
      var optionen = Bagschreiber.Optionen()
      optionen.form = behaeltnis
      return .bagit(optionen)
    case .dimag:
      var vorgabe = Paketierung.Dimagvorgabe(rootid: rootid ?? "")
      if let importpfad { vorgabe.importpfad = importpfad }
      return .dimag(vorgabe)
    case .eark:
      var vorgabe = try eark.vorgabe()
      vorgabe.form = behaeltnis
      return .eark(vorgabe)
    }
  }
}

/// `UUID=EBENE`: the level of one Akte.
struct Ebenenausnahme: ExpressibleByArgument {
  let objekt: ObjektID
  let ebene: Paketierungsebene

  init?(argument: String) {
    let teile = argument.split(separator: "=" as Character, maxSplits: 1)
    guard teile.count == 2, let objekt = ObjektID(teile[0]),
      let ebene = Paketierungsebene(String(teile[1]))
    else { return nil }
    self.objekt = objekt
    self.ebene = ebene
  }
}

extension Paketierungsebene: ExpressibleByArgument {
  /// The level by its name.
  public init?(argument: String) { self.init(argument) }
}
