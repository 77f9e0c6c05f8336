// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser

/// `diva speicher`: the store as a whole.
struct Speicherbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speicher",
    abstract: "Legt einen Aktenspeicher an, durchsucht, prüft und sichert ihn.",
    discussion: """
      Ein Speicher ist ein Ordner mit einer Datenbank und den Dateien. Welcher gemeint ist, sagen \
      »--speicher ORDNER« oder die Umgebungsvariable DIVA_SPEICHER.
      """,
    subcommands: [
      Speicheranlage.self, Aktenplanbefehl.self, Katalogaufnahme.self, Importbefehl.self,
      Suchbefehl.self, Bestandsbefehl.self, Speicherpruefbefehl.self, Sicherungsbefehl.self,
      Richtlinienbefehl.self,
      Fristlaufbefehl.self,
    ])
}
