// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Uebergabe

/// `diva nachweis erneuern`: a new time stamp, or a new tree by another algorithm.
struct Nachweiserneuern: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "erneuern",
    abstract: "Erneuert den Zeitstempel oder, mit neuem Hashverfahren, den Hashbaum.",
    discussion: """
      Ohne »--verfahren« entsteht eine Anfrage für einen Zeitstempel, der den letzten deckt; die Dateien \
      werden dazu nicht gebraucht. Tun Sie das, bevor das Zertifikat des letzten Zeitstempels abläuft.

      Mit »--verfahren« und »--daten« werden alle Dateien neu gelesen, mit dem Nachweis verglichen und in \
      einem neuen Baum mit den bisherigen Zeitstempeln verbunden. Tun Sie das, bevor das alte \
      Hashverfahren als unsicher gilt.
      """)

  @Argument(help: ArgumentHelp("Der Ordner mit dem Nachweis.", valueName: "NACHWEIS"))
  var nachweis: String

  @Option(
    help: ArgumentHelp(
      "Das neue Hashverfahren: sha256, sha384 oder sha512.", valueName: "VERFAHREN"))
  var verfahren: Nachweiserstellen.Verfahren?

  @Option(
    help: ArgumentHelp(
      "Der Ordner oder die Datei, von der der Nachweis handelt.", valueName: "ORDNER"))
  var daten: String?

  @OptionGroup var dienst: Dienstangabe

  @Flag(help: "Das Ergebnis als eine Zeile JSON ausgeben.")
  var json = false

  func validate() throws {
    if (verfahren == nil) != (daten == nil) {
      throw ValidationError("»--verfahren« und »--daten« gehören zusammen.")
    }
  }

  func run() throws {
    guard let jetzt = Uhr.jetzt else { throw Hinderung("Die Uhr des Rechners ist nicht lesbar.") }
    var ordner = try Nachweisordner(pfad: nachweis)
    var zufall = SystemRandomNumberGenerator()
    if let verfahren, let daten {
      try ordner.erneuereBaum(
        daten: daten, verfahren.hash, richtlinie: dienst.richtlinie, am: jetzt, zufall: &zufall)
    } else {
      try ordner.erneuereZeitstempel(richtlinie: dienst.richtlinie, zufall: &zufall)
    }
    _ = try dienst.stemple(&ordner)
    try Nachweisausgabe(ordner).zeige(json: json)
  }
}
