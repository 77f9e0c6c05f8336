// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Aussonderung
internal import Lifecycle

/// `diva aussondern vorlegen`: the Aktenplan is sent to be appraised in advance (0511).
struct Vorlagebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vorlegen",
    abstract: "Legt dem Archiv den Aktenplan zur Bewertung vor (0511; Rolle REG).",
    discussion: """
      Das Archiv antwortet mit einem Bewertungskatalog (0513), den »empfangen« anwendet und bestätigt \
      (0514). Danach geht, was in eine mit A bewertete Einheit gehört, mit »abgeben --nach-katalog« \
      ohne Anbietung hinaus. Das geht ab xdomea 3.1.
      """)

  @Option(help: ArgumentHelp("Name des Aktenplans.", valueName: "NAME"))
  var bezeichnung = "Aktenplan"

  @Option(help: ArgumentHelp("Stand oder Version des Aktenplans.", valueName: "TEXT"))
  var stand: String

  @Option(
    help: ArgumentHelp("Kennung des neuen Prozesses (sonst eine zufällige).", valueName: "UUID"))
  var prozess: ProzessID?

  @OptionGroup var angaben: Behoerdenangaben

  func validate() throws {
    for (name, wert) in [("--bezeichnung", bezeichnung), ("--stand", stand)]
    where wert.allSatisfy(\.isWhitespace) {
      throw ValidationError("»\(name)« darf nicht leer sein.")
    }
  }

  func run() throws {
    try angaben.fuehreAus { b in
      try b.tu(prozess, "Aktenplan vorgelegt.") {
        try b.behoerde.legeAktenplanVor(
          prozess ?? b.lauf.neueKennung(), bezeichnung: bezeichnung, version: stand,
          try b.vereinbarung(), b.wer)
      }
    }
  }
}
