// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Foundation
internal import Lifecycle
internal import Pruefung

/// `diva speicher anlegen`: a new store with its Aktenplan, catalogue and policy.
struct Speicheranlage: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anlegen",
    abstract: "Legt einen Speicher an, auf Wunsch mit Aktenplan und Aufbewahrungskatalog.",
    discussion: """
      Aktenplan und Katalog werden zuerst geprüft; bei Fehlern endet das Programm mit 2, und es \
      entsteht kein Speicher. \(Aktenplanbefehl.form)
      """)

  @Argument(help: ArgumentHelp("Der neue Ordner.", valueName: "ORDNER"))
  var ordner: String

  @Option(help: ArgumentHelp("Der Aktenplan.", valueName: "DATEI.csv"))
  var aktenplan: String?

  @Option(help: ArgumentHelp("Der Aufbewahrungskatalog.", valueName: "DATEI.csv"))
  var katalog: String?

  @Option(
    help: ArgumentHelp(
      "Name dieser Fassung des Katalogs (sonst der Name der Datei).", valueName: "NAME"))
  var katalogversion: String?

  @Option(help: ArgumentHelp("Erster Tag, an dem der Katalog gilt.", valueName: "TT.MM.JJJJ"))
  var gueltigAb: Kalendertag?

  @OptionGroup var werte: Richtlinienangaben

  @Option(
    help: ArgumentHelp("Löschbuch an einem anderen Ort als neben dem Ordner.", valueName: "DATEI"))
  var loeschbuch: String?

  @Option(
    name: .customLong("als"),
    help: ArgumentHelp("Wer das tut (sonst der Anmeldename).", valueName: "KENNUNG"))
  var kennung: String?

  @OptionGroup var tag: Tagesangabe

  @Flag(help: "Das Ergebnis als eine Zeile JSON ausgeben.")
  var json = false

  func validate() throws {
    if (katalog == nil) != (gueltigAb == nil) {
      throw ValidationError("»--katalog« und »--gueltig-ab« gehören zusammen.")
    }
    if katalogversion != nil, katalog == nil {
      throw ValidationError("»--katalogversion« braucht »--katalog«.")
    }
  }

  func run() throws {
    let (heute, zeitpunkt) = try tag.jetzt()
    let plan = try aktenplan.map { try Aktenplandatei.lies($0, json: json) }
    let fristen = try katalog.map { try Katalogtext($0, version: katalogversion, json: json) }
    let neu = try Speicher.lege(ordner, kennung: UUID().uuidString, loeschbuch: loeschbuch)
    let lauf = Handlungslauf(
      speicher: neu,
      akteur: Akteur(kennung: kennung ?? Anmeldename.aktuell, rollen: [.fachadministration]),
      zweitePerson: nil, heute: heute, zeitpunkt: zeitpunkt, json: json)
    let richtlinie = werte.angewandt(auf: try neu.richtlinie())
    if richtlinie != (try neu.richtlinie()) {
      try neu.setze(richtlinie, von: lauf.akteur, lauf.kopf())
    }
    _ = try plan.map { try Aktenplanaufnahme.nimm($0, lauf) }
    if let fristen, let gueltigAb { try fristen.nimm(gueltigAb, lauf) }
    try Bestandsanzeige(neu, heute).zeige(json: json)
    try neu.schliesse()
  }
}
