// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Foundation
internal import Pruefung
internal import Uebergabe
internal import Xdomea

/// `diva nachweis pruefen`: evidence of every kind that this suite reads.
struct Nachweispruefen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pruefen",
    abstract: "Prüft einen Nachweis oder Evidence Record und die Dateien dazu.",
    discussion: """
      Gelesen werden Nachweise dieses Programms (Ordner), Evidence Records nach RFC 4998 (DER oder \
      base64), Pakete nach TR-ESOR (XAIP und LXAIP 1.3; mit »--daten« Evidence Records, die getrennt \
      geliefert wurden) und Ordner mit einem Hashwald von dip_integrity. Ohne »--daten« wird nur geprüft, \
      ob der Nachweis in sich stimmt. Verknüpfungen wird nicht gefolgt; sie, leere Ordner und abweichend \
      geschriebene Umlaute (NFC, NFD) werden genannt, der Rest wird geprüft. Nachweise dieses Programms \
      schützen Inhalte und Namen, ein Evidence Record allein nur den Inhalt. Ohne »--vertrauen« wird \
      gesagt, dass ein Zeitstempel vorhanden, die Vertrauenskette aber nicht geprüft ist. Sperrlisten \
      werden nicht abgefragt.

      Das Programm endet mit 0, wenn kein Fehler gefunden wurde, mit 2 bei Fehlern und mit 1, wenn \
      etwas nicht geprüft werden konnte.
      """)

  @Argument(
    help: ArgumentHelp("Ordner mit dem Nachweis, Evidence Record oder XAIP.", valueName: "NACHWEIS")
  )
  var nachweis: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Wovon der Nachweis handelt: ein Ordner oder Dateien.", valueName: "ORDNER|DATEI"))
  var daten: [String] = []

  @OptionGroup var vertrauen: Vertrauensangabe

  @Option(
    help: ArgumentHelp(
      "Zusätzlich einen Bericht als HTML-Seite schreiben.", valueName: "DATEI.html"))
  var bericht: String?

  @Flag(help: "Das Ergebnis als eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    guard let jetzt = Uhr.jetzt else { throw Hinderung("Die Uhr des Rechners ist nicht lesbar.") }
    let pruefer = Beweispruefer(
      werkzeug: Werkzeug.kennung, anker: try vertrauen.anker(), jetzt: jetzt)
    let ergebnis = try pruefer.pruefe(pfad: nachweis, daten: daten)
    if json {
      try Ausgabe.zeile(ergebnis.jsonZeile())
    } else {
      try Ausgabe.text(ergebnis.text(farbe: Ausgabe.farbig))
    }
    if let bericht {
      let html = HTMLBericht.html(
        [ergebnis], titel: "Prüfbericht", erstellt: Uhr.anzeige, regeln: Nachweisregeln.alle)
      try Ablage.schreibe(html, nach: bericht)
    }
    if !ergebnis.gueltig { throw ExitCode(2) }
  }
}
