// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Uebergabe

/// `diva nachweis uebernehmen`: the answer of the time stamp service.
struct Nachweisuebernehmen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uebernehmen",
    abstract: "Übernimmt die Antwort des Zeitstempeldienstes in den Nachweis.",
    discussion: """
      Geprüft wird, ob die Antwort zur offenen Anfrage gehört: Hashwert, Zufallszahl, Richtlinie, \
      Signatur und, wenn Wurzelzertifikate genannt sind, der Zertifikatspfad. Passt etwas nicht, bleibt \
      der Nachweis, wie er war.
      """)

  @Argument(help: ArgumentHelp("Der Ordner mit dem Nachweis.", valueName: "NACHWEIS"))
  var nachweis: String

  @Argument(
    help: ArgumentHelp("Die Antwort des Dienstes oder der bloße Zeitstempel.", valueName: "ANTWORT")
  )
  var antwort: String

  @OptionGroup var vertrauen: Vertrauensangabe

  @Flag(help: "Das Ergebnis als eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    var ordner = try Nachweisordner(pfad: nachweis)
    try ordner.uebernimm(antwort: try Bytedatei.lies(antwort), try vertrauen.anker())
    try Nachweisausgabe(ordner).zeige(json: json)
  }
}
