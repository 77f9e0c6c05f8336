// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Aussonderung
internal import Foundation
internal import Pruefung
internal import Xdomea

/// Which folder of processes a command works with.
struct Verfahrensangabe: ParsableArguments {
  @Option(
    name: .customLong("verfahren"),
    help: ArgumentHelp(
      "Ordner der Verfahren (sonst der aus der Umgebungsvariablen DIVA_VERFAHREN).",
      valueName: "ORDNER"))
  var ordner: String?

  @OptionGroup var wahl: Schemawahl

  /// Opens the folder.
  ///
  /// - Throws: `ValidationError` if none is named, else `AussonderungFehler`.
  func oeffne() throws -> Verfahrensordner {
    guard let ort = ordner ?? Umgebung["DIVA_VERFAHREN"] else {
      throw ValidationError(
        "Welcher Ordner? Nennen Sie ihn mit »--verfahren ORDNER« oder in der Umgebungsvariablen "
          + "DIVA_VERFAHREN.")
    }
    return try Verfahrensordner(ort)
  }

  /// Opens the folder of one side.
  ///
  /// - Throws: As ``oeffne()``, and `AussonderungFehler` if it is that of the other side.
  func oeffne(_ seite: Seite) throws -> Verfahrensordner {
    let ordner = try oeffne()
    try ordner.verlange(seite)
    return ordner
  }

  /// The partner that was set for the folder.
  ///
  /// - Throws: ``Hinderung`` if there is none.
  func partner(_ ordner: Verfahrensordner, einrichten befehl: String) throws -> Partner {
    guard let partner = try ordner.partner() else {
      throw Hinderung(
        "Für »\(ordner.ordner.sichtbar)« ist noch kein Partner eingerichtet. Das tut »\(befehl)«.")
    }
    return partner
  }
}

/// The options with which a folder is set up.
struct Partnerangaben: ParsableArguments {
  @Option(
    help: ArgumentHelp("Ordner, in den der Partner seine Nachrichten legt.", valueName: "ORDNER"))
  var eingang: String

  @Option(
    help: ArgumentHelp("Ordner, aus dem der Partner Ihre Nachrichten holt.", valueName: "ORDNER"))
  var ausgang: String

  @Flag(help: "Je Nachrichtenart ein Unterordner (0501, 0503 …), wie es manche Empfänger erwarten.")
  var unterordner = false

  @Flag(help: "Andere Angaben ersetzen, mit denen der Ordner schon eingerichtet ist.")
  var ersetzen = false

  func partner(_ vereinbarung: Vereinbarung?) -> Partner {
    func absolut(_ pfad: String) -> String { URL(fileURLWithPath: pfad).path }
    return Partner(
      vereinbarung: vereinbarung, eingang: absolut(eingang), ausgang: absolut(ausgang),
      unterordnerJeTyp: unterordner)
  }
}
