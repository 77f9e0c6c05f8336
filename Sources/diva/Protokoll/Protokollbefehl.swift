// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser

/// `diva protokoll`: who did what, and that nobody changed it.
struct Protokollbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "protokoll",
    abstract: "Zeigt und prüft das Protokoll oder gibt es aus.",
    discussion: """
      Wer das Protokoll lesen darf, regelt Ihr Fachverfahren; dieses Programm zeigt es jedem, der den \
      Ordner des Speichers lesen kann.
      """,
    subcommands: [Protokollanzeige.self, Protokollpruefbefehl.self, Protokollausgabe.self])
}
