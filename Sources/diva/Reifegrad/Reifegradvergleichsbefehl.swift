// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Phasenmodell
internal import Pruefung

/// `diva reifegrad vergleichen`: earlier and now.
struct Reifegradvergleichsbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vergleichen",
    abstract: "Vergleicht zwei Ergebnisse derselben Verwaltung.",
    discussion: """
      Verglichen werden nur Fragen, die beide Male beantwortet sind. Mit anderen Verwaltungen \
      vergleicht »diva reifegrad auswerten --gruppe«.
      """)

  @Argument(help: ArgumentHelp("Frühere Antwortdatei.", valueName: "ALT"))
  var alt: String

  @Argument(help: ArgumentHelp("Neuere Antwortdatei.", valueName: "NEU"))
  var neu: String

  @OptionGroup var angaben: Antwortangaben

  @Flag(help: "Eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    let toolbox = try angaben.ort.lies()
    let katalog = try angaben.ort.katalog(toolbox)
    var b = Reifegradbericht(
      try angaben.werteAus([neu], katalog).auswertung, katalog: katalog, toolbox: toolbox)
    b.vergleiche(mit: try angaben.werteAus([alt], katalog).auswertung, katalog)
    guard let z = b.zeitvergleich else { return }
    for w in z.warnungen { Ausgabe.melde("Warnung: \(w)".sichtbar) }
    if json { return try Ausgabe.zeile(z.json) }
    guard !z.basis.isEmpty else {
      return try Ausgabe.zeile("Es gibt keine Frage, die beide Male beantwortet ist.")
    }
    try Ausgabe.zeile(
      "\(z.basis.count.mal("vergleichbare Frage", "vergleichbare Fragen")): früher \(Norm.anzeige(z.alt)), "
        + "heute \(Norm.anzeige(z.neu)), Veränderung \(Norm.punkte(z.delta)) – \(z.klasse.anzeige)."
    )
    for (titel, ids) in [
      ("Besser", z.besser), ("Schlechter", z.schlechter), ("Neu beantwortet", z.neuBeantwortet),
      ("Nicht vergleichbar", z.nichtVergleichbar),
    ] where !ids.isEmpty {
      try Ausgabe.zeile("\(titel):")
      for id in ids { try Ausgabe.zeile("  \(id)  \(katalog.frage(id)?.text ?? "")") }
    }
  }
}
