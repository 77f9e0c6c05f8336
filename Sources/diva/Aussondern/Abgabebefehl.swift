// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Aussonderung
internal import Lifecycle

/// `diva aussondern abgeben`: the transfer (P08, P15, 0503).
struct Abgabebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "abgeben",
    abstract: "Übergibt dem Archiv, was es haben will, mit allen Dateien (0503; Rolle REG).",
    discussion: """
      Jede Datei wird beim Einpacken mit der Prüfsumme verglichen, mit der sie abgelegt wurde. Was \
      das Archiv nicht einlesen konnte, wird beim nächsten Aufruf noch einmal abgegeben. Mit \
      »--nach-katalog« gehen Akten ohne Anbietung hinaus, deren Aktenplaneinheit das Archiv im \
      Bewertungskatalog als archivwürdig bewertet hat (zweistufiges Verfahren).

      Das Programm, das »--virenpruefung« nennt, wird je Akte (oder einzeln abgegebenem Vorgang) \
      einmal gestartet, ohne Shell; sein letztes Argument ist ein Ordner mit allen Dateien darin. \
      Endet es mit 0, ist alles in Ordnung, mit 1, wenn es etwas gefunden hat: Dann bleibt diese Akte \
      hier und wird genannt. Endet es anders, wird gar nichts abgegeben. Enthält ein Wort \
      Leerzeichen, setzen Sie es in Anführungszeichen.
      """)

  @Argument(help: ArgumentHelp("Der Prozess; entfällt mit --nach-katalog.", valueName: "PROZESS"))
  var prozess: ProzessID?

  @Flag(help: "Sie versichern, dass die Dateien auf Schadsoftware geprüft sind.")
  var virenfrei = false

  @Option(
    help: ArgumentHelp(
      "Programm, das die Dateien auf Schadsoftware prüft, etwa »clamscan -r --no-summary«.",
      valueName: "BEFEHL"))
  var virenpruefung: Virenprogramm?

  @Flag(help: "Zweistufig: ohne Anbietung, nach dem Bewertungskatalog.")
  var nachKatalog = false

  @Option(
    help: ArgumentHelp(
      "Mit --nach-katalog: nur diese Akte; mehrfach möglich.", valueName: "KENNZEICHEN"))
  var objekt: [String] = []

  @Option(
    help: ArgumentHelp("Mit --nach-katalog: höchstens so viele Objekte.", valueName: "ZAHL"))
  var hoechstens = 1_000

  @OptionGroup var angaben: Behoerdenangaben

  func validate() throws {
    if !nachKatalog, prozess == nil { throw ValidationError("Nennen Sie den Prozess.") }
    if hoechstens < 1 { throw ValidationError("»--hoechstens« muss mindestens 1 sein.") }
    if !virenfrei, virenpruefung == nil {
      throw ValidationError(
        "Lassen Sie die Dateien mit »--virenpruefung BEFEHL« auf Schadsoftware prüfen, oder "
          + "versichern Sie mit »--virenfrei«, dass das geschehen ist.")
    }
    if virenfrei, virenpruefung != nil {
      throw ValidationError("»--virenfrei« und »--virenpruefung« schließen einander aus.")
    }
  }

  func run() throws {
    let programm = try virenpruefung?.gefunden()
    try angaben.fuehreAus { b in
      try b.tu(prozess, "Abgegeben.") {
        if nachKatalog { return try gibNachKatalogAb(b, programm) }
        guard let prozess else { throw ValidationError("Nennen Sie den Prozess.") }
        guard let programm else {
          return try b.behoerde.gibAb(prozess, Abgabezusage(virenfrei: true), b.wer)
        }
        return try b.behoerde.gibAb(prozess, geprueftVon: programm, b.wer)
      }
    }
  }

  private func gibNachKatalogAb(
    _ b: Behoerdenlauf, _ programm: Virenprogramm?
  ) throws -> Verfahren {
    let nennung = Nennung(b.lauf.speicher)
    let ids = try objekt.map { try nennung.schriftgut($0).id }
    let auswahl = ids.isEmpty ? Auswahl.faellige(hoechstens: hoechstens) : .objekte(ids)
    let prozess = prozess ?? b.lauf.neueKennung()
    guard let programm else {
      return try b.behoerde.gibNachKatalogAb(
        prozess, auswahl, try b.vereinbarung(), Abgabezusage(virenfrei: true), b.wer)
    }
    return try b.behoerde.gibNachKatalogAb(
      prozess, auswahl, try b.vereinbarung(), geprueftVon: programm, b.wer)
  }
}
