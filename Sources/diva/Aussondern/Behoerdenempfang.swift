// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Aussonderung

/// `diva aussondern empfangen`: answers of the archive.
struct Behoerdenempfang: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "empfangen",
    abstract: "Holt die Nachrichten des Archivs ab und wendet sie an (Rolle REG).",
    discussion: """
      Was nicht lesbar ist, nicht zu einem Verfahren gehört oder zur falschen Zeit kommt, wandert mit \
      einem Bericht in den Ordner neben dem Eingang, der auf »-quarantaene« endet. Dieselbe Nachricht zweimal ändert \
      nichts.
      """)

  @OptionGroup var angaben: Behoerdenangaben

  func run() throws {
    try angaben.fuehreAus { b in
      let anzeige = Eingangsanzeige(json: b.lauf.json, b.transfer)
      try b.behoerde.holeAb(b.transfer, b.wer) { datei, ergebnis in
        try anzeige.zeige(datei, ergebnis)
      }
      try anzeige.ende()
      if anzeige.zurueckgewiesen > 0 { throw ExitCode(2) }
    }
  }
}
