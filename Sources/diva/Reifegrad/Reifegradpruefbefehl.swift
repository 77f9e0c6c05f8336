// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Phasenmodell
internal import Pruefung
internal import Xdomea

/// `diva reifegrad lint`: checks the catalogue and all texts of the toolbox.
struct Reifegradpruefbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Prüft Fragenkatalog und Werkzeuge der Toolbox.",
    discussion: """
      Geprüft werden Kennungen, Verweise, Wortgrenzen, Gewichte, Erreichbarkeit je Größe, Kopfdaten \
      und Fristen der Texte. Das Programm endet mit 0, wenn kein Fehler gefunden wurde, mit 2 bei \
      Fehlern und mit 1, wenn die Toolbox nicht gelesen werden konnte.
      """)

  @OptionGroup var ort: Toolboxangabe

  @Option(
    name: .customLong("stichtag"),
    help: ArgumentHelp(
      "Tag, an dem »prüfen bis« gemessen wird (sonst wird es nicht geprüft).",
      valueName: "TT.MM.JJJJ"))
  var stichtag: Kalendertag?

  @Flag(help: "Eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    let toolbox = try ort.lies()
    let katalog = try toolbox.katalog().katalog
    var bericht = Pruefbericht(
      werkzeug: Werkzeug.kennung, datei: ort.toolbox ?? "Toolbox", art: "toolbox",
      angaben: [
        ("Fragen", katalog.fragen.count.deutsch), ("Werkzeuge", katalog.werkzeuge.count.deutsch),
        ("Dateien", toolbox.dateien.count.deutsch),
      ])
    for befund in try toolbox.pruefe(stichtag: stichtag) { bericht.melde(befund) }
    if json {
      try Ausgabe.zeile(bericht.jsonZeile())
    } else {
      try Ausgabe.text(bericht.text(farbe: Ausgabe.farbig))
    }
    if !bericht.gueltig { throw ExitCode(2) }
  }
}
