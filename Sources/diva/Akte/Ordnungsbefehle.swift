// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Lifecycle
internal import Pruefung

/// `diva akte ereignis`: a day from which a period counts became known (F29, F30).
struct Ereignisbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ereignis",
    abstract: "Hält ein Ereignis fest, von dem eine Frist abhängt.",
    discussion:
      "Ein Datum (DATUM) ist ein Tag wie 28.02.2019, ein Monat wie 2019-02 oder ein Jahr wie 2019.")

  @Argument(help: ArgumentHelp("Akte oder Vorgang.", valueName: "KENNZEICHEN"))
  var ziel: String

  @Option(
    help: ArgumentHelp(
      "Das Ereignis, wie es im Katalog heißt, zum Beispiel Feststellung.", valueName: "NAME"))
  var name: String

  @Option(help: ArgumentHelp("Wann es war.", valueName: "DATUM"))
  var datum: Fristdatum

  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      let tag = datum.teildatum
      try lauf.tu(
        .bezugsereignis(name: name, datum: tag), an: ziel,
        "Ereignis »\(name)« festgehalten: \(tag.anzeige)", Fristzeilen.angaben)
    }
  }
}

/// `diva akte korrigieren`: a metadatum is corrected (A18).
struct Korrekturbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "korrigieren",
    abstract: "Berichtigt eine Angabe; nach dem Abschluss nur noch wenige (Rolle REG).",
    discussion: "Der alte Wert bleibt im Protokoll stehen.")

  @Argument(help: ArgumentHelp("Akte oder Vorgang.", valueName: "KENNZEICHEN"))
  var ziel: String

  @Option(help: ArgumentHelp("Welche Angabe.", valueName: "FELD"))
  var feld: Feldwahl

  @Option(help: ArgumentHelp("Der neue Wert.", valueName: "TEXT"))
  var neu: String

  @Option(help: ArgumentHelp("Warum.", valueName: "TEXT"))
  var grund: String

  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      let bild = try Nennung(lauf.speicher).schriftgut(ziel)
      let alt = bild.wert(feld.feld) ?? ""
      let korrektur = Metadatenkorrektur(feld.feld, alt: alt, neu: neu, grund: grund)
      try lauf.tu(
        .metadatenkorrektur(korrektur: korrektur), an: ziel,
        "\(feld.feld.xdomeaName) berichtigt", grund: grund
      ) { _ in [Angabe("alt", "Bisher", alt), Angabe("neu", "Jetzt", neu)] }
    }
  }
}

/// The fields by their names.
struct Feldwahl: ExpressibleByArgument {
  let feld: Metadatenfeld

  static var allValueStrings: [String] { Metadatenfeld.allCases.map(\.rawValue) }

  init?(argument: String) {
    guard let feld = Metadatenfeld(rawValue: argument) else { return nil }
    self.feld = feld
  }
}

/// `diva akte federfuehrung`: another unit is responsible (A07).
struct Federfuehrungsbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "federfuehrung",
    abstract: "Gibt einer anderen Stelle die Federführung (Rolle VG oder REG).",
    discussion:
      "Geht nur, solange die Akte oder der Vorgang offen ist. Was darin liegt, behält seine Stelle."
  )

  @Argument(help: ArgumentHelp("Akte oder Vorgang.", valueName: "KENNZEICHEN"))
  var ziel: String

  @Option(help: ArgumentHelp("Die neue Stelle.", valueName: "STELLE"))
  var an: String

  @Option(help: ArgumentHelp("Warum.", valueName: "TEXT"))
  var grund: String?

  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      let bild = try Nennung(lauf.speicher).schriftgut(ziel)
      let bisher = bild.wert(.federfuehrung) ?? ""
      try lauf.tu(
        .federfuehrungAendern(neu: an), an: ziel, "Federführung geändert", grund: grund
      ) { _ in [Angabe("alt", "Bisher", bisher), Angabe("neu", "Jetzt", an)] }
    }
  }
}

/// `diva vorgang umhaengen`: to another Akte or Aktenplaneinheit (A06).
struct Umhaengebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "umhaengen",
    abstract: "Hängt einen Vorgang in eine andere Akte oder eine Akte in eine andere Einheit um.",
    discussion: "Braucht die Rolle REG. Das alte Kennzeichen bleibt vermerkt.")

  @Argument(help: ArgumentHelp("Akte oder Vorgang.", valueName: "KENNZEICHEN"))
  var ziel: String

  @Option(
    name: .customLong("nach"),
    help: ArgumentHelp("Akte oder Vorgang, worin es liegen soll.", valueName: "KENNZEICHEN"))
  var eltern: String?

  @Option(help: ArgumentHelp("Aktenplaneinheit für eine Akte.", valueName: "KENNZEICHEN"))
  var einheit: String?

  @Option(
    help: ArgumentHelp(
      "Ein vorgegebenes Kennzeichen (sonst das nächste freie).", valueName: "KENNZEICHEN"))
  var kennzeichen: String?

  @Option(help: ArgumentHelp("Warum.", valueName: "TEXT"))
  var grund: String

  @OptionGroup var handlung: Handlungsangaben

  func validate() throws {
    if (eltern == nil) == (einheit == nil) {
      throw ValidationError("Nennen Sie entweder »--nach« oder »--einheit«.")
    }
  }

  func run() throws {
    try handlung.fuehreAus { lauf in
      let nennung = Nennung(lauf.speicher)
      let bild = try nennung.schriftgut(ziel)
      let (_, vollzug) = try lauf.speicher.haengeUm(
        bild.id, nach: try eltern.map { try nennung.schriftgut($0).id }, einheit: einheit,
        kennzeichen: kennzeichen.map { Kennzeichen($0) }, grund: grund, von: lauf.akteur,
        am: lauf.heute, lauf.kopf())
      try lauf.berichte(vollzug, bild.id, "umgehängt") { _ in
        [Angabe("bisher", "Bisher", bild.kennzeichen ?? "")]
      }
    }
  }
}

/// `diva akte stornieren`: made by mistake (A05).
struct Stornobefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stornieren",
    abstract: "Storniert, was aus Versehen angelegt wurde und immer leer war (Rolle REG).")

  @Argument(help: ArgumentHelp("Akte oder Vorgang.", valueName: "KENNZEICHEN"))
  var ziel: String

  @Option(help: ArgumentHelp("Warum.", valueName: "TEXT"))
  var grund: String

  @OptionGroup var handlung: Handlungsangaben

  func run() throws {
    try handlung.fuehreAus { lauf in
      try lauf.tu(.stornieren(grund: grund), an: ziel, "storniert", grund: grund)
    }
  }
}
