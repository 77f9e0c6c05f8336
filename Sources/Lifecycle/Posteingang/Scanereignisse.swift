// SPDX-License-Identifier: Apache-2.0

/// The colours of a scan.
public enum Farbmodus: String, Hashable, Sendable, Codable, CaseIterable {
  /// Black and white.
  case schwarzweiss
  /// Shades of grey.
  case graustufen
  /// Colours.
  case farbe

  /// The German word for people.
  public var anzeige: String {
    switch self {
    case .schwarzweiss: "schwarzweiß"
    case .graustufen: "Graustufen"
    case .farbe: "Farbe"
    }
  }
}

/// How much protection a document needs.
public enum Schutzbedarf: String, Hashable, Sendable, Codable, CaseIterable {
  /// Normal.
  case normal
  /// High.
  case hoch
  /// Very high.
  case sehrHoch

  /// The German word for people.
  public var anzeige: String {
    switch self {
    case .normal: "normal"
    case .hoch: "hoch"
    case .sehrHoch: "sehr hoch"
    }
  }
}

/// The settings of a scan.
public struct Scanprofil: Hashable, Sendable, Codable {
  /// Resolution in dots per inch.
  public var dpi: Int
  /// The colours.
  public var farbe: Farbmodus
  /// True if both sides are scanned.
  public var duplex: Bool
  /// True if text is recognised.
  public var texterkennung: Bool

  /// The data of the event.
  public init(
    dpi: Int, farbe: Farbmodus, duplex: Bool, texterkennung: Bool
  ) {
    self.dpi = dpi
    self.farbe = farbe
    self.duplex = duplex
    self.texterkennung = texterkennung
  }
}

/// What was seen while the paper was prepared.
public struct Vorbereitungsbefund: Hashable, Sendable, Codable {
  /// True if sheets are damaged.
  public var beschaedigt: Bool
  /// True if colours carry meaning.
  public var farbeWesentlich: Bool
  /// True if sheets are larger than the device takes.
  public var uebergross: Bool
  /// More about it.
  public var bemerkung: String?

  /// The data of the event.
  public init(
    beschaedigt: Bool = false, farbeWesentlich: Bool = false, uebergross: Bool = false,
    bemerkung: String? = nil
  ) {
    self.beschaedigt = beschaedigt
    self.farbeWesentlich = farbeWesentlich
    self.uebergross = uebergross
    self.bemerkung = bemerkung
  }
}

/// A scan began; for a document that was scanned before it begins a new version (FAKTEN 4).
public struct ScanJobBegonnen: Hashable, Sendable, Codable {
  /// The id of the batch.
  public var stapel: String
  /// The device.
  public var geraet: String
  /// Who operates it.
  public var bediener: String
  /// The settings.
  public var profil: Scanprofil
  /// How much protection the document needs.
  public var schutzbedarf: Schutzbedarf
  /// The version of the procedure's documentation.
  public var verfahrensdokumentation: String
  /// What was seen while the paper was prepared.
  public var vorbereitung: Vorbereitungsbefund

  /// The data of the event.
  public init(
    stapel: String, geraet: String, bediener: String, profil: Scanprofil,
    schutzbedarf: Schutzbedarf, verfahrensdokumentation: String,
    vorbereitung: Vorbereitungsbefund = .init()
  ) {
    self.stapel = stapel
    self.geraet = geraet
    self.bediener = bediener
    self.profil = profil
    self.schutzbedarf = schutzbedarf
    self.verfahrensdokumentation = verfahrensdokumentation
    self.vorbereitung = vorbereitung
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("scanJobBegonnen")
    try pruefung.text(stapel, "stapel")
    try pruefung.text(geraet, "geraet")
    try pruefung.text(bediener, "bediener")
    try pruefung.text(verfahrensdokumentation, "verfahrensdokumentation")
    guard (50...4800).contains(profil.dpi) else {
      throw pruefung.falsch("profil.dpi", "\(profil.dpi) dpi liegt nicht zwischen 50 und 4800")
    }
    guard !vorbereitung.farbeWesentlich || profil.farbe == .farbe else {
      throw pruefung.falsch(
        "profil.farbe", "Farben sind wesentlich, gescannt wird in \(profil.farbe.anzeige)")
    }
  }
}

/// What became of a blank page.
public enum Leerseitenentscheidung: String, Hashable, Sendable, Codable, CaseIterable {
  /// The page is not blank.
  case keineLeerseite
  /// It was kept.
  case behalten
  /// It was left out of the product.
  case verworfen

  /// The German word for people.
  public var anzeige: String {
    switch self {
    case .keineLeerseite: "keine Leerseite"
    case .behalten: "Leerseite behalten"
    case .verworfen: "Leerseite verworfen"
    }
  }
}

/// One page was scanned (FAKTEN 4).
public struct SeiteGescannt: Hashable, Sendable, Codable {
  /// The page counter, from 1.
  public var seite: Int
  /// What became of a blank page.
  public var leerseite: Leerseitenentscheidung
  /// The digest of the image.
  public var bild: Inhaltshash

  /// The data of the event.
  public init(
    seite: Int, leerseite: Leerseitenentscheidung = .keineLeerseite, bild: Inhaltshash
  ) {
    self.seite = seite
    self.leerseite = leerseite
    self.bild = bild
  }

  func pruefe() throws(Lauffehler) {
    let pruefung = Laufpruefung("seiteGescannt")
    try pruefung.zahl(seite, ab: 1, "seite")
    try pruefung.sicher(bild, "bild")
  }
}
