// SPDX-License-Identifier: Apache-2.0
internal import Akte
public import ArgumentParser
internal import Aussonderung
internal import Foundation
internal import Pruefung
public import Xdomea

extension Namensform: ExpressibleByArgument {}

/// `diva aussondern einrichten`: the archive, once.
struct Behoerdeneinrichtung: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "einrichten",
    abstract: "Nennt einmal das Archiv und die Ordner für den Austausch.")

  @OptionGroup var ort: Verfahrensangabe

  @Option(
    help: ArgumentHelp("Name Ihrer Behörde, wie er in den Nachrichten steht.", valueName: "NAME"))
  var behoerde: String

  @Option(help: ArgumentHelp("Name des Archivs.", valueName: "NAME"))
  var archiv: String

  @Option(
    help: ArgumentHelp(
      "xdomea-Version, in der Sie schreiben; gelesen wird jede.", valueName: "VERSION"))
  var fassung: XdomeaFassung = .v400

  @OptionGroup var partner: Partnerangaben

  @Option(
    help: ArgumentHelp(
      "Form der Dateinamen: nachFassung (bis 3.1 lang, ab 4.0 kurz), kurz oder kurzOhneNummer. "
        + "Weichen Sie nur ab, wenn der Empfänger es verlangt.", valueName: "FORM"))
  var namen: Namensform = .nachFassung

  @Option(
    help: ArgumentHelp(
      "Dateiendungen, die das Archiv annimmt, durch Komma getrennt (sonst alle).",
      valueName: "LISTE"))
  var endungen: String?

  @Option(
    help: ArgumentHelp("Höchstens so viele Dokumente je Nachricht.", valueName: "ZAHL"))
  var hoechstensDokumente: Int?

  @Option(
    help: ArgumentHelp("Höchstens so viele Megabyte Dateien je Nachricht.", valueName: "MB"))
  var hoechstensMegabyte: Int64?

  func validate() throws {
    for (name, wert) in [("--behoerde", behoerde), ("--archiv", archiv)]
    where wert.allSatisfy(\.isWhitespace) {
      throw ValidationError("»\(name)« darf nicht leer sein.")
    }
    if namen == .kurzOhneNummer, fassung >= .v400 {
      throw ValidationError(
        "Ab xdomea 4.0.0 gehört die laufende Nummer zum Namen; »kurzOhneNummer« gibt es nur bis 3.1.0."
      )
    }
    if let n = hoechstensDokumente, n < 1 {
      throw ValidationError("»--hoechstens-dokumente« muss mindestens 1 sein.")
    }
    if let n = hoechstensMegabyte, n < 1 || n > 1_000_000 {
      throw ValidationError("»--hoechstens-megabyte« muss zwischen 1 und 1.000.000 liegen.")
    }
  }

  func run() throws {
    let ordner = try ort.oeffne()
    var v = Vereinbarung(
      behoerde: Kontakt(institution: behoerde), archiv: Kontakt(institution: archiv),
      fassung: fassung)
    v.namensform = namen
    v.dateiendungen = endungen.map { liste in
      Set(
        liste.split(separator: ",").map {
          String($0.drop { $0 == "." || $0 == " " }).lowercased()
            .trimmingCharacters(in: .whitespaces)
        })
    }
    if let n = hoechstensDokumente { v.teilgrenzen.dokumente = n }
    if let n = hoechstensMegabyte { v.teilgrenzen.bytes = n * 1_000_000 }
    let p = partner.partner(v)
    try ordner.richteEin(p, ersetzt: partner.ersetzen)
    try Ausgabe.zeile(
      "Eingerichtet: \(behoerde.sichtbar) → \(archiv.sichtbar), xdomea \(fassung.rawValue).")
    try Ausgabe.zeile("  Ausgang: \(p.ausgang.sichtbar)")
    try Ausgabe.zeile("  Eingang: \(p.eingang.sichtbar)")
  }
}
