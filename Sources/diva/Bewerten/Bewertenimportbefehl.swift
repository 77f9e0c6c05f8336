// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Aussonderung
internal import Foundation
internal import Pruefung

/// `diva bewerten import`: takes the decisions of a filled-in table.
struct Bewertenimportbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Liest die Entscheidungen aus einer ausgefüllten Tabelle (CSV).",
    discussion: """
      Gelesen werden nur die Spalten UUID, Entscheidung und Notiz. Jeder Befund nennt die Zeile, wie \
      die Tabellenkalkulation sie zählt, und die Abhilfe. Solange ein Fehler in der Liste ist, wird \
      nichts übernommen. Das Programm endet mit 0, wenn die Entscheidungen übernommen sind, mit 2, \
      wenn die Liste Fehler hat, und mit 1, wenn sie nicht gelesen werden konnte.
      """)

  @Argument(help: ArgumentHelp("Der Prozess.", valueName: "PROZESS"))
  var prozess: ProzessID

  @Argument(help: ArgumentHelp("Ausgefüllte Tabelle (CSV).", valueName: "DATEI"))
  var datei: String

  @OptionGroup var ort: Verfahrensangabe

  @Flag(help: "Den Bericht als eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    let ordner = try ort.oeffne(.archiv)
    let tabelle = try Bewertungstabelle(ordner, prozess)
    let (bericht, uebernommen) = try tabelle.nimm(
      try Katalogdatei.bytes(datei, hoechstens: tabelle.groessteDatei),
      datei: URL(fileURLWithPath: datei).lastPathComponent, Archiv(ordner: ordner), prozess)
    if json {
      try Ausgabe.zeile(bericht.jsonZeile())
    } else {
      try Ausgabe.text(bericht.text(farbe: Ausgabe.farbig))
      try Ausgabe.zeile()
      try Ausgabe.zeile(
        uebernommen ? "Die Entscheidungen sind übernommen." : "Es wurde nichts übernommen.")
    }
    if !uebernommen { throw ExitCode(2) }
  }
}
