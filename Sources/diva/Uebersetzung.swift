// SPDX-License-Identifier: Apache-2.0
internal import Foundation

/// German for the fixed English words of the argument parser (swift-argument-parser 1.8).
enum Uebersetzung {
  /// The text of a help page or an error in German.
  static func deutsch(_ text: String) -> String {
    tafel.reduce(text) { text, eintrag in
      text.replacingOccurrences(of: eintrag.0, with: eintrag.1, options: .regularExpression)
    }
  }

  /// Regular expressions and their replacements, applied in this order.
  private static let tafel = [
    // Help pages
    (#"(?m)^OVERVIEW: "#, ""),
    (#"(?m)^USAGE: "#, "AUFRUF: "),
    (#"(?m)^Usage: "#, "Aufruf: "),
    (#"(?m)^ARGUMENTS:$"#, "ANGABEN:"),
    (#"(?m)^OPTIONS:$"#, "OPTIONEN:"),
    (#"(?m)^SUBCOMMANDS:$"#, "BEFEHLE:"),
    (#"<subcommand>"#, "<befehl>"),
    (#"\[<options>\]"#, "[<optionen>]"),
    (#"Show help information\."#, "Diese Hilfe zeigen."),
    (#"Show subcommand help information\."#, "Die Hilfe zu einem Befehl zeigen."),
    (
      #"See 'diva help ((?:[a-z]+ )*)<befehl>' for detailed help\."#,
      "»diva hilfe $1<befehl>« erklärt einen Befehl genauer."
    ),
    (#"See '([^']*)' for more information\."#, "Mehr dazu: »$1«"),
    // Long lines are wrapped, so a blank may be a line break.
    (#"\(default\)"#, "(Vorgabe)"),
    (#"\(default:(\s)"#, "(Vorgabe:$1"),
    (#";(\s+)default:(\s)"#, ";$1Vorgabe:$2"),
    (#"\(values:(\s)"#, "(möglich:$1"),
    // Errors
    (#"(?m)^Error: "#, "Fehler: "),
    (#"(?m)^Help:  "#, "Hilfe:  "),
    (
      #"Unknown option '([^']*)'\. Did you mean '([^']*)'\?"#,
      "Die Option »$1« gibt es nicht. Meinten Sie »$2«?"
    ),
    (#"Unknown option '([^']*)'"#, "Die Option »$1« gibt es nicht."),
    (#"Missing value for '([^']*)'"#, "Zu »$1« fehlt der Wert."),
    (#"(?m)^   or: "#, "   oder: "),
    (
      #"The option '([^']*)' does not take any value, but '(.*)' was specified\."#,
      "Die Option »$1« hat keinen Wert; angegeben wurde »$2«."
    ),
    (#"(\d+) unexpected arguments: '(.*)'"#, "$1 Angaben sind zu viel: »$2«"),
    (#"Unexpected argument '(.*)'"#, "Die Angabe »$1« ist hier zu viel."),
    (
      #"Value to be set with flag '(.*)' had already been set with flag '(.*)'"#,
      "»$1« und »$2« schließen einander aus."
    ),
    (#"Missing expected argument '(.*)'"#, "Es fehlt die Angabe »$1«."),
    (#"Missing one of: '(.*)'"#, "Es fehlt eine dieser Angaben: »$1«"),
    (#"Missing required subcommand\."#, "Es fehlt der Befehl."),
    (
      #"The value '(.*)' is invalid for '([^']*<TT\.MM\.JJJJ>)'"#,
      "Der Wert »$1« passt nicht zu »$2«. Schreiben Sie den Tag wie 31.12.2024 oder 2024-12-31."
    ),
    (
      #"The value '(.*)' is invalid for '([^']*<DATUM>)'"#,
      "Der Wert »$1« passt nicht zu »$2«. Schreiben Sie das Datum wie 31.12.2024, 2024-12 oder 2024."
    ),
    (#"The value '(.*)' is invalid for '([^']*)'"#, "Der Wert »$1« passt nicht zu »$2«"),
    (#"Please provide one of the following:"#, "Möglich sind:"),
    (#"Please provide one of (.*)\."#, "Möglich sind $1."),
    (#"' (?:or|and) '"#, "' und '"),
    (#"Invalid option: (.*)"#, "Die Option $1 ist ungültig."),
  ]
}
