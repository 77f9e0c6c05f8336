// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Foundation
internal import Pruefung
internal import Xdomea

/// `diva speicher importieren`: files, an offer or a transfer come into the store.
struct Importbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "importieren",
    abstract: "Bringt Ordner oder xdomea-Nachrichten (0501, 0503) in den Speicher.",
    discussion: """
      QUELLE ist ein Ordner mit Akten (Ordner der ersten Ebene werden Akten, die der zweiten \
      Vorgänge, Dateien Dokumente; eine Tabelle metadaten.csv kann mehr sagen, siehe »diva hilfe \
      packen«) oder eine Nachricht als Container, Ordner oder XML-Datei. Die Quelle wird nur gelesen.

      UUIDs, Kennzeichen, Tage, Fristen und alle übrigen Angaben werden übernommen, Dateien gegen \
      die genannten Prüfsummen geprüft. Fehlende Kennzeichen werden gebildet. Was nicht geht, wird \
      abgelehnt und genannt; alles andere kommt trotzdem herein. Derselbe Aufruf noch einmal setzt \
      fort, was unterbrochen wurde, und verdoppelt nichts.

      Das Programm endet mit 0 (alles übernommen), 1 (nicht möglich), 2 (etwas wurde abgelehnt) \
      oder 64 (falsch aufgerufen).
      """)

  @Argument(
    help: ArgumentHelp("Der Ordner mit den Akten oder die Nachricht.", valueName: "QUELLE"))
  var quelle: String

  @OptionGroup var ort: Speicherangabe

  @Option(
    help: ArgumentHelp(
      "Aktenplaneinheit für Akten, die keine nennen.", valueName: "KENNZEICHEN"))
  var einheit: String?

  @Option(
    name: .customLong("zda"),
    help: ArgumentHelp(
      "Tag der zdA-Verfügung für Akten, die keinen nennen.", valueName: "TT.MM.JJJJ"))
  var zdADatum: Kalendertag?

  @Flag(help: "Aktenplaneinheiten anlegen, die der Speicher nicht kennt.")
  var einheitenAnlegen = false

  @OptionGroup var tag: Tagesangabe

  @Flag(help: "Das Ergebnis als eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    let speicher = try ort.oeffne(.schreibend)
    let (heute, zeitpunkt) = try tag.jetzt(in: speicher)
    var optionen = Importoptionen(heute: heute, zeitpunkt: zeitpunkt)
    optionen.einheit = einheit
    optionen.zdADatum = zdADatum
    optionen.einheitenAnlegen = einheitenAnlegen
    let fortschritt = Fortschritt()
    optionen.fortschritt = { was, objekte, bytes in
      fortschritt.zeige(
        "Übernehme \(objekte.mal("Objekt", "Objekte")), \(bytes.alsGroesse): \(was)")
    }
    let bericht: Importbericht
    do {
      defer { fortschritt.ende() }
      bericht = try speicher.importiere(quelle: quelle, optionen)
    }
    try speicher.schliesse()
    if json {
      try Ausgabe.zeile(bericht.json)
    } else {
      for zeile in bericht.zeilen { try Ausgabe.zeile(zeile) }
    }
    if !bericht.istVollstaendig {
      try Ausgabe.leere()
      throw ExitCode(2)
    }
  }
}
