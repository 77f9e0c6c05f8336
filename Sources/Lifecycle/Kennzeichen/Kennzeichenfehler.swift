// SPDX-License-Identifier: Apache-2.0

/// Why a template for Kennzeichen cannot be used, or a Kennzeichen cannot be built.
@nonexhaustive
public enum Kennzeichenfehler: Error, Hashable, Sendable, CustomStringConvertible {
  /// The template is wrong at character `stelle`, counted from 1; `abhilfe` says what to write.
  case vorlage(stelle: Int, grund: String, abhilfe: String)
  /// The template lacks a slot without which Kennzeichen of one counter would collide.
  case platzFehlt(Kennzeichenplatz, grund: String)
  /// Values for these slots are missing.
  case werteFehlen([Kennzeichenplatz])
  /// A value cannot stand in its slot.
  case wertUnzulaessig(Kennzeichenplatz, grund: String)
  /// The Kennzeichen shall become part of a path, but has this character.
  case nichtPfadtauglich(kennzeichen: String, zeichen: Character)

  /// A German sentence that says what to do.
  public var description: String {
    switch self {
    case .vorlage(let stelle, let grund, let abhilfe):
      "Die Vorlage ist an Stelle \(stelle) falsch: \(grund). \(abhilfe)"
    case .platzFehlt(let platz, let grund):
      "In der Vorlage fehlt {\(platz.rawValue)}: \(grund). Ergänzen Sie diesen Platz."
    case .werteFehlen(let plaetze):
      """
      Für das Kennzeichen fehlen Angaben: \
      \(plaetze.map { "\($0.anzeige) {\($0.rawValue)}" }.joined(separator: ", ")).
      """
    case .wertUnzulaessig(let platz, let grund):
      "Die Angabe für {\(platz.rawValue)} (\(platz.anzeige)) ist nicht zulässig: \(grund)."
    case .nichtPfadtauglich(let kennzeichen, let zeichen):
      """
      Das Kennzeichen »\(kennzeichen)« enthält »\(zeichen)« und kann nicht Teil eines Dateipfades \
      sein; wählen Sie in der Vorlage ein anderes Trennzeichen.
      """
    }
  }
}

/// A slot of a template for Kennzeichen.
public enum Kennzeichenplatz: String, Hashable, Sendable, Codable, CaseIterable {
  /// The short form of the organisational unit; makes a Geschäftszeichen of an Aktenzeichen.
  case orgKz = "OrgKz"
  /// The Kennzeichen of the Aktenplaneinheit.
  case aktenplanKz = "AktenplanKz"
  /// The number that the counter gave.
  case lfdNr = "LfdNr"
  /// The year.
  case jahr = "Jahr"
  /// The number of the Vorgang within its Akte.
  case vorgang = "Vorgang"
  /// The number of the Dokument within its Vorgang.
  case dokument = "Dokument"

  /// The slot as people call it.
  public var anzeige: String {
    switch self {
    case .orgKz: "Organisationskennzeichen"
    case .aktenplanKz: "Aktenplankennzeichen"
    case .lfdNr: "laufende Nummer"
    case .jahr: "Jahr"
    case .vorgang: "Vorgangsnummer"
    case .dokument: "Dokumentnummer"
    }
  }

  /// True if the slot takes a number and may have a width.
  public var istZahl: Bool { self != .orgKz && self != .aktenplanKz }
}
