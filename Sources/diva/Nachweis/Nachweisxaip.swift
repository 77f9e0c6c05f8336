// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Pruefung
internal import Uebergabe

/// `diva nachweis xaip`: files and evidence as one package.
struct Nachweisxaip: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "xaip",
    abstract: "Schreibt ein Objekt mit seinem Evidence Record als XAIP (TR-ESOR 1.3).",
    discussion: """
      Das Paket enthält die Dateien eines Objekts, ihre Namen und den Evidence Record. Es entspricht dem \
      Schema; eine nach TR-ESOR zertifizierte Software ersetzt dieses Programm nicht.
      """)

  @Argument(help: ArgumentHelp("Der Ordner mit dem Nachweis.", valueName: "NACHWEIS"))
  var nachweis: String

  @Option(
    help: ArgumentHelp(
      "Der Ordner oder die Datei, von der der Nachweis handelt.", valueName: "ORDNER"))
  var daten: String

  @Option(
    help: ArgumentHelp(
      "Das Objekt: eine Gruppe oder Datei des Nachweises. Gibt es nur eines, kann die Angabe fehlen.",
      valueName: "NAME"))
  var objekt: String?

  @Option(
    help: ArgumentHelp("Bis wann das Paket aufzubewahren ist.", valueName: "TT.MM.JJJJ"))
  var aufbewahrenBis: Kalendertag

  @Option(help: ArgumentHelp("Die neue Datei.", valueName: "DATEI.xml"))
  var nach: String

  func run() throws {
    try Nachweisordner(pfad: nachweis).schreibeXaip(
      objekt: objekt, daten: daten, nach: nach, aufbewahrenBis: aufbewahrenBis)
    try Ausgabe.zeile("XAIP: \(nach.sichtbar)")
  }
}
