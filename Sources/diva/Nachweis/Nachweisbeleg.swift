// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Foundation
internal import Pruefung
internal import Uebergabe
internal import Xdomea

/// `diva nachweis beleg`: evidence records of single files.
struct Nachweisbeleg: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "beleg",
    abstract: "Schreibt den Evidence Record (RFC 4998) einzelner oder aller Dateien.",
    discussion: """
      Ein Evidence Record enthält den reduzierten Hashbaum und alle Zeitstempel. Wer ihn und die Datei \
      hat, kann den Nachweis mit jedem Programm für RFC 4998 prüfen, ohne die anderen Dateien zu kennen. \
      »uebersicht.tsv« im Zielordner nennt zu jeder Datei ihren Beleg.

      Ein solcher Beleg schützt den Inhalt der Datei. Namen und Gruppen schützt »hashliste-1.ers«, der Beleg \
      der Hashliste; er entsteht, wenn Sie keine Datei nennen, und wird mit »hashliste-1.tsv« geprüft.
      """)

  @Argument(help: ArgumentHelp("Der Ordner mit dem Nachweis.", valueName: "NACHWEIS"))
  var nachweis: String

  @Argument(
    help: ArgumentHelp(
      "Pfade der Dateien, wie sie in der Hashliste stehen; ohne Angabe alle.", valueName: "DATEI"))
  var dateien: [String] = []

  @Option(help: ArgumentHelp("Der neue Ordner für die Belege.", valueName: "ORDNER"))
  var nach: String

  @Flag(help: "Das Ergebnis als eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    let ordner = try Nachweisordner(pfad: nachweis)
    let zahl = try ordner.schreibeBelege(dateien.isEmpty ? nil : dateien, nach: nach)
    guard json else {
      return try Ausgabe.zeile(
        "\(nach.sichtbar): \(zahl.mal("Evidence Record", "Evidence Records")), dazu »uebersicht.tsv«."
      )
    }
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("ordner", nach)
    o.setze("belege", zahl)
    try Ausgabe.zeile(o.text)
  }
}
