// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser

/// The command `diva` with its subcommands.
struct Diva: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diva",
    abstract: "Akten führen, aufbewahren und dem Archiv übergeben (xdomea).",
    discussion: """
      Das Programm führt Akten in einem eigenen Speicher, vom Anlegen bis zur Aussonderung, und liest \
      und schreibt die ZIP-Dateien, in denen eine Behörde sie dem Archiv anbietet und übergibt. Ihre \
      Dateien werden nur gelesen, ins Internet geht nichts.

      Mit »diva demo« sehen Sie den ganzen Weg an Beispielakten, mit »diva --version« die Version.

      Das Programm endet mit 0 (in Ordnung), 1 (nicht möglich), 2 (geprüft und Fehler gefunden, oder \
      nach den Regeln abgelehnt) oder 64 (falsch aufgerufen).
      """,
    subcommands: [
      Speicherbefehl.self, Aktebefehl.self, Vorgangbefehl.self, Faelligbefehl.self,
      Protokollbefehl.self, Aussonderbefehl.self, Archivbefehl.self, Bewertenbefehl.self,
      Verfahrenbefehl.self,
      Pruefen.self, Zeigen.self, Packen.self, Umsetzen.self, Uebergeben.self, Formatebefehl.self,
      Nachweisbefehl.self,
      Fristbefehl.self,
      Katalogbefehl.self, Reifegradbefehl.self, Werkzeugebefehl.self, Rechenbefehl.self,
      Entscheidebefehl.self, Demo.self,
    ])
}
