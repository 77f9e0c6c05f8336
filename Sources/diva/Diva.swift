// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser

/// The command `diva` with its subcommands.
struct Diva: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diva",
    abstract: "Akten für das Archiv packen, prüfen, zeigen und umsetzen (xdomea).",
    discussion: """
      Das Programm liest und schreibt die ZIP-Dateien, in denen eine Behörde ihre Akten dem Archiv \
      anbietet und übergibt. Ihre Dateien werden nur gelesen, ins Internet geht nichts.

      Mit »diva demo« sehen Sie den ganzen Weg an Beispielakten, mit »diva --version« die Version.

      Das Programm endet mit 0 (in Ordnung), 1 (nicht möglich), 2 (geprüft, Fehler gefunden) oder \
      64 (falsch aufgerufen).
      """,
    subcommands: [
      Pruefen.self, Zeigen.self, Packen.self, Umsetzen.self, Fristbefehl.self, Katalogbefehl.self,
      Speichervorlauf.self, Demo.self,
    ])
}
