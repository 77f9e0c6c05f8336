// SPDX-License-Identifier: Apache-2.0
internal import ArgumentParser
internal import Foundation
internal import Phasenmodell
internal import Pruefung

/// How answers are read and evaluated.
struct Antwortangaben: ParsableArguments {
  @Option(help: ArgumentHelp("Standort 0 bis 6 statt des angegebenen.", valueName: "PHASE"))
  var standort: Int?

  @Option(
    help: ArgumentHelp(
      "klein, mittel, gross oder landkreis statt der Größe, die aus den Angaben folgt.",
      valueName: "KLASSE"))
  var groessenklasse: String?

  @Flag(help: "Alle Phasen auswerten, nicht nur bis zur nächsten.")
  var voll = false

  @OptionGroup var ort: Toolboxangabe

  func validate() throws {
    if let standort, !(0...6).contains(standort) {
      throw ValidationError("Der Standort ist eine Zahl von 0 bis 6.")
    }
    if let groessenklasse, Groessenklasse(rawValue: groessenklasse) == nil {
      throw ValidationError(
        "Die Größenklasse »\(groessenklasse.sichtbar)« gibt es nicht. Möglich sind: klein, mittel, gross, landkreis."
      )
    }
  }

  /// Reads answer files; what is wrong with single answers goes to standard error.
  ///
  /// - Throws: ``Hinderung`` for a file that is no answer file.
  static func lies(_ pfade: [String], _ katalog: Katalog) throws -> [Antwortdatei] {
    try pfade.map { pfad in
      let name = URL(fileURLWithPath: pfad).lastPathComponent
      do {
        let bytes = try bytes(pfad)
        let ergebnis = try Antwortleser(katalog).lies(bytes, datei: name)
        melde(ergebnis.befunde)
        return ergebnis.datei
      } catch let fehler as Lesefehler {
        throw Hinderung("»\(name.sichtbar)«: \(fehler)")
      }
    }
  }

  /// The bytes of an answer file; of a filled-in page those of the answers in it.
  private static func bytes(_ pfad: String) throws -> [UInt8] {
    let anfang = try Katalogdatei.bytes(pfad, hoechstens: Antwortleser.groessteDatei)
    guard AusgefuellterFragebogen.istSeite(anfang) else { return anfang }
    let seite =
      anfang.count > Antwortleser.groessteDatei
      ? try Katalogdatei.bytes(pfad, hoechstens: AusgefuellterFragebogen.groessteDatei) : anfang
    return try AusgefuellterFragebogen.antworten(seite)
  }

  /// Prints findings to standard error, the first of many.
  static func melde(_ befunde: [Befund]) {
    for b in befunde.prefix(50) {
      let ort = [b.ort.datei, b.ort.zeile.map { "Zeile \($0)" }].compactMap(\.self)
        .filter { !$0.isEmpty }.joined(separator: ", ")
      Ausgabe.melde(
        "\(b.schwere.anzeige) \(b.regel)\(ort.isEmpty ? "" : " (\(ort))"): \(b.meldung) \(b.abhilfe)"
          .sichtbar)
    }
    if befunde.count > 50 { Ausgabe.melde("… und \(befunde.count - 50) weitere.") }
  }

  /// Merges and evaluates files.
  ///
  /// - Returns: The result, and what a report on it has to say about the merging.
  /// - Throws: ``Hinderung`` or what is missing for a result.
  func werteAus(
    _ pfade: [String], _ katalog: Katalog
  ) throws -> (auswertung: Auswertung, vorbehalte: [String]) {
    let z = Zusammenfuehrung(try Self.lies(pfade, katalog), katalog: katalog)
    Self.melde(z.befunde)
    let auswertung = try Auswertung(
      z.datei, katalog: katalog, standort: standort,
      groessenklasse: groessenklasse.flatMap(Groessenklasse.init(rawValue:)), voll: voll)
    if groessenklasse != nil,
      (z.datei.groessenklasse ?? auswertung.abgeleiteteKlasse) == auswertung.groessenklasse
    {
      Ausgabe.melde(
        "Hinweis: --groessenklasse ändert nichts; »\(auswertung.groessenklasse.rawValue)« steht schon in den Angaben oder folgt aus ihnen."
      )
    }
    return (auswertung, z.befunde.filter { $0.schwere != .hinweis }.map(\.meldung))
  }
}
