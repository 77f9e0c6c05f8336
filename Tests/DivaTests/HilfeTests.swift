// SPDX-License-Identifier: Apache-2.0
import Foundation
import TestHilfe
import Testing

@Suite("Hilfe und Aufruf")
struct HilfeTests {
  static let befehle = [
    "speicher", "akte", "vorgang", "faellig", "protokoll", "pruefen", "zeigen", "packen",
    "umsetzen", "formate",
    "frist", "katalog", "bewerten", "nachweis", "demo",
  ]

  /// The commands below the commands.
  static let unterbefehle: [[String]] = {
    let gemeinsame = [
      "anlegen", "dokument", "fassung", "verfuegen", "zeichnen", "versenden", "wiedervorlage",
      "zda", "wiederaufnehmen", "sperren", "entsperren", "ereignis", "korrigieren", "umhaengen",
      "stornieren", "scan",
    ]
    let speicher = [
      "anlegen", "aktenplan", "katalog", "suchen", "zeigen", "pruefen", "sichern", "fristlauf",
    ]
    var alle: [[String]] = speicher.map { ["speicher", $0] }
    for oben in ["akte", "vorgang"] { alle += gemeinsame.map { [oben, $0] } }
    for schritt in ["posteingang", "beginnen", "seiten", "pruefen", "vermerk", "aus"] {
      alle.append(["vorgang", "scan", schritt])
    }
    for name in ["zeigen", "pruefen", "ausgeben"] { alle.append(["protokoll", name]) }
    for name in ["pruefen", "waswaere"] { alle.append(["katalog", name]) }
    for name in ["export", "import"] { alle.append(["bewerten", name]) }
    for name in ["erstellen", "uebernehmen", "pruefen", "erneuern", "beleg", "xaip"] {
      alle.append(["nachweis", name])
    }
    return alle
  }()

  /// All ways to ask for help.
  static let aufrufe: [[String]] = {
    var alle: [[String]] = [[], ["--help"], ["-h"], ["hilfe"], ["help"]]
    for b in befehle { alle += [[b, "--help"], [b, "-h"], ["hilfe", b], ["help", b]] }
    for b in unterbefehle { alle += [b + ["--help"], ["hilfe"] + b] }
    return alle
  }()

  /// Fixed words of the argument parser; a German page has none of them.
  static let englisch = [
    "OVERVIEW", "USAGE", "ARGUMENTS", "OPTIONS", "SUBCOMMANDS", "Usage", "Error", "Help:", "Show",
    "See ", "help information", "for more", "detailed", "subcommand", "options", "default",
    "values", "Unknown", "Missing", "expected", "Unexpected", "argument", "invalid", "provide",
    "Did you", "already been", "does not take", " or '", " and '",
  ]

  @Test(
    "Jede Hilfeseite ist deutsch und nennt den Aufruf",
    arguments: aufrufe)
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
        ["pruefen", "x", "--am", "gestern"],
        "Der Wert »gestern« passt nicht zu »--am <TT.MM.JJJJ>«. Schreiben Sie den Tag wie 31.12.2024 oder"
      ),
      (["pruefen", "x", "--am"], "Zu »--am <TT.MM.JJJJ>« fehlt der Wert."),
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
