// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Lifecycle

/// What every command that changes something wants to know: where, who and when.
struct Handlungsangaben: ParsableArguments {
  @OptionGroup var ort: Speicherangabe

  @Option(
    name: .customLong("als"),
    help: ArgumentHelp("Wer handelt (sonst der Anmeldename).", valueName: "KENNUNG"))
  var kennung: String?

  @Option(
    name: .customLong("rolle"),
    help: ArgumentHelp(
      "In welcher Rolle; mehrfach möglich (sonst SB). Ein Fachverfahren nimmt die Rollen aus seinem "
        + "Verzeichnis; dieses Programm glaubt Ihnen.", valueName: "ROLLE"))
  var rollen: [Rolle] = []

  @Option(
    help: ArgumentHelp(
      "Wer mitentscheidet, wo es zwei Personen braucht.", valueName: "KENNUNG:ROLLE"))
  var zweitePerson: Personenangabe?

  @OptionGroup var tag: Tagesangabe

  @Flag(help: "Je Ergebnis eine Zeile JSON ausgeben.")
  var json = false

  func validate() throws {
    if let kennung, kennung.allSatisfy(\.isWhitespace) {
      throw ValidationError("»--als« braucht eine Kennung.")
    }
  }

  /// Opens the store, lets something happen in it and closes it; tells a refusal.
  ///
  /// - Throws: `ExitCode` 2 after a refusal was told, or why it could not be done.
  func fuehreAus(_ body: (Handlungslauf) throws -> Void) throws {
    let speicher = try ort.oeffne(.schreibend)
    let (heute, zeitpunkt) = try tag.jetzt(in: speicher)
    let lauf = Handlungslauf(
      speicher: speicher,
      akteur: Akteur(
        kennung: kennung ?? Anmeldename.aktuell,
        rollen: rollen.isEmpty ? [.sachbearbeitung] : Set(rollen)),
      zweitePerson: zweitePerson?.akteur, heute: heute, zeitpunkt: zeitpunkt, json: json)
    do {
      try body(lauf)
    } catch let ablehnung as Vollzugsablehnung {
      try lauf.melde(ablehnung)
      throw ExitCode(2)
    } catch let fehler as LifecycleFehler {
      try lauf.melde(fehler, folge: nil)
      throw ExitCode(2)
    }
    try speicher.schliesse()
  }
}
