// SPDX-License-Identifier: Apache-2.0

/// What somebody may do; the rows of the role matrix (lebenszyklus FAKTEN 2.1).
public enum Befugnis: String, Hashable, Sendable, Codable, CaseIterable {
  /// Make an Akte, a Vorgang or a Dokument, and work on it.
  case anlegen
  /// Co-sign, take note, do a step of a Geschäftsgang.
  case mitzeichnen
  /// Sign finally.
  case schlusszeichnen
  /// Close a Vorgang.
  case vorgangAbschliessen
  /// Close an Akte.
  case akteAbschliessen
  /// Re-open within the Transferfrist.
  case wiederaufnehmen
  /// Re-open from the Altregistratur.
  case spaeterWiederaufnehmen
  /// Move, renumber, cancel, correct metadata after closing.
  case ordnen
  /// Catalogue, Aktenplan, templates.
  case konfigurieren
  /// Set a hold.
  case sperren
  /// Lift a hold.
  case entsperren
  /// Offer and hand over.
  case aussondern
  /// Decide what is worth archiving, import and confirm (messages of the archive).
  case bewerten
  /// Destroy what may be destroyed.
  case vernichten
  /// Hand the file to another body, take the answer.
  case abtreten
  /// Run what time brings.
  case fristlauf
  /// Read the Protokoll and verify its chain.
  case protokollLesen
}

extension Befugnis {
  /// What may be done, for people; completes "Dafür fehlt die Befugnis: …".
  public var anzeige: String {
    switch self {
    case .anlegen: "Schriftgut anlegen und bearbeiten"
    case .mitzeichnen: "mitzeichnen"
    case .schlusszeichnen: "schlusszeichnen"
    case .vorgangAbschliessen: "einen Vorgang abschließen"
    case .akteAbschliessen: "eine Akte abschließen"
    case .wiederaufnehmen: "in der Transferfrist wiederaufnehmen"
    case .spaeterWiederaufnehmen: "nach der Transferfrist wiederaufnehmen"
    case .ordnen: "Schriftgut ordnen und berichtigen"
    case .konfigurieren: "Aktenplan und Katalog pflegen"
    case .sperren: "eine Löschsperre setzen"
    case .entsperren: "eine Löschsperre aufheben"
    case .aussondern: "dem Archiv anbieten und abgeben"
    case .bewerten: "Antworten des Archivs eintragen"
    case .vernichten: "vernichten"
    case .abtreten: "an eine andere Stelle abgeben"
    case .fristlauf: "den Ablauf von Fristen feststellen"
    case .protokollLesen: "das Protokoll lesen"
    }
  }
}

/// How a role has a Befugnis.
public enum Erlaubnis: String, Hashable, Sendable, Codable {
  /// Not at all; the attempt is logged.
  case nein
  /// Yes.
  case ja
  /// Together with a second person.
  case zuZweit
  /// If the ``Richtlinie`` says so.
  case nachRichtlinie
  /// Only a proposal or a request; not the act itself.
  case vorschlag
  /// Only what concerns the own objects or the own unit.
  case eigene
  /// Reads, does nothing.
  case lesend
}

extension Befugnis {
  /// The role matrix, one cell (lebenszyklus FAKTEN 2.1).
  ///
  /// Where the transition table names a role that the matrix lists as a request (REG setting a hold,
  /// L01), the table counts: a hold is the safe direction.
  public func erlaubnis(_ rolle: Rolle) -> Erlaubnis { Self.matrix[self]?[rolle] ?? .nein }

  private static let matrix: [Befugnis: [Rolle: Erlaubnis]] = [
    .anlegen: [.sachbearbeitung: .ja, .zeichnungsbefugte: .ja, .registratur: .ja, .system: .ja],
    .mitzeichnen: [.sachbearbeitung: .ja, .zeichnungsbefugte: .ja],
    .schlusszeichnen: [.zeichnungsbefugte: .ja],
    .vorgangAbschliessen: [
      .sachbearbeitung: .nachRichtlinie, .zeichnungsbefugte: .ja, .registratur: .ja,
    ],
    .akteAbschliessen: [
      .sachbearbeitung: .nachRichtlinie, .zeichnungsbefugte: .ja, .registratur: .ja,
    ],
    .wiederaufnehmen: [.sachbearbeitung: .ja, .zeichnungsbefugte: .ja, .registratur: .ja],
    .spaeterWiederaufnehmen: [.zeichnungsbefugte: .zuZweit, .registratur: .zuZweit],
    .ordnen: [.registratur: .ja],
    .konfigurieren: [
      .registratur: .vorschlag, .archiv: .vorschlag, .fachadministration: .ja, .revision: .lesend,
    ],
    .sperren: [.registratur: .ja, .datenschutz: .ja, .revision: .lesend],
    .entsperren: [.registratur: .vorschlag, .datenschutz: .ja, .revision: .lesend],
    .aussondern: [
      .registratur: .ja, .archiv: .lesend, .revision: .lesend, .system: .vorschlag,
    ],
    .bewerten: [
      .sachbearbeitung: .vorschlag, .zeichnungsbefugte: .vorschlag, .registratur: .ja,
      .archiv: .ja, .revision: .lesend,
    ],
    .vernichten: [.registratur: .zuZweit, .revision: .lesend, .system: .vorschlag],
    .abtreten: [.zeichnungsbefugte: .ja, .registratur: .ja],
    .fristlauf: [.registratur: .ja, .system: .ja],
    .protokollLesen: [
      .sachbearbeitung: .eigene, .zeichnungsbefugte: .eigene, .registratur: .ja, .revision: .ja,
      .datenschutz: .ja, .system: .ja,
    ],
  ]
}
