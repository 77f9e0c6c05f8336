// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Lifecycle
internal import Pruefung
internal import Xdomea

/// `diva katalog`: what concerns the catalogue of retention periods.
struct Katalogbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "katalog",
    abstract: "Prüft einen Katalog der Aufbewahrungsfristen und was er ändern würde.",
    subcommands: [Katalogpruefbefehl.self, Waswaerebefehl.self])
}

/// `diva katalog pruefen`: one report per file.
struct Katalogpruefbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pruefen",
    abstract: "Prüft Fristenkataloge und nennt, was nicht stimmt.",
    discussion: """
      Ein Katalog ist eine Tabelle (CSV, UTF-8, Semikolon) mit einer Zeile je Regel. Jeder Befund \
      nennt Zeile, Regel und Abhilfe. Das Programm endet mit 0, wenn kein Fehler gefunden wurde, \
      mit 2 bei Fehlern und mit 1, wenn eine Datei nicht gelesen werden konnte.
      """)

  @Argument(help: ArgumentHelp("Katalog (CSV).", valueName: "DATEI"))
  var dateien: [String]

  @Option(
    name: .customLong("ereignis"),
    help: ArgumentHelp(
      "Ereignis, dessen Tag ein Fachverfahren liefert; mehrfach möglich. Mit dieser Angabe wird "
        + "vor allen anderen Ereignissen gewarnt.", valueName: "NAME"))
  var ereignisse: [String] = []

  @Flag(help: "Die 30 Jahre bis zur Anbietung werden anderweitig überwacht; davor nicht warnen.")
  var waechter = false

  @Flag(help: "Je Datei eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    var leser = Katalogleser()
    leser.ereignisquellen = ereignisse.isEmpty ? nil : Set(ereignisse)
    leser.waechterEingerichtet = waechter
    var gescheitert = false
    var ungueltig = false
    for (stelle, datei) in dateien.enumerated() {
      do {
        let bericht = Self.bericht(datei, try Katalogdatei.lies(datei, leser))
        if json {
          try Ausgabe.zeile(bericht.jsonZeile())
        } else {
          if stelle > 0 { try Ausgabe.zeile() }
          try Ausgabe.text(bericht.text(farbe: Ausgabe.farbig))
        }
        if !bericht.gueltig { ungueltig = true }
      } catch let hinderung as Hinderung {
        gescheitert = true
        try melde(hinderung, datei)
      }
    }
    if gescheitert { throw ExitCode.failure }
    if ungueltig { throw ExitCode(2) }
  }

  private static func bericht(_ datei: String, _ ergebnis: Katalogleser.Ergebnis) -> Pruefbericht {
    var bericht = Pruefbericht(
      werkzeug: Werkzeug.kennung, datei: datei, art: "katalog",
      angaben: [("Zeilen", ergebnis.katalog.zeilen.count.deutsch)])
    for befund in ergebnis.befunde { bericht.melde(befund) }
    return bericht
  }

  /// Says that a file could not be read; the next one follows.
  private func melde(_ hinderung: Hinderung, _ datei: String) throws {
    try Ausgabe.leere()
    Ausgabe.melde("Fehler: \(hinderung)")
    guard json else { return }
    var o = JSONObjekt()
    o.setze("werkzeug", Werkzeug.kennung)
    o.setze("schemaVersion", 1)
    o.setze("datei", datei)
    o.setze("fehler", "\(hinderung)")
    try Ausgabe.zeile(o.text)
  }
}
