// SPDX-License-Identifier: Apache-2.0
public import Akte

/// One step of a Verfügung (row G01).
public struct Verfuegungsschritt: Hashable, Sendable, Codable {
  /// Its number.
  public var nummer: String
  /// Who shall act.
  public var adressat: String
  /// What is to be done, such as `Mitzeichnung`.
  public var verfuegung: String
  /// Numbers of the steps that run at the same time.
  public var parallelZu: [String]

  /// The data of the event.
  public init(
    nummer: String, adressat: String, verfuegung: String, parallelZu: [String] = []
  ) {
    self.nummer = nummer
    self.adressat = adressat
    self.verfuegung = verfuegung
    self.parallelZu = parallelZu
  }
}

/// Steps were ordered (FAKTEN 4, row G01).
public struct VerfuegungErteilt: Hashable, Sendable, Codable {
  /// Who ordered.
  public var ersteller: String
  /// When.
  public var erstellungsdatum: Kalendertag
  /// The steps.
  public var schritte: [Verfuegungsschritt]

  /// The data of the event.
  public init(
    ersteller: String, erstellungsdatum: Kalendertag, schritte: [Verfuegungsschritt]
  ) {
    self.ersteller = ersteller
    self.erstellungsdatum = erstellungsdatum
    self.schritte = schritte
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("verfuegungErteilt")
    try pruefung.text(ersteller, "ersteller")
    guard !schritte.isEmpty else { throw pruefung.fehlt("schritte") }
    let nummern = Set(schritte.map(\.nummer))
    guard nummern.count == schritte.count else {
      throw pruefung.falsch("schritte.nummer", "eine Nummer kommt zweimal vor")
    }
    for s in schritte {
      try pruefung.text(s.nummer, "schritte.nummer")
      try pruefung.text(s.adressat, "schritte.adressat")
      try pruefung.text(s.verfuegung, "schritte.verfuegung")
      guard nummern.isSuperset(of: s.parallelZu), !s.parallelZu.contains(s.nummer) else {
        throw pruefung.falsch(
          "schritte.parallelZu", "Schritt \(s.nummer) nennt einen falschen Schritt")
      }
    }
  }
}

/// What became of a step (row G02).
public enum Schrittergebnis: String, Hashable, Sendable, Codable, CaseIterable {
  /// It was done.
  case erledigt
  /// It was refused.
  case zurueckgewiesen
  /// It was skipped; who skips is recorded.
  case uebersprungen

  /// The German word for people.
  public var anzeige: String {
    switch self {
    case .erledigt: "erledigt"
    case .zurueckgewiesen: "zurückgewiesen"
    case .uebersprungen: "übersprungen"
    }
  }
}

/// A step was done, refused or skipped (FAKTEN 4, row G02).
public struct SchrittErledigt: Hashable, Sendable, Codable {
  /// The number of the step.
  public var nummer: String
  /// Who acted.
  public var bearbeiter: String
  /// Whom the person stood in for.
  public var inVertretungFuer: String?
  /// What became of it.
  public var ergebnis: Schrittergebnis
  /// A note.
  public var vermerk: String?

  /// The data of the event.
  public init(
    nummer: String, bearbeiter: String, inVertretungFuer: String? = nil, ergebnis: Schrittergebnis,
    vermerk: String? = nil
  ) {
    self.nummer = nummer
    self.bearbeiter = bearbeiter
    self.inVertretungFuer = inVertretungFuer
    self.ergebnis = ergebnis
    self.vermerk = vermerk
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("schrittErledigt")
    try pruefung.text(nummer, "nummer")
    try pruefung.text(bearbeiter, "bearbeiter")
    if ergebnis == .zurueckgewiesen { try pruefung.text(vermerk ?? "", "vermerk") }
  }
}

/// The document was signed for good (FAKTEN 4, row G03).
public struct Schlussgezeichnet: Hashable, Sendable, Codable {
  /// Who signed.
  public var zeichnend: String
  /// In which role.
  public var rolle: String
  /// The digest of the signed version.
  public var fassung: Inhaltshash

  /// The data of the event.
  public init(
    zeichnend: String, rolle: String, fassung: Inhaltshash
  ) {
    self.zeichnend = zeichnend
    self.rolle = rolle
    self.fassung = fassung
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("schlussgezeichnet")
    try pruefung.text(zeichnend, "zeichnend")
    try pruefung.text(rolle, "rolle")
    try pruefung.sicher(fassung, "fassung")
  }
}
