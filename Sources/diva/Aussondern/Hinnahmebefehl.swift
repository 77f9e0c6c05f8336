// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Aussonderung

/// `diva aussondern hinnehmen`: what an older version cannot carry is accepted (R66).
struct Hinnahmebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hinnehmen",
    abstract: "Nimmt hin, dass Texte verändert hinausgehen, und sendet die Nachricht (Rolle REG).",
    discussion: """
      xdomea 2 kennt nur lateinische Buchstaben und wenige Zeichen; andere werden ersetzt. Eine \
      Nachricht, die das betrifft, wartet deshalb. Der Verlustbericht des Prozesses nennt jede \
      Stelle: Prüfen Sie ihn zuerst.
      """)

  @Argument(help: ArgumentHelp("Der Prozess.", valueName: "PROZESS"))
  var prozess: ProzessID

  @OptionGroup var angaben: Behoerdenangaben

  func run() throws {
    try angaben.fuehreAus { b in
      try b.behoerde.nimmVerlusteHin(prozess, b.wer)
      try b.berichte(prozess, "Hingenommen und gesandt.")
    }
  }
}
