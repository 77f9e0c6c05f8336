// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
public import ArgumentParser
internal import Aussonderung
public import Lifecycle
internal import Pruefung

extension Angebotsanlass: ExpressibleByArgument {}

/// `diva aussondern anbieten`: the offer (P01, P02, 0501).
struct Anbietebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anbieten",
    abstract: "Bietet dem Archiv an, was fällig ist (0501; Rolle REG).",
    discussion: """
      Ohne »--objekt« wird angeboten, was an dem Tag fällig ist und noch in keinem Verfahren steckt. \
      Was nicht angeboten werden darf, etwa wegen einer Löschsperre, bleibt liegen und wird genannt.
      """)

  @Option(
    help: ArgumentHelp(
      "Nur diese Akte oder diesen Vorgang; mehrfach möglich.", valueName: "KENNZEICHEN"))
  var objekt: [String] = []

  @Option(help: ArgumentHelp("Höchstens so viele fällige Objekte.", valueName: "ZAHL"))
  var hoechstens = 1_000

  @Option(
    help: ArgumentHelp(
      "Warum jetzt: fristende, dreissigJahre, loeschverlangen oder vereinbarung.",
      valueName: "ANLASS"))
  var anlass: Angebotsanlass = .fristende

  @Option(
    help: ArgumentHelp("Kennung des neuen Prozesses (sonst eine zufällige).", valueName: "UUID"))
  var prozess: ProzessID?

  @OptionGroup var angaben: Behoerdenangaben

  func validate() throws {
    if hoechstens < 1 { throw ValidationError("»--hoechstens« muss mindestens 1 sein.") }
  }

  func run() throws {
    try angaben.fuehreAus { b in
      let nennung = Nennung(b.lauf.speicher)
      let ids = try objekt.map { try nennung.schriftgut($0).id }
      try b.tu(prozess, "Angeboten.") {
        try b.behoerde.bieteAn(
          prozess ?? b.lauf.neueKennung(),
          ids.isEmpty ? .faellige(hoechstens: hoechstens) : .objekte(ids), anlass: anlass,
          try b.vereinbarung(), b.wer)
      }
    }
  }
}
