// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Lifecycle

/// What an agency may decide for itself, as options; what is not named stays as it is.
struct Richtlinienangaben: ParsableArguments {
  @Option(help: ArgumentHelp("Dauer der Transferfrist (Vorgabe: 12).", valueName: "MONATE"))
  var transferfrist: Int?

  @Option(
    help: ArgumentHelp(
      "Wie lange das Archiv über ein Angebot entscheiden darf; sie steht im Archivgesetz und hat "
        + "keine Vorgabe.", valueName: "MONATE"))
  var bewertungsfrist: Int?

  @Option(
    help: ArgumentHelp(
      "Wie lange nach der bestätigten Übernahme noch nicht gelöscht wird (Vorgabe: 30).",
      valueName: "TAGE"))
  var karenztage: Int?

  @Option(
    help: ArgumentHelp(
      "Wie lange Sie eine Sicherung behalten; bis dahin kann sie Gelöschtes enthalten, und das "
        + "Vernichtungsprotokoll sagt es. Keine Vorgabe.", valueName: "TAGE"))
  var sicherungstage: Int?

  @Option(
    help: ArgumentHelp(
      "Wie lange Sie ein Vernichtungsprotokoll aufbewahren, ab dem Ende seines Jahres. Keine "
        + "Vorgabe.", valueName: "JAHRE"))
  var nachweisfrist: Int?

  @Flag(
    inversion: .prefixedNo,
    help: "Auch nach bestätigter Übernahme löschen nur zwei Personen (Vorgabe: nein).")
  var loeschenZuZweit: Bool?

  func validate() throws {
    func pruefe(_ name: String, _ wert: Int?, _ bereich: ClosedRange<Int>, _ was: String) throws {
      guard let wert, !bereich.contains(wert) else { return }
      throw ValidationError(
        "»--\(name)« reicht von \(bereich.lowerBound) bis \(bereich.upperBound) \(was).")
    }
    try pruefe("transferfrist", transferfrist, 0...1200, "Monaten")
    try pruefe("bewertungsfrist", bewertungsfrist, 1...1200, "Monaten")
    try pruefe("karenztage", karenztage, 0...3650, "Tagen")
    try pruefe("sicherungstage", sicherungstage, 0...36_525, "Tagen")
    try pruefe("nachweisfrist", nachweisfrist, 0...1000, "Jahren")
  }

  /// A policy with what is named.
  func angewandt(auf bisher: Richtlinie) -> Richtlinie {
    var r = bisher
    if let transferfrist { r.transferfristMonate = transferfrist }
    if let bewertungsfrist {
      r.bewertungsfrist = Bewertungsfrist(
        monate: bewertungsfrist, ausloeser: .eingang, verschiebtWochenende: false)
    }
    if let karenztage { r.karenztage = karenztage }
    if let sicherungstage { r.sicherungstage = sicherungstage }
    if let nachweisfrist { r.nachweisfristJahre = nachweisfrist }
    if let loeschenZuZweit { r.loeschenZuZweit = loeschenZuZweit }
    return r
  }
}
