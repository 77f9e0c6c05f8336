// SPDX-License-Identifier: Apache-2.0
public import Akte

/// How mail comes in or goes out (lebenszyklus FAKTEN 4).
public enum Postkanal: String, Hashable, Sendable, Codable, CaseIterable {
  /// On paper.
  case papier
  /// By fax.
  case fax
  /// By e-mail.
  case eMail
  /// By beBPo or EGVP.
  case behoerdenpostfach
  /// Through a portal of the Onlinezugangsgesetz.
  case ozgPortal
  /// By De-Mail; old mail only.
  case deMail

  /// The German word for people.
  public var anzeige: String {
    switch self {
    case .papier: "Papier"
    case .fax: "Fax"
    case .eMail: "E-Mail"
    case .behoerdenpostfach: "Behördenpostfach (beBPo/EGVP)"
    case .ozgPortal: "OZG-Portal"
    case .deMail: "De-Mail"
    }
  }
}

/// How mail was delivered.
public enum Zustellart: String, Hashable, Sendable, Codable, CaseIterable {
  /// Without proof.
  case einfach
  /// By registered mail.
  case einschreiben
  /// Served with proof.
  case zustellungMitNachweis

  /// The German word for people.
  public var anzeige: String {
    switch self {
    case .einfach: "einfach"
    case .einschreiben: "Einschreiben"
    case .zustellungMitNachweis: "Zustellung mit Nachweis"
    }
  }
}

/// Mail came in and was recorded (FAKTEN 4).
public struct PosteingangErfasst: Hashable, Sendable, Codable {
  /// How it came in.
  public var kanal: Postkanal
  /// When it was received.
  public var eingang: Zeitpunkt
  /// The day that counts as the day of receipt; neither the day of the scan nor that of registration.
  public var eingangsdatum: Kalendertag
  /// Who received it.
  public var organisationseinheit: String
  /// Who sent it; `unbekannt` if nothing says so.
  public var absender: String
  /// The number of envelopes.
  public var anzahlUmschlaege: Int?
  /// The number of sheets; unknown while it is closed.
  public var anzahlBlaetter: Int?
  /// How it was delivered.
  public var zustellart: Zustellart
  /// True if it was opened; personal and secret mail stays closed.
  public var geoeffnet: Bool
  /// Why it was not opened.
  public var verschlossenWeil: String?

  /// The data of the event.
  public init(
    kanal: Postkanal, eingang: Zeitpunkt, eingangsdatum: Kalendertag, organisationseinheit: String,
    absender: String, anzahlUmschlaege: Int? = nil, anzahlBlaetter: Int? = nil,
    zustellart: Zustellart = .einfach, geoeffnet: Bool, verschlossenWeil: String? = nil
  ) {
    self.kanal = kanal
    self.eingang = eingang
    self.eingangsdatum = eingangsdatum
    self.organisationseinheit = organisationseinheit
    self.absender = absender
    self.anzahlUmschlaege = anzahlUmschlaege
    self.anzahlBlaetter = anzahlBlaetter
    self.zustellart = zustellart
    self.geoeffnet = geoeffnet
    self.verschlossenWeil = verschlossenWeil
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("posteingangErfasst")
    try pruefung.text(organisationseinheit, "organisationseinheit")
    try pruefung.text(absender, "absender")
    if let anzahlUmschlaege { try pruefung.zahl(anzahlUmschlaege, ab: 0, "anzahlUmschlaege") }
    if let anzahlBlaetter { try pruefung.zahl(anzahlBlaetter, ab: 0, "anzahlBlaetter") }
    if kanal == .papier, (anzahlUmschlaege ?? 0) + (anzahlBlaetter ?? 0) == 0 {
      throw pruefung.fehlt("anzahlBlaetter")
    }
    if !geoeffnet { try pruefung.text(verschlossenWeil ?? "", "verschlossenWeil") }
  }
}

/// The stamp of receipt was set (FAKTEN 4).
public struct EingangsstempelGesetzt: Hashable, Sendable, Codable {
  /// The day on the stamp.
  public var eingangsdatum: Kalendertag
  /// The id of the stamp.
  public var stempel: String

  /// The data of the event.
  public init(
    eingangsdatum: Kalendertag, stempel: String
  ) {
    self.eingangsdatum = eingangsdatum
    self.stempel = stempel
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("eingangsstempelGesetzt")
    try pruefung.text(stempel, "stempel")
  }
}

/// What kind of proof a file carries.
public enum Signaturart: String, Hashable, Sendable, Codable, CaseIterable {
  /// A qualified electronic signature (qeS).
  case qualifizierteSignatur
  /// An electronic seal.
  case siegel
  /// A trusted proof of origin (VHN).
  case herkunftsnachweis

  /// The German word for people.
  public var anzeige: String {
    switch self {
    case .qualifizierteSignatur: "qualifizierte elektronische Signatur"
    case .siegel: "elektronisches Siegel"
    case .herkunftsnachweis: "vertrauenswürdiger Herkunftsnachweis"
    }
  }
}

/// What checking a signature has shown.
public enum Signaturergebnis: String, Hashable, Sendable, Codable, CaseIterable {
  /// It is valid.
  case gueltig
  /// It is not valid.
  case ungueltig
  /// It could not be decided.
  case unbestimmt

  /// The German word for people.
  public var anzeige: String {
    switch self {
    case .gueltig: "gültig"
    case .ungueltig: "ungültig"
    case .unbestimmt: "unbestimmt"
    }
  }
}

/// A signature was checked; its file stays untouched (FAKTEN 4).
public struct SignaturGeprueft: Hashable, Sendable, Codable {
  /// What kind of proof.
  public var art: Signaturart
  /// What the check has shown.
  public var ergebnis: Signaturergebnis
  /// Who signed.
  public var unterzeichner: String?
  /// When it was signed.
  public var signaturzeit: Zeitpunkt?
  /// The chain of certificates, the signer's first.
  public var zertifikate: [String]
  /// The file with the report of the check.
  public var pruefbericht: Inhaltshash
  /// The signature's own file, if it is not part of the document.
  public var signaturdatei: Inhaltshash?

  /// The data of the event.
  public init(
    art: Signaturart, ergebnis: Signaturergebnis, unterzeichner: String? = nil,
    signaturzeit: Zeitpunkt? = nil, zertifikate: [String] = [], pruefbericht: Inhaltshash,
    signaturdatei: Inhaltshash? = nil
  ) {
    self.art = art
    self.ergebnis = ergebnis
    self.unterzeichner = unterzeichner
    self.signaturzeit = signaturzeit
    self.zertifikate = zertifikate
    self.pruefbericht = pruefbericht
    self.signaturdatei = signaturdatei
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("signaturGeprueft")
    if ergebnis == .gueltig {
      try pruefung.text(unterzeichner ?? "", "unterzeichner")
      guard !zertifikate.isEmpty else { throw pruefung.fehlt("zertifikate") }
    }
  }
}
