// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser

/// `diva akte`: what happens to Akten; most of it is the same for Vorgänge.
struct Aktebefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "akte",
    abstract: "Legt Akten an und führt sie durch ihr Leben.",
    discussion: """
      Eine Akte oder einen Vorgang nennen Sie mit dem Kennzeichen oder der UUID. Jeder Befehl außer \
      »anlegen« gilt für beide und heißt unter »diva vorgang« genauso.

      \(Nennung.hilfe)

      Einen Tag schreiben Sie als 31.12.2024 oder als 2024-12-31.

      Was die Regeln nicht erlauben, wird abgelehnt und im Protokoll festgehalten. Das Programm endet \
      mit 0, wenn es geschehen ist, mit 2, wenn es abgelehnt wurde, und mit 1, wenn etwas anderes im \
      Weg stand.
      """,
    subcommands: [Aktenanlage.self] + gemeinsame)

  /// What Akten and Vorgänge have in common.
  static let gemeinsame: [any ParsableCommand.Type] = [
    Dokumentbefehl.self, Fassungsbefehl.self, Auscheckbefehl.self, Eincheckbefehl.self,
    Repraesentatbefehl.self, Verfuegungsbefehl.self, Zeichnungsbefehl.self,
    Versandbefehl.self, Wiedervorlagebefehl.self, ZdABefehl.self, Wiederaufnahmebefehl.self,
    Sperrbefehl.self, Entsperrbefehl.self, Ereignisbefehl.self, Verlaengerungsbefehl.self,
    Verkuerzungsbefehl.self, Korrekturbefehl.self, Federfuehrungsbefehl.self, Umhaengebefehl.self,
    Stornobefehl.self, Scanbefehl.self,
  ]
}

/// `diva vorgang`: what happens to Vorgänge.
struct Vorgangbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vorgang",
    abstract: "Legt Vorgänge an und bearbeitet sie: Dokumente, Mitzeichnung, zdA.",
    discussion: Aktebefehl.configuration.discussion,
    subcommands: [Vorgangsanlage.self] + Aktebefehl.gemeinsame)
}
