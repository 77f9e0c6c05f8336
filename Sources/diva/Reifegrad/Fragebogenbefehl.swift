// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Phasenmodell
internal import Pruefung
internal import Xdomea

/// `diva reifegrad fragebogen`: the self check as one HTML file.
struct Fragebogenbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fragebogen",
    abstract: "Schreibt den Selbstcheck: eine HTML-Datei, die jeder Webbrowser öffnet.",
    discussion: """
      Die Datei enthält alles: Fragen, Auswertung, Werkzeuge, Rechenhilfen. Sie braucht kein \
      Netz und keine Installation, und nichts verlässt den Rechner. Geben Sie sie allen, die \
      mitantworten. Wer kein JavaScript hat, kann die Fragen darin ausdrucken; mit \
      »--groessenklasse« nur die Ihrer Größe.
      """)

  @Option(help: ArgumentHelp("Datei, die entsteht.", valueName: "DATEI.html"))
  var nach: String

  @Option(
    help: ArgumentHelp(
      "klein, mittel, gross oder landkreis: welche Fragen zum Ausdrucken darin stehen.",
      valueName: "KLASSE"))
  var groessenklasse: String?

  @OptionGroup var ort: Toolboxangabe

  func validate() throws {
    if let groessenklasse, Groessenklasse(rawValue: groessenklasse) == nil {
      throw ValidationError(
        "Die Größenklasse »\(groessenklasse.sichtbar)« gibt es nicht. Möglich sind: klein, mittel, gross, landkreis."
      )
    }
    try Dateiziel.pruefe(nach, als: "der Selbstcheck", endungen: ["html", "htm"])
  }

  func run() throws {
    let toolbox = try ort.lies()
    let bogen = Fragebogen(
      katalog: try ort.katalog(toolbox), toolbox: toolbox, version: Werkzeug.version,
      groessenklasse: groessenklasse.flatMap(Groessenklasse.init(rawValue:)))
    let html: String
    do {
      html = try bogen.html()
    } catch {
      throw Hinderung("Der Selbstcheck lässt sich nicht schreiben. \(error)")
    }
    try Ablage.schreibe(html, nach: nach)
    try Ausgabe.zeile("\(nach.sichtbar): \(Int64(html.utf8.count).alsGroesse)")
    if let groessenklasse {
      Ausgabe.melde(
        "Hinweis: --groessenklasse wählt nur die Fragen zum Ausdrucken (»\(groessenklasse)«). Im Browser folgt die Größe aus den Angaben auf der Startseite."
      )
    }
  }
}
