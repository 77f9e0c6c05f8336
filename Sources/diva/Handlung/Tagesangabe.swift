// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import ArgumentParser

/// On which day a command runs.
struct Tagesangabe: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Der Tag, an dem das geschieht, um 12 Uhr in Berlin (sonst jetzt).", valueName: "JJJJ-MM-TT"))
  var am: Kalendertag?

  /// The day in Berlin and the instant.
  ///
  /// - Throws: ``Hinderung`` if the clock cannot be read.
  func jetzt() throws -> (heute: Kalendertag, zeitpunkt: Zeitpunkt) {
    let zeitpunkt =
      if let am { Uhrzeit(12, 0, 0, stellen: 3).flatMap { Zeitpunkt(berlin: am, $0) } } else {
        Uhr.jetzt
      }
    guard let zeitpunkt, let heute = am ?? zeitpunkt.berlinerTag else {
      throw Hinderung("Die Uhr dieses Rechners ist nicht lesbar. Nennen Sie --am.")
    }
    return (heute, zeitpunkt)
  }
}
