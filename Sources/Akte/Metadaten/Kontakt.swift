// SPDX-License-Identifier: Apache-2.0

/// A person, office or authority (xdomea 4.0 `KontaktType`).
public struct Kontakt: Hashable, Sendable, Codable {
  /// The authority's id in a directory.
  @Selten public var behoerdenkennung: Behoerdenkennung?
  /// The institution.
  public var institution: Institution?
  /// The organisational unit's name.
  public var organisationseinheit: String?
  /// The person.
  @Selten public var ansprechpartner: Person?
  /// What the person does.
  public var taetigkeit: String?
  /// What the person is responsible for.
  public var zustaendigkeit: String?
  /// Postal addresses.
  public var anschriften: [Anschrift] = []
  /// Telephone, e-mail and the like.
  public var erreichbarkeiten: [Erreichbarkeit] = []
  /// The role as text (from 4.0).
  public var rolle: String?
  /// The role as a code; the only form up to 3.1.
  @Selten public var rolleCode: Code?
  /// Addresses as lines.
  public var unstrukturierteAnschriften: [UnstrukturierteAnschrift] = []
  /// Day of birth.
  public var geburtsdatum: Kalendertag?
  /// Agreed additional fields (from 4.0).
  public var erweiterungen: [Erweiterung] = []
  /// Agreed additional XML (from 4.0).
  public var erweiterungXML: XMLFragment?

  /// An empty contact.
  public init() {}

  /// A contact that names an institution.
  public init(institution name: String, kurz: String? = nil, organisationseinheit: String? = nil) {
    institution = Institution(name: name, kurzbezeichnung: kurz)
    self.organisationseinheit = organisationseinheit
  }
}

/// The name of an institution.
public struct Institution: Hashable, Sendable, Codable {
  /// The full name.
  public var name: String?
  /// The short form.
  public var kurzbezeichnung: String?

  /// An institution.
  public init(name: String? = nil, kurzbezeichnung: String? = nil) {
    self.name = name
    self.kurzbezeichnung = kurzbezeichnung
  }
}

/// The id of an authority: by directory from 4.0, by key and prefix up to 3.1.
public struct Behoerdenkennung: Hashable, Sendable, Codable {
  /// The directory (from 4.0).
  public var verzeichnisdienst: Code?
  /// The id in the directory (from 4.0); for DVDV `praefix:kennung`.
  public var kennung: String?
  /// The key (up to 3.1; in 2.x the element is called `Kennung`).
  public var behoerdenschluessel: Code?
  /// The prefix (up to 3.1).
  public var praefix: Code?

  /// An empty id.
  public init() {}
}

/// A natural person.
public struct Person: Hashable, Sendable, Codable {
  /// Form of address.
  public var anrede: String?
  /// Title.
  public var titel: String?
  /// Family name; the outer nil means that the element is missing, the inner that it is empty.
  public var familienname: Personenname?
  /// First name.
  public var vorname: Personenname?

  /// A person without a name yet.
  public init() {}

  /// A person with a family name and perhaps a first name.
  public init(familienname: String, vorname: String? = nil) {
    self.familienname = Personenname(name: familienname)
    self.vorname = vorname.map { Personenname(name: $0) }
  }
}

/// A part of a person's name (xdomea `AllgemeinerNameType`).
public struct Personenname: Hashable, Sendable, Codable {
  /// The name.
  public var name: String?

  /// A name.
  public init(name: String? = nil) { self.name = name }
}

/// A postal address.
public struct Anschrift: Hashable, Sendable, Codable {
  /// The country.
  public var staat: Code?
  /// Street.
  public var strasse: String?
  /// House number.
  public var hausnummer: String?
  /// Post box.
  public var postfach: String?
  /// Postal code.
  public var postleitzahl: String?
  /// Town.
  public var ort: String?
  /// Addition.
  public var zusatz: String?
  /// Kind of address, list `anschriftstyp`.
  public var typ: Code?

  /// An empty address.
  public init() {}
}

/// An address as lines of text.
public struct UnstrukturierteAnschrift: Hashable, Sendable, Codable {
  /// Kind of address, list `anschriftstyp`.
  public var typ: Code?
  /// First line.
  public var zeile1: String?
  /// Second line.
  public var zeile2: String?
  /// Third line.
  public var zeile3: String?
  /// Fourth line.
  public var zeile4: String?
  /// Fifth line.
  public var zeile5: String?
  /// Sixth line.
  public var zeile6: String?
  /// Addition.
  public var zusatz: String?

  /// An empty address.
  public init() {}
}

/// One way to reach a contact (4.0 `erreichbarkeit`, up to 3.1 `Kommunikation`).
public struct Erreichbarkeit: Hashable, Sendable, Codable {
  /// The channel, for example `01` e-mail; mandatory from 4.0.
  public var kanal: Code?
  /// Number or address; mandatory from 4.0.
  public var kennung: String?
  /// Addition.
  public var zusatz: String?
  /// Official or private.
  public var istDienstlich: Bool?
  /// Belongs to the institution as a whole.
  public var istInstitution: Bool?

  /// A way to reach a contact.
  public init(kanal: Code? = nil, kennung: String? = nil) {
    self.kanal = kanal
    self.kennung = kennung
  }
}
