// SPDX-License-Identifier: Apache-2.0

/// Additional fields agreed between two partners (xdomea `AnwendungsspezifischeErweiterung`).
///
/// A receiver that does not know them keeps them (xdomea FAKTEN 4, R41).
public struct Erweiterung: Hashable, Sendable, Codable {
  /// The id of the extension.
  public var kennung: String
  /// The name of the extension.
  public var name: String
  /// What it is for.
  public var beschreibung: String?
  /// Its version.
  public var versionsnummer: String?
  /// Day of that version.
  public var versionsdatum: Kalendertag?
  /// Groups of fields.
  public var feldgruppen: [Feldgruppe] = []
  /// Fields.
  public var felder: [Feld] = []

  /// An extension without fields yet.
  public init(kennung: String, name: String) {
    self.kennung = kennung
    self.name = name
  }

  /// A named group of fields, nested to any depth.
  public struct Feldgruppe: Hashable, Sendable, Codable {
    /// The group's name.
    public var name: String
    /// What it is for.
    public var beschreibung: String
    /// Groups inside.
    public var unterfeldgruppen: [Feldgruppe] = []
    /// Fields.
    public var felder: [Feld] = []

    /// A group without fields yet.
    public init(name: String, beschreibung: String) {
      self.name = name
      self.beschreibung = beschreibung
    }
  }

  /// One additional field.
  public struct Feld: Hashable, Sendable, Codable {
    /// The field's name.
    public var name: String
    /// What it is for.
    public var beschreibung: String?
    /// Its data type, list `datentyp`.
    public var datentyp: Code?
    /// Its value.
    public var wert: String?

    /// A field.
    public init(name: String, wert: String? = nil) {
      self.name = name
      self.wert = wert
    }
  }
}

/// A piece of foreign XML, kept as text: any elements, self-contained in their namespaces.
///
/// Writers check that it is well-formed before they write it.
public struct XMLFragment: Hashable, Sendable, Codable {
  /// The XML, without declaration and without DOCTYPE.
  public var xml: String

  /// A piece of foreign XML.
  public init(_ xml: String) { self.xml = xml }
}
