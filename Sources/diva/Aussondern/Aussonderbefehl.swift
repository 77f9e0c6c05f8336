// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser

/// `diva aussondern`: the agency's side of the dialogue with the archive.
struct Aussonderbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "aussondern",
    abstract: "Bietet dem Archiv an, gibt ab und löscht erst, was das Archiv bestätigt hat.",
    discussion: """
      Der Weg: »einrichten« nennt einmal den Partner, »anbieten« schickt das Anbieteverzeichnis, \
      »empfangen« holt die Antworten des Archivs ab, »abgeben« übergibt das Archivwürdige mit seinen \
      Dateien, »loeschen« löscht, was das Archiv übernommen oder nicht gewollt hat. »status« sagt, \
      wo ein Verfahren steht und was als Nächstes zu tun ist. Wird ein Schritt unterbrochen, setzt \
      ihn »fortsetzen« fort. Soll das Archiv nicht jede Akte einzeln bewerten, schickt »vorlegen« ihm \
      den Aktenplan; was es dort mit A bewertet, geht mit »abgeben --nach-katalog« hinaus.
      """,
    subcommands: [
      Behoerdeneinrichtung.self, Vorlagebefehl.self, Anbietebefehl.self, Behoerdenempfang.self,
      Abgabebefehl.self, Hinnahmebefehl.self, Fristablaufbefehl.self,
      Ruecknahmebefehl.self, Loeschbefehl.self, Statusbefehl.self, Fortsetzbefehl.self,
    ])
}
