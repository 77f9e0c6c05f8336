// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser

/// `diva nachweis`: proof that files have not changed since a time.
struct Nachweisbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "nachweis",
    abstract: "Weist nach, dass Dateien seit einem Zeitpunkt unverändert sind.",
    discussion: """
      Ein Nachweis ist ein Ordner neben Ihren Dateien. Er enthält ihre Hashwerte, die Wurzel des \
      Hashbaums (RFC 4998) als Datei, die sich elektronisch signieren lässt, und die Zeitstempel \
      (RFC 3161), die Sie von Ihrem Dienst holen. Geschützt sind die Inhalte der Dateien und, weil die \
      Hashliste selbst ein Blatt des Baums ist, ihre Namen und Gruppen. Ins Internet geht dieses Programm nicht: Es legt eine \
      Anfrage ab und übernimmt die Antwort, oder es ruft einen Befehl auf, den Sie nennen.

      Der Weg: »erstellen«, die Anfrage an den Dienst senden, »uebernehmen«, später »pruefen« und, \
      bevor Zertifikate oder Verfahren altern, »erneuern«. Lehnt der Dienst ab oder geht die Anfrage \
      verloren, hilft »anfrage«. Einzelne Evidence Records gibt »beleg« aus, \
      ein Archivpaket nach TR-ESOR »xaip«.
      """,
    subcommands: [
      Nachweiserstellen.self, Nachweisuebernehmen.self, Nachweispruefen.self,
      Nachweiserneuern.self, Nachweisanfrage.self, Nachweisbeleg.self, Nachweisxaip.self,
    ])
}
