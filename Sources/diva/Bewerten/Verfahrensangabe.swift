// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser
internal import Aussonderung
internal import Foundation
internal import Pruefung

/// Which process in which folder a command is about.
struct Verfahrensangabe: ParsableArguments {
  @Option(
    name: .customLong("verfahren"),
    help: ArgumentHelp("Ordner, in dem die Verfahren liegen.", valueName: "ORDNER"))
  var verfahren: String

  @Argument(help: ArgumentHelp("Kennung des Prozesses (UUID).", valueName: "PROZESS"))
  var prozess: ProzessID

  /// Opens the folder.
  ///
  /// - Throws: `Hinderung` if there is none: a mistyped name must not make a new one.
  func ordner() throws -> Verfahrensordner {
    var istOrdner: ObjCBool = false
    guard FileManager.default.fileExists(atPath: verfahren, isDirectory: &istOrdner),
      istOrdner.boolValue
    else {
      throw Hinderung(
        "Den Ordner »\(verfahren.sichtbar)« gibt es nicht. Nennen Sie den Ordner, in dem die "
          + "Verfahren liegen.")
    }
    return try Verfahrensordner(verfahren)
  }
}
