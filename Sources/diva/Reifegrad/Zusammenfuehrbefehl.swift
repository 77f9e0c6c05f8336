// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Phasenmodell
internal import Pruefung

/// `diva reifegrad zusammenfuehren`: one file out of several.
struct Zusammenfuehrbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zusammenfuehren",
    abstract: "Führt die Antwortdateien mehrerer Personen zu einer zusammen.",
    discussion: """
      Die neue Datei enthält alle Stimmen unverändert und lässt sich wieder zusammenführen. Was \
      verschieden beantwortet ist, wird gezeigt und nicht entschieden; Sie legen es im Gespräch fest.
      """)

  @Argument(help: ArgumentHelp("Antwortdateien (….diva.json).", valueName: "ANTWORTEN"))
  var dateien: [String]

  @Option(help: ArgumentHelp("Datei, die entsteht (sonst die Ausgabe).", valueName: "DATEI"))
  var nach: String?

  @OptionGroup var ort: Toolboxangabe

  func validate() throws {
    try Dateiziel.pruefe(nach, als: "eine Antwortdatei", endungen: ["json"])
  }

  func run() throws {
    let katalog = try ort.katalog(try ort.lies())
    let z = Zusammenfuehrung(try Antwortangaben.lies(dateien, katalog), katalog: katalog)
    Antwortangaben.melde(z.befunde)
    let text = z.datei.baum.json
    guard text.utf8.count <= Antwortleser.groessteDatei else {
      throw Hinderung(
        "Die gemeinsame Datei wäre größer als \(Antwortleser.groessteDatei >> 20) MB und ließe sich "
          + "nicht mehr öffnen. Kürzen Sie Bemerkungen und Belege, oder werten Sie die einzelnen Dateien "
          + "mit »diva reifegrad auswerten« aus.")
    }
    guard let nach else { return try Ausgabe.text(text) }
    try Antwortablage.schreibe(text, nach: nach)
    try Ausgabe.zeile("\(z.datei.stimmen.count.mal("Stimme", "Stimmen")): \(nach.sichtbar)")
    guard let a = try? Auswertung(z.datei, katalog: katalog) else { return }
    if z.datei.stimmen.count > 1 {
      try Ausgabe.zeile(
        "Einig oder nah beieinander: \(Norm.anzeige(a.einigkeitsquote)) der Punkte.")
    }
    let liste = a.gespraechsliste
    if !liste.isEmpty { try Ausgabe.zeile("Darüber sollten Sie sprechen:") }
    for f in liste.prefix(15) {
      try Ausgabe.zeile(
        "  \(f.id)  \(f.text)\(a.strittig.contains(f.id) ? " – strittiger Muss-Punkt" : "")")
    }
    if liste.count > 15 { try Ausgabe.zeile("  … und \(liste.count - 15) weitere.") }
  }
}
