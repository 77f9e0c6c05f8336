// SPDX-License-Identifier: Apache-2.0
public import Akte

/// The result for one page.
public struct Seitenpruefung: Hashable, Sendable, Codable {
  /// The page counter.
  public var seite: Int
  /// True if the page is good.
  public var bestanden: Bool
  /// What is wrong with it.
  public var maengel: [String]

  /// The data of the event.
  public init(
    seite: Int, bestanden: Bool, maengel: [String] = []
  ) {
    self.seite = seite
    self.bestanden = bestanden
    self.maengel = maengel
  }
}

/// The quality of a scan was checked (FAKTEN 4).
public struct ScanQualitaetGeprueft: Hashable, Sendable, Codable {
  /// All pages or a sample.
  public var umfang: Pruefumfang
  /// Who checked.
  public var pruefer: String
  /// The result for each page that was looked at.
  public var seiten: [Seitenpruefung]
  /// The batch in which it will be scanned again, if it must.
  public var nachscanStapel: String?

  /// The data of the event.
  public init(
    umfang: Pruefumfang, pruefer: String, seiten: [Seitenpruefung], nachscanStapel: String? = nil
  ) {
    self.umfang = umfang
    self.pruefer = pruefer
    self.seiten = seiten
    self.nachscanStapel = nachscanStapel
  }

  /// True if every page that was looked at is good.
  public var bestanden: Bool { seiten.allSatisfy(\.bestanden) }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("scanQualitaetGeprueft")
    try pruefung.text(pruefer, "pruefer")
    if case .stichprobe(let prozent) = umfang, !(1...99).contains(prozent) {
      throw pruefung.falsch("umfang", "eine Stichprobe umfasst 1 bis 99 Prozent, nicht \(prozent)")
    }
    guard !seiten.isEmpty else { throw pruefung.fehlt("seiten") }
    guard Set(seiten.map(\.seite)).count == seiten.count else {
      throw pruefung.falsch("seiten", "eine Seite ist zweimal aufgeführt")
    }
    for s in seiten {
      try pruefung.zahl(s.seite, ab: 1, "seiten.seite")
      guard s.bestanden == s.maengel.isEmpty else {
        throw pruefung.falsch(
          "seiten.maengel",
          s.bestanden
            ? "Seite \(s.seite) ist bestanden und hat doch Mängel"
            : "zu Seite \(s.seite) ist kein Mangel genannt")
      }
    }
  }
}

/// The note on the transfer from paper to file was made (FAKTEN 4; TR-03138).
public struct TransfervermerkErstellt: Hashable, Sendable, Codable {
  /// Who made the scan product.
  public var ersteller: String
  /// The technical environment.
  public var technik: String
  /// The organisational environment.
  public var organisation: String
  /// What was unusual.
  public var auffaelligkeiten: [String]
  /// When it was made.
  public var zeitpunkt: Zeitpunkt
  /// The result of the quality check.
  public var qualitaetBestanden: Bool
  /// True if picture and content agree with the original.
  public var uebereinstimmung: Bool
  /// The digest of the scan product.
  public var ausgabe: Inhaltshash
  /// The digest of the file with the signature or seal, if one is required.
  public var siegel: Inhaltshash?

  /// The data of the event.
  public init(
    ersteller: String, technik: String, organisation: String, auffaelligkeiten: [String] = [],
    zeitpunkt: Zeitpunkt, qualitaetBestanden: Bool, uebereinstimmung: Bool, ausgabe: Inhaltshash,
    siegel: Inhaltshash? = nil
  ) {
    self.ersteller = ersteller
    self.technik = technik
    self.organisation = organisation
    self.auffaelligkeiten = auffaelligkeiten
    self.zeitpunkt = zeitpunkt
    self.qualitaetBestanden = qualitaetBestanden
    self.uebereinstimmung = uebereinstimmung
    self.ausgabe = ausgabe
    self.siegel = siegel
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("transfervermerkErstellt")
    try pruefung.text(ersteller, "ersteller")
    try pruefung.text(technik, "technik")
    try pruefung.text(organisation, "organisation")
    guard qualitaetBestanden else {
      throw pruefung.falsch("qualitaetBestanden", "die Qualitätsprüfung ist nicht bestanden")
    }
    guard uebereinstimmung else {
      throw pruefung.falsch(
        "uebereinstimmung", "bildliche und inhaltliche Übereinstimmung ist nicht bestätigt")
    }
    try pruefung.sicher(ausgabe, "ausgabe")
  }
}

/// The scan product was sealed (FAKTEN 4).
public struct ScanproduktVersiegelt: Hashable, Sendable, Codable {
  /// Algorithm and digest of the scan product.
  public var hash: Inhaltshash
  /// The digest of the file with the qualified seal.
  public var siegel: Inhaltshash?
  /// The digest of the file with the qualified time stamp.
  public var zeitstempel: Inhaltshash?
  /// The id of the evidence record (TR-ESOR).
  public var beweisnachweis: String?

  /// The data of the event.
  public init(
    hash: Inhaltshash, siegel: Inhaltshash? = nil, zeitstempel: Inhaltshash? = nil,
    beweisnachweis: String? = nil
  ) {
    self.hash = hash
    self.siegel = siegel
    self.zeitstempel = zeitstempel
    self.beweisnachweis = beweisnachweis
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("scanproduktVersiegelt")
    try pruefung.sicher(hash, "hash")
  }
}
