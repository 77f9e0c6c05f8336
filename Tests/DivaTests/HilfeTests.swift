// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("Hilfe und Aufruf")
struct HilfeTests {
  static let befehle = ["pruefen", "zeigen", "packen", "umsetzen", "demo"]

  /// Fixed words of the argument parser; a German page has none of them.
  static let englisch = [
    "OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "Usage", "Error", "Help:", "Show",
    "See ", "help information", "for more", "detailed", "subcommand", "options", "default",
    "values", "Unknown", "Missing", "expected", "Unexpected", "argument", "invalid", "provide",
    "Did you", "already been", "does not take", " or '", " and '",
  ]

  @Test(
    "Jede Hilfeseite ist deutsch und nennt den Aufruf",
    arguments: [[], ["--help"], ["-h"], ["hilfe"], ["help"]]
      + befehle.flatMap { [[$0, "--help"], [$0, "-h"], ["hilfe", $0], ["help", $0]] })
  func deutsch(_ argumente: [String]) throws {
    let e = try Diva.starte(argumente)
    #expect(e.status == 0)
    #expect(e.fehler.isEmpty)
    #expect(e.ausgabe.contains("AUFRUF: diva"))
    #expect(e.ausgabe.contains("Diese Hilfe zeigen."))
    for wort in Self.englisch { #expect(!e.ausgabe.contains(wort), "\(wort)") }
  }

  @Test("Die Hilfe nennt alle Befehle und die Version")
  func uebersicht() throws {
    let hilfe = try Diva.starte(["--help"]).ausgabe
    for befehl in Self.befehle { #expect(hilfe.contains("\n  \(befehl) ")) }
    let version = try Diva.starte(["--version"])
    #expect(version.status == 0)
    #expect(version.ausgabe.hasPrefix("diva "))
  }

  @Test(
    "Ein falscher Aufruf endet mit 64 und einem deutschen Satz",
    arguments: [
      (["quatsch"], "Den Befehl »quatsch« gibt es nicht."),
      (["hilfe", "quatsch"], "Den Befehl »quatsch« gibt es nicht."),
      (["--quatsch"], "Die Option »--quatsch« gibt es nicht."),
      (["pruefen"], "Es fehlt die Angabe »<DATEI> ...«."),
      (["pruefen", "x", "--jsom"], "Meinten Sie »--json«?"),
      (["pruefen", "x", "-q"], "Die Option »-q« gibt es nicht."),
      (
        ["pruefen", "x", "--am", "gestern"], "Der Wert »gestern« passt nicht zu »--am <JJJJ-MM-TT>«"
      ),
      (["pruefen", "x", "--am"], "Zu »--am <JJJJ-MM-TT>« fehlt der Wert."),
      (["pruefen", "x", "--schemata", "y", "--ohne-schema"], "schließen einander aus"),
      (["zeigen", "a", "b"], "Die Angabe »b« ist hier zu viel."),
      (["zeigen", "a", "b", "c"], "2 Angaben sind zu viel"),
      (["zeigen", "a", "--json=ja"], "hat keinen Wert"),
      (["zeigen", "a", "--baum", "--json"], "verträgt sich nicht"),
      (["zeigen", "a", "--objekt", "keine-uuid"], "passt nicht zu »--objekt <UUID>«"),
      (["packen", "--version", "3.0.0"], "Es fehlt die Angabe »<ORDNER>«."),
      (
        ["packen", "x", "--nach", "y", "--version", "2.4.0"],
        "Möglich sind '3.0.0', '3.1.0' und '4.0.0'."
      ),
      (["umsetzen", "x", "--nach", "y"], "Es fehlt die Angabe »--version <VERSION>«."),
    ])
  func falsch(_ argumente: [String], _ satz: String) throws {
    let e = try Diva.starte(argumente)
    #expect(e.status == 64)
    #expect(e.ausgabe.isEmpty)
    #expect(e.fehler.hasPrefix("Fehler: "))
    #expect(e.fehler.contains(satz), "\(e.fehler)")
    #expect(e.fehler.contains("Mehr dazu: »diva"))
    let text = e.fehler.replacingOccurrences(of: "' und '", with: "")
    for wort in Self.englisch { #expect(!text.contains(wort), "\(wort): \(text)") }
  }
}
