// SPDX-License-Identifier: Apache-2.0
internal import Aktenspeicher
internal import ArgumentParser

/// `diva speicher zeigen`: how much is there, or all about one object.
struct Bestandsbefehl: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zeigen",
    abstract: "Zeigt, was im Speicher ist, oder alles über ein Objekt.",
    discussion: Nennung.hilfe)

  @Argument(
    help: ArgumentHelp("Kennzeichen oder UUID; ohne sie die Übersicht.", valueName: "OBJEKT"))
  var objekt: String?

  @OptionGroup var ort: Speicherangabe
  @OptionGroup var tag: Tagesangabe

  @Flag(help: "Als eine Zeile JSON ausgeben.")
  var json = false

  func run() throws {
    let heute = try tag.jetzt().heute
    let speicher = try ort.oeffne(.lesend)
    guard let objekt else {
      try Bestandsanzeige(speicher, heute).zeige(json: json)
      return
    }
    let anzeige = try Objektanzeige(speicher, try Nennung(speicher).objekt(objekt), heute)
    if json { try Ausgabe.zeile(try anzeige.json) } else { try anzeige.zeige() }
  }
}
