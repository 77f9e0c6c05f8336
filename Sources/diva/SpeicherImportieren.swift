// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Foundation
internal import Pruefung
internal import Xdomea

/// `diva speicher importieren`: files, an offer or a transfer come into the store.
struct SpeicherImportieren: ParsableCommand {
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

  @Option(
    name: .customLong("speicher"),
    help: ArgumentHelp(
      "Ordner des Speichers (sonst der aus der Umgebungsvariablen DIVA_SPEICHER).",
      valueName: "ORDNER"))
  var speicherordner: String?

  @Option(
    help: ArgumentHelp(
      "Löschbuch, falls es nicht neben dem Ordner liegt (sonst DIVA_LOESCHBUCH).",
      valueName: "DATEI"))
  var loeschbuch: String?

  @Option(
    help: ArgumentHelp(
      "Aktenplaneinheit für Akten, die keine nennen.", valueName: "KENNZEICHEN"))
  var einheit: String?

  @Option(
    name: .customLong("zda"),
    help: ArgumentHelp(
      "Tag der zdA-Verfügung für Akten, die keinen nennen.", valueName: "JJJJ-MM-TT"))
  var zdADatum: Kalendertag?

  @Flag(help: "Aktenplaneinheiten anlegen, die der Speicher nicht kennt.")
  var einheitenAnlegen = false

  @Option(
    help: ArgumentHelp(
      "Der Tag, an dem das geschieht, um 12 Uhr in Berlin (sonst jetzt).", valueName: "JJJJ-MM-TT"))
  var am: Kalendertag?

  @Flag(help: "Das Ergebnis als eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    let speicher = try oeffne()
    var optionen = try optionen()
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

  private func optionen() throws -> Importoptionen {
    let zeitpunkt =
      if let am { Uhrzeit(12, 0, 0, stellen: 3).flatMap { Zeitpunkt(berlin: am, $0) } } else {
        Uhr.jetzt
      }
    guard let zeitpunkt, let heute = am ?? zeitpunkt.berlinerTag else {
      throw Hinderung("Die Uhr dieses Rechners ist nicht lesbar. Nennen Sie --am.")
    }
    return Importoptionen(heute: heute, zeitpunkt: zeitpunkt)
  }

  private func oeffne() throws -> Speicher {
    guard let ort = speicherordner ?? Self.umgebung("DIVA_SPEICHER") else {
      throw ValidationError(
        "Welcher Speicher? Nennen Sie ihn mit »--speicher ORDNER« oder in der Umgebungsvariablen "
          + "DIVA_SPEICHER.")
    }
    return try Speicher(
      ort, .schreibend, loeschbuch: loeschbuch ?? Self.umgebung("DIVA_LOESCHBUCH"))
  }

  private static func umgebung(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }
}

/// `diva speicher`, until the other commands for the store are there.
struct Speichervorlauf: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speicher", abstract: "Einen Aktenspeicher füllen.",
    subcommands: [SpeicherImportieren.self])
}
