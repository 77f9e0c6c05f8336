// SPDX-License-Identifier: Apache-2.0
internal import Aktenspeicher
internal import ArgumentParser
internal import Foundation
internal import Lifecycle
internal import Pruefsummen
internal import Pruefung
internal import Xdomea

/// `diva protokoll pruefen`: the chain of the store, or of an exported file without the store.
struct Protokollpruefbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pruefen",
    abstract: "Prüft, dass das Protokoll vollständig und unverändert ist.",
    discussion: """
      Mit einer Datei, die »diva protokoll ausgeben« geschrieben hat, braucht es keinen Speicher. Das \
      Programm endet mit 0, wenn kein Fehler gefunden wurde, mit 2 bei Fehlern und mit 1, wenn etwas \
      nicht geprüft werden konnte.
      """)

  @Argument(help: ArgumentHelp("Ein ausgegebenes Protokoll.", valueName: "DATEI"))
  var datei: String?

  @Option(help: ArgumentHelp("Ein notierter Anker; mehrfach möglich.", valueName: "ANKER"))
  var anker: [Ankerangabe] = []

  @OptionGroup var ort: Speicherangabe

  @Flag(help: "Bericht und Anker als je eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    let kette: Kettenbericht
    let name: String
    if let datei {
      name = datei
      kette = try Self.pruefe(datei, anker.map(\.anker))
    } else {
      let speicher = try ort.oeffne(.lesend)
      name = speicher.ordner
      kette = try speicher.pruefeProtokoll(anker: anker.map(\.anker))
    }
    var bericht = Pruefbericht(werkzeug: Werkzeug.kennung, datei: name, art: "protokoll")
    for befund in kette.befunde { bericht.melde(befund) }
    bericht.angaben = [("Einträge", kette.eintraege.deutsch)]
    if kette.weitereBefunde > 0 {
      bericht.angaben.append(("Weitere Befunde", kette.weitereBefunde.deutsch))
    }
    try Ankerausgabe.zeige(bericht, kette, json: json)
    if !kette.istUnversehrt { throw ExitCode(2) }
  }

  private static func pruefe(_ pfad: String, _ anker: [Anker]) throws -> Kettenbericht {
    let fd = open(pfad, O_RDONLY | O_CLOEXEC)
    guard fd >= 0 else { throw fehler(pfad) }
    defer { close(fd) }
    var pruefung = try Ausfuhrpruefung(
      datei: URL(fileURLWithPath: pfad).lastPathComponent, anker: anker)
    var block = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let n = read(fd, &block, block.count)
      if n < 0 {
        if errno == EINTR { continue }
        throw fehler(pfad)
      }
      if n == 0 { break }
      try pruefung.nimm(Array(block[..<n]))
    }
    return try pruefung.abschluss()
  }

  private static func fehler(_ pfad: String) -> Hinderung {
    let nummer = errno
    return Hinderung(
      "»\(pfad.sichtbar)« konnte nicht gelesen werden: \(systemgrund(nummer)). "
        + "Prüfen Sie Pfad und Leserechte.")
  }
}
