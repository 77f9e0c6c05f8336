// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Xdomea

/// `diva demo`: the whole path with the sample files, step by step.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Führt den ganzen Weg an Beispielakten vor.",
    discussion: """
      Zuerst lebt eine erfundene Akte in einem Speicher: Ein Brief kommt an, wird gescannt und \
      bearbeitet, die Akte wird geschlossen und nach zehn Jahren fällig. Dann werden Akten eingepackt, geprüft, ausgepackt, verglichen, gezeigt und in eine \
      ältere Version umgesetzt. Dann wird in einer Kopie ein Byte verändert, und Sie sehen, wie \
      das gemeldet wird. Zuletzt spielt das Programm Stadt und Archiv zugleich: vierstufig mit Angebot \
      und Bewertung, zweistufig mit einem Bewertungskatalog, beides bis zur gelöschten Akte. Gearbeitet wird in einem Ordner, der danach wieder verschwindet.
      """)

  @Option(
    help: ArgumentHelp(
      "Andere Beispielakten nehmen (sonst Docs/beispiel/akten).", valueName: "ORDNER"))
  var ordner: String?

  @OptionGroup var wahl: Schemawahl

  @Option(
    help: ArgumentHelp(
      "Container, Bericht und die Ordner der Aussonderung hier behalten.", valueName: "ORDNER"))
  var behalten: String?

  @Flag(help: "Je Schritt eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    let akten = try Demoumgebung.akten(ordner)
    let schemata = try wahl.gewaehlt() ?? Demoumgebung.schemata(neben: akten)
    try Demoumgebung.mitArbeitsordner { arbeit in
      var lauf = try Demolauf(
        akten: akten, schemata: schemata, arbeitsordner: arbeit, behalten: behalten)
      try fuehreVor(&lauf)
    }
  }

  private func fuehreVor(_ lauf: inout Demolauf) throws {
    if !json { for zeile in Demotexte.anfang { try Ausgabe.zeile(zeile) } }
    for (stelle, schritt) in Demoschritt.allCases.enumerated() {
      let nummer = "Schritt \(stelle + 1) von \(Demoschritt.allCases.count)"
      if !json { try Ausgabe.zeile("\n" + Ausgabe.fett("\(nummer): \(schritt.titel)")) }
      var o = JSONObjekt()
      o.setze("werkzeug", Werkzeug.kennung)
      o.setze("schemaVersion", 1)
      o.setze("schritt", stelle + 1)
      o.setze("name", schritt.rawValue)
      do {
        let ergebnis = try lauf.fuehreAus(schritt)
        o.setze("gelungen", true)
        for (name, wert) in ergebnis.zahlen { o.setze(name, wert) }
        o.setze("zeilen", ergebnis.zeilen)
        if !json {
          for zeile in ergebnis.zeilen { try Ausgabe.zeile(zeile.isEmpty ? "" : "  " + zeile) }
        }
      } catch let fehler as Ausgabefehler {
        throw fehler
      } catch {
        o.setze("gelungen", false)
        o.setze("fehler", "\(error)")
        if json { try Ausgabe.zeile(o.text) }
        throw Hinderung("\(nummer) (\(schritt.titel)) ist gescheitert: \(error)")
      }
      if json { try Ausgabe.zeile(o.text) }
      try Ausgabe.leere()  // each step is seen when it is done
    }
    if !json { for zeile in Demotexte.ende { try Ausgabe.zeile(zeile) } }
  }
}
