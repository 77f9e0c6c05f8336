// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Foundation
internal import Pruefung
internal import Xdomea

/// The entry point: runs the command, prints what went wrong in German, and ends with its code.
@main enum Programm {
  static func main() {
    signal(SIGPIPE, SIG_IGN)  // a reader that closed the pipe is told by write(2)
    do {
      exit(fuehreAus(Array(try Aufrufzeile.argumente().dropFirst())))
    } catch {
      Ausgabe.melde("Fehler: \(error.description.sichtbar)")
      exit(ExitCode.validationFailure.rawValue)
    }
  }

  private static func fuehreAus(_ argumente: [String]) -> Int32 {
    do {
      do {
        try befehl(argumente)
      } catch let fehler as Ausgabefehler {
        throw fehler
      } catch {
        return try melde(error)
      }
      try Ausgabe.leere()
      return 0
    } catch let fehler as Ausgabefehler where fehler.istGeschlossenePipe {
      return 0
    } catch {
      Ausgabe.melde("Fehler: \(error)")
      return 1
    }
  }

  private static func befehl(_ argumente: [String]) throws {
    var argumente = mitNegativenZahlen(argumente)
    if argumente == ["--version"] {
      try Ausgabe.zeile(Werkzeug.kennung)
      return
    }
    if argumente.first == "hilfe" { argumente[0] = "help" }
    try pruefeBefehl(argumente.first == "help" ? argumente.dropFirst() : argumente[...])
    var befehl = try Diva.parseAsRoot(argumente)
    try befehl.run()
  }

  /// `--jahre -1` as `--jahre=-1`: the parser takes a number below zero for an option, and its value
  /// for missing.
  private static func mitNegativenZahlen(_ argumente: [String]) -> [String] {
    var neu: [String] = []
    for (stelle, text) in argumente.enumerated() {
      if let option = neu.last, option.hasPrefix("--"), option != "--", !option.contains("="),
        !argumente[..<stelle].contains("--"), text.wholeMatch(of: /-\d[\d.,]*/) != nil
      {
        neu[neu.count - 1] = option + "=" + text
      } else {
        neu.append(text)
      }
    }
    return neu
  }

  /// The parser would call an unknown command a surplus argument, or ignore it after »help«.
  private static func pruefeBefehl(_ argumente: ArraySlice<String>) throws {
    var befehle = Diva.configuration.subcommands
    var weg: [String] = []
    for genannt in argumente {
      let namen = befehle.compactMap { $0.configuration.commandName }
      guard !namen.isEmpty, !genannt.hasPrefix("-"), genannt != "help" else { return }
      guard let befehl = befehle.first(where: { $0.configuration.commandName == genannt }) else {
        throw ValidationError(
          "Den Befehl »\((weg + [genannt]).joined(separator: " ").sichtbar)« gibt es nicht. "
            + "Vorhanden sind: " + namen.joined(separator: ", ") + ".")
      }
      guard befehl.configuration.defaultSubcommand == nil else { return }
      befehle = befehl.configuration.subcommands
      weg.append(genannt)
    }
  }

  /// Prints an error, or the help that was asked for, and returns the exit code.
  private static func melde(_ fehler: any Error) throws -> Int32 {
    try Ausgabe.leere()
    let code = Diva.exitCode(for: fehler)
    if code == .failure, !(fehler is ExitCode) {
      // An error of ours may quote names from a hostile file.
      Ausgabe.melde("Fehler: " + "\(fehler)".sichtbar)
      return code.rawValue
    }
    let text = Uebersetzung.deutsch(Diva.fullMessage(for: fehler, columns: 90))
    if code == .success {
      try Ausgabe.zeile(text)
      try Ausgabe.leere()
    } else if !text.isEmpty {
      Ausgabe.melde(text)
    }
    return code.rawValue
  }
}

/// A reason of our own why a command could not do its work.
struct Hinderung: Error, CustomStringConvertible {
  let description: String
  init(_ text: String) { description = text }
}
