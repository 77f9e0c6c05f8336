// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Phasenmodell
internal import Pruefung
internal import Xdomea

/// `diva werkzeuge karte`: phases, tasks and tools on one page.
struct Kartenbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "karte",
    abstract: "Schreibt die Übersichtskarte: Phasen, Aufgaben und Werkzeuge auf einer Seite.",
    discussion: """
      Die HTML-Seite braucht nichts als sich selbst; jeder Webbrowser zeigt und druckt sie. Oben \
      wählt man die Größe der Verwaltung; gedruckt wird, was gewählt ist. Eine Karte, in der man \
      die Werkzeuge anklicken kann, legt »diva werkzeuge export --alle« in seinen Ordner.
      """)

  @Option(help: ArgumentHelp("Datei, die entsteht.", valueName: "DATEI.html"))
  var nach: String

  @Option(
    help: ArgumentHelp(
      "klein, mittel, gross oder landkreis: welche Größe zuerst gewählt ist.", valueName: "KLASSE"))
  var groessenklasse: String?

  @OptionGroup var ort: Toolboxangabe

  func validate() throws {
    if let groessenklasse, Groessenklasse(rawValue: groessenklasse) == nil {
      throw ValidationError(
        "Die Größenklasse »\(groessenklasse.sichtbar)« gibt es nicht. Möglich sind: klein, mittel, gross, landkreis."
      )
    }
    try Dateiziel.pruefe(nach, als: "die Übersichtskarte", endungen: ["html", "htm"])
  }

  func run() throws {
    let katalog = try ort.katalog(try ort.lies())
    let karte = Uebersichtskarte(
      katalog, groessenklasse: groessenklasse.flatMap(Groessenklasse.init(rawValue:)))
    try Ablage.schreibe(karte.html(werkzeug: Werkzeug.kennung), nach: nach)
    try Ausgabe.zeile(nach.sichtbar)
  }
}
