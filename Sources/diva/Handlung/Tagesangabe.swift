// SPDX-License-Identifier: Apache-2.0
internal import Akte
internal import Aktenspeicher
internal import ArgumentParser
internal import Lifecycle

/// On which day a command runs.
struct Tagesangabe: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Der Tag, an dem das geschieht, um 12 Uhr in Berlin (sonst jetzt).", valueName: "TT.MM.JJJJ"))
  var am: Kalendertag?

  /// The day in Berlin and the instant.
  ///
  /// A day that is today means now. On any other day it is noon, or the instant of the last entry if
  /// that bears the same day and is later, so that the Protokoll does not run backwards within a day.
  ///
  /// - Parameter speicher: The store that an entry goes to; nil if none does.
  /// - Returns: Both.
  /// - Throws: ``Hinderung`` if the clock cannot be read, `SpeicherFehler`.
  func jetzt(
    in speicher: Speicher? = nil
  ) throws -> (heute: Kalendertag, zeitpunkt: Zeitpunkt) {
    var zeitpunkt = Uhr.jetzt
    if let am, am != zeitpunkt?.berlinerTag {
      zeitpunkt = Uhrzeit(12, 0, 0, stellen: 3).flatMap { Zeitpunkt(berlin: am, $0) }
    }
    if let am, let letzter = try speicher?.letzterZeitpunkt(), letzter.berlinerTag == am,
      let bisher = letzter.unixMillisekunden, bisher > zeitpunkt?.unixMillisekunden ?? bisher
    {
      zeitpunkt = letzter
    }
    guard let zeitpunkt, let heute = am ?? zeitpunkt.berlinerTag else {
      throw Hinderung("Die Uhr dieses Rechners ist nicht lesbar. Nennen Sie --am.")
    }
    return (heute, zeitpunkt)
  }
}
