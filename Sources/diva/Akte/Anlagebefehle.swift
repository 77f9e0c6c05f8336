// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Lifecycle

/// `diva akte anlegen`: a new Akte (A01).
struct Aktenanlage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anlegen", abstract: "Legt eine Akte an und nennt ihr Aktenzeichen.")

  @Option(
    help: ArgumentHelp("Aktenplaneinheit, in die die Akte gehört.", valueName: "KENNZEICHEN"))
  var einheit: String

  @OptionGroup var angaben: Anlageoptionen

  func run() throws {
    try angaben.legeAn(.akte) { wunsch, _ in wunsch.einheit = einheit }
  }
}

/// `diva vorgang anlegen`: a new Vorgang, Teilvorgang or Teilakte (A02).
struct Vorgangsanlage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anlegen",
    abstract: "Legt einen Vorgang in einer Akte an und nennt sein Kennzeichen.",
    discussion: "In einem Vorgang entsteht ein Teilvorgang.")

  @Option(
    name: .customLong("in"),
    help: ArgumentHelp("Akte oder Vorgang, worin er liegen soll.", valueName: "KENNZEICHEN"))
  var eltern: String

  @Flag(help: "In der Akte eine Teilakte (einen Band) anlegen.")
  var teilakte = false

  @OptionGroup var angaben: Anlageoptionen

  func run() throws {
    try angaben.legeAn(teilakte ? .teilakte : .vorgang) { wunsch, lauf in
      let oben = try Nennung(lauf.speicher).schriftgut(eltern)
      wunsch.eltern = oben.id
      if !teilakte, oben.ebene == .vorgang || oben.ebene == .teilvorgang {
        wunsch.ebene = .teilvorgang
      }
    }
  }
}

/// What a new Akte and a new Vorgang have in common.
struct Anlageoptionen: ParsableArguments {
  @Option(help: ArgumentHelp("Worum es geht.", valueName: "TEXT"))
  var betreff: String

  @Option(
    help: ArgumentHelp(
      "Ein vorgegebenes Kennzeichen (sonst das nächste freie).", valueName: "KENNZEICHEN"))
  var kennzeichen: String?

  @Option(help: ArgumentHelp("Federführende Stelle.", valueName: "STELLE"))
  var federfuehrung: String?

  @Option(
    help: ArgumentHelp(
      "Zweites Merkmal, nach dem der Aufbewahrungskatalog unterscheidet.", valueName: "TEXT"))
  var selektor: String?

  @Flag(help: "Ein Teil liegt auf Papier vor.")
  var papierteil = false

  @OptionGroup var handlung: Handlungsangaben

  /// Makes the object.
  func legeAn(
    _ ebene: Ebene, _ ergaenze: (inout Anlagewunsch, Handlungslauf) throws -> Void
  ) throws {
    try handlung.fuehreAus { lauf in
      var wunsch = Anlagewunsch(ebene, id: lauf.neueKennung(), betreff: betreff)
      wunsch.kennzeichen = kennzeichen.map { Kennzeichen($0) }
      wunsch.federfuehrung = federfuehrung
      wunsch.selektor = selektor
      wunsch.papierteil = papierteil
      try ergaenze(&wunsch, lauf)
      let (_, vollzug) = try lauf.speicher.legeAn(
        wunsch, von: lauf.akteur, am: lauf.heute, lauf.kopf())
      try lauf.berichte(vollzug, wunsch.id, "angelegt") { bild in
        lauf.json ? [] : [Angabe("uuid", "UUID", bild.id.text)]
      }
    }
  }
}
