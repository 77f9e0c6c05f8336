// SPDX-License-Identifier: Apache-2.0
public import Akte

/// The document was sent (FAKTEN 4, row G06).
public struct PostausgangErstellt: Hashable, Sendable, Codable {
  /// The number of the version that was sent.
  public var version: String
  /// The digest of what was sent.
  public var fassung: Inhaltshash
  /// How.
  public var kanal: Postkanal
  /// To whom.
  public var empfaenger: [String]
  /// The day of dispatch.
  public var postausgangsdatum: Kalendertag
  /// The enclosures.
  public var anlagen: [Anlagenangabe]

  /// The data of the event.
  public init(
    version: String, fassung: Inhaltshash, kanal: Postkanal, empfaenger: [String],
    postausgangsdatum: Kalendertag, anlagen: [Anlagenangabe] = []
  ) {
    self.version = version
    self.fassung = fassung
    self.kanal = kanal
    self.empfaenger = empfaenger
    self.postausgangsdatum = postausgangsdatum
    self.anlagen = anlagen
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("postausgangErstellt")
    try pruefung.text(version, "version")
    guard !empfaenger.isEmpty else { throw pruefung.fehlt("empfaenger") }
    for e in empfaenger { try pruefung.text(e, "empfaenger") }
    try pruefung.sicher(fassung, "fassung")
    try pruefung.anlagen(anlagen)
  }
}

/// What proves a delivery.
public enum Zustellnachweis: String, Hashable, Sendable, Codable, CaseIterable {
  /// An electronic acknowledgement (eEB).
  case elektronischesEmpfangsbekenntnis
  /// A certificate of the post (PZU).
  case postzustellungsurkunde
  /// A read receipt.
  case lesebestaetigung
  /// Nothing but the date that the law assumes.
  case fiktion

  /// The German word for people.
  public var anzeige: String {
    switch self {
    case .elektronischesEmpfangsbekenntnis: "elektronisches Empfangsbekenntnis"
    case .postzustellungsurkunde: "Postzustellungsurkunde"
    case .lesebestaetigung: "Lesebestätigung"
    case .fiktion: "Zustellfiktion"
    }
  }
}

/// The document was delivered (FAKTEN 4).
public struct Zugestellt: Hashable, Sendable, Codable {
  /// To whom.
  public var empfaenger: String
  /// What proves it.
  public var nachweis: Zustellnachweis
  /// When.
  public var zeitpunkt: Zeitpunkt
  /// The day on which the law assumes delivery.
  public var fiktionsdatum: Kalendertag?

  /// The data of the event.
  public init(
    empfaenger: String, nachweis: Zustellnachweis, zeitpunkt: Zeitpunkt,
    fiktionsdatum: Kalendertag? = nil
  ) {
    self.empfaenger = empfaenger
    self.nachweis = nachweis
    self.zeitpunkt = zeitpunkt
    self.fiktionsdatum = fiktionsdatum
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("zugestellt")
    try pruefung.text(empfaenger, "empfaenger")
    if nachweis == .fiktion, fiktionsdatum == nil { throw pruefung.fehlt("fiktionsdatum") }
  }
}

/// The document could not be sent (FAKTEN 4).
public struct VersandFehlgeschlagen: Hashable, Sendable, Codable {
  /// How it was tried.
  public var kanal: Postkanal
  /// To whom.
  public var empfaenger: String
  /// What the channel reported.
  public var fehler: String
  /// The number of the attempt, from 1.
  public var versuch: Int
  /// When it will be tried again; nil if it will not.
  public var wiederholungAb: Zeitpunkt?

  /// The data of the event.
  public init(
    kanal: Postkanal, empfaenger: String, fehler: String, versuch: Int,
    wiederholungAb: Zeitpunkt? = nil
  ) {
    self.kanal = kanal
    self.empfaenger = empfaenger
    self.fehler = fehler
    self.versuch = versuch
    self.wiederholungAb = wiederholungAb
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("versandFehlgeschlagen")
    try pruefung.text(empfaenger, "empfaenger")
    try pruefung.text(fehler, "fehler")
    try pruefung.zahl(versuch, ab: 1, "versuch")
  }
}
