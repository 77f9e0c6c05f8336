// SPDX-License-Identifier: Apache-2.0
internal import Aktenspeicher
internal import ArgumentParser
internal import Foundation
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// `diva speicher aktenplan`: units come into the store, or are closed for new Akten (A35).
struct Aktenplanbefehl: ParsableCommand {
  /// How the table looks, for the help pages.
  static let form = """
    Der Aktenplan ist eine Tabelle (CSV, UTF-8, Semikolon) mit den Spalten \
    kennzeichen;bezeichnung;gueltigAb;gueltigBis; die beiden letzten dürfen fehlen. Akten nimmt auf, \
    worunter nichts mehr liegt.
    """

  static let configuration = CommandConfiguration(
    commandName: "aktenplan",
    abstract: "Nimmt einen Aktenplan auf oder legt eine Einheit still (Rolle FA).",
    discussion: "\(form) Was nicht in der Tabelle steht, bleibt, wie es ist.")

  @Argument(help: ArgumentHelp("Der Aktenplan.", valueName: "DATEI.csv"))
  var datei: String?

  @Option(
    help: ArgumentHelp(
      "Diese Einheit nimmt keine neuen Akten mehr auf; mehrfach möglich.", valueName: "KENNZEICHEN")
  )
  var stilllegen: [String] = []

  @OptionGroup var handlung: Handlungsangaben

  func validate() throws {
    if datei == nil, stilllegen.isEmpty {
      throw ValidationError("Nennen Sie einen Aktenplan oder »--stilllegen«.")
    }
  }

  func run() throws {
    let plan = try datei.map { try Aktenplandatei.lies($0, json: handlung.json) }
    try handlung.fuehreAus { lauf in
      if let plan { try Aktenplanaufnahme.nimm(plan, lauf).zeige(json: lauf.json) }
      for einheit in stilllegen {
        let vollzug = try lauf.speicher.vollziehe(
          lauf.handlung(.einheit(ziel: einheit, ereignis: .stilllegen)), lauf.kopf())
        try zeige(einheit, vollzug)
      }
    }
  }

  private func zeige(_ einheit: String, _ vollzug: Vollzug) throws {
    guard handlung.json else {
      try Ausgabe.zeile(
        "Aktenplaneinheit \(einheit): stillgelegt (Protokoll Nr. \(vollzug.folge))".sichtbar)
      return
    }
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("regel", vollzug.wirkungen?.regel)
    o.setze("protokoll", vollzug.folge)
    o.setze("kennzeichen", einheit)
    o.setze("stillgelegt", true)
    try Ausgabe.zeile(o.text)
  }
}

/// An Aktenplan on the disk.
enum Aktenplandatei {
  /// Reads an Aktenplan that shall be used; tells what is wrong with it.
  ///
  /// - Throws: `ExitCode` 2 after errors were told, ``Hinderung`` if the file cannot be read.
  static func lies(_ pfad: String, json: Bool) throws -> [Einheitszustand] {
    let leser = Aktenplanleser()
    let ergebnis = leser.lies(
      try Katalogdatei.bytes(pfad, hoechstens: leser.groessteDatei),
      datei: URL(fileURLWithPath: pfad).lastPathComponent)
    try Befundausgabe.halte(ergebnis.befunde, datei: pfad, art: "aktenplan", json: json)
    return ergebnis.einheiten
  }
}

/// Tells the findings about a file that shall be taken in.
enum Befundausgabe {
  /// Tells errors, if there are any.
  ///
  /// - Throws: `ExitCode` 2 then.
  static func halte(_ befunde: [Befund], datei: String, art: String, json: Bool) throws {
    guard befunde.contains(where: { $0.schwere == .fehler }) else { return }
    var bericht = Pruefbericht(werkzeug: Werkzeug.kennung, datei: datei, art: art)
    for befund in befunde { bericht.melde(befund) }
    if json {
      try Ausgabe.zeile(bericht.jsonZeile())
    } else {
      try Ausgabe.text(bericht.text(farbe: Ausgabe.farbig))
    }
    throw ExitCode(2)
  }
}
