// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser

/// `diva bewerten`: appraisal by people, outside of the program.
struct Bewertenbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bewerten",
    abstract:
      "Gibt Angebot oder Aktenplan als Tabelle aus und liest die Entscheidungen des Archivs ein.",
    subcommands: [Bewertenexportbefehl.self, Bewertenimportbefehl.self])
}
